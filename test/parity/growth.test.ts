// A list that is eight times as long costs the plain library eight times as much: none of the loops that it is compiled to
// copies at every item what it has made or been given. Measured as what the server's process takes of a core, so that what
// runs beside it does not count.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runTime } from '../../bench/plain/figures.ts';
import { plainLibrary } from '../../build/plpgsql/output.ts';
import { createDatabase, one } from '../support/database.ts';
import { longLists } from './long_lists.ts';

const [short, long] = [200, 1600];
/** What an item may cost more in the long list than in the short one. */
const margin = 1.3;

const growth = suite('growth of the plain library');
const db = await createDatabase({ ids: 'bigint' });
if ((await one(db.client, 'select lh_engine.language()')) === 'plv8')
  await db.client.query(`begin;\n${await plainLibrary()}\ncommit;`);
const server = await one<number>(db.client, 'select pg_backend_pid()');
growth.after(() => db.drop());

const clock = (): number => (Number.isNaN(runTime(server)) ? performance.now() : runTime(server));

/** Milliseconds for each item. */
const costOf = async (operation: string, document: unknown, items: number): Promise<number> => {
  const start = clock();
  const sql = `select lh_engine_plain.js($1, $2) -> 'result' is not null`;
  assert.ok(await one<boolean>(db.client, sql, [operation, JSON.stringify(document)]), operation);
  return (clock() - start) / items;
};

for (const { operation, list, documentsOf } of longLists(1))
  growth(`${operation}: an item of ${list} costs as much among ${long} as among ${short}`, async () => {
    const [few, many] = [documentsOf(short)[0], documentsOf(long)[0]];
    await costOf(operation, few, short);
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3 && !(least <= margin); round += 1)
      least = Math.min(least, (await costOf(operation, many, long)) / (await costOf(operation, few, short)));
    assert.ok(least <= margin, `an item costs ${least.toFixed(2)} times as much`);
  });

growth.run();
