// The demo's play: a lead database in which three things go wrong on known days, and the other teams around it. New
// leads arrive and are assigned, skills have a known true lift, and at 00:01 the loop looks at the day just ended. What
// the engine makes of it is the engine's own; nothing here knows its rules.
import type pg from 'pg';
import { advanceTo, generateDay, generateHistory, installGenerator } from '../host/generator.ts';
import { responseSlows, sourceGoesBad, validationFalls } from '../host/incidents.ts';

const historyDays = 35;
const dayMs = 86_400_000;

export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** What is true in this world; the engine sees none of it. Days count from the first day of the history. */
export const world = {
  leadsPerDay: 140,
  responseSlowsOn: 29,
  zillowGoesBadOn: 42,
  validationFallsOn: 70,
  lifts: { 'instant-responder': 40, 'lead-scorer': -30, 'source-optimizer': 35, 'pattern-optimizer': 10 },
} as const;

export type Calendar = { readonly first: string; readonly loopFrom: string; readonly loopTo: string };

/** Five weeks of history, then the loop from a Monday, six weeks ago or a little more, to yesterday. */
export const calendarOf = (now: number): Calendar => {
  const today = Math.floor(now / dayMs) * dayMs;
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const loopFrom = today - (sinceMonday + 42) * dayMs;
  return {
    first: isoDay(loopFrom - historyDays * dayMs),
    loopFrom: isoDay(loopFrom),
    loopTo: isoDay(today - dayMs),
  };
};

export const daysOf = ({ loopFrom, loopTo }: Calendar): string[] => {
  const count = (Date.parse(loopTo) - Date.parse(loopFrom)) / dayMs + 1;
  return Array.from({ length: count }, (_, i) => isoDay(Date.parse(loopFrom) + i * dayMs));
};

const skills = Object.fromEntries(
  Object.entries(world.lifts).map(([type, lift_pct]) => [
    type,
    { lift_pct, response_factor: type === 'instant-responder' ? 0.15 : 1 },
  ]),
);

/** Five weeks of leads, validations and feedback in the host's tables. */
export const makeHistory = async (client: pg.Client, calendar: Calendar) => {
  await installGenerator(client);
  return generateHistory(client, {
    seed: 'harbour',
    first_day: calendar.first,
    days: historyDays,
    leads_per_day: world.leadsPerDay,
    incidents: [
      ...responseSlows({ start_day: world.responseSlowsOn, ramp_days: 3 }, 9),
      ...sourceGoesBad('zillow', { start_day: world.zillowGoesBadOn }),
      ...validationFalls({ start_day: world.validationFallsOn, ramp_days: 3 }, 0.6),
    ],
    skills,
  });
};

const assignment = 'select * from public.lh_assign_ab_test(lead.id)';

const midnightAfter = (day: string): string => `${isoDay(Date.parse(day) + dayMs)} 00:01+00`;

/** One day's leads arrive and are assigned, and agents work until 00:01. */
export const leadsArrive = async (client: pg.Client, day: string): Promise<void> => {
  await generateDay(client, day, assignment);
  await advanceTo(client, midnightAfter(day));
};

/** One day passes, and at 00:01 the loop runs. Returns what it returned. */
export const liveDay = async (client: pg.Client, day: string): Promise<unknown> => {
  await leadsArrive(client, day);
  await client.query(`select set_config('lh_engine.now', $1, false)`, [midnightAfter(day)]);
  const { rows } = await client.query('select public.lh_run_improvement_cycle($1::date) as result', [day]);
  return rows[0]?.result;
};
