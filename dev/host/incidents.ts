// Incidents to inject, by the bottlenecks they cause, at the sizes people fear. Each gives the changes of the rates
// that make it so; it knows the generator's parameters and no detector.
import type { Incident, IncidentTime } from './generator.ts';

/** A source of conversion so low, and of so many wrong numbers, that it is not worth calling. */
export const sourceGoesBad = (
  source: string,
  when: IncidentTime,
  qualification = 0.05,
  wrongNumbers = 0.4,
): readonly Incident[] => [
  { what: 'qualification_rate', source, to: qualification, ...when },
  { what: 'wrong_number_share', source, to: wrongNumbers, ...when },
];

/** The mean time to first contact becomes `hours`. */
export const responseSlows = (when: IncidentTime, hours = 8): readonly Incident[] => [
  { what: 'response_hours', to: hours, ...when },
];

/** The share of leads that is ever contacted becomes `rate`. */
export const contactFalls = (when: IncidentTime, rate = 0.45): readonly Incident[] => [
  { what: 'contact_rate', to: rate, ...when },
];

/** The share of contacted leads that qualifies becomes `rate`, overall or in one source. */
export const qualificationFalls = (when: IncidentTime, rate = 0.4, source?: string): readonly Incident[] => [
  { what: 'qualification_rate', to: rate, ...(source === undefined ? {} : { source }), ...when },
];

/** The mean days from contact to qualification (and to giving up) become `days`. */
export const followUpSlows = (when: IncidentTime, days = 7): readonly Incident[] => [
  { what: 'follow_up_days', to: days, ...when },
];

/** Precision and recall of business detection, and so F1, become `accuracy`. */
export const validationFalls = (when: IncidentTime, accuracy = 0.75): readonly Incident[] => [
  { what: 'precision', to: accuracy, ...when },
  { what: 'recall', to: accuracy, ...when },
];
