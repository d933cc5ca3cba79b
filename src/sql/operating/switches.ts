// What a person can switch: pause, take a skill back, stop a test. Each leaves an event with who, when
// and why. Knows no rule; src/sql/operating/suspensions.ts says what the switches suspend.
import { bottleneckKinds } from '../../plv8/detection/bottlenecks.ts';
import { routine, type SqlModule, statement, view } from '../kit/objects.ts';
import { join, literal, sql } from '../kit/sql.ts';

const knownTypes = join(
  bottleneckKinds.map((kind) => literal(kind.skill)),
  ', ',
);

const requireWhy = routine({
  name: 'lh_engine.require_why',
  args: { p_switch: 'text', p_why: 'text' },
  returns: 'void',
  language: 'plpgsql',
  volatility: 'immutable',
  grants: ['operator'],
  comment: 'Refuses a switch without a reason (LH001): whoever is asked at night reads it.',
  body: sql`
begin
  if coalesce(btrim(p_why), '') = '' then
    raise exception using
      errcode = 'LH001',
      message = format('%s needs a reason, got %s', p_switch, coalesce(to_json(p_why)::text, 'null')),
      hint = 'Say why in a few words; the event log keeps it with your name.';
  end if;
end`,
});

const recordSwitch = routine({
  name: 'lh_engine.record_switch',
  args: { p_switch: 'text', p_skill_id: 'text', p_ab_test_id: 'text', p_why: 'text', p_data: 'jsonb' },
  returns: 'bigint',
  language: 'plpgsql',
  grants: ['operator'],
  comment: 'Records a switch as an event: which, skill, test, why, and what else belongs to it.',
  body: sql`
declare
  v_event_id bigint;
begin
  select lh_engine.record_event(
    'switch',
    null,
    null,
    p_skill_id,
    p_ab_test_id,
    jsonb_build_object('switch', p_switch, 'why', p_why, 'role', coalesce(nullif(current_setting('role'), 'none'), session_user)) || p_data
  )
  into v_event_id;
  return v_event_id;
end`,
});

const checkSkillType = routine({
  name: 'lh_engine.check_skill_type',
  args: { p_skill_type: 'text' },
  returns: 'void',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'Refuses a skill type that the engine neither spawns nor has seen (LH007), except * for everything.',
  body: sql`
begin
  if p_skill_type is null
    or p_skill_type not in ('*', ${knownTypes})
    and not exists (select from public.lh_spawned_skills as s where s.skill_type::text = p_skill_type) then
    raise exception using
      errcode = 'LH007',
      message = format('no skill type %s', coalesce(to_json(p_skill_type)::text, 'null')),
      hint = format('Give * for everything, or one of: %s.', array_to_string(array[${knownTypes}], ', '));
  end if;
end`,
});

const pause = routine({
  name: 'lh_engine.pause',
  args: { skill_type: "text default '*'", why: 'text default null' },
  returns: 'void',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Pauses one skill type, or everything (*): cycles go on measuring and looking at tests, but spawn nothing and decide nothing; running tests go on taking leads. Again: the newer reason counts. Undo with lh_engine.resume.',
  body: sql`
#variable_conflict use_column
begin
  perform lh_engine.check_skill_type(pause.skill_type);
  -- The triggers of the table ask for a reason, sign the row and record the event.
  insert into lh_engine.pauses as p (skill_type, paused_at, why)
  values (pause.skill_type, lh_engine.clock(), pause.why)
  on conflict (skill_type) do update
    set why = excluded.why;
end`,
});

const signPause = routine({
  name: 'lh_engine.sign_pause',
  returns: 'trigger',
  language: 'plpgsql',
  comment:
    'Trigger of lh_engine.pauses: a pause has a reason (LH001), the session user and the moment, whoever writes it. A row keeps its skill type (LH008).',
  body: sql`
begin
  perform lh_engine.require_why('pause', new.why);
  if tg_op = 'UPDATE' and new.skill_type is distinct from old.skill_type then
    raise exception using
      errcode = 'LH008',
      message = format('the pause of %s cannot become one of %s', old.skill_type, coalesce(new.skill_type, 'null')),
      hint = 'Pause the one and resume the other: lh_engine.pause(skill_type, why), lh_engine.resume(skill_type).';
  end if;
  new.paused_at := (select lh_engine.clock());
  new.paused_by := session_user;
  return new;
end`,
});

const recordPause = routine({
  name: 'lh_engine.record_pause',
  returns: 'trigger',
  language: 'plpgsql',
  asOwner: true,
  comment:
    'Records a pause, and the end of one with the reason that lh_engine.resume was given, as an event.',
  body: sql`
begin
  perform lh_engine.record_switch(
    case tg_op when 'DELETE' then 'resume' else 'pause' end,
    null,
    null,
    case tg_op when 'DELETE' then nullif(current_setting('lh_engine.why', true), '') else new.why end,
    jsonb_build_object('skill_type', coalesce(new.skill_type, old.skill_type))
  );
  return null;
end`,
});

const pauseTriggers = statement(sql`
create or replace trigger sign_pause
before insert or update on lh_engine.pauses
for each row execute function lh_engine.sign_pause();
create or replace trigger record_pause
after insert or update or delete on lh_engine.pauses
for each row execute function lh_engine.record_pause()`);

const resume = routine({
  name: 'lh_engine.resume',
  args: { skill_type: "text default '*'", why: 'text default null' },
  returns: 'boolean',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Ends a pause: of one skill type, or the one of everything (*; pauses of single types stay). Returns whether there was one.',
  body: sql`
#variable_conflict use_column
declare
  v_found boolean;
begin
  perform lh_engine.check_skill_type(resume.skill_type);
  perform set_config('lh_engine.why', coalesce(resume.why, ''), true);
  delete from lh_engine.pauses as p where p.skill_type = resume.skill_type;
  v_found := found;
  perform set_config('lh_engine.why', '', true);
  return v_found;
end`,
});

