-- File 2 of 3 for an SQL editor: run them in this order, as one role.
begin isolation level read committed;

do $parts$
declare
  v_foreign text := (
      select pg_catalog.string_agg(f.hand, ', ')
      from (
        select 'it belongs to another role'
        from pg_catalog.pg_namespace as n
        where n.nspname = 'lh_engine_install' and n.nspowner <> current_user::pg_catalog.regrole
        union all
        select pg_catalog.format('%s belongs to another role', c.oid::pg_catalog.regclass)
        from pg_catalog.pg_class as c
        where c.relnamespace = pg_catalog.to_regnamespace('lh_engine_install')::oid
          and c.relowner <> current_user::pg_catalog.regrole
        union all
        select pg_catalog.format('its table has trigger %I', t.tgname)
        from pg_catalog.pg_trigger as t
        where t.tgrelid = pg_catalog.to_regclass('lh_engine_install.parts')
        union all
        select pg_catalog.format('its table has rule %I', w.rulename)
        from pg_catalog.pg_rewrite as w
        where w.ev_class = pg_catalog.to_regclass('lh_engine_install.parts')
        union all
        select pg_catalog.format('%s was granted to %s', g.object, g.grantee)
        from (
        select distinct a.object, case r.grantee when 0 then 'public' else r.grantee::pg_catalog.regrole::text end as grantee
        from (
          select 'schema lh_engine_install', n.nspacl, n.nspowner
          from pg_catalog.pg_namespace as n
          where n.nspname = 'lh_engine_install'
          union all
          select 'table lh_engine_install.parts', c.relacl, c.relowner
          from pg_catalog.pg_class as c
          where c.oid = pg_catalog.to_regclass('lh_engine_install.parts')
        ) as a (object, rights, owner)
        cross join lateral pg_catalog.aclexplode(a.rights) as r
        where r.grantee <> a.owner
        ) as g
      ) as f (hand)
    );
  v_command text;
begin
  if v_foreign is not null then
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format('nothing was done: schema lh_engine_install is not of this role alone: %s', v_foreign),
      hint = 'Go on as the role that ran the first file, or begin anew: let its owner or a DBA run: drop schema lh_engine_install cascade; then run the files of dist/editor in the order of their numbers.';
  end if;
  if pg_catalog.to_regnamespace('lh_engine_install') is null then
    create schema lh_engine_install;
  end if;
  create table if not exists lh_engine_install.parts (n integer primary key, content text not null);
  for v_command in
    select pg_catalog.format('revoke all on %s from %s', g.object, g.grantee)
    from (
        select distinct a.object, case r.grantee when 0 then 'public' else r.grantee::pg_catalog.regrole::text end as grantee
        from (
          select 'schema lh_engine_install', n.nspacl, n.nspowner
          from pg_catalog.pg_namespace as n
          where n.nspname = 'lh_engine_install'
          union all
          select 'table lh_engine_install.parts', c.relacl, c.relowner
          from pg_catalog.pg_class as c
          where c.oid = pg_catalog.to_regclass('lh_engine_install.parts')
        ) as a (object, rights, owner)
        cross join lateral pg_catalog.aclexplode(a.rights) as r
        where r.grantee <> a.owner
    ) as g
  loop
    execute v_command;
  end loop;
end
$parts$;
insert into lh_engine_install.parts (n, content) values (2, $part$ent."dead"), v_treatment."leads") else ('100'::float8 * v_treatment."dead") / v_treatment."leads" end;
    v_digits := '2'::float8;
    v_x_2 := case when v_control."leads" = 0 then js_divide(('100'::float8 * v_control."dead"), v_control."leads") else ('100'::float8 * v_control."dead") / v_control."leads" end;
    v_digits_2 := '2'::float8;
    v_either_2 := ('share of dead leads'::text || case when (v_passed is true) then ''::text else ' is significantly worse'::text end || ': '::text || (js_text(js_number_of_text(js_fixed(v_x, trunc(v_digits)::int))) || ' %'::text) || ' in treatment, '::text || (js_text(js_number_of_text(js_fixed(v_x_2, trunc(v_digits_2)::int))) || ' %'::text) || ' in control (one-sided p '::text || words_p_text(v_p) || ', z-test)'::text);
  end if;
  return row(array['KEEP'::text]::text[], v_settings."decisions.gate_guardrails", 'dead_leads'::text, v_p, v_passed, v_either_2)::r_l1d8zw;
end
$plain$;

create function lh_engine_plain.gates_simpson_gate(v_arms r_kvg2jw, v_sources r_lk7oih[], v_settings r_cy423g) returns r_l1d8zw language plpgsql immutable as $plain$
declare
  v_control r_fgs8so;
  v_treatment r_fgs8so;
  v_t float8;
  v_pooled float8;
  v_items r_tmprk5[];
  v_item r_lk7oih;
  v_within r_zlbli2;
  v_comparable boolean;
  v_passed boolean;
  v_lift float8;
  v_digits float8;
  v_either text;
  v_x float8;
  v_digits_2 float8;
  v_either_2 text;
  v_lifts text;
begin
  v_control := row((v_arms."control")."conversions", (v_arms."control")."leads")::r_fgs8so;
  v_treatment := row((v_arms."treatment")."conversions", (v_arms."treatment")."leads")::r_fgs8so;
  v_t := decimal_cross_difference(v_treatment."conversions", v_control."leads", v_control."conversions", v_treatment."leads");
  v_pooled := case when v_t = 0 or v_t = 'NaN'::float8 then v_t else sign(v_t) end;
  v_items := '{}';
  foreach v_item in array v_sources loop
    v_items := array_append(v_items, case when (v_item is not distinct from null) then null else row(v_item."control", v_item."treatment")::r_tmprk5 end);
  end loop;
  v_within := strata_mantel_haenszel(v_items);
  v_comparable := (((cardinality(v_sources)::float8 > '1'::float8) and (not (v_pooled = '0'::float8))) and (not (v_within."sign" = '0'::float8)));
  v_passed := case when v_comparable then (v_pooled = v_within."sign" and v_pooled is distinct from 'NaN'::float8) else null::boolean end;
  v_lift := proportions_lift_pct(row((v_arms."control")."conversions", (v_arms."control")."leads")::r_fgs8so, row((v_arms."treatment")."conversions", (v_arms."treatment")."leads")::r_fgs8so);
  if (v_lift is not distinct from null) then
    v_either := 'undefined'::text;
  else
    v_digits := '2'::float8;
    v_either := (js_text(js_number_of_text(js_fixed(v_lift, trunc(v_digits)::int))) || ' %'::text);
  end if;
  v_x := v_within."liftPct";
  if (v_x is not distinct from null) then
    v_either_2 := 'undefined'::text;
  else
    v_digits_2 := '2'::float8;
    v_either_2 := (js_text(js_number_of_text(js_fixed(v_x, trunc(v_digits_2)::int))) || ' %'::text);
  end if;
  v_lifts := (v_either || ' over all leads, '::text || v_either_2 || ' within the sources (Mantel and Haenszel)'::text);
  return row(array['KEEP'::text, 'KILL'::text]::text[], v_settings."decisions.gate_simpson", 'simpson'::text, null::float8, v_passed, case when (v_passed is not distinct from null) then 'sources: one source or no effect, nothing to compare'::text else (case when v_passed then 'lift'::text else 'paradox: the lift changes its sign within the sources'::text end || ': '::text || v_lifts) end)::r_l1d8zw;
end
$plain$;

create function lh_engine_plain.recommendation_gated(v_answer r_vwx19p, v_gates r_l1d8zw[], v_version float8) returns r_u8riba language plpgsql immutable as $plain$
declare
  v_blocking r_l1d8zw[];
  v_blocked boolean;
  v_noun text;
  v_withheld r_i02ro3;
  v_list r_i02ro3[];
  v_mapped r_i02ro3[];
  v_item r_l1d8zw;
  v_either r_i02ro3[];
begin
  v_blocking := gates_blocking_gates(v_gates, v_answer."recommendation");
  v_blocked := (cardinality(v_blocking)::float8 > '0'::float8);
  v_noun := case when (v_version = '1'::float8) then 'verdict'::text else 'recommendation'::text end;
  v_withheld := row('withheld'::text, ('the '::text || v_noun || ' would be '::text || v_answer."recommendation" || ' ('::text || (v_answer."reason")."text" || ')'::text))::r_i02ro3;
  if v_blocked then
    v_mapped := '{}';
    foreach v_item in array v_blocking loop
      v_mapped := array_append(v_mapped, (row(v_item."gate", v_item."text")::r_i02ro3));
    end loop;
    v_list := v_mapped;
    v_list := array_append(v_list, v_withheld);
    v_either := v_list;
  else
    v_either := array[v_answer."reason"]::r_i02ro3[];
  end if;
  return row(v_answer."recommendation", (v_answer."needsPerson" or v_blocked), v_either, case when v_blocked then 'CONTINUE'::text else v_answer."recommendation" end)::r_u8riba;
end
$plain$;

create function lh_engine_plain.sequential_progress_of(v_look r_bugsee) returns r_bxzq5j language plpgsql immutable as $plain$
declare
  v_before float8[];
  v_reached float8;
  v_information float8;
  v_t float8;
  v_t_2 float8;
  v_holds boolean;
  v_holds_2 boolean;
  v_list float8[];
  v_current r_1zuwe9;
begin
  if (v_look."plannedLeads" is not distinct from null) then
    return null::r_bxzq5j;
  end if;
  v_before := sequential_growing_fractions(sequential_earlier_looks(row(v_look."control", v_look."history", v_look."treatment")::r_bksg7c));
  v_reached := coalesce(v_before[((cardinality(v_before)::float8 - '1'::float8))::int + 1], '0'::float8);
  v_information := sequential_information_of((v_look."control")."leads", (v_look."treatment")."leads", v_look."plannedLeads");
  v_t := (v_information - v_reached);
  v_holds_2 := (v_t >= '0.002'::float8 and v_t <> 'NaN'::float8);
  if not v_holds_2 then
    v_holds := (v_information >= '1'::float8 and v_information <> 'NaN'::float8);
    if v_holds then
      v_t_2 := (v_information - v_reached);
      v_holds := (v_t_2 >= '0.000001'::float8 and v_t_2 <> 'NaN'::float8);
    end if;
    v_holds_2 := v_holds;
  end if;
  if (not v_holds_2) then
    return row(null::float8, v_information, (cardinality(v_before)::float8 + '1'::float8), null::r_1aycr1, null::float8)::r_bxzq5j;
  end if;
  v_list := v_before;
  v_list := array_append(v_list, v_information);
  v_current := boundaries_last_boundary(v_list, v_look."confidenceLevel", v_look."standing");
  return row((v_current."look")."alphaSpent", v_information, (cardinality(v_before)::float8 + '1'::float8), v_current."standing", (v_current."look")."zBoundary")::r_bxzq5j;
end
$plain$;

create function lh_engine_plain.strata_holm_adjust(v_ps float8[]) returns float8[] language plpgsql immutable as $plain$
declare
  v_flat r_w4nrfi[];
  v_item float8;
  v_index float8;
  v_keys float8[];
  v_item_2 r_w4nrfi;
  v_known r_w4nrfi[];
  v_mapped float8[];
  v_item_3 float8;
  v_adjusted float8[];
  v_floor float8;
  v_item_4 r_w4nrfi;
  v_index_2 float8;
  v_p float8;
  v_position float8;
  v_result text;
  v_t float8;
  v_t_2 float8;
begin
  v_flat := '{}';
  v_index := -1;
  foreach v_item in array v_ps loop
    v_index := v_index + 1;
    if (v_item is not distinct from null) then
    else
      v_flat := array_append(v_flat, row(v_item, v_index)::r_w4nrfi);
    end if;
  end loop;
  v_keys := '{}';
  foreach v_item_2 in array v_flat loop
    v_keys := array_append(v_keys, v_item_2."p");
  end loop;
  if array_position(v_keys, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  v_known := array(select (v_flat)[i] from generate_subscripts(v_flat, 1) as i order by (v_keys)[i], i);
  v_mapped := '{}';
  foreach v_item_3 in array v_ps loop
    v_mapped := array_append(v_mapped, null::float8);
  end loop;
  v_adjusted := v_mapped;
  v_floor := '0'::float8;
  v_index_2 := -1;
  foreach v_item_4 in array v_known loop
    v_index_2 := v_index_2 + 1;
    v_p := v_item_4."p";
    v_position := v_item_4."position";
    v_t := ((cardinality(v_known)::float8 - v_index_2) * v_p);
    v_t_2 := js_max_of(array[v_floor, v_t]);
    v_floor := case when v_t_2 = 'NaN'::float8 then 'NaN'::float8 else least('1'::float8, v_t_2) end;
    v_adjusted[js_at(v_position)] := v_floor;
  end loop;
  return v_adjusted;
end
$plain$;

create function lh_engine_plain.segments_effect_of(v_lift float8, v_z float8, v_p float8, v_limit float8) returns text language plpgsql immutable as $plain$
begin
  if ((((v_z is not distinct from null) or (v_p is not distinct from null)) or (v_p >= v_limit and v_p <> 'NaN'::float8)) or (v_lift is not distinct from '0'::float8)) then
    return 'open'::text;
  end if;
  return case when (v_z > '0'::float8 and v_z <> 'NaN'::float8) then 'helped'::text else 'hurt'::text end;
end
$plain$;

create function lh_engine_plain.segments_describe_heterogeneity(v_sources r_lk7oih[]) returns r_3pmzc1 language plpgsql immutable as $plain$
declare
  v_items r_tmprk5[];
  v_item r_lk7oih;
  v_heterogeneity r_lnrqx5;
  v_q float8;
  v_degreesoffreedom float8;
  v_p float8;
begin
  v_items := '{}';
  foreach v_item in array v_sources loop
    v_items := array_append(v_items, case when (v_item is not distinct from null) then null else row(v_item."control", v_item."treatment")::r_tmprk5 end);
  end loop;
  v_heterogeneity := strata_cochran_test(v_items);
  if (v_heterogeneity is not distinct from null) then
    return null::r_3pmzc1;
  end if;
  v_q := v_heterogeneity."q";
  v_degreesoffreedom := v_heterogeneity."degreesOfFreedom";
  v_p := v_heterogeneity."p";
  return row(v_degreesoffreedom, case when (v_p < '0.05'::float8) then ('the sources disagree (Cochran Q '::text || js_text(js_number_of_text(js_precision(v_q, ('4'::float8)::int))) || ' with '::text || js_text(v_degreesoffreedom) || ' degrees of freedom, p '::text || words_p_text(v_p) || ')'::text) else null::text end, v_p, v_q, 'Cochran Q on log rate ratios (Cochran 1954)'::text)::r_3pmzc1;
end
$plain$;

create function lh_engine_plain.units_differs_as_by_chance(v_differing float8, v_arms r_kvg2jw, v_treatmentpct float8) returns boolean language plpgsql immutable as $plain$
declare
  v_share float8;
  v_control r_9f76kd;
  v_treatment r_9f76kd;
  v_expected float8;
  v_variance float8;
  v_z float8;
  v_t float8;
  v_holds boolean;
begin
  v_share := (v_treatmentpct / '100'::float8);
  v_control := v_arms."control";
  v_treatment := v_arms."treatment";
  v_expected := ((v_control."leads" * v_share) + (v_treatment."leads" * ('1'::float8 - v_share)));
  v_variance := (((v_control."leads" + v_treatment."leads") * v_share) * ('1'::float8 - v_share));
  v_holds := (v_variance > '0'::float8 and v_variance <> 'NaN'::float8);
  if v_holds then
    v_z := js_divide((v_differing - v_expected), case when v_variance < 0 then 'NaN'::float8 else sqrt(v_variance) end);
    v_t := erfc_erfc((abs(v_z) * '0.7071067811865476'::float8));
    v_holds := (v_t >= '0.000001'::float8 and v_t <> 'NaN'::float8);
  end if;
  return v_holds;
end
$plain$;

create function lh_engine_plain.units_lost_leads(v_history r_ql8lxl[], v_arms r_kvg2jw) returns float8 language plpgsql immutable as $plain$
declare
  v_lost float8;
  v_whole float8[];
  v_control float8;
  v_treatment float8;
  v_item r_ql8lxl;
  v_controlleads float8;
  v_treatmentleads float8;
  v_result text;
  v_t float8;
  v_t_2 float8;
  v_controlleads_2 float8;
  v_treatmentleads_2 float8;
  v_result_2 text;
  v_t_3 float8;
  v_t_4 float8;
begin
  v_lost := '0'::float8;
  v_whole := array['0'::float8, '0'::float8]::float8[];
  v_control := v_whole[1];
  v_treatment := v_whole[2];
  <<v_at_loop>>
  foreach v_item in array v_history loop
    if (v_item."counts_alike" is not distinct from true) then
      v_controlleads := v_item."control_leads";
      v_treatmentleads := v_item."treatment_leads";
      v_t := (v_control - v_controlleads);
      v_t_2 := (v_treatment - v_treatmentleads);
      v_lost := (v_lost + (js_max_of(array['0'::float8, v_t]) + js_max_of(array['0'::float8, v_t_2])));
      v_control := v_controlleads;
      v_treatment := v_treatmentleads;
    end if;
  end loop;
  v_controlleads_2 := (v_arms."control")."leads";
  v_treatmentleads_2 := (v_arms."treatment")."leads";
  v_t_3 := (v_control - v_controlleads_2);
  v_t_4 := (v_treatment - v_treatmentleads_2);
  v_lost := (v_lost + (js_max_of(array['0'::float8, v_t_3]) + js_max_of(array['0'::float8, v_t_4])));
  v_control := v_controlleads_2;
  v_treatment := v_treatmentleads_2;
  return v_lost;
end
$plain$;

create function lh_engine_plain.js_write_6xbzf6(r_4n1jpj) returns text language plpgsql immutable as $plain$
declare
  v_x r_4n1jpj := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"baseline":' || js_write_4pwzr4(v_x."baseline")
    || case when v_x."started_at?" then ',"started_at":' || coalesce(to_json(v_x."started_at")::text, 'null') else '' end
    || ',"confidence_level":' || coalesce(js_write_number(v_x."confidence_level"), 'null')
    || ',"min_sample_size":' || coalesce(js_write_number(v_x."min_sample_size"), 'null')
    || ',"traffic_allocation_pct":' || coalesce(js_write_number(v_x."traffic_allocation_pct"), 'null')
    || ',"skill_status":' || coalesce(to_json(v_x."skill_status")::text, 'null')
    || ',"running_days":' || coalesce(js_write_number(v_x."running_days"), 'null')
    || coalesce(',"has_started":' || (v_x."has_started")::text, '')
    || coalesce(',"unreadable":' || js_write_xo7r0a(v_x."unreadable"), '')
    || coalesce(',"units":' || js_write_nuw94k(v_x."units"), '')
    || ',"planned_leads_per_group":' || coalesce(js_write_number(v_x."planned_leads_per_group"), 'null')
    || ',"planned_lift":' || coalesce(js_write_number(v_x."planned_lift"), 'null')
    || ',"planned_baseline_rate":' || coalesce(js_write_number(v_x."planned_baseline_rate"), 'null')
    || ',"history":' || js_write_i1hvzs(v_x."history")
    || ',"groups":' || js_write_ss0qag(v_x."groups")
    || ',"skill_exists":' || (v_x."skill_exists")::text
    || ',"confounded_with":' || coalesce(to_json(v_x."confounded_with")::text, 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_u247sm(r_1aycr1) returns text language plpgsql immutable as $plain$
declare
  v_x r_1aycr1 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"confidence_level":' || js_write_number(v_x."confidence_level")
    || ',"fractions":' || js_write_vcdih9(v_x."fractions")
    || ',"level":' || coalesce(js_write_number(v_x."level"), 'null')
    || ',"reach":' || js_write_number(v_x."reach")
    || ',"masses":' || js_write_vcdih9(v_x."masses"), 2) || '}';
end
$plain$;

create function lh_engine_plain.record_read_vs611l(p_value json, p_path text) returns r_ofqimc language plpgsql immutable as $plain$
declare
  v_raw r_4fgtvn;
  v_part json;
  v_optional float8;
  v_number float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_4fgtvn, p_value);
  end if;
  v_part := coalesce(v_raw."record_version", p_value -> 'record_version');
  if coalesce(v_part is null, false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'record_version'), 'expected an integer ≥ 0', v_part);
    end if;
    v_number := js_number(v_part);
    if not coalesce((v_number <= '9007199254740991'::float8), false) then
      perform js_refuse_input(js_path(p_path, 'record_version'), 'expected an integer up to 9007199254740991', v_part);
    end if;
    if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
      perform js_refuse_input(js_path(p_path, 'record_version'), 'expected an integer ≥ 0', v_part);
    end if;
    if not coalesce(v_number >= 1, false) then
      perform js_refuse_input(js_path(p_path, 'record_version'), 'expected a version from 1', v_part);
    end if;
    v_optional := v_number;
  end if;
  return row(v_optional)::r_ofqimc;
end
$plain$;

create function lh_engine_plain.record_read_z1ohnj(p_value json, p_path text) returns r_4n1jpj language plpgsql immutable as $plain$
declare
  v_raw r_vt7xz7;
  v_part json;
  v_optional float8;
  v_number float8;
  v_part_2 json;
  v_optional_2 float8;
  v_number_2 float8;
  v_part_3 json;
  v_optional_3 float8;
  v_number_3 float8;
  v_part_4 json;
  v_optional_4 text;
  v_string text;
  v_part_5 json;
  v_boolean boolean;
  v_part_6 json;
  v_optional_5 float8;
  v_number_4 float8;
  v_part_7 json;
  v_optional_6 text;
  v_optional_7 text;
  v_string_2 text;
  v_part_8 json;
  v_optional_8 boolean;
  v_boolean_2 boolean;
  v_part_9 json;
  v_optional_9 r_37pd4w[];
  v_read r_37pd4w[];
  v_part_10 json;
  v_optional_10 r_h42m0h;
  v_read_2 r_h42m0h;
  v_part_11 json;
  v_optional_11 text;
  v_string_3 text;
  v_part_12 json;
  v_optional_12 float8;
  v_number_5 float8;
  v_part_13 json;
  v_optional_13 float8;
  v_number_6 float8;
  v_part_14 json;
  v_optional_14 float8;
  v_number_7 float8;
  v_part_15 json;
  v_read_3 r_fgs8so;
  v_part_16 json;
  v_read_4 r_ql8lxl[];
  v_part_17 json;
  v_read_5 r_jcw13b[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_vt7xz7, p_value);
  end if;
  v_part := coalesce(v_raw."min_sample_size", p_value -> 'min_sample_size');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected "min_sample_size"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected a finite number', v_part);
    end if;
    v_number := js_number(v_part);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected a finite number', v_part);
    end if;
    v_optional := v_number;
  end if;
  v_part_2 := coalesce(v_raw."confidence_level", p_value -> 'confidence_level');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected "confidence_level"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a finite number', v_part_2);
    end if;
    v_number_2 := js_number(v_part_2);
    if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a finite number', v_part_2);
    end if;
    v_optional_2 := v_number_2;
  end if;
  v_part_3 := coalesce(v_raw."traffic_allocation_pct", p_value -> 'traffic_allocation_pct');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'traffic_allocation_pct'), 'expected "traffic_allocation_pct"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'traffic_allocation_pct'), 'expected a finite number', v_part_3);
    end if;
    v_number_3 := js_number(v_part_3);
    if not coalesce(coalesce(abs(v_number_3) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'traffic_allocation_pct'), 'expected a finite number', v_part_3);
    end if;
    v_optional_3 := v_number_3;
  end if;
  v_part_4 := coalesce(v_raw."skill_status", p_value -> 'skill_status');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'skill_status'), 'expected "skill_status"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional_4 := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'skill_status'), 'expected string', v_part_4);
    end if;
    v_string := (v_part_4 #>> '{}');
    v_optional_4 := v_string;
  end if;
  v_part_5 := coalesce(v_raw."skill_exists", p_value -> 'skill_exists');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'skill_exists'), 'expected "skill_exists"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'skill_exists'), 'expected boolean', v_part_5);
  end if;
  v_boolean := (v_part_5 #>> '{}')::boolean;
  v_part_6 := coalesce(v_raw."running_days", p_value -> 'running_days');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'running_days'), 'expected "running_days"', null);
  end if;
  if coalesce(json_typeof(v_part_6) = 'null', false) then
    v_optional_5 := null;
  else
    if not coalesce(json_typeof(v_part_6) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'running_days'), 'expected a finite number', v_part_6);
    end if;
    v_number_4 := js_number(v_part_6);
    if not coalesce(coalesce(abs(v_number_4) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'running_days'), 'expected a finite number', v_part_6);
    end if;
    v_optional_5 := v_number_4;
  end if;
  v_part_7 := coalesce(v_raw."started_at", p_value -> 'started_at');
  if coalesce(v_part_7 is null, false) then
    v_optional_6 := null;
  else
    if coalesce(json_typeof(v_part_7) = 'null', false) then
      v_optional_7 := null;
    else
      if not coalesce(json_typeof(v_part_7) = 'string', false) then
        perform js_refuse_input(js_path(p_path, 'started_at'), 'expected string', v_part_7);
      end if;
      v_string_2 := (v_part_7 #>> '{}');
      v_optional_7 := v_string_2;
    end if;
    v_optional_6 := v_optional_7;
  end if;
  v_part_8 := coalesce(v_raw."has_started", p_value -> 'has_started');
  if coalesce(v_part_8 is null, false) then
    v_optional_8 := null;
  else
    if not coalesce(json_typeof(v_part_8) = 'boolean', false) then
      perform js_refuse_input(js_path(p_path, 'has_started'), 'expected boolean', v_part_8);
    end if;
    v_boolean_2 := (v_part_8 #>> '{}')::boolean;
    v_optional_8 := v_boolean_2;
  end if;
  v_part_9 := coalesce(v_raw."unreadable", p_value -> 'unreadable');
  if coalesce(v_part_9 is null, false) then
    v_optional_9 := null;
  else
    v_read := record_read_14dkik(v_part_9, js_path(p_path, 'unreadable'));
    v_optional_9 := v_read;
  end if;
  v_part_10 := coalesce(v_raw."units", p_value -> 'units');
  if coalesce(v_part_10 is null, false) then
    v_optional_10 := null;
  else
    v_read_2 := record_read_35z31i(v_part_10, js_path(p_path, 'units'));
    v_optional_10 := v_read_2;
  end if;
  v_part_11 := coalesce(v_raw."confounded_with", p_value -> 'confounded_with');
  if v_part_11 is null then
    perform js_refuse_input(js_path(p_path, 'confounded_with'), 'expected "confounded_with"', null);
  end if;
  if coalesce(json_typeof(v_part_11) = 'null', false) then
    v_optional_11 := null;
  else
    if not coalesce(json_typeof(v_part_11) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'confounded_with'), 'expected string', v_part_11);
    end if;
    v_string_3 := (v_part_11 #>> '{}');
    v_optional_11 := v_string_3;
  end if;
  v_part_12 := coalesce(v_raw."planned_leads_per_group", p_value -> 'planned_leads_per_group');
  if v_part_12 is null then
    perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected "planned_leads_per_group"', null);
  end if;
  if coalesce(json_typeof(v_part_12) = 'null', false) then
    v_optional_12 := null;
  else
    if not coalesce(json_typeof(v_part_12) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer ≥ 0', v_part_12);
    end if;
    v_number_5 := js_number(v_part_12);
    if not coalesce((v_number_5 <= '9007199254740991'::float8), false) then
      perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer up to 9007199254740991', v_part_12);
    end if;
    if not coalesce((coalesce((abs(v_number_5) <= 9007199254740991 and floor(v_number_5) = v_number_5), false) and (v_number_5 >= '0'::float8 and v_number_5 <> 'NaN'::float8)), false) then
      perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer ≥ 0', v_part_12);
    end if;
    v_optional_12 := v_number_5;
  end if;
  v_part_13 := coalesce(v_raw."planned_lift", p_value -> 'planned_lift');
  if v_part_13 is null then
    perform js_refuse_input(js_path(p_path, 'planned_lift'), 'expected "planned_lift"', null);
  end if;
  if coalesce(json_typeof(v_part_13) = 'null', false) then
    v_optional_13 := null;
  else
    if not coalesce(json_typeof(v_part_13) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'planned_lift'), 'expected a finite number', v_part_13);
    end if;
    v_number_6 := js_number(v_part_13);
    if not coalesce(coalesce(abs(v_number_6) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'planned_lift'), 'expected a finite number', v_part_13);
    end if;
    v_optional_13 := v_number_6;
  end if;
  v_part_14 := coalesce(v_raw."planned_baseline_rate", p_value -> 'planned_baseline_rate');
  if v_part_14 is null then
    perform js_refuse_input(js_path(p_path, 'planned_baseline_rate'), 'expected "planned_baseline_rate"', null);
  end if;
  if coalesce(json_typeof(v_part_14) = 'null', false) then
    v_optional_14 := null;
  else
    if not coalesce(json_typeof(v_part_14) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'planned_baseline_rate'), 'expected a finite number', v_part_14);
    end if;
    v_number_7 := js_number(v_part_14);
    if not coalesce(coalesce(abs(v_number_7) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'planned_baseline_rate'), 'expected a finite number', v_part_14);
    end if;
    v_optional_14 := v_number_7;
  end if;
  v_part_15 := coalesce(v_raw."baseline", p_value -> 'baseline');
  if v_part_15 is null then
    perform js_refuse_input(js_path(p_path, 'baseline'), 'expected "baseline"', null);
  end if;
  v_read_3 := record_read_r9507s(v_part_15, js_path(p_path, 'baseline'));
  v_part_16 := coalesce(v_raw."history", p_value -> 'history');
  if v_part_16 is null then
    perform js_refuse_input(js_path(p_path, 'history'), 'expected "history"', null);
  end if;
  v_read_4 := record_read_kgcxij(v_part_16, js_path(p_path, 'history'));
  v_part_17 := coalesce(v_raw."groups", p_value -> 'groups');
  if v_part_17 is null then
    perform js_refuse_input(js_path(p_path, 'groups'), 'expected "groups"', null);
  end if;
  v_read_5 := record_read_zp1ibe(v_part_17, js_path(p_path, 'groups'));
  return row(v_read_3, v_optional_2, v_optional_11, v_read_5, v_optional_8, v_read_4, v_optional, v_optional_14, v_optional_12, v_optional_13, v_optional_5, v_boolean, v_optional_4, v_optional_6, (v_part_7 is not null), v_optional_3, v_optional_10, v_optional_9)::r_4n1jpj;
end
$plain$;

create function lh_engine_plain.js_write_jiftji(r_4n1jpj) returns text language plpgsql immutable as $plain$
declare
  v_x r_4n1jpj := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"min_sample_size":' || coalesce(js_write_number(v_x."min_sample_size"), 'null')
    || ',"confidence_level":' || coalesce(js_write_number(v_x."confidence_level"), 'null')
    || ',"traffic_allocation_pct":' || coalesce(js_write_number(v_x."traffic_allocation_pct"), 'null')
    || ',"skill_status":' || coalesce(to_json(v_x."skill_status")::text, 'null')
    || ',"skill_exists":' || (v_x."skill_exists")::text
    || ',"running_days":' || coalesce(js_write_number(v_x."running_days"), 'null')
    || case when v_x."started_at?" then ',"started_at":' || coalesce(to_json(v_x."started_at")::text, 'null') else '' end
    || coalesce(',"has_started":' || (v_x."has_started")::text, '')
    || coalesce(',"unreadable":' || js_write_xo7r0a(v_x."unreadable"), '')
    || coalesce(',"units":' || js_write_nuw94k(v_x."units"), '')
    || ',"confounded_with":' || coalesce(to_json(v_x."confounded_with")::text, 'null')
    || ',"planned_leads_per_group":' || coalesce(js_write_number(v_x."planned_leads_per_group"), 'null')
    || ',"planned_lift":' || coalesce(js_write_number(v_x."planned_lift"), 'null')
    || ',"planned_baseline_rate":' || coalesce(js_write_number(v_x."planned_baseline_rate"), 'null')
    || ',"baseline":' || js_write_4pwzr4(v_x."baseline")
    || ',"history":' || js_write_i1hvzs(v_x."history")
    || ',"groups":' || js_write_ss0qag(v_x."groups"), 2) || '}';
end
$plain$;

create function lh_engine_plain.record_read_eel2os(p_value json, p_path text) returns json language plpgsql immutable as $plain$
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  return js_loose(p_value, '{}', '{}');
end
$plain$;

create function lh_engine_plain.record_read_v8gv3q(p_value json, p_path text) returns json[] language plpgsql immutable as $plain$
declare
  v_list json[];
  v_item json;
  v_index int4;
  v_unknown json;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_unknown := js_read_json(v_item);
    v_list := array_append(v_list, v_unknown);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.js_write_ug7jju(json[]) returns text language plpgsql immutable as $plain$
declare
  v_x json;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_json(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.record_read_v8gv3q_2(p_value json, p_path text) returns json[] language plpgsql immutable as $plain$
declare
  v_list json[];
  v_item json;
  v_index int4;
  v_unknown json;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_unknown := js_read_json(v_item);
    v_list := array_append(v_list, v_unknown);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.record_read_ljz7k5(p_value json, p_path text) returns r_fi85gm language plpgsql immutable as $plain$
declare
  v_raw r_l02cc0;
  v_part json;
  v_string text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_l02cc0, p_value);
  end if;
  v_part := coalesce(v_raw."rule", p_value -> 'rule');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'rule'), 'expected "rule"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'rule'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  return row(v_string, js_loose(p_value, array['rule']::text[], array[case when v_part is not null then to_json(v_string)::text::json end]::json[]))::r_fi85gm;
end
$plain$;

create function lh_engine_plain.js_write_1vtp9h(r_fi85gm) returns text language plpgsql immutable as $plain$
declare
  v_x r_fi85gm := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return coalesce(js_write_json(v_x."…"), '{' || substr(',"rule":' || to_json(v_x."rule")::text, 2) || '}');
end
$plain$;

create function lh_engine_plain.record_read_v8gv3q_3(p_value json, p_path text) returns json[] language plpgsql immutable as $plain$
declare
  v_list json[];
  v_item json;
  v_index int4;
  v_unknown json;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_unknown := js_read_json(v_item);
    v_list := array_append(v_list, v_unknown);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.record_rule_version_today(v_version text) returns text language plpgsql immutable as $plain$
declare
  v_parts text[];
  v_number text;
  v_isnumbered boolean;
  v_list text[];
  v_name text;
  v_either text;
begin
  v_parts := js_split(v_version, '-'::text);
  v_number := coalesce(v_parts[((cardinality(v_parts)::float8 - '1'::float8))::int + 1], ''::text);
  v_isnumbered := ((cardinality(v_parts)::float8 > '1'::float8) and (v_number collate "C" ~ '^[0-9]+$'));
  if v_isnumbered then
    v_list := js_slice(v_parts, '0'::float8, '-1'::float8);
    v_name := array_to_string(v_list, '-'::text, '');
    v_either := (names_name_today_v78kzy(row(array['brief'::text]::text[], array['fixed_thresholds'::text]::text[])::map_ro126t, to_json(v_name)::text::json) || '-'::text || v_number);
  else
    v_either := v_version;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.js_write_hq5gbc(r_whf8zp) returns text language plpgsql immutable as $plain$
declare
  v_x r_whf8zp := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"rule":' || to_json(v_x."rule")::text
    || ',"rule_version":' || to_json(v_x."rule_version")::text
    || coalesce(',"other_rule":' || js_write_json(v_x."other_rule"), ''), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_nze13k(r_i02ro3) returns text language plpgsql immutable as $plain$
declare
  v_x r_i02ro3 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"code":' || to_json(v_x."code")::text
    || ',"text":' || to_json(v_x."text")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_otcxjx(r_l1d8zw) returns text language plpgsql immutable as $plain$
declare
  v_x r_l1d8zw := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"gate":' || to_json(v_x."gate")::text
    || ',"passed":' || coalesce((v_x."passed")::text, 'null')
    || ',"enabled":' || (v_x."enabled")::text
    || ',"blocks":' || js_write_o14f4p(v_x."blocks")
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"text":' || to_json(v_x."text")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_lp7fhr(r_m0g3xy) returns text language plpgsql immutable as $plain$
declare
  v_x r_m0g3xy := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"source":' || coalesce(to_json(v_x."source")::text, 'null')
    || ',"control":' || js_write_ahj4po(v_x."control")
    || ',"treatment":' || js_write_ahj4po(v_x."treatment")
    || ',"lift_pct":' || coalesce(js_write_number(v_x."lift_pct"), 'null')
    || ',"lift_low_pct":' || coalesce(js_write_number(v_x."lift_low_pct"), 'null')
    || ',"lift_high_pct":' || coalesce(js_write_number(v_x."lift_high_pct"), 'null')
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"holm_p_value":' || coalesce(js_write_number(v_x."holm_p_value"), 'null')
    || ',"effect":' || to_json(v_x."effect")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.fixed_thresholds_value_cbml34(v_given0 r_bugsee, v_given1 r_v1z58w) returns r_xdr1fg language plpgsql immutable as $plain$
declare
  v_result r_xdr1fg;
  v_early r_i02ro3;
  v_recommendation text;
  v_code text;
  v_text text;
  v_control r_fgs8so;
  v_treatment r_fgs8so;
  v_keepabove float8;
  v_killbelow float8;
  v_killp float8;
  v_alpha float8;
  v_abovekeep float8;
  v_abovekill float8;
  v_whole r_tmprk5;
  v_control_2 r_fgs8so;
  v_treatment_2 r_fgs8so;
  v_test r_t303rf;
  v_p float8;
  v_lift float8;
  v_digits float8;
  v_either text;
  v_lifttext text;
  v_seen text;
  v_recommendation_2 text;
  v_code_2 text;
  v_text_2 text;
  v_recommendation_3 text;
  v_code_3 text;
  v_text_3 text;
  v_recommendation_4 text;
  v_code_4 text;
  v_text_4 text;
  v_recommendation_5 text;
  v_code_5 text;
  v_text_5 text;
begin
  <<v_at_end>>
  begin
    v_early := rule_below_minimum(row(v_given0."control", v_given0."minSampleSize", v_given0."treatment")::r_3iz0hr);
    if (not (v_early is not distinct from null)) then
      v_recommendation := 'CONTINUE'::text;
      v_code := v_early."code";
      v_text := v_early."text";
      v_result := (row(false, null::r_bxzq5j, row(v_code, v_text)::r_i02ro3, v_recommendation)::r_xdr1fg);
      exit v_at_end;
    end if;
    v_control := v_given0."control";
    v_treatment := v_given0."treatment";
    v_keepabove := v_given1."decisions.keep_lift_pct";
    v_killbelow := v_given1."decisions.kill_lift_pct";
    v_killp := v_given1."decisions.kill_p_value";
    v_alpha := decimal_complement(v_given0."confidenceLevel");
    v_abovekeep := lift_compare_lift(v_control, v_treatment, v_keepabove);
    v_abovekill := lift_compare_lift(v_control, v_treatment, v_killbelow);
    if ((v_abovekeep is not distinct from null) or (v_abovekill is not distinct from null)) then
      v_result := js_constant_xji2nb();
      exit v_at_end;
    end if;
    v_whole := row(v_given0."control", v_given0."treatment")::r_tmprk5;
    v_control_2 := v_whole."control";
    v_treatment_2 := v_whole."treatment";
    v_test := compare_rates_compare_rates(v_control_2, v_treatment_2, v_given1."decisions.exact_test_below");
    v_p := v_test."p";
    v_lift := proportions_lift_pct(v_control, v_treatment);
    if (v_lift is not distinct from null) then
      v_either := 'only leads of the treatment converted'::text;
    else
      v_digits := '2'::float8;
      v_either := ('the lift is '::text || (js_text(js_number_of_text(js_fixed(v_lift, trunc(v_digits)::int))) || ' %'::text));
    end if;
    v_lifttext := v_either;
    v_seen := (v_lifttext || ', p = '::text || case when (v_p is not distinct from null) then 'undefined'::text else words_p_text(v_p) end || rule_method_text(v_test));
    if (((v_abovekeep > '0'::float8 and v_abovekeep <> 'NaN'::float8) and (not (v_p is not distinct from null))) and (v_p < v_alpha and v_alpha <> 'NaN'::float8)) then
      v_recommendation_2 := 'KEEP'::text;
      v_code_2 := 'lift_and_p'::text;
      v_text_2 := (v_seen || ': above '::text || js_text(js_number_of_text(js_precision(v_keepabove, ('4'::float8)::int))) || ' % with p below '::text || js_text(js_number_of_text(js_precision(v_alpha, ('4'::float8)::int))));
      v_result := (row(false, null::r_bxzq5j, row(v_code_2, v_text_2)::r_i02ro3, v_recommendation_2)::r_xdr1fg);
      exit v_at_end;
    end if;
    if (v_abovekill < '0'::float8) then
      v_recommendation_3 := 'KILL'::text;
      v_code_3 := 'lift_too_small'::text;
      v_text_3 := (v_seen || ': below '::text || js_text(js_number_of_text(js_precision(v_killbelow, ('4'::float8)::int))) || ' %'::text);
      v_result := (row(false, null::r_bxzq5j, row(v_code_3, v_text_3)::r_i02ro3, v_recommendation_3)::r_xdr1fg);
      exit v_at_end;
    end if;
    if ((not (v_p is not distinct from null)) and (v_p > v_killp and v_p <> 'NaN'::float8)) then
      v_recommendation_4 := 'KILL'::text;
      v_code_4 := 'p_too_large'::text;
      v_text_4 := (v_seen || ': p above '::text || js_text(js_number_of_text(js_precision(v_killp, ('4'::float8)::int))));
      v_result := (row(false, null::r_bxzq5j, row(v_code_4, v_text_4)::r_i02ro3, v_recommendation_4)::r_xdr1fg);
      exit v_at_end;
    end if;
    v_recommendation_5 := 'CONTINUE'::text;
    v_code_5 := 'promising'::text;
    v_text_5 := (v_seen || ': promising, not yet decided'::text);
    v_result := (row(false, null::r_bxzq5j, row(v_code_5, v_text_5)::r_i02ro3, v_recommendation_5)::r_xdr1fg);
    exit v_at_end;
  end v_at_end;
  return v_result;
end
$plain$;

create function lh_engine_plain.fixed_thresholds_value_gxf3km(v_given0 float8, v_given1 float8, v_given2 r_yzgbix) returns boolean language plpgsql immutable as $plain$
declare
  v_minsamplesize float8;
  v_t float8;
begin
  v_minsamplesize := v_given2."minSampleSize";
  v_t := js_min_of(array[v_given0, v_given1]);
  return (v_t >= v_minsamplesize and v_t <> 'NaN'::float8);
end
$plain$;

create function lh_engine_plain.sequential_value_5ow4p6(v_given0 r_bugsee, v_given1 r_v1z58w) returns r_xdr1fg language plpgsql immutable as $plain$
declare
  v_result r_xdr1fg;
  v_progress r_bxzq5j;
  v_early r_i02ro3;
  v_finished boolean;
  v_found text[];
  v_recommendation text;
  v_code text;
  v_text text;
begin
  <<v_at_end>>
  begin
    v_progress := sequential_progress_of(v_given0);
    v_early := rule_below_minimum(row(v_given0."control", v_given0."minSampleSize", v_given0."treatment")::r_3iz0hr);
    if ((not (v_early is not distinct from null)) or (v_progress is not distinct from null)) then
      v_result := row((v_early is not distinct from null), v_progress, case when (v_early is not distinct from null) then row('no_plan'::text, 'no sample could be planned yet'::text)::r_i02ro3 else v_early end, 'CONTINUE'::text)::r_xdr1fg;
      exit v_at_end;
    end if;
    v_finished := ((v_progress."information" >= '1'::float8 and v_progress."information" <> 'NaN'::float8) and (v_progress."zBoundary" is not distinct from null));
    v_found := case when v_finished then null::text[] else sequential_beyond_doubt(row(v_given0."confidenceLevel", v_given0."control", v_given0."treatment")::r_vwmvbr, v_progress."zBoundary", v_given1) end;
    if (v_found is not distinct from null) then
      v_result := sequential_undecided(v_progress, row(v_given0."control", v_given0."treatment")::r_tmprk5, v_given1);
      exit v_at_end;
    end if;
    v_recommendation := v_found[1];
    v_code := v_found[2];
    v_text := v_found[3];
    v_result := row(false, v_progress, row(v_code, v_text)::r_i02ro3, v_recommendation)::r_xdr1fg;
    exit v_at_end;
  end v_at_end;
  return v_result;
end
$plain$;

create function lh_engine_plain.sequential_value_kc20ew(v_given0 float8, v_given1 float8, v_given2 r_yzgbix) returns boolean language plpgsql immutable as $plain$
declare
  v_minsamplesize float8;
  v_plannedleads float8;
  v_t float8;
  v_t_2 float8;
  v_holds boolean;
begin
  v_minsamplesize := v_given2."minSampleSize";
  v_plannedleads := v_given2."plannedLeads";
  v_t := js_min_of(array[v_given0, v_given1]);
  v_holds := ((v_t >= v_minsamplesize and v_t <> 'NaN'::float8) and (not (v_plannedleads is not distinct from null)));
  if v_holds then
    v_t_2 := sequential_information_of(v_given0, v_given1, v_plannedleads);
    v_holds := (v_t_2 >= '1'::float8 and v_t_2 <> 'NaN'::float8);
  end if;
  return v_holds;
end
$plain$;

create function lh_engine_plain.boschloo_one_sided_p(v_lower r_fgs8so, v_upper r_fgs8so) returns float8 language plpgsql immutable as $plain$
declare
  v_leads float8;
  v_whole float8[];
  v_lowest float8;
  v_highest float8;
  v_s r_39fhbw;
  v_observed float8;
begin
  v_leads := (v_lower."leads" + v_upper."leads");
  v_whole := boschloo_open_rates(v_leads, (v_lower."conversions" + v_upper."conversions"));
  v_lowest := v_whole[1];
  v_highest := v_whole[2];
  v_s := boschloo_sizes_of(v_lower, v_upper, v_highest);
  v_observed := boschloo_fisher_tail(v_s, v_lower."conversions", v_upper."conversions");
  return ('0.000001'::float8 + boschloo_largest_chance(row(v_s."lower", v_s."lowerLogs", v_s."upper", v_s."upperLogs")::r_i888aw, boschloo_cutoffs(v_s, v_observed), v_lowest, v_highest));
end
$plain$;

create function lh_engine_plain.outlook_read_fw6op4(p_value json, p_path text) returns r_sz9btk language plpgsql immutable as $plain$
declare
  v_raw r_zd6a0t;
  v_part json;
  v_string text;
  v_part_2 json;
  v_number float8;
  v_part_3 json;
  v_number_2 float8;
  v_part_4 json;
  v_number_3 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_zd6a0t, p_value);
  end if;
  v_part := coalesce(v_raw."ab_test_id", p_value -> 'ab_test_id');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected "ab_test_id"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected an id as text', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."days", p_value -> 'days');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'days'), 'expected "days"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'days'), 'expected a finite number', v_part_2);
  end if;
  v_number := js_number(v_part_2);
  if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'days'), 'expected a finite number', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."control", p_value -> 'control');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'control'), 'expected "control"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_2 := js_number(v_part_3);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'control'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'control'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."treatment", p_value -> 'treatment');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'treatment'), 'expected "treatment"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_3 := js_number(v_part_4);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'treatment'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'treatment'), 'expected an integer ≥ 0', v_part_4);
  end if;
  return row(v_string, v_number_2, v_number, v_number_3)::r_sz9btk;
end
$plain$;

create function lh_engine_plain.history_read_j6xlp5(p_value json, p_path text) returns r_xoqjs6 language plpgsql immutable as $plain$
declare
  v_kind json;
  v_read r_f5e8bb;
  v_read_2 r_ecdbvr;
  v_read_3 r_59yi5t;
  v_read_4 r_hywhw7;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  v_kind := p_value -> 'kind';
  if json_typeof(v_kind) = 'string' and (v_kind #>> '{}') = 'look' then
    v_read := history_read_c07zjs(p_value, p_path);
    return row(null::text, false, null::text, v_read."as_of", v_read."before_gates", v_read."before_gates?", v_read."confidence_level", v_read."confidence_level?", v_read."control", v_read."gates", v_read."held", v_read."held?", v_read."heterogeneity", v_read."heterogeneity?", v_read."kind", v_read."needs_person", null::text, v_read."other_rule", v_read."other_rule?", null::float8, false, null::text, false, v_read."reason", v_read."recommendation", v_read."recommended_sources", v_read."recommended_sources?", v_read."rule", null::text, false, v_read."statistics", null::text, v_read."treatment", null::text, false)::r_xoqjs6;
  end if;
  if json_typeof(v_kind) = 'string' and (v_kind #>> '{}') = 'decision' then
    v_read_2 := history_read_o3vuub(p_value, p_path);
    return row(null::text, false, null::text, null::text, null::text, false, null::float8, false, null::r_l58o6k, null::r_cr4m71[], null::text, false, null::r_ynf1ir, false, v_read_2."kind", null::boolean, null::text, null::r_8zkujp, false, null::float8, false, null::text, false, null::text, v_read_2."recommendation", null::text[], false, null::text, null::text, false, null::r_0bp78e, null::text, null::r_l58o6k, null::text, false)::r_xoqjs6;
  end if;
  if json_typeof(v_kind) = 'string' and (v_kind #>> '{}') = 'switch' then
    v_read_3 := history_read_vsow6v(p_value, p_path);
    return row(v_read_3."ab_test_id", v_read_3."ab_test_id?", v_read_3."actor", null::text, null::text, false, null::float8, false, null::r_l58o6k, null::r_cr4m71[], null::text, false, null::r_ynf1ir, false, v_read_3."kind", null::boolean, v_read_3."on", null::r_8zkujp, false, v_read_3."proposal_id", v_read_3."proposal_id?", v_read_3."proposes", v_read_3."proposes?", null::text, null::text, null::text[], false, null::text, v_read_3."skill_type", v_read_3."skill_type?", null::r_0bp78e, v_read_3."switch", null::r_l58o6k, v_read_3."why", v_read_3."why?")::r_xoqjs6;
  end if;
  if json_typeof(v_kind) = 'string' and (v_kind #>> '{}') = 'proposal' then
    v_read_4 := history_read_0862sv(p_value, p_path);
    return row(v_read_4."ab_test_id", v_read_4."ab_test_id?", v_read_4."actor", null::text, null::text, false, null::float8, false, null::r_l58o6k, null::r_cr4m71[], null::text, false, null::r_ynf1ir, false, v_read_4."kind", null::boolean, v_read_4."on", null::r_8zkujp, false, v_read_4."proposal_id", v_read_4."proposal_id?", v_read_4."proposes", v_read_4."proposes?", null::text, null::text, null::text[], false, null::text, v_read_4."skill_type", v_read_4."skill_type?", null::r_0bp78e, null::text, null::r_l58o6k, v_read_4."why", v_read_4."why?")::r_xoqjs6;
  end if;
  perform js_refuse_input(js_path(p_path, 'kind'), 'expected ("look" | "decision" | "switch" | "proposal")', v_kind);
  return null;
end
$plain$;

create function lh_engine_plain.history_arm_text(v_arm r_l58o6k) returns text language plpgsql immutable as $plain$
declare
  v_x float8;
  v_digits float8;
  v_either text;
begin
  if (v_arm."rate" is not distinct from null) then
    v_either := ''::text;
  else
    v_x := ('100'::float8 * v_arm."rate");
    v_digits := '2'::float8;
    v_either := (' ('::text || (js_text(js_number_of_text(js_fixed(v_x, trunc(v_digits)::int))) || ' %'::text) || ')'::text);
  end if;
  return (js_text(v_arm."conversions") || ' of '::text || js_text(v_arm."leads") || v_either);
end
$plain$;

create function lh_engine_plain.history_suspension_text(v_look r_bh40sm) returns text language plpgsql immutable as $plain$
begin
  return case when (v_look."held" is not distinct from null) then ''::text else ('. The recommendation was suspended and not applied: '::text || history_cause_of(v_look."held")) end;
end
$plain$;

create function lh_engine_plain.interventions_action_text(v_intervention r_9f0wcc, v_testid text) returns text language plpgsql immutable as $plain$
declare
  v_aim text;
  v_test text;
  v_proposal text;
  v_type text;
  v_case text;
begin
  v_aim := case when (v_intervention."proposes" is not distinct from 'spawn'::text) then 'to spawn the skill'::text else 'to keep the skill'::text end;
  v_test := case when ((v_intervention."ab_test_id" is not distinct from null) or (v_intervention."ab_test_id" = v_testid)) then ''::text else (' on the results of test '::text || v_intervention."ab_test_id") end;
  v_proposal := (v_aim || v_test || ' (number '::text || js_string(case when (v_intervention."proposal_id" is not distinct from null) then to_json('without a number'::text)::text::json else js_write_number(v_intervention."proposal_id")::json end) || ')'::text);
  if (v_intervention."kind" = 'proposal'::text) then
    return ('had the engine propose '::text || v_proposal);
  end if;
  v_type := case when (v_intervention."skill_type" is not distinct from '*'::text) then 'the whole engine'::text else (coalesce(v_intervention."skill_type", 'a skill type'::text)) end;
  v_case := v_intervention."switch";
  <<v_at_switch>>
  begin
    case v_case
      when 'approve'::text then
        return ('approved the proposal '::text || v_proposal);
      when 'reject'::text then
        return ('rejected the proposal '::text || v_proposal);
      when 'stop_test'::text then
        return case when (((v_intervention."kind" = 'switch'::text) and (v_intervention."switch" = 'stop_test'::text)) and (v_intervention."ab_test_id" is not distinct from v_testid)) then 'stopped the test'::text else ('stopped test '::text || coalesce(v_intervention."ab_test_id", ''::text) || ' of the same skill'::text) end;
      when 'revert_skill'::text then
        return 'took the skill back'::text;
      when 'pause'::text then
        return ('paused '::text || v_type);
      when 'resume'::text then
        return ('ended the pause of '::text || v_type);
      else
        return ('used the switch '::text || v_intervention."switch");
    end case;
  end v_at_switch;
end
$plain$;

create function lh_engine_plain.test_segments_read_07g2bm(p_value json, p_path text) returns r_ttozdk language plpgsql immutable as $plain$
declare
  v_raw r_igjnyx;
  v_part json;
  v_string text;
  v_part_2 json;
  v_optional float8;
  v_number float8;
  v_part_3 json;
  v_read r_jcw13b[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_igjnyx, p_value);
  end if;
  v_part := coalesce(v_raw."ab_test_id", p_value -> 'ab_test_id');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected "ab_test_id"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected an id as text', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."confidence_level", p_value -> 'confidence_level');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected "confidence_level"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a finite number', v_part_2);
    end if;
    v_number := js_number(v_part_2);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a finite number', v_part_2);
    end if;
    v_optional := v_number;
  end if;
  v_part_3 := coalesce(v_raw."groups", p_value -> 'groups');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'groups'), 'expected "groups"', null);
  end if;
  v_read := record_read_zp1ibe(v_part_3, js_path(p_path, 'groups'));
  return row(v_string, v_optional, v_read)::r_ttozdk;
end
$plain$;

create function lh_engine_plain.suspensions_read_4pkbaj(p_value json, p_path text) returns r_g8ir1i language plpgsql immutable as $plain$
declare
  v_raw r_mbigvb;
  v_part json;
  v_string text;
  v_part_2 json;
  v_optional text;
  v_string_2 text;
  v_part_3 json;
  v_optional_2 text;
  v_string_3 text;
  v_part_4 json;
  v_string_4 text;
  v_part_5 json;
  v_string_5 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_mbigvb, p_value);
  end if;
  v_part := coalesce(v_raw."skill_type", p_value -> 'skill_type');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected "skill_type"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."rejected_by", p_value -> 'rejected_by');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'rejected_by'), 'expected "rejected_by"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'rejected_by'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional := v_string_2;
  end if;
  v_part_3 := coalesce(v_raw."why", p_value -> 'why');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'why'), 'expected "why"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'why'), 'expected string', v_part_3);
    end if;
    v_string_3 := (v_part_3 #>> '{}');
    v_optional_2 := v_string_3;
  end if;
  v_part_4 := coalesce(v_raw."since", p_value -> 'since');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'since'), 'expected "since"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'since'), 'expected string', v_part_4);
  end if;
  v_string_4 := (v_part_4 #>> '{}');
  v_part_5 := coalesce(v_raw."until", p_value -> 'until');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'until'), 'expected "until"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'until'), 'expected string', v_part_5);
  end if;
  v_string_5 := (v_part_5 #>> '{}');
  return row(v_optional, v_string_4, v_string, v_string_5, v_optional_2)::r_g8ir1i;
end
$plain$;

create function lh_engine_plain.suspensions_read_5iqzsf(p_value json, p_path text) returns r_xu1kuh language plpgsql immutable as $plain$
declare
  v_raw r_da5fld;
  v_part json;
  v_string text;
  v_part_2 json;
  v_optional text;
  v_optional_2 text;
  v_string_2 text;
  v_part_3 json;
  v_optional_3 text;
  v_optional_4 text;
  v_string_3 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_da5fld, p_value);
  end if;
  v_part := coalesce(v_raw."action", p_value -> 'action');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'action'), 'expected "action"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'action'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."skill_type", p_value -> 'skill_type');
  if coalesce(v_part_2 is null, false) then
    v_optional := null;
  else
    if coalesce(json_typeof(v_part_2) = 'null', false) then
      v_optional_2 := null;
    else
      if not coalesce(json_typeof(v_part_2) = 'string', false) then
        perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected string', v_part_2);
      end if;
      v_string_2 := (v_part_2 #>> '{}');
      v_optional_2 := v_string_2;
    end if;
    v_optional := v_optional_2;
  end if;
  v_part_3 := coalesce(v_raw."explanation", p_value -> 'explanation');
  if coalesce(v_part_3 is null, false) then
    v_optional_3 := null;
  else
    if coalesce(json_typeof(v_part_3) = 'null', false) then
      v_optional_4 := null;
    else
      if not coalesce(json_typeof(v_part_3) = 'string', false) then
        perform js_refuse_input(js_path(p_path, 'explanation'), 'expected string', v_part_3);
      end if;
      v_string_3 := (v_part_3 #>> '{}');
      v_optional_4 := v_string_3;
    end if;
    v_optional_3 := v_optional_4;
  end if;
  return row(v_string, v_optional_3, (v_part_3 is not null), v_optional, (v_part_2 is not null), js_loose(p_value, array['action', 'skill_type', 'explanation']::text[], array[case when v_part is not null then to_json(v_string)::text::json end, case when v_part_2 is not null then coalesce(to_json(v_optional)::text::json, 'null') end, case when v_part_3 is not null then coalesce(to_json(v_optional_3)::text::json, 'null') end]::json[]))::r_xu1kuh;
end
$plain$;

create function lh_engine_plain.suspensions_read_kacjfn(p_value json, p_path text) returns r_fvdfie language plpgsql immutable as $plain$
declare
  v_raw r_vgjufx;
  v_part json;
  v_string text;
  v_part_2 json;
  v_optional text;
  v_string_2 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_vgjufx, p_value);
  end if;
  v_part := coalesce(v_raw."skill_id", p_value -> 'skill_id');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'skill_id'), 'expected "skill_id"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'skill_id'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."skill_type", p_value -> 'skill_type');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected "skill_type"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional := v_string_2;
  end if;
  return row(v_string, v_optional)::r_fvdfie;
end
$plain$;

create function lh_engine_plain.suspensions_read_m9yhpx(p_value json, p_path text) returns r_nzo4kc[] language plpgsql immutable as $plain$
declare
  v_list r_nzo4kc[];
  v_item json;
  v_index int4;
  v_read r_nzo4kc;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := suspensions_read_hsm6la(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.settings_edit_distance(v_a text, v_b text) returns float8 language plpgsql immutable as $plain$
declare
  v_length float8;
  v_list float8[];
  v_index float8;
  v__ json;
  v_previous float8[];
  v_i float8;
  v_current float8[];
  v_j float8;
  v_substitution float8;
  v_t float8;
  v_t_2 float8;
  v_t_3 float8;
  v_t_4 float8;
begin
  v_length := (js_length(v_b) + '1'::float8);
  v_list := '{}';
  for i in 0 .. (v_length)::int - 1 loop
    v_index := i;
    v__ := null::json;
    v_list := array_append(v_list, v_index);
  end loop;
  v_previous := v_list;
  v_i := '1'::float8;
  <<v_at_loop>>
  loop
    v_t_4 := js_length(v_a);
    exit v_at_loop when not (v_i <= v_t_4 and v_t_4 <> 'NaN'::float8);
    v_current := array[v_i]::float8[];
    v_j := '1'::float8;
    <<v_at_loop_2>>
    loop
      v_t_3 := js_length(v_b);
      exit v_at_loop_2 when not (v_j <= v_t_3 and v_t_3 <> 'NaN'::float8);
      v_substitution := ((v_previous[((v_j - '1'::float8))::int + 1]) + (case when (js_char(v_a, (v_i - '1'::float8)) is not distinct from js_char(v_b, (v_j - '1'::float8))) then '0'::float8 else '1'::float8 end));
      v_t := ((v_previous[(v_j)::int + 1]) + '1'::float8);
      v_t_2 := ((v_current[((v_j - '1'::float8))::int + 1]) + '1'::float8);
      v_current := array_append(v_current, js_min_of(array[v_t, v_t_2, v_substitution]));
      v_j := (v_j + '1'::float8);
    end loop v_at_loop_2;
    v_previous := v_current;
    v_i := (v_i + '1'::float8);
  end loop v_at_loop;
  return v_previous[(js_length(v_b))::int + 1];
end
$plain$;

create function lh_engine_plain.contact_response_time_2frefk() returns r_2frefk language plpgsql immutable as $plain$
begin
  return row('low_response_rate'::text, 'leads'::text, row(null::fn_sk7iim, 'hours'::text, 'mean time to first contact'::text)::r_1cixj6, 'avg_response_time_hours'::text, row(fn_zdbdeg_make_69387566(), array[]::r_e2sj2l[], 'response_time_hours_max'::text, 'response_time_hours_target'::text)::r_in0uk0, row(null::fn_s6rvzk, fn_kkczbh_make_208736459(), 'mean'::text, 'contact'::text, array[]::r_e2sj2l[], 'whole and sources'::text)::r_v372w7, 'higher'::text)::r_2frefk;
end
$plain$;

create function lh_engine_plain.contact_contact_rate_2frefk() returns r_2frefk language plpgsql immutable as $plain$
begin
  return row('low_response_rate'::text, 'leads'::text, row(null::fn_sk7iim, 'share'::text, 'share of new leads contacted'::text)::r_1cixj6, 'contact_rate'::text, row(fn_zdbdeg_make_39815251(), array[]::r_e2sj2l[], 'contact_rate_min'::text, 'contact_rate_target'::text)::r_in0uk0, row(null::fn_s6rvzk, fn_kkczbh_make_132657472(), 'rate'::text, 'contact'::text, array[]::r_e2sj2l[], 'whole and sources'::text)::r_v372w7, 'lower'::text)::r_2frefk;
end
$plain$;

create function lh_engine_plain.qualification_qualification_rate_2frefk() returns r_2frefk language plpgsql immutable as $plain$
begin
  return row('poor_qualification'::text, 'leads'::text, row(null::fn_sk7iim, 'share'::text, 'share of contacted leads qualified'::text)::r_1cixj6, 'qualification_rate'::text, row(fn_zdbdeg_make_159027354(), array[]::r_e2sj2l[], 'qualification_rate_min'::text, 'qualification_rate_target'::text)::r_in0uk0, row(null::fn_s6rvzk, fn_kkczbh_make_245068580(), 'rate'::text, 'qualification'::text, array[row(array['qualified_at'::text]::text[], 'host_leads'::text)::r_e2sj2l]::r_e2sj2l[], 'whole and sources'::text)::r_v372w7, 'lower'::text)::r_2frefk;
end
$plain$;

create function lh_engine_plain.follow_up_follow_up_days_2frefk() returns r_2frefk language plpgsql immutable as $plain$
begin
  return row('slow_follow_up'::text, 'leads'::text, row(null::fn_sk7iim, 'days'::text, 'mean time from contact to qualification'::text)::r_1cixj6, 'follow_up_days'::text, row(fn_zdbdeg_make_68453823(), array[row(array['qualified_at'::text]::text[], 'host_leads'::text)::r_e2sj2l]::r_e2sj2l[], 'follow_up_days_max'::text, 'follow_up_days_target'::text)::r_in0uk0, row(null::fn_s6rvzk, fn_kkczbh_make_252174985(), 'mean'::text, 'follow_up'::text, array[row(array['qualified_at'::text]::text[], 'host_leads'::text)::r_e2sj2l]::r_e2sj2l[], 'whole'::text)::r_v372w7, 'higher'::text)::r_2frefk;
end
$plain$;

create function lh_engine_plain.follow_up_follow_up_backlog_2frefk() returns r_2frefk language plpgsql immutable as $plain$
begin
  return row('slow_follow_up'::text, 'leads'::text, row(null::fn_sk7iim, 'share'::text, 'share of contacted leads left waiting'::text)::r_1cixj6, 'follow_up_backlog_share'::text, row(fn_zdbdeg_make_111052564(), array[]::r_e2sj2l[], 'backlog_share_max'::text, 'backlog_share_max'::text)::r_in0uk0, null::r_v372w7, 'higher'::text)::r_2frefk;
end
$plain$;

create function lh_engine_plain.source_conversion_source_conversion_2frefk() returns r_2frefk language plpgsql immutable as $plain$
begin
  return row('weak_lead_source'::text, 'leads'::text, row(fn_sk7iim_make_182981541(), 'share'::text, 'conversion rate'::text)::r_1cixj6, 'source_conversion_rate'::text, row(null::fn_zdbdeg, array[row(array['source'::text]::text[], 'host_leads'::text)::r_e2sj2l]::r_e2sj2l[], 'source_conversion_rate_min'::text, 'source_conversion_rate_target'::text)::r_in0uk0, row(null::fn_s6rvzk, fn_kkczbh_make_227774373(), 'rate'::text, 'qualification'::text, array[row(array['source'::text]::text[], 'host_leads'::text)::r_e2sj2l, row(array['qualified_at'::text]::text[], 'host_leads'::text)::r_e2sj2l]::r_e2sj2l[], 'between sources'::text)::r_v372w7, 'lower'::text)::r_2frefk;
end
$plain$;

create function lh_engine_plain.validation_f1_score_2frefk() returns r_2frefk language plpgsql immutable as $plain$
begin
  return row('validation_accuracy_drop'::text, 'labelled contacts'::text, row(null::fn_sk7iim, 'score'::text, 'F1 score of business detection'::text)::r_1cixj6, 'f1_score'::text, row(fn_zdbdeg_make_162263083(), array[]::r_e2sj2l[], 'f1_score_min'::text, 'f1_score_target'::text)::r_in0uk0, row(fn_s6rvzk_make_82471260(), fn_kkczbh_make_214442892(), 'rate'::text, 'feedback'::text, array[row(array['contact_id'::text, 'feedback_type'::text, 'created_at'::text]::text[], 'host_feedback'::text)::r_e2sj2l, row(array['contact_id'::text, 'pattern_type'::text, 'created_at'::text]::text[], 'host_validations'::text)::r_e2sj2l]::r_e2sj2l[], 'whole'::text)::r_v372w7, 'lower'::text)::r_2frefk;
end
$plain$;

create function lh_engine_plain.metric_is_past(v_given r_s30ovg, v_value float8, v_threshold float8) returns boolean language plpgsql immutable as $plain$
declare
  v_worse text;
begin
  v_worse := v_given."worse";
  return case when (v_worse = 'higher'::text) then (v_value > v_threshold and v_value <> 'NaN'::float8) else (v_value < v_threshold and v_threshold <> 'NaN'::float8) end;
end
$plain$;

create function lh_engine_plain.metric_is_twice_past(v_given r_s30ovg, v_value float8, v_threshold float8) returns boolean language plpgsql immutable as $plain$
declare
  v_worse text;
  v_t float8;
  v_either boolean;
begin
  v_worse := v_given."worse";
  if (v_worse = 'higher'::text) then
    v_either := (v_value >= ('2'::float8 * v_threshold) and v_value <> 'NaN'::float8);
  else
    v_t := (v_threshold / '2'::float8);
    v_either := (v_value <= v_t and v_t <> 'NaN'::float8);
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.series_value_fpuf2p(v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return true;
end
$plain$;

create function lh_engine_plain.trend_rule_window_of(v_last float8, v_options r_pwhogm) returns r_gvvunu language plpgsql immutable as $plain$
declare
  v_recentdays float8;
  v_baselinedays float8;
  v_split float8;
begin
  v_recentdays := fn_8xylpd_call(v_options."number", 'trend_days'::text);
  v_baselinedays := fn_8xylpd_call(v_options."number", 'baseline_days'::text);
  v_split := (v_last - v_recentdays);
  return row(v_baselinedays, ((v_split - v_baselinedays) + '1'::float8), v_last, v_recentdays, v_split)::r_gvvunu;
end
$plain$;

create function lh_engine_plain.compare_compare(v_cells r_qhnv12[], v_kind text, v_window r_3h043n) returns r_52vjgg language plpgsql immutable as $plain$
declare
  v_split float8;
  v_before r_qhnv12[];
  v_mapped float8[];
  v_item r_qhnv12;
  v_number float8;
  v_set float8[];
  v_item_2 float8;
  v_known float8[];
  v_list r_qhnv12[];
  v_kept r_qhnv12[];
  v_item_3 r_qhnv12;
  v_number_2 float8;
  v_recent r_qhnv12[];
  v_base r_m6hs4b;
  v_sums r_0whm7m;
  v_whole r_qy5qfz;
  v_mean float8;
  v_variance float8;
  v_now r_qqdy2m;
  v_list_2 float8[];
  v_every boolean;
  v_item_4 float8;
  v_index float8;
  v_dispersion float8;
  v_test r_27m4mz;
  v_p float8;
begin
  v_split := (v_window."last" - v_window."recentDays");
  v_before := days_by_day(v_cells, v_kind, ((v_split - v_window."baselineDays") + '1'::float8), v_split);
  v_mapped := '{}';
  foreach v_item in array v_before loop
    v_number := v_item."day";
    v_mapped := array_append(v_mapped, js_remainder(((js_remainder(v_number, '7'::float8)) + '7'::float8), '7'::float8));
  end loop;
  v_set := '{}';
  foreach v_item_2 in array v_mapped loop
    if array_position(v_set, v_item_2) is null then
      v_set := array_append(v_set, v_item_2);
    end if;
  end loop;
  v_known := v_set;
  v_list := days_by_day(v_cells, v_kind, (v_split + '1'::float8), v_window."last");
  v_kept := '{}';
  foreach v_item_3 in array v_list loop
    v_number_2 := v_item_3."day";
    if (array_position(v_known, js_remainder(((js_remainder(v_number_2, '7'::float8)) + '7'::float8), '7'::float8)) is not null) then
      v_kept := array_append(v_kept, v_item_3);
    end if;
  end loop;
  v_recent := v_kept;
  if ((cardinality(v_before)::float8 = '0'::float8) or (cardinality(v_recent)::float8 = '0'::float8)) then
    return null::r_52vjgg;
  end if;
  v_base := compare_standardise(v_before, v_recent);
  v_sums := days_sums_of(v_recent);
  v_whole := days_spread(v_sums);
  v_mean := v_whole."mean";
  v_variance := v_whole."variance";
  v_now := row(v_sums."n", v_mean, v_variance)::r_qqdy2m;
  v_list_2 := array[v_base."value", v_base."variance", v_mean, v_variance]::float8[];
  v_every := true;
  v_index := -1;
  foreach v_item_4 in array v_list_2 loop
    v_index := v_index + 1;
    if not coalesce(abs(v_item_4) < 'Infinity'::float8, false) then
      v_every := false;
      exit;
    end if;
  end loop;
  if (not v_every) then
    return null::r_52vjgg;
  end if;
  v_dispersion := days_dispersion_of(v_before);
  v_test := case when (v_kind = 'rate'::text) then compare_rate_test(row(v_base."effective", v_base."value")::r_uuo2ya, v_now, v_dispersion) else compare_mean_test(v_base, v_now, v_dispersion) end;
  v_p := compare_finite_or_null(v_test."p");
  return row(row(v_base."n", v_base."value", v_base."variance")::r_qqdy2m, v_base."effective", cardinality(v_before)::float8, v_dispersion, v_p, v_now, case when (v_p is not distinct from null) then null::float8 else compare_finite_or_null(v_test."statistic") end, (days_sums_of(v_before))."sum")::r_52vjgg;
end
$plain$;

create function lh_engine_plain.trend_rule_lacks(v_series r_3urahi, v_c r_52vjgg, v_options r_pwhogm) returns r_dljgdp language plpgsql immutable as $plain$
declare
  v_needed float8;
  v_days float8;
begin
  v_needed := fn_8xylpd_call(v_options."number", 'trend_min_leads'::text);
  v_days := ceil((fn_8xylpd_call(v_options."number", 'baseline_days'::text) / '2'::float8));
  if ((v_c is not distinct from null) or ((v_c."baseline")."n" < v_needed and v_needed <> 'NaN'::float8)) then
    return row(case when (v_c is not distinct from null) then '0'::float8 else (v_c."baseline")."n" end, v_needed, ((v_series."metric")."countedOn" || ' in the baseline'::text))::r_dljgdp;
  end if;
  if (v_c."daysInBaseline" < v_days and v_days <> 'NaN'::float8) then
    return row(v_c."daysInBaseline", v_days, 'days with data in the baseline'::text)::r_dljgdp;
  end if;
  if ((v_c."recent")."n" < v_needed and v_needed <> 'NaN'::float8) then
    return row((v_c."recent")."n", v_needed, ((v_series."metric")."countedOn" || ' in the compared days'::text))::r_dljgdp;
  end if;
  if ((((v_series."metric")."trend")."kind" = 'rate'::text) and (v_c."successes" < '5'::float8)) then
    return row(v_c."successes", '5'::float8, 'successes in the baseline'::text)::r_dljgdp;
  end if;
  return null::r_dljgdp;
end
$plain$;

create function lh_engine_plain.trends_lacking(v_metric r_hev7p4, v_lack r_dljgdp) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_rest r_r1knjv[];
begin
  v_rest := '{}';
  v_rest := array_append(v_rest, findings_not_enough(row(v_metric."name", v_metric."bottleneck", null::text, 'trend'::text)::r_lekogs, coalesce(v_lack."n", '0'::float8), coalesce(v_lack."needed", '1'::float8), coalesce(v_lack."what", 'days'::text)));
  return (row(array[]::r_vqchpa[], v_rest)::r_hapi6y);
end
$plain$;

create function lh_engine_plain.trend_rule_is_trend(v_metric r_7c17dn, v_c r_52vjgg, v_options r_pwhogm, v_alpha float8) returns boolean language plpgsql immutable as $plain$
declare
  v_t float8;
  v_t_2 float8;
  v_holds boolean;
begin
  v_t := trend_rule_worsening(v_metric, v_c);
  v_holds := (v_t > '0'::float8 and v_t <> 'NaN'::float8);
  if v_holds then
    v_t_2 := (trend_rule_worsening(v_metric, v_c) + '1e-9'::float8);
    v_holds := (v_t_2 >= fn_8xylpd_call(v_options."number", 'min_relative_change'::text) and v_t_2 <> 'NaN'::float8);
  end if;
  return (v_holds and ((coalesce(trend_rule_one_sided_p(v_metric, v_c), '1'::float8)) < v_alpha and v_alpha <> 'NaN'::float8));
end
$plain$;

create function lh_engine_plain.js_write_f65sbv(r_adtrwq) returns text language plpgsql immutable as $plain$
declare
  v_x r_adtrwq := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr('', 2) || '}';
end
$plain$;

create function lh_engine_plain.trends_parts_of(v_document r_1qbja7, v_metric r_2frefk, v_options r_pwhogm) returns r_oe2y3t[] language plpgsql immutable as $plain$
declare
  v_list text[];
  v_flat r_oe2y3t[];
  v_item text;
  v_result r_oe2y3t[];
  v_keep fn_tfnpgy;
  v_series r_xn4f50;
  v_record r_gvvunu;
  v_comparison r_52vjgg;
  v_more r_oe2y3t;
begin
  v_list := series_sources_of(row(v_document."leads")::r_wcsbwj);
  v_flat := '{}';
  foreach v_item in array v_list loop
    v_keep := fn_tfnpgy_make_180468039(v_item);
    v_series := (row(fn_kkczbh_call((v_metric."trend")."cells", v_document, v_keep), case (v_metric."trend")."mature" when 'contact' then (v_document."mature")."contact" when 'qualification' then (v_document."mature")."qualification" when 'follow_up' then (v_document."mature")."follow_up" when 'feedback' then (v_document."mature")."feedback" end, v_metric)::r_xn4f50);
    v_record := trend_rule_window_of(v_series."last", v_options);
    v_comparison := compare_compare(v_series."cells", ((v_series."metric")."trend")."kind", row(v_record."baselineDays", v_record."last", v_record."recentDays")::r_3h043n);
    v_result := case when ((v_comparison is not distinct from null) or (not (trend_rule_lacks(row(row((v_series."metric")."countedOn", row(((v_series."metric")."trend")."kind")::r_4do8tm)::r_k0nwof)::r_3urahi, v_comparison, v_options) is not distinct from null))) then array[]::r_oe2y3t[] else array[row(v_comparison, v_series, v_item)::r_oe2y3t]::r_oe2y3t[] end;
    foreach v_more in array v_result loop
      v_flat := array_append(v_flat, v_more);
    end loop;
  end loop;
  return v_flat;
end
$plain$;

create function lh_engine_plain.trends_by_strength(v_a r_1mf3fw, v_b r_1mf3fw) returns float8 language plpgsql immutable as $plain$
declare
  v_t float8;
begin
  v_t := (abs(coalesce((v_b."comparison")."statistic", '0'::float8)) - abs(coalesce((v_a."comparison")."statistic", '0'::float8)));
  return case when coalesce(v_t <> 0 and v_t <> 'NaN'::float8, false) then v_t else (case when (js_order(v_a."source") collate "C" < js_order(v_b."source") collate "C") then '-1'::float8 else '1'::float8 end) end;
end
$plain$;

create function lh_engine_plain.trends_summary(v_metric r_7c17dn, v_parts r_oe2y3t[]) returns r_yzsdej[] language plpgsql immutable as $plain$
declare
  v_mapped r_yzsdej[];
  v_item r_oe2y3t;
begin
  v_mapped := '{}';
  foreach v_item in array v_parts loop
    v_mapped := array_append(v_mapped, (row(((v_item."comparison")."baseline")."value", ((v_item."comparison")."recent")."n", trend_rule_one_sided_p(v_metric, v_item."comparison"), trend_rule_relative_change(row(v_metric."trend")::r_s4w1km, v_item."comparison"), v_item."source", ((v_item."comparison")."recent")."value")::r_yzsdej));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.trends_rest_is_worse(v_document r_1qbja7, v_metric r_2frefk, v_options r_pwhogm, v_source text) returns boolean language plpgsql immutable as $plain$
declare
  v_keep fn_tfnpgy;
  v_rest r_xn4f50;
  v_record r_gvvunu;
  v_c r_52vjgg;
begin
  v_keep := fn_tfnpgy_make_201489420(v_source);
  v_rest := (row(fn_kkczbh_call((v_metric."trend")."cells", v_document, v_keep), case (v_metric."trend")."mature" when 'contact' then (v_document."mature")."contact" when 'qualification' then (v_document."mature")."qualification" when 'follow_up' then (v_document."mature")."follow_up" when 'feedback' then (v_document."mature")."feedback" end, v_metric)::r_xn4f50);
  v_record := trend_rule_window_of(v_rest."last", v_options);
  v_c := compare_compare(v_rest."cells", (v_metric."trend")."kind", row(v_record."baselineDays", v_record."last", v_record."recentDays")::r_3h043n);
  return ((not (v_c is not distinct from null)) and trend_rule_is_trend(row(v_metric."trend", v_metric."worse")::r_7c17dn, v_c, v_options, '0.05'::float8));
end
$plain$;

create function lh_engine_plain.js_write_6y5j5u(r_1jobws) returns text language plpgsql immutable as $plain$
declare
  v_x r_1jobws := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"sources":' || js_write_ojxnp4(v_x."sources"), 2) || '}';
end
$plain$;

create function lh_engine_plain.weak_sources_value_jle93i(v_rows r_n47657[], v_given0 fn_tfnpgy) returns r_159jq5 language plpgsql immutable as $plain$
declare
  v_kept r_n47657[];
  v_item r_n47657;
  v_total r_159jq5;
  v_item_2 r_n47657;
begin
  v_kept := '{}';
  foreach v_item in array v_rows loop
    if (fn_tfnpgy_call(v_given0, v_item."source") is true) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_total := row('0'::float8, '0'::float8)::r_159jq5;
  foreach v_item_2 in array v_kept loop
    v_total := (row((v_total."converted" + js_min_of(array[v_item_2."converted", v_item_2."leads"])), (v_total."leads" + v_item_2."leads"))::r_159jq5);
  end loop;
  return v_total;
end
$plain$;

create function lh_engine_plain.series_sources_of(v_document r_wcsbwj) returns text[] language plpgsql immutable as $plain$
declare
  v_mapped text[];
  v_item r_n47657;
  v_set text[];
  v_item_2 text;
  v_kept text[];
  v_item_3 text;
begin
  v_mapped := '{}';
  foreach v_item in array v_document."leads" loop
    v_mapped := array_append(v_mapped, v_item."source");
  end loop;
  v_set := '{}';
  foreach v_item_2 in array v_mapped loop
    if array_position(v_set, v_item_2) is null then
      v_set := array_append(v_set, v_item_2);
    end if;
  end loop;
  v_kept := '{}';
  foreach v_item_3 in array v_set loop
    if (not (v_item_3 is not distinct from null)) then
      v_kept := array_append(v_kept, v_item_3);
    end if;
  end loop;
  return array(select x from unnest(v_kept) as x order by js_order(x) collate "C");
end
$plain$;

create function lh_engine_plain.weak_sources_value_578ih1(v_source text, v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return (v_given0 is not distinct from v_source);
end
$plain$;

create function lh_engine_plain.weak_sources_value_m1u676(v_source text, v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return (not (v_given0 is not distinct from v_source));
end
$plain$;

create function lh_engine_plain.weak_sources_value_578ih1_2(v_source text, v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return (v_given0 is not distinct from v_source);
end
$plain$;

create function lh_engine_plain.js_write_t48vgk(r_7xv6i7[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_7xv6i7;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_sosytl(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.weak_sources_value_578ih1_3(v_source text, v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return (v_given0 is not distinct from v_source);
end
$plain$;

create function lh_engine_plain.weak_sources_value_mbo2eq(v_s r_oe2y3t, v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return (not (v_given0 is not distinct from v_s."source"));
end
$plain$;

create function lh_engine_plain.weak_sources_is_its_own(v_own r_52vjgg, v_others r_52vjgg, v_options r_pwhogm, v_alpha float8) returns boolean language plpgsql immutable as $plain$
declare
  v_t float8;
  v_either float8;
  v_moved float8;
  v_expected r_52vjgg;
begin
  if ((v_others."baseline")."value" > '0'::float8 and (v_others."baseline")."value" <> 'NaN'::float8) then
    v_t := case when (v_others."baseline")."value" = 0 then js_divide((v_others."recent")."value", (v_others."baseline")."value") else (v_others."recent")."value" / (v_others."baseline")."value" end;
    v_either := case when v_t = 'NaN'::float8 then 'NaN'::float8 else least('1'::float8, v_t) end;
  else
    v_either := '1'::float8;
  end if;
  v_moved := v_either;
  v_expected := compare_compare_rates(row((v_own."baseline")."n", ((v_own."baseline")."value" * v_moved), (v_own."baseline")."variance")::r_qqdy2m, v_own);
  return trend_rule_is_trend(source_conversion_source_conversion_7c17dn(), v_expected, v_options, v_alpha);
end
$plain$;

create function lh_engine_plain.weak_sources_lies_below(v_own r_52vjgg, v_others r_52vjgg, v_alpha float8) returns boolean language plpgsql immutable as $plain$
declare
  v_test r_p6d2tz;
begin
  v_test := proportions_z_test((row(js_round(((v_others."recent")."value" * (v_others."recent")."n")), (v_others."recent")."n")::r_fgs8so), (row(js_round(((v_own."recent")."value" * (v_own."recent")."n")), (v_own."recent")."n")::r_fgs8so));
  return (((not (v_test is not distinct from null)) and (v_test."z" < '0'::float8)) and (v_test."p" < v_alpha and v_alpha <> 'NaN'::float8));
end
$plain$;

create function lh_engine_plain.trend_rule_worsening(v_metric r_7c17dn, v_c r_52vjgg) returns float8 language plpgsql immutable as $plain$
declare
  v_change float8;
begin
  v_change := coalesce(trend_rule_relative_change(row(v_metric."trend")::r_s4w1km, v_c), '0'::float8);
  return case when (v_metric."worse" = 'higher'::text) then v_change else (- v_change) end;
end
$plain$;

create function lh_engine_plain.causes_look(v_rows r_1b67bz[], v_what text, v_source text, v_last float8, v_options r_pwhogm) returns r_ujyxis language plpgsql immutable as $plain$
declare
  v_split float8;
  v_start float8;
  v_recent r_8ggmlq;
  v_before r_8ggmlq;
  v_whole r_8ggmlq;
  v_others r_8ggmlq;
  v_jumped boolean;
  v_differs boolean;
  v_text text;
begin
  v_split := (v_last - fn_8xylpd_call(v_options."number", 'trend_days'::text));
  v_start := ((v_split - fn_8xylpd_call(v_options."number", 'baseline_days'::text)) + '1'::float8);
  v_recent := causes_sum_of(v_rows, (v_split + '1'::float8), v_last, fn_tfnpgy_make_51653742(v_source));
  v_before := causes_sum_of(v_rows, v_start, v_split, fn_tfnpgy_make_51653742(v_source));
  v_whole := causes_sum_of(v_rows, v_start, v_last, fn_tfnpgy_make_51653742(v_source));
  v_others := causes_sum_of(v_rows, v_start, v_last, fn_tfnpgy_make_149767097(v_source));
  v_jumped := causes_is_worse(v_recent, v_before);
  v_differs := causes_is_worse(v_whole, v_others);
  v_text := case when v_jumped then (v_what || ' rose from '::text || causes_percent(causes_share_of(v_before)) || ' to '::text || causes_percent(causes_share_of(v_recent))) else case when v_differs then (v_what || ' are '::text || causes_percent(causes_share_of(v_whole)) || ', against '::text || causes_percent(causes_share_of(v_others)) || ' for all other sources'::text) else null::text end end;
  return row(v_recent."n", causes_share_of(v_recent), causes_share_of(v_before), causes_share_of(v_others), v_text)::r_ujyxis;
end
$plain$;

create function lh_engine_plain.js_write_cdooxp(r_lohhyz[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_lohhyz;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_h163sx(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.days_change_day(v_cells r_qhnv12[], v_kind text, v_from float8, v_to float8, v_sign float8) returns float8 language plpgsql immutable as $plain$
begin
  return (days_best_step(days_by_day(v_cells, v_kind, v_from, v_to), v_sign))."day";
end
$plain$;

create function lh_engine_plain.trend_rule_shown(v_given r_s4w1km, v_mean float8) returns float8 language plpgsql immutable as $plain$
declare
  v_trend r_v372w7;
begin
  v_trend := v_given."trend";
  return case when (v_trend."asShown" is not distinct from null) then v_mean else fn_s6rvzk_call(v_trend."asShown", v_mean) end;
end
$plain$;

create function lh_engine_plain.trend_rule_days_before(v_series r_zaatd6, v_c r_52vjgg, v_w r_gvvunu) returns r_lprgsc language plpgsql immutable as $plain$
declare
  v_number float8;
  v_number_2 float8;
begin
  v_number := v_w."from";
  v_number_2 := v_w."split";
  return (row(js_slice(js_iso((v_number * '86400000'::float8)), '0'::float8, '10'::float8), (v_c."baseline")."n", js_slice(js_iso((v_number_2 * '86400000'::float8)), '0'::float8, '10'::float8), trend_rule_shown(v_series."metric", (v_c."baseline")."value"))::r_lprgsc);
end
$plain$;

create function lh_engine_plain.trend_rule_relative_change(v_metric r_s4w1km, v_c r_52vjgg) returns float8 language plpgsql immutable as $plain$
declare
  v_then float8;
  v_change float8;
begin
  v_then := trend_rule_shown(v_metric, (v_c."baseline")."value");
  v_change := (case when v_then = 0 then js_divide(trend_rule_shown(v_metric, (v_c."recent")."value"), v_then) else trend_rule_shown(v_metric, (v_c."recent")."value") / v_then end - '1'::float8);
  return case when ((v_then > '0'::float8 and v_then <> 'NaN'::float8) and coalesce(abs(v_change) < 'Infinity'::float8, false)) then v_change else null::float8 end;
end
$plain$;

create function lh_engine_plain.list_metric_named(v_name text) returns r_2frefk language plpgsql immutable as $plain$
declare
  v_list r_2frefk[];
  v_found r_2frefk;
  v_item r_2frefk;
begin
  v_list := list_metrics();
  v_found := null;
  foreach v_item in array v_list loop
    if (v_item."name" = v_name) then
      v_found := v_item;
      exit;
    end if;
  end loop;
  return v_found;
end
$plain$;

create function lh_engine_plain.detection_value_oo9vw4(v_segment text, v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return (v_given0 is not distinct from v_segment);
end
$plain$;

create function lh_engine_plain.trend_rule_baseline_of(v_series r_75r2tx, v_options r_pwhogm) returns r_lprgsc language plpgsql immutable as $plain$
declare
  v_w r_gvvunu;
  v_c r_52vjgg;
begin
  v_w := trend_rule_window_of(v_series."last", v_options);
  v_c := compare_compare(v_series."cells", ((v_series."metric")."trend")."kind", row(v_w."baselineDays", v_w."last", v_w."recentDays")::r_3h043n);
  return case when ((v_c is not distinct from null) or (not (trend_rule_lacks(row(row((v_series."metric")."countedOn", row(((v_series."metric")."trend")."kind")::r_4do8tm)::r_k0nwof)::r_3urahi, v_c, v_options) is not distinct from null))) then null::r_lprgsc else trend_rule_days_before(row(row((v_series."metric")."trend")::r_s4w1km)::r_zaatd6, v_c, v_w) end;
end
$plain$;

create function lh_engine_plain.explain_subject(v_f r_iw64zc) returns text language plpgsql immutable as $plain$
declare
  v_whole r_1cixj6;
  v_words text;
  v_given fn_sk7iim;
  v_insource fn_sk7iim;
begin
  v_whole := (list_metric_named(v_f."metric"))."display";
  v_words := v_whole."words";
  v_given := v_whole."inSource";
  if (v_given is not distinct from null) then
    v_given := fn_sk7iim_make_195524792();
  end if;
  v_insource := v_given;
  return ('the '::text || v_words || coalesce(case when (v_f."segment" is not distinct from null) then ''::text else fn_sk7iim_call(v_insource, v_f."segment") end, 'null'));
end
$plain$;

create function lh_engine_plain.explain_value_text(v_finding r_g8k9i3, v_value float8) returns text language plpgsql immutable as $plain$
declare
  v_case text;
  v_digits float8;
  v_digits_2 float8;
  v_digits_3 float8;
begin
  v_case := ((list_metric_named(v_finding."metric"))."display")."unit";
  <<v_at_switch>>
  begin
    case v_case
      when 'hours'::text then
        v_digits := '1'::float8;
        return (js_text(js_number_of_text(js_fixed(v_value, trunc(v_digits)::int))) || ' h'::text);
      when 'days'::text then
        v_digits_2 := '1'::float8;
        return (js_text(js_number_of_text(js_fixed(v_value, trunc(v_digits_2)::int))) || ' days'::text);
      when 'share'::text then
        return words_share_text(v_value, null::float8);
      when 'score'::text then
        v_digits_3 := '3'::float8;
        return js_text(js_number_of_text(js_fixed(v_value, trunc(v_digits_3)::int)));
      else
        null;
    end case;
  end v_at_switch;
end
$plain$;

create function lh_engine_plain.explain_period(v_f r_7gkf0h) returns text language plpgsql immutable as $plain$
begin
  return (case when (v_f."from" = v_f."to") then ('on '::text || v_f."to") else ('from '::text || v_f."from" || ' to '::text || v_f."to") end);
end
$plain$;

create function lh_engine_plain.explain_limit(v_f r_qf7tx5) returns text language plpgsql immutable as $plain$
declare
  v_whole r_2frefk;
  v_worse text;
  v_threshold r_in0uk0;
  v_side text;
  v_target text;
begin
  v_whole := list_metric_named(v_f."metric");
  v_worse := v_whole."worse";
  v_threshold := v_whole."threshold";
  v_side := case when (v_worse = 'higher'::text) then 'above'::text else 'below'::text end;
  v_target := case when (v_threshold."target" = v_threshold."setting") then ''::text else (' (target '::text || explain_value_text(row(v_f."metric")::r_g8k9i3, v_f."target") || ')'::text) end;
  return (v_side || ' the threshold of '::text || explain_value_text(row(v_f."metric")::r_g8k9i3, coalesce(v_f."threshold", '0'::float8)) || v_target);
end
$plain$;

create function lh_engine_plain.explain_beside_others(v_f r_vqchpa) returns text language plpgsql immutable as $plain$
declare
  v_rate json;
begin
  v_rate := (v_f."detail" -> 'others_rate');
  return case when (js_typeof(v_rate) = 'number'::text) then (', while all other sources together are at '::text || explain_value_text(row(v_f."metric")::r_g8k9i3, js_number(v_rate))) else ''::text end;
end
$plain$;

create function lh_engine_plain.explain_cause(v_f r_vqchpa) returns text language plpgsql immutable as $plain$
declare
  v_sources json;
  v_json json;
  v_either r_fnbx6u;
  v_first r_fnbx6u;
begin
  v_sources := (v_f."detail" -> 'weak_sources');
  if coalesce(json_typeof(v_sources) = 'array', false) then
    v_json := (v_sources -> ('0'::float8)::int);
    v_either := (case when coalesce(json_typeof(v_json), 'null') = 'null' then null else row((v_json -> 'likely_cause'))::r_fnbx6u end);
  else
    v_either := null::r_fnbx6u;
  end if;
  v_first := v_either;
  return case when ((not (v_first is not distinct from null)) and (js_typeof(v_first."likely_cause") = 'string'::text)) then ('; likely cause: '::text || (v_first."likely_cause" #>> '{}')) else ''::text end;
end
$plain$;

create function lh_engine_plain.js_constant_l3sgiz() returns text[] language plpgsql immutable as $plain$
begin
  return array['Thursday'::text, 'Friday'::text, 'Saturday'::text, 'Sunday'::text, 'Monday'::text, 'Tuesday'::text, 'Wednesday'::text]::text[];
end
$plain$;

create function lh_engine_plain.words_p_equation(v_p float8) returns text language plpgsql immutable as $plain$
declare
  v_digits float8;
  v_either text;
begin
  if (v_p < '0.0001'::float8) then
    v_either := 'p < 0.0001'::text;
  else
    v_digits := '4'::float8;
    v_either := ('p = '::text || js_text(js_number_of_text(js_fixed(v_p, trunc(v_digits)::int))));
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.js_constant_g86gs6() returns map_ro126t language plpgsql immutable as $plain$
begin
  return row(array['created_in_future'::text, 'created_missing'::text, 'contacted_in_future'::text, 'contacted_before_created'::text, 'contacted_without_time'::text, 'qualified_in_future'::text, 'qualified_before_contacted'::text, 'qualified_without_time'::text, 'unknown_status'::text, 'created_too_long_ago'::text, 'source_cut'::text, 'unknown_test'::text, 'feedback_in_future'::text, 'feedback_without_time'::text, 'feedback_too_long_ago'::text, 'feedback_agent_cut'::text, 'feedback_of_unknown_type'::text, 'feedback_on_unknown_lead'::text, 'validation_in_future'::text, 'validation_without_time'::text]::text[], array['leads created after the present moment; they are not considered'::text, 'leads without created_at; they are not considered'::text, 'leads contacted after the present moment; they count as not contacted'::text, 'leads contacted before they were created; they count as contacted, their hours are left out'::text, 'leads contacted by their status but without contacted_at; they count as contacted, their hours are left out'::text, 'leads qualified after the present moment; they count as not qualified'::text, 'leads qualified before they were contacted; they count as qualified, their days are left out'::text, 'leads qualified by their status but without a time; they count as qualified since their contact, their days are left out'::text, 'leads with a status that is null or not known; they count by their times alone'::text, 'leads created before 1900; they are not considered'::text, 'leads with a source of more than 200 characters; it is read by its first 200'::text, 'leads in a test that does not exist; they count in no test'::text, 'feedback from after the present moment; it is not considered'::text, 'feedback without created_at; it is not considered'::text, 'feedback from before 1900; it is not considered'::text, 'feedback with an agent_id of more than 200 characters; it is read by its first 200'::text, 'feedback of a type that is null or not known; it says nothing'::text, 'feedback on a lead that does not exist; it counts for no source'::text, 'validations from after the present moment; they are not considered'::text, 'validations without created_at; they are not considered'::text]::text[])::map_ro126t;
end
$plain$;

create function lh_engine_plain.js_write_0w9m5k(r_ii7y2m[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_ii7y2m;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_c2cvcl(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.reports_read_xxdgcv(p_value json, p_path text) returns r_vpro6d language plpgsql immutable as $plain$
declare
  v_raw r_j8kx24;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_number_3 float8;
  v_part_4 json;
  v_number_4 float8;
  v_part_5 json;
  v_number_5 float8;
  v_part_6 json;
  v_number_6 float8;
  v_part_7 json;
  v_number_7 float8;
  v_part_8 json;
  v_number_8 float8;
  v_part_9 json;
  v_number_9 float8;
  v_part_10 json;
  v_number_10 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_j8kx24, p_value);
  end if;
  v_part := coalesce(v_raw."leads", p_value -> 'leads');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected "leads"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."answered", p_value -> 'answered');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'answered'), 'expected "answered"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'answered'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'answered'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'answered'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."reached", p_value -> 'reached');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'reached'), 'expected "reached"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'reached'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'reached'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'reached'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."qualified", p_value -> 'qualified');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'qualified'), 'expected "qualified"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'qualified'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_4 := js_number(v_part_4);
  if not coalesce((v_number_4 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'qualified'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_4) <= 9007199254740991 and floor(v_number_4) = v_number_4), false) and (v_number_4 >= '0'::float8 and v_number_4 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'qualified'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."converted", p_value -> 'converted');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'converted'), 'expected "converted"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'converted'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_number_5 := js_number(v_part_5);
  if not coalesce((v_number_5 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'converted'), 'expected an integer up to 9007199254740991', v_part_5);
  end if;
  if not coalesce((coalesce((abs(v_number_5) <= 9007199254740991 and floor(v_number_5) = v_number_5), false) and (v_number_5 >= '0'::float8 and v_number_5 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'converted'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_part_6 := coalesce(v_raw."hours_n", p_value -> 'hours_n');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'hours_n'), 'expected "hours_n"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'hours_n'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_number_6 := js_number(v_part_6);
  if not coalesce((v_number_6 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'hours_n'), 'expected an integer up to 9007199254740991', v_part_6);
  end if;
  if not coalesce((coalesce((abs(v_number_6) <= 9007199254740991 and floor(v_number_6) = v_number_6), false) and (v_number_6 >= '0'::float8 and v_number_6 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'hours_n'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_part_7 := coalesce(v_raw."hours_sum", p_value -> 'hours_sum');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'hours_sum'), 'expected "hours_sum"', null);
  end if;
  if not coalesce(json_typeof(v_part_7) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'hours_sum'), 'expected a finite number', v_part_7);
  end if;
  v_number_7 := js_number(v_part_7);
  if not coalesce(coalesce(abs(v_number_7) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'hours_sum'), 'expected a finite number', v_part_7);
  end if;
  v_part_8 := coalesce(v_raw."hours_squares", p_value -> 'hours_squares');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'hours_squares'), 'expected "hours_squares"', null);
  end if;
  if not coalesce(json_typeof(v_part_8) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'hours_squares'), 'expected a finite number', v_part_8);
  end if;
  v_number_8 := js_number(v_part_8);
  if not coalesce(coalesce(abs(v_number_8) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'hours_squares'), 'expected a finite number', v_part_8);
  end if;
  v_part_9 := coalesce(v_raw."feedback", p_value -> 'feedback');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected "feedback"', null);
  end if;
  if not coalesce(json_typeof(v_part_9) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected an integer ≥ 0', v_part_9);
  end if;
  v_number_9 := js_number(v_part_9);
  if not coalesce((v_number_9 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected an integer up to 9007199254740991', v_part_9);
  end if;
  if not coalesce((coalesce((abs(v_number_9) <= 9007199254740991 and floor(v_number_9) = v_number_9), false) and (v_number_9 >= '0'::float8 and v_number_9 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected an integer ≥ 0', v_part_9);
  end if;
  v_part_10 := coalesce(v_raw."wrong_numbers", p_value -> 'wrong_numbers');
  if v_part_10 is null then
    perform js_refuse_input(js_path(p_path, 'wrong_numbers'), 'expected "wrong_numbers"', null);
  end if;
  if not coalesce(json_typeof(v_part_10) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'wrong_numbers'), 'expected an integer ≥ 0', v_part_10);
  end if;
  v_number_10 := js_number(v_part_10);
  if not coalesce((v_number_10 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'wrong_numbers'), 'expected an integer up to 9007199254740991', v_part_10);
  end if;
  if not coalesce((coalesce((abs(v_number_10) <= 9007199254740991 and floor(v_number_10) = v_number_10), false) and (v_number_10 >= '0'::float8 and v_number_10 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'wrong_numbers'), 'expected an integer ≥ 0', v_part_10);
  end if;
  return row(v_number_2, v_number_5, v_number_9, v_number_6, v_number_8, v_number_7, v_number, v_number_4, v_number_3, v_number_10)::r_vpro6d;
end
$plain$;

create function lh_engine_plain.feedback_read_hax4ud(p_value json, p_path text) returns text[] language plpgsql immutable as $plain$
declare
  v_list text[];
  v_item json;
  v_index int4;
  v_string text;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    if not coalesce(json_typeof(v_item) = 'string', false) then
      perform js_refuse_input((p_path || '[' || v_index || ']'), 'expected string', v_item);
    end if;
    v_string := (v_item #>> '{}');
    v_list := array_append(v_list, v_string);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.js_write_k5a9wp(r_n4fcx3[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_n4fcx3;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_hc4lqm(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.spawning_read_eel2os(p_value json, p_path text) returns json language plpgsql immutable as $plain$
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  return js_loose(p_value, '{}', '{}');
end
$plain$;

create function lh_engine_plain.names_version_of(v_name text) returns float8 language plpgsql immutable as $plain$
declare
  v_parts text[];
  v_version float8;
begin
  v_parts := js_split(v_name, ' v'::text);
  v_version := coalesce(js_number_of_text(v_parts[((cardinality(v_parts)::float8 - '1'::float8))::int + 1]), 'NaN'::float8);
  return case when coalesce((abs(v_version) <= 9007199254740991 and floor(v_version) = v_version), false) then v_version else '0'::float8 end;
end
$plain$;

create function lh_engine_plain.names_named(v_text text, v_version float8, v_limit float8) returns text language plpgsql immutable as $plain$
declare
  v_ending text;
  v_t float8;
  v_either text;
begin
  v_ending := (' v'::text || js_text(v_version));
  if ((v_limit is not distinct from null) or ((js_length(v_text) + js_length(v_ending)) <= v_limit and v_limit <> 'NaN'::float8)) then
    v_either := (v_text || v_ending);
  else
    v_t := (v_limit - js_length(v_ending));
    v_either := (js_slice(v_text, '0'::float8, js_max_of(array['0'::float8, v_t])) || v_ending);
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.spawning_levels(v_bottleneck r_vm9475) returns text language plpgsql immutable as $plain$
declare
  v_baseline json;
  v_x float8;
  v_x_2 float8;
  v_x_3 float8;
  v_either text;
begin
  v_baseline := (v_bottleneck."evidence" -> 'baseline');
  if ((v_bottleneck."trigger" = 'trend'::text) and (js_typeof(v_baseline) = 'number'::text)) then
    v_x := v_bottleneck."current_value";
    v_x_2 := js_number(v_baseline);
    v_either := (js_text(js_number_of_text(js_precision(v_x, ('4'::float8)::int))) || ' (it was '::text || js_text(js_number_of_text(js_precision(v_x_2, ('4'::float8)::int))) || ')'::text);
  else
    v_x_3 := v_bottleneck."current_value";
    v_either := js_text(js_number_of_text(js_precision(v_x_3, ('4'::float8)::int)));
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.beta_lanczos_sum_expg_scaled_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_ax float8;
  v_s1 float8;
  v_s2 float8;
begin
  v_x_2 := v_x;
  v_ax := null;
  v_s1 := null;
  v_s2 := null;
  if (v_x_2 = '0'::float8) then
    return 'Infinity'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('709811.662581658'::float8 + (v_x_2 * ('679979.8474157227'::float8 + (v_x_2 * ('293136.7857211597'::float8 + (v_x_2 * ('74887.54032914672'::float8 + (v_x_2 * ('12555.290582413863'::float8 + (v_x_2 * ('1443.4299244417066'::float8 + (v_x_2 * ('115.24194596137347'::float8 + (v_x_2 * ('6.309239205732627'::float8 + (v_x_2 * ('0.22668404630224365'::float8 + (v_x_2 * ('0.004826466289237662'::float8 + (v_x_2 * '0.00004624429436045379'::float8))))))))))))))))))));
    v_s2 := ('0'::float8 + (v_x_2 * ('362880'::float8 + (v_x_2 * ('1026576'::float8 + (v_x_2 * ('1172700'::float8 + (v_x_2 * ('723680'::float8 + (v_x_2 * ('269325'::float8 + (v_x_2 * ('63273'::float8 + (v_x_2 * ('9450'::float8 + (v_x_2 * ('870'::float8 + (v_x_2 * ('45'::float8 + (v_x_2 * '1'::float8))))))))))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('0.00004624429436045379'::float8 + (v_x_2 * ('0.004826466289237662'::float8 + (v_x_2 * ('0.22668404630224365'::float8 + (v_x_2 * ('6.309239205732627'::float8 + (v_x_2 * ('115.24194596137347'::float8 + (v_x_2 * ('1443.4299244417066'::float8 + (v_x_2 * ('12555.290582413863'::float8 + (v_x_2 * ('74887.54032914672'::float8 + (v_x_2 * ('293136.7857211597'::float8 + (v_x_2 * ('679979.8474157227'::float8 + (v_x_2 * '709811.662581658'::float8))))))))))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('45'::float8 + (v_x_2 * ('870'::float8 + (v_x_2 * ('9450'::float8 + (v_x_2 * ('63273'::float8 + (v_x_2 * ('269325'::float8 + (v_x_2 * ('723680'::float8 + (v_x_2 * ('1172700'::float8 + (v_x_2 * ('1026576'::float8 + (v_x_2 * ('362880'::float8 + (v_x_2 * '0'::float8))))))))))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.gamma_lanczos_sum_expg_scaled_rational_pq_evalrati(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_ax float8;
  v_s1 float8;
  v_s2 float8;
begin
  v_x_2 := v_x;
  v_ax := null;
  v_s1 := null;
  v_s2 := null;
  if (v_x_2 = '0'::float8) then
    return 'Infinity'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('709811.662581658'::float8 + (v_x_2 * ('679979.8474157227'::float8 + (v_x_2 * ('293136.7857211597'::float8 + (v_x_2 * ('74887.54032914672'::float8 + (v_x_2 * ('12555.290582413863'::float8 + (v_x_2 * ('1443.4299244417066'::float8 + (v_x_2 * ('115.24194596137347'::float8 + (v_x_2 * ('6.309239205732627'::float8 + (v_x_2 * ('0.22668404630224365'::float8 + (v_x_2 * ('0.004826466289237662'::float8 + (v_x_2 * '0.00004624429436045379'::float8))))))))))))))))))));
    v_s2 := ('0'::float8 + (v_x_2 * ('362880'::float8 + (v_x_2 * ('1026576'::float8 + (v_x_2 * ('1172700'::float8 + (v_x_2 * ('723680'::float8 + (v_x_2 * ('269325'::float8 + (v_x_2 * ('63273'::float8 + (v_x_2 * ('9450'::float8 + (v_x_2 * ('870'::float8 + (v_x_2 * ('45'::float8 + (v_x_2 * '1'::float8))))))))))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('0.00004624429436045379'::float8 + (v_x_2 * ('0.004826466289237662'::float8 + (v_x_2 * ('0.22668404630224365'::float8 + (v_x_2 * ('6.309239205732627'::float8 + (v_x_2 * ('115.24194596137347'::float8 + (v_x_2 * ('1443.4299244417066'::float8 + (v_x_2 * ('12555.290582413863'::float8 + (v_x_2 * ('74887.54032914672'::float8 + (v_x_2 * ('293136.7857211597'::float8 + (v_x_2 * ('679979.8474157227'::float8 + (v_x_2 * '709811.662581658'::float8))))))))))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('45'::float8 + (v_x_2 * ('870'::float8 + (v_x_2 * ('9450'::float8 + (v_x_2 * ('63273'::float8 + (v_x_2 * ('269325'::float8 + (v_x_2 * ('723680'::float8 + (v_x_2 * ('1172700'::float8 + (v_x_2 * ('1026576'::float8 + (v_x_2 * ('362880'::float8 + (v_x_2 * '0'::float8))))))))))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.kernel_betainc_ibeta_power_terms_ibeta_power_terms(v_a float8, v_b float8, v_x float8, v_y float8, v_normalized boolean) returns float8 language plpgsql immutable as $plain$
declare
  v_normalized_2 boolean;
  v_result float8;
  v_smalla boolean;
  v_ratio float8;
  v_agh float8;
  v_bgh float8;
  v_cgh float8;
  v_l1 float8;
  v_l2 float8;
  v_l3 float8;
  v_p1 float8;
  v_b1 float8;
  v_b2 float8;
  v_c float8;
  v_l float8;
  v_x_2 float8;
  v_y_2 float8;
  v_result_2 float8;
  v_t float8;
  v_holds boolean;
  v_t_2 float8;
  v_result_3 float8;
  v_t_3 float8;
  v_holds_2 boolean;
  v_holds_3 boolean;
  v_x_3 float8;
  v_y_3 float8;
  v_result_4 float8;
  v_t_4 float8;
  v_holds_4 boolean;
  v_t_5 float8;
  v_holds_5 boolean;
  v_holds_6 boolean;
  v_t_6 float8;
begin
  v_normalized_2 := v_normalized;
  v_result := null;
  v_smalla := null;
  v_ratio := null;
  v_agh := null;
  v_bgh := null;
  v_cgh := null;
  v_l1 := null;
  v_l2 := null;
  v_l3 := null;
  v_p1 := null;
  v_b1 := null;
  v_b2 := null;
  v_c := null;
  v_l := null;
  if (not v_normalized_2) then
    return (pow_pow(v_x, v_a) * pow_pow(v_y, v_b));
  end if;
  v_c := (v_a + v_b);
  v_agh := ((v_a + '10.900511'::float8) - '0.5'::float8);
  v_bgh := ((v_b + '10.900511'::float8) - '0.5'::float8);
  v_cgh := ((v_c + '10.900511'::float8) - '0.5'::float8);
  v_result := gamma_lanczos_sum_expg_scaled_rational_pq_evalrati(v_c);
  v_result := js_divide(v_result, (gamma_lanczos_sum_expg_scaled_rational_pq_evalrati(v_a) * gamma_lanczos_sum_expg_scaled_rational_pq_evalrati(v_b)));
  v_result := (v_result * js_sqrt((v_bgh / '2.718281828459045'::float8)));
  v_result := (v_result * js_sqrt(case when v_cgh = 0 then js_divide(v_agh, v_cgh) else v_agh / v_cgh end));
  v_l1 := case when v_agh = 0 then js_divide(((v_x * v_b) - (v_y * v_agh)), v_agh) else ((v_x * v_b) - (v_y * v_agh)) / v_agh end;
  v_l2 := case when v_bgh = 0 then js_divide(((v_y * v_a) - (v_x * v_bgh)), v_bgh) else ((v_y * v_a) - (v_x * v_bgh)) / v_bgh end;
  v_x_2 := abs(v_l1);
  v_y_2 := abs(v_l2);
  <<v_at_end>>
  begin
    if (js_is_nan(v_x_2) or js_is_nan(v_y_2)) then
      v_result_2 := 'NaN'::float8;
      exit v_at_end;
    end if;
    if ((v_x_2 = '-Infinity'::float8 and v_x_2 is distinct from 'NaN'::float8) or (v_y_2 = '-Infinity'::float8 and v_y_2 is distinct from 'NaN'::float8)) then
      v_result_2 := '-Infinity'::float8;
      exit v_at_end;
    end if;
    if ((v_x_2 = v_y_2 and v_x_2 is distinct from 'NaN'::float8) and (v_x_2 = '0'::float8)) then
      v_holds := (v_x_2 = '0'::float8);
      if v_holds then
        v_t := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
        v_holds := (v_t = '-Infinity'::float8 and v_t is distinct from 'NaN'::float8);
      end if;
      if v_holds then
        v_result_2 := v_x_2;
        exit v_at_end;
      end if;
      v_result_2 := v_y_2;
      exit v_at_end;
    end if;
    if (v_x_2 < v_y_2 and v_y_2 <> 'NaN'::float8) then
      v_result_2 := v_x_2;
      exit v_at_end;
    end if;
    v_result_2 := v_y_2;
    exit v_at_end;
  end v_at_end;
  if (v_result_2 < '0.2'::float8) then
    v_t_2 := (v_l1 * v_l2);
    v_holds_3 := (v_t_2 > '0'::float8 and v_t_2 <> 'NaN'::float8);
    if not v_holds_3 then
      <<v_at_end_2>>
      begin
        if (js_is_nan(v_a) or js_is_nan(v_b)) then
          v_result_3 := 'NaN'::float8;
          exit v_at_end_2;
        end if;
        if ((v_a = '-Infinity'::float8 and v_a is distinct from 'NaN'::float8) or (v_b = '-Infinity'::float8 and v_b is distinct from 'NaN'::float8)) then
          v_result_3 := '-Infinity'::float8;
          exit v_at_end_2;
        end if;
        if ((v_a = v_b and v_a is distinct from 'NaN'::float8) and (v_a = '0'::float8)) then
          v_holds_2 := (v_a = '0'::float8);
          if v_holds_2 then
            v_t_3 := case when v_a = 0 then js_divide('1'::float8, v_a) else '1'::float8 / v_a end;
            v_holds_2 := (v_t_3 = '-Infinity'::float8 and v_t_3 is distinct from 'NaN'::float8);
          end if;
          if v_holds_2 then
            v_result_3 := v_a;
            exit v_at_end_2;
          end if;
          v_result_3 := v_b;
          exit v_at_end_2;
        end if;
        if (v_a < v_b and v_b <> 'NaN'::float8) then
          v_result_3 := v_a;
          exit v_at_end_2;
        end if;
        v_result_3 := v_b;
        exit v_at_end_2;
      end v_at_end_2;
      v_holds_3 := (v_result_3 < '1'::float8);
    end if;
    if v_holds_3 then
      if (abs(v_l1) < '0.1'::float8) then
        v_result := (v_result * exp_exp((v_a * log1p_log1p(v_l1))));
      else
        v_result := (v_result * pow_pow(case when v_agh = 0 then js_divide((v_x * v_cgh), v_agh) else (v_x * v_cgh) / v_agh end, v_a));
      end if;
      if (abs(v_l2) < '0.1'::float8) then
        v_result := (v_result * exp_exp((v_b * log1p_log1p(v_l2))));
      else
        v_result := (v_result * pow_pow(case when v_bgh = 0 then js_divide((v_y * v_cgh), v_bgh) else (v_y * v_cgh) / v_bgh end, v_b));
      end if;
    else
      v_x_3 := abs(v_l1);
      v_y_3 := abs(v_l2);
      <<v_at_end_3>>
      begin
        if (js_is_nan(v_x_3) or js_is_nan(v_y_3)) then
          v_result_4 := 'NaN'::float8;
          exit v_at_end_3;
        end if;
        if ((v_x_3 = 'Infinity'::float8 and v_x_3 is distinct from 'NaN'::float8) or (v_y_3 = 'Infinity'::float8 and v_y_3 is distinct from 'NaN'::float8)) then
          v_result_4 := 'Infinity'::float8;
          exit v_at_end_3;
        end if;
        if ((v_x_3 = v_y_3 and v_x_3 is distinct from 'NaN'::float8) and (v_x_3 = '0'::float8)) then
          v_holds_4 := (v_x_3 = '0'::float8);
          if v_holds_4 then
            v_t_4 := case when v_x_3 = 0 then js_divide('1'::float8, v_x_3) else '1'::float8 / v_x_3 end;
            v_holds_4 := (v_t_4 = 'Infinity'::float8 and v_t_4 is distinct from 'NaN'::float8);
          end if;
          if v_holds_4 then
            v_result_4 := v_x_3;
            exit v_at_end_3;
          end if;
          v_result_4 := v_y_3;
          exit v_at_end_3;
        end if;
        if (v_x_3 > v_y_3 and v_x_3 <> 'NaN'::float8) then
          v_result_4 := v_x_3;
          exit v_at_end_3;
        end if;
        v_result_4 := v_y_3;
        exit v_at_end_3;
      end v_at_end_3;
      if (v_result_4 < '0.5'::float8) then
        v_smalla := (v_a < v_b and v_b <> 'NaN'::float8);
        v_ratio := case when v_a = 0 then js_divide(v_b, v_a) else v_b / v_a end;
        v_holds_6 := (v_smalla and ((v_ratio * v_l2) < '0.1'::float8));
        if not v_holds_6 then
          v_holds_5 := (not v_smalla);
          if v_holds_5 then
            v_t_5 := case when v_ratio = 0 then js_divide(v_l1, v_ratio) else v_l1 / v_ratio end;
            v_holds_5 := (v_t_5 > '0.1'::float8 and v_t_5 <> 'NaN'::float8);
          end if;
          v_holds_6 := v_holds_5;
        end if;
        if v_holds_6 then
          v_l3 := expm1_expm1((v_ratio * log1p_log1p(v_l2)));
          v_l3 := ((v_l1 + v_l3) + (v_l3 * v_l1));
          v_l3 := (v_a * log1p_log1p(v_l3));
          v_result := (v_result * exp_exp(v_l3));
        else
          v_l3 := expm1_expm1(case when v_ratio = 0 then js_divide(log1p_log1p(v_l1), v_ratio) else log1p_log1p(v_l1) / v_ratio end);
          v_l3 := ((v_l2 + v_l3) + (v_l3 * v_l2));
          v_l3 := (v_b * log1p_log1p(v_l3));
          v_result := (v_result * exp_exp(v_l3));
        end if;
      else
        v_t_6 := abs(v_l2);
        if (abs(v_l1) < v_t_6 and v_t_6 <> 'NaN'::float8) then
          v_l := ((v_a * log1p_log1p(v_l1)) + (v_b * ln_ln(case when v_bgh = 0 then js_divide((v_y * v_cgh), v_bgh) else (v_y * v_cgh) / v_bgh end)));
          if ((v_l <= '-708.3964185322641'::float8) or (v_l >= '709.782712893384'::float8 and v_l <> 'NaN'::float8)) then
            v_l := (v_l + ln_ln(v_result));
            if (v_l >= '709.782712893384'::float8 and v_l <> 'NaN'::float8) then
              return 'NaN'::float8;
            end if;
            v_result := exp_exp(v_l);
          else
            v_result := (v_result * exp_exp(v_l));
          end if;
        else
          v_l := ((v_b * log1p_log1p(v_l2)) + (v_a * ln_ln(case when v_agh = 0 then js_divide((v_x * v_cgh), v_agh) else (v_x * v_cgh) / v_agh end)));
          if ((v_l <= '-708.3964185322641'::float8) or (v_l >= '709.782712893384'::float8 and v_l <> 'NaN'::float8)) then
            v_l := (v_l + ln_ln(v_result));
            if (v_l >= '709.782712893384'::float8 and v_l <> 'NaN'::float8) then
              return 'NaN'::float8;
            end if;
            v_result := exp_exp(v_l);
          else
            v_result := (v_result * exp_exp(v_l));
          end if;
        end if;
      end if;
    end if;
  else
    v_b1 := case when v_agh = 0 then js_divide((v_x * v_cgh), v_agh) else (v_x * v_cgh) / v_agh end;
    v_b2 := case when v_bgh = 0 then js_divide((v_y * v_cgh), v_bgh) else (v_y * v_cgh) / v_bgh end;
    v_l1 := (v_a * ln_ln(v_b1));
    v_l2 := (v_b * ln_ln(v_b2));
    if ((((v_l1 >= '709.782712893384'::float8 and v_l1 <> 'NaN'::float8) or (v_l1 <= '-708.3964185322641'::float8)) or (v_l2 >= '709.782712893384'::float8 and v_l2 <> 'NaN'::float8)) or (v_l2 <= '-708.3964185322641'::float8)) then
      if (v_a < v_b and v_b <> 'NaN'::float8) then
        v_p1 := pow_pow(v_b2, case when v_a = 0 then js_divide(v_b, v_a) else v_b / v_a end);
        v_l3 := (v_a * (ln_ln(v_b1) + ln_ln(v_p1)));
        if ((v_l3 < '709.782712893384'::float8) and (v_l3 > '-708.3964185322641'::float8 and v_l3 <> 'NaN'::float8)) then
          v_result := (v_result * pow_pow((v_p1 * v_b1), v_a));
        else
          v_l2 := (v_l2 + (v_l1 + ln_ln(v_result)));
          if (v_l2 >= '709.782712893384'::float8 and v_l2 <> 'NaN'::float8) then
            return 'NaN'::float8;
          end if;
          v_result := exp_exp(v_l2);
        end if;
      else
        v_p1 := pow_pow(v_b1, case when v_b = 0 then js_divide(v_a, v_b) else v_a / v_b end);
        v_l3 := ((ln_ln(v_p1) + ln_ln(v_b2)) * v_b);
        if ((v_l3 < '709.782712893384'::float8) and (v_l3 > '-708.3964185322641'::float8 and v_l3 <> 'NaN'::float8)) then
          v_result := (v_result * pow_pow((v_p1 * v_b2), v_b));
        else
          v_l2 := (v_l2 + (v_l1 + ln_ln(v_result)));
          if (v_l2 >= '709.782712893384'::float8 and v_l2 <> 'NaN'::float8) then
            return 'NaN'::float8;
          end if;
          v_result := exp_exp(v_l2);
        end if;
      end if;
    else
      v_result := (v_result * (pow_pow(v_b1, v_a) * pow_pow(v_b2, v_b)));
    end if;
  end if;
  return v_result;
end
$plain$;

create function lh_engine_plain.kernel_betainc_regularized_gamma_prefix_regularize(v_a float8, v_z float8) returns float8 language plpgsql immutable as $plain$
declare
  v_z_2 float8;
  v_prefix float8;
  v_amza float8;
  v_agh float8;
  v_alz float8;
  v_amz float8;
  v_sq float8;
  v_d float8;
  v_result float8;
  v_t float8;
  v_holds boolean;
  v_result_2 float8;
  v_t_2 float8;
  v_holds_2 boolean;
  v_holds_3 boolean;
  v_result_3 float8;
  v_t_3 float8;
  v_holds_4 boolean;
  v_t_4 float8;
  v_result_4 float8;
  v_t_5 float8;
  v_holds_5 boolean;
  v_holds_6 boolean;
  v_result_5 float8;
  v_t_6 float8;
  v_holds_7 boolean;
  v_t_7 float8;
  v_result_6 float8;
  v_t_8 float8;
  v_holds_8 boolean;
  v_holds_9 boolean;
begin
  v_z_2 := v_z;
  v_prefix := null;
  v_amza := null;
  v_agh := null;
  v_alz := null;
  v_amz := null;
  v_sq := null;
  v_d := null;
  v_agh := ((v_a + '10.900511'::float8) - '0.5'::float8);
  v_d := case when v_agh = 0 then js_divide((((v_z_2 - v_a) - '10.900511'::float8) + '0.5'::float8), v_agh) else (((v_z_2 - v_a) - '10.900511'::float8) + '0.5'::float8) / v_agh end;
  if (v_a < '1'::float8) then
    if (v_z_2 <= '-708.3964185322641'::float8) then
      return exp_exp((((v_a * ln_ln(v_z_2)) - v_z_2) - gammaln_gammaln(v_a)));
    end if;
    return js_divide((pow_pow(v_z_2, v_a) * exp_exp((- v_z_2))), gamma_gamma(v_a));
  end if;
  if ((abs(((v_d * v_d) * v_a)) <= '100'::float8) and (v_a > '150'::float8 and v_a <> 'NaN'::float8)) then
    v_prefix := ((v_a * (log1p_log1p(v_d) - v_d)) + (case when v_agh = 0 then js_divide((v_z_2 * '-10.400511'::float8), v_agh) else (v_z_2 * '-10.400511'::float8) / v_agh end));
    v_prefix := exp_exp(v_prefix);
  else
    v_alz := (v_a * ln_ln(case when v_agh = 0 then js_divide(v_z_2, v_agh) else v_z_2 / v_agh end));
    v_amz := (v_a - v_z_2);
    <<v_at_end>>
    begin
      if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
        v_result := 'NaN'::float8;
        exit v_at_end;
      end if;
      if ((v_alz = '-Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = '-Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
        v_result := '-Infinity'::float8;
        exit v_at_end;
      end if;
      if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
        v_holds := (v_alz = '0'::float8);
        if v_holds then
          v_t := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
          v_holds := (v_t = '-Infinity'::float8 and v_t is distinct from 'NaN'::float8);
        end if;
        if v_holds then
          v_result := v_alz;
          exit v_at_end;
        end if;
        v_result := v_amz;
        exit v_at_end;
      end if;
      if (v_alz < v_amz and v_amz <> 'NaN'::float8) then
        v_result := v_alz;
        exit v_at_end;
      end if;
      v_result := v_amz;
      exit v_at_end;
    end v_at_end;
    v_holds_3 := (v_result <= '-708.3964185322641'::float8);
    if not v_holds_3 then
      <<v_at_end_2>>
      begin
        if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
          v_result_2 := 'NaN'::float8;
          exit v_at_end_2;
        end if;
        if ((v_alz = 'Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = 'Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
          v_result_2 := 'Infinity'::float8;
          exit v_at_end_2;
        end if;
        if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
          v_holds_2 := (v_alz = '0'::float8);
          if v_holds_2 then
            v_t_2 := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
            v_holds_2 := (v_t_2 = 'Infinity'::float8 and v_t_2 is distinct from 'NaN'::float8);
          end if;
          if v_holds_2 then
            v_result_2 := v_alz;
            exit v_at_end_2;
          end if;
          v_result_2 := v_amz;
          exit v_at_end_2;
        end if;
        if (v_alz > v_amz and v_alz <> 'NaN'::float8) then
          v_result_2 := v_alz;
          exit v_at_end_2;
        end if;
        v_result_2 := v_amz;
        exit v_at_end_2;
      end v_at_end_2;
      v_holds_3 := (v_result_2 >= '709.782712893384'::float8 and v_result_2 <> 'NaN'::float8);
    end if;
    if v_holds_3 then
      v_amza := case when v_a = 0 then js_divide(v_amz, v_a) else v_amz / v_a end;
      <<v_at_end_3>>
      begin
        if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
          v_result_3 := 'NaN'::float8;
          exit v_at_end_3;
        end if;
        if ((v_alz = '-Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = '-Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
          v_result_3 := '-Infinity'::float8;
          exit v_at_end_3;
        end if;
        if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
          v_holds_4 := (v_alz = '0'::float8);
          if v_holds_4 then
            v_t_3 := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
            v_holds_4 := (v_t_3 = '-Infinity'::float8 and v_t_3 is distinct from 'NaN'::float8);
          end if;
          if v_holds_4 then
            v_result_3 := v_alz;
            exit v_at_end_3;
          end if;
          v_result_3 := v_amz;
          exit v_at_end_3;
        end if;
        if (v_alz < v_amz and v_amz <> 'NaN'::float8) then
          v_result_3 := v_alz;
          exit v_at_end_3;
        end if;
        v_result_3 := v_amz;
        exit v_at_end_3;
      end v_at_end_3;
      v_t_4 := (v_result_3 / '2'::float8);
      v_holds_6 := (v_t_4 > '-708.3964185322641'::float8 and v_t_4 <> 'NaN'::float8);
      if v_holds_6 then
        <<v_at_end_4>>
        begin
          if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
            v_result_4 := 'NaN'::float8;
            exit v_at_end_4;
          end if;
          if ((v_alz = 'Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = 'Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
            v_result_4 := 'Infinity'::float8;
            exit v_at_end_4;
          end if;
          if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
            v_holds_5 := (v_alz = '0'::float8);
            if v_holds_5 then
              v_t_5 := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
              v_holds_5 := (v_t_5 = 'Infinity'::float8 and v_t_5 is distinct from 'NaN'::float8);
            end if;
            if v_holds_5 then
              v_result_4 := v_alz;
              exit v_at_end_4;
            end if;
            v_result_4 := v_amz;
            exit v_at_end_4;
          end if;
          if (v_alz > v_amz and v_alz <> 'NaN'::float8) then
            v_result_4 := v_alz;
            exit v_at_end_4;
          end if;
          v_result_4 := v_amz;
          exit v_at_end_4;
        end v_at_end_4;
        v_holds_6 := ((v_result_4 / '2'::float8) < '709.782712893384'::float8);
      end if;
      if v_holds_6 then
        v_sq := (pow_pow(case when v_agh = 0 then js_divide(v_z_2, v_agh) else v_z_2 / v_agh end, (v_a / '2'::float8)) * exp_exp((v_amz / '2'::float8)));
        v_prefix := (v_sq * v_sq);
      else
        <<v_at_end_5>>
        begin
          if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
            v_result_5 := 'NaN'::float8;
            exit v_at_end_5;
          end if;
          if ((v_alz = '-Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = '-Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
            v_result_5 := '-Infinity'::float8;
            exit v_at_end_5;
          end if;
          if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
            v_holds_7 := (v_alz = '0'::float8);
            if v_holds_7 then
              v_t_6 := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
              v_holds_7 := (v_t_6 = '-Infinity'::float8 and v_t_6 is distinct from 'NaN'::float8);
            end if;
            if v_holds_7 then
              v_result_5 := v_alz;
              exit v_at_end_5;
            end if;
            v_result_5 := v_amz;
            exit v_at_end_5;
          end if;
          if (v_alz < v_amz and v_amz <> 'NaN'::float8) then
            v_result_5 := v_alz;
            exit v_at_end_5;
          end if;
          v_result_5 := v_amz;
          exit v_at_end_5;
        end v_at_end_5;
        v_t_7 := (v_result_5 / '4'::float8);
        v_holds_9 := (v_t_7 > '-708.3964185322641'::float8 and v_t_7 <> 'NaN'::float8);
        if v_holds_9 then
          <<v_at_end_6>>
          begin
            if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
              v_result_6 := 'NaN'::float8;
              exit v_at_end_6;
            end if;
            if ((v_alz = 'Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = 'Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
              v_result_6 := 'Infinity'::float8;
              exit v_at_end_6;
            end if;
            if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
              v_holds_8 := (v_alz = '0'::float8);
              if v_holds_8 then
                v_t_8 := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
                v_holds_8 := (v_t_8 = 'Infinity'::float8 and v_t_8 is distinct from 'NaN'::float8);
              end if;
              if v_holds_8 then
                v_result_6 := v_alz;
                exit v_at_end_6;
              end if;
              v_result_6 := v_amz;
              exit v_at_end_6;
            end if;
            if (v_alz > v_amz and v_alz <> 'NaN'::float8) then
              v_result_6 := v_alz;
              exit v_at_end_6;
            end if;
            v_result_6 := v_amz;
            exit v_at_end_6;
          end v_at_end_6;
          v_holds_9 := ((v_result_6 / '4'::float8) < '709.782712893384'::float8);
        end if;
        if (v_holds_9 and (v_z_2 > v_a and v_z_2 <> 'NaN'::float8)) then
          v_sq := (pow_pow(case when v_agh = 0 then js_divide(v_z_2, v_agh) else v_z_2 / v_agh end, (v_a / '4'::float8)) * exp_exp((v_amz / '4'::float8)));
          v_prefix := (v_sq * v_sq);
          v_prefix := (v_prefix * v_prefix);
        else
          if ((v_amza > '-708.3964185322641'::float8 and v_amza <> 'NaN'::float8) and (v_amza < '709.782712893384'::float8)) then
            v_prefix := pow_pow(case when v_agh = 0 then js_divide((v_z_2 * exp_exp(v_amza)), v_agh) else (v_z_2 * exp_exp(v_amza)) / v_agh end, v_a);
          else
            v_prefix := exp_exp((v_alz + v_amz));
          end if;
        end if;
      end if;
    else
      v_prefix := (pow_pow(case when v_agh = 0 then js_divide(v_z_2, v_agh) else v_z_2 / v_agh end, v_a) * exp_exp(v_amz));
    end if;
  end if;
  v_prefix := (v_prefix * js_divide(js_sqrt((v_agh / '2.718281828459045'::float8)), gamma_lanczos_sum_expg_scaled_rational_pq_evalrati(v_a)));
  return v_prefix;
end
$plain$;

create function lh_engine_plain.gamma_delta_ratio_gamma_delta_ratio(v_z float8, v_delta float8) returns float8 language plpgsql immutable as $plain$
declare
  v_z_2 float8;
  v_delta_2 float8;
  v_result float8;
  v_idelta float8;
  v_iz float8;
  v_x float8;
  v_result_2 float8;
  v_t float8;
  v_x_2 float8;
  v_result_3 float8;
  v_t_2 float8;
begin
  v_z_2 := v_z;
  v_delta_2 := v_delta;
  v_result := null;
  v_idelta := null;
  v_iz := null;
  if ((v_z_2 <= '0'::float8) or ((v_z_2 + v_delta_2) <= '0'::float8)) then
    return js_divide(gamma_gamma(v_z_2), gamma_gamma((v_z_2 + v_delta_2)));
  end if;
  v_idelta := floor(v_delta_2);
  if (v_idelta is not distinct from v_delta_2 and v_idelta is distinct from 'NaN'::float8) then
    v_iz := floor(v_z_2);
    if (v_iz is not distinct from v_z_2 and v_iz is distinct from 'NaN'::float8) then
      if ((v_z_2 <= '170'::float8) and ((v_z_2 + v_delta_2) <= '170'::float8)) then
        v_x := (v_iz - '1'::float8);
        <<v_at_end>>
        begin
          if js_is_nan(v_x) then
            v_result_2 := 'NaN'::float8;
            exit v_at_end;
          end if;
          v_t := floor(v_x);
          if (v_t = v_x and v_t is distinct from 'NaN'::float8) then
            if (v_x < '0'::float8) then
              v_result_2 := 'NaN'::float8;
              exit v_at_end;
            end if;
            if (v_x <= '170'::float8) then
              v_result_2 := (js_constant_bwap03())[(v_x)::int + 1];
              exit v_at_end;
            end if;
            v_result_2 := 'Infinity'::float8;
            exit v_at_end;
          end if;
          v_result_2 := gamma_gamma((v_x + '1'::float8));
          exit v_at_end;
        end v_at_end;
        v_x_2 := ((v_idelta + v_iz) - '1'::float8);
        <<v_at_end_2>>
        begin
          if js_is_nan(v_x_2) then
            v_result_3 := 'NaN'::float8;
            exit v_at_end_2;
          end if;
          v_t_2 := floor(v_x_2);
          if (v_t_2 = v_x_2 and v_t_2 is distinct from 'NaN'::float8) then
            if (v_x_2 < '0'::float8) then
              v_result_3 := 'NaN'::float8;
              exit v_at_end_2;
            end if;
            if (v_x_2 <= '170'::float8) then
              v_result_3 := (js_constant_bwap03())[(v_x_2)::int + 1];
              exit v_at_end_2;
            end if;
            v_result_3 := 'Infinity'::float8;
            exit v_at_end_2;
          end if;
          v_result_3 := gamma_gamma((v_x_2 + '1'::float8));
          exit v_at_end_2;
        end v_at_end_2;
        return case when v_result_3 = 0 then js_divide(v_result_2, v_result_3) else v_result_2 / v_result_3 end;
      end if;
    end if;
    if (abs(v_delta_2) < '20'::float8) then
      if (v_delta_2 = '0'::float8) then
        return '1'::float8;
      end if;
      if (v_delta_2 < '0'::float8) then
        v_z_2 := (v_z_2 - '1'::float8);
        v_result := v_z_2;
        v_delta_2 := (v_delta_2 + '1'::float8);
        <<v_at_loop>>
        loop
          exit v_at_loop when not (not (v_delta_2 = '0'::float8));
          v_z_2 := (v_z_2 - '1'::float8);
          v_result := (v_result * v_z_2);
          v_delta_2 := (v_delta_2 + '1'::float8);
        end loop v_at_loop;
        return v_result;
      end if;
      v_result := case when v_z_2 = 0 then js_divide('1'::float8, v_z_2) else '1'::float8 / v_z_2 end;
      v_delta_2 := (v_delta_2 - '1'::float8);
      <<v_at_loop_2>>
      loop
        exit v_at_loop_2 when not (not (v_delta_2 = '0'::float8));
        v_z_2 := (v_z_2 + '1'::float8);
        v_result := case when v_z_2 = 0 then js_divide(v_result, v_z_2) else v_result / v_z_2 end;
        v_delta_2 := (v_delta_2 - '1'::float8);
      end loop v_at_loop_2;
      return v_result;
    end if;
  end if;
  return gamma_delta_ratio_gamma_delta_ratio_lanczos_gamma_(v_z_2, v_delta_2);
end
$plain$;

create function lh_engine_plain.gammainc_gammainc(v_x float8, v_a float8, v_regularized boolean, v_upper boolean) returns float8 language plpgsql immutable as $plain$
declare
  v_normalized boolean;
  v_initvalue float8;
  v_invert boolean;
  v_result float8;
begin
  v_normalized := null;
  v_initvalue := null;
  v_invert := null;
  v_result := null;
  if ((v_x < '0'::float8) or (v_a <= '0'::float8)) then
    return 'NaN'::float8;
  end if;
  v_normalized := case when (v_regularized is not distinct from null) then true else v_regularized end;
  v_invert := v_upper;
  if ((v_a >= '170'::float8 and v_a <> 'NaN'::float8) and (not v_normalized)) then
    if ((v_invert is true) and ((v_a * '4'::float8) < v_x and v_x <> 'NaN'::float8)) then
      v_result := ((v_a * ln_ln(v_x)) - v_x);
      v_result := (v_result + ln_ln(gammainc_upper_gamma_fraction_upper_gamma_fraction(v_a, v_x)));
    else
      if ((not (v_invert is true)) and (v_a > ('4'::float8 * v_x) and v_a <> 'NaN'::float8)) then
        v_result := ((v_a * ln_ln(v_x)) - v_x);
        v_initvalue := '0'::float8;
        v_result := (v_result + ln_ln(case when v_a = 0 then js_divide(gammainc_lower_gamma_series_lower_gamma_series(v_a, v_x, v_initvalue), v_a) else gammainc_lower_gamma_series_lower_gamma_series(v_a, v_x, v_initvalue) / v_a end));
      else
        v_result := gammainc_igamma_final_igamma_final(v_x, v_a, true, v_invert);
        if (v_result = '0'::float8) then
          if (v_invert is true) then
            v_result := (('1'::float8 + (js_divide('1'::float8, ('12'::float8 * v_a)))) + (js_divide('1'::float8, (('288'::float8 * v_a) * v_a))));
            v_result := ((ln_ln(v_result) - v_a) + ((v_a - '0.5'::float8) * ln_ln(v_a)));
            v_result := (v_result + '0.9189385332046728'::float8);
          else
            v_result := ((v_a * ln_ln(v_x)) - v_x);
            v_initvalue := '0'::float8;
            v_result := (v_result + ln_ln(case when v_a = 0 then js_divide(gammainc_lower_gamma_series_lower_gamma_series(v_a, v_x, v_initvalue), v_a) else gammainc_lower_gamma_series_lower_gamma_series(v_a, v_x, v_initvalue) / v_a end));
          end if;
        else
          v_result := (ln_ln(v_result) + gammaln_gammaln(v_a));
        end if;
      end if;
    end if;
    if (v_result > '709.782712893384'::float8 and v_result <> 'NaN'::float8) then
      return 'Infinity'::float8;
    end if;
    return exp_exp(v_result);
  end if;
  return gammainc_igamma_final_igamma_final(v_x, v_a, v_normalized, v_invert);
end
$plain$;

create function lh_engine_plain.js_constant_bwap03() returns float8[] language plpgsql immutable as $plain$
begin
  return array['1'::float8, '1'::float8, '2'::float8, '6'::float8, '24'::float8, '120'::float8, '720'::float8, '5040'::float8, '40320'::float8, '362880'::float8, '3628800'::float8, '39916800'::float8, '479001600'::float8, '6227020800'::float8, '87178291200'::float8, '1307674368000'::float8, '20922789888000'::float8, '355687428096000'::float8, '6402373705728000'::float8, '121645100408832000'::float8, '2432902008176640000'::float8, '51090942171709440000'::float8, '1.1240007277776077e+21'::float8, '2.585201673888498e+22'::float8, '6.204484017332394e+23'::float8, '1.5511210043330986e+25'::float8, '4.0329146112660565e+26'::float8, '1.0888869450418352e+28'::float8, '3.0488834461171387e+29'::float8, '8.841761993739702e+30'::float8, '2.6525285981219107e+32'::float8, '8.222838654177922e+33'::float8, '2.631308369336935e+35'::float8, '8.683317618811886e+36'::float8, '2.9523279903960416e+38'::float8, '1.0333147966386145e+40'::float8, '3.7199332678990125e+41'::float8, '1.3763753091226346e+43'::float8, '5.230226174666011e+44'::float8, '2.0397882081197444e+46'::float8, '8.159152832478977e+47'::float8, '3.345252661316381e+49'::float8, '1.40500611775288e+51'::float8, '6.041526306337383e+52'::float8, '2.658271574788449e+54'::float8, '1.1962222086548019e+56'::float8, '5.502622159812089e+57'::float8, '2.5862324151116818e+59'::float8, '1.2413915592536073e+61'::float8, '6.082818640342675e+62'::float8, '3.0414093201713376e+64'::float8, '1.5511187532873822e+66'::float8, '8.065817517094388e+67'::float8, '4.2748832840600255e+69'::float8, '2.308436973392414e+71'::float8, '1.2696403353658276e+73'::float8, '7.109985878048635e+74'::float8, '4.0526919504877214e+76'::float8, '2.3505613312828785e+78'::float8, '1.3868311854568984e+80'::float8, '8.32098711274139e+81'::float8, '5.075802138772248e+83'::float8, '3.146997326038794e+85'::float8, '1.98260831540444e+87'::float8, '1.2688693218588417e+89'::float8, '8.247650592082472e+90'::float8, '5.443449390774431e+92'::float8, '3.647111091818868e+94'::float8, '2.4800355424368305e+96'::float8, '1.711224524281413e+98'::float8, '1.1978571669969892e+100'::float8, '8.504785885678623e+101'::float8, '6.1234458376886085e+103'::float8, '4.4701154615126844e+105'::float8, '3.307885441519386e+107'::float8, '2.48091408113954e+109'::float8, '1.8854947016660504e+111'::float8, '1.4518309202828587e+113'::float8, '1.1324281178206297e+115'::float8, '8.946182130782976e+116'::float8, '7.156945704626381e+118'::float8, '5.797126020747368e+120'::float8, '4.753643337012842e+122'::float8, '3.945523969720659e+124'::float8, '3.314240134565353e+126'::float8, '2.81710411438055e+128'::float8, '2.4227095383672734e+130'::float8, '2.107757298379528e+132'::float8, '1.8548264225739844e+134'::float8, '1.650795516090846e+136'::float8, '1.4857159644817615e+138'::float8, '1.352001527678403e+140'::float8, '1.2438414054641308e+142'::float8, '1.1567725070816416e+144'::float8, '1.087366156656743e+146'::float8, '1.032997848823906e+148'::float8, '9.916779348709496e+149'::float8, '9.619275968248212e+151'::float8, '9.426890448883248e+153'::float8, '9.332621544394415e+155'::float8, '9.332621544394415e+157'::float8, '9.42594775983836e+159'::float8, '9.614466715035127e+161'::float8, '9.90290071648618e+163'::float8, '1.0299016745145628e+166'::float8, '1.081396758240291e+168'::float8, '1.1462805637347084e+170'::float8, '1.226520203196138e+172'::float8, '1.324641819451829e+174'::float8, '1.4438595832024937e+176'::float8, '1.588245541522743e+178'::float8, '1.7629525510902446e+180'::float8, '1.974506857221074e+182'::float8, '2.2311927486598138e+184'::float8, '2.5435597334721877e+186'::float8, '2.925093693493016e+188'::float8, '3.393108684451898e+190'::float8, '3.969937160808721e+192'::float8, '4.684525849754291e+194'::float8, '5.574585761207606e+196'::float8, '6.689502913449127e+198'::float8, '8.094298525273444e+200'::float8, '9.875044200833601e+202'::float8, '1.214630436702533e+205'::float8, '1.506141741511141e+207'::float8, '1.882677176888926e+209'::float8, '2.372173242880047e+211'::float8, '3.0126600184576594e+213'::float8, '3.856204823625804e+215'::float8, '4.974504222477287e+217'::float8, '6.466855489220474e+219'::float8, '8.47158069087882e+221'::float8, '1.1182486511960043e+224'::float8, '1.4872707060906857e+226'::float8, '1.9929427461615188e+228'::float8, '2.6904727073180504e+230'::float8, '3.659042881952549e+232'::float8, '5.012888748274992e+234'::float8, '6.917786472619489e+236'::float8, '9.615723196941089e+238'::float8, '1.3462012475717526e+241'::float8, '1.898143759076171e+243'::float8, '2.695364137888163e+245'::float8, '3.854370717180073e+247'::float8, '5.5502938327393044e+249'::float8, '8.047926057471992e+251'::float8, '1.1749972043909107e+254'::float8, '1.727245890454639e+256'::float8, '2.5563239178728654e+258'::float8, '3.80892263763057e+260'::float8, '5.713383956445855e+262'::float8, '8.62720977423324e+264'::float8, '1.3113358856834524e+267'::float8, '2.0063439050956823e+269'::float8, '3.0897696138473508e+271'::float8, '4.789142901463394e+273'::float8, '7.471062926282894e+275'::float8, '1.1729568794264145e+278'::float8, '1.853271869493735e+280'::float8, '2.9467022724950384e+282'::float8, '4.7147236359920616e+284'::float8, '7.590705053947219e+286'::float8, '1.2296942187394494e+289'::float8, '2.0044015765453026e+291'::float8, '3.287218585534296e+293'::float8, '5.423910666131589e+295'::float8, '9.003691705778438e+297'::float8, '1.503616514864999e+300'::float8, '2.5260757449731984e+302'::float8, '4.269068009004705e+304'::float8, '7.257415615307999e+306'::float8]::float8[];
end
$plain$;

create function lh_engine_plain.gamma_gamma(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_sign float8;
  v_q float8;
  v_p float8;
  v_z float8;
  v_t float8;
  v_t_2 float8;
  v_holds boolean;
  v_result float8;
  v_w float8;
  v_y float8;
  v_v float8;
  v_result_2 float8;
  v_w_2 float8;
  v_y_2 float8;
  v_v_2 float8;
begin
  v_x_2 := v_x;
  v_sign := null;
  v_q := null;
  v_p := null;
  v_z := null;
  v_t := floor(v_x_2);
  if ((((v_t = v_x_2 and v_t is distinct from 'NaN'::float8) and (v_x_2 < '0'::float8)) or (v_x_2 = '-Infinity'::float8 and v_x_2 is distinct from 'NaN'::float8)) or js_is_nan(v_x_2)) then
    return 'NaN'::float8;
  end if;
  if (v_x_2 = '0'::float8) then
    v_holds := (v_x_2 = '0'::float8);
    if v_holds then
      v_t_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
      v_holds := (v_t_2 = '-Infinity'::float8 and v_t_2 is distinct from 'NaN'::float8);
    end if;
    if v_holds then
      return '-Infinity'::float8;
    end if;
    return 'Infinity'::float8;
  end if;
  if (v_x_2 > '171.61447887182297'::float8 and v_x_2 <> 'NaN'::float8) then
    return 'Infinity'::float8;
  end if;
  if (v_x_2 < '-170.5674972726612'::float8) then
    return '0'::float8;
  end if;
  v_q := abs(v_x_2);
  if (v_q > '33'::float8 and v_q <> 'NaN'::float8) then
    if (v_x_2 >= '0'::float8 and v_x_2 <> 'NaN'::float8) then
      v_w := null;
      v_y := null;
      v_v := null;
      v_w := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
      v_w := ('1'::float8 + (v_w * ('0.08333333333334822'::float8 + (v_w * ('0.0034722222160545866'::float8 + (v_w * ('-0.0026813261780578124'::float8 + (v_w * ('-0.00022954996161337813'::float8 + (v_w * '0.0007873113957930937'::float8))))))))));
      v_y := exp_exp(v_x_2);
      if (v_x_2 > '143.01608'::float8 and v_x_2 <> 'NaN'::float8) then
        v_v := pow_pow(v_x_2, (('0.5'::float8 * v_x_2) - '0.25'::float8));
        v_y := (v_v * (case when v_y = 0 then js_divide(v_v, v_y) else v_v / v_y end));
      else
        v_y := case when v_y = 0 then js_divide(pow_pow(v_x_2, (v_x_2 - '0.5'::float8)), v_y) else pow_pow(v_x_2, (v_x_2 - '0.5'::float8)) / v_y end;
      end if;
      v_result := (('2.5066282746310007'::float8 * v_y) * v_w);
      return v_result;
    end if;
    v_p := floor(v_q);
    if ((js_and(v_p, '1'::float8)) = '0'::float8) then
      v_sign := '-1'::float8;
    else
      v_sign := '1'::float8;
    end if;
    v_z := (v_q - v_p);
    if (v_z > '0.5'::float8 and v_z <> 'NaN'::float8) then
      v_p := (v_p + '1'::float8);
      v_z := (v_q - v_p);
    end if;
    v_z := (v_q * sin_sin(('3.141592653589793'::float8 * v_z)));
    v_w_2 := null;
    v_y_2 := null;
    v_v_2 := null;
    v_w_2 := case when v_q = 0 then js_divide('1'::float8, v_q) else '1'::float8 / v_q end;
    v_w_2 := ('1'::float8 + (v_w_2 * ('0.08333333333334822'::float8 + (v_w_2 * ('0.0034722222160545866'::float8 + (v_w_2 * ('-0.0026813261780578124'::float8 + (v_w_2 * ('-0.00022954996161337813'::float8 + (v_w_2 * '0.0007873113957930937'::float8))))))))));
    v_y_2 := exp_exp(v_q);
    if (v_q > '143.01608'::float8 and v_q <> 'NaN'::float8) then
      v_v_2 := pow_pow(v_q, (('0.5'::float8 * v_q) - '0.25'::float8));
      v_y_2 := (v_v_2 * (case when v_y_2 = 0 then js_divide(v_v_2, v_y_2) else v_v_2 / v_y_2 end));
    else
      v_y_2 := case when v_y_2 = 0 then js_divide(pow_pow(v_q, (v_q - '0.5'::float8)), v_y_2) else pow_pow(v_q, (v_q - '0.5'::float8)) / v_y_2 end;
    end if;
    v_result_2 := (('2.5066282746310007'::float8 * v_y_2) * v_w_2);
    return js_divide((v_sign * '3.141592653589793'::float8), (abs(v_z) * v_result_2));
  end if;
  v_z := '1'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_x_2 >= '3'::float8 and v_x_2 <> 'NaN'::float8);
    v_x_2 := (v_x_2 - '1'::float8);
    v_z := (v_z * v_x_2);
  end loop v_at_loop;
  <<v_at_loop_2>>
  loop
    exit v_at_loop_2 when not (v_x_2 < '0'::float8);
    if (v_x_2 > '-1e-9'::float8 and v_x_2 <> 'NaN'::float8) then
      return js_divide(v_z, (('1'::float8 + ('0.5772156649015329'::float8 * v_x_2)) * v_x_2));
    end if;
    v_z := case when v_x_2 = 0 then js_divide(v_z, v_x_2) else v_z / v_x_2 end;
    v_x_2 := (v_x_2 + '1'::float8);
  end loop v_at_loop_2;
  <<v_at_loop_3>>
  loop
    exit v_at_loop_3 when not (v_x_2 < '2'::float8);
    if (v_x_2 < '1e-9'::float8) then
      return js_divide(v_z, (('1'::float8 + ('0.5772156649015329'::float8 * v_x_2)) * v_x_2));
    end if;
    v_z := case when v_x_2 = 0 then js_divide(v_z, v_x_2) else v_z / v_x_2 end;
    v_x_2 := (v_x_2 + '1'::float8);
  end loop v_at_loop_3;
  if (v_x_2 = '2'::float8) then
    return v_z;
  end if;
  v_x_2 := (v_x_2 - '2'::float8);
  return (v_z * gamma_rational_pq_evalrational(v_x_2));
end
$plain$;

create function lh_engine_plain.binomcoef_binomcoef(v_n float8, v_k float8) returns float8 language plpgsql immutable as $plain$
declare
  v_n_2 float8;
  v_k_2 float8;
  v_res float8;
  v_sgn float8;
  v_b float8;
  v_c float8;
  v_d float8;
  v_g float8;
  v_s float8;
  v_t float8;
  v_t_2 float8;
  v_holds boolean;
  v_result boolean;
  v_x float8;
  v_x_2 float8;
  v_t_3 float8;
  v_x_3 float8;
  v_x_4 float8;
  v_t_4 float8;
begin
  v_n_2 := v_n;
  v_k_2 := v_k;
  v_res := null;
  v_sgn := null;
  v_b := null;
  v_c := null;
  v_d := null;
  v_g := null;
  v_s := null;
  if (js_is_nan(v_n_2) or js_is_nan(v_k_2)) then
    return 'NaN'::float8;
  end if;
  v_t := floor(v_n_2);
  v_holds := (not (v_t = v_n_2 and v_t is distinct from 'NaN'::float8));
  if not v_holds then
    v_t_2 := floor(v_k_2);
    v_holds := (not (v_t_2 = v_k_2 and v_t_2 is distinct from 'NaN'::float8));
  end if;
  if v_holds then
    return 'NaN'::float8;
  end if;
  if (v_k_2 < '0'::float8) then
    return '0'::float8;
  end if;
  v_sgn := '1'::float8;
  if (v_n_2 < '0'::float8) then
    v_n_2 := (((- v_n_2) + v_k_2) - '1'::float8);
    <<v_at_end>>
    begin
      if (v_k_2 > '0'::float8 and v_k_2 <> 'NaN'::float8) then
        v_x := (v_k_2 - '1'::float8);
        v_x_2 := (v_x / '2'::float8);
        v_t_3 := floor(v_x_2);
        v_result := (v_t_3 = v_x_2 and v_t_3 is distinct from 'NaN'::float8);
        exit v_at_end;
      end if;
      v_x_3 := (v_k_2 + '1'::float8);
      v_x_4 := (v_x_3 / '2'::float8);
      v_t_4 := floor(v_x_4);
      v_result := (v_t_4 = v_x_4 and v_t_4 is distinct from 'NaN'::float8);
      exit v_at_end;
    end v_at_end;
    if (v_result is true) then
      v_sgn := (v_sgn * '-1'::float8);
    end if;
  end if;
  if (v_k_2 > v_n_2 and v_k_2 <> 'NaN'::float8) then
    return '0'::float8;
  end if;
  if ((v_k_2 is not distinct from '0'::float8) or (v_k_2 is not distinct from v_n_2 and v_k_2 is distinct from 'NaN'::float8)) then
    return v_sgn;
  end if;
  if ((v_k_2 is not distinct from '1'::float8) or (v_k_2 is not distinct from (v_n_2 - '1'::float8) and v_k_2 is distinct from 'NaN'::float8)) then
    return (v_sgn * v_n_2);
  end if;
  if ((v_n_2 - v_k_2) < v_k_2 and v_k_2 <> 'NaN'::float8) then
    v_k_2 := (v_n_2 - v_k_2);
  end if;
  v_s := floor(case when v_n_2 = 0 then js_divide('9007199254740991'::float8, v_n_2) else '9007199254740991'::float8 / v_n_2 end);
  v_res := '1'::float8;
  v_d := '1'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_d <= v_k_2 and v_k_2 <> 'NaN'::float8);
    if (v_res > v_s and v_res <> 'NaN'::float8) then
      exit v_at_loop;
    end if;
    v_res := (v_res * v_n_2);
    v_res := case when v_d = 0 then js_divide(v_res, v_d) else v_res / v_d end;
    v_n_2 := (v_n_2 - '1'::float8);
    v_d := v_d + '1'::float8;
  end loop v_at_loop;
  if (v_d > v_k_2 and v_d <> 'NaN'::float8) then
    return (v_sgn * v_res);
  end if;
  v_b := binomcoef_binomcoef(v_n_2, ((v_k_2 - v_d) + '1'::float8));
  if (v_b is not distinct from 'Infinity'::float8 and v_b is distinct from 'NaN'::float8) then
    return (v_sgn * v_b);
  end if;
  v_c := binomcoef_binomcoef(v_k_2, ((v_k_2 - v_d) + '1'::float8));
  v_g := js_gcd(v_b, v_c);
  v_b := case when v_g = 0 then js_divide(v_b, v_g) else v_b / v_g end;
  v_c := case when v_g = 0 then js_divide(v_c, v_g) else v_c / v_g end;
  v_res := case when v_c = 0 then js_divide(v_res, v_c) else v_res / v_c end;
  return ((v_sgn * v_res) * v_b);
end
$plain$;

create function lh_engine_plain.boundaries_advance(v_from r_sf59bu, v_reach float8, v_step r_9tus05, v_nextstep float8) returns r_54feyv language plpgsql immutable as $plain$
declare
  v_step_2 float8;
  v_t float8;
  v_grid r_x7azxx;
  v_deviation float8;
  v_scale float8;
  v_masses float8[];
  v_whole r_yxag5o;
  v_nodes float8[];
  v_mass float8[];
  v_i float8;
  v_node float8;
  v_end float8;
  v_density float8;
  v_variance float8;
  v_end_2 float8;
  v_j float8;
  v_x float8;
  v_weighted float8;
begin
  v_step_2 := v_step."variance";
  v_t := js_min_of(array[v_step_2, v_nextstep]);
  v_grid := quadrature_symmetric_grid(v_reach, ('3'::float8 * case when v_t < 0 then 'NaN'::float8 else sqrt(v_t) end));
  v_deviation := case when v_step."variance" < 0 then 'NaN'::float8 else sqrt(v_step."variance") end;
  v_scale := js_divide('1'::float8, (v_deviation * '2.5066282746310002'::float8));
  v_masses := v_from."mass";
  v_whole := v_from."grid";
  v_nodes := v_whole."nodes";
  v_mass := array_fill(0::float8, array[(cardinality(v_grid."nodes")::float8)::int]);
  v_i := (cardinality(v_mass)::float8 - '1'::float8);
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_i >= (cardinality(v_mass)::float8 / '2'::float8) and v_i <> 'NaN'::float8);
    v_node := (v_grid."nodes")[(v_i)::int + 1];
    v_end := boundaries_first_node_from(v_nodes, (v_node + ('9'::float8 * v_deviation)));
    v_density := '0'::float8;
    v_variance := v_step."variance";
    v_end_2 := v_step."end";
    v_j := boundaries_first_node_from(v_nodes, ((v_node - (abs(v_node) * (case when v_end_2 = 0 then js_divide(v_variance, v_end_2) else v_variance / v_end_2 end))) - ('9'::float8 * case when v_variance < 0 then 'NaN'::float8 else sqrt(v_variance) end)));
    <<v_at_loop_2>>
    loop
      exit v_at_loop_2 when not (v_j < v_end and v_end <> 'NaN'::float8);
      v_x := case when v_deviation = 0 then js_divide((v_node - (v_nodes[js_at(v_j)])), v_deviation) else (v_node - (v_nodes[js_at(v_j)])) / v_deviation end;
      v_density := (v_density + ((v_masses[js_at(v_j)]) * exp_exp((((- v_x) * v_x) / '2'::float8))));
      v_j := (v_j + '1'::float8);
    end loop v_at_loop_2;
    v_weighted := ((v_density * v_scale) * (v_grid."weights")[(v_i)::int + 1]);
    v_mass[(v_i)::int + 1] := v_weighted;
    v_mass[(((cardinality(v_mass)::float8 - '1'::float8) - v_i))::int + 1] := v_weighted;
    v_i := (v_i - '1'::float8);
  end loop v_at_loop;
  return row(v_grid, v_mass)::r_54feyv;
end
$plain$;

create function lh_engine_plain.boundaries_solve_level(v_from r_sf59bu, v_step r_9tus05, v_target float8, v_reach float8) returns float8 language plpgsql immutable as $plain$
declare
  v_low float8;
  v_high float8;
  v_level float8;
  v_round float8;
  v_whole float8[];
  v_tail float8;
  v_density float8;
  v_newton float8;
  v_next float8;
  v_t float8;
begin
  v_low := '0'::float8;
  v_high := (v_reach + ('38'::float8 * case when v_step."variance" < 0 then 'NaN'::float8 else sqrt(v_step."variance") end));
  v_level := v_reach;
  v_round := '0'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_round < '100'::float8);
    v_whole := boundaries_exceedance(v_from, v_level, v_step);
    v_tail := v_whole[1];
    v_density := v_whole[2];
    if (v_tail > v_target and v_tail <> 'NaN'::float8) then
      v_low := v_level;
    else
      v_high := v_level;
    end if;
    v_newton := (v_level + case when v_density = 0 then js_divide((v_tail * ln_ln(case when v_target = 0 then js_divide(v_tail, v_target) else v_tail / v_target end)), v_density) else (v_tail * ln_ln(case when v_target = 0 then js_divide(v_tail, v_target) else v_tail / v_target end)) / v_density end);
    v_next := case when ((v_newton > v_low and v_newton <> 'NaN'::float8) and (v_newton < v_high and v_high <> 'NaN'::float8)) then v_newton else ((v_low + v_high) / '2'::float8) end;
    v_t := ('1e-14'::float8 * v_level);
    if (abs((v_next - v_level)) <= v_t and v_t <> 'NaN'::float8) then
      return v_next;
    end if;
    v_level := v_next;
    v_round := (v_round + '1'::float8);
  end loop v_at_loop;
  return v_level;
end
$plain$;

create function lh_engine_plain.testing_read_x3lgky(p_value json, p_path text) returns r_8a3s3l language plpgsql immutable as $plain$
declare
  v_raw r_tnitue;
  v_part json;
  v_optional float8;
  v_number float8;
  v_part_2 json;
  v_optional_2 float8;
  v_number_2 float8;
  v_part_3 json;
  v_optional_3 float8;
  v_number_3 float8;
  v_part_4 json;
  v_optional_4 text;
  v_string text;
  v_part_5 json;
  v_boolean boolean;
  v_part_6 json;
  v_optional_5 float8;
  v_number_4 float8;
  v_part_7 json;
  v_optional_6 text;
  v_optional_7 text;
  v_string_2 text;
  v_part_8 json;
  v_optional_8 boolean;
  v_boolean_2 boolean;
  v_part_9 json;
  v_optional_9 r_37pd4w[];
  v_read r_37pd4w[];
  v_part_10 json;
  v_optional_10 r_h42m0h;
  v_read_2 r_h42m0h;
  v_part_11 json;
  v_optional_11 float8;
  v_number_5 float8;
  v_part_12 json;
  v_optional_12 float8;
  v_number_6 float8;
  v_part_13 json;
  v_optional_13 float8;
  v_number_7 float8;
  v_part_14 json;
  v_read_3 r_fgs8so;
  v_part_15 json;
  v_read_4 r_ql8lxl[];
  v_part_16 json;
  v_read_5 r_jcw13b[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_tnitue, p_value);
  end if;
  v_part := coalesce(v_raw."min_sample_size", p_value -> 'min_sample_size');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected "min_sample_size"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected a finite number', v_part);
    end if;
    v_number := js_number(v_part);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected a finite number', v_part);
    end if;
    v_optional := v_number;
  end if;
  v_part_2 := coalesce(v_raw."confidence_level", p_value -> 'confidence_level');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected "confidence_level"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a finite number', v_part_2);
    end if;
    v_number_2 := js_number(v_part_2);
    if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a finite number', v_part_2);
    end if;
    v_optional_2 := v_number_2;
  end if;
  v_part_3 := coalesce(v_raw."traffic_allocation_pct", p_value -> 'traffic_allocation_pct');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'traffic_allocation_pct'), 'expected "traffic_allocation_pct"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'traffic_allocation_pct'), 'expected a finite number', v_part_3);
    end if;
    v_number_3 := js_number(v_part_3);
    if not coalesce(coalesce(abs(v_number_3) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'traffic_allocation_pct'), 'expected a finite number', v_part_3);
    end if;
    v_optional_3 := v_number_3;
  end if;
  v_part_4 := coalesce(v_raw."skill_status", p_value -> 'skill_status');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'skill_status'), 'expected "skill_status"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional_4 := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'skill_status'), 'expected string', v_part_4);
    end if;
    v_string := (v_part_4 #>> '{}');
    v_optional_4 := v_string;
  end if;
  v_part_5 := coalesce(v_raw."skill_exists", p_value -> 'skill_exists');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'skill_exists'), 'expected "skill_exists"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'skill_exists'), 'expected boolean', v_part_5);
  end if;
  v_boolean := (v_part_5 #>> '{}')::boolean;
  v_part_6 := coalesce(v_raw."running_days", p_value -> 'running_days');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'running_days'), 'expected "running_days"', null);
  end if;
  if coalesce(json_typeof(v_part_6) = 'null', false) then
    v_optional_5 := null;
  else
    if not coalesce(json_typeof(v_part_6) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'running_days'), 'expected a finite number', v_part_6);
    end if;
    v_number_4 := js_number(v_part_6);
    if not coalesce(coalesce(abs(v_number_4) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'running_days'), 'expected a finite number', v_part_6);
    end if;
    v_optional_5 := v_number_4;
  end if;
  v_part_7 := coalesce(v_raw."started_at", p_value -> 'started_at');
  if coalesce(v_part_7 is null, false) then
    v_optional_6 := null;
  else
    if coalesce(json_typeof(v_part_7) = 'null', false) then
      v_optional_7 := null;
    else
      if not coalesce(json_typeof(v_part_7) = 'string', false) then
        perform js_refuse_input(js_path(p_path, 'started_at'), 'expected string', v_part_7);
      end if;
      v_string_2 := (v_part_7 #>> '{}');
      v_optional_7 := v_string_2;
    end if;
    v_optional_6 := v_optional_7;
  end if;
  v_part_8 := coalesce(v_raw."has_started", p_value -> 'has_started');
  if coalesce(v_part_8 is null, false) then
    v_optional_8 := null;
  else
    if not coalesce(json_typeof(v_part_8) = 'boolean', false) then
      perform js_refuse_input(js_path(p_path, 'has_started'), 'expected boolean', v_part_8);
    end if;
    v_boolean_2 := (v_part_8 #>> '{}')::boolean;
    v_optional_8 := v_boolean_2;
  end if;
  v_part_9 := coalesce(v_raw."unreadable", p_value -> 'unreadable');
  if coalesce(v_part_9 is null, false) then
    v_optional_9 := null;
  else
    v_read := record_read_14dkik(v_part_9, js_path(p_path, 'unreadable'));
    v_optional_9 := v_read;
  end if;
  v_part_10 := coalesce(v_raw."units", p_value -> 'units');
  if coalesce(v_part_10 is null, false) then
    v_optional_10 := null;
  else
    v_read_2 := record_read_35z31i(v_part_10, js_path(p_path, 'units'));
    v_optional_10 := v_read_2;
  end if;
  v_part_11 := coalesce(v_raw."planned_leads_per_group", p_value -> 'planned_leads_per_group');
  if v_part_11 is null then
    perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected "planned_leads_per_group"', null);
  end if;
  if coalesce(json_typeof(v_part_11) = 'null', false) then
    v_optional_11 := null;
  else
    if not coalesce(json_typeof(v_part_11) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer ≥ 0', v_part_11);
    end if;
    v_number_5 := js_number(v_part_11);
    if not coalesce((v_number_5 <= '9007199254740991'::float8), false) then
      perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer up to 9007199254740991', v_part_11);
    end if;
    if not coalesce((coalesce((abs(v_number_5) <= 9007199254740991 and floor(v_number_5) = v_number_5), false) and (v_number_5 >= '0'::float8 and v_number_5 <> 'NaN'::float8)), false) then
      perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer ≥ 0', v_part_11);
    end if;
    v_optional_11 := v_number_5;
  end if;
  v_part_12 := coalesce(v_raw."planned_lift", p_value -> 'planned_lift');
  if v_part_12 is null then
    perform js_refuse_input(js_path(p_path, 'planned_lift'), 'expected "planned_lift"', null);
  end if;
  if coalesce(json_typeof(v_part_12) = 'null', false) then
    v_optional_12 := null;
  else
    if not coalesce(json_typeof(v_part_12) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'planned_lift'), 'expected a finite number', v_part_12);
    end if;
    v_number_6 := js_number(v_part_12);
    if not coalesce(coalesce(abs(v_number_6) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'planned_lift'), 'expected a finite number', v_part_12);
    end if;
    v_optional_12 := v_number_6;
  end if;
  v_part_13 := coalesce(v_raw."planned_baseline_rate", p_value -> 'planned_baseline_rate');
  if v_part_13 is null then
    perform js_refuse_input(js_path(p_path, 'planned_baseline_rate'), 'expected "planned_baseline_rate"', null);
  end if;
  if coalesce(json_typeof(v_part_13) = 'null', false) then
    v_optional_13 := null;
  else
    if not coalesce(json_typeof(v_part_13) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'planned_baseline_rate'), 'expected a finite number', v_part_13);
    end if;
    v_number_7 := js_number(v_part_13);
    if not coalesce(coalesce(abs(v_number_7) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'planned_baseline_rate'), 'expected a finite number', v_part_13);
    end if;
    v_optional_13 := v_number_7;
  end if;
  v_part_14 := coalesce(v_raw."baseline", p_value -> 'baseline');
  if v_part_14 is null then
    perform js_refuse_input(js_path(p_path, 'baseline'), 'expected "baseline"', null);
  end if;
  v_read_3 := record_read_r9507s(v_part_14, js_path(p_path, 'baseline'));
  v_part_15 := coalesce(v_raw."history", p_value -> 'history');
  if v_part_15 is null then
    perform js_refuse_input(js_path(p_path, 'history'), 'expected "history"', null);
  end if;
  v_read_4 := record_read_kgcxij(v_part_15, js_path(p_path, 'history'));
  v_part_16 := coalesce(v_raw."groups", p_value -> 'groups');
  if v_part_16 is null then
    perform js_refuse_input(js_path(p_path, 'groups'), 'expected "groups"', null);
  end if;
  v_read_5 := record_read_zp1ibe(v_part_16, js_path(p_path, 'groups'));
  return row(v_read_3, v_optional_2, v_read_5, v_optional_8, v_read_4, v_optional, v_optional_13, v_optional_11, v_optional_12, v_optional_5, v_boolean, v_optional_4, v_optional_6, (v_part_7 is not null), v_optional_3, v_optional_10, v_optional_9)::r_8a3s3l;
end
$plain$;

create function lh_engine_plain.testing_read_u3fzu0(p_value json, p_path text) returns r_1aycr1 language plpgsql immutable as $plain$
declare
  v_raw r_plaow3;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_read float8[];
  v_part_3 json;
  v_optional float8;
  v_number_2 float8;
  v_part_4 json;
  v_number_3 float8;
  v_part_5 json;
  v_read_2 float8[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_plaow3, p_value);
  end if;
  v_part := coalesce(v_raw."confidence_level", p_value -> 'confidence_level');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected "confidence_level"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a finite number', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a finite number', v_part);
  end if;
  v_part_2 := coalesce(v_raw."fractions", p_value -> 'fractions');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'fractions'), 'expected "fractions"', null);
  end if;
  v_read := testing_read_aw1jph(v_part_2, js_path(p_path, 'fractions'));
  v_part_3 := coalesce(v_raw."level", p_value -> 'level');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'level'), 'expected "level"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'level'), 'expected a finite number', v_part_3);
    end if;
    v_number_2 := js_number(v_part_3);
    if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'level'), 'expected a finite number', v_part_3);
    end if;
    v_optional := v_number_2;
  end if;
  v_part_4 := coalesce(v_raw."reach", p_value -> 'reach');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'reach'), 'expected "reach"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'reach'), 'expected a finite number', v_part_4);
  end if;
  v_number_3 := js_number(v_part_4);
  if not coalesce(coalesce(abs(v_number_3) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'reach'), 'expected a finite number', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."masses", p_value -> 'masses');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'masses'), 'expected "masses"', null);
  end if;
  v_read_2 := testing_read_aw1jph_2(v_part_5, js_path(p_path, 'masses'));
  return row(v_number, v_read, v_optional, v_read_2, v_number_3)::r_1aycr1;
end
$plain$;

create function lh_engine_plain.testing_read_pc81hr(p_value json, p_path text) returns r_xyzflf language plpgsql immutable as $plain$
declare
  v_raw r_nphg9j;
  v_part json;
  v_optional text[];
  v_read text[];
  v_part_2 json;
  v_optional_2 text[];
  v_read_2 text[];
  v_part_3 json;
  v_optional_3 text[];
  v_read_3 text[];
  v_part_4 json;
  v_optional_4 text[];
  v_read_4 text[];
  v_part_5 json;
  v_optional_5 text[];
  v_read_5 text[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_nphg9j, p_value);
  end if;
  v_part := coalesce(v_raw."unknown_status_in_test", p_value -> 'unknown_status_in_test');
  if coalesce((v_part is null or json_typeof(v_part) = 'null'), false) then
    v_optional := null;
  else
    v_read := testing_read_hax4ud(v_part, js_path(p_path, 'unknown_status_in_test'));
    v_optional := v_read;
  end if;
  v_part_2 := coalesce(v_raw."unknown_group", p_value -> 'unknown_group');
  if coalesce((v_part_2 is null or json_typeof(v_part_2) = 'null'), false) then
    v_optional_2 := null;
  else
    v_read_2 := testing_read_hax4ud(v_part_2, js_path(p_path, 'unknown_group'));
    v_optional_2 := v_read_2;
  end if;
  v_part_3 := coalesce(v_raw."before_start", p_value -> 'before_start');
  if coalesce((v_part_3 is null or json_typeof(v_part_3) = 'null'), false) then
    v_optional_3 := null;
  else
    v_read_3 := testing_read_hax4ud(v_part_3, js_path(p_path, 'before_start'));
    v_optional_3 := v_read_3;
  end if;
  v_part_4 := coalesce(v_raw."doubled_leads", p_value -> 'doubled_leads');
  if coalesce((v_part_4 is null or json_typeof(v_part_4) = 'null'), false) then
    v_optional_4 := null;
  else
    v_read_4 := testing_read_hax4ud(v_part_4, js_path(p_path, 'doubled_leads'));
    v_optional_4 := v_read_4;
  end if;
  v_part_5 := coalesce(v_raw."other_arm", p_value -> 'other_arm');
  if coalesce((v_part_5 is null or json_typeof(v_part_5) = 'null'), false) then
    v_optional_5 := null;
  else
    v_read_5 := testing_read_hax4ud(v_part_5, js_path(p_path, 'other_arm'));
    v_optional_5 := v_read_5;
  end if;
  return row(v_optional_3, (v_part_3 is not null), v_optional_4, (v_part_4 is not null), v_optional_5, (v_part_5 is not null), v_optional_2, (v_part_2 is not null), v_optional, (v_part is not null))::r_xyzflf;
end
$plain$;

create function lh_engine_plain.units_notes_of(v_units r_h42m0h, v_arms r_kvg2jw, v_treatmentpct float8) returns text[] language plpgsql immutable as $plain$
declare
  v_list text[];
  v_n float8;
  v_leads float8;
  v_x float8;
  v_digits float8;
begin
  v_list := '{}';
  if ((v_units."other_arm" > '0'::float8 and v_units."other_arm" <> 'NaN'::float8) and units_differs_as_by_chance(v_units."other_arm", v_arms, v_treatmentpct)) then
    v_list := array_append(v_list, ('the labels have nothing to do with the arms that the engine assigns ('::text || js_text(v_units."other_arm") || ' differ): the ingestion assigns by its own means'::text));
  end if;
  if (v_units."same_property" > '0'::float8 and v_units."same_property" <> 'NaN'::float8) then
    v_n := v_units."same_property";
    v_leads := v_units."leads";
    v_x := case when v_leads = 0 then js_divide(('100'::float8 * v_n), v_leads) else ('100'::float8 * v_n) / v_leads end;
    v_digits := '2'::float8;
    v_list := array_append(v_list, (words_plural(v_units."same_property", 'lead'::text, null::text) || ' ('::text || (js_text(js_number_of_text(js_fixed(v_x, trunc(v_digits)::int))) || ' %'::text) || ') share a property with another lead of the test, '::text || js_text(v_units."property_in_both") || ' of them with one in the other arm'::text));
  end if;
  return v_list;
end
$plain$;

create function lh_engine_plain.words_p_text(v_p float8) returns text language plpgsql immutable as $plain$
begin
  return (case when (v_p < '0.000001'::float8) then 'below 0.000001'::text else js_text(js_number_of_text(js_precision(v_p, ('4'::float8)::int))) end);
end
$plain$;

create function lh_engine_plain.gates_worse(v_p float8, v_settings r_cy423g) returns boolean language plpgsql immutable as $plain$
begin
  return case when (v_p is not distinct from null) then null::boolean else (v_p >= v_settings."decisions.guardrail_p_value" and v_p <> 'NaN'::float8) end;
end
$plain$;

create function lh_engine_plain.strata_mantel_haenszel(v_strata r_tmprk5[]) returns r_zlbli2 language plpgsql immutable as $plain$
declare
  v_untreated float8;
  v_effect float8;
  v_item r_tmprk5;
  v_control r_fgs8so;
  v_treatment r_fgs8so;
  v_total float8;
begin
  v_untreated := '0'::float8;
  v_effect := '0'::float8;
  <<v_at_loop>>
  foreach v_item in array v_strata loop
    v_control := v_item."control";
    v_treatment := v_item."treatment";
    <<v_at_round>>
    begin
      if ((v_control."leads" = '0'::float8) or (v_treatment."leads" = '0'::float8)) then
        exit v_at_round;
      end if;
      v_total := (v_control."leads" + v_treatment."leads");
      v_untreated := (v_untreated + case when v_total = 0 then js_divide((v_control."conversions" * v_treatment."leads"), v_total) else (v_control."conversions" * v_treatment."leads") / v_total end);
      v_effect := (v_effect + case when v_total = 0 then js_divide(decimal_cross_difference(v_treatment."conversions", v_control."leads", v_control."conversions", v_treatment."leads"), v_total) else decimal_cross_difference(v_treatment."conversions", v_control."leads", v_control."conversions", v_treatment."leads") / v_total end);
    end v_at_round;
  end loop;
  return row(case when (v_untreated = '0'::float8) then null::float8 else case when v_untreated = 0 then js_divide(('100'::float8 * v_effect), v_untreated) else ('100'::float8 * v_effect) / v_untreated end end, case when v_effect = 0 or v_effect = 'NaN'::float8 then v_effect else sign(v_effect) end)::r_zlbli2;
end
$plain$;

create function lh_engine_plain.gates_blocking_gates(v_gates r_l1d8zw[], v_recommendation text) returns r_l1d8zw[] language plpgsql immutable as $plain$
declare
  v_kept r_l1d8zw[];
  v_item r_l1d8zw;
begin
  v_kept := '{}';
  foreach v_item in array v_gates loop
    if ((v_item."enabled" and (v_item."passed" is not distinct from false)) and (array_position(v_item."blocks", v_recommendation) is not null)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  return v_kept;
end
$plain$;

create function lh_engine_plain.sequential_earlier_looks(v_look r_bksg7c) returns r_ql8lxl[] language plpgsql immutable as $plain$
declare
  v_end float8;
  v_last r_ql8lxl;
begin
  v_end := cardinality(v_look."history")::float8;
  v_last := (v_look."history")[((v_end - '1'::float8))::int + 1];
  <<v_at_loop>>
  loop
    exit v_at_loop when not ((not (v_last is not distinct from null)) and sequential_same_counts(v_last, row(v_look."control", v_look."treatment")::r_tmprk5));
    v_end := (v_end - '1'::float8);
    v_last := (v_look."history")[((v_end - '1'::float8))::int + 1];
  end loop v_at_loop;
  return js_slice(v_look."history", '0'::float8, v_end);
end
$plain$;

create function lh_engine_plain.sequential_growing_fractions(v_looks r_ql8lxl[]) returns float8[] language plpgsql immutable as $plain$
declare
  v_fractions float8[];
  v_item r_ql8lxl;
  v_information float8;
  v_from float8;
  v_t float8;
  v_t_2 float8;
  v_holds boolean;
  v_holds_2 boolean;
  v_holds_3 boolean;
begin
  v_fractions := array[]::float8[];
  <<v_at_loop>>
  foreach v_item in array v_looks loop
    v_information := sequential_information_of_past(v_item);
    v_holds_3 := (not (v_information is not distinct from null));
    if v_holds_3 then
      v_from := coalesce(v_fractions[((cardinality(v_fractions)::float8 - '1'::float8))::int + 1], '0'::float8);
      v_t := (v_information - v_from);
      v_holds_2 := (v_t >= '0.002'::float8 and v_t <> 'NaN'::float8);
      if not v_holds_2 then
        v_holds := (v_information >= '1'::float8 and v_information <> 'NaN'::float8);
        if v_holds then
          v_t_2 := (v_information - v_from);
          v_holds := (v_t_2 >= '0.000001'::float8 and v_t_2 <> 'NaN'::float8);
        end if;
        v_holds_2 := v_holds;
      end if;
      v_holds_3 := v_holds_2;
    end if;
    if v_holds_3 then
      v_fractions := array_append(v_fractions, v_information);
    end if;
  end loop;
  return v_fractions;
end
$plain$;

create function lh_engine_plain.sequential_information_of(v_controlleads float8, v_treatmentleads float8, v_plannedleads float8) returns float8 language plpgsql immutable as $plain$
declare
  v_leads float8;
  v_t float8;
  v_either float8;
begin
  v_leads := (v_controlleads + v_treatmentleads);
  if (v_leads = '0'::float8) then
    v_either := '0'::float8;
  else
    v_t := js_divide((('2'::float8 * v_controlleads) * v_treatmentleads), (v_leads * v_plannedleads));
    v_either := case when v_t = 'NaN'::float8 then 'NaN'::float8 else least('1'::float8, v_t) end;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.boundaries_last_boundary(v_fractions float8[], v_confidencelevel float8, v_standing r_1aycr1) returns r_1zuwe9 language plpgsql immutable as $plain$
begin
  return boundaries_compute_last(v_fractions, v_confidencelevel, v_standing);
end
$plain$;

create function lh_engine_plain.strata_cochran_test(v_strata r_tmprk5[]) returns r_lnrqx5 language plpgsql immutable as $plain$
declare
  v_kept r_tmprk5[];
  v_item r_tmprk5;
  v_control r_fgs8so;
  v_treatment r_fgs8so;
  v_mapped r_zbmpe4[];
  v_item_2 r_tmprk5;
  v_control_2 r_fgs8so;
  v_treatment_2 r_fgs8so;
  v_kept_2 r_zbmpe4[];
  v_item_3 r_zbmpe4;
  v_weight float8;
  v_usable r_zbmpe4[];
  v_total float8;
  v_item_4 r_zbmpe4;
  v_total_2 float8;
  v_total_3 float8;
  v_item_5 r_zbmpe4;
  v_mean float8;
  v_total_4 float8;
  v_item_6 r_zbmpe4;
  v_weight_2 float8;
  v_effect float8;
  v_q float8;
  v_degreesoffreedom float8;
begin
  v_kept := '{}';
  foreach v_item in array v_strata loop
    v_control := v_item."control";
    v_treatment := v_item."treatment";
    if ((v_control."conversions" > '0'::float8 and v_control."conversions" <> 'NaN'::float8) and (v_treatment."conversions" > '0'::float8 and v_treatment."conversions" <> 'NaN'::float8)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_control_2 := v_item_2."control";
    v_treatment_2 := v_item_2."treatment";
    v_mapped := array_append(v_mapped, (row(log1p_log1p(js_divide(decimal_cross_difference(v_treatment_2."conversions", v_control_2."leads", v_control_2."conversions", v_treatment_2."leads"), (v_control_2."conversions" * v_treatment_2."leads"))), js_divide('1'::float8, (js_divide((v_control_2."leads" - v_control_2."conversions"), (v_control_2."conversions" * v_control_2."leads")) + js_divide((v_treatment_2."leads" - v_treatment_2."conversions"), (v_treatment_2."conversions" * v_treatment_2."leads")))))::r_zbmpe4));
  end loop;
  v_kept_2 := '{}';
  foreach v_item_3 in array v_mapped loop
    v_weight := v_item_3."weight";
    if coalesce(abs(v_weight) < 'Infinity'::float8, false) then
      v_kept_2 := array_append(v_kept_2, v_item_3);
    end if;
  end loop;
  v_usable := v_kept_2;
  if (cardinality(v_usable)::float8 < '2'::float8) then
    return null::r_lnrqx5;
  end if;
  v_total := '0'::float8;
  foreach v_item_4 in array v_usable loop
    v_total := (v_total + v_item_4."weight");
  end loop;
  v_total_2 := v_total;
  v_total_3 := '0'::float8;
  foreach v_item_5 in array v_usable loop
    v_total_3 := (v_total_3 + (v_item_5."weight" * v_item_5."effect"));
  end loop;
  v_mean := case when v_total_2 = 0 then js_divide(v_total_3, v_total_2) else v_total_3 / v_total_2 end;
  v_total_4 := '0'::float8;
  foreach v_item_6 in array v_usable loop
    v_weight_2 := v_item_6."weight";
    v_effect := v_item_6."effect";
    v_total_4 := (v_total_4 + ((v_weight_2 * (v_effect - v_mean)) * (v_effect - v_mean)));
  end loop;
  v_q := v_total_4;
  v_degreesoffreedom := (cardinality(v_usable)::float8 - '1'::float8);
  return row(v_degreesoffreedom, gammainc_gammainc((v_q / '2'::float8), (v_degreesoffreedom / '2'::float8), true, true), v_q)::r_lnrqx5;
end
$plain$;

create function lh_engine_plain.js_write_xo7r0a(r_37pd4w[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_37pd4w;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_mt5gzz(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_nuw94k(r_h42m0h) returns text language plpgsql immutable as $plain$
declare
  v_x r_h42m0h := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"leads":' || js_write_number(v_x."leads")
    || ',"before_start":' || js_write_number(v_x."before_start")
    || ',"doubled":' || js_write_number(v_x."doubled")
    || ',"unknown_status":' || js_write_number(v_x."unknown_status")
    || ',"other_arm":' || js_write_number(v_x."other_arm")
    || ',"same_property":' || js_write_number(v_x."same_property")
    || ',"property_in_both":' || js_write_number(v_x."property_in_both"), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_i1hvzs(r_ql8lxl[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_ql8lxl;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_852twl(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_ss0qag(r_jcw13b[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_jcw13b;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_yqcrxe(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_vcdih9(float8[]) returns text language plpgsql immutable as $plain$
declare
  v_x float8;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_number(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.record_read_14dkik(p_value json, p_path text) returns r_37pd4w[] language plpgsql immutable as $plain$
declare
  v_list r_37pd4w[];
  v_item json;
  v_index int4;
  v_read r_37pd4w;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := record_read_0c2py1(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.record_read_35z31i(p_value json, p_path text) returns r_h42m0h language plpgsql immutable as $plain$
declare
  v_raw r_xmf8ov;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_number_3 float8;
  v_part_4 json;
  v_number_4 float8;
  v_part_5 json;
  v_number_5 float8;
  v_part_6 json;
  v_number_6 float8;
  v_part_7 json;
  v_number_7 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_xmf8ov, p_value);
  end if;
  v_part := coalesce(v_raw."leads", p_value -> 'leads');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected "leads"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."before_start", p_value -> 'before_start');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'before_start'), 'expected "before_start"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'before_start'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'before_start'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'before_start'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."doubled", p_value -> 'doubled');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'doubled'), 'expected "doubled"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'doubled'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'doubled'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'doubled'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."unknown_status", p_value -> 'unknown_status');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'unknown_status'), 'expected "unknown_status"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'unknown_status'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_4 := js_number(v_part_4);
  if not coalesce((v_number_4 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'unknown_status'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_4) <= 9007199254740991 and floor(v_number_4) = v_number_4), false) and (v_number_4 >= '0'::float8 and v_number_4 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'unknown_status'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."other_arm", p_value -> 'other_arm');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'other_arm'), 'expected "other_arm"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'other_arm'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_number_5 := js_number(v_part_5);
  if not coalesce((v_number_5 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'other_arm'), 'expected an integer up to 9007199254740991', v_part_5);
  end if;
  if not coalesce((coalesce((abs(v_number_5) <= 9007199254740991 and floor(v_number_5) = v_number_5), false) and (v_number_5 >= '0'::float8 and v_number_5 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'other_arm'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_part_6 := coalesce(v_raw."same_property", p_value -> 'same_property');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'same_property'), 'expected "same_property"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'same_property'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_number_6 := js_number(v_part_6);
  if not coalesce((v_number_6 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'same_property'), 'expected an integer up to 9007199254740991', v_part_6);
  end if;
  if not coalesce((coalesce((abs(v_number_6) <= 9007199254740991 and floor(v_number_6) = v_number_6), false) and (v_number_6 >= '0'::float8 and v_number_6 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'same_property'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_part_7 := coalesce(v_raw."property_in_both", p_value -> 'property_in_both');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'property_in_both'), 'expected "property_in_both"', null);
  end if;
  if not coalesce(json_typeof(v_part_7) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'property_in_both'), 'expected an integer ≥ 0', v_part_7);
  end if;
  v_number_7 := js_number(v_part_7);
  if not coalesce((v_number_7 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'property_in_both'), 'expected an integer up to 9007199254740991', v_part_7);
  end if;
  if not coalesce((coalesce((abs(v_number_7) <= 9007199254740991 and floor(v_number_7) = v_number_7), false) and (v_number_7 >= '0'::float8 and v_number_7 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'property_in_both'), 'expected an integer ≥ 0', v_part_7);
  end if;
  return row(v_number_2, v_number_3, v_number, v_number_5, v_number_7, v_number_6, v_number_4)::r_h42m0h;
end
$plain$;

create function lh_engine_plain.record_read_r9507s(p_value json, p_path text) returns r_fgs8so language plpgsql immutable as $plain$
declare
  v_raw r_oeucbc;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_oeucbc, p_value);
  end if;
  v_part := coalesce(v_raw."leads", p_value -> 'leads');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected "leads"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."conversions", p_value -> 'conversions');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected "conversions"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected an integer ≥ 0', v_part_2);
  end if;
  return row(v_number_2, v_number)::r_fgs8so;
end
$plain$;

create function lh_engine_plain.record_read_kgcxij(p_value json, p_path text) returns r_ql8lxl[] language plpgsql immutable as $plain$
declare
  v_list r_ql8lxl[];
  v_item json;
  v_index int4;
  v_read r_ql8lxl;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := record_read_tndui3(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.record_read_zp1ibe(p_value json, p_path text) returns r_jcw13b[] language plpgsql immutable as $plain$
declare
  v_list r_jcw13b[];
  v_item json;
  v_index int4;
  v_read r_jcw13b;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := record_read_vlwzb6(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.rule_below_minimum(v_look r_3iz0hr) returns r_i02ro3 language plpgsql immutable as $plain$
declare
  v_controlleads float8;
  v_treatmentleads float8;
  v_minsamplesize float8;
  v_t float8;
begin
  v_controlleads := (v_look."control")."leads";
  v_treatmentleads := (v_look."treatment")."leads";
  v_minsamplesize := v_look."minSampleSize";
  v_t := js_min_of(array[v_controlleads, v_treatmentleads]);
  return case when (v_t >= v_minsamplesize and v_t <> 'NaN'::float8) then null::r_i02ro3 else row('below_minimum_sample'::text, (js_text((v_look."control")."leads") || ' leads in control and '::text || js_text((v_look."treatment")."leads") || ' in treatment: the minimum sample is '::text || js_text(v_look."minSampleSize") || ' in each'::text))::r_i02ro3 end;
end
$plain$;

create function lh_engine_plain.lift_compare_lift(v_control r_fgs8so, v_treatment r_fgs8so, v_thresholdpct float8) returns float8 language plpgsql immutable as $plain$
declare
  v_gain float8;
  v_asked float8;
  v_t float8;
  v_t_2 float8;
  v_holds boolean;
  v_exact boolean;
  v_t_3 float8;
  v_either float8;
begin
  if (v_control."conversions" = '0'::float8) then
    return case when (v_treatment."conversions" = '0'::float8) then null::float8 else '1'::float8 end;
  end if;
  v_gain := ('100'::float8 * decimal_cross_difference(v_treatment."conversions", v_control."leads", v_control."conversions", v_treatment."leads"));
  v_asked := ((v_thresholdpct * v_control."conversions") * v_treatment."leads");
  v_holds := coalesce((abs(v_thresholdpct) < 'Infinity'::float8 and floor(v_thresholdpct) = v_thresholdpct), false);
  if v_holds then
    v_t := abs(v_gain);
    v_t_2 := abs(v_asked);
    v_holds := (js_max_of(array[v_t, v_t_2]) <= '9007199254740992'::float8);
  end if;
  v_exact := v_holds;
  if v_exact then
    v_t_3 := (v_gain - v_asked);
    v_either := case when v_t_3 = 0 or v_t_3 = 'NaN'::float8 then v_t_3 else sign(v_t_3) end;
  else
    v_either := lift_compare_exactly(v_control, v_treatment, v_thresholdpct);
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.js_constant_xji2nb() returns r_xdr1fg language plpgsql immutable as $plain$
begin
  return row(false, null::r_bxzq5j, row('no_conversions'::text, 'no lead converted in either arm'::text)::r_i02ro3, 'KILL'::text)::r_xdr1fg;
end
$plain$;

create function lh_engine_plain.rule_method_text(v_test r_t303rf) returns text language plpgsql immutable as $plain$
begin
  return case when (v_test."exact" is not distinct from true) then ' (Boschloo''s exact test)'::text else ''::text end;
end
$plain$;

create function lh_engine_plain.sequential_beyond_doubt(v_look r_vwmvbr, v_boundary float8, v_thresholds r_v1z58w) returns text[] language plpgsql immutable as $plain$
declare
  v_boundary_2 float8;
  v_control r_fgs8so;
  v_treatment r_fgs8so;
  v_keepabove float8;
  v_whole r_tmprk5;
  v_control_2 r_fgs8so;
  v_treatment_2 r_fgs8so;
  v_test r_t303rf;
  v_z float8;
  v_confidencelevel float8;
  v_interval r_8xonlq;
  v_above boolean;
  v_t float8;
  v_holds boolean;
  v_x float8;
  v_x_2 float8;
  v_digits float8;
begin
  v_boundary_2 := v_boundary;
  v_control := v_look."control";
  v_treatment := v_look."treatment";
  v_keepabove := v_thresholds."decisions.keep_lift_pct";
  v_whole := row(v_look."control", v_look."treatment")::r_tmprk5;
  v_control_2 := v_whole."control";
  v_treatment_2 := v_whole."treatment";
  v_test := compare_rates_compare_rates(v_control_2, v_treatment_2, v_thresholds."decisions.exact_test_below");
  v_z := v_test."z";
  v_confidencelevel := v_look."confidenceLevel";
  v_interval := proportions_katz_interval(v_control, v_treatment, (- normal_normal_quantile((decimal_complement(v_confidencelevel) / '2'::float8))));
  v_above := (lift_compare_lift(v_control, v_treatment, v_keepabove) is not distinct from '1'::float8);
  if ((((not (v_z is not distinct from null)) and (not (v_boundary_2 is not distinct from null))) and (v_z >= v_boundary_2 and v_z <> 'NaN'::float8)) and v_above) then
    return array['KEEP'::text, 'boundary_passed'::text, ('z = '::text || js_text(js_number_of_text(js_precision(v_z, ('4'::float8)::int))) || rule_method_text(v_test) || ' passes the boundary '::text || js_text(js_number_of_text(js_precision(v_boundary_2, ('4'::float8)::int))) || ' and the lift is above '::text || js_text(js_number_of_text(js_precision(v_keepabove, ('4'::float8)::int))) || ' %'::text)]::text[];
  end if;
  v_holds := ((not (v_z is not distinct from null)) and (not (v_boundary_2 is not distinct from null)));
  if v_holds then
    v_t := (- v_boundary_2);
    v_holds := (v_z <= v_t and v_t <> 'NaN'::float8);
  end if;
  if v_holds then
    v_x := (- v_boundary_2);
    return array['KILL'::text, 'lower_boundary_passed'::text, ('z = '::text || js_text(js_number_of_text(js_precision(v_z, ('4'::float8)::int))) || rule_method_text(v_test) || ' passes the lower boundary '::text || js_text(js_number_of_text(js_precision(v_x, ('4'::float8)::int))) || ': the treatment is worse'::text)]::text[];
  end if;
  if ((not (v_interval is not distinct from null)) and (v_interval."high" < v_keepabove and v_keepabove <> 'NaN'::float8)) then
    v_x_2 := v_interval."high";
    v_digits := '2'::float8;
    return array['KILL'::text, 'lift_ruled_out'::text, ('the interval of the lift ends at '::text || (js_text(js_number_of_text(js_fixed(v_x_2, trunc(v_digits)::int))) || ' %'::text) || ': a lift above '::text || js_text(js_number_of_text(js_precision(v_keepabove, ('4'::float8)::int))) || ' % is ruled out'::text)]::text[];
  end if;
  return null::text[];
end
$plain$;

create function lh_engine_plain.sequential_undecided(v_progress r_bxzq5j, v_look r_tmprk5, v_thresholds r_v1z58w) returns r_xdr1fg language plpgsql immutable as $plain$
declare
  v_spent boolean;
  v_control r_fgs8so;
  v_treatment r_fgs8so;
  v_test r_t303rf;
  v_x float8;
  v_either text;
  v_seen text;
  v_x_2 float8;
  v_x_3 float8;
  v_digits float8;
  v_either_2 text;
  v_either_3 text;
  v_text text;
begin
  v_spent := (v_progress."information" >= '1'::float8 and v_progress."information" <> 'NaN'::float8);
  v_control := v_look."control";
  v_treatment := v_look."treatment";
  v_test := compare_rates_compare_rates(v_control, v_treatment, v_thresholds."decisions.exact_test_below");
  if (v_test is not distinct from null) then
    v_either := 'z is undefined'::text;
  else
    v_x := v_test."z";
    v_either := ('z = '::text || js_text(js_number_of_text(js_precision(v_x, ('4'::float8)::int))) || rule_method_text(v_test));
  end if;
  v_seen := v_either;
  if v_spent then
    v_either_3 := (v_seen || ': the planned sample is reached and the data do not decide; a person has to'::text);
  else
    if (v_progress."zBoundary" is not distinct from null) then
      v_either_2 := (v_seen || ': too little new information since the last look to decide'::text);
    else
      v_x_2 := v_progress."zBoundary";
      v_x_3 := ('100'::float8 * v_progress."information");
      v_digits := '2'::float8;
      v_either_2 := (v_seen || ' lies within the boundaries ±'::text || js_text(js_number_of_text(js_precision(v_x_2, ('4'::float8)::int))) || ' at '::text || (js_text(js_number_of_text(js_fixed(v_x_3, trunc(v_digits)::int))) || ' %'::text) || ' of the planned information'::text);
    end if;
    v_either_3 := v_either_2;
  end if;
  v_text := v_either_3;
  return row(v_spent, v_progress, row(case when v_spent then 'planned_sample_reached'::text else 'within_boundaries'::text end, v_text)::r_i02ro3, 'CONTINUE'::text)::r_xdr1fg;
end
$plain$;

create function lh_engine_plain.boschloo_open_rates(v_leads float8, v_conversions float8) returns float8[] language plpgsql immutable as $plain$
declare
  v_share float8;
  v_largest float8;
begin
  v_share := case when v_leads = 0 then js_divide(v_conversions, v_leads) else v_conversions / v_leads end;
  v_largest := case when v_leads = 0 then js_divide('14.508657738524219'::float8, v_leads) else '14.508657738524219'::float8 / v_leads end;
  return array[boschloo_limit_between(v_share, v_share, '0'::float8, v_largest), boschloo_limit_between(v_share, v_share, '1'::float8, v_largest)]::float8[];
end
$plain$;

create function lh_engine_plain.boschloo_sizes_of(v_lower r_fgs8so, v_upper r_fgs8so, v_highestrate float8) returns r_39fhbw language plpgsql immutable as $plain$
declare
  v_leads float8;
  v_conversions float8;
  v_result float8;
  v_expected float8;
  v_t float8;
  v_t_2 float8;
  v_leads_2 float8;
  v_conversions_2 float8;
  v_result_2 float8;
  v_expected_2 float8;
  v_t_3 float8;
  v_t_4 float8;
  v_whole float8[];
  v_mostlower float8;
  v_mostupper float8;
begin
  v_leads := v_lower."leads";
  v_conversions := v_lower."conversions";
  v_expected := (v_leads * v_highestrate);
  v_t := ceil(((v_expected + ('6'::float8 * case when v_expected < 0 then 'NaN'::float8 else sqrt(v_expected) end)) + '12'::float8));
  v_t_2 := js_max_of(array[v_conversions, v_t]);
  v_result := js_min_of(array[v_leads, v_t_2]);
  v_leads_2 := v_upper."leads";
  v_conversions_2 := v_upper."conversions";
  v_expected_2 := (v_leads_2 * v_highestrate);
  v_t_3 := ceil(((v_expected_2 + ('6'::float8 * case when v_expected_2 < 0 then 'NaN'::float8 else sqrt(v_expected_2) end)) + '12'::float8));
  v_t_4 := js_max_of(array[v_conversions_2, v_t_3]);
  v_result_2 := js_min_of(array[v_leads_2, v_t_4]);
  v_whole := array[v_result, v_result_2]::float8[];
  v_mostlower := v_whole[1];
  v_mostupper := v_whole[2];
  return row(boschloo_log_choices((v_lower."leads" + v_upper."leads"), (v_mostlower + v_mostupper)), v_lower."leads", boschloo_log_choices(v_lower."leads", v_mostlower), v_upper."leads", boschloo_log_choices(v_upper."leads", v_mostupper))::r_39fhbw;
end
$plain$;

create function lh_engine_plain.boschloo_fisher_tail(v_s r_39fhbw, v_a float8, v_b float8) returns float8 language plpgsql immutable as $plain$
declare
  v_total float8;
  v_term float8;
  v_sum float8;
  v_k float8;
  v_left float8;
begin
  v_total := (v_a + v_b);
  v_term := exp_exp((((v_s."upperLogs")[js_at(v_b)] + (v_s."lowerLogs")[js_at(v_a)]) - (v_s."bothLogs")[js_at(v_total)]));
  v_sum := v_term;
  v_k := v_b;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (((v_k < v_total and v_total <> 'NaN'::float8) and (v_k < v_s."upper" and v_s."upper" <> 'NaN'::float8)) and (v_term > (v_sum * '1e-17'::float8) and v_term <> 'NaN'::float8));
    v_left := (v_total - v_k);
    v_term := (v_term * js_divide(((v_s."upper" - v_k) * v_left), ((v_k + '1'::float8) * ((v_s."lower" - v_left) + '1'::float8))));
    v_sum := (v_sum + v_term);
    v_k := (v_k + '1'::float8);
  end loop v_at_loop;
  return v_sum;
end
$plain$;

create function lh_engine_plain.boschloo_cutoffs(v_s r_39fhbw, v_observed float8) returns float8[] language plpgsql immutable as $plain$
declare
  v_found float8[];
  v_b float8;
  v_a float8;
  v_t float8;
  v_holds boolean;
begin
  v_found := array[]::float8[];
  v_b := '0'::float8;
  v_a := '0'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not ((v_a < cardinality(v_s."lowerLogs")::float8) and (v_a <= v_s."lower" and v_s."lower" <> 'NaN'::float8));
    <<v_at_loop_2>>
    loop
      v_holds := ((v_b < cardinality(v_s."upperLogs")::float8) and (v_b <= v_s."upper" and v_s."upper" <> 'NaN'::float8));
      if v_holds then
        v_t := boschloo_fisher_tail(v_s, v_a, v_b);
        v_holds := (v_t > (v_observed * '1.000000001'::float8) and v_t <> 'NaN'::float8);
      end if;
      exit v_at_loop_2 when not v_holds;
      v_b := (v_b + '1'::float8);
    end loop v_at_loop_2;
    v_found := array_append(v_found, v_b);
    v_a := (v_a + '1'::float8);
  end loop v_at_loop;
  return v_found;
end
$plain$;

create function lh_engine_plain.boschloo_largest_chance(v_s r_i888aw, v_from float8[], v_lowest float8, v_highest float8) returns float8 language plpgsql immutable as $plain$
declare
  v_whole float8[];
  v_start float8;
  v_end float8;
  v_step float8;
  v_best float8;
  v_largest float8;
  v_i float8;
  v_root float8;
  v_t float8;
  v_base float8;
  v_chance float8;
  v_width float8;
  v_i_2 float8;
  v_root_2 float8;
  v_t_2 float8;
  v_base_2 float8;
  v_root_3 float8;
  v_t_3 float8;
  v_base_3 float8;
  v_whole_2 float8[];
  v_left float8;
  v_right float8;
  v_t_4 float8;
  v_root_4 float8;
  v_t_5 float8;
begin
  v_whole := array[case when v_lowest < 0 then 'NaN'::float8 else sqrt(v_lowest) end, case when v_highest < 0 then 'NaN'::float8 else sqrt(v_highest) end]::float8[];
  v_start := v_whole[1];
  v_end := v_whole[2];
  v_step := ((v_end - v_start) / '49'::float8);
  v_best := (v_start + v_step);
  v_largest := '0'::float8;
  v_i := '1'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_i <= '48'::float8);
    v_root := (v_start + (v_i * v_step));
    v_t := js_max_of(array[v_start, v_root]);
    v_base := js_min_of(array[v_end, v_t]);
    v_chance := boschloo_chance_of(v_s, v_from, (v_base * v_base));
    if (v_chance > v_largest and v_chance <> 'NaN'::float8) then
      v_largest := v_chance;
      v_best := (v_start + (v_i * v_step));
    end if;
    v_i := (v_i + '1'::float8);
  end loop v_at_loop;
  v_width := (v_step / '2'::float8);
  v_i_2 := '0'::float8;
  <<v_at_loop_2>>
  loop
    exit v_at_loop_2 when not (v_i_2 < '24'::float8);
    v_root_2 := (v_best - v_width);
    v_t_2 := js_max_of(array[v_start, v_root_2]);
    v_base_2 := js_min_of(array[v_end, v_t_2]);
    v_root_3 := (v_best + v_width);
    v_t_3 := js_max_of(array[v_start, v_root_3]);
    v_base_3 := js_min_of(array[v_end, v_t_3]);
    v_whole_2 := array[boschloo_chance_of(v_s, v_from, (v_base_2 * v_base_2)), boschloo_chance_of(v_s, v_from, (v_base_3 * v_base_3))]::float8[];
    v_left := v_whole_2[1];
    v_right := v_whole_2[2];
    v_t_4 := js_max_of(array[v_left, v_right]);
    if (v_t_4 > v_largest and v_t_4 <> 'NaN'::float8) then
      v_root_4 := case when (v_left > v_right and v_left <> 'NaN'::float8) then (v_best - v_width) else (v_best + v_width) end;
      v_t_5 := js_max_of(array[v_start, v_root_4]);
      v_best := js_min_of(array[v_end, v_t_5]);
      v_largest := js_max_of(array[v_left, v_right]);
    else
      v_width := (v_width / '2'::float8);
    end if;
    v_i_2 := (v_i_2 + '1'::float8);
  end loop v_at_loop_2;
  return v_largest;
end
$plain$;

create function lh_engine_plain.history_read_c07zjs(p_value json, p_path text) returns r_f5e8bb language plpgsql immutable as $plain$
declare
  v_raw r_przvie;
  v_part json;
  v_choice text;
  v_part_2 json;
  v_string text;
  v_part_3 json;
  v_string_2 text;
  v_part_4 json;
  v_optional text;
  v_string_3 text;
  v_part_5 json;
  v_string_4 text;
  v_part_6 json;
  v_string_5 text;
  v_part_7 json;
  v_boolean boolean;
  v_part_8 json;
  v_optional_2 text;
  v_optional_3 text;
  v_string_6 text;
  v_part_9 json;
  v_read r_l58o6k;
  v_part_10 json;
  v_read_2 r_l58o6k;
  v_part_11 json;
  v_read_3 r_0bp78e;
  v_part_12 json;
  v_optional_4 r_8zkujp;
  v_read_4 r_8zkujp;
  v_part_13 json;
  v_optional_5 r_cr4m71[];
  v_read_5 r_cr4m71[];
  v_part_14 json;
  v_optional_6 text[];
  v_read_6 text[];
  v_part_15 json;
  v_optional_7 r_ynf1ir;
  v_read_7 r_ynf1ir;
  v_part_16 json;
  v_optional_8 float8;
  v_number float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_przvie, p_value);
  end if;
  v_part := coalesce(v_raw."kind", p_value -> 'kind');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'kind'), 'expected "kind"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string' and (v_part #>> '{}') in ('look'), false) then
    perform js_refuse_input(js_path(p_path, 'kind'), 'expected "look"', v_part);
  end if;
  v_choice := v_part #>> '{}';
  v_part_2 := coalesce(v_raw."as_of", p_value -> 'as_of');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected "as_of"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected string', v_part_2);
  end if;
  v_string := (v_part_2 #>> '{}');
  v_part_3 := coalesce(v_raw."recommendation", p_value -> 'recommendation');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'recommendation'), 'expected "recommendation"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'recommendation'), 'expected string', v_part_3);
  end if;
  v_string_2 := (v_part_3 #>> '{}');
  v_part_4 := coalesce(v_raw."before_gates", p_value -> 'before_gates');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'before_gates'), 'expected "before_gates"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'before_gates'), 'expected string', v_part_4);
    end if;
    v_string_3 := (v_part_4 #>> '{}');
    v_optional := v_string_3;
  end if;
  v_part_5 := coalesce(v_raw."reason", p_value -> 'reason');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'reason'), 'expected "reason"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'reason'), 'expected string', v_part_5);
  end if;
  v_string_4 := (v_part_5 #>> '{}');
  v_part_6 := coalesce(v_raw."rule", p_value -> 'rule');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'rule'), 'expected "rule"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'rule'), 'expected string', v_part_6);
  end if;
  v_string_5 := (v_part_6 #>> '{}');
  v_part_7 := coalesce(v_raw."needs_person", p_value -> 'needs_person');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'needs_person'), 'expected "needs_person"', null);
  end if;
  if not coalesce(json_typeof(v_part_7) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'needs_person'), 'expected boolean', v_part_7);
  end if;
  v_boolean := (v_part_7 #>> '{}')::boolean;
  v_part_8 := coalesce(v_raw."held", p_value -> 'held');
  if coalesce(v_part_8 is null, false) then
    v_optional_2 := null;
  else
    if coalesce(json_typeof(v_part_8) = 'null', false) then
      v_optional_3 := null;
    else
      if not coalesce(json_typeof(v_part_8) = 'string', false) then
        perform js_refuse_input(js_path(p_path, 'held'), 'expected string', v_part_8);
      end if;
      v_string_6 := (v_part_8 #>> '{}');
      v_optional_3 := v_string_6;
    end if;
    v_optional_2 := v_optional_3;
  end if;
  v_part_9 := coalesce(v_raw."control", p_value -> 'control');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'control'), 'expected "control"', null);
  end if;
  v_read := history_read_vxim5l(v_part_9, js_path(p_path, 'control'));
  v_part_10 := coalesce(v_raw."treatment", p_value -> 'treatment');
  if v_part_10 is null then
    perform js_refuse_input(js_path(p_path, 'treatment'), 'expected "treatment"', null);
  end if;
  v_read_2 := history_read_vxim5l(v_part_10, js_path(p_path, 'treatment'));
  v_part_11 := coalesce(v_raw."statistics", p_value -> 'statistics');
  if v_part_11 is null then
    perform js_refuse_input(js_path(p_path, 'statistics'), 'expected "statistics"', null);
  end if;
  v_read_3 := history_read_9hbb7r(v_part_11, js_path(p_path, 'statistics'));
  v_part_12 := coalesce(v_raw."other_rule", p_value -> 'other_rule');
  if v_part_12 is null then
    perform js_refuse_input(js_path(p_path, 'other_rule'), 'expected "other_rule"', null);
  end if;
  if coalesce(json_typeof(v_part_12) = 'null', false) then
    v_optional_4 := null;
  else
    v_read_4 := history_read_smr4bb(v_part_12, js_path(p_path, 'other_rule'));
    v_optional_4 := v_read_4;
  end if;
  v_part_13 := coalesce(v_raw."gates", p_value -> 'gates');
  if coalesce(v_part_13 is null, false) then
    v_optional_5 := null;
  else
    v_read_5 := history_read_q36hbr(v_part_13, js_path(p_path, 'gates'));
    v_optional_5 := v_read_5;
  end if;
  v_part_14 := coalesce(v_raw."recommended_sources", p_value -> 'recommended_sources');
  if v_part_14 is null then
    perform js_refuse_input(js_path(p_path, 'recommended_sources'), 'expected "recommended_sources"', null);
  end if;
  if coalesce(json_typeof(v_part_14) = 'null', false) then
    v_optional_6 := null;
  else
    v_read_6 := history_read_uv0s3s(v_part_14, js_path(p_path, 'recommended_sources'));
    v_optional_6 := v_read_6;
  end if;
  v_part_15 := coalesce(v_raw."heterogeneity", p_value -> 'heterogeneity');
  if v_part_15 is null then
    perform js_refuse_input(js_path(p_path, 'heterogeneity'), 'expected "heterogeneity"', null);
  end if;
  if coalesce(json_typeof(v_part_15) = 'null', false) then
    v_optional_7 := null;
  else
    v_read_7 := history_read_1fxcmj(v_part_15, js_path(p_path, 'heterogeneity'));
    v_optional_7 := v_read_7;
  end if;
  v_part_16 := coalesce(v_raw."confidence_level", p_value -> 'confidence_level');
  if v_part_16 is null then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected "confidence_level"', null);
  end if;
  if coalesce(json_typeof(v_part_16) = 'null', false) then
    v_optional_8 := null;
  else
    if not coalesce(json_typeof(v_part_16) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a finite number', v_part_16);
    end if;
    v_number := js_number(v_part_16);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a finite number', v_part_16);
    end if;
    v_optional_8 := v_number;
  end if;
  return row(v_string, v_optional, (v_part_4 is not null), v_optional_8, (v_part_16 is not null), v_read, v_optional_5, v_optional_2, (v_part_8 is not null), v_optional_7, (v_part_15 is not null), v_choice, v_boolean, v_optional_4, (v_part_12 is not null), v_string_4, v_string_2, v_optional_6, (v_part_14 is not null), v_string_5, v_read_3, v_read_2)::r_f5e8bb;
end
$plain$;

create function lh_engine_plain.history_read_o3vuub(p_value json, p_path text) returns r_ecdbvr language plpgsql immutable as $plain$
declare
  v_raw r_1c1ml3;
  v_part json;
  v_choice text;
  v_part_2 json;
  v_string text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_1c1ml3, p_value);
  end if;
  v_part := coalesce(v_raw."kind", p_value -> 'kind');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'kind'), 'expected "kind"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string' and (v_part #>> '{}') in ('decision'), false) then
    perform js_refuse_input(js_path(p_path, 'kind'), 'expected "decision"', v_part);
  end if;
  v_choice := v_part #>> '{}';
  v_part_2 := coalesce(v_raw."recommendation", p_value -> 'recommendation');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'recommendation'), 'expected "recommendation"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'recommendation'), 'expected string', v_part_2);
  end if;
  v_string := (v_part_2 #>> '{}');
  return row(v_choice, v_string)::r_ecdbvr;
end
$plain$;

create function lh_engine_plain.history_read_vsow6v(p_value json, p_path text) returns r_59yi5t language plpgsql immutable as $plain$
declare
  v_raw r_ndy9xo;
  v_part json;
  v_choice text;
  v_part_2 json;
  v_string text;
  v_part_3 json;
  v_string_2 text;
  v_part_4 json;
  v_optional text;
  v_string_3 text;
  v_part_5 json;
  v_optional_2 text;
  v_string_4 text;
  v_part_6 json;
  v_optional_3 float8;
  v_number float8;
  v_part_7 json;
  v_optional_4 text;
  v_string_5 text;
  v_part_8 json;
  v_optional_5 text;
  v_string_6 text;
  v_part_9 json;
  v_string_7 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_ndy9xo, p_value);
  end if;
  v_part := coalesce(v_raw."kind", p_value -> 'kind');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'kind'), 'expected "kind"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string' and (v_part #>> '{}') in ('switch'), false) then
    perform js_refuse_input(js_path(p_path, 'kind'), 'expected "switch"', v_part);
  end if;
  v_choice := v_part #>> '{}';
  v_part_2 := coalesce(v_raw."on", p_value -> 'on');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'on'), 'expected "on"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'on'), 'expected string', v_part_2);
  end if;
  v_string := (v_part_2 #>> '{}');
  v_part_3 := coalesce(v_raw."actor", p_value -> 'actor');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'actor'), 'expected "actor"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'actor'), 'expected string', v_part_3);
  end if;
  v_string_2 := (v_part_3 #>> '{}');
  v_part_4 := coalesce(v_raw."ab_test_id", p_value -> 'ab_test_id');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected "ab_test_id"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected an id as text', v_part_4);
    end if;
    v_string_3 := (v_part_4 #>> '{}');
    v_optional := v_string_3;
  end if;
  v_part_5 := coalesce(v_raw."why", p_value -> 'why');
  if coalesce((v_part_5 is null or json_typeof(v_part_5) = 'null'), false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_5) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'why'), 'expected string', v_part_5);
    end if;
    v_string_4 := (v_part_5 #>> '{}');
    v_optional_2 := v_string_4;
  end if;
  v_part_6 := coalesce(v_raw."proposal_id", p_value -> 'proposal_id');
  if coalesce((v_part_6 is null or json_typeof(v_part_6) = 'null'), false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_6) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'proposal_id'), 'expected number', v_part_6);
    end if;
    v_number := js_number(v_part_6);
    v_optional_3 := v_number;
  end if;
  v_part_7 := coalesce(v_raw."proposes", p_value -> 'proposes');
  if coalesce((v_part_7 is null or json_typeof(v_part_7) = 'null'), false) then
    v_optional_4 := null;
  else
    if not coalesce(json_typeof(v_part_7) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'proposes'), 'expected string', v_part_7);
    end if;
    v_string_5 := (v_part_7 #>> '{}');
    v_optional_4 := v_string_5;
  end if;
  v_part_8 := coalesce(v_raw."skill_type", p_value -> 'skill_type');
  if coalesce((v_part_8 is null or json_typeof(v_part_8) = 'null'), false) then
    v_optional_5 := null;
  else
    if not coalesce(json_typeof(v_part_8) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected string', v_part_8);
    end if;
    v_string_6 := (v_part_8 #>> '{}');
    v_optional_5 := v_string_6;
  end if;
  v_part_9 := coalesce(v_raw."switch", p_value -> 'switch');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'switch'), 'expected "switch"', null);
  end if;
  if not coalesce(json_typeof(v_part_9) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'switch'), 'expected string', v_part_9);
  end if;
  v_string_7 := (v_part_9 #>> '{}');
  return row(v_optional, (v_part_4 is not null), v_string_2, v_choice, v_string, v_optional_3, (v_part_6 is not null), v_optional_4, (v_part_7 is not null), v_optional_5, (v_part_8 is not null), v_string_7, v_optional_2, (v_part_5 is not null))::r_59yi5t;
end
$plain$;

create function lh_engine_plain.history_read_0862sv(p_value json, p_path text) returns r_hywhw7 language plpgsql immutable as $plain$
declare
  v_raw r_xi6re2;
  v_part json;
  v_choice text;
  v_part_2 json;
  v_string text;
  v_part_3 json;
  v_string_2 text;
  v_part_4 json;
  v_optional text;
  v_string_3 text;
  v_part_5 json;
  v_optional_2 text;
  v_string_4 text;
  v_part_6 json;
  v_optional_3 float8;
  v_number float8;
  v_part_7 json;
  v_optional_4 text;
  v_string_5 text;
  v_part_8 json;
  v_optional_5 text;
  v_string_6 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_xi6re2, p_value);
  end if;
  v_part := coalesce(v_raw."kind", p_value -> 'kind');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'kind'), 'expected "kind"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string' and (v_part #>> '{}') in ('proposal'), false) then
    perform js_refuse_input(js_path(p_path, 'kind'), 'expected "proposal"', v_part);
  end if;
  v_choice := v_part #>> '{}';
  v_part_2 := coalesce(v_raw."on", p_value -> 'on');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'on'), 'expected "on"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'on'), 'expected string', v_part_2);
  end if;
  v_string := (v_part_2 #>> '{}');
  v_part_3 := coalesce(v_raw."actor", p_value -> 'actor');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'actor'), 'expected "actor"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'actor'), 'expected string', v_part_3);
  end if;
  v_string_2 := (v_part_3 #>> '{}');
  v_part_4 := coalesce(v_raw."ab_test_id", p_value -> 'ab_test_id');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected "ab_test_id"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected an id as text', v_part_4);
    end if;
    v_string_3 := (v_part_4 #>> '{}');
    v_optional := v_string_3;
  end if;
  v_part_5 := coalesce(v_raw."why", p_value -> 'why');
  if coalesce((v_part_5 is null or json_typeof(v_part_5) = 'null'), false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_5) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'why'), 'expected string', v_part_5);
    end if;
    v_string_4 := (v_part_5 #>> '{}');
    v_optional_2 := v_string_4;
  end if;
  v_part_6 := coalesce(v_raw."proposal_id", p_value -> 'proposal_id');
  if coalesce((v_part_6 is null or json_typeof(v_part_6) = 'null'), false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_6) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'proposal_id'), 'expected number', v_part_6);
    end if;
    v_number := js_number(v_part_6);
    v_optional_3 := v_number;
  end if;
  v_part_7 := coalesce(v_raw."proposes", p_value -> 'proposes');
  if coalesce((v_part_7 is null or json_typeof(v_part_7) = 'null'), false) then
    v_optional_4 := null;
  else
    if not coalesce(json_typeof(v_part_7) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'proposes'), 'expected string', v_part_7);
    end if;
    v_string_5 := (v_part_7 #>> '{}');
    v_optional_4 := v_string_5;
  end if;
  v_part_8 := coalesce(v_raw."skill_type", p_value -> 'skill_type');
  if coalesce((v_part_8 is null or json_typeof(v_part_8) = 'null'), false) then
    v_optional_5 := null;
  else
    if not coalesce(json_typeof(v_part_8) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected string', v_part_8);
    end if;
    v_string_6 := (v_part_8 #>> '{}');
    v_optional_5 := v_string_6;
  end if;
  return row(v_optional, (v_part_4 is not null), v_string_2, v_choice, v_string, v_optional_3, (v_part_6 is not null), v_optional_4, (v_part_7 is not null), v_optional_5, (v_part_8 is not null), v_optional_2, (v_part_5 is not null))::r_hywhw7;
end
$plain$;

create function lh_engine_plain.history_cause_of(v_held text) returns text language plpgsql immutable as $plain$
declare
  v_map map_ro126t;
  v_keys text[];
  v_values text[];
  v_places int4[];
  v_entries r_pakx7u[];
  v_found r_pakx7u;
  v_item r_pakx7u;
  v_known text;
begin
  v_map := js_constant_jscixs();
  v_keys := v_map.k;
  v_values := v_map.v;
  v_places := js_places(v_keys);
  v_entries := '{}';
  for i in 1 .. cardinality(v_keys) loop
    v_entries := array_append(v_entries, row(v_keys[i], v_values[i])::r_pakx7u);
  end loop;
  v_found := null;
  foreach v_item in array v_entries loop
    v_known := v_item."0";
    if (v_known = v_held) then
      v_found := v_item;
      exit;
    end if;
  end loop;
  return coalesce(v_found."1", replace(v_held, '_'::text, ' '::text));
end
$plain$;

create function lh_engine_plain.suspensions_read_hsm6la(p_value json, p_path text) returns r_nzo4kc language plpgsql immutable as $plain$
declare
  v_raw r_pork3u;
  v_part json;
  v_optional text;
  v_optional_2 text;
  v_string text;
  v_part_2 json;
  v_optional_3 text;
  v_optional_4 text;
  v_string_2 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_pork3u, p_value);
  end if;
  v_part := coalesce(v_raw."skill_id", p_value -> 'skill_id');
  if coalesce(v_part is null, false) then
    v_optional := null;
  else
    if coalesce(json_typeof(v_part) = 'null', false) then
      v_optional_2 := null;
    else
      if not coalesce(json_typeof(v_part) = 'string', false) then
        perform js_refuse_input(js_path(p_path, 'skill_id'), 'expected string', v_part);
      end if;
      v_string := (v_part #>> '{}');
      v_optional_2 := v_string;
    end if;
    v_optional := v_optional_2;
  end if;
  v_part_2 := coalesce(v_raw."recommendation", p_value -> 'recommendation');
  if coalesce(v_part_2 is null, false) then
    v_optional_3 := null;
  else
    if coalesce(json_typeof(v_part_2) = 'null', false) then
      v_optional_4 := null;
    else
      if not coalesce(json_typeof(v_part_2) = 'string', false) then
        perform js_refuse_input(js_path(p_path, 'recommendation'), 'expected string', v_part_2);
      end if;
      v_string_2 := (v_part_2 #>> '{}');
      v_optional_4 := v_string_2;
    end if;
    v_optional_3 := v_optional_4;
  end if;
  return row(v_optional_3, (v_part_2 is not null), v_optional, (v_part is not null), js_loose(p_value, array['skill_id', 'recommendation']::text[], array[case when v_part is not null then coalesce(to_json(v_optional)::text::json, 'null') end, case when v_part_2 is not null then coalesce(to_json(v_optional_3)::text::json, 'null') end]::json[]))::r_nzo4kc;
end
$plain$;

create function lh_engine_plain.contact_value_iy5ngu(v_given0 r_1qbja7, v_given1 r_pwhogm) returns r_lay7kt language plpgsql immutable as $plain$
begin
  return case when v_given1."matureCohorts" then contact_hours_of_cohort(row(v_given0."leads", v_given0."mature")::r_gkrjzh, v_given1) else contact_hours_of_day(row(v_given0."as_of", v_given0."daily")::r_mwzepo) end;
end
$plain$;

create function lh_engine_plain.contact_value_d3cgww(v_given0 r_1qbja7, v_given1 fn_tfnpgy) returns r_qhnv12[] language plpgsql immutable as $plain$
declare
  v_kept r_n47657[];
  v_item r_n47657;
  v_mapped r_qhnv12[];
  v_item_2 r_n47657;
begin
  v_kept := '{}';
  foreach v_item in array v_given0."leads" loop
    if (fn_tfnpgy_call(v_given1, v_item."source") is true) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_mapped := array_append(v_mapped, (row(v_item_2."day", v_item_2."answer_n", v_item_2."answer_squares", v_item_2."answer_sum")::r_qhnv12));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.contact_value_ajvzsg(v_given0 r_1qbja7, v_given1 r_pwhogm) returns r_lay7kt language plpgsql immutable as $plain$
begin
  return case when v_given1."matureCohorts" then contact_rate_of_cohort(row(v_given0."leads", v_given0."mature")::r_gkrjzh, v_given1) else contact_rate_of_day(row(v_given0."as_of", v_given0."daily")::r_mwzepo) end;
end
$plain$;

create function lh_engine_plain.contact_value_usn2rh(v_given0 r_1qbja7, v_given1 fn_tfnpgy) returns r_qhnv12[] language plpgsql immutable as $plain$
declare
  v_kept r_n47657[];
  v_item r_n47657;
  v_mapped r_qhnv12[];
  v_item_2 r_n47657;
  v_day float8;
  v_n float8;
  v_sum float8;
begin
  v_kept := '{}';
  foreach v_item in array v_given0."leads" loop
    if (fn_tfnpgy_call(v_given1, v_item."source") is true) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_day := v_item_2."day";
    v_n := v_item_2."leads";
    v_sum := v_item_2."answered";
    v_mapped := array_append(v_mapped, (row(v_day, v_n, v_sum, v_sum)::r_qhnv12));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.qualification_value_ajvzsg(v_given0 r_1qbja7, v_given1 r_pwhogm) returns r_lay7kt language plpgsql immutable as $plain$
begin
  return case when v_given1."matureCohorts" then qualification_rate_of_cohort(row(v_given0."leads", v_given0."mature")::r_gkrjzh, v_given1) else qualification_rate_of_day(row(v_given0."as_of", v_given0."daily")::r_mwzepo) end;
end
$plain$;

create function lh_engine_plain.qualification_value_ycaq69(v_given0 r_1qbja7, v_given1 fn_tfnpgy) returns r_qhnv12[] language plpgsql immutable as $plain$
declare
  v_kept r_n47657[];
  v_item r_n47657;
  v_mapped r_qhnv12[];
  v_item_2 r_n47657;
  v_day float8;
  v_n float8;
  v_sum float8;
begin
  v_kept := '{}';
  foreach v_item in array v_given0."leads" loop
    if (fn_tfnpgy_call(v_given1, v_item."source") is true) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_day := v_item_2."day";
    v_n := v_item_2."reached";
    v_sum := v_item_2."reached_qualified";
    v_mapped := array_append(v_mapped, (row(v_day, v_n, v_sum, v_sum)::r_qhnv12));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.follow_up_value_ndkbws(v_given0 r_1qbja7, v_given1 r_pwhogm) returns r_lay7kt language plpgsql immutable as $plain$
declare
  v_result r_lay7kt;
  v_whole r_taxhxn;
  v_n float8;
  v_sum float8;
  v_mean float8;
  v_number float8;
  v_number_2 float8;
begin
  v_whole := v_given0."follow_up";
  v_n := v_whole."n";
  v_sum := v_whole."sum";
  v_mean := case when v_n = 0 then js_divide(v_sum, v_n) else v_sum / v_n end;
  v_number := ((v_given0."as_of" - fn_8xylpd_call(v_given1."number", 'follow_up_window_days'::text)) + '1'::float8);
  v_number_2 := v_given0."as_of";
  v_result := row(js_write_69qm93(row((v_given0."backlog")."contacted", (v_given0."backlog")."waiting")::r_6nxlmy)::json, js_slice(js_iso((v_number * '86400000'::float8)), '0'::float8, '10'::float8), v_n, js_slice(js_iso((v_number_2 * '86400000'::float8)), '0'::float8, '10'::float8), case when (coalesce(abs(v_mean) < 'Infinity'::float8, false) and (v_mean >= '0'::float8 and v_mean <> 'NaN'::float8)) then v_mean else null::float8 end, 'qualified leads with both times'::text)::r_lay7kt;
  return v_result;
end
$plain$;

create function lh_engine_plain.follow_up_value_z96ttn(v_given0 r_1qbja7, v_given1 fn_tfnpgy) returns r_qhnv12[] language plpgsql immutable as $plain$
declare
  v_mapped r_qhnv12[];
  v_item r_l2bl3h;
begin
  v_mapped := '{}';
  foreach v_item in array v_given0."contact_days" loop
    v_mapped := array_append(v_mapped, (row(v_item."day", v_item."n", v_item."squares", v_item."sum")::r_qhnv12));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.follow_up_value_368rj3(v_given0 r_1qbja7, v_given1 r_pwhogm) returns r_lay7kt language plpgsql immutable as $plain$
declare
  v_result r_lay7kt;
  v_t float8;
  v_whole r_6nxlmy;
  v_contacted float8;
  v_waiting float8;
  v_to float8;
  v_number float8;
begin
  <<v_at_end>>
  begin
    v_t := fn_8xylpd_call(v_given1."number", 'backlog_share_max'::text);
    if (v_t >= '1'::float8 and v_t <> 'NaN'::float8) then
      v_result := null::r_lay7kt;
      exit v_at_end;
    end if;
    v_whole := v_given0."backlog";
    v_contacted := v_whole."contacted";
    v_waiting := v_whole."waiting";
    v_to := (v_given0."as_of" - fn_8xylpd_call(v_given1."number", 'backlog_days'::text));
    v_number := ((v_to - fn_8xylpd_call(v_given1."number", 'follow_up_window_days'::text)) + '1'::float8);
    v_result := row(js_write_69qm93(row(v_contacted, v_waiting)::r_6nxlmy)::json, js_slice(js_iso((v_number * '86400000'::float8)), '0'::float8, '10'::float8), v_contacted, js_slice(js_iso((v_to * '86400000'::float8)), '0'::float8, '10'::float8), metric_ratio(v_waiting, v_contacted), 'leads contacted long enough ago'::text)::r_lay7kt;
    exit v_at_end;
  end v_at_end;
  return v_result;
end
$plain$;

create function lh_engine_plain.validation_value_tupd1q(v_given0 r_1qbja7, v_given1 r_pwhogm) returns r_lay7kt language plpgsql immutable as $plain$
declare
  v_result r_lay7kt;
  v_row r_80w4ph;
  v_stale boolean;
  v_score float8;
  v_number float8;
  v_on text;
begin
  v_row := v_given0."performance";
  v_stale := (((not (v_row is not distinct from null)) and v_given1."matureCohorts") and (v_row."age_days" > fn_8xylpd_call(v_given1."number", 'feedback_window_days'::text) and v_row."age_days" <> 'NaN'::float8));
  v_score := case when ((v_row is not distinct from null) or v_stale) then null::float8 else v_row."f1_score" end;
  v_number := case when (v_row is not distinct from null) then v_given0."as_of" else v_row."day" end;
  v_on := js_slice(js_iso((v_number * '86400000'::float8)), '0'::float8, '10'::float8);
  v_result := row(js_write_ig1i41(row(case when (v_row is not distinct from null) then null::float8 else v_row."age_days" end, 'lh_pattern_performance'::text)::r_h7owpy)::json, v_on, case when ((v_row is not distinct from null) or (v_score is not distinct from null)) then '0'::float8 else validation_labelled_contacts(v_row."labelled", v_given1) end, v_on, case when (((not (v_score is not distinct from null)) and (v_score >= '0'::float8 and v_score <> 'NaN'::float8)) and (v_score <= '1'::float8)) then v_score else null::float8 end, case when v_stale then ('labelled contacts (the newest overall row of lh_pattern_performance is '::text || js_text(v_row."age_days") || ' days old)'::text) else 'labelled contacts'::text end)::r_lay7kt;
  return v_result;
end
$plain$;

create function lh_engine_plain.validation_value_e03fq3(v_given0 r_1qbja7, v_given1 fn_tfnpgy) returns r_qhnv12[] language plpgsql immutable as $plain$
declare
  v_mapped r_qhnv12[];
  v_item r_4stt4w;
  v_day float8;
  v_n float8;
  v_sum float8;
begin
  v_mapped := '{}';
  foreach v_item in array v_given0."labelled" loop
    v_day := v_item."day";
    v_n := ((v_item."true_positives" + v_item."false_positives") + v_item."false_negatives");
    v_sum := v_item."true_positives";
    v_mapped := array_append(v_mapped, (row(v_day, v_n, v_sum, v_sum)::r_qhnv12));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.validation_value_mn4olb(v_given0 float8) returns float8 language plpgsql immutable as $plain$
begin
  return js_divide(('2'::float8 * v_given0), ('1'::float8 + v_given0));
end
$plain$;

create function lh_engine_plain.days_by_day(v_cells r_qhnv12[], v_kind text, v_from float8, v_to float8) returns r_qhnv12[] language plpgsql immutable as $plain$
declare
  v_map map_qzyl7p;
  v_keys float8[];
  v_values r_0whm7m[];
  v_places int4[];
  v_kept r_qhnv12[];
  v_item r_qhnv12;
  v_mapped r_qhnv12[];
  v_item_2 r_qhnv12;
  v_keys_2 float8[];
  v_keys_3 float8[];
  v_keys_4 float8[];
  v_keys_5 float8[];
  v_item_3 r_qhnv12;
  v_ordered r_qhnv12[];
  v_item_4 r_qhnv12;
  v_t r_0whm7m;
  v_known r_0whm7m;
  v_value r_0whm7m;
  v_at int4;
  v_free int4;
  v_entries r_co23wa[];
  v_mapped_2 r_qhnv12[];
  v_item_5 r_co23wa;
  v_day float8;
  v_sums r_0whm7m;
begin
  v_map := row(array[]::float8[], array[]::r_0whm7m[])::map_qzyl7p;
  v_keys := v_map.k;
  v_values := v_map.v;
  v_places := js_places(v_keys);
  v_kept := '{}';
  foreach v_item in array v_cells loop
    if (((v_item."day" >= v_from and v_item."day" <> 'NaN'::float8) and (v_item."day" <= v_to and v_to <> 'NaN'::float8)) and (v_item."n" > '0'::float8 and v_item."n" <> 'NaN'::float8)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_mapped := array_append(v_mapped, days_clean(v_item_2, v_kind));
  end loop;
  v_keys_2 := '{}';
  v_keys_3 := '{}';
  v_keys_4 := '{}';
  v_keys_5 := '{}';
  foreach v_item_3 in array v_mapped loop
    v_keys_2 := array_append(v_keys_2, v_item_3."day");
    v_keys_3 := array_append(v_keys_3, v_item_3."n");
    v_keys_4 := array_append(v_keys_4, v_item_3."sum");
    v_keys_5 := array_append(v_keys_5, v_item_3."squares");
  end loop;
  if array_position(v_keys_2, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  if array_position(v_keys_3, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  if array_position(v_keys_4, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  if array_position(v_keys_5, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  v_ordered := array(select (v_mapped)[i] from generate_subscripts(v_mapped, 1) as i order by (v_keys_2)[i], (v_keys_3)[i], (v_keys_4)[i], (v_keys_5)[i], i);
  <<v_at_loop>>
  foreach v_item_4 in array v_ordered loop
    v_t := (v_values)[js_place(v_keys, v_places, v_item_4."day")];
    v_known := case when (v_t is not distinct from null) then row('0'::float8, '0'::float8, '0'::float8)::r_0whm7m else v_t end;
    v_value := row((v_known."n" + v_item_4."n"), (v_known."squares" + v_item_4."squares"), (v_known."sum" + v_item_4."sum"))::r_0whm7m;
    v_at := js_place(v_keys, v_places, v_item_4."day");
    if v_at is not null then
      v_values[v_at] := v_value;
    else
      v_keys := array_append(v_keys, v_item_4."day");
      v_values := array_append(v_values, v_value);
      v_free := js_free_place(v_keys, v_places, v_item_4."day");
      if v_free is not null then
        v_places[v_free] := cardinality(v_keys);
      else
        v_places := js_places(v_keys);
      end if;
    end if;
  end loop;
  v_entries := '{}';
  for i in 1 .. cardinality(v_keys) loop
    v_entries := array_append(v_entries, row(v_keys[i], v_values[i])::r_co23wa);
  end loop;
  v_mapped_2 := '{}';
  foreach v_item_5 in array v_entries loop
    v_day := v_item_5."0";
    v_sums := v_item_5."1";
    v_mapped_2 := array_append(v_mapped_2, (row(v_day, v_sums."n", v_sums."squares", v_sums."sum")::r_qhnv12));
  end loop;
  return v_mapped_2;
end
$plain$;

create function lh_engine_plain.compare_standardise(v_baseline r_qhnv12[], v_recent r_qhnv12[]) returns r_m6hs4b language plpgsql immutable as $plain$
declare
  v_total float8;
  v_list float8[];
  v_mapped r_bur70g[];
  v_item float8;
  v_kept r_bur70g[];
  v_item_2 r_bur70g;
  v_mapped_2 r_f7smud[];
  v_item_3 r_bur70g;
  v_spread r_qy5qfz;
  v_strata r_f7smud[];
  v_total_2 float8;
  v_item_4 r_f7smud;
  v_value float8;
  v_total_3 float8;
  v_item_5 r_f7smud;
  v_base float8;
  v_variance float8;
  v_total_4 float8;
  v_item_6 r_f7smud;
  v_square float8;
  v_total_5 float8;
  v_item_7 r_f7smud;
  v_n float8;
begin
  v_total := (days_sums_of(v_recent))."n";
  v_list := array['0'::float8, '1'::float8, '2'::float8, '3'::float8, '4'::float8, '5'::float8, '6'::float8]::float8[];
  v_mapped := '{}';
  foreach v_item in array v_list loop
    v_mapped := array_append(v_mapped, (row(days_sums_of(days_of_weekday(v_baseline, v_item)), (days_sums_of(days_of_weekday(v_recent, v_item)))."n")::r_bur70g));
  end loop;
  v_kept := '{}';
  foreach v_item_2 in array v_mapped loop
    if ((v_item_2."now" > '0'::float8 and v_item_2."now" <> 'NaN'::float8) and ((v_item_2."before")."n" > '0'::float8 and (v_item_2."before")."n" <> 'NaN'::float8)) then
      v_kept := array_append(v_kept, v_item_2);
    end if;
  end loop;
  v_mapped_2 := '{}';
  foreach v_item_3 in array v_kept loop
    v_spread := days_spread(v_item_3."before");
    v_mapped_2 := array_append(v_mapped_2, (row(v_spread."mean", (v_item_3."before")."n", case when v_total = 0 then js_divide(v_item_3."now", v_total) else v_item_3."now" / v_total end, v_spread."variance")::r_f7smud));
  end loop;
  v_strata := v_mapped_2;
  v_total_2 := '0'::float8;
  foreach v_item_4 in array v_strata loop
    v_total_2 := (v_total_2 + (v_item_4."share" * v_item_4."mean"));
  end loop;
  v_value := v_total_2;
  v_total_3 := '0'::float8;
  foreach v_item_5 in array v_strata loop
    v_base := (v_item_5."mean" - v_value);
    v_total_3 := (v_total_3 + (v_item_5."share" * (v_item_5."variance" + (v_base * v_base))));
  end loop;
  v_variance := v_total_3;
  v_total_4 := '0'::float8;
  foreach v_item_6 in array v_strata loop
    v_total_4 := (v_total_4 + case when v_item_6."n" = 0 then js_divide((v_item_6."share" * v_item_6."share"), v_item_6."n") else (v_item_6."share" * v_item_6."share") / v_item_6."n" end);
  end loop;
  v_square := v_total_4;
  v_total_5 := '0'::float8;
  foreach v_item_7 in array v_strata loop
    v_total_5 := (v_total_5 + v_item_7."n");
  end loop;
  v_n := v_total_5;
  return row(case when (v_square > '0'::float8 and v_square <> 'NaN'::float8) then case when v_square = 0 then js_divide('1'::float8, v_square) else '1'::float8 / v_square end else '0'::float8 end, v_n, v_value, v_variance)::r_m6hs4b;
end
$plain$;

create function lh_engine_plain.days_sums_of(v_cells r_qhnv12[]) returns r_0whm7m language plpgsql immutable as $plain$
declare
  v_total r_0whm7m;
  v_item r_qhnv12;
begin
  v_total := row('0'::float8, '0'::float8, '0'::float8)::r_0whm7m;
  foreach v_item in array v_cells loop
    v_total := (row((v_total."n" + v_item."n"), (v_total."squares" + v_item."squares"), (v_total."sum" + v_item."sum"))::r_0whm7m);
  end loop;
  return v_total;
end
$plain$;

create function lh_engine_plain.days_spread(v_s r_0whm7m) returns r_qy5qfz language plpgsql immutable as $plain$
declare
  v_mean float8;
  v_t float8;
  v_either float8;
begin
  v_mean := case when (v_s."n" = '0'::float8) then '0'::float8 else case when v_s."n" = 0 then js_divide(v_s."sum", v_s."n") else v_s."sum" / v_s."n" end end;
  if (v_s."n" = '0'::float8) then
    v_either := '0'::float8;
  else
    v_t := (case when v_s."n" = 0 then js_divide(v_s."squares", v_s."n") else v_s."squares" / v_s."n" end - (v_mean * v_mean));
    v_either := js_max_of(array['0'::float8, v_t]);
  end if;
  return row(v_mean, v_either)::r_qy5qfz;
end
$plain$;

create function lh_engine_plain.days_dispersion_of(v_baseline r_qhnv12[]) returns float8 language plpgsql immutable as $plain$
declare
  v_list float8[];
  v_mapped float8[];
  v_item float8;
  v_variances float8[];
  v_whole r_7wc8sf;
  v_step r_hf44hv;
  v_mapped_2 r_qhnv12[];
  v_item_2 r_qhnv12;
  v_levelled r_qhnv12[];
  v_rest float8;
  v_t float8;
  v_holds boolean;
  v_isclear boolean;
  v_ratio float8;
begin
  v_list := array['0'::float8, '1'::float8, '2'::float8, '3'::float8, '4'::float8, '5'::float8, '6'::float8]::float8[];
  v_mapped := '{}';
  foreach v_item in array v_list loop
    v_mapped := array_append(v_mapped, (days_spread(days_sums_of(days_of_weekday(v_baseline, v_item))))."variance");
  end loop;
  v_variances := v_mapped;
  v_whole := days_scatter(v_baseline, v_variances);
  if (v_whole."freedom" < '7'::float8) then
    return '1'::float8;
  end if;
  v_step := days_best_step(v_baseline, '0'::float8);
  v_mapped_2 := '{}';
  foreach v_item_2 in array v_baseline loop
    v_mapped_2 := array_append(v_mapped_2, case when ((not (v_step is not distinct from null)) and (v_item_2."day" >= v_step."day" and v_item_2."day" <> 'NaN'::float8)) then row(v_item_2."day", v_item_2."n", v_item_2."squares", (v_item_2."sum" - (v_item_2."n" * v_step."gap")))::r_qhnv12 else v_item_2 end);
  end loop;
  v_levelled := v_mapped_2;
  v_rest := js_divide((days_scatter(v_levelled, v_variances))."chiSquare", (v_whole."freedom" - '1'::float8));
  v_holds := (not (v_step is not distinct from null));
  if v_holds then
    v_t := (v_whole."chiSquare" - (v_rest * (v_whole."freedom" - '1'::float8)));
    v_holds := (v_t > ('15'::float8 * v_rest) and v_t <> 'NaN'::float8);
  end if;
  v_isclear := v_holds;
  v_ratio := case when v_isclear then v_rest else case when v_whole."freedom" = 0 then js_divide(v_whole."chiSquare", v_whole."freedom") else v_whole."chiSquare" / v_whole."freedom" end end;
  return case when coalesce(abs(v_ratio) < 'Infinity'::float8, false) then greatest('1'::float8, v_ratio) else '1'::float8 end;
end
$plain$;

create function lh_engine_plain.compare_rate_test(v_base r_uuo2ya, v_now r_qqdy2m, v_dispersion float8) returns r_27m4mz language plpgsql immutable as $plain$
declare
  v_control float8;
  v_treatment float8;
  v_test r_p6d2tz;
begin
  v_control := floor((case when v_dispersion = 0 then js_divide(v_base."effective", v_dispersion) else v_base."effective" / v_dispersion end + '1e-9'::float8));
  v_treatment := floor((case when v_dispersion = 0 then js_divide(v_now."n", v_dispersion) else v_now."n" / v_dispersion end + '1e-9'::float8));
  v_test := proportions_z_test(row(js_round((v_base."value" * v_control)), v_control)::r_fgs8so, row(js_round((v_now."value" * v_treatment)), v_treatment)::r_fgs8so);
  return case when (v_test is not distinct from null) then null::r_27m4mz else row(v_test."p", v_test."z")::r_27m4mz end;
end
$plain$;

create function lh_engine_plain.compare_mean_test(v_base r_m6hs4b, v_now r_qqdy2m, v_dispersion float8) returns r_27m4mz language plpgsql immutable as $plain$
declare
  v_control float8;
  v_treatment float8;
  v_t float8;
  v_t_2 float8;
  v_test r_658738;
begin
  v_control := case when v_dispersion = 0 then js_divide(v_base."effective", v_dispersion) else v_base."effective" / v_dispersion end;
  v_treatment := case when v_dispersion = 0 then js_divide(v_now."n", v_dispersion) else v_now."n" / v_dispersion end;
  v_t := compare_unbiased(v_base."variance", v_base."n");
  v_t_2 := compare_unbiased(v_now."variance", v_now."n");
  v_test := welch_welch_test(row(v_base."value", v_control, greatest('6.430041152263375e-9'::float8, v_t))::r_0u8or8, row(v_now."value", v_treatment, greatest('6.430041152263375e-9'::float8, v_t_2))::r_0u8or8);
  return case when (v_test is not distinct from null) then null::r_27m4mz else row(v_test."p", v_test."t")::r_27m4mz end;
end
$plain$;

create function lh_engine_plain.compare_finite_or_null(v_x float8) returns float8 language plpgsql immutable as $plain$
begin
  return case when ((not (v_x is not distinct from null)) and coalesce(abs(v_x) < 'Infinity'::float8, false)) then v_x else null::float8 end;
end
$plain$;

create function lh_engine_plain.trends_value_578ih1(v_source text, v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return (v_given0 is not distinct from v_source);
end
$plain$;

create function lh_engine_plain.trends_value_m1u676(v_source text, v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return (not (v_given0 is not distinct from v_source));
end
$plain$;

create function lh_engine_plain.js_write_ojxnp4(r_yzsdej[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_yzsdej;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_0lye6u(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_sosytl(r_7xv6i7) returns text language plpgsql immutable as $plain$
declare
  v_x r_7xv6i7 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"source":' || to_json(v_x."source")::text
    || ',"leads":' || js_write_number(v_x."leads")
    || ',"converted":' || js_write_number(v_x."converted")
    || ',"rate":' || js_write_number(v_x."rate")
    || ',"others_rate":' || js_write_number(v_x."others_rate")
    || ',"wrong_numbers":' || js_write_w5jkst(v_x."wrong_numbers")
    || ',"invalid_contacts":' || js_write_w5jkst(v_x."invalid_contacts")
    || ',"likely_cause":' || coalesce(to_json(v_x."likely_cause")::text, 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.compare_compare_rates(v_baseline r_qqdy2m, v_c r_52vjgg) returns r_52vjgg language plpgsql immutable as $plain$
declare
  v_test r_27m4mz;
  v_p float8;
begin
  v_test := compare_rate_test(row(v_c."baselineEffective", v_baseline."value")::r_uuo2ya, v_c."recent", v_c."dispersion");
  v_p := compare_finite_or_null(v_test."p");
  return row(v_baseline, v_c."baselineEffective", v_c."daysInBaseline", v_c."dispersion", v_p, v_c."recent", case when (v_p is not distinct from null) then null::float8 else compare_finite_or_null(v_test."statistic") end, v_c."successes")::r_52vjgg;
end
$plain$;

create function lh_engine_plain.causes_value_ko5bcu(v_source text, v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return (v_given0 is not distinct from v_source);
end
$plain$;

create function lh_engine_plain.causes_sum_of(v_rows r_1b67bz[], v_from float8, v_to float8, v_ofsource fn_tfnpgy) returns r_8ggmlq language plpgsql immutable as $plain$
declare
  v_kept r_1b67bz[];
  v_item r_1b67bz;
  v_total r_8ggmlq;
  v_item_2 r_1b67bz;
begin
  v_kept := '{}';
  foreach v_item in array v_rows loop
    if (((v_item."day" >= v_from and v_item."day" <> 'NaN'::float8) and (v_item."day" <= v_to and v_to <> 'NaN'::float8)) and (fn_tfnpgy_call(v_ofsource, v_item."source") is true)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_total := row('0'::float8, '0'::float8)::r_8ggmlq;
  foreach v_item_2 in array v_kept loop
    v_total := (row((v_total."n" + v_item_2."n"), (v_total."part" + js_min_of(array[v_item_2."part", v_item_2."n"])))::r_8ggmlq);
  end loop;
  return v_total;
end
$plain$;

create function lh_engine_plain.causes_value_byjnvo(v_source text, v_given0 text) returns boolean language plpgsql immutable as $plain$
begin
  return (not (v_given0 is not distinct from v_source));
end
$plain$;

create function lh_engine_plain.causes_is_worse(v_now r_8ggmlq, v_then r_8ggmlq) returns boolean language plpgsql immutable as $plain$
declare
  v_test r_p6d2tz;
begin
  v_test := proportions_z_test(row(v_then."part", v_then."n")::r_fgs8so, row(v_now."part", v_now."n")::r_fgs8so);
  return (((not (v_test is not distinct from null)) and (v_test."z" > '0'::float8 and v_test."z" <> 'NaN'::float8)) and ((v_test."p" / '2'::float8) < '0.01'::float8));
end
$plain$;

create function lh_engine_plain.causes_share_of(v_s r_8ggmlq) returns float8 language plpgsql immutable as $plain$
begin
  return (case when (v_s."n" = '0'::float8) then null::float8 else case when v_s."n" = 0 then js_divide(v_s."part", v_s."n") else v_s."part" / v_s."n" end end);
end
$plain$;

create function lh_engine_plain.causes_percent(v_share float8) returns text language plpgsql immutable as $plain$
begin
  return (case when (v_share is not distinct from null) then 'none'::text else words_share_text(v_share, '0'::float8) end);
end
$plain$;

create function lh_engine_plain.js_write_h163sx(r_lohhyz) returns text language plpgsql immutable as $plain$
declare
  v_x r_lohhyz := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"source":' || to_json(v_x."source")::text
    || ',"leads":' || js_write_number(v_x."leads")
    || ',"rate":' || js_write_number(v_x."rate")
    || ',"baseline":' || js_write_number(v_x."baseline")
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"wrong_numbers":' || js_write_w5jkst(v_x."wrong_numbers")
    || ',"invalid_contacts":' || js_write_w5jkst(v_x."invalid_contacts")
    || ',"likely_cause":' || coalesce(to_json(v_x."likely_cause")::text, 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.days_best_step(v_days r_qhnv12[], v_sign float8) returns r_hf44hv language plpgsql immutable as $plain$
declare
  v_list float8[];
  v_mapped float8[];
  v_item float8;
  v_means float8[];
  v_mapped_2 r_z702mx[];
  v_item_2 r_qhnv12;
  v_number float8;
  v_residuals r_z702mx[];
  v_total r_4pkixq;
  v_item_3 r_z702mx;
  v_total_2 r_4pkixq;
  v_after r_4pkixq;
  v_best r_hf44hv;
  v_item_4 r_z702mx;
  v_beforen float8;
  v_gap float8;
  v_gain float8;
  v_t float8;
begin
  v_list := array['0'::float8, '1'::float8, '2'::float8, '3'::float8, '4'::float8, '5'::float8, '6'::float8]::float8[];
  v_mapped := '{}';
  foreach v_item in array v_list loop
    v_mapped := array_append(v_mapped, (days_spread(days_sums_of(days_of_weekday(v_days, v_item))))."mean");
  end loop;
  v_means := v_mapped;
  v_mapped_2 := '{}';
  foreach v_item_2 in array v_days loop
    v_number := v_item_2."day";
    v_mapped_2 := array_append(v_mapped_2, (row(v_item_2."day", v_item_2."n", (v_item_2."sum" - (v_item_2."n" * (v_means[js_at(js_remainder(((js_remainder(v_number, '7'::float8)) + '7'::float8), '7'::float8))]))))::r_z702mx));
  end loop;
  v_residuals := v_mapped_2;
  v_total := row('0'::float8, '0'::float8)::r_4pkixq;
  foreach v_item_3 in array v_residuals loop
    v_total := (row((v_total."n" + v_item_3."n"), (v_total."rest" + v_item_3."rest"))::r_4pkixq);
  end loop;
  v_total_2 := v_total;
  v_after := row('0'::float8, '0'::float8)::r_4pkixq;
  v_best := null::r_hf44hv;
  <<v_at_loop>>
  foreach v_item_4 in array array(select (v_residuals)[i] from generate_subscripts(v_residuals, 1, true) as i) loop
    v_after := row((v_after."n" + v_item_4."n"), (v_after."rest" + v_item_4."rest"))::r_4pkixq;
    v_beforen := (v_total_2."n" - v_after."n");
    if (v_beforen <= '0'::float8) then
      exit v_at_loop;
    end if;
    v_gap := (case when v_after."n" = 0 then js_divide(v_after."rest", v_after."n") else v_after."rest" / v_after."n" end - case when v_beforen = 0 then js_divide((v_total_2."rest" - v_after."rest"), v_beforen) else (v_total_2."rest" - v_after."rest") / v_beforen end);
    v_gain := case when v_total_2."n" = 0 then js_divide((((v_gap * v_gap) * v_after."n") * v_beforen), v_total_2."n") else (((v_gap * v_gap) * v_after."n") * v_beforen) / v_total_2."n" end;
    v_t := (v_gap * (case when coalesce(v_sign <> 0 and v_sign <> 'NaN'::float8, false) then v_sign else v_gap end));
    if (((v_t > '0'::float8 and v_t <> 'NaN'::float8) and coalesce(abs(v_gain) < 'Infinity'::float8, false)) and ((v_best is not distinct from null) or (v_gain > v_best."gain" and v_gain <> 'NaN'::float8))) then
      v_best := row(v_item_4."day", v_gain, v_gap)::r_hf44hv;
    end if;
  end loop;
  return v_best;
end
$plain$;

create function lh_engine_plain.explain_value_y2dpq0(v_given0 text) returns text language plpgsql immutable as $plain$
begin
  return (' in '::text || v_given0 || ' leads'::text);
end
$plain$;

create function lh_engine_plain.js_write_c2cvcl(r_ii7y2m) returns text language plpgsql immutable as $plain$
declare
  v_x r_ii7y2m := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"type":' || to_json(v_x."type")::text
    || ',"metric":' || to_json(v_x."metric")::text
    || ',"trigger":' || to_json(v_x."trigger")::text
    || ',"value":' || js_write_number(v_x."value")
    || ',"n":' || js_write_number(v_x."n")
    || ',"unit":' || to_json(v_x."unit")::text
    || ',"from":' || to_json(v_x."from")::text
    || ',"to":' || to_json(v_x."to")::text
    || ',"segment":' || coalesce(to_json(v_x."segment")::text, 'null')
    || ',"threshold":' || coalesce(js_write_number(v_x."threshold"), 'null')
    || ',"target":' || js_write_number(v_x."target")
    || ',"past_by":' || coalesce(js_write_number(v_x."past_by"), 'null')
    || ',"twice_past":' || (v_x."twice_past")::text
    || ',"baseline":' || coalesce(js_write_fvjpcg(v_x."baseline"), 'null')
    || ',"relative_change":' || coalesce(js_write_number(v_x."relative_change"), 'null')
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"began_on":' || coalesce(to_json(v_x."began_on")::text, 'null')
    || coalesce(',"detail":' || js_write_json(v_x."detail"), '')
    || ',"explanation":' || to_json(v_x."explanation")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_hc4lqm(r_n4fcx3) returns text language plpgsql immutable as $plain$
declare
  v_x r_n4fcx3 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"reason":' || coalesce(to_json(v_x."reason")::text, 'null')
    || ',"n":' || js_write_number(v_x."n")
    || ',"contact_ids":' || js_write_o14f4p(v_x."contact_ids"), 2) || '}';
end
$plain$;

create function lh_engine_plain.gammaln_gammaln(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_isnegative boolean;
  v_nadj float8;
  v_flg float8;
  v_p3 float8;
  v_p2 float8;
  v_p1 float8;
  v_p float8;
  v_q float8;
  v_t float8;
  v_w float8;
  v_y float8;
  v_z float8;
  v_r float8;
  v_result float8;
  v_ar float8;
  v_r_2 float8;
  v_case float8;
  v_case_2 float8;
begin
  v_x_2 := v_x;
  v_isnegative := null;
  v_nadj := null;
  v_flg := null;
  v_p3 := null;
  v_p2 := null;
  v_p1 := null;
  v_p := null;
  v_q := null;
  v_t := null;
  v_w := null;
  v_y := null;
  v_z := null;
  v_r := null;
  if (js_is_nan(v_x_2) or js_is_infinite(v_x_2)) then
    return v_x_2;
  end if;
  if (v_x_2 = '0'::float8) then
    return 'Infinity'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_isnegative := true;
    v_x_2 := (- v_x_2);
  else
    v_isnegative := false;
  end if;
  if (v_x_2 < '1.3877787807814457e-17'::float8) then
    return (- ln_ln(v_x_2));
  end if;
  if v_isnegative then
    if (v_x_2 >= '4503599627370496'::float8 and v_x_2 <> 'NaN'::float8) then
      return 'Infinity'::float8;
    end if;
    <<v_at_end>>
    begin
      v_ar := null;
      v_r_2 := null;
      if js_is_nan(v_x_2) then
        v_result := 'NaN'::float8;
        exit v_at_end;
      end if;
      if js_is_infinite(v_x_2) then
        v_result := 'NaN'::float8;
        exit v_at_end;
      end if;
      v_r_2 := js_remainder(v_x_2, '2'::float8);
      v_ar := abs(v_r_2);
      if ((v_ar is not distinct from '0'::float8) or (v_ar is not distinct from '1'::float8)) then
        v_result := js_copy_sign('0'::float8, v_r_2);
        exit v_at_end;
      end if;
      if (v_ar < '0.25'::float8) then
        v_result := sin_sin(('3.141592653589793'::float8 * v_r_2));
        exit v_at_end;
      end if;
      if (v_ar < '0.75'::float8) then
        v_ar := ('0.5'::float8 - v_ar);
        v_result := js_copy_sign(cos_cos(('3.141592653589793'::float8 * v_ar)), v_r_2);
        exit v_at_end;
      end if;
      if (v_ar < '1.25'::float8) then
        v_r_2 := (js_copy_sign('1'::float8, v_r_2) - v_r_2);
        v_result := sin_sin(('3.141592653589793'::float8 * v_r_2));
        exit v_at_end;
      end if;
      if (v_ar < '1.75'::float8) then
        v_ar := (v_ar - '1.5'::float8);
        v_result := (- js_copy_sign(cos_cos(('3.141592653589793'::float8 * v_ar)), v_r_2));
        exit v_at_end;
      end if;
      v_r_2 := (v_r_2 - js_copy_sign('2'::float8, v_r_2));
      v_result := sin_sin(('3.141592653589793'::float8 * v_r_2));
      exit v_at_end;
    end v_at_end;
    v_t := v_result;
    if (v_t = '0'::float8) then
      return 'Infinity'::float8;
    end if;
    v_nadj := ln_ln(js_divide('3.141592653589793'::float8, abs((v_t * v_x_2))));
  end if;
  if ((v_x_2 = '1'::float8) or (v_x_2 = '2'::float8)) then
    return '0'::float8;
  end if;
  if (v_x_2 < '2'::float8) then
    if (v_x_2 <= '0.9'::float8) then
      v_r := (- ln_ln(v_x_2));
      if (v_x_2 >= '0.7316321449683623'::float8 and v_x_2 <> 'NaN'::float8) then
        v_y := ('1'::float8 - v_x_2);
        v_flg := '0'::float8;
      else
        if (v_x_2 >= '0.19163214496836223'::float8 and v_x_2 <> 'NaN'::float8) then
          v_y := (v_x_2 - '0.46163214496836225'::float8);
          v_flg := '1'::float8;
        else
          v_y := v_x_2;
          v_flg := '2'::float8;
        end if;
      end if;
    else
      v_r := '0'::float8;
      if (v_x_2 >= '1.7316321449683623'::float8 and v_x_2 <> 'NaN'::float8) then
        v_y := ('2'::float8 - v_x_2);
        v_flg := '0'::float8;
      else
        if (v_x_2 >= '1.1916321449683622'::float8 and v_x_2 <> 'NaN'::float8) then
          v_y := (v_x_2 - '1.4616321449683622'::float8);
          v_flg := '1'::float8;
        else
          v_y := (v_x_2 - '1'::float8);
          v_flg := '2'::float8;
        end if;
      end if;
    end if;
    v_case := v_flg;
    <<v_at_switch>>
    begin
      case v_case
        when '0'::float8 then
          v_z := (v_y * v_y);
          v_p1 := ('0.07721566490153287'::float8 + (v_z * ('0.06735230105312927'::float8 + (v_z * ('0.007385550860814029'::float8 + (v_z * ('0.0011927076318336207'::float8 + (v_z * ('0.00022086279071390839'::float8 + (v_z * '0.000025214456545125733'::float8))))))))));
          v_p2 := (v_z * ('0.3224670334241136'::float8 + (v_z * ('0.020580808432516733'::float8 + (v_z * ('0.0028905138367341563'::float8 + (v_z * ('0.0005100697921535113'::float8 + (v_z * ('0.00010801156724758394'::float8 + (v_z * '0.000044864094961891516'::float8)))))))))));
          v_p := ((v_y * v_p1) + v_p2);
          v_r := (v_r + (v_p - ('0.5'::float8 * v_y)));
          exit v_at_switch;
        when '1'::float8 then
          v_z := (v_y * v_y);
          v_w := (v_z * v_y);
          v_p1 := ('0.48383612272381005'::float8 + (v_w * ('-0.032788541075985965'::float8 + (v_w * ('0.006100538702462913'::float8 + (v_w * ('-0.0014034646998923284'::float8 + (v_w * '0.00031563207090362595'::float8))))))));
          v_p2 := ('-0.1475877229945939'::float8 + (v_w * ('0.01797067508118204'::float8 + (v_w * ('-0.0036845201678113826'::float8 + (v_w * ('0.000881081882437654'::float8 + (v_w * '-0.00031275416837512086'::float8))))))));
          v_p3 := ('0.06462494023913339'::float8 + (v_w * ('-0.010314224129834144'::float8 + (v_w * ('0.0022596478090061247'::float8 + (v_w * ('-0.0005385953053567405'::float8 + (v_w * '0.0003355291926355191'::float8))))))));
          v_p := ((v_z * v_p1) - ('-3.638676997039505e-18'::float8 - (v_w * (v_p2 + (v_y * v_p3)))));
          v_r := (v_r + ('-0.12148629053584961'::float8 + v_p));
          exit v_at_switch;
        when '2'::float8 then
          v_p1 := (v_y * ('-0.07721566490153287'::float8 + (v_y * ('0.6328270640250934'::float8 + (v_y * ('1.4549225013723477'::float8 + (v_y * ('0.9777175279633727'::float8 + (v_y * ('0.22896372806469245'::float8 + (v_y * '0.013381091853678766'::float8)))))))))));
          v_p2 := ('1'::float8 + (v_y * ('2.4559779371304113'::float8 + (v_y * ('2.128489763798934'::float8 + (v_y * ('0.7692851504566728'::float8 + (v_y * ('0.10422264559336913'::float8 + (v_y * '0.003217092422824239'::float8))))))))));
          v_r := (v_r + (('-0.5'::float8 * v_y) + (case when v_p2 = 0 then js_divide(v_p1, v_p2) else v_p1 / v_p2 end)));
          exit v_at_switch;
        else
          null;
      end case;
    end v_at_switch;
  else
    if (v_x_2 < '8'::float8) then
      v_flg := trunc(v_x_2);
      v_y := (v_x_2 - v_flg);
      v_p := (v_y * ('-0.07721566490153287'::float8 + (v_y * ('0.21498241596060885'::float8 + (v_y * ('0.325778796408931'::float8 + (v_y * ('0.14635047265246445'::float8 + (v_y * ('0.02664227030336386'::float8 + (v_y * ('0.0018402845140733772'::float8 + (v_y * '0.00003194753265841009'::float8)))))))))))));
      v_q := ('1'::float8 + (v_y * ('1.3920053346762105'::float8 + (v_y * ('0.7219355475671381'::float8 + (v_y * ('0.17193386563280308'::float8 + (v_y * ('0.01864591917156529'::float8 + (v_y * ('0.0007779424963818936'::float8 + (v_y * '0.000007326684307446256'::float8))))))))))));
      v_r := (('0.5'::float8 * v_y) + (case when v_q = 0 then js_divide(v_p, v_q) else v_p / v_q end));
      v_z := '1'::float8;
      v_case_2 := v_flg;
      <<v_at_switch_2>>
      begin
        case v_case_2
          when '7'::float8 then
            v_z := (v_z * (v_y + '6'::float8));
          when '6'::float8 then
            v_z := (v_z * (v_y + '5'::float8));
          when '5'::float8 then
            v_z := (v_z * (v_y + '4'::float8));
          when '4'::float8 then
            v_z := (v_z * (v_y + '3'::float8));
          when '3'::float8 then
            v_z := (v_z * (v_y + '2'::float8));
            v_r := (v_r + ln_ln(v_z));
          else
            null;
        end case;
      end v_at_switch_2;
    else
      if (v_x_2 < '72057594037927940'::float8) then
        v_t := ln_ln(v_x_2);
        v_z := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
        v_y := (v_z * v_z);
        v_w := ('0.4189385332046727'::float8 + (v_z * ('0.08333333333333297'::float8 + (v_y * ('-0.0027777777772877554'::float8 + (v_y * ('0.0007936505586430196'::float8 + (v_y * ('-0.00059518755745034'::float8 + (v_y * ('0.0008363399189962821'::float8 + (v_y * '-0.0016309293409657527'::float8))))))))))));
        v_r := (((v_x_2 - '0.5'::float8) * (v_t - '1'::float8)) + v_w);
      else
        v_r := (v_x_2 * (ln_ln(v_x_2) - '1'::float8));
      end if;
    end if;
  end if;
  if v_isnegative then
    v_r := (v_nadj - v_r);
  end if;
  return v_r;
end
$plain$;

create function lh_engine_plain.gamma_delta_ratio_gamma_delta_ratio_lanczos_gamma_(v_z float8, v_delta float8) returns float8 language plpgsql immutable as $plain$
declare
  v_delta_2 float8;
  v_result float8;
  v_ratio float8;
  v_zgh float8;
  v_t float8;
begin
  v_delta_2 := v_delta;
  v_result := null;
  v_ratio := null;
  v_zgh := null;
  if (v_z < '2.220446049250313e-16'::float8) then
    if (v_delta_2 >= '170'::float8 and v_delta_2 <> 'NaN'::float8) then
      v_ratio := gamma_delta_ratio_gamma_delta_ratio_lanczos_gamma_(v_delta_2, ('170'::float8 - v_delta_2));
      v_ratio := (v_ratio * v_z);
      v_ratio := (v_ratio * '4.269068009004705e+304'::float8);
      return case when v_ratio = 0 then js_divide('1'::float8, v_ratio) else '1'::float8 / v_ratio end;
    end if;
    return js_divide('1'::float8, (v_z * gamma_gamma((v_z + v_delta_2))));
  end if;
  v_zgh := ((v_z + '10.900511'::float8) - '0.5'::float8);
  v_t := (v_z + v_delta_2);
  if (v_t = v_z and v_t is distinct from 'NaN'::float8) then
    if (abs(case when v_zgh = 0 then js_divide(v_delta_2, v_zgh) else v_delta_2 / v_zgh end) < '2.220446049250313e-16'::float8) then
      v_result := exp_exp((- v_delta_2));
    else
      v_result := '1'::float8;
    end if;
  else
    if (abs(v_delta_2) < '10'::float8) then
      v_result := exp_exp((('0.5'::float8 - v_z) * log1p_log1p(case when v_zgh = 0 then js_divide(v_delta_2, v_zgh) else v_delta_2 / v_zgh end)));
    else
      v_result := pow_pow(js_divide(v_zgh, (v_zgh + v_delta_2)), (v_z - '0.5'::float8));
    end if;
    v_result := (v_result * js_divide(gamma_lanczos_sum_rational_pq_evalrational(v_z), gamma_lanczos_sum_rational_pq_evalrational((v_z + v_delta_2))));
  end if;
  v_result := (v_result * pow_pow(js_divide('2.718281828459045'::float8, (v_zgh + v_delta_2)), v_delta_2));
  return v_result;
end
$plain$;

create function lh_engine_plain.gammainc_upper_gamma_fraction_upper_gamma_fraction(v_a float8, v_z float8) returns float8 language plpgsql immutable as $plain$
declare
  v_zn float8;
  v_kn float8;
  v_an float8;
  v_bn float8;
  v_a0 float8;
  v_fn float8;
  v_cn float8;
  v_dn float8;
  v_delta float8;
  v_left float8;
  v_t float8;
begin
  v_zn := ((v_z - v_a) + '1'::float8);
  v_kn := '0'::float8;
  v_an := '0'::float8;
  v_bn := '0'::float8;
  v_kn := (v_kn + '1'::float8);
  v_zn := (v_zn + '2'::float8);
  v_an := (v_kn * (v_a - v_kn));
  v_bn := v_zn;
  v_a0 := v_an;
  v_fn := v_bn;
  if (v_fn = '0'::float8) then
    v_fn := '1.1754943508222875e-38'::float8;
  end if;
  v_cn := v_fn;
  v_dn := '0'::float8;
  v_delta := '0'::float8;
  v_left := '1000000'::float8;
  <<v_at_loop>>
  loop
    v_kn := (v_kn + '1'::float8);
    v_zn := (v_zn + '2'::float8);
    v_an := (v_kn * (v_a - v_kn));
    v_bn := v_zn;
    v_dn := (v_bn + (v_an * v_dn));
    if (v_dn = '0'::float8) then
      v_dn := '1.1754943508222875e-38'::float8;
    end if;
    v_cn := (v_bn + (case when v_cn = 0 then js_divide(v_an, v_cn) else v_an / v_cn end));
    if (v_cn = '0'::float8) then
      v_cn := '1.1754943508222875e-38'::float8;
    end if;
    v_dn := case when v_dn = 0 then js_divide('1'::float8, v_dn) else '1'::float8 / v_dn end;
    v_delta := (v_cn * v_dn);
    v_fn := (v_fn * v_delta);
    v_left := (v_left - '1'::float8);
    v_t := abs((v_delta - '1'::float8));
    exit v_at_loop when not ((v_t > '2.220446049250313e-16'::float8 and v_t <> 'NaN'::float8) and (v_left > '0'::float8 and v_left <> 'NaN'::float8));
  end loop v_at_loop;
  return js_divide('1'::float8, (((v_z - v_a) + '1'::float8) + (case when v_fn = 0 then js_divide(v_a0, v_fn) else v_a0 / v_fn end)));
end
$plain$;

create function lh_engine_plain.gammainc_lower_gamma_series_lower_gamma_series(v_a float8, v_z float8, v_initialvalue float8) returns float8 language plpgsql immutable as $plain$
declare
  v_term float8;
  v_an float8;
  v_total float8;
  v_left float8;
  v_next float8;
  v_t float8;
begin
  v_term := '1'::float8;
  v_an := v_a;
  v_total := v_initialvalue;
  v_left := '1000000'::float8;
  v_next := '0'::float8;
  <<v_at_loop>>
  loop
    v_next := v_term;
    v_an := (v_an + '1'::float8);
    v_term := (v_term * case when v_an = 0 then js_divide(v_z, v_an) else v_z / v_an end);
    v_total := (v_total + v_next);
    v_left := (v_left - '1'::float8);
    v_t := abs(v_next);
    exit v_at_loop when not ((abs(('2.220446049250313e-16'::float8 * v_total)) < v_t and v_t <> 'NaN'::float8) and (v_left > '0'::float8 and v_left <> 'NaN'::float8));
  end loop v_at_loop;
  return v_total;
end
$plain$;

create function lh_engine_plain.gammainc_igamma_final_igamma_final(v_x float8, v_a float8, v_regularized boolean, v_upper boolean) returns float8 language plpgsql immutable as $plain$
declare
  v_a_2 float8;
  v_optimisedinvert boolean;
  v_evalmethod float8;
  v_ishalfint boolean;
  v_initvalue float8;
  v_usetemme boolean;
  v_issmalla boolean;
  v_result float8;
  v_invert boolean;
  v_isint boolean;
  v_sigma float8;
  v_res float8[];
  v_gam float8;
  v_fa float8;
  v_g float8;
  v_t float8;
  v_holds boolean;
  v_t_2 float8;
  v_case float8;
  v_z float8;
  v_result_2 float8;
  v_prefix float8;
  v_alz float8;
  v_t_3 float8;
  v_holds_2 boolean;
  v_either float8;
  v_t_4 float8;
  v_holds_3 boolean;
  v_t_5 float8;
  v_holds_4 boolean;
  v_z_2 float8;
  v_result_3 float8;
  v_prefix_2 float8;
  v_alz_2 float8;
  v_t_6 float8;
  v_holds_5 boolean;
  v_either_2 float8;
  v_z_3 float8;
  v_result_4 float8;
  v_prefix_3 float8;
  v_alz_3 float8;
  v_t_7 float8;
  v_holds_6 boolean;
  v_either_3 float8;
begin
  v_a_2 := v_a;
  v_optimisedinvert := null;
  v_evalmethod := null;
  v_ishalfint := null;
  v_initvalue := null;
  v_usetemme := null;
  v_issmalla := null;
  v_result := null;
  v_invert := null;
  v_isint := null;
  v_sigma := null;
  v_res := null;
  v_gam := null;
  v_fa := null;
  v_g := null;
  v_result := '0'::float8;
  v_invert := v_upper;
  v_holds := (v_a_2 < '30'::float8);
  if v_holds then
    v_t := (v_x + '1'::float8);
    v_holds := (v_a_2 <= v_t and v_t <> 'NaN'::float8);
  end if;
  v_issmalla := (v_holds and (v_x < '709.782712893384'::float8));
  if v_issmalla then
    v_fa := floor(v_a_2);
    v_isint := (v_fa is not distinct from v_a_2 and v_fa is distinct from 'NaN'::float8);
    v_ishalfint := case when v_isint then false else (abs((v_fa - v_a_2)) = '0.5'::float8) end;
  else
    v_isint := false;
    v_ishalfint := false;
  end if;
  if (v_isint and (v_x > '0.6'::float8 and v_x <> 'NaN'::float8)) then
    v_invert := (not v_invert);
    v_evalmethod := '0'::float8;
  else
    if (v_ishalfint and (v_x > '0.2'::float8 and v_x <> 'NaN'::float8)) then
      v_invert := (not v_invert);
      v_evalmethod := '1'::float8;
    else
      if ((v_x < '1.4901161193847656e-8'::float8) and (v_a_2 > '1'::float8 and v_a_2 <> 'NaN'::float8)) then
        v_evalmethod := '6'::float8;
      else
        if ((v_x > '1000'::float8 and v_x <> 'NaN'::float8) and ((v_a_2 < v_x and v_x <> 'NaN'::float8) or (case when v_x = 0 then js_divide(abs((v_a_2 - '50'::float8)), v_x) else abs((v_a_2 - '50'::float8)) / v_x end < '1'::float8))) then
          v_invert := (not v_invert);
          v_evalmethod := '7'::float8;
        else
          if (v_x < '0.5'::float8) then
            if (js_divide('-0.4'::float8, ln_ln(v_x)) < v_a_2 and v_a_2 <> 'NaN'::float8) then
              v_evalmethod := '2'::float8;
            else
              v_evalmethod := '3'::float8;
            end if;
          else
            if (v_x < '1.1'::float8) then
              if ((v_x * '0.75'::float8) < v_a_2 and v_a_2 <> 'NaN'::float8) then
                v_evalmethod := '2'::float8;
              else
                v_evalmethod := '3'::float8;
              end if;
            else
              v_usetemme := false;
              if (v_regularized and (v_a_2 > '20'::float8 and v_a_2 <> 'NaN'::float8)) then
                v_sigma := abs(case when v_a_2 = 0 then js_divide((v_x - v_a_2), v_a_2) else (v_x - v_a_2) / v_a_2 end);
                if (v_a_2 > '200'::float8 and v_a_2 <> 'NaN'::float8) then
                  v_t_2 := case when v_a_2 = 0 then js_divide('20'::float8, v_a_2) else '20'::float8 / v_a_2 end;
                  if (v_t_2 > (v_sigma * v_sigma) and v_t_2 <> 'NaN'::float8) then
                    v_usetemme := true;
                  end if;
                else
                  if (v_sigma < '0.4'::float8) then
                    v_usetemme := true;
                  end if;
                end if;
              end if;
              if v_usetemme then
                v_evalmethod := '5'::float8;
              else
                if ((v_x - (js_divide('1'::float8, ('3'::float8 * v_x)))) < v_a_2 and v_a_2 <> 'NaN'::float8) then
                  v_evalmethod := '2'::float8;
                else
                  v_evalmethod := '4'::float8;
                  v_invert := (not v_invert);
                end if;
              end if;
            end if;
          end if;
        end if;
      end if;
    end if;
  end if;
  v_case := v_evalmethod;
  <<v_at_switch>>
  begin
    case v_case
      when '0'::float8 then
        v_result := gammainc_finite_gamma_q_finite_gamma_q(v_a_2, v_x);
        if (v_regularized = false) then
          v_result := (v_result * gamma_gamma(v_a_2));
        end if;
        exit v_at_switch;
      when '1'::float8 then
        v_result := gammainc_finite_half_gamma_q_finite_half_gamma_q(v_a_2, v_x);
        if (v_regularized = false) then
          v_result := (v_result * gamma_gamma(v_a_2));
        end if;
        exit v_at_switch;
      when '2'::float8 then
        if v_regularized then
          v_either := gammainc_regularised_gamma_prefix_regularised_gamm(v_a_2, v_x);
        else
          v_z := v_x;
          v_prefix := null;
          v_alz := null;
          v_alz := (v_a_2 * ln_ln(v_z));
          if (v_z >= '1'::float8 and v_z <> 'NaN'::float8) then
            v_holds_2 := (v_alz < '709.782712893384'::float8);
            if v_holds_2 then
              v_t_3 := (- v_z);
              v_holds_2 := (v_t_3 > '-708.3964185322641'::float8 and v_t_3 <> 'NaN'::float8);
            end if;
            if v_holds_2 then
              v_prefix := (pow_pow(v_z, v_a_2) * exp_exp((- v_z)));
            else
              if (v_a_2 >= '1'::float8 and v_a_2 <> 'NaN'::float8) then
                v_prefix := pow_pow(js_divide(v_z, exp_exp(case when v_a_2 = 0 then js_divide(v_z, v_a_2) else v_z / v_a_2 end)), v_a_2);
              else
                v_prefix := exp_exp((v_alz - v_z));
              end if;
            end if;
          else
            if (v_alz > '-708.3964185322641'::float8 and v_alz <> 'NaN'::float8) then
              v_prefix := (pow_pow(v_z, v_a_2) * exp_exp((- v_z)));
            else
              if (case when v_a_2 = 0 then js_divide(v_z, v_a_2) else v_z / v_a_2 end < '709.782712893384'::float8) then
                v_prefix := pow_pow(js_divide(v_z, exp_exp(case when v_a_2 = 0 then js_divide(v_z, v_a_2) else v_z / v_a_2 end)), v_a_2);
              else
                v_prefix := exp_exp((v_alz - v_z));
              end if;
            end if;
          end if;
          v_result_2 := v_prefix;
          v_either := v_result_2;
        end if;
        v_result := v_either;
        if (not (v_result = '0'::float8)) then
          v_initvalue := '0'::float8;
          v_optimisedinvert := false;
          if v_invert then
            v_initvalue := case when v_regularized then '1'::float8 else gamma_gamma(v_a_2) end;
            v_holds_3 := (v_regularized or (v_result >= '1'::float8 and v_result <> 'NaN'::float8));
            if not v_holds_3 then
              v_t_4 := ('1.7976931348623157e+308'::float8 * v_result);
              v_holds_3 := (v_t_4 > v_initvalue and v_t_4 <> 'NaN'::float8);
            end if;
            if v_holds_3 then
              v_initvalue := case when v_result = 0 then js_divide(v_initvalue, v_result) else v_initvalue / v_result end;
              v_holds_4 := (v_regularized or (v_a_2 < '1'::float8));
              if not v_holds_4 then
                v_t_5 := case when v_a_2 = 0 then js_divide('1.7976931348623157e+308'::float8, v_a_2) else '1.7976931348623157e+308'::float8 / v_a_2 end;
                v_holds_4 := (v_t_5 > v_initvalue and v_t_5 <> 'NaN'::float8);
              end if;
              if v_holds_4 then
                v_initvalue := (v_initvalue * (- v_a_2));
                v_optimisedinvert := true;
              else
                v_initvalue := '0'::float8;
              end if;
            else
              v_initvalue := '0'::float8;
            end if;
          end if;
          v_result := (v_result * case when v_a_2 = 0 then js_divide(gammainc_lower_gamma_series_lower_gamma_series(v_a_2, v_x, v_initvalue), v_a_2) else gammainc_lower_gamma_series_lower_gamma_series(v_a_2, v_x, v_initvalue) / v_a_2 end);
          if v_optimisedinvert then
            v_invert := false;
            v_result := (- v_result);
          end if;
        end if;
        exit v_at_switch;
      when '3'::float8 then
        v_invert := (not v_invert);
        v_res := gammainc_tgamma_small_upper_part_tgamma_small_uppe(v_a_2, v_x, v_invert);
        v_result := v_res[1];
        v_g := v_res[2];
        v_invert := false;
        if v_regularized then
          v_result := case when v_g = 0 then js_divide(v_result, v_g) else v_result / v_g end;
        end if;
        exit v_at_switch;
      when '4'::float8 then
        if v_regularized then
          v_either_2 := gammainc_regularised_gamma_prefix_regularised_gamm(v_a_2, v_x);
        else
          v_z_2 := v_x;
          v_prefix_2 := null;
          v_alz_2 := null;
          v_alz_2 := (v_a_2 * ln_ln(v_z_2));
          if (v_z_2 >= '1'::float8 and v_z_2 <> 'NaN'::float8) then
            v_holds_5 := (v_alz_2 < '709.782712893384'::float8);
            if v_holds_5 then
              v_t_6 := (- v_z_2);
              v_holds_5 := (v_t_6 > '-708.3964185322641'::float8 and v_t_6 <> 'NaN'::float8);
            end if;
            if v_holds_5 then
              v_prefix_2 := (pow_pow(v_z_2, v_a_2) * exp_exp((- v_z_2)));
            else
              if (v_a_2 >= '1'::float8 and v_a_2 <> 'NaN'::float8) then
                v_prefix_2 := pow_pow(js_divide(v_z_2, exp_exp(case when v_a_2 = 0 then js_divide(v_z_2, v_a_2) else v_z_2 / v_a_2 end)), v_a_2);
              else
                v_prefix_2 := exp_exp((v_alz_2 - v_z_2));
              end if;
            end if;
          else
            if (v_alz_2 > '-708.3964185322641'::float8 and v_alz_2 <> 'NaN'::float8) then
              v_prefix_2 := (pow_pow(v_z_2, v_a_2) * exp_exp((- v_z_2)));
            else
              if (case when v_a_2 = 0 then js_divide(v_z_2, v_a_2) else v_z_2 / v_a_2 end < '709.782712893384'::float8) then
                v_prefix_2 := pow_pow(js_divide(v_z_2, exp_exp(case when v_a_2 = 0 then js_divide(v_z_2, v_a_2) else v_z_2 / v_a_2 end)), v_a_2);
              else
                v_prefix_2 := exp_exp((v_alz_2 - v_z_2));
              end if;
            end if;
          end if;
          v_result_3 := v_prefix_2;
          v_either_2 := v_result_3;
        end if;
        v_result := v_either_2;
        if (not (v_result = '0'::float8)) then
          v_result := (v_result * gammainc_upper_gamma_fraction_upper_gamma_fraction(v_a_2, v_x));
        end if;
        exit v_at_switch;
      when '5'::float8 then
        v_result := gammainc_igamma_temme_large_igamma_temme_large(v_a_2, v_x);
        if (v_x >= v_a_2 and v_x <> 'NaN'::float8) then
          v_invert := (not v_invert);
        end if;
        exit v_at_switch;
      when '6'::float8 then
        v_result := case when v_regularized then js_divide(pow_pow(v_x, v_a_2), gamma_gamma((v_a_2 + '1'::float8))) else case when v_a_2 = 0 then js_divide(pow_pow(v_x, v_a_2), v_a_2) else pow_pow(v_x, v_a_2) / v_a_2 end end;
        v_result := (v_result * ('1'::float8 - (js_divide((v_a_2 * v_x), (v_a_2 + '1'::float8)))));
        exit v_at_switch;
      when '7'::float8 then
        if v_regularized then
          v_either_3 := gammainc_regularised_gamma_prefix_regularised_gamm(v_a_2, v_x);
        else
          v_z_3 := v_x;
          v_prefix_3 := null;
          v_alz_3 := null;
          v_alz_3 := (v_a_2 * ln_ln(v_z_3));
          if (v_z_3 >= '1'::float8 and v_z_3 <> 'NaN'::float8) then
            v_holds_6 := (v_alz_3 < '709.782712893384'::float8);
            if v_holds_6 then
              v_t_7 := (- v_z_3);
              v_holds_6 := (v_t_7 > '-708.3964185322641'::float8 and v_t_7 <> 'NaN'::float8);
            end if;
            if v_holds_6 then
              v_prefix_3 := (pow_pow(v_z_3, v_a_2) * exp_exp((- v_z_3)));
            else
              if (v_a_2 >= '1'::float8 and v_a_2 <> 'NaN'::float8) then
                v_prefix_3 := pow_pow(js_divide(v_z_3, exp_exp(case when v_a_2 = 0 then js_divide(v_z_3, v_a_2) else v_z_3 / v_a_2 end)), v_a_2);
              else
                v_prefix_3 := exp_exp((v_alz_3 - v_z_3));
              end if;
            end if;
          else
            if (v_alz_3 > '-708.3964185322641'::float8 and v_alz_3 <> 'NaN'::float8) then
              v_prefix_3 := (pow_pow(v_z_3, v_a_2) * exp_exp((- v_z_3)));
            else
              if (case when v_a_2 = 0 then js_divide(v_z_3, v_a_2) else v_z_3 / v_a_2 end < '709.782712893384'::float8) then
                v_prefix_3 := pow_pow(js_divide(v_z_3, exp_exp(case when v_a_2 = 0 then js_divide(v_z_3, v_a_2) else v_z_3 / v_a_2 end)), v_a_2);
              else
                v_prefix_3 := exp_exp((v_alz_3 - v_z_3));
              end if;
            end if;
          end if;
          v_result_4 := v_prefix_3;
          v_either_3 := v_result_4;
        end if;
        v_result := v_either_3;
        v_result := case when v_x = 0 then js_divide(v_result, v_x) else v_result / v_x end;
        if (not (v_result = '0'::float8)) then
          v_result := (v_result * gammainc_tgamma_i_large_x_tgamma_ilarge_x(v_a_2, v_x));
        end if;
        exit v_at_switch;
      else
        null;
    end case;
  end v_at_switch;
  if (v_regularized and (v_result > '1'::float8 and v_result <> 'NaN'::float8)) then
    v_result := '1'::float8;
  end if;
  if v_invert then
    v_gam := case when v_regularized then '1'::float8 else gamma_gamma(v_a_2) end;
    v_result := (v_gam - v_result);
  end if;
  return v_result;
end
$plain$;

create function lh_engine_plain.sin_sin(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_ix float8;
  v_n float8;
  v_y float8;
  v_result float8;
  v_r float8;
  v_v float8;
  v_w float8;
  v_z float8;
  v_case float8;
begin
  v_ix := null;
  v_n := null;
  v_ix := js_high_word(v_x);
  v_ix := js_and(v_ix, '2147483647'::float8);
  if (v_ix <= '1072243195'::float8) then
    if (v_ix < '1045430272'::float8) then
      return v_x;
    end if;
    v_y := '0'::float8;
    <<v_at_end>>
    begin
      v_r := null;
      v_v := null;
      v_w := null;
      v_z := null;
      v_z := (v_x * v_x);
      v_w := (v_z * v_z);
      v_r := (('0.00833333333332249'::float8 + (v_z * ('-0.0001984126982985795'::float8 + (v_z * '0.0000027557313707070068'::float8)))) + ((v_z * v_w) * ('-2.5050760253406863e-8'::float8 + (v_z * '1.58969099521155e-10'::float8))));
      v_v := (v_z * v_x);
      if (v_y = '0'::float8) then
        v_result := (v_x + (v_v * ('-0.16666666666666632'::float8 + (v_z * v_r))));
        exit v_at_end;
      end if;
      v_result := (v_x - (((v_z * (('0.5'::float8 * v_y) - (v_v * v_r))) - v_y) - (v_v * '-0.16666666666666632'::float8)));
      exit v_at_end;
    end v_at_end;
    return v_result;
  end if;
  if (v_ix >= '2146435072'::float8 and v_ix <> 'NaN'::float8) then
    return 'NaN'::float8;
  end if;
  v_n := js_out_of_reach(v_x);
  v_case := js_and(v_n, '3'::float8);
  <<v_at_switch>>
  begin
    case v_case
      when '0'::float8 then
        return '0'::float8;
      when '1'::float8 then
        return '1'::float8;
      when '2'::float8 then
        return '-0'::float8;
      else
        return '-1'::float8;
    end case;
  end v_at_switch;
end
$plain$;

create function lh_engine_plain.gamma_rational_pq_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_ax float8;
  v_s1 float8;
  v_s2 float8;
begin
  v_x_2 := v_x;
  v_ax := null;
  v_s1 := null;
  v_s2 := null;
  if (v_x_2 = '0'::float8) then
    return '1'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('1'::float8 + (v_x_2 * ('0.4942148268014971'::float8 + (v_x_2 * ('0.20744822764843598'::float8 + (v_x_2 * ('0.04763678004571372'::float8 + (v_x_2 * ('0.010421379756176158'::float8 + (v_x_2 * ('0.0011913514700658638'::float8 + (v_x_2 * ('0.00016011952247675185'::float8 + (v_x_2 * '0'::float8))))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('0.0714304917030273'::float8 + (v_x_2 * ('-0.23459179571824335'::float8 + (v_x_2 * ('0.035823639860549865'::float8 + (v_x_2 * ('0.011813978522206043'::float8 + (v_x_2 * ('-0.004456419138517973'::float8 + (v_x_2 * ('0.0005396055804933034'::float8 + (v_x_2 * '-0.000023158187332412014'::float8))))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('0'::float8 + (v_x_2 * ('0.00016011952247675185'::float8 + (v_x_2 * ('0.0011913514700658638'::float8 + (v_x_2 * ('0.010421379756176158'::float8 + (v_x_2 * ('0.04763678004571372'::float8 + (v_x_2 * ('0.20744822764843598'::float8 + (v_x_2 * ('0.4942148268014971'::float8 + (v_x_2 * '1'::float8))))))))))))));
    v_s2 := ('-0.000023158187332412014'::float8 + (v_x_2 * ('0.0005396055804933034'::float8 + (v_x_2 * ('-0.004456419138517973'::float8 + (v_x_2 * ('0.011813978522206043'::float8 + (v_x_2 * ('0.035823639860549865'::float8 + (v_x_2 * ('-0.23459179571824335'::float8 + (v_x_2 * ('0.0714304917030273'::float8 + (v_x_2 * '1'::float8))))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.quadrature_symmetric_grid(v_reach float8, v_panelwidth float8) returns r_x7azxx language plpgsql immutable as $plain$
declare
  v_reach_2 float8;
  v_t float8;
  v_panels float8;
  v_half float8;
  v_nodes float8[];
  v_weights float8[];
  v_panel float8;
  v_centre float8;
  v_i float8;
begin
  v_reach_2 := v_reach;
  v_t := ceil(case when v_panelwidth = 0 then js_divide(('2'::float8 * v_reach_2), v_panelwidth) else ('2'::float8 * v_reach_2) / v_panelwidth end);
  v_panels := greatest('1'::float8, v_t);
  v_half := case when v_panels = 0 then js_divide(v_reach_2, v_panels) else v_reach_2 / v_panels end;
  v_nodes := array_fill(0::float8, array[trunc((v_panels * '16'::float8))::int]);
  v_weights := array_fill(0::float8, array[trunc((v_panels * '16'::float8))::int]);
  v_panel := '0'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_panel < v_panels and v_panels <> 'NaN'::float8);
    v_centre := ((- v_reach_2) + ((('2'::float8 * v_panel) + '1'::float8) * v_half));
    v_i := '0'::float8;
    <<v_at_loop_2>>
    loop
      exit v_at_loop_2 when not (v_i < '16'::float8);
      v_nodes[(((v_panel * '16'::float8) + v_i))::int + 1] := (v_centre + (v_half * (js_constant_q02jwc())[(v_i)::int + 1]));
      v_weights[(((v_panel * '16'::float8) + v_i))::int + 1] := (v_half * (js_constant_xwdgwc())[(v_i)::int + 1]);
      v_i := (v_i + '1'::float8);
    end loop v_at_loop_2;
    v_panel := (v_panel + '1'::float8);
  end loop v_at_loop;
  return row(v_nodes, v_weights)::r_x7azxx;
end
$plain$;

create function lh_engine_plain.boundaries_first_node_from(v_nodes float8[], v_value float8) returns float8 language plpgsql immutable as $plain$
declare
  v_low float8;
  v_high float8;
  v_middle float8;
begin
  v_low := '0'::float8;
  v_high := cardinality(v_nodes)::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_low < v_high and v_high <> 'NaN'::float8);
    v_middle := js_shift_right((v_low + v_high), '1'::float8);
    if ((v_nodes[(v_middle)::int + 1]) < v_value and v_value <> 'NaN'::float8) then
      v_low := (v_middle + '1'::float8);
    else
      v_high := v_middle;
    end if;
  end loop v_at_loop;
  return v_low;
end
$plain$;

create function lh_engine_plain.boundaries_exceedance(v_from r_sf59bu, v_level float8, v_step r_9tus05) returns float8[] language plpgsql immutable as $plain$
declare
  v_deviation float8;
  v_masses float8[];
  v_whole r_yxag5o;
  v_nodes float8[];
  v_tail float8;
  v_density float8;
  v_variance float8;
  v_end float8;
  v_i float8;
  v_x float8;
  v_mass float8;
begin
  v_deviation := case when v_step."variance" < 0 then 'NaN'::float8 else sqrt(v_step."variance") end;
  v_masses := v_from."mass";
  v_whole := v_from."grid";
  v_nodes := v_whole."nodes";
  v_tail := '0'::float8;
  v_density := '0'::float8;
  v_variance := v_step."variance";
  v_end := v_step."end";
  v_i := boundaries_first_node_from(v_nodes, ((v_level - (abs(v_level) * (case when v_end = 0 then js_divide(v_variance, v_end) else v_variance / v_end end))) - ('9'::float8 * case when v_variance < 0 then 'NaN'::float8 else sqrt(v_variance) end)));
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_i < cardinality(v_nodes)::float8);
    v_x := case when v_deviation = 0 then js_divide((v_level - (v_nodes[js_at(v_i)])), v_deviation) else (v_level - (v_nodes[js_at(v_i)])) / v_deviation end;
    v_mass := v_masses[js_at(v_i)];
    v_tail := (v_tail + (v_mass * ('0.5'::float8 * erfc_erfc((v_x * '0.7071067811865476'::float8)))));
    v_density := (v_density + (v_mass * exp_exp((((- v_x) * v_x) / '2'::float8))));
    v_i := (v_i + '1'::float8);
  end loop v_at_loop;
  return array[v_tail, js_divide(v_density, (v_deviation * '2.5066282746310002'::float8))]::float8[];
end
$plain$;

create function lh_engine_plain.testing_read_aw1jph(p_value json, p_path text) returns float8[] language plpgsql immutable as $plain$
declare
  v_list float8[];
  v_item json;
  v_index int4;
  v_number float8;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    if not coalesce(json_typeof(v_item) = 'number', false) then
      perform js_refuse_input((p_path || '[' || v_index || ']'), 'expected a finite number', v_item);
    end if;
    v_number := js_number(v_item);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input((p_path || '[' || v_index || ']'), 'expected a finite number', v_item);
    end if;
    v_list := array_append(v_list, v_number);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.testing_read_aw1jph_2(p_value json, p_path text) returns float8[] language plpgsql immutable as $plain$
declare
  v_list float8[];
  v_item json;
  v_index int4;
  v_number float8;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    if not coalesce(json_typeof(v_item) = 'number', false) then
      perform js_refuse_input((p_path || '[' || v_index || ']'), 'expected a finite number', v_item);
    end if;
    v_number := js_number(v_item);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input((p_path || '[' || v_index || ']'), 'expected a finite number', v_item);
    end if;
    v_list := array_append(v_list, v_number);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.sequential_same_counts(v_past r_ql8lxl, v_look r_tmprk5) returns boolean language plpgsql immutable as $plain$
begin
  return ((((v_past."control_leads" = (v_look."control")."leads" and v_past."control_leads" is distinct from 'NaN'::float8) and (v_past."control_conversions" = (v_look."control")."conversions" and v_past."control_conversions" is distinct from 'NaN'::float8)) and (v_past."treatment_leads" = (v_look."treatment")."leads" and v_past."treatment_leads" is distinct from 'NaN'::float8)) and (v_past."treatment_conversions" = (v_look."treatment")."conversions" and v_past."treatment_conversions" is distinct from 'NaN'::float8));
end
$plain$;

create function lh_engine_plain.sequential_information_of_past(v_past r_ql8lxl) returns float8 language plpgsql immutable as $plain$
declare
  v_planned float8;
begin
  v_planned := v_past."planned_leads_per_group";
  if ((not (v_past."information" is not distinct from null)) or (v_planned is not distinct from null)) then
    return v_past."information";
  end if;
  return sequential_information_of(v_past."control_leads", v_past."treatment_leads", v_planned);
end
$plain$;

create function lh_engine_plain.boundaries_compute_last(v_fractions float8[], v_confidencelevel float8, v_standing r_1aycr1) returns r_1zuwe9 language plpgsql immutable as $plain$
declare
  v_alpha float8;
  v_known r_1aycr1;
  v_passed r_jscmts;
  v_k float8;
  v_last r_jscmts;
begin
  v_alpha := decimal_complement(v_confidencelevel);
  v_known := case when ((not (v_standing is not distinct from null)) and boundaries_is_before(row(v_standing."confidence_level", v_standing."fractions")::r_hcmurf, v_fractions, v_confidencelevel)) then v_standing else null::r_1aycr1 end;
  v_passed := case when (v_known is not distinct from null) then null::r_jscmts else boundaries_passed_at(v_known, v_alpha) end;
  v_k := case when (v_known is not distinct from null) then '0'::float8 else cardinality(v_known."fractions")::float8 end;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_k < cardinality(v_fractions)::float8);
    v_passed := boundaries_pass_look(v_passed, boundaries_step_to(v_fractions, v_k), v_alpha);
    v_k := (v_k + '1'::float8);
  end loop v_at_loop;
  v_last := v_passed;
  return row(boundaries_look_of(row(v_last."level", v_last."spent", v_last."step")::r_qcbzkp), row(v_confidencelevel, v_fractions, v_last."level", boundaries_upper_half((v_last."surviving")."mass"), v_last."reach")::r_1aycr1)::r_1zuwe9;
end
$plain$;

create function lh_engine_plain.js_write_mt5gzz(r_37pd4w) returns text language plpgsql immutable as $plain$
declare
  v_x r_37pd4w := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"column":' || to_json(v_x."column")::text
    || ',"value":' || to_json(v_x."value")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_852twl(r_ql8lxl) returns text language plpgsql immutable as $plain$
declare
  v_x r_ql8lxl := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"information":' || coalesce(js_write_number(v_x."information"), 'null')
    || case when v_x."planned_leads_per_group?" then ',"planned_leads_per_group":' || coalesce(js_write_number(v_x."planned_leads_per_group"), 'null') else '' end
    || ',"control_leads":' || js_write_number(v_x."control_leads")
    || ',"control_conversions":' || js_write_number(v_x."control_conversions")
    || ',"treatment_leads":' || js_write_number(v_x."treatment_leads")
    || ',"treatment_conversions":' || js_write_number(v_x."treatment_conversions")
    || coalesce(',"counts_alike":' || (v_x."counts_alike")::text, ''), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_yqcrxe(r_jcw13b) returns text language plpgsql immutable as $plain$
declare
  v_x r_jcw13b := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"group":' || coalesce(to_json(v_x."group")::text, 'null')
    || ',"source":' || coalesce(to_json(v_x."source")::text, 'null')
    || ',"leads":' || js_write_number(v_x."leads")
    || ',"conversions":' || js_write_number(v_x."conversions")
    || ',"dead":' || js_write_number(v_x."dead")
    || ',"response_n":' || js_write_number(v_x."response_n")
    || ',"response_mean_hours":' || coalesce(js_write_number(v_x."response_mean_hours"), 'null')
    || ',"response_variance":' || coalesce(js_write_number(v_x."response_variance"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.record_read_0c2py1(p_value json, p_path text) returns r_37pd4w language plpgsql immutable as $plain$
declare
  v_raw r_eg6ne2;
  v_part json;
  v_string text;
  v_part_2 json;
  v_string_2 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_eg6ne2, p_value);
  end if;
  v_part := coalesce(v_raw."column", p_value -> 'column');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'column'), 'expected "column"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'column'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."value", p_value -> 'value');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'value'), 'expected "value"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'value'), 'expected string', v_part_2);
  end if;
  v_string_2 := (v_part_2 #>> '{}');
  return row(v_string, v_string_2)::r_37pd4w;
end
$plain$;

create function lh_engine_plain.record_read_tndui3(p_value json, p_path text) returns r_ql8lxl language plpgsql immutable as $plain$
declare
  v_raw r_jz6so2;
  v_part json;
  v_optional float8;
  v_number float8;
  v_part_2 json;
  v_optional_2 float8;
  v_optional_3 float8;
  v_number_2 float8;
  v_part_3 json;
  v_number_3 float8;
  v_part_4 json;
  v_number_4 float8;
  v_part_5 json;
  v_number_5 float8;
  v_part_6 json;
  v_number_6 float8;
  v_part_7 json;
  v_optional_4 boolean;
  v_boolean boolean;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_jz6so2, p_value);
  end if;
  v_part := coalesce(v_raw."information", p_value -> 'information');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'information'), 'expected "information"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'information'), 'expected a finite number', v_part);
    end if;
    v_number := js_number(v_part);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'information'), 'expected a finite number', v_part);
    end if;
    v_optional := v_number;
  end if;
  v_part_2 := coalesce(v_raw."planned_leads_per_group", p_value -> 'planned_leads_per_group');
  if coalesce(v_part_2 is null, false) then
    v_optional_2 := null;
  else
    if coalesce(json_typeof(v_part_2) = 'null', false) then
      v_optional_3 := null;
    else
      if not coalesce(json_typeof(v_part_2) = 'number', false) then
        perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer ≥ 0', v_part_2);
      end if;
      v_number_2 := js_number(v_part_2);
      if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
        perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer up to 9007199254740991', v_part_2);
      end if;
      if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
        perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer ≥ 0', v_part_2);
      end if;
      v_optional_3 := v_number_2;
    end if;
    v_optional_2 := v_optional_3;
  end if;
  v_part_3 := coalesce(v_raw."control_leads", p_value -> 'control_leads');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected "control_leads"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."control_conversions", p_value -> 'control_conversions');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected "control_conversions"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_4 := js_number(v_part_4);
  if not coalesce((v_number_4 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_4) <= 9007199254740991 and floor(v_number_4) = v_number_4), false) and (v_number_4 >= '0'::float8 and v_number_4 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."treatment_leads", p_value -> 'treatment_leads');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected "treatment_leads"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_number_5 := js_number(v_part_5);
  if not coalesce((v_number_5 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer up to 9007199254740991', v_part_5);
  end if;
  if not coalesce((coalesce((abs(v_number_5) <= 9007199254740991 and floor(v_number_5) = v_number_5), false) and (v_number_5 >= '0'::float8 and v_number_5 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_part_6 := coalesce(v_raw."treatment_conversions", p_value -> 'treatment_conversions');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected "treatment_conversions"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_number_6 := js_number(v_part_6);
  if not coalesce((v_number_6 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected an integer up to 9007199254740991', v_part_6);
  end if;
  if not coalesce((coalesce((abs(v_number_6) <= 9007199254740991 and floor(v_number_6) = v_number_6), false) and (v_number_6 >= '0'::float8 and v_number_6 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_part_7 := coalesce(v_raw."counts_alike", p_value -> 'counts_alike');
  if coalesce(v_part_7 is null, false) then
    v_optional_4 := null;
  else
    if not coalesce(json_typeof(v_part_7) = 'boolean', false) then
      perform js_refuse_input(js_path(p_path, 'counts_alike'), 'expected boolean', v_part_7);
    end if;
    v_boolean := (v_part_7 #>> '{}')::boolean;
    v_optional_4 := v_boolean;
  end if;
  return row(v_number_4, v_number_3, v_optional_4, v_optional, v_optional_2, (v_part_2 is not null), v_number_6, v_number_5)::r_ql8lxl;
end
$plain$;

create function lh_engine_plain.record_read_vlwzb6(p_value json, p_path text) returns r_jcw13b language plpgsql immutable as $plain$
declare
  v_raw r_e7gn9e;
  v_part json;
  v_optional text;
  v_string text;
  v_part_2 json;
  v_optional_2 text;
  v_string_2 text;
  v_part_3 json;
  v_number float8;
  v_part_4 json;
  v_number_2 float8;
  v_part_5 json;
  v_number_3 float8;
  v_part_6 json;
  v_number_4 float8;
  v_part_7 json;
  v_optional_3 float8;
  v_number_5 float8;
  v_part_8 json;
  v_optional_4 float8;
  v_number_6 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_e7gn9e, p_value);
  end if;
  v_part := coalesce(v_raw."group", p_value -> 'group');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'group'), 'expected "group"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'group'), 'expected string', v_part);
    end if;
    v_string := (v_part #>> '{}');
    v_optional := v_string;
  end if;
  v_part_2 := coalesce(v_raw."source", p_value -> 'source');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'source'), 'expected "source"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'source'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional_2 := v_string_2;
  end if;
  v_part_3 := coalesce(v_raw."leads", p_value -> 'leads');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected "leads"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number := js_number(v_part_3);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."conversions", p_value -> 'conversions');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected "conversions"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_2 := js_number(v_part_4);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."dead", p_value -> 'dead');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'dead'), 'expected "dead"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'dead'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_number_3 := js_number(v_part_5);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'dead'), 'expected an integer up to 9007199254740991', v_part_5);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'dead'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_part_6 := coalesce(v_raw."response_n", p_value -> 'response_n');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'response_n'), 'expected "response_n"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'response_n'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_number_4 := js_number(v_part_6);
  if not coalesce((v_number_4 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'response_n'), 'expected an integer up to 9007199254740991', v_part_6);
  end if;
  if not coalesce((coalesce((abs(v_number_4) <= 9007199254740991 and floor(v_number_4) = v_number_4), false) and (v_number_4 >= '0'::float8 and v_number_4 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'response_n'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_part_7 := coalesce(v_raw."response_mean_hours", p_value -> 'response_mean_hours');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'response_mean_hours'), 'expected "response_mean_hours"', null);
  end if;
  if coalesce(json_typeof(v_part_7) = 'null', false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_7) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'response_mean_hours'), 'expected a finite number', v_part_7);
    end if;
    v_number_5 := js_number(v_part_7);
    if not coalesce(coalesce(abs(v_number_5) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'response_mean_hours'), 'expected a finite number', v_part_7);
    end if;
    v_optional_3 := v_number_5;
  end if;
  v_part_8 := coalesce(v_raw."response_variance", p_value -> 'response_variance');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'response_variance'), 'expected "response_variance"', null);
  end if;
  if coalesce(json_typeof(v_part_8) = 'null', false) then
    v_optional_4 := null;
  else
    if not coalesce(json_typeof(v_part_8) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'response_variance'), 'expected a finite number', v_part_8);
    end if;
    v_number_6 := js_number(v_part_8);
    if not coalesce(coalesce(abs(v_number_6) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'response_variance'), 'expected a finite number', v_part_8);
    end if;
    v_optional_4 := v_number_6;
  end if;
  return row(v_number_2, v_number_3, v_optional, v_number, v_optional_3, v_number_4, v_optional_4, v_optional_2)::r_jcw13b;
end
$plain$;

create function lh_engine_plain.lift_compare_exactly(v_control r_fgs8so, v_treatment r_fgs8so, v_thresholdpct float8) returns float8 language plpgsql immutable as $plain$
declare
  v_whole r_nwmwjc;
  v_digits numeric;
  v_scale float8;
  v_untreated numeric;
  v_treated numeric;
  v_gap numeric;
begin
  v_whole := decimal_to_decimal(v_thresholdpct);
  v_digits := v_whole."digits";
  v_scale := v_whole."scale";
  v_untreated := (js_bigint(v_control."conversions") * js_bigint(v_treatment."leads"));
  v_treated := (js_bigint(v_treatment."conversions") * js_bigint(v_control."leads"));
  v_gap := ((('100'::numeric * js_power_of_bigint('10'::numeric, js_bigint(v_scale))) * (v_treated - v_untreated)) - (v_digits * v_untreated));
  return case when (v_gap > '0'::numeric) then '1'::float8 else case when (v_gap < '0'::numeric) then '-1'::float8 else '0'::float8 end end;
end
$plain$;

create function lh_engine_plain.boschloo_limit_between(v_share float8, v_inside float8, v_outside float8, v_largest float8) returns float8 language plpgsql immutable as $plain$
declare
  v_whole float8[];
  v_near float8;
  v_far float8;
  v_step float8;
  v_middle float8;
begin
  v_whole := array[v_inside, v_outside]::float8[];
  v_near := v_whole[1];
  v_far := v_whole[2];
  v_step := '0'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_step < '60'::float8);
    v_middle := ((v_near + v_far) / '2'::float8);
    if (boschloo_divergence(v_share, v_middle) <= v_largest and v_largest <> 'NaN'::float8) then
      v_near := v_middle;
    else
      v_far := v_middle;
    end if;
    v_step := (v_step + '1'::float8);
  end loop v_at_loop;
  return v_far;
end
$plain$;

create function lh_engine_plain.boschloo_log_choices(v_n float8, v_most float8) returns float8[] language plpgsql immutable as $plain$
declare
  v_logs float8[];
  v_k float8;
begin
  v_logs := array['0'::float8]::float8[];
  v_k := '1'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_k <= v_most and v_most <> 'NaN'::float8);
    v_logs := array_append(v_logs, case when (v_k > v_n and v_k <> 'NaN'::float8) then '-Infinity'::float8 else ((v_logs[((v_k - '1'::float8))::int + 1]) + ln_ln(case when v_k = 0 then js_divide(((v_n - v_k) + '1'::float8), v_k) else ((v_n - v_k) + '1'::float8) / v_k end)) end);
    v_k := (v_k + '1'::float8);
  end loop v_at_loop;
  return v_logs;
end
$plain$;

create function lh_engine_plain.boschloo_chance_of(v_s r_i888aw, v_from float8[], v_rate float8) returns float8 language plpgsql immutable as $plain$
declare
  v_below float8[];
  v_above float8[];
  v_tail float8;
  v_next float8;
  v_sum float8;
  v_a float8;
begin
  v_below := boschloo_binomial(v_s."lower", v_s."lowerLogs", v_rate);
  v_above := boschloo_binomial(v_s."upper", v_s."upperLogs", v_rate);
  v_tail := '0'::float8;
  v_next := cardinality(v_above)::float8;
  v_sum := '0'::float8;
  v_a := (cardinality(v_from)::float8 - '1'::float8);
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_a >= '0'::float8 and v_a <> 'NaN'::float8);
    <<v_at_loop_2>>
    loop
      exit v_at_loop_2 when not (v_next > (v_from[(v_a)::int + 1]) and v_next <> 'NaN'::float8);
      v_tail := (v_tail + v_above[((v_next - '1'::float8))::int + 1]);
      v_next := (v_next - '1'::float8);
    end loop v_at_loop_2;
    v_sum := (v_sum + ((v_below[(v_a)::int + 1]) * v_tail));
    v_a := (v_a - '1'::float8);
  end loop v_at_loop;
  return v_sum;
end
$plain$;

create function lh_engine_plain.history_read_vxim5l(p_value json, p_path text) returns r_l58o6k language plpgsql immutable as $plain$
declare
  v_raw r_l22q9e;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_optional float8;
  v_number_3 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_l22q9e, p_value);
  end if;
  v_part := coalesce(v_raw."leads", p_value -> 'leads');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected "leads"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."conversions", p_value -> 'conversions');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected "conversions"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'conversions'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."rate", p_value -> 'rate');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'rate'), 'expected "rate"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'rate'), 'expected a finite number', v_part_3);
    end if;
    v_number_3 := js_number(v_part_3);
    if not coalesce(coalesce(abs(v_number_3) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'rate'), 'expected a finite number', v_part_3);
    end if;
    v_optional := v_number_3;
  end if;
  return row(v_number_2, v_number, v_optional)::r_l58o6k;
end
$plain$;

create function lh_engine_plain.history_read_9hbb7r(p_value json, p_path text) returns r_0bp78e language plpgsql immutable as $plain$
declare
  v_raw r_cjn38z;
  v_part json;
  v_optional float8;
  v_number float8;
  v_part_2 json;
  v_optional_2 float8;
  v_number_2 float8;
  v_part_3 json;
  v_optional_3 float8;
  v_number_3 float8;
  v_part_4 json;
  v_optional_4 float8;
  v_number_4 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_cjn38z, p_value);
  end if;
  v_part := coalesce(v_raw."lift_pct", p_value -> 'lift_pct');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'lift_pct'), 'expected "lift_pct"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'lift_pct'), 'expected a finite number', v_part);
    end if;
    v_number := js_number(v_part);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'lift_pct'), 'expected a finite number', v_part);
    end if;
    v_optional := v_number;
  end if;
  v_part_2 := coalesce(v_raw."lift_low_pct", p_value -> 'lift_low_pct');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'lift_low_pct'), 'expected "lift_low_pct"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'lift_low_pct'), 'expected a finite number', v_part_2);
    end if;
    v_number_2 := js_number(v_part_2);
    if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'lift_low_pct'), 'expected a finite number', v_part_2);
    end if;
    v_optional_2 := v_number_2;
  end if;
  v_part_3 := coalesce(v_raw."lift_high_pct", p_value -> 'lift_high_pct');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'lift_high_pct'), 'expected "lift_high_pct"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'lift_high_pct'), 'expected a finite number', v_part_3);
    end if;
    v_number_3 := js_number(v_part_3);
    if not coalesce(coalesce(abs(v_number_3) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'lift_high_pct'), 'expected a finite number', v_part_3);
    end if;
    v_optional_3 := v_number_3;
  end if;
  v_part_4 := coalesce(v_raw."information", p_value -> 'information');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'information'), 'expected "information"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional_4 := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'information'), 'expected a finite number', v_part_4);
    end if;
    v_number_4 := js_number(v_part_4);
    if not coalesce(coalesce(abs(v_number_4) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'information'), 'expected a finite number', v_part_4);
    end if;
    v_optional_4 := v_number_4;
  end if;
  return row(v_optional_4, v_optional_3, v_optional_2, v_optional)::r_0bp78e;
end
$plain$;

create function lh_engine_plain.history_read_smr4bb(p_value json, p_path text) returns r_8zkujp language plpgsql immutable as $plain$
declare
  v_raw r_h2tmmb;
  v_part json;
  v_string text;
  v_part_2 json;
  v_string_2 text;
  v_part_3 json;
  v_string_3 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_h2tmmb, p_value);
  end if;
  v_part := coalesce(v_raw."rule", p_value -> 'rule');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'rule'), 'expected "rule"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'rule'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."recommendation", p_value -> 'recommendation');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'recommendation'), 'expected "recommendation"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'recommendation'), 'expected string', v_part_2);
  end if;
  v_string_2 := (v_part_2 #>> '{}');
  v_part_3 := coalesce(v_raw."reason", p_value -> 'reason');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'reason'), 'expected "reason"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'reason'), 'expected string', v_part_3);
  end if;
  v_string_3 := (v_part_3 #>> '{}');
  return row(v_string_3, v_string_2, v_string)::r_8zkujp;
end
$plain$;

create function lh_engine_plain.history_read_q36hbr(p_value json, p_path text) returns r_cr4m71[] language plpgsql immutable as $plain$
declare
  v_list r_cr4m71[];
  v_item json;
  v_index int4;
  v_read r_cr4m71;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := history_read_3zqp1c(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.history_read_uv0s3s(p_value json, p_path text) returns text[] language plpgsql immutable as $plain$
declare
  v_list text[];
  v_item json;
  v_index int4;
  v_optional text;
  v_string text;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    if coalesce(json_typeof(v_item) = 'null', false) then
      v_optional := null;
    else
      if not coalesce(json_typeof(v_item) = 'string', false) then
        perform js_refuse_input((p_path || '[' || v_index || ']'), 'expected string', v_item);
      end if;
      v_string := (v_item #>> '{}');
      v_optional := v_string;
    end if;
    v_list := array_append(v_list, v_optional);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.history_read_1fxcmj(p_value json, p_path text) returns r_ynf1ir language plpgsql immutable as $plain$
declare
  v_raw r_pzssc7;
  v_part json;
  v_optional text;
  v_string text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_pzssc7, p_value);
  end if;
  v_part := coalesce(v_raw."note", p_value -> 'note');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'note'), 'expected "note"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'note'), 'expected string', v_part);
    end if;
    v_string := (v_part #>> '{}');
    v_optional := v_string;
  end if;
  return row(v_optional)::r_ynf1ir;
end
$plain$;

create function lh_engine_plain.js_constant_jscixs() returns map_ro126t language plpgsql immutable as $plain$
begin
  return row(array['paused'::text, 'awaiting_approval'::text, 'dry_run'::text]::text[], array['a pause was on'::text, 'it needed the approval of a person'::text, 'engine.dry_run was on'::text]::text[])::map_ro126t;
end
$plain$;

create function lh_engine_plain.contact_hours_of_cohort(v_document r_gkrjzh, v_options r_pwhogm) returns r_lay7kt language plpgsql immutable as $plain$
declare
  v_whole r_khw7rm;
  v_span r_7gkf0h;
  v_total fn_8xylpd;
  v_hours float8;
begin
  v_whole := inputs_mature_cohort(v_document, v_options, 'contact'::text);
  v_span := v_whole."span";
  v_total := v_whole."total";
  v_hours := js_divide(fn_8xylpd_call(v_total, 'hours_sum'::text), fn_8xylpd_call(v_total, 'hours_n'::text));
  return row(js_write_z3462f(row('mature leads'::text)::r_5nj9nh)::json, v_span."from", fn_8xylpd_call(v_total, 'hours_n'::text), v_span."to", case when (coalesce(abs(v_hours) < 'Infinity'::float8, false) and (v_hours >= '0'::float8 and v_hours <> 'NaN'::float8)) then v_hours else null::float8 end, 'contacted leads with a time'::text)::r_lay7kt;
end
$plain$;

create function lh_engine_plain.contact_hours_of_day(v_document r_mwzepo) returns r_lay7kt language plpgsql immutable as $plain$
declare
  v_whole r_7w4cyo;
  v_row r_e02ubt;
  v_span r_7gkf0h;
  v_inputs r_le63v5;
  v_contacted float8;
  v_lacking fn_sk7iim;
  v_hours float8;
begin
  v_whole := inputs_daily_row(v_document);
  v_row := v_whole."row";
  v_span := v_whole."span";
  v_inputs := v_whole."inputs";
  v_contacted := v_whole."contacted";
  v_lacking := v_whole."lacking";
  v_hours := v_row."avg_response_time_hours";
  return row(js_write_cf6g5h(v_inputs)::json, v_span."from", case when (v_hours is not distinct from null) then v_contacted else greatest('1'::float8, v_contacted) end, v_span."to", case when ((not (v_hours is not distinct from null)) and (v_hours >= '0'::float8 and v_hours <> 'NaN'::float8)) then v_hours else null::float8 end, fn_sk7iim_call(v_lacking, 'contacted leads with a time'::text))::r_lay7kt;
end
$plain$;

create function lh_engine_plain.contact_rate_of_cohort(v_document r_gkrjzh, v_options r_pwhogm) returns r_lay7kt language plpgsql immutable as $plain$
declare
  v_whole r_khw7rm;
  v_span r_7gkf0h;
  v_total fn_8xylpd;
begin
  v_whole := inputs_mature_cohort(v_document, v_options, 'contact'::text);
  v_span := v_whole."span";
  v_total := v_whole."total";
  return row(js_write_1qz7ls(row(fn_8xylpd_call(v_total, 'contacted'::text), 'mature leads'::text, fn_8xylpd_call(v_total, 'leads'::text))::r_jx88k1)::json, v_span."from", fn_8xylpd_call(v_total, 'leads'::text), v_span."to", metric_ratio(fn_8xylpd_call(v_total, 'contacted'::text), fn_8xylpd_call(v_total, 'leads'::text)), 'mature leads'::text)::r_lay7kt;
end
$plain$;

create function lh_engine_plain.contact_rate_of_day(v_document r_mwzepo) returns r_lay7kt language plpgsql immutable as $plain$
declare
  v_whole r_7w4cyo;
  v_row r_e02ubt;
  v_span r_7gkf0h;
  v_inputs r_le63v5;
  v_contacted float8;
  v_created float8;
  v_lacking fn_sk7iim;
begin
  v_whole := inputs_daily_row(v_document);
  v_row := v_whole."row";
  v_span := v_whole."span";
  v_inputs := v_whole."inputs";
  v_contacted := v_whole."contacted";
  v_created := v_whole."created";
  v_lacking := v_whole."lacking";
  return row(js_write_obmeb1(row(v_contacted, v_inputs."day", v_inputs."input", v_created)::r_7yxir5)::json, v_span."from", v_created, v_span."to", case when (v_row."contacted_count" is not distinct from null) then null::float8 else metric_ratio(v_row."contacted_count", v_created) end, fn_sk7iim_call(v_lacking, 'new leads'::text))::r_lay7kt;
end
$plain$;

create function lh_engine_plain.qualification_rate_of_cohort(v_document r_gkrjzh, v_options r_pwhogm) returns r_lay7kt language plpgsql immutable as $plain$
declare
  v_whole r_khw7rm;
  v_span r_7gkf0h;
  v_total fn_8xylpd;
begin
  v_whole := inputs_mature_cohort(v_document, v_options, 'qualification'::text);
  v_span := v_whole."span";
  v_total := v_whole."total";
  return row(js_write_ql8xng(row(fn_8xylpd_call(v_total, 'contacted'::text), 'mature leads'::text, fn_8xylpd_call(v_total, 'qualified'::text))::r_rzjl3x)::json, v_span."from", fn_8xylpd_call(v_total, 'contacted'::text), v_span."to", metric_ratio(fn_8xylpd_call(v_total, 'qualified'::text), fn_8xylpd_call(v_total, 'contacted'::text)), 'contacted mature leads'::text)::r_lay7kt;
end
$plain$;

create function lh_engine_plain.qualification_rate_of_day(v_document r_mwzepo) returns r_lay7kt language plpgsql immutable as $plain$
declare
  v_whole r_7w4cyo;
  v_row r_e02ubt;
  v_span r_7gkf0h;
  v_inputs r_le63v5;
  v_contacted float8;
  v_lacking fn_sk7iim;
begin
  v_whole := inputs_daily_row(v_document);
  v_row := v_whole."row";
  v_span := v_whole."span";
  v_inputs := v_whole."inputs";
  v_contacted := v_whole."contacted";
  v_lacking := v_whole."lacking";
  return row(js_write_hifc6p(row(v_contacted, v_inputs."day", v_inputs."input", inputs_usable(v_row."qualified_count"))::r_j3a8an)::json, v_span."from", v_contacted, v_span."to", case when (v_row."qualified_count" is not distinct from null) then null::float8 else metric_ratio(v_row."qualified_count", v_contacted) end, fn_sk7iim_call(v_lacking, 'contacted leads'::text))::r_lay7kt;
end
$plain$;

create function lh_engine_plain.js_write_69qm93(r_6nxlmy) returns text language plpgsql immutable as $plain$
declare
  v_x r_6nxlmy := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"waiting":' || js_write_number(v_x."waiting")
    || ',"contacted":' || js_write_number(v_x."contacted"), 2) || '}';
end
$plain$;

create function lh_engine_plain.metric_ratio(v_part float8, v_whole float8) returns float8 language plpgsql immutable as $plain$
declare
  v_share float8;
begin
  v_share := case when v_whole = 0 then js_divide(v_part, v_whole) else v_part / v_whole end;
  return case when ((coalesce(abs(v_share) < 'Infinity'::float8, false) and (v_share >= '0'::float8 and v_share <> 'NaN'::float8)) and (v_share <= '1'::float8)) then v_share else null::float8 end;
end
$plain$;

create function lh_engine_plain.validation_labelled_contacts(v_labelled float8, v_options r_pwhogm) returns float8 language plpgsql immutable as $plain$
declare
  v_t float8;
  v_either float8;
begin
  if v_options."matureCohorts" then
    v_either := (coalesce(v_labelled, '1'::float8));
  else
    v_t := coalesce(v_labelled, '1'::float8);
    v_either := greatest('1'::float8, v_t);
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.js_write_ig1i41(r_h7owpy) returns text language plpgsql immutable as $plain$
declare
  v_x r_h7owpy := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"input":' || to_json(v_x."input")::text
    || ',"age_days":' || coalesce(js_write_number(v_x."age_days"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.days_clean(v_cell r_qhnv12, v_kind text) returns r_qhnv12 language plpgsql immutable as $plain$
declare
  v_t float8;
  v_sum float8;
begin
  if (v_kind = 'mean'::text) then
    return v_cell;
  end if;
  v_t := js_max_of(array[v_cell."sum", '0'::float8]);
  v_sum := js_min_of(array[v_t, v_cell."n"]);
  return row(v_cell."day", v_cell."n", v_sum, v_sum)::r_qhnv12;
end
$plain$;

create function lh_engine_plain.days_of_weekday(v_cells r_qhnv12[], v_w float8) returns r_qhnv12[] language plpgsql immutable as $plain$
declare
  v_kept r_qhnv12[];
  v_item r_qhnv12;
  v_number float8;
  v_t float8;
begin
  v_kept := '{}';
  foreach v_item in array v_cells loop
    v_number := v_item."day";
    v_t := js_remainder(((js_remainder(v_number, '7'::float8)) + '7'::float8), '7'::float8);
    if (v_t = v_w and v_t is distinct from 'NaN'::float8) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  return v_kept;
end
$plain$;

create function lh_engine_plain.days_scatter(v_cells r_qhnv12[], v_variances float8[]) returns r_7wc8sf language plpgsql immutable as $plain$
declare
  v_chisquare float8;
  v_freedom float8;
  v_item float8;
  v_same r_qhnv12[];
  v_variance float8;
  v_whole r_qy5qfz;
  v_mean float8;
  v_item_2 r_qhnv12;
  v_base float8;
begin
  v_chisquare := '0'::float8;
  v_freedom := '0'::float8;
  <<v_at_loop>>
  foreach v_item in array array['0'::float8, '1'::float8, '2'::float8, '3'::float8, '4'::float8, '5'::float8, '6'::float8]::float8[] loop
    <<v_at_round>>
    begin
      v_same := days_of_weekday(v_cells, v_item);
      v_variance := v_variances[js_at(v_item)];
      if ((cardinality(v_same)::float8 < '2'::float8) or (v_variance = '0'::float8)) then
        exit v_at_round;
      end if;
      v_whole := days_spread(days_sums_of(v_same));
      v_mean := v_whole."mean";
      <<v_at_loop_2>>
      foreach v_item_2 in array v_same loop
        v_base := (case when v_item_2."n" = 0 then js_divide(v_item_2."sum", v_item_2."n") else v_item_2."sum" / v_item_2."n" end - v_mean);
        v_chisquare := (v_chisquare + case when v_variance = 0 then js_divide((v_item_2."n" * (v_base * v_base)), v_variance) else (v_item_2."n" * (v_base * v_base)) / v_variance end);
      end loop;
      v_freedom := (v_freedom + (cardinality(v_same)::float8 - '1'::float8));
    end v_at_round;
  end loop;
  return row(v_chisquare, v_freedom)::r_7wc8sf;
end
$plain$;

create function lh_engine_plain.compare_unbiased(v_variance float8, v_n float8) returns float8 language plpgsql immutable as $plain$
begin
  return (case when (v_n < '2'::float8) then '0'::float8 else js_divide((v_variance * v_n), (v_n - '1'::float8)) end);
end
$plain$;

create function lh_engine_plain.js_write_0lye6u(r_yzsdej) returns text language plpgsql immutable as $plain$
declare
  v_x r_yzsdej := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"source":' || to_json(v_x."source")::text
    || ',"value":' || js_write_number(v_x."value")
    || ',"n":' || js_write_number(v_x."n")
    || ',"baseline":' || js_write_number(v_x."baseline")
    || ',"relative_change":' || coalesce(js_write_number(v_x."relative_change"), 'null')
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_w5jkst(r_zx31qw) returns text language plpgsql immutable as $plain$
declare
  v_x r_zx31qw := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"share":' || coalesce(js_write_number(v_x."share"), 'null')
    || ',"share_before":' || coalesce(js_write_number(v_x."share_before"), 'null')
    || ',"share_of_others":' || coalesce(js_write_number(v_x."share_of_others"), 'null')
    || ',"n":' || js_write_number(v_x."n"), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_fvjpcg(r_lprgsc) returns text language plpgsql immutable as $plain$
declare
  v_x r_lprgsc := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"value":' || js_write_number(v_x."value")
    || ',"n":' || js_write_number(v_x."n")
    || ',"from":' || to_json(v_x."from")::text
    || ',"to":' || to_json(v_x."to")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.cos_cos(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_ix float8;
  v_n float8;
  v_y float8;
  v_result float8;
  v_hz float8;
  v_r float8;
  v_w float8;
  v_z float8;
  v_case float8;
begin
  v_ix := null;
  v_n := null;
  v_ix := js_high_word(v_x);
  v_ix := js_and(v_ix, '2147483647'::float8);
  if (v_ix <= '1072243195'::float8) then
    if (v_ix < '1044381696'::float8) then
      return '1'::float8;
    end if;
    v_y := '0'::float8;
    v_hz := null;
    v_r := null;
    v_w := null;
    v_z := null;
    v_z := (v_x * v_x);
    v_w := (v_z * v_z);
    v_r := (v_z * ('0.0416666666666666'::float8 + (v_z * ('-0.001388888888887411'::float8 + (v_z * '0.00002480158728947673'::float8)))));
    v_r := (v_r + ((v_w * v_w) * ('-2.7557314351390663e-7'::float8 + (v_z * ('2.087572321298175e-9'::float8 + (v_z * '-1.1359647557788195e-11'::float8))))));
    v_hz := ('0.5'::float8 * v_z);
    v_w := ('1'::float8 - v_hz);
    v_result := (v_w + ((('1'::float8 - v_w) - v_hz) + ((v_z * v_r) - (v_x * v_y))));
    return v_result;
  end if;
  if (v_ix >= '2146435072'::float8 and v_ix <> 'NaN'::float8) then
    return 'NaN'::float8;
  end if;
  v_n := js_out_of_reach(v_x);
  v_case := js_and(v_n, '3'::float8);
  <<v_at_switch>>
  begin
    case v_case
      when '0'::float8 then
        return '1'::float8;
      when '1'::float8 then
        return '-0'::float8;
      when '2'::float8 then
        return '-1'::float8;
      else
        return '0'::float8;
    end case;
  end v_at_switch;
end
$plain$;

create function lh_engine_plain.gamma_lanczos_sum_rational_pq_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_ax float8;
  v_s1 float8;
  v_s2 float8;
begin
  v_x_2 := v_x;
  v_ax := null;
  v_s1 := null;
  v_s2 := null;
  if (v_x_2 = '0'::float8) then
    return 'Infinity'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('38474670393.31777'::float8 + (v_x_2 * ('36857665043.51951'::float8 + (v_x_2 * ('15889202453.72942'::float8 + (v_x_2 * ('4059208354.298835'::float8 + (v_x_2 * ('680547661.1834733'::float8 + (v_x_2 * ('78239755.00312005'::float8 + (v_x_2 * ('6246580.776401795'::float8 + (v_x_2 * ('341986.3488721347'::float8 + (v_x_2 * ('12287.194511824551'::float8 + (v_x_2 * ('261.61404416416684'::float8 + (v_x_2 * '2.5066282746310007'::float8))))))))))))))))))));
    v_s2 := ('0'::float8 + (v_x_2 * ('362880'::float8 + (v_x_2 * ('1026576'::float8 + (v_x_2 * ('1172700'::float8 + (v_x_2 * ('723680'::float8 + (v_x_2 * ('269325'::float8 + (v_x_2 * ('63273'::float8 + (v_x_2 * ('9450'::float8 + (v_x_2 * ('870'::float8 + (v_x_2 * ('45'::float8 + (v_x_2 * '1'::float8))))))))))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('2.5066282746310007'::float8 + (v_x_2 * ('261.61404416416684'::float8 + (v_x_2 * ('12287.194511824551'::float8 + (v_x_2 * ('341986.3488721347'::float8 + (v_x_2 * ('6246580.776401795'::float8 + (v_x_2 * ('78239755.00312005'::float8 + (v_x_2 * ('680547661.1834733'::float8 + (v_x_2 * ('4059208354.298835'::float8 + (v_x_2 * ('15889202453.72942'::float8 + (v_x_2 * ('36857665043.51951'::float8 + (v_x_2 * '38474670393.31777'::float8))))))))))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('45'::float8 + (v_x_2 * ('870'::float8 + (v_x_2 * ('9450'::float8 + (v_x_2 * ('63273'::float8 + (v_x_2 * ('269325'::float8 + (v_x_2 * ('723680'::float8 + (v_x_2 * ('1172700'::float8 + (v_x_2 * ('1026576'::float8 + (v_x_2 * ('362880'::float8 + (v_x_2 * '0'::float8))))))))))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.gammainc_finite_gamma_q_finite_gamma_q(v_a float8, v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_term float8;
  v_sum float8;
  v_e float8;
  v_n float8;
begin
  v_x_2 := v_x;
  v_term := null;
  v_sum := null;
  v_e := null;
  v_n := null;
  v_e := exp_exp((- v_x_2));
  v_sum := v_e;
  if (not (v_sum = '0'::float8)) then
    v_term := v_sum;
    v_n := '1'::float8;
    <<v_at_loop>>
    loop
      exit v_at_loop when not (v_n < v_a and v_a <> 'NaN'::float8);
      v_term := case when v_n = 0 then js_divide(v_term, v_n) else v_term / v_n end;
      v_term := (v_term * v_x_2);
      v_sum := (v_sum + v_term);
      v_n := v_n + '1'::float8;
    end loop v_at_loop;
  end if;
  return v_sum;
end
$plain$;

create function lh_engine_plain.gammainc_finite_half_gamma_q_finite_half_gamma_q(v_a float8, v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_half float8;
  v_term float8;
  v_sum float8;
  v_e float8;
  v_n float8;
begin
  v_x_2 := v_x;
  v_half := null;
  v_term := null;
  v_sum := null;
  v_e := null;
  v_n := null;
  v_e := erfc_erfc(js_sqrt(v_x_2));
  if ((not (v_e = '0'::float8)) and (v_a > '1'::float8 and v_a <> 'NaN'::float8)) then
    v_term := js_divide(exp_exp((- v_x_2)), js_sqrt(('3.141592653589793'::float8 * v_x_2)));
    v_term := (v_term * v_x_2);
    v_half := '0.5'::float8;
    v_term := case when v_half = 0 then js_divide(v_term, v_half) else v_term / v_half end;
    v_sum := v_term;
    v_n := '2'::float8;
    <<v_at_loop>>
    loop
      exit v_at_loop when not (v_n < v_a and v_a <> 'NaN'::float8);
      v_term := js_divide(v_term, (v_n - v_half));
      v_term := (v_term * v_x_2);
      v_sum := (v_sum + v_term);
      v_n := v_n + '1'::float8;
    end loop v_at_loop;
    v_e := (v_e + v_sum);
  end if;
  return v_e;
end
$plain$;

create function lh_engine_plain.gammainc_regularised_gamma_prefix_regularised_gamm(v_a float8, v_z float8) returns float8 language plpgsql immutable as $plain$
declare
  v_z_2 float8;
  v_prefix float8;
  v_amza float8;
  v_agh float8;
  v_alz float8;
  v_amz float8;
  v_sq float8;
  v_d float8;
  v_result float8;
  v_t float8;
  v_holds boolean;
  v_result_2 float8;
  v_t_2 float8;
  v_holds_2 boolean;
  v_holds_3 boolean;
  v_result_3 float8;
  v_t_3 float8;
  v_holds_4 boolean;
  v_t_4 float8;
  v_result_4 float8;
  v_t_5 float8;
  v_holds_5 boolean;
  v_holds_6 boolean;
  v_result_5 float8;
  v_t_6 float8;
  v_holds_7 boolean;
  v_t_7 float8;
  v_result_6 float8;
  v_t_8 float8;
  v_holds_8 boolean;
  v_holds_9 boolean;
begin
  v_z_2 := v_z;
  v_prefix := null;
  v_amza := null;
  v_agh := null;
  v_alz := null;
  v_amz := null;
  v_sq := null;
  v_d := null;
  v_agh := ((v_a + '10.900511'::float8) - '0.5'::float8);
  v_d := case when v_agh = 0 then js_divide((((v_z_2 - v_a) - '10.900511'::float8) + '0.5'::float8), v_agh) else (((v_z_2 - v_a) - '10.900511'::float8) + '0.5'::float8) / v_agh end;
  if (v_a < '1'::float8) then
    if ((v_z_2 <= '-708.3964185322641'::float8) or (v_a < '5.562684646268003e-309'::float8)) then
      return exp_exp((((v_a * ln_ln(v_z_2)) - v_z_2) - gammaln_gammaln(v_a)));
    end if;
    return js_divide((pow_pow(v_z_2, v_a) * exp_exp((- v_z_2))), gamma_gamma(v_a));
  end if;
  if ((abs(((v_d * v_d) * v_a)) <= '100'::float8) and (v_a > '150'::float8 and v_a <> 'NaN'::float8)) then
    v_prefix := ((v_a * log1pmx_log1pmx(v_d)) + (case when v_agh = 0 then js_divide((v_z_2 * '-10.400511'::float8), v_agh) else (v_z_2 * '-10.400511'::float8) / v_agh end));
    v_prefix := exp_exp(v_prefix);
  else
    v_alz := (v_a * ln_ln(case when v_agh = 0 then js_divide(v_z_2, v_agh) else v_z_2 / v_agh end));
    v_amz := (v_a - v_z_2);
    <<v_at_end>>
    begin
      if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
        v_result := 'NaN'::float8;
        exit v_at_end;
      end if;
      if ((v_alz = '-Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = '-Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
        v_result := '-Infinity'::float8;
        exit v_at_end;
      end if;
      if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
        v_holds := (v_alz = '0'::float8);
        if v_holds then
          v_t := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
          v_holds := (v_t = '-Infinity'::float8 and v_t is distinct from 'NaN'::float8);
        end if;
        if v_holds then
          v_result := v_alz;
          exit v_at_end;
        end if;
        v_result := v_amz;
        exit v_at_end;
      end if;
      if (v_alz < v_amz and v_amz <> 'NaN'::float8) then
        v_result := v_alz;
        exit v_at_end;
      end if;
      v_result := v_amz;
      exit v_at_end;
    end v_at_end;
    v_holds_3 := (v_result <= '-708.3964185322641'::float8);
    if not v_holds_3 then
      <<v_at_end_2>>
      begin
        if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
          v_result_2 := 'NaN'::float8;
          exit v_at_end_2;
        end if;
        if ((v_alz = 'Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = 'Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
          v_result_2 := 'Infinity'::float8;
          exit v_at_end_2;
        end if;
        if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
          v_holds_2 := (v_alz = '0'::float8);
          if v_holds_2 then
            v_t_2 := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
            v_holds_2 := (v_t_2 = 'Infinity'::float8 and v_t_2 is distinct from 'NaN'::float8);
          end if;
          if v_holds_2 then
            v_result_2 := v_alz;
            exit v_at_end_2;
          end if;
          v_result_2 := v_amz;
          exit v_at_end_2;
        end if;
        if (v_alz > v_amz and v_alz <> 'NaN'::float8) then
          v_result_2 := v_alz;
          exit v_at_end_2;
        end if;
        v_result_2 := v_amz;
        exit v_at_end_2;
      end v_at_end_2;
      v_holds_3 := (v_result_2 >= '709.782712893384'::float8 and v_result_2 <> 'NaN'::float8);
    end if;
    if v_holds_3 then
      v_amza := case when v_a = 0 then js_divide(v_amz, v_a) else v_amz / v_a end;
      <<v_at_end_3>>
      begin
        if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
          v_result_3 := 'NaN'::float8;
          exit v_at_end_3;
        end if;
        if ((v_alz = '-Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = '-Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
          v_result_3 := '-Infinity'::float8;
          exit v_at_end_3;
        end if;
        if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
          v_holds_4 := (v_alz = '0'::float8);
          if v_holds_4 then
            v_t_3 := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
            v_holds_4 := (v_t_3 = '-Infinity'::float8 and v_t_3 is distinct from 'NaN'::float8);
          end if;
          if v_holds_4 then
            v_result_3 := v_alz;
            exit v_at_end_3;
          end if;
          v_result_3 := v_amz;
          exit v_at_end_3;
        end if;
        if (v_alz < v_amz and v_amz <> 'NaN'::float8) then
          v_result_3 := v_alz;
          exit v_at_end_3;
        end if;
        v_result_3 := v_amz;
        exit v_at_end_3;
      end v_at_end_3;
      v_t_4 := (v_result_3 / '2'::float8);
      v_holds_6 := (v_t_4 > '-708.3964185322641'::float8 and v_t_4 <> 'NaN'::float8);
      if v_holds_6 then
        <<v_at_end_4>>
        begin
          if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
            v_result_4 := 'NaN'::float8;
            exit v_at_end_4;
          end if;
          if ((v_alz = 'Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = 'Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
            v_result_4 := 'Infinity'::float8;
            exit v_at_end_4;
          end if;
          if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
            v_holds_5 := (v_alz = '0'::float8);
            if v_holds_5 then
              v_t_5 := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
              v_holds_5 := (v_t_5 = 'Infinity'::float8 and v_t_5 is distinct from 'NaN'::float8);
            end if;
            if v_holds_5 then
              v_result_4 := v_alz;
              exit v_at_end_4;
            end if;
            v_result_4 := v_amz;
            exit v_at_end_4;
          end if;
          if (v_alz > v_amz and v_alz <> 'NaN'::float8) then
            v_result_4 := v_alz;
            exit v_at_end_4;
          end if;
          v_result_4 := v_amz;
          exit v_at_end_4;
        end v_at_end_4;
        v_holds_6 := ((v_result_4 / '2'::float8) < '709.782712893384'::float8);
      end if;
      if v_holds_6 then
        v_sq := (pow_pow(case when v_agh = 0 then js_divide(v_z_2, v_agh) else v_z_2 / v_agh end, (v_a / '2'::float8)) * exp_exp((v_amz / '2'::float8)));
        v_prefix := (v_sq * v_sq);
      else
        <<v_at_end_5>>
        begin
          if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
            v_result_5 := 'NaN'::float8;
            exit v_at_end_5;
          end if;
          if ((v_alz = '-Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = '-Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
            v_result_5 := '-Infinity'::float8;
            exit v_at_end_5;
          end if;
          if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
            v_holds_7 := (v_alz = '0'::float8);
            if v_holds_7 then
              v_t_6 := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
              v_holds_7 := (v_t_6 = '-Infinity'::float8 and v_t_6 is distinct from 'NaN'::float8);
            end if;
            if v_holds_7 then
              v_result_5 := v_alz;
              exit v_at_end_5;
            end if;
            v_result_5 := v_amz;
            exit v_at_end_5;
          end if;
          if (v_alz < v_amz and v_amz <> 'NaN'::float8) then
            v_result_5 := v_alz;
            exit v_at_end_5;
          end if;
          v_result_5 := v_amz;
          exit v_at_end_5;
        end v_at_end_5;
        v_t_7 := (v_result_5 / '4'::float8);
        v_holds_9 := (v_t_7 > '-708.3964185322641'::float8 and v_t_7 <> 'NaN'::float8);
        if v_holds_9 then
          <<v_at_end_6>>
          begin
            if (js_is_nan(v_alz) or js_is_nan(v_amz)) then
              v_result_6 := 'NaN'::float8;
              exit v_at_end_6;
            end if;
            if ((v_alz = 'Infinity'::float8 and v_alz is distinct from 'NaN'::float8) or (v_amz = 'Infinity'::float8 and v_amz is distinct from 'NaN'::float8)) then
              v_result_6 := 'Infinity'::float8;
              exit v_at_end_6;
            end if;
            if ((v_alz = v_amz and v_alz is distinct from 'NaN'::float8) and (v_alz = '0'::float8)) then
              v_holds_8 := (v_alz = '0'::float8);
              if v_holds_8 then
                v_t_8 := case when v_alz = 0 then js_divide('1'::float8, v_alz) else '1'::float8 / v_alz end;
                v_holds_8 := (v_t_8 = 'Infinity'::float8 and v_t_8 is distinct from 'NaN'::float8);
              end if;
              if v_holds_8 then
                v_result_6 := v_alz;
                exit v_at_end_6;
              end if;
              v_result_6 := v_amz;
              exit v_at_end_6;
            end if;
            if (v_alz > v_amz and v_alz <> 'NaN'::float8) then
              v_result_6 := v_alz;
              exit v_at_end_6;
            end if;
            v_result_6 := v_amz;
            exit v_at_end_6;
          end v_at_end_6;
          v_holds_9 := ((v_result_6 / '4'::float8) < '709.782712893384'::float8);
        end if;
        if (v_holds_9 and (v_z_2 > v_a and v_z_2 <> 'NaN'::float8)) then
          v_sq := (pow_pow(case when v_agh = 0 then js_divide(v_z_2, v_agh) else v_z_2 / v_agh end, (v_a / '4'::float8)) * exp_exp((v_amz / '4'::float8)));
          v_prefix := (v_sq * v_sq);
          v_prefix := (v_prefix * v_prefix);
        else
          if ((v_amza > '-708.3964185322641'::float8 and v_amza <> 'NaN'::float8) and (v_amza < '709.782712893384'::float8)) then
            v_prefix := pow_pow(case when v_agh = 0 then js_divide((v_z_2 * exp_exp(v_amza)), v_agh) else (v_z_2 * exp_exp(v_amza)) / v_agh end, v_a);
          else
            v_prefix := exp_exp((v_alz + v_amz));
          end if;
        end if;
      end if;
    else
      v_prefix := (pow_pow(case when v_agh = 0 then js_divide(v_z_2, v_agh) else v_z_2 / v_agh end, v_a) * exp_exp(v_amz));
    end if;
  end if;
  v_prefix := (v_prefix * js_divide(js_sqrt((v_agh / '2.718281828459045'::float8)), gamma_lanczos_sum_expg_scaled_rational_pq_evalrati(v_a)));
  return v_prefix;
end
$plain$;

create function lh_engine_plain.gammainc_tgamma_small_upper_part_tgamma_small_uppe(v_a float8, v_x float8, v_invert boolean) returns float8[] language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_initialvalue float8;
  v_result float8;
  v_pgam float8;
  v_p float8;
  v_s float8;
  v_result_2 float8;
  v_term float8;
  v_xn float8;
  v_apn float8;
  v_nn float8;
  v_total float8;
  v_left float8;
  v_next float8;
  v_t float8;
begin
  v_x_2 := v_x;
  v_initialvalue := null;
  v_result := null;
  v_pgam := null;
  v_p := null;
  v_s := null;
  <<v_at_end>>
  begin
    if js_is_nan(v_a) then
      v_result_2 := 'NaN'::float8;
      exit v_at_end;
    end if;
    if (v_a < '0'::float8) then
      if (v_a < '-0.5'::float8) then
        v_result_2 := (gamma_gamma(('1'::float8 + v_a)) - '1'::float8);
        exit v_at_end;
      end if;
      v_result_2 := expm1_expm1(((- log1p_log1p(v_a)) + gamma1pm1_lgamma_small_imp_lgamma_small_imp((v_a + '2'::float8), (v_a + '1'::float8), v_a)));
      exit v_at_end;
    end if;
    if (v_a < '2'::float8) then
      v_result_2 := expm1_expm1(gamma1pm1_lgamma_small_imp_lgamma_small_imp((v_a + '1'::float8), v_a, (v_a - '1'::float8)));
      exit v_at_end;
    end if;
    v_result_2 := (gamma_gamma(('1'::float8 + v_a)) - '1'::float8);
    exit v_at_end;
  end v_at_end;
  v_result := v_result_2;
  v_pgam := case when v_a = 0 then js_divide((v_result + '1'::float8), v_a) else (v_result + '1'::float8) / v_a end;
  v_p := powm1_powm1(v_x_2, v_a);
  v_result := (v_result - v_p);
  v_result := case when v_a = 0 then js_divide(v_result, v_a) else v_result / v_a end;
  v_p := (v_p + '1'::float8);
  v_initialvalue := case when v_invert then v_pgam else '0'::float8 end;
  v_term := (- v_x_2);
  v_xn := (- v_x_2);
  v_apn := (v_a + '1'::float8);
  v_nn := '1'::float8;
  v_total := case when v_p = 0 then js_divide((v_initialvalue - v_result), v_p) else (v_initialvalue - v_result) / v_p end;
  v_left := '1000000'::float8;
  v_next := '0'::float8;
  <<v_at_loop>>
  loop
    v_next := case when v_apn = 0 then js_divide(v_term, v_apn) else v_term / v_apn end;
    v_term := (v_term * v_xn);
    v_nn := (v_nn + '1'::float8);
    v_term := case when v_nn = 0 then js_divide(v_term, v_nn) else v_term / v_nn end;
    v_apn := (v_apn + '1'::float8);
    v_total := (v_total + v_next);
    v_left := (v_left - '1'::float8);
    v_t := abs(v_next);
    exit v_at_loop when not ((abs(('2.220446049250313e-16'::float8 * v_total)) < v_t and v_t <> 'NaN'::float8) and (v_left > '0'::float8 and v_left <> 'NaN'::float8));
  end loop v_at_loop;
  v_result := ((- v_p) * v_total);
  if v_invert then
    v_result := (- v_result);
  end if;
  return array[v_result, v_pgam]::float8[];
end
$plain$;

create function lh_engine_plain.gammainc_igamma_temme_large_igamma_temme_large(v_a float8, v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_workspace float8[];
  v_result float8;
  v_sigma float8;
  v_phi float8;
  v_y float8;
  v_z float8;
begin
  v_workspace := array['0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8]::float8[];
  v_result := null;
  v_sigma := null;
  v_phi := null;
  v_y := null;
  v_z := null;
  v_sigma := case when v_a = 0 then js_divide((v_x - v_a), v_a) else (v_x - v_a) / v_a end;
  v_phi := (- log1pmx_log1pmx(v_sigma));
  v_y := (v_a * v_phi);
  v_z := js_sqrt(('2'::float8 * v_phi));
  if (v_x < v_a and v_a <> 'NaN'::float8) then
    v_z := (- v_z);
  end if;
  v_workspace[1] := ('-0.3333333333333333'::float8 + (v_z * ('0.08333333333333333'::float8 + (v_z * ('-0.014814814814814815'::float8 + (v_z * ('0.0011574074074074073'::float8 + (v_z * ('0.0003527336860670194'::float8 + (v_z * ('-0.0001787551440329218'::float8 + (v_z * ('0.00003919263178522438'::float8 + (v_z * ('-0.0000021854485106799924'::float8 + (v_z * ('-0.00000185406221071516'::float8 + (v_z * ('8.296711340953087e-7'::float8 + (v_z * ('-1.7665952736826078e-7'::float8 + (v_z * ('6.707853543401498e-9'::float8 + (v_z * ('1.0261809784240309e-8'::float8 + (v_z * ('-4.382036018453353e-9'::float8 + (v_z * '9.14769958223679e-10'::float8))))))))))))))))))))))))))));
  v_workspace[2] := ('-0.001851851851851852'::float8 + (v_z * ('-0.003472222222222222'::float8 + (v_z * ('0.0026455026455026454'::float8 + (v_z * ('-0.0009902263374485596'::float8 + (v_z * ('0.00020576131687242798'::float8 + (v_z * ('-4.018775720164609e-7'::float8 + (v_z * ('-0.000018098550334489977'::float8 + (v_z * ('0.00000764916091608111'::float8 + (v_z * ('-0.0000016120900894563446'::float8 + (v_z * ('4.647127802807434e-9'::float8 + (v_z * ('1.378633446915721e-7'::float8 + (v_z * ('-5.752545603517705e-8'::float8 + (v_z * '1.1951628599778148e-8'::float8))))))))))))))))))))))));
  v_workspace[3] := ('0.004133597883597883'::float8 + (v_z * ('-0.0026813271604938273'::float8 + (v_z * ('0.0007716049382716049'::float8 + (v_z * ('0.0000020093878600823047'::float8 + (v_z * ('-0.00010736653226365161'::float8 + (v_z * ('0.000052923448829120125'::float8 + (v_z * ('-0.000012760635188618728'::float8 + (v_z * ('3.423578734096138e-8'::float8 + (v_z * ('0.0000013721957309062932'::float8 + (v_z * ('-6.298992138380055e-7'::float8 + (v_z * '1.4280614206064242e-7'::float8))))))))))))))))))));
  v_workspace[4] := ('0.0006494341563786008'::float8 + (v_z * ('0.00022947209362139917'::float8 + (v_z * ('-0.0004691894943952557'::float8 + (v_z * ('0.00026772063206283885'::float8 + (v_z * ('-0.00007561801671883977'::float8 + (v_z * ('-2.396505113867297e-7'::float8 + (v_z * ('0.000011082654115347302'::float8 + (v_z * ('-0.0000056749528269915965'::float8 + (v_z * '0.0000014230900732435883'::float8))))))))))))))));
  v_workspace[5] := ('-0.0008618882909167117'::float8 + (v_z * ('0.0007840392217200666'::float8 + (v_z * ('-0.0002990724803031902'::float8 + (v_z * ('-0.0000014638452578843418'::float8 + (v_z * ('0.00006641498215465122'::float8 + (v_z * ('-0.00003968365047179435'::float8 + (v_z * '0.000011375726970678419'::float8))))))))))));
  v_workspace[6] := ('-0.00033679855336635813'::float8 + (v_z * ('-0.00006972813758365858'::float8 + (v_z * ('0.0002772753244959392'::float8 + (v_z * ('-0.00019932570516188847'::float8 + (v_z * ('0.00006797780477937208'::float8 + (v_z * ('1.419062920643967e-7'::float8 + (v_z * ('-0.000013594048189768693'::float8 + (v_z * ('0.000008018470256334202'::float8 + (v_z * '-0.000002291481176508095'::float8))))))))))))))));
  v_workspace[7] := ('0.0005313079364639922'::float8 + (v_z * ('-0.0005921664373536939'::float8 + (v_z * ('0.0002708782096718045'::float8 + (v_z * ('7.902353232660328e-7'::float8 + (v_z * ('-0.00008153969367561969'::float8 + (v_z * ('0.0000561168275310625'::float8 + (v_z * '-0.000018329116582843375'::float8))))))))))));
  v_workspace[8] := ('0.00034436760689237765'::float8 + (v_z * ('0.00005171790908260592'::float8 + (v_z * ('-0.00033493161081142234'::float8 + (v_z * ('0.0002812695154763237'::float8 + (v_z * '-0.00010976582244684731'::float8))))))));
  v_workspace[9] := ('-0.0006526239185953094'::float8 + (v_z * ('0.0008394987206720873'::float8 + (v_z * '-0.000438297098541721'::float8))));
  v_workspace[10] := '-0.0005967612901927463'::float8;
  v_result := math_base_tools_evalpoly_evalpoly(v_workspace, case when v_a = 0 then js_divide('1'::float8, v_a) else '1'::float8 / v_a end);
  v_result := (v_result * js_divide(exp_exp((- v_y)), js_sqrt(('6.283185307179586'::float8 * v_a))));
  if (v_x < v_a and v_a <> 'NaN'::float8) then
    v_result := (- v_result);
  end if;
  v_result := (v_result + (erfc_erfc(js_sqrt(v_y)) / '2'::float8));
  return v_result;
end
$plain$;

create function lh_engine_plain.gammainc_tgamma_i_large_x_tgamma_ilarge_x(v_a float8, v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_term float8;
  v_an float8;
  v_total float8;
  v_left float8;
  v_next float8;
  v_t float8;
begin
  v_term := '1'::float8;
  v_an := v_a;
  v_total := '0'::float8;
  v_left := '1000000'::float8;
  v_next := '0'::float8;
  <<v_at_loop>>
  loop
    v_next := v_term;
    v_term := (v_term * case when v_x = 0 then js_divide(v_an, v_x) else v_an / v_x end);
    v_an := (v_an - '1'::float8);
    v_total := (v_total + v_next);
    v_left := (v_left - '1'::float8);
    v_t := abs(v_next);
    exit v_at_loop when not ((abs(('2.220446049250313e-16'::float8 * v_total)) < v_t and v_t <> 'NaN'::float8) and (v_left > '0'::float8 and v_left <> 'NaN'::float8));
  end loop v_at_loop;
  return v_total;
end
$plain$;

create function lh_engine_plain.js_constant_q02jwc() returns float8[] language plpgsql immutable as $plain$
begin
  return array['-0.9894009349916499'::float8, '-0.9445750230732326'::float8, '-0.8656312023878318'::float8, '-0.755404408355003'::float8, '-0.6178762444026438'::float8, '-0.45801677765722737'::float8, '-0.2816035507792589'::float8, '-0.09501250983763744'::float8, '0.09501250983763744'::float8, '0.2816035507792589'::float8, '0.45801677765722737'::float8, '0.6178762444026438'::float8, '0.755404408355003'::float8, '0.8656312023878318'::float8, '0.9445750230732326'::float8, '0.9894009349916499'::float8]::float8[];
end
$plain$;

create function lh_engine_plain.js_constant_xwdgwc() returns float8[] language plpgsql immutable as $plain$
begin
  return array['0.027152459411754058'::float8, '0.062253523938647776'::float8, '0.0951585116824929'::float8, '0.12462897125553395'::float8, '0.14959598881657682'::float8, '0.16915651939500256'::float8, '0.1826034150449236'::float8, '0.18945061045506847'::float8, '0.18945061045506847'::float8, '0.1826034150449236'::float8, '0.16915651939500256'::float8, '0.14959598881657682'::float8, '0.12462897125553395'::float8, '0.0951585116824929'::float8, '0.062253523938647776'::float8, '0.027152459411754058'::float8]::float8[];
end
$plain$;

create function lh_engine_plain.boundaries_is_before(v_standing r_hcmurf, v_fractions float8[], v_confidencelevel float8) returns boolean language plpgsql immutable as $plain$
declare
  v_every boolean;
  v_item float8;
  v_index float8;
  v_holds boolean;
begin
  v_holds := (((v_standing."confidence_level" = v_confidencelevel and v_standing."confidence_level" is distinct from 'NaN'::float8) and (cardinality(v_standing."fractions")::float8 > '0'::float8)) and (cardinality(v_standing."fractions")::float8 <= cardinality(v_fractions)::float8));
  if v_holds then
    v_every := true;
    v_index := -1;
    foreach v_item in array v_standing."fractions" loop
      v_index := v_index + 1;
      if not (v_item is not distinct from v_fractions[(v_index)::int + 1] and v_item is distinct from 'NaN'::float8) then
        v_every := false;
        exit;
      end if;
    end loop;
    v_holds := v_every;
  end if;
  return v_holds;
end
$plain$;

create function lh_engine_plain.boundaries_passed_at(v_standing r_1aycr1, v_alpha float8) returns r_jscmts language plpgsql immutable as $plain$
declare
  v_last float8;
  v_step r_9tus05;
  v_surviving r_54feyv;
  v_reach float8;
  v_level float8;
  v_fraction float8;
  v_z float8;
begin
  v_last := (cardinality(v_standing."fractions")::float8 - '1'::float8);
  v_step := boundaries_step_to(v_standing."fractions", v_last);
  v_surviving := boundaries_surviving_at(v_standing, v_last, v_step);
  v_reach := v_standing."reach";
  v_level := v_standing."level";
  v_fraction := v_step."end";
  v_z := js_divide((- normal_normal_quantile((v_alpha / '4'::float8))), case when v_fraction < 0 then 'NaN'::float8 else sqrt(v_fraction) end);
  return row(v_level, v_reach, ('4'::float8 * ('0.5'::float8 * erfc_erfc((v_z * '0.7071067811865476'::float8)))), v_step, v_surviving)::r_jscmts;
end
$plain$;

create function lh_engine_plain.boundaries_upper_half(v_masses float8[]) returns float8[] language plpgsql immutable as $plain$
declare
  v_upper float8[];
  v_i float8;
begin
  v_upper := array[]::float8[];
  v_i := js_shift_right(cardinality(v_masses)::float8, '1'::float8);
  <<v_at_loop>>
  loop
    exit v_at_loop when not ((v_i < cardinality(v_masses)::float8) and (cardinality(v_masses)::float8 > '1'::float8));
    v_upper := array_append(v_upper, v_masses[(v_i)::int + 1]);
    v_i := (v_i + '1'::float8);
  end loop v_at_loop;
  return v_upper;
end
$plain$;

create function lh_engine_plain.boschloo_divergence(v_share float8, v_rate float8) returns float8 language plpgsql immutable as $plain$
begin
  return ((case when (v_share = '0'::float8) then '0'::float8 else (v_share * ln_ln(case when v_rate = 0 then js_divide(v_share, v_rate) else v_share / v_rate end)) end) + (case when (v_share = '1'::float8) then '0'::float8 else (('1'::float8 - v_share) * ln_ln(js_divide(('1'::float8 - v_share), ('1'::float8 - v_rate)))) end));
end
$plain$;

create function lh_engine_plain.boschloo_binomial(v_n float8, v_logs float8[], v_rate float8) returns float8[] language plpgsql immutable as $plain$
declare
  v_rate_2 float8;
  v_t float8;
  v_last float8;
  v_t_2 float8;
  v_mode float8;
  v_odds float8;
  v_top float8;
  v_falling float8[];
  v_k float8;
  v_all float8[];
  v_k_2 float8;
begin
  v_rate_2 := v_rate;
  v_t := (cardinality(v_logs)::float8 - '1'::float8);
  v_last := js_min_of(array[v_n, v_t]);
  v_t_2 := floor(((v_n + '1'::float8) * v_rate_2));
  v_mode := js_min_of(array[v_last, v_t_2]);
  v_odds := js_divide(v_rate_2, ('1'::float8 - v_rate_2));
  v_top := exp_exp((((v_logs[js_at(v_mode)]) + (v_mode * ln_ln(v_rate_2))) + ((v_n - v_mode) * log1p_log1p((- v_rate_2)))));
  v_falling := array[v_top]::float8[];
  v_k := v_mode;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_k > '0'::float8 and v_k <> 'NaN'::float8);
    v_falling := array_append(v_falling, js_divide(((v_falling[js_at((v_mode - v_k))]) * v_k), (((v_n - v_k) + '1'::float8) * v_odds)));
    v_k := (v_k - '1'::float8);
  end loop v_at_loop;
  v_all := array(select (v_falling)[i] from generate_subscripts(v_falling, 1, true) as i);
  v_k_2 := v_mode;
  <<v_at_loop_2>>
  loop
    exit v_at_loop_2 when not (v_k_2 < v_last and v_last <> 'NaN'::float8);
    v_all := array_append(v_all, js_divide((((v_all[js_at(v_k_2)]) * (v_n - v_k_2)) * v_odds), (v_k_2 + '1'::float8)));
    v_k_2 := (v_k_2 + '1'::float8);
  end loop v_at_loop_2;
  return v_all;
end
$plain$;

create function lh_engine_plain.history_read_3zqp1c(p_value json, p_path text) returns r_cr4m71 language plpgsql immutable as $plain$
declare
  v_raw r_gdrqi8;
  v_part json;
  v_string text;
  v_part_2 json;
  v_string_2 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_gdrqi8, p_value);
  end if;
  v_part := coalesce(v_raw."gate", p_value -> 'gate');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'gate'), 'expected "gate"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'gate'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."text", p_value -> 'text');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'text'), 'expected "text"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'text'), 'expected string', v_part_2);
  end if;
  v_string_2 := (v_part_2 #>> '{}');
  return row(v_string, v_string_2)::r_cr4m71;
end
$plain$;

create function lh_engine_plain.inputs_mature_cohort(v_document r_gkrjzh, v_options r_pwhogm, v_mature text) returns r_khw7rm language plpgsql immutable as $plain$
declare
  v_to float8;
  v_from float8;
  v_kept r_n47657[];
  v_item r_n47657;
  v_rows r_n47657[];
begin
  v_to := case v_mature when 'contact' then (v_document."mature")."contact" when 'qualification' then (v_document."mature")."qualification" when 'follow_up' then (v_document."mature")."follow_up" when 'feedback' then (v_document."mature")."feedback" end;
  v_from := ((v_to - fn_8xylpd_call(v_options."number", 'window_days'::text)) + '1'::float8);
  v_kept := '{}';
  foreach v_item in array v_document."leads" loop
    if ((v_item."day" >= v_from and v_item."day" <> 'NaN'::float8) and (v_item."day" <= v_to and v_to <> 'NaN'::float8)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_rows := v_kept;
  return row(row(js_slice(js_iso((v_from * '86400000'::float8)), '0'::float8, '10'::float8), js_slice(js_iso((v_to * '86400000'::float8)), '0'::float8, '10'::float8))::r_7gkf0h, fn_8xylpd_make_138233209(v_rows))::r_khw7rm;
end
$plain$;

create function lh_engine_plain.js_write_z3462f(r_5nj9nh) returns text language plpgsql immutable as $plain$
declare
  v_x r_5nj9nh := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"input":' || to_json(v_x."input")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.inputs_daily_row(v_document r_mwzepo) returns r_7w4cyo language plpgsql immutable as $plain$
declare
  v_number float8;
  v_on text;
  v_row r_e02ubt;
begin
  v_number := v_document."as_of";
  v_on := js_slice(js_iso((v_number * '86400000'::float8)), '0'::float8, '10'::float8);
  v_row := v_document."daily";
  return row(inputs_usable(v_row."contacted_count"), inputs_usable(v_row."new_leads_count"), row(v_on, 'lh_daily_metrics'::text)::r_le63v5, fn_sk7iim_make_202037341(v_row), v_row, row(v_on, v_on)::r_7gkf0h)::r_7w4cyo;
end
$plain$;

create function lh_engine_plain.js_write_cf6g5h(r_le63v5) returns text language plpgsql immutable as $plain$
declare
  v_x r_le63v5 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"input":' || to_json(v_x."input")::text
    || ',"day":' || to_json(v_x."day")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_1qz7ls(r_jx88k1) returns text language plpgsql immutable as $plain$
declare
  v_x r_jx88k1 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"input":' || to_json(v_x."input")::text
    || ',"contacted":' || js_write_number(v_x."contacted")
    || ',"new_leads":' || js_write_number(v_x."new_leads"), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_obmeb1(r_7yxir5) returns text language plpgsql immutable as $plain$
declare
  v_x r_7yxir5 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"input":' || to_json(v_x."input")::text
    || ',"day":' || to_json(v_x."day")::text
    || ',"contacted":' || js_write_number(v_x."contacted")
    || ',"new_leads":' || js_write_number(v_x."new_leads"), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_ql8xng(r_rzjl3x) returns text language plpgsql immutable as $plain$
declare
  v_x r_rzjl3x := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"input":' || to_json(v_x."input")::text
    || ',"qualified":' || js_write_number(v_x."qualified")
    || ',"contacted":' || js_write_number(v_x."contacted"), 2) || '}';
end
$plain$;

create function lh_engine_plain.inputs_usable(v_x float8) returns float8 language plpgsql immutable as $plain$
begin
  return (case when ((v_x is not distinct from null) or (v_x < '0'::float8)) then '0'::float8 else floor(v_x) end);
end
$plain$;

create function lh_engine_plain.js_write_hifc6p(r_j3a8an) returns text language plpgsql immutable as $plain$
declare
  v_x r_j3a8an := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"input":' || to_json(v_x."input")::text
    || ',"day":' || to_json(v_x."day")::text
    || ',"qualified":' || js_write_number(v_x."qualified")
    || ',"contacted":' || js_write_number(v_x."contacted"), 2) || '}';
end
$plain$;

create function lh_engine_plain.log1pmx_log1pmx(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_opts float8;
  v_ax float8;
  v_step float8;
  v_product float8;
  v_k float8;
  v_total float8;
  v_left float8;
  v_next float8;
  v_t float8;
begin
  v_x_2 := v_x;
  v_opts := null;
  v_ax := null;
  if (v_x_2 <= '-1'::float8) then
    return 'NaN'::float8;
  end if;
  v_ax := abs(v_x_2);
  if (v_ax > '0.95'::float8 and v_ax <> 'NaN'::float8) then
    return (ln_ln(('1'::float8 + v_x_2)) - v_x_2);
  end if;
  if (v_ax < '2.220446049250313e-16'::float8) then
    return (((- v_x_2) * v_x_2) / '2'::float8);
  end if;
  v_step := (- v_x_2);
  v_product := '-1'::float8;
  v_k := '0'::float8;
  v_total := (- v_x_2);
  v_left := '1000000'::float8;
  v_next := '0'::float8;
  <<v_at_loop>>
  loop
    v_product := (v_product * v_step);
    v_k := (v_k + '1'::float8);
    v_next := case when v_k = 0 then js_divide(v_product, v_k) else v_product / v_k end;
    v_total := (v_total + v_next);
    v_left := (v_left - '1'::float8);
    v_t := abs(v_next);
    exit v_at_loop when not ((abs(('2.220446049250313e-16'::float8 * v_total)) < v_t and v_t <> 'NaN'::float8) and (v_left > '0'::float8 and v_left <> 'NaN'::float8));
  end loop v_at_loop;
  return v_total;
end
$plain$;

create function lh_engine_plain.gamma1pm1_lgamma_small_imp_lgamma_small_imp(v_z float8, v_zm1 float8, v_zm2 float8) returns float8 language plpgsql immutable as $plain$
declare
  v_z_2 float8;
  v_zm1_2 float8;
  v_zm2_2 float8;
  v_prefix float8;
  v_result float8;
  v_r float8;
  v_r_2 float8;
begin
  v_z_2 := v_z;
  v_zm1_2 := v_zm1;
  v_zm2_2 := v_zm2;
  v_prefix := null;
  v_result := null;
  v_r := null;
  v_r_2 := null;
  if (v_z_2 < '2.220446049250313e-16'::float8) then
    return (- ln_ln(v_z_2));
  end if;
  if ((v_zm1_2 = '0'::float8) or (v_zm2_2 = '0'::float8)) then
    return '0'::float8;
  end if;
  v_result := '0'::float8;
  if (v_z_2 > '2'::float8 and v_z_2 <> 'NaN'::float8) then
    if (v_z_2 >= '3'::float8 and v_z_2 <> 'NaN'::float8) then
      <<v_at_loop>>
      loop
        v_z_2 := (v_z_2 - '1'::float8);
        v_zm2_2 := (v_zm2_2 - '1'::float8);
        v_result := (v_result + ln_ln(v_z_2));
        exit v_at_loop when not (v_z_2 >= '3'::float8 and v_z_2 <> 'NaN'::float8);
      end loop v_at_loop;
      v_zm2_2 := (v_z_2 - '2'::float8);
    end if;
    v_r := (v_zm2_2 * (v_z_2 + '1'::float8));
    v_r_2 := gamma1pm1_rational_p1q1_evalrational(v_zm2_2);
    v_result := (v_result + ((v_r * '0.15896368026733398'::float8) + (v_r * v_r_2)));
    return v_result;
  end if;
  if (v_z_2 < '1'::float8) then
    v_result := (v_result + (- ln_ln(v_z_2)));
    v_zm2_2 := v_zm1_2;
    v_zm1_2 := v_z_2;
    v_z_2 := (v_z_2 + '1'::float8);
  end if;
  if (v_z_2 <= '1.5'::float8) then
    v_r := gamma1pm1_rational_p2q2_evalrational(v_zm1_2);
    v_prefix := (v_zm1_2 * v_zm2_2);
    v_result := (v_result + ((v_prefix * '0.5281534194946289'::float8) + (v_prefix * v_r)));
    return v_result;
  end if;
  v_r := (v_zm2_2 * v_zm1_2);
  v_r_2 := gamma1pm1_rational_p3q3_evalrational((- v_zm2_2));
  v_result := (v_result + ((v_r * '0.45201730728149414'::float8) + (v_r * v_r_2)));
  return v_result;
end
$plain$;

create function lh_engine_plain.powm1_powm1(v_b float8, v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_b_2 float8;
  v_result float8;
  v_y float8;
  v_t float8;
begin
  v_b_2 := v_b;
  v_result := null;
  v_y := null;
  if (js_is_nan(v_b_2) or js_is_nan(v_x)) then
    return 'NaN'::float8;
  end if;
  if (v_x = '0'::float8) then
    return '0'::float8;
  end if;
  if (v_b_2 = '0'::float8) then
    return '-1'::float8;
  end if;
  if ((v_b_2 < '0'::float8) and (js_remainder(v_x, '2'::float8) = '0'::float8)) then
    v_b_2 := (- v_b_2);
  end if;
  if (v_b_2 > '0'::float8 and v_b_2 <> 'NaN'::float8) then
    if ((abs((v_x * (v_b_2 - '1'::float8))) < '0.5'::float8) or (abs(v_x) < '0.2'::float8)) then
      v_y := (ln_ln(v_b_2) * v_x);
      if (v_y < '0.5'::float8) then
        return expm1_expm1(v_y);
      end if;
    end if;
  else
    v_t := trunc(v_x);
    if (not (v_t = v_x and v_t is distinct from 'NaN'::float8)) then
      return 'NaN'::float8;
    end if;
  end if;
  v_result := (pow_pow(v_b_2, v_x) - '1'::float8);
  if (js_is_infinite(v_result) or js_is_nan(v_result)) then
    return 'NaN'::float8;
  end if;
  return v_result;
end
$plain$;

create function lh_engine_plain.math_base_tools_evalpoly_evalpoly(v_c float8[], v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_p float8;
  v_i float8;
begin
  v_p := null;
  v_i := null;
  v_i := cardinality(v_c)::float8;
  if ((v_i < '2'::float8) or (v_x = '0'::float8)) then
    if (v_i is not distinct from '0'::float8) then
      return '0'::float8;
    end if;
    return v_c[1];
  end if;
  v_i := (v_i - '1'::float8);
  v_p := ((v_c[(v_i)::int + 1] * v_x) + v_c[((v_i - '1'::float8))::int + 1]);
  v_i := (v_i - '2'::float8);
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_i >= '0'::float8 and v_i <> 'NaN'::float8);
    v_p := ((v_p * v_x) + v_c[(v_i)::int + 1]);
    v_i := (v_i - '1'::float8);
  end loop v_at_loop;
  return v_p;
end
$plain$;

create function lh_engine_plain.boundaries_surviving_at(v_standing r_1aycr1, v_last float8, v_step r_9tus05) returns r_54feyv language plpgsql immutable as $plain$
declare
  v_before r_9tus05;
  v_step_2 float8;
  v_nextstep float8;
  v_t float8;
  v_grid r_x7azxx;
  v_mass float8[];
  v_half float8;
  v_i float8;
  v_own float8;
begin
  if (v_last = '0'::float8) then
    return row(row(array['0'::float8]::float8[], array['1'::float8]::float8[])::r_x7azxx, array['1'::float8]::float8[])::r_54feyv;
  end if;
  v_before := boundaries_step_to(v_standing."fractions", (v_last - '1'::float8));
  v_step_2 := v_before."variance";
  v_nextstep := v_step."variance";
  v_t := js_min_of(array[v_step_2, v_nextstep]);
  v_grid := quadrature_symmetric_grid(v_standing."reach", ('3'::float8 * case when v_t < 0 then 'NaN'::float8 else sqrt(v_t) end));
  v_mass := array_fill(0::float8, array[(cardinality(v_grid."nodes")::float8)::int]);
  v_half := (cardinality(v_mass)::float8 / '2'::float8);
  v_i := '0'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_i < v_half and v_half <> 'NaN'::float8);
    v_own := coalesce((v_standing."masses")[(v_i)::int + 1], '0'::float8);
    v_mass[js_at((v_half + v_i))] := v_own;
    v_mass[js_at(((v_half - '1'::float8) - v_i))] := v_own;
    v_i := (v_i + '1'::float8);
  end loop v_at_loop;
  return row(v_grid, v_mass)::r_54feyv;
end
$plain$;

create function lh_engine_plain.inputs_value_exbmps(v_rows r_n47657[], v_given0 text) returns float8 language plpgsql immutable as $plain$
declare
  v_mapped float8[];
  v_item r_n47657;
  v_keys float8[];
  v_item_2 float8;
  v_list float8[];
  v_total float8;
  v_item_3 float8;
begin
  v_mapped := '{}';
  foreach v_item in array v_rows loop
    v_mapped := array_append(v_mapped, case v_given0 when 'leads' then v_item."leads" when 'contacted' then v_item."contacted" when 'hours_n' then v_item."hours_n" when 'hours_sum' then v_item."hours_sum" when 'qualified' then v_item."qualified" end);
  end loop;
  v_keys := '{}';
  foreach v_item_2 in array v_mapped loop
    v_keys := array_append(v_keys, v_item_2);
  end loop;
  if array_position(v_keys, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  v_list := array(select (v_mapped)[i] from generate_subscripts(v_mapped, 1) as i order by (v_keys)[i], i);
  v_total := '0'::float8;
  foreach v_item_3 in array v_list loop
    v_total := (v_total + v_item_3);
  end loop;
  return v_total;
end
$plain$;

create function lh_engine_plain.inputs_value_nyuwiq(v_row r_e02ubt, v_given0 text) returns text language plpgsql immutable as $plain$
begin
  return (case when (v_row is not distinct from null) then 'leads (no row of the day)'::text else v_given0 end);
end
$plain$;

create function lh_engine_plain.gamma1pm1_rational_p1q1_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_ax float8;
  v_s1 float8;
  v_s2 float8;
begin
  v_x_2 := v_x;
  v_ax := null;
  v_s1 := null;
  v_s2 := null;
  if (v_x_2 = '0'::float8) then
    return '-0.01803556856784494'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('-0.01803556856784494'::float8 + (v_x_2 * ('0.02512664961998968'::float8 + (v_x_2 * ('0.049410315156753225'::float8 + (v_x_2 * ('0.0172491608709614'::float8 + (v_x_2 * ('-0.0002594535632054381'::float8 + (v_x_2 * ('-0.0005410098692152044'::float8 + (v_x_2 * ('-0.00003245886498259485'::float8 + (v_x_2 * '0'::float8))))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('1.962029871977952'::float8 + (v_x_2 * ('1.4801966942423133'::float8 + (v_x_2 * ('0.5413914320717209'::float8 + (v_x_2 * ('0.09885042511280101'::float8 + (v_x_2 * ('0.008213096746488934'::float8 + (v_x_2 * ('0.00022493629192211576'::float8 + (v_x_2 * '-2.2335276320861708e-7'::float8))))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('0'::float8 + (v_x_2 * ('-0.00003245886498259485'::float8 + (v_x_2 * ('-0.0005410098692152044'::float8 + (v_x_2 * ('-0.0002594535632054381'::float8 + (v_x_2 * ('0.0172491608709614'::float8 + (v_x_2 * ('0.049410315156753225'::float8 + (v_x_2 * ('0.02512664961998968'::float8 + (v_x_2 * '-0.01803556856784494'::float8))))))))))))));
    v_s2 := ('-2.2335276320861708e-7'::float8 + (v_x_2 * ('0.00022493629192211576'::float8 + (v_x_2 * ('0.008213096746488934'::float8 + (v_x_2 * ('0.09885042511280101'::float8 + (v_x_2 * ('0.5413914320717209'::float8 + (v_x_2 * ('1.4801966942423133'::float8 + (v_x_2 * ('1.962029871977952'::float8 + (v_x_2 * '1'::float8))))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.gamma1pm1_rational_p2q2_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_ax float8;
  v_s1 float8;
  v_s2 float8;
begin
  v_x_2 := v_x;
  v_ax := null;
  v_s1 := null;
  v_s2 := null;
  if (v_x_2 = '0'::float8) then
    return '0.04906224540690395'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('0.04906224540690395'::float8 + (v_x_2 * ('-0.09691175301595212'::float8 + (v_x_2 * ('-0.4149833583594954'::float8 + (v_x_2 * ('-0.4065671242119384'::float8 + (v_x_2 * ('-0.1584135863906922'::float8 + (v_x_2 * ('-0.024014982064857155'::float8 + (v_x_2 * '-0.0010034668769627955'::float8))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('3.0234982984646304'::float8 + (v_x_2 * ('3.4873958536072385'::float8 + (v_x_2 * ('1.9141558827442668'::float8 + (v_x_2 * ('0.5071377386143635'::float8 + (v_x_2 * ('0.05770397226904519'::float8 + (v_x_2 * '0.001957681026011072'::float8))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('-0.0010034668769627955'::float8 + (v_x_2 * ('-0.024014982064857155'::float8 + (v_x_2 * ('-0.1584135863906922'::float8 + (v_x_2 * ('-0.4065671242119384'::float8 + (v_x_2 * ('-0.4149833583594954'::float8 + (v_x_2 * ('-0.09691175301595212'::float8 + (v_x_2 * '0.04906224540690395'::float8))))))))))));
    v_s2 := ('0.001957681026011072'::float8 + (v_x_2 * ('0.05770397226904519'::float8 + (v_x_2 * ('0.5071377386143635'::float8 + (v_x_2 * ('1.9141558827442668'::float8 + (v_x_2 * ('3.4873958536072385'::float8 + (v_x_2 * ('3.0234982984646304'::float8 + (v_x_2 * '1'::float8))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.gamma1pm1_rational_p3q3_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_ax float8;
  v_s1 float8;
  v_s2 float8;
begin
  v_x_2 := v_x;
  v_ax := null;
  v_s1 := null;
  v_s2 := null;
  if (v_x_2 = '0'::float8) then
    return '-0.029232972183027003'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('-0.029232972183027003'::float8 + (v_x_2 * ('0.14421626775719232'::float8 + (v_x_2 * ('-0.14244039073863127'::float8 + (v_x_2 * ('0.05428096940550536'::float8 + (v_x_2 * ('-0.008505359768683364'::float8 + (v_x_2 * ('0.0004311713426792973'::float8 + (v_x_2 * '0'::float8))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('-1.5016935605448505'::float8 + (v_x_2 * ('0.846973248876495'::float8 + (v_x_2 * ('-0.22009515181499575'::float8 + (v_x_2 * ('0.02558279715597587'::float8 + (v_x_2 * ('-0.0010066679553914337'::float8 + (v_x_2 * '-8.271935218912905e-7'::float8))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('0'::float8 + (v_x_2 * ('0.0004311713426792973'::float8 + (v_x_2 * ('-0.008505359768683364'::float8 + (v_x_2 * ('0.05428096940550536'::float8 + (v_x_2 * ('-0.14244039073863127'::float8 + (v_x_2 * ('0.14421626775719232'::float8 + (v_x_2 * '-0.029232972183027003'::float8))))))))))));
    v_s2 := ('-8.271935218912905e-7'::float8 + (v_x_2 * ('-0.0010066679553914337'::float8 + (v_x_2 * ('0.02558279715597587'::float8 + (v_x_2 * ('-0.22009515181499575'::float8 + (v_x_2 * ('0.846973248876495'::float8 + (v_x_2 * ('-1.5016935605448505'::float8 + (v_x_2 * '1'::float8))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.fn_16e1qj_make_169405959() returns fn_16e1qj language plpgsql immutable as $plain$
begin
  return row(169405959)::fn_16e1qj;
end
$plain$;

create function lh_engine_plain.fn_16e1qj_call(fn_16e1qj, json) returns r_9pouhu language plpgsql immutable as $plain$
declare
  v_f fn_16e1qj := $1;
begin
  case v_f.tag
    when 169405959 then return spawning_value_6qo26t($2);
  end case;
end
$plain$;

create function lh_engine_plain.fn_2g39xx_make_38761833() returns fn_2g39xx language plpgsql immutable as $plain$
begin
  return row(38761833)::fn_2g39xx;
end
$plain$;

create function lh_engine_plain.fn_2g39xx_make_201174431() returns fn_2g39xx language plpgsql immutable as $plain$
begin
  return row(201174431)::fn_2g39xx;
end
$plain$;

create function lh_engine_plain.fn_2g39xx_call(fn_2g39xx, r_bugsee, r_v1z58w) returns r_xdr1fg language plpgsql immutable as $plain$
declare
  v_f fn_2g39xx := $1;
begin
  case v_f.tag
    when 38761833 then return sequential_value_5ow4p6($2, $3);
    when 201174431 then return fixed_thresholds_value_cbml34($2, $3);
  end case;
end
$plain$;

create function lh_engine_plain.fn_8xylpd_make_40977824(json, r_nu110r) returns fn_8xylpd language plpgsql immutable as $plain$
begin
  return row(40977824, $1, $2, null::r_n47657[])::fn_8xylpd;
end
$plain$;

create function lh_engine_plain.fn_8xylpd_make_138233209(r_n47657[]) returns fn_8xylpd language plpgsql immutable as $plain$
begin
  return row(138233209, null::json, null::r_nu110r, $1)::fn_8xylpd;
end
$plain$;

create function lh_engine_plain.fn_8xylpd_call(fn_8xylpd, text) returns float8 language plpgsql immutable as $plain$
declare
  v_f fn_8xylpd := $1;
begin
  case v_f.tag
    when 40977824 then return document_value_hvo0an(v_f.e40977824_0, v_f.e40977824_1, $2);
    when 138233209 then return inputs_value_exbmps(v_f.e138233209_0, $2);
  end case;
end
$plain$;

create function lh_engine_plain.fn_gfe1p4_make_133703763() returns fn_gfe1p4 language plpgsql immutable as $plain$
begin
  return row(133703763)::fn_gfe1p4;
end
$plain$;

create function lh_engine_plain.fn_gfe1p4_make_172191792() returns fn_gfe1p4 language plpgsql immutable as $plain$
begin
  return row(172191792)::fn_gfe1p4;
end
$plain$;

create function lh_engine_plain.fn_gfe1p4_call(fn_gfe1p4, r_1qbja7, r_pwhogm) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_f fn_gfe1p4 := $1;
begin
  case v_f.tag
    when 133703763 then return weak_sources_value_8se39f($2, $3);
    when 172191792 then return weak_sources_value_gbefxy($2, $3);
  end case;
end
$plain$;

create function lh_engine_plain.fn_k6f0ii_make_6876356(r_ecicmg, r_yzgbix) returns fn_k6f0ii language plpgsql immutable as $plain$
begin
  return row(6876356, $1, $2)::fn_k6f0ii;
end
$plain$;

create function lh_engine_plain.fn_k6f0ii_call(fn_k6f0ii, float8, float8) returns boolean language plpgsql immutable as $plain$
declare
  v_f fn_k6f0ii := $1;
begin
  case v_f.tag
    when 6876356 then return outlook_value_uq6l7q(v_f.e6876356_0, v_f.e6876356_1, $2, $3);
  end case;
end
$plain$;

create function lh_engine_plain.fn_zdbdeg_make_39815251() returns fn_zdbdeg language plpgsql immutable as $plain$
begin
  return row(39815251)::fn_zdbdeg;
end
$plain$;

create function lh_engine_plain.fn_zdbdeg_make_68453823() returns fn_zdbdeg language plpgsql immutable as $plain$
begin
  return row(68453823)::fn_zdbdeg;
end
$plain$;

create function lh_engine_plain.fn_zdbdeg_make_69387566() returns fn_zdbdeg language plpgsql immutable as $plain$
begin
  return row(69387566)::fn_zdbdeg;
end
$plain$;

create function lh_engine_plain.fn_zdbdeg_make_111052564() returns fn_zdbdeg language plpgsql immutable as $plain$
begin
  return row(111052564)::fn_zdbdeg;
end
$plain$;

create function lh_engine_plain.fn_zdbdeg_make_159027354() returns fn_zdbdeg language plpgsql immutable as $plain$
begin
  return row(159027354)::fn_zdbdeg;
end
$plain$;

create function lh_engine_plain.fn_zdbdeg_make_162263083() returns fn_zdbdeg language plpgsql immutable as $plain$
begin
  return row(162263083)::fn_zdbdeg;
end
$plain$;

create function lh_engine_plain.fn_zdbdeg_call(fn_zdbdeg, r_1qbja7, r_pwhogm) returns r_lay7kt language plpgsql immutable as $plain$
declare
  v_f fn_zdbdeg := $1;
begin
  case v_f.tag
    when 39815251 then return contact_value_ajvzsg($2, $3);
    when 68453823 then return follow_up_value_ndkbws($2, $3);
    when 69387566 then return contact_value_iy5ngu($2, $3);
    when 111052564 then return follow_up_value_368rj3($2, $3);
    when 159027354 then return qualification_value_ajvzsg($2, $3);
    when 162263083 then return validation_value_tupd1q($2, $3);
  end case;
end
$plain$;

create function lh_engine_plain.fn_kkczbh_make_132657472() returns fn_kkczbh language plpgsql immutable as $plain$
begin
  return row(132657472)::fn_kkczbh;
end
$plain$;

create function lh_engine_plain.fn_kkczbh_make_208736459() returns fn_kkczbh language plpgsql immutable as $plain$
begin
  return row(208736459)::fn_kkczbh;
end
$plain$;

create function lh_engine_plain.fn_kkczbh_make_214442892() returns fn_kkczbh language plpgsql immutable as $plain$
begin
  return row(214442892)::fn_kkczbh;
end
$plain$;

create function lh_engine_plain.fn_kkczbh_make_227774373() returns fn_kkczbh language plpgsql immutable as $plain$
begin
  return row(227774373)::fn_kkczbh;
end
$plain$;

create function lh_engine_plain.fn_kkczbh_make_245068580() returns fn_kkczbh language plpgsql immutable as $plain$
begin
  return row(245068580)::fn_kkczbh;
end
$plain$;

create function lh_engine_plain.fn_kkczbh_make_252174985() returns fn_kkczbh language plpgsql immutable as $plain$
begin
  return row(252174985)::fn_kkczbh;
end
$plain$;

create function lh_engine_plain.fn_kkczbh_call(fn_kkczbh, r_1qbja7, fn_tfnpgy) returns r_qhnv12[] language plpgsql immutable as $plain$
declare
  v_f fn_kkczbh := $1;
begin
  case v_f.tag
    when 132657472 then return contact_value_usn2rh($2, $3);
    when 208736459 then return contact_value_d3cgww($2, $3);
    when 214442892 then return validation_value_e03fq3($2, $3);
    when 227774373 then return source_conversion_value_x9c0sk($2, $3);
    when 245068580 then return qualification_value_ycaq69($2, $3);
    when 252174985 then return follow_up_value_z96ttn($2, $3);
  end case;
end
$plain$;

create function lh_engine_plain.fn_sk7iim_make_182981541() returns fn_sk7iim language plpgsql immutable as $plain$
begin
  return row(182981541, null::r_e02ubt)::fn_sk7iim;
end
$plain$;

create function lh_engine_plain.fn_sk7iim_make_195524792() returns fn_sk7iim language plpgsql immutable as $plain$
begin
  return row(195524792, null::r_e02ubt)::fn_sk7iim;
end
$plain$;

create function lh_engine_plain.fn_sk7iim_make_202037341(r_e02ubt) returns fn_sk7iim language plpgsql immutable as $plain$
begin
  return row(202037341, $1)::fn_sk7iim;
end
$plain$;

create function lh_engine_plain.fn_sk7iim_call(fn_sk7iim, text) returns text language plpgsql immutable as $plain$
declare
  v_f fn_sk7iim := $1;
begin
  case v_f.tag
    when 182981541 then return source_conversion_value_d0quk8($2);
    when 195524792 then return explain_value_y2dpq0($2);
    when 202037341 then return inputs_value_nyuwiq(v_f.e202037341_0, $2);
  end case;
end
$plain$;

create function lh_engine_plain.fn_g7vp4s_make_34342283() returns fn_g7vp4s language plpgsql immutable as $plain$
begin
  return row(34342283)::fn_g7vp4s;
end
$plain$;

create function lh_engine_plain.fn_g7vp4s_make_136739460() returns fn_g7vp4s language plpgsql immutable as $plain$
begin
  return row(136739460)::fn_g7vp4s;
end
$plain$;

create function lh_engine_plain.fn_g7vp4s_call(fn_g7vp4s, float8, float8, r_yzgbix) returns boolean language plpgsql immutable as $plain$
declare
  v_f fn_g7vp4s := $1;
begin
  case v_f.tag
    when 34342283 then return fixed_thresholds_value_gxf3km($2, $3, $4);
    when 136739460 then return sequential_value_kc20ew($2, $3, $4);
  end case;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_19524991(text) returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(19524991, $1, null::text, null::text, null::r_oe2y3t, null::text, null::text, null::text, null::text, null::text, null::text)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_51653742(text) returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(51653742, null::text, $1, null::text, null::r_oe2y3t, null::text, null::text, null::text, null::text, null::text, null::text)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_111231458(text) returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(111231458, null::text, null::text, $1, null::r_oe2y3t, null::text, null::text, null::text, null::text, null::text, null::text)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_126813403(r_oe2y3t) returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(126813403, null::text, null::text, null::text, $1, null::text, null::text, null::text, null::text, null::text, null::text)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_146558089(text) returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(146558089, null::text, null::text, null::text, null::r_oe2y3t, $1, null::text, null::text, null::text, null::text, null::text)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_149767097(text) returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(149767097, null::text, null::text, null::text, null::r_oe2y3t, null::text, $1, null::text, null::text, null::text, null::text)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_168219642() returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(168219642, null::text, null::text, null::text, null::r_oe2y3t, null::text, null::text, null::text, null::text, null::text, null::text)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_170757205(text) returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(170757205, null::text, null::text, null::text, null::r_oe2y3t, null::text, null::text, $1, null::text, null::text, null::text)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_180468039(text) returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(180468039, null::text, null::text, null::text, null::r_oe2y3t, null::text, null::text, null::text, $1, null::text, null::text)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_201489420(text) returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(201489420, null::text, null::text, null::text, null::r_oe2y3t, null::text, null::text, null::text, null::text, $1, null::text)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_make_219324983(text) returns fn_tfnpgy language plpgsql immutable as $plain$
begin
  return row(219324983, null::text, null::text, null::text, null::r_oe2y3t, null::text, null::text, null::text, null::text, null::text, $1)::fn_tfnpgy;
end
$plain$;

create function lh_engine_plain.fn_tfnpgy_call(fn_tfnpgy, text) returns boolean language plpgsql immutable as $plain$
declare
  v_f fn_tfnpgy := $1;
begin
  case v_f.tag
    when 19524991 then return weak_sources_value_578ih1_3(v_f.e19524991_0, $2);
    when 51653742 then return causes_value_ko5bcu(v_f.e51653742_0, $2);
    when 111231458 then return detection_value_oo9vw4(v_f.e111231458_0, $2);
    when 126813403 then return weak_sources_value_mbo2eq(v_f.e126813403_0, $2);
    when 146558089 then return weak_sources_value_m1u676(v_f.e146558089_0, $2);
    when 149767097 then return causes_value_byjnvo(v_f.e149767097_0, $2);
    when 168219642 then return series_value_fpuf2p($2);
    when 170757205 then return weak_sources_value_578ih1_2(v_f.e170757205_0, $2);
    when 180468039 then return trends_value_578ih1(v_f.e180468039_0, $2);
    when 201489420 then return trends_value_m1u676(v_f.e201489420_0, $2);
    when 219324983 then return weak_sources_value_578ih1(v_f.e219324983_0, $2);
  end case;
end
$plain$;

create function lh_engine_plain.fn_z1d70l_make_121392180(r_n47657[]) returns fn_z1d70l language plpgsql immutable as $plain$
begin
  return row(121392180, $1)::fn_z1d70l;
end
$plain$;

create function lh_engine_plain.fn_z1d70l_call(fn_z1d70l, fn_tfnpgy) returns r_159jq5 language plpgsql immutable as $plain$
declare
  v_f fn_z1d70l := $1;
begin
  case v_f.tag
    when 121392180 then return weak_sources_value_jle93i(v_f.e121392180_0, $2);
  end case;
end
$plain$;

create function lh_engine_plain.fn_s6rvzk_make_82471260() returns fn_s6rvzk language plpgsql immutable as $plain$
begin
  return row(82471260)::fn_s6rvzk;
end
$plain$;

create function lh_engine_plain.fn_s6rvzk_call(fn_s6rvzk, float8) returns float8 language plpgsql immutable as $plain$
declare
  v_f fn_s6rvzk := $1;
begin
  case v_f.tag
    when 82471260 then return validation_value_mn4olb($2);
  end case;
end
$plain$;

create function lh_engine_plain.operation_check_setting(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_bg9hff(settings_check_setting(p_input));
end
$plain$;

create function lh_engine_plain.operation_check_setting_key(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_wh6ggb(settings__input________key__known_key_parse_key_in(p_input));
end
$plain$;

create function lh_engine_plain.operation_detect(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_n649rn(detection_detect(p_input));
end
$plain$;

create function lh_engine_plain.operation_report_segments(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_82xqtp(reports_report_segments(p_input));
end
$plain$;

create function lh_engine_plain.operation_backtest(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_1wrgsz(backtest_backtest_day(p_input));
end
$plain$;

create function lh_engine_plain.operation_score_patterns(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_rwwjwr(feedback_score_patterns(p_input));
end
$plain$;

create function lh_engine_plain.operation_recommend_patterns(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_8d61hw(feedback_recommend_patterns(p_input));
end
$plain$;

create function lh_engine_plain.operation_report_feedback(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_9apygb(report_report_feedback(p_input));
end
$plain$;

create function lh_engine_plain.operation_plan(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_d39kpe(spawning_plan_improvements(p_input));
end
$plain$;

create function lh_engine_plain.operation_two_proportion_test(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_zqejt2(statistics_two_proportion_test(p_input));
end
$plain$;

create function lh_engine_plain.operation_required_sample_size(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_bd6k1y(statistics_required_sample_size(p_input));
end
$plain$;

create function lh_engine_plain.operation_minimum_detectable_lift(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_3ul3q4(statistics_detectable_lift(p_input));
end
$plain$;

create function lh_engine_plain.operation_sample_ratio_test(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_vp4sh9(statistics_sample_ratio(p_input));
end
$plain$;

create function lh_engine_plain.operation_welch_test(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_7z47u2(statistics_welch(p_input));
end
$plain$;

create function lh_engine_plain.operation_sequential_boundaries(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_17yjkj(statistics_boundaries(p_input));
end
$plain$;

create function lh_engine_plain.operation_normal_upper_tail(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_gr03g7(statistics__input________value__normal_upper_tail_(p_input));
end
$plain$;

create function lh_engine_plain.operation_normal_quantile(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_gr03g7(statistics__input________value__normal_quantile_pa(p_input));
end
$plain$;

create function lh_engine_plain.operation_analyze(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_vp17mo(testing_analyze(p_input));
end
$plain$;

create function lh_engine_plain.operation_replay(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_vo6ll6(replay_replay(p_input));
end
$plain$;

create function lh_engine_plain.operation_decide_test(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_8l8n4i(testing_decide_test(p_input));
end
$plain$;

create function lh_engine_plain.operation_outlook(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_10ysqq(outlook_outlook(p_input));
end
$plain$;

create function lh_engine_plain.operation_explain_test(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_lstjo9(history_explain_test(p_input));
end
$plain$;

create function lh_engine_plain.operation_test_segments(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_6qexh3(test_segments_test_segments(p_input));
end
$plain$;

create function lh_engine_plain.operation_suspend_spawns(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_5d20gu(suspensions_suspend_spawns(p_input));
end
$plain$;

create function lh_engine_plain.operation_suspend_recommendations(p_input json) returns text language plpgsql immutable as $plain$
begin
  return js_write_8k5aj2(suspensions_suspend_recommendations(p_input));
end
$plain$;

create function lh_engine_plain.answer(p_operation text, p_input json) returns text language plpgsql immutable as $plain$
begin
  case p_operation
    when 'check_setting' then return operation_check_setting(p_input);
    when 'check_setting_key' then return operation_check_setting_key(p_input);
    when 'detect' then return operation_detect(p_input);
    when 'report_segments' then return operation_report_segments(p_input);
    when 'backtest' then return operation_backtest(p_input);
    when 'score_patterns' then return operation_score_patterns(p_input);
    when 'recommend_patterns' then return operation_recommend_patterns(p_input);
    when 'report_feedback' then return operation_report_feedback(p_input);
    when 'plan' then return operation_plan(p_input);
    when 'two_proportion_test' then return operation_two_proportion_test(p_input);
    when 'required_sample_size' then return operation_required_sample_size(p_input);
    when 'minimum_detectable_lift' then return operation_minimum_detectable_lift(p_input);
    when 'sample_ratio_test' then return operation_sample_ratio_test(p_input);
    when 'welch_test' then return operation_welch_test(p_input);
    when 'sequential_boundaries' then return operation_sequential_boundaries(p_input);
    when 'normal_upper_tail' then return operation_normal_upper_tail(p_input);
    when 'normal_quantile' then return operation_normal_quantile(p_input);
    when 'analyze' then return operation_analyze(p_input);
    when 'replay' then return operation_replay(p_input);
    when 'decide_test' then return operation_decide_test(p_input);
    when 'outlook' then return operation_outlook(p_input);
    when 'explain_test' then return operation_explain_test(p_input);
    when 'test_segments' then return operation_test_segments(p_input);
    when 'suspend_spawns' then return operation_suspend_spawns(p_input);
    when 'suspend_recommendations' then return operation_suspend_recommendations(p_input);
    else
      perform js_refuse('bad_input', 'unknown operation "' || coalesce(p_operation, 'null') || '"', 'Use an operation that this version of the engine has.');
  end case;
end
$plain$;


create function lh_engine_plain_guarded.add(float8, float8) returns float8 language plpgsql immutable as $plain$
declare
  v_a float8 := $1;
  v_b float8 := $2;
begin
  return v_a operator(pg_catalog.+) v_b;
exception
  when numeric_value_out_of_range or division_by_zero then
    return case when v_a > 0 then 'Infinity'::float8 else '-Infinity'::float8 end;
end
$plain$;
create operator lh_engine_plain_guarded.+ (leftarg = float8, rightarg = float8, function = lh_engine_plain_guarded.add);


create function lh_engine_plain_guarded.subtract(float8, float8) returns float8 language plpgsql immutable as $plain$
declare
  v_a float8 := $1;
  v_b float8 := $2;
begin
  return v_a operator(pg_catalog.-) v_b;
exception
  when numeric_value_out_of_range or division_by_zero then
    return case when v_a > 0 then 'Infinity'::float8 else '-Infinity'::float8 end;
end
$plain$;
create operator lh_engine_plain_guarded.- (leftarg = float8, rightarg = float8, function = lh_engine_plain_guarded.subtract);


create function lh_engine_plain_guarded.multiply(float8, float8) returns float8 language plpgsql immutable as $plain$
declare
  v_a float8 := $1;
  v_b float8 := $2;
begin
  return v_a operator(pg_catalog.*) v_b;
exception
  when numeric_value_out_of_range or division_by_zero then
    return case when abs(v_a) > 1 then 'Infinity'::float8 else 0::float8 end operator(pg_catalog.*) (case when (v_a < 0) = (v_b < 0) then 1 else -1 end)::float8;
end
$plain$;
create operator lh_engine_plain_guarded.* (leftarg = float8, rightarg = float8, function = lh_engine_plain_guarded.multiply);


create function lh_engine_plain_guarded.divide(float8, float8) returns float8 language plpgsql immutable as $plain$
declare
  v_a float8 := $1;
  v_b float8 := $2;
begin
  return v_a operator(pg_catalog./) v_b;
exception
  when numeric_value_out_of_range or division_by_zero then
    return case when abs(v_a) > abs(v_b) then 'Infinity'::float8 else 0::float8 end operator(pg_catalog.*) (case when (v_a < 0) = (v_b < 0) then 1 else -1 end)::float8;
end
$plain$;
create operator lh_engine_plain_guarded./ (leftarg = float8, rightarg = float8, function = lh_engine_plain_guarded.divide);


create function lh_engine_plain_guarded.js_number(p_value json) returns float8 language plpgsql immutable as $plain$
begin
  return (p_value #>> '{}')::float8;
exception
  when numeric_value_out_of_range then
    -- Out of range: too small where the exponent, or the digits before the point, say so.
    return case
      when (p_value #>> '{}') ~* 'e-' or (p_value #>> '{}') ~ '^-?0' then 0::float8 else 'Infinity'::float8
    end operator(pg_catalog.*) (case when (p_value #>> '{}') like '-%' then -1 else 1 end)::float8;
end
$plain$;

create function lh_engine_plain.js(p_operation text, p_input json) returns json language plpgsql immutable parallel unsafe
set search_path = pg_catalog, lh_engine_plain, pg_temp
set extra_float_digits = 1
set standard_conforming_strings = on
as $plain$
declare
  v_state text;
  v_message text;
  v_hint text;
begin
  begin
    return ('{"result":' || coalesce(lh_engine_plain.answer(p_operation, p_input), 'null') || '}')::json;
  exception
    when numeric_value_out_of_range or division_by_zero then
      null;
  end;
  perform lh_engine_plain_guarded.add(0, 0);
  perform set_config('search_path', 'lh_engine_plain_guarded, pg_catalog, lh_engine_plain, pg_temp', true);
  return ('{"result":' || coalesce(lh_engine_plain.answer(p_operation, p_input), 'null') || '}')::json;
exception
  when sqlstate 'LH001' or sqlstate 'LH002' or sqlstate 'LH003' or sqlstate 'LH004' or sqlstate 'LH005' or sqlstate 'LH006' or sqlstate 'LH007' or sqlstate 'LH008' or sqlstate 'LH009' or sqlstate 'LH010' or sqlstate 'LH011' or sqlstate 'LH012' then
    get stacked diagnostics v_state = returned_sqlstate, v_message = message_text, v_hint = pg_exception_hint;
    return ('{"refusal":{"sqlstate":' || to_json(v_state) || ',"message":' || to_json(v_message) || ',"hint":' || to_json(v_hint) || '}}')::json;
end
$plain$;

revoke all on all functions in schema lh_engine_plain, lh_engine_plain_guarded from public;
$part$)
on conflict (n) do update set content = excluded.content;
commit;
