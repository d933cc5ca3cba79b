// What nobody writes and anybody may send, at every kind of place where an operation reads: the plain library passes it on or
// refuses it with the very text that Node and plv8 give, numbers, escapes and the order of keys included.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plainLibrary } from '../../build/plpgsql/output.ts';
import { answer } from '../../src/plv8/entry.ts';
import { createDatabase, one } from '../support/database.ts';
import { leaveOut } from '../support/needs.ts';

const strange = suite('strange values');
const db = await createDatabase({ ids: 'bigint' });
const hasPlv8 = (await one(db.client, 'select lh_engine.language()')) === 'plv8';
if (hasPlv8) await db.client.query(`begin;\n${await plainLibrary()}\ncommit;`);
else leaveOut('the same in plv8', 'a server with plv8');
strange.after(() => db.drop());

const within = (depth: number, open: string, close: string): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

const values: Readonly<Record<string, readonly string[]>> = {
  numbers: ['1e400', '-1e400', '1e-400', '1e200000', '-0', '1.0', '1.50', '1E5', '0.1e1', '9007199254740993'],
  'long numbers': ['123456789012345678901234567890123', '0.1000000000000000055511151231257827'],
  texts: ['"12"', '""', '"\\u00e9"', '"\\u0001"', '"a/\\/b"', '"\\u2028\\u007f"', '"1e999"', '":-0,"'],
  'lists and objects': ['[]', '[[]]', '[[1, 2]]', '{}', '[{}]', '["x", {"b": 1}]', 'null', ' true '],
  keys: ['{"":1}', '{"a.b":1,"\\"q\\"":2}', '{"2":1,"10":2,"1":0,"b":3,"01":4}', '{"b":5,"a":3,"b":[1]}'],
  'keys of every object': [
    '{"__proto__":1}',
    '{"__proto__":{"a":1}}',
    '{"constructor":1,"prototype":2,"z":3}',
  ],
  // Deeper than the stack of the server lets a function call itself.
  'deep values': [within(400, '[', ']'), within(1500, '[', ']'), within(1500, '{"a":', '}')],
};

const spawns = (dryRun: boolean, decisions: string): string =>
  `{"dry_run":${dryRun},"approval":false,"rejections":[],"decisions":${decisions}}`;
const recommendations = (paused: string, result: string): string =>
  `{"dry_run":true,"approval":false,"paused":${paused},"skills":[],"result":${result}}`;
const history = (event: string): string =>
  `{"ab_test_id":"1","test_name":null,"metric":null,"status":null,"started_on":null,"ended_on":null,"min_sample_size":null,"traffic_allocation_pct":null,"skill":null,"spawn":null,"plan":null,"events":[${event}]}`;

/** Documents with a value in one place: where a text is expected, a count, a list, an object, or anything. */
const places: readonly (readonly [operation: string, document: (value: string) => string])[] = [
  ['check_setting', (x) => x],
  ['check_setting', (x) => `{"key":"decisions.keep_lift_pct","value":${x},"text":"x"}`],
  ['normal_quantile', (x) => `{"q":${x}}`],
  ['suspend_spawns', (x) => spawns(false, x)],
  ['suspend_spawns', (x) => spawns(false, `[${x}]`)],
  ['suspend_spawns', (x) => spawns(false, `[{"z":${x},"action":"spawn"}]`)],
  ['suspend_spawns', (x) => spawns(true, `[{"z":${x},"skill":${x},"explanation":"x","action":"spawn"}]`)],
  ['suspend_recommendations', (x) => recommendations(x, '{"tests":[]}')],
  ['suspend_recommendations', (x) => recommendations('[]', x)],
  ['suspend_recommendations', (x) => recommendations('[]', `{"z":${x},"tests":[${x}]}`)],
  ['detect', (x) => `{"settings":${x}}`],
  ['replay', (x) => `{"record_version":${x}}`],
  ['score_patterns', (x) => `{"overall":${x},"patterns":[]}`],
  [
    'score_patterns',
    (x) =>
      `{"overall":{"true_positives":1,"false_positives":${x},"true_negatives":0,"false_negatives":0},"patterns":[]}`,
  ],
  ['explain_test', (x) => history(x)],
  ['explain_test', (x) => history(`{"kind":${x}}`)],
];

for (const [kind, list] of Object.entries(values))
  strange(`${kind} are passed on, or refused, as by Node`, async () => {
    for (const value of list)
      for (const [operation, documentOf] of places) {
        const document = documentOf(value);
        const expected = JSON.stringify(answer(operation, JSON.parse(document)));
        for (const schema of hasPlv8 ? ['lh_engine_plain', 'lh_engine'] : ['lh_engine_plain']) {
          const sql = `select ${schema}.js($1, $2)::text`;
          const answered = await one<string>(db.client, sql, [operation, document]);
          assert.is(answered, expected, `${schema}: ${operation}: ${document.slice(0, 200)}`);
        }
      }
  });

strange.run();
