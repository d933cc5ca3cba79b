// A copy of the project to change: the files as they are on the disk, with the packages of this one. Knows no file by
// what it holds.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../dev/server/layout.ts';

/** The project's own files: what git ignores, a rendering left from yesterday say, is none of them. */
const ownFiles = (): readonly string[] =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: checkout,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(checkout, file)));

export const copyProject = (copy: string): void => {
  for (const file of ownFiles()) cpSync(join(checkout, file), join(copy, file));
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
