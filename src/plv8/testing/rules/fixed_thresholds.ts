// The decision rule of the specification, with the same thresholds at every look: nothing before the minimum sample;
// KEEP if the lift is above 10 % and p below 0.05; KILL if the lift is below 5 % or p above 0.10; else CONTINUE. Knows
// nothing of earlier looks.
import { complement } from '../../statistics/decimal.ts';
import { liftPct } from '../../statistics/proportions.ts';
import { percentText, pText, shown } from '../../words.ts';
import { compareLift } from './lift.ts';
import {
  belowMinimum,
  hasMinimum,
  type Look,
  methodText,
  type Recommendation,
  type Rule,
  type RuleAnswer,
  type Thresholds,
  testArms,
} from './rule.ts';

const answer = (recommendation: Recommendation, code: string, text: string): RuleAnswer => ({
  recommendation,
  needsPerson: false,
  reason: { code, text },
  progress: null,
});

const recommend = (look: Look, thresholds: Thresholds): RuleAnswer => {
  const early = belowMinimum(look);
  if (early !== null) return answer('CONTINUE', early.code, early.text);
  const { control, treatment } = look;
  const keepAbove = thresholds['decisions.keep_lift_pct'];
  const killBelow = thresholds['decisions.kill_lift_pct'];
  const killP = thresholds['decisions.kill_p_value'];
  const alpha = complement(look.confidenceLevel);
  const aboveKeep = compareLift(control, treatment, keepAbove);
  const aboveKill = compareLift(control, treatment, killBelow);
  if (aboveKeep === null || aboveKill === null)
    return answer('KILL', 'no_conversions', 'no lead converted in either arm');

  const test = testArms(look, thresholds);
  const p = test?.p ?? null;
  const lift = liftPct(control, treatment);
  const liftText =
    lift === null ? 'only leads of the treatment converted' : `the lift is ${percentText(lift)}`;
  const seen = `${liftText}, p = ${p === null ? 'undefined' : pText(p)}${methodText(test)}`;
  if (aboveKeep > 0 && p !== null && p < alpha)
    return answer('KEEP', 'lift_and_p', `${seen}: above ${shown(keepAbove)} % with p below ${shown(alpha)}`);
  if (aboveKill < 0) return answer('KILL', 'lift_too_small', `${seen}: below ${shown(killBelow)} %`);
  if (p !== null && p > killP) return answer('KILL', 'p_too_large', `${seen}: p above ${shown(killP)}`);
  return answer('CONTINUE', 'promising', `${seen}: promising, not yet decided`);
};

export const fixedThresholdsRule: Rule = {
  name: 'fixed_thresholds',
  comparedWith: 'sequential',
  recommend,
  suffices: (control, treatment, terms) => hasMinimum(control, treatment, terms.minSampleSize),
};
