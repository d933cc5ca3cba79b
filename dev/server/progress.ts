// Progress and failure for the commands of this folder: every slow step says what it does and how long it
// took, and a failure names the step, the reason and the remedy. It writes to stderr only, so that a command
// whose output is data (`db:url`) stays clean; it knows nothing of Postgres.
export type Failure = Error & { remedy: string; step?: string };

export const failure = (reason: string, remedy: string): Failure =>
  Object.assign(new Error(reason), { remedy });

const isFailure = (error: unknown): error is Failure => error instanceof Error && 'remedy' in error;

export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const stillWorkingEveryMs = 15_000;

/** Runs one named step; says that it goes on every 15 seconds, and how long it took. */
export const step = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
  const since = performance.now();
  say(`▸ ${title} …`);
  const beat = setInterval(() => say(`  … still at it: ${title} (${seconds(since)})`), stillWorkingEveryMs);
  try {
    const result = await work();
    say(`  done in ${seconds(since)}`);
    return result;
  } catch (error) {
    if (error instanceof Error && !('step' in error)) Object.assign(error, { step: title });
    throw error;
  } finally {
    clearInterval(beat);
  }
};

/** What the system's own errors ask for, and the hints of Postgres. */
const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'free some space on that disk, then repeat the command',
  EDQUOT: 'free some space within your quota, then repeat the command',
  EROFS: 'set LH_STATE_DIRECTORY to a folder that can be written',
  EACCES: 'give your account the right, or set LH_STATE_DIRECTORY to a folder of yours',
  ECONNREFUSED:
    'nothing listens there: npm run db:start starts the local server; of another one see to host and port',
};

const knownRemedy = (error: unknown): string => {
  const { code, hint, stack } = error as { code?: string; hint?: string; stack?: string };
  return hint ?? remedies[code ?? ''] ?? `none known; this is where it happened:\n${stack ?? ''}`;
};

const report = (error: unknown): void => {
  const at = error instanceof Error && 'step' in error ? String(error.step) : 'this command';
  say(`\nfailed: ${at}`);
  if (isFailure(error)) {
    say(`reason: ${error.message}`);
    say(`remedy: ${error.remedy}`);
    return;
  }
  say(`reason: ${error instanceof Error ? error.message : String(error)}`);
  say(`remedy: ${knownRemedy(error)}`);
};

/** The frame of a command-line program: exit code 0, or 1 after a failure reported in three lines. */
export const main = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
};
