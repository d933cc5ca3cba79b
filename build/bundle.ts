// Bundles src/plv8 into one script for plv8: ES2021, no module system, no `--` operator. Knows no domain.
import { createHash } from 'node:crypto';
import { parse } from 'acorn';
import { build } from 'esbuild';

type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const children = (node: Node): readonly Node[] =>
  Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

/** Whether the value of `x--` is thrown away at this place, so that `x -= 1` means the same. */
const isDiscarded = (node: Node, parent: Node): boolean =>
  parent.type === 'ExpressionStatement' || (parent.type === 'ForStatement' && parent.update === node);

const decrements = (node: Node, parent: Node): readonly { node: Node; parent: Node }[] => [
  ...(node.type === 'UpdateExpression' && node.operator === '--' ? [{ node, parent }] : []),
  ...children(node).flatMap((child) => decrements(child, node)),
];

type Edit = { readonly start: number; readonly end: number; readonly text: (code: string) => string };

const withoutDecrement = ({ node, parent }: { node: Node; parent: Node }): Edit => ({
  start: node.start,
  end: node.end,
  text: (code) => {
    const target = node.argument as Node;
    const decrement = `(${code.slice(target.start, target.end)} -= 1)`;
    return node.prefix === true || isDiscarded(node, parent) ? decrement : `(${decrement} + 1)`;
  },
});

/**
 * Writes each decrement as `(x -= 1)` and drops block comments, by the syntax tree: graphile-migrate takes `--` and
 * block comments for comments of SQL, also inside JavaScript, and would not see what they hide.
 */
export const withoutSqlComments = (code: string): string => {
  const comments: Edit[] = [];
  const tree = parse(code, {
    ecmaVersion: 2021,
    onComment: (block, _text, start, end) => {
      if (block) comments.push({ start, end, text: () => '' });
    },
  }) as unknown as Node;
  return [...comments, ...decrements(tree, tree).map(withoutDecrement)]
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text(text) + text.slice(edit.end), code);
};

/** The script, which defines `lhEngine`, and its SHA-256 (16 hexadecimal digits). */
export const bundle = async (): Promise<{ readonly code: string; readonly hash: string }> => {
  const result = await build({
    entryPoints: ['src/plv8/entry.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'lhEngine',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2021',
    charset: 'ascii',
    legalComments: 'none',
    // White space and names of node_modules stay: without them (247 of 422 kB become 127) the first call of a session took
    // 22.3 instead of 23.7 ms (2026-11-25, dev/plv8_libnode, medians of 30 interleaved sessions), less than the 5 ms sought.
    minifySyntax: true,
    // @stdlib's betaincinv logs through `debug`, which wants Node or a browser.
    alias: { debug: './build/no_debug.cjs' },
    // The bundle names its files, and must not name them otherwise where node_modules is a link.
    preserveSymlinks: true,
    logLevel: 'silent',
  });
  const code = withoutSqlComments(result.outputFiles[0]?.text ?? '');
  return { code, hash: createHash('sha256').update(code).digest('hex').slice(0, 16) };
};
