// The tests install what was rendered, so a source that was not rendered would go untested: no test runs before the
// generated files are what the sources render. Knows no test.
import { staleFiles } from '../../build/generate.ts';
import { failure } from '../../dev/server/progress.ts';

/** Refuses with the names of the stale files. */
export const requireRendered = async (): Promise<void> => {
  const stale = await staleFiles();
  if (stale.length > 0) throw failure(`not what the sources render: ${stale.join(', ')}`, 'npm run build');
};
