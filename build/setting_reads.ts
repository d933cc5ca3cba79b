// Refuses SQL that reads a setting the catalog does not have: a template may spell a key by hand, and an unknown key is
// null by design. Knows how SQL reads a setting, and no particular one.
import { settingKeys } from '../src/plv8/settings/catalog.ts';
import { renderObject, type SqlModule } from '../src/sql/kit/objects.ts';
import type { Hazard } from './verify.ts';

const known: ReadonlySet<string> = new Set(settingKeys);
const groups = new Set(settingKeys.filter((key) => key.includes('.')).map((key) => key.split('.')[0]));
const reads = /lh_engine\.setting\('([^']*)'\)|'([a-z_]+\.[a-z_0-9]+)'/g;

/** Keys in `lh_engine.setting('…')`, and texts `'group.name'`, that are no setting. */
export const settingHazards = (modules: readonly SqlModule[]): readonly Hazard[] =>
  modules.flatMap(({ name, objects }) =>
    objects.flatMap((object) =>
      [...renderObject(object).matchAll(reads)]
        .filter(([, key, text]) =>
          key === undefined
            ? text !== undefined && groups.has(text.split('.')[0]) && !known.has(text)
            : !known.has(key),
        )
        .map(([text]) => ({
          file: `section ${name}`,
          text,
          remedy: 'no such setting: read one of src/plv8/settings by settingOf, which the compiler checks',
        })),
    ),
  );
