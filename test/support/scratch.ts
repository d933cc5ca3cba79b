// A state folder for one test run: the servers that the tests start, under whatever name, live in it, so that one
// sweep at the end, or in a later run when this one was killed, removes every server and every file.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcesses, isAlive, postgresIn, processesWith } from '../../dev/server/processes.ts';
import { failure, say } from '../../dev/server/progress.ts';

const parent = (): string => process.env.LH_STATE_DIRECTORY ?? '/var/tmp';
const pattern = /^lead-hunter-test-(\d+)-(\d+)-/;

/** Ends every server in the folder and every process that was to use it, then removes the folder. */
export const sweep = async (directory: string): Promise<void> => {
  const left = (): number[] => [...postgresIn(directory), ...processesWith('LH_STATE_DIRECTORY', directory)];
  if (!(await endProcesses(left, 'SIGQUIT')))
    throw failure(`processes ${left().join(', ')} in ${directory} do not end`, 'end them by hand');
  rmSync(directory, { recursive: true, force: true });
};

/** Removes what test runs left that are no more: they were killed, or the machine went down. */
const sweepAbandoned = async (): Promise<void> => {
  for (const entry of readdirSync(parent())) {
    const [, uid, pid] = pattern.exec(entry) ?? [];
    if (Number(uid ?? -1) !== process.getuid?.() || isAlive(Number(pid))) continue;
    say(`  removing what a killed test run left: ${join(parent(), entry)}`);
    await sweep(join(parent(), entry));
  }
};

/** Makes the state folder of this run; servers started with it in LH_STATE_DIRECTORY live there. */
export const makeScratch = async (): Promise<string> => {
  await sweepAbandoned();
  const uid = process.getuid?.() ?? 0;
  const directory = mkdtempSync(join(parent(), `lead-hunter-test-${uid}-${process.pid}-`));
  // Root's folder lets the server's account pass through to its own.
  if (uid === 0) chmodSync(directory, 0o711);
  return directory;
};
