// The arguments of npm run simulate. Knows which values there are, and refuses others by name.
import { failure } from '../../dev/server/progress.ts';
import { profileNames, ruleNames } from '../../src/plv8/settings/names.ts';
import { asShipped, type Choice, type Section, sectionNames } from './worlds/cells.ts';
import { mainTruths, truths } from './worlds/truths.ts';

export type Options = {
  readonly mode: 'write' | 'check' | 'goals' | 'cells' | 'help';
  readonly runs: number | null;
  readonly experiments: number | null;
  /** What of the page is written. */
  readonly sections: readonly ('counts' | Section)[];
  readonly seed: number;
  readonly choice: Choice;
};

export const help = `npm run simulate: write the tables and plots of docs/decision-rules.md
  -- --section=daily,…  write these of its parts: ${['counts', ...sectionNames].join(' ')}
  -- --check            compare with the reference tables, write nothing
  -- --check-goals      say which goals the present rules meet, write nothing
  -- --truth=null,…     print cells, write nothing; lists: --truth --rate --leads-per-day --looks --power, one of: --profile --rule
  --runs --experiments --seed   how many simulated tests a cell, experiments a row, and from which seed
truths: ${truths.map((truth) => truth.name).join(' ')}`;

const cellOptions = ['truth', 'rate', 'leads-per-day', 'looks', 'power', 'profile', 'rule'];
const otherOptions = ['check', 'check-goals', 'section', 'runs', 'experiments', 'seed', 'help'];
const parts = ['counts', ...sectionNames] as const;

type Given = ReadonlyMap<string, string>;

const given = (args: readonly string[]): Given =>
  new Map(
    args.map((argument): [string, string] => {
      const [, name = '', value = ''] = /^--([a-z-]+)(?:=(.*))?$/.exec(argument) ?? [];
      if (![...cellOptions, ...otherOptions].includes(name))
        throw failure(`there is no option "${argument}"`, help);
      return [name, value];
    }),
  );

const listed = <T>(
  options: Given,
  name: string,
  byDefault: readonly T[],
  read: (text: string) => T,
): readonly T[] => {
  const value = options.get(name);
  return value === undefined ? byDefault : value.split(',').map(read);
};

const oneOf =
  <T extends string>(name: string, names: readonly T[]) =>
  (text: string): T => {
    const found = names.find((each) => each === text);
    if (found === undefined)
      throw failure(`--${name}: there is no "${text}"`, `give one of ${names.join(', ')}`);
    return found;
  };

const numberIn =
  (name: string, above: number, below: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text === '' || !(value > above && value < below))
      throw failure(`--${name}: "${text}" is not between ${above} and ${below}`, 'give another number');
    return value;
  };

const wholeNumber = (options: Given, name: string): number | null => {
  const text = options.get(name);
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw failure(`--${name}: "${text}" is no positive integer`, `give --${name}=4000, for example`);
  return value;
};

const choiceFrom = (options: Given): Choice => ({
  truths: listed(
    options,
    'truth',
    mainTruths.map((truth) => truth.name),
    oneOf(
      'truth',
      truths.map((truth) => truth.name),
    ),
  ),
  rates: listed(options, 'rate', [0.3], numberIn('rate', 0, 0.5)),
  volumes: listed(options, 'leads-per-day', [100], numberIn('leads-per-day', 0, 701)),
  looks: listed(options, 'looks', [asShipped.looks], oneOf('looks', ['weekly', 'daily'] as const)),
  powers: listed<number | null>(options, 'power', [asShipped.power], (text) =>
    text === 'planned' ? null : numberIn('power', 0, 1)(text),
  ),
  profile:
    listed(options, 'profile', [asShipped.profile], oneOf('profile', profileNames))[0] ?? asShipped.profile,
  rule: listed<Choice['rule']>(options, 'rule', [asShipped.rule], oneOf('rule', ruleNames))[0] ?? null,
});

const modeFrom = (options: Given): Options['mode'] => {
  if (options.has('help')) return 'help';
  if (options.has('check')) return 'check';
  if (options.has('check-goals')) return 'goals';
  return cellOptions.some((name) => options.has(name)) ? 'cells' : 'write';
};

export const optionsFrom = (args: readonly string[]): Options => {
  const options = given(args);
  return {
    mode: modeFrom(options),
    sections: listed<(typeof parts)[number]>(options, 'section', parts, oneOf('section', parts)),
    runs: wholeNumber(options, 'runs'),
    experiments: wholeNumber(options, 'experiments'),
    seed: wholeNumber(options, 'seed') ?? 1,
    choice: choiceFrom(options),
  };
};
