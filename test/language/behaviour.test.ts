// Every case of behaviour.json against the server of the tests: an answer equals real plv8's, or the documented
// deviation.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { requireForFile } from '../support/needs.ts';
import { readCases, runCases } from './behaviour.ts';
import { createLanguageDatabase, isLong } from './database.ts';

await requireForFile('debian', 'plv8');

const behaviour = suite('LANGUAGE plv8 answers as real plv8 does, or as documented,');
const database = await createLanguageDatabase();
const cases = readCases();
const results = await runCases(
  database.url,
  cases.filter(({ id }) => isLong || id !== 'heap'),
);
behaviour.after(database.drop);

const titles = new Map<string, string>([
  ['arg', 'for arguments'],
  ['argpoly', 'for polymorphic arguments'],
  ['ret', 'for results of every type'],
  ['json', 'for values inside json'],
  ['jsonb', 'for values inside jsonb'],
  ['rt', 'for json and jsonb there and back'],
  ['err', 'for exceptions'],
  ['elog', 'for plv8.elog'],
  ['const', 'for the levels of elog'],
  ['env', 'for the environment of a function'],
]);

for (const [word, title] of [...titles, ['', 'for everything else'] as const])
  behaviour(title, () => {
    const of = (id: string): string => id.split(' ')[0] ?? '';
    const mine = results.filter(({ case: { id } }) => (word === '' ? !titles.has(of(id)) : of(id) === word));
    assert.ok(mine.length > 0);
    const different = mine.filter(({ outcome }) => outcome === 'different');
    assert.equal(
      different.map(({ case: { id, real, ours }, answer }) => ({ id, answer, expected: ours ?? real })),
      [],
    );
  });

behaviour('and gives a reason for each deviation', () => {
  assert.equal(
    cases.filter(({ ours, why }) => (ours === undefined) !== (why === undefined)),
    [],
  );
});

behaviour.run();
