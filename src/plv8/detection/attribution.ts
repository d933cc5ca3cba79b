// Which of two findings is the real bottleneck, where one follows from the other. Knows types, no numbers.
import type { Finding, Outcome, Warning } from './findings.ts';

const explained: Warning = {
  code: 'explained_by_slow_follow_up',
  rule: 'poor_qualification',
  metric: 'qualification_rate',
  trigger: 'trend',
  message:
    'qualification_rate (trend) fell too, but while follow-up slows down fewer leads can qualify in time; it is not counted as a bottleneck of its own',
};

/**
 * Leads that are followed up later qualify later, so the share that qualifies in time falls with nothing wrong about
 * the leads: a fall of the whole pipeline beside a slower follow-up is the follow-up. A threshold stands by itself.
 */
export const attribute = (outcome: Outcome): Outcome => {
  const isSlow = outcome.findings.some((f) => f.type === 'slow_follow_up' && f.trigger === 'trend');
  const follows = (f: Finding): boolean =>
    isSlow && f.type === 'poor_qualification' && f.trigger === 'trend' && f.segment === null;
  return !outcome.findings.some(follows)
    ? outcome
    : {
        findings: outcome.findings.filter((f) => !follows(f)),
        warnings: [...outcome.warnings, explained],
      };
};
