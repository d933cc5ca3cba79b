// Loads the host's schema into the database of GM_DBURL, as graphile-migrate calls it: what graphile-migrate needs in a
// shadow database before it tries the engine's migrations there.
import pg from 'pg';
import { renderHostSchema } from './schema.ts';

const client = new pg.Client({ connectionString: process.env.GM_DBURL });
await client.connect();
try {
  await client.query(renderHostSchema({ ids: 'bigint' }));
} finally {
  await client.end();
}
