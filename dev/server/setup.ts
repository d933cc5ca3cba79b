// The command `setup`: install what the machine lacks, and nothing else.
import { provide } from './packages.ts';
import { main, say } from './progress.ts';

await main(async () => {
  await provide();
  say('everything the local Postgres needs is installed');
});
