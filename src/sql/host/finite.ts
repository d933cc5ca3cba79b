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

const finiteNumeric = routine({
  name: 'lh_engine.finite_or_null',
  args: { p_value: 'numeric' },
  returns: 'double precision',
  language: 'sql',
  volatility: 'immutable',
  parallel: 'safe',
  grants: ['operator', 'reader'],
  comment:
    'The number as a double, or null for NaN, the infinities and whatever no double can hold; what is smaller than any is 0.',
  body: sql`
  select case
    when abs(p_value) < 1e-300 then 0
    when abs(p_value) < 1.7e308 then p_value::double precision
  end;`,
});

const countable = routine({
  name: 'lh_engine.countable',
  args: { p_value: 'numeric' },
  returns: 'double precision',
  language: 'sql',
  volatility: 'immutable',
  parallel: 'safe',
  grants: ['operator', 'reader'],
  comment:
    'The number, or null where no count can be it: NaN, the infinities, and what an integer column could not hold.',
  body: sql`
  select case when p_value between -2147483648 and 2147483647 then lh_engine.finite_or_null(p_value) end;`,
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

export const finite: SqlModule = {
  name: 'host/finite',
  objects: [finiteOrNull, finiteNumeric, countable, finiteNumber],
};
