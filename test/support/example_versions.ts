// Two versions of the engine with a few objects more, the second of which drops and changes what the first one has.
// Knows no object of the engine but those its examples stand on.
import { inventoryOf, type Piece, piecesOf, textsOf } from '../../build/release/inventory.ts';
import { releaseBetween } from '../../build/release/released.ts';
import { readVersion } from '../../build/render.ts';
import { hostTables } from '../../src/sql/host/contract.ts';
import { rights } from '../../src/sql/installing/rights.ts';
import { type Columns, routine, type SqlModule, statement, view } from '../../src/sql/kit/objects.ts';
import { sql } from '../../src/sql/kit/sql.ts';

export const present = await readVersion();

/** A function whose columns change, one that changes its name, one its arguments, and what stands on them. */
const example = (columns: Columns, count: string, args: Columns): SqlModule => ({
  name: 'example',
  objects: [
    routine({
      name: 'lh_engine.example',
      args: { p_day: 'date' },
      returns: { rows: columns },
      language: 'sql',
      comment: 'An example.',
      body: sql`
  select ${{
    sqlText: Object.values(columns)
      .map((type) => `null::${type}`)
      .join(', '),
  }};`,
    }),
    view({
      name: 'lh_engine.example_days',
      comment: 'A view on it.',
      query: sql`
select e.*
from lh_engine.example(null) as e`,
    }),
    routine({
      name: count,
      returns: 'bigint',
      language: 'sql',
      comment: 'Counts.',
      body: sql`
  select 7::bigint;`,
    }),
    routine({
      name: 'lh_engine.example_share',
      args,
      returns: 'bigint',
      language: 'sql',
      grants: ['operator', 'reader'],
      comment: 'Takes more later.',
      body: sql`
  select 8::bigint;`,
    }),
    view({
      name: 'lh_engine.example_leads',
      comment: 'A view on both that stays what it is.',
      query: sql`
select
  e.leads::varchar(20) collate "C" as leads,
  ${{ sqlText: count }}() as n
from lh_engine.example(null) as e`,
    }),
  ],
});

/** Only the older one has these. */
const extra: SqlModule = {
  name: 'extra',
  objects: [
    routine({
      name: 'lh_engine.guard_pauses',
      returns: 'trigger',
      language: 'plpgsql',
      comment: 'Does nothing.',
      body: sql`
begin
  return new;
end`,
    }),
    statement(sql`
create or replace trigger guard_pauses
before update on lh_engine.pauses
for each row execute function lh_engine.guard_pauses()`),
    statement(sql`create index if not exists pauses_why on lh_engine.pauses (why)`),
    view({
      name: 'lh_engine.reasons',
      comment: 'Gone later.',
      query: sql`
select p.why
from lh_engine.pauses as p`,
    }),
  ],
};

/** The present version with more modules, as if it followed `before` under the same version number. */
const variant = (added: readonly SqlModule[], before?: { readonly pieces: readonly Piece[] }) => {
  const isPrivileges = ({ module }: Piece): boolean => module === 'installing/privileges';
  const others = present.modules.filter(({ name }) => name !== 'installing/rights');
  const withRights = present.pieces.flatMap((piece) =>
    piece.module === 'installing/rights' ? piecesOf([rights([...others, ...added], hostTables)]) : [piece],
  );
  const pieces = [
    ...withRights.filter((piece) => !isPrivileges(piece)),
    ...piecesOf(added),
    ...present.pieces.filter(isPrivileges),
  ];
  const inventory = inventoryOf(textsOf(pieces));
  const earlier = before === undefined ? undefined : inventoryOf(textsOf(before.pieces));
  return {
    pieces,
    inventory,
    releases: earlier === undefined ? {} : { [present.engineVersion]: releaseBetween(new Map(), earlier) },
  };
};

export const older = variant([
  example({ day: 'date', leads: 'bigint' }, 'lh_engine.count_example', { p_day: 'date' }),
  extra,
]);
export const newer = variant(
  [
    example({ leads: 'bigint', share: 'double precision' }, 'lh_engine.tally', {
      p_day: 'date',
      p_most: 'integer default 5',
    }),
  ],
  older,
);
