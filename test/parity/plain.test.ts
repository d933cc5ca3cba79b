// The same document gives the same answer in Node, in plv8 and in the plain library, to the last bit: what was
// recorded, reference values, documents drawn from the schemas, and the same spoilt.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { notCompiled } from '../../build/plpgsql/library.ts';
import { plainLibrary } from '../../build/plpgsql/output.ts';
import { answer, operations } from '../../src/plv8/entry.ts';
import { recordVersion } from '../../src/plv8/testing/record.ts';
import { anyDocument, plausible } from '../pure/detection_arbitraries.ts';
import { createDatabase, one } from '../support/database.ts';
import { frozenRecords, frozenReports, recordFolders } from '../support/frozen_records.ts';
import { leaveOut } from '../support/needs.ts';
import { textOf } from './answer_text.ts';
import { draw, schemaOf, seeded, spoilt, strangeTextOf, textOfDocument } from './schema_documents.ts';
import { statisticsCases } from './statistics_cases.ts';

/** Documents of each operation; `npm run test:parity -- --cases=500` for more. */
const cases = Number(process.env.LH_PARITY_CASES ?? 20);
const seed = Number(process.env.LH_PARITY_SEED ?? 1);
/** What costs more than a few milliseconds a document gets a smaller share where few are asked for. */
const shares: Readonly<Record<string, number>> = { sequential_boundaries: 0.1, backtest: 0.3, detect: 0.3 };

const plain = suite('plain library');
const db = await createDatabase({ ids: 'bigint' });
/** Where the engine is installed in PL/pgSQL, its library is the one to compare, and there is no plv8 beside it. */
const hasPlv8 = (await one(db.client, 'select lh_engine.language()')) === 'plv8';
if (hasPlv8) await db.client.query(`begin;\n${await plainLibrary()}\ncommit;`);
else leaveOut('the same in plv8', 'a server with plv8');
plain.after(() => db.drop());

/** What the operation answers where plv8 or the plain library runs it; an error of another kind as its message. */
const answerOf = async (schema: string, operation: string, text: string): Promise<string> => {
  try {
    const sql = `select ${schema}.js($1, $2)::text`;
    const answered = await one<string>(db.client, sql, [operation, text]);
    // What is passed through is written as JSON.stringify writes it: its numbers, its escapes, its keys.
    const isNormal = JSON.stringify(JSON.parse(answered)) === answered;
    return isNormal ? textOf(operation, JSON.parse(answered)) : answered;
  } catch (error) {
    return `error: ${(error as Error).message}`;
  }
};

const inNode = (operation: string, text: string): string => {
  try {
    return textOf(operation, JSON.parse(JSON.stringify(answer(operation, JSON.parse(text)))));
  } catch (error) {
    return `error: ${String(error)}`;
  }
};

let compared = 0;

const compare = async (operation: string, text: string, where: string): Promise<void> => {
  compared += 1;
  const expected = inNode(operation, text);
  assert.is(await answerOf('lh_engine_plain', operation, text), expected, `plain: ${where}: ${text}`);
  if (hasPlv8) assert.is(await answerOf('lh_engine', operation, text), expected, `plv8: ${where}: ${text}`);
};

const compiled = Object.keys(operations).filter((operation) => !notCompiled.includes(operation));

plain('every operation is compiled, or named as one that is not', () => {
  assert.equal(
    notCompiled.filter((name) => !(name in operations)),
    [],
  );
  assert.is(compiled.length + notCompiled.length, Object.keys(operations).length);
});

plain('every reference value of statistics', async () => {
  for (const c of statisticsCases) await compare(c.operation, JSON.stringify(c.input), c.name);
});

plain('every frozen record replays, and every frozen report is explained', async () => {
  for (const folder of recordFolders)
    for (const { where, record } of frozenRecords(folder))
      await compare('replay', JSON.stringify(record), where);
  for (const { where, report } of frozenReports) await compare('explain_test', JSON.stringify(report), where);
});

plain('what every frozen record was made from is analysed and looked ahead from again', async () => {
  for (const folder of recordFolders)
    for (const { where, record } of frozenRecords(folder).slice(0, Math.max(10, cases))) {
      const { confounded_with: _, ...inputs } = record.inputs;
      const test = { ab_test_id: '7', skill_id: '3', test_name: 'x', metric: 'contact_rate', inputs };
      const document = {
        as_of: '2026-03-01',
        settings: record.settings,
        tests: [test],
        leads_without_test: 3,
      };
      const pace = [{ ab_test_id: '7', days: 7, control: 60, treatment: 55 }];
      await compare('analyze', JSON.stringify(document), where);
      await compare('outlook', JSON.stringify({ ...document, pace }), where);
    }
});

