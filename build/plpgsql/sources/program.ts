// The sources as the TypeScript checker sees them. Knows where modules are found: those of @stdlib as the sources that
// the bundle holds, patched where they resist compilation. Knows nothing of SQL.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-checker';
import { knownMath } from './known_math.ts';
import { patched } from './patches.ts';

export const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2021,
  lib: ['lib.es2021.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  esModuleInterop: true,
  allowJs: true,
  checkJs: false,
  maxNodeModuleJsDepth: 20,
  skipLibCheck: true,
  noEmit: true,
};

const stdlibModule = (name: string): string => {
  if (name.endsWith('.js')) return join(checkout, 'node_modules', name);
  const folder = join(checkout, 'node_modules', name, 'lib');
  const main = join(folder, 'main.js');
  return existsSync(main) ? main : join(folder, 'index.js');
};

/** Modules whose functions are compiled; the others are constants, or the runtime has their function. */
const isCompiled = (name: string): boolean => {
  const module = name.split('/')[1] ?? '';
  return (
    /^(math-base-(special|assert)|stats-base|math-base-tools-evalpoly)/.test(module) && !(module in knownMath)
  );
};

const moduleFile = (name: string, from: string): string | null => {
  if (name.startsWith('@stdlib/')) return stdlibModule(name);
  if (!name.startsWith('.')) return null;
  return resolve(dirname(from), name);
};

export type Sources = {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly fileText: (path: string) => string;
  readonly resolveFrom: (name: string, from: string) => string | null;
};

/** The program of the root files; `virtual` holds the texts of files that are not on disk. */
export const openSources = (
  roots: readonly string[],
  virtual: ReadonlyMap<string, string> = new Map(),
): Sources => {
  const host = ts.createCompilerHost(options);
  const fileText = (path: string): string => virtual.get(path) ?? patched(path, readFileSync(path, 'utf8'));
  host.fileExists = (path) => virtual.has(path) || existsSync(path);
  host.readFile = (path) => (host.fileExists(path) ? fileText(path) : undefined);
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (path, language) =>
    virtual.has(path) || path.includes('/@stdlib/')
      ? ts.createSourceFile(path, fileText(path), language, true)
      : fromDisk(path, language);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => {
      const file = moduleFile(text, from);
      if (file !== null && text.startsWith('@stdlib/') && !isCompiled(text))
        return { resolvedModule: undefined };
      if (file?.endsWith('.json')) return { resolvedModule: undefined };
      if (file === null) return ts.resolveModuleName(text, from, options, host);
      return {
        resolvedModule: {
          resolvedFileName: file,
          extension: file.endsWith('.ts') ? ts.Extension.Ts : ts.Extension.Js,
          isExternalLibraryImport: false,
        },
      };
    });
  const program = ts.createProgram([...roots], { ...options }, host);
  return { program, checker: program.getTypeChecker(), fileText, resolveFrom: moduleFile };
};

export const entryFile = join(checkout, 'src/plv8/entry.ts');

/** The program of all operations. */
export const plainSources = (): Sources => openSources([entryFile]);
