// Settings of the decision rules and their gates.
import type { Setting } from './types.ts';

export const decisionSettings: readonly Setting[] = [];
