// How long contacted leads wait: the days to qualification of those that qualified, and the share that still waits.
import { dayText } from '../../calendar.ts';
import type { DetectionDocument, Need, Options } from '../document.ts';
import { type Measured, type MetricShape, ratio } from './metric.ts';

const needs: readonly Need[] = [{ view: 'host_leads', columns: ['qualified_at'] }];

const meanDays = (document: DetectionDocument, options: Options): Measured => {
  const { n, sum } = document.follow_up;
  const mean = sum / n;
  return {
    value: Number.isFinite(mean) && mean >= 0 ? mean : null,
    n,
    from: dayText(document.as_of - options.number('follow_up_window_days') + 1),
    to: dayText(document.as_of),
    detail: { waiting: document.backlog.waiting, contacted: document.backlog.contacted },
    what: 'qualified leads with both times',
  };
};

export const followUpDays = {
  name: 'follow_up_days',
  bottleneck: 'slow_follow_up',
  worse: 'higher',
  countedOn: 'leads',
  threshold: {
    setting: 'follow_up_days_max',
    target: 'follow_up_days_target',
    needs,
    measure: meanDays,
  },
  trend: {
    kind: 'mean',
    mature: 'follow_up',
    needs,
    scope: 'whole',
    cells: (document) =>
      document.contact_days.map((r) => ({ day: r.day, n: r.n, sum: r.sum, squares: r.squares })),
  },
  display: { unit: 'days', words: 'mean time from contact to qualification' },
} as const satisfies MetricShape;

/** null where every share is allowed. */
const waitingShare = (document: DetectionDocument, options: Options): Measured | null => {
  if (options.number('backlog_share_max') >= 1) return null;
  const { contacted, waiting } = document.backlog;
  const to = document.as_of - options.number('backlog_days');
  return {
    value: ratio(waiting, contacted),
    n: contacted,
    from: dayText(to - options.number('follow_up_window_days') + 1),
    to: dayText(to),
    detail: { waiting, contacted },
    what: 'leads contacted long enough ago',
  };
};

export const followUpBacklog = {
  name: 'follow_up_backlog_share',
  bottleneck: 'slow_follow_up',
  worse: 'higher',
  countedOn: 'leads',
  threshold: {
    setting: 'backlog_share_max',
    target: 'backlog_share_max',
    needs: [],
    measure: waitingShare,
  },
  trend: null,
  display: { unit: 'share', words: 'share of contacted leads left waiting' },
} as const satisfies MetricShape;
