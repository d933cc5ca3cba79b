// One session of a server, closed whatever happens in it. Knows neither server nor engine.
import pg from 'pg';

/**
 * What a session of a private server says itself, so that the caller's environment does not: it has no TLS, which PGSSLMODE
 * may ask for, and PGOPTIONS is for other servers. An empty text would be taken for none.
 */
export const privateSession = { ssl: false, options: ' ' } as const;

/** With a server that is not private the URL and the environment say how. */
export const withClient = async <T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  isPrivate = true,
): Promise<T> => {
  const client = new pg.Client({ connectionString: url, ...(isPrivate && privateSession) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
