// Which test and arm a new lead belongs to: called in every insert of the ingestion, so it is plain SQL that the
// planner inlines. Knows nothing of results.
import { settingsCatalog } from '../../plv8/settings/catalog.ts';
import { routine, type SqlModule, view } from '../kit/objects.ts';
import { type Fragment, literal, sql } from '../kit/sql.ts';

/** The share of leads (in percent) that gets the treatment of a row of public.lh_ab_tests. */
export const treatmentPct = (test: Fragment): Fragment => sql`case
    when ${test}.traffic_allocation_pct between 0 and 100 then ${test}.traffic_allocation_pct::double precision
    else ${literal(settingsCatalog['spawning.traffic_allocation_pct'].default)}
  end`;

/** SHA-256 of test and lead. */
export const digestOf = (
  test: Fragment,
  lead: Fragment,
): Fragment => sql`pg_catalog.sha256(pg_catalog.convert_to(
          ${test}::pg_catalog.text operator(pg_catalog.||) ':' operator(pg_catalog.||) ${lead}::pg_catalog.text,
          'UTF8'
        ))`;

/** The arm that a digest gives: 48 bits of it against the share of 2^48. */
export const armOf = (digest: Fragment, pct: Fragment): Fragment => sql`case
      when ('x' operator(pg_catalog.||) pg_catalog.encode(pg_catalog.substr(${digest}, 9, 6), 'hex'))::pg_catalog.bit(48)::pg_catalog.int8::pg_catalog.float8
        operator(pg_catalog.<) (${pct} operator(pg_catalog.*) 2814749767106.56::pg_catalog.float8)
        then 'treatment'::pg_catalog.text
      else 'control'::pg_catalog.text
    end`;

const assignableTests = view({
  name: 'lh_engine.assignable_tests',
  grants: ['operator', 'agent'],
  comment:
    'The running tests and the share of leads (in percent) that gets the treatment. Read with the rights of its owner on purpose: whoever inserts leads sees the same tests, whatever row-level security shows them of public.lh_ab_tests.',
  asOwner: true,
  query: sql`
select
  t.id,
  ${treatmentPct(sql`t`)} as treatment_pct
from public.lh_ab_tests as t
where t.status::text = 'running'`,
});

const assignAbTest = routine({
  name: 'public.lh_assign_ab_test',
  args: { p_lead_id: 'public.lh_lead_status.id%type' },
  returns: { rows: { ab_test_id: 'public.lh_ab_tests.id%type', ab_test_group: 'text' } },
  language: 'sql',
  volatility: 'stable',
  parallel: 'safe',
  searchPath: null,
  grants: ['operator', 'agent'],
  comment:
    'The running test and the group (control or treatment) of a lead; no row when no test runs. The same answer for the same lead while the set of running tests stands. SHA-256 of test and lead gives two independent hashes: its first 8 bytes pick the test, the next 6 the arm. Its search_path is not pinned, so that it can be inlined: every name and operator in it is qualified.',
  body: sql`
  select
    picked.id,
    ${armOf(sql`picked.digest`, sql`picked.treatment_pct`)}
  from (
    select hashed.id, hashed.treatment_pct, hashed.digest
    from (
      select
        t.id,
        t.treatment_pct,
        ${digestOf(sql`t.id`, sql`p_lead_id`)} as digest
      from lh_engine.assignable_tests as t
      where p_lead_id is not null
      -- Keeps the digest from being computed again wherever it is used.
      offset 0
    ) as hashed
    order by
      -- The test with the largest hash takes the lead: when a test ends, only its own leads move.
      ('x' operator(pg_catalog.||) pg_catalog.encode(pg_catalog.substr(hashed.digest, 1, 8), 'hex'))::pg_catalog.bit(64)::pg_catalog.int8 desc,
      hashed.id
    limit 1
  ) as picked;`,
});

export const assignment: SqlModule = { name: 'testing/assignment', objects: [assignableTests, assignAbTest] };
