// npm run test:language -- --url postgresql://…: runs behaviour.json against any server that has LANGUAGE plv8, real or
// ours, and prints how each answer compares, as it comes. Needs a database in which a schema "probe" may be created for
// a while.
import { parseArgs } from 'node:util';
import { startLocalWithPlv8 } from '../../dev/server/local.ts';
import { isCrash, type Result, readCases, runCases } from './behaviour.ts';

const usage = `usage: npm run test:language -- [--url postgresql://…] [--only TEXT] [--all]
  --url    the database to ask; default: a server of this machine, started if need be
  --only   only the cases whose name contains TEXT
  --all    print the cases that agree too
Cases that end in CRASH restart a server that has real plv8: do not run this where others work. The crash is counted,
the server waited for, and the next case runs.`;

const show = ({ case: { id, real, ours, why }, answer, outcome }: Result): string => {
  if (outcome === 'as real') return `  as real        ${id}`;
  const lines = [`  ${outcome.padEnd(14)} ${id}`, `      answer: ${answer}`];
  if (real !== '' && outcome !== 'as documented') lines.push(`      real:   ${real}`);
  if (ours !== undefined && outcome !== 'as documented') lines.push(`      ours:   ${ours}`);
  if (why !== undefined) lines.push(`      why:    ${why}`);
  return lines.join('\n');
};

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    only: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const url = values.url ?? (await startLocalWithPlv8()).url;
  const showResult = (result: Result): void => {
    if (values.all || result.outcome !== 'as real') console.log(show(result));
  };
  const cases = readCases().filter(({ id }) => id.includes(values.only));
  const results = await runCases(url, cases, showResult);
  const count = (outcome: Result['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  const crashes = results.filter(({ answer }) => isCrash(answer)).length;
  console.log(
    `${results.length} cases: ${count('as real')} as real plv8 3.2.2, ${count('as documented')} as documented ` +
      `for plv8_libnode, ${count('different')} different; ${crashes} crashes of the server`,
  );
  if (count('different') > 0) process.exitCode = 1;
}
