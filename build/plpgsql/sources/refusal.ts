// What the compiler says about a construct that it cannot compile: file, line, the construct and the remedy.
import { relative } from 'node:path';
import type ts from 'typescript-checker';
import { checkout } from './program.ts';

/** `src/plv8/x.ts:12:3` */
export const placeOf = (node: ts.Node): string => {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return `${relative(checkout, file.fileName)}:${line + 1}:${character + 1}`;
};

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

/** Stops the compilation of what contains the node. */
export const cannot: (node: ts.Node, what: string, remedy: string) => never = (node, what, remedy) => {
  const text = node.getText().replace(/\s+/g, ' ').slice(0, 80);
  throw new Error(`${placeOf(node)}: cannot compile ${short(what)}: ${text}\n  remedy: ${remedy}`);
};
