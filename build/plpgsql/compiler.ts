// The compiler put together: what the modules of single constructs reach through the scope. Knows no construct itself.
import { compileBuiltIn } from './expressions/built_ins.ts';
import { compileExpression } from './expressions/expressions.ts';
import type { Compiler } from './scope/scope.ts';

export const compiler: Compiler = { expression: compileExpression, builtIn: compileBuiltIn };
