// A test seen source by source: does the skill help everywhere, and if not, where should it run? Recommends no
// decision.
import { twoSidedZ } from '../statistics/normal.ts';
import { type Arm, katzInterval, liftPct, rate, zTest } from '../statistics/proportions.ts';
import { cochranTest, holmAdjust } from '../statistics/strata.ts';
import { pText, shown } from '../words.ts';
import type { SourceCounts } from './arms.ts';

export type ArmCounts = Arm & { readonly rate: number | null };
export const withRate = ({ leads, conversions }: Arm): ArmCounts => ({
  leads,
  conversions,
  rate: rate({ leads, conversions }),
});

/** Below this p (Cochran's Q) the sources are said to disagree. */
const disagreementP = 0.05;

export type Segment = {
  readonly source: string | null;
  readonly control: ArmCounts;
  readonly treatment: ArmCounts;
  readonly lift_pct: number | null;
  readonly lift_low_pct: number | null;
  readonly lift_high_pct: number | null;
  readonly p_value: number | null;
  readonly holm_p_value: number | null;
  readonly effect: 'helped' | 'hurt' | 'open';
};

const effectOf = (
  lift: number | null,
  z: number | null,
  p: number | null,
  limit: number,
): Segment['effect'] => {
  if (z === null || p === null || p >= limit || lift === 0) return 'open';
  return z > 0 ? 'helped' : 'hurt';
};

const describeHeterogeneity = (sources: readonly SourceCounts[]) => {
  const heterogeneity = cochranTest(sources);
  if (heterogeneity === null) return null;
  const { q, degreesOfFreedom, p } = heterogeneity;
  return {
    test: 'Cochran Q on log rate ratios (Cochran 1954)',
    q,
    degrees_of_freedom: degreesOfFreedom,
    p_value: p,
    note:
      p < disagreementP
        ? `the sources disagree (Cochran Q ${shown(q)} with ${degreesOfFreedom} degrees of freedom, p ${pText(p)})`
        : null,
  };
};

/** Per source: counts, lift with its Katz interval, p by the z-test and adjusted by Holm over the sources. */
export const describeSegments = (
  sources: readonly SourceCounts[],
  confidenceLevel: number,
  limit: number,
) => {
  const tests = sources.map(({ control, treatment }) => zTest(control, treatment));
  const adjusted = holmAdjust(tests.map((test) => test?.p ?? null));
  const segments = sources.map(({ source, control, treatment }, i): Segment => {
    const interval = katzInterval(control, treatment, twoSidedZ(confidenceLevel));
    const lift = liftPct(control, treatment);
    const holm = adjusted[i] ?? null;
    return {
      source,
      control: withRate(control),
      treatment: withRate(treatment),
      lift_pct: lift,
      lift_low_pct: interval?.low ?? null,
      lift_high_pct: interval?.high ?? null,
      p_value: tests[i]?.p ?? null,
      holm_p_value: holm,
      effect: effectOf(lift, tests[i]?.z ?? null, holm, limit),
    };
  });
  const helped = segments.filter((segment) => segment.effect === 'helped').map((segment) => segment.source);
  const hurt = segments.some((segment) => segment.effect === 'hurt');
  return {
    segments,
    heterogeneity: describeHeterogeneity(sources),
    /** null unless some source is helped while another is significantly hurt. */
    recommended_sources: hurt && helped.length > 0 ? helped : null,
  };
};
