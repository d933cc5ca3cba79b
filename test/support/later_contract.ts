// The installer of a version to come, whose contract with the host asks for more: dist/install.sql with the parts that
// are made from the contract replaced. It must not know how a view is made.
import { readFileSync } from 'node:fs';
import { bundle } from '../../build/bundle.ts';
import { sha256 } from '../../build/hash.ts';
import { readVersion } from '../../build/render.ts';
import { type HostColumn, type HostTable, hostTables } from '../../src/sql/host/contract.ts';
import { preflight, preflightFor } from '../../src/sql/host/structure.ts';
import { sqlModules } from '../../src/sql/index.ts';
import { renderObject } from '../../src/sql/kit/objects.ts';

const file = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

const replaceOnce = (text: string, old: string, now: string): string => {
  if (text.split(old).length !== 2)
    throw new Error(`dist/install.sql should have this once: ${old.slice(0, 80)}`);
  return text.split(old).join(now);
};

/** New columns by table, behind those that the table has, or before them all where a contract breaks that rule. */
export const contractWith = (
  added: Readonly<Record<string, readonly HostColumn[]>>,
  place: 'last' | 'first' = 'last',
): readonly HostTable[] =>
  hostTables.map((t) => {
    const more = added[t.name] ?? [];
    return { ...t, columns: place === 'last' ? [...t.columns, ...more] : [...more, ...t.columns] };
  });

export const installerFor = async (contract: readonly HostTable[]): Promise<string> => {
  const { code, hash } = await bundle();
  const { engineVersion } = await readVersion();
  const render = (tables: readonly HostTable[]): readonly string[] =>
    sqlModules({ bundle: code, bundleHash: hash, engineVersion, sha256, hostTables: tables }).flatMap(
      ({ objects }) => objects.map(renderObject),
    );
  const [old, now] = [render(hostTables), render(contract)];
  const changed = old.flatMap((text, i): [string, string][] =>
    text === now[i] ? [] : [[text, now[i] ?? '']],
  );
  return changed.reduce(
    (text, [before, after]) => replaceOnce(text, before, after),
    replaceOnce(file('dist/install.sql'), preflight.sqlText, preflightFor(contract).sqlText),
  );
};
