// What a metric of the pipeline is: which of its sides is worse, what its threshold is compared with, what is compared
// over time, which columns of the host it needs, how it is said. Knows no particular metric.
import type { BottleneckType } from '../bottlenecks.ts';
import type { DetectionDocument, Need, OptionName, Options } from '../document.ts';
import type { Cell, Kind } from '../trends/days.ts';

/** What a threshold is compared with, on what evidence. */
export type Measured = {
  readonly value: number | null;
  readonly n: number;
  readonly from: string;
  readonly to: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** What is missing when there is no value or too little evidence. */
  readonly what: string;
};

export type Threshold = {
  readonly setting: OptionName;
  readonly target: OptionName;
  readonly needs: readonly Need[];
  /** Of the whole pipeline; null where it is switched off. A metric that is compared between sources has none. */
  readonly measure: ((document: DetectionDocument, options: Options) => Measured | null) | null;
};

export type Trend = {
  readonly kind: Kind;
  /** Which days are old enough. */
  readonly mature: keyof DetectionDocument['mature'];
  readonly needs: readonly Need[];
  /** Whether it is compared as a whole only, in each source too, or one source against the others. */
  readonly scope: 'whole' | 'whole and sources' | 'between sources';
  readonly cells: (document: DetectionDocument, keep: (source: string | null) => boolean) => readonly Cell[];
  /** The metric at a mean of the cells, where it is not that mean itself. */
  readonly asShown?: (mean: number) => number;
};

export type MetricShape = {
  readonly name: string;
  readonly bottleneck: BottleneckType;
  readonly worse: 'higher' | 'lower';
  readonly countedOn: 'leads' | 'labelled contacts';
  readonly threshold: Threshold;
  /** null where it is not compared over time. */
  readonly trend: Trend | null;
  readonly display: {
    readonly unit: 'hours' | 'days' | 'share' | 'score';
    /** The subject of a sentence about it. */
    readonly words: string;
    /** The subject's end where it is confined to a source; "in zillow leads" unless said otherwise. */
    readonly inSource?: (source: string) => string;
  };
};

/** Past the threshold, by a strict comparison. */
export const isPast = ({ worse }: MetricShape, value: number, threshold: number): boolean =>
  worse === 'higher' ? value > threshold : value < threshold;

/** Twice the threshold, or half of it where less is worse. */
export const isTwicePast = ({ worse }: MetricShape, value: number, threshold: number): boolean =>
  worse === 'higher' ? value >= 2 * threshold : value <= threshold / 2;

/** How far past the threshold, as a fraction of the threshold; null for a threshold of zero. */
export const pastBy = ({ worse }: MetricShape, value: number, threshold: number): number | null => {
  if (threshold === 0) return null;
  const share = value / threshold - 1;
  const past = worse === 'higher' ? share : -share;
  return Number.isFinite(past) ? past : null;
};

/** A share, or null where it is none. */
export const ratio = (part: number, whole: number): number | null => {
  const share = part / whole;
  return Number.isFinite(share) && share >= 0 && share <= 1 ? share : null;
};

/** A day of leads of which some did it: a mean of zeros and ones. */
export const ones = (day: number, n: number, sum: number): Cell => ({ day, n, sum, squares: sum });
