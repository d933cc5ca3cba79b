// The operation `detect`: a document of counts in, bottlenecks and warnings out. Puts the findings of all rules
// together, one bottleneck per type, in the order of their list. Knows no single rule.

import { dayText } from '../calendar.ts';
import type { Operations } from '../operation.ts';
import { attribute } from './attribution.ts';
import { type BottleneckKind, bottleneckKinds, oneStepUp, type Severity } from './bottlenecks.ts';
import { dataWarnings } from './data_quality.ts';
import { type DetectionDocument, missingFor, type Options, optionsOf, parseDocument } from './document.ts';
import { explain, explainTogether } from './explain.ts';
import { type Finding, together } from './findings.ts';
import { metricNamed, metrics } from './metrics/list.ts';
import { reportSegments } from './sources/reports.ts';
import { evaluateSources } from './sources/weak_sources.ts';
import { evaluateThresholds } from './thresholds.ts';
import { everySource, hasTrend, seriesOf } from './trends/series.ts';
import { baselineOf } from './trends/trend_rule.ts';
import { evaluateTrends } from './trends/trends.ts';

/** One step above the severity of the type: twice past a threshold, or a threshold and a trend that agree. */
const severityOf = (
  kind: BottleneckKind,
  findings: readonly Finding[],
): { severity: Severity; raised: string | null } => {
  const twice = findings.find((f) => f.twice_past);
  if (twice !== undefined)
    return { severity: oneStepUp(kind.severity), raised: `${twice.metric} is twice past its threshold` };
  const agree = ['threshold', 'trend'].every((trigger) => findings.some((f) => f.trigger === trigger));
  return agree
    ? { severity: oneStepUp(kind.severity), raised: 'threshold and trend agree' }
    : { severity: kind.severity, raised: null };
};

const place = (finding: Finding): number => metrics.findIndex((metric) => metric.name === finding.metric);

/** Thresholds lead, then the order of the metrics. */
const leading = (a: Finding, b: Finding): number =>
  (a.trigger === b.trigger ? 0 : a.trigger === 'threshold' ? -1 : 1) || place(a) - place(b);

/** The level before, for every bottleneck that has one; times that the host does not record give none. */
const levelBefore = ({ metric: name, segment }: Finding, document: DetectionDocument, options: Options) => {
  const metric = metricNamed(name);
  if (!hasTrend(metric) || missingFor(document, metric.trend.needs).length > 0) return null;
  const keep = segment === null ? everySource : (source: string | null) => source === segment;
  return baselineOf(seriesOf(document, metric, keep), options);
};

/** What the first finding says, and the trend where it says nothing. */
const evidenceOf = (
  first: Finding,
  trend: Finding | undefined,
  document: DetectionDocument,
  options: Options,
) => {
  const baseline = first.baseline ?? trend?.baseline ?? levelBefore(first, document, options);
  return {
    as_of: dayText(document.as_of),
    n: first.n,
    from: first.from,
    to: first.to,
    threshold: first.threshold,
    past_by: first.past_by,
    baseline: baseline === null ? null : baseline.value,
    baseline_n: baseline === null ? null : baseline.n,
    baseline_from: baseline === null ? null : baseline.from,
    baseline_to: baseline === null ? null : baseline.to,
    p_value: first.p_value ?? trend?.p_value ?? null,
    began_on: first.began_on ?? trend?.began_on ?? null,
  };
};

const bottleneckOf = (
  kind: BottleneckKind,
  unordered: readonly Finding[],
  document: DetectionDocument,
  options: Options,
) => {
  const findings = [...unordered].sort(leading);
  const first = findings[0] as Finding;
  const trend = findings.find((f) => f.trigger === 'trend' && f.metric === first.metric);
  const { severity, raised } = severityOf(kind, findings);
  return {
    type: kind.type,
    severity,
    metric: first.metric,
    current_value: first.value,
    target_value: first.target,
    suggested_skill: kind.skill,
    segment: first.segment ?? trend?.segment ?? null,
    trigger: first.trigger,
    evidence: {
      ...evidenceOf(first, trend, document, options),
      severity_raised: raised,
      triggers: findings.map((f) => ({ ...f, explanation: explain(f) })),
    },
    explanation: explainTogether(
      first,
      findings.find((f) => f.trigger === 'trend'),
    ),
  };
};

export type Bottleneck = ReturnType<typeof bottleneckOf>;

/** What is wrong with the pipeline, and what could not be evaluated and why. */
export const detect = (input: unknown) => {
  const document = parseDocument(input);
  const options = optionsOf(document.settings);
  const outcome = attribute(
    together([
      evaluateThresholds(document, options),
      evaluateTrends(document, options),
      evaluateSources(document, options),
    ]),
  );
  const bottlenecks = bottleneckKinds.flatMap((kind) => {
    const findings = outcome.findings.filter((f) => f.type === kind.type);
    return findings.length === 0 ? [] : [bottleneckOf(kind, findings, document, options)];
  });
  return { bottlenecks, warnings: [...dataWarnings(document), ...outcome.warnings] };
};

export const detectionOperations = {
  detect,
  report_segments: reportSegments,
} satisfies Operations;
