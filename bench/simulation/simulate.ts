// npm run simulate: replays the decision rules over simulated experiments on all cores and writes the tables and the
// plot of docs/decision-rules.md; with --check it compares with the reference tables and writes nothing.
//   npm run simulate -- [--experiments=20000] [--seed=1] [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { failure, main, say } from '../../dev/server/progress.ts';
import { addTallies, emptyTally, lifts, plans, type Tally } from './cell.ts';
import { plot, type Result, tables } from './page.ts';
import { disagreements, reference, rowOf } from './results.ts';
import type { Task } from './worker.ts';

const page = new URL('../../docs/decision-rules.md', import.meta.url);
const picture = new URL('../../docs/decision-rules.svg', import.meta.url);
const markers = ['<!-- simulated: begin -->', '<!-- simulated: end -->'] as const;

const option = (name: string, byDefault: number): number => {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  const value = given === undefined ? byDefault : Number(given.slice(name.length + 3));
  if (!Number.isSafeInteger(value) || value < 1)
    throw failure(`${given} is no positive integer`, `give --${name}=${byDefault}, for example`);
  return value;
};

/** Small parts, the long cells first, so that no thread ends long before the others. */
const tasksFor = (experiments: number, seed: number): Task[] => {
  const part = 1000;
  const parts = Math.ceil(experiments / part);
  return plans
    .flatMap((_plan, plan) => lifts.map((lift, i) => ({ plan, lift, cell: plan * lifts.length + i })))
    .flatMap((cell) =>
      Array.from({ length: parts }, (_, k) => ({
        ...cell,
        experiments: Math.min(part, experiments - k * part),
        seed: seed * 1_000_003 + cell.cell * parts + k,
      })),
    )
    .sort((a, b) => b.plan - a.plan);
};

const progressBar = (total: number) => {
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
      `${isTerminal ? '\r' : ''}${bar} of ${total} experiments, ${seconds} s${isTerminal && done < total ? '' : '\n'}`,
    );
  };
};

/** The worker as one script: threads of Node 20 do not inherit the loader of TypeScript. */
const workerScript = (): string =>
  buildSync({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  }).outputFiles[0]?.text ?? '';

/** All tasks over all cores; one tally per cell. */
const runTasks = (tasks: readonly Task[]): Promise<readonly Tally[]> =>
  new Promise((resolve, reject) => {
    const queue = [...tasks];
    const tallies: Tally[] = Array.from({ length: plans.length * lifts.length }, () => emptyTally);
    const bar = progressBar(tasks.reduce((sum, task) => sum + task.experiments, 0));
    let done = 0;
    let open = tasks.length;
    const script = workerScript();
    const workers = Array.from({ length: availableParallelism() }, () => new Worker(script, { eval: true }));
    const finish = (): void => {
      for (const worker of workers) void worker.terminate();
    };
    const feed = (worker: Worker): void => {
      const task = queue.shift();
      if (task !== undefined) worker.postMessage(task);
    };
    for (const worker of workers) {
      worker.on('error', (error) => {
        finish();
        reject(error);
      });
      worker.on(
        'message',
        ({ cell, experiments, tally }: { cell: number; experiments: number; tally: Tally }) => {
          tallies[cell] = addTallies(tallies[cell] ?? emptyTally, tally);
          done += experiments;
          open -= 1;
          bar(done);
          if (open === 0) {
            finish();
            resolve(tallies);
          } else feed(worker);
        },
      );
      feed(worker);
    }
  });

const compare = (tallies: readonly Tally[]): void => {
  const found = plans.flatMap((plan, p) =>
    lifts.flatMap((lift, i) => {
      const expected = reference.plans[plan.name]?.find((row) => row.lift === lift);
      const tally = tallies[p * lifts.length + i];
      if (expected === undefined || tally === undefined) return [];
      return disagreements(tally, expected).map(
        (d) =>
          `${plan.name} at ${100 * lift} %: ${d.what} is ${d.got}, reference ${d.expected} (${d.errors.toFixed(1)} standard errors)`,
      );
    }),
  );
  if (found.length > 0)
    throw failure(
      `the simulation disagrees with the reference:\n${found.join('\n')}`,
      'find out which of the two is right before anything else',
    );
  say('every figure of fixed_thresholds and sequential-2000 lies within 4 standard errors of the reference');
};

const write = (results: readonly Result[], experiments: number, seed: number): void => {
  const text = readFileSync(page, 'utf8');
  const [begin, end] = markers.map((marker) => text.indexOf(marker)) as [number, number];
  if (begin < 0 || end < begin)
    throw failure('docs/decision-rules.md has lost its markers', `put ${markers.join(' and ')} back`);
  const note = `${experiments.toLocaleString('en')} experiments a row, seed ${seed}: \`npm run simulate -- --experiments=${experiments} --seed=${seed}\`.`;
  writeFileSync(
    page,
    `${text.slice(0, begin + markers[0].length)}\n\n${tables(results)}\n\n${note}\n\n${text.slice(end)}`,
  );
  writeFileSync(picture, plot(results));
  say('written: docs/decision-rules.md, docs/decision-rules.svg');
};

await main(async () => {
  const isCheck = process.argv.includes('--check');
  const experiments = option('experiments', isCheck ? 4000 : 20_000);
  const seed = option('seed', 1);
  const tallies = await runTasks(tasksFor(experiments, seed));
  compare(tallies);
  const results = plans.map((plan, p) => ({
    plan,
    rows: lifts.map((_lift, i) => rowOf(tallies[p * lifts.length + i] ?? emptyTally)),
  }));
  if (!isCheck) write(results, experiments, seed);
});
