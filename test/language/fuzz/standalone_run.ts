// The same random programs in the stand-alone program, which AddressSanitizer watches: frames go in, a line comes back
// for each. A process that ends otherwise than for want of memory, or does not answer, is a finding with what it said.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Program } from './programs.ts';
import { randomOf } from './random.ts';
import type { Tally } from './server_run.ts';

const timeoutMs = 300;
const hangMs = 30_000;
const programsAProcess = 500;

const jsons = [
  '{"a":[1,2.5,"x"]}',
  '[1e400,-0]',
  '"\\u0000"',
  '[',
  '"',
  '"\\',
  '-',
  '1e-3',
  `[${'9'.repeat(400)}]`,
  '5e-324',
];

/** Bytes for the argument: of any tag, so that a number may be any double, a text anything but broken UTF-8. */
const argumentOf = (seed: number, number: number): { readonly tag: number; readonly bytes: Buffer } => {
  const random = randomOf(seed ^ 0x5eed, number);
  const tag = random.below(9);
  if (tag === 5 || tag === 6)
    return { tag, bytes: Buffer.from(random.pick(jsons).repeat(1 + random.below(3))) };
  const size = tag === 8 ? random.below(70_000) : 8;
  return { tag, bytes: Buffer.from(Array.from({ length: size }, () => random.below(256))) };
};

const frameOf = (seed: number, program: Program): Buffer => {
  const { tag, bytes } = argumentOf(seed, program.number);
  const body = Buffer.from(`var b = a; ${program.body}`);
  const head = Buffer.alloc(24);
  const want = randomOf(seed ^ 0x3a17, program.number).below(9);
  [program.number, want, tag, bytes.length, body.length, timeoutMs].forEach((value, index) => {
    head.writeUInt32LE(value, index * 4);
  });
  return Buffer.concat([head, bytes, body]);
};

type Running = {
  readonly child: ChildProcessWithoutNullStreams;
  /** The next line, or how the process ended. */
  readonly answer: () => Promise<string>;
};

const start = (file: string): Running => {
  const child = spawn(file, [], { stdio: ['pipe', 'pipe', 'pipe'], detached: true }); // Ctrl-C is not for it
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exit = new Promise<string>((resolve) => {
    child.on('close', (code, signal) => resolve(`ended with ${signal ?? code}: ${said}`));
  });
  const answer = async (): Promise<string> => {
    const timer = setTimeout(() => {
      said = 'hang';
      child.kill('SIGSEGV'); // the sanitizer says where it was
    }, hangMs);
    const { value, done } = await lines.next();
    clearTimeout(timer);
    return done ? exit : value;
  };
  return { child, answer };
};

/** Runs the programs one by one; a process takes many of them. */
export const runStandalone = async (
  file: string,
  seed: number,
  programs: Iterable<Program>,
  tally: Tally,
): Promise<void> => {
  let running = start(file);
  for (const program of programs) {
    running.child.stdin.write(frameOf(seed, program));
    const line = await running.answer();
    const [number, trouble = ''] = line.split(' ');
    tally.programs += 1;
    const ending =
      Number(number) === program.number ? trouble : line.startsWith('fatal memory') ? 'ended' : 'died';
    tally.endings[ending] = (tally.endings[ending] ?? 0) + 1;
    if (ending === 'died')
      tally.findings.push({
        number: program.number,
        kind: line.includes(': hang') ? 'hang' : line.startsWith('fatal') ? 'internal error' : 'report',
        what: line,
      });
    if (ending === 'ended') tally.ended += 1;
    if (ending !== 'died' && ending !== 'ended' && tally.programs % programsAProcess !== 0) continue;
    running.child.stdin.end();
    running = start(file);
  }
  running.child.stdin.end();
};
