// Numbers of the host on their way into JSON, which cannot carry all that a column may hold.
import { routine, type SqlModule } from '../kit/objects.ts';
import { sql } from '../kit/sql.ts';

const finiteOrNull = routine({
  name: 'lh_engine.finite_or_null',
  args: { p_value: 'double precision' },
  returns: 'double precision',
  language: 'sql',
  volatility: 'immutable',
  parallel: 'safe',
  grants: ['operator', 'reader'],
  comment: 'The number, or null for NaN and the infinities, which JSON cannot carry.',
  body: sql`
  select case when p_value not in ('NaN', 'Infinity', '-Infinity') then p_value end;`,
});

const finiteNumber = routine({
  name: 'lh_engine.finite_number',
  args: { p_value: 'double precision' },
  returns: 'double precision',
  language: 'sql',
  volatility: 'immutable',
  parallel: 'safe',
  grants: ['operator', 'reader'],
  comment: 'The old name of lh_engine.finite_or_null: use that. It goes with version 1.2.0.',
  body: sql`
  select lh_engine.finite_or_null(p_value);`,
});

export const finite: SqlModule = { name: 'host/finite', objects: [finiteOrNull, finiteNumber] };
