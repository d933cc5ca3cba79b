// Days and moments of the calendar, without a time zone.
import { plpgsql } from '../scope/unit.ts';
import { lines } from './parts.ts';

export const days: readonly string[] = [
  plpgsql(
    'js_utc',
    ['p_year float8', 'p_month float8', 'p_day float8'],
    'float8',
    lines(
      'declare',
      '  v_year float8 := p_year + floor(p_month / 12);',
      '  v_month int4 := p_month - 12 * floor(p_month / 12);',
      'begin',
      `  if not (abs(p_year) < 'Infinity'::float8 and abs(p_month) < 'Infinity'::float8 and abs(p_day) < 'Infinity'::float8) then return 'NaN'; end if;`,
      '  if p_year between 0 and 99 then v_year := v_year + 1900; end if;',
      '  return js_days(v_year::int4, v_month + 1, 1) * 86400000::float8 + (trunc(p_day) - 1) * 86400000::float8;',
      'end',
    ),
  ),
  plpgsql(
    'js_days',
    ['p_year int4', 'p_month int4', 'p_day int4'],
    'int4',
    lines(
      'begin',
      "  return make_date(case when p_year <= 0 then p_year - 1 else p_year end, p_month, p_day) - date '1970-01-01';",
      'end',
    ),
  ),
  plpgsql(
    'js_date_parse',
    ['p_text text'],
    'float8',
    lines(
      'declare',
      `  v_parts text[] := regexp_match(p_text, '^(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)Z$');`,
      'begin',
      `  if v_parts is null or v_parts[2]::int4 not between 1 and 12 or v_parts[3]::int4 not between 1 and 31`,
      `    or v_parts[4]::int4 > 24 or v_parts[5]::int4 > 59 or v_parts[6]::int4 > 59`,
      `    or (v_parts[4]::int4 = 24 and v_parts[5] || v_parts[6] <> '0000') then`,
      `    return 'NaN';`,
      '  end if;',
      '  return (js_days(v_parts[1]::int4, v_parts[2]::int4, 1) + v_parts[3]::int4 - 1) * 86400000::float8',
      '    + v_parts[4]::int4 * 3600000::float8 + v_parts[5]::int4 * 60000::float8 + v_parts[6]::int4 * 1000::float8;',
      'end',
    ),
  ),
  plpgsql(
    'js_iso',
    ['p_ms float8'],
    'text',
    lines(
      'declare',
      '  v_day int4;',
      '  v_date date;',
      '  v_rest int8;',
      '  v_year int4;',
      'begin',
      `  if not (abs(p_ms) <= 8.64e15) then`,
      `    raise exception using errcode = 'XX000', message = 'RangeError: Invalid time value';`,
      '  end if;',
      '  v_day := floor(p_ms / 86400000);',
      '  v_rest := trunc(p_ms)::int8 - v_day::int8 * 86400000;',
      `  v_date := date '1970-01-01' + v_day;`,
      '  v_year := extract(year from v_date)::int4;',
      '  if v_year < 0 then v_year := v_year + 1; end if;',
      `  return case when v_year between 0 and 9999 then lpad(v_year::text, 4, '0') when v_year < 0 then '-' || lpad(abs(v_year)::text, 6, '0') else '+' || lpad(v_year::text, 6, '0') end`,
      `    || to_char(v_date, '-MM-DD') || 'T' || lpad((v_rest / 3600000)::text, 2, '0') || ':' || lpad((v_rest / 60000 % 60)::text, 2, '0')`,
      `    || ':' || lpad((v_rest / 1000 % 60)::text, 2, '0') || '.' || lpad((v_rest % 1000)::text, 3, '0') || 'Z';`,
      'end',
    ),
  ),
];
