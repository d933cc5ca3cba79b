// Reports what the loop did, from the results of its cycles as they are recorded in lh_engine.events: what was found,
// what was spawned, how the tests fill up, what was decided and why. It prints, it computes nothing of its own.
type Group = { readonly leads: number; readonly conversions: number; readonly rate: number | null };

type Look = {
  readonly test_name: string;
  readonly control: Group;
  readonly treatment: Group;
  readonly lift_pct: number | null;
  readonly z: number | null;
  readonly p_value: number | null;
  readonly recommendation: string;
  readonly reason: string;
};

type Bottleneck = {
  readonly type: string;
  readonly severity: string;
  readonly segment: string | null;
  readonly explanation: string;
};

type Decision = {
  readonly action: string;
  readonly reason: string;
  readonly skill_name: string;
  readonly ab_test_id?: string;
};

export type Cycle = {
  readonly as_of: string;
  readonly bottlenecks: readonly Bottleneck[];
  readonly decisions: readonly Decision[];
  readonly analysis: { readonly tests: readonly Look[] } | null;
};

const barWidth = 24;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of at most 24 characters, exact to an eighth of one. */
export const bar = (value: number, full: number): string => {
  const parts = Math.round(Math.min(1, Math.max(0, value / full)) * barWidth * 8);
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
};

const percent = (value: number | null, digits = 1): string =>
  value === null ? '–' : `${value.toFixed(digits)} %`;

const probability = (p: number | null): string => {
  if (p === null) return '–';
  return p < 0.0001 ? 'below 0.0001' : p.toFixed(4);
};

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-10-05` as `Mon  5 Oct`. */
export const calendarDay = (day: string): string => {
  const date = new Date(`${day}T00:00Z`);
  const number = String(date.getUTCDate()).padStart(2);
  return `${weekdays[date.getUTCDay()]} ${number} ${months[date.getUTCMonth()]}`;
};

/** Breaks a text between words; all lines but the first begin with the indent. */
export const wrap = (text: string, indent: string, width = 116): string[] => {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(indent + word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
};

const arm = (name: string, group: Group, planned: number): string =>
  `           ${name.padEnd(9)} ${String(group.leads).padStart(5)} leads ${bar(group.leads, planned).padEnd(barWidth)}▕ ` +
  `${String(group.conversions).padStart(4)} converted = ${percent(group.rate === null ? null : 100 * group.rate).padStart(6)}`;

const reportLook = (look: Look, planned: number): string[] => [
  `         test of ${look.test_name.replace('Test: Auto-spawned ', '')}`,
  arm('control', look.control, planned),
  arm('treatment', look.treatment, planned),
  `           ${look.recommendation === 'CONTINUE' ? 'CONTINUE' : `▶ ${look.recommendation}`}: ${look.reason}`,
  `           lift ${percent(look.lift_pct)}, z ${look.z === null ? '–' : look.z.toFixed(2)}, p ${probability(look.p_value)}`,
];

const margin = ' '.repeat(9);

const keyOf = ({ type, segment }: Bottleneck): string => `${type} ${segment ?? ''}`;

export type Reporter = { readonly report: (cycle: Cycle) => string[] };

/** Reports cycle after cycle, and only what is new: a bottleneck that comes or goes, each spawn, each look. */
export const makeReporter = (plannedOf: (testName: string) => number): Reporter => {
  let known = new Set<string>();
  const report = (cycle: Cycle): string[] => {
    const lines: string[] = [];
    const now = new Set(cycle.bottlenecks.map(keyOf));
    for (const found of cycle.bottlenecks.filter((each) => !known.has(keyOf(each))))
      lines.push(...wrap(`found    ${found.type} (${found.severity}): ${found.explanation}`, margin));
    for (const gone of [...known].filter((key) => !now.has(key))) lines.push(`gone     ${gone.trim()}`);
    for (const spawned of cycle.decisions.filter(({ action }) => action === 'spawn'))
      lines.push(`spawned  ${spawned.skill_name}, under test ${spawned.ab_test_id} from now on`);
    known = now;
    const looks = (cycle.analysis?.tests ?? []).filter(
      ({ control, treatment }) => control.leads + treatment.leads > 0,
    );
    if (looks.length > 0) lines.push('weekly analysis');
    for (const look of looks) lines.push(...reportLook(look, plannedOf(look.test_name)));
    return lines.map((line, i) => `${(i === 0 ? calendarDay(cycle.as_of) : '').padEnd(12)}${line}`);
  };
  return { report };
};
