// All settings, in the order in which a person reads them.
import { decisionSettings } from './decisions.ts';
import { detectionSettings } from './detection.ts';
import { engineSettings } from './engine.ts';
import { spawningSettings } from './spawning.ts';
import type { Setting } from './types.ts';

export const settingsCatalog: readonly Setting[] = [
  ...engineSettings,
  ...detectionSettings,
  ...spawningSettings,
  ...decisionSettings,
];
