// The brief's thresholds: strict comparisons on the row of the day, or on mature cohorts, whichever the settings say.
// Sources have a module of their own. Knows no trend and no severity.

import { dayText } from '../calendar.ts';
import {
  isPast,
  isTwicePast,
  type MetricName,
  metrics,
  pastBy,
  targetOf,
  thresholdOf,
} from './bottlenecks.ts';
import { type DetectionDocument, isMissing, type LeadDay, type Options } from './document.ts';
import { found, notAvailable, notEnough, nothing, type Outcome, together, warned } from './findings.ts';

type Judged = {
  readonly metric: MetricName;
  readonly value: number | null;
  readonly n: number;
  readonly unit: 'leads' | 'judged contacts';
  readonly from: string;
  readonly to: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** What is missing when there is no value. */
  readonly what: string;
};

const judge = (options: Options, j: Judged): Outcome => {
  const rule = metrics[j.metric].type;
  const needed = options.number('min_evidence');
  if (j.value === null || j.n < needed)
    return warned(notEnough({ rule, metric: j.metric, trigger: 'threshold' }, j.n, needed, j.what));
  const threshold = thresholdOf(options, j.metric);
  if (!isPast(j.metric, j.value, threshold)) return nothing;
  return found({
    type: rule,
    metric: j.metric,
    trigger: 'threshold',
    value: j.value,
    n: j.n,
    unit: j.unit,
    from: j.from,
    to: j.to,
    segment: null,
    threshold,
    target: targetOf(options, j.metric),
    past_by: pastBy(j.metric, j.value, threshold),
    twice_past: isTwicePast(j.metric, j.value, threshold) && j.n >= options.number('escalation_min_leads'),
    baseline: null,
    relative_change: null,
    p_value: null,
    began_on: null,
    detail: j.detail,
  });
};

const ratio = (part: number, whole: number): number | null => {
  const share = part / whole;
  return Number.isFinite(share) && share >= 0 && share <= 1 ? share : null;
};

/** Counts as the row gives them: null and negative numbers are no evidence (quality.ts reports them). */
const usable = (x: number | null): number => (x === null || x < 0 ? 0 : Math.floor(x));

const dailyRow = (document: DetectionDocument): readonly Judged[] => {
  const row = document.daily;
  const on = dayText(document.as_of);
  const day = { from: on, to: on, unit: 'leads' as const };
  const inputs = { input: 'lh_daily_metrics', day: on };
  const contacted = usable(row?.contacted_count ?? null);
  const hours = row?.avg_response_time_hours ?? null;
  // A mean is one of at least one lead, whatever the count beside it says (a count may be 0 by default).
  const answered = hours === null ? contacted : Math.max(1, contacted);
  const created = usable(row?.new_leads_count ?? null);
  return [
    {
      ...day,
      metric: 'avg_response_time_hours',
      value: hours !== null && hours >= 0 ? hours : null,
      n: answered,
      detail: inputs,
      what: row === null ? 'leads (no row of the day)' : 'contacted leads with a time',
    },
    {
      ...day,
      metric: 'contact_rate',
      value: row?.contacted_count == null ? null : ratio(row.contacted_count, created),
      n: created,
      detail: { ...inputs, contacted, new_leads: created },
      what: row === null ? 'leads (no row of the day)' : 'new leads',
    },
    {
      ...day,
      metric: 'qualification_rate',
      value: row?.qualified_count == null ? null : ratio(row.qualified_count, contacted),
      n: contacted,
      detail: { ...inputs, qualified: usable(row?.qualified_count ?? null), contacted },
      what: row === null ? 'leads (no row of the day)' : 'contacted leads',
    },
  ];
};

type Counted = 'leads' | 'contacted' | 'hours_n' | 'hours_sum' | 'qualified';

/** Sums of the leads of the newest mature days, added in a fixed order so that the order of rows cannot matter. */
const cohort = (document: DetectionDocument, to: number, days: number) => {
  const from = to - days + 1;
  const rows = document.leads.filter((r) => r.day >= from && r.day <= to);
  const total = (key: Counted): number =>
    rows
      .map((r: LeadDay) => r[key])
      .sort((a, b) => a - b)
      .reduce((sum, x) => sum + x, 0);
  return { from: dayText(from), to: dayText(to), total };
};

