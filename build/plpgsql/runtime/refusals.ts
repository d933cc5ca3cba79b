// How an operation is refused: with the path, what was expected and what was received.
import { inline } from './parts.ts';

export const refusals: readonly string[] = [
  inline('js_path', 'text, text', 'text', `case when $1 = '' then $2 else $1 || '.' || $2 end`),
  `create function js_refuse(p_code text, p_message text, p_hint text) returns void language plpgsql stable as $plain$
begin
  raise exception using errcode = js_error_code(p_code), message = p_message, hint = p_hint;
end
$plain$;`,
  `create function js_refuse_input(p_path text, p_expected text, p_value json) returns void language plpgsql stable as $plain$
declare
  v_text text := case
    when p_value is null then 'nothing'
    when json_typeof(p_value) = 'number' then js_text(js_number(p_value))
    else js_stringify(p_value)
  end;
begin
  if js_length(v_text) > 60 then v_text := js_slice(v_text, 0, 57) || '...'; end if;
  perform js_refuse('bad_input', case when p_path = '' then 'input' else p_path end || ': ' || p_expected || ', got ' || v_text, js_input_hint());
end
$plain$;`,
];
