// What a release writes and drops: the difference to the one before, object by object.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Inventory, inventoryOf, type Known, piecesOf, textsOf } from '../../build/release/inventory.ts';
import { releaseBetween, releasedInventories } from '../../build/release/released.ts';
import { type Drops, dropsBetween, newNames, piecesBetween, refusals } from '../../build/release/upgrade.ts';
import { type Columns, procedure, routine, statement, table, view } from '../../src/sql/kit/objects.ts';
import { sql, verbatim } from '../../src/sql/kit/sql.ts';

const upgrade = suite('the difference of two versions');

type Parts = {
  readonly value?: string;
  readonly args?: Columns;
  readonly returns?: string;
  readonly columns?: string;
  readonly tableColumns?: string;
  readonly trigger?: string;
  readonly index?: string;
  readonly withJob?: boolean;
  readonly extraStatement?: string;
};

/** A small version: a function, a view on it, a table with trigger and index, a procedure. */
const version = (p: Parts = {}) => {
  const pieces = piecesOf([
    {
      name: 'all',
      objects: [
        table({
          name: 'lh_engine.notes',
          operatorRights: 'select',
          comment: 'Notes.',
          columns: verbatim(`\n  id bigint primary key,\n  ${p.tableColumns ?? 'note text'}\n`),
        }),
        routine({
          name: 'lh_engine.count_notes',
          args: p.args ?? { p_day: 'date' },
          returns: p.returns ?? 'bigint',
          language: 'sql',
          comment: 'Counts.',
          body: verbatim(`\n  select ${p.value ?? '1'};`),
        }),
        view({
          name: 'lh_engine.note_counts',
          comment: 'A view on it.',
          query: verbatim(
            `\nselect\n  ${p.columns ?? 'coalesce(n.a, 1) as first,\n  n.second'}\nfrom lh_engine.count_notes(null) as n`,
          ),
        }),
        ...(p.withJob === false
          ? []
          : [
              procedure({
                name: 'lh_engine.job',
                language: 'plpgsql',
                comment: 'A job.',
                body: sql`
begin
end`,
              }),
            ]),
        statement(
          verbatim(
            `create or replace trigger keep\n${p.trigger ?? 'before update'} on lh_engine.notes\nfor each row execute function lh_engine.count_notes()`,
          ),
        ),
        statement(verbatim(`create index if not exists notes_id on lh_engine.notes (${p.index ?? 'id'})`)),
        ...(p.extraStatement === undefined ? [] : [statement(verbatim(p.extraStatement))]),
      ],
    },
  ]);
  return { pieces, inventory: inventoryOf(textsOf(pieces)) };
};

const before = version();
const drops = (now: Parts): Drops => dropsBetween(before.inventory, version(now).inventory);
const nothing: Drops = { first: [], hollow: [], last: [] };
const written = (now: Parts): readonly string[] => {
  const { inventory, pieces } = version(now);
  return piecesBetween(before.inventory, inventory, pieces).map(({ text }) => text.split('\n')[0] ?? '');
};

const statements = [
  'create or replace trigger keep',
  'create index if not exists notes_id on lh_engine.notes (id);',
];
const theFunction = 'function lh_engine.count_notes(date)';
const theView = 'view lh_engine.note_counts';
const theTrigger = 'trigger keep on lh_engine.notes';

upgrade('the same version writes and drops nothing', () => {
  assert.equal(drops({}), nothing);
  assert.equal(written({}), []);
});

upgrade('a changed body is written with every statement, which may call it, and nothing else', () => {
  assert.equal(drops({ value: '2' }), nothing);
  assert.equal(written({ value: '2' }), [
    'create or replace function lh_engine.count_notes(p_day date)',
    ...statements,
  ]);
});

for (const [what, now] of [
  ['result type', { returns: 'integer' }],
  ['argument name', { args: { p_date: 'date' } }],
  ['argument type', { args: { p_day: 'timestamptz' } }],
] as const)
  upgrade(
    `a changed ${what} drops the function after the view let go of it, and all of it comes again`,
    () => {
      const changed = drops(now);
      assert.equal(changed.hollow, [theView]);
      assert.equal(changed.first, [theTrigger, theFunction]);
      assert.equal(changed.last, []);
      assert.is(written(now).length, 4);
    },
  );

upgrade('another default drops nothing; a default that goes drops the function', () => {
  const one = version({ args: { p_day: "date default 'today'", p_most: 'integer default 5' } }).inventory;
  const other = version({ args: { p_day: 'date default null', p_most: 'integer default 6' } }).inventory;
  const fewer = version({ args: { p_day: 'date', p_most: 'integer default 5' } }).inventory;
  assert.equal(dropsBetween(one, other), nothing);
  assert.ok(dropsBetween(one, fewer).first.includes('function lh_engine.count_notes(date, integer)'));
});

