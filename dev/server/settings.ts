// The configuration of a private server, as text. One file, rewritten at each start and included from
// postgresql.conf; what tests change with ALTER SYSTEM comes after it and survives. It starts nothing.
import { existsSync, readFileSync } from 'node:fs';
import type { Installation, Kind } from './installation.ts';
import { platform } from './platform.ts';

export type ServerOptions = {
  readonly name: string;
  /** Debian's PostgreSQL unless said otherwise; it stays as the server was made. */
  readonly kind?: Kind;
  /** For an embedded PostgreSQL: the folder of the npm package, where it is not the one of package.json. */
  readonly packageFolder?: string;
  /** The database that holds pg_cron and its jobs; created when missing. */
  readonly cronDatabase?: string;
  /** Settings of postgresql.conf that go before the defaults given here. */
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly port?: number;
  /** false: no fsync. For pure speed in tests that crash nothing. */
  readonly durable?: boolean;
};

export type Remembered = {
  readonly port: number;
  readonly password: string;
  readonly options: Omit<ServerOptions, 'name' | 'port'>;
};

const quote = (value: string | number): string => `'${String(value).replaceAll("'", "''")}'`;

/** Every setting of the server, in the order of postgresql.conf: the later line wins. */
export const configuration = (
  remembered: Remembered,
  socketDirectory: string,
  { account, preloaded, hasCron }: Installation,
): string => {
  const { cronDatabase = 'postgres', settings = {}, durable = true } = remembered.options;
  const speed = durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const cron = hasCron ? { 'cron.database_name': cronDatabase, 'cron.use_background_workers': 'on' } : {};
  const all: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port: remembered.port,
    unix_socket_directories: platform.hasSockets ? socketDirectory : '',
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    ssl: 'off',
    shared_preload_libraries: preloaded.join(','),
    ...cron,
    max_connections: 100,
    max_worker_processes: 48,
    max_prepared_transactions: 8,
    max_wal_size: '2GB',
    shared_buffers: '256MB',
    dynamic_shared_memory_type: platform.sharedMemory(account.uid),
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    ...speed,
    ...settings,
  };
  return Object.entries(all)
    .map(([key, value]) => `${key} = ${quote(value)}\n`)
    .join('');
};

// Nobody gets in without the password, not even over the socket.
export const hostBasedAuthentication = [
  'local all all scram-sha-256',
  'host all all 127.0.0.1/32 scram-sha-256',
  'local replication all scram-sha-256',
  '',
].join('\n');

export const readIfThere = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;
