// Installs the engine as a site of some release has it. Knows no table.
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

const project = new URL('../../', import.meta.url);
const file = (name: string): string => readFileSync(new URL(name, project), 'utf8');

/** The last committed migration of each release whose records are frozen. */
export const lastMigrationOf = { '1.0.0': '000002' } as const;

const scriptsTo = (last: string): readonly string[] => {
  const names = readdirSync(new URL('migrations/committed/', project))
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const end = names.findIndex((name) => name.startsWith(last));
  if (end < 0) throw new Error(`no committed migration "${last}": take one of ${names.join(', ')}`);
  return names.slice(0, end + 1).map((name) => file(`migrations/committed/${name}`));
};

/** The engine up to a committed migration, given by its number; without one that of dist/install.sql. */
export const install = async (client: pg.Client, last?: string): Promise<void> => {
  const scripts = last === undefined ? [file('dist/install.sql')] : scriptsTo(last);
  await client.query('begin');
  for (const script of scripts) await client.query(script);
  await client.query('commit');
  await client.query('reset search_path');
};
