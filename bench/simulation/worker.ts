// One thread of the simulation: takes a cell, answers with its tally.
import { parentPort } from 'node:worker_threads';
import { plans, simulate } from './cell.ts';

/** A part of a cell: the index of its plan and lift, how many experiments, and their seed. */
export type Task = {
  readonly cell: number;
  readonly plan: number;
  readonly lift: number;
  readonly experiments: number;
  readonly seed: number;
};

parentPort?.on('message', (task: Task) => {
  const plan = plans[task.plan];
  if (plan === undefined) throw new Error(`simulate: no plan ${task.plan}`);
  const tally = simulate(plan, task.lift, task.experiments, task.seed);
  parentPort?.postMessage({ cell: task.cell, experiments: task.experiments, tally });
});
