// The backtest over a generated history with injected incidents: it finds them, plans like a cycle, changes nothing,
// and agrees with what the engine says on the day itself.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { generateHistory, installGenerator } from '../../dev/host/generator.ts';
import { responseSlows, sourceGoesBad } from '../../dev/host/incidents.ts';
import { errorOf, one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

type Row = {
  readonly day: string;
  readonly type: string;
  readonly segment: string | null;
  readonly trigger: string;
  readonly action: string;
  readonly reason: string;
  readonly skill_name: string | null;
  readonly explanation: string;
};

const backtest = async (
  client: pg.Client,
  from: string,
  to: string,
  profile: string | null,
): Promise<readonly Row[]> =>
  (
    await client.query('select b.as_of::text as day, b.* from lh_engine.backtest($1, $2, $3) as b', [
      from,
      to,
      profile,
    ])
  ).rows;

/** One hash over every table of host and engine. */
const fingerprint = (client: pg.Client): Promise<string> =>
  one(
    client,
    `select md5(string_agg(md5(query_to_xml(format('select * from %s as t order by t::text', c.oid::regclass), true, false, '')::text), '' order by c.oid))
     from pg_class as c
     where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'lh_engine'::regnamespace)`,
  );

const liveThroughIncidents = async (client: pg.Client): Promise<void> => {
  await installGenerator(client);
  await generateHistory(client, {
    seed: 'backtest',
    first_day: '2026-01-05',
    days: 84,
    leads_per_day: 60,
    incidents: [...responseSlows({ start_day: 62 }, 9), ...sourceGoesBad('zillow', { start_day: 60 }, 0.03)],
  });
};

engineSuite(
  'backtest',
  { isolation: 'none', now: '2026-03-30 00:01+00', prepare: liveThroughIncidents },
  (backtests, db) => {
    backtests('rigorous is quiet before the injected incidents and finds both after them', async () => {
      const rows = await backtest(db.client, '2026-02-25', '2026-03-29', 'rigorous');
      assert.equal(
        rows.filter((r) => r.day < '2026-03-06'),
        [],
      );
      const first = (type: string): Row | undefined => rows.find((r) => r.type === type);
      // Injected on 2026-03-08 and 2026-03-06.
      const response = first('low_response_rate');
      const source = first('weak_lead_source');
      assert.ok(response !== undefined && response.day >= '2026-03-08' && response.day <= '2026-03-12');
      assert.ok(source !== undefined && source.segment === 'zillow' && source.day <= '2026-03-20');
    });

    backtests('a skill is spawned once and then stays in test', async () => {
      const rows = (await backtest(db.client, '2026-03-10', '2026-03-20', 'rigorous')).filter(
        (r) => r.type === 'low_response_rate',
      );
      assert.equal([rows[0]?.action, rows[0]?.skill_name], ['spawn', 'Auto-spawned instant-responder v1']);
      assert.ok(rows.length > 3);
      assert.ok(
        rows
          .slice(1)
          .every((r) => r.action === 'skip' && r.reason === 'already_testing' && r.skill_name === null),
      );
    });

    backtests(
      'basic calls for a lead-scorer every morning, which is why it is not the profile for production',
      async () => {
        const rows = await backtest(db.client, '2026-02-20', '2026-03-01', 'basic');
        assert.is(
          rows.filter((r) => r.type === 'poor_qualification' && r.trigger === 'threshold').length,
          10,
        );
      },
    );

    backtests('it runs in a read-only transaction and leaves every table as it was', async () => {
      const before = await fingerprint(db.client);
      await db.client.query('begin read only');
      const rows = await backtest(db.client, '2026-03-08', '2026-03-12', null);
      await db.client.query('commit');
      assert.ok(rows.length > 0);
      assert.is(await fingerprint(db.client), before);
    });

    backtests('it says what the engine says on the day itself', async () => {
      await db.client.query('begin');
      try {
        await one(db.client, `select lh_update_pattern_performance('2026-03-29')`);
        await one(db.client, `select lh_engine.refresh_metrics('2026-03-29')`);
        for (const profile of ['basic', 'rigorous']) {
          await one(db.client, `select lh_engine.set_setting('profile', to_jsonb($1::text))`, [profile]);
          const { rows } = await db.client.query(
            `select type, severity, metric, segment, trigger, round(current_value::numeric, 2) as value from lh_detect_bottlenecks('2026-03-29')`,
          );
          const tested = await db.client.query(
            `select type, severity, metric, segment, trigger, round(current_value::numeric, 2) as value from lh_engine.backtest('2026-03-29', '2026-03-29')`,
          );
          assert.equal(tested.rows, rows, profile);
          assert.ok(rows.length > 0);
        }
      } finally {
        await db.client.query('rollback');
      }
    });

    backtests('a setting that was changed by itself holds under every profile', async () => {
      await db.client.query('begin');
      await one(db.client, `select lh_engine.set_setting('detection.qualification_rate_min', '0')`);
      await one(db.client, `select lh_engine.set_setting('detection.trend_alpha', '1e-12')`);
      const rows = await backtest(db.client, '2026-02-20', '2026-02-24', 'basic');
      await db.client.query('rollback');
      assert.equal(rows, []);
    });

    backtests('days that are none and a profile that is none are refused', async () => {
      const refused = [
        ['2026-03-10', '2026-03-01', null],
        ['2026-03-10', '2026-03-10', 'thorough'],
        [null, '2026-03-10', null],
      ];
      for (const values of refused) {
        const error = await errorOf(() =>
          db.client.query('select * from lh_engine.backtest($1, $2, $3)', values),
        );
        assert.is(error.code, 'LH001', values.join());
      }
      const future = await errorOf(() =>
        db.client.query(`select * from lh_engine.backtest('2026-03-29', '2026-04-05')`),
      );
      assert.is(future.code, 'LH006');
    });
  },
);
