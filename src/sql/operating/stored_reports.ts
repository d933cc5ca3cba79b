// What a cycle stores for those who may not see the host: every report as it is at the end of the cycle. It counts and
// names segments, agents, patterns, tests and skills; no lead is in it. Knows no report by its meaning.
import { ownRows } from '../host/access/readers.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { type Fragment, join, literal, sql } from '../kit/sql.ts';

const reports: Readonly<Record<string, Fragment>> = {
  tests: ownRows('tests'),
  skills: ownRows('skills'),
  running_tests: sql`lh_engine.test_outlook()`,
  test_segments: sql`lh_engine.segments()`,
  source_report: sql`lh_engine.report_segments('source', null)`,
  county_report: sql`lh_engine.report_segments('county', null)`,
  distress_type_report: sql`lh_engine.report_segments('distress_type', null)`,
  pattern_recommendations: sql`lh_engine.recommend_patterns(null)`,
  feedback_report: sql`lh_engine.report_feedback(null)`,
};

const makeReport = routine({
  name: 'lh_engine.make_report',
  args: { p_report: 'text' },
  returns: 'json',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator'],
  comment: 'The rows of a report as a JSON array, made of the present rows of the host.',
  body: sql`
declare
  v_rows json;
begin
  case p_report
${join(
  Object.entries(reports).map(
    ([name, rows]) =>
      sql`    when ${literal(name)} then select coalesce(json_agg(r), '[]') into v_rows from ${rows} as r;`,
  ),
  '\n',
)}
  end case;
  return v_rows;
end`,
});

const storeReports = routine({
  name: 'lh_engine.store_reports',
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Stores every report for the roles that may not see the host, where any role but the owner is granted lh_engine.stored_reports: it takes about as long as the rest of a cycle. One that cannot be made stops nothing: its error is stored in its place and returned as a warning.',
  body: sql`
declare
  v_report text;
  v_stored json;
  v_error text;
  v_warnings jsonb := '[]'::jsonb;
begin
  if not exists (
    select from pg_class as c
    cross join lateral aclexplode(c.relacl) as a
    where c.oid = 'lh_engine.stored_reports'::regclass and a.grantee <> c.relowner and a.privilege_type = 'SELECT'
  ) then
    return v_warnings;
  end if;
  foreach v_report in array array[${join(Object.keys(reports).map(literal), ', ')}] loop
    v_error := null;
    begin
      select lh_engine.make_report(v_report) into v_stored;
    exception when others then
      v_stored := null;
      v_error := sqlerrm;
      v_warnings := v_warnings || jsonb_build_object('code', 'report_not_stored', 'message', format('%s could not be stored for readers: %s', v_report, v_error));
    end;
    insert into lh_engine.stored_reports as r (report, as_of, stored, error)
    values (v_report, lh_engine.clock(), v_stored, v_error)
    on conflict (report) do update
      set as_of = excluded.as_of, stored = excluded.stored, error = excluded.error;
  end loop;
  return v_warnings;
end`,
});

export const storedReports: SqlModule = {
  name: 'operating/stored_reports',
  objects: [makeReport, storeReports],
};
