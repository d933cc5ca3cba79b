// What is true of a simulated skill, of the leads that come, and of how they are written down. A truth is data: the
// drawing of leads reads it. Knows no random number and nothing of the engine.

/** How one lead in so many is written down wrongly. The share is of the leads that the error can befall. */
export type UnitError = {
  readonly kind:
    | 'unknown_status'
    | 'unknown_label'
    | 'doubled'
    | 'relabelled'
    | 'before_start'
    | 'late_assignment';
  readonly share: number;
};

export type Sources = {
  /** Shares of the leads at the start of the test and eight weeks later; they change evenly in between. */
  readonly shares: readonly number[];
  readonly later: readonly number[];
  /** Each source's conversion rate over the base rate. */
  readonly rates: readonly number[];
};

export type Truth = {
  readonly name: string;
  readonly says: string;
  /** Relative lift of a treated lead that came so many days after the start of the test. */
  readonly lift: (day: number) => number;
  /** What the treatment multiplies the days to a conversion by. */
  readonly delay: number;
  /** What it multiplies the share of dead leads by, and the hours to first contact. */
  readonly dead: number;
  readonly contact: number;
  readonly sources: Sources;
  /** By weekday, Sunday first: what volume and rate are multiplied by. Their mean over leads is 1. */
  readonly volume: readonly number[];
  readonly rate: readonly number[];
  readonly error: UnitError | null;
};

const everyDay = [1, 1, 1, 1, 1, 1, 1] as const;
/** Mean rate 1: 0.5·0.8 + 0.3·1.1 + 0.2·1.35. */
const unequal: Sources = { shares: [0.5, 0.3, 0.2], later: [0.5, 0.3, 0.2], rates: [0.8, 1.1, 1.35] };

const nothing: Truth = {
  name: 'null',
  says: 'no effect',
  lift: () => 0,
  delay: 1,
  dead: 1,
  contact: 1,
  sources: unequal,
  volume: everyDay,
  rate: everyDay,
  error: null,
};

const truth = (name: string, says: string, changes: Partial<Truth>): Truth => ({
  ...nothing,
  name,
  says,
  ...changes,
});

const always = (lift: number) => (): number => lift;

/** The truths that the goals speak of. */
export const mainTruths: readonly Truth[] = [
  nothing,
  truth('sooner-3', 'converts three times sooner, not more', { delay: 1 / 3 }),
  truth('sooner-10', 'converts ten times sooner, not more', { delay: 1 / 10 }),
  truth('better-20', '+20 %, same speed', { lift: always(0.2) }),
  truth('better-20-slower', '+20 %, half as fast', { lift: always(0.2), delay: 2 }),
  truth('better-30', '+30 %', { lift: always(0.3) }),
  truth('worse-20', '−20 %', { lift: always(-0.2) }),
  truth('worse-40', '−40 %', { lift: always(-0.4) }),
  truth('novelty-60', '+60 % for one week, then nothing', { lift: (day) => (day < 7 ? 0.6 : 0) }),
  truth('fading-40', '+40 % that fades to nothing over 14 days', {
    lift: (day) => 0.4 * Math.max(0, 1 - day / 14),
  }),
];

/** Weekends bring 40 % of the volume and 80 % of the rate: 5·1.24 + 2·0.4 = 7 days, and the mean rate stays. */
const season: Partial<Truth> = {
  volume: [0.4, 1.24, 1.24, 1.24, 1.24, 1.24, 0.4],
  rate: [0.8, 6.36 / 6.2, 6.36 / 6.2, 6.36 / 6.2, 6.36 / 6.2, 6.36 / 6.2, 0.8],
};
const drift: Partial<Truth> = {
  sources: { shares: [0.5, 0.3, 0.2], later: [0.2, 0.3, 0.5], rates: [0.7, 1, 1.3] },
};

const errorTexts: Readonly<Record<UnitError['kind'], string>> = {
  unknown_status: 'of the conversions in the treatment have an unknown status',
  unknown_label: 'of the treated leads have an unknown label',
  doubled: 'of the leads are there twice, each row with an arm of its own',
  relabelled: 'of the converted control leads become treatment',
  before_start: 'of the leads of the 30 days before the test carry its label',
  late_assignment: 'of the treated leads get their label three days late, the dead among them never',
};

const errors = Object.entries(errorTexts).flatMap(([kind, text]) =>
  [0.01, 0.05].map((share) =>
    truth(`${kind.replace('_', '-')}-${100 * share}`, `no effect; ${100 * share} % ${text}`, {
      error: { kind: kind as UnitError['kind'], share },
    }),
  ),
);

export const otherTruths: readonly Truth[] = [
  truth('seasonal', 'no effect; quiet weekends', season),
  truth('seasonal-20', '+20 %; quiet weekends', { ...season, lift: always(0.2) }),
  truth('drifting', 'no effect; the shares of unequal sources change', drift),
  truth('drifting-20', '+20 %; the shares of unequal sources change', { ...drift, lift: always(0.2) }),
  truth('more-dead', '+20 %, and 30 % more dead leads', { lift: always(0.2), dead: 1.3 }),
  truth('later-contact', '+20 %, and 50 % later first contact', { lift: always(0.2), contact: 1.5 }),
  ...errors,
];

export const truths: readonly Truth[] = [...mainTruths, ...otherTruths];
