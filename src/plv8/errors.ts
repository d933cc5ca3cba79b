// The refusals of the engine: every exception it raises on purpose has a code of SQLSTATE class LH, a message that
// quotes the offending value and a hint that says what to do next. Knows nothing of SQL; call_js raises what it finds.

/** Every SQLSTATE the engine raises. docs/functions.md lists the same table. */
export const errorCodes = {
  bad_input: 'LH001',
  unknown_setting: 'LH002',
  bad_setting: 'LH003',
  host_incomplete: 'LH004',
  row_security: 'LH005',
  date_in_future: 'LH006',
  not_found: 'LH007',
  not_possible_now: 'LH008',
  busy: 'LH009',
  schedule: 'LH010',
  confirm: 'LH011',
  library_gone: 'LH012',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** What crosses the boundary to SQL instead of an exception, because plv8 turns every exception into XX000. */
export type Refusal = { readonly sqlstate: string; readonly message: string; readonly hint: string };

const marker = 'lhRefusal';

/** Stops the operation; `answer` in entry.ts hands the refusal to SQL as data. */
export const refuse = (code: ErrorCode, message: string, hint: string): never => {
  const refusal: Refusal = { sqlstate: errorCodes[code], message, hint };
  throw Object.assign(new Error(message), { [marker]: refusal });
};

/** The refusal that an error carries, or null for an error of another kind (a defect). */
export const refusalOf = (error: unknown): Refusal | null =>
  typeof error === 'object' && error !== null && marker in error
    ? (error as Record<typeof marker, Refusal>)[marker]
    : null;
