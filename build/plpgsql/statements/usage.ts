// Which parts of a record a function reads. A record is passed by value, so a function that is called for each item of a
// list and is given the whole document would copy the list each time: it is passed the parts that it reads.
import ts from 'typescript-checker';
import { resolved, topLevelFunction } from '../scope/constants.ts';
import type { FunctionNode } from '../scope/scope.ts';
import type { Unit } from '../scope/unit.ts';
import { isPresence, type Rep, record } from '../types/reps.ts';

/** A record as a whole, or some of its properties. */
type Usage = 'whole' | ReadonlyMap<string, Usage>;

const nothing: Usage = new Map();

const both = (a: Usage, b: Usage): Usage => {
  if (a === 'whole' || b === 'whole') return 'whole';
  const parts = new Map(a);
  for (const [name, usage] of b) parts.set(name, both(parts.get(name) ?? nothing, usage));
  return parts;
};

const ofPattern = (pattern: ts.BindingName): Usage => {
  if (!ts.isObjectBindingPattern(pattern)) return 'whole';
  return pattern.elements.reduce<Usage>((usage, { name, propertyName, dotDotDotToken }) => {
    const key = propertyName ?? name;
    if (dotDotDotToken !== undefined || !(ts.isIdentifier(key) || ts.isStringLiteral(key))) return 'whole';
    return both(usage, new Map([[key.text, ts.isIdentifier(name) ? 'whole' : ofPattern(name)]]));
  }, nothing);
};

/** What is read of the value of an expression, by where it stands. */
const ofPlace = (unit: Unit, node: ts.Expression, underWay: ReadonlySet<ts.Node>): Usage => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node)
    return new Map([[parent.name.text, ofPlace(unit, parent, underWay)]]);
  if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name))
    return ofPattern(parent.name);
  if (!ts.isCallExpression(parent)) return 'whole';
  const f = topLevelFunction(unit, parent.expression);
  return f === undefined ? 'whole' : ofParameter(unit, f, parent.arguments.indexOf(node), underWay);
};

const ofParameter = (unit: Unit, f: FunctionNode, i: number, underWay: ReadonlySet<ts.Node>): Usage => {
  const parameter = f.parameters[i];
  const isPlain =
    parameter !== undefined && parameter.dotDotDotToken === undefined && parameter.initializer === undefined;
  if (!isPlain || underWay.has(parameter) || (f.typeParameters ?? []).length > 0) return 'whole';
  if (!ts.isIdentifier(parameter.name)) return ofPattern(parameter.name);
  const symbol = unit.checker.getSymbolAtLocation(parameter.name);
  const within = new Set([...underWay, parameter]);
  let usage: Usage = nothing;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node !== parameter.name && resolved(unit, node) === symbol)
      usage = both(usage, ofPlace(unit, node, within));
    ts.forEachChild(node, visit);
  };
  visit(f);
  return usage;
};

/** Whether values of it may be long: lists, and what holds them. */
const isLong = (rep: Rep): boolean =>
  rep.kind === 'record'
    ? rep.open || rep.fields.some((field) => isLong(field.rep))
    : !['number', 'boolean', 'text', 'bigint', 'null', 'function'].includes(rep.kind);

/** The record with the parts that are read; the whole where nothing long is left out. */
const narrowed = (rep: Rep, usage: Usage): Rep => {
  if (rep.kind !== 'record' || usage === 'whole') return rep;
  const usageOf = (name: string): Usage | undefined => usage.get(isPresence(name) ? name.slice(0, -1) : name);
  const isOpen = rep.open && [...usage.keys()].some((name) => !rep.fields.some((f) => f.name === name));
  const left = rep.fields.filter((f) => usageOf(f.name) === undefined);
  const fields = rep.fields.flatMap((f) => {
    const own = usageOf(f.name);
    return own === undefined ? [] : [{ ...f, rep: narrowed(f.rep, own) }];
  });
  const isSame = !left.some((f) => isLong(f.rep)) && rep.open === isOpen;
  return isSame && fields.every((f) => rep.fields.some((own) => own.rep === f.rep))
    ? rep
    : record(fields, isOpen);
};

/** How a function takes a parameter. */
export const passedRep = (unit: Unit, f: FunctionNode, i: number, rep: Rep): Rep =>
  rep.kind === 'record' ? narrowed(rep, ofParameter(unit, f, i, new Set())) : rep;
