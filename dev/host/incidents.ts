// Planted truths in the words of the bottlenecks they cause, at the sizes people fear. Each gives the plants that
// make it so; it knows the generator's parameters and no detector.
import type { Plant, PlantTime } from './generator.ts';

/** A source of conversion so low, and of so many wrong numbers, that it is not worth calling. */
export const sourceGoesBad = (
  source: string,
  when: PlantTime,
  qualification = 0.05,
  wrongNumbers = 0.4,
): readonly Plant[] => [
  { what: 'qualification_rate', source, to: qualification, ...when },
  { what: 'wrong_number_share', source, to: wrongNumbers, ...when },
];

/** The mean time to first contact becomes `hours`. */
export const responseSlows = (when: PlantTime, hours = 8): readonly Plant[] => [
  { what: 'response_hours', to: hours, ...when },
];

/** The share of leads that is ever contacted becomes `rate`. */
export const contactFalls = (when: PlantTime, rate = 0.45): readonly Plant[] => [
  { what: 'contact_rate', to: rate, ...when },
];

/** The share of contacted leads that qualifies becomes `rate`, overall or in one source. */
export const qualificationFalls = (when: PlantTime, rate = 0.4, source?: string): readonly Plant[] => [
  { what: 'qualification_rate', to: rate, ...(source === undefined ? {} : { source }), ...when },
];

/** The mean days from contact to qualification (and to giving up) become `days`. */
export const followUpSlows = (when: PlantTime, days = 7): readonly Plant[] => [
  { what: 'follow_up_days', to: days, ...when },
];

/** Precision and recall of business detection, and so F1, become `accuracy`. */
export const validationFalls = (when: PlantTime, accuracy = 0.75): readonly Plant[] => [
  { what: 'precision', to: accuracy, ...when },
  { what: 'recall', to: accuracy, ...when },
];
