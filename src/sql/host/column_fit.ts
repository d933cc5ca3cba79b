// Whether a value fits a column of the host, whatever its type. Knows the catalog of Postgres, and no column by name.
import { routine, type SqlModule } from '../kit/objects.ts';
import { sql } from '../kit/sql.ts';

const fitNumeric = routine({
  name: 'lh_engine.fit_numeric',
  args: { p_value: 'double precision', p_table: 'regclass', p_column: 'text' },
  returns: 'double precision',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'The number itself where it fits the type of a column of the host, or null where the column would overflow (a lift of 1500 % in numeric(5,2)).',
  body: sql`
  with recursive base (type, modifier) as (
    select a.atttypid, a.atttypmod
    from pg_attribute as a
    where a.attrelid = p_table and a.attname = p_column
    union all
    select t.typbasetype, coalesce(nullif(base.modifier, -1), t.typtypmod)
    from base
    join pg_type as t on t.oid = base.type
    where t.typtype = 'd'
  )
  select case
    when t.oid = 'int2'::regtype and round(p_value) not between -32768 and 32767 then null
    when t.oid = 'int4'::regtype and round(p_value) not between -2147483648 and 2147483647 then null
    when t.oid = 'int8'::regtype and abs(p_value) >= 9.2e18 then null
    when t.oid = 'float4'::regtype and p_value <> 0 and abs(p_value) not between 1.2e-38 and 3.4e38 then null
    when t.oid = 'numeric'::regtype and b.modifier >= 4
      and abs(round(p_value::numeric, s.scale)) >= 10::numeric ^ (s."precision" - s.scale)::numeric then null
    else p_value
  end
  from base as b
  join pg_type as t on t.oid = b.type and t.typtype <> 'd'
  -- How numeric keeps precision and scale in its modifier (numeric.c).
  cross join lateral (
    select ((b.modifier - 4) >> 16) & 65535, ((((b.modifier - 4) & 2047) # 1024) - 1024)
  ) as s ("precision", scale);`,
});

const textLimit = routine({
  name: 'lh_engine.text_limit',
  args: { p_table: 'regclass', p_column: 'text' },
  returns: 'integer',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'How many letters a column of the host holds (varchar(100), say, or a domain over it); null for any number.',
  body: sql`
  with recursive base (type, modifier) as (
    select a.atttypid, a.atttypmod
    from pg_attribute as a
    where a.attrelid = p_table and a.attname = p_column
    union all
    select t.typbasetype, coalesce(nullif(base.modifier, -1), t.typtypmod)
    from base
    join pg_type as t on t.oid = base.type
    where t.typtype = 'd'
  )
  -- varchar and char keep their length plus four in their modifier.
  select b.modifier - 4
  from base as b
  where b.type in ('varchar'::regtype, 'bpchar'::regtype) and b.modifier > 4;`,
});

const fitText = routine({
  name: 'lh_engine.fit_text',
  args: { p_value: 'text', p_table: 'regclass', p_column: 'text' },
  returns: 'text',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'A text for people, cut to what a column of the host holds (varchar(100), say); the event has the whole text.',
  body: sql`
  select left(p_value, coalesce(lh_engine.text_limit(p_table, p_column), length(p_value)));`,
});

export const columnFit: SqlModule = {
  name: 'host/column_fit',
  objects: [fitNumeric, textLimit, fitText],
};
