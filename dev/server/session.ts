// One session of a server on this machine, closed whatever happens in it. Knows neither server nor engine.
import pg from 'pg';

/** Without TLS, which PGSSLMODE of the caller's environment may ask for and a private server has not. */
export const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, ssl: false });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
