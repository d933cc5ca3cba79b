// Refuses generated SQL and JavaScript that the tools on the way to the database would damage or misread. Each hazard
// names the file, the text and the remedy. Knows no domain.
import vm from 'node:vm';
import minify from 'pg-minify';

export type Hazard = { readonly file: string; readonly text: string; readonly remedy: string };

const excerpt = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 30), at + 40)
    .replaceAll('\n', ' ')
    .trim();

type Pattern = { readonly pattern: RegExp; readonly remedy: string };

// graphile-migrate replaces :NAME everywhere, and pg-minify reads the JavaScript as if it were SQL.
const bundlePatterns: readonly Pattern[] = [
  {
    pattern: /--/,
    remedy: 'write "-= 1" for a decrement and keep "--" out of texts: graphile-migrate reads it as a comment',
  },
  {
    pattern: /\/\*/,
    remedy: 'keep "/*" out of texts and regular expressions: graphile-migrate reads it as a comment',
  },
  { pattern: /:[A-Z][A-Z0-9_]+\b/, remedy: 'put a blank after the colon: graphile-migrate replaces :NAME' },
  { pattern: /\$lh_engine_js\$/, remedy: 'do not use the dollar quote that encloses the bundle' },
];

const firstMatch = (file: string, text: string, { pattern, remedy }: Pattern): readonly Hazard[] => {
  const match = pattern.exec(text);
  return match === null ? [] : [{ file, text: excerpt(text, match.index), remedy }];
};

const runsBare = (code: string): readonly Hazard[] => {
  try {
    // A context without process, require and console, and without what V8 10.2 does not have.
    const context = vm.createContext(Object.create(null));
    vm.runInContext(
      'delete globalThis.console; delete globalThis.structuredClone; delete globalThis.WebAssembly; delete globalThis.Iterator;' +
        'delete Array.prototype.toSorted; delete Array.prototype.toSpliced; delete Array.prototype.toReversed; delete Array.prototype.with;' +
        'delete Array.prototype.findLast; delete Array.prototype.at; delete Object.groupBy; delete Map.groupBy; delete Object.hasOwn;',
      context,
    );
    vm.runInContext(
      `${code}\nif (typeof lhEngine.answer !== "function") throw new Error("lhEngine.answer is missing")`,
      context,
      {
        timeout: 5000,
      },
    );
    return [];
  } catch (error) {
    return [
      {
        file: 'the bundle of src/plv8',
        text: String(error),
        remedy: 'use only what ES2021 has and nothing of Node: it runs in plv8',
      },
    ];
  }
};

/** Hazards of the JavaScript bundle. */
export const bundleHazards = (code: string): readonly Hazard[] => [
  ...bundlePatterns.flatMap((pattern) => firstMatch('the bundle of src/plv8', code, pattern)),
  ...runsBare(code),
];

const minifies = (file: string, text: string): readonly Hazard[] => {
  try {
    minify(text);
    return [];
  } catch (error) {
    const position = (error as { position?: { line: number; column: number } }).position;
    const line = position === undefined ? '' : (text.split('\n')[position.line - 1] ?? '').trim();
    return [
      {
        file: position === undefined ? file : `${file}:${position.line}:${position.column}`,
        text: line.slice(0, 80),
        remedy: `graphile-migrate cannot read it (${(error as Error).message}): make quotes even on the way, "cannot" instead of an apostrophe`,
      },
    ];
  }
};

/** Hazards of a rendered SQL file. */
export const sqlHazards = (file: string, text: string): readonly Hazard[] => [
  ...minifies(file, text),
  ...firstMatch(file, text, {
    pattern: /(?<!:):[A-Z][A-Z0-9_]+\b/,
    remedy: 'graphile-migrate replaces :NAME: put a blank after the colon',
  }),
];

/** Throws one error that lists every hazard. */
export const refuseHazards = (hazards: readonly Hazard[]): void => {
  if (hazards.length === 0) return;
  const lines = hazards.map((h) => `  ${h.file}: ${h.text}\n    remedy: ${h.remedy}`);
  throw new Error(`the build refuses ${hazards.length} hazard(s):\n${lines.join('\n')}`);
};
