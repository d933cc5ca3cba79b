// Settings of metrics and bottleneck detection.
import type { Setting } from './types.ts';

export const detectionSettings: readonly Setting[] = [];
