// Throw-away test files, for the tests of what runs tests: a folder of their own outside the project, from which its
// packages can be imported.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../../dev/server/layout.ts';

/** What a throw-away file begins with: a suite `s`. */
export const head =
  "import { suite } from 'uvu';\nimport * as assert from 'uvu/assert';\nconst s = suite('s');\n";

export type ThrowAway = {
  readonly folder: string;
  /** Writes a test file; its folder is called pure, so that a run of it starts no server. */
  readonly write: (name: string, text: string) => string;
  readonly remove: () => void;
};

export const throwAwayFolder = (): ThrowAway => {
  const folder = mkdtempSync(join(tmpdir(), 'lead-hunter-tests-'));
  mkdirSync(join(folder, 'pure'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  const write = (name: string, text: string): string => {
    const file = join(folder, 'pure', `${name}.test.ts`);
    writeFileSync(file, text);
    return file;
  };
  return { folder, write, remove: () => rmSync(folder, { recursive: true }) };
};
