// `npm run build`: writes the generated files from the sources.
import { writeGenerated } from './generate.ts';

const main = async (): Promise<void> => {
  const paths = await writeGenerated();
  console.log(paths.length === 0 ? 'generated files: all up to date' : `generated: ${paths.join(', ')}`);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
