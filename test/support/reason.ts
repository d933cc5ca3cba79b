// What a refusal says to a person: the reason and the remedy. Knows no command.
import * as assert from 'uvu/assert';

/** Fails when the work succeeds. */
export const reasonOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    const { message, remedy } = error as { message: string; remedy?: string };
    return `${message} → ${remedy}`;
  }
  return assert.unreachable('it was not refused') as never;
};
