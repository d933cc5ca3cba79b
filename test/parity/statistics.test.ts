// Every reference value again, inside Postgres through the installed functions, and the same result there as in Node.
import * as assert from 'uvu/assert';
import { operations } from '../../src/plv8/entry.ts';
import { errorOf, one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { misses, statisticsCases } from './statistics_cases.ts';

engineSuite('statistics in Postgres', { ids: ['bigint'], isolation: 'none' }, (statistics, db) => {
  // All cases of one operation in one statement: named arguments, as a person calls the function.
  const callAll = async (operation: string, inputs: readonly Readonly<Record<string, unknown>>[]) => {
    const names = Object.keys(inputs[0] ?? {});
    const scalar = operation.startsWith('normal_');
    const typed = names
      .map((name) => {
        if (name === 'information_fractions')
          return `${name} => (select array_agg(f::float8 order by n) from json_array_elements_text(c.input -> '${name}') with ordinality as e (f, n))`;
        const isCount = /_(leads|conversions|n)$|leads_per_group/.test(name);
        return `${name} => (c.input ->> '${name}')::${isCount ? 'numeric' : 'float8'}`;
      })
      .join(', ');
    const call = `lh_engine.${operation}(${typed})`;
    const { rows } = await db.client.query(
      `select c.n, json_agg(${scalar ? `json_build_object('value', r)` : 'r'}) as rows
     from json_array_elements($1::json) with ordinality as c (input, n)
     cross join lateral ${call} as r
     group by c.n
     order by c.n`,
      [JSON.stringify(inputs)],
    );
    return rows.map((row) => row.rows);
  };

  for (const operation of new Set(statisticsCases.map((c) => c.operation))) {
    const cases = statisticsCases.filter((c) => c.operation === operation);
    statistics(`${operation} meets ${cases.length} reference values and equals Node's result`, async () => {
      const results = await callAll(
        operation,
        cases.map((c) => c.input),
      );
      assert.is(results.length, cases.length);
      assert.equal(
        cases.flatMap((c, i) => misses(c, results[i])),
        [],
      );
      cases.forEach((c, i) => {
        const inNode = JSON.parse(JSON.stringify(operations[operation]?.(c.input)));
        assert.equal(results[i], Array.isArray(inNode) ? inNode : [inNode], c.name);
      });
    });
  }

  statistics('bad input is a named error with a hint, whatever its type', async () => {
    const calls: [string, RegExp][] = [
      ['two_proportion_test(1.5, 10, 1, 10)', /control_conversions: expected an integer ≥ 0, got 1.5/],
      ['two_proportion_test(11, 10, 1, 10)', /control_conversions: expected at most the 10 leads/],
      [`two_proportion_test('NaN', 10, 1, 10)`, /control_conversions: .*"NaN"/],
      ['two_proportion_test(null, 10, 1, 10)', /control_conversions: .*null/],
      ['two_proportion_test(1, 10, 1, 10, confidence_level => 0)', /confidence_level: .*got 0/],
      [`normal_upper_tail('NaN')`, /z: .*NaN/],
      ['normal_quantile(1)', /q: .*got 1/],
      [`required_sample_size(0.3, 'Infinity')`, /relative_lift: .*Infinity/],
      [`sequential_boundaries('{0.5,null}')`, /information_fractions\[1\]: .*null/],
      ['two_proportion_test(1e30, 10, 1, 10)', /control_conversions: .*up to 9007199254740991, got 1e\+30/],
      ['sequential_boundaries(null)', /information_fractions: expected a list of numbers, got null/],
      [`decide_test(1, 10, 1, 10, 'guess')`, /rule: .*guess/],
    ];
    for (const [call, message] of calls) {
      const error = await errorOf(() => db.client.query(`select * from lh_engine.${call}`));
      assert.is(error.code, 'LH001', call);
      assert.match(error.message, message);
      assert.match(String(error.hint), /\.$/);
    }
  });

  statistics('doubles arrive exactly even where the session prints them short', async () => {
    await db.client.query('set extra_float_digits to 0');
    const exact = await one(
      db.client,
      'select lh_engine.normal_quantile(0.1::float8 + 0.2::float8) = lh_engine.normal_quantile(0.3::float8)',
    );
    assert.is(exact, false);
    await db.client.query('reset extra_float_digits');
  });
});
