// Rates compared where leads come in clusters (those of one property) that resemble each other: the log rate ratio with a
// cluster-robust variance, from sums that SQL can deliver. Knows no decision rule.
import { type Arm, logRatio, logRatioVariance } from './proportions.ts';

/**
 * Sums over the clusters of an arm, n leads and x conversions in each: what SQL has to deliver is count(*) of clusters
 * with leads in the arm, sum(n), sum(x), sum(n·n), sum(n·x), sum(x·x), after one grouping by arm and cluster. A lead
 * without a property is a cluster of its own.
 */
export type ClusterSums = {
  readonly leads: number;
  readonly conversions: number;
  readonly leadsSquared: number;
  readonly leadsTimesConversions: number;
  readonly conversionsSquared: number;
};

/**
 * Sums over the clusters that have leads in both arms, of products of the two: n_c·n_t, n_c·x_t, x_c·n_t, x_c·x_t. All 0
 * where assignment is by cluster.
 */
export type SharedSums = {
  readonly leadsLeads: number;
  readonly leadsConversions: number;
  readonly conversionsLeads: number;
  readonly conversionsConversions: number;
};

const armOf = ({ leads, conversions }: ClusterSums): Arm => ({ leads, conversions });

/** Variance of the log of an arm's rate: sum over clusters of (x − p·n)², over the square of all conversions. */
const ownPart = (sums: ClusterSums): number => {
  const rate = sums.conversions / sums.leads;
  const squares =
    sums.conversionsSquared - 2 * rate * sums.leadsTimesConversions + rate * rate * sums.leadsSquared;
  return squares / sums.conversions / sums.conversions;
};

/** Covariance of the logs of the two rates: what clusters with leads in both arms have in common. */
const sharedPart = (control: ClusterSums, treatment: ClusterSums, shared: SharedSums): number => {
  const controlRate = control.conversions / control.leads;
  const treatmentRate = treatment.conversions / treatment.leads;
  const products =
    shared.conversionsConversions -
    treatmentRate * shared.conversionsLeads -
    controlRate * shared.leadsConversions +
    controlRate * treatmentRate * shared.leadsLeads;
  return products / control.conversions / treatment.conversions;
};

export type ClusteredRatio = {
  readonly logRatio: number;
  readonly variance: number;
  /** How many times as large the variance is as that of leads which have nothing in common; null where that is 0. */
  readonly designEffect: number | null;
};

/**
 * The sandwich variance of Liang and Zeger 1986 for the log rate ratio, times G/(G − 1) for `clusters` distinct ones G in
 * both arms. It is trusted from some 40 clusters on. Null without a conversion in both arms, or with fewer than two
 * clusters.
 */
export const clusteredRatio = (
  control: ClusterSums,
  treatment: ClusterSums,
  shared: SharedSums,
  clusters: number,
): ClusteredRatio | null => {
  if (control.conversions === 0 || treatment.conversions === 0 || clusters < 2) return null;
  const sum = ownPart(control) + ownPart(treatment) - 2 * sharedPart(control, treatment, shared);
  // Rounding may leave less than nothing where every cluster has the rate of its arm.
  const variance = (Math.max(0, sum) * clusters) / (clusters - 1);
  const simple = logRatioVariance(armOf(control), armOf(treatment));
  return {
    logRatio: logRatio(armOf(control), armOf(treatment)),
    variance,
    designEffect: simple === 0 ? null : variance / simple,
  };
};
