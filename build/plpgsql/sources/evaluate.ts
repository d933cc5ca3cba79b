// Runs the sources at build time, so that what is constant in them (settings, tables, schemas, nodes of a quadrature) is
// taken as the value that it has, and not compiled. Functions inside schemas carry the place where they are written.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript-checker';
import { checkout, type Sources } from './program.ts';

type Read = (name: string) => unknown;
type Module = { exports: unknown };
type Loaded = { readonly module: Module; read: Read };

const native = createRequire(join(checkout, 'build/plpgsql/sources/evaluate.ts'));

const namesIn = (node: ts.Node, isWanted: (node: ts.Identifier) => boolean): ReadonlySet<string> => {
  const names = new Set<string>();
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner) && isWanted(inner)) names.add(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return names;
};

const boundIn = (node: ts.Node): ReadonlySet<string> => {
  const names = new Set<string>();
  const visit = (inner: ts.Node): void => {
    const isBinding = ts.isVariableDeclaration(inner) || ts.isBindingElement(inner) || ts.isParameter(inner);
    if (isBinding && ts.isIdentifier(inner.name)) names.add(inner.name.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return names;
};

/** `() => ({ a, b })` of the names that a function takes from the function around it. */
const captured = (f: ts.Expression, around: ReadonlySet<string>): ts.Expression => {
  const own = boundIn(f);
  const names = [...namesIn(f, ({ text }) => around.has(text) && !own.has(text))];
  const properties = names.map((name) => ts.factory.createShorthandPropertyAssignment(name));
  const object = ts.factory.createParenthesizedExpression(
    ts.factory.createObjectLiteralExpression(properties),
  );
  return ts.factory.createArrowFunction(undefined, undefined, [], undefined, undefined, object);
};

/** `v.check(f)` and `v.transform(f)` become `v.check(__at(position, f, () => captured))`. */
const markSchemaFunctions: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  let around: ReadonlySet<string> = new Set();
  const mark = (node: ts.Node): ts.Node => {
    const outer = around;
    if (ts.isFunctionLike(node)) around = new Set([...around, ...boundIn(node)]);
    const visited = ts.visitEachChild(node, mark, context);
    around = outer;
    if (!ts.isCallExpression(node) || !ts.isCallExpression(visited)) return visited;
    const callee = node.expression;
    const argument = visited.arguments[0];
    if (!ts.isPropertyAccessExpression(callee) || !['check', 'transform'].includes(callee.name.text))
      return visited;
    if (argument === undefined) return visited;
    const position = ts.factory.createNumericLiteral(node.arguments[0]?.pos ?? 0);
    const marked = ts.factory.createCallExpression(ts.factory.createIdentifier('__at'), undefined, [
      position,
      argument,
      captured(argument, around),
    ]);
    return ts.factory.updateCallExpression(visited, visited.expression, undefined, [
      marked,
      ...visited.arguments.slice(1),
    ]);
  };
  return ts.visitNode(file, mark) as ts.SourceFile;
};

const scriptOf = (path: string, text: string): string =>
  path.endsWith('.ts')
    ? ts.transpileModule(text, {
        fileName: path,
        compilerOptions: {
          module: ts.ModuleKind.CommonJS,
          target: ts.ScriptTarget.ES2021,
          esModuleInterop: true,
        },
        transformers: { before: [markSchemaFunctions] },
      }).outputText
    : text;

/** Direct eval reads the names of the module's own scope. */
const compiledModule = (file: string, text: string) =>
  new Function(
    'exports',
    'require',
    'module',
    '__dirname',
    '__at',
    '__register',
    `${scriptOf(file, text)}\n;__register((name) => eval(name));`,
  );

export type Place = {
  readonly file: string;
  readonly position: number;
  /** What it takes from around it, as it was when the schema was made. */
  readonly captured: Readonly<Record<string, unknown>>;
};

export type Evaluation = {
  /** The value of a name at the top level of a file. */
  readonly valueOf: (file: string, name: string) => unknown;
  /** Where a function that a schema holds is written. */
  readonly placeOfFunction: (f: unknown) => Place | undefined;
};

const required = (sources: Sources, name: string, file: string, load: (file: string) => Loaded): unknown => {
  // Powers of two are exact; the name is one that patches of @stdlib give them.
  if (name === '@stdlib/plain-two-to') return (k: number): number => 2 ** k;
  const found = sources.resolveFrom(name, file);
  if (found === null) return native(name);
  // What is computed at build time is computed by @stdlib as it is.
  return found.includes('/@stdlib/') ? native(found) : load(found).module.exports;
};

export const evaluateSources = (sources: Sources): Evaluation => {
  const loaded = new Map<string, Loaded>();
  const places = new Map<unknown, Place>();
  const load = (file: string): Loaded => {
    const known = loaded.get(file);
    if (known !== undefined) return known;
    const module: Module = { exports: {} };
    const entry: Loaded = { module, read: () => undefined };
    loaded.set(file, entry);
    const requireFrom = (name: string): unknown => required(sources, name, file, load);
    const at = (position: number, f: unknown, capture: () => Record<string, unknown>): unknown => {
      places.set(f, { file, position, captured: capture() });
      return f;
    };
    const register = (read: Read): void => {
      entry.read = read;
    };
    compiledModule(file, sources.fileText(file))(
      module.exports,
      requireFrom,
      module,
      dirname(file),
      at,
      register,
    );
    return entry;
  };
  return {
    valueOf: (file, name) => {
      const { module, read } = load(file);
      const exported = module.exports as Readonly<Record<string, unknown>>;
      return Object.hasOwn(exported, name) ? exported[name] : read(name);
    },
    placeOfFunction: (f) => places.get(f),
  };
};
