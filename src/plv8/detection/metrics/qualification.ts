// How many of the contacted leads qualify.
import type { DetectionDocument, Options } from '../document.ts';
import { dailyRow, matureCohort, usable } from './inputs.ts';
import { type Measured, type MetricShape, ones, ratio } from './metric.ts';

const rateOfDay = (document: DetectionDocument): Measured => {
  const { row, span, inputs, contacted, lacking } = dailyRow(document);
  return {
    ...span,
    value: row?.qualified_count == null ? null : ratio(row.qualified_count, contacted),
    n: contacted,
    detail: { ...inputs, qualified: usable(row?.qualified_count), contacted },
    what: lacking('contacted leads'),
  };
};

const rateOfCohort = (document: DetectionDocument, options: Options): Measured => {
  const { span, total } = matureCohort(document, options, 'qualification');
  return {
    ...span,
    value: ratio(total('qualified'), total('contacted')),
    n: total('contacted'),
    detail: { input: 'mature leads', qualified: total('qualified'), contacted: total('contacted') },
    what: 'contacted mature leads',
  };
};

export const qualificationRate = {
  name: 'qualification_rate',
  bottleneck: 'poor_qualification',
  worse: 'lower',
  countedOn: 'leads',
  threshold: {
    setting: 'qualification_rate_min',
    target: 'qualification_rate_target',
    needs: [],
    measure: (document, options) =>
      options.matureCohorts ? rateOfCohort(document, options) : rateOfDay(document),
  },
  trend: {
    kind: 'rate',
    mature: 'qualification',
    needs: [{ view: 'host_leads', columns: ['qualified_at'] }],
    scope: 'whole and sources',
    cells: (document, keep) =>
      document.leads.filter((r) => keep(r.source)).map((r) => ones(r.day, r.reached, r.reached_qualified)),
  },
  display: { unit: 'share', words: 'share of contacted leads qualified' },
} as const satisfies MetricShape;
