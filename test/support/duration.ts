// What a test run says of its length: seconds by folder, of one worker, so that a folder that grew is seen, and a word
// when the whole is above the budget. A word, not a failure: machines are noisy. It knows only files and seconds.
import { dirname, relative } from 'node:path';

export type Timed = { readonly file: string; readonly seconds: number };

/** What npm test may take as a whole, of two cores that do nothing else. */
export const budgetSeconds = 600;

const secondsByFolder = (files: readonly Timed[], root: string): readonly (readonly [string, number])[] => {
  const sums = new Map<string, number>();
  for (const { file, seconds } of files) {
    const folder = relative(root, dirname(file));
    sums.set(folder, (sums.get(folder) ?? 0) + seconds);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
};

/** The lines that a run ends with, before its totals. */
export const describeDuration = (
  files: readonly Timed[],
  root: string,
  wholeSeconds: number,
  budget = budgetSeconds,
): readonly string[] => {
  const folders = secondsByFolder(files, root).map(([folder, sum]) => `${folder} ${sum.toFixed(0)} s`);
  const whole = wholeSeconds.toFixed(0);
  const lines = [`  seconds of one worker: ${folders.join(', ')}`, `  the whole: ${whole} s`];
  if (wholeSeconds <= budget) return lines;
  return [
    ...lines,
    `  above the budget: ${whole} s where two idle cores may take ${budget} s; when the machine was idle, make the ` +
      'longest folder shorter, or move what must be long into a command of its own that .ci/run calls besides',
  ];
};
