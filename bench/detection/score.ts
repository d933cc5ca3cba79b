// Scores what detection said about labelled pipelines: recall and delay per bottleneck, precision, false alarms on
// quiet days. Pure; knows the labels and the shape of a bottleneck, no rule.

import { bottleneckKinds } from '../../src/plv8/detection/bottlenecks.ts';
import type { Bottleneck } from '../../src/plv8/detection/operations.ts';
import { type Injected, type Pipeline, startDay } from './pipelines.ts';

/** What was reported at the end of a day (0 is the first day of the pipeline). */
export type Report = { readonly day: number; readonly bottlenecks: readonly Bottleneck[] };
export type Run = { readonly pipeline: Pipeline; readonly reports: readonly Report[] };

/** The days a bottleneck needs before its first lead is old enough to be evaluated, by the default settings. */
const graceDays: Readonly<Record<string, number>> = {
  low_response_rate: 1,
  poor_qualification: 7,
  slow_follow_up: 7,
  weak_lead_source: 7,
  validation_accuracy_drop: 0,
};
/** Days after the grace within which a bottleneck has to be found. */
const allowedDays = 7;

const isNamed = (b: Bottleneck, p: Injected): boolean =>
  b.type === p.type && (p.segment === null || b.segment === null || b.segment === p.segment);

/** A report is right when its type was injected, or when it names the very source in which something was injected. */
const isRight = (b: Bottleneck, injected: readonly Injected[]): boolean =>
  injected.some((p) => isNamed(b, p) || (p.segment !== null && b.segment === p.segment));

export const deadline = (p: Injected): number => startDay + (graceDays[p.type] ?? 0) + allowedDays;

/** The first day on which it was reported and that is not before it began; null when never. */
const foundOn = (run: Run, p: Injected): number | null =>
  run.reports.find((r) => r.day >= startDay && r.bottlenecks.some((b) => isNamed(b, p)))?.day ?? null;

export type Finding = {
  readonly run: string;
  readonly injected: Injected;
  readonly delay: number | null;
  readonly inTime: boolean;
};

export const findings = (runs: readonly Run[]): readonly Finding[] =>
  runs.flatMap((run) =>
    run.pipeline.injected.map((injected) => {
      const day = foundOn(run, injected);
      return {
        run: run.pipeline.name,
        injected,
        delay: day === null ? null : day - startDay,
        inTime: day !== null && day <= deadline(injected),
      };
    }),
  );

const quietReports = (run: Run): readonly Report[] =>
  run.pipeline.injected.length === 0 ? run.reports : run.reports.filter((r) => r.day < startDay);

export type FalseAlarms = {
  readonly days: number;
  readonly alarms: number;
  readonly byType: Readonly<Record<string, number>>;
};

/** Every bottleneck reported on a day on which nothing was injected, each day anew. */
export const falseAlarms = (runs: readonly Run[]): FalseAlarms => {
  const reports = runs.flatMap(quietReports);
  const alarms = reports.flatMap((r) => r.bottlenecks);
  const byType: Record<string, number> = {};
  for (const b of alarms) byType[b.type] = (byType[b.type] ?? 0) + 1;
  return { days: reports.length, alarms: alarms.length, byType };
};

export type Precision = { readonly right: number; readonly wrong: number };

/** Report-days of a type on pipelines of any kind: right when injected and begun. */
export const precision = (runs: readonly Run[], type: string): Precision => {
  let right = 0;
  let wrong = 0;
  for (const run of runs)
    for (const report of run.reports)
      for (const b of report.bottlenecks.filter((x) => x.type === type))
        if (report.day >= startDay && isRight(b, run.pipeline.injected)) right += 1;
        else wrong += 1;
  return { right, wrong };
};

export const types: readonly string[] = bottleneckKinds.map((kind) => kind.type);
