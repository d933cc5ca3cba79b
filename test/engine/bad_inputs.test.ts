// Whatever stands in the columns of the host, a cycle goes on, names it and evaluates the rest as without it. Each value
// by itself is a row of `npm run faults`; here those of a column share a cycle.
import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { clock, fill, loosen } from '../../bench/faults/bad_inputs/host.ts';
import { type BadInput, badInputs } from '../../bench/faults/bad_inputs/inputs.ts';
import { type Judge, judgeOf } from '../../bench/faults/bad_inputs/judge.ts';
import { idTypes, installFile } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { isComplete } from '../support/needs.ts';

const byColumn = new Map<string, BadInput[]>();
for (const input of badInputs) {
  const key = input.column ?? input.name;
  byColumn.set(key, [...(byColumn.get(key) ?? []), input]);
}

/** Of the scores only the newest is read, so each is tried by itself. */
const alone = (inputs: readonly BadInput[]): boolean =>
  inputs.some(({ codes }) => codes.includes('f1_score_out_of_range'));

let judge: Judge | undefined;

engineSuite(
  'bad inputs',
  {
    engine: false,
    ids: isComplete ? idTypes : ['bigint'],
    now: clock,
    prepare: async (client) => {
      await client.query(loosen + installFile);
      await fill(client);
      judge = undefined;
    },
  },
  (bad, db) => {
    bad('every column of the contract is tried', async () => {
      assert.ok(badInputs.length >= 400, `${badInputs.length} inputs`);
      assert.ok(byColumn.size >= 100, `${byColumn.size} groups`);
    });
    bad('docs/operations.md says what each warning means', async () => {
      const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
      for (const code of new Set(badInputs.flatMap(({ codes }) => codes)))
        assert.ok(page.includes(`\`${code}\``), code);
    });
    for (const [column, inputs] of byColumn)
      bad(`${column}: the cycle goes on, names it and evaluates the rest`, async () => {
        judge ??= await judgeOf(db.client, db.ids);
        for (const group of alone(inputs) ? inputs.map((input) => [input]) : [inputs])
          assert.equal(await judge(group), [], group.map((input) => input.name).join(', '));
      });
  },
);
