// How soon and how often new leads are contacted.
import type { DetectionDocument, Options } from '../document.ts';
import { dailyRow, matureCohort } from './inputs.ts';
import { type Measured, type MetricShape, ones, ratio } from './metric.ts';

const hoursOfDay = (document: DetectionDocument): Measured => {
  const { row, span, inputs, contacted, lacking } = dailyRow(document);
  const hours = row?.avg_response_time_hours ?? null;
  return {
    ...span,
    value: hours !== null && hours >= 0 ? hours : null,
    // A mean is one of at least one lead, whatever the count beside it says (a count may be 0 by default).
    n: hours === null ? contacted : Math.max(1, contacted),
    detail: inputs,
    what: lacking('contacted leads with a time'),
  };
};

const hoursOfCohort = (document: DetectionDocument, options: Options): Measured => {
  const { span, total } = matureCohort(document, options, 'contact');
  const hours = total('hours_sum') / total('hours_n');
  return {
    ...span,
    value: Number.isFinite(hours) && hours >= 0 ? hours : null,
    n: total('hours_n'),
    detail: { input: 'mature leads' },
    what: 'contacted leads with a time',
  };
};

export const responseTime = {
  name: 'avg_response_time_hours',
  bottleneck: 'low_response_rate',
  worse: 'higher',
  countedOn: 'leads',
  threshold: {
    setting: 'response_time_hours_max',
    target: 'response_time_hours_target',
    needs: [],
    measure: (document, options) =>
      options.matureCohorts ? hoursOfCohort(document, options) : hoursOfDay(document),
  },
  trend: {
    kind: 'mean',
    mature: 'contact',
    needs: [],
    scope: 'whole and sources',
    cells: (document, keep) =>
      document.leads
        .filter((r) => keep(r.source))
        .map((r) => ({ day: r.day, n: r.answer_n, sum: r.answer_sum, squares: r.answer_squares })),
  },
  display: { unit: 'hours', words: 'mean time to first contact' },
} as const satisfies MetricShape;

const rateOfDay = (document: DetectionDocument): Measured => {
  const { row, span, inputs, contacted, created, lacking } = dailyRow(document);
  return {
    ...span,
    value: row?.contacted_count == null ? null : ratio(row.contacted_count, created),
    n: created,
    detail: { ...inputs, contacted, new_leads: created },
    what: lacking('new leads'),
  };
};

const rateOfCohort = (document: DetectionDocument, options: Options): Measured => {
  const { span, total } = matureCohort(document, options, 'contact');
  return {
    ...span,
    value: ratio(total('contacted'), total('leads')),
    n: total('leads'),
    detail: { input: 'mature leads', contacted: total('contacted'), new_leads: total('leads') },
    what: 'mature leads',
  };
};

export const contactRate = {
  name: 'contact_rate',
  bottleneck: 'low_response_rate',
  worse: 'lower',
  countedOn: 'leads',
  threshold: {
    setting: 'contact_rate_min',
    target: 'contact_rate_target',
    needs: [],
    measure: (document, options) =>
      options.matureCohorts ? rateOfCohort(document, options) : rateOfDay(document),
  },
  trend: {
    kind: 'rate',
    mature: 'contact',
    needs: [],
    scope: 'whole and sources',
    cells: (document, keep) =>
      document.leads.filter((r) => keep(r.source)).map((r) => ones(r.day, r.leads, r.answered)),
  },
  display: { unit: 'share', words: 'share of new leads contacted' },
} as const satisfies MetricShape;
