// The spawning policy.
import type { Operations } from './entry.ts';

export const policyOperations: Operations = {};
