// Rows of the host that are treated in another way than the rest, by their defect: how many there are, and the first of
// them by id. What each defect is called and how it is treated says src/plv8/detection/data_quality.ts.
import { unknownStatus } from '../host/lead_facts.ts';
import { firstMoment, namedRows } from '../host/readable.ts';
import { type Fragment, ident, join, literal, sql } from '../kit/sql.ts';

type Defects = Readonly<Record<string, Fragment>>;

const isKnown: Fragment = sql`l.created_at < d.until`;

/** Of a lead l. Future means after the present, not after the day that is evaluated. */
const leadDefects: Defects = {
  created_missing: sql`l.created_at is null`,
  created_in_future: sql`l.created_at > s.now`,
  created_too_long_ago: sql`l.created_at < ${firstMoment}`,
  contacted_in_future: sql`l.contacted_at > s.now and ${isKnown}`,
  contacted_before_created: sql`l.contacted_at <= d.until and l.contacted_at < l.created_at`,
  contacted_without_time: sql`l.contacted_at is null and l.said_contacted and ${isKnown}`,
  qualified_in_future: sql`l.qualified_at > s.now and ${isKnown}`,
  qualified_before_contacted: sql`l.qualified_at <= d.until and l.qualified_at < l.contacted_at`,
  qualified_without_time: sql`l.won_at is null and l.said_qualified and ${isKnown}`,
  unknown_status: sql`${isKnown} and ${unknownStatus(sql`l`)}`,
  source_cut: sql`${isKnown} and l.source_is_cut`,
  unknown_test: sql`${isKnown} and l.ab_test_id is not null and t.id is null`,
};

/** Of a row f of the CTE feedback. */
const feedbackDefects: Defects = {
  feedback_in_future: sql`f.created_at > s.now`,
  feedback_without_time: sql`f.created_at is null`,
  feedback_too_long_ago: sql`f.created_at < ${firstMoment}`,
  feedback_agent_cut: sql`f.is_recent and f.agent_is_cut`,
  feedback_of_unknown_type: sql`f.is_recent and f.has_unknown_type`,
  feedback_on_unknown_lead: sql`f.is_recent and f.is_orphan`,
};

/** Of a validation v. */
const validationDefects: Defects = {
  validation_in_future: sql`v.created_at > s.now`,
  validation_without_time: sql`v.created_at is null`,
};

/** For each defect two columns: how many rows, and the first ids. */
const columnsFor = (defects: Defects, id: Fragment): Fragment =>
  join(
    Object.entries(defects).map(
      ([code, condition]) => sql`
      count(*) filter (where ${condition}) as ${ident(code)},
      (array_agg(${id}::text order by ${id}) filter (where ${condition}))[1:${namedRows}] as ${ident(`${code}_ids`)}`,
    ),
    ',',
  );

/** CTEs: the defects of the two logs, one row each. Need s and feedback. */
export const oddLogRows: Fragment = sql`
  odd_feedback as materialized (
    select${columnsFor(feedbackDefects, sql`f.id`)}
    from s
    cross join feedback as f
  ),
  odd_validations as materialized (
    select${columnsFor(validationDefects, sql`v.id`)}
    from s
    join lh_engine.host_validations as v
      on v.created_at > s.now
      or v.created_at is null
  )`;

const keysOf = (defects: Defects, from: Fragment, ending: string): readonly Fragment[] =>
  Object.keys(defects).map((code) => sql`${literal(code)}, ${from}.${ident(`${code}${ending}`)}`);

const allKeys = (ending: '' | '_ids'): Fragment =>
  join(
    [
      ...keysOf(leadDefects, sql`o`, ending),
      ...keysOf(feedbackDefects, sql`f`, ending),
      ...keysOf(validationDefects, sql`v`, ending),
    ],
    ',\n          ',
  );

/** json: {"counts": rows by defect, "ids": the first ids by defect}. */
export const oddRows: Fragment = sql`
      select json_build_object(
        'counts', json_build_object(
          ${allKeys('')}
        ),
        'ids', json_build_object(
          ${allKeys('_ids')}
        )
      )
      from (
        select${columnsFor(leadDefects, sql`l.id`)}
        from leads as l
        left join public.lh_ab_tests as t on t.id = l.ab_test_id
        where l.created_at is null
          or l.created_at < ${firstMoment}
          or l.created_at >= (d.as_of - s.lead_span)::timestamp at time zone s.time_zone
      ) as o
      cross join odd_feedback as f
      cross join odd_validations as v`;
