// The labelled pipelines of the detection benchmark: seeded parameters of the host generator, and what was injected in
// each. Knows the generator, no detector.
import type { Incident, PipelineParameters } from '../../dev/host/generator.ts';
import {
  contactFalls,
  followUpSlows,
  qualificationFalls,
  responseSlows,
  sourceGoesBad,
  validationFalls,
} from '../../dev/host/incidents.ts';
import type { BottleneckType } from '../../src/plv8/detection/bottlenecks.ts';

/** Size `specified`: at least the sizes that the specification names; `small`: less than that. */
export type Injected = {
  readonly type: BottleneckType;
  readonly what: string;
  readonly size: 'specified' | 'small';
  readonly segment: string | null;
};
export type Pipeline = {
  readonly name: string;
  readonly background: 'clean' | 'noisy' | 'seasonal';
  readonly injected: readonly Injected[];
  readonly parameters: Partial<PipelineParameters>;
};

export const firstDay = '2026-01-05';
export const days = 105;
/** The day on which every injected incident begins; the days before it are quiet. */
export const startDay = 70;
/** Before this day the trends have no complete baseline yet (28 + 7 days, and 14 of grace). */
export const firstTargetDay = 50;

const leadsPerDay = 70;

type Background = Pipeline['background'];
const backgrounds: Readonly<Record<Background, Partial<PipelineParameters>>> = {
  clean: {},
  noisy: { rate_noise: 0.08, response_noise: 0.15, volume_noise: 3 },
  seasonal: {
    volume_by_weekday: [1.3, 1.2, 1.1, 1.1, 1.0, 0.7, 0.6],
    qualification_by_weekday: [1.05, 1.05, 1.05, 1, 1, 0.9, 0.85],
    response_by_weekday: [1, 1, 1, 1, 1.1, 1.8, 1.9],
    season_amplitude: 0.25,
    season_days: 90,
  },
};

const when = { start_day: startDay } as const;
type Recipe = { readonly injected: Injected; readonly incidents: readonly Incident[] };
const recipe = (
  type: BottleneckType,
  what: string,
  size: 'specified' | 'small',
  incidents: readonly Incident[],
  segment: string | null = null,
): Recipe => ({ injected: { type, what, size, segment }, incidents });

/** Every bottleneck at the size of the specification's own example first, then larger, then smaller. */
export const recipes = {
  response8: recipe('low_response_rate', 'response 1.7 h to 8 h', 'specified', responseSlows(when, 8)),
  response16: recipe('low_response_rate', 'response 1.7 h to 16 h', 'specified', responseSlows(when, 16)),
  response3: recipe('low_response_rate', 'response 1.7 h to 3 h', 'small', responseSlows(when, 3)),
  contact45: recipe('low_response_rate', 'contact 85 % to 45 %', 'specified', contactFalls(when, 0.45)),
  contact75: recipe('low_response_rate', 'contact 85 % to 75 %', 'small', contactFalls(when, 0.75)),
  qualification: recipe(
    'poor_qualification',
    'qualification 50 % to 33 %',
    'specified',
    qualificationFalls(when, 0.333),
  ),
  qualification60: recipe(
    'poor_qualification',
    'qualification 60 % to 40 %',
    'specified',
    qualificationFalls(when, 0.4),
  ),
  qualification20: recipe(
    'poor_qualification',
    'qualification 50 % to 20 %',
    'specified',
    qualificationFalls(when, 0.2),
  ),
  qualification42: recipe(
    'poor_qualification',
    'qualification 50 % to 42 %',
    'small',
    qualificationFalls(when, 0.42),
  ),
  qualificationZillow: recipe(
    'poor_qualification',
    'qualification 50 % to 25 % in zillow',
    'specified',
    qualificationFalls(when, 0.25, 'zillow'),
    'zillow',
  ),
  followUp7: recipe('slow_follow_up', 'follow-up 2.5 to 7 days', 'specified', followUpSlows(when, 7)),
  followUp10: recipe('slow_follow_up', 'follow-up 2.5 to 10 days', 'specified', followUpSlows(when, 10)),
  followUp35: recipe('slow_follow_up', 'follow-up 2.5 to 3.5 days', 'small', followUpSlows(when, 3.5)),
  zillow: recipe(
    'weak_lead_source',
    'zillow converts 5 %',
    'specified',
    sourceGoesBad('zillow', when, 0.05),
    'zillow',
  ),
  facebook: recipe(
    'weak_lead_source',
    'facebook converts 8 %',
    'specified',
    sourceGoesBad('facebook', when, 0.08),
    'facebook',
  ),
  referral25: recipe(
    'weak_lead_source',
    'referral converts 25 %',
    'small',
    sourceGoesBad('referral', when, 0.3, 0.06),
    'referral',
  ),
  validation75: recipe(
    'validation_accuracy_drop',
    'F1 0.87 to 0.75',
    'specified',
    validationFalls(when, 0.75),
  ),
  validation65: recipe(
    'validation_accuracy_drop',
    'F1 0.87 to 0.65',
    'specified',
    validationFalls(when, 0.65),
  ),
  validation82: recipe('validation_accuracy_drop', 'F1 0.87 to 0.82', 'small', validationFalls(when, 0.82)),
} as const;
type RecipeName = keyof typeof recipes;

const base: Partial<PipelineParameters> = {
  first_day: firstDay,
  days,
  leads_per_day: leadsPerDay,
  contacts_per_lead: 2,
  precision: 0.87,
  recall: 0.87,
};

const alikeSources = [
  { name: 'zillow', share: 0.4 },
  { name: 'facebook', share: 0.3 },
  { name: 'referral', share: 0.3 },
];

const make = (names: readonly RecipeName[], background: Background, seed: number): Pipeline => {
  const chosen = names.map((name) => recipes[name]);
  const name = `${names.length === 0 ? 'quiet' : names.join('+')} ${background} ${seed}`;
  return {
    name,
    background,
    injected: chosen.map((r) => r.injected),
    parameters: {
      ...base,
      ...backgrounds[background],
      ...(names.includes('qualification60') ? { qualification_rate: 0.6, sources: alikeSources } : {}),
      seed: name,
      incidents: chosen.flatMap((r) => r.incidents),
    },
  };
};

const all: readonly Background[] = ['clean', 'noisy', 'seasonal'];
const alone = Object.keys(recipes) as RecipeName[];
const pairs: readonly (readonly [RecipeName, RecipeName])[] = [
  ['response8', 'qualification'],
  ['response8', 'followUp7'],
  ['response8', 'zillow'],
  ['response8', 'validation75'],
  ['qualification', 'followUp10'],
  ['qualification', 'zillow'],
  ['qualification', 'validation75'],
  ['followUp7', 'zillow'],
  ['followUp7', 'validation75'],
  ['zillow', 'validation75'],
];

/** Quiet pipelines, each bottleneck alone on every background, and pairs; another draw has other seeds. */
export const pipelinesOf = (draw: number): readonly Pipeline[] => [
  ...all.flatMap((background) => [1, 2, 3, 4, 5].map((n) => make([], background, n + 100 * (draw - 1)))),
  ...alone.flatMap((name) => all.map((background) => make([name], background, draw))),
  ...pairs.map((pair, i) => make(pair, all[i % 3] as Background, draw)),
];
