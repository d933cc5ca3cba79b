-- File 1 of 3 for an SQL editor: run them in this order, as one role.
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
insert into lh_engine_install.parts (n, content) values (1, $part$create schema lh_engine_plain;

create schema lh_engine_plain_guarded;

set local check_function_bodies = off;

set local search_path = pg_catalog, lh_engine_plain, pg_temp;

create type lh_engine_plain.r_o9bsua as ("key" text, "text" text, "value" json);

create type lh_engine_plain.map_ro126t as (k text[], v text[]);

create type lh_engine_plain.r_ax80qh as ("absent" json, "absent?" boolean, "audience" text, "choices" text[], "default" json, "former" map_ro126t, "max" float8, "meaning" text, "min" float8, "minExclusive" boolean, "rigorous" json, "rigorous?" boolean, "type" text, "unit" text);

create type lh_engine_plain.r_le9w8f as ("decisions.exact_test_below" r_ax80qh, "decisions.gate_guardrails" r_ax80qh, "decisions.gate_sample_ratio" r_ax80qh, "decisions.gate_simpson" r_ax80qh, "decisions.gate_units" r_ax80qh, "decisions.guardrail_min_leads" r_ax80qh, "decisions.guardrail_p_value" r_ax80qh, "decisions.keep_lift_pct" r_ax80qh, "decisions.kill_lift_pct" r_ax80qh, "decisions.kill_p_value" r_ax80qh, "decisions.maturity_days" r_ax80qh, "decisions.max_test_days" r_ax80qh, "decisions.pace_days" r_ax80qh, "decisions.planned_lift" r_ax80qh, "decisions.rule" r_ax80qh, "decisions.sample_ratio_min_leads" r_ax80qh, "decisions.sample_ratio_p_value" r_ax80qh, "decisions.segment_p_value" r_ax80qh, "decisions.unit_faults_pct" r_ax80qh, "detection.backlog_days" r_ax80qh, "detection.backlog_share_max" r_ax80qh, "detection.baseline_days" r_ax80qh, "detection.contact_grace_hours" r_ax80qh, "detection.contact_rate_min" r_ax80qh, "detection.contact_rate_target" r_ax80qh, "detection.escalation_min_leads" r_ax80qh, "detection.f1_score_min" r_ax80qh, "detection.f1_score_target" r_ax80qh, "detection.feedback_window_days" r_ax80qh, "detection.follow_up_days_max" r_ax80qh, "detection.follow_up_days_target" r_ax80qh, "detection.follow_up_horizon_days" r_ax80qh, "detection.follow_up_window_days" r_ax80qh, "detection.max_sources" r_ax80qh, "detection.min_evidence" r_ax80qh, "detection.min_relative_change" r_ax80qh, "detection.missed_examples" r_ax80qh, "detection.pattern_keep_from" r_ax80qh, "detection.pattern_min_evidence" r_ax80qh, "detection.pattern_retire_below" r_ax80qh, "detection.qualification_grace_days" r_ax80qh, "detection.qualification_rate_min" r_ax80qh, "detection.qualification_rate_target" r_ax80qh, "detection.response_time_hours_max" r_ax80qh, "detection.response_time_hours_target" r_ax80qh, "detection.source_conversion_rate_min" r_ax80qh, "detection.source_conversion_rate_target" r_ax80qh, "detection.source_min_leads" r_ax80qh, "detection.source_window_days" r_ax80qh, "detection.threshold_inputs" r_ax80qh, "detection.trend_alpha" r_ax80qh, "detection.trend_days" r_ax80qh, "detection.trend_min_leads" r_ax80qh, "detection.window_days" r_ax80qh, "engine.approval" r_ax80qh, "engine.dry_run" r_ax80qh, "engine.late_after_minutes" r_ax80qh, "engine.time_zone" r_ax80qh, "log.retention_days" r_ax80qh, "metrics.max_filled_days" r_ax80qh, "metrics.refresh_days" r_ax80qh, "profile" r_ax80qh, "security.trusted_roles" r_ax80qh, "spawning.baseline_days" r_ax80qh, "spawning.baseline_lag_days" r_ax80qh, "spawning.confidence_level" r_ax80qh, "spawning.cooling_off_days" r_ax80qh, "spawning.max_running_tests" r_ax80qh, "spawning.min_evidence" r_ax80qh, "spawning.min_sample_size" r_ax80qh, "spawning.recently_kept_days" r_ax80qh, "spawning.traffic_allocation_pct" r_ax80qh);

create type lh_engine_plain.r_uzkmqe as ("choices" text[], "max" float8, "min" float8, "minExclusive" boolean, "type" text);

create type lh_engine_plain.r_kkfi04 as ("key" text, "value" json);

create type lh_engine_plain.r_fnm8gf as ("key" text);

create type lh_engine_plain.map_1cxn6r as (k text[], v float8[]);

create type lh_engine_plain.list_s3awno as (v text[]);

create type lh_engine_plain.map_qeufrw as (k text[], v list_s3awno[]);

create type lh_engine_plain.r_6nxlmy as ("contacted" float8, "waiting" float8);

create type lh_engine_plain.r_l2bl3h as ("contacted" float8, "day" float8, "n" float8, "squares" float8, "sum" float8);

create type lh_engine_plain.r_mdc18n as ("contacts" float8, "day" float8, "invalid" float8, "source" text);

create type lh_engine_plain.r_e02ubt as ("avg_response_time_hours" float8, "contacted_count" float8, "new_leads_count" float8, "qualified_count" float8);

create type lh_engine_plain.r_taxhxn as ("n" float8, "sum" float8);

create type lh_engine_plain.r_4stt4w as ("day" float8, "false_negatives" float8, "false_positives" float8, "true_negatives" float8, "true_positives" float8);

create type lh_engine_plain.r_n47657 as ("answer_n" float8, "answer_squares" float8, "answer_sum" float8, "answered" float8, "contacted" float8, "converted" float8, "converted_in_time" float8, "day" float8, "hours_n" float8, "hours_sum" float8, "leads" float8, "qualified" float8, "reached" float8, "reached_qualified" float8, "source" text);

create type lh_engine_plain.r_mjpbqj as ("contact" float8, "feedback" float8, "follow_up" float8, "qualification" float8);

create type lh_engine_plain.r_5wir9m as ("column_name" text, "view_name" text);

create type lh_engine_plain.r_80w4ph as ("age_days" float8, "day" float8, "f1_score" float8, "labelled" float8);

create type lh_engine_plain.r_fg6pwp as ("day" float8, "feedback" float8, "source" text, "wrong_numbers" float8);

create type lh_engine_plain.r_1qbja7 as ("anomalies" map_1cxn6r, "anomaly_ids" map_qeufrw, "as_of" float8, "backlog" r_6nxlmy, "contact_days" r_l2bl3h[], "contacts" r_mdc18n[], "daily" r_e02ubt, "follow_up" r_taxhxn, "labelled" r_4stt4w[], "leads" r_n47657[], "mature" r_mjpbqj, "missing_columns" r_5wir9m[], "performance" r_80w4ph, "reports" r_fg6pwp[], "settings" json, "until" text);

create type lh_engine_plain.r_nu110r as ("decisions.exact_test_below" float8, "decisions.gate_guardrails" boolean, "decisions.gate_sample_ratio" boolean, "decisions.gate_simpson" boolean, "decisions.gate_units" boolean, "decisions.guardrail_min_leads" float8, "decisions.guardrail_p_value" float8, "decisions.keep_lift_pct" float8, "decisions.kill_lift_pct" float8, "decisions.kill_p_value" float8, "decisions.maturity_days" float8, "decisions.max_test_days" float8, "decisions.pace_days" float8, "decisions.planned_lift" float8, "decisions.rule" text, "decisions.sample_ratio_min_leads" float8, "decisions.sample_ratio_p_value" float8, "decisions.segment_p_value" float8, "decisions.unit_faults_pct" float8, "detection.backlog_days" float8, "detection.backlog_share_max" float8, "detection.baseline_days" float8, "detection.contact_grace_hours" float8, "detection.contact_rate_min" float8, "detection.contact_rate_target" float8, "detection.escalation_min_leads" float8, "detection.f1_score_min" float8, "detection.f1_score_target" float8, "detection.feedback_window_days" float8, "detection.follow_up_days_max" float8, "detection.follow_up_days_target" float8, "detection.follow_up_horizon_days" float8, "detection.follow_up_window_days" float8, "detection.max_sources" float8, "detection.min_evidence" float8, "detection.min_relative_change" float8, "detection.missed_examples" float8, "detection.pattern_keep_from" float8, "detection.pattern_min_evidence" float8, "detection.pattern_retire_below" float8, "detection.qualification_grace_days" float8, "detection.qualification_rate_min" float8, "detection.qualification_rate_target" float8, "detection.response_time_hours_max" float8, "detection.response_time_hours_target" float8, "detection.source_conversion_rate_min" float8, "detection.source_conversion_rate_target" float8, "detection.source_min_leads" float8, "detection.source_window_days" float8, "detection.threshold_inputs" text, "detection.trend_alpha" float8, "detection.trend_days" float8, "detection.trend_min_leads" float8, "detection.window_days" float8, "engine.approval" boolean, "engine.dry_run" boolean, "engine.late_after_minutes" float8, "engine.time_zone" text, "log.retention_days" float8, "metrics.max_filled_days" float8, "metrics.refresh_days" float8, "profile" text, "security.trusted_roles" text[], "spawning.baseline_days" float8, "spawning.baseline_lag_days" float8, "spawning.confidence_level" float8, "spawning.cooling_off_days" float8, "spawning.max_running_tests" float8, "spawning.min_evidence" float8, "spawning.min_sample_size" float8, "spawning.recently_kept_days" float8, "spawning.traffic_allocation_pct" float8);

create type lh_engine_plain.fn_8xylpd as (tag int4, e40977824_0 json, e40977824_1 r_nu110r, e138233209_0 r_n47657[]);

create type lh_engine_plain.r_pwhogm as ("matureCohorts" boolean, "number" fn_8xylpd);

create type lh_engine_plain.r_lprgsc as ("from" text, "n" float8, "to" text, "value" float8);

create type lh_engine_plain.r_vqchpa as ("baseline" r_lprgsc, "began_on" text, "detail" json, "from" text, "metric" text, "n" float8, "p_value" float8, "past_by" float8, "relative_change" float8, "segment" text, "target" float8, "threshold" float8, "to" text, "trigger" text, "twice_past" boolean, "type" text, "unit" text, "value" float8);

create type lh_engine_plain.r_r1knjv as ("code" text, "columns" text[], "days" text[], "ids" text[], "message" text, "metric" text, "n" float8, "needed" float8, "rule" text, "segment" text, "table" text, "trigger" text);

create type lh_engine_plain.r_hapi6y as ("findings" r_vqchpa[], "warnings" r_r1knjv[]);

create type lh_engine_plain.r_plfdau as ("severity" text, "skill" text, "type" text);

create type lh_engine_plain.r_ii7y2m as ("baseline" r_lprgsc, "began_on" text, "detail" json, "explanation" text, "from" text, "metric" text, "n" float8, "p_value" float8, "past_by" float8, "relative_change" float8, "segment" text, "target" float8, "threshold" float8, "to" text, "trigger" text, "twice_past" boolean, "type" text, "unit" text, "value" float8);

create type lh_engine_plain.r_4oq0wk as ("as_of" text, "baseline" float8, "baseline_from" text, "baseline_n" float8, "baseline_to" text, "began_on" text, "from" text, "n" float8, "p_value" float8, "past_by" float8, "severity_raised" text, "threshold" float8, "to" text, "triggers" r_ii7y2m[]);

create type lh_engine_plain.r_mnytgs as ("current_value" float8, "evidence" r_4oq0wk, "explanation" text, "metric" text, "segment" text, "severity" text, "suggested_skill" text, "target_value" float8, "trigger" text, "type" text);

create type lh_engine_plain.r_0nkyz9 as ("anomalies" map_1cxn6r, "anomaly_ids" map_qeufrw, "as_of" float8, "daily" r_e02ubt, "missing_columns" r_5wir9m[], "performance" r_80w4ph);

create type lh_engine_plain.r_qmrl5y as ("bottlenecks" r_mnytgs[], "warnings" r_r1knjv[]);

create type lh_engine_plain.r_vpro6d as ("answered" float8, "converted" float8, "feedback" float8, "hours_n" float8, "hours_squares" float8, "hours_sum" float8, "leads" float8, "qualified" float8, "reached" float8, "wrong_numbers" float8);

create type lh_engine_plain.r_cgxvkx as ("baseline" r_vpro6d, "recent" r_vpro6d, "segment" text);

create type lh_engine_plain.r_zmdmj4 as ("segments" r_cgxvkx[]);

create type lh_engine_plain.r_d9fbyu as ("baseline_leads" float8, "contact_rate" float8, "contact_rate_change" float8, "contact_rate_high" float8, "contact_rate_low" float8, "conversion_rate" float8, "conversion_rate_change" float8, "conversion_rate_high" float8, "conversion_rate_low" float8, "leads" float8, "qualification_rate" float8, "qualification_rate_change" float8, "qualification_rate_high" float8, "qualification_rate_low" float8, "response_hours" float8, "response_hours_change" float8, "response_hours_high" float8, "response_hours_low" float8, "segment" text, "wrong_number_share" float8, "wrong_number_share_change" float8, "wrong_number_share_high" float8, "wrong_number_share_low" float8);

create type lh_engine_plain.r_lhussj as ("contact_rate" float8, "contact_rate_change" float8, "contact_rate_high" float8, "contact_rate_low" float8);

create type lh_engine_plain.r_jccbg7 as ("qualification_rate" float8, "qualification_rate_change" float8, "qualification_rate_high" float8, "qualification_rate_low" float8);

create type lh_engine_plain.r_f18g5x as ("conversion_rate" float8, "conversion_rate_change" float8, "conversion_rate_high" float8, "conversion_rate_low" float8);

create type lh_engine_plain.r_zm7ykz as ("response_hours" float8, "response_hours_change" float8, "response_hours_high" float8, "response_hours_low" float8);

create type lh_engine_plain.r_djw2xm as ("wrong_number_share" float8, "wrong_number_share_change" float8, "wrong_number_share_high" float8, "wrong_number_share_low" float8);

create type lh_engine_plain.r_l1mk32 as ("rows" r_d9fbyu[]);

create type lh_engine_plain.r_kyrla7 as ("metric" text, "since" text, "skill_type" text);

create type lh_engine_plain.r_v9du6c as ("document" json, "settings" json, "spawned" r_kyrla7[], "until" text);

create type lh_engine_plain.r_vgjsxa as ("last_kept_at" text, "last_killed_at" text, "skill_type" text, "spawned_count" float8, "testing_since" text, "testing_skill_id" text, "testing_test_id" text);

create type lh_engine_plain.r_zecxh0 as ("ab_test_id" text, "metric" text, "skill_id" text, "started_at" text);

create type lh_engine_plain.r_fgs8so as ("conversions" float8, "leads" float8);

create type lh_engine_plain.r_gfcsvs as ("baseline" r_fgs8so, "bottlenecks" r_mnytgs[], "pauses" text[], "running_tests" r_zecxh0[], "settings" json, "skills" r_vgjsxa[], "until" text);

create type lh_engine_plain.r_l00n8h as ("baseline_rate" float8, "planned_leads_per_group" float8, "planned_lift" float8);

create type lh_engine_plain.r_xz03yd as ("baseline_value" float8, "problem_detected" text, "skill_name" text, "skill_type" text, "target_metric" text, "target_value" float8);

create type lh_engine_plain.r_9nlzru as ("confidence_level" float8, "control_description" text, "hypothesis" text, "metric_tracked" text, "min_sample_size" float8, "test_name" text, "traffic_allocation_pct" float8, "treatment_description" text);

create type lh_engine_plain.r_ct54wq as ("ab_test_id" text, "action" text, "bottleneck" text, "explanation" text, "metric" text, "plan" r_l00n8h, "reason" text, "since" text, "skill" r_xz03yd, "skill_id" text, "skill_name" text, "skill_type" text, "test" r_9nlzru, "until" text);

create type lh_engine_plain.r_9pouhu as ("decisions" r_ct54wq[]);

create type lh_engine_plain.r_hz0sdw as ("action" text, "current_value" float8, "explanation" text, "metric" text, "reason" text, "segment" text, "severity" text, "skill_name" text, "skill_type" text, "target_value" float8, "trigger" text, "type" text);

create type lh_engine_plain.r_fvtstn as ("ab_test_id" text, "action" text, "bottleneck" text, "explanation" text, "metric" text, "plan" r_l00n8h, "reason" text, "since" text, "skill" r_xz03yd, "skill_id" text, "skill_name" text, "skill_type" text, "test" r_9nlzru, "until" text);

create type lh_engine_plain.r_xwosbr as ("rows" r_hz0sdw[], "spawned" r_kyrla7[]);

create type lh_engine_plain.r_ouhdmd as ("false_negatives" float8, "false_positives" float8, "true_negatives" float8, "true_positives" float8);

create type lh_engine_plain.r_oxeudm as ("false_positives" float8, "pattern_type" text, "true_positives" float8);

create type lh_engine_plain.r_k5736p as ("overall" r_ouhdmd, "patterns" r_oxeudm[]);

create type lh_engine_plain.r_k8cpre as ("avg_f1_score" float8, "avg_precision" float8, "avg_recall" float8, "false_negatives" float8, "false_positives" float8, "pattern_type" text, "total_validations" float8, "true_negatives" float8, "true_positives" float8);

create type lh_engine_plain.r_lex3ky as ("avg_f1_score" float8, "avg_precision" float8, "avg_recall" float8, "false_negatives" float8, "false_positives" float8, "pattern_type" text, "total_validations" float8, "true_negatives" float8, "true_positives" float8);

create type lh_engine_plain.r_3sx42w as ("avg_f1_score" text, "avg_precision" float8, "avg_recall" text, "false_negatives" text, "false_positives" float8, "pattern_type" text, "total_validations" float8, "true_negatives" text, "true_positives" float8);

create type lh_engine_plain.r_xzxuf3 as ("rows" r_lex3ky[]);

create type lh_engine_plain.r_n4fcx3 as ("contact_ids" text[], "n" float8, "reason" text);

create type lh_engine_plain.r_tjxkti as ("detection.pattern_keep_from" float8, "detection.pattern_min_evidence" float8, "detection.pattern_retire_below" float8);

create type lh_engine_plain.r_nc16bz as ("missed" r_n4fcx3[], "overall" r_ouhdmd, "patterns" r_oxeudm[], "settings" r_tjxkti);

create type lh_engine_plain.r_sr1yt4 as ("businesses" float8, "false_positives" float8, "measures" text, "missed" r_n4fcx3[], "missed_businesses" float8, "true_positives" float8);

create type lh_engine_plain.r_xvk1mh as ("correct" float8, "evidence" r_sr1yt4, "explanation" text, "judged" float8, "pattern_type" text, "recommendation" text, "share" float8, "share_high" float8, "share_low" float8);

create type lh_engine_plain.r_ssozvv as ("false_positives" float8, "measures" text, "true_positives" float8);

create type lh_engine_plain.r_6pcdsz as ("correct" float8, "evidence" r_ssozvv, "explanation" text, "judged" float8, "pattern_type" text, "recommendation" text, "share" float8, "share_high" float8, "share_low" float8);

create type lh_engine_plain.r_72le4s as ("businesses" float8, "measures" text, "missed" r_n4fcx3[], "missed_businesses" float8);

create type lh_engine_plain.r_kkhg4u as ("correct" float8, "evidence" r_72le4s, "explanation" text, "judged" float8, "pattern_type" text, "recommendation" text, "share" float8, "share_high" float8, "share_low" float8);

create type lh_engine_plain.r_xbmqgj as ("recommendations" r_xvk1mh[]);

create type lh_engine_plain.r_ujyrs1 as ("bad_lead" float8, "business_number" float8, "correct_owner" float8, "dimension" text, "disconnected" float8, "feedback" float8, "good_lead" float8, "name" text, "wrong_number" float8);

create type lh_engine_plain.r_qvun2a as ("rows" r_ujyrs1[]);

create type lh_engine_plain.r_s6dp7x as ("bad_lead" float8, "business_number" float8, "business_share" float8, "business_share_high" float8, "business_share_low" float8, "correct_owner" float8, "dimension" text, "disconnected" float8, "feedback" float8, "good_lead" float8, "good_share" float8, "good_share_high" float8, "good_share_low" float8, "name" text, "unreachable_share" float8, "unreachable_share_high" float8, "unreachable_share_low" float8, "wrong_number" float8);

create type lh_engine_plain.r_awqivd as ("good_share" float8, "good_share_high" float8, "good_share_low" float8);

create type lh_engine_plain.r_6xf33w as ("unreachable_share" float8, "unreachable_share_high" float8, "unreachable_share_low" float8);

create type lh_engine_plain.r_zpkdsg as ("business_share" float8, "business_share_high" float8, "business_share_low" float8);

create type lh_engine_plain.r_hrp4eu as ("rows" r_s6dp7x[]);

create type lh_engine_plain.r_vm9475 as ("current_value" float8, "evidence" json, "explanation" text, "metric" text, "segment" text, "severity" text, "suggested_skill" text, "target_value" float8, "trigger" text, "type" text);

create type lh_engine_plain.r_8aegtr as ("skill_name" float8, "test_name" float8);

create type lh_engine_plain.r_2x5lgs as ("paused_at" text, "paused_by" text, "skill_type" text, "why" text);

create type lh_engine_plain.r_j4k7fj as ("decisions.planned_lift" float8, "spawning.confidence_level" float8, "spawning.cooling_off_days" float8, "spawning.max_running_tests" float8, "spawning.min_evidence" float8, "spawning.min_sample_size" float8, "spawning.recently_kept_days" float8, "spawning.traffic_allocation_pct" float8);

create type lh_engine_plain.r_ht24y5 as ("last_kept_at" text, "last_killed_at" text, "skill_type" text, "spawned_count" float8, "testing_since" text, "testing_skill_id" text, "testing_test_id" text);

create type lh_engine_plain.r_86g23x as ("baseline" r_fgs8so, "bottlenecks" r_vm9475[], "name_limits" r_8aegtr, "pauses" r_2x5lgs[], "running_tests" r_zecxh0[], "settings" r_j4k7fj, "skills" r_ht24y5[], "taken_names" text[], "until" text);

create type lh_engine_plain.r_tt0yp3 as ("pauses" r_2x5lgs[], "settings" r_j4k7fj, "skills" r_ht24y5[], "until" text);

create type lh_engine_plain.r_fb1e5b as ("ab_test_id" text, "explanation" text, "reason" text, "since" text, "skill_id" text, "until" text);

create type lh_engine_plain.r_nfc97h as ("metric" text, "suggested_skill" text, "type" text);

create type lh_engine_plain.r_qmr3rb as ("bottleneck" text, "metric" text, "skill_type" text);

create type lh_engine_plain.r_l27zp0 as ("ab_test_id" text, "action" text, "bottleneck" text, "explanation" text, "metric" text, "reason" text, "since" text, "skill_id" text, "skill_name" text, "skill_type" text, "until" text);

create type lh_engine_plain.r_hfys74 as ("baseline" r_fgs8so, "name_limits" r_8aegtr, "settings" r_j4k7fj, "skills" r_ht24y5[]);

create type lh_engine_plain.r_nveua9 as ("confidence_level" float8, "control_conversions" float8, "control_leads" float8, "treatment_conversions" float8, "treatment_leads" float8);

create type lh_engine_plain.r_p6d2tz as ("p" float8, "z" float8);

create type lh_engine_plain.r_8xonlq as ("high" float8, "low" float8);

create type lh_engine_plain.r_qo2oia as ("control_rate" float8, "difference" float8, "difference_high" float8, "difference_low" float8, "lift_high_pct" float8, "lift_low_pct" float8, "lift_pct" float8, "p_value" float8, "reason" text, "treatment_rate" float8, "z" float8);

create type lh_engine_plain.r_8x6kcv as ("baseline_rate" float8, "confidence_level" float8, "power" float8, "relative_lift" float8);

create type lh_engine_plain.r_zsvuiy as ("baselineRate" float8, "confidenceLevel" float8, "power" float8);

create type lh_engine_plain.r_2gkymy as ("exact" float8, "leads_per_group" float8);

create type lh_engine_plain.r_pr59hk as ("baseline_rate" float8, "confidence_level" float8, "leads_per_group" float8, "power" float8);

create type lh_engine_plain.r_gxztic as ("lift_pct" float8);

create type lh_engine_plain.r_y1nies as ("control_leads" float8, "treatment_leads" float8, "treatment_pct" float8);

create type lh_engine_plain.r_1f5r30 as ("chiSquare" float8, "p" float8);

create type lh_engine_plain.r_a1d3dz as ("chi_square" float8, "mismatch" boolean, "p_value" float8);

create type lh_engine_plain.r_c04ssv as ("control_mean" float8, "control_n" float8, "control_variance" float8, "treatment_mean" float8, "treatment_n" float8, "treatment_variance" float8);

create type lh_engine_plain.r_0u8or8 as ("mean" float8, "n" float8, "variance" float8);

create type lh_engine_plain.r_658738 as ("degreesOfFreedom" float8, "difference" r_8xonlq, "p" float8, "t" float8, "upperTail" float8);

create type lh_engine_plain.r_4wl8c2 as ("degrees_of_freedom" float8, "difference_high" float8, "difference_low" float8, "p_value" float8, "reason" text, "t" float8);

create type lh_engine_plain.r_of9azf as ("confidence_level" float8, "information_fractions" float8[]);

create type lh_engine_plain.r_4yl0qq as ("alphaSpent" float8, "zBoundary" float8);

create type lh_engine_plain.r_g9cdtq as ("alpha_spent" float8, "information_fraction" float8, "look" float8, "z_boundary" float8);

create type lh_engine_plain.r_0aamjr as ("z" float8);

create type lh_engine_plain.r_bvqlok as ("value" float8);

create type lh_engine_plain.r_b3f7kt as ("q" float8);

create type lh_engine_plain.r_cy423g as ("decisions.exact_test_below" float8, "decisions.gate_guardrails" boolean, "decisions.gate_sample_ratio" boolean, "decisions.gate_simpson" boolean, "decisions.gate_units" boolean, "decisions.guardrail_min_leads" float8, "decisions.guardrail_p_value" float8, "decisions.keep_lift_pct" float8, "decisions.kill_lift_pct" float8, "decisions.kill_p_value" float8, "decisions.maturity_days" float8, "decisions.max_test_days" float8, "decisions.planned_lift" float8, "decisions.rule" text, "decisions.sample_ratio_min_leads" float8, "decisions.sample_ratio_p_value" float8, "decisions.segment_p_value" float8, "decisions.unit_faults_pct" float8, "spawning.confidence_level" float8, "spawning.min_sample_size" float8, "spawning.traffic_allocation_pct" float8);

create type lh_engine_plain.r_xyzflf as ("before_start" text[], "before_start?" boolean, "doubled_leads" text[], "doubled_leads?" boolean, "other_arm" text[], "other_arm?" boolean, "unknown_group" text[], "unknown_group?" boolean, "unknown_status_in_test" text[], "unknown_status_in_test?" boolean);

create type lh_engine_plain.r_jcw13b as ("conversions" float8, "dead" float8, "group" text, "leads" float8, "response_mean_hours" float8, "response_n" float8, "response_variance" float8, "source" text);

create type lh_engine_plain.r_ql8lxl as ("control_conversions" float8, "control_leads" float8, "counts_alike" boolean, "information" float8, "planned_leads_per_group" float8, "planned_leads_per_group?" boolean, "treatment_conversions" float8, "treatment_leads" float8);

create type lh_engine_plain.r_h42m0h as ("before_start" float8, "doubled" float8, "leads" float8, "other_arm" float8, "property_in_both" float8, "same_property" float8, "unknown_status" float8);

create type lh_engine_plain.r_37pd4w as ("column" text, "value" text);

create type lh_engine_plain.r_8a3s3l as ("baseline" r_fgs8so, "confidence_level" float8, "groups" r_jcw13b[], "has_started" boolean, "history" r_ql8lxl[], "min_sample_size" float8, "planned_baseline_rate" float8, "planned_leads_per_group" float8, "planned_lift" float8, "running_days" float8, "skill_exists" boolean, "skill_status" text, "started_at" text, "started_at?" boolean, "traffic_allocation_pct" float8, "units" r_h42m0h, "unreadable" r_37pd4w[]);

create type lh_engine_plain.r_1aycr1 as ("confidence_level" float8, "fractions" float8[], "level" float8, "masses" float8[], "reach" float8);

create type lh_engine_plain.r_1srct4 as ("ab_test_id" text, "fault_ids" r_xyzflf, "fault_ids?" boolean, "inputs" r_8a3s3l, "metric" text, "skill_id" text, "standing" r_1aycr1, "standing?" boolean, "test_name" text);

create type lh_engine_plain.r_5ndoee as ("as_of" text, "leads_without_test" float8, "settings" r_cy423g, "stray_ids" text[], "stray_ids?" boolean, "tests" r_1srct4[]);

create type lh_engine_plain.r_4n1jpj as ("baseline" r_fgs8so, "confidence_level" float8, "confounded_with" text, "groups" r_jcw13b[], "has_started" boolean, "history" r_ql8lxl[], "min_sample_size" float8, "planned_baseline_rate" float8, "planned_leads_per_group" float8, "planned_lift" float8, "running_days" float8, "skill_exists" boolean, "skill_status" text, "started_at" text, "started_at?" boolean, "traffic_allocation_pct" float8, "units" r_h42m0h, "unreadable" r_37pd4w[]);

create type lh_engine_plain.r_l58o6k as ("conversions" float8, "leads" float8, "rate" float8);

create type lh_engine_plain.r_l1d8zw as ("blocks" text[], "enabled" boolean, "gate" text, "p_value" float8, "passed" boolean, "text" text);

create type lh_engine_plain.r_3pmzc1 as ("degrees_of_freedom" float8, "note" text, "p_value" float8, "q" float8, "test" text);

create type lh_engine_plain.r_8zkujp as ("reason" text, "recommendation" text, "rule" text);

create type lh_engine_plain.r_8fr7st as ("baseline_rate" float8, "made" boolean, "planned_leads_per_group" float8, "planned_lift" float8);

create type lh_engine_plain.r_i02ro3 as ("code" text, "text" text);

create type lh_engine_plain.r_m0g3xy as ("control" r_l58o6k, "effect" text, "holm_p_value" float8, "lift_high_pct" float8, "lift_low_pct" float8, "lift_pct" float8, "p_value" float8, "source" text, "treatment" r_l58o6k);

create type lh_engine_plain.r_6ic20b as ("alpha_spent" float8, "difference" float8, "difference_high" float8, "difference_low" float8, "information" float8, "lift_high_pct" float8, "lift_low_pct" float8, "lift_pct" float8, "look" float8, "p_value" float8, "test" text, "z" float8, "z_boundary" float8);

create type lh_engine_plain.r_ecicmg as ("before_gates" text, "control" r_l58o6k, "gates" r_l1d8zw[], "heterogeneity" r_3pmzc1, "leads_with_unknown_group" float8, "needs_person" boolean, "other_rule" r_8zkujp, "outcome" text, "plan" r_8fr7st, "reason" text, "reasons" r_i02ro3[], "recommendation" text, "recommended_sources" text[], "rule" text, "rule_version" text, "segments" r_m0g3xy[], "statistics" r_6ic20b, "treatment" r_l58o6k, "winner" text);

create type lh_engine_plain.r_53f62q as ("inputs" r_4n1jpj, "result" r_ecicmg, "standing" r_1aycr1, "test" r_1srct4);

create type lh_engine_plain.r_w89q3v as ("result" r_ecicmg, "standing" r_1aycr1);

create type lh_engine_plain.r_9421fm as ("ab_test_id" text, "code" text, "ids" text[], "message" text, "n" float8, "table" text);

create type lh_engine_plain.r_1gap5h as ("ab_test_id" text, "before_gates" text, "control" r_l58o6k, "gates" r_l1d8zw[], "heterogeneity" r_3pmzc1, "inputs" r_4n1jpj, "leads_with_unknown_group" float8, "metric" text, "needs_person" boolean, "other_rule" r_8zkujp, "outcome" text, "plan" r_8fr7st, "reason" text, "reasons" r_i02ro3[], "recommendation" text, "recommended_sources" text[], "record_version" float8, "rule" text, "rule_version" text, "segments" r_m0g3xy[], "settings" r_cy423g, "skill_id" text, "statistics" r_6ic20b, "test_name" text, "treatment" r_l58o6k, "winner" text);

create type lh_engine_plain.r_qwv9sx as ("ab_test_id" text, "standing" r_1aycr1);

create type lh_engine_plain.r_3psio8 as ("ab_test_id" text, "fault_ids" r_xyzflf, "fault_ids?" boolean);

create type lh_engine_plain.r_qcpbjp as ("confidence_level" float8, "groups" r_jcw13b[], "history" r_ql8lxl[], "min_sample_size" float8, "traffic_allocation_pct" float8, "units" r_h42m0h);

create type lh_engine_plain.r_ho7zan as ("gates" r_l1d8zw[], "needs_person" boolean, "outcome" text, "reason" text, "reasons" r_i02ro3[]);

create type lh_engine_plain.r_d1veh4 as ("standings" r_qwv9sx[], "tests" r_1gap5h[], "warnings" r_9421fm[]);

create type lh_engine_plain.r_5y6vgb as ("inputs" r_4n1jpj, "parts" json, "settings" r_cy423g, "version" float8);

create type lh_engine_plain.r_0ocdpx as ("part" text, "recorded" json, "replayed" json);

create type lh_engine_plain.r_w6c2tu as ("differences" r_0ocdpx[], "reason" text, "recommendation" text, "same" boolean);

create type lh_engine_plain.r_ueudvs as ("confidence_level" float8, "control_conversions" float8, "control_leads" float8, "information_fractions" float8[], "min_sample_size" float8, "planned_leads_per_group" float8, "rule" text, "treatment_conversions" float8, "treatment_leads" float8);

create type lh_engine_plain.r_px03pk as ("control_conversions" float8, "control_leads" float8, "information" float8, "treatment_conversions" float8, "treatment_leads" float8);

create type lh_engine_plain.fn_2g39xx as (tag int4);

create type lh_engine_plain.fn_g7vp4s as (tag int4);

create type lh_engine_plain.r_sodp4e as ("comparedWith" text, "name" text, "recommend" fn_2g39xx, "suffices" fn_g7vp4s);

create type lh_engine_plain.r_xjy9zo as ("fixed_thresholds" r_sodp4e, "sequential" r_sodp4e);

create type lh_engine_plain.r_bugsee as ("confidenceLevel" float8, "control" r_fgs8so, "history" r_ql8lxl[], "minSampleSize" float8, "plannedLeads" float8, "standing" r_1aycr1, "treatment" r_fgs8so);

create type lh_engine_plain.r_v1z58w as ("decisions.exact_test_below" float8, "decisions.keep_lift_pct" float8, "decisions.kill_lift_pct" float8, "decisions.kill_p_value" float8);

create type lh_engine_plain.r_bxzq5j as ("alphaSpent" float8, "information" float8, "look" float8, "standing" r_1aycr1, "zBoundary" float8);

create type lh_engine_plain.r_xdr1fg as ("needsPerson" boolean, "progress" r_bxzq5j, "reason" r_i02ro3, "recommendation" text);

create type lh_engine_plain.r_t303rf as ("exact" boolean, "p" float8, "z" float8);

create type lh_engine_plain.r_dmy9sv as ("information" float8, "lift_pct" float8, "needs_person" boolean, "p_value" float8, "reason" text, "recommendation" text, "z" float8, "z_boundary" float8);

create type lh_engine_plain.r_sz9btk as ("ab_test_id" text, "control" float8, "days" float8, "treatment" float8);

create type lh_engine_plain.r_u41uvd as ("as_of" text, "leads_without_test" float8, "pace" r_sz9btk[], "settings" r_cy423g, "stray_ids" text[], "stray_ids?" boolean, "tests" r_1srct4[]);

create type lh_engine_plain.r_h0yvu8 as ("ab_test_id" text, "control_conversions" float8, "control_leads" float8, "detectable_lift_pct" float8, "estimated_verdict_on" text, "information" float8, "leads_per_day" float8, "looks" float8, "min_sample_size" float8, "note" text, "planned_leads_per_group" float8, "rule" text, "treatment_conversions" float8, "treatment_leads" float8);

create type lh_engine_plain.r_ut5die as ("ab_test_id" text, "inputs" r_8a3s3l, "standing" r_1aycr1, "standing?" boolean);

create type lh_engine_plain.r_6kxn44 as ("as_of" text, "settings" r_cy423g);

create type lh_engine_plain.r_cr4m71 as ("gate" text, "text" text);

create type lh_engine_plain.r_ynf1ir as ("note" text);

create type lh_engine_plain.r_0bp78e as ("information" float8, "lift_high_pct" float8, "lift_low_pct" float8, "lift_pct" float8);

create type lh_engine_plain.r_xoqjs6 as ("ab_test_id" text, "ab_test_id?" boolean, "actor" text, "as_of" text, "before_gates" text, "before_gates?" boolean, "confidence_level" float8, "confidence_level?" boolean, "control" r_l58o6k, "gates" r_cr4m71[], "held" text, "held?" boolean, "heterogeneity" r_ynf1ir, "heterogeneity?" boolean, "kind" text, "needs_person" boolean, "on" text, "other_rule" r_8zkujp, "other_rule?" boolean, "proposal_id" float8, "proposal_id?" boolean, "proposes" text, "proposes?" boolean, "reason" text, "recommendation" text, "recommended_sources" text[], "recommended_sources?" boolean, "rule" text, "skill_type" text, "skill_type?" boolean, "statistics" r_0bp78e, "switch" text, "treatment" r_l58o6k, "why" text, "why?" boolean);

create type lh_engine_plain.r_6mqetx as ("skill_name" text, "status" text);

create type lh_engine_plain.r_2tg888 as ("as_of" text, "explanation" text);

create type lh_engine_plain.r_7fs3sc as ("ab_test_id" text, "ended_on" text, "events" r_xoqjs6[], "metric" text, "min_sample_size" float8, "plan" r_l00n8h, "skill" r_6mqetx, "spawn" r_2tg888, "started_on" text, "status" text, "test_name" text, "traffic_allocation_pct" float8);

create type lh_engine_plain.r_13vq64 as ("as_of" text, "before_gates" text, "confidence_level" float8, "control" r_l58o6k, "gates" r_cr4m71[], "held" text, "held?" boolean, "heterogeneity" r_ynf1ir, "kind" text, "needs_person" boolean, "other_rule" r_8zkujp, "reason" text, "recommendation" text, "recommended_sources" text[], "rule" text, "statistics" r_0bp78e, "treatment" r_l58o6k);

create type lh_engine_plain.r_dk0jl5 as ("ab_test_id" text, "metric" text, "skill" r_6mqetx, "spawn" r_2tg888, "started_on" text, "test_name" text);

create type lh_engine_plain.r_7abkyd as ("min_sample_size" float8, "plan" r_l00n8h, "traffic_allocation_pct" float8);

create type lh_engine_plain.r_ldrk7k as ("other_rule" r_8zkujp, "recommendation" text);

create type lh_engine_plain.r_19ur5q as ("held" text, "held?" boolean, "needs_person" boolean, "recommendation" text, "rule" text, "statistics" r_0bp78e);

create type lh_engine_plain.r_6zxiuf as ("gates" r_cr4m71[], "reason" text);

create type lh_engine_plain.r_j4brb0 as ("confidence_level" float8, "statistics" r_0bp78e);

create type lh_engine_plain.r_mn5ak0 as ("heterogeneity" r_ynf1ir, "recommended_sources" text[]);

create type lh_engine_plain.r_y4yme4 as ("sentences" text[]);

create type lh_engine_plain.r_jewy6j as ("decisions.segment_p_value" float8, "spawning.confidence_level" float8);

create type lh_engine_plain.r_ttozdk as ("ab_test_id" text, "confidence_level" float8, "groups" r_jcw13b[]);

create type lh_engine_plain.r_k59kib as ("settings" r_jewy6j, "tests" r_ttozdk[]);

create type lh_engine_plain.r_anikxp as ("ab_test_id" text, "control_conversions" float8, "control_leads" float8, "control_rate" float8, "effect" text, "holm_p_value" float8, "lift_high_pct" float8, "lift_low_pct" float8, "lift_pct" float8, "note" text, "p_value" float8, "source" text, "treatment_conversions" float8, "treatment_leads" float8, "treatment_rate" float8);

create type lh_engine_plain.r_xu1kuh as ("action" text, "explanation" text, "explanation?" boolean, "skill_type" text, "skill_type?" boolean, "…" json);

create type lh_engine_plain.r_g8ir1i as ("rejected_by" text, "since" text, "skill_type" text, "until" text, "why" text);

create type lh_engine_plain.r_dez664 as ("approval" boolean, "decisions" r_xu1kuh[], "dry_run" boolean, "rejections" r_g8ir1i[]);

create type lh_engine_plain.r_dd8cy7 as ("plan" json, "skill" json, "test" json);

create type lh_engine_plain.r_q1289f as ("action" text, "explanation" text, "explanation?" boolean, "reason" text, "since" text, "since?" boolean, "skill_name" text, "skill_name?" boolean, "skill_type" text, "skill_type?" boolean, "until" text, "until?" boolean, "would_spawn" r_dd8cy7, "…" json);

create type lh_engine_plain.r_h3lbkp as ("dry_run" boolean, "rejections" r_g8ir1i[]);

create type lh_engine_plain.r_dgbgnl as ("action" text, "explanation" text, "reason" text, "since" text, "since?" boolean, "skill_name" text, "skill_type" text, "skill_type?" boolean, "until" text, "until?" boolean, "would_spawn" r_dd8cy7, "…" json);

create type lh_engine_plain.r_nzo4kc as ("recommendation" text, "recommendation?" boolean, "skill_id" text, "skill_id?" boolean, "…" json);

create type lh_engine_plain.r_g6wd0p as ("tests" r_nzo4kc[], "…" json);

create type lh_engine_plain.r_fvdfie as ("skill_id" text, "skill_type" text);

create type lh_engine_plain.r_fq4zqq as ("approval" boolean, "dry_run" boolean, "paused" text[], "result" r_g6wd0p, "skills" r_fvdfie[]);

create type lh_engine_plain.r_u4lj3a as ("held" text, "recommendation" text, "recommendation?" boolean, "skill_id" text, "skill_id?" boolean, "…" json);

create type lh_engine_plain.r_afqwek as ("recommendation" text, "recommendation?" boolean, "skill_id" text, "skill_id?" boolean);

create type lh_engine_plain.r_czypvb as ("approval" boolean, "dry_run" boolean, "paused" text[], "skills" r_fvdfie[]);

create type lh_engine_plain.r_tmpyru as ("tests" r_u4lj3a[], "…" json);

create type lh_engine_plain.r_4wto0r as ("key" json, "text" json, "value" json);

create type lh_engine_plain.r_pakx7u as ("0" text, "1" text);

create type lh_engine_plain.r_nbbx7c as ("key" json);

create type lh_engine_plain.r_sesab5 as ("anomalies" json, "anomaly_ids" json, "as_of" json, "backlog" json, "contact_days" json, "contacts" json, "daily" json, "follow_up" json, "labelled" json, "leads" json, "mature" json, "missing_columns" json, "performance" json, "reports" json, "settings" json, "until" json);

create type lh_engine_plain.fn_sk7iim as (tag int4, e202037341_0 r_e02ubt);

create type lh_engine_plain.r_1cixj6 as ("inSource" fn_sk7iim, "unit" text, "words" text);

create type lh_engine_plain.r_e2sj2l as ("columns" text[], "view" text);

create type lh_engine_plain.fn_zdbdeg as (tag int4);

create type lh_engine_plain.r_in0uk0 as ("measure" fn_zdbdeg, "needs" r_e2sj2l[], "setting" text, "target" text);

create type lh_engine_plain.fn_s6rvzk as (tag int4);

create type lh_engine_plain.fn_kkczbh as (tag int4);

create type lh_engine_plain.r_v372w7 as ("asShown" fn_s6rvzk, "cells" fn_kkczbh, "kind" text, "mature" text, "needs" r_e2sj2l[], "scope" text);

create type lh_engine_plain.r_2frefk as ("bottleneck" text, "countedOn" text, "display" r_1cixj6, "name" text, "threshold" r_in0uk0, "trend" r_v372w7, "worse" text);

create type lh_engine_plain.r_a22f8p as ("bottleneck" text, "countedOn" text, "name" text, "threshold" r_in0uk0, "worse" text);

create type lh_engine_plain.r_vey5ex as ("missing_columns" r_5wir9m[]);

create type lh_engine_plain.r_dtcjh9 as ("metric" text, "rule" text);

create type lh_engine_plain.r_0vbr6s as ("metric" text, "rule" text, "trigger" text);

create type lh_engine_plain.r_m45w8u as ("segment" text, "trigger" text, "type" text);

create type lh_engine_plain.r_ued8e3 as ("metric" text, "trigger" text);

create type lh_engine_plain.r_hapmgz as ("raised" text, "severity" text);

create type lh_engine_plain.r_dt00w1 as ("baseline" r_lprgsc, "began_on" text, "from" text, "metric" text, "n" float8, "p_value" float8, "past_by" float8, "segment" text, "threshold" float8, "to" text);

create type lh_engine_plain.r_ap911r as ("baseline" r_lprgsc, "began_on" text, "p_value" float8);

create type lh_engine_plain.r_50do2h as ("as_of" text, "baseline" float8, "baseline_from" text, "baseline_n" float8, "baseline_to" text, "began_on" text, "from" text, "n" float8, "p_value" float8, "past_by" float8, "threshold" float8, "to" text);

create type lh_engine_plain.r_40hw2z as ("anomalies" map_1cxn6r, "anomaly_ids" map_qeufrw, "missing_columns" r_5wir9m[]);

create type lh_engine_plain.r_u1nslb as ("0" boolean, "1" text, "2" text);

create type lh_engine_plain.r_8l0v0m as ("segments" json);

create type lh_engine_plain.r_06emck as ("contact_rate" float8, "contact_rate_high" float8, "contact_rate_low" float8);

create type lh_engine_plain.r_ma44u2 as ("qualification_rate" float8, "qualification_rate_high" float8, "qualification_rate_low" float8);

create type lh_engine_plain.r_q8tlz5 as ("conversion_rate" float8, "conversion_rate_high" float8, "conversion_rate_low" float8);

create type lh_engine_plain.r_2n544j as ("wrong_number_share" float8, "wrong_number_share_high" float8, "wrong_number_share_low" float8);

create type lh_engine_plain.r_npg6na as ("document" json, "settings" json, "spawned" json, "until" json);

create type lh_engine_plain.fn_16e1qj as (tag int4);

create type lh_engine_plain.r_qpyu6o as ("plan" fn_16e1qj);

create type lh_engine_plain.r_c0cccr as ("overall" json, "patterns" json);

create type lh_engine_plain.r_f19uuo as ("missed" json, "overall" json, "patterns" json, "settings" json);

create type lh_engine_plain.r_80xhqb as ("rows" json);

create type lh_engine_plain.r_9mi3j6 as ("baseline" json, "bottlenecks" json, "name_limits" json, "pauses" json, "running_tests" json, "settings" json, "skills" json, "taken_names" json, "until" json);

create type lh_engine_plain.r_n4fuze as ("suggested_skill" text);

create type lh_engine_plain.r_rfzfnq as ("pauses" r_2x5lgs[]);

create type lh_engine_plain.r_g8k9i3 as ("metric" text);

create type lh_engine_plain.r_73trat as ("explanation" text, "plan" r_l00n8h, "reason" text, "skill" r_xz03yd, "skill_name" text, "test" r_9nlzru);

create type lh_engine_plain.r_22oi9v as ("confidence_level" json, "control_conversions" json, "control_leads" json, "treatment_conversions" json, "treatment_leads" json);

create type lh_engine_plain.r_nwmwjc as ("digits" numeric, "scale" float8);

create type lh_engine_plain.r_j9awtv as ("baseline_rate" json, "confidence_level" json, "power" json, "relative_lift" json);

create type lh_engine_plain.r_8imaik as ("baseline_rate" json, "confidence_level" json, "leads_per_group" json, "power" json);

create type lh_engine_plain.r_hxugf4 as ("control_leads" json, "treatment_leads" json, "treatment_pct" json);

create type lh_engine_plain.r_1x5xb4 as ("control_mean" json, "control_n" json, "control_variance" json, "treatment_mean" json, "treatment_n" json, "treatment_variance" json);

create type lh_engine_plain.r_w8x3ea as ("confidence_level" json, "information_fractions" json);

create type lh_engine_plain.r_6v4a85 as ("z" json);

create type lh_engine_plain.r_sjsy29 as ("q" json);

create type lh_engine_plain.r_ezavjf as ("as_of" json, "leads_without_test" json, "settings" json, "stray_ids" json, "tests" json);

create type lh_engine_plain.r_9f76kd as ("conversions" float8, "dead" float8, "leads" float8, "response" r_0u8or8);

create type lh_engine_plain.r_kvg2jw as ("control" r_9f76kd, "treatment" r_9f76kd);

create type lh_engine_plain.r_lk7oih as ("control" r_fgs8so, "source" text, "treatment" r_fgs8so);

create type lh_engine_plain.r_gdiuy9 as ("confidence_level" float8, "min_sample_size" float8, "traffic_allocation_pct" float8);

create type lh_engine_plain.r_lvlwv4 as ("confidenceLevel" float8, "minSampleSize" float8, "treatmentPct" float8);

create type lh_engine_plain.r_ckrly4 as ("confounded_with" text, "has_started" boolean, "skill_status" text, "started_at" text, "started_at?" boolean, "unreadable" r_37pd4w[]);

create type lh_engine_plain.r_dl0pgz as ("0" text, "1" r_i02ro3);

create type lh_engine_plain.r_ibkptt as ("baseline" r_fgs8so, "planned_baseline_rate" float8, "planned_leads_per_group" float8, "planned_lift" float8);

create type lh_engine_plain.r_qj08ef as ("groups" r_jcw13b[], "history" r_ql8lxl[], "units" r_h42m0h);

create type lh_engine_plain.r_ey6a1d as ("before_gates" text, "needs_person" boolean, "other_rule" r_8zkujp, "outcome" text, "progress" r_bxzq5j, "reasons" r_i02ro3[], "recommendation" text, "rule" r_sodp4e, "standing" r_1aycr1);

create type lh_engine_plain.r_kbge9n as ("running_days" float8, "skill_exists" boolean);

create type lh_engine_plain.r_zr8okh as ("difference" float8, "difference_high" float8, "difference_low" float8, "lift_high_pct" float8, "lift_low_pct" float8, "lift_pct" float8, "p_value" float8, "test" text, "z" float8);

create type lh_engine_plain.r_kh70r2 as ("alphaSpent" float8, "information" float8, "look" float8, "zBoundary" float8);

create type lh_engine_plain.r_gzf9gl as ("alpha_spent" float8, "information" float8, "look" float8, "z_boundary" float8);

create type lh_engine_plain.r_1pr3sq as ("heterogeneity" r_3pmzc1, "recommended_sources" text[], "segments" r_m0g3xy[]);

create type lh_engine_plain.r_mi1fcg as ("code" text, "n" float8, "text" text);

create type lh_engine_plain.r_vuh5c4 as ("fault_ids" r_xyzflf, "fault_ids?" boolean);

create type lh_engine_plain.r_8pgoqi as ("ids" text[], "table" text);

create type lh_engine_plain.r_fi85gm as ("rule" text, "…" json);

create type lh_engine_plain.r_0tzj6j as ("control" json, "gates" json[], "inputs" r_4n1jpj, "needs_person" boolean, "other_rule" r_fi85gm, "outcome" text, "reason" text, "reasons" json[], "recommendation" text, "record_version" float8, "rule" text, "rule_version" text, "segments" json[], "settings" json, "statistics" json, "treatment" json, "winner" text, "…" json);

create type lh_engine_plain.r_z1fn7x as ("other_rule" r_fi85gm, "rule" text, "rule_version" text);

create type lh_engine_plain.map_39nin2 as (k text[], v json[]);

create type lh_engine_plain.r_bid7xn as ("0" text, "1" json);

create type lh_engine_plain.r_w1p49h as ("confidence_level" json, "control_conversions" json, "control_leads" json, "information_fractions" json, "min_sample_size" json, "planned_leads_per_group" json, "rule" json, "treatment_conversions" json, "treatment_leads" json);

create type lh_engine_plain.r_z76zvj as ("as_of" json, "leads_without_test" json, "pace" json, "settings" json, "stray_ids" json, "tests" json);

create type lh_engine_plain.r_yzgbix as ("minSampleSize" float8, "plannedLeads" float8);

create type lh_engine_plain.r_23n2al as ("ab_test_id" json, "ended_on" json, "events" json, "metric" json, "min_sample_size" json, "plan" json, "skill" json, "spawn" json, "started_on" json, "status" json, "test_name" json, "traffic_allocation_pct" json);

create type lh_engine_plain.r_rszznl as ("as_of" text, "before_gates" text, "control" r_l58o6k, "held" text, "held?" boolean, "reason" text, "recommendation" text, "treatment" r_l58o6k);

create type lh_engine_plain.r_9f0wcc as ("ab_test_id" text, "actor" text, "kind" text, "on" text, "proposal_id" float8, "proposal_id?" boolean, "proposes" text, "proposes?" boolean, "skill_type" text, "skill_type?" boolean, "switch" text, "why" text, "why?" boolean);

create type lh_engine_plain.r_bh40sm as ("held" text, "held?" boolean);

create type lh_engine_plain.r_8zjrcr as ("settings" json, "tests" json);

create type lh_engine_plain.r_fc04z0 as ("effect" text, "holm_p_value" float8, "lift_high_pct" float8, "lift_low_pct" float8, "lift_pct" float8, "p_value" float8, "source" text);

create type lh_engine_plain.r_re09ga as ("approval" json, "decisions" json, "dry_run" json, "rejections" json);

create type lh_engine_plain.r_bdfek8 as ("explanation" text, "explanation?" boolean, "skill_type" text, "skill_type?" boolean);

create type lh_engine_plain.r_fdlwm2 as ("approval" json, "dry_run" json, "paused" json, "result" json, "skills" json);

create type lh_engine_plain.r_wbx9n7 as ("skill_id" text, "skill_id?" boolean);

create type lh_engine_plain.r_ul3yxy as ("paused" text[], "skills" r_fvdfie[]);

create type lh_engine_plain.r_nhpsbs as ("distance" float8, "key" text);

create type lh_engine_plain.r_hkbmyj as ("contact" json, "feedback" json, "follow_up" json, "qualification" json);

create type lh_engine_plain.r_4etevj as ("avg_response_time_hours" json, "contacted_count" json, "new_leads_count" json, "qualified_count" json);

create type lh_engine_plain.r_ko0sa4 as ("age_days" json, "day" json, "f1_score" json, "labelled" json);

create type lh_engine_plain.r_dokdbf as ("n" json, "sum" json);

create type lh_engine_plain.r_769dhd as ("contacted" json, "waiting" json);

create type lh_engine_plain.r_lay7kt as ("detail" json, "from" text, "n" float8, "to" text, "value" float8, "what" text);

create type lh_engine_plain.r_fweikb as ("setting" text, "target" text);

create type lh_engine_plain.r_mpn83c as ("bottleneck" text, "countedOn" text, "name" text, "threshold" r_fweikb, "worse" text);

create type lh_engine_plain.r_ume2yc as ("as_of" float8, "leads" r_n47657[], "mature" r_mjpbqj);

create type lh_engine_plain.fn_z1d70l as (tag int4, e121392180_0 r_n47657[]);

create type lh_engine_plain.r_qop3as as ("count" fn_z1d70l, "from" text, "to" text);

create type lh_engine_plain.r_wcsbwj as ("leads" r_n47657[]);

create type lh_engine_plain.r_159jq5 as ("converted" float8, "leads" float8);

create type lh_engine_plain.r_6qnl1h as ("converted" float8, "leads" float8, "others" r_159jq5, "othersRate" float8, "rate" float8, "source" text);

create type lh_engine_plain.r_7a9cuw as ("contacts" r_mdc18n[], "mature" r_mjpbqj, "reports" r_fg6pwp[]);

create type lh_engine_plain.r_zx31qw as ("n" float8, "share" float8, "share_before" float8, "share_of_others" float8);

create type lh_engine_plain.r_7xv6i7 as ("converted" float8, "invalid_contacts" r_zx31qw, "leads" float8, "likely_cause" text, "others_rate" float8, "rate" float8, "source" text, "wrong_numbers" r_zx31qw);

create type lh_engine_plain.r_ipd0ev as ("others_rate" float8, "weak_sources" r_7xv6i7[]);

create type lh_engine_plain.r_c6mxt4 as ("measure" text, "needs" r_e2sj2l[], "setting" text, "target" text);

create type lh_engine_plain.r_nfxg65 as ("cells" fn_kkczbh, "kind" text, "mature" text, "needs" r_e2sj2l[], "scope" text);

create type lh_engine_plain.r_xwe2kd as ("bottleneck" text, "countedOn" text, "display" r_1cixj6, "name" text, "threshold" r_c6mxt4, "trend" r_nfxg65, "worse" text);

create type lh_engine_plain.r_qqdy2m as ("n" float8, "value" float8, "variance" float8);

create type lh_engine_plain.r_52vjgg as ("baseline" r_qqdy2m, "baselineEffective" float8, "daysInBaseline" float8, "dispersion" float8, "p" float8, "recent" r_qqdy2m, "statistic" float8, "successes" float8);

create type lh_engine_plain.r_qhnv12 as ("day" float8, "n" float8, "squares" float8, "sum" float8);

create type lh_engine_plain.r_xn4f50 as ("cells" r_qhnv12[], "last" float8, "metric" r_2frefk);

create type lh_engine_plain.r_oe2y3t as ("comparison" r_52vjgg, "series" r_xn4f50, "source" text);

create type lh_engine_plain.r_lekogs as ("metric" text, "rule" text, "segment" text, "trigger" text);

create type lh_engine_plain.r_k48grk as ("comparison" r_52vjgg, "others" r_52vjgg, "series" r_xn4f50, "source" text);

create type lh_engine_plain.r_dlvrff as ("target" text);

create type lh_engine_plain.r_cgbt45 as ("bottleneck" text, "countedOn" text, "name" text, "threshold" r_dlvrff, "trend" r_v372w7, "worse" text);

create type lh_engine_plain.r_d2bzf3 as ("cells" r_qhnv12[], "last" float8, "metric" r_cgbt45);

create type lh_engine_plain.r_lohhyz as ("baseline" float8, "invalid_contacts" r_zx31qw, "leads" float8, "likely_cause" text, "p_value" float8, "rate" float8, "source" text, "wrong_numbers" r_zx31qw);

create type lh_engine_plain.r_w1n5rl as ("invalid_contacts" r_zx31qw, "likely_cause" text, "wrong_numbers" r_zx31qw);

create type lh_engine_plain.r_420hzb as ("others_rate" float8, "weak_sources" r_lohhyz[]);

create type lh_engine_plain.r_iw64zc as ("metric" text, "segment" text);

create type lh_engine_plain.r_z35k73 as ("false_negatives" json, "false_positives" json, "true_negatives" json, "true_positives" json);

create type lh_engine_plain.r_x1ngz8 as ("detection.pattern_keep_from" json, "detection.pattern_min_evidence" json, "detection.pattern_retire_below" json);

create type lh_engine_plain.r_mbbr4s as ("decisions.planned_lift" json, "spawning.confidence_level" json, "spawning.cooling_off_days" json, "spawning.max_running_tests" json, "spawning.min_evidence" json, "spawning.min_sample_size" json, "spawning.recently_kept_days" json, "spawning.traffic_allocation_pct" json);

create type lh_engine_plain.r_oeucbc as ("conversions" json, "leads" json);

create type lh_engine_plain.r_c6kytc as ("skill_name" json, "test_name" json);

create type lh_engine_plain.r_ghy4v7 as ("ab_test_id" text, "ab_test_id?" boolean, "explanation" text, "reason" text, "since" text, "since?" boolean, "skill_id" text, "skill_id?" boolean, "until" text, "until?" boolean);

create type lh_engine_plain.r_xm6mew as ("skill" text, "test" text);

create type lh_engine_plain.r_kw8cnv as ("confidenceLevel" float8, "conversions" float8, "leads" float8, "minimum" float8, "relativeLift" float8);

create type lh_engine_plain.r_9l8sux as ("settings" r_j4k7fj);

create type lh_engine_plain.r_9tus05 as ("end" float8, "variance" float8);

create type lh_engine_plain.r_x7azxx as ("nodes" float8[], "weights" float8[]);

create type lh_engine_plain.r_54feyv as ("grid" r_x7azxx, "mass" float8[]);

create type lh_engine_plain.r_jscmts as ("level" float8, "reach" float8, "spent" float8, "step" r_9tus05, "surviving" r_54feyv);

create type lh_engine_plain.r_qcbzkp as ("level" float8, "spent" float8, "step" r_9tus05);

create type lh_engine_plain.r_ubodkq as ("decisions.exact_test_below" json, "decisions.gate_guardrails" json, "decisions.gate_sample_ratio" json, "decisions.gate_simpson" json, "decisions.gate_units" json, "decisions.guardrail_min_leads" json, "decisions.guardrail_p_value" json, "decisions.keep_lift_pct" json, "decisions.kill_lift_pct" json, "decisions.kill_p_value" json, "decisions.maturity_days" json, "decisions.max_test_days" json, "decisions.planned_lift" json, "decisions.rule" json, "decisions.sample_ratio_min_leads" json, "decisions.sample_ratio_p_value" json, "decisions.segment_p_value" json, "decisions.unit_faults_pct" json, "spawning.confidence_level" json, "spawning.min_sample_size" json, "spawning.traffic_allocation_pct" json);

create type lh_engine_plain.r_tmprk5 as ("control" r_fgs8so, "treatment" r_fgs8so);

create type lh_engine_plain.map_vmzusp as (k text[], v r_tmprk5[]);

create type lh_engine_plain.r_890oqt as ("0" text, "1" r_tmprk5);

create type lh_engine_plain.r_wyy8gd as ("has_started" boolean, "started_at" text, "started_at?" boolean, "unreadable" r_37pd4w[]);

create type lh_engine_plain.r_3iz0hr as ("control" r_fgs8so, "minSampleSize" float8, "treatment" r_fgs8so);

create type lh_engine_plain.r_u8riba as ("before_gates" text, "needs_person" boolean, "reasons" r_i02ro3[], "recommendation" text);

create type lh_engine_plain.r_vwx19p as ("needsPerson" boolean, "reason" r_i02ro3, "recommendation" text);

create type lh_engine_plain.r_ofqimc as ("record_version" float8);

create type lh_engine_plain.r_jap9z9 as ("control" json, "gates" json, "inputs" json, "needs_person" json, "other_rule" json, "outcome" json, "reason" json, "reasons" json, "recommendation" json, "record_version" json, "rule" json, "rule_version" json, "segments" json, "settings" json, "statistics" json, "treatment" json, "winner" json);

create type lh_engine_plain.r_whf8zp as ("other_rule" json, "rule" text, "rule_version" text);

create type lh_engine_plain.r_k1u124 as ("skill_name" json, "status" json);

create type lh_engine_plain.r_0glf99 as ("as_of" json, "explanation" json);

create type lh_engine_plain.r_34t3zu as ("baseline_rate" json, "planned_leads_per_group" json, "planned_lift" json);

create type lh_engine_plain.r_4do8tm as ("kind" text);

create type lh_engine_plain.r_l3547k as ("decisions.segment_p_value" json, "spawning.confidence_level" json);

create type lh_engine_plain.r_cdly34 as ("explanation" text, "reason" text, "since" text, "since?" boolean, "until" text, "until?" boolean);

create type lh_engine_plain.r_odsbgr as ("tests" json);

create type lh_engine_plain.r_tmueg0 as ("column_name" json, "view_name" json);

create type lh_engine_plain.r_9culgw as ("answer_n" json, "answer_squares" json, "answer_sum" json, "answered" json, "contacted" json, "converted" json, "converted_in_time" json, "day" json, "hours_n" json, "hours_sum" json, "leads" json, "qualified" json, "reached" json, "reached_qualified" json, "source" json);

create type lh_engine_plain.r_ai5s8u as ("contacted" json, "day" json, "n" json, "squares" json, "sum" json);

create type lh_engine_plain.r_341yae as ("day" json, "false_negatives" json, "false_positives" json, "true_negatives" json, "true_positives" json);

create type lh_engine_plain.r_ydlt5z as ("day" json, "feedback" json, "source" json, "wrong_numbers" json);

create type lh_engine_plain.r_dgy6n7 as ("contacts" json, "day" json, "invalid" json, "source" json);

create type lh_engine_plain.r_s30ovg as ("worse" text);

create type lh_engine_plain.r_gvvunu as ("baselineDays" float8, "from" float8, "last" float8, "recentDays" float8, "split" float8);

create type lh_engine_plain.r_3h043n as ("baselineDays" float8, "last" float8, "recentDays" float8);

create type lh_engine_plain.r_k0nwof as ("countedOn" text, "trend" r_4do8tm);

create type lh_engine_plain.r_3urahi as ("metric" r_k0nwof);

create type lh_engine_plain.r_dljgdp as ("n" float8, "needed" float8, "what" text);

create type lh_engine_plain.r_hev7p4 as ("bottleneck" text, "name" text);

create type lh_engine_plain.r_7c17dn as ("trend" r_v372w7, "worse" text);

create type lh_engine_plain.r_adtrwq as ();

create type lh_engine_plain.r_1mf3fw as ("comparison" r_52vjgg, "source" text);

create type lh_engine_plain.r_yzsdej as ("baseline" float8, "n" float8, "p_value" float8, "relative_change" float8, "source" text, "value" float8);

create type lh_engine_plain.r_1jobws as ("sources" r_yzsdej[]);

create type lh_engine_plain.r_gudyj2 as ("cells" r_qhnv12[], "last" float8);

create type lh_engine_plain.r_h45wxl as ("day" float8, "feedback" float8, "n" float8, "part" float8, "source" text, "wrong_numbers" float8);

create type lh_engine_plain.r_09u68c as ("contacts" float8, "day" float8, "invalid" float8, "n" float8, "part" float8, "source" text);

create type lh_engine_plain.r_1b67bz as ("day" float8, "n" float8, "part" float8, "source" text);

create type lh_engine_plain.r_ujyxis as ("n" float8, "share" float8, "share_before" float8, "share_of_others" float8, "text" text);

create type lh_engine_plain.r_s4w1km as ("trend" r_v372w7);

create type lh_engine_plain.r_zaatd6 as ("metric" r_s4w1km);

create type lh_engine_plain.r_kt2b9r as ("countedOn" text, "trend" r_v372w7);

create type lh_engine_plain.r_75r2tx as ("cells" r_qhnv12[], "last" float8, "metric" r_kt2b9r);

create type lh_engine_plain.r_7gkf0h as ("from" text, "to" text);

create type lh_engine_plain.r_qf7tx5 as ("metric" text, "target" float8, "threshold" float8);

create type lh_engine_plain.r_dgvqq6 as ("baseline" json, "recent" json, "segment" json);

create type lh_engine_plain.r_fehaek as ("metric" json, "since" json, "skill_type" json);

create type lh_engine_plain.r_dymggd as ("false_positives" json, "pattern_type" json, "true_positives" json);

create type lh_engine_plain.r_j5tamm as ("contact_ids" json, "n" json, "reason" json);

create type lh_engine_plain.r_a1zkny as ("bad_lead" json, "business_number" json, "correct_owner" json, "dimension" json, "disconnected" json, "feedback" json, "good_lead" json, "name" json, "wrong_number" json);

create type lh_engine_plain.r_yz5q0x as ("current_value" json, "evidence" json, "explanation" json, "metric" json, "segment" json, "severity" json, "suggested_skill" json, "target_value" json, "trigger" json, "type" json);

create type lh_engine_plain.r_0prg83 as ("last_kept_at" json, "last_killed_at" json, "skill_type" json, "spawned_count" json, "testing_since" json, "testing_skill_id" json, "testing_test_id" json);

create type lh_engine_plain.r_lmsvwy as ("ab_test_id" json, "metric" json, "skill_id" json, "started_at" json);

create type lh_engine_plain.r_69it2y as ("paused_at" json, "paused_by" json, "skill_type" json, "why" json);

create type lh_engine_plain.r_yxag5o as ("nodes" float8[]);

create type lh_engine_plain.r_sf59bu as ("grid" r_yxag5o, "mass" float8[]);

create type lh_engine_plain.r_ocf3m2 as ("ab_test_id" json, "fault_ids" json, "inputs" json, "metric" json, "skill_id" json, "standing" json, "test_name" json);

create type lh_engine_plain.r_zlbli2 as ("liftPct" float8, "sign" float8);

create type lh_engine_plain.r_bksg7c as ("control" r_fgs8so, "history" r_ql8lxl[], "treatment" r_fgs8so);

create type lh_engine_plain.r_1zuwe9 as ("look" r_4yl0qq, "standing" r_1aycr1);

create type lh_engine_plain.r_w4nrfi as ("p" float8, "position" float8);

create type lh_engine_plain.r_lnrqx5 as ("degreesOfFreedom" float8, "p" float8, "q" float8);

create type lh_engine_plain.r_4fgtvn as ("record_version" json);

create type lh_engine_plain.r_vt7xz7 as ("baseline" json, "confidence_level" json, "confounded_with" json, "groups" json, "has_started" json, "history" json, "min_sample_size" json, "planned_baseline_rate" json, "planned_leads_per_group" json, "planned_lift" json, "running_days" json, "skill_exists" json, "skill_status" json, "started_at" json, "traffic_allocation_pct" json, "units" json, "unreadable" json);

create type lh_engine_plain.r_l02cc0 as ("rule" json);

create type lh_engine_plain.r_vwmvbr as ("confidenceLevel" float8, "control" r_fgs8so, "treatment" r_fgs8so);

create type lh_engine_plain.r_39fhbw as ("bothLogs" float8[], "lower" float8, "lowerLogs" float8[], "upper" float8, "upperLogs" float8[]);

create type lh_engine_plain.r_i888aw as ("lower" float8, "lowerLogs" float8[], "upper" float8, "upperLogs" float8[]);

create type lh_engine_plain.r_zd6a0t as ("ab_test_id" json, "control" json, "days" json, "treatment" json);

create type lh_engine_plain.r_f5e8bb as ("as_of" text, "before_gates" text, "before_gates?" boolean, "confidence_level" float8, "confidence_level?" boolean, "control" r_l58o6k, "gates" r_cr4m71[], "held" text, "held?" boolean, "heterogeneity" r_ynf1ir, "heterogeneity?" boolean, "kind" text, "needs_person" boolean, "other_rule" r_8zkujp, "other_rule?" boolean, "reason" text, "recommendation" text, "recommended_sources" text[], "recommended_sources?" boolean, "rule" text, "statistics" r_0bp78e, "treatment" r_l58o6k);

create type lh_engine_plain.r_ecdbvr as ("kind" text, "recommendation" text);

create type lh_engine_plain.r_59yi5t as ("ab_test_id" text, "ab_test_id?" boolean, "actor" text, "kind" text, "on" text, "proposal_id" float8, "proposal_id?" boolean, "proposes" text, "proposes?" boolean, "skill_type" text, "skill_type?" boolean, "switch" text, "why" text, "why?" boolean);

create type lh_engine_plain.r_hywhw7 as ("ab_test_id" text, "ab_test_id?" boolean, "actor" text, "kind" text, "on" text, "proposal_id" float8, "proposal_id?" boolean, "proposes" text, "proposes?" boolean, "skill_type" text, "skill_type?" boolean, "why" text, "why?" boolean);

create type lh_engine_plain.r_igjnyx as ("ab_test_id" json, "confidence_level" json, "groups" json);

create type lh_engine_plain.r_mbigvb as ("rejected_by" json, "since" json, "skill_type" json, "until" json, "why" json);

create type lh_engine_plain.r_da5fld as ("action" json, "explanation" json, "skill_type" json);

create type lh_engine_plain.r_vgjufx as ("skill_id" json, "skill_type" json);

create type lh_engine_plain.r_m6hs4b as ("effective" float8, "n" float8, "value" float8, "variance" float8);

create type lh_engine_plain.r_0whm7m as ("n" float8, "squares" float8, "sum" float8);

create type lh_engine_plain.r_qy5qfz as ("mean" float8, "variance" float8);

create type lh_engine_plain.r_uuo2ya as ("effective" float8, "value" float8);

create type lh_engine_plain.r_27m4mz as ("p" float8, "statistic" float8);

create type lh_engine_plain.r_8ggmlq as ("n" float8, "part" float8);

create type lh_engine_plain.r_fnbx6u as ("likely_cause" json);

create type lh_engine_plain.r_j8kx24 as ("answered" json, "converted" json, "feedback" json, "hours_n" json, "hours_squares" json, "hours_sum" json, "leads" json, "qualified" json, "reached" json, "wrong_numbers" json);

create type lh_engine_plain.r_tnitue as ("baseline" json, "confidence_level" json, "groups" json, "has_started" json, "history" json, "min_sample_size" json, "planned_baseline_rate" json, "planned_leads_per_group" json, "planned_lift" json, "running_days" json, "skill_exists" json, "skill_status" json, "started_at" json, "traffic_allocation_pct" json, "units" json, "unreadable" json);

create type lh_engine_plain.r_plaow3 as ("confidence_level" json, "fractions" json, "level" json, "masses" json, "reach" json);

create type lh_engine_plain.r_nphg9j as ("before_start" json, "doubled_leads" json, "other_arm" json, "unknown_group" json, "unknown_status_in_test" json);

create type lh_engine_plain.r_zbmpe4 as ("effect" float8, "weight" float8);

create type lh_engine_plain.r_xmf8ov as ("before_start" json, "doubled" json, "leads" json, "other_arm" json, "property_in_both" json, "same_property" json, "unknown_status" json);

create type lh_engine_plain.r_przvie as ("as_of" json, "before_gates" json, "confidence_level" json, "control" json, "gates" json, "held" json, "heterogeneity" json, "kind" json, "needs_person" json, "other_rule" json, "reason" json, "recommendation" json, "recommended_sources" json, "rule" json, "statistics" json, "treatment" json);

create type lh_engine_plain.r_1c1ml3 as ("kind" json, "recommendation" json);

create type lh_engine_plain.r_ndy9xo as ("ab_test_id" json, "actor" json, "kind" json, "on" json, "proposal_id" json, "proposes" json, "skill_type" json, "switch" json, "why" json);

create type lh_engine_plain.r_xi6re2 as ("ab_test_id" json, "actor" json, "kind" json, "on" json, "proposal_id" json, "proposes" json, "skill_type" json, "why" json);

create type lh_engine_plain.r_pork3u as ("recommendation" json, "skill_id" json);

create type lh_engine_plain.r_gkrjzh as ("leads" r_n47657[], "mature" r_mjpbqj);

create type lh_engine_plain.r_mwzepo as ("as_of" float8, "daily" r_e02ubt);

create type lh_engine_plain.r_h7owpy as ("age_days" float8, "input" text);

create type lh_engine_plain.map_qzyl7p as (k float8[], v r_0whm7m[]);

create type lh_engine_plain.r_co23wa as ("0" float8, "1" r_0whm7m);

create type lh_engine_plain.r_bur70g as ("before" r_0whm7m, "now" float8);

create type lh_engine_plain.r_f7smud as ("mean" float8, "n" float8, "share" float8, "variance" float8);

create type lh_engine_plain.r_7wc8sf as ("chiSquare" float8, "freedom" float8);

create type lh_engine_plain.r_hf44hv as ("day" float8, "gain" float8, "gap" float8);

create type lh_engine_plain.r_z702mx as ("day" float8, "n" float8, "rest" float8);

create type lh_engine_plain.r_4pkixq as ("n" float8, "rest" float8);

create type lh_engine_plain.r_hcmurf as ("confidence_level" float8, "fractions" float8[]);

create type lh_engine_plain.r_eg6ne2 as ("column" json, "value" json);

create type lh_engine_plain.r_jz6so2 as ("control_conversions" json, "control_leads" json, "counts_alike" json, "information" json, "planned_leads_per_group" json, "treatment_conversions" json, "treatment_leads" json);

create type lh_engine_plain.r_e7gn9e as ("conversions" json, "dead" json, "group" json, "leads" json, "response_mean_hours" json, "response_n" json, "response_variance" json, "source" json);

create type lh_engine_plain.r_l22q9e as ("conversions" json, "leads" json, "rate" json);

create type lh_engine_plain.r_cjn38z as ("information" json, "lift_high_pct" json, "lift_low_pct" json, "lift_pct" json);

create type lh_engine_plain.r_h2tmmb as ("reason" json, "recommendation" json, "rule" json);

create type lh_engine_plain.r_pzssc7 as ("note" json);

create type lh_engine_plain.r_khw7rm as ("span" r_7gkf0h, "total" fn_8xylpd);

create type lh_engine_plain.r_5nj9nh as ("input" text);

create type lh_engine_plain.r_le63v5 as ("day" text, "input" text);

create type lh_engine_plain.r_7w4cyo as ("contacted" float8, "created" float8, "inputs" r_le63v5, "lacking" fn_sk7iim, "row" r_e02ubt, "span" r_7gkf0h);

create type lh_engine_plain.r_jx88k1 as ("contacted" float8, "input" text, "new_leads" float8);

create type lh_engine_plain.r_7yxir5 as ("contacted" float8, "day" text, "input" text, "new_leads" float8);

create type lh_engine_plain.r_rzjl3x as ("contacted" float8, "input" text, "qualified" float8);

create type lh_engine_plain.r_j3a8an as ("contacted" float8, "day" text, "input" text, "qualified" float8);

create type lh_engine_plain.r_gdrqi8 as ("gate" json, "text" json);

create type lh_engine_plain.fn_gfe1p4 as (tag int4);

create type lh_engine_plain.fn_k6f0ii as (tag int4, e6876356_0 r_ecicmg, e6876356_1 r_yzgbix);

create type lh_engine_plain.fn_tfnpgy as (tag int4, e19524991_0 text, e51653742_0 text, e111231458_0 text, e126813403_0 r_oe2y3t, e146558089_0 text, e149767097_0 text, e170757205_0 text, e180468039_0 text, e201489420_0 text, e219324983_0 text);

create function lh_engine_plain.js_out_of_reach(float8) returns float8 language plpgsql immutable as $plain$
begin
  raise exception using errcode = 'XX000', message = 'an angle that no statistic of the engine has: ' || $1;
end
$plain$;

create function lh_engine_plain.js_is_nan(float8) returns boolean language sql immutable as $plain$ select $1 = 'NaN'::float8 $plain$;

create function lh_engine_plain.js_is_infinite(float8) returns boolean language sql immutable as $plain$ select abs($1) = 'Infinity'::float8 $plain$;

create function lh_engine_plain.js_sqrt(float8) returns float8 language sql immutable as $plain$ select case when $1 < 0 then 'NaN'::float8 else sqrt($1) end $plain$;

create function lh_engine_plain.js_two_to(float8) returns float8 language sql immutable as $plain$ select power('2'::float8, $1) $plain$;

create function lh_engine_plain.js_gcd(float8, float8) returns float8 language sql immutable as $plain$ select gcd($1::int8, $2::int8)::float8 $plain$;

create function lh_engine_plain.js_bits(float8) returns int8 language sql immutable as $plain$ select ('x' || encode(float8send($1), 'hex'))::bit(64)::int8 $plain$;

create function lh_engine_plain.js_of_bits(p_bits int8) returns float8 language plpgsql immutable as $plain$
declare
  v_exponent int4 := ((p_bits >> 52) & 2047)::int4;
  v_mantissa int8 := p_bits & 4503599627370495;
  v_size float8;
begin
  if v_exponent = 2047 then
    v_size := case when v_mantissa = 0 then 'Infinity' else 'NaN' end;
  elsif v_exponent = 0 then
    v_size := v_mantissa::float8 * '5e-324'::float8;
  else
    v_size := (v_mantissa + 4503599627370496)::float8 * power(2::float8, (v_exponent - 1075)::float8);
  end if;
  return case when p_bits < 0 then - v_size else v_size end;
end
$plain$;

create function lh_engine_plain.js_high_word(float8) returns float8 language sql immutable as $plain$ select ((js_bits($1) >> 32) & 4294967295)::float8 $plain$;

create function lh_engine_plain.js_low_word(float8) returns float8 language sql immutable as $plain$ select (js_bits($1) & 4294967295)::float8 $plain$;

create function lh_engine_plain.js_from_words(float8, float8) returns float8 language sql immutable as $plain$ select js_of_bits(((trunc($1)::int8 & 4294967295) << 32) | (trunc($2)::int8 & 4294967295)) $plain$;

create function lh_engine_plain.js_set_high_word(float8, float8) returns float8 language sql immutable as $plain$ select js_of_bits((js_bits($1) & 4294967295) | ((trunc($2)::int8 & 4294967295) << 32)) $plain$;

create function lh_engine_plain.js_set_low_word(float8, float8) returns float8 language sql immutable as $plain$ select js_of_bits((js_bits($1) & -4294967296) | (trunc($2)::int8 & 4294967295)) $plain$;

create function lh_engine_plain.js_word(float8) returns float8 language plpgsql immutable as $plain$
-- A number with the same 32 bits that an int8 can hold.
begin
  if abs($1) <= 9007199254740991 then return $1; end if;
  if abs($1) < 'Infinity'::float8 then return mod(js_exact($1), 4294967296)::float8; end if;
  return 0;
end
$plain$;

create function lh_engine_plain.js_int32(float8) returns float8 language sql immutable as $plain$ select (((trunc($1)::int8 + 2147483648) & 4294967295) - 2147483648)::int4::float8 $plain$;

create function lh_engine_plain.js_or(float8, float8) returns float8 language sql immutable as $plain$ select ((((trunc($1)::int8 + 2147483648) & 4294967295) - 2147483648)::int4 | (((trunc($2)::int8 + 2147483648) & 4294967295) - 2147483648)::int4)::float8 $plain$;

create function lh_engine_plain.js_and(float8, float8) returns float8 language sql immutable as $plain$ select ((((trunc($1)::int8 + 2147483648) & 4294967295) - 2147483648)::int4 & (((trunc($2)::int8 + 2147483648) & 4294967295) - 2147483648)::int4)::float8 $plain$;

create function lh_engine_plain.js_xor(float8, float8) returns float8 language sql immutable as $plain$ select ((((trunc($1)::int8 + 2147483648) & 4294967295) - 2147483648)::int4 # (((trunc($2)::int8 + 2147483648) & 4294967295) - 2147483648)::int4)::float8 $plain$;

create function lh_engine_plain.js_shift_left(float8, float8) returns float8 language sql immutable as $plain$ select ((((trunc($1)::int8 + 2147483648) & 4294967295) - 2147483648)::int4 << $2::int4)::float8 $plain$;

create function lh_engine_plain.js_shift_right(float8, float8) returns float8 language sql immutable as $plain$ select ((((trunc($1)::int8 + 2147483648) & 4294967295) - 2147483648)::int4 >> $2::int4)::float8 $plain$;

create function lh_engine_plain.js_shift_right_unsigned(float8, float8) returns float8 language sql immutable as $plain$ select ((trunc($1)::int8 & 4294967295) >> $2::int4)::float8 $plain$;

create function lh_engine_plain.js_copy_sign(float8, float8) returns float8 language plpgsql immutable as $plain$
begin
  return case when js_bits($2) < 0 then - abs($1) else abs($1) end;
end
$plain$;

create function lh_engine_plain.js_ldexp(p_x float8, p_exponent float8) returns float8 language plpgsql immutable as $plain$
declare
  v_exponent int4;
begin
  if p_x = 0 or p_exponent = 0 or p_x = 'NaN' or abs(p_x) = 'Infinity' then return p_x; end if;
  if p_exponent between -900 and 900 and abs(p_x) between 1e-30 and 1e30 then
    return p_x * power(2::float8, p_exponent);
  end if;
  -- The exponent of the result decides between infinity, zero and one rounding to a subnormal number.
  v_exponent := floor(log(2, abs(p_x)::numeric))::int4;
  if power(2::float8, v_exponent) > abs(p_x) then v_exponent := v_exponent - 1; end if;
  if power(2::float8, v_exponent + 1) <= abs(p_x) then v_exponent := v_exponent + 1; end if;
  if v_exponent + p_exponent > 1023 then return sign(p_x) * 'Infinity'::float8; end if;
  if v_exponent + p_exponent < -1074 then return case when p_x < 0 then '-0'::float8 else 0 end; end if;
  if p_exponent > 1000 then
    return p_x * power(2::float8, 500) * power(2::float8, p_exponent - 500);
  elsif p_exponent < -1000 then
    return p_x * power(2::float8, p_exponent + 900 - v_exponent) * power(2::float8, v_exponent - 900);
  end if;
  return p_x * power(2::float8, p_exponent);
end
$plain$;

create function lh_engine_plain.js_number(json) returns float8 language sql immutable as $plain$ select ($1 #>> '{}')::float8 $plain$;

create function lh_engine_plain.js_refuse_order() returns void language plpgsql immutable as $plain$
begin
  raise exception using
    errcode = 'XX000',
    message = 'a list cannot be sorted by what is not a number',
    hint = 'Filter out the items whose key is NaN before the list is sorted.';
end
$plain$;

create function lh_engine_plain.js_at(float8) returns int4 language sql immutable as $plain$ select case when $1 between 0 and 2147483646 and floor($1) = $1 then $1::int4 + 1 end $plain$;

create function lh_engine_plain.js_divide(float8, float8) returns float8 language plpgsql immutable as $plain$
begin
  if $2 <> 0 then return $1 / $2; end if;
  if $1 = 0 or $1 = 'NaN' then return 'NaN'; end if;
  return case when ($1 < 0) = ($2::text = '-0') then 'Infinity'::float8 else '-Infinity'::float8 end;
end
$plain$;

create function lh_engine_plain.js_remainder(float8, float8) returns float8 language plpgsql immutable as $plain$
declare
  v_rest float8;
begin
  if abs($1) <= 9007199254740991 and abs($2) <= 9007199254740991 and $2 <> 0 and floor($1) = $1 and floor($2) = $2 then
    v_rest := ($1::int8 % $2::int8)::float8;
  elsif $2 = 0 or $1 = 'NaN' or $2 = 'NaN' or abs($1) = 'Infinity' then
    return 'NaN';
  elsif abs($2) = 'Infinity' then
    return $1;
  else
    v_rest := (mod(js_exact($1), js_exact($2)))::float8;
  end if;
  return case when v_rest = 0 then $1 * 0 else v_rest end;
end
$plain$;

create function lh_engine_plain.js_round(float8) returns float8 language plpgsql immutable as $plain$
begin
  return case when $1 - floor($1) >= 0.5 then ceil($1) else floor($1) end;
end
$plain$;

create function lh_engine_plain.js_max_of(float8[]) returns float8 language sql immutable as $plain$ select coalesce((select case when max(x) = 0 then sum(x) filter (where x = 0) else max(x) end from unnest($1) as x), '-Infinity'::float8) $plain$;

create function lh_engine_plain.js_min_of(float8[]) returns float8 language sql immutable as $plain$ select coalesce((select case when bool_or(x = 'NaN') then 'NaN'::float8 when min(x) = 0 then - sum(- x) filter (where x = 0) else min(x) end from unnest($1) as x), 'Infinity'::float8) $plain$;

create function lh_engine_plain.js_exact(p_x float8) returns numeric language plpgsql immutable as $plain$
-- A double is an integer over a power of two: m / 2^k = m * 5^k / 10^k.
declare
  v_k int4;
  v_result numeric;
begin
  if p_x = 0 then return 0; end if;
  if abs(p_x) >= 4503599627370496 then
    v_k := 0;
    v_result := 0;
    while abs(p_x) >= 9007199254740992 loop
      p_x := p_x / 2;
      v_k := v_k + 1;
    end loop;
    v_result := p_x::int8;
    for i in 1 .. v_k loop v_result := v_result * 2; end loop;
    return v_result;
  end if;
  v_k := 0;
  while floor(p_x) <> p_x loop
    p_x := p_x * 2;
    v_k := v_k + 1;
  end loop;
  v_result := p_x::int8;
  for i in 1 .. v_k loop v_result := v_result * 5; end loop;
  return v_result * ('1e-' || v_k)::numeric;
end
$plain$;

create function lh_engine_plain.js_bigint(float8) returns numeric language plpgsql immutable as $plain$
begin
  if floor($1) <> $1 or not abs($1) < 'Infinity'::float8 then
    raise exception using errcode = 'XX000', message = format('RangeError: The number %s cannot be converted to a BigInt', $1);
  end if;
  if abs($1) <= 9007199254740991 then return $1::int8::numeric; end if;
  return js_exact($1);
end
$plain$;

create function lh_engine_plain.js_power_of_bigint(p_base numeric, p_exponent numeric) returns numeric language plpgsql immutable as $plain$
declare
  v_result numeric := 1;
begin
  if p_base = 10 then return ('1e' || p_exponent)::numeric; end if;
  for i in 1 .. p_exponent::int4 loop v_result := v_result * p_base; end loop;
  return v_result;
end
$plain$;

create function lh_engine_plain.js_shift_bigint(p_x numeric, p_bits numeric) returns numeric language plpgsql immutable as $plain$
declare
  v_divisor numeric;
  v_quotient numeric;
begin
  if p_bits = 0 then return p_x; end if;
  v_divisor := js_power_of_bigint(2, p_bits);
  v_quotient := div(p_x, v_divisor);
  return case when v_quotient * v_divisor > p_x then v_quotient - 1 else v_quotient end;
end
$plain$;

create function lh_engine_plain.js_hexadecimal(p_x numeric) returns text language plpgsql immutable as $plain$
declare
  v_text text := '';
begin
  while p_x >= 4294967296 loop
    v_text := lpad(to_hex(mod(p_x, 4294967296)::int8), 8, '0') || v_text;
    p_x := div(p_x, 4294967296);
  end loop;
  return to_hex(p_x::int8) || v_text;
end
$plain$;

create function lh_engine_plain.js_cut(float8, int4) returns int4 language sql immutable as $plain$ select (case when $1 <= -1 then greatest(0, $2 + trunc($1)) when $1 <= $2 then trunc($1) when $1 = 'NaN' then 0 else $2 end)::int4 $plain$;

create function lh_engine_plain.js_text(p_x float8) returns text language plpgsql immutable as $plain$
-- Postgres writes the same shortest digits; it turns to exponents elsewhere than JavaScript.
declare
  v_text text := p_x::text;
  v_digits text;
  v_exponent int4;
  v_sign text;
  v_shorter numeric;
begin
  if strpos(v_text, 'e') = 0 then return case when v_text = '-0' then '0' else v_text end; end if;
  v_exponent := split_part(v_text, 'e', 2)::int4;
  v_digits := split_part(v_text, 'e', 1);
  -- JavaScript also takes the shorter decimal that lies exactly on the edge of what reads back as this double.
  if v_exponent between 15 and 307 and length(v_digits) > 15 then
    v_shorter := round(v_digits::numeric, scale(v_digits::numeric) - 1);
    if (v_shorter || 'e' || v_exponent)::float8 = p_x then
      if abs(v_shorter) >= 10 then
        v_shorter := v_shorter / 10;
        v_exponent := v_exponent + 1;
      end if;
      v_digits := trim_scale(v_shorter)::text;
    end if;
  end if;
  if v_exponent >= 21 or v_exponent < -6 then
    return v_digits || 'e' || case when v_exponent < 0 then '-' else '+' end || abs(v_exponent);
  end if;
  v_sign := case when p_x < 0 then '-' else '' end;
  v_digits := translate(v_digits, '-.', '');
  if v_exponent < 0 then return v_sign || '0.' || repeat('0', - v_exponent - 1) || v_digits; end if;
  if length(v_digits) > v_exponent + 1 then
    return v_sign || left(v_digits, v_exponent + 1) || '.' || substr(v_digits, v_exponent + 2);
  end if;
  return v_sign || rpad(v_digits, v_exponent + 1, '0');
end
$plain$;

create function lh_engine_plain.js_write_number(float8) returns text language sql immutable as $plain$ select case when abs($1) < 'Infinity'::float8 then js_text($1) when $1 is not null then 'null' end $plain$;

create function lh_engine_plain.js_rounded(p_x float8, p_digits int4) returns numeric language plpgsql immutable as $plain$
-- The shortest decimal rounds as the double does, unless it lies exactly between two, or more digits are asked for
-- than the 15 that every double has.
declare
  v_exact numeric := p_x::text::numeric;
  v_result numeric := round(v_exact, p_digits);
begin
  if abs(v_exact - v_result) * 2 = ('1e' || (- p_digits))::numeric then return round(js_exact(p_x), p_digits); end if;
  if abs(v_exact) >= ('1e' || (15 - p_digits))::numeric or abs(p_x) < 1e-290 then return round(js_exact(p_x), p_digits); end if;
  return v_result;
end
$plain$;

create function lh_engine_plain.js_fixed(p_x float8, p_digits int4) returns text language plpgsql immutable as $plain$
begin
  if p_digits not between 0 and 100 then
    raise exception using errcode = 'XX000', message = 'RangeError: toFixed() digits argument must be between 0 and 100';
  end if;
  if not (abs(p_x) < 1e21) then return js_text(p_x); end if;
  return case when p_x < 0 then '-' else '' end || js_rounded(abs(p_x), p_digits)::text;
end
$plain$;

create function lh_engine_plain.js_precision(p_x float8, p_digits int4) returns text language plpgsql immutable as $plain$
declare
  v_text text := abs(p_x)::text;
  v_exponent int4;
  v_rounded numeric;
  v_digits text;
begin
  if not (abs(p_x) < 'Infinity'::float8) then return js_text(p_x); end if;
  if p_x = 0 then return round(0::numeric, p_digits - 1)::text; end if;
  if strpos(v_text, 'e') > 0 then
    v_exponent := split_part(v_text, 'e', 2)::int4;
  elsif abs(p_x) >= 1 then
    v_exponent := length(split_part(v_text, '.', 1)) - 1;
  else
    v_exponent := - 1 - (length(split_part(v_text, '.', 2)) - length(ltrim(split_part(v_text, '.', 2), '0')));
  end if;
  v_rounded := js_rounded(abs(p_x), p_digits - 1 - v_exponent);
  if v_rounded >= ('1e' || (v_exponent + 1))::numeric then v_exponent := v_exponent + 1; end if;
  if v_exponent >= -6 and v_exponent < p_digits then
    return case when p_x < 0 then '-' else '' end || round(v_rounded, p_digits - 1 - v_exponent)::text;
  end if;
  v_digits := rpad(ltrim(translate(v_rounded::text, '.', ''), '0'), p_digits, '0');
  v_digits := left(v_digits, p_digits);
  return case when p_x < 0 then '-' else '' end || left(v_digits, 1)
    || case when p_digits > 1 then '.' || substr(v_digits, 2) else '' end
    || 'e' || case when v_exponent < 0 then '-' else '+' end || abs(v_exponent);
end
$plain$;

create function lh_engine_plain.js_digits(p_text text) returns numeric language plpgsql immutable as $plain$
-- The integer that 0x1f, 0o17 or 0b11 is; NULL of any other text.
declare
  v_base numeric;
  v_result numeric := 0;
begin
  v_base := case when p_text ~ '^0[xX][0-9a-fA-F]+$' then 16 when p_text ~ '^0[oO][0-7]+$' then 8 when p_text ~ '^0[bB][01]+$' then 2 end;
  for i in 3 .. length(p_text) loop
    v_result := v_result * v_base + strpos('0123456789abcdef', lower(substr(p_text, i, 1) collate "C")) - 1;
  end loop;
  return case when v_base is not null then v_result end;
end
$plain$;

create function lh_engine_plain.js_number_of_text(p_text text) returns float8 language plpgsql immutable as $plain$
declare
  v_text text := js_trim(p_text);
begin
  if v_text = '' then return 0; end if;
  if v_text ~ '^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$' then return js_number(to_json(v_text)); end if;
  if v_text ~ '^[-+]?Infinity$' then return v_text::float8; end if;
  return coalesce(js_digits(v_text)::float8, 'NaN');
end
$plain$;

create function lh_engine_plain.js_bigint_of_text(p_text text) returns numeric language plpgsql immutable as $plain$
declare
  v_text text := js_trim(p_text);
begin
  if v_text = '' then return 0; end if;
  if v_text ~ '^[-+]?[0-9]+$' then return v_text::numeric; end if;
  if js_digits(v_text) is not null then return js_digits(v_text); end if;
  raise exception using errcode = 'XX000', message = format('SyntaxError: Cannot convert %s to a BigInt', p_text);
end
$plain$;

create function lh_engine_plain.js_lower(text) returns text language plpgsql immutable as $plain$
begin
  if octet_length($1) = length($1) then return lower($1 collate "C"); end if;
  return lower($1 collate "und-x-icu");
end
$plain$;

create function lh_engine_plain.js_upper(text) returns text language plpgsql immutable as $plain$
begin
  if octet_length($1) = length($1) then return upper($1 collate "C"); end if;
  return upper($1 collate "und-x-icu");
end
$plain$;

create function lh_engine_plain.js_length(text) returns float8 language plpgsql immutable as $plain$
begin
  if octet_length($1) = length($1) then return length($1); end if;
  return length($1) + length(regexp_replace($1, '[^\U00010000-\U0010FFFF]', '', 'g'));
end
$plain$;

create function lh_engine_plain.js_order(text) returns text language plpgsql immutable as $plain$
-- What collation "C", which compares code points, orders as JavaScript orders the text: U+E000 to U+FFFF come behind
-- the characters beyond 16 bits, whose units are below them. So the last character of all stands before each of
-- them, and before U+0001 in place of itself.
begin
  if octet_length($1) = length($1) or $1 collate "C" !~ '[\uE000-\uFFFF\U0010FFFF]' then return $1; end if;
  return regexp_replace(
    replace($1 collate "C", chr(1114111), chr(1114111) || chr(1)),
    '([\uE000-\uFFFF])', chr(1114111) || '\1', 'g');
end
$plain$;

create function lh_engine_plain.js_slice(p_text text, p_from float8, p_to float8) returns text language plpgsql immutable as $plain$
-- A character beyond 16 bits is two units; half of one that is cut becomes U+FFFD.
declare
  v_length int4 := js_length(p_text)::int4;
  v_from int4 := js_cut(p_from, v_length);
  v_to int4 := case when p_to is null then v_length else js_cut(p_to, v_length) end;
  v_result text := '';
  v_at int4 := 0;
  v_char text;
begin
  if v_to <= v_from then return v_result; end if;
  if v_length = length(p_text) then return substr(p_text, v_from + 1, v_to - v_from); end if;
  foreach v_char in array string_to_array(p_text, null) loop
    if ascii(v_char) < 65536 then
      if v_at >= v_from and v_at < v_to then v_result := v_result || v_char; end if;
      v_at := v_at + 1;
    else
      if v_at >= v_from and v_at + 1 < v_to then
        v_result := v_result || v_char;
      elsif (v_at >= v_from and v_at < v_to) or (v_at + 1 >= v_from and v_at + 1 < v_to) then
        v_result := v_result || chr(65533);
      end if;
      v_at := v_at + 2;
    end if;
  end loop;
  return v_result;
end
$plain$;

create function lh_engine_plain.js_slice(p_list anyarray, p_from float8, p_to float8) returns anyarray language plpgsql immutable as $plain$
declare
  v_length int4 := cardinality(p_list);
  v_from int4 := js_cut(p_from, v_length);
  v_to int4 := case when p_to is null then v_length else js_cut(p_to, v_length) end;
begin
  return p_list[v_from + 1 : v_to];
end
$plain$;

create function lh_engine_plain.js_split(text, text) returns text[] language sql immutable as $plain$ select case when $1 = '' then array[''] else string_to_array($1, $2) end $plain$;

create function lh_engine_plain.js_char(text, float8) returns text language sql immutable as $plain$ select case when floor($2) = $2 and $2 >= 0 then nullif(js_slice($1, $2, $2 + 1), '') end $plain$;

create function lh_engine_plain.js_index_of(text, text) returns float8 language sql immutable as $plain$ select case when strpos($1, $2) = 0 then -1 else js_length(left($1, strpos($1, $2) - 1)) end $plain$;

create function lh_engine_plain.js_trim(text) returns text language sql immutable as $plain$ select btrim($1, E' \t\n\r\f\x0b\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff') $plain$;

create function lh_engine_plain.js_utc(p_year float8, p_month float8, p_day float8) returns float8 language plpgsql immutable as $plain$
declare
  v_month float8 := trunc(p_month);
  v_year float8 := trunc(p_year) + floor(v_month / 12);
  v_ms float8;
begin
  if not (abs(p_year) < 1e6 and abs(p_month) < 1e6 and abs(p_day) < 1e15) then return 'NaN'; end if;
  if trunc(p_year) between 0 and 99 then v_year := v_year + 1900; end if;
  v_ms := (js_days(v_year::int4, (v_month - 12 * floor(v_month / 12))::int4 + 1, 1) + trunc(p_day) - 1) * 86400000::float8;
  return case when abs(v_ms) <= 8.64e15 then v_ms else 'NaN' end;
end
$plain$;

create function lh_engine_plain.js_days(p_year int4, p_month int4, p_day int4) returns int4 language plpgsql immutable as $plain$
begin
  return make_date(p_year + 280000, p_month, p_day) - date '1970-01-01' - 102267900;
end
$plain$;

create function lh_engine_plain.js_date_parse(p_text text) returns float8 language plpgsql immutable as $plain$
-- The form of ISO 8601 that the standard of JavaScript has, of which a time has a zone. What else V8 reads is its own.
declare
  v_parts text[] := regexp_match(p_text, '^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.]([0-9]+))?)?(?:Z|([-+])([0-9]{2}):([0-9]{2})))?$');
  v_time int4[];
  v_ms int4;
  v_offset int4;
begin
  if v_parts is null then
    if p_text !~ '[0-9]' or p_text ~ '^[0-9]{5,}-[0-9]{2}-[0-9]{2}T[0-9:]*Z$' then return 'NaN'; end if;
    raise exception using
      errcode = 'XX000',
      message = format('no moment in a form that every engine reads alike: %s', p_text),
      hint = 'Write it as 2026-03-01T10:00:00Z.';
  end if;
  v_time := array[coalesce(v_parts[4], '0'), coalesce(v_parts[5], '0'), coalesce(v_parts[6], '0')]::int4[];
  v_ms := left(rpad(coalesce(v_parts[7], ''), 3, '0'), 3)::int4;
  if v_parts[2]::int4 not between 1 and 12 or v_parts[3]::int4 not between 1 and 31
    or v_time[1] > 24 or v_time[2] > 59 or v_time[3] > 59 or v_parts[9]::int4 > 23 or v_parts[10]::int4 > 59
    or (v_time[1] = 24 and (v_time[2] > 0 or v_time[3] > 0 or v_ms > 0)) then
    return 'NaN';
  end if;
  v_offset := coalesce((v_parts[8] || '1')::int4 * (v_parts[9]::int4 * 60 + v_parts[10]::int4), 0);
  return (js_days(v_parts[1]::int4, v_parts[2]::int4, 1) + v_parts[3]::int4 - 1) * 86400000::float8
    + v_time[1] * 3600000::float8 + (v_time[2] - v_offset) * 60000::float8 + v_time[3] * 1000::float8 + v_ms;
end
$plain$;

create function lh_engine_plain.js_iso(p_ms float8) returns text language plpgsql immutable as $plain$
declare
  v_day int4;
  v_date date;
  v_rest int8;
  v_year int4;
begin
  if not (abs(p_ms) <= 8.64e15) then
    raise exception using errcode = 'XX000', message = 'RangeError: Invalid time value';
  end if;
  p_ms := trunc(p_ms);
  v_day := floor(p_ms / 86400000);
  v_rest := p_ms::int8 - v_day::int8 * 86400000;
  v_date := date '1970-01-01' + (v_day + 102267900);
  v_year := extract(year from v_date)::int4 - 280000;
  return case when v_year between 0 and 9999 then lpad(v_year::text, 4, '0') when v_year < 0 then '-' || lpad(abs(v_year)::text, 6, '0') else '+' || lpad(v_year::text, 6, '0') end
    || '-' || lpad(extract(month from v_date)::text, 2, '0') || '-' || lpad(extract(day from v_date)::text, 2, '0') || 'T' || lpad((v_rest / 3600000)::text, 2, '0') || ':' || lpad((v_rest / 60000 % 60)::text, 2, '0')
    || ':' || lpad((v_rest / 1000 % 60)::text, 2, '0') || '.' || lpad((v_rest % 1000)::text, 3, '0') || 'Z';
end
$plain$;

create function lh_engine_plain.js_write_json(json) returns text language plpgsql immutable as $plain$
-- Infinity and -0 are kept until here, as js_normal writes them; JSON.stringify makes null and 0 of them.
begin
  if $1::text ~ '1e999|(^|[\[:,])-0($|[\],}])' then return js_normal($1, true); end if;
  return $1::text;
end
$plain$;

create function lh_engine_plain.js_number_or_nan(json) returns float8 language sql immutable as $plain$ select case when json_typeof($1) = 'number' then js_number($1) else 'NaN'::float8 end $plain$;

create function lh_engine_plain.js_string(json) returns text language sql immutable as $plain$ select case json_typeof($1) when 'string' then $1 #>> '{}' when 'number' then js_text(js_number($1)) else coalesce(js_stringify($1), 'undefined') end $plain$;

create function lh_engine_plain.js_typeof(json) returns text language sql immutable as $plain$ select case coalesce(json_typeof($1), 'undefined') when 'null' then 'object' when 'array' then 'object' else coalesce(json_typeof($1), 'undefined') end $plain$;

create function lh_engine_plain.js_items(json) returns json[] language sql immutable as $plain$ select array(select x.value from json_array_elements($1) with ordinality as x(value, n) order by n) $plain$;

create function lh_engine_plain.js_list(json[]) returns json language sql immutable as $plain$ select ('[' || array_to_string($1, ',', 'null') || ']')::json $plain$;

create function lh_engine_plain.js_index(text) returns numeric language sql immutable as $plain$ select case when $1 ~ '^(0|[1-9][0-9]{0,9})$' and $1::numeric < 4294967295 then $1::numeric - 4294967295 end $plain$;

create function lh_engine_plain.js_entries(json) returns table (key text, value json, place numeric) language sql immutable as $plain$
select e.key, (array_agg(e.value order by e.n desc))[1], coalesce(js_index(e.key), min(e.n))
from json_each(case when json_typeof($1) = 'object' then $1 end) with ordinality as e (key, value, n)
group by e.key
union all
select (e.n - 1)::text, e.value, e.n - 1 - 4294967295
from json_array_elements(case when json_typeof($1) = 'array' then $1 end) with ordinality as e (value, n)
$plain$;

create function lh_engine_plain.js_keys(json) returns text[] language sql immutable as $plain$ select array(select e.key from js_entries($1) as e order by e.place) $plain$;

create function lh_engine_plain.js_values(json) returns json[] language sql immutable as $plain$ select array(select e.value from js_entries($1) as e order by e.place) $plain$;

create function lh_engine_plain.js_normal(p_value json, p_written boolean) returns text language plpgsql immutable as $plain$
-- What JSON.stringify makes of what JSON.parse made of it; unless it is to be written, Infinity and -0 stay. What is
-- nested deeper than the stack of the server allows is taken as it came.
begin
  if json_typeof(p_value) not in ('object', 'array') then return js_normal_part(p_value, p_written); end if;
  begin
    return js_normal_part(p_value, p_written);
  exception
    when statement_too_complex then
      return p_value::text;
  end;
end
$plain$;

create function lh_engine_plain.js_normal_part(p_value json, p_written boolean) returns text language plpgsql immutable as $plain$
declare
  v_text text;
  v_number float8;
begin
  case json_typeof(p_value)
    when 'object' then return '{' || coalesce((select string_agg(to_json(e.key)::text || ':' || js_normal_part(e.value, p_written), ',' order by e.place) from js_entries(p_value) as e), '') || '}';
    when 'array' then return '[' || coalesce((select string_agg(js_normal_part(e.value, p_written), ',' order by e.n) from json_array_elements(p_value) with ordinality as e (value, n)), '') || ']';
    when 'number' then
      v_text := p_value::text;
      if v_text ~ '^(0|-?[1-9][0-9]{0,14})$' then return v_text; end if;
      v_number := js_number(p_value);
      if p_written or (abs(v_number) < 'Infinity'::float8 and v_number::text <> '-0') then return js_write_number(v_number); end if;
      return case when v_number = 0 then '-0' when v_number > 0 then '1e999' else '-1e999' end;
    when 'string' then return to_json(p_value #>> '{}')::text;
    else return btrim(p_value::text, E' \t\n\r');
  end case;
end
$plain$;

create function lh_engine_plain.js_read_json(json) returns json language plpgsql immutable as $plain$
begin
  return js_normal($1, false)::json;
end
$plain$;

create function lh_engine_plain.js_stringify(json) returns text language plpgsql immutable as $plain$
begin
  return js_normal($1, true);
end
$plain$;

create function lh_engine_plain.js_loose(p_value json, p_keys text[], p_values json[]) returns json language plpgsql immutable as $plain$
-- An object with the keys that a schema knows, in its order and as it reads them, then the others. Three keys a
-- schema never lets through.
begin
  return ('{' || coalesce((
    select string_agg(to_json(e.key)::text || ':' || e.text, ',' order by coalesce(js_index(e.key), e.place))
    from (
      select k.key, k.value::text as text, k.n - 1000000 as place
      from unnest(p_keys, p_values) with ordinality as k (key, value, n)
      where k.value is not null
      union all
      select e.key, js_normal(e.value, false), e.place
      from js_entries(p_value) as e
      where e.key <> all (p_keys) and e.key not in ('__proto__', 'prototype', 'constructor')
    ) as e
  ), '') || '}')::json;
end
$plain$;

create function lh_engine_plain.js_merge(p_a json, p_b json) returns json language plpgsql immutable as $plain$
-- A key that both have keeps its place and takes the later value.
begin
  if p_b is null then return p_a; end if;
  return ('{' || coalesce((
    select string_agg(to_json(m.key)::text || ':' || m.text, ',' order by coalesce(js_index(m.key), m.place))
    from (
      select e.key, (array_agg(e.value::text order by e.place desc))[1] as text, min(e.place) as place
      from (
        select a.key, a.value, a.place from js_entries(p_a) as a
        union all
        select b.key, b.value, b.place + 1000000000000 from js_entries(p_b) as b
      ) as e
      group by e.key
    ) as m
  ), '') || '}')::json;
end
$plain$;

create function lh_engine_plain.js_without(p_object json, p_keys text[]) returns json language plpgsql immutable as $plain$
begin
  return ('{' || coalesce((select string_agg(to_json(e.key)::text || ':' || e.value::text, ',' order by e.place) from js_entries(p_object) as e where e.key <> all (p_keys)), '') || '}')::json;
end
$plain$;

create function lh_engine_plain.js_same(p_a json, p_b json) returns boolean language plpgsql immutable as $plain$
-- Equality of primitives; objects are never the same.
begin
  if p_a is null or p_b is null then return p_a is null and p_b is null; end if;
  if json_typeof(p_a) <> json_typeof(p_b) then return false; end if;
  if json_typeof(p_a) = 'number' then return js_number(p_a) = js_number(p_b); end if;
  if json_typeof(p_a) in ('object', 'array') then return false; end if;
  return (p_a #>> '{}') is not distinct from (p_b #>> '{}');
end
$plain$;

create function lh_engine_plain.js_hash(text) returns int4 language sql immutable as $plain$ select hashtext(case $1 when '-0' then '0' else coalesce($1, '') end) $plain$;

create function lh_engine_plain.js_free_place(p_keys anyarray, p_places int4[], p_key anyelement) returns int4 language plpgsql immutable as $plain$
-- Where the newest of the keys belongs; NULL where the table is to be made anew.
declare
  v_mask int4 := cardinality(p_places) - 1;
  v_slot int4;
begin
  if v_mask + 1 < 2 * cardinality(p_keys) then return null; end if;
  v_slot := js_hash(p_key::text) & v_mask;
  while p_places[v_slot + 1] > 0 loop
    v_slot := (v_slot + 1) & v_mask;
  end loop;
  return v_slot + 1;
end
$plain$;

create function lh_engine_plain.js_places(p_keys anyarray) returns int4[] language plpgsql immutable as $plain$
declare
  v_size int4 := 1;
  v_places int4[];
  v_slot int4;
begin
  if cardinality(p_keys) <= 128 then return '{}'; end if;
  while v_size < 4 * cardinality(p_keys) loop v_size := 2 * v_size; end loop;
  v_places := array_fill(0, array[v_size]);
  for i in 1 .. cardinality(p_keys) loop
    v_slot := js_hash(p_keys[i]::text) & (v_size - 1);
    while v_places[v_slot + 1] > 0 loop
      v_slot := (v_slot + 1) & (v_size - 1);
    end loop;
    v_places[v_slot + 1] := i;
  end loop;
  return v_places;
end
$plain$;

create function lh_engine_plain.js_place(p_keys anyarray, p_places int4[], p_key anyelement) returns int4 language plpgsql immutable as $plain$
declare
  v_mask int4 := cardinality(p_places) - 1;
  v_slot int4;
begin
  if v_mask < 0 then return array_position(p_keys, p_key); end if;
  v_slot := js_hash(p_key::text) & v_mask;
  while p_places[v_slot + 1] > 0 loop
    if p_keys[p_places[v_slot + 1]] is not distinct from p_key then return p_places[v_slot + 1]; end if;
    v_slot := (v_slot + 1) & v_mask;
  end loop;
  return null;
end
$plain$;

create function lh_engine_plain.js_path(text, text) returns text language sql immutable as $plain$ select case when $1 = '' then $2 else $1 || '.' || $2 end $plain$;

create function lh_engine_plain.js_refuse(p_code text, p_message text, p_hint text) returns void language plpgsql stable as $plain$
begin
  raise exception using errcode = js_error_code(p_code), message = p_message, hint = p_hint;
end
$plain$;

create function lh_engine_plain.js_refuse_input(p_path text, p_expected text, p_value json) returns void language plpgsql stable as $plain$
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
$plain$;

create function lh_engine_plain.js_error_code(text) returns text language plpgsql immutable as $plain$
begin
  return case $1 when 'bad_input' then 'LH001' when 'unknown_setting' then 'LH002' when 'bad_setting' then 'LH003' when 'host_incomplete' then 'LH004' when 'row_security' then 'LH005' when 'date_in_future' then 'LH006' when 'not_found' then 'LH007' when 'not_possible_now' then 'LH008' when 'busy' then 'LH009' when 'schedule' then 'LH010' when 'confirm' then 'LH011' when 'library_gone' then 'LH012' end;
end
$plain$;

create function lh_engine_plain.js_input_hint() returns text language plpgsql immutable as $plain$
begin
  return 'Pass a value of the type and range that docs/functions.md gives for this argument.';
end
$plain$;

create function lh_engine_plain.settings_check_setting(v_input json) returns r_kkfi04 language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_o9bsua;
  v_key text;
  v_given json;
  v_text text;
  v_record r_le9w8f;
  v_key_2 text;
  v_setting r_ax80qh;
  v_value json;
begin
  v_input_2 := v_input;
  v_read := settings_read_1ha24j(v_input_2, '');
  v_key := v_read."key";
  v_given := v_read."value";
  v_text := v_read."text";
  v_record := js_constant_vp7jab();
  v_key_2 := settings_known_key(v_key);
  v_setting := case v_key_2 when 'profile' then v_record."profile" when 'engine.time_zone' then v_record."engine.time_zone" when 'engine.dry_run' then v_record."engine.dry_run" when 'engine.approval' then v_record."engine.approval" when 'engine.late_after_minutes' then v_record."engine.late_after_minutes" when 'security.trusted_roles' then v_record."security.trusted_roles" when 'log.retention_days' then v_record."log.retention_days" when 'metrics.refresh_days' then v_record."metrics.refresh_days" when 'metrics.max_filled_days' then v_record."metrics.max_filled_days" when 'detection.response_time_hours_max' then v_record."detection.response_time_hours_max" when 'detection.response_time_hours_target' then v_record."detection.response_time_hours_target" when 'detection.contact_rate_min' then v_record."detection.contact_rate_min" when 'detection.contact_rate_target' then v_record."detection.contact_rate_target" when 'detection.qualification_rate_min' then v_record."detection.qualification_rate_min" when 'detection.qualification_rate_target' then v_record."detection.qualification_rate_target" when 'detection.f1_score_min' then v_record."detection.f1_score_min" when 'detection.f1_score_target' then v_record."detection.f1_score_target" when 'detection.follow_up_days_max' then v_record."detection.follow_up_days_max" when 'detection.follow_up_days_target' then v_record."detection.follow_up_days_target" when 'detection.source_conversion_rate_min' then v_record."detection.source_conversion_rate_min" when 'detection.source_conversion_rate_target' then v_record."detection.source_conversion_rate_target" when 'detection.threshold_inputs' then v_record."detection.threshold_inputs" when 'detection.min_evidence' then v_record."detection.min_evidence" when 'detection.window_days' then v_record."detection.window_days" when 'detection.contact_grace_hours' then v_record."detection.contact_grace_hours" when 'detection.qualification_grace_days' then v_record."detection.qualification_grace_days" when 'detection.follow_up_window_days' then v_record."detection.follow_up_window_days" when 'detection.backlog_days' then v_record."detection.backlog_days" when 'detection.backlog_share_max' then v_record."detection.backlog_share_max" when 'detection.source_window_days' then v_record."detection.source_window_days" when 'detection.source_min_leads' then v_record."detection.source_min_leads" when 'detection.max_sources' then v_record."detection.max_sources" when 'detection.escalation_min_leads' then v_record."detection.escalation_min_leads" when 'detection.trend_days' then v_record."detection.trend_days" when 'detection.baseline_days' then v_record."detection.baseline_days" when 'detection.min_relative_change' then v_record."detection.min_relative_change" when 'detection.trend_alpha' then v_record."detection.trend_alpha" when 'detection.trend_min_leads' then v_record."detection.trend_min_leads" when 'detection.follow_up_horizon_days' then v_record."detection.follow_up_horizon_days" when 'detection.feedback_window_days' then v_record."detection.feedback_window_days" when 'detection.pattern_retire_below' then v_record."detection.pattern_retire_below" when 'detection.pattern_keep_from' then v_record."detection.pattern_keep_from" when 'detection.pattern_min_evidence' then v_record."detection.pattern_min_evidence" when 'detection.missed_examples' then v_record."detection.missed_examples" when 'spawning.cooling_off_days' then v_record."spawning.cooling_off_days" when 'spawning.recently_kept_days' then v_record."spawning.recently_kept_days" when 'spawning.min_evidence' then v_record."spawning.min_evidence" when 'spawning.max_running_tests' then v_record."spawning.max_running_tests" when 'spawning.baseline_days' then v_record."spawning.baseline_days" when 'spawning.baseline_lag_days' then v_record."spawning.baseline_lag_days" when 'spawning.traffic_allocation_pct' then v_record."spawning.traffic_allocation_pct" when 'spawning.min_sample_size' then v_record."spawning.min_sample_size" when 'spawning.confidence_level' then v_record."spawning.confidence_level" when 'decisions.rule' then v_record."decisions.rule" when 'decisions.keep_lift_pct' then v_record."decisions.keep_lift_pct" when 'decisions.kill_lift_pct' then v_record."decisions.kill_lift_pct" when 'decisions.kill_p_value' then v_record."decisions.kill_p_value" when 'decisions.exact_test_below' then v_record."decisions.exact_test_below" when 'decisions.planned_lift' then v_record."decisions.planned_lift" when 'decisions.maturity_days' then v_record."decisions.maturity_days" when 'decisions.max_test_days' then v_record."decisions.max_test_days" when 'decisions.pace_days' then v_record."decisions.pace_days" when 'decisions.gate_units' then v_record."decisions.gate_units" when 'decisions.unit_faults_pct' then v_record."decisions.unit_faults_pct" when 'decisions.gate_sample_ratio' then v_record."decisions.gate_sample_ratio" when 'decisions.sample_ratio_p_value' then v_record."decisions.sample_ratio_p_value" when 'decisions.sample_ratio_min_leads' then v_record."decisions.sample_ratio_min_leads" when 'decisions.gate_guardrails' then v_record."decisions.gate_guardrails" when 'decisions.guardrail_p_value' then v_record."decisions.guardrail_p_value" when 'decisions.guardrail_min_leads' then v_record."decisions.guardrail_min_leads" when 'decisions.gate_simpson' then v_record."decisions.gate_simpson" when 'decisions.segment_p_value' then v_record."decisions.segment_p_value" end;
  v_value := case when (v_setting."type" = 'choice'::text) then names_name_today_3kvj7d(case when (v_setting."former" is not distinct from null) then row(array[]::text[], array[]::text[])::map_ro126t else v_setting."former" end, v_given) else v_given end;
  if (not settings_fits(row(v_setting."choices", v_setting."max", v_setting."min", v_setting."minExclusive", v_setting."type")::r_uzkmqe, v_value)) then
    perform js_refuse('bad_setting'::text, (v_key || ' cannot be '::text || settings_quoted(v_value, v_text)), ('It takes '::text || settings_expectation(row(v_setting."choices", v_setting."max", v_setting."min", v_setting."minExclusive", v_setting."type")::r_uzkmqe) || ' ('::text || v_setting."unit" || ').'::text));
  end if;
  return row(v_key, v_value)::r_kkfi04;
end
$plain$;

create function lh_engine_plain.js_write_bg9hff(r_kkfi04) returns text language plpgsql immutable as $plain$
declare
  v_x r_kkfi04 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"key":' || to_json(v_x."key")::text
    || coalesce(',"value":' || js_write_json(v_x."value"), ''), 2) || '}';
end
$plain$;

create function lh_engine_plain.settings__input________key__known_key_parse_key_in(v_input json) returns r_fnm8gf language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_fnm8gf;
begin
  v_input_2 := v_input;
  v_read := settings_read_x9vsn1(v_input_2, '');
  return (row(settings_known_key(v_read."key"))::r_fnm8gf);
end
$plain$;

create function lh_engine_plain.js_write_wh6ggb(r_fnm8gf) returns text language plpgsql immutable as $plain$
declare
  v_x r_fnm8gf := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"key":' || to_json(v_x."key")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.detection_detect(v_input json) returns r_qmrl5y language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_1qbja7;
  v_document r_1qbja7;
  v_options r_pwhogm;
  v_outcome r_hapi6y;
  v_list r_plfdau[];
  v_flat r_mnytgs[];
  v_item r_plfdau;
  v_result r_mnytgs[];
  v_kept r_vqchpa[];
  v_item_2 r_vqchpa;
  v_findings r_vqchpa[];
  v_more r_mnytgs;
  v_bottlenecks r_mnytgs[];
  v_list_2 r_r1knjv[];
  v_more_2 r_r1knjv;
begin
  v_input_2 := v_input;
  v_read := document_read_ro4dwo(v_input_2, '');
  v_document := v_read;
  v_options := document_options_of(v_document."settings");
  v_outcome := attribution_attribute(findings_together(array[thresholds_evaluate_thresholds(v_document, v_options), trends_evaluate_trends(v_document, v_options), weak_sources_evaluate_sources(v_document, v_options)]::r_hapi6y[]));
  v_list := js_constant_wyri4q();
  v_flat := '{}';
  foreach v_item in array v_list loop
    v_kept := '{}';
    foreach v_item_2 in array v_outcome."findings" loop
      if (v_item_2."type" = v_item."type") then
        v_kept := array_append(v_kept, v_item_2);
      end if;
    end loop;
    v_findings := v_kept;
    v_result := case when (cardinality(v_findings)::float8 = '0'::float8) then array[]::r_mnytgs[] else array[detection_bottleneck_of(v_item, v_findings, v_document, v_options)]::r_mnytgs[] end;
    foreach v_more in array v_result loop
      v_flat := array_append(v_flat, v_more);
    end loop;
  end loop;
  v_bottlenecks := v_flat;
  v_list_2 := data_quality_data_warnings(row(v_document."anomalies", v_document."anomaly_ids", v_document."as_of", v_document."daily", v_document."missing_columns", v_document."performance")::r_0nkyz9);
  foreach v_more_2 in array v_outcome."warnings" loop
    v_list_2 := array_append(v_list_2, v_more_2);
  end loop;
  return row(v_bottlenecks, v_list_2)::r_qmrl5y;
end
$plain$;

create function lh_engine_plain.js_write_n649rn(r_qmrl5y) returns text language plpgsql immutable as $plain$
declare
  v_x r_qmrl5y := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"bottlenecks":' || js_write_4zshb9(v_x."bottlenecks")
    || ',"warnings":' || js_write_si7819(v_x."warnings"), 2) || '}';
end
$plain$;

create function lh_engine_plain.reports_report_segments(v_input json) returns r_l1mk32 language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_zmdmj4;
  v_mapped r_d9fbyu[];
  v_item r_cgxvkx;
  v_segment text;
  v_recent r_vpro6d;
  v_baseline r_vpro6d;
  v_spread r_lhussj;
  v_spread_2 r_jccbg7;
  v_spread_3 r_f18g5x;
  v_spread_4 r_zm7ykz;
  v_spread_5 r_djw2xm;
begin
  v_input_2 := v_input;
  v_read := reports_read_6j3w12(v_input_2, '');
  v_mapped := '{}';
  foreach v_item in array v_read."segments" loop
    v_segment := v_item."segment";
    v_recent := v_item."recent";
    v_baseline := v_item."baseline";
    v_spread := reports_rate_columns_twx1h8(v_recent, v_baseline);
    v_spread_2 := reports_rate_columns_p16mdh(v_recent, v_baseline);
    v_spread_3 := reports_rate_columns_idhzyg(v_recent, v_baseline);
    v_spread_4 := reports_hours_columns(v_recent, v_baseline);
    v_spread_5 := reports_rate_columns_a80f1x(v_recent, v_baseline);
    v_mapped := array_append(v_mapped, (row(v_baseline."leads", v_spread."contact_rate", v_spread."contact_rate_change", v_spread."contact_rate_high", v_spread."contact_rate_low", v_spread_3."conversion_rate", v_spread_3."conversion_rate_change", v_spread_3."conversion_rate_high", v_spread_3."conversion_rate_low", v_recent."leads", v_spread_2."qualification_rate", v_spread_2."qualification_rate_change", v_spread_2."qualification_rate_high", v_spread_2."qualification_rate_low", v_spread_4."response_hours", v_spread_4."response_hours_change", v_spread_4."response_hours_high", v_spread_4."response_hours_low", v_segment, v_spread_5."wrong_number_share", v_spread_5."wrong_number_share_change", v_spread_5."wrong_number_share_high", v_spread_5."wrong_number_share_low")::r_d9fbyu));
  end loop;
  return (row(v_mapped)::r_l1mk32);
end
$plain$;

create function lh_engine_plain.js_write_82xqtp(r_l1mk32) returns text language plpgsql immutable as $plain$
declare
  v_x r_l1mk32 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"rows":' || js_write_waxsgu(v_x."rows"), 2) || '}';
end
$plain$;

create function lh_engine_plain.backtest_backtest_day(v_input json) returns r_xwosbr language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_v9du6c;
  v_document json;
  v_until text;
  v_settings json;
  v_spawned r_kyrla7[];
  v_whole r_qmrl5y;
  v_bottlenecks r_mnytgs[];
  v_mapped r_vgjsxa[];
  v_item r_kyrla7;
  v_index float8;
  v_mapped_2 r_zecxh0[];
  v_item_2 r_kyrla7;
  v_index_2 float8;
  v_whole_2 r_9pouhu;
  v_decisions r_ct54wq[];
  v_mapped_3 r_hz0sdw[];
  v_item_3 r_mnytgs;
  v_result r_hz0sdw;
  v_found r_ct54wq;
  v_item_4 r_ct54wq;
  v_d r_ct54wq;
  v_list r_kyrla7[];
  v_kept r_fvtstn[];
  v_item_5 r_ct54wq;
  v_mapped_4 r_kyrla7[];
  v_item_6 r_fvtstn;
  v_more r_kyrla7;
begin
  v_input_2 := v_input;
  v_read := backtest_read_15f1qu(v_input_2, '');
  v_document := v_read."document";
  v_until := v_read."until";
  v_settings := v_read."settings";
  v_spawned := v_read."spawned";
  v_whole := detection_detect(v_document);
  v_bottlenecks := v_whole."bottlenecks";
  v_mapped := '{}';
  v_index := -1;
  foreach v_item in array v_spawned loop
    v_index := v_index + 1;
    v_mapped := array_append(v_mapped, backtest_history(v_item));
  end loop;
  v_mapped_2 := '{}';
  v_index_2 := -1;
  foreach v_item_2 in array v_spawned loop
    v_index_2 := v_index_2 + 1;
    v_mapped_2 := array_append(v_mapped_2, backtest_running_test(v_item_2));
  end loop;
  v_whole_2 := fn_16e1qj_call((spawning_spawning_operations())."plan", js_write_xmzaah(row(row('0'::float8, '0'::float8)::r_fgs8so, v_bottlenecks, '{}'::text[], v_mapped_2, v_settings, v_mapped, v_until)::r_gfcsvs)::json);
  v_decisions := v_whole_2."decisions";
  v_mapped_3 := '{}';
  foreach v_item_3 in array v_bottlenecks loop
    v_found := null;
    foreach v_item_4 in array v_decisions loop
      if (v_item_4."bottleneck" = v_item_3."type") then
        v_found := v_item_4;
        exit;
      end if;
    end loop;
    v_d := v_found;
    v_result := row(v_d."action", v_item_3."current_value", v_item_3."explanation", v_item_3."metric", v_d."reason", v_item_3."segment", v_item_3."severity", v_d."skill_name", v_item_3."suggested_skill", v_item_3."target_value", v_item_3."trigger", v_item_3."type")::r_hz0sdw;
    v_mapped_3 := array_append(v_mapped_3, v_result);
  end loop;
  v_list := v_spawned;
  v_kept := '{}';
  foreach v_item_5 in array v_decisions loop
    if (v_item_5."action" = 'spawn'::text) then
      v_kept := array_append(v_kept, case when (v_item_5 is not distinct from null) then null else row(null::text, v_item_5."action", v_item_5."bottleneck", v_item_5."explanation", v_item_5."metric", v_item_5."plan", v_item_5."reason", null::text, v_item_5."skill", null::text, v_item_5."skill_name", v_item_5."skill_type", v_item_5."test", null::text)::r_fvtstn end);
    end if;
  end loop;
  v_mapped_4 := '{}';
  foreach v_item_6 in array v_kept loop
    v_mapped_4 := array_append(v_mapped_4, (row(v_item_6."metric", v_until, v_item_6."skill_type")::r_kyrla7));
  end loop;
  foreach v_more in array v_mapped_4 loop
    v_list := array_append(v_list, v_more);
  end loop;
  return row(v_mapped_3, v_list)::r_xwosbr;
end
$plain$;

create function lh_engine_plain.js_write_1wrgsz(r_xwosbr) returns text language plpgsql immutable as $plain$
declare
  v_x r_xwosbr := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"rows":' || js_write_4a3p6o(v_x."rows")
    || ',"spawned":' || js_write_rubh6z(v_x."spawned"), 2) || '}';
end
$plain$;

create function lh_engine_plain.feedback_score_patterns(v_input json) returns r_xzxuf3 language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_k5736p;
  v_overall r_ouhdmd;
  v_patterns r_oxeudm[];
  v_row r_k8cpre;
  v_kept r_oxeudm[];
  v_item r_oxeudm;
  v_t float8;
  v_labelled r_oxeudm[];
  v_list r_lex3ky[];
  v_mapped r_lex3ky[];
  v_item_2 r_oxeudm;
  v_index float8;
  v_record r_3sx42w;
  v_more r_lex3ky;
  v_either r_lex3ky[];
begin
  v_input_2 := v_input;
  v_read := feedback_read_x0augz(v_input_2, '');
  v_overall := v_read."overall";
  v_patterns := v_read."patterns";
  v_row := feedback_overall_row(v_overall);
  v_kept := '{}';
  foreach v_item in array v_patterns loop
    v_t := (v_item."true_positives" + v_item."false_positives");
    if (v_t > '0'::float8 and v_t <> 'NaN'::float8) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_labelled := v_kept;
  if (v_row."total_validations" = '0'::float8) then
    v_either := array[]::r_lex3ky[];
  else
    v_list := '{}';
    v_list := array_append(v_list, row(v_row."avg_f1_score", v_row."avg_precision", v_row."avg_recall", v_row."false_negatives", v_row."false_positives", null::text, v_row."total_validations", v_row."true_negatives", v_row."true_positives")::r_lex3ky);
    v_mapped := '{}';
    v_index := -1;
    foreach v_item_2 in array v_labelled loop
      v_index := v_index + 1;
      v_record := feedback_pattern_row(v_item_2);
      v_mapped := array_append(v_mapped, row(null::float8, v_record."avg_precision", null::float8, null::float8, v_record."false_positives", v_record."pattern_type", v_record."total_validations", null::float8, v_record."true_positives")::r_lex3ky);
    end loop;
    foreach v_more in array v_mapped loop
      v_list := array_append(v_list, v_more);
    end loop;
    v_either := v_list;
  end if;
  return row(v_either)::r_xzxuf3;
end
$plain$;

create function lh_engine_plain.js_write_rwwjwr(r_xzxuf3) returns text language plpgsql immutable as $plain$
declare
  v_x r_xzxuf3 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"rows":' || js_write_p0mxb8(v_x."rows"), 2) || '}';
end
$plain$;

create function lh_engine_plain.feedback_recommend_patterns(v_input json) returns r_xbmqgj language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_nc16bz;
  v_settings r_tjxkti;
  v_overall r_ouhdmd;
  v_patterns r_oxeudm[];
  v_missed r_n4fcx3[];
  v_list r_xvk1mh[];
  v_kept r_oxeudm[];
  v_item r_oxeudm;
  v_t float8;
  v_mapped r_6pcdsz[];
  v_item_2 r_oxeudm;
  v_items r_xvk1mh[];
  v_item_3 r_6pcdsz;
  v_record r_kkhg4u;
  v_rows r_xvk1mh[];
  v_keys float8[];
  v_keys_2 float8[];
  v_keys_3 text[];
  v_item_4 r_xvk1mh;
  v_list_2 text[];
begin
  v_input_2 := v_input;
  v_read := feedback_read_xivlyz(v_input_2, '');
  v_settings := v_read."settings";
  v_overall := v_read."overall";
  v_patterns := v_read."patterns";
  v_missed := v_read."missed";
  v_kept := '{}';
  foreach v_item in array v_patterns loop
    v_t := (v_item."true_positives" + v_item."false_positives");
    if (v_t > '0'::float8 and v_t <> 'NaN'::float8) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_mapped := array_append(v_mapped, feedback_pattern_advice(v_item_2, v_settings));
  end loop;
  v_items := '{}';
  foreach v_item_3 in array v_mapped loop
    v_items := array_append(v_items, case when (v_item_3 is not distinct from null) then null else row(v_item_3."correct", row(null::float8, (v_item_3."evidence")."false_positives", (v_item_3."evidence")."measures", null::r_n4fcx3[], null::float8, (v_item_3."evidence")."true_positives")::r_sr1yt4, v_item_3."explanation", v_item_3."judged", v_item_3."pattern_type", v_item_3."recommendation", v_item_3."share", v_item_3."share_high", v_item_3."share_low")::r_xvk1mh end);
  end loop;
  v_list := v_items;
  if (v_overall."false_negatives" > '0'::float8 and v_overall."false_negatives" <> 'NaN'::float8) then
    v_record := feedback_add_advice(v_overall, v_missed);
    v_list := array_append(v_list, row(v_record."correct", row((v_record."evidence")."businesses", null::float8, (v_record."evidence")."measures", (v_record."evidence")."missed", (v_record."evidence")."missed_businesses", null::float8)::r_sr1yt4, v_record."explanation", v_record."judged", null::text, v_record."recommendation", v_record."share", v_record."share_high", v_record."share_low")::r_xvk1mh);
  end if;
  v_rows := v_list;
  v_keys := '{}';
  v_keys_2 := '{}';
  v_keys_3 := '{}';
  foreach v_item_4 in array v_rows loop
    v_list_2 := array['retire'::text, 'tighten'::text, 'add'::text, 'keep'::text]::text[];
    v_keys := array_append(v_keys, (coalesce(array_position(v_list_2, v_item_4."recommendation"), 0) - 1)::float8);
    v_keys_2 := array_append(v_keys_2, v_item_4."judged");
    v_keys_3 := array_append(v_keys_3, js_order(coalesce(v_item_4."pattern_type", ''::text)) collate "C");
  end loop;
  if array_position(v_keys, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  if array_position(v_keys_2, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  return row(array(select (v_rows)[i] from generate_subscripts(v_rows, 1) as i order by (v_keys)[i], (v_keys_2)[i] desc, (v_keys_3)[i] collate "C", i))::r_xbmqgj;
end
$plain$;

create function lh_engine_plain.js_write_8d61hw(r_xbmqgj) returns text language plpgsql immutable as $plain$
declare
  v_x r_xbmqgj := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"recommendations":' || js_write_gv89as(v_x."recommendations"), 2) || '}';
end
$plain$;

create function lh_engine_plain.report_report_feedback(v_input json) returns r_hrp4eu language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_qvun2a;
  v_mapped r_s6dp7x[];
  v_item r_ujyrs1;
  v_spread r_awqivd;
  v_spread_2 r_6xf33w;
  v_spread_3 r_zpkdsg;
begin
  v_input_2 := v_input;
  v_read := report_read_y039h8(v_input_2, '');
  v_mapped := '{}';
  foreach v_item in array v_read."rows" loop
    v_spread := wilson_share_columns_k0suhk((v_item."correct_owner" + v_item."good_lead"), v_item."feedback");
    v_spread_2 := wilson_share_columns_ptjz0i((v_item."wrong_number" + v_item."disconnected"), v_item."feedback");
    v_spread_3 := wilson_share_columns_31g2lz(v_item."business_number", v_item."feedback");
    v_mapped := array_append(v_mapped, (row(v_item."bad_lead", v_item."business_number", v_spread_3."business_share", v_spread_3."business_share_high", v_spread_3."business_share_low", v_item."correct_owner", v_item."dimension", v_item."disconnected", v_item."feedback", v_item."good_lead", v_spread."good_share", v_spread."good_share_high", v_spread."good_share_low", v_item."name", v_spread_2."unreachable_share", v_spread_2."unreachable_share_high", v_spread_2."unreachable_share_low", v_item."wrong_number")::r_s6dp7x));
  end loop;
  return (row(v_mapped)::r_hrp4eu);
end
$plain$;

create function lh_engine_plain.js_write_9apygb(r_hrp4eu) returns text language plpgsql immutable as $plain$
declare
  v_x r_hrp4eu := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"rows":' || js_write_mqowhv(v_x."rows"), 2) || '}';
end
$plain$;

create function lh_engine_plain.spawning_plan_improvements(v_input json) returns r_9pouhu language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_86g23x;
  v_parsed r_86g23x;
  v_decisions r_ct54wq[];
  v_running r_zecxh0[];
  v_taken text[];
  v_item r_vm9475;
  v_reason r_fb1e5b;
  v_bottleneck r_nfc97h;
  v_spread r_qmr3rb;
  v_record r_l27zp0;
  v_decision r_fvtstn;
  v_pushed text;
  v_pushed_2 text;
begin
  v_input_2 := v_input;
  v_read := spawning_read_9yw9fx(v_input_2, '');
  v_parsed := v_read;
  v_decisions := array[]::r_ct54wq[];
  v_running := v_parsed."running_tests";
  v_taken := (case when (v_parsed."taken_names" is not distinct from null) then array[]::text[] else v_parsed."taken_names" end);
  <<v_at_loop>>
  foreach v_item in array v_parsed."bottlenecks" loop
    <<v_at_round>>
    begin
      v_reason := reasons_reason_to_skip(v_item, row(v_parsed."pauses", v_parsed."settings", v_parsed."skills", v_parsed."until")::r_tt0yp3, v_running);
      if (not (v_reason is not distinct from null)) then
        v_bottleneck := row(v_item."metric", v_item."suggested_skill", v_item."type")::r_nfc97h;
        v_spread := (row(v_bottleneck."type", v_bottleneck."metric", v_bottleneck."suggested_skill")::r_qmr3rb);
        v_record := (row(v_reason."ab_test_id", 'skip'::text, v_spread."bottleneck", v_reason."explanation", v_spread."metric", v_reason."reason", v_reason."since", v_reason."skill_id", null::text, v_spread."skill_type", v_reason."until")::r_l27zp0);
        v_decisions := array_append(v_decisions, row(v_record."ab_test_id", v_record."action", v_record."bottleneck", v_record."explanation", v_record."metric", null::r_l00n8h, v_record."reason", v_record."since", null::r_xz03yd, v_record."skill_id", null::text, v_record."skill_type", null::r_9nlzru, v_record."until")::r_ct54wq);
        exit v_at_round;
      end if;
      v_decision := spawning_spawn_decision(v_item, row(v_parsed."baseline", v_parsed."name_limits", v_parsed."settings", v_parsed."skills")::r_hfys74, v_taken);
      v_decisions := array_append(v_decisions, row(null::text, v_decision."action", v_decision."bottleneck", v_decision."explanation", v_decision."metric", v_decision."plan", v_decision."reason", null::text, v_decision."skill", null::text, v_decision."skill_name", v_decision."skill_type", v_decision."test", null::text)::r_ct54wq);
      v_running := array_append(v_running, row(''::text, v_item."metric", null::text, v_parsed."until")::r_zecxh0);
      v_pushed := js_lower((v_decision."skill")."skill_name");
      v_pushed_2 := js_lower((v_decision."test")."test_name");
      v_taken := array_append(v_taken, v_pushed);
      v_taken := array_append(v_taken, v_pushed_2);
    end v_at_round;
  end loop;
  return row(v_decisions)::r_9pouhu;
end
$plain$;

create function lh_engine_plain.js_write_d39kpe(r_9pouhu) returns text language plpgsql immutable as $plain$
declare
  v_x r_9pouhu := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"decisions":' || js_write_q5m3of(v_x."decisions"), 2) || '}';
end
$plain$;

create function lh_engine_plain.statistics_two_proportion_test(v_input json) returns r_qo2oia language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_nveua9;
  v_given r_nveua9;
  v_control r_fgs8so;
  v_treatment r_fgs8so;
  v_confidencelevel float8;
  v_z float8;
  v_test r_p6d2tz;
  v_katz r_8xonlq;
  v_newcombe r_8xonlq;
begin
  v_input_2 := v_input;
  v_read := statistics_read_ijrbqc(v_input_2, '');
  v_given := v_read;
  v_control := statistics_arm('control'::text, v_given."control_leads", v_given."control_conversions");
  v_treatment := statistics_arm('treatment'::text, v_given."treatment_leads", v_given."treatment_conversions");
  v_confidencelevel := v_given."confidence_level";
  v_z := (- normal_normal_quantile((decimal_complement(v_confidencelevel) / '2'::float8)));
  v_test := proportions_z_test(v_control, v_treatment);
  v_katz := proportions_katz_interval(v_control, v_treatment, v_z);
  v_newcombe := proportions_newcombe_interval(v_control, v_treatment, v_z);
  return row(proportions_rate(v_control), proportions_difference(v_control, v_treatment), v_newcombe."high", v_newcombe."low", v_katz."high", v_katz."low", proportions_lift_pct(v_control, v_treatment), v_test."p", proportions_undefined_reason(v_control, v_treatment), proportions_rate(v_treatment), v_test."z")::r_qo2oia;
end
$plain$;

create function lh_engine_plain.js_write_zqejt2(r_qo2oia) returns text language plpgsql immutable as $plain$
declare
  v_x r_qo2oia := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"z":' || coalesce(js_write_number(v_x."z"), 'null')
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"control_rate":' || coalesce(js_write_number(v_x."control_rate"), 'null')
    || ',"treatment_rate":' || coalesce(js_write_number(v_x."treatment_rate"), 'null')
    || ',"lift_pct":' || coalesce(js_write_number(v_x."lift_pct"), 'null')
    || ',"lift_low_pct":' || coalesce(js_write_number(v_x."lift_low_pct"), 'null')
    || ',"lift_high_pct":' || coalesce(js_write_number(v_x."lift_high_pct"), 'null')
    || ',"difference":' || coalesce(js_write_number(v_x."difference"), 'null')
    || ',"difference_low":' || coalesce(js_write_number(v_x."difference_low"), 'null')
    || ',"difference_high":' || coalesce(js_write_number(v_x."difference_high"), 'null')
    || ',"reason":' || coalesce(to_json(v_x."reason")::text, 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.statistics_required_sample_size(v_input json) returns r_2gkymy language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_8x6kcv;
  v_given r_8x6kcv;
  v_exact float8;
begin
  v_input_2 := v_input;
  v_read := statistics_read_o009e1(v_input_2, '');
  v_given := v_read;
  v_exact := power_exact_sample_size(row(v_given."baseline_rate", v_given."confidence_level", v_given."power")::r_zsvuiy, v_given."relative_lift");
  return row(v_exact, case when (v_exact is not distinct from null) then null::float8 else ceil(v_exact) end)::r_2gkymy;
end
$plain$;

create function lh_engine_plain.js_write_bd6k1y(r_2gkymy) returns text language plpgsql immutable as $plain$
declare
  v_x r_2gkymy := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"leads_per_group":' || coalesce(js_write_number(v_x."leads_per_group"), 'null')
    || ',"exact":' || coalesce(js_write_number(v_x."exact"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.statistics_detectable_lift(v_input json) returns r_gxztic language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_pr59hk;
  v_given r_pr59hk;
  v_power r_zsvuiy;
begin
  v_input_2 := v_input;
  v_read := statistics_read_5sp27i(v_input_2, '');
  v_given := v_read;
  v_power := row(v_given."baseline_rate", v_given."confidence_level", v_given."power")::r_zsvuiy;
  return row(power_minimum_detectable_lift(v_power, v_given."leads_per_group"))::r_gxztic;
end
$plain$;

create function lh_engine_plain.js_write_3ul3q4(r_gxztic) returns text language plpgsql immutable as $plain$
declare
  v_x r_gxztic := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"lift_pct":' || coalesce(js_write_number(v_x."lift_pct"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.statistics_sample_ratio(v_input json) returns r_a1d3dz language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_y1nies;
  v_given r_y1nies;
  v_control float8;
  v_treatment float8;
  v_share float8;
  v_test r_1f5r30;
  v_leaks boolean;
begin
  v_input_2 := v_input;
  v_read := statistics_read_0aogwl(v_input_2, '');
  v_given := v_read;
  v_control := v_given."control_leads";
  v_treatment := v_given."treatment_leads";
  v_share := v_given."treatment_pct";
  v_test := sample_ratio_sample_ratio_test(v_control, v_treatment, v_share);
  v_leaks := (((v_share = '0'::float8) and (v_treatment > '0'::float8 and v_treatment <> 'NaN'::float8)) or ((v_share = '100'::float8) and (v_control > '0'::float8 and v_control <> 'NaN'::float8)));
  return row(v_test."chiSquare", case when v_leaks then true else case when (v_test is not distinct from null) then null::boolean else (v_test."p" < '0.001'::float8) end end, v_test."p")::r_a1d3dz;
end
$plain$;

create function lh_engine_plain.js_write_vp4sh9(r_a1d3dz) returns text language plpgsql immutable as $plain$
declare
  v_x r_a1d3dz := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"chi_square":' || coalesce(js_write_number(v_x."chi_square"), 'null')
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"mismatch":' || coalesce((v_x."mismatch")::text, 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.statistics_welch(v_input json) returns r_4wl8c2 language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_c04ssv;
  v_given r_c04ssv;
  v_control r_0u8or8;
  v_treatment r_0u8or8;
  v_test r_658738;
  v_list float8[];
  v_every boolean;
  v_item float8;
  v_index float8;
  v_holds boolean;
  v_representable boolean;
begin
  v_input_2 := v_input;
  v_read := statistics_read_t8ptlu(v_input_2, '');
  v_given := v_read;
  v_control := row(v_given."control_mean", v_given."control_n", v_given."control_variance")::r_0u8or8;
  v_treatment := row(v_given."treatment_mean", v_given."treatment_n", v_given."treatment_variance")::r_0u8or8;
  v_test := welch_welch_test(v_control, v_treatment);
  v_holds := (v_test is not distinct from null);
  if not v_holds then
    v_list := array[v_test."t", (v_test."difference")."low", (v_test."difference")."high"]::float8[];
    v_every := true;
    v_index := -1;
    foreach v_item in array v_list loop
      v_index := v_index + 1;
      if not coalesce(abs(v_item) < 'Infinity'::float8, false) then
        v_every := false;
        exit;
      end if;
    end loop;
    v_holds := v_every;
  end if;
  v_representable := v_holds;
  return row(statistics_finite_or_null(v_test."degreesOfFreedom"), statistics_finite_or_null((v_test."difference")."high"), statistics_finite_or_null((v_test."difference")."low"), statistics_finite_or_null(v_test."p"), case when v_representable then welch_welch_undefined(v_control, v_treatment) else 'the values are too large for a double'::text end, statistics_finite_or_null(v_test."t"))::r_4wl8c2;
end
$plain$;

create function lh_engine_plain.js_write_7z47u2(r_4wl8c2) returns text language plpgsql immutable as $plain$
declare
  v_x r_4wl8c2 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"t":' || coalesce(js_write_number(v_x."t"), 'null')
    || ',"degrees_of_freedom":' || coalesce(js_write_number(v_x."degrees_of_freedom"), 'null')
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"difference_low":' || coalesce(js_write_number(v_x."difference_low"), 'null')
    || ',"difference_high":' || coalesce(js_write_number(v_x."difference_high"), 'null')
    || ',"reason":' || coalesce(to_json(v_x."reason")::text, 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.statistics_boundaries(v_input json) returns r_g9cdtq[] language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_of9azf;
  v_given r_of9azf;
  v_looks r_4yl0qq[];
  v_mapped r_g9cdtq[];
  v_item float8;
  v_index float8;
begin
  v_input_2 := v_input;
  v_read := statistics_read_s3x0ae(v_input_2, '');
  v_given := v_read;
  v_looks := boundaries_sequential_boundaries(v_given."information_fractions", v_given."confidence_level");
  v_mapped := '{}';
  v_index := -1;
  foreach v_item in array v_given."information_fractions" loop
    v_index := v_index + 1;
    v_mapped := array_append(v_mapped, (row((v_looks[(v_index)::int + 1])."alphaSpent", v_item, (v_index + '1'::float8), (v_looks[(v_index)::int + 1])."zBoundary")::r_g9cdtq));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.js_write_17yjkj(r_g9cdtq[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_g9cdtq;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_3uwb3z(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.statistics__input________value__normal_upper_tail_(v_input json) returns r_bvqlok language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_0aamjr;
  v_z float8;
begin
  v_input_2 := v_input;
  v_read := statistics_read_trb8jj(v_input_2, '');
  v_z := v_read."z";
  return (row(('0.5'::float8 * erfc_erfc((v_z * '0.7071067811865476'::float8))))::r_bvqlok);
end
$plain$;

create function lh_engine_plain.js_write_gr03g7(r_bvqlok) returns text language plpgsql immutable as $plain$
declare
  v_x r_bvqlok := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"value":' || js_write_number(v_x."value"), 2) || '}';
end
$plain$;

create function lh_engine_plain.statistics__input________value__normal_quantile_pa(v_input json) returns r_bvqlok language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_b3f7kt;
begin
  v_input_2 := v_input;
  v_read := statistics_read_ls8pvp(v_input_2, '');
  return (row(normal_normal_quantile(v_read."q"))::r_bvqlok);
end
$plain$;

create function lh_engine_plain.testing_analyze(v_input json) returns r_d1veh4 language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_5ndoee;
  v_document r_5ndoee;
  v_map map_ro126t;
  v_keys text[];
  v_values text[];
  v_places int4[];
  v_mapped r_53f62q[];
  v_item r_1srct4;
  v_result r_53f62q;
  v_inputs r_4n1jpj;
  v_spread r_w89q3v;
  v_analysed r_53f62q[];
  v_stray float8;
  v_straywarning r_9421fm;
  v_mapped_2 r_1gap5h[];
  v_item_2 r_53f62q;
  v_test r_1srct4;
  v_inputs_2 r_4n1jpj;
  v_result_2 r_ecicmg;
  v_flat r_qwv9sx[];
  v_item_3 r_53f62q;
  v_test_2 r_1srct4;
  v_standing r_1aycr1;
  v_list r_9421fm[];
  v_flat_2 r_9421fm[];
  v_item_4 r_53f62q;
  v_test_3 r_1srct4;
  v_inputs_3 r_4n1jpj;
  v_result_3 r_ecicmg;
  v_more r_9421fm;
begin
  v_input_2 := v_input;
  v_read := testing_read_riuh8k(v_input_2, '');
  v_document := v_read;
  v_map := confounders_confounders(v_document."tests");
  v_keys := v_map.k;
  v_values := v_map.v;
  v_places := js_places(v_keys);
  v_mapped := '{}';
  foreach v_item in array v_document."tests" loop
    v_inputs := row((v_item."inputs")."baseline", (v_item."inputs")."confidence_level", (v_values)[js_place(v_keys, v_places, v_item."ab_test_id")], (v_item."inputs")."groups", (v_item."inputs")."has_started", (v_item."inputs")."history", (v_item."inputs")."min_sample_size", (v_item."inputs")."planned_baseline_rate", (v_item."inputs")."planned_leads_per_group", (v_item."inputs")."planned_lift", (v_item."inputs")."running_days", (v_item."inputs")."skill_exists", (v_item."inputs")."skill_status", (v_item."inputs")."started_at", (v_item."inputs")."started_at?", (v_item."inputs")."traffic_allocation_pct", (v_item."inputs")."units", (v_item."inputs")."unreadable")::r_4n1jpj;
    v_spread := recommendation_analyse_from(v_item."standing", v_inputs, v_document."settings", null::float8);
    v_result := row(v_inputs, v_spread."result", v_spread."standing", v_item)::r_53f62q;
    v_mapped := array_append(v_mapped, v_result);
  end loop;
  v_analysed := v_mapped;
  v_stray := v_document."leads_without_test";
  v_straywarning := row(null::text, 'leads_without_test'::text, case when (v_document."stray_ids" is not distinct from null) then array[]::text[] else v_document."stray_ids" end, (js_text(v_stray) || ' leads have a test group but no test and are not counted; assignment has to write both columns of public.lh_assign_ab_test'::text), v_stray, 'lh_lead_status'::text)::r_9421fm;
  v_mapped_2 := '{}';
  foreach v_item_2 in array v_analysed loop
    v_test := v_item_2."test";
    v_inputs_2 := v_item_2."inputs";
    v_result_2 := v_item_2."result";
    v_mapped_2 := array_append(v_mapped_2, (row(v_test."ab_test_id", v_result_2."before_gates", v_result_2."control", v_result_2."gates", v_result_2."heterogeneity", v_inputs_2, v_result_2."leads_with_unknown_group", v_test."metric", v_result_2."needs_person", v_result_2."other_rule", v_result_2."outcome", v_result_2."plan", v_result_2."reason", v_result_2."reasons", v_result_2."recommendation", v_result_2."recommended_sources", '3'::float8, v_result_2."rule", v_result_2."rule_version", v_result_2."segments", v_document."settings", v_test."skill_id", v_result_2."statistics", v_test."test_name", v_result_2."treatment", v_result_2."winner")::r_1gap5h));
  end loop;
  v_flat := '{}';
  foreach v_item_3 in array v_analysed loop
    v_test_2 := v_item_3."test";
    v_standing := v_item_3."standing";
    if (v_standing is not distinct from null) then
    else
      v_flat := array_append(v_flat, row(v_test_2."ab_test_id", v_standing)::r_qwv9sx);
    end if;
  end loop;
  v_flat_2 := '{}';
  foreach v_item_4 in array v_analysed loop
    v_test_3 := v_item_4."test";
    v_inputs_3 := v_item_4."inputs";
    v_result_3 := v_item_4."result";
    foreach v_more in array testing_warnings_of(row(v_test_3."ab_test_id", v_test_3."fault_ids", v_test_3."fault_ids?")::r_3psio8, row(v_inputs_3."confidence_level", v_inputs_3."groups", v_inputs_3."history", v_inputs_3."min_sample_size", v_inputs_3."traffic_allocation_pct", v_inputs_3."units")::r_qcpbjp, row(v_result_3."gates", v_result_3."needs_person", v_result_3."outcome", v_result_3."reason", v_result_3."reasons")::r_ho7zan, v_document."settings") loop
      v_flat_2 := array_append(v_flat_2, v_more);
    end loop;
  end loop;
  v_list := v_flat_2;
  if (v_stray > '0'::float8 and v_stray <> 'NaN'::float8) then
    v_list := array_append(v_list, v_straywarning);
  end if;
  return row(v_flat, v_mapped_2, v_list)::r_d1veh4;
end
$plain$;

create function lh_engine_plain.js_write_vp17mo(r_d1veh4) returns text language plpgsql immutable as $plain$
declare
  v_x r_d1veh4 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"tests":' || js_write_kp5mle(v_x."tests")
    || ',"standings":' || js_write_mv1kb3(v_x."standings")
    || ',"warnings":' || js_write_cglx5y(v_x."warnings"), 2) || '}';
end
$plain$;

create function lh_engine_plain.replay_replay(v_input json) returns r_w6c2tu language plpgsql immutable as $plain$
declare
  v_whole r_5y6vgb;
  v_version float8;
  v_inputs r_4n1jpj;
  v_settings r_cy423g;
  v_parts json;
  v_again r_ecicmg;
  v_differences r_0ocdpx[];
begin
  v_whole := record_read_record(v_input);
  v_version := v_whole."version";
  v_inputs := v_whole."inputs";
  v_settings := v_whole."settings";
  v_parts := v_whole."parts";
  v_again := (recommendation_analyse_from(null::r_1aycr1, v_inputs, v_settings, v_version))."result";
  v_differences := replay_differences_of(v_parts, js_write_q54kdu(v_again)::json, v_version);
  return row(v_differences, v_again."reason", v_again."recommendation", (cardinality(v_differences)::float8 = '0'::float8))::r_w6c2tu;
end
$plain$;

create function lh_engine_plain.js_write_vo6ll6(r_w6c2tu) returns text language plpgsql immutable as $plain$
declare
  v_x r_w6c2tu := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"same":' || (v_x."same")::text
    || ',"recommendation":' || to_json(v_x."recommendation")::text
    || ',"reason":' || to_json(v_x."reason")::text
    || ',"differences":' || js_write_hmtr82(v_x."differences"), 2) || '}';
end
$plain$;

create function lh_engine_plain.testing_decide_test(v_input json) returns r_dmy9sv language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_ueudvs;
  v_given r_ueudvs;
  v_control r_fgs8so;
  v_treatment r_fgs8so;
  v_mapped r_px03pk[];
  v_item float8;
  v_history r_px03pk[];
  v_thresholds r_nu110r;
  v_record r_xjy9zo;
  v_items r_ql8lxl[];
  v_item_2 r_px03pk;
  v_answer r_xdr1fg;
  v_test r_t303rf;
begin
  v_input_2 := v_input;
  v_read := testing_read_ghk4vf(v_input_2, '');
  v_given := v_read;
  v_control := testing_checked_arm('control'::text, v_given."control_leads", v_given."control_conversions");
  v_treatment := testing_checked_arm('treatment'::text, v_given."treatment_leads", v_given."treatment_conversions");
  v_mapped := '{}';
  foreach v_item in array v_given."information_fractions" loop
    v_mapped := array_append(v_mapped, (row('0'::float8, '0'::float8, v_item, '0'::float8, '0'::float8)::r_px03pk));
  end loop;
  v_history := v_mapped;
  v_thresholds := js_constant_zi13u9();
  v_record := recommendation_rules();
  v_items := '{}';
  foreach v_item_2 in array v_history loop
    v_items := array_append(v_items, case when (v_item_2 is not distinct from null) then null else row(v_item_2."control_conversions", v_item_2."control_leads", null::boolean, v_item_2."information", null::float8, false, v_item_2."treatment_conversions", v_item_2."treatment_leads")::r_ql8lxl end);
  end loop;
  v_answer := fn_2g39xx_call((case v_given."rule" when 'fixed_thresholds' then v_record."fixed_thresholds" when 'sequential' then v_record."sequential" end)."recommend", row(v_given."confidence_level", v_control, v_items, v_given."min_sample_size", v_given."planned_leads_per_group", null::r_1aycr1, v_treatment)::r_bugsee, row(v_thresholds."decisions.exact_test_below", v_thresholds."decisions.keep_lift_pct", v_thresholds."decisions.kill_lift_pct", v_thresholds."decisions.kill_p_value")::r_v1z58w);
  v_test := compare_rates_compare_rates(v_control, v_treatment, v_thresholds."decisions.exact_test_below");
  return row((v_answer."progress")."information", proportions_lift_pct(v_control, v_treatment), v_answer."needsPerson", v_test."p", (v_answer."reason")."text", v_answer."recommendation", v_test."z", (v_answer."progress")."zBoundary")::r_dmy9sv;
end
$plain$;

create function lh_engine_plain.js_write_8l8n4i(r_dmy9sv) returns text language plpgsql immutable as $plain$
declare
  v_x r_dmy9sv := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"recommendation":' || to_json(v_x."recommendation")::text
    || ',"needs_person":' || (v_x."needs_person")::text
    || ',"lift_pct":' || coalesce(js_write_number(v_x."lift_pct"), 'null')
    || ',"z":' || coalesce(js_write_number(v_x."z"), 'null')
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"information":' || coalesce(js_write_number(v_x."information"), 'null')
    || ',"z_boundary":' || coalesce(js_write_number(v_x."z_boundary"), 'null')
    || ',"reason":' || to_json(v_x."reason")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.outlook_outlook(v_input json) returns r_h0yvu8[] language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_u41uvd;
  v_document r_u41uvd;
  v_map map_ro126t;
  v_keys text[];
  v_values text[];
  v_places int4[];
  v_mapped r_h0yvu8[];
  v_item r_1srct4;
  v_found r_sz9btk;
  v_item_2 r_sz9btk;
begin
  v_input_2 := v_input;
  v_read := outlook_read_dh7h7x(v_input_2, '');
  v_document := v_read;
  v_map := confounders_confounders(v_document."tests");
  v_keys := v_map.k;
  v_values := v_map.v;
  v_places := js_places(v_keys);
  v_mapped := '{}';
  foreach v_item in array v_document."tests" loop
    v_found := null;
    foreach v_item_2 in array v_document."pace" loop
      if (v_item_2."ab_test_id" = v_item."ab_test_id") then
        v_found := v_item_2;
        exit;
      end if;
    end loop;
    v_mapped := array_append(v_mapped, outlook_outlook_of(row(v_item."ab_test_id", v_item."inputs", v_item."standing", v_item."standing?")::r_ut5die, (v_values)[js_place(v_keys, v_places, v_item."ab_test_id")], v_found, row(v_document."as_of", v_document."settings")::r_6kxn44));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.js_write_10ysqq(r_h0yvu8[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_h0yvu8;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_rcdoqx(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.history_explain_test(v_input json) returns r_y4yme4 language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_7fs3sc;
  v_history r_7fs3sc;
  v_kept r_13vq64[];
  v_item r_xoqjs6;
  v_looks r_13vq64[];
  v_last r_13vq64;
  v_list text[];
  v_more text;
  v_more_2 text;
  v_more_3 text;
  v_more_4 text;
  v_more_5 text;
  v_more_6 text;
  v_more_7 text;
begin
  v_input_2 := v_input;
  v_read := history_read_9thngu(v_input_2, '');
  v_history := v_read;
  v_kept := '{}';
  foreach v_item in array v_history."events" loop
    if (v_item."kind" = 'look'::text) then
      v_kept := array_append(v_kept, case when (v_item is not distinct from null) then null else row(v_item."as_of", v_item."before_gates", v_item."confidence_level", v_item."control", v_item."gates", v_item."held", v_item."held?", v_item."heterogeneity", v_item."kind", v_item."needs_person", v_item."other_rule", v_item."reason", v_item."recommendation", v_item."recommended_sources", v_item."rule", v_item."statistics", v_item."treatment")::r_13vq64 end);
    end if;
  end loop;
  v_looks := v_kept;
  v_last := v_looks[((cardinality(v_looks)::float8 - '1'::float8))::int + 1];
  v_list := history_beginning(row(v_history."ab_test_id", v_history."metric", v_history."skill", v_history."spawn", v_history."started_on", v_history."test_name")::r_dk0jl5);
  foreach v_more in array history_terms(row(v_history."min_sample_size", v_history."plan", v_history."traffic_allocation_pct")::r_7abkyd) loop
    v_list := array_append(v_list, v_more);
  end loop;
  foreach v_more_2 in array history_course(v_history) loop
    v_list := array_append(v_list, v_more_2);
  end loop;
  if (v_last is not distinct from null) then
  else
    foreach v_more_3 in array history_other_rule(row(v_last."other_rule", v_last."recommendation")::r_ldrk7k) loop
      v_list := array_append(v_list, v_more_3);
    end loop;
  end if;
  foreach v_more_4 in array history_ending(v_history, case when (v_last is not distinct from null) then null else row(v_last."held", v_last."held?", v_last."needs_person", v_last."recommendation", v_last."rule", v_last."statistics")::r_19ur5q end) loop
    v_list := array_append(v_list, v_more_4);
  end loop;
  if (v_last is not distinct from null) then
  else
    foreach v_more_5 in array history_units(row(v_last."gates", v_last."reason")::r_6zxiuf) loop
      v_list := array_append(v_list, v_more_5);
    end loop;
    foreach v_more_6 in array history_interval_text(row(v_last."confidence_level", v_last."statistics")::r_j4brb0) loop
      v_list := array_append(v_list, v_more_6);
    end loop;
    foreach v_more_7 in array history_sources(row(v_last."heterogeneity", v_last."recommended_sources")::r_mn5ak0) loop
      v_list := array_append(v_list, v_more_7);
    end loop;
  end if;
  return row(v_list)::r_y4yme4;
end
$plain$;

create function lh_engine_plain.js_write_lstjo9(r_y4yme4) returns text language plpgsql immutable as $plain$
declare
  v_x r_y4yme4 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"sentences":' || js_write_o14f4p(v_x."sentences"), 2) || '}';
end
$plain$;

create function lh_engine_plain.test_segments_test_segments(v_input json) returns r_anikxp[] language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_k59kib;
  v_settings r_jewy6j;
  v_tests r_ttozdk[];
  v_flat r_anikxp[];
  v_item r_ttozdk;
  v_more r_anikxp;
begin
  v_input_2 := v_input;
  v_read := test_segments_read_c9p1v6(v_input_2, '');
  v_settings := v_read."settings";
  v_tests := v_read."tests";
  v_flat := '{}';
  foreach v_item in array v_tests loop
    foreach v_more in array test_segments_rows_of(v_item, v_settings) loop
      v_flat := array_append(v_flat, v_more);
    end loop;
  end loop;
  return v_flat;
end
$plain$;

create function lh_engine_plain.js_write_6qexh3(r_anikxp[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_anikxp;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_9ynclh(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.suspensions_suspend_spawns(v_input json) returns r_q1289f[] language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_dez664;
  v_given r_dez664;
  v_items r_q1289f[];
  v_item r_xu1kuh;
  v_mapped r_q1289f[];
  v_item_2 r_xu1kuh;
  v_record r_dgbgnl;
  v_either r_q1289f;
begin
  v_input_2 := v_input;
  v_read := suspensions_read_tsbxmh(v_input_2, '');
  v_given := v_read;
  if ((not v_given."dry_run") and (not v_given."approval")) then
    v_items := '{}';
    foreach v_item in array v_given."decisions" loop
      v_items := array_append(v_items, case when (v_item is not distinct from null) then null else row(v_item."action", v_item."explanation", v_item."explanation?", null::text, null::text, false, null::text, false, v_item."skill_type", v_item."skill_type?", null::text, false, null::r_dd8cy7, v_item."…")::r_q1289f end);
    end loop;
    return v_items;
  end if;
  v_mapped := '{}';
  foreach v_item_2 in array v_given."decisions" loop
    if (v_item_2."action" = 'spawn'::text) then
      v_record := suspensions_suspend_spawn(v_item_2, row(v_given."dry_run", v_given."rejections")::r_h3lbkp);
      v_either := row(v_record."action", v_record."explanation", true, v_record."reason", v_record."since", v_record."since?", null::text, true, v_record."skill_type", v_record."skill_type?", v_record."until", v_record."until?", v_record."would_spawn", v_record."…")::r_q1289f;
    else
      v_either := row(v_item_2."action", v_item_2."explanation", v_item_2."explanation?", null::text, null::text, false, null::text, false, v_item_2."skill_type", v_item_2."skill_type?", null::text, false, null::r_dd8cy7, v_item_2."…")::r_q1289f;
    end if;
    v_mapped := array_append(v_mapped, v_either);
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.js_write_5d20gu(r_q1289f[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_q1289f;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_e3w6ku(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.suspensions_suspend_recommendations(v_input json) returns r_tmpyru language plpgsql immutable as $plain$
declare
  v_input_2 json;
  v_read r_fq4zqq;
  v_given r_fq4zqq;
  v_mapped r_u4lj3a[];
  v_item r_nzo4kc;
  v_result r_u4lj3a;
  v_held text;
  v_json json;
  v_either r_u4lj3a;
  v_json_2 json;
  v_items json[];
  v_items_2 r_u4lj3a[];
  v_item_2 json;
begin
  v_input_2 := v_input;
  v_read := suspensions_read_dr91au(v_input_2, '');
  v_given := v_read;
  v_mapped := '{}';
  foreach v_item in array (v_given."result")."tests" loop
    v_held := suspensions_suspended_by(row(v_item."recommendation", v_item."recommendation?", v_item."skill_id", v_item."skill_id?")::r_afqwek, row(v_given."approval", v_given."dry_run", v_given."paused", v_given."skills")::r_czypvb);
    if (v_held is not distinct from null) then
      v_either := row(null::text, v_item."recommendation", v_item."recommendation?", v_item."skill_id", v_item."skill_id?", v_item."…")::r_u4lj3a;
    else
      v_json := (js_merge(('{' || '"held":' || coalesce((to_json(v_held)::text::json)::text, 'null') || '}')::json, js_write_cb08gt(v_item)::json));
      v_either := row(((v_json -> 'held') #>> '{}'), ((v_json -> 'recommendation') #>> '{}'), ((v_json -> 'recommendation') is not null), ((v_json -> 'skill_id') #>> '{}'), ((v_json -> 'skill_id') is not null), v_json)::r_u4lj3a;
    end if;
    v_result := v_either;
    v_mapped := array_append(v_mapped, v_result);
  end loop;
  v_json_2 := js_merge(js_merge('{}'::json, js_write_iymowe(v_given."result")::json), ('{' || '"tests":' || coalesce((js_write_q9vwgf(v_mapped)::json)::text, 'null') || '}')::json);
  v_items := js_items((v_json_2 -> 'tests'));
  v_items_2 := '{}';
  foreach v_item_2 in array v_items loop
    v_items_2 := array_append(v_items_2, case when coalesce(json_typeof(v_item_2), 'null') = 'null' then null else row(((v_item_2 -> 'held') #>> '{}'), ((v_item_2 -> 'recommendation') #>> '{}'), ((v_item_2 -> 'recommendation') is not null), ((v_item_2 -> 'skill_id') #>> '{}'), ((v_item_2 -> 'skill_id') is not null), v_item_2)::r_u4lj3a end);
  end loop;
  return row(v_items_2, v_json_2)::r_tmpyru;
end
$plain$;

create function lh_engine_plain.js_write_8k5aj2(r_tmpyru) returns text language plpgsql immutable as $plain$
declare
  v_x r_tmpyru := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return coalesce(js_write_json(v_x."…"), '{' || substr(',"tests":' || js_write_q9vwgf(v_x."tests"), 2) || '}');
end
$plain$;

create function lh_engine_plain.settings_read_1ha24j(p_value json, p_path text) returns r_o9bsua language plpgsql immutable as $plain$
declare
  v_raw r_4wto0r;
  v_part json;
  v_string text;
  v_part_2 json;
  v_unknown json;
  v_part_3 json;
  v_optional text;
  v_string_2 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_4wto0r, p_value);
  end if;
  v_part := coalesce(v_raw."key", p_value -> 'key');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'key'), 'expected "key"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'key'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."value", p_value -> 'value');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'value'), 'expected "value"', null);
  end if;
  v_unknown := js_read_json(v_part_2);
  v_part_3 := coalesce(v_raw."text", p_value -> 'text');
  if coalesce(v_part_3 is null, false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'text'), 'expected string', v_part_3);
    end if;
    v_string_2 := (v_part_3 #>> '{}');
    v_optional := v_string_2;
  end if;
  return row(v_string, v_optional, v_unknown)::r_o9bsua;
end
$plain$;

create function lh_engine_plain.js_constant_vp7jab() returns r_le9w8f language plpgsql immutable as $plain$
begin
  return row(row('0'::json, true, 'expert'::text, null::text[], '5'::json, null::map_ro126t, '20'::float8, 'Boschloo''s exact test takes the place of the z-test where fewer conversions, or failures, than this are expected in an arm; 0 is z always.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'expected count'::text)::r_ax80qh, row('true'::json, true, 'expert'::text, null::text[], 'true'::json, null::map_ro126t, null::float8, 'Block a KEEP when the treatment makes the time to first contact or the share of dead leads worse.'::text, null::float8, null::boolean, null::json, false, 'boolean'::text, 'true/false'::text)::r_ax80qh, row('true'::json, true, 'expert'::text, null::text[], 'true'::json, null::map_ro126t, null::float8, 'Block KEEP and KILL while the arms do not have the shares of leads that they should have.'::text, null::float8, null::boolean, null::json, false, 'boolean'::text, 'true/false'::text)::r_ax80qh, row('true'::json, true, 'expert'::text, null::text[], 'true'::json, null::map_ro126t, null::float8, 'Block KEEP and KILL while the lift over all leads and the lift within the lead sources have opposite signs.'::text, null::float8, null::boolean, null::json, false, 'boolean'::text, 'true/false'::text)::r_ax80qh, row('false'::json, true, 'expert'::text, null::text[], 'true'::json, null::map_ro126t, null::float8, 'Block KEEP and KILL while too many leads of the test are doubled, labelled or relabelled otherwise, older than the test or of an unknown status.'::text, null::float8, null::boolean, null::json, false, 'boolean'::text, 'true/false'::text)::r_ax80qh, row('30'::json, true, 'expert'::text, null::text[], '30'::json, null::map_ro126t, '1000000'::float8, 'A guardrail is evaluated only with at least this many leads in each arm.'::text, '2'::float8, null::boolean, null::json, false, 'integer'::text, 'leads per arm'::text)::r_ax80qh, row('0.01'::json, true, 'expert'::text, null::text[], '0.01'::json, null::map_ro126t, '0.5'::float8, 'One-sided p below which a guardrail counts as worse.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'probability'::text)::r_ax80qh, row('10'::json, true, 'everyday'::text, null::text[], '10'::json, null::map_ro126t, '10000'::float8, 'KEEP needs a lift above this.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, '%'::text)::r_ax80qh, row('5'::json, true, 'expert'::text, null::text[], '5'::json, null::map_ro126t, '10000'::float8, 'Rule "fixed_thresholds": KILL when the lift is below this.'::text, '-100'::float8, null::boolean, null::json, false, 'number'::text, '%'::text)::r_ax80qh, row('0.1'::json, true, 'expert'::text, null::text[], '0.1'::json, null::map_ro126t, '1'::float8, 'Rule "fixed_thresholds": KILL when p is above this.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'probability'::text)::r_ax80qh, row('0'::json, true, 'everyday'::text, null::text[], '0'::json, null::map_ro126t, '365'::float8, 'Leads younger than this are not counted in a test: they had no time to convert.'::text, '0'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row('180'::json, true, 'everyday'::text, null::text[], '180'::json, null::map_ro126t, '36500'::float8, 'A test that is older than this and still undecided is reported for a person to look at.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '14'::json, null::map_ro126t, '365'::float8, 'The newest days whose leads make the pace from which the day of a decision is estimated.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row('0.2'::json, true, 'everyday'::text, null::text[], '0.2'::json, null::map_ro126t, '10'::float8, 'Relative lift that the planned sample of a test shows with 80 % power.'::text, '0.001'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row('"fixed_thresholds"'::json, true, 'everyday'::text, array['fixed_thresholds'::text, 'sequential'::text]::text[], '"fixed_thresholds"'::json, row(array['brief'::text]::text[], array['fixed_thresholds'::text]::text[])::map_ro126t, null::float8, 'How a test is decided: "fixed_thresholds" compares lift and p with the same limits at every look, "sequential" keeps its error rate under weekly looks.'::text, null::float8, null::boolean, '"sequential"'::json, true, 'choice'::text, 'name'::text)::r_ax80qh, row('8'::json, true, 'expert'::text, null::text[], '8'::json, null::map_ro126t, '1000000'::float8, 'The split is evaluated only when at least this many leads are expected in each arm.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'expected leads per arm'::text)::r_ax80qh, row('0.001'::json, true, 'expert'::text, null::text[], '0.001'::json, null::map_ro126t, '0.5'::float8, 'p below which the split of the leads counts as broken.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'probability'::text)::r_ax80qh, row('0.05'::json, true, 'expert'::text, null::text[], '0.05'::json, null::map_ro126t, '0.5'::float8, 'Holm-adjusted p below which a lead source counts as helped or hurt.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'probability'::text)::r_ax80qh, row('100'::json, true, 'expert'::text, null::text[], '1'::json, null::map_ro126t, '100'::float8, 'Share of the leads of a test with something wrong above which its units are not clean.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, '%'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '5'::json, null::map_ro126t, '90'::float8, 'A lead contacted longer ago than this and still "contacted" belongs to the backlog.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '1'::json, null::map_ro126t, '1'::float8, 'A backlog above this share of the contacted leads is slow follow-up; 1 switches it off.'::text, '0'::float8, null::boolean, '0.5'::json, true, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '28'::json, null::map_ro126t, '180'::float8, 'The days before the compared ones that make the baseline of a trend.'::text, '7'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '24'::json, null::map_ro126t, '720'::float8, 'How old a lead must be before it counts as not contacted.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'hours'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], '0.6'::json, null::map_ro126t, '1'::float8, 'A share of new leads contacted below this is a bottleneck.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '0.8'::json, null::map_ro126t, '1'::float8, 'The share of new leads contacted that a skill should reach.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '30'::json, null::map_ro126t, '100000000'::float8, 'Fewest leads on which being twice past a threshold raises the severity one step.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'leads'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], '0.8'::json, null::map_ro126t, '1'::float8, 'An F1 score of business detection below this is a bottleneck.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '0.87'::json, null::map_ro126t, '1'::float8, 'The F1 score of business detection that a skill should reach.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '28'::json, null::map_ro126t, '365'::float8, 'The days of feedback that pattern performance, pattern recommendations and the feedback report use.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], '5'::json, null::map_ro126t, '365'::float8, 'A mean time from contact to qualification above this is a bottleneck.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '3'::json, null::map_ro126t, '365'::float8, 'The mean time from contact to qualification that a skill should reach.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '7'::json, null::map_ro126t, '90'::float8, 'The follow-up trend compares leads over this many days after contact, so that old and young leads had the same time.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '28'::json, null::map_ro126t, '180'::float8, 'The days ending with the target day whose qualifications the follow-up rule averages.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '100'::json, null::map_ro126t, '10000'::float8, 'How many sources, those with most leads, are compared; all others count together.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'sources'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '1'::json, null::map_ro126t, '100000000'::float8, 'Fewest leads (or labelled contacts) on which a threshold is evaluated.'::text, '1'::float8, null::boolean, '30'::json, true, 'integer'::text, 'leads'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '0.1'::json, null::map_ro126t, '10'::float8, 'Smallest relative change for the worse that a trend reports.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '5'::json, null::map_ro126t, '100'::float8, 'How many reasons of the validator, and how many contacts of each, are shown for businesses that no pattern caught.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'examples'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '0.8'::json, null::map_ro126t, '1'::float8, 'A pattern of at least this precision is kept as it is; below it is tightened.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '10'::json, null::map_ro126t, '100000000'::float8, 'Fewest labelled contacts on which a change of a pattern is recommended.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'labelled contacts'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '0.5'::json, null::map_ro126t, '1'::float8, 'Retire a pattern when even the upper end of the interval of its precision is below this.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '7'::json, null::map_ro126t, '90'::float8, 'How old a lead must be before it counts as not qualified or not converted.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], '0.3'::json, null::map_ro126t, '1'::float8, 'A share of contacted leads qualified below this is a bottleneck.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '0.5'::json, null::map_ro126t, '1'::float8, 'The share of contacted leads qualified that a skill should reach.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], '4'::json, null::map_ro126t, '8760'::float8, 'A mean time to first contact above this is a bottleneck.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'hours'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '2'::json, null::map_ro126t, '8760'::float8, 'The mean time to first contact that a skill should reach.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'hours'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], '0.1'::json, null::map_ro126t, '1'::float8, 'A source that converts below this, while all others together do well, is a bottleneck.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '0.3'::json, null::map_ro126t, '1'::float8, 'What all other sources together must convert for one source to be called weak; also its target.'::text, '0'::float8, null::boolean, null::json, false, 'number'::text, 'fraction'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '20'::json, null::map_ro126t, '100000000'::float8, 'Sources with fewer leads in the window are not evaluated.'::text, '1'::float8, null::boolean, '30'::json, true, 'integer'::text, 'leads'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '28'::json, null::map_ro126t, '180'::float8, 'The days of new leads on which sources are compared.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, array['daily_row'::text, 'mature_cohorts'::text]::text[], '"daily_row"'::json, null::map_ro126t, null::float8, 'What the thresholds are evaluated on: the row of the day in lh_daily_metrics, or the leads of the last detection.window_days that are old enough.'::text, null::float8, null::boolean, '"mature_cohorts"'::json, true, 'choice'::text, 'name'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '0.001'::json, null::map_ro126t, '0.5'::float8, 'A trend is reported below this one-sided p-value; rules that look at every source share it among the sources.'::text, '0'::float8, true, null::json, false, 'number'::text, 'probability'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '7'::json, null::map_ro126t, '90'::float8, 'The newest mature days that a trend compares with the baseline before them.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '30'::json, null::map_ro126t, '100000000'::float8, 'Fewest leads (or labelled contacts) in the compared days, and in the baseline, of a trend.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'leads'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '7'::json, null::map_ro126t, '90'::float8, 'How many days of mature leads a threshold is evaluated on together (mature_cohorts only).'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], 'false'::json, null::map_ro126t, null::float8, 'Spawns and KEEP recommendations wait as proposals until a person approves them.'::text, null::float8, null::boolean, null::json, false, 'boolean'::text, 'true/false'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], 'false'::json, null::map_ro126t, null::float8, 'A cycle measures, detects and plans, but spawns nothing and decides nothing.'::text, null::float8, null::boolean, null::json, false, 'boolean'::text, 'true/false'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '60'::json, null::map_ro126t, '1440'::float8, 'How long an ended day may wait for its run, or a session hold the turn of the cycle, before lh_engine.health says so; the schedule ticks every 15 minutes.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'minutes'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], '"UTC"'::json, null::map_ro126t, null::float8, 'The time zone in which days begin and end, and in which the daily run is due at 00:01.'::text, null::float8, null::boolean, null::json, false, 'text'::text, 'time zone'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '400'::json, null::map_ro126t, '36500'::float8, 'How long cycle, detection, plan, skip, started and failed events and the job runs of pg_cron are kept. Spawns, decisions, looks, settings and switches are kept for ever.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '31'::json, null::map_ro126t, '366'::float8, 'How many days back a cycle fills rows of lh_daily_metrics that are missing since the last cycle.'::text, '0'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '7'::json, null::map_ro126t, '31'::float8, 'How many recent days of lh_daily_metrics, the target day included, are computed again in each cycle, because their counts still grow.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, array['basic'::text, 'rigorous'::text]::text[], '"basic"'::json, row(array['brief'::text]::text[], array['basic'::text]::text[])::map_ro126t, null::float8, 'Which defaults apply: "basic" compares the row of the day and each look with fixed thresholds, "rigorous" evaluates mature cohorts and is safe under weekly looks. A single setting overrides it.'::text, null::float8, null::boolean, null::json, false, 'choice'::text, 'name'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '[]'::json, null::map_ro126t, null::float8, 'Roles of which a DBA vouches that row-level security shows them every row; for other roles subject to it the engine refuses to run. A role that is made anew under a name has not been vouched for.'::text, null::float8, null::boolean, null::json, false, 'text_list'::text, 'role names'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '28'::json, null::map_ro126t, '365'::float8, 'The days of daily metrics from whose conversion rate the sample of a new test is planned.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '7'::json, null::map_ro126t, '365'::float8, 'How long before a test the days end from which it is planned: the leads of later days had no time to convert.'::text, '0'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row('0.95'::json, true, 'everyday'::text, null::text[], '0.95'::json, null::map_ro126t, '0.9999'::float8, 'Confidence level of a new test; 0.95 means significance at p < 0.05.'::text, '0.5'::float8, null::boolean, null::json, false, 'number'::text, 'probability'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], '30'::json, null::map_ro126t, '3650'::float8, 'How long after a skill was killed no other skill of its type is spawned.'::text, '0'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], 'null'::json, null::map_ro126t, '1000'::float8, 'How many tests may run at once; null for no limit.'::text, '0'::float8, null::boolean, null::json, false, 'optional_integer'::text, 'tests'::text)::r_ax80qh, row(null::json, false, 'expert'::text, null::text[], '1'::json, null::map_ro126t, '1000000'::float8, 'A bottleneck that was evaluated on fewer is reported, but no skill is spawned for it.'::text, '0'::float8, null::boolean, '30'::json, true, 'integer'::text, 'leads or labelled contacts'::text)::r_ax80qh, row('100'::json, true, 'everyday'::text, null::text[], '100'::json, null::map_ro126t, '100000000'::float8, 'Smallest number of leads in each arm of a new test before KEEP or KILL.'::text, '1'::float8, null::boolean, null::json, false, 'integer'::text, 'leads per arm'::text)::r_ax80qh, row(null::json, false, 'everyday'::text, null::text[], '30'::json, null::map_ro126t, '3650'::float8, 'How long after a skill was kept no other skill of its type is spawned.'::text, '0'::float8, null::boolean, null::json, false, 'integer'::text, 'days'::text)::r_ax80qh, row('50'::json, true, 'everyday'::text, null::text[], '50'::json, null::map_ro126t, '99'::float8, 'Share of the leads of a new test that gets the treatment.'::text, '1'::float8, null::boolean, null::json, false, 'number'::text, '%'::text)::r_ax80qh)::r_le9w8f;
end
$plain$;

create function lh_engine_plain.settings_known_key(v_key text) returns text language plpgsql immutable as $plain$
declare
  v_list text[];
  v_found text;
  v_item text;
  v_list_2 text[];
  v_list_3 text[];
  v_either text;
begin
  v_list := js_constant_qevh89();
  v_found := null;
  foreach v_item in array v_list loop
    if (v_item = v_key) then
      v_found := v_item;
      exit;
    end if;
  end loop;
  if (v_found is not distinct from null) then
    v_list_3 := settings_nearest_keys(v_key);
    perform js_refuse('unknown_setting'::text, ('unknown setting "'::text || v_key || '"'::text), ('The nearest keys are '::text || array_to_string(v_list_3, ', '::text, '') || '; select key, meaning from lh_engine.settings shows all.'::text));
    v_either := null::text;
  else
    v_either := v_found;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.names_name_today_3kvj7d(v_former map_ro126t, v_name json) returns json language plpgsql immutable as $plain$
declare
  v_map map_ro126t;
  v_keys text[];
  v_values text[];
  v_places int4[];
  v_entries r_pakx7u[];
  v_found r_pakx7u;
  v_item r_pakx7u;
  v_old text;
begin
  v_map := v_former;
  v_keys := v_map.k;
  v_values := v_map.v;
  v_places := js_places(v_keys);
  v_entries := '{}';
  for i in 1 .. cardinality(v_keys) loop
    v_entries := array_append(v_entries, row(v_keys[i], v_values[i])::r_pakx7u);
  end loop;
  v_found := null;
  foreach v_item in array v_entries loop
    v_old := v_item."0";
    if js_same(to_json(v_old)::text::json, v_name) then
      v_found := v_item;
      exit;
    end if;
  end loop;
  return case when (v_found."1" is not distinct from null) then v_name else to_json(v_found."1")::text::json end;
end
$plain$;

create function lh_engine_plain.settings_fits(v_setting r_uzkmqe, v_value json) returns boolean language plpgsql immutable as $plain$
declare
  v_case text;
  v_list json[];
  v_every boolean;
  v_item json;
  v_holds boolean;
begin
  v_case := v_setting."type";
  <<v_at_switch>>
  begin
    case v_case
      when 'number'::text then
        return settings_in_range(v_value, v_setting."min", v_setting."max", (v_setting."minExclusive" is not distinct from true));
      when 'integer'::text then
        return (coalesce((abs(js_number_or_nan(v_value)) < 'Infinity'::float8 and floor(js_number_or_nan(v_value)) = js_number_or_nan(v_value)), false) and settings_in_range(v_value, v_setting."min", v_setting."max", false));
      when 'optional_integer'::text then
        return (coalesce(json_typeof(v_value) = 'null', false) or (coalesce((abs(js_number_or_nan(v_value)) < 'Infinity'::float8 and floor(js_number_or_nan(v_value)) = js_number_or_nan(v_value)), false) and settings_in_range(v_value, v_setting."min", v_setting."max", false)));
      when 'boolean'::text then
        return (js_typeof(v_value) = 'boolean'::text);
      when 'choice'::text then
        return ((js_typeof(v_value) = 'string'::text) and (array_position(v_setting."choices", (v_value #>> '{}')) is not null));
      when 'text'::text then
        return ((js_typeof(v_value) = 'string'::text) and (not ((v_value #>> '{}') = ''::text)));
      when 'text_list'::text then
        v_holds := coalesce(json_typeof(v_value) = 'array', false);
        if v_holds then
          v_list := js_items(v_value);
          v_every := true;
          foreach v_item in array v_list loop
            if not ((js_typeof(v_item) = 'string'::text) and (not ((v_item #>> '{}') = ''::text))) then
              v_every := false;
              exit;
            end if;
          end loop;
          v_holds := v_every;
        end if;
        return v_holds;
      else
        null;
    end case;
  end v_at_switch;
end
$plain$;

create function lh_engine_plain.settings_quoted(v_value json, v_text text) returns text language plpgsql immutable as $plain$
declare
  v_t float8;
  v_holds boolean;
  v_holds_2 boolean;
begin
  v_holds_2 := (v_text is not distinct from null);
  if not v_holds_2 then
    v_holds := (js_typeof(v_value) = 'number'::text);
    if v_holds then
      v_t := js_number(v_value);
      v_holds := coalesce(abs(v_t) < 'Infinity'::float8, false);
    end if;
    v_holds_2 := v_holds;
  end if;
  return case when v_holds_2 then js_write_json(v_value) else settings_with_exponent(v_text) end;
end
$plain$;

create function lh_engine_plain.settings_expectation(v_setting r_uzkmqe) returns text language plpgsql immutable as $plain$
declare
  v_case text;
  v_mapped text[];
  v_item text;
begin
  v_case := v_setting."type";
  <<v_at_switch>>
  begin
    case v_case
      when 'number'::text, 'integer'::text then
        return ('a'::text || case when (v_setting."type" = 'integer'::text) then 'n integer'::text else ' number'::text end || ' '::text || case when (v_setting."minExclusive" is true) then 'above'::text else 'from'::text end || ' '::text || js_text(v_setting."min") || ' to '::text || js_text(v_setting."max"));
      when 'optional_integer'::text then
        return ('an integer from '::text || js_text(v_setting."min") || ' to '::text || js_text(v_setting."max") || ', or null'::text);
      when 'boolean'::text then
        return 'true or false'::text;
      when 'choice'::text then
        v_mapped := '{}';
        foreach v_item in array v_setting."choices" loop
          v_mapped := array_append(v_mapped, ('"'::text || v_item || '"'::text));
        end loop;
        return ('one of '::text || array_to_string(v_mapped, ', '::text, ''));
      when 'text'::text then
        return 'a text'::text;
      when 'text_list'::text then
        return 'a list of texts'::text;
      else
        null;
    end case;
  end v_at_switch;
end
$plain$;

create function lh_engine_plain.settings_read_x9vsn1(p_value json, p_path text) returns r_fnm8gf language plpgsql immutable as $plain$
declare
  v_raw r_nbbx7c;
  v_part json;
  v_string text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_nbbx7c, p_value);
  end if;
  v_part := coalesce(v_raw."key", p_value -> 'key');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'key'), 'expected "key"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'key'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  return row(v_string)::r_fnm8gf;
end
$plain$;

create function lh_engine_plain.document_read_ro4dwo(p_value json, p_path text) returns r_1qbja7 language plpgsql immutable as $plain$
declare
  v_raw r_sesab5;
  v_part json;
  v_string text;
  v_made float8;
  v_part_2 json;
  v_string_2 text;
  v_part_3 json;
  v_read json;
  v_part_4 json;
  v_read_2 r_5wir9m[];
  v_part_5 json;
  v_read_3 r_mjpbqj;
  v_part_6 json;
  v_optional r_e02ubt;
  v_read_4 r_e02ubt;
  v_part_7 json;
  v_optional_2 r_80w4ph;
  v_read_5 r_80w4ph;
  v_part_8 json;
  v_read_6 r_n47657[];
  v_part_9 json;
  v_read_7 r_taxhxn;
  v_part_10 json;
  v_read_8 r_6nxlmy;
  v_part_11 json;
  v_read_9 r_l2bl3h[];
  v_part_12 json;
  v_read_10 r_4stt4w[];
  v_part_13 json;
  v_read_11 r_fg6pwp[];
  v_part_14 json;
  v_read_12 r_mdc18n[];
  v_part_15 json;
  v_read_13 map_1cxn6r;
  v_part_16 json;
  v_optional_3 map_qeufrw;
  v_read_14 map_qeufrw;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_sesab5, p_value);
  end if;
  v_part := coalesce(v_raw."as_of", p_value -> 'as_of');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected "as_of"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  v_string := (v_part #>> '{}');
  if not coalesce((v_string collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  if not coalesce(document_is_calendar_day(v_string), false) then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected a day of the calendar as YYYY-MM-DD', v_part);
  end if;
  v_made := calendar_day_number(v_string);
  v_part_2 := coalesce(v_raw."until", p_value -> 'until');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'until'), 'expected "until"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'until'), 'expected string', v_part_2);
  end if;
  v_string_2 := (v_part_2 #>> '{}');
  v_part_3 := coalesce(v_raw."settings", p_value -> 'settings');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'settings'), 'expected "settings"', null);
  end if;
  v_read := document_read_eel2os(v_part_3, js_path(p_path, 'settings'));
  v_part_4 := coalesce(v_raw."missing_columns", p_value -> 'missing_columns');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'missing_columns'), 'expected "missing_columns"', null);
  end if;
  v_read_2 := document_read_bl2vik(v_part_4, js_path(p_path, 'missing_columns'));
  v_part_5 := coalesce(v_raw."mature", p_value -> 'mature');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'mature'), 'expected "mature"', null);
  end if;
  v_read_3 := document_read_cghwyw(v_part_5, js_path(p_path, 'mature'));
  v_part_6 := coalesce(v_raw."daily", p_value -> 'daily');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'daily'), 'expected "daily"', null);
  end if;
  if coalesce(json_typeof(v_part_6) = 'null', false) then
    v_optional := null;
  else
    v_read_4 := document_read_5p4bue(v_part_6, js_path(p_path, 'daily'));
    v_optional := v_read_4;
  end if;
  v_part_7 := coalesce(v_raw."performance", p_value -> 'performance');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'performance'), 'expected "performance"', null);
  end if;
  if coalesce(json_typeof(v_part_7) = 'null', false) then
    v_optional_2 := null;
  else
    v_read_5 := document_read_eh5o94(v_part_7, js_path(p_path, 'performance'));
    v_optional_2 := v_read_5;
  end if;
  v_part_8 := coalesce(v_raw."leads", p_value -> 'leads');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'leads'), 'expected "leads"', null);
  end if;
  v_read_6 := document_read_8v7922(v_part_8, js_path(p_path, 'leads'));
  v_part_9 := coalesce(v_raw."follow_up", p_value -> 'follow_up');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'follow_up'), 'expected "follow_up"', null);
  end if;
  v_read_7 := document_read_ps9s62(v_part_9, js_path(p_path, 'follow_up'));
  v_part_10 := coalesce(v_raw."backlog", p_value -> 'backlog');
  if v_part_10 is null then
    perform js_refuse_input(js_path(p_path, 'backlog'), 'expected "backlog"', null);
  end if;
  v_read_8 := document_read_r0zmwu(v_part_10, js_path(p_path, 'backlog'));
  v_part_11 := coalesce(v_raw."contact_days", p_value -> 'contact_days');
  if v_part_11 is null then
    perform js_refuse_input(js_path(p_path, 'contact_days'), 'expected "contact_days"', null);
  end if;
  v_read_9 := document_read_urgop7(v_part_11, js_path(p_path, 'contact_days'));
  v_part_12 := coalesce(v_raw."labelled", p_value -> 'labelled');
  if v_part_12 is null then
    perform js_refuse_input(js_path(p_path, 'labelled'), 'expected "labelled"', null);
  end if;
  v_read_10 := document_read_ptzpqb(v_part_12, js_path(p_path, 'labelled'));
  v_part_13 := coalesce(v_raw."reports", p_value -> 'reports');
  if v_part_13 is null then
    perform js_refuse_input(js_path(p_path, 'reports'), 'expected "reports"', null);
  end if;
  v_read_11 := document_read_x47ayc(v_part_13, js_path(p_path, 'reports'));
  v_part_14 := coalesce(v_raw."contacts", p_value -> 'contacts');
  if v_part_14 is null then
    perform js_refuse_input(js_path(p_path, 'contacts'), 'expected "contacts"', null);
  end if;
  v_read_12 := document_read_k037a4(v_part_14, js_path(p_path, 'contacts'));
  v_part_15 := coalesce(v_raw."anomalies", p_value -> 'anomalies');
  if v_part_15 is null then
    perform js_refuse_input(js_path(p_path, 'anomalies'), 'expected "anomalies"', null);
  end if;
  v_read_13 := document_read_akn3wd(v_part_15, js_path(p_path, 'anomalies'));
  v_part_16 := coalesce(v_raw."anomaly_ids", p_value -> 'anomaly_ids');
  if coalesce(v_part_16 is null, false) then
    v_optional_3 := null;
  else
    v_read_14 := document_read_1rzc83(v_part_16, js_path(p_path, 'anomaly_ids'));
    v_optional_3 := v_read_14;
  end if;
  return row(v_read_13, v_optional_3, v_made, v_read_8, v_read_9, v_read_12, v_optional, v_read_7, v_read_10, v_read_6, v_read_3, v_read_2, v_optional_2, v_read_11, v_read, v_string_2)::r_1qbja7;
end
$plain$;

create function lh_engine_plain.document_options_of(v_settings json) returns r_pwhogm language plpgsql immutable as $plain$
declare
  v_defaults r_nu110r;
  v_t json;
begin
  v_defaults := js_constant_zi13u9();
  v_t := (v_settings -> 'detection.threshold_inputs'::text);
  return row(js_same(case when (v_t is null or json_typeof(v_t) = 'null') then coalesce(to_json(v_defaults."detection.threshold_inputs")::text::json, 'null') else v_t end, to_json('mature_cohorts'::text)::text::json), fn_8xylpd_make_40977824(v_settings, v_defaults))::r_pwhogm;
end
$plain$;

create function lh_engine_plain.thresholds_evaluate_thresholds(v_document r_1qbja7, v_options r_pwhogm) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_list r_2frefk[];
  v_mapped r_hapi6y[];
  v_item r_2frefk;
begin
  v_list := list_metrics();
  v_mapped := '{}';
  foreach v_item in array v_list loop
    v_mapped := array_append(v_mapped, thresholds_outcome_of(v_document, v_options, row(v_item."bottleneck", v_item."countedOn", v_item."name", v_item."threshold", v_item."worse")::r_a22f8p));
  end loop;
  return findings_together(v_mapped);
end
$plain$;

create function lh_engine_plain.trends_evaluate_trends(v_document r_1qbja7, v_options r_pwhogm) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_list r_2frefk[];
  v_kept r_2frefk[];
  v_item r_2frefk;
  v_index float8;
  v_mapped r_hapi6y[];
  v_item_2 r_2frefk;
begin
  v_list := list_metrics();
  v_kept := '{}';
  v_index := -1;
  foreach v_item in array v_list loop
    v_index := v_index + 1;
    if series_has_trend(v_item) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_mapped := array_append(v_mapped, trends_outcome_of(v_document, v_item_2, v_options));
  end loop;
  return findings_together(v_mapped);
end
$plain$;

create function lh_engine_plain.weak_sources_evaluate_sources(v_document r_1qbja7, v_options r_pwhogm) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_evaluate fn_gfe1p4;
  v_result r_hapi6y;
  v_missing text[];
  v_rest r_r1knjv[];
  v_spread r_dtcjh9;
  v_either r_hapi6y;
  v_evaluate_2 fn_gfe1p4;
  v_result_2 r_hapi6y;
  v_missing_2 text[];
  v_rest_2 r_r1knjv[];
  v_spread_2 r_dtcjh9;
  v_either_2 r_hapi6y;
begin
  v_evaluate := fn_gfe1p4_make_172191792();
  v_missing := document_missing_for(row(v_document."missing_columns")::r_vey5ex, ((source_conversion_source_conversion())."threshold")."needs");
  if (cardinality(v_missing)::float8 > '0'::float8) then
    v_rest := '{}';
    v_spread := row('source_conversion_rate'::text, 'weak_lead_source'::text)::r_dtcjh9;
    v_rest := array_append(v_rest, findings_not_available(row(v_spread."metric", v_spread."rule", 'threshold'::text)::r_0vbr6s, v_missing));
    v_either := (row(array[]::r_vqchpa[], v_rest)::r_hapi6y);
  else
    v_either := fn_gfe1p4_call(v_evaluate, v_document, v_options);
  end if;
  v_result := v_either;
  v_evaluate_2 := fn_gfe1p4_make_133703763();
  v_missing_2 := document_missing_for(row(v_document."missing_columns")::r_vey5ex, ((source_conversion_source_conversion())."trend")."needs");
  if (cardinality(v_missing_2)::float8 > '0'::float8) then
    v_rest_2 := '{}';
    v_spread_2 := row('source_conversion_rate'::text, 'weak_lead_source'::text)::r_dtcjh9;
    v_rest_2 := array_append(v_rest_2, findings_not_available(row(v_spread_2."metric", v_spread_2."rule", 'trend'::text)::r_0vbr6s, v_missing_2));
    v_either_2 := (row(array[]::r_vqchpa[], v_rest_2)::r_hapi6y);
  else
    v_either_2 := fn_gfe1p4_call(v_evaluate_2, v_document, v_options);
  end if;
  v_result_2 := v_either_2;
  return findings_together(array[v_result, v_result_2]::r_hapi6y[]);
end
$plain$;

create function lh_engine_plain.findings_together(v_outcomes r_hapi6y[]) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_flat r_vqchpa[];
  v_item r_hapi6y;
  v_more r_vqchpa;
  v_flat_2 r_r1knjv[];
  v_item_2 r_hapi6y;
  v_more_2 r_r1knjv;
begin
  v_flat := '{}';
  foreach v_item in array v_outcomes loop
    foreach v_more in array v_item."findings" loop
      v_flat := array_append(v_flat, v_more);
    end loop;
  end loop;
  v_flat_2 := '{}';
  foreach v_item_2 in array v_outcomes loop
    foreach v_more_2 in array v_item_2."warnings" loop
      v_flat_2 := array_append(v_flat_2, v_more_2);
    end loop;
  end loop;
  return (row(v_flat, v_flat_2)::r_hapi6y);
end
$plain$;

create function lh_engine_plain.attribution_attribute(v_outcome r_hapi6y) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_some boolean;
  v_item r_vqchpa;
  v_isslow boolean;
  v_some_2 boolean;
  v_item_2 r_vqchpa;
  v_index float8;
  v_kept r_vqchpa[];
  v_item_3 r_vqchpa;
  v_f r_m45w8u;
  v_list r_r1knjv[];
  v_either r_hapi6y;
begin
  v_some := false;
  foreach v_item in array v_outcome."findings" loop
    if ((v_item."type" = 'slow_follow_up'::text) and (v_item."trigger" = 'trend'::text)) then
      v_some := true;
      exit;
    end if;
  end loop;
  v_isslow := v_some;
  v_some_2 := false;
  v_index := -1;
  foreach v_item_2 in array v_outcome."findings" loop
    v_index := v_index + 1;
    if (((v_isslow and (v_item_2."type" = 'poor_qualification'::text)) and (v_item_2."trigger" = 'trend'::text)) and (v_item_2."segment" is not distinct from null)) then
      v_some_2 := true;
      exit;
    end if;
  end loop;
  if (not v_some_2) then
    v_either := v_outcome;
  else
    v_kept := '{}';
    foreach v_item_3 in array v_outcome."findings" loop
      v_f := row(v_item_3."segment", v_item_3."trigger", v_item_3."type")::r_m45w8u;
      if (not (((v_isslow and (v_f."type" = 'poor_qualification'::text)) and (v_f."trigger" = 'trend'::text)) and (v_f."segment" is not distinct from null))) then
        v_kept := array_append(v_kept, v_item_3);
      end if;
    end loop;
    v_list := v_outcome."warnings";
    v_list := array_append(v_list, js_constant_w1hwi4());
    v_either := row(v_kept, v_list)::r_hapi6y;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.js_constant_wyri4q() returns r_plfdau[] language plpgsql immutable as $plain$
begin
  return array[row('high'::text, 'instant-responder'::text, 'low_response_rate'::text)::r_plfdau, row('medium'::text, 'lead-scorer'::text, 'poor_qualification'::text)::r_plfdau, row('medium'::text, 'follow-up-sequencer'::text, 'slow_follow_up'::text)::r_plfdau, row('medium'::text, 'source-optimizer'::text, 'weak_lead_source'::text)::r_plfdau, row('high'::text, 'pattern-optimizer'::text, 'validation_accuracy_drop'::text)::r_plfdau]::r_plfdau[];
end
$plain$;

create function lh_engine_plain.detection_bottleneck_of(v_kind r_plfdau, v_unordered r_vqchpa[], v_document r_1qbja7, v_options r_pwhogm) returns r_mnytgs language plpgsql immutable as $plain$
declare
  v_sorted r_vqchpa[];
  v_merged r_vqchpa[];
  v_width int4;
  v_start int4;
  v_left int4;
  v_right int4;
  v_first r_vqchpa;
  v_second r_vqchpa;
  v_order float8;
  v_findings r_vqchpa[];
  v_first_2 r_vqchpa;
  v_found r_vqchpa;
  v_item r_vqchpa;
  v_trend r_vqchpa;
  v_whole r_hapmgz;
  v_severity text;
  v_raised text;
  v_spread r_50do2h;
  v_mapped r_ii7y2m[];
  v_item_2 r_vqchpa;
  v_found_2 r_vqchpa;
  v_item_3 r_vqchpa;
begin
  v_sorted := v_unordered;
  v_width := 1;
  while v_width < cardinality(v_sorted) loop
    v_merged := '{}';
    v_start := 1;
    while v_start <= cardinality(v_sorted) loop
      v_left := v_start;
      v_right := v_start + v_width;
      while v_left < v_start + v_width and v_right <= least(v_start + 2 * v_width - 1, cardinality(v_sorted)) loop
        v_first := v_sorted[v_left];
        v_second := v_sorted[v_right];
        v_order := detection_leading(case when (v_second is not distinct from null) then null else row(v_second."metric", v_second."trigger")::r_ued8e3 end, case when (v_first is not distinct from null) then null else row(v_first."metric", v_first."trigger")::r_ued8e3 end);
        if v_order = 'NaN'::float8 then
          perform js_refuse_order();
        end if;
        if v_order < 0 then
          v_merged := array_append(v_merged, v_second);
          v_right := v_right + 1;
        else
          v_merged := array_append(v_merged, v_first);
          v_left := v_left + 1;
        end if;
      end loop;
      while v_left < least(v_start + v_width, cardinality(v_sorted) + 1) loop
        v_merged := array_append(v_merged, v_sorted[v_left]);
        v_left := v_left + 1;
      end loop;
      while v_right <= least(v_start + 2 * v_width - 1, cardinality(v_sorted)) loop
        v_merged := array_append(v_merged, v_sorted[v_right]);
        v_right := v_right + 1;
      end loop;
      v_start := v_start + 2 * v_width;
    end loop;
    v_sorted := v_merged;
    v_width := 2 * v_width;
  end loop;
  v_findings := v_sorted;
  v_first_2 := v_findings[1];
  v_found := null;
  foreach v_item in array v_findings loop
    if ((v_item."trigger" = 'trend'::text) and (v_item."metric" = v_first_2."metric")) then
      v_found := v_item;
      exit;
    end if;
  end loop;
  v_trend := v_found;
  v_whole := detection_severity_of(v_kind, v_findings);
  v_severity := v_whole."severity";
  v_raised := v_whole."raised";
  v_spread := detection_evidence_of(row(v_first_2."baseline", v_first_2."began_on", v_first_2."from", v_first_2."metric", v_first_2."n", v_first_2."p_value", v_first_2."past_by", v_first_2."segment", v_first_2."threshold", v_first_2."to")::r_dt00w1, case when (v_trend is not distinct from null) then null else row(v_trend."baseline", v_trend."began_on", v_trend."p_value")::r_ap911r end, v_document, v_options);
  v_mapped := '{}';
  foreach v_item_2 in array v_findings loop
    v_mapped := array_append(v_mapped, (row(v_item_2."baseline", v_item_2."began_on", v_item_2."detail", explain_explain(v_item_2), v_item_2."from", v_item_2."metric", v_item_2."n", v_item_2."p_value", v_item_2."past_by", v_item_2."relative_change", v_item_2."segment", v_item_2."target", v_item_2."threshold", v_item_2."to", v_item_2."trigger", v_item_2."twice_past", v_item_2."type", v_item_2."unit", v_item_2."value")::r_ii7y2m));
  end loop;
  v_found_2 := null;
  foreach v_item_3 in array v_findings loop
    if (v_item_3."trigger" = 'trend'::text) then
      v_found_2 := v_item_3;
      exit;
    end if;
  end loop;
  return row(v_first_2."value", row(v_spread."as_of", v_spread."baseline", v_spread."baseline_from", v_spread."baseline_n", v_spread."baseline_to", v_spread."began_on", v_spread."from", v_spread."n", v_spread."p_value", v_spread."past_by", v_raised, v_spread."threshold", v_spread."to", v_mapped)::r_4oq0wk, explain_explain_together(v_first_2, v_found_2), v_first_2."metric", coalesce(v_first_2."segment", v_trend."segment"), v_severity, v_kind."skill", v_first_2."target", v_first_2."trigger", v_kind."type")::r_mnytgs;
end
$plain$;

create function lh_engine_plain.data_quality_data_warnings(v_document r_0nkyz9) returns r_r1knjv[] language plpgsql immutable as $plain$
declare
  v_list r_r1knjv[];
  v_list_2 r_u1nslb[];
  v_kept r_u1nslb[];
  v_item r_u1nslb;
  v_found boolean;
  v_mapped r_r1knjv[];
  v_item_2 r_u1nslb;
  v_code text;
  v_text text;
  v_number float8;
  v_number_2 float8;
  v_more r_r1knjv;
  v_number_3 float8;
  v_number_4 float8;
begin
  v_list := data_quality_counted(row(v_document."anomalies", v_document."anomaly_ids", v_document."missing_columns")::r_40hw2z);
  v_list_2 := (case when (v_document."daily" is not distinct from null) then array[]::r_u1nslb[] else data_quality_daily_defects(v_document."daily") end);
  v_kept := '{}';
  foreach v_item in array v_list_2 loop
    v_found := v_item."0";
    if v_found then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_code := v_item_2."1";
    v_text := v_item_2."2";
    v_number := v_document."as_of";
    v_number_2 := v_document."as_of";
    v_mapped := array_append(v_mapped, (row(v_code, null::text[], array[js_slice(js_iso((v_number * '86400000'::float8)), '0'::float8, '10'::float8)]::text[], null::text[], ('lh_daily_metrics of '::text || js_slice(js_iso((v_number_2 * '86400000'::float8)), '0'::float8, '10'::float8) || ': '::text || v_text), null::text, '1'::float8, null::float8, null::text, null::text, 'lh_daily_metrics'::text, null::text)::r_r1knjv));
  end loop;
  foreach v_more in array v_mapped loop
    v_list := array_append(v_list, v_more);
  end loop;
  if (((not (v_document."performance" is not distinct from null)) and (not ((v_document."performance")."f1_score" is not distinct from null))) and (((v_document."performance")."f1_score" < '0'::float8) or ((v_document."performance")."f1_score" > '1'::float8 and (v_document."performance")."f1_score" <> 'NaN'::float8))) then
    v_number_3 := (v_document."performance")."day";
    v_number_4 := (v_document."performance")."day";
    v_list := array_append(v_list, row('f1_score_out_of_range'::text, null::text[], array[js_slice(js_iso((v_number_3 * '86400000'::float8)), '0'::float8, '10'::float8)]::text[], null::text[], ('lh_pattern_performance of '::text || js_slice(js_iso((v_number_4 * '86400000'::float8)), '0'::float8, '10'::float8) || ': avg_f1_score '::text || js_text((v_document."performance")."f1_score") || ' is not evaluated'::text), null::text, '1'::float8, null::float8, null::text, null::text, 'lh_pattern_performance'::text, null::text)::r_r1knjv);
  end if;
  return v_list;
end
$plain$;

create function lh_engine_plain.js_write_4zshb9(r_mnytgs[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_mnytgs;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_3xe67c(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_si7819(r_r1knjv[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_r1knjv;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_z3ltry(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.reports_read_6j3w12(p_value json, p_path text) returns r_zmdmj4 language plpgsql immutable as $plain$
declare
  v_raw r_8l0v0m;
  v_part json;
  v_read r_cgxvkx[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_8l0v0m, p_value);
  end if;
  v_part := coalesce(v_raw."segments", p_value -> 'segments');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'segments'), 'expected "segments"', null);
  end if;
  v_read := reports_read_ont5n2(v_part, js_path(p_path, 'segments'));
  return row(v_read)::r_zmdmj4;
end
$plain$;

create function lh_engine_plain.reports_rate_columns_twx1h8(v_recent r_vpro6d, v_baseline r_vpro6d) returns r_lhussj language plpgsql immutable as $plain$
declare
  v_name text;
  v_part text;
  v_whole text;
  v_spread r_06emck;
begin
  v_name := null::text;
  v_part := null::text;
  v_whole := null::text;
  v_spread := wilson_share_columns_tk99c7(v_recent."answered", v_recent."leads");
  return (row(v_spread."contact_rate", reports_change(wilson_share(v_recent."answered", v_recent."leads"), wilson_share(v_baseline."answered", v_baseline."leads")), v_spread."contact_rate_high", v_spread."contact_rate_low")::r_lhussj);
end
$plain$;

create function lh_engine_plain.reports_rate_columns_p16mdh(v_recent r_vpro6d, v_baseline r_vpro6d) returns r_jccbg7 language plpgsql immutable as $plain$
declare
  v_name text;
  v_part text;
  v_whole text;
  v_spread r_ma44u2;
begin
  v_name := null::text;
  v_part := null::text;
  v_whole := null::text;
  v_spread := wilson_share_columns_ieix47(v_recent."qualified", v_recent."reached");
  return (row(v_spread."qualification_rate", reports_change(wilson_share(v_recent."qualified", v_recent."reached"), wilson_share(v_baseline."qualified", v_baseline."reached")), v_spread."qualification_rate_high", v_spread."qualification_rate_low")::r_jccbg7);
end
$plain$;

create function lh_engine_plain.reports_rate_columns_idhzyg(v_recent r_vpro6d, v_baseline r_vpro6d) returns r_f18g5x language plpgsql immutable as $plain$
declare
  v_name text;
  v_part text;
  v_whole text;
  v_spread r_q8tlz5;
begin
  v_name := null::text;
  v_part := null::text;
  v_whole := null::text;
  v_spread := wilson_share_columns_uem7a3(v_recent."converted", v_recent."leads");
  return (row(v_spread."conversion_rate", reports_change(wilson_share(v_recent."converted", v_recent."leads"), wilson_share(v_baseline."converted", v_baseline."leads")), v_spread."conversion_rate_high", v_spread."conversion_rate_low")::r_f18g5x);
end
$plain$;

create function lh_engine_plain.reports_hours_columns(v_recent r_vpro6d, v_baseline r_vpro6d) returns r_zm7ykz language plpgsql immutable as $plain$
declare
  v_mean float8;
  v_n float8;
  v_t float8;
  v_either float8;
  v_variance float8;
  v_t_2 float8;
  v_either_2 float8;
  v_reach float8;
  v_known boolean;
  v_t_3 float8;
  v_either_3 float8;
begin
  v_mean := reports_mean_of(v_recent);
  v_n := v_recent."hours_n";
  if ((v_mean is not distinct from null) or (v_n < '2'::float8)) then
    v_either := null::float8;
  else
    v_t := js_divide((v_recent."hours_squares" - ((v_n * v_mean) * v_mean)), (v_n - '1'::float8));
    v_either := js_max_of(array['0'::float8, v_t]);
  end if;
  v_variance := v_either;
  if (v_variance is not distinct from null) then
    v_either_2 := null::float8;
  else
    v_t_2 := case when v_n = 0 then js_divide(v_variance, v_n) else v_variance / v_n end;
    v_either_2 := ((- student_t_quantile('0.025000000000000022'::float8, (v_n - '1'::float8))) * case when v_t_2 < 0 then 'NaN'::float8 else sqrt(v_t_2) end);
  end if;
  v_reach := v_either_2;
  v_known := (((not (v_reach is not distinct from null)) and coalesce(abs(v_reach) < 'Infinity'::float8, false)) and (not (v_mean is not distinct from null)));
  if v_known then
    v_t_3 := (v_mean - v_reach);
    v_either_3 := js_max_of(array['0'::float8, v_t_3]);
  else
    v_either_3 := null::float8;
  end if;
  return row(v_mean, reports_change(v_mean, reports_mean_of(v_baseline)), case when v_known then (v_mean + v_reach) else null::float8 end, v_either_3)::r_zm7ykz;
end
$plain$;

create function lh_engine_plain.reports_rate_columns_a80f1x(v_recent r_vpro6d, v_baseline r_vpro6d) returns r_djw2xm language plpgsql immutable as $plain$
declare
  v_name text;
  v_part text;
  v_whole text;
  v_spread r_2n544j;
begin
  v_name := null::text;
  v_part := null::text;
  v_whole := null::text;
  v_spread := wilson_share_columns_2myl1i(v_recent."wrong_numbers", v_recent."feedback");
  return (row(v_spread."wrong_number_share", reports_change(wilson_share(v_recent."wrong_numbers", v_recent."feedback"), wilson_share(v_baseline."wrong_numbers", v_baseline."feedback")), v_spread."wrong_number_share_high", v_spread."wrong_number_share_low")::r_djw2xm);
end
$plain$;

create function lh_engine_plain.js_write_waxsgu(r_d9fbyu[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_d9fbyu;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_8zrif6(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.backtest_read_15f1qu(p_value json, p_path text) returns r_v9du6c language plpgsql immutable as $plain$
declare
  v_raw r_npg6na;
  v_part json;
  v_unknown json;
  v_part_2 json;
  v_string text;
  v_part_3 json;
  v_read json;
  v_part_4 json;
  v_read_2 r_kyrla7[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_npg6na, p_value);
  end if;
  v_part := coalesce(v_raw."document", p_value -> 'document');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'document'), 'expected "document"', null);
  end if;
  v_unknown := js_read_json(v_part);
  v_part_2 := coalesce(v_raw."until", p_value -> 'until');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'until'), 'expected "until"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'until'), 'expected string', v_part_2);
  end if;
  v_string := (v_part_2 #>> '{}');
  v_part_3 := coalesce(v_raw."settings", p_value -> 'settings');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'settings'), 'expected "settings"', null);
  end if;
  v_read := backtest_read_eel2os(v_part_3, js_path(p_path, 'settings'));
  v_part_4 := coalesce(v_raw."spawned", p_value -> 'spawned');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'spawned'), 'expected "spawned"', null);
  end if;
  v_read_2 := backtest_read_rkl1ef(v_part_4, js_path(p_path, 'spawned'));
  return row(v_unknown, v_read, v_read_2, v_string)::r_v9du6c;
end
$plain$;

create function lh_engine_plain.spawning_spawning_operations() returns r_qpyu6o language plpgsql immutable as $plain$
begin
  return row(fn_16e1qj_make_169405959())::r_qpyu6o;
end
$plain$;

create function lh_engine_plain.backtest_history(v_s r_kyrla7) returns r_vgjsxa language plpgsql immutable as $plain$
begin
  return (row(null::text, null::text, v_s."skill_type", '1'::float8, v_s."since", ('backtest '::text || v_s."skill_type"), ('backtest '::text || v_s."skill_type"))::r_vgjsxa);
end
$plain$;

create function lh_engine_plain.backtest_running_test(v_s r_kyrla7) returns r_zecxh0 language plpgsql immutable as $plain$
begin
  return (row(('backtest '::text || v_s."skill_type"), v_s."metric", ('backtest '::text || v_s."skill_type"), v_s."since")::r_zecxh0);
end
$plain$;

create function lh_engine_plain.js_write_xmzaah(r_gfcsvs) returns text language plpgsql immutable as $plain$
declare
  v_x r_gfcsvs := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"until":' || to_json(v_x."until")::text
    || coalesce(',"settings":' || js_write_json(v_x."settings"), '')
    || ',"bottlenecks":' || js_write_4zshb9(v_x."bottlenecks")
    || ',"skills":' || js_write_8ppttw(v_x."skills")
    || ',"running_tests":' || js_write_zj8y7x(v_x."running_tests")
    || ',"pauses":' || js_write_4f64pv(v_x."pauses")
    || ',"baseline":' || js_write_4pwzr4(v_x."baseline"), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_4a3p6o(r_hz0sdw[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_hz0sdw;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_jjlf3u(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_rubh6z(r_kyrla7[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_kyrla7;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_q44xsm(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.feedback_read_x0augz(p_value json, p_path text) returns r_k5736p language plpgsql immutable as $plain$
declare
  v_raw r_c0cccr;
  v_part json;
  v_read r_ouhdmd;
  v_part_2 json;
  v_read_2 r_oxeudm[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_c0cccr, p_value);
  end if;
  v_part := coalesce(v_raw."overall", p_value -> 'overall');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'overall'), 'expected "overall"', null);
  end if;
  v_read := feedback_read_vkxeo6(v_part, js_path(p_path, 'overall'));
  v_part_2 := coalesce(v_raw."patterns", p_value -> 'patterns');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'patterns'), 'expected "patterns"', null);
  end if;
  v_read_2 := feedback_read_qhs3o1(v_part_2, js_path(p_path, 'patterns'));
  return row(v_read, v_read_2)::r_k5736p;
end
$plain$;

create function lh_engine_plain.feedback_overall_row(v_c r_ouhdmd) returns r_k8cpre language plpgsql immutable as $plain$
begin
  return (row(wilson_share(('2'::float8 * v_c."true_positives"), ((('2'::float8 * v_c."true_positives") + v_c."false_positives") + v_c."false_negatives")), wilson_share(v_c."true_positives", (v_c."true_positives" + v_c."false_positives")), wilson_share(v_c."true_positives", (v_c."true_positives" + v_c."false_negatives")), v_c."false_negatives", v_c."false_positives", null::text, (((v_c."true_positives" + v_c."false_positives") + v_c."true_negatives") + v_c."false_negatives"), v_c."true_negatives", v_c."true_positives")::r_k8cpre);
end
$plain$;

create function lh_engine_plain.feedback_pattern_row(v_p r_oxeudm) returns r_3sx42w language plpgsql immutable as $plain$
begin
  return (row(null::text, wilson_share(v_p."true_positives", (v_p."true_positives" + v_p."false_positives")), null::text, null::text, v_p."false_positives", v_p."pattern_type", (v_p."true_positives" + v_p."false_positives"), null::text, v_p."true_positives")::r_3sx42w);
end
$plain$;

create function lh_engine_plain.js_write_p0mxb8(r_lex3ky[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_lex3ky;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_o0aruo(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.feedback_read_xivlyz(p_value json, p_path text) returns r_nc16bz language plpgsql immutable as $plain$
declare
  v_raw r_f19uuo;
  v_part json;
  v_read r_tjxkti;
  v_part_2 json;
  v_read_2 r_ouhdmd;
  v_part_3 json;
  v_read_3 r_oxeudm[];
  v_part_4 json;
  v_read_4 r_n4fcx3[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_f19uuo, p_value);
  end if;
  v_part := coalesce(v_raw."settings", p_value -> 'settings');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'settings'), 'expected "settings"', null);
  end if;
  v_read := feedback_read_6bum26(v_part, js_path(p_path, 'settings'));
  v_part_2 := coalesce(v_raw."overall", p_value -> 'overall');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'overall'), 'expected "overall"', null);
  end if;
  v_read_2 := feedback_read_vkxeo6(v_part_2, js_path(p_path, 'overall'));
  v_part_3 := coalesce(v_raw."patterns", p_value -> 'patterns');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'patterns'), 'expected "patterns"', null);
  end if;
  v_read_3 := feedback_read_qhs3o1_2(v_part_3, js_path(p_path, 'patterns'));
  v_part_4 := coalesce(v_raw."missed", p_value -> 'missed');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'missed'), 'expected "missed"', null);
  end if;
  v_read_4 := feedback_read_hga7la(v_part_4, js_path(p_path, 'missed'));
  return row(v_read_4, v_read_2, v_read_3, v_read)::r_nc16bz;
end
$plain$;

create function lh_engine_plain.feedback_pattern_advice(v_p r_oxeudm, v_s r_tjxkti) returns r_6pcdsz language plpgsql immutable as $plain$
declare
  v_n float8;
  v_interval r_8xonlq;
  v_whole text[];
  v_recommendation text;
  v_explanation text;
begin
  v_n := (v_p."true_positives" + v_p."false_positives");
  v_interval := wilson_wilson_interval(v_p."true_positives", v_n, '1.9599639845400545'::float8);
  v_whole := feedback_advice_on(v_p, v_s);
  v_recommendation := v_whole[1];
  v_explanation := v_whole[2];
  return row(v_p."true_positives", row(v_p."false_positives", 'precision'::text, v_p."true_positives")::r_ssozvv, v_explanation, v_n, v_p."pattern_type", v_recommendation, wilson_share(v_p."true_positives", v_n), v_interval."high", v_interval."low")::r_6pcdsz;
end
$plain$;

create function lh_engine_plain.feedback_add_advice(v_overall r_ouhdmd, v_missed r_n4fcx3[]) returns r_kkhg4u language plpgsql immutable as $plain$
declare
  v_businesses float8;
  v_interval r_8xonlq;
  v_kept r_n4fcx3[];
  v_item r_n4fcx3;
  v_commonest r_n4fcx3;
  v_hint text;
begin
  v_businesses := (v_overall."true_positives" + v_overall."false_negatives");
  v_interval := wilson_wilson_interval(v_overall."false_negatives", v_businesses, '1.9599639845400545'::float8);
  v_kept := '{}';
  foreach v_item in array v_missed loop
    if (not (v_item."reason" is not distinct from null)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_commonest := v_kept[1];
  v_hint := case when (v_commonest is not distinct from null) then ''::text else ('; the validator said most often: '::text || coalesce(v_commonest."reason", 'null') || ' ('::text || js_text(v_commonest."n") || ')'::text) end;
  return row(v_overall."false_negatives", row(v_businesses, 'share of businesses missed'::text, v_missed, v_overall."false_negatives")::r_72le4s, (js_text(v_overall."false_negatives") || ' of '::text || js_text(v_businesses) || ' businesses were caught by no pattern'::text || v_hint || '.'::text), v_businesses, null::text, 'add'::text, wilson_share(v_overall."false_negatives", v_businesses), v_interval."high", v_interval."low")::r_kkhg4u;
end
$plain$;

create function lh_engine_plain.js_write_gv89as(r_xvk1mh[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_xvk1mh;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_elsfra(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.report_read_y039h8(p_value json, p_path text) returns r_qvun2a language plpgsql immutable as $plain$
declare
  v_raw r_80xhqb;
  v_part json;
  v_read r_ujyrs1[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_80xhqb, p_value);
  end if;
  v_part := coalesce(v_raw."rows", p_value -> 'rows');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'rows'), 'expected "rows"', null);
  end if;
  v_read := report_read_3730ob(v_part, js_path(p_path, 'rows'));
  return row(v_read)::r_qvun2a;
end
$plain$;

create function lh_engine_plain.wilson_share_columns_k0suhk(v_part float8, v_whole float8) returns r_awqivd language plpgsql immutable as $plain$
declare
  v_name text;
  v_interval r_8xonlq;
begin
  v_name := null::text;
  v_interval := wilson_wilson_interval(js_min_of(array[v_part, v_whole]), v_whole, '1.9599639845400545'::float8);
  return row(wilson_share(v_part, v_whole), v_interval."high", v_interval."low")::r_awqivd;
end
$plain$;

create function lh_engine_plain.wilson_share_columns_ptjz0i(v_part float8, v_whole float8) returns r_6xf33w language plpgsql immutable as $plain$
declare
  v_name text;
  v_interval r_8xonlq;
begin
  v_name := null::text;
  v_interval := wilson_wilson_interval(js_min_of(array[v_part, v_whole]), v_whole, '1.9599639845400545'::float8);
  return row(wilson_share(v_part, v_whole), v_interval."high", v_interval."low")::r_6xf33w;
end
$plain$;

create function lh_engine_plain.wilson_share_columns_31g2lz(v_part float8, v_whole float8) returns r_zpkdsg language plpgsql immutable as $plain$
declare
  v_name text;
  v_interval r_8xonlq;
begin
  v_name := null::text;
  v_interval := wilson_wilson_interval(js_min_of(array[v_part, v_whole]), v_whole, '1.9599639845400545'::float8);
  return row(wilson_share(v_part, v_whole), v_interval."high", v_interval."low")::r_zpkdsg;
end
$plain$;

create function lh_engine_plain.js_write_mqowhv(r_s6dp7x[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_s6dp7x;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_0nnkn4(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.spawning_read_9yw9fx(p_value json, p_path text) returns r_86g23x language plpgsql immutable as $plain$
declare
  v_raw r_9mi3j6;
  v_part json;
  v_string text;
  v_part_2 json;
  v_read r_j4k7fj;
  v_part_3 json;
  v_read_2 r_vm9475[];
  v_part_4 json;
  v_read_3 r_ht24y5[];
  v_part_5 json;
  v_read_4 r_zecxh0[];
  v_part_6 json;
  v_read_5 r_2x5lgs[];
  v_part_7 json;
  v_read_6 r_fgs8so;
  v_part_8 json;
  v_optional text[];
  v_read_7 text[];
  v_part_9 json;
  v_optional_2 r_8aegtr;
  v_read_8 r_8aegtr;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_9mi3j6, p_value);
  end if;
  v_part := coalesce(v_raw."until", p_value -> 'until');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'until'), 'expected "until"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'until'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  if not coalesce((v_string collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'), false) then
    perform js_refuse_input(js_path(p_path, 'until'), 'expected a local time such as 2026-03-01T00:00:00', v_part);
  end if;
  v_part_2 := coalesce(v_raw."settings", p_value -> 'settings');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'settings'), 'expected "settings"', null);
  end if;
  v_read := spawning_read_t0c7fw(v_part_2, js_path(p_path, 'settings'));
  v_part_3 := coalesce(v_raw."bottlenecks", p_value -> 'bottlenecks');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'bottlenecks'), 'expected "bottlenecks"', null);
  end if;
  v_read_2 := spawning_read_eti5uf(v_part_3, js_path(p_path, 'bottlenecks'));
  v_part_4 := coalesce(v_raw."skills", p_value -> 'skills');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'skills'), 'expected "skills"', null);
  end if;
  v_read_3 := spawning_read_7elsbn(v_part_4, js_path(p_path, 'skills'));
  v_part_5 := coalesce(v_raw."running_tests", p_value -> 'running_tests');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'running_tests'), 'expected "running_tests"', null);
  end if;
  v_read_4 := spawning_read_kdphfn(v_part_5, js_path(p_path, 'running_tests'));
  v_part_6 := coalesce(v_raw."pauses", p_value -> 'pauses');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'pauses'), 'expected "pauses"', null);
  end if;
  v_read_5 := spawning_read_0scit8(v_part_6, js_path(p_path, 'pauses'));
  v_part_7 := coalesce(v_raw."baseline", p_value -> 'baseline');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'baseline'), 'expected "baseline"', null);
  end if;
  v_read_6 := spawning_read_r9507s(v_part_7, js_path(p_path, 'baseline'));
  v_part_8 := coalesce(v_raw."taken_names", p_value -> 'taken_names');
  if coalesce(v_part_8 is null, false) then
    v_optional := null;
  else
    v_read_7 := spawning_read_hax4ud(v_part_8, js_path(p_path, 'taken_names'));
    v_optional := v_read_7;
  end if;
  v_part_9 := coalesce(v_raw."name_limits", p_value -> 'name_limits');
  if coalesce(v_part_9 is null, false) then
    v_optional_2 := null;
  else
    v_read_8 := spawning_read_82tqmt(v_part_9, js_path(p_path, 'name_limits'));
    v_optional_2 := v_read_8;
  end if;
  return row(v_read_6, v_read_2, v_optional_2, v_read_5, v_read_4, v_read, v_read_3, v_optional, v_string)::r_86g23x;
end
$plain$;

create function lh_engine_plain.reasons_reason_to_skip(v_bottleneck r_vm9475, v_input r_tt0yp3, v_running r_zecxh0[]) returns r_fb1e5b language plpgsql immutable as $plain$
declare
  v_found r_ht24y5;
  v_item r_ht24y5;
  v_history r_ht24y5;
  v_s r_j4k7fj;
  v_t r_fb1e5b;
  v_t_2 r_fb1e5b;
  v_t_3 r_fb1e5b;
  v_t_4 r_fb1e5b;
  v_t_5 r_fb1e5b;
  v_t_6 r_fb1e5b;
begin
  v_found := null;
  foreach v_item in array v_input."skills" loop
    if (v_item."skill_type" = v_bottleneck."suggested_skill") then
      v_found := v_item;
      exit;
    end if;
  end loop;
  v_history := v_found;
  v_s := v_input."settings";
  v_t := reasons_paused(row(v_bottleneck."suggested_skill")::r_n4fuze, row(v_input."pauses")::r_rfzfnq);
  v_t_2 := case when (v_t is not distinct from null) then reasons_not_enough_data(v_bottleneck, v_s."spawning.min_evidence") else v_t end;
  v_t_3 := case when (v_t_2 is not distinct from null) then reasons_already_testing(row(v_bottleneck."suggested_skill")::r_n4fuze, v_history) else v_t_2 end;
  v_t_4 := case when (v_t_3 is not distinct from null) then reasons_resting('cooling_off'::text, 'killed'::text, v_history."last_killed_at", v_s."spawning.cooling_off_days", row(v_bottleneck."suggested_skill")::r_n4fuze, v_input."until") else v_t_3 end;
  v_t_5 := case when (v_t_4 is not distinct from null) then reasons_resting('recently_kept'::text, 'kept'::text, v_history."last_kept_at", v_s."spawning.recently_kept_days", row(v_bottleneck."suggested_skill")::r_n4fuze, v_input."until") else v_t_4 end;
  v_t_6 := case when (v_t_5 is not distinct from null) then reasons_metric_busy(row(v_bottleneck."metric")::r_g8k9i3, v_running) else v_t_5 end;
  return (case when (v_t_6 is not distinct from null) then reasons_at_capacity(v_running, v_s."spawning.max_running_tests") else v_t_6 end);
end
$plain$;

create function lh_engine_plain.spawning_spawn_decision(v_bottleneck r_vm9475, v_input r_hfys74, v_taken text[]) returns r_fvtstn language plpgsql immutable as $plain$
declare
  v_bottleneck_2 r_nfc97h;
  v_spread r_qmr3rb;
  v_spread_2 r_73trat;
begin
  v_bottleneck_2 := row(v_bottleneck."metric", v_bottleneck."suggested_skill", v_bottleneck."type")::r_nfc97h;
  v_spread := (row(v_bottleneck_2."type", v_bottleneck_2."metric", v_bottleneck_2."suggested_skill")::r_qmr3rb);
  v_spread_2 := spawning_spawn(v_bottleneck, v_input, v_taken);
  return (row(null::text, 'spawn'::text, v_spread."bottleneck", v_spread_2."explanation", v_spread."metric", v_spread_2."plan", v_spread_2."reason", null::text, v_spread_2."skill", null::text, v_spread_2."skill_name", v_spread."skill_type", v_spread_2."test", null::text)::r_fvtstn);
end
$plain$;

create function lh_engine_plain.js_write_q5m3of(r_ct54wq[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_ct54wq;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_r6hidi(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.statistics_read_ijrbqc(p_value json, p_path text) returns r_nveua9 language plpgsql immutable as $plain$
declare
  v_raw r_22oi9v;
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
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_22oi9v, p_value);
  end if;
  v_part := coalesce(v_raw."control_conversions", p_value -> 'control_conversions');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected "control_conversions"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."control_leads", p_value -> 'control_leads');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected "control_leads"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."treatment_conversions", p_value -> 'treatment_conversions');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected "treatment_conversions"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."treatment_leads", p_value -> 'treatment_leads');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected "treatment_leads"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_4 := js_number(v_part_4);
  if not coalesce((v_number_4 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_4) <= 9007199254740991 and floor(v_number_4) = v_number_4), false) and (v_number_4 >= '0'::float8 and v_number_4 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."confidence_level", p_value -> 'confidence_level');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected "confidence_level"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_5);
  end if;
  v_number_5 := js_number(v_part_5);
  if not coalesce(((v_number_5 > '0'::float8 and v_number_5 <> 'NaN'::float8) and (v_number_5 < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_5);
  end if;
  return row(v_number_5, v_number, v_number_2, v_number_3, v_number_4)::r_nveua9;
end
$plain$;

create function lh_engine_plain.statistics_arm(v_name text, v_leads float8, v_conversions float8) returns r_fgs8so language plpgsql immutable as $plain$
declare
  v_either r_fgs8so;
begin
  if (v_conversions <= v_leads and v_leads <> 'NaN'::float8) then
    v_either := row(v_conversions, v_leads)::r_fgs8so;
  else
    perform js_refuse('bad_input'::text, (v_name || '_conversions: expected at most the '::text || js_text(v_leads) || ' leads of the arm, got '::text || js_text(v_conversions)), 'Conversions are counted among the leads of the same arm.'::text);
    v_either := null::r_fgs8so;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.decimal_complement(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_whole r_nwmwjc;
  v_digits numeric;
  v_scale float8;
  v_one numeric;
begin
  v_whole := decimal_to_decimal(v_x);
  v_digits := v_whole."digits";
  v_scale := v_whole."scale";
  v_one := js_power_of_bigint('10'::numeric, js_bigint(v_scale));
  return decimal_quotient((v_one - v_digits), v_one);
end
$plain$;

create function lh_engine_plain.normal_normal_quantile(v_q float8) returns float8 language plpgsql immutable as $plain$
begin
  return (case when (v_q = '0.5'::float8) then '0'::float8 else ('-1.4142135623730951'::float8 * erfcinv_erfcinv(('2'::float8 * v_q))) end);
end
$plain$;

create function lh_engine_plain.proportions_z_test(v_control r_fgs8so, v_treatment r_fgs8so) returns r_p6d2tz language plpgsql immutable as $plain$
declare
  v_converted float8;
  v_notconverted float8;
  v_spread float8;
  v_t float8;
  v_z float8;
begin
  v_converted := (v_control."conversions" + v_treatment."conversions");
  v_notconverted := ((v_control."leads" - v_control."conversions") + (v_treatment."leads" - v_treatment."conversions"));
  if ((((v_control."leads" = '0'::float8) or (v_treatment."leads" = '0'::float8)) or (v_converted = '0'::float8)) or (v_notconverted = '0'::float8)) then
    return null::r_p6d2tz;
  end if;
  v_spread := ((v_converted * v_notconverted) * (v_treatment."leads" * v_control."leads"));
  v_t := case when v_spread = 0 then js_divide((v_control."leads" + v_treatment."leads"), v_spread) else (v_control."leads" + v_treatment."leads") / v_spread end;
  v_z := (decimal_cross_difference(v_treatment."conversions", v_control."leads", v_control."conversions", v_treatment."leads") * case when v_t < 0 then 'NaN'::float8 else sqrt(v_t) end);
  return row(erfc_erfc((abs(v_z) * '0.7071067811865476'::float8)), v_z)::r_p6d2tz;
end
$plain$;

create function lh_engine_plain.proportions_katz_interval(v_control r_fgs8so, v_treatment r_fgs8so, v_z float8) returns r_8xonlq language plpgsql immutable as $plain$
declare
  v_centre float8;
  v_t float8;
  v_reach float8;
begin
  if ((v_control."conversions" = '0'::float8) or (v_treatment."conversions" = '0'::float8)) then
    return null::r_8xonlq;
  end if;
  v_centre := log1p_log1p(js_divide(decimal_cross_difference(v_treatment."conversions", v_control."leads", v_control."conversions", v_treatment."leads"), (v_control."conversions" * v_treatment."leads")));
  v_t := (js_divide((v_control."leads" - v_control."conversions"), (v_control."conversions" * v_control."leads")) + js_divide((v_treatment."leads" - v_treatment."conversions"), (v_treatment."conversions" * v_treatment."leads")));
  v_reach := (v_z * case when v_t < 0 then 'NaN'::float8 else sqrt(v_t) end);
  return row(('100'::float8 * expm1_expm1((v_centre + v_reach))), ('100'::float8 * expm1_expm1((v_centre - v_reach))))::r_8xonlq;
end
$plain$;

create function lh_engine_plain.proportions_newcombe_interval(v_control r_fgs8so, v_treatment r_fgs8so, v_z float8) returns r_8xonlq language plpgsql immutable as $plain$
declare
  v_d float8;
  v_conversions float8;
  v_leads float8;
  v_down float8[];
  v_conversions_2 float8;
  v_leads_2 float8;
  v_up float8[];
  v_x float8;
  v_y float8;
  v_t float8;
  v_x_2 float8;
  v_y_2 float8;
  v_t_2 float8;
begin
  v_d := proportions_difference(v_control, v_treatment);
  if (v_d is not distinct from null) then
    return null::r_8xonlq;
  end if;
  v_conversions := v_control."conversions";
  v_leads := v_control."leads";
  v_down := array[proportions_distance_below(v_treatment."conversions", v_treatment."leads", v_z), proportions_distance_below((v_leads - v_conversions), v_leads, v_z)]::float8[];
  v_conversions_2 := v_treatment."conversions";
  v_leads_2 := v_treatment."leads";
  v_up := array[proportions_distance_below((v_leads_2 - v_conversions_2), v_leads_2, v_z), proportions_distance_below(v_control."conversions", v_control."leads", v_z)]::float8[];
  v_x := v_down[1];
  v_y := v_down[2];
  v_t := ((v_x * v_x) + (v_y * v_y));
  v_x_2 := v_up[1];
  v_y_2 := v_up[2];
  v_t_2 := ((v_x_2 * v_x_2) + (v_y_2 * v_y_2));
  return row((v_d + case when v_t_2 < 0 then 'NaN'::float8 else sqrt(v_t_2) end), (v_d - case when v_t < 0 then 'NaN'::float8 else sqrt(v_t) end))::r_8xonlq;
end
$plain$;

create function lh_engine_plain.proportions_rate(v_arm r_fgs8so) returns float8 language plpgsql immutable as $plain$
begin
  return (case when (v_arm."leads" = '0'::float8) then null::float8 else case when v_arm."leads" = 0 then js_divide(v_arm."conversions", v_arm."leads") else v_arm."conversions" / v_arm."leads" end end);
end
$plain$;

create function lh_engine_plain.proportions_lift_pct(v_control r_fgs8so, v_treatment r_fgs8so) returns float8 language plpgsql immutable as $plain$
begin
  return case when ((v_control."conversions" = '0'::float8) or (v_treatment."leads" = '0'::float8)) then null::float8 else js_divide(('100'::float8 * decimal_cross_difference(v_treatment."conversions", v_control."leads", v_control."conversions", v_treatment."leads")), (v_control."conversions" * v_treatment."leads")) end;
end
$plain$;

create function lh_engine_plain.proportions_difference(v_control r_fgs8so, v_treatment r_fgs8so) returns float8 language plpgsql immutable as $plain$
begin
  return case when ((v_control."leads" = '0'::float8) or (v_treatment."leads" = '0'::float8)) then null::float8 else js_divide(decimal_cross_difference(v_treatment."conversions", v_control."leads", v_control."conversions", v_treatment."leads"), (v_control."leads" * v_treatment."leads")) end;
end
$plain$;

create function lh_engine_plain.proportions_undefined_reason(v_control r_fgs8so, v_treatment r_fgs8so) returns text language plpgsql immutable as $plain$
declare
  v_converted float8;
begin
  if ((v_control."leads" = '0'::float8) and (v_treatment."leads" = '0'::float8)) then
    return 'both arms are empty'::text;
  end if;
  if (v_control."leads" = '0'::float8) then
    return 'the control arm is empty'::text;
  end if;
  if (v_treatment."leads" = '0'::float8) then
    return 'the treatment arm is empty'::text;
  end if;
  v_converted := (v_control."conversions" + v_treatment."conversions");
  if (v_converted = '0'::float8) then
    return 'no lead converted in either arm: z, p and the lift are undefined'::text;
  end if;
  if (v_converted = (v_control."leads" + v_treatment."leads") and v_converted is distinct from 'NaN'::float8) then
    return 'every lead converted in both arms: z and p are undefined'::text;
  end if;
  if (v_control."conversions" = '0'::float8) then
    return 'no lead converted in the control arm: the lift is undefined'::text;
  end if;
  if (v_treatment."conversions" = '0'::float8) then
    return 'no lead converted in the treatment arm: the interval of the lift is undefined'::text;
  end if;
  return null::text;
end
$plain$;

create function lh_engine_plain.statistics_read_o009e1(p_value json, p_path text) returns r_8x6kcv language plpgsql immutable as $plain$
declare
  v_raw r_j9awtv;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_number_3 float8;
  v_part_4 json;
  v_number_4 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_j9awtv, p_value);
  end if;
  v_part := coalesce(v_raw."baseline_rate", p_value -> 'baseline_rate');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'baseline_rate'), 'expected "baseline_rate"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'baseline_rate'), 'expected a number between 0 and 1, both excluded', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce(((v_number > '0'::float8 and v_number <> 'NaN'::float8) and (v_number < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'baseline_rate'), 'expected a number between 0 and 1, both excluded', v_part);
  end if;
  v_part_2 := coalesce(v_raw."relative_lift", p_value -> 'relative_lift');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'relative_lift'), 'expected "relative_lift"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'relative_lift'), 'expected a finite number', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'relative_lift'), 'expected a finite number', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."power", p_value -> 'power');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'power'), 'expected "power"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'power'), 'expected a number between 0 and 1, both excluded', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce(((v_number_3 > '0'::float8 and v_number_3 <> 'NaN'::float8) and (v_number_3 < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'power'), 'expected a number between 0 and 1, both excluded', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."confidence_level", p_value -> 'confidence_level');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected "confidence_level"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_4);
  end if;
  v_number_4 := js_number(v_part_4);
  if not coalesce(((v_number_4 > '0'::float8 and v_number_4 <> 'NaN'::float8) and (v_number_4 < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_4);
  end if;
  return row(v_number, v_number_4, v_number_3, v_number_2)::r_8x6kcv;
end
$plain$;

create function lh_engine_plain.power_exact_sample_size(v_input r_zsvuiy, v_relativelift float8) returns float8 language plpgsql immutable as $plain$
declare
  v_gap float8;
  v_treated float8;
  v_confidencelevel float8;
  v_distance float8;
  v_base float8;
  v_either float8;
begin
  v_gap := (v_input."baselineRate" * v_relativelift);
  v_treated := (v_input."baselineRate" + v_gap);
  if (v_gap = '0'::float8) then
    perform js_refuse('bad_input'::text, ('relative_lift: expected a lift other than 0, got '::text || js_text(v_relativelift)), 'No number of leads shows a lift of 0; give the smallest lift that matters, 0.2 for 20 %.'::text);
    return null::float8;
  end if;
  if (not ((v_treated > '0'::float8 and v_treated <> 'NaN'::float8) and (v_treated < '1'::float8))) then
    perform js_refuse('bad_input'::text, ('relative_lift: expected a treatment rate between 0 and 1, got '::text || js_text(v_treated) || ' ('::text || js_text(v_input."baselineRate") || ' lifted by '::text || js_text(v_relativelift) || ')'::text), 'Give the lift as a fraction, 0.2 for 20 %, that leaves the treatment rate between 0 and 1.'::text);
    return null::float8;
  end if;
  v_confidencelevel := v_input."confidenceLevel";
  v_distance := power_needed_distance(v_input."baselineRate", v_treated, (- normal_normal_quantile((decimal_complement(v_confidencelevel) / '2'::float8))), normal_normal_quantile(v_input."power"));
  if (v_distance <= '0'::float8) then
    v_either := null::float8;
  else
    v_base := (case when v_gap = 0 then js_divide(v_distance, v_gap) else v_distance / v_gap end);
    v_either := (v_base * v_base);
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.statistics_read_5sp27i(p_value json, p_path text) returns r_pr59hk language plpgsql immutable as $plain$
declare
  v_raw r_8imaik;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_number_3 float8;
  v_part_4 json;
  v_number_4 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_8imaik, p_value);
  end if;
  v_part := coalesce(v_raw."baseline_rate", p_value -> 'baseline_rate');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'baseline_rate'), 'expected "baseline_rate"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'baseline_rate'), 'expected a number between 0 and 1, both excluded', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce(((v_number > '0'::float8 and v_number <> 'NaN'::float8) and (v_number < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'baseline_rate'), 'expected a number between 0 and 1, both excluded', v_part);
  end if;
  v_part_2 := coalesce(v_raw."leads_per_group", p_value -> 'leads_per_group');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'leads_per_group'), 'expected "leads_per_group"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'leads_per_group'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'leads_per_group'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'leads_per_group'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."power", p_value -> 'power');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'power'), 'expected "power"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'power'), 'expected a number between 0 and 1, both excluded', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce(((v_number_3 > '0'::float8 and v_number_3 <> 'NaN'::float8) and (v_number_3 < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'power'), 'expected a number between 0 and 1, both excluded', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."confidence_level", p_value -> 'confidence_level');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected "confidence_level"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_4);
  end if;
  v_number_4 := js_number(v_part_4);
  if not coalesce(((v_number_4 > '0'::float8 and v_number_4 <> 'NaN'::float8) and (v_number_4 < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_4);
  end if;
  return row(v_number, v_number_4, v_number_2, v_number_3)::r_pr59hk;
end
$plain$;

create function lh_engine_plain.power_minimum_detectable_lift(v_input r_zsvuiy, v_leadspergroup float8) returns float8 language plpgsql immutable as $plain$
declare
  v_confidencelevel float8;
  v_zalpha float8;
  v_zpower float8;
  v_low float8;
  v_high float8;
  v_t float8;
  v_holds boolean;
  v_middle float8;
begin
  v_confidencelevel := v_input."confidenceLevel";
  v_zalpha := (- normal_normal_quantile((decimal_complement(v_confidencelevel) / '2'::float8)));
  v_zpower := normal_normal_quantile(v_input."power");
  v_low := '0'::float8;
  v_high := ('1'::float8 - v_input."baselineRate");
  v_holds := (((case when v_leadspergroup < 0 then 'NaN'::float8 else sqrt(v_leadspergroup) end * v_high) - power_needed_distance(v_input."baselineRate", (v_input."baselineRate" + v_high), v_zalpha, v_zpower)) < '0'::float8);
  if not v_holds then
    v_t := ((case when v_leadspergroup < 0 then 'NaN'::float8 else sqrt(v_leadspergroup) end * v_low) - power_needed_distance(v_input."baselineRate", (v_input."baselineRate" + v_low), v_zalpha, v_zpower));
    v_holds := (v_t >= '0'::float8 and v_t <> 'NaN'::float8);
  end if;
  if v_holds then
    return null::float8;
  end if;
  v_middle := (v_high / '2'::float8);
  <<v_at_loop>>
  loop
    exit v_at_loop when not ((v_middle > v_low and v_middle <> 'NaN'::float8) and (v_middle < v_high and v_high <> 'NaN'::float8));
    if (((case when v_leadspergroup < 0 then 'NaN'::float8 else sqrt(v_leadspergroup) end * v_middle) - power_needed_distance(v_input."baselineRate", (v_input."baselineRate" + v_middle), v_zalpha, v_zpower)) < '0'::float8) then
      v_low := v_middle;
    else
      v_high := v_middle;
    end if;
    v_middle := (v_low + ((v_high - v_low) / '2'::float8));
  end loop v_at_loop;
  return case when v_input."baselineRate" = 0 then js_divide(('100'::float8 * v_high), v_input."baselineRate") else ('100'::float8 * v_high) / v_input."baselineRate" end;
end
$plain$;

create function lh_engine_plain.statistics_read_0aogwl(p_value json, p_path text) returns r_y1nies language plpgsql immutable as $plain$
declare
  v_raw r_hxugf4;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_number_3 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_hxugf4, p_value);
  end if;
  v_part := coalesce(v_raw."control_leads", p_value -> 'control_leads');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected "control_leads"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."treatment_leads", p_value -> 'treatment_leads');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected "treatment_leads"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."treatment_pct", p_value -> 'treatment_pct');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_pct'), 'expected "treatment_pct"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_pct'), 'expected a percentage from 0 to 100', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce((((v_number_3 = '0'::float8) or (v_number_3 = '100'::float8)) or ((v_number_3 >= '1e-9'::float8 and v_number_3 <> 'NaN'::float8) and (v_number_3 <= '99.999999999'::float8))), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_pct'), 'expected a percentage from 0 to 100', v_part_3);
  end if;
  return row(v_number, v_number_2, v_number_3)::r_y1nies;
end
$plain$;

create function lh_engine_plain.sample_ratio_sample_ratio_test(v_controlleads float8, v_treatmentleads float8, v_treatmentpct float8) returns r_1f5r30 language plpgsql immutable as $plain$
declare
  v_total numeric;
  v_whole r_nwmwjc;
  v_digits numeric;
  v_scale float8;
  v_hundred numeric;
  v_gap numeric;
  v_chisquare float8;
  v_z float8;
begin
  v_total := (js_bigint(v_controlleads) + js_bigint(v_treatmentleads));
  v_whole := decimal_to_decimal(v_treatmentpct);
  v_digits := v_whole."digits";
  v_scale := v_whole."scale";
  v_hundred := ('100'::numeric * js_power_of_bigint('10'::numeric, js_bigint(v_scale)));
  if (((v_total = '0'::numeric) or (v_digits <= '0'::numeric)) or (v_digits >= v_hundred)) then
    return null::r_1f5r30;
  end if;
  v_gap := ((v_hundred * js_bigint(v_treatmentleads)) - (v_total * v_digits));
  v_chisquare := decimal_quotient((v_gap * v_gap), ((v_total * v_digits) * (v_hundred - v_digits)));
  v_z := case when v_chisquare < 0 then 'NaN'::float8 else sqrt(v_chisquare) end;
  return row(v_chisquare, erfc_erfc((abs(v_z) * '0.7071067811865476'::float8)))::r_1f5r30;
end
$plain$;

create function lh_engine_plain.statistics_read_t8ptlu(p_value json, p_path text) returns r_c04ssv language plpgsql immutable as $plain$
declare
  v_raw r_1x5xb4;
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
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_1x5xb4, p_value);
  end if;
  v_part := coalesce(v_raw."control_mean", p_value -> 'control_mean');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'control_mean'), 'expected "control_mean"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control_mean'), 'expected a finite number', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'control_mean'), 'expected a finite number', v_part);
  end if;
  v_part_2 := coalesce(v_raw."control_variance", p_value -> 'control_variance');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'control_variance'), 'expected "control_variance"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control_variance'), 'expected a finite number', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'control_variance'), 'expected a finite number', v_part_2);
  end if;
  if not coalesce((v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'control_variance'), 'expected a variance ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."control_n", p_value -> 'control_n');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'control_n'), 'expected "control_n"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control_n'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'control_n'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'control_n'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."treatment_mean", p_value -> 'treatment_mean');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_mean'), 'expected "treatment_mean"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_mean'), 'expected a finite number', v_part_4);
  end if;
  v_number_4 := js_number(v_part_4);
  if not coalesce(coalesce(abs(v_number_4) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_mean'), 'expected a finite number', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."treatment_variance", p_value -> 'treatment_variance');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_variance'), 'expected "treatment_variance"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_variance'), 'expected a finite number', v_part_5);
  end if;
  v_number_5 := js_number(v_part_5);
  if not coalesce(coalesce(abs(v_number_5) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_variance'), 'expected a finite number', v_part_5);
  end if;
  if not coalesce((v_number_5 >= '0'::float8 and v_number_5 <> 'NaN'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_variance'), 'expected a variance ≥ 0', v_part_5);
  end if;
  v_part_6 := coalesce(v_raw."treatment_n", p_value -> 'treatment_n');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_n'), 'expected "treatment_n"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_n'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_number_6 := js_number(v_part_6);
  if not coalesce((v_number_6 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_n'), 'expected an integer up to 9007199254740991', v_part_6);
  end if;
  if not coalesce((coalesce((abs(v_number_6) <= 9007199254740991 and floor(v_number_6) = v_number_6), false) and (v_number_6 >= '0'::float8 and v_number_6 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_n'), 'expected an integer ≥ 0', v_part_6);
  end if;
  return row(v_number, v_number_3, v_number_2, v_number_4, v_number_6, v_number_5)::r_c04ssv;
end
$plain$;

create function lh_engine_plain.welch_welch_test(v_control r_0u8or8, v_treatment r_0u8or8) returns r_658738 language plpgsql immutable as $plain$
declare
  v_controlsquare float8;
  v_treatmentsquare float8;
  v_controlshare float8;
  v_treatmentshare float8;
  v_degreesoffreedom float8;
  v_t float8;
  v_standarderror float8;
  v_gap float8;
  v_t_2 float8;
  v_reach float8;
  v_x float8;
  v_result float8;
  v_x2 float8;
  v_p float8;
  v_z float8;
  v_a float8;
  v_b float8;
  v_regularized boolean;
  v_upper boolean;
  v_result_2 float8;
  v_a_2 float8;
  v_b_2 float8;
  v_regularized_2 boolean;
  v_upper_2 boolean;
  v_result_3 float8;
  v_x_2 float8;
  v_result_4 float8;
  v_x2_2 float8;
  v_p_2 float8;
  v_z_2 float8;
  v_a_3 float8;
  v_b_3 float8;
  v_regularized_3 boolean;
  v_upper_3 boolean;
  v_result_5 float8;
  v_a_4 float8;
  v_b_4 float8;
  v_regularized_4 boolean;
  v_upper_4 boolean;
  v_result_6 float8;
begin
  if (not (welch_welch_undefined(v_control, v_treatment) is not distinct from null)) then
    return null::r_658738;
  end if;
  v_controlsquare := case when v_control."n" = 0 then js_divide(v_control."variance", v_control."n") else v_control."variance" / v_control."n" end;
  v_treatmentsquare := case when v_treatment."n" = 0 then js_divide(v_treatment."variance", v_treatment."n") else v_treatment."variance" / v_treatment."n" end;
  v_controlshare := js_divide(v_controlsquare, (v_controlsquare + v_treatmentsquare));
  v_treatmentshare := js_divide(v_treatmentsquare, (v_controlsquare + v_treatmentsquare));
  v_degreesoffreedom := js_divide('1'::float8, (js_divide((v_controlshare * v_controlshare), (v_control."n" - '1'::float8)) + js_divide((v_treatmentshare * v_treatmentshare), (v_treatment."n" - '1'::float8))));
  v_t := (v_controlsquare + v_treatmentsquare);
  v_standarderror := case when v_t < 0 then 'NaN'::float8 else sqrt(v_t) end;
  v_gap := (v_treatment."mean" - v_control."mean");
  v_t_2 := case when v_standarderror = 0 then js_divide(v_gap, v_standarderror) else v_gap / v_standarderror end;
  v_reach := ((- student_t_quantile('0.025'::float8, v_degreesoffreedom)) * v_standarderror);
  v_x := (- abs(v_t_2));
  <<v_at_end>>
  begin
    v_x2 := null;
    v_p := null;
    v_z := null;
    if ((js_is_nan(v_x) or js_is_nan(v_degreesoffreedom)) or (v_degreesoffreedom <= '0'::float8)) then
      v_result := 'NaN'::float8;
      exit v_at_end;
    end if;
    if (v_x = '0'::float8) then
      v_result := '0.5'::float8;
      exit v_at_end;
    end if;
    v_x2 := pow_pow(v_x, '2'::float8);
    if (v_degreesoffreedom > ('2'::float8 * v_x2) and v_degreesoffreedom <> 'NaN'::float8) then
      v_z := js_divide(v_x2, (v_degreesoffreedom + v_x2));
      v_a := '0.5'::float8;
      v_b := (v_degreesoffreedom / '2'::float8);
      v_regularized := true;
      v_upper := true;
      v_regularized := case when (v_regularized = false) then false else true end;
      v_upper := case when (v_upper = true) then true else false end;
      v_result_2 := kernel_betainc_assign_ibeta_imp(v_z, v_a, v_b, v_regularized, v_upper);
      v_p := (v_result_2 / '2'::float8);
    else
      v_z := js_divide(v_degreesoffreedom, (v_degreesoffreedom + v_x2));
      v_a_2 := (v_degreesoffreedom / '2'::float8);
      v_b_2 := '0.5'::float8;
      v_regularized_2 := true;
      v_upper_2 := false;
      v_regularized_2 := case when (v_regularized_2 = false) then false else true end;
      v_upper_2 := case when (v_upper_2 = true) then true else false end;
      v_result_3 := kernel_betainc_assign_ibeta_imp(v_z, v_a_2, v_b_2, v_regularized_2, v_upper_2);
      v_p := (v_result_3 / '2'::float8);
    end if;
    v_result := case when (v_x > '0'::float8 and v_x <> 'NaN'::float8) then ('1'::float8 - v_p) else v_p end;
    exit v_at_end;
  end v_at_end;
  v_x_2 := (- v_t_2);
  <<v_at_end_4>>
  begin
    v_x2_2 := null;
    v_p_2 := null;
    v_z_2 := null;
    if ((js_is_nan(v_x_2) or js_is_nan(v_degreesoffreedom)) or (v_degreesoffreedom <= '0'::float8)) then
      v_result_4 := 'NaN'::float8;
      exit v_at_end_4;
    end if;
    if (v_x_2 = '0'::float8) then
      v_result_4 := '0.5'::float8;
      exit v_at_end_4;
    end if;
    v_x2_2 := pow_pow(v_x_2, '2'::float8);
    if (v_degreesoffreedom > ('2'::float8 * v_x2_2) and v_degreesoffreedom <> 'NaN'::float8) then
      v_z_2 := js_divide(v_x2_2, (v_degreesoffreedom + v_x2_2));
      v_a_3 := '0.5'::float8;
      v_b_3 := (v_degreesoffreedom / '2'::float8);
      v_regularized_3 := true;
      v_upper_3 := true;
      v_regularized_3 := case when (v_regularized_3 = false) then false else true end;
      v_upper_3 := case when (v_upper_3 = true) then true else false end;
      v_result_5 := kernel_betainc_assign_ibeta_imp(v_z_2, v_a_3, v_b_3, v_regularized_3, v_upper_3);
      v_p_2 := (v_result_5 / '2'::float8);
    else
      v_z_2 := js_divide(v_degreesoffreedom, (v_degreesoffreedom + v_x2_2));
      v_a_4 := (v_degreesoffreedom / '2'::float8);
      v_b_4 := '0.5'::float8;
      v_regularized_4 := true;
      v_upper_4 := false;
      v_regularized_4 := case when (v_regularized_4 = false) then false else true end;
      v_upper_4 := case when (v_upper_4 = true) then true else false end;
      v_result_6 := kernel_betainc_assign_ibeta_imp(v_z_2, v_a_4, v_b_4, v_regularized_4, v_upper_4);
      v_p_2 := (v_result_6 / '2'::float8);
    end if;
    v_result_4 := case when (v_x_2 > '0'::float8 and v_x_2 <> 'NaN'::float8) then ('1'::float8 - v_p_2) else v_p_2 end;
    exit v_at_end_4;
  end v_at_end_4;
  return row(v_degreesoffreedom, row((v_gap + v_reach), (v_gap - v_reach))::r_8xonlq, ('2'::float8 * v_result), v_t_2, v_result_4)::r_658738;
end
$plain$;

create function lh_engine_plain.statistics_finite_or_null(v_x float8) returns float8 language plpgsql immutable as $plain$
begin
  return case when ((not (v_x is not distinct from null)) and coalesce(abs(v_x) < 'Infinity'::float8, false)) then v_x else null::float8 end;
end
$plain$;

create function lh_engine_plain.welch_welch_undefined(v_control r_0u8or8, v_treatment r_0u8or8) returns text language plpgsql immutable as $plain$
begin
  if ((v_control."n" < '2'::float8) or (v_treatment."n" < '2'::float8)) then
    return 'an arm has fewer than 2 values'::text;
  end if;
  if ((v_control."variance" = '0'::float8) and (v_treatment."variance" = '0'::float8)) then
    return 'both variances are 0'::text;
  end if;
  return null::text;
end
$plain$;

create function lh_engine_plain.statistics_read_s3x0ae(p_value json, p_path text) returns r_of9azf language plpgsql immutable as $plain$
declare
  v_raw r_w8x3ea;
  v_part json;
  v_read float8[];
  v_every boolean;
  v_item float8;
  v_index float8;
  v_t float8;
  v_holds boolean;
  v_part_2 json;
  v_number float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_w8x3ea, p_value);
  end if;
  v_part := coalesce(v_raw."information_fractions", p_value -> 'information_fractions');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'information_fractions'), 'expected "information_fractions"', null);
  end if;
  v_read := statistics_read_4xgxjd(v_part, js_path(p_path, 'information_fractions'));
  if not coalesce(((cardinality(v_read)::float8 >= '1'::float8) and (cardinality(v_read)::float8 <= '1000'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'information_fractions'), 'expected from 1 to 1000 fractions', v_part);
  end if;
  v_every := true;
  v_index := -1;
  foreach v_item in array v_read loop
    v_index := v_index + 1;
    v_holds := (v_index = '0'::float8);
    if not v_holds then
      v_t := (v_item - (v_read[((v_index - '1'::float8))::int + 1]));
      v_holds := (v_t >= '0.000001'::float8 and v_t <> 'NaN'::float8);
    end if;
    if not v_holds then
      v_every := false;
      exit;
    end if;
  end loop;
  if not coalesce(v_every, false) then
    perform js_refuse_input(js_path(p_path, 'information_fractions'), 'expected fractions that increase by at least 0.000001 from look to look', v_part);
  end if;
  v_part_2 := coalesce(v_raw."confidence_level", p_value -> 'confidence_level');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected "confidence_level"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_2);
  end if;
  v_number := js_number(v_part_2);
  if not coalesce(((v_number > '0'::float8 and v_number <> 'NaN'::float8) and (v_number < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_2);
  end if;
  return row(v_number, v_read)::r_of9azf;
end
$plain$;

create function lh_engine_plain.boundaries_sequential_boundaries(v_fractions float8[], v_confidencelevel float8) returns r_4yl0qq[] language plpgsql immutable as $plain$
begin
  return boundaries_compute_boundaries(v_fractions, decimal_complement(v_confidencelevel));
end
$plain$;

create function lh_engine_plain.js_write_3uwb3z(r_g9cdtq) returns text language plpgsql immutable as $plain$
declare
  v_x r_g9cdtq := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"look":' || js_write_number(v_x."look")
    || ',"information_fraction":' || js_write_number(v_x."information_fraction")
    || ',"alpha_spent":' || coalesce(js_write_number(v_x."alpha_spent"), 'null')
    || ',"z_boundary":' || coalesce(js_write_number(v_x."z_boundary"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.statistics_read_trb8jj(p_value json, p_path text) returns r_0aamjr language plpgsql immutable as $plain$
declare
  v_raw r_6v4a85;
  v_part json;
  v_number float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_6v4a85, p_value);
  end if;
  v_part := coalesce(v_raw."z", p_value -> 'z');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'z'), 'expected "z"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'z'), 'expected a finite number', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'z'), 'expected a finite number', v_part);
  end if;
  return row(v_number)::r_0aamjr;
end
$plain$;

create function lh_engine_plain.erfc_erfc(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_sign boolean;
  v_ax float8;
  v_z float8;
  v_r float8;
  v_s float8;
  v_y float8;
  v_p float8;
  v_q float8;
begin
  v_x_2 := v_x;
  v_sign := null;
  v_ax := null;
  v_z := null;
  v_r := null;
  v_s := null;
  v_y := null;
  v_p := null;
  v_q := null;
  if js_is_nan(v_x_2) then
    return 'NaN'::float8;
  end if;
  if (v_x_2 = 'Infinity'::float8 and v_x_2 is distinct from 'NaN'::float8) then
    return '0'::float8;
  end if;
  if (v_x_2 = '-Infinity'::float8 and v_x_2 is distinct from 'NaN'::float8) then
    return '2'::float8;
  end if;
  if (v_x_2 = '0'::float8) then
    return '1'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_sign := true;
    v_ax := (- v_x_2);
  else
    v_sign := false;
    v_ax := v_x_2;
  end if;
  if (v_ax < '0.84375'::float8) then
    if (v_ax < '1.3877787807814457e-17'::float8) then
      return ('1'::float8 - v_x_2);
    end if;
    v_z := (v_x_2 * v_x_2);
    v_r := ('0.12837916709551256'::float8 + (v_z * ('-0.3250421072470015'::float8 + (v_z * ('-0.02848174957559851'::float8 + (v_z * ('-0.005770270296489442'::float8 + (v_z * '-0.000023763016656650163'::float8))))))));
    v_s := ('1'::float8 + (v_z * ('0.39791722395915535'::float8 + (v_z * ('0.0650222499887673'::float8 + (v_z * ('0.005081306281875766'::float8 + (v_z * ('0.00013249473800432164'::float8 + (v_z * '-0.000003960228278775368'::float8))))))))));
    v_y := case when v_s = 0 then js_divide(v_r, v_s) else v_r / v_s end;
    if (v_x_2 < '0.25'::float8) then
      return ('1'::float8 - (v_x_2 + (v_x_2 * v_y)));
    end if;
    v_r := (v_x_2 * v_y);
    v_r := (v_r + (v_x_2 - '0.5'::float8));
    return ('0.5'::float8 - v_r);
  end if;
  if (v_ax < '1.25'::float8) then
    v_s := (v_ax - '1'::float8);
    v_p := ('-0.0023621185607526594'::float8 + (v_s * ('0.41485611868374833'::float8 + (v_s * ('-0.3722078760357013'::float8 + (v_s * ('0.31834661990116175'::float8 + (v_s * ('-0.11089469428239668'::float8 + (v_s * ('0.035478304325618236'::float8 + (v_s * '-0.002166375594868791'::float8))))))))))));
    v_q := ('1'::float8 + (v_s * ('0.10642088040084423'::float8 + (v_s * ('0.540397917702171'::float8 + (v_s * ('0.07182865441419627'::float8 + (v_s * ('0.12617121980876164'::float8 + (v_s * ('0.01363708391202905'::float8 + (v_s * '0.011984499846799107'::float8))))))))))));
    if v_sign then
      return ('1.8450629115104675'::float8 + (case when v_q = 0 then js_divide(v_p, v_q) else v_p / v_q end));
    end if;
    return ('0.15493708848953247'::float8 - (case when v_q = 0 then js_divide(v_p, v_q) else v_p / v_q end));
  end if;
  if (v_ax < '28'::float8) then
    v_s := js_divide('1'::float8, (v_ax * v_ax));
    if (v_ax < '2.857142857142857'::float8) then
      v_r := ('-0.009864944034847148'::float8 + (v_s * ('-0.6938585727071818'::float8 + (v_s * ('-10.558626225323291'::float8 + (v_s * ('-62.375332450326006'::float8 + (v_s * ('-162.39666946257347'::float8 + (v_s * ('-184.60509290671104'::float8 + (v_s * ('-81.2874355063066'::float8 + (v_s * '-9.814329344169145'::float8))))))))))))));
      v_s := ('1'::float8 + (v_s * ('19.651271667439257'::float8 + (v_s * ('137.65775414351904'::float8 + (v_s * ('434.56587747522923'::float8 + (v_s * ('645.3872717332679'::float8 + (v_s * ('429.00814002756783'::float8 + (v_s * ('108.63500554177944'::float8 + (v_s * ('6.570249770319282'::float8 + (v_s * '-0.0604244152148581'::float8))))))))))))))));
    else
      if (v_x_2 < '-6'::float8) then
        return '2'::float8;
      end if;
      v_r := ('-0.0098649429247001'::float8 + (v_s * ('-0.799283237680523'::float8 + (v_s * ('-17.757954917754752'::float8 + (v_s * ('-160.63638485582192'::float8 + (v_s * ('-637.5664433683896'::float8 + (v_s * ('-1025.0951316110772'::float8 + (v_s * '-483.5191916086514'::float8))))))))))));
      v_s := ('1'::float8 + (v_s * ('30.33806074348246'::float8 + (v_s * ('325.7925129965739'::float8 + (v_s * ('1536.729586084437'::float8 + (v_s * ('3199.8582195085955'::float8 + (v_s * ('2553.0504064331644'::float8 + (v_s * ('474.52854120695537'::float8 + (v_s * '-22.44095244658582'::float8))))))))))))));
    end if;
    v_z := js_set_low_word(v_ax, '0'::float8);
    v_r := (exp_exp(((- (v_z * v_z)) - '0.5625'::float8)) * exp_exp((((v_z - v_ax) * (v_z + v_ax)) + (case when v_s = 0 then js_divide(v_r, v_s) else v_r / v_s end))));
    if v_sign then
      return ('2'::float8 - (case when v_ax = 0 then js_divide(v_r, v_ax) else v_r / v_ax end));
    end if;
    return case when v_ax = 0 then js_divide(v_r, v_ax) else v_r / v_ax end;
  end if;
  if v_sign then
    return '2'::float8;
  end if;
  return '0'::float8;
end
$plain$;

create function lh_engine_plain.statistics_read_ls8pvp(p_value json, p_path text) returns r_b3f7kt language plpgsql immutable as $plain$
declare
  v_raw r_sjsy29;
  v_part json;
  v_number float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_sjsy29, p_value);
  end if;
  v_part := coalesce(v_raw."q", p_value -> 'q');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'q'), 'expected "q"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'q'), 'expected a number between 0 and 1, both excluded', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce(((v_number > '0'::float8 and v_number <> 'NaN'::float8) and (v_number < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'q'), 'expected a number between 0 and 1, both excluded', v_part);
  end if;
  return row(v_number)::r_b3f7kt;
end
$plain$;

create function lh_engine_plain.testing_read_riuh8k(p_value json, p_path text) returns r_5ndoee language plpgsql immutable as $plain$
declare
  v_raw r_ezavjf;
  v_part json;
  v_string text;
  v_part_2 json;
  v_read r_cy423g;
  v_part_3 json;
  v_read_2 r_1srct4[];
  v_part_4 json;
  v_number float8;
  v_part_5 json;
  v_optional text[];
  v_read_3 text[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_ezavjf, p_value);
  end if;
  v_part := coalesce(v_raw."as_of", p_value -> 'as_of');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected "as_of"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."settings", p_value -> 'settings');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'settings'), 'expected "settings"', null);
  end if;
  v_read := testing_read_m3n736(v_part_2, js_path(p_path, 'settings'));
  v_part_3 := coalesce(v_raw."tests", p_value -> 'tests');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'tests'), 'expected "tests"', null);
  end if;
  v_read_2 := testing_read_r6c1zy(v_part_3, js_path(p_path, 'tests'));
  v_part_4 := coalesce(v_raw."leads_without_test", p_value -> 'leads_without_test');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'leads_without_test'), 'expected "leads_without_test"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'leads_without_test'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number := js_number(v_part_4);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'leads_without_test'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'leads_without_test'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."stray_ids", p_value -> 'stray_ids');
  if coalesce((v_part_5 is null or json_typeof(v_part_5) = 'null'), false) then
    v_optional := null;
  else
    v_read_3 := testing_read_hax4ud(v_part_5, js_path(p_path, 'stray_ids'));
    v_optional := v_read_3;
  end if;
  return row(v_string, v_number, v_read, v_optional, (v_part_5 is not null), v_read_2)::r_5ndoee;
end
$plain$;

create function lh_engine_plain.confounders_confounders(v_tests r_1srct4[]) returns map_ro126t language plpgsql immutable as $plain$
declare
  v_map map_ro126t;
  v_keys text[];
  v_values text[];
  v_places int4[];
  v_map_2 map_ro126t;
  v_keys_2 text[];
  v_values_2 text[];
  v_places_2 int4[];
  v_item r_1srct4;
  v_older text;
  v_at int4;
  v_free int4;
  v_at_2 int4;
  v_free_2 int4;
begin
  v_map := row(array[]::text[], array[]::text[])::map_ro126t;
  v_keys := v_map.k;
  v_values := v_map.v;
  v_places := js_places(v_keys);
  v_map_2 := row(array[]::text[], array[]::text[])::map_ro126t;
  v_keys_2 := v_map_2.k;
  v_values_2 := v_map_2.v;
  v_places_2 := js_places(v_keys_2);
  <<v_at_loop>>
  foreach v_item in array v_tests loop
    <<v_at_round>>
    begin
      if (v_item."metric" is not distinct from null) then
        exit v_at_round;
      end if;
      v_older := (v_values)[js_place(v_keys, v_places, v_item."metric")];
      if (v_older is not distinct from null) then
        v_at := js_place(v_keys, v_places, v_item."metric");
        if v_at is not null then
          v_values[v_at] := v_item."ab_test_id";
        else
          v_keys := array_append(v_keys, v_item."metric");
          v_values := array_append(v_values, v_item."ab_test_id");
          v_free := js_free_place(v_keys, v_places, v_item."metric");
          if v_free is not null then
            v_places[v_free] := cardinality(v_keys);
          else
            v_places := js_places(v_keys);
          end if;
        end if;
      else
        v_at_2 := js_place(v_keys_2, v_places_2, v_item."ab_test_id");
        if v_at_2 is not null then
          v_values_2[v_at_2] := v_older;
        else
          v_keys_2 := array_append(v_keys_2, v_item."ab_test_id");
          v_values_2 := array_append(v_values_2, v_older);
          v_free_2 := js_free_place(v_keys_2, v_places_2, v_item."ab_test_id");
          if v_free_2 is not null then
            v_places_2[v_free_2] := cardinality(v_keys_2);
          else
            v_places_2 := js_places(v_keys_2);
          end if;
        end if;
      end if;
    end v_at_round;
  end loop;
  return row(v_keys_2, v_values_2)::map_ro126t;
end
$plain$;

create function lh_engine_plain.recommendation_analyse_from(v_standing r_1aycr1, v_inputs r_4n1jpj, v_settings r_cy423g, v_version float8) returns r_w89q3v language plpgsql immutable as $plain$
declare
  v_given float8;
  v_counted r_jcw13b[];
  v_arms r_kvg2jw;
  v_sources r_lk7oih[];
  v_terms r_lvlwv4;
  v_stop r_dl0pgz;
  v_plan r_8fr7st;
  v_gates r_l1d8zw[];
  v_plannedleads float8;
  v_record r_9f76kd;
  v_record_2 r_9f76kd;
  v_look r_bugsee;
  v_recommended r_ey6a1d;
  v_notes r_i02ro3[];
  v_list r_i02ro3[];
  v_more r_i02ro3;
  v_reasons r_i02ro3[];
  v_mapped text[];
  v_item r_i02ro3;
  v_whole r_fgs8so;
  v_leads float8;
  v_conversions float8;
  v_whole_2 r_fgs8so;
  v_leads_2 float8;
  v_conversions_2 float8;
  v_spread r_zr8okh;
  v_spread_2 r_gzf9gl;
  v_spread_3 r_1pr3sq;
  v_result r_ecicmg;
begin
  if v_version is not distinct from null then
    v_version := '3'::float8;
  end if;
  v_given := v_version;
  if (v_given is not distinct from null) then
    v_given := '3'::float8;
  end if;
  v_counted := v_inputs."groups";
  v_arms := (row(arms_arm_of(v_counted, 'control'::text), arms_arm_of(v_counted, 'treatment'::text))::r_kvg2jw);
  v_sources := arms_sources_of(v_inputs."groups");
  v_terms := terms_terms_of(row(v_inputs."confidence_level", v_inputs."min_sample_size", v_inputs."traffic_allocation_pct")::r_gdiuy9, v_settings);
  v_stop := terms_obstacle(row(v_inputs."confounded_with", v_inputs."has_started", v_inputs."skill_status", v_inputs."started_at", v_inputs."started_at?", v_inputs."unreadable")::r_ckrly4, v_terms, v_arms, v_given);
  v_plan := case when (v_stop is not distinct from null) then terms_plan_of(row(v_inputs."baseline", v_inputs."planned_baseline_rate", v_inputs."planned_leads_per_group", v_inputs."planned_lift")::r_ibkptt, v_settings, v_terms, v_arms) else null::r_8fr7st end;
  v_gates := case when (v_stop is not distinct from null) then gates_evaluate_gates(row(v_inputs."groups", v_inputs."history", v_inputs."units")::r_qj08ef, v_arms, v_sources, v_terms."treatmentPct", v_settings) else array[]::r_l1d8zw[] end;
  v_plannedleads := v_plan."planned_leads_per_group";
  v_record := v_arms."control";
  v_record_2 := v_arms."treatment";
  v_look := row(v_terms."confidenceLevel", row(v_record."conversions", v_record."leads")::r_fgs8so, v_inputs."history", v_terms."minSampleSize", v_plannedleads, v_standing, row(v_record_2."conversions", v_record_2."leads")::r_fgs8so)::r_bugsee;
  v_recommended := recommendation_recommendation_of(v_stop, v_look, v_gates, v_settings, v_given);
  v_notes := recommendation_notes_of(row(v_inputs."running_days", v_inputs."skill_exists")::r_kbge9n, v_settings, v_recommended."recommendation");
  v_list := v_recommended."reasons";
  foreach v_more in array v_notes loop
    v_list := array_append(v_list, v_more);
  end loop;
  v_reasons := v_list;
  v_mapped := '{}';
  foreach v_item in array v_reasons loop
    v_mapped := array_append(v_mapped, v_item."text");
  end loop;
  v_whole := row((v_arms."control")."conversions", (v_arms."control")."leads")::r_fgs8so;
  v_leads := v_whole."leads";
  v_conversions := v_whole."conversions";
  v_whole_2 := row((v_arms."treatment")."conversions", (v_arms."treatment")."leads")::r_fgs8so;
  v_leads_2 := v_whole_2."leads";
  v_conversions_2 := v_whole_2."conversions";
  v_spread := recommendation_statistics_of(v_arms, v_terms."confidenceLevel", v_settings."decisions.exact_test_below");
  v_spread_2 := recommendation_progress_columns(case when (v_recommended."progress" is not distinct from null) then null else row((v_recommended."progress")."alphaSpent", (v_recommended."progress")."information", (v_recommended."progress")."look", (v_recommended."progress")."zBoundary")::r_kh70r2 end);
  v_spread_3 := segments_describe_segments(v_sources, recommendation_valid_level(v_terms."confidenceLevel"), v_settings."decisions.segment_p_value");
  v_result := row(v_recommended."before_gates", (row(v_conversions, v_leads, proportions_rate(row(v_conversions, v_leads)::r_fgs8so))::r_l58o6k), v_gates, v_spread_3."heterogeneity", arms_leads_of_no_arm(v_inputs."groups"), (v_recommended."needs_person" or (cardinality(v_notes)::float8 > '0'::float8)), v_recommended."other_rule", v_recommended."outcome", v_plan, array_to_string(v_mapped, '; '::text, ''), v_reasons, v_recommended."recommendation", v_spread_3."recommended_sources", (v_recommended."rule")."name", record_rule_version_in((v_recommended."rule")."name", v_given), v_spread_3."segments", row(v_spread_2."alpha_spent", v_spread."difference", v_spread."difference_high", v_spread."difference_low", v_spread_2."information", v_spread."lift_high_pct", v_spread."lift_low_pct", v_spread."lift_pct", v_spread_2."look", v_spread."p_value", v_spread."test", v_spread."z", v_spread_2."z_boundary")::r_6ic20b, (row(v_conversions_2, v_leads_2, proportions_rate(row(v_conversions_2, v_leads_2)::r_fgs8so))::r_l58o6k), recommendation_winner_of(v_recommended."recommendation"))::r_ecicmg;
  return row(v_result, v_recommended."standing")::r_w89q3v;
end
$plain$;

create function lh_engine_plain.testing_warnings_of(v_test r_3psio8, v_inputs r_qcpbjp, v_analysed r_ho7zan, v_settings r_cy423g) returns r_9421fm[] language plpgsql immutable as $plain$
declare
  v_list text[];
  v_isquiet boolean;
  v_list_2 r_9421fm[];
  v_code text;
  v_text text;
  v_n float8;
  v_kept r_l1d8zw[];
  v_item r_l1d8zw;
  v_mapped r_9421fm[];
  v_item_2 r_l1d8zw;
  v_code_2 text;
  v_text_2 text;
  v_n_2 float8;
  v_more r_9421fm;
  v_kept_2 r_i02ro3[];
  v_item_3 r_i02ro3;
  v_list_3 text[];
  v_mapped_2 r_9421fm[];
  v_item_4 r_i02ro3;
  v_code_3 text;
  v_text_3 text;
  v_n_3 float8;
  v_more_2 r_9421fm;
  v_counted r_jcw13b[];
  v_list_4 r_mi1fcg[];
  v_mapped_3 r_9421fm[];
  v_item_5 r_mi1fcg;
  v_code_4 text;
  v_text_4 text;
  v_n_4 float8;
  v_spread r_9421fm;
  v_spread_2 r_8pgoqi;
  v_more_3 r_9421fm;
begin
  v_list := array['judged'::text, 'waiting'::text]::text[];
  v_isquiet := ((array_position(v_list, v_analysed."outcome") is not null) or ((v_analysed."outcome" = 'empty_arm'::text) and (not v_analysed."needs_person")));
  v_list_2 := '{}';
  if v_isquiet then
  else
    v_code := v_analysed."outcome";
    v_text := v_analysed."reason";
    v_n := null::float8;
    v_list_2 := array_append(v_list_2, (row(v_test."ab_test_id", v_code, null::text[], ('test '::text || v_test."ab_test_id" || ': '::text || v_text), v_n, null::text)::r_9421fm));
  end if;
  v_kept := '{}';
  foreach v_item in array v_analysed."gates" loop
    if (v_item."enabled" and (v_item."passed" is not distinct from false)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_code_2 := v_item_2."gate";
    v_text_2 := v_item_2."text";
    v_n_2 := null::float8;
    v_mapped := array_append(v_mapped, (row(v_test."ab_test_id", v_code_2, null::text[], ('test '::text || v_test."ab_test_id" || ': '::text || v_text_2), v_n_2, null::text)::r_9421fm));
  end loop;
  foreach v_more in array v_mapped loop
    v_list_2 := array_append(v_list_2, v_more);
  end loop;
  v_kept_2 := '{}';
  foreach v_item_3 in array v_analysed."reasons" loop
    v_list_3 := array['overdue'::text, 'skill_missing'::text, 'planned_sample_reached'::text, 'no_plan'::text]::text[];
    if (array_position(v_list_3, v_item_3."code") is not null) then
      v_kept_2 := array_append(v_kept_2, v_item_3);
    end if;
  end loop;
  v_mapped_2 := '{}';
  foreach v_item_4 in array v_kept_2 loop
    v_code_3 := v_item_4."code";
    v_text_3 := v_item_4."text";
    v_n_3 := null::float8;
    v_mapped_2 := array_append(v_mapped_2, (row(v_test."ab_test_id", v_code_3, null::text[], ('test '::text || v_test."ab_test_id" || ': '::text || v_text_3), v_n_3, null::text)::r_9421fm));
  end loop;
  foreach v_more_2 in array v_mapped_2 loop
    v_list_2 := array_append(v_list_2, v_more_2);
  end loop;
  v_counted := v_inputs."groups";
  v_list_4 := units_faults_of(row(v_inputs."groups", v_inputs."history", v_inputs."units")::r_qj08ef, (row(arms_arm_of(v_counted, 'control'::text), arms_arm_of(v_counted, 'treatment'::text))::r_kvg2jw), (terms_terms_of(row(v_inputs."confidence_level", v_inputs."min_sample_size", v_inputs."traffic_allocation_pct")::r_gdiuy9, v_settings))."treatmentPct");
  v_mapped_3 := '{}';
  foreach v_item_5 in array v_list_4 loop
    v_code_4 := v_item_5."code";
    v_text_4 := (js_text(v_item_5."n") || ' of its leads '::text || v_item_5."text");
    v_n_4 := v_item_5."n";
    v_spread := (row(v_test."ab_test_id", v_code_4, null::text[], ('test '::text || v_test."ab_test_id" || ': '::text || v_text_4), v_n_4, null::text)::r_9421fm);
    v_spread_2 := testing_named(row(v_test."fault_ids", v_test."fault_ids?")::r_vuh5c4, v_item_5);
    v_mapped_3 := array_append(v_mapped_3, (row(v_spread."ab_test_id", v_spread."code", case when (v_spread_2."ids" is not distinct from null) then v_spread."ids" else v_spread_2."ids" end, v_spread."message", v_spread."n", case when (v_spread_2."table" is not distinct from null) then v_spread."table" else v_spread_2."table" end)::r_9421fm));
  end loop;
  foreach v_more_3 in array v_mapped_3 loop
    v_list_2 := array_append(v_list_2, v_more_3);
  end loop;
  return v_list_2;
end
$plain$;

create function lh_engine_plain.js_write_kp5mle(r_1gap5h[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_1gap5h;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_vnynyn(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_mv1kb3(r_qwv9sx[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_qwv9sx;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_httd8h(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_cglx5y(r_9421fm[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_9421fm;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_go7c9f(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.record_read_record(v_stored json) returns r_5y6vgb language plpgsql immutable as $plain$
declare
  v_version float8;
  v_input json;
  v_read r_0tzj6j;
  v_record r_0tzj6j;
  v_inputs r_4n1jpj;
  v_settings json;
  v_parts json;
  v_input_2 json;
  v_read_2 r_cy423g;
begin
  v_version := record_version_of(v_stored);
  if (v_version > '3'::float8 and v_version <> 'NaN'::float8) then
    perform js_refuse('not_possible_now'::text, ('the record has version '::text || js_text(v_version) || ', the library installed now reads records up to version '::text || js_text('3'::float8)), 'Install the release that wrote the record, or a later one; lh_engine.version() says which is installed.'::text);
  end if;
  v_input := v_stored;
  v_read := record_read_7tpjdq(v_input, '');
  v_record := v_read;
  v_inputs := v_record."inputs";
  v_settings := v_record."settings";
  v_parts := js_without(v_record."…", array['inputs', 'settings']::text[]);
  v_input_2 := js_merge(js_merge('{}'::json, js_write_jiuyqz(js_constant_5af6kh())::json), v_settings);
  v_read_2 := testing_read_m3n736(v_input_2, '');
  return row(v_inputs, js_merge(js_merge('{}'::json, v_parts), record_names_of_today(row(v_record."other_rule", v_record."rule", v_record."rule_version")::r_z1fn7x)), v_read_2, v_version)::r_5y6vgb;
end
$plain$;

create function lh_engine_plain.js_write_q54kdu(r_ecicmg) returns text language plpgsql immutable as $plain$
declare
  v_x r_ecicmg := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"outcome":' || to_json(v_x."outcome")::text
    || ',"recommendation":' || to_json(v_x."recommendation")::text
    || ',"winner":' || coalesce(to_json(v_x."winner")::text, 'null')
    || ',"needs_person":' || (v_x."needs_person")::text
    || ',"reason":' || to_json(v_x."reason")::text
    || ',"reasons":' || js_write_seyuy8(v_x."reasons")
    || ',"rule":' || to_json(v_x."rule")::text
    || ',"rule_version":' || to_json(v_x."rule_version")::text
    || ',"control":' || js_write_ahj4po(v_x."control")
    || ',"treatment":' || js_write_ahj4po(v_x."treatment")
    || ',"statistics":' || js_write_ilyayw(v_x."statistics")
    || ',"plan":' || coalesce(js_write_qz309y(v_x."plan"), 'null')
    || ',"gates":' || js_write_okxpoo(v_x."gates")
    || ',"before_gates":' || to_json(v_x."before_gates")::text
    || ',"other_rule":' || coalesce(js_write_r349aq(v_x."other_rule"), 'null')
    || ',"segments":' || js_write_yp75dn(v_x."segments")
    || ',"heterogeneity":' || coalesce(js_write_gm2ynd(v_x."heterogeneity"), 'null')
    || ',"recommended_sources":' || coalesce(js_write_o14f4p(v_x."recommended_sources"), 'null')
    || ',"leads_with_unknown_group":' || js_write_number(v_x."leads_with_unknown_group"), 2) || '}';
end
$plain$;

create function lh_engine_plain.replay_differences_of(v_parts json, v_again json, v_version float8) returns r_0ocdpx[] language plpgsql immutable as $plain$
declare
  v_later boolean;
  v_computed json;
  v_map map_39nin2;
  v_keys text[];
  v_values json[];
  v_places int4[];
  v_entries r_bid7xn[];
  v_kept r_bid7xn[];
  v_item r_bid7xn;
  v_part text;
  v_value json;
  v_mapped r_0ocdpx[];
  v_item_2 r_bid7xn;
  v_part_2 text;
  v_value_2 json;
  v_t json;
begin
  v_later := (v_version < '3'::float8);
  v_computed := (js_write_json(v_again))::json;
  v_map := row(js_keys(v_computed), js_values(v_computed))::map_39nin2;
  v_keys := v_map.k;
  v_values := v_map.v;
  v_places := js_places(v_keys);
  v_entries := '{}';
  for i in 1 .. cardinality(v_keys) loop
    v_entries := array_append(v_entries, row(v_keys[i], v_values[i])::r_bid7xn);
  end loop;
  v_kept := '{}';
  foreach v_item in array v_entries loop
    v_part := v_item."0";
    v_value := v_item."1";
    if (not (case when ((v_parts -> v_part) is not null) then replay_matches((v_parts -> v_part), v_value, v_later) else v_later end)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_part_2 := v_item_2."0";
    v_value_2 := v_item_2."1";
    v_t := (v_parts -> v_part_2);
    v_mapped := array_append(v_mapped, (row(v_part_2, case when (v_t is null or json_typeof(v_t) = 'null') then 'null'::json else v_t end, v_value_2)::r_0ocdpx));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.js_write_hmtr82(r_0ocdpx[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_0ocdpx;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_33uagt(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.testing_read_ghk4vf(p_value json, p_path text) returns r_ueudvs language plpgsql immutable as $plain$
declare
  v_raw r_w1p49h;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_number_3 float8;
  v_part_4 json;
  v_number_4 float8;
  v_part_5 json;
  v_unknown json;
  v_made json;
  v_given json;
  v_choice text;
  v_part_6 json;
  v_number_5 float8;
  v_part_7 json;
  v_number_6 float8;
  v_part_8 json;
  v_optional float8;
  v_number_7 float8;
  v_part_9 json;
  v_read float8[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_w1p49h, p_value);
  end if;
  v_part := coalesce(v_raw."control_conversions", p_value -> 'control_conversions');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected "control_conversions"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'control_conversions'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."control_leads", p_value -> 'control_leads');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected "control_leads"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'control_leads'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."treatment_conversions", p_value -> 'treatment_conversions');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected "treatment_conversions"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_conversions'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."treatment_leads", p_value -> 'treatment_leads');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected "treatment_leads"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_4 := js_number(v_part_4);
  if not coalesce((v_number_4 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_4) <= 9007199254740991 and floor(v_number_4) = v_number_4), false) and (v_number_4 >= '0'::float8 and v_number_4 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'treatment_leads'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."rule", p_value -> 'rule');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'rule'), 'expected "rule"', null);
  end if;
  v_unknown := js_read_json(v_part_5);
  v_made := names_name_today_3kvj7d(row(array['brief'::text]::text[], array['fixed_thresholds'::text]::text[])::map_ro126t, v_unknown);
  v_given := v_made;
  if not coalesce(json_typeof(v_given) = 'string' and (v_given #>> '{}') in ('fixed_thresholds', 'sequential'), false) then
    perform js_refuse_input(js_path(p_path, 'rule'), 'expected ("fixed_thresholds" | "sequential")', v_given);
  end if;
  v_choice := v_given #>> '{}';
  v_part_6 := coalesce(v_raw."min_sample_size", p_value -> 'min_sample_size');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected "min_sample_size"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_number_5 := js_number(v_part_6);
  if not coalesce((v_number_5 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected an integer up to 9007199254740991', v_part_6);
  end if;
  if not coalesce((coalesce((abs(v_number_5) <= 9007199254740991 and floor(v_number_5) = v_number_5), false) and (v_number_5 >= '0'::float8 and v_number_5 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_part_7 := coalesce(v_raw."confidence_level", p_value -> 'confidence_level');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected "confidence_level"', null);
  end if;
  if not coalesce(json_typeof(v_part_7) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_7);
  end if;
  v_number_6 := js_number(v_part_7);
  if not coalesce(((v_number_6 > '0'::float8 and v_number_6 <> 'NaN'::float8) and (v_number_6 < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_7);
  end if;
  v_part_8 := coalesce(v_raw."planned_leads_per_group", p_value -> 'planned_leads_per_group');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected "planned_leads_per_group"', null);
  end if;
  if coalesce(json_typeof(v_part_8) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_8) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer ≥ 0', v_part_8);
    end if;
    v_number_7 := js_number(v_part_8);
    if not coalesce((v_number_7 <= '9007199254740991'::float8), false) then
      perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer up to 9007199254740991', v_part_8);
    end if;
    if not coalesce((coalesce((abs(v_number_7) <= 9007199254740991 and floor(v_number_7) = v_number_7), false) and (v_number_7 >= '0'::float8 and v_number_7 <> 'NaN'::float8)), false) then
      perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer ≥ 0', v_part_8);
    end if;
    v_optional := v_number_7;
  end if;
  v_part_9 := coalesce(v_raw."information_fractions", p_value -> 'information_fractions');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'information_fractions'), 'expected "information_fractions"', null);
  end if;
  v_read := testing_read_nxjfds(v_part_9, js_path(p_path, 'information_fractions'));
  return row(v_number_6, v_number, v_number_2, v_read, v_number_5, v_optional, v_choice, v_number_3, v_number_4)::r_ueudvs;
end
$plain$;

create function lh_engine_plain.testing_checked_arm(v_name text, v_leads float8, v_conversions float8) returns r_fgs8so language plpgsql immutable as $plain$
declare
  v_either r_fgs8so;
begin
  if (v_conversions <= v_leads and v_leads <> 'NaN'::float8) then
    v_either := row(v_conversions, v_leads)::r_fgs8so;
  else
    perform js_refuse('bad_input'::text, (v_name || '_conversions: expected at most the '::text || js_text(v_leads) || ' leads of the arm, got '::text || js_text(v_conversions)), 'Conversions are counted among the leads of the same arm.'::text);
    v_either := null::r_fgs8so;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.js_constant_zi13u9() returns r_nu110r language plpgsql immutable as $plain$
begin
  return row('5'::float8, true, true, true, true, '30'::float8, '0.01'::float8, '10'::float8, '5'::float8, '0.1'::float8, '0'::float8, '180'::float8, '14'::float8, '0.2'::float8, 'fixed_thresholds'::text, '8'::float8, '0.001'::float8, '0.05'::float8, '1'::float8, '5'::float8, '1'::float8, '28'::float8, '24'::float8, '0.6'::float8, '0.8'::float8, '30'::float8, '0.8'::float8, '0.87'::float8, '28'::float8, '5'::float8, '3'::float8, '7'::float8, '28'::float8, '100'::float8, '1'::float8, '0.1'::float8, '5'::float8, '0.8'::float8, '10'::float8, '0.5'::float8, '7'::float8, '0.3'::float8, '0.5'::float8, '4'::float8, '2'::float8, '0.1'::float8, '0.3'::float8, '20'::float8, '28'::float8, 'daily_row'::text, '0.001'::float8, '7'::float8, '30'::float8, '7'::float8, false, false, '60'::float8, 'UTC'::text, '400'::float8, '31'::float8, '7'::float8, 'basic'::text, array[]::text[], '28'::float8, '7'::float8, '0.95'::float8, '30'::float8, null::float8, '1'::float8, '100'::float8, '30'::float8, '50'::float8)::r_nu110r;
end
$plain$;

create function lh_engine_plain.recommendation_rules() returns r_xjy9zo language plpgsql immutable as $plain$
begin
  return row(fixed_thresholds_fixed_thresholds_rule_sodp4e(), sequential_sequential_rule_sodp4e())::r_xjy9zo;
end
$plain$;

create function lh_engine_plain.compare_rates_compare_rates(v_control r_fgs8so, v_treatment r_fgs8so, v_exactbelow float8) returns r_t303rf language plpgsql immutable as $plain$
declare
  v_conversions float8;
  v_t float8;
  v_rarer float8;
  v_exact boolean;
  v_test r_p6d2tz;
begin
  v_conversions := (v_control."conversions" + v_treatment."conversions");
  v_t := ((v_control."leads" + v_treatment."leads") - v_conversions);
  v_rarer := js_min_of(array[v_conversions, v_t]);
  v_exact := ((compare_rates_least_expected(v_control, v_treatment) < v_exactbelow and v_exactbelow <> 'NaN'::float8) and (v_rarer <= '500'::float8));
  v_test := case when v_exact then boschloo_boschloo_test(v_control, v_treatment) else proportions_z_test(v_control, v_treatment) end;
  return case when (v_test is not distinct from null) then null::r_t303rf else row(v_exact, v_test."p", v_test."z")::r_t303rf end;
end
$plain$;

create function lh_engine_plain.outlook_read_dh7h7x(p_value json, p_path text) returns r_u41uvd language plpgsql immutable as $plain$
declare
  v_raw r_z76zvj;
  v_part json;
  v_string text;
  v_part_2 json;
  v_read r_cy423g;
  v_part_3 json;
  v_read_2 r_1srct4[];
  v_part_4 json;
  v_number float8;
  v_part_5 json;
  v_optional text[];
  v_read_3 text[];
  v_part_6 json;
  v_read_4 r_sz9btk[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_z76zvj, p_value);
  end if;
  v_part := coalesce(v_raw."as_of", p_value -> 'as_of');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected "as_of"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."settings", p_value -> 'settings');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'settings'), 'expected "settings"', null);
  end if;
  v_read := testing_read_m3n736(v_part_2, js_path(p_path, 'settings'));
  v_part_3 := coalesce(v_raw."tests", p_value -> 'tests');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'tests'), 'expected "tests"', null);
  end if;
  v_read_2 := testing_read_r6c1zy(v_part_3, js_path(p_path, 'tests'));
  v_part_4 := coalesce(v_raw."leads_without_test", p_value -> 'leads_without_test');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'leads_without_test'), 'expected "leads_without_test"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'leads_without_test'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number := js_number(v_part_4);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'leads_without_test'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'leads_without_test'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."stray_ids", p_value -> 'stray_ids');
  if coalesce((v_part_5 is null or json_typeof(v_part_5) = 'null'), false) then
    v_optional := null;
  else
    v_read_3 := testing_read_hax4ud(v_part_5, js_path(p_path, 'stray_ids'));
    v_optional := v_read_3;
  end if;
  v_part_6 := coalesce(v_raw."pace", p_value -> 'pace');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'pace'), 'expected "pace"', null);
  end if;
  v_read_4 := outlook_read_b0z417(v_part_6, js_path(p_path, 'pace'));
  return row(v_string, v_number, v_read_4, v_read, v_optional, (v_part_5 is not null), v_read_2)::r_u41uvd;
end
$plain$;

create function lh_engine_plain.outlook_outlook_of(v_test r_ut5die, v_confoundedwith text, v_pace r_sz9btk, v_given r_6kxn44) returns r_h0yvu8 language plpgsql immutable as $plain$
declare
  v_as_of text;
  v_settings r_cy423g;
  v_inputs r_4n1jpj;
  v_counted r_jcw13b[];
  v_arms r_kvg2jw;
  v_terms r_lvlwv4;
  v_plan r_8fr7st;
  v_analysed r_ecicmg;
  v_planned float8;
  v_sample r_yzgbix;
  v_open boolean;
  v_leads float8[];
  v_leadsperday float8;
begin
  v_as_of := v_given."as_of";
  v_settings := v_given."settings";
  v_inputs := row((v_test."inputs")."baseline", (v_test."inputs")."confidence_level", v_confoundedwith, (v_test."inputs")."groups", (v_test."inputs")."has_started", (v_test."inputs")."history", (v_test."inputs")."min_sample_size", (v_test."inputs")."planned_baseline_rate", (v_test."inputs")."planned_leads_per_group", (v_test."inputs")."planned_lift", (v_test."inputs")."running_days", (v_test."inputs")."skill_exists", (v_test."inputs")."skill_status", (v_test."inputs")."started_at", (v_test."inputs")."started_at?", (v_test."inputs")."traffic_allocation_pct", (v_test."inputs")."units", (v_test."inputs")."unreadable")::r_4n1jpj;
  v_counted := v_inputs."groups";
  v_arms := (row(arms_arm_of(v_counted, 'control'::text), arms_arm_of(v_counted, 'treatment'::text))::r_kvg2jw);
  v_terms := terms_terms_of(row(v_inputs."confidence_level", v_inputs."min_sample_size", v_inputs."traffic_allocation_pct")::r_gdiuy9, v_settings);
  v_plan := terms_plan_of(row(v_inputs."baseline", v_inputs."planned_baseline_rate", v_inputs."planned_leads_per_group", v_inputs."planned_lift")::r_ibkptt, v_settings, v_terms, v_arms);
  v_analysed := (recommendation_analyse_from(v_test."standing", v_inputs, v_settings, null::float8))."result";
  v_planned := v_plan."planned_leads_per_group";
  v_sample := row(v_terms."minSampleSize", v_planned)::r_yzgbix;
  v_open := (((v_analysed."outcome" = 'waiting'::text) or (v_analysed."outcome" = 'judged'::text)) or (v_analysed."outcome" = 'empty_arm'::text));
  v_leads := array[(v_arms."control")."leads", (v_arms."treatment")."leads"]::float8[];
  v_leadsperday := case when ((v_pace is not distinct from null) or (v_pace."days" <= '0'::float8)) then null::float8 else case when v_pace."days" = 0 then js_divide((v_pace."control" + v_pace."treatment"), v_pace."days") else (v_pace."control" + v_pace."treatment") / v_pace."days" end end;
  return row(v_test."ab_test_id", (v_arms."control")."conversions", v_leads[1], outlook_detectable(v_arms, v_terms."confidenceLevel"), outlook_analysis_after(v_as_of, case when (v_open and (not v_analysed."needs_person")) then outlook_days_to(fn_k6f0ii_make_6876356(v_analysed, v_sample), v_leads, v_pace) else null::float8 end), (v_analysed."statistics")."information", v_leadsperday, cardinality(v_inputs."history")::float8, v_terms."minSampleSize", v_analysed."reason", v_planned, v_analysed."rule", (v_arms."treatment")."conversions", v_leads[2])::r_h0yvu8;
end
$plain$;

create function lh_engine_plain.js_write_rcdoqx(r_h0yvu8) returns text language plpgsql immutable as $plain$
declare
  v_x r_h0yvu8 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"ab_test_id":' || to_json(v_x."ab_test_id")::text
    || ',"rule":' || to_json(v_x."rule")::text
    || ',"control_leads":' || js_write_number(v_x."control_leads")
    || ',"control_conversions":' || js_write_number(v_x."control_conversions")
    || ',"treatment_leads":' || js_write_number(v_x."treatment_leads")
    || ',"treatment_conversions":' || js_write_number(v_x."treatment_conversions")
    || ',"min_sample_size":' || js_write_number(v_x."min_sample_size")
    || ',"planned_leads_per_group":' || coalesce(js_write_number(v_x."planned_leads_per_group"), 'null')
    || ',"information":' || coalesce(js_write_number(v_x."information"), 'null')
    || ',"looks":' || js_write_number(v_x."looks")
    || ',"leads_per_day":' || coalesce(js_write_number(v_x."leads_per_day"), 'null')
    || ',"estimated_verdict_on":' || coalesce(to_json(v_x."estimated_verdict_on")::text, 'null')
    || ',"detectable_lift_pct":' || coalesce(js_write_number(v_x."detectable_lift_pct"), 'null')
    || ',"note":' || to_json(v_x."note")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.history_read_9thngu(p_value json, p_path text) returns r_7fs3sc language plpgsql immutable as $plain$
declare
  v_raw r_23n2al;
  v_part json;
  v_string text;
  v_part_2 json;
  v_optional text;
  v_string_2 text;
  v_part_3 json;
  v_optional_2 text;
  v_string_3 text;
  v_part_4 json;
  v_optional_3 text;
  v_string_4 text;
  v_part_5 json;
  v_optional_4 text;
  v_string_5 text;
  v_part_6 json;
  v_optional_5 text;
  v_string_6 text;
  v_part_7 json;
  v_optional_6 float8;
  v_number float8;
  v_part_8 json;
  v_optional_7 float8;
  v_number_2 float8;
  v_part_9 json;
  v_optional_8 r_6mqetx;
  v_read r_6mqetx;
  v_part_10 json;
  v_optional_9 r_2tg888;
  v_read_2 r_2tg888;
  v_part_11 json;
  v_optional_10 r_l00n8h;
  v_read_3 r_l00n8h;
  v_part_12 json;
  v_read_4 r_xoqjs6[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_23n2al, p_value);
  end if;
  v_part := coalesce(v_raw."ab_test_id", p_value -> 'ab_test_id');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected "ab_test_id"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected an id as text', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."test_name", p_value -> 'test_name');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'test_name'), 'expected "test_name"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'test_name'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional := v_string_2;
  end if;
  v_part_3 := coalesce(v_raw."metric", p_value -> 'metric');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'metric'), 'expected "metric"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'metric'), 'expected string', v_part_3);
    end if;
    v_string_3 := (v_part_3 #>> '{}');
    v_optional_2 := v_string_3;
  end if;
  v_part_4 := coalesce(v_raw."status", p_value -> 'status');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'status'), 'expected "status"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'status'), 'expected string', v_part_4);
    end if;
    v_string_4 := (v_part_4 #>> '{}');
    v_optional_3 := v_string_4;
  end if;
  v_part_5 := coalesce(v_raw."started_on", p_value -> 'started_on');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'started_on'), 'expected "started_on"', null);
  end if;
  if coalesce(json_typeof(v_part_5) = 'null', false) then
    v_optional_4 := null;
  else
    if not coalesce(json_typeof(v_part_5) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'started_on'), 'expected string', v_part_5);
    end if;
    v_string_5 := (v_part_5 #>> '{}');
    v_optional_4 := v_string_5;
  end if;
  v_part_6 := coalesce(v_raw."ended_on", p_value -> 'ended_on');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'ended_on'), 'expected "ended_on"', null);
  end if;
  if coalesce(json_typeof(v_part_6) = 'null', false) then
    v_optional_5 := null;
  else
    if not coalesce(json_typeof(v_part_6) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'ended_on'), 'expected string', v_part_6);
    end if;
    v_string_6 := (v_part_6 #>> '{}');
    v_optional_5 := v_string_6;
  end if;
  v_part_7 := coalesce(v_raw."min_sample_size", p_value -> 'min_sample_size');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected "min_sample_size"', null);
  end if;
  if coalesce(json_typeof(v_part_7) = 'null', false) then
    v_optional_6 := null;
  else
    if not coalesce(json_typeof(v_part_7) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected a finite number', v_part_7);
    end if;
    v_number := js_number(v_part_7);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'min_sample_size'), 'expected a finite number', v_part_7);
    end if;
    v_optional_6 := v_number;
  end if;
  v_part_8 := coalesce(v_raw."traffic_allocation_pct", p_value -> 'traffic_allocation_pct');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'traffic_allocation_pct'), 'expected "traffic_allocation_pct"', null);
  end if;
  if coalesce(json_typeof(v_part_8) = 'null', false) then
    v_optional_7 := null;
  else
    if not coalesce(json_typeof(v_part_8) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'traffic_allocation_pct'), 'expected a finite number', v_part_8);
    end if;
    v_number_2 := js_number(v_part_8);
    if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'traffic_allocation_pct'), 'expected a finite number', v_part_8);
    end if;
    v_optional_7 := v_number_2;
  end if;
  v_part_9 := coalesce(v_raw."skill", p_value -> 'skill');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'skill'), 'expected "skill"', null);
  end if;
  if coalesce(json_typeof(v_part_9) = 'null', false) then
    v_optional_8 := null;
  else
    v_read := history_read_70zce3(v_part_9, js_path(p_path, 'skill'));
    v_optional_8 := v_read;
  end if;
  v_part_10 := coalesce(v_raw."spawn", p_value -> 'spawn');
  if v_part_10 is null then
    perform js_refuse_input(js_path(p_path, 'spawn'), 'expected "spawn"', null);
  end if;
  if coalesce(json_typeof(v_part_10) = 'null', false) then
    v_optional_9 := null;
  else
    v_read_2 := history_read_9u1xsm(v_part_10, js_path(p_path, 'spawn'));
    v_optional_9 := v_read_2;
  end if;
  v_part_11 := coalesce(v_raw."plan", p_value -> 'plan');
  if v_part_11 is null then
    perform js_refuse_input(js_path(p_path, 'plan'), 'expected "plan"', null);
  end if;
  if coalesce(json_typeof(v_part_11) = 'null', false) then
    v_optional_10 := null;
  else
    v_read_3 := history_read_18s4tq(v_part_11, js_path(p_path, 'plan'));
    v_optional_10 := v_read_3;
  end if;
  v_part_12 := coalesce(v_raw."events", p_value -> 'events');
  if v_part_12 is null then
    perform js_refuse_input(js_path(p_path, 'events'), 'expected "events"', null);
  end if;
  v_read_4 := history_read_xgm0wh(v_part_12, js_path(p_path, 'events'));
  return row(v_string, v_optional_5, v_read_4, v_optional_2, v_optional_6, v_optional_10, v_optional_8, v_optional_9, v_optional_4, v_optional_3, v_optional, v_optional_7)::r_7fs3sc;
end
$plain$;

create function lh_engine_plain.history_beginning(v_history r_dk0jl5) returns text[] language plpgsql immutable as $plain$
declare
  v_name text;
  v_since text;
  v_skill text;
  v_why text;
begin
  v_name := case when (v_history."test_name" is not distinct from null) then ('Test '::text || v_history."ab_test_id") else ('Test '::text || v_history."ab_test_id" || ' ("'::text || v_history."test_name" || '")'::text) end;
  v_since := case when (v_history."started_on" is not distinct from null) then 'has no start date'::text else ('was started on '::text || v_history."started_on") end;
  v_skill := case when (v_history."skill" is not distinct from null) then 'Its skill does not exist any more.'::text else ('It tests the skill "'::text || coalesce((v_history."skill")."skill_name", 'without a name'::text) || '" on the metric '::text || coalesce(v_history."metric", 'unknown'::text) || '.'::text) end;
  v_why := case when ((v_history."spawn")."explanation" is not distinct from null) then 'The engine did not spawn it, so it does not know why it was started.'::text else ('Why: '::text || history_sentence((v_history."spawn")."explanation")) end;
  return array[(v_name || ' '::text || v_since || '.'::text), v_skill, v_why]::text[];
end
$plain$;

create function lh_engine_plain.history_terms(v_history r_7abkyd) returns text[] language plpgsql immutable as $plain$
declare
  v_x float8;
  v_digits float8;
  v_either text;
  v_share text;
  v_x_2 float8;
  v_either_2 text;
  v_minimum text;
  v_first text;
  v_whole r_l00n8h;
  v_leads float8;
  v_lift float8;
  v_rate float8;
  v_x_3 float8;
  v_digits_2 float8;
  v_from text;
  v_x_4 float8;
  v_digits_3 float8;
begin
  if (v_history."traffic_allocation_pct" is not distinct from null) then
    v_either := 'An unknown share'::text;
  else
    v_x := v_history."traffic_allocation_pct";
    v_digits := '2'::float8;
    v_either := (js_text(js_number_of_text(js_fixed(v_x, trunc(v_digits)::int))) || ' %'::text);
  end if;
  v_share := v_either;
  if (v_history."min_sample_size" is not distinct from null) then
    v_either_2 := 'no minimum sample of its own'::text;
  else
    v_x_2 := v_history."min_sample_size";
    v_either_2 := ('a minimum sample of '::text || js_text(js_number_of_text(js_precision(v_x_2, ('4'::float8)::int))) || ' leads in each arm'::text);
  end if;
  v_minimum := v_either_2;
  v_first := (v_share || ' of the new leads get the treatment; it has '::text || v_minimum || '.'::text);
  if (v_history."plan" is not distinct from null) then
    return array[v_first]::text[];
  end if;
  v_whole := v_history."plan";
  v_leads := v_whole."planned_leads_per_group";
  v_lift := v_whole."planned_lift";
  v_rate := v_whole."baseline_rate";
  if (v_rate is not distinct from null) then
    return array[v_first, 'No conversion rate was known when it started, so its sample is planned from the control arm once both arms have the minimum.'::text]::text[];
  end if;
  v_x_3 := ('100'::float8 * v_rate);
  v_digits_2 := '2'::float8;
  v_from := ('from a conversion rate of '::text || (js_text(js_number_of_text(js_fixed(v_x_3, trunc(v_digits_2)::int))) || ' %'::text));
  v_x_4 := ('100'::float8 * v_lift);
  v_digits_3 := '2'::float8;
  return array[v_first, ('The plan is '::text || words_plural(v_leads, 'lead'::text, null::text) || ' in each arm, which show a lift of '::text || (js_text(js_number_of_text(js_fixed(v_x_4, trunc(v_digits_3)::int))) || ' %'::text) || ' with 80 % power '::text || v_from || '.'::text)]::text[];
end
$plain$;

create function lh_engine_plain.history_course(v_history r_7fs3sc) returns text[] language plpgsql immutable as $plain$
declare
  v_kept r_13vq64[];
  v_item r_xoqjs6;
  v_looks r_13vq64[];
  v_number float8;
  v_flat text[];
  v_item_2 r_xoqjs6;
  v_result text[];
  v_more text;
  v_sentences text[];
  v_list text[];
  v_either text[];
begin
  v_kept := '{}';
  foreach v_item in array v_history."events" loop
    if (v_item."kind" = 'look'::text) then
      v_kept := array_append(v_kept, case when (v_item is not distinct from null) then null else row(v_item."as_of", v_item."before_gates", v_item."confidence_level", v_item."control", v_item."gates", v_item."held", v_item."held?", v_item."heterogeneity", v_item."kind", v_item."needs_person", v_item."other_rule", v_item."reason", v_item."recommendation", v_item."recommended_sources", v_item."rule", v_item."statistics", v_item."treatment")::r_13vq64 end);
    end if;
  end loop;
  v_looks := v_kept;
  v_number := '0'::float8;
  v_flat := '{}';
  foreach v_item_2 in array v_history."events" loop
    <<v_at_end>>
    begin
      if (v_item_2."kind" = 'look'::text) then
        v_number := (v_number + '1'::float8);
        v_result := array[history_look_text(row(v_item_2."as_of", v_item_2."before_gates", v_item_2."control", v_item_2."held", v_item_2."held?", v_item_2."reason", v_item_2."recommendation", v_item_2."treatment")::r_rszznl, v_number)]::text[];
        exit v_at_end;
      end if;
      v_result := case when (v_item_2."kind" = 'decision'::text) then array[]::text[] else array[history_sentence(interventions_intervention_text(row(v_item_2."ab_test_id", v_item_2."actor", v_item_2."kind", v_item_2."on", v_item_2."proposal_id", v_item_2."proposal_id?", v_item_2."proposes", v_item_2."proposes?", v_item_2."skill_type", v_item_2."skill_type?", v_item_2."switch", v_item_2."why", v_item_2."why?")::r_9f0wcc, v_history."ab_test_id"))]::text[] end;
      exit v_at_end;
    end v_at_end;
    foreach v_more in array v_result loop
      v_flat := array_append(v_flat, v_more);
    end loop;
  end loop;
  v_sentences := v_flat;
  if (cardinality(v_looks)::float8 > '0'::float8) then
    v_either := v_sentences;
  else
    v_list := v_sentences;
    v_list := array_append(v_list, 'It has not been analysed yet.'::text);
    v_either := v_list;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.history_other_rule(v_look r_ldrk7k) returns text[] language plpgsql immutable as $plain$
declare
  v_name text;
  v_either text[];
begin
  if ((v_look."other_rule" is not distinct from null) or ((v_look."other_rule")."recommendation" = v_look."recommendation")) then
    v_either := array[]::text[];
  else
    v_name := (v_look."other_rule")."rule";
    v_either := array[history_sentence(('The rule "'::text || names_name_today_v78kzy(row(array['brief'::text]::text[], array['fixed_thresholds'::text]::text[])::map_ro126t, to_json(v_name)::text::json) || '" would have said '::text || (v_look."other_rule")."recommendation" || ': '::text || (v_look."other_rule")."reason"))]::text[];
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.history_ending(v_history r_7fs3sc, v_last r_19ur5q) returns text[] language plpgsql immutable as $plain$
declare
  v_information float8;
  v_x float8;
  v_digits float8;
  v_either text;
  v_distance text;
  v_person text;
  v_suspended text;
  v_decision text;
  v_outcome text;
  v_skill text;
begin
  if (v_history."status" is not distinct from 'running'::text) then
    v_information := case when (v_last."rule" is not distinct from 'sequential'::text) then (v_last."statistics")."information" else null::float8 end;
    if (v_information is not distinct from null) then
      v_either := ''::text;
    else
      v_x := ('100'::float8 * v_information);
      v_digits := '2'::float8;
      v_either := (' It has gathered '::text || (js_text(js_number_of_text(js_fixed(v_x, trunc(v_digits)::int))) || ' %'::text) || ' of the information that it plans for.'::text);
    end if;
    v_distance := v_either;
    v_person := case when (v_last."needs_person" is not distinct from true) then ' A person has to decide.'::text else ''::text end;
    v_suspended := case when ((not (v_last."held" is not distinct from null)) and history_is_suspended(v_history, row(v_last."held", v_last."held?")::r_bh40sm)) then (' The recommendation '::text || v_last."recommendation" || ' is suspended ('::text || replace(v_last."held", '_'::text, ' '::text) || ').'::text) else ''::text end;
    return array[('It is still running.'::text || v_suspended || v_distance || v_person)]::text[];
  end if;
  v_decision := history_decision_of(v_history);
  v_outcome := case when (v_decision is not distinct from null) then 'without a decision of the engine'::text else ('with '::text || v_decision) end;
  v_skill := case when (v_history."skill" is not distinct from null) then ''::text else (' The skill is now '::text || coalesce((v_history."skill")."status", 'without a status'::text) || '.'::text) end;
  return array[('It ended'::text || case when (v_history."ended_on" is not distinct from null) then ''::text else (' on '::text || v_history."ended_on") end || ' '::text || v_outcome || '.'::text || v_skill)]::text[];
end
$plain$;

create function lh_engine_plain.history_units(v_look r_6zxiuf) returns text[] language plpgsql immutable as $plain$
declare
  v_list r_cr4m71[];
  v_kept r_cr4m71[];
  v_item r_cr4m71;
  v_gate text;
  v_text text;
  v_mapped text[];
  v_item_2 r_cr4m71;
  v_text_2 text;
begin
  v_list := (case when (v_look."gates" is not distinct from null) then array[]::r_cr4m71[] else v_look."gates" end);
  v_kept := '{}';
  foreach v_item in array v_list loop
    v_gate := v_item."gate";
    v_text := v_item."text";
    if ((v_gate = 'units'::text) and (not (strpos(v_look."reason", v_text) > 0))) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_kept loop
    v_text_2 := v_item_2."text";
    v_mapped := array_append(v_mapped, history_sentence((js_upper(js_slice(v_text_2, '0'::float8, '1'::float8)) || js_slice(v_text_2, '1'::float8, null::float8))));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.history_interval_text(v_look r_j4brb0) returns text[] language plpgsql immutable as $plain$
declare
  v_whole r_0bp78e;
  v_lift float8;
  v_low float8;
  v_high float8;
  v_side text;
  v_x float8;
  v_digits float8;
  v_either text;
  v_level text;
  v_x_2 float8;
  v_digits_2 float8;
  v_digits_3 float8;
  v_digits_4 float8;
begin
  v_whole := v_look."statistics";
  v_lift := v_whole."lift_pct";
  v_low := v_whole."lift_low_pct";
  v_high := v_whole."lift_high_pct";
  if (((v_lift is not distinct from null) or (v_low is not distinct from null)) or (v_high is not distinct from null)) then
    return array['The lift has no interval: it takes a conversion in each arm.'::text]::text[];
  end if;
  v_side := case when (v_low > '0'::float8 and v_low <> 'NaN'::float8) then 'so the treatment helps'::text else case when (v_high < '0'::float8) then 'so the treatment hurts'::text else 'so it may help, hurt or do nothing'::text end end;
  if (v_look."confidence_level" is not distinct from null) then
    v_either := 'its'::text;
  else
    v_x := ('100'::float8 * v_look."confidence_level");
    v_digits := '2'::float8;
    v_either := (js_text(js_number_of_text(js_fixed(v_x, trunc(v_digits)::int))) || ' %'::text);
  end if;
  v_level := v_either;
  v_x_2 := abs(v_lift);
  v_digits_2 := '2'::float8;
  v_digits_3 := '2'::float8;
  v_digits_4 := '2'::float8;
  return array[('The treatment converted '::text || (js_text(js_number_of_text(js_fixed(v_x_2, trunc(v_digits_2)::int))) || ' %'::text) || ' '::text || case when (v_lift < '0'::float8) then 'worse'::text else 'better'::text end || ' than the control. At '::text || v_level || ' confidence the true lift lies between '::text || (js_text(js_number_of_text(js_fixed(v_low, trunc(v_digits_3)::int))) || ' %'::text) || ' and '::text || (js_text(js_number_of_text(js_fixed(v_high, trunc(v_digits_4)::int))) || ' %'::text) || ', '::text || v_side || '. A test that is stopped early tends to show a larger lift than the true one.'::text)]::text[];
end
$plain$;

create function lh_engine_plain.history_sources(v_look r_mn5ak0) returns text[] language plpgsql immutable as $plain$
declare
  v_list text[];
  v_mapped text[];
  v_item text;
begin
  v_list := '{}';
  if ((v_look."heterogeneity")."note" is not distinct from null) then
  else
    v_list := array_append(v_list, history_sentence(('By lead source: '::text || (v_look."heterogeneity")."note")));
  end if;
  if (v_look."recommended_sources" is not distinct from null) then
  else
    v_mapped := '{}';
    foreach v_item in array v_look."recommended_sources" loop
      v_mapped := array_append(v_mapped, coalesce(v_item, 'leads without a source'::text));
    end loop;
    v_list := array_append(v_list, ('It helps some sources and hurts another; it is recommended for '::text || array_to_string(v_mapped, ', '::text, '') || ' only.'::text));
  end if;
  return v_list;
end
$plain$;

create function lh_engine_plain.js_write_o14f4p(text[]) returns text language plpgsql immutable as $plain$
declare
  v_x text;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(to_json(v_x)::text, 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.test_segments_read_c9p1v6(p_value json, p_path text) returns r_k59kib language plpgsql immutable as $plain$
declare
  v_raw r_8zjrcr;
  v_part json;
  v_read r_jewy6j;
  v_part_2 json;
  v_read_2 r_ttozdk[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_8zjrcr, p_value);
  end if;
  v_part := coalesce(v_raw."settings", p_value -> 'settings');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'settings'), 'expected "settings"', null);
  end if;
  v_read := test_segments_read_8n1ant(v_part, js_path(p_path, 'settings'));
  v_part_2 := coalesce(v_raw."tests", p_value -> 'tests');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'tests'), 'expected "tests"', null);
  end if;
  v_read_2 := test_segments_read_cr2n1s(v_part_2, js_path(p_path, 'tests'));
  return row(v_read, v_read_2)::r_k59kib;
end
$plain$;

create function lh_engine_plain.test_segments_rows_of(v_test r_ttozdk, v_settings r_jewy6j) returns r_anikxp[] language plpgsql immutable as $plain$
declare
  v_level float8;
  v_report r_1pr3sq;
  v_mapped text[];
  v_item text;
  v_either text;
  v_advice text;
  v_list text[];
  v_kept text[];
  v_item_2 text;
  v_note text;
  v_mapped_2 r_anikxp[];
  v_item_3 r_m0g3xy;
  v_control r_l58o6k;
  v_treatment r_l58o6k;
  v_segment r_fc04z0;
begin
  v_level := recommendation_valid_level(coalesce(v_test."confidence_level", v_settings."spawning.confidence_level"));
  v_report := segments_describe_segments(arms_sources_of(v_test."groups"), v_level, v_settings."decisions.segment_p_value");
  if (v_report."recommended_sources" is not distinct from null) then
    v_either := null::text;
  else
    v_mapped := '{}';
    foreach v_item in array v_report."recommended_sources" loop
      v_mapped := array_append(v_mapped, coalesce(v_item, 'leads without a source'::text));
    end loop;
    v_either := ('recommended for '::text || array_to_string(v_mapped, ', '::text, '') || ' only'::text);
  end if;
  v_advice := v_either;
  v_list := array[(v_report."heterogeneity")."note", v_advice]::text[];
  v_kept := '{}';
  foreach v_item_2 in array v_list loop
    if (not (v_item_2 is not distinct from null)) then
      v_kept := array_append(v_kept, v_item_2);
    end if;
  end loop;
  v_note := array_to_string(v_kept, '; '::text, '');
  v_mapped_2 := '{}';
  foreach v_item_3 in array v_report."segments" loop
    v_control := v_item_3."control";
    v_treatment := v_item_3."treatment";
    v_segment := row(v_item_3."effect", v_item_3."holm_p_value", v_item_3."lift_high_pct", v_item_3."lift_low_pct", v_item_3."lift_pct", v_item_3."p_value", v_item_3."source")::r_fc04z0;
    v_mapped_2 := array_append(v_mapped_2, (row(v_test."ab_test_id", v_control."conversions", v_control."leads", v_control."rate", v_segment."effect", v_segment."holm_p_value", v_segment."lift_high_pct", v_segment."lift_low_pct", v_segment."lift_pct", case when (v_note = ''::text) then null::text else v_note end, v_segment."p_value", v_segment."source", v_treatment."conversions", v_treatment."leads", v_treatment."rate")::r_anikxp));
  end loop;
  return v_mapped_2;
end
$plain$;

create function lh_engine_plain.js_write_9ynclh(r_anikxp) returns text language plpgsql immutable as $plain$
declare
  v_x r_anikxp := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"ab_test_id":' || to_json(v_x."ab_test_id")::text
    || ',"source":' || coalesce(to_json(v_x."source")::text, 'null')
    || ',"lift_pct":' || coalesce(js_write_number(v_x."lift_pct"), 'null')
    || ',"lift_low_pct":' || coalesce(js_write_number(v_x."lift_low_pct"), 'null')
    || ',"lift_high_pct":' || coalesce(js_write_number(v_x."lift_high_pct"), 'null')
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"holm_p_value":' || coalesce(js_write_number(v_x."holm_p_value"), 'null')
    || ',"effect":' || to_json(v_x."effect")::text
    || ',"control_leads":' || js_write_number(v_x."control_leads")
    || ',"control_conversions":' || js_write_number(v_x."control_conversions")
    || ',"control_rate":' || coalesce(js_write_number(v_x."control_rate"), 'null')
    || ',"treatment_leads":' || js_write_number(v_x."treatment_leads")
    || ',"treatment_conversions":' || js_write_number(v_x."treatment_conversions")
    || ',"treatment_rate":' || coalesce(js_write_number(v_x."treatment_rate"), 'null')
    || ',"note":' || coalesce(to_json(v_x."note")::text, 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.suspensions_read_tsbxmh(p_value json, p_path text) returns r_dez664 language plpgsql immutable as $plain$
declare
  v_raw r_re09ga;
  v_part json;
  v_boolean boolean;
  v_part_2 json;
  v_boolean_2 boolean;
  v_part_3 json;
  v_read r_g8ir1i[];
  v_part_4 json;
  v_read_2 r_xu1kuh[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_re09ga, p_value);
  end if;
  v_part := coalesce(v_raw."dry_run", p_value -> 'dry_run');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'dry_run'), 'expected "dry_run"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'dry_run'), 'expected boolean', v_part);
  end if;
  v_boolean := (v_part #>> '{}')::boolean;
  v_part_2 := coalesce(v_raw."approval", p_value -> 'approval');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'approval'), 'expected "approval"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'approval'), 'expected boolean', v_part_2);
  end if;
  v_boolean_2 := (v_part_2 #>> '{}')::boolean;
  v_part_3 := coalesce(v_raw."rejections", p_value -> 'rejections');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'rejections'), 'expected "rejections"', null);
  end if;
  v_read := suspensions_read_snwzpi(v_part_3, js_path(p_path, 'rejections'));
  v_part_4 := coalesce(v_raw."decisions", p_value -> 'decisions');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'decisions'), 'expected "decisions"', null);
  end if;
  v_read_2 := suspensions_read_glez62(v_part_4, js_path(p_path, 'decisions'));
  return row(v_boolean_2, v_read_2, v_boolean, v_read)::r_dez664;
end
$plain$;

create function lh_engine_plain.suspensions_suspend_spawn(v_planned r_xu1kuh, v_input r_h3lbkp) returns r_dgbgnl language plpgsql immutable as $plain$
declare
  v_given json;
  v_skill json;
  v_given_2 json;
  v_test json;
  v_given_3 json;
  v_plan json;
  v_rest json;
  v_json json;
  v_json_2 json;
begin
  v_given := (v_planned."…" -> 'skill');
  if (v_given is not distinct from null) then
    v_given := 'null'::json;
  end if;
  v_skill := v_given;
  v_given_2 := (v_planned."…" -> 'test');
  if (v_given_2 is not distinct from null) then
    v_given_2 := 'null'::json;
  end if;
  v_test := v_given_2;
  v_given_3 := (v_planned."…" -> 'plan');
  if (v_given_3 is not distinct from null) then
    v_given_3 := 'null'::json;
  end if;
  v_plan := v_given_3;
  v_rest := js_without(v_planned."…", array['skill', 'test', 'plan']::text[]);
  v_json := js_merge(js_merge(js_merge('{}'::json, v_rest), ('{' || '"action":' || coalesce((to_json('skip'::text)::text::json)::text, 'null') || ',' || '"skill_name":' || coalesce(('null'::json)::text, 'null') || ',' || '"would_spawn":' || coalesce((js_write_2hg38b(row(v_plan, v_skill, v_test)::r_dd8cy7)::json)::text, 'null') || '}')::json), js_write_ft7ors(suspensions_reason_of(row(v_planned."explanation", v_planned."explanation?", v_planned."skill_type", v_planned."skill_type?")::r_bdfek8, v_input))::json);
  v_json_2 := (v_json -> 'would_spawn');
  return row(((v_json -> 'action') #>> '{}'), ((v_json -> 'explanation') #>> '{}'), ((v_json -> 'reason') #>> '{}'), ((v_json -> 'since') #>> '{}'), ((v_json -> 'since') is not null), null::text, ((v_json -> 'skill_type') #>> '{}'), ((v_json -> 'skill_type') is not null), ((v_json -> 'until') #>> '{}'), ((v_json -> 'until') is not null), row((v_json_2 -> 'plan'), (v_json_2 -> 'skill'), (v_json_2 -> 'test'))::r_dd8cy7, v_json)::r_dgbgnl;
end
$plain$;

create function lh_engine_plain.js_write_e3w6ku(r_q1289f) returns text language plpgsql immutable as $plain$
declare
  v_x r_q1289f := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return coalesce(js_write_json(v_x."…"), '{' || substr(',"action":' || to_json(v_x."action")::text
    || case when v_x."skill_type?" then ',"skill_type":' || coalesce(to_json(v_x."skill_type")::text, 'null') else '' end
    || case when v_x."explanation?" then ',"explanation":' || coalesce(to_json(v_x."explanation")::text, 'null') else '' end
    || case when v_x."skill_name?" then ',"skill_name":' || coalesce(null::text, 'null') else '' end
    || coalesce(',"would_spawn":' || js_write_b5j89i(v_x."would_spawn"), '')
    || coalesce(',"reason":' || to_json(v_x."reason")::text, '')
    || case when v_x."since?" then ',"since":' || coalesce(to_json(v_x."since")::text, 'null') else '' end
    || case when v_x."until?" then ',"until":' || coalesce(to_json(v_x."until")::text, 'null') else '' end, 2) || '}');
end
$plain$;

create function lh_engine_plain.suspensions_read_dr91au(p_value json, p_path text) returns r_fq4zqq language plpgsql immutable as $plain$
declare
  v_raw r_fdlwm2;
  v_part json;
  v_boolean boolean;
  v_part_2 json;
  v_boolean_2 boolean;
  v_part_3 json;
  v_read text[];
  v_part_4 json;
  v_read_2 r_fvdfie[];
  v_part_5 json;
  v_read_3 r_g6wd0p;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_fdlwm2, p_value);
  end if;
  v_part := coalesce(v_raw."dry_run", p_value -> 'dry_run');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'dry_run'), 'expected "dry_run"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'dry_run'), 'expected boolean', v_part);
  end if;
  v_boolean := (v_part #>> '{}')::boolean;
  v_part_2 := coalesce(v_raw."approval", p_value -> 'approval');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'approval'), 'expected "approval"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'approval'), 'expected boolean', v_part_2);
  end if;
  v_boolean_2 := (v_part_2 #>> '{}')::boolean;
  v_part_3 := coalesce(v_raw."paused", p_value -> 'paused');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'paused'), 'expected "paused"', null);
  end if;
  v_read := suspensions_read_hax4ud(v_part_3, js_path(p_path, 'paused'));
  v_part_4 := coalesce(v_raw."skills", p_value -> 'skills');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'skills'), 'expected "skills"', null);
  end if;
  v_read_2 := suspensions_read_w7rhuw(v_part_4, js_path(p_path, 'skills'));
  v_part_5 := coalesce(v_raw."result", p_value -> 'result');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'result'), 'expected "result"', null);
  end if;
  v_read_3 := suspensions_read_iffhwp(v_part_5, js_path(p_path, 'result'));
  return row(v_boolean_2, v_boolean, v_read, v_read_3, v_read_2)::r_fq4zqq;
end
$plain$;

create function lh_engine_plain.js_write_iymowe(r_g6wd0p) returns text language plpgsql immutable as $plain$
declare
  v_x r_g6wd0p := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return coalesce(js_write_json(v_x."…"), '{' || substr(',"tests":' || js_write_xag2nb(v_x."tests"), 2) || '}');
end
$plain$;

create function lh_engine_plain.suspensions_suspended_by(v_test r_afqwek, v_input r_czypvb) returns text language plpgsql immutable as $plain$
begin
  if v_input."dry_run" then
    return 'dry_run'::text;
  end if;
  if ((not (v_test."recommendation" is not distinct from 'KEEP'::text)) and (not (v_test."recommendation" is not distinct from 'KILL'::text))) then
    return null::text;
  end if;
  if suspensions_is_paused(row(v_test."skill_id", v_test."skill_id?")::r_wbx9n7, row(v_input."paused", v_input."skills")::r_ul3yxy) then
    return 'paused'::text;
  end if;
  return case when (v_input."approval" and (v_test."recommendation" = 'KEEP'::text)) then 'awaiting_approval'::text else null::text end;
end
$plain$;

create function lh_engine_plain.js_write_cb08gt(r_nzo4kc) returns text language plpgsql immutable as $plain$
declare
  v_x r_nzo4kc := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return coalesce(js_write_json(v_x."…"), '{' || substr(case when v_x."skill_id?" then ',"skill_id":' || coalesce(to_json(v_x."skill_id")::text, 'null') else '' end
    || case when v_x."recommendation?" then ',"recommendation":' || coalesce(to_json(v_x."recommendation")::text, 'null') else '' end, 2) || '}');
end
$plain$;

create function lh_engine_plain.js_write_q9vwgf(r_u4lj3a[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_u4lj3a;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_hn18dx(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_constant_qevh89() returns text[] language plpgsql immutable as $plain$
begin
  return array['profile'::text, 'engine.time_zone'::text, 'engine.dry_run'::text, 'engine.approval'::text, 'engine.late_after_minutes'::text, 'security.trusted_roles'::text, 'log.retention_days'::text, 'metrics.refresh_days'::text, 'metrics.max_filled_days'::text, 'detection.response_time_hours_max'::text, 'detection.response_time_hours_target'::text, 'detection.contact_rate_min'::text, 'detection.contact_rate_target'::text, 'detection.qualification_rate_min'::text, 'detection.qualification_rate_target'::text, 'detection.f1_score_min'::text, 'detection.f1_score_target'::text, 'detection.follow_up_days_max'::text, 'detection.follow_up_days_target'::text, 'detection.source_conversion_rate_min'::text, 'detection.source_conversion_rate_target'::text, 'detection.threshold_inputs'::text, 'detection.min_evidence'::text, 'detection.window_days'::text, 'detection.contact_grace_hours'::text, 'detection.qualification_grace_days'::text, 'detection.follow_up_window_days'::text, 'detection.backlog_days'::text, 'detection.backlog_share_max'::text, 'detection.source_window_days'::text, 'detection.source_min_leads'::text, 'detection.max_sources'::text, 'detection.escalation_min_leads'::text, 'detection.trend_days'::text, 'detection.baseline_days'::text, 'detection.min_relative_change'::text, 'detection.trend_alpha'::text, 'detection.trend_min_leads'::text, 'detection.follow_up_horizon_days'::text, 'detection.feedback_window_days'::text, 'detection.pattern_retire_below'::text, 'detection.pattern_keep_from'::text, 'detection.pattern_min_evidence'::text, 'detection.missed_examples'::text, 'spawning.cooling_off_days'::text, 'spawning.recently_kept_days'::text, 'spawning.min_evidence'::text, 'spawning.max_running_tests'::text, 'spawning.baseline_days'::text, 'spawning.baseline_lag_days'::text, 'spawning.traffic_allocation_pct'::text, 'spawning.min_sample_size'::text, 'spawning.confidence_level'::text, 'decisions.rule'::text, 'decisions.keep_lift_pct'::text, 'decisions.kill_lift_pct'::text, 'decisions.kill_p_value'::text, 'decisions.exact_test_below'::text, 'decisions.planned_lift'::text, 'decisions.maturity_days'::text, 'decisions.max_test_days'::text, 'decisions.pace_days'::text, 'decisions.gate_units'::text, 'decisions.unit_faults_pct'::text, 'decisions.gate_sample_ratio'::text, 'decisions.sample_ratio_p_value'::text, 'decisions.sample_ratio_min_leads'::text, 'decisions.gate_guardrails'::text, 'decisions.guardrail_p_value'::text, 'decisions.guardrail_min_leads'::text, 'decisions.gate_simpson'::text, 'decisions.segment_p_value'::text]::text[];
end
$plain$;

create function lh_engine_plain.settings_nearest_keys(v_key text) returns text[] language plpgsql immutable as $plain$
declare
  v_list text[];
  v_mapped r_nhpsbs[];
  v_item text;
  v_keys float8[];
  v_keys_2 text[];
  v_item_2 r_nhpsbs;
  v_list_2 r_nhpsbs[];
  v_list_3 r_nhpsbs[];
  v_mapped_2 text[];
  v_item_3 r_nhpsbs;
begin
  v_list := js_constant_qevh89();
  v_mapped := '{}';
  foreach v_item in array v_list loop
    v_mapped := array_append(v_mapped, (row(settings_distance_of(v_key, v_item), v_item)::r_nhpsbs));
  end loop;
  v_keys := '{}';
  v_keys_2 := '{}';
  foreach v_item_2 in array v_mapped loop
    v_keys := array_append(v_keys, v_item_2."distance");
    v_keys_2 := array_append(v_keys_2, js_order(v_item_2."key") collate "C");
  end loop;
  if array_position(v_keys, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  v_list_2 := array(select (v_mapped)[i] from generate_subscripts(v_mapped, 1) as i order by (v_keys)[i], (v_keys_2)[i] collate "C", i);
  v_list_3 := js_slice(v_list_2, '0'::float8, '3'::float8);
  v_mapped_2 := '{}';
  foreach v_item_3 in array v_list_3 loop
    v_mapped_2 := array_append(v_mapped_2, v_item_3."key");
  end loop;
  return v_mapped_2;
end
$plain$;

create function lh_engine_plain.settings_in_range(v_value json, v_min float8, v_max float8, v_exclusive boolean) returns boolean language plpgsql immutable as $plain$
declare
  v_t float8;
  v_t_2 float8;
  v_either boolean;
  v_holds boolean;
begin
  v_holds := (js_typeof(v_value) = 'number'::text);
  if v_holds then
    if v_exclusive then
      v_t := js_number(v_value);
      v_either := (v_t > v_min and v_t <> 'NaN'::float8);
    else
      v_t_2 := js_number(v_value);
      v_either := (v_t_2 >= v_min and v_t_2 <> 'NaN'::float8);
    end if;
    v_holds := v_either;
  end if;
  return (v_holds and (js_number(v_value) <= v_max and v_max <> 'NaN'::float8));
end
$plain$;

create function lh_engine_plain.settings_with_exponent(v_text text) returns text language plpgsql immutable as $plain$
declare
  v_end float8;
  v_digits text;
  v_t float8;
begin
  v_end := js_length(v_text);
  <<v_at_loop>>
  loop
    exit v_at_loop when not ((v_end > '1'::float8 and v_end <> 'NaN'::float8) and (js_char(v_text, (v_end - '1'::float8)) is not distinct from '0'::text));
    v_end := (v_end - '1'::float8);
  end loop v_at_loop;
  v_digits := js_slice(v_text, '0'::float8, v_end);
  v_t := (js_length(v_text) - v_end);
  return case when ((v_t > '20'::float8 and v_t <> 'NaN'::float8) and (v_digits collate "C" ~ '^-?[0-9]+$')) then (v_digits || 'e'::text || js_text((js_length(v_text) - v_end))) else v_text end;
end
$plain$;

create function lh_engine_plain.document_is_calendar_day(v_text text) returns boolean language plpgsql immutable as $plain$
declare
  v_number float8;
  v_holds boolean;
begin
  v_holds := (v_text collate "C" ~ '^[1-9][0-9]{3}-[0-9][0-9]-[0-9][0-9]$');
  if v_holds then
    v_number := calendar_day_number(v_text);
    v_holds := (js_slice(js_iso((v_number * '86400000'::float8)), '0'::float8, '10'::float8) = v_text);
  end if;
  return v_holds;
end
$plain$;

create function lh_engine_plain.calendar_day_number(v_text text) returns float8 language plpgsql immutable as $plain$
declare
  v_year float8;
begin
  v_year := js_number_of_text(js_slice(v_text, '0'::float8, '4'::float8));
  return js_round((js_utc(v_year, (js_number_of_text(js_slice(v_text, '5'::float8, '7'::float8)) - '1'::float8), js_number_of_text(js_slice(v_text, '8'::float8, '10'::float8))) / '86400000'::float8));
end
$plain$;

create function lh_engine_plain.document_read_eel2os(p_value json, p_path text) returns json language plpgsql immutable as $plain$
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  return js_loose(p_value, '{}', '{}');
end
$plain$;

create function lh_engine_plain.document_read_bl2vik(p_value json, p_path text) returns r_5wir9m[] language plpgsql immutable as $plain$
declare
  v_list r_5wir9m[];
  v_item json;
  v_index int4;
  v_read r_5wir9m;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := document_read_hv6y8c(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.document_read_cghwyw(p_value json, p_path text) returns r_mjpbqj language plpgsql immutable as $plain$
declare
  v_raw r_hkbmyj;
  v_part json;
  v_string text;
  v_made float8;
  v_part_2 json;
  v_string_2 text;
  v_made_2 float8;
  v_part_3 json;
  v_string_3 text;
  v_made_3 float8;
  v_part_4 json;
  v_string_4 text;
  v_made_4 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_hkbmyj, p_value);
  end if;
  v_part := coalesce(v_raw."contact", p_value -> 'contact');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'contact'), 'expected "contact"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'contact'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  v_string := (v_part #>> '{}');
  if not coalesce((v_string collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'contact'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  if not coalesce(document_is_calendar_day(v_string), false) then
    perform js_refuse_input(js_path(p_path, 'contact'), 'expected a day of the calendar as YYYY-MM-DD', v_part);
  end if;
  v_made := calendar_day_number(v_string);
  v_part_2 := coalesce(v_raw."qualification", p_value -> 'qualification');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'qualification'), 'expected "qualification"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'qualification'), 'expected a day as YYYY-MM-DD', v_part_2);
  end if;
  v_string_2 := (v_part_2 #>> '{}');
  if not coalesce((v_string_2 collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'qualification'), 'expected a day as YYYY-MM-DD', v_part_2);
  end if;
  if not coalesce(document_is_calendar_day(v_string_2), false) then
    perform js_refuse_input(js_path(p_path, 'qualification'), 'expected a day of the calendar as YYYY-MM-DD', v_part_2);
  end if;
  v_made_2 := calendar_day_number(v_string_2);
  v_part_3 := coalesce(v_raw."follow_up", p_value -> 'follow_up');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'follow_up'), 'expected "follow_up"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'follow_up'), 'expected a day as YYYY-MM-DD', v_part_3);
  end if;
  v_string_3 := (v_part_3 #>> '{}');
  if not coalesce((v_string_3 collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'follow_up'), 'expected a day as YYYY-MM-DD', v_part_3);
  end if;
  if not coalesce(document_is_calendar_day(v_string_3), false) then
    perform js_refuse_input(js_path(p_path, 'follow_up'), 'expected a day of the calendar as YYYY-MM-DD', v_part_3);
  end if;
  v_made_3 := calendar_day_number(v_string_3);
  v_part_4 := coalesce(v_raw."feedback", p_value -> 'feedback');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected "feedback"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected a day as YYYY-MM-DD', v_part_4);
  end if;
  v_string_4 := (v_part_4 #>> '{}');
  if not coalesce((v_string_4 collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected a day as YYYY-MM-DD', v_part_4);
  end if;
  if not coalesce(document_is_calendar_day(v_string_4), false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected a day of the calendar as YYYY-MM-DD', v_part_4);
  end if;
  v_made_4 := calendar_day_number(v_string_4);
  return row(v_made, v_made_4, v_made_3, v_made_2)::r_mjpbqj;
end
$plain$;

create function lh_engine_plain.document_read_5p4bue(p_value json, p_path text) returns r_e02ubt language plpgsql immutable as $plain$
declare
  v_raw r_4etevj;
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
    v_raw := json_populate_record(null::r_4etevj, p_value);
  end if;
  v_part := coalesce(v_raw."new_leads_count", p_value -> 'new_leads_count');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'new_leads_count'), 'expected "new_leads_count"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'new_leads_count'), 'expected a finite number', v_part);
    end if;
    v_number := js_number(v_part);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'new_leads_count'), 'expected a finite number', v_part);
    end if;
    v_optional := v_number;
  end if;
  v_part_2 := coalesce(v_raw."contacted_count", p_value -> 'contacted_count');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'contacted_count'), 'expected "contacted_count"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'contacted_count'), 'expected a finite number', v_part_2);
    end if;
    v_number_2 := js_number(v_part_2);
    if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'contacted_count'), 'expected a finite number', v_part_2);
    end if;
    v_optional_2 := v_number_2;
  end if;
  v_part_3 := coalesce(v_raw."qualified_count", p_value -> 'qualified_count');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'qualified_count'), 'expected "qualified_count"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'qualified_count'), 'expected a finite number', v_part_3);
    end if;
    v_number_3 := js_number(v_part_3);
    if not coalesce(coalesce(abs(v_number_3) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'qualified_count'), 'expected a finite number', v_part_3);
    end if;
    v_optional_3 := v_number_3;
  end if;
  v_part_4 := coalesce(v_raw."avg_response_time_hours", p_value -> 'avg_response_time_hours');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'avg_response_time_hours'), 'expected "avg_response_time_hours"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional_4 := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'avg_response_time_hours'), 'expected a finite number', v_part_4);
    end if;
    v_number_4 := js_number(v_part_4);
    if not coalesce(coalesce(abs(v_number_4) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'avg_response_time_hours'), 'expected a finite number', v_part_4);
    end if;
    v_optional_4 := v_number_4;
  end if;
  return row(v_optional_4, v_optional_2, v_optional, v_optional_3)::r_e02ubt;
end
$plain$;

create function lh_engine_plain.document_read_eh5o94(p_value json, p_path text) returns r_80w4ph language plpgsql immutable as $plain$
declare
  v_raw r_ko0sa4;
  v_part json;
  v_string text;
  v_made float8;
  v_part_2 json;
  v_optional float8;
  v_number float8;
  v_part_3 json;
  v_optional_2 float8;
  v_number_2 float8;
  v_part_4 json;
  v_number_3 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_ko0sa4, p_value);
  end if;
  v_part := coalesce(v_raw."day", p_value -> 'day');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected "day"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  v_string := (v_part #>> '{}');
  if not coalesce((v_string collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  if not coalesce(document_is_calendar_day(v_string), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day of the calendar as YYYY-MM-DD', v_part);
  end if;
  v_made := calendar_day_number(v_string);
  v_part_2 := coalesce(v_raw."f1_score", p_value -> 'f1_score');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'f1_score'), 'expected "f1_score"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'f1_score'), 'expected a finite number', v_part_2);
    end if;
    v_number := js_number(v_part_2);
    if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'f1_score'), 'expected a finite number', v_part_2);
    end if;
    v_optional := v_number;
  end if;
  v_part_3 := coalesce(v_raw."labelled", p_value -> 'labelled');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'labelled'), 'expected "labelled"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'labelled'), 'expected an integer ≥ 0', v_part_3);
    end if;
    v_number_2 := js_number(v_part_3);
    if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
      perform js_refuse_input(js_path(p_path, 'labelled'), 'expected an integer up to 9007199254740991', v_part_3);
    end if;
    if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
      perform js_refuse_input(js_path(p_path, 'labelled'), 'expected an integer ≥ 0', v_part_3);
    end if;
    v_optional_2 := v_number_2;
  end if;
  v_part_4 := coalesce(v_raw."age_days", p_value -> 'age_days');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'age_days'), 'expected "age_days"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'age_days'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_3 := js_number(v_part_4);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'age_days'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'age_days'), 'expected an integer ≥ 0', v_part_4);
  end if;
  return row(v_number_3, v_made, v_optional, v_optional_2)::r_80w4ph;
end
$plain$;

create function lh_engine_plain.document_read_8v7922(p_value json, p_path text) returns r_n47657[] language plpgsql immutable as $plain$
declare
  v_list r_n47657[];
  v_item json;
  v_index int4;
  v_read r_n47657;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := document_read_nwwhrv(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.document_read_ps9s62(p_value json, p_path text) returns r_taxhxn language plpgsql immutable as $plain$
declare
  v_raw r_dokdbf;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_dokdbf, p_value);
  end if;
  v_part := coalesce(v_raw."n", p_value -> 'n');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected "n"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."sum", p_value -> 'sum');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'sum'), 'expected "sum"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'sum'), 'expected a finite number', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'sum'), 'expected a finite number', v_part_2);
  end if;
  return row(v_number, v_number_2)::r_taxhxn;
end
$plain$;

create function lh_engine_plain.document_read_r0zmwu(p_value json, p_path text) returns r_6nxlmy language plpgsql immutable as $plain$
declare
  v_raw r_769dhd;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_769dhd, p_value);
  end if;
  v_part := coalesce(v_raw."contacted", p_value -> 'contacted');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected "contacted"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."waiting", p_value -> 'waiting');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'waiting'), 'expected "waiting"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'waiting'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'waiting'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'waiting'), 'expected an integer ≥ 0', v_part_2);
  end if;
  return row(v_number, v_number_2)::r_6nxlmy;
end
$plain$;

create function lh_engine_plain.document_read_urgop7(p_value json, p_path text) returns r_l2bl3h[] language plpgsql immutable as $plain$
declare
  v_list r_l2bl3h[];
  v_item json;
  v_index int4;
  v_read r_l2bl3h;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := document_read_qger74(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.document_read_ptzpqb(p_value json, p_path text) returns r_4stt4w[] language plpgsql immutable as $plain$
declare
  v_list r_4stt4w[];
  v_item json;
  v_index int4;
  v_read r_4stt4w;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := document_read_6n9ysh(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.document_read_x47ayc(p_value json, p_path text) returns r_fg6pwp[] language plpgsql immutable as $plain$
declare
  v_list r_fg6pwp[];
  v_item json;
  v_index int4;
  v_read r_fg6pwp;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := document_read_4pz3d2(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.document_read_k037a4(p_value json, p_path text) returns r_mdc18n[] language plpgsql immutable as $plain$
declare
  v_list r_mdc18n[];
  v_item json;
  v_index int4;
  v_read r_mdc18n;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := document_read_las4oz(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.document_read_akn3wd(p_value json, p_path text) returns map_1cxn6r language plpgsql immutable as $plain$
declare
  v_given json;
  v_keys text[];
  v_parts json[];
  v_values float8[];
  v_key text;
  v_item json;
  v_number float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  v_given := js_loose(p_value, '{}', '{}');
  v_values := '{}';
  v_keys := js_keys(v_given);
  v_parts := js_values(v_given);
  for i in 1 .. cardinality(v_keys) loop
    v_key := v_keys[i];
    v_item := v_parts[i];
    if not coalesce(json_typeof(v_item) = 'number', false) then
      perform js_refuse_input(js_path(p_path, v_key), 'expected an integer ≥ 0', v_item);
    end if;
    v_number := js_number(v_item);
    if not coalesce((v_number <= '9007199254740991'::float8), false) then
      perform js_refuse_input(js_path(p_path, v_key), 'expected an integer up to 9007199254740991', v_item);
    end if;
    if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
      perform js_refuse_input(js_path(p_path, v_key), 'expected an integer ≥ 0', v_item);
    end if;
    v_values := array_append(v_values, v_number);
  end loop;
  return row(v_keys, v_values)::map_1cxn6r;
end
$plain$;

create function lh_engine_plain.document_read_1rzc83(p_value json, p_path text) returns map_qeufrw language plpgsql immutable as $plain$
declare
  v_given json;
  v_keys text[];
  v_parts json[];
  v_values list_s3awno[];
  v_key text;
  v_item json;
  v_optional text[];
  v_read text[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  v_given := js_loose(p_value, '{}', '{}');
  v_values := '{}';
  v_keys := js_keys(v_given);
  v_parts := js_values(v_given);
  for i in 1 .. cardinality(v_keys) loop
    v_key := v_keys[i];
    v_item := v_parts[i];
    if coalesce(json_typeof(v_item) = 'null', false) then
      v_optional := null;
    else
      v_read := document_read_hax4ud(v_item, js_path(p_path, v_key));
      v_optional := v_read;
    end if;
    v_values := array_append(v_values, row(v_optional)::list_s3awno);
  end loop;
  return row(v_keys, v_values)::map_qeufrw;
end
$plain$;

create function lh_engine_plain.document_value_hvo0an(v_settings json, v_defaults r_nu110r, v_given0 text) returns float8 language plpgsql immutable as $plain$
declare
  v_result float8;
  v_key text;
  v_input json;
  v_t json;
  v_number float8;
begin
  v_key := ('detection.'::text || v_given0);
  v_t := (v_settings -> v_key);
  v_input := case when (v_t is null or json_typeof(v_t) = 'null') then case v_key when 'profile' then to_json(v_defaults."profile")::text::json when 'engine.time_zone' then to_json(v_defaults."engine.time_zone")::text::json when 'engine.dry_run' then (v_defaults."engine.dry_run")::text::json when 'engine.approval' then (v_defaults."engine.approval")::text::json when 'engine.late_after_minutes' then js_write_number(v_defaults."engine.late_after_minutes")::json when 'security.trusted_roles' then js_write_o14f4p(v_defaults."security.trusted_roles")::json when 'log.retention_days' then js_write_number(v_defaults."log.retention_days")::json when 'metrics.refresh_days' then js_write_number(v_defaults."metrics.refresh_days")::json when 'metrics.max_filled_days' then js_write_number(v_defaults."metrics.max_filled_days")::json when 'detection.response_time_hours_max' then js_write_number(v_defaults."detection.response_time_hours_max")::json when 'detection.response_time_hours_target' then js_write_number(v_defaults."detection.response_time_hours_target")::json when 'detection.contact_rate_min' then js_write_number(v_defaults."detection.contact_rate_min")::json when 'detection.contact_rate_target' then js_write_number(v_defaults."detection.contact_rate_target")::json when 'detection.qualification_rate_min' then js_write_number(v_defaults."detection.qualification_rate_min")::json when 'detection.qualification_rate_target' then js_write_number(v_defaults."detection.qualification_rate_target")::json when 'detection.f1_score_min' then js_write_number(v_defaults."detection.f1_score_min")::json when 'detection.f1_score_target' then js_write_number(v_defaults."detection.f1_score_target")::json when 'detection.follow_up_days_max' then js_write_number(v_defaults."detection.follow_up_days_max")::json when 'detection.follow_up_days_target' then js_write_number(v_defaults."detection.follow_up_days_target")::json when 'detection.source_conversion_rate_min' then js_write_number(v_defaults."detection.source_conversion_rate_min")::json when 'detection.source_conversion_rate_target' then js_write_number(v_defaults."detection.source_conversion_rate_target")::json when 'detection.threshold_inputs' then to_json(v_defaults."detection.threshold_inputs")::text::json when 'detection.min_evidence' then js_write_number(v_defaults."detection.min_evidence")::json when 'detection.window_days' then js_write_number(v_defaults."detection.window_days")::json when 'detection.contact_grace_hours' then js_write_number(v_defaults."detection.contact_grace_hours")::json when 'detection.qualification_grace_days' then js_write_number(v_defaults."detection.qualification_grace_days")::json when 'detection.follow_up_window_days' then js_write_number(v_defaults."detection.follow_up_window_days")::json when 'detection.backlog_days' then js_write_number(v_defaults."detection.backlog_days")::json when 'detection.backlog_share_max' then js_write_number(v_defaults."detection.backlog_share_max")::json when 'detection.source_window_days' then js_write_number(v_defaults."detection.source_window_days")::json when 'detection.source_min_leads' then js_write_number(v_defaults."detection.source_min_leads")::json when 'detection.max_sources' then js_write_number(v_defaults."detection.max_sources")::json when 'detection.escalation_min_leads' then js_write_number(v_defaults."detection.escalation_min_leads")::json when 'detection.trend_days' then js_write_number(v_defaults."detection.trend_days")::json when 'detection.baseline_days' then js_write_number(v_defaults."detection.baseline_days")::json when 'detection.min_relative_change' then js_write_number(v_defaults."detection.min_relative_change")::json when 'detection.trend_alpha' then js_write_number(v_defaults."detection.trend_alpha")::json when 'detection.trend_min_leads' then js_write_number(v_defaults."detection.trend_min_leads")::json when 'detection.follow_up_horizon_days' then js_write_number(v_defaults."detection.follow_up_horizon_days")::json when 'detection.feedback_window_days' then js_write_number(v_defaults."detection.feedback_window_days")::json when 'detection.pattern_retire_below' then js_write_number(v_defaults."detection.pattern_retire_below")::json when 'detection.pattern_keep_from' then js_write_number(v_defaults."detection.pattern_keep_from")::json when 'detection.pattern_min_evidence' then js_write_number(v_defaults."detection.pattern_min_evidence")::json when 'detection.missed_examples' then js_write_number(v_defaults."detection.missed_examples")::json when 'spawning.cooling_off_days' then js_write_number(v_defaults."spawning.cooling_off_days")::json when 'spawning.recently_kept_days' then js_write_number(v_defaults."spawning.recently_kept_days")::json when 'spawning.min_evidence' then js_write_number(v_defaults."spawning.min_evidence")::json when 'spawning.max_running_tests' then coalesce(js_write_number(v_defaults."spawning.max_running_tests")::json, 'null') when 'spawning.baseline_days' then js_write_number(v_defaults."spawning.baseline_days")::json when 'spawning.baseline_lag_days' then js_write_number(v_defaults."spawning.baseline_lag_days")::json when 'spawning.traffic_allocation_pct' then js_write_number(v_defaults."spawning.traffic_allocation_pct")::json when 'spawning.min_sample_size' then js_write_number(v_defaults."spawning.min_sample_size")::json when 'spawning.confidence_level' then js_write_number(v_defaults."spawning.confidence_level")::json when 'decisions.rule' then to_json(v_defaults."decisions.rule")::text::json when 'decisions.keep_lift_pct' then js_write_number(v_defaults."decisions.keep_lift_pct")::json when 'decisions.kill_lift_pct' then js_write_number(v_defaults."decisions.kill_lift_pct")::json when 'decisions.kill_p_value' then js_write_number(v_defaults."decisions.kill_p_value")::json when 'decisions.exact_test_below' then js_write_number(v_defaults."decisions.exact_test_below")::json when 'decisions.planned_lift' then js_write_number(v_defaults."decisions.planned_lift")::json when 'decisions.maturity_days' then js_write_number(v_defaults."decisions.maturity_days")::json when 'decisions.max_test_days' then js_write_number(v_defaults."decisions.max_test_days")::json when 'decisions.pace_days' then js_write_number(v_defaults."decisions.pace_days")::json when 'decisions.gate_units' then (v_defaults."decisions.gate_units")::text::json when 'decisions.unit_faults_pct' then js_write_number(v_defaults."decisions.unit_faults_pct")::json when 'decisions.gate_sample_ratio' then (v_defaults."decisions.gate_sample_ratio")::text::json when 'decisions.sample_ratio_p_value' then js_write_number(v_defaults."decisions.sample_ratio_p_value")::json when 'decisions.sample_ratio_min_leads' then js_write_number(v_defaults."decisions.sample_ratio_min_leads")::json when 'decisions.gate_guardrails' then (v_defaults."decisions.gate_guardrails")::text::json when 'decisions.guardrail_p_value' then js_write_number(v_defaults."decisions.guardrail_p_value")::json when 'decisions.guardrail_min_leads' then js_write_number(v_defaults."decisions.guardrail_min_leads")::json when 'decisions.gate_simpson' then (v_defaults."decisions.gate_simpson")::text::json when 'decisions.segment_p_value' then js_write_number(v_defaults."decisions.segment_p_value")::json end else v_t end;
  if not coalesce(json_typeof(v_input) = 'number', false) then
    perform js_refuse_input(('settings.'::text || v_key), 'expected a finite number', v_input);
  end if;
  v_number := js_number(v_input);
  if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(('settings.'::text || v_key), 'expected a finite number', v_input);
  end if;
  v_result := v_number;
  return v_result;
end
$plain$;

create function lh_engine_plain.list_metrics() returns r_2frefk[] language plpgsql immutable as $plain$
begin
  return list_list_b0kdxz();
end
$plain$;

create function lh_engine_plain.thresholds_outcome_of(v_document r_1qbja7, v_options r_pwhogm, v_metric r_a22f8p) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_whole r_in0uk0;
  v_measure fn_zdbdeg;
  v_needs r_e2sj2l[];
  v_missing text[];
  v_rest r_r1knjv[];
  v_measured r_lay7kt;
begin
  v_whole := v_metric."threshold";
  v_measure := v_whole."measure";
  v_needs := v_whole."needs";
  if (v_measure is not distinct from null) then
    return row(array[]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y;
  end if;
  v_missing := document_missing_for(row(v_document."missing_columns")::r_vey5ex, v_needs);
  if (cardinality(v_missing)::float8 > '0'::float8) then
    v_rest := '{}';
    v_rest := array_append(v_rest, findings_not_available(row(v_metric."name", v_metric."bottleneck", 'threshold'::text)::r_0vbr6s, v_missing));
    return (row(array[]::r_vqchpa[], v_rest)::r_hapi6y);
  end if;
  v_measured := fn_zdbdeg_call(v_measure, v_document, v_options);
  return case when (v_measured is not distinct from null) then row(array[]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y else thresholds_evaluate(v_options, row(v_metric."bottleneck", v_metric."countedOn", v_metric."name", row((v_metric."threshold")."setting", (v_metric."threshold")."target")::r_fweikb, v_metric."worse")::r_mpn83c, v_measured) end;
end
$plain$;

create function lh_engine_plain.series_has_trend(v_metric r_2frefk) returns boolean language plpgsql immutable as $plain$
begin
  return (not (v_metric."trend" is not distinct from null));
end
$plain$;

create function lh_engine_plain.trends_outcome_of(v_document r_1qbja7, v_metric r_2frefk, v_options r_pwhogm) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_missing text[];
  v_case text;
  v_rest r_r1knjv[];
begin
  v_missing := document_missing_for(row(v_document."missing_columns")::r_vey5ex, (v_metric."trend")."needs");
  v_case := (v_metric."trend")."scope";
  <<v_at_switch>>
  begin
    case v_case
      when 'between sources'::text then
        return row(array[]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y;
      when 'whole'::text, 'whole and sources'::text then
        if (cardinality(v_missing)::float8 > '0'::float8) then
          v_rest := '{}';
          v_rest := array_append(v_rest, findings_not_available(row(v_metric."name", v_metric."bottleneck", 'trend'::text)::r_0vbr6s, v_missing));
          return (row(array[]::r_vqchpa[], v_rest)::r_hapi6y);
        end if;
        return case when ((v_metric."trend")."scope" = 'whole'::text) then trends_trend_of_whole(v_document, v_metric, v_options) else trends_trend_in_sources(v_document, v_metric, v_options) end;
      else
        null;
    end case;
  end v_at_switch;
end
$plain$;

create function lh_engine_plain.weak_sources_value_gbefxy(v_given0 r_1qbja7, v_given1 r_pwhogm) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_result r_hapi6y;
  v_whole r_qop3as;
  v_from text;
  v_to text;
  v_count fn_z1d70l;
  v_evaluated r_6qnl1h[];
  v_threshold float8;
  v_target float8;
  v_kept r_6qnl1h[];
  v_item r_6qnl1h;
  v_sorted r_6qnl1h[];
  v_merged r_6qnl1h[];
  v_width int4;
  v_start int4;
  v_left int4;
  v_right int4;
  v_first r_6qnl1h;
  v_second r_6qnl1h;
  v_order float8;
  v_below r_6qnl1h[];
  v_weakest r_6qnl1h;
  v_finding r_vqchpa;
begin
  <<v_at_end>>
  begin
    v_whole := weak_sources_count_sources(row(v_given0."as_of", v_given0."leads", v_given0."mature")::r_ume2yc, v_given1);
    v_from := v_whole."from";
    v_to := v_whole."to";
    v_count := v_whole."count";
    v_evaluated := weak_sources_evaluated_sources(row(v_given0."leads")::r_wcsbwj, v_given1, v_count);
    if (cardinality(v_evaluated)::float8 = '0'::float8) then
      v_result := weak_sources_too_few_leads(row(v_given0."leads")::r_wcsbwj, v_given1, v_count);
      exit v_at_end;
    end if;
    v_threshold := fn_8xylpd_call(v_given1."number", ((source_conversion_source_conversion())."threshold")."setting");
    v_target := fn_8xylpd_call(v_given1."number", ((source_conversion_source_conversion())."threshold")."target");
    v_kept := '{}';
    foreach v_item in array v_evaluated loop
      if ((v_item."rate" < v_threshold and v_threshold <> 'NaN'::float8) and (v_item."othersRate" >= v_target and v_item."othersRate" <> 'NaN'::float8)) then
        v_kept := array_append(v_kept, v_item);
      end if;
    end loop;
    v_sorted := v_kept;
    v_width := 1;
    while v_width < cardinality(v_sorted) loop
      v_merged := '{}';
      v_start := 1;
      while v_start <= cardinality(v_sorted) loop
        v_left := v_start;
        v_right := v_start + v_width;
        while v_left < v_start + v_width and v_right <= least(v_start + 2 * v_width - 1, cardinality(v_sorted)) loop
          v_first := v_sorted[v_left];
          v_second := v_sorted[v_right];
          v_order := weak_sources_weakest_first(v_second, v_first);
          if v_order = 'NaN'::float8 then
            perform js_refuse_order();
          end if;
          if v_order < 0 then
            v_merged := array_append(v_merged, v_second);
            v_right := v_right + 1;
          else
            v_merged := array_append(v_merged, v_first);
            v_left := v_left + 1;
          end if;
        end loop;
        while v_left < least(v_start + v_width, cardinality(v_sorted) + 1) loop
          v_merged := array_append(v_merged, v_sorted[v_left]);
          v_left := v_left + 1;
        end loop;
        while v_right <= least(v_start + 2 * v_width - 1, cardinality(v_sorted)) loop
          v_merged := array_append(v_merged, v_sorted[v_right]);
          v_right := v_right + 1;
        end loop;
        v_start := v_start + 2 * v_width;
      end loop;
      v_sorted := v_merged;
      v_width := 2 * v_width;
    end loop;
    v_below := v_sorted;
    v_weakest := v_below[1];
    if (v_weakest is not distinct from null) then
      v_result := row(array[]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y;
      exit v_at_end;
    end if;
    v_finding := row(null::r_lprgsc, null::text, js_write_na50e4(row(v_weakest."othersRate", weak_sources_shown_sources(row(v_given0."contacts", v_given0."mature", v_given0."reports")::r_7a9cuw, v_given1, v_below))::r_ipd0ev)::json, v_from, (source_conversion_source_conversion())."name", v_weakest."leads", null::float8, metric_past_by(source_conversion_source_conversion_s30ovg(), v_weakest."rate", v_threshold), null::float8, v_weakest."source", v_target, v_threshold, v_to, 'threshold'::text, weak_sources_is_twice_below(v_weakest, v_given1), (source_conversion_source_conversion())."bottleneck", 'leads'::text, v_weakest."rate")::r_vqchpa;
    v_result := (row(array[v_finding]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y);
    exit v_at_end;
  end v_at_end;
  return v_result;
end
$plain$;

create function lh_engine_plain.source_conversion_source_conversion() returns r_xwe2kd language plpgsql immutable as $plain$
begin
  return row('weak_lead_source'::text, 'leads'::text, row(fn_sk7iim_make_182981541(), 'share'::text, 'conversion rate'::text)::r_1cixj6, 'source_conversion_rate'::text, row(null::text, array[row(array['source'::text]::text[], 'host_leads'::text)::r_e2sj2l]::r_e2sj2l[], 'source_conversion_rate_min'::text, 'source_conversion_rate_target'::text)::r_c6mxt4, row(fn_kkczbh_make_227774373(), 'rate'::text, 'qualification'::text, array[row(array['source'::text]::text[], 'host_leads'::text)::r_e2sj2l, row(array['qualified_at'::text]::text[], 'host_leads'::text)::r_e2sj2l]::r_e2sj2l[], 'between sources'::text)::r_nfxg65, 'lower'::text)::r_xwe2kd;
end
$plain$;

create function lh_engine_plain.document_missing_for(v_document r_vey5ex, v_needs r_e2sj2l[]) returns text[] language plpgsql immutable as $plain$
declare
  v_flat text[];
  v_item r_e2sj2l;
  v_view text;
  v_columns text[];
  v_kept r_5wir9m[];
  v_item_2 r_5wir9m;
  v_mapped text[];
  v_item_3 r_5wir9m;
  v_more text;
begin
  v_flat := '{}';
  foreach v_item in array v_needs loop
    v_view := v_item."view";
    v_columns := v_item."columns";
    v_kept := '{}';
    foreach v_item_2 in array v_document."missing_columns" loop
      if ((v_item_2."view_name" = v_view) and (array_position(v_columns, v_item_2."column_name") is not null)) then
        v_kept := array_append(v_kept, v_item_2);
      end if;
    end loop;
    v_mapped := '{}';
    foreach v_item_3 in array v_kept loop
      v_mapped := array_append(v_mapped, (v_view || '.'::text || v_item_3."column_name"));
    end loop;
    foreach v_more in array v_mapped loop
      v_flat := array_append(v_flat, v_more);
    end loop;
  end loop;
  return v_flat;
end
$plain$;

create function lh_engine_plain.findings_not_available(v_about r_0vbr6s, v_columns text[]) returns r_r1knjv language plpgsql immutable as $plain$
begin
  return (row('not_available'::text, v_columns, null::text[], null::text[], (v_about."metric" || ' ('::text || v_about."trigger" || ') cannot be evaluated: the host has no '::text || array_to_string(v_columns, ', '::text, '')), v_about."metric", null::float8, null::float8, v_about."rule", null::text, null::text, v_about."trigger")::r_r1knjv);
end
$plain$;

create function lh_engine_plain.weak_sources_value_8se39f(v_given0 r_1qbja7, v_given1 r_pwhogm) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_result r_hapi6y;
  v_evaluated r_oe2y3t[];
  v_rest r_r1knjv[];
  v_spread r_dtcjh9;
  v_fallen r_k48grk[];
  v_first r_k48grk;
  v_mapped r_lohhyz[];
  v_item r_k48grk;
  v_spread_2 r_w1n5rl;
  v_finding r_vqchpa;
begin
  <<v_at_end>>
  begin
    v_evaluated := weak_sources_compared_sources(v_given0, v_given1);
    if (cardinality(v_evaluated)::float8 = '0'::float8) then
      v_rest := '{}';
      v_spread := row('source_conversion_rate'::text, 'weak_lead_source'::text)::r_dtcjh9;
      v_rest := array_append(v_rest, findings_not_enough(row(v_spread."metric", v_spread."rule", null::text, 'trend'::text)::r_lekogs, '0'::float8, fn_8xylpd_call(v_given1."number", 'trend_min_leads'::text), 'leads of one source in baseline and compared days'::text));
      v_result := (row(array[]::r_vqchpa[], v_rest)::r_hapi6y);
      exit v_at_end;
    end if;
    v_fallen := weak_sources_fallen_sources(v_given0, v_given1, v_evaluated);
    v_first := v_fallen[1];
    if (v_first is not distinct from null) then
      v_result := row(array[]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y;
      exit v_at_end;
    end if;
    v_mapped := '{}';
    foreach v_item in array v_fallen loop
      v_spread_2 := causes_causes_of(row(v_given0."contacts", v_given0."mature", v_given0."reports")::r_7a9cuw, v_given1, v_item."source");
      v_mapped := array_append(v_mapped, (row(((v_item."comparison")."baseline")."value", v_spread_2."invalid_contacts", ((v_item."comparison")."recent")."n", v_spread_2."likely_cause", trend_rule_one_sided_p(source_conversion_source_conversion_7c17dn(), v_item."comparison"), ((v_item."comparison")."recent")."value", v_item."source", v_spread_2."wrong_numbers")::r_lohhyz));
    end loop;
    v_finding := trend_rule_trend_finding(row((v_first."series")."cells", (v_first."series")."last", row(((v_first."series")."metric")."bottleneck", ((v_first."series")."metric")."countedOn", ((v_first."series")."metric")."name", row((((v_first."series")."metric")."threshold")."target")::r_dlvrff, ((v_first."series")."metric")."trend", ((v_first."series")."metric")."worse")::r_cgbt45)::r_d2bzf3, v_first."comparison", v_given1, v_first."source", js_write_ua4r66(row(((v_first."others")."recent")."value", v_mapped)::r_420hzb)::json);
    v_result := (row(array[v_finding]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y);
    exit v_at_end;
  end v_at_end;
  return v_result;
end
$plain$;

create function lh_engine_plain.js_constant_w1hwi4() returns r_r1knjv language plpgsql immutable as $plain$
begin
  return row('explained_by_slow_follow_up'::text, null::text[], null::text[], null::text[], 'qualification_rate (trend) fell too, but while follow-up slows down fewer leads can qualify in time; it is not counted as a bottleneck of its own'::text, 'qualification_rate'::text, null::float8, null::float8, 'poor_qualification'::text, null::text, null::text, 'trend'::text)::r_r1knjv;
end
$plain$;

create function lh_engine_plain.detection_leading(v_a r_ued8e3, v_b r_ued8e3) returns float8 language plpgsql immutable as $plain$
declare
  v_t float8;
begin
  v_t := (case when (v_a."trigger" = v_b."trigger") then '0'::float8 else case when (v_a."trigger" = 'threshold'::text) then '-1'::float8 else '1'::float8 end end);
  return case when coalesce(v_t <> 0 and v_t <> 'NaN'::float8, false) then v_t else (detection_place(row(v_a."metric")::r_g8k9i3) - detection_place(row(v_b."metric")::r_g8k9i3)) end;
end
$plain$;

create function lh_engine_plain.detection_severity_of(v_kind r_plfdau, v_findings r_vqchpa[]) returns r_hapmgz language plpgsql immutable as $plain$
declare
  v_found r_vqchpa;
  v_item r_vqchpa;
  v_twice r_vqchpa;
  v_list text[];
  v_every boolean;
  v_item_2 text;
  v_some boolean;
  v_item_3 r_vqchpa;
  v_agree boolean;
begin
  v_found := null;
  foreach v_item in array v_findings loop
    if v_item."twice_past" then
      v_found := v_item;
      exit;
    end if;
  end loop;
  v_twice := v_found;
  if (not (v_twice is not distinct from null)) then
    return row((v_twice."metric" || ' is twice past its threshold'::text), bottlenecks_one_step_up(v_kind."severity"))::r_hapmgz;
  end if;
  v_list := array['threshold'::text, 'trend'::text]::text[];
  v_every := true;
  foreach v_item_2 in array v_list loop
    v_some := false;
    foreach v_item_3 in array v_findings loop
      if (v_item_3."trigger" = v_item_2) then
        v_some := true;
        exit;
      end if;
    end loop;
    if not v_some then
      v_every := false;
      exit;
    end if;
  end loop;
  v_agree := v_every;
  return case when v_agree then row('threshold and trend agree'::text, bottlenecks_one_step_up(v_kind."severity"))::r_hapmgz else row(null::text, v_kind."severity")::r_hapmgz end;
end
$plain$;

create function lh_engine_plain.detection_evidence_of(v_first r_dt00w1, v_trend r_ap911r, v_document r_1qbja7, v_options r_pwhogm) returns r_50do2h language plpgsql immutable as $plain$
declare
  v_t r_lprgsc;
  v_baseline r_lprgsc;
  v_number float8;
begin
  v_t := case when (v_first."baseline" is not distinct from null) then v_trend."baseline" else v_first."baseline" end;
  v_baseline := case when (v_t is not distinct from null) then detection_level_before(row(v_first."metric", v_first."segment")::r_iw64zc, v_document, v_options) else v_t end;
  v_number := v_document."as_of";
  return row(js_slice(js_iso((v_number * '86400000'::float8)), '0'::float8, '10'::float8), case when (v_baseline is not distinct from null) then null::float8 else v_baseline."value" end, case when (v_baseline is not distinct from null) then null::text else v_baseline."from" end, case when (v_baseline is not distinct from null) then null::float8 else v_baseline."n" end, case when (v_baseline is not distinct from null) then null::text else v_baseline."to" end, coalesce(v_first."began_on", v_trend."began_on"), v_first."from", v_first."n", coalesce(v_first."p_value", v_trend."p_value"), v_first."past_by", v_first."threshold", v_first."to")::r_50do2h;
end
$plain$;

create function lh_engine_plain.explain_explain(v_f r_vqchpa) returns text language plpgsql immutable as $plain$
begin
  return case when (v_f."trigger" = 'threshold'::text) then explain_threshold_sentence(v_f) else explain_trend_sentence(v_f) end;
end
$plain$;

create function lh_engine_plain.explain_explain_together(v_first r_vqchpa, v_trend r_vqchpa) returns text language plpgsql immutable as $plain$
declare
  v_beside text;
begin
  if ((v_trend is not distinct from null) or (v_first."trigger" = 'trend'::text)) then
    return explain_explain(v_first);
  end if;
  v_beside := explain_explain(v_trend);
  return (js_slice(explain_explain(v_first), '0'::float8, '-1'::float8) || '; '::text || (js_lower(js_slice(v_beside, '0'::float8, '1'::float8)) || js_slice(v_beside, '1'::float8, null::float8)));
end
$plain$;

create function lh_engine_plain.data_quality_counted(v_document r_40hw2z) returns r_r1knjv[] language plpgsql immutable as $plain$
declare
  v_list text[];
  v_kept text[];
  v_item text;
  v_list_2 text[];
  v_flat r_r1knjv[];
  v_item_2 text;
  v_result r_r1knjv[];
  v_n float8;
  v_t text[];
  v_ids text[];
  v_message text;
  v_more r_r1knjv;
begin
  v_list := (v_document."anomalies")."k";
  v_kept := '{}';
  foreach v_item in array v_list loop
    if data_quality_is_defect(v_item, row(v_document."missing_columns")::r_vey5ex) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_list_2 := array(select x from unnest(v_kept) as x order by js_order(x) collate "C");
  v_flat := '{}';
  foreach v_item_2 in array v_list_2 loop
    v_n := ((v_document."anomalies")."v")[array_position((v_document."anomalies")."k", v_item_2)];
    v_t := (((v_document."anomaly_ids")."v")[array_position((v_document."anomaly_ids")."k", v_item_2)]).v;
    v_ids := case when (v_t is not distinct from null) then array[]::text[] else v_t end;
    v_message := (js_text(v_n) || ' '::text || data_quality_treatment_of(v_item_2));
    v_result := case when (v_n = '0'::float8) then array[]::r_r1knjv[] else array[row(v_item_2, null::text[], null::text[], v_ids, v_message, null::text, v_n, null::float8, null::text, null::text, data_quality_table_of(v_item_2), null::text)::r_r1knjv]::r_r1knjv[] end;
    foreach v_more in array v_result loop
      v_flat := array_append(v_flat, v_more);
    end loop;
  end loop;
  return v_flat;
end
$plain$;

create function lh_engine_plain.data_quality_daily_defects(v_row r_e02ubt) returns r_u1nslb[] language plpgsql immutable as $plain$
declare
  v_created float8;
  v_contacted float8;
  v_qualified float8;
  v_hours float8;
  v_list float8[];
  v_kept float8[];
  v_item float8;
  v_negative float8[];
  v_list_2 float8[];
  v_kept_2 text[];
  v_item_2 float8;
  v_nulls text[];
begin
  v_created := v_row."new_leads_count";
  v_contacted := v_row."contacted_count";
  v_qualified := v_row."qualified_count";
  v_hours := v_row."avg_response_time_hours";
  v_list := array[v_created, v_contacted, v_qualified]::float8[];
  v_kept := '{}';
  foreach v_item in array v_list loop
    if ((not (v_item is not distinct from null)) and (v_item < '0'::float8)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_negative := v_kept;
  v_list_2 := array[v_created, v_contacted, v_qualified]::float8[];
  v_kept_2 := '{}';
  foreach v_item_2 in array v_list_2 loop
    if (v_item_2 is not distinct from null) then
      v_kept_2 := array_append(v_kept_2, null::text);
    end if;
  end loop;
  v_nulls := v_kept_2;
  return array[row((cardinality(v_nulls)::float8 > '0'::float8), 'daily_counts_null'::text, 'a null count is not evaluated'::text)::r_u1nslb, row((cardinality(v_negative)::float8 > '0'::float8), 'daily_counts_negative'::text, 'a negative count counts as 0'::text)::r_u1nslb, row((((not (v_created is not distinct from null)) and (not (v_contacted is not distinct from null))) and (v_contacted > v_created and v_contacted <> 'NaN'::float8)), 'daily_more_contacted_than_new'::text, ('contacted_count '::text || coalesce(js_text(v_contacted), 'null') || ' exceeds new_leads_count '::text || coalesce(js_text(v_created), 'null') || '; the contact rate is not evaluated'::text))::r_u1nslb, row((((not (v_contacted is not distinct from null)) and (not (v_qualified is not distinct from null))) and (v_qualified > v_contacted and v_qualified <> 'NaN'::float8)), 'daily_more_qualified_than_contacted'::text, ('qualified_count '::text || coalesce(js_text(v_qualified), 'null') || ' exceeds contacted_count '::text || coalesce(js_text(v_contacted), 'null') || '; the qualification rate is not evaluated'::text))::r_u1nslb, row(((not (v_hours is not distinct from null)) and (v_hours < '0'::float8)), 'daily_hours_negative'::text, ('avg_response_time_hours '::text || coalesce(js_text(v_hours), 'null') || ' is not evaluated'::text))::r_u1nslb, row(((not (v_hours is not distinct from null)) and (v_contacted is not distinct from '0'::float8)), 'daily_hours_without_contacts'::text, ('avg_response_time_hours '::text || coalesce(js_text(v_hours), 'null') || ' stands beside contacted_count 0; the hours are evaluated by themselves'::text))::r_u1nslb]::r_u1nslb[];
end
$plain$;

create function lh_engine_plain.js_write_3xe67c(r_mnytgs) returns text language plpgsql immutable as $plain$
declare
  v_x r_mnytgs := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"type":' || to_json(v_x."type")::text
    || ',"severity":' || to_json(v_x."severity")::text
    || ',"metric":' || to_json(v_x."metric")::text
    || ',"current_value":' || js_write_number(v_x."current_value")
    || ',"target_value":' || js_write_number(v_x."target_value")
    || ',"suggested_skill":' || to_json(v_x."suggested_skill")::text
    || ',"segment":' || coalesce(to_json(v_x."segment")::text, 'null')
    || ',"trigger":' || to_json(v_x."trigger")::text
    || ',"evidence":' || js_write_saiihg(v_x."evidence")
    || ',"explanation":' || to_json(v_x."explanation")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_z3ltry(r_r1knjv) returns text language plpgsql immutable as $plain$
declare
  v_x r_r1knjv := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"code":' || to_json(v_x."code")::text
    || ',"message":' || to_json(v_x."message")::text
    || coalesce(',"rule":' || to_json(v_x."rule")::text, '')
    || coalesce(',"metric":' || to_json(v_x."metric")::text, '')
    || coalesce(',"trigger":' || to_json(v_x."trigger")::text, '')
    || coalesce(',"segment":' || to_json(v_x."segment")::text, '')
    || coalesce(',"columns":' || js_write_o14f4p(v_x."columns"), '')
    || coalesce(',"table":' || to_json(v_x."table")::text, '')
    || coalesce(',"ids":' || js_write_o14f4p(v_x."ids"), '')
    || coalesce(',"days":' || js_write_o14f4p(v_x."days"), '')
    || coalesce(',"n":' || js_write_number(v_x."n"), '')
    || coalesce(',"needed":' || js_write_number(v_x."needed"), ''), 2) || '}';
end
$plain$;

create function lh_engine_plain.reports_read_ont5n2(p_value json, p_path text) returns r_cgxvkx[] language plpgsql immutable as $plain$
declare
  v_list r_cgxvkx[];
  v_item json;
  v_index int4;
  v_read r_cgxvkx;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := reports_read_5zbele(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.wilson_wilson_interval(v_successes float8, v_n float8, v_z float8) returns r_8xonlq language plpgsql immutable as $plain$
declare
  v_rate float8;
  v_t float8;
  v_either float8;
  v_t_2 float8;
  v_either_2 float8;
begin
  if (v_n = '0'::float8) then
    return null::r_8xonlq;
  end if;
  v_rate := case when v_n = 0 then js_divide(v_successes, v_n) else v_successes / v_n end;
  if (v_successes = '0'::float8) then
    v_either := '0'::float8;
  else
    v_t := (v_rate - proportions_distance_below(v_successes, v_n, v_z));
    v_either := js_max_of(array['0'::float8, v_t]);
  end if;
  if (v_successes = v_n and v_successes is distinct from 'NaN'::float8) then
    v_either_2 := '1'::float8;
  else
    v_t_2 := (v_rate + proportions_distance_below((v_n - v_successes), v_n, v_z));
    v_either_2 := case when v_t_2 = 'NaN'::float8 then 'NaN'::float8 else least('1'::float8, v_t_2) end;
  end if;
  return row(v_either_2, v_either)::r_8xonlq;
end
$plain$;

create function lh_engine_plain.wilson_share(v_part float8, v_whole float8) returns float8 language plpgsql immutable as $plain$
begin
  return case when (v_whole = '0'::float8) then null::float8 else case when v_whole = 0 then js_divide(js_min_of(array[v_part, v_whole]), v_whole) else js_min_of(array[v_part, v_whole]) / v_whole end end;
end
$plain$;

create function lh_engine_plain.wilson_share_columns_tk99c7(v_part float8, v_whole float8) returns r_06emck language plpgsql immutable as $plain$
declare
  v_name text;
  v_interval r_8xonlq;
begin
  v_name := null::text;
  v_interval := wilson_wilson_interval(js_min_of(array[v_part, v_whole]), v_whole, '1.9599639845400545'::float8);
  return row(wilson_share(v_part, v_whole), v_interval."high", v_interval."low")::r_06emck;
end
$plain$;

create function lh_engine_plain.reports_change(v_now float8, v_then float8) returns float8 language plpgsql immutable as $plain$
declare
  v_relative float8;
begin
  if (((v_now is not distinct from null) or (v_then is not distinct from null)) or (v_then = '0'::float8)) then
    return null::float8;
  end if;
  v_relative := (case when v_then = 0 then js_divide(v_now, v_then) else v_now / v_then end - '1'::float8);
  return case when coalesce(abs(v_relative) < 'Infinity'::float8, false) then v_relative else null::float8 end;
end
$plain$;

create function lh_engine_plain.wilson_share_columns_ieix47(v_part float8, v_whole float8) returns r_ma44u2 language plpgsql immutable as $plain$
declare
  v_name text;
  v_interval r_8xonlq;
begin
  v_name := null::text;
  v_interval := wilson_wilson_interval(js_min_of(array[v_part, v_whole]), v_whole, '1.9599639845400545'::float8);
  return row(wilson_share(v_part, v_whole), v_interval."high", v_interval."low")::r_ma44u2;
end
$plain$;

create function lh_engine_plain.wilson_share_columns_uem7a3(v_part float8, v_whole float8) returns r_q8tlz5 language plpgsql immutable as $plain$
declare
  v_name text;
  v_interval r_8xonlq;
begin
  v_name := null::text;
  v_interval := wilson_wilson_interval(js_min_of(array[v_part, v_whole]), v_whole, '1.9599639845400545'::float8);
  return row(wilson_share(v_part, v_whole), v_interval."high", v_interval."low")::r_q8tlz5;
end
$plain$;

create function lh_engine_plain.reports_mean_of(v_p r_vpro6d) returns float8 language plpgsql immutable as $plain$
declare
  v_mean float8;
begin
  v_mean := case when v_p."hours_n" = 0 then js_divide(v_p."hours_sum", v_p."hours_n") else v_p."hours_sum" / v_p."hours_n" end;
  return case when coalesce(abs(v_mean) < 'Infinity'::float8, false) then v_mean else null::float8 end;
end
$plain$;

create function lh_engine_plain.student_t_quantile(v_p float8, v_v float8) returns float8 language plpgsql immutable as $plain$
declare
  v_t float8;
  v_round float8;
  v_result float8;
  v_x2 float8;
  v_p_2 float8;
  v_z float8;
  v_a float8;
  v_b float8;
  v_regularized boolean;
  v_upper boolean;
  v_result_2 float8;
  v_a_2 float8;
  v_b_2 float8;
  v_regularized_2 boolean;
  v_upper_2 boolean;
  v_result_3 float8;
  v_step float8;
  v_next float8;
  v_t_2 float8;
begin
  if ((not (v_v >= '1'::float8 and v_v <> 'NaN'::float8)) or (not ((v_p > '0'::float8 and v_p <> 'NaN'::float8) and (v_p <= '0.5'::float8)))) then
    return 'NaN'::float8;
  end if;
  if (v_p = '0.5'::float8) then
    return '0'::float8;
  end if;
  v_t := student_first_guess(normal_normal_quantile(v_p), v_v);
  v_round := '0'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_round < '100'::float8);
    <<v_at_end>>
    begin
      v_x2 := null;
      v_p_2 := null;
      v_z := null;
      if ((js_is_nan(v_t) or js_is_nan(v_v)) or (v_v <= '0'::float8)) then
        v_result := 'NaN'::float8;
        exit v_at_end;
      end if;
      if (v_t = '0'::float8) then
        v_result := '0.5'::float8;
        exit v_at_end;
      end if;
      v_x2 := pow_pow(v_t, '2'::float8);
      if (v_v > ('2'::float8 * v_x2) and v_v <> 'NaN'::float8) then
        v_z := js_divide(v_x2, (v_v + v_x2));
        v_a := '0.5'::float8;
        v_b := (v_v / '2'::float8);
        v_regularized := true;
        v_upper := true;
        v_regularized := case when (v_regularized = false) then false else true end;
        v_upper := case when (v_upper = true) then true else false end;
        v_result_2 := kernel_betainc_assign_ibeta_imp(v_z, v_a, v_b, v_regularized, v_upper);
        v_p_2 := (v_result_2 / '2'::float8);
      else
        v_z := js_divide(v_v, (v_v + v_x2));
        v_a_2 := (v_v / '2'::float8);
        v_b_2 := '0.5'::float8;
        v_regularized_2 := true;
        v_upper_2 := false;
        v_regularized_2 := case when (v_regularized_2 = false) then false else true end;
        v_upper_2 := case when (v_upper_2 = true) then true else false end;
        v_result_3 := kernel_betainc_assign_ibeta_imp(v_z, v_a_2, v_b_2, v_regularized_2, v_upper_2);
        v_p_2 := (v_result_3 / '2'::float8);
      end if;
      v_result := case when (v_t > '0'::float8 and v_t <> 'NaN'::float8) then ('1'::float8 - v_p_2) else v_p_2 end;
      exit v_at_end;
    end v_at_end;
    v_step := js_divide((v_result - v_p), student_rough_density(v_t, v_v));
    v_next := case when ((v_t - v_step) < '0'::float8) then (v_t - v_step) else (v_t / '2'::float8) end;
    v_t_2 := ('2e-16'::float8 * abs(v_t));
    if (abs((v_next - v_t)) <= v_t_2 and v_t_2 <> 'NaN'::float8) then
      return v_next;
    end if;
    v_t := v_next;
    v_round := (v_round + '1'::float8);
  end loop v_at_loop;
  return v_t;
end
$plain$;

create function lh_engine_plain.wilson_share_columns_2myl1i(v_part float8, v_whole float8) returns r_2n544j language plpgsql immutable as $plain$
declare
  v_name text;
  v_interval r_8xonlq;
begin
  v_name := null::text;
  v_interval := wilson_wilson_interval(js_min_of(array[v_part, v_whole]), v_whole, '1.9599639845400545'::float8);
  return row(wilson_share(v_part, v_whole), v_interval."high", v_interval."low")::r_2n544j;
end
$plain$;

create function lh_engine_plain.js_write_8zrif6(r_d9fbyu) returns text language plpgsql immutable as $plain$
declare
  v_x r_d9fbyu := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"segment":' || coalesce(to_json(v_x."segment")::text, 'null')
    || ',"leads":' || js_write_number(v_x."leads")
    || ',"baseline_leads":' || js_write_number(v_x."baseline_leads")
    || ',"contact_rate":' || coalesce(js_write_number(v_x."contact_rate"), 'null')
    || ',"contact_rate_low":' || coalesce(js_write_number(v_x."contact_rate_low"), 'null')
    || ',"contact_rate_high":' || coalesce(js_write_number(v_x."contact_rate_high"), 'null')
    || ',"contact_rate_change":' || coalesce(js_write_number(v_x."contact_rate_change"), 'null')
    || ',"qualification_rate":' || coalesce(js_write_number(v_x."qualification_rate"), 'null')
    || ',"qualification_rate_low":' || coalesce(js_write_number(v_x."qualification_rate_low"), 'null')
    || ',"qualification_rate_high":' || coalesce(js_write_number(v_x."qualification_rate_high"), 'null')
    || ',"qualification_rate_change":' || coalesce(js_write_number(v_x."qualification_rate_change"), 'null')
    || ',"conversion_rate":' || coalesce(js_write_number(v_x."conversion_rate"), 'null')
    || ',"conversion_rate_low":' || coalesce(js_write_number(v_x."conversion_rate_low"), 'null')
    || ',"conversion_rate_high":' || coalesce(js_write_number(v_x."conversion_rate_high"), 'null')
    || ',"conversion_rate_change":' || coalesce(js_write_number(v_x."conversion_rate_change"), 'null')
    || ',"response_hours":' || coalesce(js_write_number(v_x."response_hours"), 'null')
    || ',"response_hours_low":' || coalesce(js_write_number(v_x."response_hours_low"), 'null')
    || ',"response_hours_high":' || coalesce(js_write_number(v_x."response_hours_high"), 'null')
    || ',"response_hours_change":' || coalesce(js_write_number(v_x."response_hours_change"), 'null')
    || ',"wrong_number_share":' || coalesce(js_write_number(v_x."wrong_number_share"), 'null')
    || ',"wrong_number_share_low":' || coalesce(js_write_number(v_x."wrong_number_share_low"), 'null')
    || ',"wrong_number_share_high":' || coalesce(js_write_number(v_x."wrong_number_share_high"), 'null')
    || ',"wrong_number_share_change":' || coalesce(js_write_number(v_x."wrong_number_share_change"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.backtest_read_eel2os(p_value json, p_path text) returns json language plpgsql immutable as $plain$
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  return js_loose(p_value, '{}', '{}');
end
$plain$;

create function lh_engine_plain.backtest_read_rkl1ef(p_value json, p_path text) returns r_kyrla7[] language plpgsql immutable as $plain$
declare
  v_list r_kyrla7[];
  v_item json;
  v_index int4;
  v_read r_kyrla7;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := backtest_read_1qhw8p(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.spawning_value_6qo26t(v_given0 json) returns r_9pouhu language plpgsql immutable as $plain$
declare
  v_result r_9pouhu;
  v_input json;
  v_read r_86g23x;
  v_parsed r_86g23x;
  v_decisions r_ct54wq[];
  v_running r_zecxh0[];
  v_taken text[];
  v_item r_vm9475;
  v_reason r_fb1e5b;
  v_bottleneck r_nfc97h;
  v_spread r_qmr3rb;
  v_record r_l27zp0;
  v_decision r_fvtstn;
  v_pushed text;
  v_pushed_2 text;
begin
  v_input := v_given0;
  v_read := spawning_read_9yw9fx(v_input, '');
  v_parsed := v_read;
  v_decisions := array[]::r_ct54wq[];
  v_running := v_parsed."running_tests";
  v_taken := (case when (v_parsed."taken_names" is not distinct from null) then array[]::text[] else v_parsed."taken_names" end);
  <<v_at_loop>>
  foreach v_item in array v_parsed."bottlenecks" loop
    <<v_at_round>>
    begin
      v_reason := reasons_reason_to_skip(v_item, row(v_parsed."pauses", v_parsed."settings", v_parsed."skills", v_parsed."until")::r_tt0yp3, v_running);
      if (not (v_reason is not distinct from null)) then
        v_bottleneck := row(v_item."metric", v_item."suggested_skill", v_item."type")::r_nfc97h;
        v_spread := (row(v_bottleneck."type", v_bottleneck."metric", v_bottleneck."suggested_skill")::r_qmr3rb);
        v_record := (row(v_reason."ab_test_id", 'skip'::text, v_spread."bottleneck", v_reason."explanation", v_spread."metric", v_reason."reason", v_reason."since", v_reason."skill_id", null::text, v_spread."skill_type", v_reason."until")::r_l27zp0);
        v_decisions := array_append(v_decisions, row(v_record."ab_test_id", v_record."action", v_record."bottleneck", v_record."explanation", v_record."metric", null::r_l00n8h, v_record."reason", v_record."since", null::r_xz03yd, v_record."skill_id", null::text, v_record."skill_type", null::r_9nlzru, v_record."until")::r_ct54wq);
        exit v_at_round;
      end if;
      v_decision := spawning_spawn_decision(v_item, row(v_parsed."baseline", v_parsed."name_limits", v_parsed."settings", v_parsed."skills")::r_hfys74, v_taken);
      v_decisions := array_append(v_decisions, row(null::text, v_decision."action", v_decision."bottleneck", v_decision."explanation", v_decision."metric", v_decision."plan", v_decision."reason", null::text, v_decision."skill", null::text, v_decision."skill_name", v_decision."skill_type", v_decision."test", null::text)::r_ct54wq);
      v_running := array_append(v_running, row(''::text, v_item."metric", null::text, v_parsed."until")::r_zecxh0);
      v_pushed := js_lower((v_decision."skill")."skill_name");
      v_pushed_2 := js_lower((v_decision."test")."test_name");
      v_taken := array_append(v_taken, v_pushed);
      v_taken := array_append(v_taken, v_pushed_2);
    end v_at_round;
  end loop;
  v_result := row(v_decisions)::r_9pouhu;
  return v_result;
end
$plain$;

create function lh_engine_plain.js_write_8ppttw(r_vgjsxa[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_vgjsxa;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_tnj1zc(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_zj8y7x(r_zecxh0[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_zecxh0;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_a2mp2y(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_4f64pv(text[]) returns text language plpgsql immutable as $plain$
declare
  v_x text;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(null::text, 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_4pwzr4(r_fgs8so) returns text language plpgsql immutable as $plain$
declare
  v_x r_fgs8so := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"leads":' || js_write_number(v_x."leads")
    || ',"conversions":' || js_write_number(v_x."conversions"), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_jjlf3u(r_hz0sdw) returns text language plpgsql immutable as $plain$
declare
  v_x r_hz0sdw := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"type":' || to_json(v_x."type")::text
    || ',"severity":' || to_json(v_x."severity")::text
    || ',"metric":' || to_json(v_x."metric")::text
    || ',"current_value":' || js_write_number(v_x."current_value")
    || ',"target_value":' || js_write_number(v_x."target_value")
    || ',"segment":' || coalesce(to_json(v_x."segment")::text, 'null')
    || ',"trigger":' || to_json(v_x."trigger")::text
    || ',"explanation":' || to_json(v_x."explanation")::text
    || ',"action":' || coalesce(to_json(v_x."action")::text, 'null')
    || ',"reason":' || coalesce(to_json(v_x."reason")::text, 'null')
    || ',"skill_type":' || to_json(v_x."skill_type")::text
    || ',"skill_name":' || coalesce(to_json(v_x."skill_name")::text, 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_q44xsm(r_kyrla7) returns text language plpgsql immutable as $plain$
declare
  v_x r_kyrla7 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"skill_type":' || to_json(v_x."skill_type")::text
    || ',"metric":' || to_json(v_x."metric")::text
    || ',"since":' || to_json(v_x."since")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.feedback_read_vkxeo6(p_value json, p_path text) returns r_ouhdmd language plpgsql immutable as $plain$
declare
  v_raw r_z35k73;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_number_3 float8;
  v_part_4 json;
  v_number_4 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_z35k73, p_value);
  end if;
  v_part := coalesce(v_raw."true_positives", p_value -> 'true_positives');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected "true_positives"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."false_positives", p_value -> 'false_positives');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected "false_positives"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."true_negatives", p_value -> 'true_negatives');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'true_negatives'), 'expected "true_negatives"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'true_negatives'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'true_negatives'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'true_negatives'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."false_negatives", p_value -> 'false_negatives');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'false_negatives'), 'expected "false_negatives"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'false_negatives'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_4 := js_number(v_part_4);
  if not coalesce((v_number_4 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'false_negatives'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_4) <= 9007199254740991 and floor(v_number_4) = v_number_4), false) and (v_number_4 >= '0'::float8 and v_number_4 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'false_negatives'), 'expected an integer ≥ 0', v_part_4);
  end if;
  return row(v_number_4, v_number_2, v_number_3, v_number)::r_ouhdmd;
end
$plain$;

create function lh_engine_plain.feedback_read_qhs3o1(p_value json, p_path text) returns r_oxeudm[] language plpgsql immutable as $plain$
declare
  v_list r_oxeudm[];
  v_item json;
  v_index int4;
  v_read r_oxeudm;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := feedback_read_oikd8a(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.js_write_o0aruo(r_lex3ky) returns text language plpgsql immutable as $plain$
declare
  v_x r_lex3ky := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"pattern_type":' || coalesce(to_json(v_x."pattern_type")::text, 'null')
    || ',"total_validations":' || js_write_number(v_x."total_validations")
    || ',"true_positives":' || js_write_number(v_x."true_positives")
    || ',"false_positives":' || js_write_number(v_x."false_positives")
    || ',"true_negatives":' || coalesce(js_write_number(v_x."true_negatives"), 'null')
    || ',"false_negatives":' || coalesce(js_write_number(v_x."false_negatives"), 'null')
    || ',"avg_precision":' || coalesce(js_write_number(v_x."avg_precision"), 'null')
    || ',"avg_recall":' || coalesce(js_write_number(v_x."avg_recall"), 'null')
    || ',"avg_f1_score":' || coalesce(js_write_number(v_x."avg_f1_score"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.feedback_read_6bum26(p_value json, p_path text) returns r_tjxkti language plpgsql immutable as $plain$
declare
  v_raw r_x1ngz8;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_number_3 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_x1ngz8, p_value);
  end if;
  v_part := coalesce(v_raw."detection.pattern_retire_below", p_value -> 'detection.pattern_retire_below');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'detection.pattern_retire_below'), 'expected "detection.pattern_retire_below"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'detection.pattern_retire_below'), 'expected a finite number', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'detection.pattern_retire_below'), 'expected a finite number', v_part);
  end if;
  v_part_2 := coalesce(v_raw."detection.pattern_keep_from", p_value -> 'detection.pattern_keep_from');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'detection.pattern_keep_from'), 'expected "detection.pattern_keep_from"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'detection.pattern_keep_from'), 'expected a finite number', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'detection.pattern_keep_from'), 'expected a finite number', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."detection.pattern_min_evidence", p_value -> 'detection.pattern_min_evidence');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'detection.pattern_min_evidence'), 'expected "detection.pattern_min_evidence"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'detection.pattern_min_evidence'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'detection.pattern_min_evidence'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'detection.pattern_min_evidence'), 'expected an integer ≥ 0', v_part_3);
  end if;
  return row(v_number_2, v_number_3, v_number)::r_tjxkti;
end
$plain$;

create function lh_engine_plain.feedback_read_qhs3o1_2(p_value json, p_path text) returns r_oxeudm[] language plpgsql immutable as $plain$
declare
  v_list r_oxeudm[];
  v_item json;
  v_index int4;
  v_read r_oxeudm;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := feedback_read_oikd8a(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.feedback_read_hga7la(p_value json, p_path text) returns r_n4fcx3[] language plpgsql immutable as $plain$
declare
  v_list r_n4fcx3[];
  v_item json;
  v_index int4;
  v_read r_n4fcx3;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := feedback_read_mq7rgd(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.feedback_advice_on(v_p r_oxeudm, v_s r_tjxkti) returns text[] language plpgsql immutable as $plain$
declare
  v_n float8;
  v_interval r_8xonlq;
  v_precision float8;
  v_facts text;
begin
  v_n := (v_p."true_positives" + v_p."false_positives");
  v_interval := wilson_wilson_interval(v_p."true_positives", v_n, '1.9599639845400545'::float8);
  v_precision := coalesce(wilson_share(v_p."true_positives", v_n), '0'::float8);
  v_facts := (js_text(v_p."true_positives") || ' of '::text || js_text(v_n) || ' contacts it called a business were one ('::text || words_share_text(v_precision, null::float8) || ')'::text);
  if (v_n < v_s."detection.pattern_min_evidence" and v_s."detection.pattern_min_evidence" <> 'NaN'::float8) then
    return array['keep'::text, (v_facts || '; too few to change it, '::text || js_text(v_s."detection.pattern_min_evidence") || ' are needed.'::text)]::text[];
  end if;
  if ((not (v_interval is not distinct from null)) and (v_interval."high" < v_s."detection.pattern_retire_below" and v_s."detection.pattern_retire_below" <> 'NaN'::float8)) then
    return array['retire'::text, (v_facts || '; even the upper end of its interval, '::text || words_share_text(v_interval."high", null::float8) || ', is below '::text || words_share_text(v_s."detection.pattern_retire_below", null::float8) || '.'::text)]::text[];
  end if;
  return case when (v_precision < v_s."detection.pattern_keep_from" and v_s."detection.pattern_keep_from" <> 'NaN'::float8) then array['tighten'::text, (v_facts || ', below '::text || words_share_text(v_s."detection.pattern_keep_from", null::float8) || ': it catches too many owners.'::text)]::text[] else array['keep'::text, (v_facts || '.'::text)]::text[] end;
end
$plain$;

create function lh_engine_plain.js_write_elsfra(r_xvk1mh) returns text language plpgsql immutable as $plain$
declare
  v_x r_xvk1mh := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"recommendation":' || to_json(v_x."recommendation")::text
    || ',"pattern_type":' || coalesce(to_json(v_x."pattern_type")::text, 'null')
    || ',"judged":' || js_write_number(v_x."judged")
    || ',"correct":' || js_write_number(v_x."correct")
    || ',"share":' || coalesce(js_write_number(v_x."share"), 'null')
    || ',"share_low":' || coalesce(js_write_number(v_x."share_low"), 'null')
    || ',"share_high":' || coalesce(js_write_number(v_x."share_high"), 'null')
    || ',"evidence":' || js_write_jauf28(v_x."evidence")
    || ',"explanation":' || to_json(v_x."explanation")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.report_read_3730ob(p_value json, p_path text) returns r_ujyrs1[] language plpgsql immutable as $plain$
declare
  v_list r_ujyrs1[];
  v_item json;
  v_index int4;
  v_read r_ujyrs1;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := report_read_2fimi8(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.js_write_0nnkn4(r_s6dp7x) returns text language plpgsql immutable as $plain$
declare
  v_x r_s6dp7x := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"dimension":' || to_json(v_x."dimension")::text
    || ',"name":' || coalesce(to_json(v_x."name")::text, 'null')
    || ',"feedback":' || js_write_number(v_x."feedback")
    || ',"correct_owner":' || js_write_number(v_x."correct_owner")
    || ',"wrong_number":' || js_write_number(v_x."wrong_number")
    || ',"business_number":' || js_write_number(v_x."business_number")
    || ',"disconnected":' || js_write_number(v_x."disconnected")
    || ',"good_lead":' || js_write_number(v_x."good_lead")
    || ',"bad_lead":' || js_write_number(v_x."bad_lead")
    || ',"good_share":' || coalesce(js_write_number(v_x."good_share"), 'null')
    || ',"good_share_low":' || coalesce(js_write_number(v_x."good_share_low"), 'null')
    || ',"good_share_high":' || coalesce(js_write_number(v_x."good_share_high"), 'null')
    || ',"unreachable_share":' || coalesce(js_write_number(v_x."unreachable_share"), 'null')
    || ',"unreachable_share_low":' || coalesce(js_write_number(v_x."unreachable_share_low"), 'null')
    || ',"unreachable_share_high":' || coalesce(js_write_number(v_x."unreachable_share_high"), 'null')
    || ',"business_share":' || coalesce(js_write_number(v_x."business_share"), 'null')
    || ',"business_share_low":' || coalesce(js_write_number(v_x."business_share_low"), 'null')
    || ',"business_share_high":' || coalesce(js_write_number(v_x."business_share_high"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.spawning_read_t0c7fw(p_value json, p_path text) returns r_j4k7fj language plpgsql immutable as $plain$
declare
  v_raw r_mbbr4s;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_optional float8;
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
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_mbbr4s, p_value);
  end if;
  v_part := coalesce(v_raw."spawning.cooling_off_days", p_value -> 'spawning.cooling_off_days');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'spawning.cooling_off_days'), 'expected "spawning.cooling_off_days"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawning.cooling_off_days'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.cooling_off_days'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.cooling_off_days'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."spawning.recently_kept_days", p_value -> 'spawning.recently_kept_days');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'spawning.recently_kept_days'), 'expected "spawning.recently_kept_days"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawning.recently_kept_days'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.recently_kept_days'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.recently_kept_days'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."spawning.max_running_tests", p_value -> 'spawning.max_running_tests');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'spawning.max_running_tests'), 'expected "spawning.max_running_tests"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'spawning.max_running_tests'), 'expected an integer ≥ 0', v_part_3);
    end if;
    v_number_3 := js_number(v_part_3);
    if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
      perform js_refuse_input(js_path(p_path, 'spawning.max_running_tests'), 'expected an integer up to 9007199254740991', v_part_3);
    end if;
    if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
      perform js_refuse_input(js_path(p_path, 'spawning.max_running_tests'), 'expected an integer ≥ 0', v_part_3);
    end if;
    v_optional := v_number_3;
  end if;
  v_part_4 := coalesce(v_raw."spawning.min_evidence", p_value -> 'spawning.min_evidence');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'spawning.min_evidence'), 'expected "spawning.min_evidence"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawning.min_evidence'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_4 := js_number(v_part_4);
  if not coalesce((v_number_4 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.min_evidence'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_4) <= 9007199254740991 and floor(v_number_4) = v_number_4), false) and (v_number_4 >= '0'::float8 and v_number_4 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.min_evidence'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."spawning.traffic_allocation_pct", p_value -> 'spawning.traffic_allocation_pct');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'spawning.traffic_allocation_pct'), 'expected "spawning.traffic_allocation_pct"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawning.traffic_allocation_pct'), 'expected a finite number', v_part_5);
  end if;
  v_number_5 := js_number(v_part_5);
  if not coalesce(coalesce(abs(v_number_5) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.traffic_allocation_pct'), 'expected a finite number', v_part_5);
  end if;
  v_part_6 := coalesce(v_raw."spawning.min_sample_size", p_value -> 'spawning.min_sample_size');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'spawning.min_sample_size'), 'expected "spawning.min_sample_size"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawning.min_sample_size'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_number_6 := js_number(v_part_6);
  if not coalesce((v_number_6 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.min_sample_size'), 'expected an integer up to 9007199254740991', v_part_6);
  end if;
  if not coalesce((coalesce((abs(v_number_6) <= 9007199254740991 and floor(v_number_6) = v_number_6), false) and (v_number_6 >= '0'::float8 and v_number_6 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.min_sample_size'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_part_7 := coalesce(v_raw."spawning.confidence_level", p_value -> 'spawning.confidence_level');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'spawning.confidence_level'), 'expected "spawning.confidence_level"', null);
  end if;
  if not coalesce(json_typeof(v_part_7) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawning.confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_7);
  end if;
  v_number_7 := js_number(v_part_7);
  if not coalesce(((v_number_7 > '0'::float8 and v_number_7 <> 'NaN'::float8) and (v_number_7 < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_7);
  end if;
  v_part_8 := coalesce(v_raw."decisions.planned_lift", p_value -> 'decisions.planned_lift');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.planned_lift'), 'expected "decisions.planned_lift"', null);
  end if;
  if not coalesce(json_typeof(v_part_8) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.planned_lift'), 'expected a finite number', v_part_8);
  end if;
  v_number_8 := js_number(v_part_8);
  if not coalesce(coalesce(abs(v_number_8) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.planned_lift'), 'expected a finite number', v_part_8);
  end if;
  return row(v_number_8, v_number_7, v_number, v_optional, v_number_4, v_number_6, v_number_2, v_number_5)::r_j4k7fj;
end
$plain$;

create function lh_engine_plain.spawning_read_eti5uf(p_value json, p_path text) returns r_vm9475[] language plpgsql immutable as $plain$
declare
  v_list r_vm9475[];
  v_item json;
  v_index int4;
  v_read r_vm9475;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := spawning_read_9n3cju(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.spawning_read_7elsbn(p_value json, p_path text) returns r_ht24y5[] language plpgsql immutable as $plain$
declare
  v_list r_ht24y5[];
  v_item json;
  v_index int4;
  v_read r_ht24y5;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := spawning_read_4t1epc(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.spawning_read_kdphfn(p_value json, p_path text) returns r_zecxh0[] language plpgsql immutable as $plain$
declare
  v_list r_zecxh0[];
  v_item json;
  v_index int4;
  v_read r_zecxh0;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := spawning_read_vujtyp(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.spawning_read_0scit8(p_value json, p_path text) returns r_2x5lgs[] language plpgsql immutable as $plain$
declare
  v_list r_2x5lgs[];
  v_item json;
  v_index int4;
  v_read r_2x5lgs;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := spawning_read_3dkfu6(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.spawning_read_r9507s(p_value json, p_path text) returns r_fgs8so language plpgsql immutable as $plain$
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

create function lh_engine_plain.spawning_read_hax4ud(p_value json, p_path text) returns text[] language plpgsql immutable as $plain$
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

create function lh_engine_plain.spawning_read_82tqmt(p_value json, p_path text) returns r_8aegtr language plpgsql immutable as $plain$
declare
  v_raw r_c6kytc;
  v_part json;
  v_optional float8;
  v_number float8;
  v_part_2 json;
  v_optional_2 float8;
  v_number_2 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_c6kytc, p_value);
  end if;
  v_part := coalesce(v_raw."skill_name", p_value -> 'skill_name');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'skill_name'), 'expected "skill_name"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'skill_name'), 'expected an integer ≥ 0', v_part);
    end if;
    v_number := js_number(v_part);
    if not coalesce((v_number <= '9007199254740991'::float8), false) then
      perform js_refuse_input(js_path(p_path, 'skill_name'), 'expected an integer up to 9007199254740991', v_part);
    end if;
    if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
      perform js_refuse_input(js_path(p_path, 'skill_name'), 'expected an integer ≥ 0', v_part);
    end if;
    v_optional := v_number;
  end if;
  v_part_2 := coalesce(v_raw."test_name", p_value -> 'test_name');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'test_name'), 'expected "test_name"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'test_name'), 'expected an integer ≥ 0', v_part_2);
    end if;
    v_number_2 := js_number(v_part_2);
    if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
      perform js_refuse_input(js_path(p_path, 'test_name'), 'expected an integer up to 9007199254740991', v_part_2);
    end if;
    if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
      perform js_refuse_input(js_path(p_path, 'test_name'), 'expected an integer ≥ 0', v_part_2);
    end if;
    v_optional_2 := v_number_2;
  end if;
  return row(v_optional, v_optional_2)::r_8aegtr;
end
$plain$;

create function lh_engine_plain.reasons_paused(v_bottleneck r_n4fuze, v_input r_rfzfnq) returns r_fb1e5b language plpgsql immutable as $plain$
declare
  v_found r_2x5lgs;
  v_item r_2x5lgs;
  v_found_2 r_2x5lgs;
  v_what text;
  v_local text;
begin
  v_found := null;
  foreach v_item in array v_input."pauses" loop
    if ((v_item."skill_type" = '*'::text) or (v_item."skill_type" = v_bottleneck."suggested_skill")) then
      v_found := v_item;
      exit;
    end if;
  end loop;
  v_found_2 := v_found;
  if (v_found_2 is not distinct from null) then
    return null::r_fb1e5b;
  end if;
  v_what := case when (v_found_2."skill_type" = '*'::text) then 'The engine'::text else ('Spawning of '::text || v_found_2."skill_type") end;
  v_local := v_found_2."paused_at";
  return reasons_skip('paused'::text, (v_what || ' was paused by '::text || v_found_2."paused_by" || ' on '::text || js_slice(v_local, '0'::float8, js_index_of(v_local, 'T'::text)) || ': '::text || v_found_2."why" || '.'::text), row(null::text, false, null::text, null::text, v_found_2."paused_at", true, null::text, false, null::text, false)::r_ghy4v7);
end
$plain$;

create function lh_engine_plain.reasons_not_enough_data(v_bottleneck r_vm9475, v_needed float8) returns r_fb1e5b language plpgsql immutable as $plain$
declare
  v_n json;
  v_t float8;
  v_holds boolean;
begin
  v_n := (v_bottleneck."evidence" -> 'n');
  v_holds := (not (js_typeof(v_n) = 'number'::text));
  if not v_holds then
    v_t := js_number(v_n);
    v_holds := (v_t >= v_needed and v_t <> 'NaN'::float8);
  end if;
  return case when v_holds then null::r_fb1e5b else reasons_skip('not_enough_data'::text, (v_bottleneck."metric" || ' was evaluated on '::text || js_text(js_number(v_n)) || ', and spawning.min_evidence asks for '::text || js_text(v_needed) || ' before a skill is spawned.'::text), null::r_ghy4v7) end;
end
$plain$;

create function lh_engine_plain.reasons_already_testing(v_bottleneck r_n4fuze, v_history r_ht24y5) returns r_fb1e5b language plpgsql immutable as $plain$
declare
  v_local text;
  v_either text;
  v_either_2 r_fb1e5b;
begin
  if (v_history."testing_skill_id" is not distinct from null) then
    v_either_2 := null::r_fb1e5b;
  else
    if (v_history."testing_since" is not distinct from null) then
      v_either := ''::text;
    else
      v_local := v_history."testing_since";
      v_either := (' since '::text || js_slice(v_local, '0'::float8, js_index_of(v_local, 'T'::text)));
    end if;
    v_either_2 := reasons_skip('already_testing'::text, (words_article(v_bottleneck."suggested_skill") || ' '::text || v_bottleneck."suggested_skill" || ' is being tested'::text || v_either || '; its test goes on.'::text), row(v_history."testing_test_id", true, null::text, null::text, v_history."testing_since", true, v_history."testing_skill_id", true, null::text, false)::r_ghy4v7);
  end if;
  return v_either_2;
end
$plain$;

create function lh_engine_plain.reasons_resting(v_reason text, v_verb text, v_at text, v_days float8, v_bottleneck r_n4fuze, v_until text) returns r_fb1e5b language plpgsql immutable as $plain$
declare
  v_t float8;
  v_holds boolean;
  v_end text;
begin
  v_holds := (v_at is not distinct from null);
  if not v_holds then
    v_t := (js_date_parse((js_slice(v_until, '0'::float8, '19'::float8) || 'Z'::text)) - js_date_parse((js_slice(v_at, '0'::float8, '19'::float8) || 'Z'::text)));
    v_holds := (v_t >= (v_days * '86400000'::float8) and v_t <> 'NaN'::float8);
  end if;
  if v_holds then
    return null::r_fb1e5b;
  end if;
  v_end := js_slice(js_iso((js_date_parse((js_slice(v_at, '0'::float8, '19'::float8) || 'Z'::text)) + (v_days * '86400000'::float8))), '0'::float8, '19'::float8);
  return reasons_skip(v_reason, (words_article(v_bottleneck."suggested_skill") || ' '::text || v_bottleneck."suggested_skill" || ' was '::text || v_verb || ' on '::text || js_slice(v_at, '0'::float8, js_index_of(v_at, 'T'::text)) || '; the next one may come on '::text || js_slice(v_end, '0'::float8, js_index_of(v_end, 'T'::text)) || ', '::text || js_text(v_days) || ' days later.'::text), row(null::text, false, null::text, null::text, v_at, true, null::text, false, v_end, true)::r_ghy4v7);
end
$plain$;

create function lh_engine_plain.reasons_metric_busy(v_bottleneck r_g8k9i3, v_running r_zecxh0[]) returns r_fb1e5b language plpgsql immutable as $plain$
declare
  v_found r_zecxh0;
  v_item r_zecxh0;
  v_test r_zecxh0;
begin
  v_found := null;
  foreach v_item in array v_running loop
    if (v_item."metric" is not distinct from v_bottleneck."metric") then
      v_found := v_item;
      exit;
    end if;
  end loop;
  v_test := v_found;
  return case when (v_test is not distinct from null) then null::r_fb1e5b else reasons_skip('metric_busy'::text, ('Another running test tracks '::text || v_bottleneck."metric" || '; one test for a metric at a time.'::text), row(case when (v_test."ab_test_id" = ''::text) then null::text else v_test."ab_test_id" end, true, null::text, null::text, v_test."started_at", true, v_test."skill_id", true, null::text, false)::r_ghy4v7) end;
end
$plain$;

create function lh_engine_plain.reasons_at_capacity(v_running r_zecxh0[], v_limit float8) returns r_fb1e5b language plpgsql immutable as $plain$
begin
  return case when ((v_limit is not distinct from null) or (cardinality(v_running)::float8 < v_limit and v_limit <> 'NaN'::float8)) then null::r_fb1e5b else reasons_skip('at_capacity'::text, (js_text(cardinality(v_running)::float8) || ' tests are running and spawning.max_running_tests is '::text || js_text(v_limit) || '.'::text), null::r_ghy4v7) end;
end
$plain$;

create function lh_engine_plain.spawning_spawn(v_bottleneck r_vm9475, v_input r_hfys74, v_taken text[]) returns r_73trat language plpgsql immutable as $plain$
declare
  v_found r_ht24y5;
  v_item r_ht24y5;
  v_history r_ht24y5;
  v_names r_xm6mew;
  v_s r_j4k7fj;
  v_plan r_l00n8h;
begin
  v_found := null;
  foreach v_item in array v_input."skills" loop
    if (v_item."skill_type" = v_bottleneck."suggested_skill") then
      v_found := v_item;
      exit;
    end if;
  end loop;
  v_history := v_found;
  v_names := names_free_names(v_bottleneck."suggested_skill", ((coalesce(v_history."spawned_count", '0'::float8)) + '1'::float8), v_taken, v_input."name_limits");
  v_s := v_input."settings";
  v_plan := planned_sample_planned_sample(row(v_s."spawning.confidence_level", (v_input."baseline")."conversions", (v_input."baseline")."leads", v_s."spawning.min_sample_size", v_s."decisions.planned_lift")::r_kw8cnv);
  return row((v_bottleneck."explanation" || ' No '::text || v_bottleneck."suggested_skill" || ' is being tested or resting, and no running test tracks '::text || v_bottleneck."metric" || '.'::text), v_plan, 'bottleneck_detected'::text, row(v_bottleneck."current_value", v_bottleneck."type", v_names."skill", v_bottleneck."suggested_skill", v_bottleneck."metric", v_bottleneck."target_value")::r_xz03yd, v_names."skill", spawning_test_of(v_bottleneck, v_names."test", row(v_input."settings")::r_9l8sux))::r_73trat;
end
$plain$;

create function lh_engine_plain.js_write_r6hidi(r_ct54wq) returns text language plpgsql immutable as $plain$
declare
  v_x r_ct54wq := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"bottleneck":' || to_json(v_x."bottleneck")::text
    || ',"skill_type":' || to_json(v_x."skill_type")::text
    || ',"metric":' || to_json(v_x."metric")::text
    || ',"action":' || to_json(v_x."action")::text
    || ',"skill_name":' || coalesce(to_json(v_x."skill_name")::text, 'null')
    || ',"reason":' || to_json(v_x."reason")::text
    || ',"explanation":' || to_json(v_x."explanation")::text
    || ',"skill_id":' || coalesce(to_json(v_x."skill_id")::text, 'null')
    || ',"ab_test_id":' || coalesce(to_json(v_x."ab_test_id")::text, 'null')
    || ',"since":' || coalesce(to_json(v_x."since")::text, 'null')
    || ',"until":' || coalesce(to_json(v_x."until")::text, 'null')
    || coalesce(',"skill":' || js_write_ckwmsm(v_x."skill"), '')
    || coalesce(',"test":' || js_write_yak0em(v_x."test"), '')
    || coalesce(',"plan":' || js_write_x6id28(v_x."plan"), ''), 2) || '}';
end
$plain$;

create function lh_engine_plain.decimal_to_decimal(v_x float8) returns r_nwmwjc language plpgsql immutable as $plain$
declare
  v_whole text[];
  v_given text;
  v_mantissa text;
  v_given_2 text;
  v_exponent text;
  v_whole_2 text[];
  v_given_3 text;
  v_whole_3 text;
  v_given_4 text;
  v_fraction text;
  v_digits numeric;
  v_scale float8;
begin
  v_whole := js_split(js_text(v_x), 'e'::text);
  v_given := v_whole[1];
  if (v_given is not distinct from null) then
    v_given := '0'::text;
  end if;
  v_mantissa := v_given;
  v_given_2 := v_whole[2];
  if (v_given_2 is not distinct from null) then
    v_given_2 := '0'::text;
  end if;
  v_exponent := v_given_2;
  v_whole_2 := js_split(v_mantissa, '.'::text);
  v_given_3 := v_whole_2[1];
  if (v_given_3 is not distinct from null) then
    v_given_3 := '0'::text;
  end if;
  v_whole_3 := v_given_3;
  v_given_4 := v_whole_2[2];
  if (v_given_4 is not distinct from null) then
    v_given_4 := ''::text;
  end if;
  v_fraction := v_given_4;
  v_digits := js_bigint_of_text((v_whole_3 || v_fraction));
  v_scale := (js_length(v_fraction) - js_number_of_text(v_exponent));
  return case when (v_scale >= '0'::float8 and v_scale <> 'NaN'::float8) then row(v_digits, v_scale)::r_nwmwjc else row((v_digits * js_power_of_bigint('10'::numeric, js_bigint((- v_scale)))), '0'::float8)::r_nwmwjc end;
end
$plain$;

create function lh_engine_plain.decimal_quotient(v_a numeric, v_b numeric) returns float8 language plpgsql immutable as $plain$
declare
  v_t float8;
  v_t_2 float8;
  v_excess numeric;
begin
  v_t := (decimal_magnitude_bits(v_a) - '1000'::float8);
  v_t_2 := (decimal_magnitude_bits(v_b) - '1000'::float8);
  v_excess := js_bigint(js_max_of(array['0'::float8, v_t, v_t_2]));
  return js_divide((js_shift_bigint(v_a, v_excess))::float8, (js_shift_bigint(v_b, v_excess))::float8);
end
$plain$;

create function lh_engine_plain.erfcinv_erfcinv(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_sign float8;
  v_qs float8;
  v_q float8;
  v_g float8;
  v_r float8;
begin
  v_x_2 := v_x;
  v_sign := null;
  v_qs := null;
  v_q := null;
  v_g := null;
  v_r := null;
  if js_is_nan(v_x_2) then
    return 'NaN'::float8;
  end if;
  if (v_x_2 = '0'::float8) then
    return 'Infinity'::float8;
  end if;
  if (v_x_2 = '2'::float8) then
    return '-Infinity'::float8;
  end if;
  if (v_x_2 = '1'::float8) then
    return '0'::float8;
  end if;
  if ((v_x_2 > '2'::float8 and v_x_2 <> 'NaN'::float8) or (v_x_2 < '0'::float8)) then
    return 'NaN'::float8;
  end if;
  if (v_x_2 > '1'::float8 and v_x_2 <> 'NaN'::float8) then
    v_sign := '-1'::float8;
    v_q := ('2'::float8 - v_x_2);
  else
    v_sign := '1'::float8;
    v_q := v_x_2;
  end if;
  v_x_2 := ('1'::float8 - v_q);
  if (v_x_2 <= '0.5'::float8) then
    v_g := (v_x_2 * (v_x_2 + '10'::float8));
    v_r := erfcinv_rational_p1q1_evalrational(v_x_2);
    return (v_sign * ((v_g * '0.08913147449493408'::float8) + (v_g * v_r)));
  end if;
  if (v_q >= '0.25'::float8 and v_q <> 'NaN'::float8) then
    v_g := js_sqrt(('-2'::float8 * ln_ln(v_q)));
    v_q := (v_q - '0.25'::float8);
    v_r := erfcinv_rational_p2q2_evalrational(v_q);
    return (v_sign * (js_divide(v_g, ('2.249481201171875'::float8 + v_r))));
  end if;
  v_q := js_sqrt((- ln_ln(v_q)));
  if (v_q < '3'::float8) then
    v_qs := (v_q - '1.125'::float8);
    v_r := erfcinv_rational_p3q3_evalrational(v_qs);
    return (v_sign * (('0.807220458984375'::float8 * v_q) + (v_r * v_q)));
  end if;
  if (v_q < '6'::float8) then
    v_qs := (v_q - '3'::float8);
    v_r := erfcinv_rational_p4q4_evalrational(v_qs);
    return (v_sign * (('0.9399557113647461'::float8 * v_q) + (v_r * v_q)));
  end if;
  v_qs := (v_q - '6'::float8);
  v_r := erfcinv_rational_p5q5_evalrational(v_qs);
  return (v_sign * (('0.9836282730102539'::float8 * v_q) + (v_r * v_q)));
end
$plain$;

create function lh_engine_plain.decimal_cross_difference(v_a float8, v_b float8, v_c float8, v_d float8) returns float8 language plpgsql immutable as $plain$
declare
  v_left float8;
  v_right float8;
begin
  v_left := (v_a * v_b);
  v_right := (v_c * v_d);
  return case when ((v_left <= '9007199254740991'::float8) and (v_right <= '9007199254740991'::float8)) then (v_left - v_right) else (((js_bigint(v_a) * js_bigint(v_b)) - (js_bigint(v_c) * js_bigint(v_d))))::float8 end;
end
$plain$;

create function lh_engine_plain.log1p_log1p(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_hfsq float8;
  v_hu float8;
  v_y float8;
  v_f float8;
  v_c float8;
  v_s float8;
  v_z float8;
  v_r float8;
  v_u float8;
  v_k float8;
begin
  v_x_2 := v_x;
  v_hfsq := null;
  v_hu := null;
  v_y := null;
  v_f := null;
  v_c := null;
  v_s := null;
  v_z := null;
  v_r := null;
  v_u := null;
  v_k := null;
  if ((v_x_2 < '-1'::float8) or js_is_nan(v_x_2)) then
    return 'NaN'::float8;
  end if;
  if (v_x_2 = '-1'::float8) then
    return '-Infinity'::float8;
  end if;
  if (v_x_2 = 'Infinity'::float8 and v_x_2 is distinct from 'NaN'::float8) then
    return v_x_2;
  end if;
  if (v_x_2 = '0'::float8) then
    return v_x_2;
  end if;
  if (v_x_2 < '0'::float8) then
    v_y := (- v_x_2);
  else
    v_y := v_x_2;
  end if;
  v_k := '1'::float8;
  if (v_y < '0.41421356237309503'::float8) then
    if (v_y < '1.862645149230957e-9'::float8) then
      if (v_y < '5.551115123125783e-17'::float8) then
        return v_x_2;
      end if;
      return (v_x_2 - ((v_x_2 * v_x_2) * '0.5'::float8));
    end if;
    if (v_x_2 > '-0.2928932188134525'::float8 and v_x_2 <> 'NaN'::float8) then
      v_k := '0'::float8;
      v_f := v_x_2;
      v_hu := '1'::float8;
    end if;
  end if;
  if (not (v_k = '0'::float8)) then
    if (v_y < '9007199254740992'::float8) then
      v_u := ('1'::float8 + v_x_2);
      v_hu := js_high_word(v_u);
      v_k := ((js_shift_right(v_hu, '20'::float8)) - '1023'::float8);
      if (v_k > '0'::float8 and v_k <> 'NaN'::float8) then
        v_c := ('1'::float8 - (v_u - v_x_2));
      else
        v_c := (v_x_2 - (v_u - '1'::float8));
      end if;
      v_c := case when v_u = 0 then js_divide(v_c, v_u) else v_c / v_u end;
    else
      v_u := v_x_2;
      v_hu := js_high_word(v_u);
      v_k := ((js_shift_right(v_hu, '20'::float8)) - '1023'::float8);
      v_c := '0'::float8;
    end if;
    v_hu := js_and(v_hu, '1048575'::float8);
    if (v_hu < '434334'::float8) then
      v_u := js_set_high_word(v_u, js_or(v_hu, '1072693248'::float8));
    else
      v_k := (v_k + '1'::float8);
      v_u := js_set_high_word(v_u, js_or(v_hu, '1071644672'::float8));
      v_hu := js_shift_right(('1048576'::float8 - v_hu), '2'::float8);
    end if;
    v_f := (v_u - '1'::float8);
  end if;
  v_hfsq := (('0.5'::float8 * v_f) * v_f);
  if (v_hu is not distinct from '0'::float8) then
    if (v_f is not distinct from '0'::float8) then
      v_c := (v_c + (v_k * '1.9082149292705877e-10'::float8));
      return ((v_k * '0.6931471803691238'::float8) + v_c);
    end if;
    v_r := (v_hfsq * ('1'::float8 - ('0.6666666666666666'::float8 * v_f)));
    return ((v_k * '0.6931471803691238'::float8) - ((v_r - ((v_k * '1.9082149292705877e-10'::float8) + v_c)) - v_f));
  end if;
  v_s := js_divide(v_f, ('2'::float8 + v_f));
  v_z := (v_s * v_s);
  v_r := (v_z * ('0.6666666666666735'::float8 + (v_z * ('0.3999999999940942'::float8 + (v_z * ('0.2857142874366239'::float8 + (v_z * ('0.22222198432149784'::float8 + (v_z * ('0.1818357216161805'::float8 + (v_z * ('0.15313837699209373'::float8 + (v_z * '0.14798198605116586'::float8)))))))))))));
  if (v_k = '0'::float8) then
    return (v_f - (v_hfsq - (v_s * (v_hfsq + v_r))));
  end if;
  return ((v_k * '0.6931471803691238'::float8) - ((v_hfsq - ((v_s * (v_hfsq + v_r)) + ((v_k * '1.9082149292705877e-10'::float8) + v_c))) - v_f));
end
$plain$;

create function lh_engine_plain.expm1_expm1(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_halfx float8;
  v_twopk float8;
  v_sign boolean;
  v_hi float8;
  v_lo float8;
  v_hx float8;
  v_r1 float8;
  v_y float8;
  v_z float8;
  v_c float8;
  v_t float8;
  v_e float8;
  v_k float8;
begin
  v_x_2 := v_x;
  v_halfx := null;
  v_twopk := null;
  v_sign := null;
  v_hi := null;
  v_lo := null;
  v_hx := null;
  v_r1 := null;
  v_y := null;
  v_z := null;
  v_c := null;
  v_t := null;
  v_e := null;
  v_k := null;
  if ((v_x_2 = 'Infinity'::float8 and v_x_2 is distinct from 'NaN'::float8) or js_is_nan(v_x_2)) then
    return v_x_2;
  end if;
  if (v_x_2 = '-Infinity'::float8 and v_x_2 is distinct from 'NaN'::float8) then
    return '-1'::float8;
  end if;
  if (v_x_2 = '0'::float8) then
    return v_x_2;
  end if;
  if (v_x_2 < '0'::float8) then
    v_sign := true;
    v_y := (- v_x_2);
  else
    v_sign := false;
    v_y := v_x_2;
  end if;
  if (v_y >= '38.816242111356935'::float8 and v_y <> 'NaN'::float8) then
    if v_sign then
      return '-1'::float8;
    end if;
    if (v_y >= '709.782712893384'::float8 and v_y <> 'NaN'::float8) then
      return 'Infinity'::float8;
    end if;
  end if;
  v_hx := js_or(js_high_word(v_y), '0'::float8);
  if (v_y > '0.34657359027997264'::float8 and v_y <> 'NaN'::float8) then
    if (v_y < '1.0397207708399179'::float8) then
      if v_sign then
        v_hi := (v_x_2 + '0.6931471803691238'::float8);
        v_lo := '-1.9082149292705877e-10'::float8;
        v_k := '-1'::float8;
      else
        v_hi := (v_x_2 - '0.6931471803691238'::float8);
        v_lo := '1.9082149292705877e-10'::float8;
        v_k := '1'::float8;
      end if;
    else
      if v_sign then
        v_k := (('1.4426950408889634'::float8 * v_x_2) - '0.5'::float8);
      else
        v_k := (('1.4426950408889634'::float8 * v_x_2) + '0.5'::float8);
      end if;
      v_k := js_or(v_k, '0'::float8);
      v_t := v_k;
      v_hi := (v_x_2 - (v_t * '0.6931471803691238'::float8));
      v_lo := (v_t * '1.9082149292705877e-10'::float8);
    end if;
    v_x_2 := (v_hi - v_lo);
    v_c := ((v_hi - v_x_2) - v_lo);
  else
    if (v_hx < '1016070144'::float8) then
      return v_x_2;
    else
      v_k := '0'::float8;
    end if;
  end if;
  v_halfx := ('0.5'::float8 * v_x_2);
  v_z := (v_x_2 * v_halfx);
  v_r1 := ('1'::float8 + (v_z * ('-0.03333333333333313'::float8 + (v_z * ('0.0015873015872548146'::float8 + (v_z * ('-0.0000793650757867488'::float8 + (v_z * ('0.000004008217827329362'::float8 + (v_z * '-2.0109921818362437e-7'::float8))))))))));
  v_t := ('3'::float8 - (v_r1 * v_halfx));
  v_e := (v_z * (js_divide((v_r1 - v_t), ('6'::float8 - (v_x_2 * v_t)))));
  if (v_k = '0'::float8) then
    return (v_x_2 - ((v_x_2 * v_e) - v_z));
  end if;
  v_twopk := js_from_words(js_shift_left(('1023'::float8 + v_k), '20'::float8), '0'::float8);
  v_e := ((v_x_2 * (v_e - v_c)) - v_c);
  v_e := (v_e - v_z);
  if (v_k = '-1'::float8) then
    return (('0.5'::float8 * (v_x_2 - v_e)) - '0.5'::float8);
  end if;
  if (v_k = '1'::float8) then
    if (v_x_2 < '-0.25'::float8) then
      return ('-2'::float8 * (v_e - (v_x_2 + '0.5'::float8)));
    end if;
    return ('1'::float8 + ('2'::float8 * (v_x_2 - v_e)));
  end if;
  if ((v_k <= '-2'::float8) or (v_k > '56'::float8 and v_k <> 'NaN'::float8)) then
    v_y := ('1'::float8 - (v_e - v_x_2));
    if (v_k = '1024'::float8) then
      v_hi := js_or((js_high_word(v_y) + (js_shift_left(v_k, '20'::float8))), '0'::float8);
      v_y := js_set_high_word(v_y, v_hi);
    else
      v_y := (v_y * v_twopk);
    end if;
    return (v_y - '1'::float8);
  end if;
  v_t := '1'::float8;
  if (v_k < '20'::float8) then
    v_hi := js_or(('1072693248'::float8 - (js_shift_right('2097152'::float8, v_k))), '0'::float8);
    v_t := js_set_high_word(v_t, v_hi);
    v_y := (v_t - (v_e - v_x_2));
  else
    v_hi := js_or((js_shift_left(('1023'::float8 - v_k), '20'::float8)), '0'::float8);
    v_t := js_set_high_word(v_t, v_hi);
    v_y := (v_x_2 - (v_e + v_t));
    v_y := (v_y + '1'::float8);
  end if;
  v_y := (v_y * v_twopk);
  return v_y;
end
$plain$;

create function lh_engine_plain.proportions_distance_below(v_conversions float8, v_leads float8, v_z float8) returns float8 language plpgsql immutable as $plain$
declare
  v_p float8;
  v_q float8;
  v_t float8;
  v_root float8;
  v_tilt float8;
begin
  v_p := case when v_leads = 0 then js_divide(v_conversions, v_leads) else v_conversions / v_leads end;
  v_q := case when v_leads = 0 then js_divide((v_leads - v_conversions), v_leads) else (v_leads - v_conversions) / v_leads end;
  v_t := ((v_z * v_z) + ((('4'::float8 * v_leads) * v_p) * v_q));
  v_root := case when v_t < 0 then 'NaN'::float8 else sqrt(v_t) end;
  v_tilt := case when v_leads = 0 then js_divide((('2'::float8 * v_conversions) - v_leads), v_leads) else (('2'::float8 * v_conversions) - v_leads) / v_leads end;
  return case when (v_tilt <= '0'::float8) then js_divide(((('2'::float8 * v_z) * v_p) * v_q), (v_root - (v_z * v_tilt))) else js_divide((((v_z * v_z) * v_tilt) + (v_z * v_root)), ('2'::float8 * (v_leads + (v_z * v_z)))) end;
end
$plain$;

create function lh_engine_plain.power_needed_distance(v_p1 float8, v_p2 float8, v_zalpha float8, v_zpower float8) returns float8 language plpgsql immutable as $plain$
declare
  v_mean float8;
  v_t float8;
  v_t_2 float8;
begin
  v_mean := ((v_p1 + v_p2) / '2'::float8);
  v_t := (('2'::float8 * v_mean) * ('1'::float8 - v_mean));
  v_t_2 := ((v_p1 * ('1'::float8 - v_p1)) + (v_p2 * ('1'::float8 - v_p2)));
  return ((v_zalpha * case when v_t < 0 then 'NaN'::float8 else sqrt(v_t) end) + (v_zpower * case when v_t_2 < 0 then 'NaN'::float8 else sqrt(v_t_2) end));
end
$plain$;

create function lh_engine_plain.pow_pow(v_x float8, v_y float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_y_2 float8;
  v_ahx float8;
  v_ahy float8;
  v_ax float8;
  v_hx float8;
  v_lx float8;
  v_hy float8;
  v_ly float8;
  v_sx float8;
  v_sy float8;
  v_y1 float8;
  v_hp float8;
  v_lp float8;
  v_t float8[];
  v_z float8;
  v_j float8;
  v_i float8;
  v_result float8;
  v_result_2 float8;
  v_result_3 boolean;
  v_x_3 float8;
  v_x_4 float8;
  v_t_2 float8;
  v_x_5 float8;
  v_x_6 float8;
  v_t_3 float8;
  v_result_4 boolean;
  v_x_7 float8;
  v_x_8 float8;
  v_t_4 float8;
  v_x_9 float8;
  v_x_10 float8;
  v_t_5 float8;
  v_result_5 boolean;
  v_x_11 float8;
  v_x_12 float8;
  v_t_6 float8;
  v_x_13 float8;
  v_x_14 float8;
  v_t_7 float8;
  v_holds boolean;
  v_t_8 float8;
  v_holds_2 boolean;
  v_result_6 boolean;
  v_x_15 float8;
  v_x_16 float8;
  v_t_9 float8;
  v_x_17 float8;
  v_x_18 float8;
  v_t_10 float8;
  v_holds_3 boolean;
  v_result_7 float8;
  v_ahx_2 float8;
  v_hx_2 float8;
  v_result_8 float8[];
  v_t2 float8;
  v_t1 float8;
  v_t_11 float8;
  v_w float8;
  v_u float8;
  v_v float8;
  v_t_12 float8;
  v_t_13 float8;
  v_t_14 float8;
begin
  v_x_2 := v_x;
  v_y_2 := v_y;
  v_ahx := null;
  v_ahy := null;
  v_ax := null;
  v_hx := null;
  v_lx := null;
  v_hy := null;
  v_ly := null;
  v_sx := null;
  v_sy := null;
  v_y1 := null;
  v_hp := null;
  v_lp := null;
  v_t := null;
  v_z := null;
  v_j := null;
  v_i := null;
  if (js_is_nan(v_x_2) or js_is_nan(v_y_2)) then
    return 'NaN'::float8;
  end if;
  v_hy := js_high_word(v_y_2);
  v_ly := js_low_word(v_y_2);
  if (v_ly is not distinct from '0'::float8) then
    if (v_y_2 = '0'::float8) then
      return '1'::float8;
    end if;
    if (v_y_2 = '1'::float8) then
      return v_x_2;
    end if;
    if (v_y_2 = '-1'::float8) then
      return case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    end if;
    if (v_y_2 = '0.5'::float8) then
      return js_sqrt(v_x_2);
    end if;
    if (v_y_2 = '-0.5'::float8) then
      return js_divide('1'::float8, js_sqrt(v_x_2));
    end if;
    if (v_y_2 = '2'::float8) then
      return (v_x_2 * v_x_2);
    end if;
    if (v_y_2 = '3'::float8) then
      return ((v_x_2 * v_x_2) * v_x_2);
    end if;
    if (v_y_2 = '4'::float8) then
      v_x_2 := (v_x_2 * v_x_2);
      return (v_x_2 * v_x_2);
    end if;
    if js_is_infinite(v_y_2) then
      <<v_at_end>>
      begin
        if (v_x_2 = '-1'::float8) then
          v_result := js_divide((v_x_2 - v_x_2), (v_x_2 - v_x_2));
          exit v_at_end;
        end if;
        if (v_x_2 = '1'::float8) then
          v_result := '1'::float8;
          exit v_at_end;
        end if;
        if ((abs(v_x_2) < '1'::float8) = (v_y_2 = 'Infinity'::float8 and v_y_2 is distinct from 'NaN'::float8)) then
          v_result := '0'::float8;
          exit v_at_end;
        end if;
        v_result := 'Infinity'::float8;
        exit v_at_end;
      end v_at_end;
      return v_result;
    end if;
  end if;
  v_hx := js_high_word(v_x_2);
  v_lx := js_low_word(v_x_2);
  if (v_lx is not distinct from '0'::float8) then
    if (v_hx is not distinct from '0'::float8) then
      <<v_at_end_2>>
      begin
        if (v_y_2 = '-Infinity'::float8 and v_y_2 is distinct from 'NaN'::float8) then
          v_result_2 := 'Infinity'::float8;
          exit v_at_end_2;
        end if;
        if (v_y_2 = 'Infinity'::float8 and v_y_2 is distinct from 'NaN'::float8) then
          v_result_2 := '0'::float8;
          exit v_at_end_2;
        end if;
        if (v_y_2 > '0'::float8 and v_y_2 <> 'NaN'::float8) then
          <<v_at_end_3>>
          begin
            if (v_y_2 > '0'::float8 and v_y_2 <> 'NaN'::float8) then
              v_x_3 := (v_y_2 - '1'::float8);
              v_x_4 := (v_x_3 / '2'::float8);
              v_t_2 := floor(v_x_4);
              v_result_3 := (v_t_2 = v_x_4 and v_t_2 is distinct from 'NaN'::float8);
              exit v_at_end_3;
            end if;
            v_x_5 := (v_y_2 + '1'::float8);
            v_x_6 := (v_x_5 / '2'::float8);
            v_t_3 := floor(v_x_6);
            v_result_3 := (v_t_3 = v_x_6 and v_t_3 is distinct from 'NaN'::float8);
            exit v_at_end_3;
          end v_at_end_3;
          if (v_result_3 is true) then
            v_result_2 := v_x_2;
            exit v_at_end_2;
          end if;
          v_result_2 := '0'::float8;
          exit v_at_end_2;
        end if;
        <<v_at_end_4>>
        begin
          if (v_y_2 > '0'::float8 and v_y_2 <> 'NaN'::float8) then
            v_x_7 := (v_y_2 - '1'::float8);
            v_x_8 := (v_x_7 / '2'::float8);
            v_t_4 := floor(v_x_8);
            v_result_4 := (v_t_4 = v_x_8 and v_t_4 is distinct from 'NaN'::float8);
            exit v_at_end_4;
          end if;
          v_x_9 := (v_y_2 + '1'::float8);
          v_x_10 := (v_x_9 / '2'::float8);
          v_t_5 := floor(v_x_10);
          v_result_4 := (v_t_5 = v_x_10 and v_t_5 is distinct from 'NaN'::float8);
          exit v_at_end_4;
        end v_at_end_4;
        if (v_result_4 is true) then
          v_result_2 := js_copy_sign('Infinity'::float8, v_x_2);
          exit v_at_end_2;
        end if;
        v_result_2 := 'Infinity'::float8;
        exit v_at_end_2;
      end v_at_end_2;
      return v_result_2;
    end if;
    if (v_x_2 = '1'::float8) then
      return '1'::float8;
    end if;
    v_holds := (v_x_2 = '-1'::float8);
    if v_holds then
      <<v_at_end_5>>
      begin
        if (v_y_2 > '0'::float8 and v_y_2 <> 'NaN'::float8) then
          v_x_11 := (v_y_2 - '1'::float8);
          v_x_12 := (v_x_11 / '2'::float8);
          v_t_6 := floor(v_x_12);
          v_result_5 := (v_t_6 = v_x_12 and v_t_6 is distinct from 'NaN'::float8);
          exit v_at_end_5;
        end if;
        v_x_13 := (v_y_2 + '1'::float8);
        v_x_14 := (v_x_13 / '2'::float8);
        v_t_7 := floor(v_x_14);
        v_result_5 := (v_t_7 = v_x_14 and v_t_7 is distinct from 'NaN'::float8);
        exit v_at_end_5;
      end v_at_end_5;
      v_holds := (v_result_5 is true);
    end if;
    if v_holds then
      return '-1'::float8;
    end if;
    if js_is_infinite(v_x_2) then
      if (v_x_2 = '-Infinity'::float8 and v_x_2 is distinct from 'NaN'::float8) then
        return pow_pow('-0'::float8, (- v_y_2));
      end if;
      if (v_y_2 < '0'::float8) then
        return '0'::float8;
      end if;
      return 'Infinity'::float8;
    end if;
  end if;
  v_holds_2 := (v_x_2 < '0'::float8);
  if v_holds_2 then
    v_t_8 := floor(v_y_2);
    v_holds_2 := ((v_t_8 = v_y_2 and v_t_8 is distinct from 'NaN'::float8) = false);
  end if;
  if v_holds_2 then
    return js_divide((v_x_2 - v_x_2), (v_x_2 - v_x_2));
  end if;
  v_ax := abs(v_x_2);
  v_ahx := js_or((js_and(v_hx, '2147483647'::float8)), '0'::float8);
  v_ahy := js_or((js_and(v_hy, '2147483647'::float8)), '0'::float8);
  v_sx := js_or((js_shift_right_unsigned(v_hx, '31'::float8)), '0'::float8);
  v_sy := js_or((js_shift_right_unsigned(v_hy, '31'::float8)), '0'::float8);
  v_holds_3 := coalesce(v_sx <> 0 and v_sx <> 'NaN'::float8, false);
  if v_holds_3 then
    <<v_at_end_6>>
    begin
      if (v_y_2 > '0'::float8 and v_y_2 <> 'NaN'::float8) then
        v_x_15 := (v_y_2 - '1'::float8);
        v_x_16 := (v_x_15 / '2'::float8);
        v_t_9 := floor(v_x_16);
        v_result_6 := (v_t_9 = v_x_16 and v_t_9 is distinct from 'NaN'::float8);
        exit v_at_end_6;
      end if;
      v_x_17 := (v_y_2 + '1'::float8);
      v_x_18 := (v_x_17 / '2'::float8);
      v_t_10 := floor(v_x_18);
      v_result_6 := (v_t_10 = v_x_18 and v_t_10 is distinct from 'NaN'::float8);
      exit v_at_end_6;
    end v_at_end_6;
    v_holds_3 := (v_result_6 is true);
  end if;
  if v_holds_3 then
    v_sx := '-1'::float8;
  else
    v_sx := '1'::float8;
  end if;
  if (v_ahy > '1105199104'::float8 and v_ahy <> 'NaN'::float8) then
    if (v_ahy > '1139802112'::float8 and v_ahy <> 'NaN'::float8) then
      <<v_at_end_7>>
      begin
        v_ahx_2 := null;
        v_hx_2 := null;
        v_hx_2 := js_high_word(v_x_2);
        v_ahx_2 := (js_and(v_hx_2, '2147483647'::float8));
        if (v_ahx_2 <= '1072693247'::float8) then
          if (v_y_2 < '0'::float8) then
            v_result_7 := 'Infinity'::float8;
            exit v_at_end_7;
          end if;
          v_result_7 := '0'::float8;
          exit v_at_end_7;
        end if;
        if (v_y_2 > '0'::float8 and v_y_2 <> 'NaN'::float8) then
          v_result_7 := 'Infinity'::float8;
          exit v_at_end_7;
        end if;
        v_result_7 := '0'::float8;
        exit v_at_end_7;
      end v_at_end_7;
      return v_result_7;
    end if;
    if (v_ahx < '1072693247'::float8) then
      if (v_sy = '1'::float8) then
        return ((v_sx * '1e+300'::float8) * '1e+300'::float8);
      end if;
      return ((v_sx * '1e-300'::float8) * '1e-300'::float8);
    end if;
    if (v_ahx > '1072693248'::float8 and v_ahx <> 'NaN'::float8) then
      if (v_sy = '0'::float8) then
        return ((v_sx * '1e+300'::float8) * '1e+300'::float8);
      end if;
      return ((v_sx * '1e-300'::float8) * '1e-300'::float8);
    end if;
    v_t2 := null;
    v_t1 := null;
    v_t_11 := null;
    v_w := null;
    v_u := null;
    v_v := null;
    v_t_11 := (v_ax - '1'::float8);
    v_w := ((v_t_11 * v_t_11) * ('0.5'::float8 + (v_t_11 * ('-0.3333333333333333'::float8 + (v_t_11 * '0.25'::float8)))));
    v_u := ('1.4426950216293335'::float8 * v_t_11);
    v_v := ((v_t_11 * '1.9259629911266175e-8'::float8) - (v_w * '1.4426950408889634'::float8));
    v_t1 := (v_u + v_v);
    v_t1 := js_set_low_word(v_t1, '0'::float8);
    v_t2 := (v_v - (v_t1 - v_u));
    v_result_8 := array[v_t1, v_t2]::float8[];
    v_t := v_result_8;
  else
    v_t := pow_log2ax_log2ax(v_ax, v_ahx);
  end if;
  v_y1 := js_set_low_word(v_y_2, '0'::float8);
  v_lp := (((v_y_2 - v_y1) * v_t[1]) + (v_y_2 * v_t[2]));
  v_hp := (v_y1 * v_t[1]);
  v_z := (v_lp + v_hp);
  v_j := js_int32(js_high_word(v_z));
  v_i := js_int32(js_low_word(v_z));
  if (v_j >= '1083179008'::float8 and v_j <> 'NaN'::float8) then
    if (not ((js_or((v_j - '1083179008'::float8), v_i)) = '0'::float8)) then
      return ((v_sx * '1e+300'::float8) * '1e+300'::float8);
    end if;
    v_t_12 := (v_lp + '8.008566259537294e-17'::float8);
    if (v_t_12 > (v_z - v_hp) and v_t_12 <> 'NaN'::float8) then
      return ((v_sx * '1e+300'::float8) * '1e+300'::float8);
    end if;
  else
    v_t_13 := (js_and(v_j, '2147483647'::float8));
    if (v_t_13 >= '1083231232'::float8 and v_t_13 <> 'NaN'::float8) then
      if (not ((js_or((v_j - '3230714880'::float8), v_i)) = '0'::float8)) then
        return ((v_sx * '1e-300'::float8) * '1e-300'::float8);
      end if;
      v_t_14 := (v_z - v_hp);
      if (v_lp <= v_t_14 and v_t_14 <> 'NaN'::float8) then
        return ((v_sx * '1e-300'::float8) * '1e-300'::float8);
      end if;
    end if;
  end if;
  v_z := pow_pow2_pow2(v_j, v_hp, v_lp);
  return (v_sx * v_z);
end
$plain$;

create function lh_engine_plain.kernel_betainc_assign_ibeta_imp(v_x float8, v_a float8, v_b float8, v_regularized boolean, v_upper boolean) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_a_2 float8;
  v_b_2 float8;
  v_regularized_2 boolean;
  v_upper_2 boolean;
  v_out0 float8;
  v_lambda float8;
  v_prefix float8;
  v_fract float8;
  v_bbar float8;
  v_div float8;
  v_tmp float8;
  v_i0 float8;
  v_i1 float8;
  v_k float8;
  v_n float8;
  v_p float8;
  v_y float8;
  v_x_3 float8;
  v_result float8;
  v_sgn boolean;
  v_zz float8;
  v_a_3 float8;
  v_p_2 float8;
  v_z float8;
  v_x_4 float8;
  v_result_2 float8;
  v_sgn_2 boolean;
  v_zz_2 float8;
  v_a_4 float8;
  v_p_3 float8;
  v_z_2 float8;
  v_either float8;
  v_result_3 float8;
  v_t float8;
  v_holds boolean;
  v_result_4 float8;
  v_t_2 float8;
  v_holds_2 boolean;
  v_x_5 float8;
  v_result_5 float8;
  v_t_3 float8;
  v_holds_3 boolean;
  v_t_4 float8;
  v_t_5 float8;
  v_holds_4 boolean;
begin
  v_x_2 := v_x;
  v_a_2 := v_a;
  v_b_2 := v_b;
  v_regularized_2 := v_regularized;
  v_upper_2 := v_upper;
  v_out0 := null;
  v_lambda := null;
  v_prefix := null;
  v_fract := null;
  v_bbar := null;
  v_div := null;
  v_tmp := null;
  v_i0 := null;
  v_i1 := null;
  v_k := null;
  v_n := null;
  v_p := null;
  v_y := null;
  v_y := ('1'::float8 - v_x_2);
  if ((js_is_nan(v_x_2) or (v_x_2 < '0'::float8)) or (v_x_2 > '1'::float8 and v_x_2 <> 'NaN'::float8)) then
    v_out0 := 'NaN'::float8;
    return v_out0;
  end if;
  if v_regularized_2 then
    if ((v_a_2 < '0'::float8) or (v_b_2 < '0'::float8)) then
      v_out0 := 'NaN'::float8;
      return v_out0;
    end if;
    if (v_a_2 is not distinct from '0'::float8) then
      if (v_b_2 is not distinct from '0'::float8) then
        v_out0 := 'NaN'::float8;
        return v_out0;
      end if;
      if (v_b_2 > '0'::float8 and v_b_2 <> 'NaN'::float8) then
        v_out0 := case when v_upper_2 then '0'::float8 else '1'::float8 end;
        return v_out0;
      end if;
    else
      if (v_b_2 is not distinct from '0'::float8) then
        if (v_a_2 > '0'::float8 and v_a_2 <> 'NaN'::float8) then
          v_out0 := case when v_upper_2 then '1'::float8 else '0'::float8 end;
          return v_out0;
        end if;
      end if;
    end if;
  else
    if ((v_a_2 <= '0'::float8) or (v_b_2 <= '0'::float8)) then
      v_out0 := 'NaN'::float8;
      return v_out0;
    end if;
  end if;
  if (v_x_2 is not distinct from '0'::float8) then
    if (v_a_2 is not distinct from '1'::float8) then
    end if;
    if v_upper_2 then
      v_out0 := case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end;
      return v_out0;
    end if;
    v_out0 := '0'::float8;
    return v_out0;
  end if;
  if (v_x_2 is not distinct from '1'::float8) then
    if (v_b_2 is not distinct from '1'::float8) then
    end if;
    if v_upper_2 then
      v_out0 := '0'::float8;
    else
      v_out0 := case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end;
    end if;
    return v_out0;
  end if;
  if ((v_a_2 is not distinct from '0.5'::float8) and (v_b_2 is not distinct from '0.5'::float8)) then
    if v_upper_2 then
      v_x_3 := js_sqrt(v_y);
      <<v_at_end>>
      begin
        v_sgn := null;
        v_zz := null;
        v_a_3 := null;
        v_p_2 := null;
        v_z := null;
        if js_is_nan(v_x_3) then
          v_result := 'NaN'::float8;
          exit v_at_end;
        end if;
        if (v_x_3 > '0'::float8 and v_x_3 <> 'NaN'::float8) then
          v_a_3 := v_x_3;
        else
          v_sgn := true;
          v_a_3 := (- v_x_3);
        end if;
        if (v_a_3 > '1'::float8 and v_a_3 <> 'NaN'::float8) then
          v_result := 'NaN'::float8;
          exit v_at_end;
        end if;
        if (v_a_3 > '0.625'::float8 and v_a_3 <> 'NaN'::float8) then
          v_zz := ('1'::float8 - v_a_3);
          v_p_2 := (v_zz * asin_rational_rs_evalrational(v_zz));
          v_zz := js_sqrt((v_zz + v_zz));
          v_z := ('0.7853981633974483'::float8 - v_zz);
          v_zz := ((v_zz * v_p_2) - '6.123233995736766e-17'::float8);
          v_z := (v_z - v_zz);
          v_z := (v_z + '0.7853981633974483'::float8);
        else
          if (v_a_3 < '1e-8'::float8) then
            v_result := v_x_3;
            exit v_at_end;
          end if;
          v_zz := (v_a_3 * v_a_3);
          v_z := (v_zz * asin_rational_pq_evalrational(v_zz));
          v_z := ((v_a_3 * v_z) + v_a_3);
        end if;
        v_result := case when (v_sgn is true) then (- v_z) else v_z end;
        exit v_at_end;
      end v_at_end;
      v_either := v_result;
    else
      v_x_4 := js_sqrt(v_x_2);
      <<v_at_end_2>>
      begin
        v_sgn_2 := null;
        v_zz_2 := null;
        v_a_4 := null;
        v_p_3 := null;
        v_z_2 := null;
        if js_is_nan(v_x_4) then
          v_result_2 := 'NaN'::float8;
          exit v_at_end_2;
        end if;
        if (v_x_4 > '0'::float8 and v_x_4 <> 'NaN'::float8) then
          v_a_4 := v_x_4;
        else
          v_sgn_2 := true;
          v_a_4 := (- v_x_4);
        end if;
        if (v_a_4 > '1'::float8 and v_a_4 <> 'NaN'::float8) then
          v_result_2 := 'NaN'::float8;
          exit v_at_end_2;
        end if;
        if (v_a_4 > '0.625'::float8 and v_a_4 <> 'NaN'::float8) then
          v_zz_2 := ('1'::float8 - v_a_4);
          v_p_3 := (v_zz_2 * asin_rational_rs_evalrational(v_zz_2));
          v_zz_2 := js_sqrt((v_zz_2 + v_zz_2));
          v_z_2 := ('0.7853981633974483'::float8 - v_zz_2);
          v_zz_2 := ((v_zz_2 * v_p_3) - '6.123233995736766e-17'::float8);
          v_z_2 := (v_z_2 - v_zz_2);
          v_z_2 := (v_z_2 + '0.7853981633974483'::float8);
        else
          if (v_a_4 < '1e-8'::float8) then
            v_result_2 := v_x_4;
            exit v_at_end_2;
          end if;
          v_zz_2 := (v_a_4 * v_a_4);
          v_z_2 := (v_zz_2 * asin_rational_pq_evalrational(v_zz_2));
          v_z_2 := ((v_a_4 * v_z_2) + v_a_4);
        end if;
        v_result_2 := case when (v_sgn_2 is true) then (- v_z_2) else v_z_2 end;
        exit v_at_end_2;
      end v_at_end_2;
      v_either := v_result_2;
    end if;
    v_p := v_either;
    v_p := (v_p / '1.5707963267948966'::float8);
    if (not v_regularized_2) then
      v_p := (v_p * '3.141592653589793'::float8);
    end if;
    v_out0 := v_p;
    return v_out0;
  end if;
  if (v_a_2 is not distinct from '1'::float8) then
    v_tmp := v_b_2;
    v_b_2 := v_a_2;
    v_a_2 := v_tmp;
    v_tmp := v_y;
    v_y := v_x_2;
    v_x_2 := v_tmp;
    v_upper_2 := (not v_upper_2);
  end if;
  if (v_b_2 is not distinct from '1'::float8) then
    if (v_a_2 is not distinct from '1'::float8) then
      v_out0 := case when v_upper_2 then v_y else v_x_2 end;
      return v_out0;
    end if;
    if (v_y < '0.5'::float8) then
      v_p := case when v_upper_2 then (- expm1_expm1((v_a_2 * log1p_log1p((- v_y))))) else exp_exp((v_a_2 * log1p_log1p((- v_y)))) end;
    else
      v_p := case when v_upper_2 then (- (pow_pow(v_x_2, v_a_2) - '1'::float8)) else pow_pow(v_x_2, v_a_2) end;
    end if;
    if (not v_regularized_2) then
      v_p := case when v_a_2 = 0 then js_divide(v_p, v_a_2) else v_p / v_a_2 end;
    end if;
    v_out0 := v_p;
    return v_out0;
  end if;
  <<v_at_end_3>>
  begin
    if (js_is_nan(v_a_2) or js_is_nan(v_b_2)) then
      v_result_3 := 'NaN'::float8;
      exit v_at_end_3;
    end if;
    if ((v_a_2 = '-Infinity'::float8 and v_a_2 is distinct from 'NaN'::float8) or (v_b_2 = '-Infinity'::float8 and v_b_2 is distinct from 'NaN'::float8)) then
      v_result_3 := '-Infinity'::float8;
      exit v_at_end_3;
    end if;
    if ((v_a_2 = v_b_2 and v_a_2 is distinct from 'NaN'::float8) and (v_a_2 = '0'::float8)) then
      v_holds := (v_a_2 = '0'::float8);
      if v_holds then
        v_t := case when v_a_2 = 0 then js_divide('1'::float8, v_a_2) else '1'::float8 / v_a_2 end;
        v_holds := (v_t = '-Infinity'::float8 and v_t is distinct from 'NaN'::float8);
      end if;
      if v_holds then
        v_result_3 := v_a_2;
        exit v_at_end_3;
      end if;
      v_result_3 := v_b_2;
      exit v_at_end_3;
    end if;
    if (v_a_2 < v_b_2 and v_b_2 <> 'NaN'::float8) then
      v_result_3 := v_a_2;
      exit v_at_end_3;
    end if;
    v_result_3 := v_b_2;
    exit v_at_end_3;
  end v_at_end_3;
  if (v_result_3 <= '1'::float8) then
    if (v_x_2 > '0.5'::float8 and v_x_2 <> 'NaN'::float8) then
      v_tmp := v_b_2;
      v_b_2 := v_a_2;
      v_a_2 := v_tmp;
      v_tmp := v_y;
      v_y := v_x_2;
      v_x_2 := v_tmp;
      v_upper_2 := (not v_upper_2);
    end if;
    <<v_at_end_4>>
    begin
      if (js_is_nan(v_a_2) or js_is_nan(v_b_2)) then
        v_result_4 := 'NaN'::float8;
        exit v_at_end_4;
      end if;
      if ((v_a_2 = 'Infinity'::float8 and v_a_2 is distinct from 'NaN'::float8) or (v_b_2 = 'Infinity'::float8 and v_b_2 is distinct from 'NaN'::float8)) then
        v_result_4 := 'Infinity'::float8;
        exit v_at_end_4;
      end if;
      if ((v_a_2 = v_b_2 and v_a_2 is distinct from 'NaN'::float8) and (v_a_2 = '0'::float8)) then
        v_holds_2 := (v_a_2 = '0'::float8);
        if v_holds_2 then
          v_t_2 := case when v_a_2 = 0 then js_divide('1'::float8, v_a_2) else '1'::float8 / v_a_2 end;
          v_holds_2 := (v_t_2 = 'Infinity'::float8 and v_t_2 is distinct from 'NaN'::float8);
        end if;
        if v_holds_2 then
          v_result_4 := v_a_2;
          exit v_at_end_4;
        end if;
        v_result_4 := v_b_2;
        exit v_at_end_4;
      end if;
      if (v_a_2 > v_b_2 and v_a_2 <> 'NaN'::float8) then
        v_result_4 := v_a_2;
        exit v_at_end_4;
      end if;
      v_result_4 := v_b_2;
      exit v_at_end_4;
    end v_at_end_4;
    if (v_result_4 <= '1'::float8) then
      v_x_5 := '0.2'::float8;
      <<v_at_end_5>>
      begin
        if (js_is_nan(v_x_5) or js_is_nan(v_b_2)) then
          v_result_5 := 'NaN'::float8;
          exit v_at_end_5;
        end if;
        if ((v_x_5 = '-Infinity'::float8 and v_x_5 is distinct from 'NaN'::float8) or (v_b_2 = '-Infinity'::float8 and v_b_2 is distinct from 'NaN'::float8)) then
          v_result_5 := '-Infinity'::float8;
          exit v_at_end_5;
        end if;
        if ((v_x_5 = v_b_2 and v_x_5 is distinct from 'NaN'::float8) and (v_x_5 = '0'::float8)) then
          v_holds_3 := (v_x_5 = '0'::float8);
          if v_holds_3 then
            v_t_3 := case when v_x_5 = 0 then js_divide('1'::float8, v_x_5) else '1'::float8 / v_x_5 end;
            v_holds_3 := (v_t_3 = '-Infinity'::float8 and v_t_3 is distinct from 'NaN'::float8);
          end if;
          if v_holds_3 then
            v_result_5 := v_x_5;
            exit v_at_end_5;
          end if;
          v_result_5 := v_b_2;
          exit v_at_end_5;
        end if;
        if (v_x_5 < v_b_2 and v_b_2 <> 'NaN'::float8) then
          v_result_5 := v_x_5;
          exit v_at_end_5;
        end if;
        v_result_5 := v_b_2;
        exit v_at_end_5;
      end v_at_end_5;
      if ((v_a_2 >= v_result_5 and v_a_2 <> 'NaN'::float8) or (pow_pow(v_x_2, v_a_2) <= '0.9'::float8)) then
        if v_upper_2 then
          v_fract := (- (case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end));
          v_upper_2 := false;
          v_fract := (- kernel_betainc_ibeta_series_ibeta_series(v_a_2, v_b_2, v_x_2, v_fract, v_regularized_2, v_y));
        else
          v_fract := kernel_betainc_ibeta_series_ibeta_series(v_a_2, v_b_2, v_x_2, '0'::float8, v_regularized_2, v_y);
        end if;
      else
        v_tmp := v_b_2;
        v_b_2 := v_a_2;
        v_a_2 := v_tmp;
        v_tmp := v_y;
        v_y := v_x_2;
        v_x_2 := v_tmp;
        v_upper_2 := (not v_upper_2);
        if (v_y >= '0.3'::float8 and v_y <> 'NaN'::float8) then
          if v_upper_2 then
            v_fract := (- (case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end));
            v_upper_2 := false;
            v_fract := (- kernel_betainc_ibeta_series_ibeta_series(v_a_2, v_b_2, v_x_2, v_fract, v_regularized_2, v_y));
          else
            v_fract := kernel_betainc_ibeta_series_ibeta_series(v_a_2, v_b_2, v_x_2, '0'::float8, v_regularized_2, v_y);
          end if;
        else
          if v_regularized_2 then
            v_prefix := '1'::float8;
          else
            v_prefix := kernel_betainc_rising_factorial_ratio_rising_facto((v_a_2 + v_b_2), v_a_2, '20'::float8);
          end if;
          v_fract := kernel_betainc_ibeta_a_step_ibeta_astep(v_a_2, v_b_2, v_x_2, v_y, '20'::float8, v_regularized_2);
          if v_upper_2 then
            v_fract := (v_fract - (case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end));
            v_upper_2 := false;
            v_fract := (- kernel_betainc_beta_small_b_large_a_series_beta_sm((v_a_2 + '20'::float8), v_b_2, v_x_2, v_y, v_fract, v_prefix, v_regularized_2));
          else
            v_fract := kernel_betainc_beta_small_b_large_a_series_beta_sm((v_a_2 + '20'::float8), v_b_2, v_x_2, v_y, v_fract, v_prefix, v_regularized_2);
          end if;
        end if;
      end if;
    else
      if ((v_b_2 <= '1'::float8) or ((v_x_2 < '0.1'::float8) and (pow_pow((v_b_2 * v_x_2), v_a_2) <= '0.7'::float8))) then
        if v_upper_2 then
          v_fract := (- (case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end));
          v_upper_2 := false;
          v_fract := (- kernel_betainc_ibeta_series_ibeta_series(v_a_2, v_b_2, v_x_2, v_fract, v_regularized_2, v_y));
        else
          v_fract := kernel_betainc_ibeta_series_ibeta_series(v_a_2, v_b_2, v_x_2, '0'::float8, v_regularized_2, v_y);
        end if;
      else
        v_tmp := v_b_2;
        v_b_2 := v_a_2;
        v_a_2 := v_tmp;
        v_tmp := v_y;
        v_y := v_x_2;
        v_x_2 := v_tmp;
        v_upper_2 := (not v_upper_2);
        if (v_y >= '0.3'::float8 and v_y <> 'NaN'::float8) then
          if v_upper_2 then
            v_fract := (- (case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end));
            v_upper_2 := false;
            v_fract := (- kernel_betainc_ibeta_series_ibeta_series(v_a_2, v_b_2, v_x_2, v_fract, v_regularized_2, v_y));
          else
            v_fract := kernel_betainc_ibeta_series_ibeta_series(v_a_2, v_b_2, v_x_2, '0'::float8, v_regularized_2, v_y);
          end if;
        else
          if (v_a_2 >= '15'::float8 and v_a_2 <> 'NaN'::float8) then
            if v_upper_2 then
              v_fract := (- (case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end));
              v_upper_2 := false;
              v_fract := (- kernel_betainc_beta_small_b_large_a_series_beta_sm(v_a_2, v_b_2, v_x_2, v_y, v_fract, '1'::float8, v_regularized_2));
            else
              v_fract := kernel_betainc_beta_small_b_large_a_series_beta_sm(v_a_2, v_b_2, v_x_2, v_y, '0'::float8, '1'::float8, v_regularized_2);
            end if;
          else
            if v_regularized_2 then
              v_prefix := '1'::float8;
            else
              v_prefix := kernel_betainc_rising_factorial_ratio_rising_facto((v_a_2 + v_b_2), v_a_2, '20'::float8);
            end if;
            v_fract := kernel_betainc_ibeta_a_step_ibeta_astep(v_a_2, v_b_2, v_x_2, v_y, '20'::float8, v_regularized_2);
            if v_upper_2 then
              v_fract := (v_fract - (case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end));
              v_upper_2 := false;
              v_fract := (- kernel_betainc_beta_small_b_large_a_series_beta_sm((v_a_2 + '20'::float8), v_b_2, v_x_2, v_y, v_fract, v_prefix, v_regularized_2));
            else
              v_fract := kernel_betainc_beta_small_b_large_a_series_beta_sm((v_a_2 + '20'::float8), v_b_2, v_x_2, v_y, v_fract, v_prefix, v_regularized_2);
            end if;
          end if;
        end if;
      end if;
    end if;
  else
    if (v_a_2 < v_b_2 and v_b_2 <> 'NaN'::float8) then
      v_lambda := (v_a_2 - ((v_a_2 + v_b_2) * v_x_2));
    else
      v_lambda := (((v_a_2 + v_b_2) * v_y) - v_b_2);
    end if;
    if (v_lambda < '0'::float8) then
      v_tmp := v_b_2;
      v_b_2 := v_a_2;
      v_a_2 := v_tmp;
      v_tmp := v_y;
      v_y := v_x_2;
      v_x_2 := v_tmp;
      v_upper_2 := (not v_upper_2);
    end if;
    if (v_b_2 < '40'::float8) then
      v_t_4 := floor(v_a_2);
      v_holds_4 := (v_t_4 is not distinct from v_a_2 and v_t_4 is distinct from 'NaN'::float8);
      if v_holds_4 then
        v_t_5 := floor(v_b_2);
        v_holds_4 := (v_t_5 is not distinct from v_b_2 and v_t_5 is distinct from 'NaN'::float8);
      end if;
      if (v_holds_4 and (v_a_2 < '2147483547'::float8)) then
        v_k := (v_a_2 - '1'::float8);
        v_n := (v_b_2 + v_k);
        v_fract := kernel_betainc_binomial_ccdf_binomial_ccdf(v_n, v_k, v_x_2, v_y);
        if (not v_regularized_2) then
          v_fract := (v_fract * beta_beta(v_a_2, v_b_2));
        end if;
      else
        if ((v_b_2 * v_x_2) <= '0.7'::float8) then
          if v_upper_2 then
            v_fract := (- (case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end));
            v_upper_2 := false;
            v_fract := (- kernel_betainc_ibeta_series_ibeta_series(v_a_2, v_b_2, v_x_2, v_fract, v_regularized_2, v_y));
          else
            v_fract := kernel_betainc_ibeta_series_ibeta_series(v_a_2, v_b_2, v_x_2, '0'::float8, v_regularized_2, v_y);
          end if;
        else
          if (v_a_2 > '15'::float8 and v_a_2 <> 'NaN'::float8) then
            v_n := floor(v_b_2);
            if (v_n is not distinct from v_b_2 and v_n is distinct from 'NaN'::float8) then
              v_n := (v_n - '1'::float8);
            end if;
            v_bbar := (v_b_2 - v_n);
            if v_regularized_2 then
              v_prefix := '1'::float8;
            else
              v_prefix := kernel_betainc_rising_factorial_ratio_rising_facto((v_a_2 + v_bbar), v_bbar, v_n);
            end if;
            v_fract := kernel_betainc_ibeta_a_step_ibeta_astep(v_bbar, v_a_2, v_y, v_x_2, v_n, v_regularized_2);
            v_fract := kernel_betainc_beta_small_b_large_a_series_beta_sm(v_a_2, v_bbar, v_x_2, v_y, v_fract, '1'::float8, v_regularized_2);
            v_fract := case when v_prefix = 0 then js_divide(v_fract, v_prefix) else v_fract / v_prefix end;
          else
            if v_regularized_2 then
              v_n := floor(v_b_2);
              v_bbar := (v_b_2 - v_n);
              if (v_bbar <= '0'::float8) then
                v_n := (v_n - '1'::float8);
                v_bbar := (v_bbar + '1'::float8);
              end if;
              v_fract := kernel_betainc_ibeta_a_step_ibeta_astep(v_bbar, v_a_2, v_y, v_x_2, v_n, v_regularized_2);
              v_fract := (v_fract + kernel_betainc_ibeta_a_step_ibeta_astep(v_a_2, v_bbar, v_x_2, v_y, '20'::float8, v_regularized_2));
              if v_upper_2 then
                v_fract := (v_fract - '1'::float8);
              end if;
              v_fract := kernel_betainc_beta_small_b_large_a_series_beta_sm((v_a_2 + '20'::float8), v_bbar, v_x_2, v_y, v_fract, '1'::float8, v_regularized_2);
              if v_upper_2 then
                v_fract := (- v_fract);
                v_upper_2 := false;
              end if;
            else
              v_fract := kernel_betainc_ibeta_fraction2_ibeta_fraction2(v_a_2, v_b_2, v_x_2, v_y, v_regularized_2);
            end if;
          end if;
        end if;
      end if;
    else
      v_fract := kernel_betainc_ibeta_fraction2_ibeta_fraction2(v_a_2, v_b_2, v_x_2, v_y, v_regularized_2);
    end if;
  end if;
  v_out0 := case when v_upper_2 then ((case when v_regularized_2 then '1'::float8 else beta_beta(v_a_2, v_b_2) end) - v_fract) else v_fract end;
  return v_out0;
end
$plain$;

create function lh_engine_plain.statistics_read_4xgxjd(p_value json, p_path text) returns float8[] language plpgsql immutable as $plain$
declare
  v_list float8[];
  v_item json;
  v_index int4;
  v_number float8;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected a list of numbers', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    if not coalesce(json_typeof(v_item) = 'number', false) then
      perform js_refuse_input((p_path || '[' || v_index || ']'), 'expected a number above 0 and at most 1', v_item);
    end if;
    v_number := js_number(v_item);
    if not coalesce(((v_number >= '0.000001'::float8 and v_number <> 'NaN'::float8) and (v_number <= '1'::float8)), false) then
      perform js_refuse_input((p_path || '[' || v_index || ']'), 'expected a number above 0 and at most 1', v_item);
    end if;
    v_list := array_append(v_list, v_number);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.boundaries_compute_boundaries(v_fractions float8[], v_alpha float8) returns r_4yl0qq[] language plpgsql immutable as $plain$
declare
  v_looks r_4yl0qq[];
  v_passed r_jscmts;
  v_k float8;
  v_next r_jscmts;
begin
  v_looks := array[]::r_4yl0qq[];
  v_passed := null::r_jscmts;
  v_k := '0'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_k < cardinality(v_fractions)::float8);
    v_next := boundaries_pass_look(v_passed, boundaries_step_to(v_fractions, v_k), v_alpha);
    v_looks := array_append(v_looks, boundaries_look_of(row(v_next."level", v_next."spent", v_next."step")::r_qcbzkp));
    v_passed := v_next;
    v_k := (v_k + '1'::float8);
  end loop v_at_loop;
  return v_looks;
end
$plain$;

create function lh_engine_plain.exp_exp(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_hi float8;
  v_lo float8;
  v_k float8;
  v_r float8;
  v_t float8;
  v_c float8;
  v_result float8;
  v_r_2 float8;
  v_t_2 float8;
  v_c_2 float8;
  v_y float8;
begin
  v_hi := null;
  v_lo := null;
  v_k := null;
  v_r := null;
  v_t := null;
  v_c := null;
  if ((v_x < '-3.725290298461914e-9'::float8) and (v_x > '-700'::float8 and v_x <> 'NaN'::float8)) then
    v_k := trunc((('1.4426950408889634'::float8 * v_x) - '0.5'::float8));
    v_r := ((v_x - (v_k * '0.6931471803691238'::float8)) - (v_k * '1.9082149292705877e-10'::float8));
    v_t := (v_r * v_r);
    v_c := (v_r - (v_t * ('0.16666666666666602'::float8 + (v_t * ('-0.0027777777777015593'::float8 + (v_t * ('0.00006613756321437934'::float8 + (v_t * ('-0.0000016533902205465252'::float8 + (v_t * '4.1381367970572385e-8'::float8))))))))));
    return (('1'::float8 - (((v_k * '1.9082149292705877e-10'::float8) - (js_divide((v_r * v_c), ('2'::float8 - v_c)))) - (v_x - (v_k * '0.6931471803691238'::float8)))) * js_two_to(v_k));
  end if;
  if (js_is_nan(v_x) or (v_x = 'Infinity'::float8 and v_x is distinct from 'NaN'::float8)) then
    return v_x;
  end if;
  if (v_x = '-Infinity'::float8 and v_x is distinct from 'NaN'::float8) then
    return '0'::float8;
  end if;
  if (v_x > '709.782712893384'::float8 and v_x <> 'NaN'::float8) then
    return 'Infinity'::float8;
  end if;
  if (v_x < '-745.1332191019411'::float8) then
    return '0'::float8;
  end if;
  if ((v_x > '-3.725290298461914e-9'::float8 and v_x <> 'NaN'::float8) and (v_x < '3.725290298461914e-9'::float8)) then
    return ('1'::float8 + v_x);
  end if;
  if (v_x < '0'::float8) then
    v_k := trunc((('1.4426950408889634'::float8 * v_x) - '0.5'::float8));
  else
    v_k := trunc((('1.4426950408889634'::float8 * v_x) + '0.5'::float8));
  end if;
  v_hi := (v_x - (v_k * '0.6931471803691238'::float8));
  v_lo := (v_k * '1.9082149292705877e-10'::float8);
  v_r_2 := null;
  v_t_2 := null;
  v_c_2 := null;
  v_y := null;
  v_r_2 := (v_hi - v_lo);
  v_t_2 := (v_r_2 * v_r_2);
  v_c_2 := (v_r_2 - (v_t_2 * ('0.16666666666666602'::float8 + (v_t_2 * ('-0.0027777777777015593'::float8 + (v_t_2 * ('0.00006613756321437934'::float8 + (v_t_2 * ('-0.0000016533902205465252'::float8 + (v_t_2 * '4.1381367970572385e-8'::float8))))))))));
  v_y := ('1'::float8 - ((v_lo - (js_divide((v_r_2 * v_c_2), ('2'::float8 - v_c_2)))) - v_hi));
  v_result := case when abs(v_y) between 1e-30::float8 and 1e30::float8 and v_k between -900 and 900 then v_y * power('2'::float8, v_k) else js_ldexp(v_y, v_k) end;
  return v_result;
end
$plain$;

create function lh_engine_plain.testing_read_m3n736(p_value json, p_path text) returns r_cy423g language plpgsql immutable as $plain$
declare
  v_raw r_ubodkq;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
  v_part_3 json;
  v_number_3 float8;
  v_part_4 json;
  v_unknown json;
  v_made json;
  v_given json;
  v_choice text;
  v_part_5 json;
  v_number_4 float8;
  v_part_6 json;
  v_number_5 float8;
  v_part_7 json;
  v_number_6 float8;
  v_part_8 json;
  v_number_7 float8;
  v_part_9 json;
  v_number_8 float8;
  v_part_10 json;
  v_number_9 float8;
  v_part_11 json;
  v_number_10 float8;
  v_part_12 json;
  v_boolean boolean;
  v_part_13 json;
  v_number_11 float8;
  v_part_14 json;
  v_boolean_2 boolean;
  v_part_15 json;
  v_number_12 float8;
  v_part_16 json;
  v_number_13 float8;
  v_part_17 json;
  v_boolean_3 boolean;
  v_part_18 json;
  v_number_14 float8;
  v_part_19 json;
  v_number_15 float8;
  v_part_20 json;
  v_boolean_4 boolean;
  v_part_21 json;
  v_number_16 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_ubodkq, p_value);
  end if;
  v_part := coalesce(v_raw."spawning.traffic_allocation_pct", p_value -> 'spawning.traffic_allocation_pct');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'spawning.traffic_allocation_pct'), 'expected "spawning.traffic_allocation_pct"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawning.traffic_allocation_pct'), 'expected a finite number', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.traffic_allocation_pct'), 'expected a finite number', v_part);
  end if;
  v_part_2 := coalesce(v_raw."spawning.min_sample_size", p_value -> 'spawning.min_sample_size');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'spawning.min_sample_size'), 'expected "spawning.min_sample_size"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawning.min_sample_size'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.min_sample_size'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.min_sample_size'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."spawning.confidence_level", p_value -> 'spawning.confidence_level');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'spawning.confidence_level'), 'expected "spawning.confidence_level"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawning.confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_3);
  end if;
  v_number_3 := js_number(v_part_3);
  if not coalesce(((v_number_3 > '0'::float8 and v_number_3 <> 'NaN'::float8) and (v_number_3 < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."decisions.rule", p_value -> 'decisions.rule');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.rule'), 'expected "decisions.rule"', null);
  end if;
  v_unknown := js_read_json(v_part_4);
  v_made := names_name_today_3kvj7d(row(array['brief'::text]::text[], array['fixed_thresholds'::text]::text[])::map_ro126t, v_unknown);
  v_given := v_made;
  if not coalesce(json_typeof(v_given) = 'string' and (v_given #>> '{}') in ('fixed_thresholds', 'sequential'), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.rule'), 'expected ("fixed_thresholds" | "sequential")', v_given);
  end if;
  v_choice := v_given #>> '{}';
  v_part_5 := coalesce(v_raw."decisions.keep_lift_pct", p_value -> 'decisions.keep_lift_pct');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.keep_lift_pct'), 'expected "decisions.keep_lift_pct"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.keep_lift_pct'), 'expected a finite number', v_part_5);
  end if;
  v_number_4 := js_number(v_part_5);
  if not coalesce(coalesce(abs(v_number_4) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.keep_lift_pct'), 'expected a finite number', v_part_5);
  end if;
  v_part_6 := coalesce(v_raw."decisions.kill_lift_pct", p_value -> 'decisions.kill_lift_pct');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.kill_lift_pct'), 'expected "decisions.kill_lift_pct"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.kill_lift_pct'), 'expected a finite number', v_part_6);
  end if;
  v_number_5 := js_number(v_part_6);
  if not coalesce(coalesce(abs(v_number_5) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.kill_lift_pct'), 'expected a finite number', v_part_6);
  end if;
  v_part_7 := coalesce(v_raw."decisions.kill_p_value", p_value -> 'decisions.kill_p_value');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.kill_p_value'), 'expected "decisions.kill_p_value"', null);
  end if;
  if not coalesce(json_typeof(v_part_7) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.kill_p_value'), 'expected a finite number', v_part_7);
  end if;
  v_number_6 := js_number(v_part_7);
  if not coalesce(coalesce(abs(v_number_6) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.kill_p_value'), 'expected a finite number', v_part_7);
  end if;
  v_part_8 := coalesce(v_raw."decisions.exact_test_below", p_value -> 'decisions.exact_test_below');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.exact_test_below'), 'expected "decisions.exact_test_below"', null);
  end if;
  if not coalesce(json_typeof(v_part_8) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.exact_test_below'), 'expected a finite number', v_part_8);
  end if;
  v_number_7 := js_number(v_part_8);
  if not coalesce(coalesce(abs(v_number_7) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.exact_test_below'), 'expected a finite number', v_part_8);
  end if;
  v_part_9 := coalesce(v_raw."decisions.planned_lift", p_value -> 'decisions.planned_lift');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.planned_lift'), 'expected "decisions.planned_lift"', null);
  end if;
  if not coalesce(json_typeof(v_part_9) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.planned_lift'), 'expected a finite number', v_part_9);
  end if;
  v_number_8 := js_number(v_part_9);
  if not coalesce(coalesce(abs(v_number_8) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.planned_lift'), 'expected a finite number', v_part_9);
  end if;
  v_part_10 := coalesce(v_raw."decisions.maturity_days", p_value -> 'decisions.maturity_days');
  if v_part_10 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.maturity_days'), 'expected "decisions.maturity_days"', null);
  end if;
  if not coalesce(json_typeof(v_part_10) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.maturity_days'), 'expected an integer ≥ 0', v_part_10);
  end if;
  v_number_9 := js_number(v_part_10);
  if not coalesce((v_number_9 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.maturity_days'), 'expected an integer up to 9007199254740991', v_part_10);
  end if;
  if not coalesce((coalesce((abs(v_number_9) <= 9007199254740991 and floor(v_number_9) = v_number_9), false) and (v_number_9 >= '0'::float8 and v_number_9 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.maturity_days'), 'expected an integer ≥ 0', v_part_10);
  end if;
  v_part_11 := coalesce(v_raw."decisions.max_test_days", p_value -> 'decisions.max_test_days');
  if v_part_11 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.max_test_days'), 'expected "decisions.max_test_days"', null);
  end if;
  if not coalesce(json_typeof(v_part_11) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.max_test_days'), 'expected an integer ≥ 0', v_part_11);
  end if;
  v_number_10 := js_number(v_part_11);
  if not coalesce((v_number_10 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.max_test_days'), 'expected an integer up to 9007199254740991', v_part_11);
  end if;
  if not coalesce((coalesce((abs(v_number_10) <= 9007199254740991 and floor(v_number_10) = v_number_10), false) and (v_number_10 >= '0'::float8 and v_number_10 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.max_test_days'), 'expected an integer ≥ 0', v_part_11);
  end if;
  v_part_12 := coalesce(v_raw."decisions.gate_units", p_value -> 'decisions.gate_units');
  if v_part_12 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.gate_units'), 'expected "decisions.gate_units"', null);
  end if;
  if not coalesce(json_typeof(v_part_12) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.gate_units'), 'expected boolean', v_part_12);
  end if;
  v_boolean := (v_part_12 #>> '{}')::boolean;
  v_part_13 := coalesce(v_raw."decisions.unit_faults_pct", p_value -> 'decisions.unit_faults_pct');
  if v_part_13 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.unit_faults_pct'), 'expected "decisions.unit_faults_pct"', null);
  end if;
  if not coalesce(json_typeof(v_part_13) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.unit_faults_pct'), 'expected a finite number', v_part_13);
  end if;
  v_number_11 := js_number(v_part_13);
  if not coalesce(coalesce(abs(v_number_11) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.unit_faults_pct'), 'expected a finite number', v_part_13);
  end if;
  v_part_14 := coalesce(v_raw."decisions.gate_sample_ratio", p_value -> 'decisions.gate_sample_ratio');
  if v_part_14 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.gate_sample_ratio'), 'expected "decisions.gate_sample_ratio"', null);
  end if;
  if not coalesce(json_typeof(v_part_14) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.gate_sample_ratio'), 'expected boolean', v_part_14);
  end if;
  v_boolean_2 := (v_part_14 #>> '{}')::boolean;
  v_part_15 := coalesce(v_raw."decisions.sample_ratio_p_value", p_value -> 'decisions.sample_ratio_p_value');
  if v_part_15 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.sample_ratio_p_value'), 'expected "decisions.sample_ratio_p_value"', null);
  end if;
  if not coalesce(json_typeof(v_part_15) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.sample_ratio_p_value'), 'expected a finite number', v_part_15);
  end if;
  v_number_12 := js_number(v_part_15);
  if not coalesce(coalesce(abs(v_number_12) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.sample_ratio_p_value'), 'expected a finite number', v_part_15);
  end if;
  v_part_16 := coalesce(v_raw."decisions.sample_ratio_min_leads", p_value -> 'decisions.sample_ratio_min_leads');
  if v_part_16 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.sample_ratio_min_leads'), 'expected "decisions.sample_ratio_min_leads"', null);
  end if;
  if not coalesce(json_typeof(v_part_16) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.sample_ratio_min_leads'), 'expected an integer ≥ 0', v_part_16);
  end if;
  v_number_13 := js_number(v_part_16);
  if not coalesce((v_number_13 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.sample_ratio_min_leads'), 'expected an integer up to 9007199254740991', v_part_16);
  end if;
  if not coalesce((coalesce((abs(v_number_13) <= 9007199254740991 and floor(v_number_13) = v_number_13), false) and (v_number_13 >= '0'::float8 and v_number_13 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.sample_ratio_min_leads'), 'expected an integer ≥ 0', v_part_16);
  end if;
  v_part_17 := coalesce(v_raw."decisions.gate_guardrails", p_value -> 'decisions.gate_guardrails');
  if v_part_17 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.gate_guardrails'), 'expected "decisions.gate_guardrails"', null);
  end if;
  if not coalesce(json_typeof(v_part_17) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.gate_guardrails'), 'expected boolean', v_part_17);
  end if;
  v_boolean_3 := (v_part_17 #>> '{}')::boolean;
  v_part_18 := coalesce(v_raw."decisions.guardrail_p_value", p_value -> 'decisions.guardrail_p_value');
  if v_part_18 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.guardrail_p_value'), 'expected "decisions.guardrail_p_value"', null);
  end if;
  if not coalesce(json_typeof(v_part_18) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.guardrail_p_value'), 'expected a finite number', v_part_18);
  end if;
  v_number_14 := js_number(v_part_18);
  if not coalesce(coalesce(abs(v_number_14) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.guardrail_p_value'), 'expected a finite number', v_part_18);
  end if;
  v_part_19 := coalesce(v_raw."decisions.guardrail_min_leads", p_value -> 'decisions.guardrail_min_leads');
  if v_part_19 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.guardrail_min_leads'), 'expected "decisions.guardrail_min_leads"', null);
  end if;
  if not coalesce(json_typeof(v_part_19) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.guardrail_min_leads'), 'expected an integer ≥ 0', v_part_19);
  end if;
  v_number_15 := js_number(v_part_19);
  if not coalesce((v_number_15 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.guardrail_min_leads'), 'expected an integer up to 9007199254740991', v_part_19);
  end if;
  if not coalesce((coalesce((abs(v_number_15) <= 9007199254740991 and floor(v_number_15) = v_number_15), false) and (v_number_15 >= '0'::float8 and v_number_15 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.guardrail_min_leads'), 'expected an integer ≥ 0', v_part_19);
  end if;
  v_part_20 := coalesce(v_raw."decisions.gate_simpson", p_value -> 'decisions.gate_simpson');
  if v_part_20 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.gate_simpson'), 'expected "decisions.gate_simpson"', null);
  end if;
  if not coalesce(json_typeof(v_part_20) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.gate_simpson'), 'expected boolean', v_part_20);
  end if;
  v_boolean_4 := (v_part_20 #>> '{}')::boolean;
  v_part_21 := coalesce(v_raw."decisions.segment_p_value", p_value -> 'decisions.segment_p_value');
  if v_part_21 is null then
    perform js_refuse_input(js_path(p_path, 'decisions.segment_p_value'), 'expected "decisions.segment_p_value"', null);
  end if;
  if not coalesce(json_typeof(v_part_21) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.segment_p_value'), 'expected a finite number', v_part_21);
  end if;
  v_number_16 := js_number(v_part_21);
  if not coalesce(coalesce(abs(v_number_16) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.segment_p_value'), 'expected a finite number', v_part_21);
  end if;
  return row(v_number_7, v_boolean_3, v_boolean_2, v_boolean_4, v_boolean, v_number_15, v_number_14, v_number_4, v_number_5, v_number_6, v_number_9, v_number_10, v_number_8, v_choice, v_number_13, v_number_12, v_number_16, v_number_11, v_number_3, v_number_2, v_number)::r_cy423g;
end
$plain$;

create function lh_engine_plain.testing_read_r6c1zy(p_value json, p_path text) returns r_1srct4[] language plpgsql immutable as $plain$
declare
  v_list r_1srct4[];
  v_item json;
  v_index int4;
  v_read r_1srct4;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := testing_read_mcucc0(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.testing_read_hax4ud(p_value json, p_path text) returns text[] language plpgsql immutable as $plain$
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

create function lh_engine_plain.arms_arm_of(v_counted r_jcw13b[], v_name text) returns r_9f76kd language plpgsql immutable as $plain$
declare
  v_kept r_jcw13b[];
  v_item r_jcw13b;
  v_own r_jcw13b[];
  v_total float8;
  v_item_2 r_jcw13b;
  v_total_2 float8;
  v_item_3 r_jcw13b;
  v_total_3 float8;
  v_item_4 r_jcw13b;
  v_mapped r_0u8or8[];
  v_item_5 r_jcw13b;
  v_index float8;
  v_total_4 r_0u8or8;
  v_item_6 r_0u8or8;
begin
  v_kept := '{}';
  foreach v_item in array v_counted loop
    if (v_item."group" is not distinct from v_name) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_own := v_kept;
  v_total := '0'::float8;
  foreach v_item_2 in array v_own loop
    v_total := (v_total + v_item_2."leads");
  end loop;
  v_total_2 := '0'::float8;
  foreach v_item_3 in array v_own loop
    v_total_2 := (v_total_2 + v_item_3."conversions");
  end loop;
  v_total_3 := '0'::float8;
  foreach v_item_4 in array v_own loop
    v_total_3 := (v_total_3 + v_item_4."dead");
  end loop;
  v_mapped := '{}';
  v_index := -1;
  foreach v_item_5 in array v_own loop
    v_index := v_index + 1;
    v_mapped := array_append(v_mapped, arms_sample_of(v_item_5));
  end loop;
  v_total_4 := row('0'::float8, '0'::float8, '0'::float8)::r_0u8or8;
  foreach v_item_6 in array v_mapped loop
    v_total_4 := arms_merge(v_total_4, v_item_6);
  end loop;
  return row(v_total_2, v_total_3, v_total, v_total_4)::r_9f76kd;
end
$plain$;

create function lh_engine_plain.arms_sources_of(v_counted r_jcw13b[]) returns r_lk7oih[] language plpgsql immutable as $plain$
declare
  v_map map_vmzusp;
  v_keys text[];
  v_values r_tmprk5[];
  v_places int4[];
  v_item r_jcw13b;
  v_group text;
  v_t r_tmprk5;
  v_whole r_tmprk5;
  v_control r_fgs8so;
  v_treatment r_fgs8so;
  v_value r_tmprk5;
  v_at int4;
  v_free int4;
  v_entries r_890oqt[];
  v_mapped r_lk7oih[];
  v_item_2 r_890oqt;
  v_source text;
  v_whole_2 r_tmprk5;
  v_control_2 r_fgs8so;
  v_treatment_2 r_fgs8so;
  v_keys_2 float8[];
  v_keys_3 text[];
  v_item_3 r_lk7oih;
begin
  v_map := row(array[]::text[], array[]::r_tmprk5[])::map_vmzusp;
  v_keys := v_map.k;
  v_values := v_map.v;
  v_places := js_places(v_keys);
  <<v_at_loop>>
  foreach v_item in array v_counted loop
    <<v_at_round>>
    begin
      v_group := v_item."group";
      if (not ((v_group is not distinct from 'control'::text) or (v_group is not distinct from 'treatment'::text))) then
        exit v_at_round;
      end if;
      v_t := (v_values)[js_place(v_keys, v_places, v_item."source")];
      v_whole := case when (v_t is not distinct from null) then row(row('0'::float8, '0'::float8)::r_fgs8so, row('0'::float8, '0'::float8)::r_fgs8so)::r_tmprk5 else v_t end;
      v_control := v_whole."control";
      v_treatment := v_whole."treatment";
      v_value := case when (v_item."group" is not distinct from 'control'::text) then row((row((v_control."conversions" + v_item."conversions"), (v_control."leads" + v_item."leads"))::r_fgs8so), v_treatment)::r_tmprk5 else row(v_control, (row((v_treatment."conversions" + v_item."conversions"), (v_treatment."leads" + v_item."leads"))::r_fgs8so))::r_tmprk5 end;
      v_at := js_place(v_keys, v_places, v_item."source");
      if v_at is not null then
        v_values[v_at] := v_value;
      else
        v_keys := array_append(v_keys, v_item."source");
        v_values := array_append(v_values, v_value);
        v_free := js_free_place(v_keys, v_places, v_item."source");
        if v_free is not null then
          v_places[v_free] := cardinality(v_keys);
        else
          v_places := js_places(v_keys);
        end if;
      end if;
    end v_at_round;
  end loop;
  v_entries := '{}';
  for i in 1 .. cardinality(v_keys) loop
    v_entries := array_append(v_entries, row(v_keys[i], v_values[i])::r_890oqt);
  end loop;
  v_mapped := '{}';
  foreach v_item_2 in array v_entries loop
    v_source := v_item_2."0";
    v_whole_2 := v_item_2."1";
    v_control_2 := v_whole_2."control";
    v_treatment_2 := v_whole_2."treatment";
    v_mapped := array_append(v_mapped, (row(v_control_2, v_source, v_treatment_2)::r_lk7oih));
  end loop;
  v_keys_2 := '{}';
  v_keys_3 := '{}';
  foreach v_item_3 in array v_mapped loop
    v_keys_2 := array_append(v_keys_2, ((v_item_3."control")."leads" + (v_item_3."treatment")."leads"));
    v_keys_3 := array_append(v_keys_3, js_order(coalesce(v_item_3."source", ''::text)) collate "C");
  end loop;
  if array_position(v_keys_2, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  return array(select (v_mapped)[i] from generate_subscripts(v_mapped, 1) as i order by (v_keys_2)[i] desc, (v_keys_3)[i] collate "C", i);
end
$plain$;

create function lh_engine_plain.terms_terms_of(v_inputs r_gdiuy9, v_settings r_cy423g) returns r_lvlwv4 language plpgsql immutable as $plain$
begin
  return (row(coalesce(v_inputs."confidence_level", v_settings."spawning.confidence_level"), coalesce(v_inputs."min_sample_size", v_settings."spawning.min_sample_size"), coalesce(v_inputs."traffic_allocation_pct", v_settings."spawning.traffic_allocation_pct"))::r_lvlwv4);
end
$plain$;

create function lh_engine_plain.terms_obstacle(v_inputs r_ckrly4, v_terms r_lvlwv4, v_arms r_kvg2jw, v_version float8) returns r_dl0pgz language plpgsql immutable as $plain$
declare
  v_text text;
  v_text_2 text;
  v_invalid text;
  v_list text[];
  v_empty text[];
  v_text_3 text;
  v_either r_dl0pgz;
begin
  if (not (v_inputs."confounded_with" is not distinct from null)) then
    v_text := ('confounded: the older test '::text || v_inputs."confounded_with" || ' runs on the same metric and is analysed instead'::text);
    return row('confounded'::text, row('confounded'::text, v_text)::r_i02ro3)::r_dl0pgz;
  end if;
  if ((v_inputs."skill_status" is not distinct from 'active'::text) or (v_inputs."skill_status" is not distinct from 'killed'::text)) then
    v_text_2 := ('the skill of this test is '::text || v_inputs."skill_status" || ' already'::text);
    return row('skill_not_testing'::text, row('skill_not_testing'::text, v_text_2)::r_i02ro3)::r_dl0pgz;
  end if;
  v_invalid := terms_invalid_term(row(v_inputs."has_started", v_inputs."started_at", v_inputs."started_at?", v_inputs."unreadable")::r_wyy8gd, v_terms, v_version);
  if (not (v_invalid is not distinct from null)) then
    return row('invalid_test'::text, row('invalid_test'::text, v_invalid)::r_i02ro3)::r_dl0pgz;
  end if;
  v_list := '{}';
  if ((v_arms."control")."leads" = '0'::float8) then
    v_list := array_append(v_list, 'control'::text);
  end if;
  if ((v_arms."treatment")."leads" = '0'::float8) then
    v_list := array_append(v_list, 'treatment'::text);
  end if;
  v_empty := v_list;
  if (cardinality(v_empty)::float8 = '0'::float8) then
    v_either := null::r_dl0pgz;
  else
    v_text_3 := ('no lead in '::text || array_to_string(v_empty, ' and '::text, '') || ' yet'::text);
    v_either := row('empty_arm'::text, row('empty_arm'::text, v_text_3)::r_i02ro3)::r_dl0pgz;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.terms_plan_of(v_inputs r_ibkptt, v_settings r_cy423g, v_terms r_lvlwv4, v_arms r_kvg2jw) returns r_8fr7st language plpgsql immutable as $plain$
declare
  v_kept float8;
  v_frommetrics boolean;
  v_base r_9f76kd;
  v_t float8;
  v_plan r_l00n8h;
begin
  v_kept := v_inputs."planned_leads_per_group";
  if (((not (v_kept is not distinct from null)) and (v_kept > '0'::float8 and v_kept <> 'NaN'::float8)) and (not (v_inputs."planned_baseline_rate" is not distinct from null))) then
    return row(v_inputs."planned_baseline_rate", false, v_kept, v_inputs."planned_lift")::r_8fr7st;
  end if;
  v_frommetrics := ((v_inputs."baseline")."conversions" > '0'::float8 and (v_inputs."baseline")."conversions" <> 'NaN'::float8);
  if ((not v_frommetrics) and (js_min_of(array[(v_arms."control")."leads", (v_arms."treatment")."leads"]) < v_terms."minSampleSize" and v_terms."minSampleSize" <> 'NaN'::float8)) then
    return null::r_8fr7st;
  end if;
  v_base := case when v_frommetrics then row((v_inputs."baseline")."conversions", null::float8, (v_inputs."baseline")."leads", null::r_0u8or8)::r_9f76kd else v_arms."control" end;
  v_t := ceil(v_terms."minSampleSize");
  v_plan := planned_sample_planned_sample(row(v_terms."confidenceLevel", js_min_of(array[v_base."conversions", v_base."leads"]), v_base."leads", greatest('1'::float8, v_t), v_settings."decisions.planned_lift")::r_kw8cnv);
  return case when (v_plan."baseline_rate" is not distinct from null) then null::r_8fr7st else row(v_plan."baseline_rate", true, v_plan."planned_leads_per_group", v_plan."planned_lift")::r_8fr7st end;
end
$plain$;

create function lh_engine_plain.gates_evaluate_gates(v_inputs r_qj08ef, v_arms r_kvg2jw, v_sources r_lk7oih[], v_treatmentpct float8, v_settings r_cy423g) returns r_l1d8zw[] language plpgsql immutable as $plain$
declare
  v_units r_l1d8zw;
  v_list r_l1d8zw[];
begin
  v_units := gates_units_gate(v_inputs, v_arms, v_treatmentpct, v_settings);
  v_list := '{}';
  if (v_units is not distinct from null) then
  else
    v_list := array_append(v_list, v_units);
  end if;
  v_list := array_append(v_list, gates_sample_ratio_gate(v_arms, v_treatmentpct, v_settings));
  v_list := array_append(v_list, gates_contact_time_gate(v_arms, v_settings));
  v_list := array_append(v_list, gates_dead_leads_gate(v_arms, v_settings));
  v_list := array_append(v_list, gates_simpson_gate(v_arms, v_sources, v_settings));
  return v_list;
end
$plain$;

create function lh_engine_plain.recommendation_recommendation_of(v_stop r_dl0pgz, v_look r_bugsee, v_gates r_l1d8zw[], v_settings r_cy423g, v_version float8) returns r_ey6a1d language plpgsql immutable as $plain$
declare
  v_record r_xjy9zo;
  v_rule r_sodp4e;
  v_record_2 r_xjy9zo;
  v_other r_sodp4e;
  v_look_2 r_3iz0hr;
  v_t float8;
  v_holds boolean;
  v_holds_2 boolean;
  v_stopped r_u8riba;
  v_answer r_xdr1fg;
  v_otheranswer r_xdr1fg;
  v_alternative r_u8riba;
  v_spread r_u8riba;
  v_mapped text[];
  v_item r_i02ro3;
begin
  v_record := recommendation_rules();
  v_rule := case v_settings."decisions.rule" when 'fixed_thresholds' then v_record."fixed_thresholds" when 'sequential' then v_record."sequential" end;
  v_record_2 := recommendation_rules();
  v_other := case v_rule."comparedWith" when 'fixed_thresholds' then v_record_2."fixed_thresholds" when 'sequential' then v_record_2."sequential" end;
  if (not (v_stop is not distinct from null)) then
    v_holds_2 := (not (v_stop."0" = 'confounded'::text));
    if v_holds_2 then
      v_holds := (not (v_stop."0" = 'empty_arm'::text));
      if not v_holds then
        v_look_2 := row(v_look."control", v_look."minSampleSize", v_look."treatment")::r_3iz0hr;
        v_t := js_max_of(array[(v_look_2."control")."leads", (v_look_2."treatment")."leads"]);
        v_holds := (v_t >= v_look_2."minSampleSize" and v_t <> 'NaN'::float8);
      end if;
      v_holds_2 := v_holds;
    end if;
    v_stopped := row('CONTINUE'::text, v_holds_2, array[v_stop."1"]::r_i02ro3[], 'CONTINUE'::text)::r_u8riba;
    return row(v_stopped."before_gates", v_stopped."needs_person", null::r_8zkujp, v_stop."0", null::r_bxzq5j, v_stopped."reasons", v_stopped."recommendation", v_rule, null::r_1aycr1)::r_ey6a1d;
  end if;
  v_answer := fn_2g39xx_call(v_rule."recommend", v_look, row(v_settings."decisions.exact_test_below", v_settings."decisions.keep_lift_pct", v_settings."decisions.kill_lift_pct", v_settings."decisions.kill_p_value")::r_v1z58w);
  v_otheranswer := fn_2g39xx_call(v_other."recommend", v_look, row(v_settings."decisions.exact_test_below", v_settings."decisions.keep_lift_pct", v_settings."decisions.kill_lift_pct", v_settings."decisions.kill_p_value")::r_v1z58w);
  v_alternative := recommendation_gated(row(v_otheranswer."needsPerson", v_otheranswer."reason", v_otheranswer."recommendation")::r_vwx19p, v_gates, v_version);
  v_spread := recommendation_gated(row(v_answer."needsPerson", v_answer."reason", v_answer."recommendation")::r_vwx19p, v_gates, v_version);
  v_mapped := '{}';
  foreach v_item in array v_alternative."reasons" loop
    v_mapped := array_append(v_mapped, v_item."text");
  end loop;
  return row(v_spread."before_gates", v_spread."needs_person", row(array_to_string(v_mapped, '; '::text, ''), v_alternative."recommendation", v_other."name")::r_8zkujp, case when ((v_answer."reason")."code" = 'below_minimum_sample'::text) then 'waiting'::text else 'judged'::text end, case when (v_version = '1'::float8) then sequential_progress_of(v_look) else v_answer."progress" end, v_spread."reasons", v_spread."recommendation", v_rule, case when ((v_answer."progress")."standing" is not distinct from null) then (v_otheranswer."progress")."standing" else (v_answer."progress")."standing" end)::r_ey6a1d;
end
$plain$;

create function lh_engine_plain.recommendation_notes_of(v_inputs r_kbge9n, v_settings r_cy423g, v_recommendation text) returns r_i02ro3[] language plpgsql immutable as $plain$
declare
  v_days float8;
  v_limit float8;
  v_late boolean;
  v_list r_i02ro3[];
begin
  v_days := v_inputs."running_days";
  v_limit := v_settings."decisions.max_test_days";
  v_late := (((v_recommendation = 'CONTINUE'::text) and (not (v_days is not distinct from null))) and (v_days > v_limit and v_days <> 'NaN'::float8));
  v_list := '{}';
  if v_late then
    v_list := array_append(v_list, row('overdue'::text, ('undecided after '::text || words_plural(floor(v_days), 'day'::text, null::text) || ', more than '::text || js_text(v_limit)))::r_i02ro3);
  end if;
  if v_inputs."skill_exists" then
  else
    v_list := array_append(v_list, row('skill_missing'::text, 'its skill does not exist any more, so only the test is written'::text)::r_i02ro3);
  end if;
  return v_list;
end
$plain$;

create function lh_engine_plain.recommendation_winner_of(v_recommendation text) returns text language plpgsql immutable as $plain$
begin
  return case when (v_recommendation = 'KEEP'::text) then 'treatment'::text else case when (v_recommendation = 'KILL'::text) then 'control'::text else null::text end end;
end
$plain$;

create function lh_engine_plain.record_rule_version_in(v_rule text, v_version float8) returns text language plpgsql immutable as $plain$
begin
  return (v_rule || '-'::text || js_text(case when (v_version < '3'::float8) then '1'::float8 else '2'::float8 end));
end
$plain$;

create function lh_engine_plain.recommendation_statistics_of(v_arms r_kvg2jw, v_confidencelevel float8, v_exactbelow float8) returns r_zr8okh language plpgsql immutable as $plain$
declare
  v_confidencelevel_2 float8;
  v_z float8;
  v_test r_t303rf;
  v_katz r_8xonlq;
  v_newcombe r_8xonlq;
begin
  v_confidencelevel_2 := recommendation_valid_level(v_confidencelevel);
  v_z := (- normal_normal_quantile((decimal_complement(v_confidencelevel_2) / '2'::float8)));
  v_test := compare_rates_compare_rates(row((v_arms."control")."conversions", (v_arms."control")."leads")::r_fgs8so, row((v_arms."treatment")."conversions", (v_arms."treatment")."leads")::r_fgs8so, v_exactbelow);
  v_katz := proportions_katz_interval(row((v_arms."control")."conversions", (v_arms."control")."leads")::r_fgs8so, row((v_arms."treatment")."conversions", (v_arms."treatment")."leads")::r_fgs8so, v_z);
  v_newcombe := proportions_newcombe_interval(row((v_arms."control")."conversions", (v_arms."control")."leads")::r_fgs8so, row((v_arms."treatment")."conversions", (v_arms."treatment")."leads")::r_fgs8so, v_z);
  return row(proportions_difference(row((v_arms."control")."conversions", (v_arms."control")."leads")::r_fgs8so, row((v_arms."treatment")."conversions", (v_arms."treatment")."leads")::r_fgs8so), v_newcombe."high", v_newcombe."low", v_katz."high", v_katz."low", proportions_lift_pct(row((v_arms."control")."conversions", (v_arms."control")."leads")::r_fgs8so, row((v_arms."treatment")."conversions", (v_arms."treatment")."leads")::r_fgs8so), v_test."p", case when (v_test is not distinct from null) then null::text else case when v_test."exact" then 'boschloo'::text else 'z'::text end end, v_test."z")::r_zr8okh;
end
$plain$;

create function lh_engine_plain.recommendation_progress_columns(v_progress r_kh70r2) returns r_gzf9gl language plpgsql immutable as $plain$
begin
  return (row(v_progress."alphaSpent", v_progress."information", v_progress."look", v_progress."zBoundary")::r_gzf9gl);
end
$plain$;

create function lh_engine_plain.recommendation_valid_level(v_confidencelevel float8) returns float8 language plpgsql immutable as $plain$
begin
  return case when ((v_confidencelevel > '0'::float8 and v_confidencelevel <> 'NaN'::float8) and (v_confidencelevel < '1'::float8)) then v_confidencelevel else '0.95'::float8 end;
end
$plain$;

create function lh_engine_plain.segments_describe_segments(v_sources r_lk7oih[], v_confidencelevel float8, v_limit float8) returns r_1pr3sq language plpgsql immutable as $plain$
declare
  v_mapped r_p6d2tz[];
  v_item r_lk7oih;
  v_control r_fgs8so;
  v_treatment r_fgs8so;
  v_tests r_p6d2tz[];
  v_mapped_2 float8[];
  v_item_2 r_p6d2tz;
  v_adjusted float8[];
  v_mapped_3 r_m0g3xy[];
  v_item_3 r_lk7oih;
  v_index float8;
  v_source text;
  v_control_2 r_fgs8so;
  v_treatment_2 r_fgs8so;
  v_result r_m0g3xy;
  v_interval r_8xonlq;
  v_lift float8;
  v_holm float8;
  v_leads float8;
  v_conversions float8;
  v_leads_2 float8;
  v_conversions_2 float8;
  v_segments r_m0g3xy[];
  v_kept r_m0g3xy[];
  v_item_4 r_m0g3xy;
  v_mapped_4 text[];
  v_item_5 r_m0g3xy;
  v_helped text[];
  v_some boolean;
  v_item_6 r_m0g3xy;
  v_hurt boolean;
begin
  v_mapped := '{}';
  foreach v_item in array v_sources loop
    v_control := v_item."control";
    v_treatment := v_item."treatment";
    v_mapped := array_append(v_mapped, proportions_z_test(v_control, v_treatment));
  end loop;
  v_tests := v_mapped;
  v_mapped_2 := '{}';
  foreach v_item_2 in array v_tests loop
    v_mapped_2 := array_append(v_mapped_2, v_item_2."p");
  end loop;
  v_adjusted := strata_holm_adjust(v_mapped_2);
  v_mapped_3 := '{}';
  v_index := -1;
  foreach v_item_3 in array v_sources loop
    v_index := v_index + 1;
    v_source := v_item_3."source";
    v_control_2 := v_item_3."control";
    v_treatment_2 := v_item_3."treatment";
    v_interval := proportions_katz_interval(v_control_2, v_treatment_2, (- normal_normal_quantile((decimal_complement(v_confidencelevel) / '2'::float8))));
    v_lift := proportions_lift_pct(v_control_2, v_treatment_2);
    v_holm := v_adjusted[(v_index)::int + 1];
    v_leads := v_control_2."leads";
    v_conversions := v_control_2."conversions";
    v_leads_2 := v_treatment_2."leads";
    v_conversions_2 := v_treatment_2."conversions";
    v_result := row((row(v_conversions, v_leads, proportions_rate(row(v_conversions, v_leads)::r_fgs8so))::r_l58o6k), segments_effect_of(v_lift, (v_tests[(v_index)::int + 1])."z", v_holm, v_limit), v_holm, v_interval."high", v_interval."low", v_lift, (v_tests[(v_index)::int + 1])."p", v_source, (row(v_conversions_2, v_leads_2, proportions_rate(row(v_conversions_2, v_leads_2)::r_fgs8so))::r_l58o6k))::r_m0g3xy;
    v_mapped_3 := array_append(v_mapped_3, v_result);
  end loop;
  v_segments := v_mapped_3;
  v_kept := '{}';
  foreach v_item_4 in array v_segments loop
    if (v_item_4."effect" = 'helped'::text) then
      v_kept := array_append(v_kept, v_item_4);
    end if;
  end loop;
  v_mapped_4 := '{}';
  foreach v_item_5 in array v_kept loop
    v_mapped_4 := array_append(v_mapped_4, v_item_5."source");
  end loop;
  v_helped := v_mapped_4;
  v_some := false;
  foreach v_item_6 in array v_segments loop
    if (v_item_6."effect" = 'hurt'::text) then
      v_some := true;
      exit;
    end if;
  end loop;
  v_hurt := v_some;
  return row(segments_describe_heterogeneity(v_sources), case when (v_hurt and (cardinality(v_helped)::float8 > '0'::float8)) then v_helped else null::text[] end, v_segments)::r_1pr3sq;
end
$plain$;

create function lh_engine_plain.arms_leads_of_no_arm(v_counted r_jcw13b[]) returns float8 language plpgsql immutable as $plain$
declare
  v_kept r_jcw13b[];
  v_item r_jcw13b;
  v_group text;
  v_total float8;
  v_item_2 r_jcw13b;
begin
  v_kept := '{}';
  foreach v_item in array v_counted loop
    v_group := v_item."group";
    if (not ((v_group is not distinct from 'control'::text) or (v_group is not distinct from 'treatment'::text))) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_total := '0'::float8;
  foreach v_item_2 in array v_kept loop
    v_total := (v_total + v_item_2."leads");
  end loop;
  return v_total;
end
$plain$;

create function lh_engine_plain.units_faults_of(v_inputs r_qj08ef, v_arms r_kvg2jw, v_treatmentpct float8) returns r_mi1fcg[] language plpgsql immutable as $plain$
declare
  v_units r_h42m0h;
  v_otherarm float8;
  v_all r_mi1fcg[];
  v_kept r_mi1fcg[];
  v_item r_mi1fcg;
  v_n float8;
begin
  v_units := case when (v_inputs."units" is not distinct from null) then row('0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8)::r_h42m0h else v_inputs."units" end;
  v_otherarm := case when ((v_units."other_arm" > '0'::float8 and v_units."other_arm" <> 'NaN'::float8) and units_differs_as_by_chance(v_units."other_arm", v_arms, v_treatmentpct)) then '0'::float8 else v_units."other_arm" end;
  v_all := array[row('unknown_status_in_test'::text, v_units."unknown_status", 'have a status that the engine does not know and count as not converted'::text)::r_mi1fcg, row('unknown_group'::text, arms_leads_of_no_arm(v_inputs."groups"), 'are neither in control nor in treatment and are not counted'::text)::r_mi1fcg, row('before_start'::text, v_units."before_start", 'were created before the test started and are left out'::text)::r_mi1fcg, row('doubled_leads'::text, v_units."doubled", 'are there again under the same id, and the first row counts'::text)::r_mi1fcg, row('other_arm'::text, v_otherarm, 'are in the other arm than the one that the engine assigns them to'::text)::r_mi1fcg, row('shrunken_arms'::text, units_lost_leads(v_inputs."history", v_arms), 'are gone from their arm since an earlier look'::text)::r_mi1fcg]::r_mi1fcg[];
  v_kept := '{}';
  foreach v_item in array v_all loop
    v_n := v_item."n";
    if (v_n > '0'::float8 and v_n <> 'NaN'::float8) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  return v_kept;
end
$plain$;

create function lh_engine_plain.testing_named(v_test r_vuh5c4, v_given r_mi1fcg) returns r_8pgoqi language plpgsql immutable as $plain$
declare
  v_code text;
  v_t text[];
  v_either r_8pgoqi;
begin
  v_code := v_given."code";
  if (v_code = 'shrunken_arms'::text) then
    v_either := row(null::text[], null::text)::r_8pgoqi;
  else
    v_t := case v_code when 'unknown_status_in_test' then (v_test."fault_ids")."unknown_status_in_test" when 'unknown_group' then (v_test."fault_ids")."unknown_group" when 'before_start' then (v_test."fault_ids")."before_start" when 'doubled_leads' then (v_test."fault_ids")."doubled_leads" when 'other_arm' then (v_test."fault_ids")."other_arm" end;
    v_either := row(case when (v_t is not distinct from null) then array[]::text[] else v_t end, 'lh_lead_status'::text)::r_8pgoqi;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.js_write_vnynyn(r_1gap5h) returns text language plpgsql immutable as $plain$
declare
  v_x r_1gap5h := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"record_version":' || js_write_number(v_x."record_version")
    || ',"ab_test_id":' || to_json(v_x."ab_test_id")::text
    || ',"skill_id":' || coalesce(to_json(v_x."skill_id")::text, 'null')
    || ',"test_name":' || coalesce(to_json(v_x."test_name")::text, 'null')
    || ',"metric":' || coalesce(to_json(v_x."metric")::text, 'null')
    || ',"outcome":' || to_json(v_x."outcome")::text
    || ',"recommendation":' || to_json(v_x."recommendation")::text
    || ',"winner":' || coalesce(to_json(v_x."winner")::text, 'null')
    || ',"needs_person":' || (v_x."needs_person")::text
    || ',"reason":' || to_json(v_x."reason")::text
    || ',"reasons":' || js_write_seyuy8(v_x."reasons")
    || ',"rule":' || to_json(v_x."rule")::text
    || ',"rule_version":' || to_json(v_x."rule_version")::text
    || ',"control":' || js_write_ahj4po(v_x."control")
    || ',"treatment":' || js_write_ahj4po(v_x."treatment")
    || ',"statistics":' || js_write_ilyayw(v_x."statistics")
    || ',"plan":' || coalesce(js_write_qz309y(v_x."plan"), 'null')
    || ',"gates":' || js_write_okxpoo(v_x."gates")
    || ',"before_gates":' || to_json(v_x."before_gates")::text
    || ',"other_rule":' || coalesce(js_write_r349aq(v_x."other_rule"), 'null')
    || ',"segments":' || js_write_yp75dn(v_x."segments")
    || ',"heterogeneity":' || coalesce(js_write_gm2ynd(v_x."heterogeneity"), 'null')
    || ',"recommended_sources":' || coalesce(js_write_o14f4p(v_x."recommended_sources"), 'null')
    || ',"leads_with_unknown_group":' || js_write_number(v_x."leads_with_unknown_group")
    || ',"inputs":' || js_write_6xbzf6(v_x."inputs")
    || ',"settings":' || js_write_jiuyqz(v_x."settings"), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_httd8h(r_qwv9sx) returns text language plpgsql immutable as $plain$
declare
  v_x r_qwv9sx := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"ab_test_id":' || to_json(v_x."ab_test_id")::text
    || ',"standing":' || js_write_u247sm(v_x."standing"), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_go7c9f(r_9421fm) returns text language plpgsql immutable as $plain$
declare
  v_x r_9421fm := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"code":' || to_json(v_x."code")::text
    || ',"ab_test_id":' || coalesce(to_json(v_x."ab_test_id")::text, 'null')
    || ',"message":' || to_json(v_x."message")::text
    || ',"n":' || coalesce(js_write_number(v_x."n"), 'null')
    || coalesce(',"table":' || to_json(v_x."table")::text, '')
    || coalesce(',"ids":' || js_write_o14f4p(v_x."ids"), ''), 2) || '}';
end
$plain$;

create function lh_engine_plain.record_version_of(v_stored json) returns float8 language plpgsql immutable as $plain$
declare
  v_input json;
  v_read r_ofqimc;
  v_version float8;
begin
  v_input := v_stored;
  v_read := record_read_vs611l(v_input, '');
  v_version := v_read."record_version";
  return coalesce(v_version, '1'::float8);
end
$plain$;

create function lh_engine_plain.record_read_7tpjdq(p_value json, p_path text) returns r_0tzj6j language plpgsql immutable as $plain$
declare
  v_raw r_jap9z9;
  v_part json;
  v_optional float8;
  v_number float8;
  v_part_2 json;
  v_read r_4n1jpj;
  v_part_3 json;
  v_read_2 json;
  v_part_4 json;
  v_string text;
  v_part_5 json;
  v_string_2 text;
  v_part_6 json;
  v_optional_2 text;
  v_string_3 text;
  v_part_7 json;
  v_boolean boolean;
  v_part_8 json;
  v_string_4 text;
  v_part_9 json;
  v_string_5 text;
  v_part_10 json;
  v_string_6 text;
  v_part_11 json;
  v_part_12 json;
  v_part_13 json;
  v_part_14 json;
  v_read_3 json[];
  v_part_15 json;
  v_read_4 json[];
  v_part_16 json;
  v_optional_3 r_fi85gm;
  v_read_5 r_fi85gm;
  v_part_17 json;
  v_read_6 json[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_jap9z9, p_value);
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
  v_part_2 := coalesce(v_raw."inputs", p_value -> 'inputs');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'inputs'), 'expected "inputs"', null);
  end if;
  v_read := record_read_z1ohnj(v_part_2, js_path(p_path, 'inputs'));
  v_part_3 := coalesce(v_raw."settings", p_value -> 'settings');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'settings'), 'expected "settings"', null);
  end if;
  v_read_2 := record_read_eel2os(v_part_3, js_path(p_path, 'settings'));
  v_part_4 := coalesce(v_raw."outcome", p_value -> 'outcome');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'outcome'), 'expected "outcome"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'outcome'), 'expected string', v_part_4);
  end if;
  v_string := (v_part_4 #>> '{}');
  v_part_5 := coalesce(v_raw."recommendation", p_value -> 'recommendation');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'recommendation'), 'expected "recommendation"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'recommendation'), 'expected string', v_part_5);
  end if;
  v_string_2 := (v_part_5 #>> '{}');
  v_part_6 := coalesce(v_raw."winner", p_value -> 'winner');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'winner'), 'expected "winner"', null);
  end if;
  if coalesce(json_typeof(v_part_6) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_6) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'winner'), 'expected string', v_part_6);
    end if;
    v_string_3 := (v_part_6 #>> '{}');
    v_optional_2 := v_string_3;
  end if;
  v_part_7 := coalesce(v_raw."needs_person", p_value -> 'needs_person');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'needs_person'), 'expected "needs_person"', null);
  end if;
  if not coalesce(json_typeof(v_part_7) = 'boolean', false) then
    perform js_refuse_input(js_path(p_path, 'needs_person'), 'expected boolean', v_part_7);
  end if;
  v_boolean := (v_part_7 #>> '{}')::boolean;
  v_part_8 := coalesce(v_raw."reason", p_value -> 'reason');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'reason'), 'expected "reason"', null);
  end if;
  if not coalesce(json_typeof(v_part_8) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'reason'), 'expected string', v_part_8);
  end if;
  v_string_4 := (v_part_8 #>> '{}');
  v_part_9 := coalesce(v_raw."rule", p_value -> 'rule');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'rule'), 'expected "rule"', null);
  end if;
  if not coalesce(json_typeof(v_part_9) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'rule'), 'expected string', v_part_9);
  end if;
  v_string_5 := (v_part_9 #>> '{}');
  v_part_10 := coalesce(v_raw."rule_version", p_value -> 'rule_version');
  if v_part_10 is null then
    perform js_refuse_input(js_path(p_path, 'rule_version'), 'expected "rule_version"', null);
  end if;
  if not coalesce(json_typeof(v_part_10) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'rule_version'), 'expected string', v_part_10);
  end if;
  v_string_6 := (v_part_10 #>> '{}');
  v_part_11 := coalesce(v_raw."statistics", p_value -> 'statistics');
  if v_part_11 is null then
    perform js_refuse_input(js_path(p_path, 'statistics'), 'expected "statistics"', null);
  end if;
  if not coalesce(json_typeof(v_part_11) in ('object', 'array'), false) then
    perform js_refuse_input(js_path(p_path, 'statistics'), 'expected Object', v_part_11);
  end if;
  v_part_12 := coalesce(v_raw."control", p_value -> 'control');
  if v_part_12 is null then
    perform js_refuse_input(js_path(p_path, 'control'), 'expected "control"', null);
  end if;
  if not coalesce(json_typeof(v_part_12) in ('object', 'array'), false) then
    perform js_refuse_input(js_path(p_path, 'control'), 'expected Object', v_part_12);
  end if;
  v_part_13 := coalesce(v_raw."treatment", p_value -> 'treatment');
  if v_part_13 is null then
    perform js_refuse_input(js_path(p_path, 'treatment'), 'expected "treatment"', null);
  end if;
  if not coalesce(json_typeof(v_part_13) in ('object', 'array'), false) then
    perform js_refuse_input(js_path(p_path, 'treatment'), 'expected Object', v_part_13);
  end if;
  v_part_14 := coalesce(v_raw."reasons", p_value -> 'reasons');
  if v_part_14 is null then
    perform js_refuse_input(js_path(p_path, 'reasons'), 'expected "reasons"', null);
  end if;
  v_read_3 := record_read_v8gv3q(v_part_14, js_path(p_path, 'reasons'));
  v_part_15 := coalesce(v_raw."gates", p_value -> 'gates');
  if v_part_15 is null then
    perform js_refuse_input(js_path(p_path, 'gates'), 'expected "gates"', null);
  end if;
  v_read_4 := record_read_v8gv3q_2(v_part_15, js_path(p_path, 'gates'));
  v_part_16 := coalesce(v_raw."other_rule", p_value -> 'other_rule');
  if v_part_16 is null then
    perform js_refuse_input(js_path(p_path, 'other_rule'), 'expected "other_rule"', null);
  end if;
  if coalesce(json_typeof(v_part_16) = 'null', false) then
    v_optional_3 := null;
  else
    v_read_5 := record_read_ljz7k5(v_part_16, js_path(p_path, 'other_rule'));
    v_optional_3 := v_read_5;
  end if;
  v_part_17 := coalesce(v_raw."segments", p_value -> 'segments');
  if v_part_17 is null then
    perform js_refuse_input(js_path(p_path, 'segments'), 'expected "segments"', null);
  end if;
  v_read_6 := record_read_v8gv3q_3(v_part_17, js_path(p_path, 'segments'));
  return row(js_loose(v_part_12, '{}', '{}'), v_read_4, v_read, v_boolean, v_optional_3, v_string, v_string_4, v_read_3, v_string_2, v_optional, v_string_5, v_string_6, v_read_6, v_read_2, js_loose(v_part_11, '{}', '{}'), js_loose(v_part_13, '{}', '{}'), v_optional_2, js_loose(p_value, array['record_version', 'inputs', 'settings', 'outcome', 'recommendation', 'winner', 'needs_person', 'reason', 'rule', 'rule_version', 'statistics', 'control', 'treatment', 'reasons', 'gates', 'other_rule', 'segments']::text[], array[case when v_part is not null then coalesce(js_write_number(v_optional)::json, 'null') end, case when v_part_2 is not null then js_write_jiftji(v_read)::json end, case when v_part_3 is not null then v_read_2 end, case when v_part_4 is not null then to_json(v_string)::text::json end, case when v_part_5 is not null then to_json(v_string_2)::text::json end, case when v_part_6 is not null then coalesce(to_json(v_optional_2)::text::json, 'null') end, case when v_part_7 is not null then (v_boolean)::text::json end, case when v_part_8 is not null then to_json(v_string_4)::text::json end, case when v_part_9 is not null then to_json(v_string_5)::text::json end, case when v_part_10 is not null then to_json(v_string_6)::text::json end, case when v_part_11 is not null then js_loose(v_part_11, '{}', '{}') end, case when v_part_12 is not null then js_loose(v_part_12, '{}', '{}') end, case when v_part_13 is not null then js_loose(v_part_13, '{}', '{}') end, case when v_part_14 is not null then js_write_ug7jju(v_read_3)::json end, case when v_part_15 is not null then js_write_ug7jju(v_read_4)::json end, case when v_part_16 is not null then coalesce(js_write_1vtp9h(v_optional_3)::json, 'null') end, case when v_part_17 is not null then js_write_ug7jju(v_read_6)::json end]::json[]))::r_0tzj6j;
end
$plain$;

create function lh_engine_plain.js_constant_5af6kh() returns r_cy423g language plpgsql immutable as $plain$
begin
  return row('0'::float8, true, true, true, false, '30'::float8, '0.01'::float8, '10'::float8, '5'::float8, '0.1'::float8, '0'::float8, '180'::float8, '0.2'::float8, 'fixed_thresholds'::text, '8'::float8, '0.001'::float8, '0.05'::float8, '100'::float8, '0.95'::float8, '100'::float8, '50'::float8)::r_cy423g;
end
$plain$;

create function lh_engine_plain.js_write_jiuyqz(r_cy423g) returns text language plpgsql immutable as $plain$
declare
  v_x r_cy423g := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"spawning.traffic_allocation_pct":' || js_write_number(v_x."spawning.traffic_allocation_pct")
    || ',"spawning.min_sample_size":' || js_write_number(v_x."spawning.min_sample_size")
    || ',"spawning.confidence_level":' || js_write_number(v_x."spawning.confidence_level")
    || ',"decisions.rule":' || to_json(v_x."decisions.rule")::text
    || ',"decisions.keep_lift_pct":' || js_write_number(v_x."decisions.keep_lift_pct")
    || ',"decisions.kill_lift_pct":' || js_write_number(v_x."decisions.kill_lift_pct")
    || ',"decisions.kill_p_value":' || js_write_number(v_x."decisions.kill_p_value")
    || ',"decisions.exact_test_below":' || js_write_number(v_x."decisions.exact_test_below")
    || ',"decisions.planned_lift":' || js_write_number(v_x."decisions.planned_lift")
    || ',"decisions.maturity_days":' || js_write_number(v_x."decisions.maturity_days")
    || ',"decisions.max_test_days":' || js_write_number(v_x."decisions.max_test_days")
    || ',"decisions.gate_units":' || (v_x."decisions.gate_units")::text
    || ',"decisions.unit_faults_pct":' || js_write_number(v_x."decisions.unit_faults_pct")
    || ',"decisions.gate_sample_ratio":' || (v_x."decisions.gate_sample_ratio")::text
    || ',"decisions.sample_ratio_p_value":' || js_write_number(v_x."decisions.sample_ratio_p_value")
    || ',"decisions.sample_ratio_min_leads":' || js_write_number(v_x."decisions.sample_ratio_min_leads")
    || ',"decisions.gate_guardrails":' || (v_x."decisions.gate_guardrails")::text
    || ',"decisions.guardrail_p_value":' || js_write_number(v_x."decisions.guardrail_p_value")
    || ',"decisions.guardrail_min_leads":' || js_write_number(v_x."decisions.guardrail_min_leads")
    || ',"decisions.gate_simpson":' || (v_x."decisions.gate_simpson")::text
    || ',"decisions.segment_p_value":' || js_write_number(v_x."decisions.segment_p_value"), 2) || '}';
end
$plain$;

create function lh_engine_plain.record_names_of_today(v_record r_z1fn7x) returns json language plpgsql immutable as $plain$
declare
  v_name text;
  v_name_2 text;
  v_either json;
begin
  v_name := v_record."rule";
  if (v_record."other_rule" is not distinct from null) then
    v_either := 'null'::json;
  else
    v_name_2 := (v_record."other_rule")."rule";
    v_either := js_merge(js_merge('{}'::json, js_write_1vtp9h(v_record."other_rule")::json), ('{' || '"rule":' || coalesce((to_json(names_name_today_v78kzy(row(array['brief'::text]::text[], array['fixed_thresholds'::text]::text[])::map_ro126t, to_json(v_name_2)::text::json))::text::json)::text, 'null') || '}')::json);
  end if;
  return js_write_hq5gbc((row(v_either, names_name_today_v78kzy(row(array['brief'::text]::text[], array['fixed_thresholds'::text]::text[])::map_ro126t, to_json(v_name)::text::json), record_rule_version_today(v_record."rule_version"))::r_whf8zp))::json;
end
$plain$;

create function lh_engine_plain.js_write_seyuy8(r_i02ro3[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_i02ro3;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_nze13k(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_ahj4po(r_l58o6k) returns text language plpgsql immutable as $plain$
declare
  v_x r_l58o6k := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"leads":' || js_write_number(v_x."leads")
    || ',"conversions":' || js_write_number(v_x."conversions")
    || ',"rate":' || coalesce(js_write_number(v_x."rate"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_ilyayw(r_6ic20b) returns text language plpgsql immutable as $plain$
declare
  v_x r_6ic20b := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"lift_pct":' || coalesce(js_write_number(v_x."lift_pct"), 'null')
    || ',"lift_low_pct":' || coalesce(js_write_number(v_x."lift_low_pct"), 'null')
    || ',"lift_high_pct":' || coalesce(js_write_number(v_x."lift_high_pct"), 'null')
    || ',"difference":' || coalesce(js_write_number(v_x."difference"), 'null')
    || ',"difference_low":' || coalesce(js_write_number(v_x."difference_low"), 'null')
    || ',"difference_high":' || coalesce(js_write_number(v_x."difference_high"), 'null')
    || ',"z":' || coalesce(js_write_number(v_x."z"), 'null')
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"test":' || coalesce(to_json(v_x."test")::text, 'null')
    || ',"look":' || coalesce(js_write_number(v_x."look"), 'null')
    || ',"information":' || coalesce(js_write_number(v_x."information"), 'null')
    || ',"alpha_spent":' || coalesce(js_write_number(v_x."alpha_spent"), 'null')
    || ',"z_boundary":' || coalesce(js_write_number(v_x."z_boundary"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_qz309y(r_8fr7st) returns text language plpgsql immutable as $plain$
declare
  v_x r_8fr7st := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"made":' || (v_x."made")::text
    || ',"planned_leads_per_group":' || js_write_number(v_x."planned_leads_per_group")
    || ',"planned_lift":' || coalesce(js_write_number(v_x."planned_lift"), 'null')
    || ',"baseline_rate":' || coalesce(js_write_number(v_x."baseline_rate"), 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_okxpoo(r_l1d8zw[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_l1d8zw;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_otcxjx(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_r349aq(r_8zkujp) returns text language plpgsql immutable as $plain$
declare
  v_x r_8zkujp := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"rule":' || to_json(v_x."rule")::text
    || ',"recommendation":' || to_json(v_x."recommendation")::text
    || ',"reason":' || to_json(v_x."reason")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_yp75dn(r_m0g3xy[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_m0g3xy;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_lp7fhr(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.js_write_gm2ynd(r_3pmzc1) returns text language plpgsql immutable as $plain$
declare
  v_x r_3pmzc1 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"test":' || to_json(v_x."test")::text
    || ',"q":' || js_write_number(v_x."q")
    || ',"degrees_of_freedom":' || js_write_number(v_x."degrees_of_freedom")
    || ',"p_value":' || js_write_number(v_x."p_value")
    || ',"note":' || coalesce(to_json(v_x."note")::text, 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.replay_matches(v_recorded json, v_again json, v_later boolean) returns boolean language plpgsql immutable as $plain$
declare
  v_t float8;
  v_list json[];
  v_every boolean;
  v_item json;
  v_index float8;
  v_holds boolean;
  v_map map_39nin2;
  v_keys text[];
  v_values json[];
  v_places int4[];
  v_entries r_bid7xn[];
  v_every_2 boolean;
  v_item_2 r_bid7xn;
  v_key text;
  v_item_3 json;
  v_list_2 text[];
  v_every_3 boolean;
  v_item_4 text;
  v_holds_2 boolean;
  v_holds_3 boolean;
begin
  if (coalesce(json_typeof(v_recorded) = 'array', false) and coalesce(json_typeof(v_again) = 'array', false)) then
    v_t := json_array_length(v_recorded)::float8;
    v_holds := (v_t = json_array_length(v_again)::float8 and v_t is distinct from 'NaN'::float8);
    if v_holds then
      v_list := js_items(v_recorded);
      v_every := true;
      v_index := -1;
      foreach v_item in array v_list loop
        v_index := v_index + 1;
        if not replay_matches(v_item, (v_again -> (js_at(v_index) - 1)), v_later) then
          v_every := false;
          exit;
        end if;
      end loop;
      v_holds := v_every;
    end if;
    return v_holds;
  end if;
  if ((not (((js_typeof(v_recorded) = 'object'::text) and (not coalesce(json_typeof(v_recorded) = 'null', false))) and (not coalesce(json_typeof(v_recorded) = 'array', false)))) or (not (((js_typeof(v_again) = 'object'::text) and (not coalesce(json_typeof(v_again) = 'null', false))) and (not coalesce(json_typeof(v_again) = 'array', false))))) then
    return js_same(v_recorded, v_again);
  end if;
  v_map := row(js_keys(v_recorded), js_values(v_recorded))::map_39nin2;
  v_keys := v_map.k;
  v_values := v_map.v;
  v_places := js_places(v_keys);
  v_entries := '{}';
  for i in 1 .. cardinality(v_keys) loop
    v_entries := array_append(v_entries, row(v_keys[i], v_values[i])::r_bid7xn);
  end loop;
  v_every_2 := true;
  foreach v_item_2 in array v_entries loop
    v_key := v_item_2."0";
    v_item_3 := v_item_2."1";
    if not (((v_again -> v_key) is not null) and replay_matches(v_item_3, (v_again -> v_key), v_later)) then
      v_every_2 := false;
      exit;
    end if;
  end loop;
  v_holds_3 := v_every_2;
  if v_holds_3 then
    v_holds_2 := v_later;
    if not v_holds_2 then
      v_list_2 := js_keys(v_again);
      v_every_3 := true;
      foreach v_item_4 in array v_list_2 loop
        if not ((v_recorded -> v_item_4) is not null) then
          v_every_3 := false;
          exit;
        end if;
      end loop;
      v_holds_2 := v_every_3;
    end if;
    v_holds_3 := v_holds_2;
  end if;
  return v_holds_3;
end
$plain$;

create function lh_engine_plain.js_write_33uagt(r_0ocdpx) returns text language plpgsql immutable as $plain$
declare
  v_x r_0ocdpx := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"part":' || to_json(v_x."part")::text
    || coalesce(',"recorded":' || js_write_json(v_x."recorded"), '')
    || coalesce(',"replayed":' || js_write_json(v_x."replayed"), ''), 2) || '}';
end
$plain$;

create function lh_engine_plain.testing_read_nxjfds(p_value json, p_path text) returns float8[] language plpgsql immutable as $plain$
declare
  v_list float8[];
  v_item json;
  v_index int4;
  v_number float8;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected a list of numbers', p_value);
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

create function lh_engine_plain.fixed_thresholds_fixed_thresholds_rule_sodp4e() returns r_sodp4e language plpgsql immutable as $plain$
begin
  return row('sequential'::text, 'fixed_thresholds'::text, fn_2g39xx_make_201174431(), fn_g7vp4s_make_34342283())::r_sodp4e;
end
$plain$;

create function lh_engine_plain.sequential_sequential_rule_sodp4e() returns r_sodp4e language plpgsql immutable as $plain$
begin
  return row('fixed_thresholds'::text, 'sequential'::text, fn_2g39xx_make_38761833(), fn_g7vp4s_make_136739460())::r_sodp4e;
end
$plain$;

create function lh_engine_plain.compare_rates_least_expected(v_control r_fgs8so, v_treatment r_fgs8so) returns float8 language plpgsql immutable as $plain$
declare
  v_leads float8;
  v_conversions float8;
  v_t float8;
begin
  v_leads := (v_control."leads" + v_treatment."leads");
  v_conversions := (v_control."conversions" + v_treatment."conversions");
  v_t := (v_leads - v_conversions);
  return (js_divide((js_min_of(array[v_control."leads", v_treatment."leads"]) * js_min_of(array[v_conversions, v_t])), greatest(v_leads, '1'::float8)));
end
$plain$;

create function lh_engine_plain.boschloo_boschloo_test(v_control r_fgs8so, v_treatment r_fgs8so) returns r_p6d2tz language plpgsql immutable as $plain$
declare
  v_leads float8;
  v_conversions float8;
  v_t float8;
  v_sign float8;
  v_rare boolean;
  v_whole r_fgs8so[];
  v_first r_fgs8so;
  v_second r_fgs8so;
  v_t_2 float8;
  v_p float8;
begin
  v_leads := (v_control."leads" + v_treatment."leads");
  v_conversions := (v_control."conversions" + v_treatment."conversions");
  if ((((v_control."leads" = '0'::float8) or (v_treatment."leads" = '0'::float8)) or (v_conversions = '0'::float8)) or (v_conversions = v_leads and v_conversions is distinct from 'NaN'::float8)) then
    return null::r_p6d2tz;
  end if;
  v_t := decimal_cross_difference(v_treatment."conversions", v_control."leads", v_control."conversions", v_treatment."leads");
  v_sign := case when v_t = 0 or v_t = 'NaN'::float8 then v_t else sign(v_t) end;
  if (v_sign = '0'::float8) then
    return row('1'::float8, '0'::float8)::r_p6d2tz;
  end if;
  v_rare := (('2'::float8 * v_conversions) <= v_leads and v_leads <> 'NaN'::float8);
  v_whole := case when v_rare then array[v_control, v_treatment]::r_fgs8so[] else array[(row((v_treatment."leads" - v_treatment."conversions"), v_treatment."leads")::r_fgs8so), (row((v_control."leads" - v_control."conversions"), v_control."leads")::r_fgs8so)]::r_fgs8so[] end;
  v_first := v_whole[1];
  v_second := v_whole[2];
  v_t_2 := ('2'::float8 * (case when (v_sign > '0'::float8 and v_sign <> 'NaN'::float8) then boschloo_one_sided_p(v_first, v_second) else boschloo_one_sided_p(v_second, v_first) end));
  v_p := case when v_t_2 = 'NaN'::float8 then 'NaN'::float8 else least('1'::float8, v_t_2) end;
  return row(v_p, case when (v_p = '1'::float8) then '0'::float8 else ((- v_sign) * normal_normal_quantile((v_p / '2'::float8))) end)::r_p6d2tz;
end
$plain$;

create function lh_engine_plain.outlook_read_b0z417(p_value json, p_path text) returns r_sz9btk[] language plpgsql immutable as $plain$
declare
  v_list r_sz9btk[];
  v_item json;
  v_index int4;
  v_read r_sz9btk;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := outlook_read_fw6op4(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.outlook_value_uq6l7q(v_analysed r_ecicmg, v_sample r_yzgbix, v_given0 float8, v_given1 float8) returns boolean language plpgsql immutable as $plain$
declare
  v_record r_xjy9zo;
begin
  v_record := recommendation_rules();
  return fn_g7vp4s_call((case v_analysed."rule" when 'fixed_thresholds' then v_record."fixed_thresholds" when 'sequential' then v_record."sequential" end)."suffices", v_given0, v_given1, v_sample);
end
$plain$;

create function lh_engine_plain.outlook_days_to(v_enough fn_k6f0ii, v_given float8[], v_pace r_sz9btk) returns float8 language plpgsql immutable as $plain$
declare
  v_control float8;
  v_treatment float8;
  v_n float8;
  v_n_2 float8;
  v_low float8;
  v_high float8;
  v_middle float8;
  v_n_3 float8;
  v_n_4 float8;
  v_t float8;
begin
  v_control := v_given[1];
  v_treatment := v_given[2];
  v_n := coalesce(v_pace."control", '0'::float8);
  v_n_2 := coalesce(v_pace."treatment", '0'::float8);
  if (not (fn_k6f0ii_call(v_enough, (v_control + ((case when ((v_pace is not distinct from null) or (v_pace."days" <= '0'::float8)) then '0'::float8 else case when v_pace."days" = 0 then js_divide(v_n, v_pace."days") else v_n / v_pace."days" end end) * '36500'::float8)), (v_treatment + ((case when ((v_pace is not distinct from null) or (v_pace."days" <= '0'::float8)) then '0'::float8 else case when v_pace."days" = 0 then js_divide(v_n_2, v_pace."days") else v_n_2 / v_pace."days" end end) * '36500'::float8))) is true)) then
    return null::float8;
  end if;
  v_low := '-1'::float8;
  v_high := '36500'::float8;
  <<v_at_loop>>
  loop
    v_t := (v_high - v_low);
    exit v_at_loop when not (v_t > '1'::float8 and v_t <> 'NaN'::float8);
    v_middle := js_shift_right((v_low + v_high), '1'::float8);
    v_n_3 := coalesce(v_pace."control", '0'::float8);
    v_n_4 := coalesce(v_pace."treatment", '0'::float8);
    if (fn_k6f0ii_call(v_enough, (v_control + ((case when ((v_pace is not distinct from null) or (v_pace."days" <= '0'::float8)) then '0'::float8 else case when v_pace."days" = 0 then js_divide(v_n_3, v_pace."days") else v_n_3 / v_pace."days" end end) * v_middle)), (v_treatment + ((case when ((v_pace is not distinct from null) or (v_pace."days" <= '0'::float8)) then '0'::float8 else case when v_pace."days" = 0 then js_divide(v_n_4, v_pace."days") else v_n_4 / v_pace."days" end end) * v_middle))) is true) then
      v_high := v_middle;
    else
      v_low := v_middle;
    end if;
  end loop v_at_loop;
  return v_high;
end
$plain$;

create function lh_engine_plain.outlook_analysis_after(v_asof text, v_days float8) returns text language plpgsql immutable as $plain$
declare
  v_enough float8;
  v_number float8;
  v_number_2 float8;
begin
  if (v_days is not distinct from null) then
    return null::text;
  end if;
  v_enough := (calendar_day_number(v_asof) + v_days);
  v_number := ('3'::float8 - v_enough);
  v_number_2 := ((v_enough + js_remainder(((js_remainder(v_number, '7'::float8)) + '7'::float8), '7'::float8)) + '1'::float8);
  return js_slice(js_iso((v_number_2 * '86400000'::float8)), '0'::float8, '10'::float8);
end
$plain$;

create function lh_engine_plain.outlook_detectable(v_arms r_kvg2jw, v_confidencelevel float8) returns float8 language plpgsql immutable as $plain$
declare
  v_control r_9f76kd;
  v_treatment r_9f76kd;
  v_baseline float8;
  v_total float8;
  v_leads float8;
  v_t float8;
  v_holds boolean;
begin
  v_control := v_arms."control";
  v_treatment := v_arms."treatment";
  v_baseline := case when (v_control."leads" = '0'::float8) then '0'::float8 else case when v_control."leads" = 0 then js_divide(v_control."conversions", v_control."leads") else v_control."conversions" / v_control."leads" end end;
  v_total := (v_control."leads" + v_treatment."leads");
  v_leads := case when (v_total = '0'::float8) then '0'::float8 else case when v_total = 0 then js_divide((('2'::float8 * v_control."leads") * v_treatment."leads"), v_total) else (('2'::float8 * v_control."leads") * v_treatment."leads") / v_total end end;
  v_holds := ((not ((v_baseline > '0'::float8 and v_baseline <> 'NaN'::float8) and (v_baseline < '1'::float8))) or (v_leads = '0'::float8));
  if not v_holds then
    v_t := decimal_complement(v_confidencelevel);
    v_holds := (not ((v_t > '0'::float8 and v_t <> 'NaN'::float8) and (v_confidencelevel > '0'::float8 and v_confidencelevel <> 'NaN'::float8)));
  end if;
  if v_holds then
    return null::float8;
  end if;
  return power_minimum_detectable_lift(row(v_baseline, v_confidencelevel, '0.8'::float8)::r_zsvuiy, v_leads);
end
$plain$;

create function lh_engine_plain.history_read_70zce3(p_value json, p_path text) returns r_6mqetx language plpgsql immutable as $plain$
declare
  v_raw r_k1u124;
  v_part json;
  v_optional text;
  v_string text;
  v_part_2 json;
  v_optional_2 text;
  v_string_2 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_k1u124, p_value);
  end if;
  v_part := coalesce(v_raw."skill_name", p_value -> 'skill_name');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'skill_name'), 'expected "skill_name"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'skill_name'), 'expected string', v_part);
    end if;
    v_string := (v_part #>> '{}');
    v_optional := v_string;
  end if;
  v_part_2 := coalesce(v_raw."status", p_value -> 'status');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'status'), 'expected "status"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'status'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional_2 := v_string_2;
  end if;
  return row(v_optional, v_optional_2)::r_6mqetx;
end
$plain$;

create function lh_engine_plain.history_read_9u1xsm(p_value json, p_path text) returns r_2tg888 language plpgsql immutable as $plain$
declare
  v_raw r_0glf99;
  v_part json;
  v_optional text;
  v_string text;
  v_part_2 json;
  v_optional_2 text;
  v_string_2 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_0glf99, p_value);
  end if;
  v_part := coalesce(v_raw."as_of", p_value -> 'as_of');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'as_of'), 'expected "as_of"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'as_of'), 'expected string', v_part);
    end if;
    v_string := (v_part #>> '{}');
    v_optional := v_string;
  end if;
  v_part_2 := coalesce(v_raw."explanation", p_value -> 'explanation');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'explanation'), 'expected "explanation"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'explanation'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional_2 := v_string_2;
  end if;
  return row(v_optional, v_optional_2)::r_2tg888;
end
$plain$;

create function lh_engine_plain.history_read_18s4tq(p_value json, p_path text) returns r_l00n8h language plpgsql immutable as $plain$
declare
  v_raw r_34t3zu;
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
    v_raw := json_populate_record(null::r_34t3zu, p_value);
  end if;
  v_part := coalesce(v_raw."planned_leads_per_group", p_value -> 'planned_leads_per_group');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected "planned_leads_per_group"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer ≥ 0', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer up to 9007199254740991', v_part);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'planned_leads_per_group'), 'expected an integer ≥ 0', v_part);
  end if;
  v_part_2 := coalesce(v_raw."planned_lift", p_value -> 'planned_lift');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'planned_lift'), 'expected "planned_lift"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'planned_lift'), 'expected a finite number', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'planned_lift'), 'expected a finite number', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."baseline_rate", p_value -> 'baseline_rate');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'baseline_rate'), 'expected "baseline_rate"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'number', false) then
      perform js_refuse_input(js_path(p_path, 'baseline_rate'), 'expected a finite number', v_part_3);
    end if;
    v_number_3 := js_number(v_part_3);
    if not coalesce(coalesce(abs(v_number_3) < 'Infinity'::float8, false), false) then
      perform js_refuse_input(js_path(p_path, 'baseline_rate'), 'expected a finite number', v_part_3);
    end if;
    v_optional := v_number_3;
  end if;
  return row(v_optional, v_number, v_number_2)::r_l00n8h;
end
$plain$;

create function lh_engine_plain.history_read_xgm0wh(p_value json, p_path text) returns r_xoqjs6[] language plpgsql immutable as $plain$
declare
  v_list r_xoqjs6[];
  v_item json;
  v_index int4;
  v_read r_xoqjs6;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := history_read_j6xlp5(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.history_sentence(v_text text) returns text language plpgsql immutable as $plain$
declare
  v_trimmed text;
begin
  v_trimmed := js_trim(v_text);
  return case when (v_trimmed collate "C" ~ '[.!?]$') then v_trimmed else (v_trimmed || '.'::text) end;
end
$plain$;

create function lh_engine_plain.words_plural(v_n float8, v_one text, v_many text) returns text language plpgsql immutable as $plain$
declare
  v_given text;
begin
  if v_many is not distinct from null then
    v_many := (v_one || 's'::text);
  end if;
  v_given := v_many;
  if (v_given is not distinct from null) then
    v_given := (v_one || 's'::text);
  end if;
  return (js_text(v_n) || ' '::text || case when (v_n = '1'::float8) then v_one else v_given end);
end
$plain$;

create function lh_engine_plain.history_look_text(v_look r_rszznl, v_n float8) returns text language plpgsql immutable as $plain$
declare
  v_gated text;
begin
  v_gated := case when ((not (v_look."before_gates" is not distinct from null)) and (not (v_look."before_gates" = v_look."recommendation"))) then (', although the rule alone said '::text || v_look."before_gates") else ''::text end;
  return history_sentence(('Look '::text || js_text(v_n) || ', '::text || v_look."as_of" || ': '::text || history_arm_text(v_look."control") || ' converted in control and '::text || history_arm_text(v_look."treatment") || ' in treatment. '::text || v_look."recommendation" || v_gated || ': '::text || v_look."reason" || history_suspension_text(row(v_look."held", v_look."held?")::r_bh40sm)));
end
$plain$;

create function lh_engine_plain.interventions_intervention_text(v_intervention r_9f0wcc, v_testid text) returns text language plpgsql immutable as $plain$
begin
  return (v_intervention."on" || ': '::text || v_intervention."actor" || ' '::text || interventions_action_text(v_intervention, v_testid) || case when (v_intervention."why" is not distinct from null) then ''::text else (': '::text || v_intervention."why") end);
end
$plain$;

create function lh_engine_plain.names_name_today_v78kzy(v_former map_ro126t, v_name json) returns text language plpgsql immutable as $plain$
declare
  v_map map_ro126t;
  v_keys text[];
  v_values text[];
  v_places int4[];
  v_entries r_pakx7u[];
  v_found r_pakx7u;
  v_item r_pakx7u;
  v_old text;
begin
  v_map := v_former;
  v_keys := v_map.k;
  v_values := v_map.v;
  v_places := js_places(v_keys);
  v_entries := '{}';
  for i in 1 .. cardinality(v_keys) loop
    v_entries := array_append(v_entries, row(v_keys[i], v_values[i])::r_pakx7u);
  end loop;
  v_found := null;
  foreach v_item in array v_entries loop
    v_old := v_item."0";
    if js_same(to_json(v_old)::text::json, v_name) then
      v_found := v_item;
      exit;
    end if;
  end loop;
  return coalesce(v_found."1", (v_name #>> '{}'));
end
$plain$;

create function lh_engine_plain.history_is_suspended(v_history r_7fs3sc, v_last r_bh40sm) returns boolean language plpgsql immutable as $plain$
declare
  v_released boolean;
  v_item r_xoqjs6;
  v_event r_4do8tm;
  v_intervention r_9f0wcc;
  v_list text[];
  v_holds boolean;
  v_holds_2 boolean;
begin
  v_released := false;
  <<v_at_loop>>
  foreach v_item in array v_history."events" loop
    if (v_item."kind" = 'look'::text) then
      v_released := false;
    else
      v_event := row(v_item."kind")::r_4do8tm;
      v_holds_2 := ((v_event."kind" = 'switch'::text) or (v_event."kind" = 'proposal'::text));
      if v_holds_2 then
        v_intervention := row(v_item."ab_test_id", v_item."actor", v_item."kind", v_item."on", v_item."proposal_id", v_item."proposal_id?", v_item."proposes", v_item."proposes?", v_item."skill_type", v_item."skill_type?", v_item."switch", v_item."why", v_item."why?")::r_9f0wcc;
        v_holds := (v_intervention."kind" = 'switch'::text);
        if v_holds then
          v_list := array['reject'::text, 'resume'::text]::text[];
          v_holds := (array_position(v_list, v_intervention."switch") is not null);
        end if;
        v_holds_2 := v_holds;
      end if;
      if v_holds_2 then
        v_released := true;
      end if;
    end if;
  end loop;
  return ((not (v_last."held" is not distinct from null)) and (not v_released));
end
$plain$;

create function lh_engine_plain.history_decision_of(v_history r_7fs3sc) returns text language plpgsql immutable as $plain$
declare
  v_kept r_xoqjs6[];
  v_item r_xoqjs6;
  v_event r_4do8tm;
  v_intervention r_9f0wcc;
  v_testid text;
  v_holds boolean;
  v_holds_2 boolean;
  v_closing r_xoqjs6[];
  v_end r_xoqjs6;
begin
  v_kept := '{}';
  foreach v_item in array v_history."events" loop
    v_holds_2 := (v_item."kind" = 'decision'::text);
    if not v_holds_2 then
      v_event := row(v_item."kind")::r_4do8tm;
      v_holds := ((v_event."kind" = 'switch'::text) or (v_event."kind" = 'proposal'::text));
      if v_holds then
        v_intervention := row(v_item."ab_test_id", v_item."actor", v_item."kind", v_item."on", v_item."proposal_id", v_item."proposal_id?", v_item."proposes", v_item."proposes?", v_item."skill_type", v_item."skill_type?", v_item."switch", v_item."why", v_item."why?")::r_9f0wcc;
        v_testid := v_history."ab_test_id";
        v_holds := (((v_intervention."kind" = 'switch'::text) and (v_intervention."switch" = 'stop_test'::text)) and (v_intervention."ab_test_id" is not distinct from v_testid));
      end if;
      v_holds_2 := v_holds;
    end if;
    if v_holds_2 then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_closing := v_kept;
  v_end := v_closing[((cardinality(v_closing)::float8 - '1'::float8))::int + 1];
  return case when (v_end."kind" is not distinct from 'decision'::text) then v_end."recommendation" else null::text end;
end
$plain$;

create function lh_engine_plain.test_segments_read_8n1ant(p_value json, p_path text) returns r_jewy6j language plpgsql immutable as $plain$
declare
  v_raw r_l3547k;
  v_part json;
  v_number float8;
  v_part_2 json;
  v_number_2 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_l3547k, p_value);
  end if;
  v_part := coalesce(v_raw."decisions.segment_p_value", p_value -> 'decisions.segment_p_value');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'decisions.segment_p_value'), 'expected "decisions.segment_p_value"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'decisions.segment_p_value'), 'expected a finite number', v_part);
  end if;
  v_number := js_number(v_part);
  if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'decisions.segment_p_value'), 'expected a finite number', v_part);
  end if;
  v_part_2 := coalesce(v_raw."spawning.confidence_level", p_value -> 'spawning.confidence_level');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'spawning.confidence_level'), 'expected "spawning.confidence_level"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawning.confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_2);
  end if;
  v_number_2 := js_number(v_part_2);
  if not coalesce(((v_number_2 > '0'::float8 and v_number_2 <> 'NaN'::float8) and (v_number_2 < '1'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'spawning.confidence_level'), 'expected a number between 0 and 1, both excluded', v_part_2);
  end if;
  return row(v_number, v_number_2)::r_jewy6j;
end
$plain$;

create function lh_engine_plain.test_segments_read_cr2n1s(p_value json, p_path text) returns r_ttozdk[] language plpgsql immutable as $plain$
declare
  v_list r_ttozdk[];
  v_item json;
  v_index int4;
  v_read r_ttozdk;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := test_segments_read_07g2bm(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.suspensions_read_snwzpi(p_value json, p_path text) returns r_g8ir1i[] language plpgsql immutable as $plain$
declare
  v_list r_g8ir1i[];
  v_item json;
  v_index int4;
  v_read r_g8ir1i;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := suspensions_read_4pkbaj(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.suspensions_read_glez62(p_value json, p_path text) returns r_xu1kuh[] language plpgsql immutable as $plain$
declare
  v_list r_xu1kuh[];
  v_item json;
  v_index int4;
  v_read r_xu1kuh;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := suspensions_read_5iqzsf(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.js_write_2hg38b(r_dd8cy7) returns text language plpgsql immutable as $plain$
declare
  v_x r_dd8cy7 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(coalesce(',"skill":' || js_write_json(v_x."skill"), '')
    || coalesce(',"test":' || js_write_json(v_x."test"), '')
    || coalesce(',"plan":' || js_write_json(v_x."plan"), ''), 2) || '}';
end
$plain$;

create function lh_engine_plain.suspensions_reason_of(v_given r_bdfek8, v_input r_h3lbkp) returns r_cdly34 language plpgsql immutable as $plain$
declare
  v_given_2 text;
  v_explanation text;
  v_skill_type text;
  v_planned text;
  v_found r_g8ir1i;
  v_item r_g8ir1i;
  v_rejected r_g8ir1i;
begin
  v_given_2 := v_given."explanation";
  if (v_given_2 is not distinct from null) then
    v_given_2 := null::text;
  end if;
  v_explanation := v_given_2;
  v_skill_type := v_given."skill_type";
  v_planned := coalesce(v_explanation, ''::text);
  if v_input."dry_run" then
    return row((v_planned || ' Nothing is spawned: engine.dry_run is on.'::text), 'dry_run'::text, null::text, false, null::text, false)::r_cdly34;
  end if;
  v_found := null;
  foreach v_item in array v_input."rejections" loop
    if (v_item."skill_type" is not distinct from v_skill_type) then
      v_found := v_item;
      exit;
    end if;
  end loop;
  v_rejected := v_found;
  return case when (v_rejected is not distinct from null) then row((v_planned || ' It waits for lh_engine.approve: engine.approval is on.'::text), 'awaiting_approval'::text, null::text, false, null::text, false)::r_cdly34 else row((coalesce(v_rejected."rejected_by", ''::text) || ' rejected the spawning of '::text || v_rejected."skill_type" || ' on '::text || v_rejected."since" || ': '::text || coalesce(v_rejected."why", ''::text)), 'rejected'::text, v_rejected."since", true, v_rejected."until", true)::r_cdly34 end;
end
$plain$;

create function lh_engine_plain.js_write_ft7ors(r_cdly34) returns text language plpgsql immutable as $plain$
declare
  v_x r_cdly34 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"reason":' || to_json(v_x."reason")::text
    || ',"explanation":' || to_json(v_x."explanation")::text
    || case when v_x."since?" then ',"since":' || coalesce(to_json(v_x."since")::text, 'null') else '' end
    || case when v_x."until?" then ',"until":' || coalesce(to_json(v_x."until")::text, 'null') else '' end, 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_b5j89i(r_dd8cy7) returns text language plpgsql immutable as $plain$
declare
  v_x r_dd8cy7 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(coalesce(',"skill":' || js_write_json(v_x."skill"), '')
    || coalesce(',"test":' || js_write_json(v_x."test"), '')
    || coalesce(',"plan":' || js_write_json(v_x."plan"), ''), 2) || '}';
end
$plain$;

create function lh_engine_plain.suspensions_read_hax4ud(p_value json, p_path text) returns text[] language plpgsql immutable as $plain$
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

create function lh_engine_plain.suspensions_read_w7rhuw(p_value json, p_path text) returns r_fvdfie[] language plpgsql immutable as $plain$
declare
  v_list r_fvdfie[];
  v_item json;
  v_index int4;
  v_read r_fvdfie;
begin
  if not coalesce(json_typeof(p_value) = 'array', false) then
    perform js_refuse_input(p_path, 'expected Array', p_value);
  end if;
  v_list := '{}';
  v_index := 0;
  foreach v_item in array js_items(p_value) loop
    v_read := suspensions_read_kacjfn(v_item, (p_path || '[' || v_index || ']'));
    v_list := array_append(v_list, v_read);
    v_index := v_index + 1;
  end loop;
  return v_list;
end
$plain$;

create function lh_engine_plain.suspensions_read_iffhwp(p_value json, p_path text) returns r_g6wd0p language plpgsql immutable as $plain$
declare
  v_raw r_odsbgr;
  v_part json;
  v_read r_nzo4kc[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_odsbgr, p_value);
  end if;
  v_part := coalesce(v_raw."tests", p_value -> 'tests');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'tests'), 'expected "tests"', null);
  end if;
  v_read := suspensions_read_m9yhpx(v_part, js_path(p_path, 'tests'));
  return row(v_read, js_loose(p_value, array['tests']::text[], array[case when v_part is not null then js_write_xag2nb(v_read)::json end]::json[]))::r_g6wd0p;
end
$plain$;

create function lh_engine_plain.js_write_xag2nb(r_nzo4kc[]) returns text language plpgsql immutable as $plain$
declare
  v_x r_nzo4kc;
  v_parts text[] := '{}';
begin
  if $1 is null then return null; end if;
  foreach v_x in array $1 loop
    v_parts := array_append(v_parts, coalesce(js_write_cb08gt(v_x), 'null'));
  end loop;
  return '[' || array_to_string(v_parts, ',') || ']';
end
$plain$;

create function lh_engine_plain.suspensions_is_paused(v_test r_wbx9n7, v_given r_ul3yxy) returns boolean language plpgsql immutable as $plain$
declare
  v_paused text[];
  v_skills r_fvdfie[];
  v_found r_fvdfie;
  v_item r_fvdfie;
  v_type text;
begin
  v_paused := v_given."paused";
  v_skills := v_given."skills";
  v_found := null;
  foreach v_item in array v_skills loop
    if (v_item."skill_id" is not distinct from v_test."skill_id") then
      v_found := v_item;
      exit;
    end if;
  end loop;
  v_type := v_found."skill_type";
  return ((array_position(v_paused, '*'::text) is not null) or ((not (v_type is not distinct from null)) and (array_position(v_paused, v_type) is not null)));
end
$plain$;

create function lh_engine_plain.js_write_hn18dx(r_u4lj3a) returns text language plpgsql immutable as $plain$
declare
  v_x r_u4lj3a := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return coalesce(js_write_json(v_x."…"), '{' || substr(coalesce(',"held":' || to_json(v_x."held")::text, '')
    || case when v_x."skill_id?" then ',"skill_id":' || coalesce(to_json(v_x."skill_id")::text, 'null') else '' end
    || case when v_x."recommendation?" then ',"recommendation":' || coalesce(to_json(v_x."recommendation")::text, 'null') else '' end, 2) || '}');
end
$plain$;

create function lh_engine_plain.settings_distance_of(v_typed text, v_known text) returns float8 language plpgsql immutable as $plain$
declare
  v_t float8;
begin
  if ((not (v_typed = ''::text)) and (strpos(v_known, v_typed) > 0)) then
    return '0'::float8;
  end if;
  v_t := js_length(v_typed);
  return case when (v_t > '60'::float8 and v_t <> 'NaN'::float8) then (js_length(v_typed) - js_length(v_known)) else settings_edit_distance(v_typed, v_known) end;
end
$plain$;

create function lh_engine_plain.document_read_hv6y8c(p_value json, p_path text) returns r_5wir9m language plpgsql immutable as $plain$
declare
  v_raw r_tmueg0;
  v_part json;
  v_string text;
  v_part_2 json;
  v_string_2 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_tmueg0, p_value);
  end if;
  v_part := coalesce(v_raw."view_name", p_value -> 'view_name');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'view_name'), 'expected "view_name"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'view_name'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."column_name", p_value -> 'column_name');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'column_name'), 'expected "column_name"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'column_name'), 'expected string', v_part_2);
  end if;
  v_string_2 := (v_part_2 #>> '{}');
  return row(v_string_2, v_string)::r_5wir9m;
end
$plain$;

create function lh_engine_plain.document_read_nwwhrv(p_value json, p_path text) returns r_n47657 language plpgsql immutable as $plain$
declare
  v_raw r_9culgw;
  v_part json;
  v_string text;
  v_made float8;
  v_part_2 json;
  v_optional text;
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
  v_number_5 float8;
  v_part_8 json;
  v_number_6 float8;
  v_part_9 json;
  v_number_7 float8;
  v_part_10 json;
  v_number_8 float8;
  v_part_11 json;
  v_number_9 float8;
  v_part_12 json;
  v_number_10 float8;
  v_part_13 json;
  v_number_11 float8;
  v_part_14 json;
  v_number_12 float8;
  v_part_15 json;
  v_number_13 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_9culgw, p_value);
  end if;
  v_part := coalesce(v_raw."day", p_value -> 'day');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected "day"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  v_string := (v_part #>> '{}');
  if not coalesce((v_string collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  if not coalesce(document_is_calendar_day(v_string), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day of the calendar as YYYY-MM-DD', v_part);
  end if;
  v_made := calendar_day_number(v_string);
  v_part_2 := coalesce(v_raw."source", p_value -> 'source');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'source'), 'expected "source"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'source'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional := v_string_2;
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
  v_part_4 := coalesce(v_raw."contacted", p_value -> 'contacted');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected "contacted"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_2 := js_number(v_part_4);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."hours_n", p_value -> 'hours_n');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'hours_n'), 'expected "hours_n"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'hours_n'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_number_3 := js_number(v_part_5);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'hours_n'), 'expected an integer up to 9007199254740991', v_part_5);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'hours_n'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_part_6 := coalesce(v_raw."hours_sum", p_value -> 'hours_sum');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'hours_sum'), 'expected "hours_sum"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'hours_sum'), 'expected a finite number', v_part_6);
  end if;
  v_number_4 := js_number(v_part_6);
  if not coalesce(coalesce(abs(v_number_4) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'hours_sum'), 'expected a finite number', v_part_6);
  end if;
  v_part_7 := coalesce(v_raw."answered", p_value -> 'answered');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'answered'), 'expected "answered"', null);
  end if;
  if not coalesce(json_typeof(v_part_7) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'answered'), 'expected an integer ≥ 0', v_part_7);
  end if;
  v_number_5 := js_number(v_part_7);
  if not coalesce((v_number_5 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'answered'), 'expected an integer up to 9007199254740991', v_part_7);
  end if;
  if not coalesce((coalesce((abs(v_number_5) <= 9007199254740991 and floor(v_number_5) = v_number_5), false) and (v_number_5 >= '0'::float8 and v_number_5 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'answered'), 'expected an integer ≥ 0', v_part_7);
  end if;
  v_part_8 := coalesce(v_raw."answer_n", p_value -> 'answer_n');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'answer_n'), 'expected "answer_n"', null);
  end if;
  if not coalesce(json_typeof(v_part_8) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'answer_n'), 'expected an integer ≥ 0', v_part_8);
  end if;
  v_number_6 := js_number(v_part_8);
  if not coalesce((v_number_6 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'answer_n'), 'expected an integer up to 9007199254740991', v_part_8);
  end if;
  if not coalesce((coalesce((abs(v_number_6) <= 9007199254740991 and floor(v_number_6) = v_number_6), false) and (v_number_6 >= '0'::float8 and v_number_6 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'answer_n'), 'expected an integer ≥ 0', v_part_8);
  end if;
  v_part_9 := coalesce(v_raw."answer_sum", p_value -> 'answer_sum');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'answer_sum'), 'expected "answer_sum"', null);
  end if;
  if not coalesce(json_typeof(v_part_9) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'answer_sum'), 'expected a finite number', v_part_9);
  end if;
  v_number_7 := js_number(v_part_9);
  if not coalesce(coalesce(abs(v_number_7) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'answer_sum'), 'expected a finite number', v_part_9);
  end if;
  v_part_10 := coalesce(v_raw."answer_squares", p_value -> 'answer_squares');
  if v_part_10 is null then
    perform js_refuse_input(js_path(p_path, 'answer_squares'), 'expected "answer_squares"', null);
  end if;
  if not coalesce(json_typeof(v_part_10) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'answer_squares'), 'expected a finite number', v_part_10);
  end if;
  v_number_8 := js_number(v_part_10);
  if not coalesce(coalesce(abs(v_number_8) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'answer_squares'), 'expected a finite number', v_part_10);
  end if;
  v_part_11 := coalesce(v_raw."reached", p_value -> 'reached');
  if v_part_11 is null then
    perform js_refuse_input(js_path(p_path, 'reached'), 'expected "reached"', null);
  end if;
  if not coalesce(json_typeof(v_part_11) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'reached'), 'expected an integer ≥ 0', v_part_11);
  end if;
  v_number_9 := js_number(v_part_11);
  if not coalesce((v_number_9 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'reached'), 'expected an integer up to 9007199254740991', v_part_11);
  end if;
  if not coalesce((coalesce((abs(v_number_9) <= 9007199254740991 and floor(v_number_9) = v_number_9), false) and (v_number_9 >= '0'::float8 and v_number_9 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'reached'), 'expected an integer ≥ 0', v_part_11);
  end if;
  v_part_12 := coalesce(v_raw."reached_qualified", p_value -> 'reached_qualified');
  if v_part_12 is null then
    perform js_refuse_input(js_path(p_path, 'reached_qualified'), 'expected "reached_qualified"', null);
  end if;
  if not coalesce(json_typeof(v_part_12) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'reached_qualified'), 'expected an integer ≥ 0', v_part_12);
  end if;
  v_number_10 := js_number(v_part_12);
  if not coalesce((v_number_10 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'reached_qualified'), 'expected an integer up to 9007199254740991', v_part_12);
  end if;
  if not coalesce((coalesce((abs(v_number_10) <= 9007199254740991 and floor(v_number_10) = v_number_10), false) and (v_number_10 >= '0'::float8 and v_number_10 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'reached_qualified'), 'expected an integer ≥ 0', v_part_12);
  end if;
  v_part_13 := coalesce(v_raw."qualified", p_value -> 'qualified');
  if v_part_13 is null then
    perform js_refuse_input(js_path(p_path, 'qualified'), 'expected "qualified"', null);
  end if;
  if not coalesce(json_typeof(v_part_13) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'qualified'), 'expected an integer ≥ 0', v_part_13);
  end if;
  v_number_11 := js_number(v_part_13);
  if not coalesce((v_number_11 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'qualified'), 'expected an integer up to 9007199254740991', v_part_13);
  end if;
  if not coalesce((coalesce((abs(v_number_11) <= 9007199254740991 and floor(v_number_11) = v_number_11), false) and (v_number_11 >= '0'::float8 and v_number_11 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'qualified'), 'expected an integer ≥ 0', v_part_13);
  end if;
  v_part_14 := coalesce(v_raw."converted", p_value -> 'converted');
  if v_part_14 is null then
    perform js_refuse_input(js_path(p_path, 'converted'), 'expected "converted"', null);
  end if;
  if not coalesce(json_typeof(v_part_14) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'converted'), 'expected an integer ≥ 0', v_part_14);
  end if;
  v_number_12 := js_number(v_part_14);
  if not coalesce((v_number_12 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'converted'), 'expected an integer up to 9007199254740991', v_part_14);
  end if;
  if not coalesce((coalesce((abs(v_number_12) <= 9007199254740991 and floor(v_number_12) = v_number_12), false) and (v_number_12 >= '0'::float8 and v_number_12 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'converted'), 'expected an integer ≥ 0', v_part_14);
  end if;
  v_part_15 := coalesce(v_raw."converted_in_time", p_value -> 'converted_in_time');
  if v_part_15 is null then
    perform js_refuse_input(js_path(p_path, 'converted_in_time'), 'expected "converted_in_time"', null);
  end if;
  if not coalesce(json_typeof(v_part_15) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'converted_in_time'), 'expected an integer ≥ 0', v_part_15);
  end if;
  v_number_13 := js_number(v_part_15);
  if not coalesce((v_number_13 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'converted_in_time'), 'expected an integer up to 9007199254740991', v_part_15);
  end if;
  if not coalesce((coalesce((abs(v_number_13) <= 9007199254740991 and floor(v_number_13) = v_number_13), false) and (v_number_13 >= '0'::float8 and v_number_13 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'converted_in_time'), 'expected an integer ≥ 0', v_part_15);
  end if;
  return row(v_number_6, v_number_8, v_number_7, v_number_5, v_number_2, v_number_12, v_number_13, v_made, v_number_3, v_number_4, v_number, v_number_11, v_number_9, v_number_10, v_optional)::r_n47657;
end
$plain$;

create function lh_engine_plain.document_read_qger74(p_value json, p_path text) returns r_l2bl3h language plpgsql immutable as $plain$
declare
  v_raw r_ai5s8u;
  v_part json;
  v_string text;
  v_made float8;
  v_part_2 json;
  v_number float8;
  v_part_3 json;
  v_number_2 float8;
  v_part_4 json;
  v_number_3 float8;
  v_part_5 json;
  v_number_4 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_ai5s8u, p_value);
  end if;
  v_part := coalesce(v_raw."day", p_value -> 'day');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected "day"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  v_string := (v_part #>> '{}');
  if not coalesce((v_string collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  if not coalesce(document_is_calendar_day(v_string), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day of the calendar as YYYY-MM-DD', v_part);
  end if;
  v_made := calendar_day_number(v_string);
  v_part_2 := coalesce(v_raw."contacted", p_value -> 'contacted');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected "contacted"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number := js_number(v_part_2);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'contacted'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."n", p_value -> 'n');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected "n"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_2 := js_number(v_part_3);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."sum", p_value -> 'sum');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'sum'), 'expected "sum"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'sum'), 'expected a finite number', v_part_4);
  end if;
  v_number_3 := js_number(v_part_4);
  if not coalesce(coalesce(abs(v_number_3) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'sum'), 'expected a finite number', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."squares", p_value -> 'squares');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'squares'), 'expected "squares"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'squares'), 'expected a finite number', v_part_5);
  end if;
  v_number_4 := js_number(v_part_5);
  if not coalesce(coalesce(abs(v_number_4) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'squares'), 'expected a finite number', v_part_5);
  end if;
  return row(v_number, v_made, v_number_2, v_number_4, v_number_3)::r_l2bl3h;
end
$plain$;

create function lh_engine_plain.document_read_6n9ysh(p_value json, p_path text) returns r_4stt4w language plpgsql immutable as $plain$
declare
  v_raw r_341yae;
  v_part json;
  v_string text;
  v_made float8;
  v_part_2 json;
  v_number float8;
  v_part_3 json;
  v_number_2 float8;
  v_part_4 json;
  v_number_3 float8;
  v_part_5 json;
  v_number_4 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_341yae, p_value);
  end if;
  v_part := coalesce(v_raw."day", p_value -> 'day');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected "day"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  v_string := (v_part #>> '{}');
  if not coalesce((v_string collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  if not coalesce(document_is_calendar_day(v_string), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day of the calendar as YYYY-MM-DD', v_part);
  end if;
  v_made := calendar_day_number(v_string);
  v_part_2 := coalesce(v_raw."true_positives", p_value -> 'true_positives');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected "true_positives"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number := js_number(v_part_2);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."false_positives", p_value -> 'false_positives');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected "false_positives"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_2 := js_number(v_part_3);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."true_negatives", p_value -> 'true_negatives');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'true_negatives'), 'expected "true_negatives"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'true_negatives'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_3 := js_number(v_part_4);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'true_negatives'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'true_negatives'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."false_negatives", p_value -> 'false_negatives');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'false_negatives'), 'expected "false_negatives"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'false_negatives'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_number_4 := js_number(v_part_5);
  if not coalesce((v_number_4 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'false_negatives'), 'expected an integer up to 9007199254740991', v_part_5);
  end if;
  if not coalesce((coalesce((abs(v_number_4) <= 9007199254740991 and floor(v_number_4) = v_number_4), false) and (v_number_4 >= '0'::float8 and v_number_4 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'false_negatives'), 'expected an integer ≥ 0', v_part_5);
  end if;
  return row(v_made, v_number_4, v_number_2, v_number_3, v_number)::r_4stt4w;
end
$plain$;

create function lh_engine_plain.document_read_4pz3d2(p_value json, p_path text) returns r_fg6pwp language plpgsql immutable as $plain$
declare
  v_raw r_ydlt5z;
  v_part json;
  v_string text;
  v_made float8;
  v_part_2 json;
  v_optional text;
  v_string_2 text;
  v_part_3 json;
  v_number float8;
  v_part_4 json;
  v_number_2 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_ydlt5z, p_value);
  end if;
  v_part := coalesce(v_raw."day", p_value -> 'day');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected "day"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  v_string := (v_part #>> '{}');
  if not coalesce((v_string collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  if not coalesce(document_is_calendar_day(v_string), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day of the calendar as YYYY-MM-DD', v_part);
  end if;
  v_made := calendar_day_number(v_string);
  v_part_2 := coalesce(v_raw."source", p_value -> 'source');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'source'), 'expected "source"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'source'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional := v_string_2;
  end if;
  v_part_3 := coalesce(v_raw."feedback", p_value -> 'feedback');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected "feedback"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number := js_number(v_part_3);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."wrong_numbers", p_value -> 'wrong_numbers');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'wrong_numbers'), 'expected "wrong_numbers"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'wrong_numbers'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_2 := js_number(v_part_4);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'wrong_numbers'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'wrong_numbers'), 'expected an integer ≥ 0', v_part_4);
  end if;
  return row(v_made, v_number, v_optional, v_number_2)::r_fg6pwp;
end
$plain$;

create function lh_engine_plain.document_read_las4oz(p_value json, p_path text) returns r_mdc18n language plpgsql immutable as $plain$
declare
  v_raw r_dgy6n7;
  v_part json;
  v_string text;
  v_made float8;
  v_part_2 json;
  v_optional text;
  v_string_2 text;
  v_part_3 json;
  v_number float8;
  v_part_4 json;
  v_number_2 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_dgy6n7, p_value);
  end if;
  v_part := coalesce(v_raw."day", p_value -> 'day');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected "day"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  v_string := (v_part #>> '{}');
  if not coalesce((v_string collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]$'), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day as YYYY-MM-DD', v_part);
  end if;
  if not coalesce(document_is_calendar_day(v_string), false) then
    perform js_refuse_input(js_path(p_path, 'day'), 'expected a day of the calendar as YYYY-MM-DD', v_part);
  end if;
  v_made := calendar_day_number(v_string);
  v_part_2 := coalesce(v_raw."source", p_value -> 'source');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'source'), 'expected "source"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'source'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional := v_string_2;
  end if;
  v_part_3 := coalesce(v_raw."contacts", p_value -> 'contacts');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'contacts'), 'expected "contacts"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'contacts'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number := js_number(v_part_3);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'contacts'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'contacts'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."invalid", p_value -> 'invalid');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'invalid'), 'expected "invalid"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'invalid'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_2 := js_number(v_part_4);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'invalid'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'invalid'), 'expected an integer ≥ 0', v_part_4);
  end if;
  return row(v_number, v_made, v_number_2, v_optional)::r_mdc18n;
end
$plain$;

create function lh_engine_plain.document_read_hax4ud(p_value json, p_path text) returns text[] language plpgsql immutable as $plain$
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

create function lh_engine_plain.list_list_b0kdxz() returns r_2frefk[] language plpgsql immutable as $plain$
begin
  return array[contact_response_time_2frefk(), contact_contact_rate_2frefk(), qualification_qualification_rate_2frefk(), follow_up_follow_up_days_2frefk(), follow_up_follow_up_backlog_2frefk(), source_conversion_source_conversion_2frefk(), validation_f1_score_2frefk()]::r_2frefk[];
end
$plain$;

create function lh_engine_plain.thresholds_evaluate(v_options r_pwhogm, v_metric r_mpn83c, v_m r_lay7kt) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_needed float8;
  v_rest r_r1knjv[];
  v_threshold float8;
  v_finding r_vqchpa;
begin
  v_needed := fn_8xylpd_call(v_options."number", 'min_evidence'::text);
  if ((v_m."value" is not distinct from null) or (v_m."n" < v_needed and v_needed <> 'NaN'::float8)) then
    v_rest := '{}';
    v_rest := array_append(v_rest, findings_not_enough(row(v_metric."name", v_metric."bottleneck", null::text, 'threshold'::text)::r_lekogs, v_m."n", v_needed, v_m."what"));
    return (row(array[]::r_vqchpa[], v_rest)::r_hapi6y);
  end if;
  v_threshold := fn_8xylpd_call(v_options."number", (v_metric."threshold")."setting");
  if (not metric_is_past(row(v_metric."worse")::r_s30ovg, v_m."value", v_threshold)) then
    return row(array[]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y;
  end if;
  v_finding := row(null::r_lprgsc, null::text, v_m."detail", v_m."from", v_metric."name", v_m."n", null::float8, metric_past_by(row(v_metric."worse")::r_s30ovg, v_m."value", v_threshold), null::float8, null::text, fn_8xylpd_call(v_options."number", (v_metric."threshold")."target"), v_threshold, v_m."to", 'threshold'::text, (metric_is_twice_past(row(v_metric."worse")::r_s30ovg, v_m."value", v_threshold) and (v_m."n" >= fn_8xylpd_call(v_options."number", 'escalation_min_leads'::text) and v_m."n" <> 'NaN'::float8)), v_metric."bottleneck", v_metric."countedOn", v_m."value")::r_vqchpa;
  return (row(array[v_finding]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y);
end
$plain$;

create function lh_engine_plain.trends_trend_of_whole(v_document r_1qbja7, v_metric r_2frefk, v_options r_pwhogm) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_keep fn_tfnpgy;
  v_series r_xn4f50;
  v_record r_gvvunu;
  v_comparison r_52vjgg;
  v_lack r_dljgdp;
  v_finding r_vqchpa;
  v_either r_hapi6y;
begin
  v_keep := fn_tfnpgy_make_168219642();
  v_series := (row(fn_kkczbh_call((v_metric."trend")."cells", v_document, v_keep), case (v_metric."trend")."mature" when 'contact' then (v_document."mature")."contact" when 'qualification' then (v_document."mature")."qualification" when 'follow_up' then (v_document."mature")."follow_up" when 'feedback' then (v_document."mature")."feedback" end, v_metric)::r_xn4f50);
  v_record := trend_rule_window_of(v_series."last", v_options);
  v_comparison := compare_compare(v_series."cells", (v_metric."trend")."kind", row(v_record."baselineDays", v_record."last", v_record."recentDays")::r_3h043n);
  v_lack := trend_rule_lacks(row(row((v_series."metric")."countedOn", row(((v_series."metric")."trend")."kind")::r_4do8tm)::r_k0nwof)::r_3urahi, v_comparison, v_options);
  if ((v_comparison is not distinct from null) or (not (v_lack is not distinct from null))) then
    return trends_lacking(row(v_metric."bottleneck", v_metric."name")::r_hev7p4, v_lack);
  end if;
  if trend_rule_is_trend(row(v_metric."trend", v_metric."worse")::r_7c17dn, v_comparison, v_options, fn_8xylpd_call(v_options."number", 'trend_alpha'::text)) then
    v_finding := trend_rule_trend_finding(row(v_series."cells", v_series."last", row((v_series."metric")."bottleneck", (v_series."metric")."countedOn", (v_series."metric")."name", row(((v_series."metric")."threshold")."target")::r_dlvrff, (v_series."metric")."trend", (v_series."metric")."worse")::r_cgbt45)::r_d2bzf3, v_comparison, v_options, null::text, js_write_f65sbv(row()::r_adtrwq)::json);
    v_either := (row(array[v_finding]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y);
  else
    v_either := row(array[]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.trends_trend_in_sources(v_document r_1qbja7, v_metric r_2frefk, v_options r_pwhogm) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_alpha float8;
  v_keep fn_tfnpgy;
  v_whole r_xn4f50;
  v_record r_gvvunu;
  v_comparison r_52vjgg;
  v_lack r_dljgdp;
  v_parts r_oe2y3t[];
  v_kept r_oe2y3t[];
  v_item r_oe2y3t;
  v_sorted r_oe2y3t[];
  v_merged r_oe2y3t[];
  v_width int4;
  v_start int4;
  v_left int4;
  v_right int4;
  v_first r_oe2y3t;
  v_second r_oe2y3t;
  v_order float8;
  v_worse r_oe2y3t[];
  v_first_2 r_oe2y3t;
  v_detail r_1jobws;
  v_overall boolean;
  v_finding r_vqchpa;
  v_finding_2 r_vqchpa;
  v_finding_3 r_vqchpa;
  v_either r_hapi6y;
begin
  v_alpha := fn_8xylpd_call(v_options."number", 'trend_alpha'::text);
  v_keep := fn_tfnpgy_make_168219642();
  v_whole := (row(fn_kkczbh_call((v_metric."trend")."cells", v_document, v_keep), case (v_metric."trend")."mature" when 'contact' then (v_document."mature")."contact" when 'qualification' then (v_document."mature")."qualification" when 'follow_up' then (v_document."mature")."follow_up" when 'feedback' then (v_document."mature")."feedback" end, v_metric)::r_xn4f50);
  v_record := trend_rule_window_of(v_whole."last", v_options);
  v_comparison := compare_compare(v_whole."cells", (v_metric."trend")."kind", row(v_record."baselineDays", v_record."last", v_record."recentDays")::r_3h043n);
  v_lack := trend_rule_lacks(row(row((v_whole."metric")."countedOn", row(((v_whole."metric")."trend")."kind")::r_4do8tm)::r_k0nwof)::r_3urahi, v_comparison, v_options);
  if ((v_comparison is not distinct from null) or (not (v_lack is not distinct from null))) then
    return trends_lacking(row(v_metric."bottleneck", v_metric."name")::r_hev7p4, v_lack);
  end if;
  v_parts := trends_parts_of(v_document, v_metric, v_options);
  v_kept := '{}';
  foreach v_item in array v_parts loop
    if trend_rule_is_trend(row(v_metric."trend", v_metric."worse")::r_7c17dn, v_item."comparison", v_options, (v_alpha / cardinality(v_parts)::float8)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_sorted := v_kept;
  v_width := 1;
  while v_width < cardinality(v_sorted) loop
    v_merged := '{}';
    v_start := 1;
    while v_start <= cardinality(v_sorted) loop
      v_left := v_start;
      v_right := v_start + v_width;
      while v_left < v_start + v_width and v_right <= least(v_start + 2 * v_width - 1, cardinality(v_sorted)) loop
        v_first := v_sorted[v_left];
        v_second := v_sorted[v_right];
        v_order := trends_by_strength(case when (v_second is not distinct from null) then null else row(v_second."comparison", v_second."source")::r_1mf3fw end, case when (v_first is not distinct from null) then null else row(v_first."comparison", v_first."source")::r_1mf3fw end);
        if v_order = 'NaN'::float8 then
          perform js_refuse_order();
        end if;
        if v_order < 0 then
          v_merged := array_append(v_merged, v_second);
          v_right := v_right + 1;
        else
          v_merged := array_append(v_merged, v_first);
          v_left := v_left + 1;
        end if;
      end loop;
      while v_left < least(v_start + v_width, cardinality(v_sorted) + 1) loop
        v_merged := array_append(v_merged, v_sorted[v_left]);
        v_left := v_left + 1;
      end loop;
      while v_right <= least(v_start + 2 * v_width - 1, cardinality(v_sorted)) loop
        v_merged := array_append(v_merged, v_sorted[v_right]);
        v_right := v_right + 1;
      end loop;
      v_start := v_start + 2 * v_width;
    end loop;
    v_sorted := v_merged;
    v_width := 2 * v_width;
  end loop;
  v_worse := v_sorted;
  v_first_2 := v_worse[1];
  v_detail := row(trends_summary(row(v_metric."trend", v_metric."worse")::r_7c17dn, v_parts))::r_1jobws;
  v_overall := trend_rule_is_trend(row(v_metric."trend", v_metric."worse")::r_7c17dn, v_comparison, v_options, v_alpha);
  if ((not (v_first_2 is not distinct from null)) and (not trends_rest_is_worse(v_document, v_metric, v_options, v_first_2."source"))) then
    v_finding := trend_rule_trend_finding(row((v_first_2."series")."cells", (v_first_2."series")."last", row(((v_first_2."series")."metric")."bottleneck", ((v_first_2."series")."metric")."countedOn", ((v_first_2."series")."metric")."name", row((((v_first_2."series")."metric")."threshold")."target")::r_dlvrff, ((v_first_2."series")."metric")."trend", ((v_first_2."series")."metric")."worse")::r_cgbt45)::r_d2bzf3, v_first_2."comparison", v_options, v_first_2."source", js_write_6y5j5u(v_detail)::json);
    return (row(array[v_finding]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y);
  end if;
  if v_overall then
    v_finding_2 := trend_rule_trend_finding(row(v_whole."cells", v_whole."last", row((v_whole."metric")."bottleneck", (v_whole."metric")."countedOn", (v_whole."metric")."name", row(((v_whole."metric")."threshold")."target")::r_dlvrff, (v_whole."metric")."trend", (v_whole."metric")."worse")::r_cgbt45)::r_d2bzf3, v_comparison, v_options, null::text, js_write_6y5j5u(v_detail)::json);
    return (row(array[v_finding_2]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y);
  end if;
  if (v_first_2 is not distinct from null) then
    v_either := row(array[]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y;
  else
    v_finding_3 := trend_rule_trend_finding(row((v_first_2."series")."cells", (v_first_2."series")."last", row(((v_first_2."series")."metric")."bottleneck", ((v_first_2."series")."metric")."countedOn", ((v_first_2."series")."metric")."name", row((((v_first_2."series")."metric")."threshold")."target")::r_dlvrff, ((v_first_2."series")."metric")."trend", ((v_first_2."series")."metric")."worse")::r_cgbt45)::r_d2bzf3, v_first_2."comparison", v_options, v_first_2."source", js_write_6y5j5u(v_detail)::json);
    v_either := (row(array[v_finding_3]::r_vqchpa[], array[]::r_r1knjv[])::r_hapi6y);
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.weak_sources_count_sources(v_document r_ume2yc, v_options r_pwhogm) returns r_qop3as language plpgsql immutable as $plain$
declare
  v_to float8;
  v_from float8;
  v_kept r_n47657[];
  v_item r_n47657;
  v_rows r_n47657[];
begin
  v_to := case when v_options."matureCohorts" then (v_document."mature")."qualification" else v_document."as_of" end;
  v_from := ((v_to - fn_8xylpd_call(v_options."number", 'source_window_days'::text)) + '1'::float8);
  v_kept := '{}';
  foreach v_item in array v_document."leads" loop
    if ((v_item."day" >= v_from and v_item."day" <> 'NaN'::float8) and (v_item."day" <= v_to and v_to <> 'NaN'::float8)) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_rows := v_kept;
  return row(fn_z1d70l_make_121392180(v_rows), js_slice(js_iso((v_from * '86400000'::float8)), '0'::float8, '10'::float8), js_slice(js_iso((v_to * '86400000'::float8)), '0'::float8, '10'::float8))::r_qop3as;
end
$plain$;

create function lh_engine_plain.weak_sources_evaluated_sources(v_document r_wcsbwj, v_options r_pwhogm, v_count fn_z1d70l) returns r_6qnl1h[] language plpgsql immutable as $plain$
declare
  v_list text[];
  v_flat r_6qnl1h[];
  v_item text;
  v_result r_6qnl1h[];
  v_own r_159jq5;
  v_others r_159jq5;
  v_t float8;
  v_t_2 float8;
  v_holds boolean;
  v_more r_6qnl1h;
begin
  v_list := series_sources_of(v_document);
  v_flat := '{}';
  foreach v_item in array v_list loop
    <<v_at_end>>
    begin
      v_own := fn_z1d70l_call(v_count, fn_tfnpgy_make_219324983(v_item));
      v_others := fn_z1d70l_call(v_count, fn_tfnpgy_make_146558089(v_item));
      v_t := fn_8xylpd_call(v_options."number", 'source_min_leads'::text);
      v_holds := (v_own."leads" < v_t and v_t <> 'NaN'::float8);
      if not v_holds then
        v_t_2 := fn_8xylpd_call(v_options."number", 'min_evidence'::text);
        v_holds := (v_others."leads" < v_t_2 and v_t_2 <> 'NaN'::float8);
      end if;
      if v_holds then
        v_result := array[]::r_6qnl1h[];
        exit v_at_end;
      end if;
      v_result := array[row(v_own."converted", v_own."leads", v_others, case when v_others."leads" = 0 then js_divide(v_others."converted", v_others."leads") else v_others."converted" / v_others."leads" end, case when v_own."leads" = 0 then js_divide(v_own."converted", v_own."leads") else v_own."converted" / v_own."leads" end, v_item)::r_6qnl1h]::r_6qnl1h[];
      exit v_at_end;
    end v_at_end;
    foreach v_more in array v_result loop
      v_flat := array_append(v_flat, v_more);
    end loop;
  end loop;
  return v_flat;
end
$plain$;

create function lh_engine_plain.weak_sources_too_few_leads(v_document r_wcsbwj, v_options r_pwhogm, v_count fn_z1d70l) returns r_hapi6y language plpgsql immutable as $plain$
declare
  v_list text[];
  v_mapped float8[];
  v_item text;
  v_largest float8;
  v_rest r_r1knjv[];
  v_spread r_dtcjh9;
begin
  v_list := series_sources_of(v_document);
  v_mapped := '{}';
  foreach v_item in array v_list loop
    v_mapped := array_append(v_mapped, (fn_z1d70l_call(v_count, fn_tfnpgy_make_170757205(v_item)))."leads");
  end loop;
  v_largest := js_max_of(array['0'::float8, js_max_of(v_mapped)]);
  v_rest := '{}';
  v_spread := row('source_conversion_rate'::text, 'weak_lead_source'::text)::r_dtcjh9;
  v_rest := array_append(v_rest, findings_not_enough(row(v_spread."metric", v_spread."rule", null::text, 'threshold'::text)::r_lekogs, v_largest, fn_8xylpd_call(v_options."number", 'source_min_leads'::text), 'leads of the largest source that has others beside it'::text));
  return (row(array[]::r_vqchpa[], v_rest)::r_hapi6y);
end
$plain$;

create function lh_engine_plain.weak_sources_weakest_first(v_a r_6qnl1h, v_b r_6qnl1h) returns float8 language plpgsql immutable as $plain$
declare
  v_t float8;
  v_t_2 float8;
begin
  v_t := (v_a."rate" - v_b."rate");
  v_t_2 := case when coalesce(v_t <> 0 and v_t <> 'NaN'::float8, false) then v_t else (v_b."leads" - v_a."leads") end;
  return case when coalesce(v_t_2 <> 0 and v_t_2 <> 'NaN'::float8, false) then v_t_2 else (case when (js_order(v_a."source") collate "C" < js_order(v_b."source") collate "C") then '-1'::float8 else '1'::float8 end) end;
end
$plain$;

create function lh_engine_plain.source_conversion_source_conversion_s30ovg() returns r_s30ovg language plpgsql immutable as $plain$
begin
  return row('lower'::text)::r_s30ovg;
end
$plain$;

create function lh_engine_plain.metric_past_by(v_given r_s30ovg, v_value float8, v_threshold float8) returns float8 language plpgsql immutable as $plain$
declare
  v_worse text;
  v_share float8;
  v_past float8;
begin
  v_worse := v_given."worse";
  if (v_threshold = '0'::float8) then
    return null::float8;
  end if;
  v_share := (case when v_threshold = 0 then js_divide(v_value, v_threshold) else v_value / v_threshold end - '1'::float8);
  v_past := case when (v_worse = 'higher'::text) then v_share else (- v_share) end;
  return case when coalesce(abs(v_past) < 'Infinity'::float8, false) then v_past else null::float8 end;
end
$plain$;

create function lh_engine_plain.weak_sources_is_twice_below(v_source r_6qnl1h, v_options r_pwhogm) returns boolean language plpgsql immutable as $plain$
begin
  return (metric_is_twice_past(source_conversion_source_conversion_s30ovg(), v_source."rate", fn_8xylpd_call(v_options."number", ((source_conversion_source_conversion())."threshold")."setting")) and (v_source."leads" >= fn_8xylpd_call(v_options."number", 'escalation_min_leads'::text) and v_source."leads" <> 'NaN'::float8));
end
$plain$;

create function lh_engine_plain.weak_sources_shown_sources(v_document r_7a9cuw, v_options r_pwhogm, v_below r_6qnl1h[]) returns r_7xv6i7[] language plpgsql immutable as $plain$
declare
  v_mapped r_7xv6i7[];
  v_item r_6qnl1h;
  v_spread r_w1n5rl;
begin
  v_mapped := '{}';
  foreach v_item in array v_below loop
    v_spread := causes_causes_of(v_document, v_options, v_item."source");
    v_mapped := array_append(v_mapped, (row(v_item."converted", v_spread."invalid_contacts", v_item."leads", v_spread."likely_cause", v_item."othersRate", v_item."rate", v_item."source", v_spread."wrong_numbers")::r_7xv6i7));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.js_write_na50e4(r_ipd0ev) returns text language plpgsql immutable as $plain$
declare
  v_x r_ipd0ev := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"others_rate":' || js_write_number(v_x."others_rate")
    || ',"weak_sources":' || js_write_t48vgk(v_x."weak_sources"), 2) || '}';
end
$plain$;

create function lh_engine_plain.source_conversion_value_x9c0sk(v_given0 r_1qbja7, v_given1 fn_tfnpgy) returns r_qhnv12[] language plpgsql immutable as $plain$
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
    v_sum := v_item_2."converted_in_time";
    v_mapped := array_append(v_mapped, (row(v_day, v_n, v_sum, v_sum)::r_qhnv12));
  end loop;
  return v_mapped;
end
$plain$;

create function lh_engine_plain.source_conversion_value_d0quk8(v_given0 text) returns text language plpgsql immutable as $plain$
begin
  return (' of source '::text || v_given0);
end
$plain$;

create function lh_engine_plain.weak_sources_compared_sources(v_document r_1qbja7, v_options r_pwhogm) returns r_oe2y3t[] language plpgsql immutable as $plain$
declare
  v_list text[];
  v_flat r_oe2y3t[];
  v_item text;
  v_result r_oe2y3t[];
  v_metric r_2frefk;
  v_keep fn_tfnpgy;
  v_series r_xn4f50;
  v_series_2 r_gudyj2;
  v_record r_gvvunu;
  v_comparison r_52vjgg;
  v_more r_oe2y3t;
begin
  v_list := series_sources_of(row(v_document."leads")::r_wcsbwj);
  v_flat := '{}';
  foreach v_item in array v_list loop
    v_metric := source_conversion_source_conversion_2frefk();
    v_keep := fn_tfnpgy_make_19524991(v_item);
    v_series := (row(fn_kkczbh_call((v_metric."trend")."cells", v_document, v_keep), case (v_metric."trend")."mature" when 'contact' then (v_document."mature")."contact" when 'qualification' then (v_document."mature")."qualification" when 'follow_up' then (v_document."mature")."follow_up" when 'feedback' then (v_document."mature")."feedback" end, v_metric)::r_xn4f50);
    v_series_2 := row(v_series."cells", v_series."last")::r_gudyj2;
    v_record := trend_rule_window_of(v_series_2."last", v_options);
    v_comparison := compare_compare(v_series_2."cells", ((source_conversion_source_conversion())."trend")."kind", row(v_record."baselineDays", v_record."last", v_record."recentDays")::r_3h043n);
    v_result := case when ((v_comparison is not distinct from null) or (not (trend_rule_lacks(row(row((v_series."metric")."countedOn", row(((v_series."metric")."trend")."kind")::r_4do8tm)::r_k0nwof)::r_3urahi, v_comparison, v_options) is not distinct from null))) then array[]::r_oe2y3t[] else array[row(v_comparison, v_series, v_item)::r_oe2y3t]::r_oe2y3t[] end;
    foreach v_more in array v_result loop
      v_flat := array_append(v_flat, v_more);
    end loop;
  end loop;
  return v_flat;
end
$plain$;

create function lh_engine_plain.findings_not_enough(v_about r_lekogs, v_n float8, v_needed float8, v_what text) returns r_r1knjv language plpgsql immutable as $plain$
begin
  return (row('not_enough_data'::text, null::text[], null::text[], null::text[], (v_about."metric" || ' ('::text || v_about."trigger" || ') was not evaluated: '::text || js_text(v_n) || ' '::text || v_what || ', needs '::text || js_text(v_needed)), v_about."metric", v_n, v_needed, v_about."rule", v_about."segment", null::text, v_about."trigger")::r_r1knjv);
end
$plain$;

create function lh_engine_plain.weak_sources_fallen_sources(v_document r_1qbja7, v_options r_pwhogm, v_sources r_oe2y3t[]) returns r_k48grk[] language plpgsql immutable as $plain$
declare
  v_alpha float8;
  v_kept r_oe2y3t[];
  v_item r_oe2y3t;
  v_flat r_k48grk[];
  v_item_2 r_oe2y3t;
  v_result r_k48grk[];
  v_metric r_2frefk;
  v_keep fn_tfnpgy;
  v_record r_xn4f50;
  v_series r_gudyj2;
  v_record_2 r_gvvunu;
  v_others r_52vjgg;
  v_more r_k48grk;
  v_keys float8[];
  v_keys_2 text[];
  v_item_3 r_k48grk;
begin
  v_alpha := (fn_8xylpd_call(v_options."number", 'trend_alpha'::text) / cardinality(v_sources)::float8);
  v_kept := '{}';
  foreach v_item in array v_sources loop
    if trend_rule_is_trend(source_conversion_source_conversion_7c17dn(), v_item."comparison", v_options, v_alpha) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_flat := '{}';
  foreach v_item_2 in array v_kept loop
    v_metric := source_conversion_source_conversion_2frefk();
    v_keep := fn_tfnpgy_make_126813403(v_item_2);
    v_record := (row(fn_kkczbh_call((v_metric."trend")."cells", v_document, v_keep), case (v_metric."trend")."mature" when 'contact' then (v_document."mature")."contact" when 'qualification' then (v_document."mature")."qualification" when 'follow_up' then (v_document."mature")."follow_up" when 'feedback' then (v_document."mature")."feedback" end, v_metric)::r_xn4f50);
    v_series := row(v_record."cells", v_record."last")::r_gudyj2;
    v_record_2 := trend_rule_window_of(v_series."last", v_options);
    v_others := compare_compare(v_series."cells", ((source_conversion_source_conversion())."trend")."kind", row(v_record_2."baselineDays", v_record_2."last", v_record_2."recentDays")::r_3h043n);
    v_result := case when (((not (v_others is not distinct from null)) and weak_sources_is_its_own(v_item_2."comparison", v_others, v_options, v_alpha)) and weak_sources_lies_below(v_item_2."comparison", v_others, v_alpha)) then array[row(v_item_2."comparison", v_others, v_item_2."series", v_item_2."source")::r_k48grk]::r_k48grk[] else array[]::r_k48grk[] end;
    foreach v_more in array v_result loop
      v_flat := array_append(v_flat, v_more);
    end loop;
  end loop;
  v_keys := '{}';
  v_keys_2 := '{}';
  foreach v_item_3 in array v_flat loop
    v_keys := array_append(v_keys, coalesce((v_item_3."comparison")."statistic", '0'::float8));
    v_keys_2 := array_append(v_keys_2, js_order(v_item_3."source") collate "C");
  end loop;
  if array_position(v_keys, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  return array(select (v_flat)[i] from generate_subscripts(v_flat, 1) as i order by (v_keys)[i], (v_keys_2)[i] collate "C", i);
end
$plain$;

create function lh_engine_plain.source_conversion_source_conversion_7c17dn() returns r_7c17dn language plpgsql immutable as $plain$
begin
  return row(row(null::fn_s6rvzk, fn_kkczbh_make_227774373(), 'rate'::text, 'qualification'::text, array[row(array['source'::text]::text[], 'host_leads'::text)::r_e2sj2l, row(array['qualified_at'::text]::text[], 'host_leads'::text)::r_e2sj2l]::r_e2sj2l[], 'between sources'::text)::r_v372w7, 'lower'::text)::r_7c17dn;
end
$plain$;

create function lh_engine_plain.trend_rule_one_sided_p(v_metric r_7c17dn, v_c r_52vjgg) returns float8 language plpgsql immutable as $plain$
declare
  v_t float8;
  v_either float8;
begin
  if (v_c."p" is not distinct from null) then
    v_either := null::float8;
  else
    v_t := trend_rule_worsening(v_metric, v_c);
    v_either := case when (v_t > '0'::float8 and v_t <> 'NaN'::float8) then (v_c."p" / '2'::float8) else ('1'::float8 - (v_c."p" / '2'::float8)) end;
  end if;
  return v_either;
end
$plain$;

create function lh_engine_plain.causes_causes_of(v_document r_7a9cuw, v_options r_pwhogm, v_source text) returns r_w1n5rl language plpgsql immutable as $plain$
declare
  v_mapped r_h45wxl[];
  v_item r_fg6pwp;
  v_reports r_h45wxl[];
  v_mapped_2 r_09u68c[];
  v_item_2 r_mdc18n;
  v_contacts r_09u68c[];
  v_items r_1b67bz[];
  v_item_3 r_h45wxl;
  v_wrongnumbers r_ujyxis;
  v_items_2 r_1b67bz[];
  v_item_4 r_09u68c;
  v_invalid r_ujyxis;
  v_list text[];
  v_kept text[];
  v_item_5 text;
  v_named text[];
  v__w text;
  v_wrong_numbers r_zx31qw;
  v__i text;
  v_invalid_contacts r_zx31qw;
begin
  v_mapped := '{}';
  foreach v_item in array v_document."reports" loop
    v_mapped := array_append(v_mapped, (row(v_item."day", v_item."feedback", v_item."feedback", v_item."wrong_numbers", v_item."source", v_item."wrong_numbers")::r_h45wxl));
  end loop;
  v_reports := v_mapped;
  v_mapped_2 := '{}';
  foreach v_item_2 in array v_document."contacts" loop
    v_mapped_2 := array_append(v_mapped_2, (row(v_item_2."contacts", v_item_2."day", v_item_2."invalid", v_item_2."contacts", v_item_2."invalid", v_item_2."source")::r_09u68c));
  end loop;
  v_contacts := v_mapped_2;
  v_items := '{}';
  foreach v_item_3 in array v_reports loop
    v_items := array_append(v_items, case when (v_item_3 is not distinct from null) then null else row(v_item_3."day", v_item_3."n", v_item_3."part", v_item_3."source")::r_1b67bz end);
  end loop;
  v_wrongnumbers := causes_look(v_items, 'wrong numbers'::text, v_source, (v_document."mature")."feedback", v_options);
  v_items_2 := '{}';
  foreach v_item_4 in array v_contacts loop
    v_items_2 := array_append(v_items_2, case when (v_item_4 is not distinct from null) then null else row(v_item_4."day", v_item_4."n", v_item_4."part", v_item_4."source")::r_1b67bz end);
  end loop;
  v_invalid := causes_look(v_items_2, 'invalid contacts'::text, v_source, (v_document."mature")."feedback", v_options);
  v_list := array[v_wrongnumbers."text", v_invalid."text"]::text[];
  v_kept := '{}';
  foreach v_item_5 in array v_list loop
    if (not (v_item_5 is not distinct from null)) then
      v_kept := array_append(v_kept, v_item_5);
    end if;
  end loop;
  v_named := v_kept;
  v__w := v_wrongnumbers."text";
  v_wrong_numbers := row(v_wrongnumbers."n", v_wrongnumbers."share", v_wrongnumbers."share_before", v_wrongnumbers."share_of_others")::r_zx31qw;
  v__i := v_invalid."text";
  v_invalid_contacts := row(v_invalid."n", v_invalid."share", v_invalid."share_before", v_invalid."share_of_others")::r_zx31qw;
  return row(v_invalid_contacts, case when (cardinality(v_named)::float8 = '0'::float8) then null::text else array_to_string(v_named, '; '::text, '') end, v_wrong_numbers)::r_w1n5rl;
end
$plain$;

create function lh_engine_plain.js_write_ua4r66(r_420hzb) returns text language plpgsql immutable as $plain$
declare
  v_x r_420hzb := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"others_rate":' || js_write_number(v_x."others_rate")
    || ',"weak_sources":' || js_write_cdooxp(v_x."weak_sources"), 2) || '}';
end
$plain$;

create function lh_engine_plain.trend_rule_trend_finding(v_series r_d2bzf3, v_c r_52vjgg, v_options r_pwhogm, v_segment text, v_detail json) returns r_vqchpa language plpgsql immutable as $plain$
declare
  v_w r_gvvunu;
  v_sign float8;
  v_began float8;
  v_number float8;
  v_number_2 float8;
begin
  v_w := trend_rule_window_of(v_series."last", v_options);
  v_sign := case when ((v_series."metric")."worse" = 'higher'::text) then '1'::float8 else '-1'::float8 end;
  v_began := days_change_day(v_series."cells", ((v_series."metric")."trend")."kind", v_w."from", v_w."last", v_sign);
  v_number := (v_w."split" + '1'::float8);
  v_number_2 := v_series."last";
  return row(trend_rule_days_before(row(row((v_series."metric")."trend")::r_s4w1km)::r_zaatd6, v_c, v_w), case when (v_began is not distinct from null) then null::text else js_slice(js_iso((v_began * '86400000'::float8)), '0'::float8, '10'::float8) end, js_merge(js_merge('{}'::json, v_detail), ('{' || '"statistic":' || coalesce((coalesce(js_write_number(v_c."statistic")::json, 'null'))::text, 'null') || ',' || '"test":' || coalesce((case when (((v_series."metric")."trend")."kind" = 'rate'::text) then to_json('two-proportion z'::text)::text::json else to_json('Welch t'::text)::text::json end)::text, 'null') || ',' || '"dispersion":' || coalesce((js_write_number(v_c."dispersion")::json)::text, 'null') || '}')::json), js_slice(js_iso((v_number * '86400000'::float8)), '0'::float8, '10'::float8), (v_series."metric")."name", (v_c."recent")."n", trend_rule_one_sided_p(row((v_series."metric")."trend", (v_series."metric")."worse")::r_7c17dn, v_c), null::float8, trend_rule_relative_change(row((v_series."metric")."trend")::r_s4w1km, v_c), v_segment, fn_8xylpd_call(v_options."number", ((v_series."metric")."threshold")."target"), null::float8, js_slice(js_iso((v_number_2 * '86400000'::float8)), '0'::float8, '10'::float8), 'trend'::text, false, (v_series."metric")."bottleneck", (v_series."metric")."countedOn", trend_rule_shown(row((v_series."metric")."trend")::r_s4w1km, (v_c."recent")."value"))::r_vqchpa;
end
$plain$;

create function lh_engine_plain.detection_place(v_finding r_g8k9i3) returns float8 language plpgsql immutable as $plain$
declare
  v_list r_2frefk[];
  v_place float8;
  v_item r_2frefk;
  v_index float8;
begin
  v_list := list_metrics();
  v_place := -1;
  v_index := -1;
  foreach v_item in array v_list loop
    v_index := v_index + 1;
    if (v_item."name" = v_finding."metric") then
      v_place := v_index;
      exit;
    end if;
  end loop;
  return v_place;
end
$plain$;

create function lh_engine_plain.bottlenecks_one_step_up(v_severity text) returns text language plpgsql immutable as $plain$
declare
  v_list text[];
begin
  v_list := array['low'::text, 'medium'::text, 'high'::text, 'critical'::text]::text[];
  return coalesce((array['low'::text, 'medium'::text, 'high'::text, 'critical'::text]::text[])[js_at(((coalesce(array_position(v_list, v_severity), 0) - 1)::float8 + '1'::float8))], v_severity);
end
$plain$;

create function lh_engine_plain.detection_level_before(v_given r_iw64zc, v_document r_1qbja7, v_options r_pwhogm) returns r_lprgsc language plpgsql immutable as $plain$
declare
  v_name text;
  v_segment text;
  v_metric r_2frefk;
  v_t float8;
  v_holds boolean;
  v_keep fn_tfnpgy;
  v_record r_xn4f50;
begin
  v_name := v_given."metric";
  v_segment := v_given."segment";
  v_metric := list_metric_named(v_name);
  v_holds := (not (not (v_metric."trend" is not distinct from null)));
  if not v_holds then
    v_t := cardinality(document_missing_for(row(v_document."missing_columns")::r_vey5ex, (v_metric."trend")."needs"))::float8;
    v_holds := (v_t > '0'::float8 and v_t <> 'NaN'::float8);
  end if;
  if v_holds then
    return null::r_lprgsc;
  end if;
  v_keep := case when (v_segment is not distinct from null) then fn_tfnpgy_make_168219642() else fn_tfnpgy_make_111231458(v_segment) end;
  v_record := (row(fn_kkczbh_call((v_metric."trend")."cells", v_document, v_keep), case (v_metric."trend")."mature" when 'contact' then (v_document."mature")."contact" when 'qualification' then (v_document."mature")."qualification" when 'follow_up' then (v_document."mature")."follow_up" when 'feedback' then (v_document."mature")."feedback" end, v_metric)::r_xn4f50);
  return trend_rule_baseline_of(row(v_record."cells", v_record."last", row((v_record."metric")."countedOn", (v_record."metric")."trend")::r_kt2b9r)::r_75r2tx, v_options);
end
$plain$;

create function lh_engine_plain.explain_threshold_sentence(v_f r_vqchpa) returns text language plpgsql immutable as $plain$
declare
  v_text text;
begin
  v_text := (explain_subject(row(v_f."metric", v_f."segment")::r_iw64zc) || ' was '::text || explain_value_text(row(v_f."metric")::r_g8k9i3, v_f."value") || ' '::text || explain_period(row(v_f."from", v_f."to")::r_7gkf0h) || ' ('::text || js_text(v_f."n") || ' '::text || v_f."unit" || '), '::text || explain_limit(row(v_f."metric", v_f."target", v_f."threshold")::r_qf7tx5) || explain_beside_others(v_f) || explain_cause(v_f) || '.'::text);
  return (js_upper(js_slice(v_text, '0'::float8, '1'::float8)) || js_slice(v_text, '1'::float8, null::float8));
end
$plain$;

create function lh_engine_plain.explain_trend_sentence(v_f r_vqchpa) returns text language plpgsql immutable as $plain$
declare
  v_direction text;
  v_number float8;
  v_either text;
  v_since text;
  v_base r_lprgsc;
  v_from text;
  v_counts text;
  v_p text;
  v_text text;
begin
  v_direction := case when ((list_metric_named(v_f."metric"))."worse" = 'higher'::text) then 'rose'::text else 'fell'::text end;
  if (v_f."began_on" is not distinct from null) then
    v_either := ''::text;
  else
    v_number := calendar_day_number(v_f."began_on");
    v_either := (', since about '::text || coalesce((js_constant_l3sgiz())[js_at(js_remainder(((js_remainder(v_number, '7'::float8)) + '7'::float8), '7'::float8))], 'null') || ' '::text || v_f."began_on");
  end if;
  v_since := v_either;
  v_base := v_f."baseline";
  v_from := case when (v_base is not distinct from null) then ''::text else (' from '::text || explain_value_text(row(v_f."metric")::r_g8k9i3, v_base."value")) end;
  v_counts := case when (v_base is not distinct from null) then (js_text(v_f."n") || ' '::text || v_f."unit") else (js_text(v_f."n") || ' '::text || v_f."unit" || ' against '::text || js_text(v_base."n")) end;
  v_p := case when (v_f."p_value" is not distinct from null) then ''::text else (', '::text || words_p_equation(v_f."p_value")) end;
  v_text := (explain_subject(row(v_f."metric", v_f."segment")::r_iw64zc) || ' '::text || v_direction || v_from || ' to '::text || explain_value_text(row(v_f."metric")::r_g8k9i3, v_f."value") || v_since || ' ('::text || v_counts || v_p || ')'::text || explain_beside_others(v_f) || explain_cause(v_f) || '.'::text);
  return (js_upper(js_slice(v_text, '0'::float8, '1'::float8)) || js_slice(v_text, '1'::float8, null::float8));
end
$plain$;

create function lh_engine_plain.data_quality_is_defect(v_code text, v_document r_vey5ex) returns boolean language plpgsql immutable as $plain$
declare
  v_needs r_e2sj2l[];
begin
  v_needs := case when (v_code = 'feedback_without_time'::text) then array[row(array['created_at'::text]::text[], 'host_feedback'::text)::r_e2sj2l]::r_e2sj2l[] else case when (v_code = 'validation_without_time'::text) then array[row(array['created_at'::text]::text[], 'host_validations'::text)::r_e2sj2l]::r_e2sj2l[] else array[]::r_e2sj2l[] end end;
  return (cardinality(document_missing_for(v_document, v_needs))::float8 = '0'::float8);
end
$plain$;

create function lh_engine_plain.data_quality_treatment_of(v_code text) returns text language plpgsql immutable as $plain$
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
  v_map := js_constant_g86gs6();
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
    if (v_known = v_code) then
      v_found := v_item;
      exit;
    end if;
  end loop;
  return coalesce(v_found."1", 'rows with this defect'::text);
end
$plain$;

create function lh_engine_plain.data_quality_table_of(v_code text) returns text language plpgsql immutable as $plain$
begin
  return case when starts_with(v_code, 'feedback_'::text) then 'lh_feedback_log'::text else case when starts_with(v_code, 'validation_'::text) then 'lh_validation_history'::text else 'lh_lead_status'::text end end;
end
$plain$;

create function lh_engine_plain.js_write_saiihg(r_4oq0wk) returns text language plpgsql immutable as $plain$
declare
  v_x r_4oq0wk := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"as_of":' || to_json(v_x."as_of")::text
    || ',"n":' || js_write_number(v_x."n")
    || ',"from":' || to_json(v_x."from")::text
    || ',"to":' || to_json(v_x."to")::text
    || ',"threshold":' || coalesce(js_write_number(v_x."threshold"), 'null')
    || ',"past_by":' || coalesce(js_write_number(v_x."past_by"), 'null')
    || ',"baseline":' || coalesce(js_write_number(v_x."baseline"), 'null')
    || ',"baseline_n":' || coalesce(js_write_number(v_x."baseline_n"), 'null')
    || ',"baseline_from":' || coalesce(to_json(v_x."baseline_from")::text, 'null')
    || ',"baseline_to":' || coalesce(to_json(v_x."baseline_to")::text, 'null')
    || ',"p_value":' || coalesce(js_write_number(v_x."p_value"), 'null')
    || ',"began_on":' || coalesce(to_json(v_x."began_on")::text, 'null')
    || ',"severity_raised":' || coalesce(to_json(v_x."severity_raised")::text, 'null')
    || ',"triggers":' || js_write_0w9m5k(v_x."triggers"), 2) || '}';
end
$plain$;

create function lh_engine_plain.reports_read_5zbele(p_value json, p_path text) returns r_cgxvkx language plpgsql immutable as $plain$
declare
  v_raw r_dgvqq6;
  v_part json;
  v_optional text;
  v_string text;
  v_part_2 json;
  v_read r_vpro6d;
  v_part_3 json;
  v_read_2 r_vpro6d;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_dgvqq6, p_value);
  end if;
  v_part := coalesce(v_raw."segment", p_value -> 'segment');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'segment'), 'expected "segment"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'segment'), 'expected string', v_part);
    end if;
    v_string := (v_part #>> '{}');
    v_optional := v_string;
  end if;
  v_part_2 := coalesce(v_raw."recent", p_value -> 'recent');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'recent'), 'expected "recent"', null);
  end if;
  v_read := reports_read_xxdgcv(v_part_2, js_path(p_path, 'recent'));
  v_part_3 := coalesce(v_raw."baseline", p_value -> 'baseline');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'baseline'), 'expected "baseline"', null);
  end if;
  v_read_2 := reports_read_xxdgcv(v_part_3, js_path(p_path, 'baseline'));
  return row(v_read_2, v_read, v_optional)::r_cgxvkx;
end
$plain$;

create function lh_engine_plain.student_first_guess(v_z float8, v_v float8) returns float8 language plpgsql immutable as $plain$
declare
  v_square float8;
  v_linear float8;
  v_quadratic float8;
begin
  v_square := (v_z * v_z);
  v_linear := ((v_z * (v_square + '1'::float8)) / '4'::float8);
  v_quadratic := ((v_z * (((('5'::float8 * v_square) + '16'::float8) * v_square) + '3'::float8)) / '96'::float8);
  return (v_z + case when v_v = 0 then js_divide((v_linear + case when v_v = 0 then js_divide(v_quadratic, v_v) else v_quadratic / v_v end), v_v) else (v_linear + case when v_v = 0 then js_divide(v_quadratic, v_v) else v_quadratic / v_v end) / v_v end);
end
$plain$;

create function lh_engine_plain.student_rough_density(v_t float8, v_v float8) returns float8 language plpgsql immutable as $plain$
declare
  v_u float8;
  v_constant float8;
begin
  v_u := case when v_v = 0 then js_divide('1'::float8, v_v) else '1'::float8 / v_v end;
  v_constant := ('0.3989422804014327'::float8 * ((('1'::float8 - (v_u / '4'::float8)) + ((v_u * v_u) / '32'::float8)) + (((('5'::float8 * v_u) * v_u) * v_u) / '128'::float8)));
  return (v_constant * exp_exp((('-0.5'::float8 * (v_v + '1'::float8)) * log1p_log1p(case when v_v = 0 then js_divide((v_t * v_t), v_v) else (v_t * v_t) / v_v end))));
end
$plain$;

create function lh_engine_plain.backtest_read_1qhw8p(p_value json, p_path text) returns r_kyrla7 language plpgsql immutable as $plain$
declare
  v_raw r_fehaek;
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
    v_raw := json_populate_record(null::r_fehaek, p_value);
  end if;
  v_part := coalesce(v_raw."skill_type", p_value -> 'skill_type');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected "skill_type"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."metric", p_value -> 'metric');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'metric'), 'expected "metric"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'metric'), 'expected string', v_part_2);
  end if;
  v_string_2 := (v_part_2 #>> '{}');
  v_part_3 := coalesce(v_raw."since", p_value -> 'since');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'since'), 'expected "since"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'since'), 'expected string', v_part_3);
  end if;
  v_string_3 := (v_part_3 #>> '{}');
  return row(v_string_2, v_string_3, v_string)::r_kyrla7;
end
$plain$;

create function lh_engine_plain.js_write_tnj1zc(r_vgjsxa) returns text language plpgsql immutable as $plain$
declare
  v_x r_vgjsxa := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"skill_type":' || to_json(v_x."skill_type")::text
    || ',"spawned_count":' || js_write_number(v_x."spawned_count")
    || ',"testing_skill_id":' || to_json(v_x."testing_skill_id")::text
    || ',"testing_test_id":' || to_json(v_x."testing_test_id")::text
    || ',"testing_since":' || to_json(v_x."testing_since")::text
    || ',"last_killed_at":' || coalesce(null::text, 'null')
    || ',"last_kept_at":' || coalesce(null::text, 'null'), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_a2mp2y(r_zecxh0) returns text language plpgsql immutable as $plain$
declare
  v_x r_zecxh0 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"ab_test_id":' || to_json(v_x."ab_test_id")::text
    || ',"skill_id":' || to_json(v_x."skill_id")::text
    || ',"metric":' || to_json(v_x."metric")::text
    || ',"started_at":' || to_json(v_x."started_at")::text, 2) || '}';
end
$plain$;

create function lh_engine_plain.feedback_read_oikd8a(p_value json, p_path text) returns r_oxeudm language plpgsql immutable as $plain$
declare
  v_raw r_dymggd;
  v_part json;
  v_string text;
  v_part_2 json;
  v_number float8;
  v_part_3 json;
  v_number_2 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_dymggd, p_value);
  end if;
  v_part := coalesce(v_raw."pattern_type", p_value -> 'pattern_type');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'pattern_type'), 'expected "pattern_type"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'pattern_type'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."true_positives", p_value -> 'true_positives');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected "true_positives"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number := js_number(v_part_2);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'true_positives'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."false_positives", p_value -> 'false_positives');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected "false_positives"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number_2 := js_number(v_part_3);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'false_positives'), 'expected an integer ≥ 0', v_part_3);
  end if;
  return row(v_number_2, v_string, v_number)::r_oxeudm;
end
$plain$;

create function lh_engine_plain.feedback_read_mq7rgd(p_value json, p_path text) returns r_n4fcx3 language plpgsql immutable as $plain$
declare
  v_raw r_j5tamm;
  v_part json;
  v_optional text;
  v_string text;
  v_part_2 json;
  v_number float8;
  v_part_3 json;
  v_read text[];
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_j5tamm, p_value);
  end if;
  v_part := coalesce(v_raw."reason", p_value -> 'reason');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'reason'), 'expected "reason"', null);
  end if;
  if coalesce(json_typeof(v_part) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'reason'), 'expected string', v_part);
    end if;
    v_string := (v_part #>> '{}');
    v_optional := v_string;
  end if;
  v_part_2 := coalesce(v_raw."n", p_value -> 'n');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected "n"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number := js_number(v_part_2);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'n'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."contact_ids", p_value -> 'contact_ids');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'contact_ids'), 'expected "contact_ids"', null);
  end if;
  v_read := feedback_read_hax4ud(v_part_3, js_path(p_path, 'contact_ids'));
  return row(v_read, v_number, v_optional)::r_n4fcx3;
end
$plain$;

create function lh_engine_plain.words_share_text(v_share float8, v_digits float8) returns text language plpgsql immutable as $plain$
declare
  v_given float8;
begin
  if v_digits is not distinct from null then
    v_digits := '1'::float8;
  end if;
  v_given := v_digits;
  if (v_given is not distinct from null) then
    v_given := '1'::float8;
  end if;
  return case when (v_given = '0'::float8) then (js_text(js_round((v_share * '100'::float8))) || ' %'::text) else (js_text((js_round((v_share * '1000'::float8)) / '10'::float8)) || ' %'::text) end;
end
$plain$;

create function lh_engine_plain.js_write_jauf28(r_sr1yt4) returns text language plpgsql immutable as $plain$
declare
  v_x r_sr1yt4 := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(coalesce(',"true_positives":' || js_write_number(v_x."true_positives"), '')
    || coalesce(',"false_positives":' || js_write_number(v_x."false_positives"), '')
    || coalesce(',"missed_businesses":' || js_write_number(v_x."missed_businesses"), '')
    || coalesce(',"businesses":' || js_write_number(v_x."businesses"), '')
    || ',"measures":' || to_json(v_x."measures")::text
    || coalesce(',"missed":' || js_write_k5a9wp(v_x."missed"), ''), 2) || '}';
end
$plain$;

create function lh_engine_plain.report_read_2fimi8(p_value json, p_path text) returns r_ujyrs1 language plpgsql immutable as $plain$
declare
  v_raw r_a1zkny;
  v_part json;
  v_string text;
  v_part_2 json;
  v_optional text;
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
  v_number_5 float8;
  v_part_8 json;
  v_number_6 float8;
  v_part_9 json;
  v_number_7 float8;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_a1zkny, p_value);
  end if;
  v_part := coalesce(v_raw."dimension", p_value -> 'dimension');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'dimension'), 'expected "dimension"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'dimension'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."name", p_value -> 'name');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'name'), 'expected "name"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'name'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional := v_string_2;
  end if;
  v_part_3 := coalesce(v_raw."feedback", p_value -> 'feedback');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected "feedback"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_number := js_number(v_part_3);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected an integer up to 9007199254740991', v_part_3);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'feedback'), 'expected an integer ≥ 0', v_part_3);
  end if;
  v_part_4 := coalesce(v_raw."correct_owner", p_value -> 'correct_owner');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'correct_owner'), 'expected "correct_owner"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'correct_owner'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_number_2 := js_number(v_part_4);
  if not coalesce((v_number_2 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'correct_owner'), 'expected an integer up to 9007199254740991', v_part_4);
  end if;
  if not coalesce((coalesce((abs(v_number_2) <= 9007199254740991 and floor(v_number_2) = v_number_2), false) and (v_number_2 >= '0'::float8 and v_number_2 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'correct_owner'), 'expected an integer ≥ 0', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."wrong_number", p_value -> 'wrong_number');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'wrong_number'), 'expected "wrong_number"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'wrong_number'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_number_3 := js_number(v_part_5);
  if not coalesce((v_number_3 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'wrong_number'), 'expected an integer up to 9007199254740991', v_part_5);
  end if;
  if not coalesce((coalesce((abs(v_number_3) <= 9007199254740991 and floor(v_number_3) = v_number_3), false) and (v_number_3 >= '0'::float8 and v_number_3 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'wrong_number'), 'expected an integer ≥ 0', v_part_5);
  end if;
  v_part_6 := coalesce(v_raw."business_number", p_value -> 'business_number');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'business_number'), 'expected "business_number"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'business_number'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_number_4 := js_number(v_part_6);
  if not coalesce((v_number_4 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'business_number'), 'expected an integer up to 9007199254740991', v_part_6);
  end if;
  if not coalesce((coalesce((abs(v_number_4) <= 9007199254740991 and floor(v_number_4) = v_number_4), false) and (v_number_4 >= '0'::float8 and v_number_4 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'business_number'), 'expected an integer ≥ 0', v_part_6);
  end if;
  v_part_7 := coalesce(v_raw."disconnected", p_value -> 'disconnected');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'disconnected'), 'expected "disconnected"', null);
  end if;
  if not coalesce(json_typeof(v_part_7) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'disconnected'), 'expected an integer ≥ 0', v_part_7);
  end if;
  v_number_5 := js_number(v_part_7);
  if not coalesce((v_number_5 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'disconnected'), 'expected an integer up to 9007199254740991', v_part_7);
  end if;
  if not coalesce((coalesce((abs(v_number_5) <= 9007199254740991 and floor(v_number_5) = v_number_5), false) and (v_number_5 >= '0'::float8 and v_number_5 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'disconnected'), 'expected an integer ≥ 0', v_part_7);
  end if;
  v_part_8 := coalesce(v_raw."good_lead", p_value -> 'good_lead');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'good_lead'), 'expected "good_lead"', null);
  end if;
  if not coalesce(json_typeof(v_part_8) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'good_lead'), 'expected an integer ≥ 0', v_part_8);
  end if;
  v_number_6 := js_number(v_part_8);
  if not coalesce((v_number_6 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'good_lead'), 'expected an integer up to 9007199254740991', v_part_8);
  end if;
  if not coalesce((coalesce((abs(v_number_6) <= 9007199254740991 and floor(v_number_6) = v_number_6), false) and (v_number_6 >= '0'::float8 and v_number_6 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'good_lead'), 'expected an integer ≥ 0', v_part_8);
  end if;
  v_part_9 := coalesce(v_raw."bad_lead", p_value -> 'bad_lead');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'bad_lead'), 'expected "bad_lead"', null);
  end if;
  if not coalesce(json_typeof(v_part_9) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'bad_lead'), 'expected an integer ≥ 0', v_part_9);
  end if;
  v_number_7 := js_number(v_part_9);
  if not coalesce((v_number_7 <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'bad_lead'), 'expected an integer up to 9007199254740991', v_part_9);
  end if;
  if not coalesce((coalesce((abs(v_number_7) <= 9007199254740991 and floor(v_number_7) = v_number_7), false) and (v_number_7 >= '0'::float8 and v_number_7 <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'bad_lead'), 'expected an integer ≥ 0', v_part_9);
  end if;
  return row(v_number_7, v_number_4, v_number_2, v_string, v_number_5, v_number, v_number_6, v_optional, v_number_3)::r_ujyrs1;
end
$plain$;

create function lh_engine_plain.spawning_read_9n3cju(p_value json, p_path text) returns r_vm9475 language plpgsql immutable as $plain$
declare
  v_raw r_yz5q0x;
  v_part json;
  v_string text;
  v_part_2 json;
  v_string_2 text;
  v_part_3 json;
  v_string_3 text;
  v_part_4 json;
  v_number float8;
  v_part_5 json;
  v_number_2 float8;
  v_part_6 json;
  v_string_4 text;
  v_part_7 json;
  v_optional text;
  v_string_5 text;
  v_part_8 json;
  v_string_6 text;
  v_part_9 json;
  v_read json;
  v_part_10 json;
  v_string_7 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_yz5q0x, p_value);
  end if;
  v_part := coalesce(v_raw."type", p_value -> 'type');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'type'), 'expected "type"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'type'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."severity", p_value -> 'severity');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'severity'), 'expected "severity"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'severity'), 'expected string', v_part_2);
  end if;
  v_string_2 := (v_part_2 #>> '{}');
  v_part_3 := coalesce(v_raw."metric", p_value -> 'metric');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'metric'), 'expected "metric"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'metric'), 'expected string', v_part_3);
  end if;
  v_string_3 := (v_part_3 #>> '{}');
  v_part_4 := coalesce(v_raw."current_value", p_value -> 'current_value');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'current_value'), 'expected "current_value"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'current_value'), 'expected a finite number', v_part_4);
  end if;
  v_number := js_number(v_part_4);
  if not coalesce(coalesce(abs(v_number) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'current_value'), 'expected a finite number', v_part_4);
  end if;
  v_part_5 := coalesce(v_raw."target_value", p_value -> 'target_value');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'target_value'), 'expected "target_value"', null);
  end if;
  if not coalesce(json_typeof(v_part_5) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'target_value'), 'expected a finite number', v_part_5);
  end if;
  v_number_2 := js_number(v_part_5);
  if not coalesce(coalesce(abs(v_number_2) < 'Infinity'::float8, false), false) then
    perform js_refuse_input(js_path(p_path, 'target_value'), 'expected a finite number', v_part_5);
  end if;
  v_part_6 := coalesce(v_raw."suggested_skill", p_value -> 'suggested_skill');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'suggested_skill'), 'expected "suggested_skill"', null);
  end if;
  if not coalesce(json_typeof(v_part_6) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'suggested_skill'), 'expected string', v_part_6);
  end if;
  v_string_4 := (v_part_6 #>> '{}');
  v_part_7 := coalesce(v_raw."segment", p_value -> 'segment');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'segment'), 'expected "segment"', null);
  end if;
  if coalesce(json_typeof(v_part_7) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_7) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'segment'), 'expected string', v_part_7);
    end if;
    v_string_5 := (v_part_7 #>> '{}');
    v_optional := v_string_5;
  end if;
  v_part_8 := coalesce(v_raw."trigger", p_value -> 'trigger');
  if v_part_8 is null then
    perform js_refuse_input(js_path(p_path, 'trigger'), 'expected "trigger"', null);
  end if;
  if not coalesce(json_typeof(v_part_8) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'trigger'), 'expected string', v_part_8);
  end if;
  v_string_6 := (v_part_8 #>> '{}');
  v_part_9 := coalesce(v_raw."evidence", p_value -> 'evidence');
  if v_part_9 is null then
    perform js_refuse_input(js_path(p_path, 'evidence'), 'expected "evidence"', null);
  end if;
  v_read := spawning_read_eel2os(v_part_9, js_path(p_path, 'evidence'));
  v_part_10 := coalesce(v_raw."explanation", p_value -> 'explanation');
  if v_part_10 is null then
    perform js_refuse_input(js_path(p_path, 'explanation'), 'expected "explanation"', null);
  end if;
  if not coalesce(json_typeof(v_part_10) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'explanation'), 'expected string', v_part_10);
  end if;
  v_string_7 := (v_part_10 #>> '{}');
  return row(v_number, v_read, v_string_7, v_string_3, v_optional, v_string_2, v_string_4, v_number_2, v_string_6, v_string)::r_vm9475;
end
$plain$;

create function lh_engine_plain.spawning_read_4t1epc(p_value json, p_path text) returns r_ht24y5 language plpgsql immutable as $plain$
declare
  v_raw r_0prg83;
  v_part json;
  v_string text;
  v_part_2 json;
  v_number float8;
  v_part_3 json;
  v_optional text;
  v_string_2 text;
  v_part_4 json;
  v_optional_2 text;
  v_string_3 text;
  v_part_5 json;
  v_optional_3 text;
  v_string_4 text;
  v_part_6 json;
  v_optional_4 text;
  v_string_5 text;
  v_part_7 json;
  v_optional_5 text;
  v_string_6 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_0prg83, p_value);
  end if;
  v_part := coalesce(v_raw."skill_type", p_value -> 'skill_type');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected "skill_type"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."spawned_count", p_value -> 'spawned_count');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'spawned_count'), 'expected "spawned_count"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'number', false) then
    perform js_refuse_input(js_path(p_path, 'spawned_count'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_number := js_number(v_part_2);
  if not coalesce((v_number <= '9007199254740991'::float8), false) then
    perform js_refuse_input(js_path(p_path, 'spawned_count'), 'expected an integer up to 9007199254740991', v_part_2);
  end if;
  if not coalesce((coalesce((abs(v_number) <= 9007199254740991 and floor(v_number) = v_number), false) and (v_number >= '0'::float8 and v_number <> 'NaN'::float8)), false) then
    perform js_refuse_input(js_path(p_path, 'spawned_count'), 'expected an integer ≥ 0', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."testing_skill_id", p_value -> 'testing_skill_id');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'testing_skill_id'), 'expected "testing_skill_id"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'testing_skill_id'), 'expected string', v_part_3);
    end if;
    v_string_2 := (v_part_3 #>> '{}');
    v_optional := v_string_2;
  end if;
  v_part_4 := coalesce(v_raw."testing_test_id", p_value -> 'testing_test_id');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'testing_test_id'), 'expected "testing_test_id"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'testing_test_id'), 'expected string', v_part_4);
    end if;
    v_string_3 := (v_part_4 #>> '{}');
    v_optional_2 := v_string_3;
  end if;
  v_part_5 := coalesce(v_raw."testing_since", p_value -> 'testing_since');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'testing_since'), 'expected "testing_since"', null);
  end if;
  if coalesce(json_typeof(v_part_5) = 'null', false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_5) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'testing_since'), 'expected string', v_part_5);
    end if;
    v_string_4 := (v_part_5 #>> '{}');
    if not coalesce((v_string_4 collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'), false) then
      perform js_refuse_input(js_path(p_path, 'testing_since'), 'expected a local time such as 2026-03-01T00:00:00', v_part_5);
    end if;
    v_optional_3 := v_string_4;
  end if;
  v_part_6 := coalesce(v_raw."last_killed_at", p_value -> 'last_killed_at');
  if v_part_6 is null then
    perform js_refuse_input(js_path(p_path, 'last_killed_at'), 'expected "last_killed_at"', null);
  end if;
  if coalesce(json_typeof(v_part_6) = 'null', false) then
    v_optional_4 := null;
  else
    if not coalesce(json_typeof(v_part_6) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'last_killed_at'), 'expected string', v_part_6);
    end if;
    v_string_5 := (v_part_6 #>> '{}');
    if not coalesce((v_string_5 collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'), false) then
      perform js_refuse_input(js_path(p_path, 'last_killed_at'), 'expected a local time such as 2026-03-01T00:00:00', v_part_6);
    end if;
    v_optional_4 := v_string_5;
  end if;
  v_part_7 := coalesce(v_raw."last_kept_at", p_value -> 'last_kept_at');
  if v_part_7 is null then
    perform js_refuse_input(js_path(p_path, 'last_kept_at'), 'expected "last_kept_at"', null);
  end if;
  if coalesce(json_typeof(v_part_7) = 'null', false) then
    v_optional_5 := null;
  else
    if not coalesce(json_typeof(v_part_7) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'last_kept_at'), 'expected string', v_part_7);
    end if;
    v_string_6 := (v_part_7 #>> '{}');
    if not coalesce((v_string_6 collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'), false) then
      perform js_refuse_input(js_path(p_path, 'last_kept_at'), 'expected a local time such as 2026-03-01T00:00:00', v_part_7);
    end if;
    v_optional_5 := v_string_6;
  end if;
  return row(v_optional_5, v_optional_4, v_string, v_number, v_optional_3, v_optional, v_optional_2)::r_ht24y5;
end
$plain$;

create function lh_engine_plain.spawning_read_vujtyp(p_value json, p_path text) returns r_zecxh0 language plpgsql immutable as $plain$
declare
  v_raw r_lmsvwy;
  v_part json;
  v_string text;
  v_part_2 json;
  v_optional text;
  v_string_2 text;
  v_part_3 json;
  v_optional_2 text;
  v_string_3 text;
  v_part_4 json;
  v_optional_3 text;
  v_string_4 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_lmsvwy, p_value);
  end if;
  v_part := coalesce(v_raw."ab_test_id", p_value -> 'ab_test_id');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected "ab_test_id"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."skill_id", p_value -> 'skill_id');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'skill_id'), 'expected "skill_id"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'skill_id'), 'expected string', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional := v_string_2;
  end if;
  v_part_3 := coalesce(v_raw."metric", p_value -> 'metric');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'metric'), 'expected "metric"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'metric'), 'expected string', v_part_3);
    end if;
    v_string_3 := (v_part_3 #>> '{}');
    v_optional_2 := v_string_3;
  end if;
  v_part_4 := coalesce(v_raw."started_at", p_value -> 'started_at');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'started_at'), 'expected "started_at"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'started_at'), 'expected string', v_part_4);
    end if;
    v_string_4 := (v_part_4 #>> '{}');
    if not coalesce((v_string_4 collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'), false) then
      perform js_refuse_input(js_path(p_path, 'started_at'), 'expected a local time such as 2026-03-01T00:00:00', v_part_4);
    end if;
    v_optional_3 := v_string_4;
  end if;
  return row(v_string, v_optional_2, v_optional, v_optional_3)::r_zecxh0;
end
$plain$;

create function lh_engine_plain.spawning_read_3dkfu6(p_value json, p_path text) returns r_2x5lgs language plpgsql immutable as $plain$
declare
  v_raw r_69it2y;
  v_part json;
  v_string text;
  v_part_2 json;
  v_string_2 text;
  v_part_3 json;
  v_string_3 text;
  v_part_4 json;
  v_string_4 text;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_69it2y, p_value);
  end if;
  v_part := coalesce(v_raw."skill_type", p_value -> 'skill_type');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected "skill_type"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'skill_type'), 'expected string', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."paused_at", p_value -> 'paused_at');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'paused_at'), 'expected "paused_at"', null);
  end if;
  if not coalesce(json_typeof(v_part_2) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'paused_at'), 'expected string', v_part_2);
  end if;
  v_string_2 := (v_part_2 #>> '{}');
  if not coalesce((v_string_2 collate "C" ~ '^[0-9]{4,}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'), false) then
    perform js_refuse_input(js_path(p_path, 'paused_at'), 'expected a local time such as 2026-03-01T00:00:00', v_part_2);
  end if;
  v_part_3 := coalesce(v_raw."paused_by", p_value -> 'paused_by');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'paused_by'), 'expected "paused_by"', null);
  end if;
  if not coalesce(json_typeof(v_part_3) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'paused_by'), 'expected string', v_part_3);
  end if;
  v_string_3 := (v_part_3 #>> '{}');
  v_part_4 := coalesce(v_raw."why", p_value -> 'why');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'why'), 'expected "why"', null);
  end if;
  if not coalesce(json_typeof(v_part_4) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'why'), 'expected string', v_part_4);
  end if;
  v_string_4 := (v_part_4 #>> '{}');
  return row(v_string_2, v_string_3, v_string, v_string_4)::r_2x5lgs;
end
$plain$;

create function lh_engine_plain.reasons_skip(v_reason text, v_explanation text, v_more r_ghy4v7) returns r_fb1e5b language plpgsql immutable as $plain$
declare
  v_given r_ghy4v7;
  v_local text;
  v_either text;
  v_local_2 text;
  v_either_2 text;
begin
  if v_more is not distinct from null then
    v_more := row(null::text, false, null::text, null::text, null::text, false, null::text, false, null::text, false)::r_ghy4v7;
  end if;
  v_given := v_more;
  if (v_given is not distinct from null) then
    v_given := row(null::text, false, null::text, null::text, null::text, false, null::text, false, null::text, false)::r_ghy4v7;
  end if;
  if (v_given."since" is not distinct from null) then
    v_either := null::text;
  else
    v_local := v_given."since";
    v_either := js_slice(v_local, '0'::float8, js_index_of(v_local, 'T'::text));
  end if;
  if (v_given."until" is not distinct from null) then
    v_either_2 := null::text;
  else
    v_local_2 := v_given."until";
    v_either_2 := js_slice(v_local_2, '0'::float8, js_index_of(v_local_2, 'T'::text));
  end if;
  return (row(case when (v_given."ab_test_id" is not distinct from null) then null::text else v_given."ab_test_id" end, case when (v_given."explanation" is not distinct from null) then v_explanation else v_given."explanation" end, case when (v_given."reason" is not distinct from null) then v_reason else v_given."reason" end, v_either, case when (v_given."skill_id" is not distinct from null) then null::text else v_given."skill_id" end, v_either_2)::r_fb1e5b);
end
$plain$;

create function lh_engine_plain.words_article(v_noun text) returns text language plpgsql immutable as $plain$
begin
  return (case when (v_noun collate "C" ~ '^[aeiou]') then 'An'::text else 'A'::text end);
end
$plain$;

create function lh_engine_plain.names_free_names(v_skilltype text, v_from float8, v_taken text[], v_limits r_8aegtr) returns r_xm6mew language plpgsql immutable as $plain$
declare
  v_kept text[];
  v_item text;
  v_index float8;
  v_result boolean;
  v_version float8;
  v_whole r_xm6mew;
  v_skill text;
  v_test text;
  v_mapped float8[];
  v_item_2 text;
  v_index_2 float8;
  v_versions float8[];
  v_free float8;
  v_keys float8[];
  v_item_3 float8;
  v_item_4 float8;
begin
  v_kept := '{}';
  v_index := -1;
  foreach v_item in array v_taken loop
    v_index := v_index + 1;
    v_version := names_version_of(v_item);
    v_whole := (row(names_named(('Auto-spawned '::text || v_skilltype), v_version, v_limits."skill_name"), names_named(('Test: Auto-spawned '::text || v_skilltype), v_version, v_limits."test_name"))::r_xm6mew);
    v_skill := v_whole."skill";
    v_test := v_whole."test";
    v_result := ((v_item = js_lower(v_skill)) or (v_item = js_lower(v_test)));
    if (v_result is true) then
      v_kept := array_append(v_kept, v_item);
    end if;
  end loop;
  v_mapped := '{}';
  v_index_2 := -1;
  foreach v_item_2 in array v_kept loop
    v_index_2 := v_index_2 + 1;
    v_mapped := array_append(v_mapped, names_version_of(v_item_2));
  end loop;
  v_versions := v_mapped;
  v_free := v_from;
  v_keys := '{}';
  foreach v_item_3 in array v_versions loop
    v_keys := array_append(v_keys, v_item_3);
  end loop;
  if array_position(v_keys, 'NaN'::float8) is not null then
    perform js_refuse_order();
  end if;
  <<v_at_loop>>
  foreach v_item_4 in array array(select (v_versions)[i] from generate_subscripts(v_versions, 1) as i order by (v_keys)[i], i) loop
    if (v_item_4 = v_free and v_item_4 is distinct from 'NaN'::float8) then
      v_free := (v_free + '1'::float8);
    end if;
  end loop;
  return (row(names_named(('Auto-spawned '::text || v_skilltype), v_free, v_limits."skill_name"), names_named(('Test: Auto-spawned '::text || v_skilltype), v_free, v_limits."test_name"))::r_xm6mew);
end
$plain$;

create function lh_engine_plain.planned_sample_planned_sample(v_request r_kw8cnv) returns r_l00n8h language plpgsql immutable as $plain$
declare
  v_rate float8;
  v_treated float8;
  v_usable boolean;
  v_exact float8;
  v_t float8;
  v_t_2 float8;
begin
  v_rate := case when (v_request."leads" > '0'::float8 and v_request."leads" <> 'NaN'::float8) then case when v_request."leads" = 0 then js_divide(v_request."conversions", v_request."leads") else v_request."conversions" / v_request."leads" end else '0'::float8 end;
  v_treated := (v_rate * ('1'::float8 + v_request."relativeLift"));
  v_usable := (((v_rate > '0'::float8 and v_rate <> 'NaN'::float8) and (v_treated > '0'::float8 and v_treated <> 'NaN'::float8)) and (v_treated < '1'::float8));
  v_exact := case when v_usable then power_exact_sample_size(row(v_rate, v_request."confidenceLevel", '0.8'::float8)::r_zsvuiy, v_request."relativeLift") else null::float8 end;
  v_t := ceil(coalesce(v_exact, '0'::float8));
  v_t_2 := js_max_of(array[v_request."minimum", v_t]);
  return row(case when v_usable then v_rate else null::float8 end, case when v_t_2 = 'NaN'::float8 then 'NaN'::float8 else least('2147483647'::float8, v_t_2) end, v_request."relativeLift")::r_l00n8h;
end
$plain$;

create function lh_engine_plain.spawning_test_of(v_bottleneck r_vm9475, v_testname text, v_input r_9l8sux) returns r_9nlzru language plpgsql immutable as $plain$
declare
  v_s r_j4k7fj;
  v_treated float8;
  v_where text;
  v_x float8;
  v_x_2 float8;
begin
  v_s := v_input."settings";
  v_treated := v_s."spawning.traffic_allocation_pct";
  v_where := case when (v_bottleneck."segment" is not distinct from null) then ''::text else (' for '::text || v_bottleneck."segment") end;
  v_x := v_bottleneck."target_value";
  v_x_2 := ('100'::float8 - v_treated);
  return row(v_s."spawning.confidence_level", ('Existing process, no intervention ('::text || js_text(js_number_of_text(js_precision(v_x_2, ('4'::float8)::int))) || ' % of new leads).'::text), (v_bottleneck."suggested_skill" || ' will improve '::text || v_bottleneck."metric" || v_where || ' from '::text || spawning_levels(v_bottleneck) || ' to '::text || js_text(js_number_of_text(js_precision(v_x, ('4'::float8)::int))) || ', and with it the share of leads that convert.'::text), v_bottleneck."metric", v_s."spawning.min_sample_size", v_testname, v_treated, ('Apply '::text || v_bottleneck."suggested_skill" || ' ('::text || js_text(js_number_of_text(js_precision(v_treated, ('4'::float8)::int))) || ' % of new leads).'::text))::r_9nlzru;
end
$plain$;

create function lh_engine_plain.js_write_ckwmsm(r_xz03yd) returns text language plpgsql immutable as $plain$
declare
  v_x r_xz03yd := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"skill_type":' || to_json(v_x."skill_type")::text
    || ',"skill_name":' || to_json(v_x."skill_name")::text
    || ',"problem_detected":' || to_json(v_x."problem_detected")::text
    || ',"target_metric":' || to_json(v_x."target_metric")::text
    || ',"baseline_value":' || js_write_number(v_x."baseline_value")
    || ',"target_value":' || js_write_number(v_x."target_value"), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_yak0em(r_9nlzru) returns text language plpgsql immutable as $plain$
declare
  v_x r_9nlzru := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"test_name":' || to_json(v_x."test_name")::text
    || ',"hypothesis":' || to_json(v_x."hypothesis")::text
    || ',"control_description":' || to_json(v_x."control_description")::text
    || ',"treatment_description":' || to_json(v_x."treatment_description")::text
    || ',"metric_tracked":' || to_json(v_x."metric_tracked")::text
    || ',"traffic_allocation_pct":' || js_write_number(v_x."traffic_allocation_pct")
    || ',"min_sample_size":' || js_write_number(v_x."min_sample_size")
    || ',"confidence_level":' || js_write_number(v_x."confidence_level"), 2) || '}';
end
$plain$;

create function lh_engine_plain.js_write_x6id28(r_l00n8h) returns text language plpgsql immutable as $plain$
declare
  v_x r_l00n8h := $1;
begin
  if $1 is not distinct from null then return null; end if;
  return '{' || substr(',"baseline_rate":' || coalesce(js_write_number(v_x."baseline_rate"), 'null')
    || ',"planned_lift":' || js_write_number(v_x."planned_lift")
    || ',"planned_leads_per_group":' || js_write_number(v_x."planned_leads_per_group"), 2) || '}';
end
$plain$;

create function lh_engine_plain.decimal_magnitude_bits(v_x numeric) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 numeric;
begin
  v_x_2 := v_x;
  return (js_length(js_hexadecimal((case when (v_x_2 < '0'::numeric) then (- v_x_2) else v_x_2 end))) * '4'::float8);
end
$plain$;

create function lh_engine_plain.erfcinv_rational_p1q1_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
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
    return '-0.0005087819496582806'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('-0.0005087819496582806'::float8 + (v_x_2 * ('-0.008368748197417368'::float8 + (v_x_2 * ('0.03348066254097446'::float8 + (v_x_2 * ('-0.012692614766297404'::float8 + (v_x_2 * ('-0.03656379714117627'::float8 + (v_x_2 * ('0.02198786811111689'::float8 + (v_x_2 * ('0.008226878746769157'::float8 + (v_x_2 * ('-0.005387729650712429'::float8 + (v_x_2 * ('0'::float8 + (v_x_2 * '0'::float8))))))))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('-0.9700050433032906'::float8 + (v_x_2 * ('-1.5657455823417585'::float8 + (v_x_2 * ('1.5622155839842302'::float8 + (v_x_2 * ('0.662328840472003'::float8 + (v_x_2 * ('-0.7122890234154284'::float8 + (v_x_2 * ('-0.05273963823400997'::float8 + (v_x_2 * ('0.07952836873415717'::float8 + (v_x_2 * ('-0.0023339375937419'::float8 + (v_x_2 * '0.0008862163904564247'::float8))))))))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('0'::float8 + (v_x_2 * ('0'::float8 + (v_x_2 * ('-0.005387729650712429'::float8 + (v_x_2 * ('0.008226878746769157'::float8 + (v_x_2 * ('0.02198786811111689'::float8 + (v_x_2 * ('-0.03656379714117627'::float8 + (v_x_2 * ('-0.012692614766297404'::float8 + (v_x_2 * ('0.03348066254097446'::float8 + (v_x_2 * ('-0.008368748197417368'::float8 + (v_x_2 * '-0.0005087819496582806'::float8))))))))))))))))));
    v_s2 := ('0.0008862163904564247'::float8 + (v_x_2 * ('-0.0023339375937419'::float8 + (v_x_2 * ('0.07952836873415717'::float8 + (v_x_2 * ('-0.05273963823400997'::float8 + (v_x_2 * ('-0.7122890234154284'::float8 + (v_x_2 * ('0.662328840472003'::float8 + (v_x_2 * ('1.5622155839842302'::float8 + (v_x_2 * ('-1.5657455823417585'::float8 + (v_x_2 * ('-0.9700050433032906'::float8 + (v_x_2 * '1'::float8))))))))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.ln_ln(v_x float8) returns float8 language plpgsql immutable as $plain$
declare
  v_x_2 float8;
  v_hfsq float8;
  v_hx float8;
  v_t2 float8;
  v_t1 float8;
  v_k float8;
  v_r float8;
  v_f float8;
  v_i float8;
  v_j float8;
  v_s float8;
  v_w float8;
  v_z float8;
begin
  v_x_2 := v_x;
  v_hfsq := null;
  v_hx := null;
  v_t2 := null;
  v_t1 := null;
  v_k := null;
  v_r := null;
  v_f := null;
  v_i := null;
  v_j := null;
  v_s := null;
  v_w := null;
  v_z := null;
  if (v_x_2 is not distinct from '0'::float8) then
    return '-Infinity'::float8;
  end if;
  if (js_is_nan(v_x_2) or (v_x_2 < '0'::float8)) then
    return 'NaN'::float8;
  end if;
  v_hx := js_high_word(v_x_2);
  v_k := '0'::float8;
  if (v_hx < '1048576'::float8) then
    v_k := (v_k - '54'::float8);
    v_x_2 := (v_x_2 * '18014398509481984'::float8);
    v_hx := js_high_word(v_x_2);
  end if;
  if (v_hx >= '2146435072'::float8 and v_hx <> 'NaN'::float8) then
    return (v_x_2 + v_x_2);
  end if;
  v_k := (v_k + js_or(((js_shift_right(v_hx, '20'::float8)) - '1023'::float8), '0'::float8));
  v_hx := js_and(v_hx, '1048575'::float8);
  v_i := js_or((js_and((v_hx + '614244'::float8), '1048576'::float8)), '0'::float8);
  v_x_2 := js_set_high_word(v_x_2, js_or(v_hx, (js_xor(v_i, '1072693248'::float8))));
  v_k := (v_k + js_or((js_shift_right(v_i, '20'::float8)), '0'::float8));
  v_f := (v_x_2 - '1'::float8);
  if ((js_and('1048575'::float8, ('2'::float8 + v_hx))) < '3'::float8) then
    if (v_f = '0'::float8) then
      if (v_k = '0'::float8) then
        return '0'::float8;
      end if;
      return ((v_k * '0.6931471803691238'::float8) + (v_k * '1.9082149292705877e-10'::float8));
    end if;
    v_r := ((v_f * v_f) * ('0.5'::float8 - ('0.3333333333333333'::float8 * v_f)));
    if (v_k = '0'::float8) then
      return (v_f - v_r);
    end if;
    return ((v_k * '0.6931471803691238'::float8) - ((v_r - (v_k * '1.9082149292705877e-10'::float8)) - v_f));
  end if;
  v_s := js_divide(v_f, ('2'::float8 + v_f));
  v_z := (v_s * v_s);
  v_i := js_or((v_hx - '398458'::float8), '0'::float8);
  v_w := (v_z * v_z);
  v_j := js_or(('440401'::float8 - v_hx), '0'::float8);
  v_t1 := (v_w * ('0.3999999999940942'::float8 + (v_w * ('0.22222198432149784'::float8 + (v_w * '0.15313837699209373'::float8)))));
  v_t2 := (v_z * ('0.6666666666666735'::float8 + (v_w * ('0.2857142874366239'::float8 + (v_w * ('0.1818357216161805'::float8 + (v_w * '0.14798198605116586'::float8)))))));
  v_i := js_or(v_i, v_j);
  v_r := (v_t2 + v_t1);
  if (v_i > '0'::float8 and v_i <> 'NaN'::float8) then
    v_hfsq := (('0.5'::float8 * v_f) * v_f);
    if (v_k = '0'::float8) then
      return (v_f - (v_hfsq - (v_s * (v_hfsq + v_r))));
    end if;
    return ((v_k * '0.6931471803691238'::float8) - ((v_hfsq - ((v_s * (v_hfsq + v_r)) + (v_k * '1.9082149292705877e-10'::float8))) - v_f));
  end if;
  if (v_k = '0'::float8) then
    return (v_f - (v_s * (v_f - v_r)));
  end if;
  return ((v_k * '0.6931471803691238'::float8) - (((v_s * (v_f - v_r)) - (v_k * '1.9082149292705877e-10'::float8)) - v_f));
end
$plain$;

create function lh_engine_plain.erfcinv_rational_p2q2_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
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
    return '-0.20243350835593876'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('-0.20243350835593876'::float8 + (v_x_2 * ('0.10526468069939171'::float8 + (v_x_2 * ('8.3705032834312'::float8 + (v_x_2 * ('17.644729840837403'::float8 + (v_x_2 * ('-18.851064805871424'::float8 + (v_x_2 * ('-44.6382324441787'::float8 + (v_x_2 * ('17.445385985570866'::float8 + (v_x_2 * ('21.12946554483405'::float8 + (v_x_2 * '-3.6719225470772936'::float8))))))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('6.242641248542475'::float8 + (v_x_2 * ('3.971343795334387'::float8 + (v_x_2 * ('-28.66081804998'::float8 + (v_x_2 * ('-20.14326346804852'::float8 + (v_x_2 * ('48.560921310873994'::float8 + (v_x_2 * ('10.826866735546016'::float8 + (v_x_2 * ('-22.643693341313973'::float8 + (v_x_2 * '1.7211476576120028'::float8))))))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('-3.6719225470772936'::float8 + (v_x_2 * ('21.12946554483405'::float8 + (v_x_2 * ('17.445385985570866'::float8 + (v_x_2 * ('-44.6382324441787'::float8 + (v_x_2 * ('-18.851064805871424'::float8 + (v_x_2 * ('17.644729840837403'::float8 + (v_x_2 * ('8.3705032834312'::float8 + (v_x_2 * ('0.10526468069939171'::float8 + (v_x_2 * '-0.20243350835593876'::float8))))))))))))))));
    v_s2 := ('1.7211476576120028'::float8 + (v_x_2 * ('-22.643693341313973'::float8 + (v_x_2 * ('10.826866735546016'::float8 + (v_x_2 * ('48.560921310873994'::float8 + (v_x_2 * ('-20.14326346804852'::float8 + (v_x_2 * ('-28.66081804998'::float8 + (v_x_2 * ('3.971343795334387'::float8 + (v_x_2 * ('6.242641248542475'::float8 + (v_x_2 * '1'::float8))))))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.erfcinv_rational_p3q3_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
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
    return '-0.1311027816799519'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('-0.1311027816799519'::float8 + (v_x_2 * ('-0.16379404719331705'::float8 + (v_x_2 * ('0.11703015634199525'::float8 + (v_x_2 * ('0.38707973897260434'::float8 + (v_x_2 * ('0.3377855389120359'::float8 + (v_x_2 * ('0.14286953440815717'::float8 + (v_x_2 * ('0.029015791000532906'::float8 + (v_x_2 * ('0.0021455899538880526'::float8 + (v_x_2 * ('-6.794655751811263e-7'::float8 + (v_x_2 * ('2.8522533178221704e-8'::float8 + (v_x_2 * '-6.81149956853777e-10'::float8))))))))))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('3.4662540724256723'::float8 + (v_x_2 * ('5.381683457070069'::float8 + (v_x_2 * ('4.778465929458438'::float8 + (v_x_2 * ('2.5930192162362027'::float8 + (v_x_2 * ('0.848854343457902'::float8 + (v_x_2 * ('0.15226433829533179'::float8 + (v_x_2 * ('0.011059242293464892'::float8 + (v_x_2 * ('0'::float8 + (v_x_2 * ('0'::float8 + (v_x_2 * '0'::float8))))))))))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('-6.81149956853777e-10'::float8 + (v_x_2 * ('2.8522533178221704e-8'::float8 + (v_x_2 * ('-6.794655751811263e-7'::float8 + (v_x_2 * ('0.0021455899538880526'::float8 + (v_x_2 * ('0.029015791000532906'::float8 + (v_x_2 * ('0.14286953440815717'::float8 + (v_x_2 * ('0.3377855389120359'::float8 + (v_x_2 * ('0.38707973897260434'::float8 + (v_x_2 * ('0.11703015634199525'::float8 + (v_x_2 * ('-0.16379404719331705'::float8 + (v_x_2 * '-0.1311027816799519'::float8))))))))))))))))))));
    v_s2 := ('0'::float8 + (v_x_2 * ('0'::float8 + (v_x_2 * ('0'::float8 + (v_x_2 * ('0.011059242293464892'::float8 + (v_x_2 * ('0.15226433829533179'::float8 + (v_x_2 * ('0.848854343457902'::float8 + (v_x_2 * ('2.5930192162362027'::float8 + (v_x_2 * ('4.778465929458438'::float8 + (v_x_2 * ('5.381683457070069'::float8 + (v_x_2 * ('3.4662540724256723'::float8 + (v_x_2 * '1'::float8))))))))))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.erfcinv_rational_p4q4_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
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
    return '-0.0350353787183178'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('-0.0350353787183178'::float8 + (v_x_2 * ('-0.0022242652921344794'::float8 + (v_x_2 * ('0.018557330651423107'::float8 + (v_x_2 * ('0.009508047013259196'::float8 + (v_x_2 * ('0.0018712349281955923'::float8 + (v_x_2 * ('0.00015754461742496055'::float8 + (v_x_2 * ('0.00000460469890584318'::float8 + (v_x_2 * ('-2.304047769118826e-10'::float8 + (v_x_2 * '2.6633922742578204e-12'::float8))))))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('1.3653349817554064'::float8 + (v_x_2 * ('0.7620591645536234'::float8 + (v_x_2 * ('0.22009110576413124'::float8 + (v_x_2 * ('0.03415891436709477'::float8 + (v_x_2 * ('0.00263861676657016'::float8 + (v_x_2 * ('0.00007646752923027944'::float8 + (v_x_2 * ('0'::float8 + (v_x_2 * '0'::float8))))))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('2.6633922742578204e-12'::float8 + (v_x_2 * ('-2.304047769118826e-10'::float8 + (v_x_2 * ('0.00000460469890584318'::float8 + (v_x_2 * ('0.00015754461742496055'::float8 + (v_x_2 * ('0.0018712349281955923'::float8 + (v_x_2 * ('0.009508047013259196'::float8 + (v_x_2 * ('0.018557330651423107'::float8 + (v_x_2 * ('-0.0022242652921344794'::float8 + (v_x_2 * '-0.0350353787183178'::float8))))))))))))))));
    v_s2 := ('0'::float8 + (v_x_2 * ('0'::float8 + (v_x_2 * ('0.00007646752923027944'::float8 + (v_x_2 * ('0.00263861676657016'::float8 + (v_x_2 * ('0.03415891436709477'::float8 + (v_x_2 * ('0.22009110576413124'::float8 + (v_x_2 * ('0.7620591645536234'::float8 + (v_x_2 * ('1.3653349817554064'::float8 + (v_x_2 * '1'::float8))))))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.erfcinv_rational_p5q5_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
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
    return '-0.016743100507663373'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('-0.016743100507663373'::float8 + (v_x_2 * ('-0.0011295143874558028'::float8 + (v_x_2 * ('0.001056288621524929'::float8 + (v_x_2 * ('0.00020938631748758808'::float8 + (v_x_2 * ('0.000014962478375834237'::float8 + (v_x_2 * ('4.4969678992770644e-7'::float8 + (v_x_2 * ('4.625961635228786e-9'::float8 + (v_x_2 * ('-2.811287356288318e-14'::float8 + (v_x_2 * '9.905570997331033e-17'::float8))))))))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('0.5914293448864175'::float8 + (v_x_2 * ('0.1381518657490833'::float8 + (v_x_2 * ('0.016074608709367652'::float8 + (v_x_2 * ('0.0009640118070051656'::float8 + (v_x_2 * ('0.000027533547476472603'::float8 + (v_x_2 * ('2.82243172016108e-7'::float8 + (v_x_2 * ('0'::float8 + (v_x_2 * '0'::float8))))))))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('9.905570997331033e-17'::float8 + (v_x_2 * ('-2.811287356288318e-14'::float8 + (v_x_2 * ('4.625961635228786e-9'::float8 + (v_x_2 * ('4.4969678992770644e-7'::float8 + (v_x_2 * ('0.000014962478375834237'::float8 + (v_x_2 * ('0.00020938631748758808'::float8 + (v_x_2 * ('0.001056288621524929'::float8 + (v_x_2 * ('-0.0011295143874558028'::float8 + (v_x_2 * '-0.016743100507663373'::float8))))))))))))))));
    v_s2 := ('0'::float8 + (v_x_2 * ('0'::float8 + (v_x_2 * ('2.82243172016108e-7'::float8 + (v_x_2 * ('0.000027533547476472603'::float8 + (v_x_2 * ('0.0009640118070051656'::float8 + (v_x_2 * ('0.016074608709367652'::float8 + (v_x_2 * ('0.1381518657490833'::float8 + (v_x_2 * ('0.5914293448864175'::float8 + (v_x_2 * '1'::float8))))))))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.pow_log2ax_log2ax(v_ax float8, v_ahx float8) returns float8[] language plpgsql immutable as $plain$
declare
  v_ax_2 float8;
  v_ahx_2 float8;
  v_tmp float8;
  v_ss float8;
  v_s2 float8;
  v_hs float8;
  v_ls float8;
  v_ht float8;
  v_lt float8;
  v_bp float8;
  v_dp float8;
  v_hp float8;
  v_lp float8;
  v_hz float8;
  v_lz float8;
  v_t1 float8;
  v_t2 float8;
  v_t float8;
  v_r float8;
  v_u float8;
  v_v float8;
  v_n float8;
  v_j float8;
  v_k float8;
begin
  v_ax_2 := v_ax;
  v_ahx_2 := v_ahx;
  v_tmp := null;
  v_ss := null;
  v_s2 := null;
  v_hs := null;
  v_ls := null;
  v_ht := null;
  v_lt := null;
  v_bp := null;
  v_dp := null;
  v_hp := null;
  v_lp := null;
  v_hz := null;
  v_lz := null;
  v_t1 := null;
  v_t2 := null;
  v_t := null;
  v_r := null;
  v_u := null;
  v_v := null;
  v_n := null;
  v_j := null;
  v_k := null;
  v_n := '0'::float8;
  if (v_ahx_2 < '1048576'::float8) then
    v_ax_2 := (v_ax_2 * '9007199254740992'::float8);
    v_n := (v_n - '53'::float8);
    v_ahx_2 := js_high_word(v_ax_2);
  end if;
  v_n := (v_n + js_or(((js_shift_right(v_ahx_2, '20'::float8)) - '1023'::float8), '0'::float8));
  v_j := js_or((js_and(v_ahx_2, '1048575'::float8)), '0'::float8);
  v_ahx_2 := js_or((js_or(v_j, '1072693248'::float8)), '0'::float8);
  if (v_j <= '235662'::float8) then
    v_k := '0'::float8;
  else
    if (v_j < '767610'::float8) then
      v_k := '1'::float8;
    else
      v_k := '0'::float8;
      v_n := (v_n + '1'::float8);
      v_ahx_2 := (v_ahx_2 - '1048576'::float8);
    end if;
  end if;
  v_ax_2 := js_set_high_word(v_ax_2, v_ahx_2);
  v_bp := (array['1'::float8, '1.5'::float8]::float8[])[(v_k)::int + 1];
  v_u := (v_ax_2 - v_bp);
  v_v := js_divide('1'::float8, (v_ax_2 + v_bp));
  v_ss := (v_u * v_v);
  v_hs := js_set_low_word(v_ss, '0'::float8);
  v_tmp := ((js_or((js_shift_right(v_ahx_2, '1'::float8)), '536870912'::float8)) + '524288'::float8);
  v_tmp := (v_tmp + (js_shift_left(v_k, '18'::float8)));
  v_ht := js_set_high_word('0'::float8, v_tmp);
  v_lt := (v_ax_2 - (v_ht - v_bp));
  v_ls := (v_v * ((v_u - (v_hs * v_ht)) - (v_hs * v_lt)));
  v_s2 := (v_ss * v_ss);
  v_r := ((v_s2 * v_s2) * ('0.5999999999999946'::float8 + (v_s2 * ('0.4285714285785502'::float8 + (v_s2 * ('0.33333332981837743'::float8 + (v_s2 * ('0.272728123808534'::float8 + (v_s2 * ('0.23066074577556175'::float8 + (v_s2 * '0.20697501780033842'::float8)))))))))));
  v_r := (v_r + (v_ls * (v_hs + v_ss)));
  v_s2 := (v_hs * v_hs);
  v_ht := (('3'::float8 + v_s2) + v_r);
  v_ht := js_set_low_word(v_ht, '0'::float8);
  v_lt := (v_r - ((v_ht - '3'::float8) - v_s2));
  v_u := (v_hs * v_ht);
  v_v := ((v_ls * v_ht) + (v_lt * v_ss));
  v_hp := (v_u + v_v);
  v_hp := js_set_low_word(v_hp, '0'::float8);
  v_lp := (v_v - (v_hp - v_u));
  v_hz := ('0.9617967009544373'::float8 * v_hp);
  v_lz := ((('-7.028461650952758e-9'::float8 * v_hp) + (v_lp * '0.9617966939259756'::float8)) + (array['0'::float8, '1.350039202129749e-8'::float8]::float8[])[(v_k)::int + 1]);
  v_dp := (array['0'::float8, '0.5849624872207642'::float8]::float8[])[(v_k)::int + 1];
  v_t := v_n;
  v_t1 := (((v_hz + v_lz) + v_dp) + v_t);
  v_t1 := js_set_low_word(v_t1, '0'::float8);
  v_t2 := (v_lz - (((v_t1 - v_t) - v_dp) - v_hz));
  return array[v_t1, v_t2]::float8[];
end
$plain$;

create function lh_engine_plain.pow_pow2_pow2(v_j float8, v_hp float8, v_lp float8) returns float8 language plpgsql immutable as $plain$
declare
  v_j_2 float8;
  v_hp_2 float8;
  v_tmp float8;
  v_t1 float8;
  v_t float8;
  v_r float8;
  v_u float8;
  v_v float8;
  v_w float8;
  v_z float8;
  v_n float8;
  v_i float8;
  v_k float8;
begin
  v_j_2 := v_j;
  v_hp_2 := v_hp;
  v_tmp := null;
  v_t1 := null;
  v_t := null;
  v_r := null;
  v_u := null;
  v_v := null;
  v_w := null;
  v_z := null;
  v_n := null;
  v_i := null;
  v_k := null;
  v_i := js_or((js_and(v_j_2, '2147483647'::float8)), '0'::float8);
  v_k := js_or(((js_shift_right(v_i, '20'::float8)) - '1023'::float8), '0'::float8);
  v_n := '0'::float8;
  if (v_i > '1071644672'::float8 and v_i <> 'NaN'::float8) then
    v_n := js_shift_right_unsigned((v_j_2 + (js_shift_right('1048576'::float8, (v_k + '1'::float8)))), '0'::float8);
    v_k := js_or(((js_shift_right((js_and(v_n, '2147483647'::float8)), '20'::float8)) - '1023'::float8), '0'::float8);
    v_tmp := js_shift_right_unsigned((js_and(v_n, (- 1::float8 - js_int32((js_shift_right('1048575'::float8, v_k)))))), '0'::float8);
    v_t := js_set_high_word('0'::float8, v_tmp);
    v_n := js_shift_right_unsigned((js_shift_right((js_or((js_and(v_n, '1048575'::float8)), '1048576'::float8)), ('20'::float8 - v_k))), '0'::float8);
    if (v_j_2 < '0'::float8) then
      v_n := (- v_n);
    end if;
    v_hp_2 := (v_hp_2 - v_t);
  end if;
  v_t := (v_lp + v_hp_2);
  v_t := js_set_low_word(v_t, '0'::float8);
  v_u := (v_t * '0.6931471824645996'::float8);
  v_v := (((v_lp - (v_t - v_hp_2)) * '0.6931471805599453'::float8) + (v_t * '-1.904654299957768e-9'::float8));
  v_z := (v_u + v_v);
  v_w := (v_v - (v_z - v_u));
  v_t := (v_z * v_z);
  v_t1 := (v_z - (v_t * ('0.16666666666666602'::float8 + (v_t * ('-0.0027777777777015593'::float8 + (v_t * ('0.00006613756321437934'::float8 + (v_t * ('-0.0000016533902205465252'::float8 + (v_t * '4.1381367970572385e-8'::float8))))))))));
  v_r := ((js_divide((v_z * v_t1), (v_t1 - '2'::float8))) - (v_w + (v_z * v_w)));
  v_z := ('1'::float8 - (v_r - v_z));
  v_j_2 := js_high_word(v_z);
  v_j_2 := js_int32(v_j_2);
  v_j_2 := (v_j_2 + js_shift_right_unsigned((js_shift_left(v_n, '20'::float8)), '0'::float8));
  if ((js_shift_right(v_j_2, '20'::float8)) <= '0'::float8) then
    v_z := case when abs(v_z) between 1e-30::float8 and 1e30::float8 and v_n between -900 and 900 then v_z * power('2'::float8, v_n) else js_ldexp(v_z, v_n) end;
  else
    v_z := js_set_high_word(v_z, v_j_2);
  end if;
  return v_z;
end
$plain$;

create function lh_engine_plain.beta_beta(v_a float8, v_b float8) returns float8 language plpgsql immutable as $plain$
declare
  v_a_2 float8;
  v_b_2 float8;
  v_ambh float8;
  v_agh float8;
  v_bgh float8;
  v_cgh float8;
  v_res float8;
  v_tmp float8;
  v_c float8;
  v_t float8;
begin
  v_a_2 := v_a;
  v_b_2 := v_b;
  v_ambh := null;
  v_agh := null;
  v_bgh := null;
  v_cgh := null;
  v_res := null;
  v_tmp := null;
  v_c := null;
  if (js_is_nan(v_a_2) or js_is_nan(v_b_2)) then
    return 'NaN'::float8;
  end if;
  if ((v_a_2 < '0'::float8) or (v_b_2 < '0'::float8)) then
    return 'NaN'::float8;
  end if;
  if (v_b_2 is not distinct from '1'::float8) then
    return case when v_a_2 = 0 then js_divide('1'::float8, v_a_2) else '1'::float8 / v_a_2 end;
  end if;
  if (v_a_2 is not distinct from '1'::float8) then
    return case when v_b_2 = 0 then js_divide('1'::float8, v_b_2) else '1'::float8 / v_b_2 end;
  end if;
  v_c := (v_a_2 + v_b_2);
  if (v_c < '2.220446049250313e-16'::float8) then
    v_res := case when v_a_2 = 0 then js_divide(v_c, v_a_2) else v_c / v_a_2 end;
    v_res := case when v_b_2 = 0 then js_divide(v_res, v_b_2) else v_res / v_b_2 end;
    return v_res;
  end if;
  if ((v_c is not distinct from v_a_2 and v_c is distinct from 'NaN'::float8) and (v_b_2 < '2.220446049250313e-16'::float8)) then
    return case when v_b_2 = 0 then js_divide('1'::float8, v_b_2) else '1'::float8 / v_b_2 end;
  end if;
  if ((v_c is not distinct from v_b_2 and v_c is distinct from 'NaN'::float8) and (v_a_2 < '2.220446049250313e-16'::float8)) then
    return case when v_a_2 = 0 then js_divide('1'::float8, v_a_2) else '1'::float8 / v_a_2 end;
  end if;
  if (v_a_2 < v_b_2 and v_b_2 <> 'NaN'::float8) then
    v_tmp := v_b_2;
    v_b_2 := v_a_2;
    v_a_2 := v_tmp;
  end if;
  v_agh := ((v_a_2 + '10.900511'::float8) - '0.5'::float8);
  v_bgh := ((v_b_2 + '10.900511'::float8) - '0.5'::float8);
  v_cgh := ((v_c + '10.900511'::float8) - '0.5'::float8);
  v_res := (beta_lanczos_sum_expg_scaled_evalrational(v_a_2) * (js_divide(beta_lanczos_sum_expg_scaled_evalrational(v_b_2), beta_lanczos_sum_expg_scaled_evalrational(v_c))));
  v_ambh := ((v_a_2 - '0.5'::float8) - v_b_2);
  v_t := (v_cgh * '100'::float8);
  if ((abs((v_b_2 * v_ambh)) < v_t and v_t <> 'NaN'::float8) and (v_a_2 > '100'::float8 and v_a_2 <> 'NaN'::float8)) then
    v_res := (v_res * exp_exp((v_ambh * log1p_log1p(case when v_cgh = 0 then js_divide((- v_b_2), v_cgh) else (- v_b_2) / v_cgh end))));
  else
    v_res := (v_res * pow_pow(case when v_cgh = 0 then js_divide(v_agh, v_cgh) else v_agh / v_cgh end, v_ambh));
  end if;
  if (v_cgh > '10000000000'::float8 and v_cgh <> 'NaN'::float8) then
    v_res := (v_res * pow_pow(((case when v_cgh = 0 then js_divide(v_agh, v_cgh) else v_agh / v_cgh end) * (case when v_cgh = 0 then js_divide(v_bgh, v_cgh) else v_bgh / v_cgh end)), v_b_2));
  else
    v_res := (v_res * pow_pow(js_divide((v_agh * v_bgh), (v_cgh * v_cgh)), v_b_2));
  end if;
  v_res := (v_res * js_sqrt(case when v_bgh = 0 then js_divide('2.718281828459045'::float8, v_bgh) else '2.718281828459045'::float8 / v_bgh end));
  return v_res;
end
$plain$;

create function lh_engine_plain.asin_rational_rs_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
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
    return '0.08333333333333809'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('28.536655482610616'::float8 + (v_x_2 * ('-25.56901049652825'::float8 + (v_x_2 * ('6.968710824104713'::float8 + (v_x_2 * ('-0.5634242780008963'::float8 + (v_x_2 * '0.002967721961301243'::float8))))))));
    v_s2 := ('342.43986579130785'::float8 + (v_x_2 * ('-383.8770957603691'::float8 + (v_x_2 * ('147.0656354026815'::float8 + (v_x_2 * ('-21.947795316429207'::float8 + (v_x_2 * '1'::float8))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('0.002967721961301243'::float8 + (v_x_2 * ('-0.5634242780008963'::float8 + (v_x_2 * ('6.968710824104713'::float8 + (v_x_2 * ('-25.56901049652825'::float8 + (v_x_2 * '28.536655482610616'::float8))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('-21.947795316429207'::float8 + (v_x_2 * ('147.0656354026815'::float8 + (v_x_2 * ('-383.8770957603691'::float8 + (v_x_2 * '342.43986579130785'::float8))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.asin_rational_pq_evalrational(v_x float8) returns float8 language plpgsql immutable as $plain$
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
    return '0.16666666666666713'::float8;
  end if;
  if (v_x_2 < '0'::float8) then
    v_ax := (- v_x_2);
  else
    v_ax := v_x_2;
  end if;
  if (v_ax <= '1'::float8) then
    v_s1 := ('-8.198089802484825'::float8 + (v_x_2 * ('19.562619833175948'::float8 + (v_x_2 * ('-16.262479672107002'::float8 + (v_x_2 * ('5.444622390564711'::float8 + (v_x_2 * ('-0.6019598008014124'::float8 + (v_x_2 * '0.004253011369004428'::float8))))))))));
    v_s2 := ('-49.18853881490881'::float8 + (v_x_2 * ('139.51056146574857'::float8 + (v_x_2 * ('-147.1791292232726'::float8 + (v_x_2 * ('70.49610280856842'::float8 + (v_x_2 * ('-14.740913729888538'::float8 + (v_x_2 * '1'::float8))))))))));
  else
    v_x_2 := case when v_x_2 = 0 then js_divide('1'::float8, v_x_2) else '1'::float8 / v_x_2 end;
    v_s1 := ('0.004253011369004428'::float8 + (v_x_2 * ('-0.6019598008014124'::float8 + (v_x_2 * ('5.444622390564711'::float8 + (v_x_2 * ('-16.262479672107002'::float8 + (v_x_2 * ('19.562619833175948'::float8 + (v_x_2 * '-8.198089802484825'::float8))))))))));
    v_s2 := ('1'::float8 + (v_x_2 * ('-14.740913729888538'::float8 + (v_x_2 * ('70.49610280856842'::float8 + (v_x_2 * ('-147.1791292232726'::float8 + (v_x_2 * ('139.51056146574857'::float8 + (v_x_2 * '-49.18853881490881'::float8))))))))));
  end if;
  return case when v_s2 = 0 then js_divide(v_s1, v_s2) else v_s1 / v_s2 end;
end
$plain$;

create function lh_engine_plain.kernel_betainc_ibeta_series_ibeta_series(v_a float8, v_b float8, v_x float8, v_s0 float8, v_normalized boolean, v_y float8) returns float8 language plpgsql immutable as $plain$
declare
  v_result float8;
  v_agh float8;
  v_bgh float8;
  v_cgh float8;
  v_l1 float8;
  v_l2 float8;
  v_c float8;
  v_s float8;
  v_t float8;
  v_poch float8;
  v_nn float8;
  v_an float8;
  v_total float8;
  v_left float8;
  v_next float8;
  v_t_2 float8;
begin
  v_result := null;
  v_agh := null;
  v_bgh := null;
  v_cgh := null;
  v_l1 := null;
  v_l2 := null;
  v_c := null;
  v_s := null;
  if v_normalized then
    v_c := (v_a + v_b);
    v_agh := ((v_a + '10.900511'::float8) - '0.5'::float8);
    v_bgh := ((v_b + '10.900511'::float8) - '0.5'::float8);
    v_cgh := ((v_c + '10.900511'::float8) - '0.5'::float8);
    v_result := js_divide(gamma_lanczos_sum_expg_scaled_rational_pq_evalrati(v_c), (gamma_lanczos_sum_expg_scaled_rational_pq_evalrati(v_a) * gamma_lanczos_sum_expg_scaled_rational_pq_evalrati(v_b)));
    v_l1 := (ln_ln(case when v_bgh = 0 then js_divide(v_cgh, v_bgh) else v_cgh / v_bgh end) * (v_b - '0.5'::float8));
    v_l2 := (ln_ln(case when v_agh = 0 then js_divide((v_x * v_cgh), v_agh) else (v_x * v_cgh) / v_agh end) * v_a);
    if ((((v_l1 > '-708.3964185322641'::float8 and v_l1 <> 'NaN'::float8) and (v_l1 < '709.782712893384'::float8)) and (v_l2 > '-708.3964185322641'::float8 and v_l2 <> 'NaN'::float8)) and (v_l2 < '709.782712893384'::float8)) then
      v_t := (v_bgh * '10'::float8);
      if ((v_a * v_b) < v_t and v_t <> 'NaN'::float8) then
        v_result := (v_result * exp_exp(((v_b - '0.5'::float8) * log1p_log1p(case when v_bgh = 0 then js_divide(v_a, v_bgh) else v_a / v_bgh end))));
      else
        v_result := (v_result * pow_pow(case when v_bgh = 0 then js_divide(v_cgh, v_bgh) else v_cgh / v_bgh end, (v_b - '0.5'::float8)));
      end if;
      v_result := (v_result * pow_pow(case when v_agh = 0 then js_divide((v_x * v_cgh), v_agh) else (v_x * v_cgh) / v_agh end, v_a));
      v_result := (v_result * js_sqrt((v_agh / '2.718281828459045'::float8)));
    else
      v_result := (((ln_ln(v_result) + v_l1) + v_l2) + ((ln_ln(v_agh) - '1'::float8) / '2'::float8));
      v_result := exp_exp(v_result);
    end if;
  else
    v_result := pow_pow(v_x, v_a);
  end if;
  if (v_result < '2.2250738585072014e-308'::float8) then
    return v_s0;
  end if;
  v_poch := ('1'::float8 - v_b);
  v_nn := '1'::float8;
  v_an := v_a;
  v_total := v_s0;
  v_left := '100'::float8;
  v_next := '0'::float8;
  <<v_at_loop>>
  loop
    v_next := case when v_an = 0 then js_divide(v_result, v_an) else v_result / v_an end;
    v_an := (v_an + '1'::float8);
    v_result := (v_result * case when v_nn = 0 then js_divide((v_poch * v_x), v_nn) else (v_poch * v_x) / v_nn end);
    v_nn := (v_nn + '1'::float8);
    v_poch := (v_poch + '1'::float8);
    v_total := (v_total + v_next);
    v_left := (v_left - '1'::float8);
    v_t_2 := abs(v_next);
    exit v_at_loop when not ((abs(('2.220446049250313e-16'::float8 * v_total)) < v_t_2 and v_t_2 <> 'NaN'::float8) and (v_left > '0'::float8 and v_left <> 'NaN'::float8));
  end loop v_at_loop;
  return v_total;
end
$plain$;

create function lh_engine_plain.kernel_betainc_rising_factorial_ratio_rising_facto(v_a float8, v_b float8, v_k float8) returns float8 language plpgsql immutable as $plain$
declare
  v_result float8;
  v_i float8;
begin
  v_result := null;
  v_i := null;
  if (v_k is not distinct from '0'::float8) then
    return '1'::float8;
  end if;
  v_result := '1'::float8;
  v_i := '0'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_i < v_k and v_k <> 'NaN'::float8);
    v_result := (v_result * js_divide((v_a + v_i), (v_b + v_i)));
    v_i := v_i + '1'::float8;
  end loop v_at_loop;
  return v_result;
end
$plain$;

create function lh_engine_plain.kernel_betainc_ibeta_a_step_ibeta_astep(v_a float8, v_b float8, v_x float8, v_y float8, v_k float8, v_normalized boolean) returns float8 language plpgsql immutable as $plain$
declare
  v_prefix float8;
  v_term float8;
  v_sum float8;
  v_i float8;
  v_t float8;
begin
  v_prefix := null;
  v_term := null;
  v_sum := null;
  v_i := null;
  v_prefix := kernel_betainc_ibeta_power_terms_ibeta_power_terms(v_a, v_b, v_x, v_y, v_normalized);
  v_prefix := case when v_a = 0 then js_divide(v_prefix, v_a) else v_prefix / v_a end;
  if (v_prefix = '0'::float8) then
    return v_prefix;
  end if;
  v_sum := '1'::float8;
  v_term := '1'::float8;
  v_i := '0'::float8;
  <<v_at_loop>>
  loop
    v_t := (v_k - '1'::float8);
    exit v_at_loop when not (v_i < v_t and v_t <> 'NaN'::float8);
    v_term := (v_term * js_divide((((v_a + v_b) + v_i) * v_x), ((v_a + v_i) + '1'::float8)));
    v_sum := (v_sum + v_term);
    v_i := v_i + '1'::float8;
  end loop v_at_loop;
  v_prefix := (v_prefix * v_sum);
  return v_prefix;
end
$plain$;

create function lh_engine_plain.kernel_betainc_beta_small_b_large_a_series_beta_sm(v_a float8, v_b float8, v_x float8, v_y float8, v_s0 float8, v_mult float8, v_normalized boolean) returns float8 language plpgsql immutable as $plain$
declare
  v_y_2 float8;
  v_p float8[];
  v_prefix float8;
  v_tmp1 float8;
  v_tnp1 float8;
  v_sum float8;
  v_b2n float8;
  v_bm1 float8;
  v_lx2 float8;
  v_lxp float8;
  v_mbn float8;
  v_lx float8;
  v_t4 float8;
  v_h float8;
  v_j float8;
  v_m float8;
  v_n float8;
  v_r float8;
  v_t float8;
  v_u float8;
  v_z float8;
  v_result float8;
  v_prefix_2 float8;
  v_alz float8;
  v_t_2 float8;
  v_holds boolean;
  v_result_2 float8;
  v_t_3 float8;
  v_result_3 float8;
  v_t_4 float8;
  v_t_5 float8;
  v_t_6 float8;
begin
  v_y_2 := v_y;
  v_p := array['0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8, '0'::float8]::float8[];
  v_prefix := null;
  v_tmp1 := null;
  v_tnp1 := null;
  v_sum := null;
  v_b2n := null;
  v_bm1 := null;
  v_lx2 := null;
  v_lxp := null;
  v_mbn := null;
  v_lx := null;
  v_t4 := null;
  v_h := null;
  v_j := null;
  v_m := null;
  v_n := null;
  v_r := null;
  v_t := null;
  v_u := null;
  v_bm1 := (v_b - '1'::float8);
  v_t := (v_a + (v_bm1 / '2'::float8));
  if (v_y_2 < '0.35'::float8) then
    v_lx := log1p_log1p((- v_y_2));
  else
    v_lx := ln_ln(v_x);
  end if;
  v_u := ((- v_t) * v_lx);
  v_h := kernel_betainc_regularized_gamma_prefix_regularize(v_b, v_u);
  if (v_h <= '2.2250738585072014e-308'::float8) then
    return v_s0;
  end if;
  if v_normalized then
    v_prefix := js_divide(v_h, gamma_delta_ratio_gamma_delta_ratio(v_a, v_b));
    v_prefix := js_divide(v_prefix, pow_pow(v_t, v_b));
  else
    v_z := v_u;
    v_prefix_2 := null;
    v_alz := null;
    v_alz := (v_b * ln_ln(v_z));
    if (v_z >= '1'::float8 and v_z <> 'NaN'::float8) then
      v_holds := (v_alz < '709.782712893384'::float8);
      if v_holds then
        v_t_2 := (- v_z);
        v_holds := (v_t_2 > '-708.3964185322641'::float8 and v_t_2 <> 'NaN'::float8);
      end if;
      if v_holds then
        v_prefix_2 := (pow_pow(v_z, v_b) * exp_exp((- v_z)));
      else
        if (v_b >= '1'::float8 and v_b <> 'NaN'::float8) then
          v_prefix_2 := pow_pow(js_divide(v_z, exp_exp(case when v_b = 0 then js_divide(v_z, v_b) else v_z / v_b end)), v_b);
        else
          v_prefix_2 := exp_exp((v_alz - v_z));
        end if;
      end if;
    else
      if (v_alz > '-708.3964185322641'::float8 and v_alz <> 'NaN'::float8) then
        v_prefix_2 := (pow_pow(v_z, v_b) * exp_exp((- v_z)));
      else
        if (case when v_b = 0 then js_divide(v_z, v_b) else v_z / v_b end < '709.782712893384'::float8) then
          v_prefix_2 := pow_pow(js_divide(v_z, exp_exp(case when v_b = 0 then js_divide(v_z, v_b) else v_z / v_b end)), v_b);
        else
          v_prefix_2 := exp_exp((v_alz - v_z));
        end if;
      end if;
    end if;
    v_result := v_prefix_2;
    v_prefix := js_divide(v_result, pow_pow(v_t, v_b));
  end if;
  v_prefix := (v_prefix * v_mult);
  v_p[1] := '1'::float8;
  v_j := gammainc_gammainc(v_u, v_b, true, true);
  v_j := case when v_h = 0 then js_divide(v_j, v_h) else v_j / v_h end;
  v_sum := (v_s0 + (v_prefix * v_j));
  v_tnp1 := '1'::float8;
  v_lx2 := (v_lx / '2'::float8);
  v_lx2 := (v_lx2 * v_lx2);
  v_lxp := '1'::float8;
  v_t4 := (('4'::float8 * v_t) * v_t);
  v_b2n := v_b;
  v_n := '1'::float8;
  <<v_at_loop>>
  loop
    exit v_at_loop when not (v_n < cardinality(v_p)::float8);
    v_tnp1 := (v_tnp1 + '2'::float8);
    v_p[(v_n)::int + 1] := '0'::float8;
    v_mbn := (v_b - v_n);
    v_tmp1 := '3'::float8;
    v_m := '1'::float8;
    <<v_at_loop_2>>
    loop
      exit v_at_loop_2 when not (v_m < v_n and v_n <> 'NaN'::float8);
      v_mbn := ((v_m * v_b) - v_n);
      <<v_at_end_2>>
      begin
        if js_is_nan(v_tmp1) then
          v_result_2 := 'NaN'::float8;
          exit v_at_end_2;
        end if;
        v_t_3 := floor(v_tmp1);
        if (v_t_3 = v_tmp1 and v_t_3 is distinct from 'NaN'::float8) then
          if (v_tmp1 < '0'::float8) then
            v_result_2 := 'NaN'::float8;
            exit v_at_end_2;
          end if;
          if (v_tmp1 <= '170'::float8) then
            v_result_2 := (js_constant_bwap03())[(v_tmp1)::int + 1];
            exit v_at_end_2;
          end if;
          v_result_2 := 'Infinity'::float8;
          exit v_at_end_2;
        end if;
        v_result_2 := gamma_gamma((v_tmp1 + '1'::float8));
        exit v_at_end_2;
      end v_at_end_2;
      v_p[(v_n)::int + 1] := (v_p[(v_n)::int + 1] + case when v_result_2 = 0 then js_divide((v_mbn * v_p[((v_n - v_m))::int + 1]), v_result_2) else (v_mbn * v_p[((v_n - v_m))::int + 1]) / v_result_2 end);
      v_tmp1 := (v_tmp1 + '2'::float8);
      v_m := v_m + '1'::float8;
    end loop v_at_loop_2;
    v_p[(v_n)::int + 1] := case when v_n = 0 then js_divide(v_p[(v_n)::int + 1], v_n) else v_p[(v_n)::int + 1] / v_n end;
    <<v_at_end_3>>
    begin
      if js_is_nan(v_tnp1) then
        v_result_3 := 'NaN'::float8;
        exit v_at_end_3;
      end if;
      v_t_4 := floor(v_tnp1);
      if (v_t_4 = v_tnp1 and v_t_4 is distinct from 'NaN'::float8) then
        if (v_tnp1 < '0'::float8) then
          v_result_3 := 'NaN'::float8;
          exit v_at_end_3;
        end if;
        if (v_tnp1 <= '170'::float8) then
          v_result_3 := (js_constant_bwap03())[(v_tnp1)::int + 1];
          exit v_at_end_3;
        end if;
        v_result_3 := 'Infinity'::float8;
        exit v_at_end_3;
      end if;
      v_result_3 := gamma_gamma((v_tnp1 + '1'::float8));
      exit v_at_end_3;
    end v_at_end_3;
    v_p[(v_n)::int + 1] := (v_p[(v_n)::int + 1] + case when v_result_3 = 0 then js_divide(v_bm1, v_result_3) else v_bm1 / v_result_3 end);
    v_j := case when v_t4 = 0 then js_divide((((v_b2n * (v_b2n + '1'::float8)) * v_j) + (((v_u + v_b2n) + '1'::float8) * v_lxp)), v_t4) else (((v_b2n * (v_b2n + '1'::float8)) * v_j) + (((v_u + v_b2n) + '1'::float8) * v_lxp)) / v_t4 end;
    v_lxp := (v_lxp * v_lx2);
    v_b2n := (v_b2n + '2'::float8);
    v_r := ((v_prefix * v_p[(v_n)::int + 1]) * v_j);
    v_sum := (v_sum + v_r);
    if (v_r > '1'::float8 and v_r <> 'NaN'::float8) then
      v_t_5 := abs(('2.220446049250313e-16'::float8 * v_sum));
      if (abs(v_r) < v_t_5 and v_t_5 <> 'NaN'::float8) then
        exit v_at_loop;
      end if;
    else
      v_t_6 := abs(v_sum);
      if (abs((v_r / '2.220446049250313e-16'::float8)) < v_t_6 and v_t_6 <> 'NaN'::float8) then
        exit v_at_loop;
      end if;
    end if;
    v_n := v_n + '1'::float8;
  end loop v_at_loop;
  return v_sum;
end
$plain$;

create function lh_engine_plain.kernel_betainc_binomial_ccdf_binomial_ccdf(v_n float8, v_k float8, v_x float8, v_y float8) returns float8 language plpgsql immutable as $plain$
declare
  v_startterm float8;
  v_result float8;
  v_start float8;
  v_term float8;
  v_i float8;
  v_t float8;
begin
  v_startterm := null;
  v_result := null;
  v_start := null;
  v_term := null;
  v_i := null;
  v_result := pow_pow(v_x, v_n);
  if (v_result > '2.2250738585072014e-308'::float8 and v_result <> 'NaN'::float8) then
    v_term := v_result;
    v_i := floor((v_n - '1'::float8));
    <<v_at_loop>>
    loop
      exit v_at_loop when not (v_i > v_k and v_i <> 'NaN'::float8);
      v_term := (v_term * js_divide(((v_i + '1'::float8) * v_y), ((v_n - v_i) * v_x)));
      v_result := (v_result + v_term);
      v_i := v_i - '1'::float8;
    end loop v_at_loop;
  else
    v_start := floor((v_n * v_x));
    v_t := (v_k + '1'::float8);
    if (v_start <= v_t and v_t <> 'NaN'::float8) then
      v_start := floor((v_k + '2'::float8));
    end if;
    v_result := (pow_pow(v_x, v_start) * pow_pow(v_y, (v_n - v_start)));
    v_result := (v_result * binomcoef_binomcoef(floor(v_n), floor(v_start)));
    if (v_result = '0'::float8) then
      v_i := (v_start - '1'::float8);
      <<v_at_loop_2>>
      loop
        exit v_at_loop_2 when not (v_i > v_k and v_i <> 'NaN'::float8);
        v_result := (v_result + (pow_pow(v_x, v_i) * pow_pow(v_y, (v_n - v_i))));
        v_result := (v_result * binomcoef_binomcoef(floor(v_n), floor(v_i)));
        v_i := v_i - '1'::float8;
      end loop v_at_loop_2;
    else
      v_term := v_result;
      v_startterm := v_result;
      v_i := (v_start - '1'::float8);
      <<v_at_loop_3>>
      loop
        exit v_at_loop_3 when not (v_i > v_k and v_i <> 'NaN'::float8);
        v_term := (v_term * js_divide(((v_i + '1'::float8) * v_y), ((v_n - v_i) * v_x)));
        v_result := (v_result + v_term);
        v_i := v_i - '1'::float8;
      end loop v_at_loop_3;
      v_term := v_startterm;
      v_i := (v_start + '1'::float8);
      <<v_at_loop_4>>
      loop
        exit v_at_loop_4 when not (v_i <= v_n and v_n <> 'NaN'::float8);
        v_term := (v_term * js_divide((((v_n - v_i) + '1'::float8) * v_x), (v_i * v_y)));
        v_result := (v_result + v_term);
        v_i := v_i + '1'::float8;
      end loop v_at_loop_4;
    end if;
  end if;
  return v_result;
end
$plain$;

create function lh_engine_plain.kernel_betainc_ibeta_fraction2_ibeta_fraction2(v_a float8, v_b float8, v_x float8, v_y float8, v_normalized boolean) returns float8 language plpgsql immutable as $plain$
declare
  v_result float8;
  v_fract float8;
  v_f float8;
  v_m float8;
  v_denom float8;
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
  v_result := null;
  v_fract := null;
  v_f := null;
  v_result := kernel_betainc_ibeta_power_terms_ibeta_power_terms(v_a, v_b, v_x, v_y, v_normalized);
  if (v_result = '0'::float8) then
    return v_result;
  end if;
  v_m := '0'::float8;
  v_denom := '0'::float8;
  v_an := '0'::float8;
  v_bn := '0'::float8;
  v_an := (((((((v_a + v_m) - '1'::float8) * (((v_a + v_b) + v_m) - '1'::float8)) * v_m) * (v_b - v_m)) * v_x) * v_x);
  v_denom := ((v_a + ('2'::float8 * v_m)) - '1'::float8);
  v_an := js_divide(v_an, (v_denom * v_denom));
  v_bn := v_m;
  v_bn := (v_bn + js_divide(((v_m * (v_b - v_m)) * v_x), ((v_a + ('2'::float8 * v_m)) - '1'::float8)));
  v_bn := (v_bn + js_divide(((v_a + v_m) * ((((v_a * v_y) - (v_b * v_x)) + '1'::float8) + (v_m * ('2'::float8 - v_x)))), ((v_a + ('2'::float8 * v_m)) + '1'::float8)));
  v_m := (v_m + '1'::float8);
  v_a0 := v_an;
  v_fn := v_bn;
  if (v_fn = '0'::float8) then
    v_fn := '1.1754943508222875e-38'::float8;
  end if;
  v_cn := v_fn;
  v_dn := '0'::float8;
  v_delta := '0'::float8;
  v_left := '1000'::float8;
  <<v_at_loop>>
  loop
    v_an := (((((((v_a + v_m) - '1'::float8) * (((v_a + v_b) + v_m) - '1'::float8)) * v_m) * (v_b - v_m)) * v_x) * v_x);
    v_denom := ((v_a + ('2'::float8 * v_m)) - '1'::float8);
    v_an := js_divide(v_an, (v_denom * v_denom));
    v_bn := v_m;
    v_bn := (v_bn + js_divide(((v_m * (v_b - v_m)) * v_x), ((v_a + ('2'::float8 * v_m)) - '1'::float8)));
    v_bn := (v_bn + js_divide(((v_a + v_m) * ((((v_a * v_y) - (v_b * v_x)) + '1'::float8) + (v_m * ('2'::float8 - v_x)))), ((v_a + ('2'::float8 * v_m)) + '1'::float8)));
    v_m := (v_m + '1'::float8);
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
  v_fract := v_fn;
  return case when v_fract = 0 then js_divide(v_result, v_fract) else v_result / v_fract end;
end
$plain$;

create function lh_engine_plain.boundaries_step_to(v_fractions float8[], v_k float8) returns r_9tus05 language plpgsql immutable as $plain$
declare
  v_end float8;
begin
  v_end := v_fractions[js_at(v_k)];
  return row(v_end, (v_end - (coalesce(v_fractions[js_at((v_k - '1'::float8))], '0'::float8))))::r_9tus05;
end
$plain$;

create function lh_engine_plain.boundaries_pass_look(v_before r_jscmts, v_step r_9tus05, v_alpha float8) returns r_jscmts language plpgsql immutable as $plain$
declare
  v_reach float8;
  v_surviving r_54feyv;
  v_fraction float8;
  v_z float8;
  v_spent float8;
  v_tospend float8;
  v_level float8;
begin
  v_reach := case when (v_before is not distinct from null) then '0'::float8 else (coalesce(v_before."level", ('38'::float8 * case when (v_before."step")."end" < 0 then 'NaN'::float8 else sqrt((v_before."step")."end") end))) end;
  v_surviving := case when (v_before is not distinct from null) then row(row(array['0'::float8]::float8[], array['1'::float8]::float8[])::r_x7azxx, array['1'::float8]::float8[])::r_54feyv else boundaries_advance(row(row(((v_before."surviving")."grid")."nodes")::r_yxag5o, (v_before."surviving")."mass")::r_sf59bu, v_reach, v_before."step", v_step."variance") end;
  v_fraction := v_step."end";
  v_z := js_divide((- normal_normal_quantile((v_alpha / '4'::float8))), case when v_fraction < 0 then 'NaN'::float8 else sqrt(v_fraction) end);
  v_spent := ('4'::float8 * ('0.5'::float8 * erfc_erfc((v_z * '0.7071067811865476'::float8))));
  v_tospend := (v_spent - (case when (v_before is not distinct from null) then '0'::float8 else v_before."spent" end));
  v_level := case when (v_tospend < '1e-300'::float8) then null::float8 else boundaries_solve_level(row(row((v_surviving."grid")."nodes")::r_yxag5o, v_surviving."mass")::r_sf59bu, v_step, (v_tospend / '2'::float8), v_reach) end;
  return row(v_level, v_reach, v_spent, v_step, v_surviving)::r_jscmts;
end
$plain$;

create function lh_engine_plain.boundaries_look_of(v_given r_qcbzkp) returns r_4yl0qq language plpgsql immutable as $plain$
declare
  v_step r_9tus05;
  v_spent float8;
  v_level float8;
begin
  v_step := v_given."step";
  v_spent := v_given."spent";
  v_level := v_given."level";
  return (row(v_spent, case when (v_level is not distinct from null) then null::float8 else js_divide(v_level, case when v_step."end" < 0 then 'NaN'::float8 else sqrt(v_step."end") end) end)::r_4yl0qq);
end
$plain$;

create function lh_engine_plain.testing_read_mcucc0(p_value json, p_path text) returns r_1srct4 language plpgsql immutable as $plain$
declare
  v_raw r_ocf3m2;
  v_part json;
  v_string text;
  v_part_2 json;
  v_optional text;
  v_string_2 text;
  v_part_3 json;
  v_optional_2 text;
  v_string_3 text;
  v_part_4 json;
  v_optional_3 text;
  v_string_4 text;
  v_part_5 json;
  v_read r_8a3s3l;
  v_part_6 json;
  v_optional_4 r_1aycr1;
  v_read_2 r_1aycr1;
  v_part_7 json;
  v_optional_5 r_xyzflf;
  v_read_3 r_xyzflf;
begin
  if not coalesce(json_typeof(p_value) in ('object', 'array'), false) then
    perform js_refuse_input(p_path, 'expected Object', p_value);
  end if;
  if json_typeof(p_value) = 'object' then
    v_raw := json_populate_record(null::r_ocf3m2, p_value);
  end if;
  v_part := coalesce(v_raw."ab_test_id", p_value -> 'ab_test_id');
  if v_part is null then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected "ab_test_id"', null);
  end if;
  if not coalesce(json_typeof(v_part) = 'string', false) then
    perform js_refuse_input(js_path(p_path, 'ab_test_id'), 'expected an id as text', v_part);
  end if;
  v_string := (v_part #>> '{}');
  v_part_2 := coalesce(v_raw."skill_id", p_value -> 'skill_id');
  if v_part_2 is null then
    perform js_refuse_input(js_path(p_path, 'skill_id'), 'expected "skill_id"', null);
  end if;
  if coalesce(json_typeof(v_part_2) = 'null', false) then
    v_optional := null;
  else
    if not coalesce(json_typeof(v_part_2) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'skill_id'), 'expected an id as text', v_part_2);
    end if;
    v_string_2 := (v_part_2 #>> '{}');
    v_optional := v_string_2;
  end if;
  v_part_3 := coalesce(v_raw."test_name", p_value -> 'test_name');
  if v_part_3 is null then
    perform js_refuse_input(js_path(p_path, 'test_name'), 'expected "test_name"', null);
  end if;
  if coalesce(json_typeof(v_part_3) = 'null', false) then
    v_optional_2 := null;
  else
    if not coalesce(json_typeof(v_part_3) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'test_name'), 'expected string', v_part_3);
    end if;
    v_string_3 := (v_part_3 #>> '{}');
    v_optional_2 := v_string_3;
  end if;
  v_part_4 := coalesce(v_raw."metric", p_value -> 'metric');
  if v_part_4 is null then
    perform js_refuse_input(js_path(p_path, 'metric'), 'expected "metric"', null);
  end if;
  if coalesce(json_typeof(v_part_4) = 'null', false) then
    v_optional_3 := null;
  else
    if not coalesce(json_typeof(v_part_4) = 'string', false) then
      perform js_refuse_input(js_path(p_path, 'metric'), 'expected string', v_part_4);
    end if;
    v_string_4 := (v_part_4 #>> '{}');
    v_optional_3 := v_string_4;
  end if;
  v_part_5 := coalesce(v_raw."inputs", p_value -> 'inputs');
  if v_part_5 is null then
    perform js_refuse_input(js_path(p_path, 'inputs'), 'expected "inputs"', null);
  end if;
  v_read := testing_read_x3lgky(v_part_5, js_path(p_path, 'inputs'));
  v_part_6 := coalesce(v_raw."standing", p_value -> 'standing');
  if coalesce((v_part_6 is null or json_typeof(v_part_6) = 'null'), false) then
    v_optional_4 := null;
  else
    v_read_2 := testing_read_u3fzu0(v_part_6, js_path(p_path, 'standing'));
    v_optional_4 := v_read_2;
  end if;
  v_part_7 := coalesce(v_raw."fault_ids", p_value -> 'fault_ids');
  if coalesce((v_part_7 is null or json_typeof(v_part_7) = 'null'), false) then
    v_optional_5 := null;
  else
    v_read_3 := testing_read_pc81hr(v_part_7, js_path(p_path, 'fault_ids'));
    v_optional_5 := v_read_3;
  end if;
  return row(v_string, v_optional_5, (v_part_7 is not null), v_read, v_optional_3, v_optional, v_optional_4, (v_part_6 is not null), v_optional_2)::r_1srct4;
end
$plain$;

create function lh_engine_plain.arms_sample_of(v_counts r_jcw13b) returns r_0u8or8 language plpgsql immutable as $plain$
begin
  return (row(coalesce(v_counts."response_mean_hours", '0'::float8), case when (v_counts."response_mean_hours" is not distinct from null) then '0'::float8 else v_counts."response_n" end, coalesce(v_counts."response_variance", '0'::float8))::r_0u8or8);
end
$plain$;

create function lh_engine_plain.arms_merge(v_a r_0u8or8, v_b r_0u8or8) returns r_0u8or8 language plpgsql immutable as $plain$
declare
  v_n float8;
  v_gap float8;
  v_squares float8;
begin
  if (v_a."n" = '0'::float8) then
    return v_b;
  end if;
  if (v_b."n" = '0'::float8) then
    return v_a;
  end if;
  v_n := (v_a."n" + v_b."n");
  v_gap := (v_b."mean" - v_a."mean");
  v_squares := (((v_a."variance" * (v_a."n" - '1'::float8)) + (v_b."variance" * (v_b."n" - '1'::float8))) + case when v_n = 0 then js_divide((((v_gap * v_gap) * v_a."n") * v_b."n"), v_n) else (((v_gap * v_gap) * v_a."n") * v_b."n") / v_n end);
  return row((v_a."mean" + case when v_n = 0 then js_divide((v_gap * v_b."n"), v_n) else (v_gap * v_b."n") / v_n end), v_n, js_divide(v_squares, (v_n - '1'::float8)))::r_0u8or8;
end
$plain$;

create function lh_engine_plain.terms_invalid_term(v_inputs r_wyy8gd, v_terms r_lvlwv4, v_version float8) returns text language plpgsql immutable as $plain$
declare
  v_confidencelevel float8;
  v_minsamplesize float8;
  v_treatmentpct float8;
  v_odd r_37pd4w;
begin
  v_confidencelevel := v_terms."confidenceLevel";
  v_minsamplesize := v_terms."minSampleSize";
  v_treatmentpct := v_terms."treatmentPct";
  v_odd := (v_inputs."unreadable")[1];
  if (not (v_odd is not distinct from null)) then
    return ('the '::text || v_odd."column" || ' of this test is '::text || v_odd."value" || ', which is no number'::text);
  end if;
  if ((v_version < '3'::float8) and (not ((v_confidencelevel > '0'::float8 and v_confidencelevel <> 'NaN'::float8) and (v_confidencelevel < '1'::float8)))) then
    return ('the confidence_level of this test is '::text || js_text(js_number_of_text(js_precision(v_confidencelevel, ('4'::float8)::int))) || ', not between 0 and 1'::text);
  end if;
  if ((v_version >= '3'::float8 and v_version <> 'NaN'::float8) and (not ((v_confidencelevel >= '0.5'::float8 and v_confidencelevel <> 'NaN'::float8) and (v_confidencelevel < '1'::float8)))) then
    return ('the confidence_level of this test is '::text || js_text(js_number_of_text(js_precision(v_confidencelevel, ('4'::float8)::int))) || ', not from 0.5 to below 1 (0.95 is usual)'::text);
  end if;
  if ((v_version >= '3'::float8 and v_version <> 'NaN'::float8) and (not (v_minsamplesize >= '1'::float8 and v_minsamplesize <> 'NaN'::float8))) then
    return ('the min_sample_size of this test is '::text || js_text(js_number_of_text(js_precision(v_minsamplesize, ('4'::float8)::int))) || ', not at least 1'::text);
  end if;
  if (not ((v_treatmentpct >= '0'::float8 and v_treatmentpct <> 'NaN'::float8) and (v_treatmentpct <= '100'::float8))) then
    return ('the traffic_allocation_pct of this test is '::text || js_text(js_number_of_text(js_precision(v_treatmentpct, ('4'::float8)::int))) || ', not from 0 to 100'::text);
  end if;
  if (v_inputs."has_started" is not distinct from false) then
    return ('the started_at of this test is '::text || coalesce(v_inputs."started_at", 'null'::text) || ', no moment in the past: which leads are its own is not known'::text);
  end if;
  return null::text;
end
$plain$;

create function lh_engine_plain.gates_units_gate(v_inputs r_qj08ef, v_arms r_kvg2jw, v_treatmentpct float8, v_settings r_cy423g) returns r_l1d8zw language plpgsql immutable as $plain$
declare
  v_units r_h42m0h;
  v_faults r_mi1fcg[];
  v_total float8;
  v_item r_mi1fcg;
  v_n float8;
  v_faulty float8;
  v_t float8;
  v_passed boolean;
  v_leads float8;
  v_x float8;
  v_digits float8;
  v_mapped text[];
  v_item_2 r_mi1fcg;
  v_n_2 float8;
  v_text text;
  v_either text;
  v_found text;
  v_list text[];
  v_more text;
begin
  v_units := v_inputs."units";
  if (v_units is not distinct from null) then
    return null::r_l1d8zw;
  end if;
  v_faults := units_faults_of(v_inputs, v_arms, v_treatmentpct);
  v_total := '0'::float8;
  foreach v_item in array v_faults loop
    v_n := v_item."n";
    v_total := (v_total + v_n);
  end loop;
  v_faulty := v_total;
  v_t := (v_settings."decisions.unit_faults_pct" * v_units."leads");
  v_passed := (('100'::float8 * v_faulty) <= v_t and v_t <> 'NaN'::float8);
  if (v_faulty = '0'::float8) then
    v_either := ('units: nothing wrong with '::text || words_plural(v_units."leads", 'lead'::text, null::text));
  else
    v_leads := v_units."leads";
    v_x := case when v_leads = 0 then js_divide(('100'::float8 * v_faulty), v_leads) else ('100'::float8 * v_faulty) / v_leads end;
    v_digits := '2'::float8;
    v_mapped := '{}';
    foreach v_item_2 in array v_faults loop
      v_n_2 := v_item_2."n";
      v_text := v_item_2."text";
      v_mapped := array_append(v_mapped, (js_text(v_n_2) || ' '::text || v_text));
    end loop;
    v_either := ('units'::text || case when v_passed then ''::text else ' are not clean'::text end || ': '::text || js_text(v_faulty) || ' of '::text || words_plural(v_units."leads", 'lead'::text, null::text) || ' ('::text || (js_text(js_number_of_text(js_fixed(v_x, trunc(v_digits)::int))) || ' %'::text) || '): '::text || array_to_string(v_mapped, ', '::text, ''));
  end if;
  v_found := v_either;
  v_list := '{}';
  v_list := array_append(v_list, v_found);
  foreach v_more in array units_notes_of(v_units, v_arms, v_treatmentpct) loop
    v_list := array_append(v_list, v_more);
  end loop;
  return row(array['KEEP'::text, 'KILL'::text]::text[], v_settings."decisions.gate_units", 'units'::text, null::float8, v_passed, array_to_string(v_list, '; '::text, ''))::r_l1d8zw;
end
$plain$;

create function lh_engine_plain.gates_sample_ratio_gate(v_arms r_kvg2jw, v_treatmentpct float8, v_settings r_cy423g) returns r_l1d8zw language plpgsql immutable as $plain$
declare
  v_control r_9f76kd;
  v_treatment r_9f76kd;
  v_total float8;
  v_t float8;
  v_expected float8;
  v_test r_1f5r30;
  v_enough boolean;
  v_controlleads float8;
  v_treatmentleads float8;
  v_leaks boolean;
  v_passed boolean;
  v_digits float8;
  v_split text;
begin
  v_control := v_arms."control";
  v_treatment := v_arms."treatment";
  v_total := (v_control."leads" + v_treatment."leads");
  v_t := ('100'::float8 - v_treatmentpct);
  v_expected := ((v_total * js_min_of(array[v_treatmentpct, v_t])) / '100'::float8);
  v_test := sample_ratio_sample_ratio_test(v_control."leads", v_treatment."leads", v_treatmentpct);
  v_enough := ((not (v_test is not distinct from null)) and (v_expected >= v_settings."decisions.sample_ratio_min_leads" and v_expected <> 'NaN'::float8));
  v_controlleads := v_control."leads";
  v_treatmentleads := v_treatment."leads";
  v_leaks := (((v_treatmentpct = '0'::float8) and (v_treatmentleads > '0'::float8 and v_treatmentleads <> 'NaN'::float8)) or ((v_treatmentpct = '100'::float8) and (v_controlleads > '0'::float8 and v_controlleads <> 'NaN'::float8)));
  v_passed := case when v_leaks then false else case when v_enough then (v_test."p" >= v_settings."decisions.sample_ratio_p_value" and v_test."p" <> 'NaN'::float8) else null::boolean end end;
  v_digits := '2'::float8;
  v_split := (js_text(v_treatment."leads") || ' of '::text || js_text(v_total) || ' leads are in treatment, '::text || (js_text(js_number_of_text(js_fixed(v_treatmentpct, trunc(v_digits)::int))) || ' %'::text) || ' are expected'::text);
  return row(array['KEEP'::text, 'KILL'::text]::text[], v_settings."decisions.gate_sample_ratio", 'sample_ratio'::text, v_test."p", v_passed, case when (v_passed is not distinct from null) then 'sample ratio: too few leads to judge the split'::text else case when v_passed then ('sample ratio: '::text || v_split) else ('sample ratio mismatch: '::text || v_split || case when (v_test is not distinct from null) then ''::text else (' (p '::text || words_p_text(v_test."p") || ')'::text) end || '; the assignment or the logging is broken'::text) end end)::r_l1d8zw;
end
$plain$;

create function lh_engine_plain.gates_contact_time_gate(v_arms r_kvg2jw, v_settings r_cy423g) returns r_l1d8zw language plpgsql immutable as $plain$
declare
  v_control r_9f76kd;
  v_treatment r_9f76kd;
  v_t float8;
  v_enough boolean;
  v_p float8;
  v_passed boolean;
  v_x float8;
  v_x_2 float8;
  v_means text;
begin
  v_control := v_arms."control";
  v_treatment := v_arms."treatment";
  v_t := js_min_of(array[(v_control."response")."n", (v_treatment."response")."n"]);
  v_enough := (v_t >= v_settings."decisions.guardrail_min_leads" and v_t <> 'NaN'::float8);
  v_p := case when v_enough then (welch_welch_test(v_control."response", v_treatment."response"))."upperTail" else null::float8 end;
  v_passed := gates_worse(v_p, v_settings);
  v_x := (v_treatment."response")."mean";
  v_x_2 := (v_control."response")."mean";
  v_means := (js_text(js_number_of_text(js_precision(v_x, ('4'::float8)::int))) || ' hours in treatment, '::text || js_text(js_number_of_text(js_precision(v_x_2, ('4'::float8)::int))) || ' in control'::text);
  return row(array['KEEP'::text]::text[], v_settings."decisions.gate_guardrails", 'time_to_first_contact'::text, v_p, v_passed, case when (v_p is not distinct from null) then 'time to first contact: too few contacted leads to judge'::text else ('time to first contact'::text || case when (v_passed is true) then ''::text else ' is significantly worse'::text end || ': '::text || v_means || ' (one-sided p '::text || words_p_text(v_p) || ', Welch)'::text) end)::r_l1d8zw;
end
$plain$;

create function lh_engine_plain.gates_dead_leads_gate(v_arms r_kvg2jw, v_settings r_cy423g) returns r_l1d8zw language plpgsql immutable as $plain$
declare
  v_control r_9f76kd;
  v_treatment r_9f76kd;
  v_t float8;
  v_enough boolean;
  v_test r_p6d2tz;
  v_z float8;
  v_either float8;
  v_p float8;
  v_passed boolean;
  v_x float8;
  v_digits float8;
  v_x_2 float8;
  v_digits_2 float8;
  v_either_2 text;
begin
  v_control := v_arms."control";
  v_treatment := v_arms."treatment";
  v_t := js_min_of(array[v_control."leads", v_treatment."leads"]);
  v_enough := (v_t >= v_settings."decisions.guardrail_min_leads" and v_t <> 'NaN'::float8);
  v_test := case when v_enough then proportions_z_test(row(v_control."dead", v_control."leads")::r_fgs8so, row(v_treatment."dead", v_treatment."leads")::r_fgs8so) else null::r_p6d2tz end;
  if (v_test is not distinct from null) then
    v_either := null::float8;
  else
    v_z := v_test."z";
    v_either := ('0.5'::float8 * erfc_erfc((v_z * '0.7071067811865476'::float8)));
  end if;
  v_p := v_either;
  v_passed := gates_worse(v_p, v_settings);
  if (v_p is not distinct from null) then
    v_either_2 := 'dead leads: too few to judge'::text;
  else
    v_x := case when v_treatment."leads" = 0 then js_divide(('100'::float8 * v_treatm$part$)
on conflict (n) do update set content = excluded.content;
commit;
