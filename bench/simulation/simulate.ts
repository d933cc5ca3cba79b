// npm run simulate: the decision rules over simulated experiments, and the whole loop over simulated worlds, on all
// cores. Writes the tables and plots of docs/decision-rules.md, or checks, or prints the cells that are asked for.
import { readFileSync, writeFileSync } from 'node:fs';
import { failure, main, say } from '../../dev/server/progress.ts';
import { disagreementsWithReference, resultsOf, runCounts } from './counts.ts';
import { help, type Options, optionsFrom } from './options.ts';
import { plot, tables } from './page.ts';
import { chosenCells, goalCells, type Section, sections } from './worlds/cells.ts';
import { changed, expected } from './worlds/check.ts';
import { worldPlot, worldTables } from './worlds/page.ts';
import { goalReport, runWorlds } from './worlds.ts';

const page = new URL('../../docs/decision-rules.md', import.meta.url);
const picture = (name: string): URL => new URL(`../../docs/${name}.svg`, import.meta.url);

const writeBetween = (name: string, text: string): void => {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`] as const;
  const before = readFileSync(page, 'utf8');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from)
    throw failure('docs/decision-rules.md has lost its markers', `put ${begin} and ${end} back`);
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`);
};

const requireReference = (found: readonly string[]): void => {
  if (found.length > 0)
    throw failure(
      `the simulation disagrees with the reference:\n${found.join('\n')}`,
      'find out which of the two is right before anything else',
    );
  say('every figure of fixed_thresholds and sequential-2000 lies within 4 standard errors of the reference');
};

const checkCounts = async (experiments: number, seed: number) => {
  const tallies = await runCounts(experiments, seed);
  requireReference(disagreementsWithReference(tallies));
  return resultsOf(tallies);
};

const check = async ({ experiments, runs, seed }: Options): Promise<void> => {
  await checkCounts(experiments ?? 4000, seed);
  const results = await runWorlds(
    expected.map(({ cell }) => cell),
    runs ?? 4000,
    seed + 1,
  );
  const found = changed(results);
  if (found.length > 0)
    throw failure(
      `simulated tests end otherwise than they did:\n${found.join('\n')}`,
      'if the rules changed on purpose: put the new shares into bench/simulation/worlds/check.ts (npm run simulate -- --truth=…)',
    );
  say(`tests of ${results.length} worlds end as they did, within 3 standard errors`);
};

const writeCounts = async (experiments: number, seed: number): Promise<void> => {
  const counts = await checkCounts(experiments, seed);
  const command = `npm run simulate -- --section=counts --experiments=${experiments} --seed=${seed}`;
  const note = `${experiments.toLocaleString('en')} experiments a row, seed ${seed}: \`${command}\`.`;
  writeBetween('simulated', `${tables(counts)}\n\n${note}`);
  writeFileSync(picture('decision-rules'), plot(counts));
};

const writeSection = async (section: Section, runs: number, seed: number): Promise<void> => {
  const results = await runWorlds(sections[section], runs, seed);
  const command = `npm run simulate -- --section=${section} --runs=${runs} --seed=${seed}`;
  const note = `${runs.toLocaleString('en')} tests a row, seed ${seed}: \`${command}\`.`;
  writeBetween(`worlds ${section}`, `${worldTables(results)}\n\n${note}`);
  if (section === 'main') writeFileSync(picture('decision-worlds'), worldPlot(results));
};

const write = async ({ sections: wanted, experiments, runs, seed }: Options): Promise<void> => {
  for (const section of wanted)
    if (section === 'counts') await writeCounts(experiments ?? 20_000, seed);
    else await writeSection(section, runs ?? 4000, seed);
  say(`written to docs/decision-rules.md and its plots: ${wanted.join(', ')}`);
};

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

await main(async () => {
  const options = optionsFrom(process.argv.slice(2));
  const runs = options.runs ?? 4000;
  if (options.mode === 'help') print(help);
  if (options.mode === 'write') await write(options);
  if (options.mode === 'check') await check(options);
  if (options.mode === 'goals') print(goalReport(await runWorlds(goalCells, runs, options.seed)).join('\n'));
  if (options.mode === 'cells')
    print(worldTables(await runWorlds(chosenCells(options.choice), runs, options.seed)));
});
