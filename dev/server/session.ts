// One session of a server, closed whatever happens in it. Knows neither server nor engine.
import pg from 'pg';

/**
 * A private server has no TLS, which PGSSLMODE of the caller's environment may ask for; with another one the URL and the
 * environment say.
 */
export const withClient = async <T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  isPrivate = true,
): Promise<T> => {
  const client = new pg.Client({ connectionString: url, ...(isPrivate && { ssl: false }) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
