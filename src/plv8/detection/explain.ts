// One plain sentence for each finding. Knows no rule: it says what the finding holds.

import { dayNumber, weekdayName } from '../calendar.ts';
import { capital, decimals, pEquation, shareText, uncapital } from '../words.ts';
import type { Finding } from './findings.ts';
import { metricNamed } from './metrics/list.ts';

/** 0.4 as "40 %", 9 as "9 h": how people say it. */
export const valueText = (finding: Pick<Finding, 'metric'>, value: number): string => {
  switch (metricNamed(finding.metric).display.unit) {
    case 'hours':
      return `${decimals(value, 1)} h`;
    case 'days':
      return `${decimals(value, 1)} days`;
    case 'share':
      return shareText(value);
    case 'score':
      return decimals(value, 3);
  }
};

const period = (f: Finding): string => (f.from === f.to ? `on ${f.to}` : `from ${f.from} to ${f.to}`);

const subject = (f: Finding): string => {
  const { words, inSource = (source) => ` in ${source} leads` } = metricNamed(f.metric).display;
  return `the ${words}${f.segment === null ? '' : inSource(f.segment)}`;
};

const besideOthers = (f: Finding): string => {
  const rate = f.detail.others_rate;
  return typeof rate === 'number' ? `, while all other sources together are at ${valueText(f, rate)}` : '';
};

const cause = (f: Finding): string => {
  const sources = f.detail.weak_sources;
  const first = Array.isArray(sources) ? (sources[0] as { readonly likely_cause?: unknown }) : null;
  return first !== null && typeof first?.likely_cause === 'string'
    ? `; likely cause: ${first.likely_cause}`
    : '';
};

const limit = (f: Finding): string => {
  const { worse, threshold } = metricNamed(f.metric);
  const side = worse === 'higher' ? 'above' : 'below';
  const target = threshold.target === threshold.setting ? '' : ` (target ${valueText(f, f.target)})`;
  return `${side} the threshold of ${valueText(f, f.threshold ?? 0)}${target}`;
};

const thresholdSentence = (f: Finding): string =>
  capital(
    `${subject(f)} was ${valueText(f, f.value)} ${period(f)} (${f.n} ${f.unit}), ${limit(f)}${besideOthers(f)}${cause(f)}.`,
  );

const trendSentence = (f: Finding): string => {
  const direction = metricNamed(f.metric).worse === 'higher' ? 'rose' : 'fell';
  const since =
    f.began_on === null ? '' : `, since about ${weekdayName(dayNumber(f.began_on))} ${f.began_on}`;
  const base = f.baseline;
  const from = base === null ? '' : ` from ${valueText(f, base.value)}`;
  const counts = base === null ? `${f.n} ${f.unit}` : `${f.n} ${f.unit} against ${base.n}`;
  const p = f.p_value === null ? '' : `, ${pEquation(f.p_value)}`;
  return capital(
    `${subject(f)} ${direction}${from} to ${valueText(f, f.value)}${since} (${counts}${p})${besideOthers(f)}${cause(f)}.`,
  );
};

export const explain = (f: Finding): string =>
  f.trigger === 'threshold' ? thresholdSentence(f) : trendSentence(f);

/** One sentence for a bottleneck: what leads, and the trend beside it. */
export const explainTogether = (first: Finding, trend: Finding | undefined): string => {
  if (trend === undefined || first.trigger === 'trend') return explain(first);
  const beside = explain(trend);
  return `${explain(first).slice(0, -1)}; ${uncapital(beside)}`;
};
