import { connect, createDatabase, one } from '/work/wt/jt/test/support/database.ts';
import { makeWorld } from '/work/wt/jt/bench/plain/world.ts';
const js = await createDatabase({ ids: 'bigint' });
console.log(js.url);
const t0=performance.now();
console.log(await makeWorld(js.client), performance.now()-t0);
await js.client.end();
