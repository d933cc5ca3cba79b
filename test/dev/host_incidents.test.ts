// What the generator injects can be found again in the host's tables, within the bounds of chance. Seeds are fixed, so
// nothing here passes or fails by luck.
import { suite } from 'uvu';
import { advanceTo, generateDay, generateHistory, resetHost } from '../../dev/host/generator.ts';
import {
  contactFalls,
  followUpSlows,
  qualificationFalls,
  responseSlows,
  sourceGoesBad,
  validationFalls,
} from '../../dev/host/incidents.ts';
import { one } from '../support/database.ts';
import { createHosts } from './host_databases.ts';

for (const { ids, client, drop, generate, assertShare, within } of await createHosts()) {
  const incidents = suite(`injected incidents with ids of type ${ids}`);

  incidents('injects a source that goes bad, and leaves the others alone', async () => {
    await generate({
      seed: 'source',
      days: 50,
      leads_per_day: 150,
      incidents: sourceGoesBad('zillow', { start_day: 30 }),
    });
    const leads = (where: string) => `select qualified_at is not null from public.lh_lead_status
      where contacted_at is not null and created_at < '2026-02-16' and ${where}`;
    await assertShare(leads(`source = 'zillow' and created_at < '2026-02-04'`), 0.5);
    await assertShare(leads(`source = 'zillow' and created_at >= '2026-02-04'`), 0.05);
    await assertShare(leads(`source = 'facebook' and created_at >= '2026-02-04'`), 0.45);
    const wrong = (source: string) => `select f.feedback_type in ('wrong_number', 'disconnected')
      from public.lh_feedback_log as f join public.lh_lead_status as l on l.id = f.lead_id
      where f.feedback_type <> 'business_number' and l.source ${source} and l.created_at >= '2026-02-04'`;
    await assertShare(wrong(`= 'zillow'`), 0.4);
    await assertShare(wrong(`<> 'zillow'`), 0.06);
  });

  incidents('injects slower answers on a ramp, and fewer contacts', async () => {
    await generate({
      seed: 'response',
      days: 50,
      leads_per_day: 150,
      incidents: [
        ...responseSlows({ start_day: 30, ramp_days: 4 }, 8),
        ...contactFalls({ start_day: 40 }, 0.45),
      ],
    });
    const hours = (
      from: number,
      to: number,
    ) => `select avg(extract(epoch from contacted_at - created_at)) / 3600
      from public.lh_lead_status
      where created_at >= date '2026-01-05' + ${from} and created_at < date '2026-01-05' + ${to}`;
    await within(hours(0, 30), 1.55, 1.8);
    await within(hours(31, 32), 3, 6);
    await within(hours(34, 46), 7.4, 8.6);
    const contacted = (where: string) =>
      `select contacted_at is not null from public.lh_lead_status where ${where}`;
    await assertShare(contacted(`created_at < '2026-02-14'`), 0.85);
    await assertShare(contacted(`created_at >= '2026-02-14' and created_at < '2026-02-21'`), 0.45);
  });

  incidents('injects a fall of qualification, overall and in one source, until its end', async () => {
    await generate({
      seed: 'qualification',
      days: 60,
      leads_per_day: 150,
      qualification_rate: 0.6,
      sources: [
        { name: 'a', share: 1 },
        { name: 'b', share: 2 },
      ],
      incidents: [
        ...qualificationFalls({ start_day: 20, end_day: 30 }, 0.4),
        ...qualificationFalls({ start_day: 35 }, 0.3, 'a'),
      ],
    });
    const leads = (from: number, to: number, source: string) => `select qualified_at is not null
      from public.lh_lead_status
      where contacted_at is not null and source in (${source})
        and created_at >= date '2026-01-05' + ${from} and created_at < date '2026-01-05' + ${to}`;
    await assertShare(leads(0, 20, `'a', 'b'`), 0.6);
    await assertShare(leads(20, 30, `'a', 'b'`), 0.4);
    await assertShare(leads(30, 35, `'a', 'b'`), 0.6);
    await assertShare(leads(35, 48, `'a'`), 0.3);
    await assertShare(leads(35, 48, `'b'`), 0.6);
  });

  incidents('injects slow follow-up', async () => {
    await generate({
      seed: 'follow-up',
      days: 80,
      leads_per_day: 80,
      incidents: followUpSlows({ start_day: 30 }, 7),
    });
    const days = (where: string) => `select avg(extract(epoch from qualified_at - contacted_at)) / 86400
      from public.lh_lead_status where ${where}`;
    await within(days(`created_at < '2026-02-04'`), 2.3, 2.7);
    await within(days(`created_at >= '2026-02-04' and created_at < '2026-02-25'`), 6.4, 7.6);
  });

  incidents('injects a fall of business detection, as labelled contacts show it', async () => {
    await generate({
      seed: 'validation',
      days: 60,
      leads_per_day: 200,
      precision: 0.87,
      recall: 0.87,
      incidents: validationFalls({ start_day: 30 }, 0.75),
    });
    const labelled = (where: string, when: string, hit: string) => `select ${hit}
      from public.lh_feedback_log as f
      join public.lh_validation_history as v on v.contact_id = f.contact_id
      where f.feedback_type in ('business_number', 'correct_owner', 'good_lead') and ${where} and v.created_at ${when}`;
    for (const [when, level] of [
      [`< '2026-02-04'`, 0.87],
      [`>= '2026-02-04'`, 0.75],
    ] as const) {
      await assertShare(
        labelled('v.pattern_type is not null', when, `f.feedback_type = 'business_number'`),
        level,
      );
      await assertShare(
        labelled(`f.feedback_type = 'business_number'`, when, 'v.pattern_type is not null'),
        level,
      );
    }
  });

  incidents('gives a pattern the precision of its own', async () => {
    await generate({
      seed: 'patterns',
      days: 30,
      leads_per_day: 200,
      patterns: [
        { type: 'bank', share: 1, precision: 0.95 },
        { type: 'agent', share: 1, precision: 0.5 },
      ],
    });
    const right = (pattern: string) => `select f.feedback_type = 'business_number'
      from public.lh_feedback_log as f
      join public.lh_validation_history as v on v.contact_id = f.contact_id
      where f.feedback_type in ('business_number', 'correct_owner', 'good_lead') and v.pattern_type = '${pattern}'`;
    await assertShare(right('bank'), 0.95);
    await assertShare(right('agent'), 0.5);
  });

  incidents('lets treated leads of a history convert better by the given lift', async () => {
    await resetHost(client);
    const test = String(
      await one(client, `insert into public.lh_ab_tests (test_name) values ('given') returning id::text`),
    );
    await generateHistory(client, {
      seed: 'lift',
      days: 60,
      leads_per_day: 200,
      tests: [{ id: test, treatment_pct: 20, lift_pct: 30, first_day: 10 }],
    });
    const leads = `from public.lh_lead_status where ab_test_id is not null and created_at < '2026-02-20'`;
    await assertShare(`select ab_test_group = 'treatment' ${leads}`, 0.2);
    await assertShare(
      `select qualified_at is not null ${leads} and ab_test_group = 'treatment'`,
      0.85 * 0.501 * 1.3,
    );
    await assertShare(`select qualified_at is not null ${leads} and ab_test_group = 'control'`, 0.85 * 0.501);
    await within(
      `select count(*) from public.lh_lead_status where ab_test_id is not null and created_at < '2026-01-15'`,
      0,
      0,
    );
  });

  incidents('lets a skill lift the leads treated with it, and all leads once it is active', async () => {
    await generate({
      seed: 'skill',
      days: 1,
      leads_per_day: 600,
      skills: { 'lead-scorer': { lift_pct: 40, response_factor: 0.5 } },
    });
    await client.query(`
      with skill as (
        insert into public.lh_spawned_skills (skill_type, skill_name) values ('lead-scorer', 'v1') returning id
      )
      insert into public.lh_ab_tests (test_name, skill_id) select 'scorer', id from skill`);
    const assign = `select t.id, case when sha256(lead.id::text::bytea) < '\\x80' then 'treatment' else 'control' end
      from public.lh_ab_tests as t where t.status = 'running'`;
    for (const day of ['2026-01-06', '2026-01-07', '2026-01-08']) await generateDay(client, day, assign);
    await client.query(
      `update public.lh_spawned_skills set status = 'active', decision_made_at = '2026-01-09 00:01+00'`,
    );
    await client.query(`update public.lh_ab_tests set status = 'completed'`);
    for (const day of ['2026-01-09', '2026-01-10']) await generateDay(client, day, assign);
    await advanceTo(client, '2026-02-20');
    const qualified = (where: string) => `select qualified_at is not null from public.lh_lead_status
      where contacted_at is not null and ${where}`;
    await assertShare(qualified(`ab_test_group = 'treatment'`), 0.501 * 1.4);
    await assertShare(qualified(`ab_test_group = 'control'`), 0.501);
    await assertShare(qualified(`ab_test_id is null and created_at < '2026-01-06'`), 0.501);
    await assertShare(qualified(`created_at > '2026-01-09'`), 0.501 * 1.4);
    const hours = (where: string) => `select avg(extract(epoch from contacted_at - created_at)) / 3600
      from public.lh_lead_status where ${where}`;
    await within(hours(`ab_test_group = 'treatment'`), 0.7, 0.95);
    await within(hours(`ab_test_group = 'control'`), 1.5, 1.85);
  });
  incidents.after(drop);
  incidents.run();
}
