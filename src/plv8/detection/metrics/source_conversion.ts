// How many leads of a source convert. It is compared between sources: sources/weak_sources.ts does that.
import { type MetricShape, ones } from './metric.ts';

export const sourceConversion = {
  name: 'source_conversion_rate',
  bottleneck: 'weak_lead_source',
  worse: 'lower',
  countedOn: 'leads',
  threshold: {
    setting: 'source_conversion_rate_min',
    target: 'source_conversion_rate_target',
    needs: [{ view: 'host_leads', columns: ['source'] }],
    measure: null,
  },
  trend: {
    kind: 'rate',
    mature: 'qualification',
    needs: [
      { view: 'host_leads', columns: ['source'] },
      { view: 'host_leads', columns: ['qualified_at'] },
    ],
    scope: 'between sources',
    cells: (document, keep) =>
      document.leads.filter((r) => keep(r.source)).map((r) => ones(r.day, r.leads, r.converted_in_time)),
  },
  display: { unit: 'share', words: 'conversion rate', inSource: (source) => ` of source ${source}` },
} as const satisfies MetricShape;
