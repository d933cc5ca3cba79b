// What answers a person on a machine without psql: rows as text that nothing rounds, errors with their hints.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkout } from '../../dev/server/layout.ts';
import { describeRows } from '../../dev/server/prompt.ts';
import { createDatabase } from '../support/database.ts';

const prompt = suite('the prompt');
const { url, drop } = await createDatabase({ ids: 'bigint' });
prompt.after(drop);

const type = (args: readonly string[], input = '') => {
  const program = `import { runPrompt } from ${JSON.stringify(join(checkout, 'dev/server/prompt.ts'))};
    import { main } from ${JSON.stringify(join(checkout, 'dev/server/progress.ts'))};
    await main(() => runPrompt(${JSON.stringify(url)}, ${JSON.stringify(args)}));`;
  return spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: checkout,
    input,
    encoding: 'utf8',
  });
};

prompt('shows one row as lines, more rows as a table, none as its head', () => {
  assert.is(describeRows(['a', 'long'], [['1', null]]), 'a    | 1\nlong | ');
  assert.is(
    describeRows(
      ['a', 'b'],
      [
        ['1', 'x'],
        ['22', null],
      ],
    ),
    'a  | b\n---+--\n1  | x\n22 |\n(2 rows)',
  );
  assert.is(describeRows(['a'], []), 'a\n-\n(0 rows)');
});

prompt('runs the statement of -c and gives numbers and documents as the server writes them', () => {
  const { stdout, status } = type([
    '-c',
    `select 12345678901234567890 as n, '{"a":1.10}'::json as j, 0.1::float8 as f`,
  ]);
  assert.equal([stdout, status], ['n | 12345678901234567890\nj | {"a":1.10}\nf | 0.1\n', 0]);
  assert.match(
    type(['-c', "select lh_run_improvement_cycle() ->> 'success' as success"]).stdout,
    'success | true',
  );
});

prompt('reads statements until \\q, over several lines, and goes on after an error', () => {
  const { stdout, status } = type(
    [],
    'select 1\n  as one;\nselect nothing;\ncreate temp table t ();\n\\q\nselect 2;\n',
  );
  assert.is(status, 0);
  assert.match(stdout, 'one | 1');
  assert.match(stdout, 'ERROR:  column "nothing" does not exist');
  assert.match(stdout, 'CREATE');
  assert.not.match(stdout, '| 2');
});

prompt('ends with 1 after a statement that fails, and refuses what it does not know', () => {
  const failed = type(['-c', `select lh_engine.set_setting('profil', '1')`]);
  assert.is(failed.status, 1);
  assert.match(failed.stderr, 'profil');
  assert.match(failed.stderr, /remedy: .+/);
  const refused = type(['-XAt']);
  assert.is(refused.status, 1);
  assert.match(refused.stderr, 'without psql there is no "-XAt"');
});

prompt.run();
