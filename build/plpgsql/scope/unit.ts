// One compilation: the SQL types, functions and closures that it has come to need, and what is still to be compiled.
// Knows names and signatures, not how a body is compiled.
import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type ts from 'typescript-checker';
import { type Evaluation, evaluateSources } from '../sources/evaluate.ts';
import type { Sources } from '../sources/program.ts';
import { arrayOf, type FunctionRep, keyOf, type RecordRep, type Rep, rest } from '../types/reps.ts';
import { type Types, typesOf } from '../types/types.ts';

export type Routine = {
  readonly name: string;
  readonly parameters: readonly Rep[];
  readonly result: Rep;
};

/** A place in the sources that makes a function value, with what it captures. */
export type Closure = { readonly tag: number; readonly captures: readonly Rep[]; readonly routine: string };

export type ClosureClass = {
  readonly name: string;
  readonly rep: FunctionRep;
  readonly closures: Map<string, Closure>;
};

export type Unit = {
  readonly sources: Sources;
  readonly checker: ts.TypeChecker;
  readonly types: Types;
  readonly evaluation: Evaluation;
  readonly sqlType: (rep: Rep) => string;
  readonly typeTexts: readonly string[];
  /**
   * A name that no other function has. What tells it from others of the same place makes part of it, so that a name
   * stays when other functions come or go: a migration writes the functions that changed, and no others.
   */
  readonly uniqueName: (wanted: string, distinction?: string) => string;
  /** The routine known under a key, or the one that `make` describes, whose body is compiled later by `compile`. */
  readonly routine: (key: string, make: () => Routine, compile: (routine: Routine) => string) => Routine;
  readonly closureClass: (rep: FunctionRep) => ClosureClass;
  readonly finish: () => readonly string[];
};

export const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const scalar: Partial<Record<Rep['kind'], string>> = {
  number: 'float8',
  text: 'text',
  boolean: 'boolean',
  bigint: 'numeric',
  json: 'json',
  null: 'text',
};

const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9_]/g, '_')
    .toLowerCase();

