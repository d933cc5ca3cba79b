// How a function of the runtime is written.

/** One expression, which Postgres puts in the place of the call. */
export const inline = (name: string, parameters: string, result: string, expression: string): string =>
  `create function ${name}(${parameters}) returns ${result} language sql immutable as $plain$ select ${expression} $plain$;`;

export const lines = (...body: readonly string[]): string => body.join('\n');