const revertSkill = routine({
  name: 'lh_engine.revert_skill',
  args: { id: 'public.lh_spawned_skills.id%type', why: 'text' },
  returns: 'void',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Takes a kept skill back: its status becomes killed, the type rests for spawning.cooling_off_days, and channel lh_improvement is notified. No such skill: LH007; not active: LH008.',
  body: sql`
#variable_conflict use_variable
declare
  v_skill public.lh_spawned_skills;
begin
  perform lh_engine.require_why('revert_skill', why);
  perform lh_engine.require_turn();
  perform lh_engine.require_host();
  select s.* into v_skill from public.lh_spawned_skills as s where s.id = revert_skill.id for no key update;
  if v_skill.id is null then
    raise exception using
      errcode = 'LH007',
      message = format('no skill %s', coalesce(id::text, 'null')),
      hint = 'select skill_id, skill_name from lh_engine.active_skills; shows the kept ones.';
  elsif v_skill.status::text <> 'active' then
    raise exception using
      errcode = 'LH008',
      message = format('skill %s is %s, not active', id, v_skill.status),
      hint = 'Only a kept skill can be taken back; lh_engine.stop_test(id, why) ends a running test.';
  end if;
  update public.lh_spawned_skills as s
  set status = 'killed', decision_made_at = lh_engine.clock()
  where s.id = revert_skill.id;
  perform lh_engine.record_switch(
    'revert_skill',
    id::text,
    null,
    why,
    jsonb_build_object('skill_type', v_skill.skill_type, 'skill_name', v_skill.skill_name, 'kept_at', v_skill.decision_made_at)
  );
  perform pg_notify(
    'lh_improvement',
    json_build_object('event', 'revert', 'skill_id', id::text, 'skill_type', v_skill.skill_type, 'why', left(why, 1000))::text
  );
end`,
});

const stopTest = routine({
  name: 'lh_engine.stop_test',
  args: { id: 'public.lh_ab_tests.id%type', why: 'text' },
  returns: 'void',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Ends a running test without a decision of the engine: the test is completed with no winner, its skill killed, so the type rests for spawning.cooling_off_days. No such test: LH007; not running: LH008.',
  body: sql`
#variable_conflict use_variable
declare
  v_test public.lh_ab_tests;
begin
  perform lh_engine.require_why('stop_test', why);
  perform lh_engine.require_turn();
  perform lh_engine.require_host();
  select t.* into v_test from public.lh_ab_tests as t where t.id = stop_test.id for no key update;
  if v_test.id is null then
    raise exception using
      errcode = 'LH007',
      message = format('no test %s', coalesce(id::text, 'null')),
      hint = 'select ab_test_id, test_name from lh_engine.running_tests; shows those that run.';
  elsif v_test.status::text <> 'running' then
    raise exception using
      errcode = 'LH008',
      message = format('test %s is %s, not running', id, v_test.status),
      hint = 'Only a running test can be stopped; lh_engine.revert_skill(id, why) takes a kept skill back.';
  end if;
  update public.lh_ab_tests as t
  set status = 'completed', ended_at = lh_engine.clock(), winner = null
  where t.id = stop_test.id;
  update public.lh_spawned_skills as s
  set status = 'killed', decision_made_at = lh_engine.clock()
  where s.id = v_test.skill_id and s.status::text = 'testing';
  update lh_engine.all_proposals as p
  set status = 'withdrawn', closed_at = lh_engine.clock(), closed_by = session_user, why = 'the test was stopped'
  where p.kind = 'keep' and p.status = 'waiting' and p.subject = stop_test.id::text;
  perform lh_engine.release_claims();
  delete from lh_engine.test_standings as f where f.ab_test_id = stop_test.id::text;
  perform lh_engine.record_switch(
    'stop_test',
    v_test.skill_id::text,
    id::text,
    why,
    jsonb_build_object(
      'test_name', v_test.test_name,
      'control_sample_size', v_test.control_sample_size,
      'treatment_sample_size', v_test.treatment_sample_size
    )
  );
  perform pg_notify(
    'lh_improvement',
    json_build_object('event', 'stop', 'ab_test_id', id::text, 'skill_id', v_test.skill_id::text, 'why', left(why, 1000))::text
  );
end`,
});

const activeSkills = view({
  name: 'lh_engine.active_skills',
  grants: ['operator', 'agent', 'reader'],
  comment:
    'The skills that were kept and are in force: what other agents apply to every lead. A role that may not see public.lh_spawned_skills gets what the last cycle stored; as_of says when that was.',
  query: sql`
select
  s.id as skill_id,
  s.skill_type,
  s.skill_name,
  s.problem_detected,
  s.target_metric,
  s.baseline_value,
  s.target_value,
  s.actual_lift_pct,
  s.spawned_at,
  s.decision_made_at as kept_at,
  case when lh_engine.sees_table('public.lh_spawned_skills') then lh_engine.clock() else (select r.as_of from lh_engine.stored_report('skills') as r) end as as_of
from lh_engine.readable_skills() as s
where s.status::text = 'active'`,
});

export const switches: SqlModule = {
  name: 'operating/switches',
  objects: [
    requireWhy,
    recordSwitch,
    checkSkillType,
    signPause,
    recordPause,
    pauseTriggers,
    pause,
    resume,
    revertSkill,
    stopTest,
    activeSkills,
  ],
};
