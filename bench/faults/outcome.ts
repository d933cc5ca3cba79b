// What a fault test reports, and the table of it.

export type Outcome = {
  readonly fault: string;
  readonly promised: string;
  readonly observed: string;
  readonly lost: number;
  readonly duplicated: number;
  readonly ok: boolean;
};

const cell = (text: string | number): string => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

export const tableOf = (outcomes: readonly Outcome[]): string =>
  [
    '| fault | promised | observed | rows lost | rows duplicated |',
    '| --- | --- | --- | --- | --- |',
    ...outcomes.map(
      (o) => `| ${[o.fault, o.promised, o.observed, o.lost, o.duplicated].map(cell).join(' | ')} |`,
    ),
  ].join('\n');
