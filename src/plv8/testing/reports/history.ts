// The history of one test in sentences, for a person who was not there: why it was started, what each look saw, what
// persons did, how it ended or how far it is, and what its numbers mean. It reports what is recorded and decides
// nothing.
import * as v from 'valibot';
import { count, finite, id, parse } from '../../parse.ts';
import { capital, percentText, plural, shown } from '../../words.ts';
import { ruleNameToday } from '../record.ts';
import { interventionText, proposalSchema, releases, stops, switchSchema } from './interventions.ts';

const armSchema = v.object({ leads: count, conversions: count, rate: v.nullable(finite) });
const lookSchema = v.object({
  kind: v.literal('look'),
  as_of: v.string(),
  recommendation: v.string(),
  before_gates: v.nullable(v.string()),
  reason: v.string(),
  rule: v.string(),
  needs_person: v.boolean(),
  /** The switch that suspended the recommendation: paused, awaiting_approval; absent where none did. */
  held: v.optional(v.nullable(v.string())),
  control: armSchema,
  treatment: armSchema,
  statistics: v.object({
    lift_pct: v.nullable(finite),
    lift_low_pct: v.nullable(finite),
    lift_high_pct: v.nullable(finite),
    information: v.nullable(finite),
  }),
  other_rule: v.nullable(v.object({ rule: v.string(), recommendation: v.string(), reason: v.string() })),
  gates: v.optional(v.array(v.object({ gate: v.string(), text: v.string() }))),
  recommended_sources: v.nullable(v.array(v.nullable(v.string()))),
  heterogeneity: v.nullable(v.object({ note: v.nullable(v.string()) })),
  confidence_level: v.nullable(finite),
});

const decisionSchema = v.object({ kind: v.literal('decision'), recommendation: v.string() });

export const historySchema = v.object({
  ab_test_id: id,
  test_name: v.nullable(v.string()),
  metric: v.nullable(v.string()),
  status: v.nullable(v.string()),
  started_on: v.nullable(v.string()),
  ended_on: v.nullable(v.string()),
  min_sample_size: v.nullable(finite),
  traffic_allocation_pct: v.nullable(finite),
  skill: v.nullable(v.object({ skill_name: v.nullable(v.string()), status: v.nullable(v.string()) })),
  spawn: v.nullable(v.object({ as_of: v.nullable(v.string()), explanation: v.nullable(v.string()) })),
  plan: v.nullable(
    v.object({
      planned_leads_per_group: count,
      planned_lift: finite,
      baseline_rate: v.nullable(finite),
    }),
  ),
  /** In the order in which they happened. */
  events: v.array(v.variant('kind', [lookSchema, decisionSchema, switchSchema, proposalSchema])),
});

type History = v.InferOutput<typeof historySchema>;
type Look = v.InferOutput<typeof lookSchema>;
type Event = History['events'][number];

const sentence = (text: string): string => {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};

const beginning = (history: History): readonly string[] => {
  const name =
    history.test_name === null
      ? `Test ${history.ab_test_id}`
      : `Test ${history.ab_test_id} ("${history.test_name}")`;
  const since = history.started_on === null ? 'has no start date' : `was started on ${history.started_on}`;
  const skill =
    history.skill === null
      ? 'Its skill does not exist any more.'
      : `It tests the skill "${history.skill.skill_name ?? 'without a name'}" on the metric ${history.metric ?? 'unknown'}.`;
  const why =
    history.spawn?.explanation == null
      ? 'The engine did not spawn it, so it does not know why it was started.'
      : `Why: ${sentence(history.spawn.explanation)}`;
  return [`${name} ${since}.`, skill, why];
};

const terms = (history: History): readonly string[] => {
  const share =
    history.traffic_allocation_pct === null
      ? 'An unknown share'
      : percentText(history.traffic_allocation_pct);
  const minimum =
    history.min_sample_size === null
      ? 'no minimum sample of its own'
      : `a minimum sample of ${shown(history.min_sample_size)} leads in each arm`;
  const first = `${share} of the new leads get the treatment; it has ${minimum}.`;
  if (history.plan === null) return [first];
  const { planned_leads_per_group: leads, planned_lift: lift, baseline_rate: rate } = history.plan;
  if (rate === null)
    return [
      first,
      'No conversion rate was known when it started, so its sample is planned from the control arm once both arms have the minimum.',
    ];
  const from = `from a conversion rate of ${percentText(100 * rate)}`;
  return [
    first,
    `The plan is ${plural(leads, 'lead')} in each arm, which show a lift of ${percentText(100 * lift)} with 80 % power ${from}.`,
  ];
};

const armText = (arm: Look['control']): string =>
  `${arm.conversions} of ${arm.leads}${arm.rate === null ? '' : ` (${percentText(100 * arm.rate)})`}`;

const suspendedBecause: Readonly<Record<string, string>> = {
  paused: 'a pause was on',
  awaiting_approval: 'it needed the approval of a person',
  dry_run: 'engine.dry_run was on',
};

const causeOf = (held: string): string =>
  Object.entries(suspendedBecause).find(([known]) => known === held)?.[1] ?? held.replaceAll('_', ' ');

const suspensionText = (look: Look): string =>
  look.held == null ? '' : `. The recommendation was suspended and not applied: ${causeOf(look.held)}`;

