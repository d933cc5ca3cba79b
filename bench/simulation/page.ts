// The tables and the plot of docs/decision-rules.md from simulated rows. Knows Markdown and SVG, no statistics.
import { baselineRate, lifts, type Plan, plans } from './cell.ts';
import type { Row } from './results.ts';

/** Rows in the order of `lifts`. */
export type Result = { readonly plan: Plan; readonly rows: readonly Row[] };

const share = (x: number): string => `${(100 * x).toFixed(1)} %`;
const signed = (x: number): string => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(1)}`;

const tableOf = ({ rows }: Result): string => {
  const lines = rows.map((row, i) => {
    const lift = 100 * (lifts[i] ?? 0);
    const kept = row.keptLiftPct;
    const cells = [
      `${lift} %`,
      share(row.keep),
      share(row.kill),
      share(row.undecided),
      row.leads.toFixed(0),
      kept === null ? '–' : `${signed(kept)} %`,
      kept === null ? '–' : `${signed(kept - lift)} points`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| true lift | kept | killed | undecided | leads per arm | lift seen in the kept | exaggeration |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
};

const titleOf = (plan: Plan): string =>
  plan.rule === 'fixed_thresholds'
    ? 'Rule `fixed_thresholds`'
    : `Rule \`sequential\`, planned for ${plan.plannedLeads.toLocaleString('en')} leads per arm`;

/** Everything between the markers of the page. */
export const tables = (results: readonly Result[]): string =>
  results.map((result) => `### ${titleOf(result.plan)}\n\n${tableOf(result)}`).join('\n\n');

const width = 860;
const height = 400;
const panel = { width: 330, height: 250, top: 60 };
const panelLeft = [64, 494] as const;
// Okabe and Ito's palette: distinct to every kind of colour vision; the dashes make them so in print.
const strokes = [
  { colour: '#D55E00', dash: '' },
  { colour: '#0072B2', dash: '' },
  { colour: '#009E73', dash: '6 4' },
] as const;

type Axis = { readonly ticks: readonly number[]; readonly max: number; readonly text: (x: number) => string };

const maxLift = 0.5;
const x = (left: number, lift: number): number => left + (lift / maxLift) * panel.width;
const y = (axis: Axis, value: number): number => panel.top + panel.height * (1 - value / axis.max);
const round = (value: number): string => value.toFixed(1);

const frame = (left: number, title: string, axis: Axis): string => {
  const horizontal = axis.ticks.map((tick) => {
    const at = round(y(axis, tick));
    return `<line x1="${left}" x2="${left + panel.width}" y1="${at}" y2="${at}" stroke="#d5d5d5"/><text x="${left - 8}" y="${at}" dy="4" text-anchor="end">${axis.text(tick)}</text>`;
  });
  const vertical = lifts.map((lift) => {
    const at = round(x(left, lift));
    const bottom = panel.top + panel.height;
    return `<line x1="${at}" x2="${at}" y1="${bottom}" y2="${bottom + 5}" stroke="#444"/><text x="${at}" y="${bottom + 20}" text-anchor="middle">${100 * lift}</text>`;
  });
  return [
    `<text x="${left}" y="${panel.top - 18}" font-weight="bold">${title}</text>`,
    ...horizontal,
    ...vertical,
    `<text x="${left + panel.width / 2}" y="${panel.top + panel.height + 42}" text-anchor="middle">true lift of the skill, %</text>`,
  ].join('\n');
};

const curve = (left: number, axis: Axis, values: readonly number[], i: number): string => {
  const stroke = strokes[i % strokes.length] as (typeof strokes)[number];
  const points = values.map((value, k) => `${round(x(left, lifts[k] ?? 0))},${round(y(axis, value))}`);
  const dots = points.map((point) => {
    const [cx, cy] = point.split(',');
    return `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${stroke.colour}"/>`;
  });
  const dash = stroke.dash === '' ? '' : ` stroke-dasharray="${stroke.dash}"`;
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${stroke.colour}" stroke-width="2.5"${dash}/>\n${dots.join('')}`;
};

const legend = (): string =>
  plans
    .map((plan, i) => {
      const left = 64 + i * 250;
      const stroke = strokes[i] as (typeof strokes)[number];
      const name =
        plan.rule === 'fixed_thresholds' ? 'fixed_thresholds' : `sequential, ${plan.plannedLeads} planned`;
      const dash = stroke.dash === '' ? '' : ` stroke-dasharray="${stroke.dash}"`;
      return `<line x1="${left}" x2="${left + 34}" y1="${height - 16}" y2="${height - 16}" stroke="${stroke.colour}" stroke-width="2.5"${dash}/><text x="${left + 42}" y="${height - 12}">${name}</text>`;
    })
    .join('\n');

/** Two panels: how often a skill is kept, and how many leads that takes. */
export const plot = (results: readonly Result[]): string => {
  const keepAxis: Axis = { ticks: [0, 0.25, 0.5, 0.75, 1], max: 1, text: (tick) => `${100 * tick} %` };
  const leadsAxis: Axis = { ticks: [0, 500, 1000, 1500, 2000], max: 2000, text: String };
  const curves = (left: number, axis: Axis, pick: (row: Row) => number): string =>
    results.map((result, i) => curve(left, axis, result.rows.map(pick), i)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="#222" role="img" aria-label="How often each decision rule keeps a skill, and the leads it takes, by the true lift of the skill">
<rect width="${width}" height="${height}" fill="#fff"/>
${frame(panelLeft[0], `skills kept (conversion ${100 * baselineRate} % without them)`, keepAxis)}
${curves(panelLeft[0], keepAxis, (row) => row.keep)}
${frame(panelLeft[1], 'leads per arm until the end, on average', leadsAxis)}
${curves(panelLeft[1], leadsAxis, (row) => row.leads)}
${legend()}
</svg>
`;
};
