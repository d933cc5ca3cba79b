// Tasks over all cores, in threads that take the next task when they have done one. Results come in the order of the
// tasks, so that sums do not depend on the threads. Knows nothing of what is computed.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';

/** The worker as one script: threads of Node 20 do not inherit the loader of TypeScript. */
const workerScript = (): string =>
  buildSync({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  }).outputFiles[0]?.text ?? '';

const progressBar = (total: number, unit: string) => {
  const since = performance.now();
  let last = -1;
  return (done: number): void => {
    const percent = Math.floor((100 * done) / total);
    const isTerminal = process.stderr.isTTY;
    if (percent === last || (!isTerminal && percent % 10 !== 0)) return;
    last = percent;
    const filled = Math.floor(percent / 4);
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(25 - filled)}] ${percent} %`;
    const seconds = ((performance.now() - since) / 1000).toFixed(0);
    process.stderr.write(
      `${isTerminal ? '\r' : ''}${bar} of ${total} ${unit}, ${seconds} s${isTerminal && done < total ? '' : '\n'}`,
    );
  };
};

export type Work<Task> = {
  readonly tasks: readonly Task[];
  /** How much of `unit` a task is, for the progress. */
  readonly size: (task: Task) => number;
  readonly unit: string;
  readonly threads?: number;
};

export const runInThreads = <Task, Result>(work: Work<Task>): Promise<readonly Result[]> =>
  new Promise((resolve, reject) => {
    const { tasks, size, unit, threads = availableParallelism() } = work;
    const results: Result[] = [];
    const bar = progressBar(
      tasks.reduce((sum, task) => sum + size(task), 0),
      unit,
    );
    let next = 0;
    let open = tasks.length;
    let done = 0;
    const script = workerScript();
    const workers = Array.from({ length: threads }, () => new Worker(script, { eval: true }));
    const finish = (): void => {
      for (const worker of workers) void worker.terminate();
    };
    const feed = (worker: Worker): void => {
      if (next < tasks.length) worker.postMessage({ task: tasks[next], position: next++ });
    };
    for (const worker of workers) {
      worker.on('error', (error) => {
        finish();
        reject(error);
      });
      worker.on('message', ({ position, result }: { position: number; result: Result }) => {
        results[position] = result;
        done += size(tasks[position] as Task);
        open -= 1;
        bar(done);
        if (open === 0) {
          finish();
          resolve(results);
        } else feed(worker);
      });
      feed(worker);
    }
  });
