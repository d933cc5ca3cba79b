// One thread of the simulation: takes a task, answers with its tallies.
import { parentPort } from 'node:worker_threads';
import { type CountsTask, simulateCounts } from './cell.ts';
import { simulateWorlds, type WorldsTask } from './worlds/cells.ts';

export type Task = CountsTask | WorldsTask;

parentPort?.on('message', ({ task, position }: { task: Task; position: number }) => {
  const result = task.kind === 'counts' ? simulateCounts(task) : simulateWorlds(task);
  parentPort?.postMessage({ position, result });
});