/** One test of rule sequential with so many leads in each arm, after looks with fewer. */
const lookDocument = (leads: number, before: readonly number[], standing: unknown) => {
  const record = frozenRecords(`sequential-${recordVersion}`)[0]?.record;
  const { confounded_with: _, ...recorded } = record.inputs;
  const arm = (group: string, n: number, conversions: number) => ({
    ...{ group, source: 'mail', leads: n, conversions, dead: 0 },
    ...{ response_n: 0, response_mean_hours: null, response_variance: null },
  });
  const inputs = {
    ...recorded,
    ...{ min_sample_size: 100, confidence_level: 0.95, planned_leads_per_group: 963 },
    ...{ planned_lift: 0.2, planned_baseline_rate: 0.3 },
    history: before.map((n) => ({
      ...{ information: n / 963, planned_leads_per_group: 963 },
      ...{ control_leads: n, control_conversions: 20, treatment_leads: n, treatment_conversions: 21 },
    })),
    groups: [arm('control', leads, leads * 0.25), arm('treatment', leads, leads * 0.26)],
  };
  const test = { ab_test_id: '7', skill_id: '3', test_name: 'x', metric: 'contact_rate', inputs, standing };
  return { as_of: '2026-03-01', settings: record.settings, tests: [test], leads_without_test: 0 };
};

plain(
  'a look that goes on from where an earlier one stood, and the same look from the first one on',
  async () => {
    const looks = [100, 200, 300, 500, 900];
    let standing: unknown = null;
    for (const [k, leads] of looks.entries()) {
      const from = (given: unknown) => JSON.stringify(lookDocument(leads, looks.slice(0, k), given));
      await compare('analyze', from(standing), `look ${k + 1}`);
      const answered = JSON.parse(await answerOf('lh_engine_plain', 'analyze', from(standing))).result;
      assert.is(answered.tests[0].statistics.look, k + 1);
      assert.is(typeof answered.tests[0].statistics.z_boundary, 'number');
      assert.is(
        textOf('analyze', { result: answered }),
        await answerOf('lh_engine_plain', 'analyze', from(null)),
      );
      standing = answered.standings[0].standing;
    }
  },
);

plain('detection and backtest of generated pipelines', async () => {
  const number = Math.max(3, Math.floor(cases / 4));
  for (const document of [
    ...fc.sample(plausible, { numRuns: number, seed }),
    ...fc.sample(anyDocument, { numRuns: number, seed }),
  ]) {
    await compare('detect', JSON.stringify(document), 'generated');
    const backtest = { document, until: '2026-03-02T00:00:00', settings: document.settings, spawned: [] };
    await compare('backtest', JSON.stringify(backtest), 'generated');
  }
});

for (const operation of compiled)
  plain(`${operation}: documents drawn from its schema, valid and spoilt (seed ${seed})`, async () => {
    const random = seeded(seed);
    const number = cases < 100 ? Math.ceil(cases * (shares[operation] ?? 1)) : cases;
    for (let i = 0; i < number; i += 1) {
      const document = draw(schemaOf(operation), random);
      const given = i % 3 === 2 ? spoilt(document, random) : document;
      const text = i % 2 === 0 ? textOfDocument(given) : strangeTextOf(given, random);
      await compare(operation, text, `document ${i}`);
    }
  });

plain('what is no document at all is refused with the same words', async () => {
  for (const operation of [...compiled, 'no_such_operation', 'constructor'])
    for (const text of [
      'null',
      '{}',
      '[]',
      '1',
      '"x"',
      '-0',
      '1e400',
      '{"key":"profil","value":1}',
      '{"settings":{}}',
    ])
      await compare(operation, text, text);
});

/** Where SQL raises an error and JavaScript goes on with Infinity or 0: the entry runs these a second time, guarded. */
const extremes: readonly (readonly [operation: string, text: string])[] = [
  ...['40', '-40', '38.4', '1e300', '1e400', '1e-400', '-0'].map(
    (z) => ['normal_upper_tail', `{"z":${z}}`] as const,
  ),
  ...['5e-324', '1e-310'].map((q) => ['normal_quantile', `{"q":${q}}`] as const),
  [
    'welch_test',
    '{"control_mean":1e308,"control_variance":1e308,"control_n":3,"treatment_mean":-1e308,"treatment_variance":1e308,"treatment_n":4}',
  ],
  [
    'welch_test',
    '{"control_mean":1e-300,"control_variance":1e-320,"control_n":3,"treatment_mean":-1e-310,"treatment_variance":5e-324,"treatment_n":4}',
  ],
  [
    'required_sample_size',
    '{"baseline_rate":1e-300,"relative_lift":1e-20,"power":0.8,"confidence_level":0.95}',
  ],
  [
    'minimum_detectable_lift',
    '{"baseline_rate":1e-300,"leads_per_group":100,"power":0.8,"confidence_level":0.95}',
  ],
];

plain('what over- and underflows goes on as in JavaScript', async () => {
  for (const [operation, text] of extremes) await compare(operation, text, operation);
});

plain('fifty documents were compared for each case that was asked for, and a thousand for twenty', () => {
  console.log(`${compared} documents compared in Node, plv8 and the plain library`);
  assert.ok(compared >= 50 * Math.min(cases, 20), `${compared} documents`);
});

plain('nothing of the plain library can be executed by PUBLIC', async () => {
  const open = await one<number>(
    db.client,
    `select count(*)::int
     from pg_proc as p
     join pg_namespace as n on n.oid = p.pronamespace
     where n.nspname like 'lh\\_engine\\_plain%'
       and (p.proacl is null or exists (select from aclexplode(p.proacl) as a where a.grantee = 0))`,
  );
  assert.is(open, 0);
});

plain.run();
