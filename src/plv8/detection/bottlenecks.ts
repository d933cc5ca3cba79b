// The bottleneck types, with the severity of each and the skill that should fix it. Which metrics show one, each metric
// says itself.

/** From the mildest to the worst. */
const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

type Shape = { readonly type: string; readonly severity: Severity; readonly skill: string };

/** In the order in which bottlenecks are reported. */
export const bottleneckKinds = [
  { type: 'low_response_rate', severity: 'high', skill: 'instant-responder' },
  { type: 'poor_qualification', severity: 'medium', skill: 'lead-scorer' },
  { type: 'slow_follow_up', severity: 'medium', skill: 'follow-up-sequencer' },
  { type: 'weak_lead_source', severity: 'medium', skill: 'source-optimizer' },
  { type: 'validation_accuracy_drop', severity: 'high', skill: 'pattern-optimizer' },
] as const satisfies readonly Shape[];

export type BottleneckKind = (typeof bottleneckKinds)[number];
export type BottleneckType = BottleneckKind['type'];

export const oneStepUp = (severity: Severity): Severity =>
  severities[severities.indexOf(severity) + 1] ?? severity;
