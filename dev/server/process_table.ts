// The processes of a machine as Linux, macOS and Windows report them, over a host that tests can fake: a part of
// platform.ts. The branches for macOS and Windows follow the documentation of ps, lsof and PowerShell and were never
// tried. It must not know what the processes are wanted for.

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

export const isPostgres = (program = ''): boolean => /^postgres:|(^|[\\/])postgres(\.exe)?$/.test(program);

/** A path as it compares on Windows. */
export const plainPath = (path: string): string => path.replaceAll('\\', '/').toLowerCase();

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
        words(CommandLine).some((word) => isBelow(plainPath(word), plainPath(folder))),
      );
      const ids = new Set(own.map(({ ProcessId }) => ProcessId));
      return servers
        .filter(({ ProcessId, ParentProcessId }) => ids.has(ProcessId) || ids.has(ParentProcessId))
        .map(({ ProcessId }) => ProcessId);
    },
    startedWith: () => [],
  };
};

export const processesOf = (host: Host): Processes => {
  if (host.os === 'win32') return windowsProcesses(host);
  return host.os === 'darwin' ? macProcesses(host) : linuxProcesses(host);
};
