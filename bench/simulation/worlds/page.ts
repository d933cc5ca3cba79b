// The tables and the plot of the simulated worlds. Knows Markdown and SVG, no statistics.
import type { Tally } from './cells.ts';
import { type Figure, figureOf, keptLiftOf, shareOf } from './rows.ts';
import type { Cell } from './run.ts';

export type Simulated = { readonly cell: Cell; readonly tally: Tally };

const percent = (x: number): string => (100 * x).toFixed(1);
const withLimits = ({ value, low, high }: Figure): string =>
  `${percent(value)} % (${percent(low)}–${percent(high)})`;
const signed = (x: number): string => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(1)} %`;

const rowOf = ({ cell, tally }: Simulated): string => {
  const lift = keptLiftOf(tally);
  const cells = [
    cell.truth.says,
    withLimits(shareOf(tally.kept, tally.runs)),
    withLimits(shareOf(tally.killed, tally.runs)),
    withLimits(shareOf(tally.asked, tally.runs)),
    withLimits(shareOf(tally.running, tally.runs)),
    (tally.days / tally.runs).toFixed(0),
    (tally.leads / tally.runs).toFixed(0),
    (tally.plannedLeads / tally.runs).toFixed(0),
    `${percent(figureOf(tally, 'shareOfPlan').value)} %`,
    lift === null ? '–' : signed(lift),
  ];
  return `| ${cells.join(' | ')} |`;
};

const head = [
  '| truth | kept | killed | asked | running | day | leads per arm | planned | of the plan | lift seen in the kept |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
];

const titleOf = ({ baseRate, leadsPerDay, looks, profile, rule, power }: Cell): string =>
  [
    `${leadsPerDay} leads a day`,
    `base rate ${baseRate.toFixed(2).slice(1)}`,
    `${looks} looks`,
    `profile \`${profile}\``,
    ...(rule === null ? [] : [`rule \`${rule}\``]),
    ...(power === null ? [] : [`planned for ${100 * power} % power`]),
  ].join(', ');

/** Cells that differ by their truth alone, in the order in which they come. */
const grouped = (results: readonly Simulated[]): ReadonlyMap<string, readonly Simulated[]> => {
  const groups = new Map<string, readonly Simulated[]>();
  for (const result of results) {
    const title = titleOf(result.cell);
    groups.set(title, [...(groups.get(title) ?? []), result]);
  }
  return groups;
};

export const worldTables = (results: readonly Simulated[]): string =>
  [...grouped(results)]
    .map(([title, group]) => [`### ${title}`, '', ...head, ...group.map(rowOf)].join('\n'))
    .join('\n\n');

// Okabe and Ito's palette: distinct to every kind of colour vision.
const ends = [
  { key: 'kept', colour: '#009E73', text: 'kept' },
  { key: 'killed', colour: '#D55E00', text: 'killed' },
  { key: 'asked', colour: '#F0E442', text: 'a person is asked' },
  { key: 'running', colour: '#BBBBBB', text: 'still running' },
] as const;

const bar = { left: 280, width: 480, height: 16, row: 26, top: 60 };

const barOf = ({ cell, tally }: Simulated, row: number): string => {
  const y = bar.top + row * bar.row;
  let x = bar.left;
  const parts = ends.map(({ key, colour }) => {
    const width = (bar.width * tally[key]) / tally.runs;
    const rect = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${bar.height}" fill="${colour}"/>`;
    x += width;
    return rect;
  });
  return `<text x="${bar.left - 10}" y="${y + 13}" text-anchor="end">${cell.truth.says}</text>${parts.join('')}`;
};

const scale = (bottom: number): string =>
  [0, 0.25, 0.5, 0.75, 1]
    .map(
      (share) =>
        `<text x="${bar.left + share * bar.width}" y="${bottom + 16}" text-anchor="middle">${100 * share} %</text>`,
    )
    .join('');

/** How tests end, one bar a truth. */
export const worldPlot = (results: readonly Simulated[]): string => {
  const bottom = bar.top + results.length * bar.row;
  const legend = ends.map(
    ({ colour, text }, i) =>
      `<rect x="${bar.left + i * 130}" y="18" width="14" height="14" fill="${colour}"/><text x="${bar.left + 20 + i * 130}" y="30">${text}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${bar.left + bar.width + 40} ${bottom + 30}" font-family="sans-serif" font-size="13" fill="#222" role="img" aria-label="How tests end under the present rules, by what is true of the skill">
<rect width="${bar.left + bar.width + 40}" height="${bottom + 30}" fill="#fff"/>
${[...legend, ...results.map(barOf), scale(bottom)].join('\n')}
</svg>
`;
};
