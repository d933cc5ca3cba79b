// The contract with the host grows at the end: a released column keeps its place, so that a view of the engine on which
// a site has built its own can be replaced where it is.
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hostTables } from '../../src/sql/host/contract.ts';

const folder = new URL('../../migrations/committed/', import.meta.url);

type Released = { readonly view: string; readonly position: number; readonly column: string };

/** The columns of the adapter views as the newest migration that has them wrote them. */
const released = (): readonly Released[] => {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .flatMap(
      (text) => /function lh_engine\.adapter_columns\(\)[\s\S]*?\$\$([\s\S]*?)\$\$/.exec(text)?.[1] ?? [],
    );
  return [...(texts.at(-1) ?? '').matchAll(/\('(\w+)', '\w+', (\d+), '(\w+)'/g)].map(
    ([, view = '', position, column = '']) => ({ view, position: Number(position), column }),
  );
};

const contract = suite('contract with the host');

contract('every released column of an adapter view is in its place', () => {
  const columns = released();
  assert.ok(columns.length >= 48, `${columns.length} columns`);
  const now = columns.map(({ view, position }) => ({
    view,
    position,
    column: hostTables.find(({ adapter }) => adapter === view)?.columns[position]?.name,
  }));
  assert.equal(now, columns);
});

contract('no table has two columns of one name', () => {
  for (const { name, columns } of hostTables)
    assert.is(new Set(columns.map((c) => c.name)).size, columns.length, name);
});

contract.run();
