// A suite of tests against a database, once for each type of ids: it opens what the tests need, sets their clock, takes
// back what each test did and closes everything, also when a test fails. It must not know what is tested.
import type pg from 'pg';
import { suite } from 'uvu';
import type { IdType } from '../../dev/host/schema.ts';
import {
  connect,
  createDatabase,
  type DatabaseOptions,
  idTypes,
  setClock,
  type TestDatabase,
} from './database.ts';

/** The database of the test that runs now, and more of them for as long as it runs. */
export type EngineDatabase = Omit<TestDatabase, 'drop'> & {
  readonly ids: IdType;
  /** Another session of the same database, its clock set too. */
  readonly connect: () => Promise<pg.Client>;
  /** Another database, its clock set too. */
  readonly open: (wanted?: Partial<DatabaseOptions>) => Promise<TestDatabase>;
};

export type EngineSuiteOptions = {
  /**
   * What keeps tests apart: each is a transaction that is taken back, its DDL too (the default); each has a database of
   * its own; or nothing, where no test changes what another one reads.
   */
  readonly isolation?: 'transaction' | 'database' | 'none';
  readonly ids?: readonly IdType[];
  /** Whether the databases have the engine; they do unless this is false. */
  readonly engine?: boolean;
  /** The engine's clock when a test starts. */
  readonly now?: string;
  /** What the database of the tests gets when it is new. */
  readonly prepare?: (client: pg.Client) => Promise<unknown>;
  /** What is taken away before it is dropped, in whatever state the test left it. */
  readonly cleanUp?: (client: pg.Client) => Promise<unknown>;
};

export type Test = (sentence: string, work: () => Promise<unknown>) => void;
export type DefineTests = (test: Test, db: EngineDatabase) => void;

type Work = () => Promise<unknown>;

/** Runs them all, the last first; returns what went wrong. */
const closeAll = async (closes: Work[]): Promise<unknown[]> => {
  const errors: unknown[] = [];
  for (const close of closes.splice(0).reverse()) await close().catch((error) => errors.push(error));
  return errors;
};

/** Does the work, then closes whatever it opened, also when it fails; the work's own error comes first. */
const closingAfter = async (work: Work, closes: Work[]): Promise<void> => {
  const errors = await work().then(
    (): unknown[] => [],
    (error: unknown) => [error],
  );
  errors.push(...(await closeAll(closes)));
  if (errors.length > 0) throw errors[0];
};

/** The databases of one suite: the one its tests see, what they open besides, and how all of it is closed. */
const openDatabases = (title: string, ids: IdType, options: EngineSuiteOptions) => {
  const { isolation = 'transaction', engine = true, now, prepare, cleanUp } = options;
  const afterTest: Work[] = [];
  const afterSuite: Work[] = [];
  let current: TestDatabase | undefined;

  const present = (): TestDatabase => {
    if (current === undefined) throw new Error(`"${title}" has no database before its first test`);
    return current;
  };
  const setNow = async (client: pg.Client): Promise<void> => {
    if (now !== undefined) await setClock(client, now);
  };
  const open = async (closes: Work[], wanted: Partial<DatabaseOptions>): Promise<TestDatabase> => {
    const opened = await createDatabase({ ids, ...wanted });
    closes.push(opened.drop);
    await setNow(opened.client);
    return opened;
  };
  const openAgain = async (): Promise<pg.Client> => {
    const client = await connect(present().url);
    afterTest.push(() => client.end());
    await setNow(client);
    return client;
  };
  /** Before each test: a new database, or the one that the tests share in a new transaction. */
  const enter = async (): Promise<void> => {
    if (current === undefined || isolation === 'database') {
      const closes = isolation === 'database' ? afterTest : afterSuite;
      const opened = await open(closes, { engine });
      if (cleanUp) closes.push(() => cleanUp(opened.client));
      await prepare?.(opened.client);
      current = opened;
    }
    const { client } = current;
    if (isolation === 'transaction') {
      await client.query('begin');
      afterTest.push(() => client.query('rollback'));
    }
    await setNow(client);
  };
  const db: EngineDatabase = {
    ids,
    get name() {
      return present().name;
    },
    get url() {
      return present().url;
    },
    get client() {
      return present().client;
    },
    connect: openAgain,
    open: (wanted = {}) => open(afterTest, wanted),
  };
  return { db, enter, afterTest, afterSuite };
};

const runSuite = (title: string, ids: IdType, options: EngineSuiteOptions, define: DefineTests): void => {
  const tests = suite(title);
  const { db, enter, afterTest, afterSuite } = openDatabases(title, ids, options);
  let defined = 0;
  let started = 0;
  const test: Test = (sentence, work) => {
    defined += 1;
    tests(sentence, () => {
      started += 1;
      return closingAfter(() => enter().then(work), afterTest);
    });
  };
  define(test, db);
  if (defined === 0) throw new Error(`the suite "${title}" has no test`);
  tests.after(() => closingAfter(async () => undefined, afterSuite));
  tests.run();
  process.once('exit', () => {
    if (started === defined) return;
    console.error(`"${title}": ${started} of ${defined} tests ran`);
    process.exitCode = 1;
  });
};

/** Defines and runs the tests, once for each type of ids; fails when there is none or when one is left out. */
export const engineSuite = (name: string, options: EngineSuiteOptions, define: DefineTests): void => {
  const { ids = idTypes } = options;
  for (const each of ids) runSuite(ids.length > 1 ? `${name} (${each} ids)` : name, each, options, define);
};
