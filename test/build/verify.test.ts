// The build refuses what would be damaged on the way into the database, and says what to do.
import vm from 'node:vm';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { withoutSqlComments } from '../../build/bundle.ts';
import { bundleHazards, refuseHazards, sqlHazards } from '../../build/verify.ts';
import { ident, literal, sql } from '../../src/sql/kit/sql.ts';

const build = suite('build');

const good = 'var lhEngine = { answer: () => 1 };';

build('accepts a bundle without hazards', () => {
  assert.equal(bundleHazards(good), []);
});

for (const [what, code] of [
  ['a decrement', 'var i = 3; i--;'],
  ['a comment of SQL in a text', 'var t = "a--b";'],
  ['the start of a block comment in a text', 'var t = "/*";'],
  ['what looks like a placeholder', 'var t = {a:NAME1};'],
  ['something of Node', 'process.exit(1);'],
  ['something newer than ES2021', '[3, 1].toSorted();'],
] as const)
  build(`refuses ${what}, naming file, text and remedy`, () => {
    const hazards = bundleHazards(`${good} ${code}`);
    assert.ok(hazards.length > 0);
    assert.throws(() => refuseHazards(hazards), /the bundle of src\/plv8.*\n.*remedy: /);
  });

build('refuses SQL in which quotes are odd, with the line', () => {
  const [hazard] = sqlHazards('x.sql', "select 1;\nselect $js$ it's odd $js$;\n");
  assert.match(hazard?.file ?? '', /^x\.sql:2/);
  assert.equal(sqlHazards('x.sql', "select 'even';\n"), []);
});

build('rewrites decrements and drops block comments without changing what the code computes', () => {
  const code = `
    /* comment */ var log = [];
    for (var i = 3; i > 0; i--) log.push(i);
    var j = 5; log.push(j--, j, --j); var o = { k: [2] }; o.k[0]--; log.push(o.k[0]--, --o.k[0]);
    do { log.push(j); } while (--j > 0);
    JSON.stringify(log)`;
  const rewritten = withoutSqlComments(code);
  assert.not.match(rewritten, /--|\/\*/);
  assert.is(vm.runInNewContext(rewritten), vm.runInNewContext(code));
});

build('the SQL tag keeps backslashes, quotes values and refuses plain text', () => {
  assert.is(
    sql`select E'\n', ${literal("it's")}, ${ident('Odd"name')}`.sqlText,
    `select E'\\n', 'it''s', "Odd""name"`,
  );
  // @ts-expect-error a plain string is not a fragment
  assert.throws(() => sql`select ${'x; drop table y'}`, /only ident\(\), literal\(\) and fragments/);
});

build.run();
