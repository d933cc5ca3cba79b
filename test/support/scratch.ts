// A state folder for one test run: the servers that the tests start, under whatever name, live in it, so that one
// sweep at the end, or in a later run when this one was killed, removes every server and every file.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from '../../dev/server/platform.ts';
import { endProcesses, isAlive, postgresIn, processesWith } from '../../dev/server/processes.ts';
import { failure, say } from '../../dev/server/progress.ts';

/** Windows has no such number. */
const uidHere = Math.max(platform.uid, 0);
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
  for (const entry of readdirSync(platform.stateParent())) {
    const [, uid, pid] = pattern.exec(entry) ?? [];
    if (Number(uid ?? -1) !== uidHere || isAlive(Number(pid))) continue;
    say(`  removing what a killed test run left: ${join(platform.stateParent(), entry)}`);
    await sweep(join(platform.stateParent(), entry));
  }
};

/** Makes the state folder of this run; servers started with it in LH_STATE_DIRECTORY live there. */
export const makeScratch = async (): Promise<string> => {
  await sweepAbandoned();
  const directory = mkdtempSync(join(platform.stateParent(), `lead-hunter-test-${uidHere}-${process.pid}-`));
  // Root's folder lets the server's account pass through to its own.
  if (platform.isRoot) chmodSync(directory, 0o711);
  return directory;
};
