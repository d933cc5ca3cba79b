// What an operation is. Every module that brings operations, and the table of them all, know this and not each other.

/** An operation takes the parsed JSON input and returns something JSON can carry. */
export type Operation = (input: unknown) => unknown;
export type Operations = Readonly<Record<string, Operation>>;
