// Whether a role may do with the host what the engine does, and sees every row; the whole check, and the refusal of a
// cycle where something is missing. Decides nothing about leads.

import { languageCheck, libraryHint } from '../engine/language.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { sql } from '../kit/sql.ts';
import { rightsCheck } from './access/rights_check.ts';
import type { HostTable } from './contract.ts';
import { structureCheck } from './structure.ts';

const tablesRead = routine({
  name: 'lh_engine.tables_read',
  returns: { rows: { table_oid: 'oid' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The tables that the engine reads: those behind the adapter views, however the views are written, and those of the skills and tests.',
  body: sql`
  select distinct t.object_id
  from lh_engine.read_through(current_user::text) as t
  join pg_class as c on t.catalog = 'pg_catalog.pg_class'::regclass and c.oid = t.object_id
  where c.relkind in ('r', 'p', 'f', 'm');`,
});

const checkHostFor = (tables: readonly HostTable[]) =>
  routine({
    name: 'lh_engine.check_host_for',
    args: { p_role: 'text' },
    returns: {
      rows: { kind: 'text', object: 'text', required: 'boolean', found: 'boolean', remedy: 'text' },
    },
    language: 'sql',
    volatility: 'stable',
    set: { quote_all_identifiers: 'off' },
    grants: ['operator', 'reader'],
    comment: 'lh_engine.check_host() for a role given by name.',
    body: sql`
  select c.kind, c.object, c.required, coalesce(c.found, false), case when c.found is not true then c.remedy end
  from (
${structureCheck(tables, 'all')}
    union all${languageCheck(sql`p_role`)}
    union all
    (${rightsCheck(tables)})
  ) as c;`,
  });

const checkHost = routine({
  name: 'lh_engine.check_host',
  returns: { rows: { kind: 'text', object: 'text', required: 'boolean', found: 'boolean', remedy: 'text' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Every table, column, type, function, right and view that the engine needs of its host, and every right on the engine itself that a cycle needs, for the running role: found or not, and what to do. Row-level security is evaluated here too. A row of kind site view names an adapter view that differs from what the engine made, and that installations therefore keep.',
  body: sql`
  select c.kind, c.object, c.required, c.found, c.remedy
  from lh_engine.check_host_for(current_user::text) as c
  order by c.required and not c.found desc, c.kind, c.object;`,
});

const requireHost = routine({
  name: 'lh_engine.require_host',
  returns: 'void',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'Refuses to go on when the library is gone or is not what was installed (LH012), when a required part of the host is missing (LH004), or when row-level security may hide rows of a table from the running role (LH005): the engine never decides on a part of the rows.',
  body: sql`
declare
  v_missing text;
  v_hidden text;
  v_remedies text;
  v_library text;
begin
  select
    string_agg(c.remedy, '; ') filter (where c.kind = 'language'),
    string_agg(format('%s %s (%s)', c.kind, c.object, c.remedy), '; ')
      filter (where c.kind not in ('language', 'row security', 'view')),
    string_agg(c.object, ', ' order by c.object) filter (where c.kind in ('row security', 'view')),
    string_agg(distinct c.remedy, ' ') filter (where c.kind in ('row security', 'view'))
  into v_library, v_missing, v_hidden, v_remedies
  from lh_engine.check_host() as c
  where c.required and not c.found;
  if v_library is not null then
    raise exception using
      errcode = 'LH012',
      message = v_library,
      hint = ${libraryHint};
  end if;
  if v_missing is not null then
    raise exception using
      errcode = 'LH004',
      message = format('the host lacks what the engine needs: %s', v_missing),
      hint = 'select * from lh_engine.check_host() where not found; shows everything and what to do.';
  end if;
  if v_hidden is not null then
    raise exception using
      errcode = 'LH005',
      message = format('row-level security may hide rows of %s from role %I', v_hidden, current_user),
      hint = format('The engine never decides on a part of the rows. Remedy: %s', v_remedies);
  end if;
end`,
});

export const hostCheck = (tables: readonly HostTable[]): SqlModule => ({
  name: 'host/check',
  objects: [tablesRead, checkHostFor(tables), checkHost, requireHost],
});
