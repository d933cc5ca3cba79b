// What a person types behind npm start and npm run db:start, and what a wrong word is answered with.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readArguments } from '../../dev/server/arguments.ts';
import type { Failure } from '../../dev/server/progress.ts';

const typed = suite('the arguments of a command');
const all = ['embedded', 'plv8', 'url'];
const read = (...args: string[]) => readArguments('start', args, { fresh: 'again' }, all);

const refusal = (...args: string[]): Failure => {
  try {
    read(...args);
  } catch (error) {
    return error as Failure;
  }
  throw new Error(`${args.join(' ')} was taken`);
};

typed('choose the server, or leave the choice open', () => {
  assert.equal(read(), { kind: undefined, url: undefined, flags: new Set() });
  assert.is(read('--embedded').kind, 'embedded');
  assert.equal([read('--plv8', '--fresh').kind, [...read('--fresh').flags]], ['debian', ['fresh']]);
  assert.is(read('--url', 'postgres://me@host/db').url, 'postgres://me@host/db');
  assert.is(read('--url=postgresql://me:secret@host:1/db').url, 'postgresql://me:secret@host:1/db');
});

typed('are refused with the word, and with where the right ones are listed', () => {
  for (const [args, reason] of [
    [['--embeded'], "Unknown option '--embeded'"],
    [['fast'], "Unexpected argument 'fast'"],
    [['--embedded', '--plv8'], '--embedded and --plv8 exclude each other'],
    [['--plv8', '--url=postgres://x/y'], '--plv8 and --url exclude each other'],
    [['--url'], "Option '--url <value>' argument missing"],
    [['--url=http://host'], '"http://host" is no URL of a PostgreSQL'],
  ] as const) {
    const { message, remedy } = refusal(...args);
    assert.match(message, reason);
    assert.is(remedy, 'npm start -- --help lists what it knows');
  }
});

typed('do not show a password in a refusal', () => {
  const { message } = refusal('--url=postgress://me:secret@host/db');
  assert.not.match(message, 'secret');
  assert.match(message, 'postgress://me:…@host/db');
});

typed.run();
