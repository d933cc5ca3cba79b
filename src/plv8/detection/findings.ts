// What the rules hand on: a finding (a metric that is worse than it may be) or a warning (why something was not
// evaluated). Knows the shapes only.
import type { BottleneckType } from './bottlenecks.ts';
import type { MetricName } from './metrics/list.ts';

export type Baseline = {
  readonly value: number;
  readonly n: number;
  readonly from: string;
  readonly to: string;
};

export type Finding = {
  readonly type: BottleneckType;
  readonly metric: MetricName;
  readonly trigger: 'threshold' | 'trend';
  readonly value: number;
  readonly n: number;
  readonly unit: 'leads' | 'labelled contacts';
  /** The days that were evaluated, first and last. */
  readonly from: string;
  readonly to: string;
  /** The name of the source to which it is confined; null for the whole pipeline. */
  readonly segment: string | null;
  readonly threshold: number | null;
  readonly target: number;
  readonly past_by: number | null;
  readonly twice_past: boolean;
  readonly baseline: Baseline | null;
  readonly relative_change: number | null;
  readonly p_value: number | null;
  readonly began_on: string | null;
  /** Anything else a person wants to see: other sources, causes, counts. */
  readonly detail: Readonly<Record<string, unknown>>;
};

export type Warning = {
  readonly code: string;
  readonly message: string;
  readonly rule?: BottleneckType;
  readonly metric?: string;
  readonly trigger?: 'threshold' | 'trend';
  readonly segment?: string;
  readonly columns?: readonly string[];
  /** Of odd data: the table, and the first of the rows by id, or their days. */
  readonly table?: string;
  readonly ids?: readonly string[];
  readonly days?: readonly string[];
  readonly n?: number;
  readonly needed?: number;
};

export type Outcome = { readonly findings: readonly Finding[]; readonly warnings: readonly Warning[] };

export const nothing: Outcome = { findings: [], warnings: [] };
export const found = (finding: Finding): Outcome => ({ findings: [finding], warnings: [] });
export const warned = (...warnings: readonly Warning[]): Outcome => ({ findings: [], warnings });
export const together = (outcomes: readonly Outcome[]): Outcome => ({
  findings: outcomes.flatMap((o) => o.findings),
  warnings: outcomes.flatMap((o) => o.warnings),
});

export const notEnough = (
  about: {
    readonly rule: BottleneckType;
    readonly metric: MetricName;
    readonly trigger: 'threshold' | 'trend';
    readonly segment?: string;
  },
  n: number,
  needed: number,
  what: string,
): Warning => ({
  code: 'not_enough_data',
  ...about,
  n,
  needed,
  message: `${about.metric} (${about.trigger}) was not evaluated: ${n} ${what}, needs ${needed}`,
});

export const notAvailable = (
  about: {
    readonly rule: BottleneckType;
    readonly metric: MetricName;
    readonly trigger: 'threshold' | 'trend';
  },
  columns: readonly string[],
): Warning => ({
  code: 'not_available',
  ...about,
  columns,
  message: `${about.metric} (${about.trigger}) cannot be evaluated: the host has no ${columns.join(', ')}`,
});
