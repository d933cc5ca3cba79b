// `npm run build`: writes the generated files from the sources, and the plain library, which git does not track.
import { writeGenerated } from './generate.ts';
import { plainLibrary } from './plpgsql/output.ts';

const main = async (): Promise<void> => {
  const paths = await writeGenerated();
  plainLibrary();
  console.log(paths.length === 0 ? 'generated files: all up to date' : `generated: ${paths.join(', ')}`);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
