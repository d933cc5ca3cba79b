// What a role reads that may not see the host, or not every row of it: the reports and the rows of tests and skills as
// the last cycle stored them. Knows no report by its meaning; src/sql/operating/stored_reports.ts fills the store.
import { type Columns, columnDefinitions, routine, type SqlModule } from '../../kit/objects.ts';
import { type Fragment, ident, join, literal, sql } from '../../kit/sql.ts';

const seesAll = routine({
  name: 'lh_engine.sees_all',
  returns: 'boolean',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Whether the running role may read what the engine reads of the host, and row-level security hides no row of it: then reports are made of the present rows, else they are those that the last cycle stored.',
  body: sql`
  select not exists (
    select from lh_engine.read_through(current_user::text) as t
    join pg_class as c on t.catalog = 'pg_catalog.pg_class'::regclass and c.oid = t.object_id
    where not t.for_assignment
      and t.reader = current_user
      and c.relkind in ('r', 'p', 'f', 'v', 'm')
      and not has_table_privilege(c.oid, 'select')
  )
  and not exists (
    select from lh_engine.row_security_for(current_user::text) as s where not s.for_assignment and not s.sees_all
  );`,
});

const storedReport = routine({
  name: 'lh_engine.stored_report',
  args: { p_report: 'text' },
  returns: { row: { as_of: 'timestamptz', stored: 'json' } },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'agent', 'reader'],
  comment:
    'A report as the last cycle stored it, and when that was. None yet, or one that could not be made: LH005 with what to do.',
  body: sql`
declare
  v_error text := 'no cycle has stored it yet';
begin
  select r.as_of, r.stored, case when r.stored is null then r.error end
  into as_of, stored, v_error
  from lh_engine.stored_reports as r
  where r.report = p_report;
  if stored is null then
    raise exception using
      errcode = 'LH005',
      message = format('role %I does not see every row of the host, and there is no stored %s for it: %s', current_user, p_report, coalesce(v_error, 'no cycle has stored it yet')),
      hint = 'The next cycle stores it. A role that may read the tables of the host and sees every row needs no stored one.';
  end if;
end`,
});

/**
 * The rows of a report, `live` where the role sees all and else as they were stored, each with `as_of`. Both are behind a
 * condition without columns, so that Postgres calls one of them.
 */
export const liveOrStored = (report: string, live: Fragment, columns: Columns): Fragment => {
  const names = join(
    Object.keys(columns).map((name) => sql`r.${ident(name)}`),
    ', ',
  );
  return sql`(
  select ${names}, lh_engine.clock() as as_of
  from ${live} as r
  where lh_engine.sees_all()
  union all
  select ${names}, s.as_of
  from lh_engine.stored_report(${literal(report)}) as s
  cross join lateral json_to_recordset(s.stored) as r (${columnDefinitions(columns)})
  where not lh_engine.sees_all()
)`;
};

/** Of the tables whose rows the engine itself writes; what is stored has no column that a site added. */
const ownTables = {
  tests: {
    table: 'lh_ab_tests',
    columns: [
      'id',
      'skill_id',
      'test_name',
      'metric_tracked',
      'status',
      'started_at',
      'ended_at',
      'min_sample_size',
      'traffic_allocation_pct',
    ],
  },
  skills: {
    table: 'lh_spawned_skills',
    columns: [
      'id',
      'skill_type',
      'skill_name',
      'problem_detected',
      'target_metric',
      'baseline_value',
      'target_value',
      'actual_lift_pct',
      'status',
      'spawned_at',
      'decision_made_at',
    ],
  },
} as const;

type OwnTable = keyof typeof ownTables;

/** What a cycle stores of them. */
export const ownRows = (name: OwnTable): Fragment => {
  const { table, columns } = ownTables[name];
  return sql`(select ${join(
    columns.map((column) => sql`t.${ident(column)}`),
    ', ',
  )} from public.${ident(table)} as t)`;
};

const readable = (name: OwnTable) => {
  const table = sql`public.${ident(ownTables[name].table)}`;
  return routine({
    name: `lh_engine.readable_${name}`,
    returns: `setof public.${ownTables[name].table}`,
    language: 'plpgsql',
    volatility: 'stable',
    grants: ['operator', 'agent', 'reader'],
    comment: `The rows of public.${ownTables[name].table}; for a role that may not see them all, what the last cycle stored of them (${ownTables[name].columns.join(', ')}).`,
    body: sql`
begin
  if (select lh_engine.sees_table(${literal(`public.${ownTables[name].table}`)})) then
    return query select t.* from ${table} as t;
  else
    return query
    select t.*
    from lh_engine.stored_report(${literal(name)}) as s
    cross join lateral json_populate_recordset(null::${table}, s.stored) as t;
  end if;
end`,
  });
};

const seesTable = routine({
  name: 'lh_engine.sees_table',
  args: { p_table: 'text' },
  returns: 'boolean',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'agent', 'reader'],
  comment:
    'Whether the running role may read a table and row-level security hides no row of it. Of a site that has a view in place of the table, what the view reads is judged together with all else that the engine reads.',
  body: sql`
  select has_table_privilege(c.oid, 'select')
    and case
      when c.relkind in ('r', 'p') then not row_security_active(c.oid)
        or exists (select from lh_engine.trusted_roles() as t where t.role_name = current_user)
      -- Row-level security is never active for a view, whatever it hides of the tables under it.
      else lh_engine.sees_all()
    end
  from pg_class as c
  where c.oid = to_regclass(p_table);`,
});

export const readers: SqlModule = {
  name: 'host/readers',
  objects: [seesAll, storedReport, seesTable, readable('tests'), readable('skills')],
};