const matureCohorts = (document: DetectionDocument, options: Options): readonly Judged[] => {
  const days = options.number('window_days');
  const contact = cohort(document, document.mature.contact, days);
  const qualification = cohort(document, document.mature.qualification, days);
  const unit = 'leads' as const;
  const span = (c: { readonly from: string; readonly to: string }) => ({ from: c.from, to: c.to, unit });
  const hours = contact.total('hours_sum') / contact.total('hours_n');
  return [
    {
      ...span(contact),
      metric: 'avg_response_time_hours',
      value: Number.isFinite(hours) && hours >= 0 ? hours : null,
      n: contact.total('hours_n'),
      detail: { input: 'mature leads' },
      what: 'contacted leads with a time',
    },
    {
      ...span(contact),
      metric: 'contact_rate',
      value: ratio(contact.total('contacted'), contact.total('leads')),
      n: contact.total('leads'),
      detail: {
        input: 'mature leads',
        contacted: contact.total('contacted'),
        new_leads: contact.total('leads'),
      },
      what: 'mature leads',
    },
    {
      ...span(qualification),
      metric: 'qualification_rate',
      value: ratio(qualification.total('qualified'), qualification.total('contacted')),
      n: qualification.total('contacted'),
      detail: {
        input: 'mature leads',
        qualified: qualification.total('qualified'),
        contacted: qualification.total('contacted'),
      },
      what: 'contacted mature leads',
    },
  ];
};

const followUp = (document: DetectionDocument, options: Options): Outcome => {
  const missing = isMissing(document, 'host_leads', ['qualified_at']);
  if (missing.length > 0)
    return warned(
      notAvailable({ rule: 'slow_follow_up', metric: 'follow_up_days', trigger: 'threshold' }, missing),
    );
  const { n, sum } = document.follow_up;
  const mean = sum / n;
  const days = options.number('follow_up_window_days');
  return judge(options, {
    metric: 'follow_up_days',
    value: Number.isFinite(mean) && mean >= 0 ? mean : null,
    n,
    unit: 'leads',
    from: dayText(document.as_of - days + 1),
    to: dayText(document.as_of),
    detail: { waiting: document.backlog.waiting, contacted: document.backlog.contacted },
    what: 'qualified leads with both times',
  });
};

const backlog = (document: DetectionDocument, options: Options): Outcome => {
  if (thresholdOf(options, 'follow_up_backlog_share') >= 1) return nothing;
  const { contacted, waiting } = document.backlog;
  const to = document.as_of - options.number('backlog_days');
  return judge(options, {
    metric: 'follow_up_backlog_share',
    value: ratio(waiting, contacted),
    n: contacted,
    unit: 'leads',
    from: dayText(to - options.number('follow_up_window_days') + 1),
    to: dayText(to),
    detail: { waiting, contacted },
    what: 'leads contacted long enough ago',
  });
};

/** A score without counts judges at least one contact; mature cohorts want the count where there is one. */
const judgedContacts = (judged: number | null, options: Options): number =>
  options.matureCohorts ? (judged ?? 1) : Math.max(1, judged ?? 1);

const validation = (document: DetectionDocument, options: Options): Outcome => {
  const row = document.performance;
  const stale =
    row !== null && options.matureCohorts && row.age_days > options.number('feedback_window_days');
  const score = row === null || stale ? null : row.f1_score;
  const on = dayText(row === null ? document.as_of : row.day);
  return judge(options, {
    metric: 'f1_score',
    value: score !== null && score >= 0 && score <= 1 ? score : null,
    n: row === null || score === null ? 0 : judgedContacts(row.judged, options),
    unit: 'judged contacts',
    from: on,
    to: on,
    detail: { input: 'lh_pattern_performance', age_days: row === null ? null : row.age_days },
    what: stale
      ? `judged contacts (the newest overall row of lh_pattern_performance is ${row.age_days} days old)`
      : 'judged contacts',
  });
};

/** Everything but the sources. */
export const judgeThresholds = (document: DetectionDocument, options: Options): Outcome =>
  together([
    ...(options.matureCohorts ? matureCohorts(document, options) : dailyRow(document)).map((j) =>
      judge(options, j),
    ),
    followUp(document, options),
    backlog(document, options),
    validation(document, options),
  ]);
