// What a fault is and what its test reports, and the table of it. Knows no fault.
import type { World } from './world.ts';

/** How often each fault is tried. */
export type Size = {
  readonly kills: number;
  readonly crashes: number;
  readonly crowd: number;
  readonly timeouts: number;
  readonly cancels: number;
  readonly upgrades: number;
  readonly fullDisks: number;
  readonly failovers: number;
  readonly restores: number;
  readonly pooledNights: number;
  /** Of the inputs that there are, at most. */
  readonly badInputs: number;
};

export type Outcome = {
  readonly fault: string;
  readonly promised: string;
  readonly observed: string;
  readonly attempts: number;
  /** How often something else happened than was promised. */
  readonly bypassed: number;
  readonly lost: number;
  readonly duplicated: number;
};

export type Fault = {
  /** What `npm run faults -- NAME` calls it. */
  readonly name: string;
  readonly run: (world: World, size: Size) => Promise<Outcome>;
  /** What this machine lacks for it, in words. */
  readonly lacks?: () => Promise<string | undefined>;
};

export type Row = Outcome & { readonly name: string };

export const isAsPromised = ({ bypassed, lost, duplicated }: Outcome): boolean =>
  bypassed === 0 && lost === 0 && duplicated === 0;

/** Where nothing may be left out, as in the continuous integration, what was left out failed too. */
export const totalsOf = (
  rows: readonly Row[],
  leftOut: number,
  mustBeComplete: boolean,
): { readonly passed: number; readonly failed: number } => {
  const passed = rows.filter(isAsPromised).length;
  return { passed, failed: rows.length - passed + (mustBeComplete ? leftOut : 0) };
};

const cell = (text: string | number): string => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

const line = (cells: readonly (string | number)[]): string => `| ${cells.map(cell).join(' | ')} |`;

const head = [
  'name',
  'fault',
  'promised',
  'observed',
  'attempts',
  'bypassed',
  'rows lost',
  'rows duplicated',
];

/** The lines of a table by the name in their first cell. */
export const linesOf = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table
      .split('\n')
      .filter((text) => text.startsWith('| `'))
      .map((text) => [text.split('`')[1] ?? '', text]),
  );

/** The table in the order of the names; what is not among the rows stays as it was in the former table. */
export const tableOf = (rows: readonly Row[], names: readonly string[], former = ''): string => {
  const lines = new Map(linesOf(former));
  for (const r of rows)
    lines.set(
      r.name,
      line([`\`${r.name}\``, r.fault, r.promised, r.observed, r.attempts, r.bypassed, r.lost, r.duplicated]),
    );
  return [line(head), line(head.map(() => '---')), ...names.flatMap((name) => lines.get(name) ?? [])].join(
    '\n',
  );
};
