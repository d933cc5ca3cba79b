// How each type of TypeScript is held in SQL. Knows types alone, no expression.
import ts from 'typescript-checker';
import { cannot } from '../sources/refusal.ts';
import {
  arrayOf,
  bigint,
  boolean,
  type Field,
  json,
  keyOf,
  merged,
  nothing,
  number,
  type RecordRep,
  type Rep,
  record,
  sameKind,
  text,
  withPresence,
} from './reps.ts';

const absent = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never;
const parts = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

export const mayBe = (type: ts.Type, flag: ts.TypeFlags): boolean =>
  parts(type).some((part) => (part.flags & (flag | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0);
export const isNullable = (type: ts.Type): boolean => mayBe(type, absent);

const isJavaScript = (node: ts.Node): boolean => node.getSourceFile().fileName.endsWith('.js');

/** Whether a node lies in a function with type parameters, where the checker knows types by their names only. */
export const isGeneric = (node: ts.Node): boolean => {
  for (let owner = node.parent; owner !== undefined; owner = owner.parent)
    if (ts.isFunctionLike(owner) && (owner.typeParameters ?? []).length > 0) return true;
  return false;
};

export type Types = {
  readonly of: (type: ts.Type, node: ts.Node) => Rep;
  readonly at: (node: ts.Node) => Rep;
};

/** What every kind of type needs: the checker, and how the types within it are held. */
type Context = { readonly checker: ts.TypeChecker; readonly of: Types['of'] };

/** The keys of an object literal in the order in which they are written; the checker has those of spreads elsewhere. */
const writtenOrder = ({ checker, of }: Context, type: ts.Type): readonly string[] => {
  const literal = type.symbol?.declarations?.[0];
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return [];
  const names = literal.properties.flatMap((p) => {
    if (!ts.isSpreadAssignment(p)) return [p.name?.getText().replace(/^'|'$/g, '') ?? ''];
    const spread = of(checker.getTypeAtLocation(p.expression), p);
    return spread.kind === 'record' ? spread.fields.map((f) => f.name) : [];
  });
  return [...new Set(names)];
};

/** Whether an object literal spreads what has unknown keys: it has them too, though its type does not say so. */
const spreadsOpen = ({ checker, of }: Context, type: ts.Type): boolean => {
  const literal = type.symbol?.declarations?.[0];
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return false;
  return literal.properties.some((p) => {
    if (!ts.isSpreadAssignment(p) || isGeneric(p)) return false;
    const spread = of(checker.getTypeAtLocation(p.expression), p);
    return spread.kind === 'json' || (spread.kind === 'record' && spread.open);
  });
};

const tuple = ({ checker, of }: Context, type: ts.TypeReference, node: ts.Node): Rep => {
  const items = checker.getTypeArguments(type);
  const reps = items.map((item) => of(item, node));
  const first = reps.find((r) => r.kind !== 'null') ?? json;
  if (reps.every((r) => r.kind === 'null' || keyOf(r) === keyOf(first))) return arrayOf(first);
  return record(
    reps.map((rep, i) => ({
      name: String(i),
      rep,
      optional: false,
      nullable: isNullable(items[i] as ts.Type),
    })),
  );
};

const property = ({ checker, of }: Context, symbol: ts.Symbol, node: ts.Node): Field => {
  const type = checker.getTypeOfSymbolAtLocation(symbol, node);
  return {
    name: symbol.name,
    rep: of(type, node),
    optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0 || mayBe(type, ts.TypeFlags.Undefined),
    nullable: mayBe(type, ts.TypeFlags.Null),
  };
};

const object = (context: Context, type: ts.Type, node: ts.Node): Rep => {
  const { checker, of } = context;
  const name = type.symbol?.name;
  const given = checker.getTypeArguments(type as ts.TypeReference);
  if (checker.isTupleType(type)) return tuple(context, type as ts.TypeReference, node);
  if (checker.isArrayType(type)) return arrayOf(of(given[0] as ts.Type, node));
  if (name === 'Float64Array') return arrayOf(number);
  if (name === 'Date') return number;
  if (name === 'Map' || name === 'ReadonlyMap')
    return { kind: 'map', key: of(given[0] as ts.Type, node), value: of(given[1] as ts.Type, node) };
  if (name === 'Set' || name === 'ReadonlySet') return { kind: 'set', of: of(given[0] as ts.Type, node) };
  const signature = type.getCallSignatures()[0];
  if (signature !== undefined)
    return {
      kind: 'function',
      parameters: signature.getParameters().map((p) => of(checker.getTypeOfSymbolAtLocation(p, node), node)),
      result: of(signature.getReturnType(), node),
    };
  const properties = checker.getPropertiesOfType(type);
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (index !== undefined && properties.length === 0) {
    const value = of(index, node);
    return value.kind === 'json' ? json : { kind: 'map', key: text, value };
  }
  // {} is what is left of unknown once it is neither null nor undefined.
  if (properties.length === 0) return json;
  const order = writtenOrder(context, type);
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const ordered = [...properties].sort((a, b) => place(a.name) - place(b.name));
  return record(
    withPresence(ordered.map((p) => property(context, p, node))),
    index !== undefined || spreadsOpen(context, type),
  );
};

const union = ({ checker, of }: Context, types: readonly ts.Type[], node: ts.Node): Rep => {
  const reps = types.filter((t) => (t.flags & absent) === 0).map((t) => of(t, node));
  const [first] = reps;
  if (first === undefined) return nothing;
  if (reps.some((r) => r.kind === 'json')) return json;
  if (reps.every((r) => keyOf(r) === keyOf(first)) && first.kind !== 'record') return first;
  const isMixed = reps.some((r) => !sameKind(r, first));
  // Values of several kinds together are as good as unknown.
  if (isMixed) return json;
  if (reps.every((r) => r.kind === 'record')) return merged(reps as RecordRep[]);
  const arrays = reps.filter((r) => r.kind === 'array');
  const items = arrays.map((a) => a.of).filter((r) => r.kind !== 'null');
  if (arrays.length === reps.length && items.every((r) => r.kind === 'record'))
    return arrayOf(items.length === 0 ? json : merged(items as RecordRep[]));
  return cannot(
    node,
    `the type ${checker.typeToString(checker.getTypeAtLocation(node))}`,
    'let all members of a union be of one kind: all numbers, all texts, all objects',
  );
};

const fresh = (context: Context, type: ts.Type, node: ts.Node): Rep => {
  const { checker, of } = context;
  const has = (flag: ts.TypeFlags): boolean => (type.flags & flag) !== 0;
  if (has(absent)) return nothing;
  if (has(ts.TypeFlags.NumberLike)) return number;
  if (has(ts.TypeFlags.StringLike | ts.TypeFlags.TemplateLiteral)) return text;
  if (has(ts.TypeFlags.BooleanLike)) return boolean;
  if (has(ts.TypeFlags.BigIntLike)) return bigint;
  if (has(ts.TypeFlags.Unknown)) return json;
  if (has(ts.TypeFlags.Any)) return isJavaScript(node) ? number : json;
  if (type.isUnion()) return union(context, type.types, node);
  if (has(ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return object(context, type, node);
  if (has(ts.TypeFlags.NonPrimitive)) return json;
  const bound = checker.getBaseConstraintOfType(type);
  if (bound !== undefined && bound !== type) return of(bound, node);
  if (has(ts.TypeFlags.TypeParameter)) return json;
  return cannot(
    node,
    `the type ${checker.typeToString(type)}`,
    'use numbers, texts, booleans, bigints, lists, maps and objects of these',
  );
};

export const typesOf = (checker: ts.TypeChecker): Types => {
  const knownInSources = new Map<ts.Type, Rep>();
  const knownInJavaScript = new Map<ts.Type, Rep>();
  const underWay = new Set<ts.Type>();

  const of = (type: ts.Type, node: ts.Node): Rep => {
    // What is any is a number in @stdlib and unknown in the sources.
    const known = isJavaScript(node) ? knownInJavaScript : knownInSources;
    const before = known.get(type);
    if (before !== undefined) return before;
    if (underWay.has(type)) return cannot(node, 'a type that contains itself', 'flatten it');
    underWay.add(type);
    try {
      const rep = fresh({ checker, of }, type, node);
      known.set(type, rep);
      return rep;
    } finally {
      underWay.delete(type);
    }
  };

  return { of, at: (node) => of(checker.getTypeAtLocation(node), node) };
};