upgrade('a column at the end of a view drops nothing; other columns drop the view', () => {
  assert.equal(drops({ columns: 'coalesce(n.a, 1) as first,\n  n.second,\n  n.third' }), nothing);
  for (const columns of ['n.second', 'n.second,\n  n.first', 'coalesce(n.a, 1) as other,\n  n.second'])
    assert.equal(drops({ columns }), { ...nothing, first: [theView] });
});

upgrade('a changed trigger or index is dropped and made again', () => {
  assert.equal(drops({ trigger: 'before delete' }), { ...nothing, first: [theTrigger] });
  assert.ok(written({ trigger: 'before delete' }).includes('create or replace trigger keep'));
  assert.equal(drops({ index: 'note' }), { ...nothing, first: ['index lh_engine.notes_id'] });
});

upgrade('what is gone is dropped when everything is written, and statements run again', () => {
  assert.equal(drops({ withJob: false }), { ...nothing, last: ['procedure lh_engine.job()'] });
  assert.equal(written({ withJob: false }), statements);
});

upgrade('a view that stays drops nothing of itself when what it stood on is gone', () => {
  const renamed = new Map(
    [...before.inventory]
      .filter(([id]) => id !== theTrigger)
      .map(([id, known]) => [id === theFunction ? 'function lh_engine.tally_notes(date)' : id, known]),
  );
  assert.equal(dropsBetween(before.inventory, renamed), {
    first: [theTrigger],
    hollow: [],
    last: [theFunction],
  });
});

upgrade('a name that lives on in another signature or kind is free before anything is written', () => {
  const other = (id: string, id2: string): Drops =>
    dropsBetween(
      before.inventory,
      new Map([...before.inventory].map(([each, known]) => [each === id ? id2 : each, known])),
    );
  assert.equal(other(theFunction, 'function lh_engine.count_notes(date, text)').first, [
    theTrigger,
    theFunction,
  ]);
  assert.equal(other(theFunction, 'function lh_engine.count_notes(date, text)').hollow, [theView]);
  assert.equal(other(theView, 'table lh_engine.note_counts').first, [theView]);
});

upgrade('a new name is one that nothing of the version before had', () => {
  const now: Inventory = new Map<string, Known>([
    ...[...before.inventory].filter(([id]) => id !== theView),
    ...['table lh_engine.note_counts', 'view lh_engine.tallies', 'index lh_engine.tallies_id'].map(
      (id) => [id, { hash: '' }] as const,
    ),
    ['function lh_engine.count_notes(text)', { hash: '' }] as const,
    ['function lh_engine.tally(lh_engine.tallies)', { hash: '' }] as const,
  ]);
  assert.equal(newNames(before.inventory, now), {
    relations: ['tallies', 'tallies_id'],
    routines: ['lh_engine.count_notes(text)'],
  });
});

upgrade('a name that a statement gives to a relation is new too, and that of a check is none', () => {
  const { inventory } = version({
    extraStatement: `alter table lh_engine.notes rename to memos;
alter table lh_engine.memos rename constraint notes_pkey to memos_pkey;
alter table lh_engine.memos rename constraint notes_check to memos_check;
alter table lh_engine.memos rename column note to memo;`,
  });
  assert.equal(newNames(before.inventory, inventory).relations, ['memos', 'memos_pkey']);
});

upgrade('a released table is never edited or forgotten, but may be renamed in a statement', () => {
  const refused = (now: ReturnType<typeof version>): readonly string[] =>
    refusals(before.inventory, now.inventory, now.pieces);
  assert.equal(refused(version()), []);
  assert.match(
    refused(version({ tableColumns: 'note varchar' })).join(),
    /^table lh_engine\.notes was released/,
  );
  const { inventory, pieces } = version({
    extraStatement: 'alter table if exists lh_engine.notes rename to memos',
  });
  const without = new Map([...inventory].filter(([id]) => id !== 'table lh_engine.notes'));
  assert.equal(refusals(before.inventory, without, pieces), []);
  assert.match(refusals(before.inventory, without, before.pieces).join(), /is gone: rename or drop it/);
});

upgrade('the manifest gives back what each release consisted of', () => {
  const next = version({ value: '2', withJob: false });
  const releases = {
    '1.0.0': releaseBetween(new Map(), before.inventory),
    '1.1.0': releaseBetween(before.inventory, next.inventory),
  };
  assert.equal(Object.keys(releases['1.1.0'].objects), [theFunction]);
  const [one, two] = releasedInventories(JSON.parse(JSON.stringify(releases)));
  assert.equal(new Map(one?.[1]), new Map(before.inventory));
  assert.equal(dropsBetween(two?.[1] ?? new Map(), next.inventory), nothing);
  assert.equal(piecesBetween(two?.[1] ?? new Map(), next.inventory, next.pieces), []);
});

upgrade.run();
