// The refusal to report on a part of the rows, for functions that only read: they need no right to write, so the check
// of a whole cycle would ask for too much. Knows no rule.
import { routine, type SqlModule } from '../../kit/objects.ts';
import { sql } from '../../kit/sql.ts';

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
  v_remedies text;
begin
  select string_agg(distinct t.object, ', ' order by t.object), string_agg(distinct t.remedy, ' ')
  into v_hidden, v_remedies
  from lh_engine.row_security_for(current_user::text) as t
  where not t.sees_all and not t.for_assignment;
  if v_hidden is not null then
    raise exception using
      errcode = 'LH005',
      message = format('row-level security may hide rows of %s from role %I', v_hidden, current_user),
      hint = format('The engine never reports on a part of the rows. Run it as another role, or %s', v_remedies);
  end if;
end`,
});

export const allRows: SqlModule = { name: 'host/all_rows', objects: [requireAllRows] };
