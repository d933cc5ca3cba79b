// `npm run bench:plain -- [--rounds=9]`: what the plain library costs against plv8, for single operations and for a whole
// cycle. Every figure is a median; the two are measured in turn, because a machine is not equally fast all the time.
import { main } from '../../dev/server/progress.ts';
import { measureCycles } from './cycle.ts';
import { measureOperations } from './operations.ts';

const rounds = Number(process.argv.find((argument) => argument.startsWith('--rounds='))?.slice(9) ?? 9);

await main(async () => {
  console.log(await measureOperations(rounds));
  console.log(`\n${await measureCycles(rounds)}`);
});