const lookText = (look: Look, n: number): string => {
  const gated =
    look.before_gates !== null && look.before_gates !== look.recommendation
      ? `, although the rule alone said ${look.before_gates}`
      : '';
  return sentence(
    `Look ${n}, ${look.as_of}: ${armText(look.control)} converted in control and ${armText(look.treatment)} in treatment. ${look.recommendation}${gated}: ${look.reason}${suspensionText(look)}`,
  );
};

const otherRule = (look: Look): readonly string[] =>
  look.other_rule === null || look.other_rule.recommendation === look.recommendation
    ? []
    : [
        sentence(
          `The rule "${ruleNameToday(look.other_rule.rule)}" would have said ${look.other_rule.recommendation}: ${look.other_rule.reason}`,
        ),
      ];

/** The looks and what persons did, in order; the decision is said at the end. */
const course = (history: History): readonly string[] => {
  const looks = history.events.filter((event) => event.kind === 'look');
  let number = 0;
  const sentences = history.events.flatMap((event) => {
    if (event.kind === 'look') {
      number += 1;
      return [lookText(event, number)];
    }
    return event.kind === 'decision' ? [] : [sentence(interventionText(event, history.ab_test_id))];
  });
  return looks.length > 0 ? sentences : [...sentences, 'It has not been analysed yet.'];
};

const isIntervention = (event: Event) => event.kind === 'switch' || event.kind === 'proposal';

/** Whether the recommendation of the last look is still suspended, as far as the log says. */
const isSuspended = (history: History, last: Look): boolean => {
  let released = false;
  for (const event of history.events)
    if (event.kind === 'look') released = false;
    else if (isIntervention(event) && releases(event)) released = true;
  return last.held != null && !released;
};

/** The decision that ended the test; null where a person stopped it, or nothing of the engine did. */
const decisionOf = (history: History): string | null => {
  const closing = history.events.filter(
    (event) => event.kind === 'decision' || (isIntervention(event) && stops(event, history.ab_test_id)),
  );
  const end = closing[closing.length - 1];
  return end?.kind === 'decision' ? end.recommendation : null;
};

const ending = (history: History, last: Look | undefined): readonly string[] => {
  if (history.status === 'running') {
    // 1.0.0 recorded a share under every rule; only this one follows a plan.
    const information = last?.rule === 'sequential' ? last.statistics.information : null;
    const distance =
      information === null
        ? ''
        : ` It has gathered ${percentText(100 * information)} of the information that it plans for.`;
    const person = last?.needs_person === true ? ' A person has to decide.' : '';
    const suspended =
      last?.held != null && isSuspended(history, last)
        ? ` The recommendation ${last.recommendation} is suspended (${last.held.replaceAll('_', ' ')}).`
        : '';
    return [`It is still running.${suspended}${distance}${person}`];
  }
  const decision = decisionOf(history);
  const outcome = decision === null ? 'without a decision of the engine' : `with ${decision}`;
  const skill =
    history.skill === null ? '' : ` The skill is now ${history.skill.status ?? 'without a status'}.`;
  return [`It ended${history.ended_on === null ? '' : ` on ${history.ended_on}`} ${outcome}.${skill}`];
};

const intervalText = (look: Look): readonly string[] => {
  const { lift_pct: lift, lift_low_pct: low, lift_high_pct: high } = look.statistics;
  if (lift === null || low === null || high === null)
    return ['The lift has no interval: it takes a conversion in each arm.'];
  const side =
    low > 0
      ? 'so the treatment helps'
      : high < 0
        ? 'so the treatment hurts'
        : 'so it may help, hurt or do nothing';
  const level = look.confidence_level === null ? 'its' : percentText(100 * look.confidence_level);
  return [
    `The treatment converted ${percentText(Math.abs(lift))} ${lift < 0 ? 'worse' : 'better'} than the control. At ${level} confidence the true lift lies between ${percentText(low)} and ${percentText(high)}, ${side}. A test that is stopped early tends to show a larger lift than the true one.`,
  ];
};

/** What was found of the units, unless it is among the reasons of the look. */
const units = (look: Look): readonly string[] =>
  (look.gates ?? [])
    .filter(({ gate, text }) => gate === 'units' && !look.reason.includes(text))
    .map(({ text }) => sentence(capital(text)));

const sources = (look: Look): readonly string[] => [
  ...(look.heterogeneity?.note == null ? [] : [sentence(`By lead source: ${look.heterogeneity.note}`)]),
  ...(look.recommended_sources === null
    ? []
    : [
        `It helps some sources and hurts another; it is recommended for ${look.recommended_sources.map((source) => source ?? 'leads without a source').join(', ')} only.`,
      ]),
];

/** The sentences, in the order in which things happened. */
export const explainTest = (input: unknown) => {
  const history = parse(historySchema, input);
  const looks = history.events.filter((event) => event.kind === 'look');
  const last = looks[looks.length - 1];
  return {
    sentences: [
      ...beginning(history),
      ...terms(history),
      ...course(history),
      ...(last === undefined ? [] : otherRule(last)),
      ...ending(history, last),
      ...(last === undefined ? [] : [...units(last), ...intervalText(last), ...sources(last)]),
    ],
  };
};
