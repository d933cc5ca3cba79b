// `npm run test:parity -- --cases=500 --seed=2`: the comparison of the plain library with as many documents of each
// operation as are asked for.
import { spawnSync } from 'node:child_process';

const option = (name: string, otherwise: string): string =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;

const command = ['--import', 'tsx', 'test/run.ts', 'test/parity/plain.test.ts'];
const { status } = spawnSync(process.execPath, command, {
  stdio: 'inherit',
  env: {
    ...process.env,
    LH_PARITY_CASES: option('cases', '500'),
    LH_PARITY_SEED: option('seed', '2'),
    LH_TEST_TIMEOUT_S: '7200',
  },
});
process.exit(status ?? 1);
