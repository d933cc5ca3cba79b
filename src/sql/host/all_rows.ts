// The refusal to report on a part of the rows, for functions that only read: they need no right to write, so the check
// of a whole cycle would ask for too much. Knows no rule.
import { routine, type SqlModule } from '../kit/objects.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';

const requireAllRows = routine({
  name: 'lh_engine.require_all_rows',
  returns: 'void',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Refuses to go on when row-level security may hide rows of a table that the engine reads from the running role (LH005), unless a DBA vouches for the role in security.trusted_roles.',
  body: sql`
declare
  v_hidden text;
begin
  select string_agg(t.table_oid::regclass::text, ', ' order by t.table_oid::regclass::text)
  into v_hidden
  from lh_engine.tables_read() as t
  where row_security_active(t.table_oid)
    and not (select ${settingOf('security.trusted_roles')}) ? current_user::text;
  if v_hidden is not null then
    raise exception using
      errcode = 'LH005',
      message = format('row-level security may hide rows of %s from role %I', v_hidden, current_user),
      hint = 'The engine never reports on a part of the rows. Run it as a role with BYPASSRLS, or let a DBA vouch for the role in the setting security.trusted_roles.';
  end if;
end`,
});

export const allRows: SqlModule = { name: 'host/all_rows', objects: [requireAllRows] };
