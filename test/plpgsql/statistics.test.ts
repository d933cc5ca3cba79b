// The statistics that no operation reaches yet, compiled by themselves: the same bits as in Node.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import { closeDatabase, compare } from './snippets.ts';

const reference = (name: string) =>
  JSON.parse(readFileSync(new URL(`../data/statistics/${name}.json`, import.meta.url), 'utf8'));

test('stratified estimates and tests', () => {
  const strata: readonly (readonly unknown[])[] = reference('stratified').cases.map(
    (c: { readonly strata: unknown }) => [c.strata],
  );
  return compare(
    `import * as v from 'valibot';
     import { harmedStrataTest, stratifiedInterval, stratifiedRatio, stratifiedTest } from './statistics/stratified.ts';
     const arm = v.object({ leads: v.number(), conversions: v.number() });
     const schema = v.array(v.object({ control: arm, treatment: arm }));
     import { parse } from './parse.ts';
     export const ratio = (given: unknown) => {
       const found = stratifiedRatio(parse(schema, given));
       return { found, interval: found === null ? null : stratifiedInterval(found, 1.96) };
     };
     export const tested = (given: unknown) => ({ z: stratifiedTest(parse(schema, given)) });
     export const harmed = (given: unknown) => ({ harm: harmedStrataTest(parse(schema, given), 10) });`,
    { ratio: strata, tested: strata, harmed: strata },
  );
});

test.after(closeDatabase);
test.run();
