// Hosts whose columns have other types than those of the demo: what installs, what is read as null, what is refused.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import type { IdType } from '../../dev/host/schema.ts';
import { errorOf, installFile, one, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

const typeOf = (client: pg.Client, view: string, column: string): Promise<string> =>
  one(
    client,
    `select format_type(atttypid, atttypmod) from pg_attribute where attrelid = to_regclass('lh_engine.' || $1) and attname = $2`,
    [view, column],
  );

/** Logs and contacts whose contact ids have a type of their own. */
const contactIds = (type: string): string => `
  drop table lh_contacts, lh_validation_history, lh_feedback_log;
  create table lh_contacts (id ${type} primary key, property_id LEAD, validation_status text);
  create table lh_validation_history (id ${type}, contact_id ${type}, reason text, pattern_type text, created_at timestamptz);
  create table lh_feedback_log (id ${type}, lead_id LEAD, contact_id ${type}, agent_id text, feedback_type text, created_at timestamptz);`;

engineSuite(
  'types of the host',
  { isolation: 'database', engine: false, now: '2026-03-04 18:00+00' },
  (host, db) => {
    const other: IdType = db.ids === 'uuid' ? 'bigint' : 'uuid';

    const install = (change: string) => db.client.query(change.replaceAll('LEAD', db.ids) + installFile);
    const cycleRuns = async () => {
      assert.is(await one(db.client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
      await db.client.query(
        `select count(*) from lh_engine.report_segments('county', null); select count(*) from lh_engine.feedback_report`,
      );
    };

    host('contacts may have ids of another type than leads', async () => {
      await install(contactIds(other));
      assert.equal(
        await rows(db.client, 'select object from lh_engine.check_host() where required and not found'),
        [],
      );
      await cycleRuns();
    });

    host('a missing id is null of the type that it is compared with', async () => {
      await install(`${contactIds(other)}
      alter table lh_feedback_log drop column contact_id, drop column lead_id;
      alter table lh_contacts drop column property_id;`);
      assert.is(await typeOf(db.client, 'host_feedback', 'contact_id'), other);
      assert.is(await typeOf(db.client, 'host_feedback', 'lead_id'), db.ids);
      assert.is(await typeOf(db.client, 'host_contacts', 'property_id'), db.ids);
      await cycleRuns();
    });

    host('where no id of a kind is left, all of them are null of one type', async () => {
      await install(`${contactIds(other)}
      alter table lh_feedback_log drop column contact_id;
      alter table lh_validation_history drop column contact_id, drop column id;
      alter table lh_contacts drop column id;`);
      assert.is(await typeOf(db.client, 'host_feedback', 'contact_id'), db.ids);
      assert.is(await typeOf(db.client, 'host_validations', 'contact_id'), db.ids);
      await cycleRuns();
    });

    for (const [change, pair] of [
      [
        `alter table lh_feedback_log drop column contact_id, add column contact_id ${other};`,
        'public.lh_feedback_log.contact_id can be compared with public.lh_validation_history.contact_id',
      ],
      [
        `alter table lh_feedback_log drop column lead_id, add column lead_id ${other};`,
        'public.lh_feedback_log.lead_id can be compared with public.lh_lead_status.id',
      ],
      [
        `alter table lh_contacts drop column property_id, add column property_id ${other};`,
        'public.lh_contacts.property_id can be compared with public.lh_lead_status.property_id',
      ],
      [
        `alter table lh_properties drop column id cascade, add column id ${other};`,
        'public.lh_properties.id can be compared with public.lh_lead_status.property_id',
      ],
    ] as const)
      host(`refused with a remedy unless ${pair}`, async () => {
        const error = await errorOf(() => install(change));
        assert.is(error.code, 'LH004');
        assert.match(error.message, `type ${pair}: make them one type: `);
        await db.client.query('rollback');
        assert.is(await one(db.client, `select to_regnamespace('lh_engine')`), null);
      });

    host('numbers of different width can be compared', async () => {
      await install(`alter table lh_feedback_log drop column lead_id, drop column contact_id;
      alter table lh_validation_history drop column contact_id;
      alter table lh_feedback_log add column contact_id integer;
      alter table lh_validation_history add column contact_id bigint;`);
      await cycleRuns();
    });

    host('an assumed column of another type is read as null, and named as missing', async () => {
      await install(`
      alter table lh_lead_status alter column qualified_at type timestamp;
      alter table lh_validation_history alter column points type text;`);
      assert.equal(await rows(db.client, 'select * from lh_engine.missing_columns() order by 1'), [
        { view_name: 'host_leads', column_name: 'qualified_at' },
        { view_name: 'host_validations', column_name: 'points' },
      ]);
      assert.equal(
        await rows(
          db.client,
          `select object, required from lh_engine.check_host() where not found and kind <> 'language'`,
        ),
        [
          { object: 'public.lh_lead_status.qualified_at', required: false },
          { object: 'public.lh_validation_history.points', required: false },
        ],
      );
      await cycleRuns();
      assert.equal(
        await rows(
          db.client,
          `select distinct w ->> 'code' as code, w -> 'columns' as columns
         from lh_engine.events as e cross join jsonb_array_elements(e.data -> 'warnings') as w
         where e.kind = 'cycle' and w ->> 'metric' = 'follow_up_days'`,
        ),
        [{ code: 'not_available', columns: ['host_leads.qualified_at'] }],
      );
    });

    host('a required column of another type is refused with what to do', async () => {
      const error = await errorOf(() =>
        install('alter table lh_lead_status alter column contacted_at type timestamp;'),
      );
      assert.is(error.code, 'LH004');
      assert.match(error.message, 'type public.lh_lead_status.contacted_at is timestamp without time zone: ');
    });
  },
);
