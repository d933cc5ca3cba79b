// How SQL is written in this project: a tagged template that keeps backslashes and lets only checked fragments in.
// Knows no table, no rule and no kind of object.

export type Fragment = { readonly sqlText: string };

/** A template of raw SQL. Only `ident()`, `literal()` and other fragments may be interpolated. */
export const sql = (strings: TemplateStringsArray, ...parts: readonly Fragment[]): Fragment => ({
  sqlText: strings.raw
    .map((text, i) => {
      const part = parts[i];
      if (i < parts.length && typeof part?.sqlText !== 'string')
        throw new Error(
          `sql: only ident(), literal() and fragments can be interpolated, got ${String(part)}`,
        );
      return text + (part?.sqlText ?? '');
    })
    .join(''),
});

/** An identifier, quoted unless it is plain lower case. */
export const ident = (name: string): Fragment => ({
  sqlText: /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`,
});

/** A constant: text is quoted, numbers and booleans are written out, null is null. */
export const literal = (value: string | number | boolean | null): Fragment => ({
  sqlText: typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value),
});

/** Text that is SQL already: of another generator, or a type from a catalog of ours. */
export const verbatim = (sqlText: string): Fragment => ({ sqlText });

/** Fragments in a row. */
export const join = (parts: readonly Fragment[], separator: string): Fragment => ({
  sqlText: parts.map((part) => part.sqlText).join(separator),
});
