// The second way to run the compiled functions: where a result over- or underflows, SQL raises an error and JavaScript
// goes on with Infinity or 0. The entry catches the error and runs the same functions again with this schema first on the
// path, whose operators and functions go on as JavaScript does. Slow, and hardly ever needed.

const sign = `case when (v_a < 0) = (v_b < 0) then 1 else -1 end`;
const ranges = 'numeric_value_out_of_range';

const operator = (schema: string, symbol: string, name: string, body: string): string => `
create function ${schema}.${name}(float8, float8) returns float8 language plpgsql immutable as $plain$
declare
  v_a float8 := $1;
  v_b float8 := $2;
begin
  return v_a operator(pg_catalog.${symbol}) v_b;
exception
  when ${ranges} or division_by_zero then
    return ${body};
end
$plain$;
create operator ${schema}.${symbol} (leftarg = float8, rightarg = float8, function = ${schema}.${name});`;

const infinity = `'Infinity'::float8`;

export const guard = (schema: string): readonly string[] => [
  operator(schema, '+', 'add', `case when v_a > 0 then ${infinity} else '-Infinity'::float8 end`),
  operator(schema, '-', 'subtract', `case when v_a > 0 then ${infinity} else '-Infinity'::float8 end`),
  operator(
    schema,
    '*',
    'multiply',
    `case when abs(v_a) > 1 then ${infinity} else 0::float8 end operator(pg_catalog.*) (${sign})::float8`,
  ),
  operator(
    schema,
    '/',
    'divide',
    `case when abs(v_a) > abs(v_b) then ${infinity} else 0::float8 end operator(pg_catalog.*) (${sign})::float8`,
  ),
  `
create function ${schema}.js_number(p_value json) returns float8 language plpgsql immutable as $plain$
begin
  return (p_value #>> '{}')::float8;
exception
  when ${ranges} then
    -- Out of range: too small where the exponent, or the digits before the point, say so.
    return case
      when (p_value #>> '{}') ~* 'e-' or (p_value #>> '{}') ~ '^-?0' then 0::float8 else ${infinity}
    end operator(pg_catalog.*) (case when (p_value #>> '{}') like '-%' then -1 else 1 end)::float8;
end
$plain$;`,
];
