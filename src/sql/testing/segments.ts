// Tests seen source by source. Collects the counts; what they say is computed in src/plv8/testing.
import { liveOrStored } from '../host/access/readers.ts';
import { routine, type SqlModule, view } from '../kit/objects.ts';
import { callJs, columnsOf, type RowOf, recordset } from '../kit/rows.ts';
import { ident, join, sql } from '../kit/sql.ts';

const segmentColumns = columnsOf<RowOf<'test_segments'>>()({
  ab_test_id: 'text',
  source: 'text',
  control_leads: 'bigint',
  control_conversions: 'bigint',
  control_rate: 'double precision',
  treatment_leads: 'bigint',
  treatment_conversions: 'bigint',
  treatment_rate: 'double precision',
  lift_pct: 'double precision',
  lift_low_pct: 'double precision',
  lift_high_pct: 'double precision',
  p_value: 'double precision',
  holm_p_value: 'double precision',
  effect: 'text',
  note: 'text',
});

const segmentRows = routine({
  name: 'lh_engine.segments',
  returns: { rows: segmentColumns },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment: 'The rows of lh_engine.test_segments, from one pass over the leads of all tests.',
  body: sql`
#variable_conflict use_column
declare
  v_document json;
  v_rows json;
begin
  select json_build_object(
    'settings', lh_engine.settings_json(),
    'tests', coalesce(json_agg(g.test order by g.started_at nulls last, g.id), '[]'::json)
  )
  into v_document
  from (
    select
      t.started_at,
      t.id,
      json_build_object(
        'ab_test_id', t.id::text,
        'confidence_level', lh_engine.finite_or_null(t.confidence_level),
        'groups', json_agg(
          to_jsonb(c) - array['ab_test_id', 'arm'] || jsonb_build_object('group', c.arm)
          order by c.arm, c.source
        )
      ) as test
    from public.lh_ab_tests as t
    join lh_engine.test_lead_counts(array(select a.id::text from public.lh_ab_tests as a), null) as c
      on c.ab_test_id = t.id::text
    group by t.id, t.started_at, t.confidence_level
  ) as g;
  select ${callJs('test_segments', sql`v_document`)} into v_rows;
  return query
  select r.*
  from ${recordset(sql`v_rows`, segmentColumns)};
end`,
});

const testSegments = view({
  name: 'lh_engine.test_segments',
  grants: ['operator', 'reader'],
  comment:
    'Every test, running or finished, by lead source as the leads stand now: counts, rates, relative lift with its Katz interval, p of the z-test and adjusted by Holm over the sources of the test, effect (helped, hurt or open, by the adjusted p), and a note where the sources disagree (Cochran Q) or the skill helps some and hurts others. as_of: when that was, for a role that may not see the host the last cycle.',
  query: sql`
select
  s.ab_test_id,
  t.test_name::text as test_name,
  t.status::text as status,
  s.source,
  s.control_leads,
  s.control_conversions,
  s.control_rate,
  s.treatment_leads,
  s.treatment_conversions,
  s.treatment_rate,
  s.lift_pct,
  s.lift_low_pct,
  s.lift_high_pct,
  s.p_value,
  s.holm_p_value,
  s.effect,
  s.note,
  s.as_of
from ${liveOrStored('test_segments', sql`lh_engine.segments()`, segmentColumns)} as s
join lh_engine.readable_tests() as t on t.id::text = s.ab_test_id`,
});

const formerColumns = join(
  ['ab_test_id', 'test_name', 'status', ...Object.keys(segmentColumns).slice(1)].map(
    (column) => sql`  s.${ident(column)}`,
  ),
  ',\n',
);

const formerName = view({
  name: 'lh_engine.segment_report',
  grants: ['operator', 'reader'],
  comment: 'The old name of lh_engine.test_segments: use that. It goes with version 1.2.0.',
  // Written out, for the build compares the columns of a view by name: a star would drop it at the upgrade.
  query: sql`
select
${formerColumns}
from lh_engine.test_segments as s`,
});

export const segments: SqlModule = {
  name: 'testing/segments',
  objects: [segmentRows, testSegments, formerName],
};