/** Six digits for a text: 2^31 of them, and a name that is made twice fails when it is installed. */
const digits = (text: string): string =>
  BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 16)}`)
    .toString(36)
    .slice(-6);

/** The number of a function value among those of its type. */
export const tagOf = (routine: string): number =>
  Number.parseInt(createHash('sha256').update(routine).digest('hex').slice(0, 7), 16);

/** A function's SQL name from where it is written: `proportions_z_test`. */
export const routineName = (file: string, name: string): string => {
  const base = basename(file).replace(/\.[jt]s$/, '');
  const folder = file.includes('@stdlib/') || file.includes('/ports/') ? 'math' : basename(dirname(file));
  const parcel = basename(dirname(dirname(file))).replace(/^.*special-/, '');
  const owner = base === 'main' ? parcel : file.includes('@stdlib/') ? `${parcel}_${base}` : base;
  return snake(base === 'operations' ? `${folder}_${name}` : `${owner}_${name}`).slice(0, 50);
};

const recordColumns = (rep: RecordRep, sqlType: Unit['sqlType']): readonly string[] => [
  ...[...rep.fields]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((f) => `${ident(f.name)} ${sqlType(f.rep)}`),
  ...(rep.open ? [`${ident(rest)} json`] : []),
];

const mapColumns = (
  { key, value }: Rep & { readonly kind: 'map' },
  sqlType: Unit['sqlType'],
): readonly string[] => [`k ${sqlType(arrayOf(key))}`, `v ${sqlType(arrayOf(value))}`];

const sqlTypes = () => {
  const names = new Map<string, string>();
  const texts: string[] = [];
  const named = (key: string, prefix: string): string => {
    const name = names.get(key) ?? `${prefix}${digits(key)}`;
    names.set(key, name);
    return name;
  };
  const composite = (rep: Rep, prefix: string, columns: () => readonly string[]): string => {
    const key = keyOf(rep);
    const known = names.get(key);
    if (known !== undefined) return known;
    const body = columns().join(', ');
    const name = named(key, prefix);
    texts.push(`create type ${name} as (${body});`);
    return name;
  };
  const item = (rep: Rep): string =>
    rep.kind === 'array' || rep.kind === 'set'
      ? composite({ kind: 'array', of: arrayOf(rep.of) }, 'list_', () => [`v ${sqlType(rep)}`])
      : sqlType(rep);
  const sqlType = (rep: Rep): string => {
    switch (rep.kind) {
      case 'array':
      case 'set':
        return `${item(rep.of)}[]`;
      case 'map':
        return composite(rep, 'map_', () => mapColumns(rep, sqlType));
      case 'record':
        return composite(rep, 'r_', () => recordColumns(rep, sqlType));
      case 'function':
        return named(keyOf(rep), 'fn_');
      default:
        return scalar[rep.kind] as string;
    }
  };
  return { sqlType, texts };
};

const evaluations = new WeakMap<Sources, Evaluation>();

const evaluationOf = (sources: Sources): Evaluation => {
  const known = evaluations.get(sources) ?? evaluateSources(sources);
  evaluations.set(sources, known);
  return known;
};

const uniqueNames = (): Unit['uniqueName'] => {
  const taken = new Set<string>();
  return (wanted, distinction) => {
    const first = distinction === undefined ? wanted : `${wanted}_${digits(distinction)}`;
    let name = first;
    for (let n = 2; taken.has(name); n += 1) name = `${first}_${n}`;
    taken.add(name);
    return name;
  };
};

const closureClasses = (sqlType: Unit['sqlType']) => {
  const classes = new Map<string, ClosureClass>();
  return {
    all: (): readonly ClosureClass[] => [...classes.values()],
    of: (rep: FunctionRep): ClosureClass => {
      const name = sqlType(rep);
      const known = classes.get(name);
      if (known !== undefined) return known;
      const made: ClosureClass = { name, rep, closures: new Map() };
      classes.set(name, made);
      return made;
    },
  };
};

export const openUnit = (sources: Sources): Unit => {
  const { sqlType, texts } = sqlTypes();
  const routines = new Map<string, Routine>();
  const pending: (() => string)[] = [];
  const classes = closureClasses(sqlType);

  const routine: Unit['routine'] = (key, make, compile) => {
    const known = routines.get(key);
    if (known !== undefined) return known;
    const made = make();
    routines.set(key, made);
    pending.push(() => compile(made));
    return made;
  };

  const unit: Unit = {
    sources,
    checker: sources.checker,
    types: typesOf(sources.checker),
    evaluation: evaluationOf(sources),
    sqlType,
    typeTexts: texts,
    uniqueName: uniqueNames(),
    routine,
    closureClass: classes.of,
    finish: () => {
      const bodies: string[] = [];
      for (let next = pending.shift(); next !== undefined; next = pending.shift()) bodies.push(next());
      texts.push(...classes.all().map((one) => closureType(unit, one)));
      return [...bodies, ...classes.all().flatMap((one) => closureRoutines(unit, one))];
    },
  };
  return unit;
};

const columnsOf = (unit: Unit, { tag, captures }: Closure): readonly string[] =>
  captures.map((rep, i) => `e${tag}_${i} ${unit.sqlType(rep)}`);

/** In an order that does not depend on which was compiled first. */
const inOrder = (closures: ReadonlyMap<string, Closure>): readonly Closure[] =>
  [...closures.values()].sort((a, b) => a.tag - b.tag);

const closureType = (unit: Unit, { name, closures }: ClosureClass): string =>
  `create type ${name} as (${['tag int4', ...inOrder(closures).flatMap((c) => columnsOf(unit, c))].join(', ')});`;

/** One function that makes each function value, and one that calls whichever it is given. */
const closureRoutines = (unit: Unit, { name, rep, closures }: ClosureClass): readonly string[] => {
  const all = inOrder(closures);
  const makers = all.map((own) => {
    const values = all.flatMap((c) =>
      c.captures.map((captured, i) => (c === own ? `$${i + 1}` : `null::${unit.sqlType(captured)}`)),
    );
    return plpgsql(
      `${name}_make_${own.tag}`,
      own.captures.map((captured) => unit.sqlType(captured)),
      name,
      `begin\n  return row(${[`${own.tag}`, ...values].join(', ')})::${name};\nend`,
    );
  });
  const branches = all.map((c) => {
    const captured = c.captures.map((_, i) => `v_f.e${c.tag}_${i}`);
    const given = rep.parameters.map((_, i) => `$${i + 2}`);
    return `    when ${c.tag} then return ${c.routine}(${[...captured, ...given].join(', ')});`;
  });
  const body = `declare\n  v_f ${name} := $1;\nbegin\n  case v_f.tag\n${branches.join('\n')}\n  end case;\nend`;
  const call = plpgsql(
    `${name}_call`,
    [name, ...rep.parameters.map(unit.sqlType)],
    unit.sqlType(rep.result),
    body,
  );
  return all.length === 0 ? [] : [...makers, call];
};

export const plpgsql = (name: string, parameters: readonly string[], result: string, body: string): string =>
  `create function ${name}(${parameters.join(', ')}) returns ${result} language plpgsql immutable as $plain$\n${body}\n$plain$;`;
