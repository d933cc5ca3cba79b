// A copy of the project to change: the files as they are on the disk, with the packages of this one. Knows no file by
// what it holds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../dev/server/layout.ts';

export const copyProject = (copy: string): void => {
  const left = ['.git', 'node_modules'].map((name) => join(checkout, name));
  cpSync(checkout, copy, { recursive: true, filter: (path) => !left.includes(path) });
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'));
};

export type Ended = { readonly code: number | null; readonly stdout: string; readonly all: string };

/** Runs Node in a copy. */
export const runNode = async (
  project: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ended> => {
  const child = spawn(process.execPath, args, { cwd: project, env });
  let stdout = '';
  let all = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    all += chunk;
  });
  child.stderr.on('data', (chunk) => {
    all += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, all };
};
