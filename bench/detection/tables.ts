// Renders the benchmark's tables as Markdown. Knows the scores, not how they came about.

import { startDay } from './pipelines.ts';
import { deadline, type Finding, falseAlarms, findings, precision, type Run, types } from './score.ts';

type Runs = { readonly basic: readonly Run[]; readonly rigorous: readonly Run[] };

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const median = (numbers: readonly number[]): string => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length === 0 ? '–' : String(sorted[Math.floor((sorted.length - 1) / 2)]);
};

/** The same runs with nothing but the bottlenecks that a trend found. */
const trendsOnly = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run) => ({
    ...run,
    reports: run.reports.map((r) => ({
      ...r,
      bottlenecks: r.bottlenecks.flatMap((b) => {
        const trend = b.evidence.triggers.find((t) => t.trigger === 'trend');
        return trend === undefined ? [] : [{ ...b, segment: trend.segment }];
      }),
    })),
  }));

const recallRows = (runs: readonly Run[]) =>
  types.map((type) => {
    const all = findings(runs).filter((f) => f.injected.type === type && f.injected.size === 'specified');
    const { right, wrong } = precision(runs, type);
    const delays = all.flatMap((f) => (f.delay === null ? [] : [f.delay]));
    return [
      type,
      all.length,
      share(all.filter((f) => f.inTime).length, all.length),
      median(delays),
      delays.length === 0 ? '–' : Math.max(...delays),
      all[0] === undefined ? '–' : deadline(all[0].injected) - startDay,
      share(right, right + wrong),
    ];
  });

const totalRow = (runs: readonly Run[]) => {
  const all = findings(runs).filter((f) => f.injected.size === 'specified');
  const sums = types
    .map((t) => precision(runs, t))
    .reduce((s, p) => ({ right: s.right + p.right, wrong: s.wrong + p.wrong }));
  return [
    'all',
    all.length,
    share(all.filter((f) => f.inTime).length, all.length),
    '',
    '',
    '',
    share(sums.right, sums.right + sums.wrong),
  ];
};

const recallTable = (runs: readonly Run[]): string =>
  table(
    ['bottleneck', 'injected', 'recall in time', 'median days', 'most days', 'allowed days', 'precision'],
    [...recallRows(runs), totalRow(runs)],
  );

const alarmRow = (name: string, runs: readonly Run[]) => {
  const { days, alarms, byType } = falseAlarms(runs);
  return [name, days, alarms, ((100 * alarms) / days).toFixed(2), ...types.map((t) => byType[t] ?? 0)];
};

const smallRows = (runs: readonly Run[]) => {
  const small = findings(runs).filter((f) => f.injected.size === 'small');
  return [...new Set(small.map((f) => f.injected.what))].map((what) => {
    const same = small.filter((f) => f.injected.what === what);
    const found = same.filter((f) => f.delay !== null);
    return [what, same.length, found.length, median(found.map((f) => f.delay as number))];
  });
};

const missedRows = (runs: readonly Run[]): readonly (readonly string[])[] =>
  findings(runs)
    .filter((f: Finding) => f.injected.size === 'specified' && !f.inTime)
    .map((f) => [f.run, f.injected.what, f.delay === null ? 'never in 35 days' : `after ${f.delay} days`]);

export const renderTables = (runs: Runs): string => {
  const basicTrends = trendsOnly(runs.basic);
  const missed = missedRows(runs.rigorous);
  return [
    '**Profile `rigorous`**: injected bottlenecks of at least the sizes that the specification names.\n',
    recallTable(runs.rigorous),
    '\n**Profile `basic`, trend triggers alone.**\n',
    recallTable(basicTrends),
    '\n**Profile `basic`, everything**: the thresholds on the row of the day are always past for qualification, because almost no lead qualifies on its first day.\n',
    recallTable(runs.basic),
    '\n**False alarms on quiet days** (each bottleneck on each day counts).\n',
    table(
      ['profile', 'quiet days', 'false alarms', 'per 100 quiet days', ...types],
      [
        alarmRow('rigorous', runs.rigorous),
        alarmRow('rigorous, trends alone', trendsOnly(runs.rigorous)),
        alarmRow('basic, trends alone', basicTrends),
        alarmRow('basic', runs.basic),
      ],
    ),
    '\n**Smaller than the examples of the specification** (`rigorous`, found within 35 days).\n',
    table(['injected', 'pipelines', 'found', 'median days'], smallRows(runs.rigorous)),
    '\n**Not found in time** (`rigorous`).\n',
    missed.length === 0 ? 'Nothing.' : table(['pipeline', 'injected', 'found'], missed),
    '',
  ].join('\n');
};
