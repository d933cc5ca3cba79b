// The places of the keys of a map by their hashes: a table with open addressing, at most half full, so that a key is found
// without looking at all of them. A map of few keys has none: looking at them is faster.
import { plpgsql } from '../scope/unit.ts';
import { inline, lines } from './parts.ts';

/** Up to so many keys are looked at one after the other. */
const few = 128;

export const maps: readonly string[] = [
  inline('js_hash', 'text', 'int4', `hashtext(case $1 when '-0' then '0' else coalesce($1, '') end)`),
  plpgsql(
    'js_free_place',
    ['p_keys anyarray', 'p_places int4[]', 'p_key anyelement'],
    'int4',
    lines(
      '-- Where the newest of the keys belongs; NULL where the table is to be made anew.',
      'declare',
      '  v_mask int4 := cardinality(p_places) - 1;',
      '  v_slot int4;',
      'begin',
      '  if v_mask + 1 < 2 * cardinality(p_keys) then return null; end if;',
      '  v_slot := js_hash(p_key::text) & v_mask;',
      '  while p_places[v_slot + 1] > 0 loop',
      '    v_slot := (v_slot + 1) & v_mask;',
      '  end loop;',
      '  return v_slot + 1;',
      'end',
    ),
  ),
  plpgsql(
    'js_places',
    ['p_keys anyarray'],
    'int4[]',
    lines(
      'declare',
      '  v_size int4 := 1;',
      '  v_places int4[];',
      '  v_slot int4;',
      'begin',
      `  if cardinality(p_keys) <= ${few} then return '{}'; end if;`,
      '  while v_size < 4 * cardinality(p_keys) loop v_size := 2 * v_size; end loop;',
      '  v_places := array_fill(0, array[v_size]);',
      '  for i in 1 .. cardinality(p_keys) loop',
      '    v_slot := js_hash(p_keys[i]::text) & (v_size - 1);',
      '    while v_places[v_slot + 1] > 0 loop',
      '      v_slot := (v_slot + 1) & (v_size - 1);',
      '    end loop;',
      '    v_places[v_slot + 1] := i;',
      '  end loop;',
      '  return v_places;',
      'end',
    ),
  ),
  plpgsql(
    'js_place',
    ['p_keys anyarray', 'p_places int4[]', 'p_key anyelement'],
    'int4',
    lines(
      'declare',
      '  v_mask int4 := cardinality(p_places) - 1;',
      '  v_slot int4;',
      'begin',
      '  if v_mask < 0 then return array_position(p_keys, p_key); end if;',
      '  v_slot := js_hash(p_key::text) & v_mask;',
      '  while p_places[v_slot + 1] > 0 loop',
      '    if p_keys[p_places[v_slot + 1]] is not distinct from p_key then return p_places[v_slot + 1]; end if;',
      '    v_slot := (v_slot + 1) & v_mask;',
      '  end loop;',
      '  return null;',
      'end',
    ),
  ),
];
