// JSON that is unknown: its parts, its text, and whether two values are the same. What is read of a document is brought
// into the form that JSON.stringify gives it, so that it can be written as it is.
import { plpgsql } from '../scope/unit.ts';
import { inline, lines } from './parts.ts';

export const jsons: readonly string[] = [
  plpgsql(
    'js_write_json',
    ['json'],
    'text',
    lines(
      '-- Infinity and -0 are kept until here, as js_normal writes them; JSON.stringify makes null and 0 of them.',
      'begin',
      `  if $1::text ~ '1e999|(^|[\\[:,])-0($|[\\],}])' then return js_normal($1, true); end if;`,
      '  return $1::text;',
      'end',
    ),
  ),
  inline(
    'js_number_or_nan',
    'json',
    'float8',
    `case when json_typeof($1) = 'number' then js_number($1) else 'NaN'::float8 end`,
  ),
  inline(
    'js_string',
    'json',
    'text',
    `case json_typeof($1) when 'string' then $1 #>> '{}' when 'number' then js_text(js_number($1)) else coalesce(js_stringify($1), 'undefined') end`,
  ),
  inline(
    'js_typeof',
    'json',
    'text',
    `case coalesce(json_typeof($1), 'undefined') when 'null' then 'object' when 'array' then 'object' else coalesce(json_typeof($1), 'undefined') end`,
  ),
  inline(
    'js_items',
    'json',
    'json[]',
    `array(select x.value from json_array_elements($1) with ordinality as x(value, n) order by n)`,
  ),
  inline('js_list', 'json[]', 'json', `('[' || array_to_string($1, ',', 'null') || ']')::json`),
  inline(
    'js_index',
    'text',
    'numeric',
    `case when $1 ~ '^(0|[1-9][0-9]{0,9})$' and $1::numeric < 4294967295 then $1::numeric - 4294967295 end`,
  ),
  // JavaScript has keys that are indices of a list first, by size, and the others as they came; of two members with one
  // key the place of the first and the value of the last.
  `create function js_entries(json) returns table (key text, value json, place numeric) language sql immutable as $plain$
select e.key, (array_agg(e.value order by e.n desc))[1], coalesce(js_index(e.key), min(e.n))
from json_each(case when json_typeof($1) = 'object' then $1 end) with ordinality as e (key, value, n)
group by e.key
union all
select (e.n - 1)::text, e.value, e.n - 1 - 4294967295
from json_array_elements(case when json_typeof($1) = 'array' then $1 end) with ordinality as e (value, n)
$plain$;`,
  inline('js_keys', 'json', 'text[]', 'array(select e.key from js_entries($1) as e order by e.place)'),
  inline('js_values', 'json', 'json[]', 'array(select e.value from js_entries($1) as e order by e.place)'),
  plpgsql(
    'js_normal',
    ['p_value json', 'p_written boolean'],
    'text',
    lines(
      '-- What JSON.stringify makes of what JSON.parse made of it; unless it is to be written, Infinity and -0 stay. What is',
      '-- nested deeper than the stack of the server allows is taken as it came.',
      'begin',
      `  if json_typeof(p_value) not in ('object', 'array') then return js_normal_part(p_value, p_written); end if;`,
      '  begin',
      '    return js_normal_part(p_value, p_written);',
      '  exception',
      '    when statement_too_complex then',
      '      return p_value::text;',
      '  end;',
      'end',
    ),
  ),
  plpgsql(
    'js_normal_part',
    ['p_value json', 'p_written boolean'],
    'text',
    lines(
      'declare',
      `  v_text text;`,
      '  v_number float8;',
      'begin',
      '  case json_typeof(p_value)',
      `    when 'object' then return '{' || coalesce((select string_agg(to_json(e.key)::text || ':' || js_normal_part(e.value, p_written), ',' order by e.place) from js_entries(p_value) as e), '') || '}';`,
      `    when 'array' then return '[' || coalesce((select string_agg(js_normal_part(e.value, p_written), ',' order by e.n) from json_array_elements(p_value) with ordinality as e (value, n)), '') || ']';`,
      `    when 'number' then`,
      '      v_text := p_value::text;',
      `      if v_text ~ '^(0|-?[1-9][0-9]{0,14})$' then return v_text; end if;`,
      '      v_number := js_number(p_value);',
      `      if p_written or (abs(v_number) < 'Infinity'::float8 and v_number::text <> '-0') then return js_write_number(v_number); end if;`,
      `      return case when v_number = 0 then '-0' when v_number > 0 then '1e999' else '-1e999' end;`,
      `    when 'string' then return to_json(p_value #>> '{}')::text;`,
      `    else return btrim(p_value::text, E' \\t\\n\\r');`,
      '  end case;',
      'end',
    ),
  ),
  plpgsql('js_read_json', ['json'], 'json', lines('begin', '  return js_normal($1, false)::json;', 'end')),
  plpgsql('js_stringify', ['json'], 'text', lines('begin', '  return js_normal($1, true);', 'end')),
  plpgsql(
    'js_loose',
    ['p_value json', 'p_keys text[]', 'p_values json[]'],
    'json',
    lines(
      '-- An object with the keys that a schema knows, in its order and as it reads them, then the others. Three keys a',
      '-- schema never lets through.',
      'begin',
      `  return ('{' || coalesce((`,
      `    select string_agg(to_json(e.key)::text || ':' || e.text, ',' order by coalesce(js_index(e.key), e.place))`,
      '    from (',
      '      select k.key, k.value::text as text, k.n - 1000000 as place',
      '      from unnest(p_keys, p_values) with ordinality as k (key, value, n)',
      '      where k.value is not null',
      '      union all',
      '      select e.key, js_normal(e.value, false), e.place',
      '      from js_entries(p_value) as e',
      `      where e.key <> all (p_keys) and e.key not in ('__proto__', 'prototype', 'constructor')`,
      '    ) as e',
      `  ), '') || '}')::json;`,
      'end',
    ),
  ),
  plpgsql(
    'js_merge',
    ['p_a json', 'p_b json'],
    'json',
    lines(
      '-- A key that both have keeps its place and takes the later value.',
      'begin',
      '  if p_b is null then return p_a; end if;',
      `  return ('{' || coalesce((`,
      `    select string_agg(to_json(m.key)::text || ':' || m.text, ',' order by coalesce(js_index(m.key), m.place))`,
      '    from (',
      '      select e.key, (array_agg(e.value::text order by e.place desc))[1] as text, min(e.place) as place',
      '      from (',
      '        select a.key, a.value, a.place from js_entries(p_a) as a',
      '        union all',
      '        select b.key, b.value, b.place + 1000000000000 from js_entries(p_b) as b',
      '      ) as e',
      '      group by e.key',
      '    ) as m',
      `  ), '') || '}')::json;`,
      'end',
    ),
  ),
  plpgsql(
    'js_without',
    ['p_object json', 'p_keys text[]'],
    'json',
    lines(
      'begin',
      `  return ('{' || coalesce((select string_agg(to_json(e.key)::text || ':' || e.value::text, ',' order by e.place) from js_entries(p_object) as e where e.key <> all (p_keys)), '') || '}')::json;`,
      'end',
    ),
  ),
  plpgsql(
    'js_same',
    ['p_a json', 'p_b json'],
    'boolean',
    lines(
      '-- Equality of primitives; objects are never the same.',
      'begin',
      '  if p_a is null or p_b is null then return p_a is null and p_b is null; end if;',
      '  if json_typeof(p_a) <> json_typeof(p_b) then return false; end if;',
      `  if json_typeof(p_a) = 'number' then return js_number(p_a) = js_number(p_b); end if;`,
      `  if json_typeof(p_a) in ('object', 'array') then return false; end if;`,
      `  return (p_a #>> '{}') is not distinct from (p_b #>> '{}');`,
      'end',
    ),
  ),
];
