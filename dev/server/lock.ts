// One at a time: two `npm start` at once, two tests that start the same server. The lock is held by
// a child process for as long as its standard input is open (flock(2) on Linux), so it cannot outlive us, however we
// end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from './platform.ts';
import { say } from './progress.ts';

const sayAfterMs = 500;

/** Runs `work` while holding the lock on `file` (created when missing, never removed). */
export const withLock = async <T>(file: string, what: string, work: () => Promise<T>): Promise<T> => {
  const [program, args] = platform.lockHolder(file);
  const holder = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Its own process group: Ctrl-C in the terminal reaches us, and the lock goes when we go.
    detached: true,
  });
  const waiting = setTimeout(
    () => say(`  waiting for another process that ${what} (lock ${file})`),
    sayAfterMs,
  );
  const ended = once(holder, 'exit');
  try {
    await Promise.race([
      once(holder.stdout, 'data'),
      ended.then(([code]) => Promise.reject(new Error(`cannot lock ${file}: ${program} ended with ${code}`))),
    ]);
    clearTimeout(waiting);
    return await work();
  } finally {
    clearTimeout(waiting);
    holder.stdin.end();
    await ended;
  }
};
