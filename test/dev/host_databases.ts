// Pipelines for the tests of the generator: a database with host and generator for each type of ids, and assertions
// that know the bounds of chance.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import {
  generateHistory,
  installGenerator,
  type PipelineParameters,
  resetHost,
} from '../../dev/host/generator.ts';
import type { IdType } from '../../dev/host/schema.ts';
import { createDatabase, idTypes, one } from '../support/database.ts';

export type HostDatabase = {
  readonly ids: IdType;
  readonly client: pg.Client;
  readonly drop: () => Promise<void>;
  /** Makes a history in place of the one before. */
  readonly generate: (parameters: Partial<PipelineParameters>, present?: string) => Promise<void>;
  /** The share of true values that a query gives lies within four standard errors of the rate. */
  readonly assertShare: (sql: string, rate: number) => Promise<void>;
  /** The number that a query gives lies between two others. */
  readonly within: (sql: string, low: number, high: number) => Promise<void>;
};

/** How far a share lies from what it should be, in standard errors. */
const deviation = (hits: number, n: number, rate: number): number =>
  Math.abs(hits - n * rate) / Math.sqrt(n * rate * (1 - rate));

const createHost = async (ids: IdType): Promise<HostDatabase> => {
  const { client, drop } = await createDatabase({ ids, engine: false });
  await client.query(`set time zone 'UTC'`);
  await installGenerator(client);
  return {
    ids,
    client,
    drop,
    generate: async (parameters, present) => {
      await resetHost(client);
      await generateHistory(client, parameters, present);
    },
    assertShare: async (sql, rate) => {
      const { rows } = await client.query(
        `select count(*)::integer as n, count(*) filter (where hit)::integer as hits from (${sql}) as counted (hit)`,
      );
      assert.ok(rows[0].n > 200, `only ${rows[0].n} rows`);
      const off = deviation(rows[0].hits, rows[0].n, rate);
      assert.ok(off < 4, `${rows[0].hits} of ${rows[0].n} is ${off.toFixed(1)} standard errors from ${rate}`);
    },
    within: async (sql, low, high) => {
      const value = Number(await one(client, sql));
      assert.ok(value >= low && value <= high, `${value} is not between ${low} and ${high}: ${sql}`);
    },
  };
};

/** One database for each type of ids; the tests that ask for them drop them. */
export const createHosts = (): Promise<readonly HostDatabase[]> => Promise.all(idTypes.map(createHost));
