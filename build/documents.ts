// The parts of the documents that are made from the sources: the reference of every object, every setting, every error
// code. They stand between markers in pages that people write. Knows Markdown and the shape of the catalogs, no domain.
import { existsSync, readFileSync } from 'node:fs';
import { errorCodes } from '../src/plv8/errors.ts';
import { defaultsOf, type SettingKey, settingKeys, settingsByKey } from '../src/plv8/settings/catalog.ts';
import { firstProfile, otherProfiles, type Profile } from '../src/plv8/settings/names.ts';
import type { Setting } from '../src/plv8/settings/types.ts';
import { hostTables, type TypeFamily } from '../src/sql/host/contract.ts';
import type { SqlModule, SqlObject } from '../src/sql/kit/objects.ts';
import { reasons } from '../src/sql/operating/health/reasons.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

const allowed = (setting: Setting): string => {
  switch (setting.type) {
    case 'number':
    case 'integer':
    case 'optional_integer':
      return `${setting.min} … ${setting.max}${setting.type === 'optional_integer' ? ' or null' : ''}`;
    case 'choice':
      return setting.choices.join(', ');
    default:
      return { boolean: 'true, false', text: 'text', text_list: 'list of texts' }[setting.type];
  }
};

const settingRow = (key: SettingKey): string => {
  const setting = settingsByKey[key];
  const under = (profile: Profile): string => `\`${JSON.stringify(defaultsOf(profile)[key])}\``;
  const first = under(firstProfile);
  return row(
    `\`${key}\``,
    first,
    ...otherProfiles.map((profile) => (under(profile) === first ? 'same' : under(profile))),
    setting.unit,
    allowed(setting),
    setting.meaning,
  );
};

const settingsTable = (audience: Setting['audience']): string =>
  table(
    [
      'key',
      'default',
      ...otherProfiles.map((profile) => `under \`${profile}\``),
      'unit',
      'allowed',
      'meaning',
    ],
    settingKeys.filter((key) => settingsByKey[key].audience === audience).map(settingRow),
  );

const settingsTables = (): string =>
  [
    '## Everyday settings',
    settingsTable('everyday'),
    '## Expert settings',
    'Read [detection.md](detection.md) and [decision-rules.md](decision-rules.md) before changing one of these.',
    settingsTable('expert'),
  ].join('\n\n');

type Named = Exclude<SqlObject, { kind: 'statement' }>;

const isForOthers = (object: SqlObject): object is Named =>
  object.kind !== 'statement' && object.grants.length > 0;

/** `testing/lead_counts` as "Testing: lead counts". */
const headingOf = (module: string): string =>
  `${module.charAt(0).toUpperCase()}${module.slice(1)}`.replace('/', ': ').replaceAll('_', ' ');

const referenceTable = (modules: readonly SqlModule[]): string =>
  modules
    .map((module) => ({ name: module.name, objects: module.objects.filter(isForOthers) }))
    .filter(({ objects }) => objects.length > 0)
    .map(({ name, objects }) =>
      [
        `### ${headingOf(name)}`,
        '',
        table(
          ['object', 'what it is', 'roles'],
          objects.map((o) => row(`${o.kind} \`${o.name}\``, o.comment, o.grants.join(', '))),
        ),
      ].join('\n'),
    )
    .join('\n\n');

/** The functions of statistics, without their schema: `f(a, b default 0)` and the columns of the result. */
const statisticsTable = (modules: readonly SqlModule[]): string => {
  const module = modules.find(({ name }) => name === 'testing/statistics');
  if (module === undefined)
    throw new Error('src/sql has no module testing/statistics: name the one that replaced it');
  return table(
    ['function', 'columns'],
    module.objects.flatMap((o) =>
      o.kind === 'function'
        ? [
            row(
              `\`${o.call.replace(/^lh_engine\./, '')}\``,
              o.columns.length === 0 ? 'one number' : o.columns.map((column) => `\`${column}\``).join(', '),
            ),
          ]
        : [],
    ),
  );
};

const errorTable = (): string =>
  table(
    ['SQLSTATE', 'name'],
    Object.entries(errorCodes).map(([name, code]) => row(`\`${code}\``, name.replaceAll('_', ' '))),
  );

const familyWords: Readonly<Record<TypeFamily, string>> = {
  id: 'any type, one for all ids that are joined',
  text: 'text, varchar or an enum',
  number: 'integer, numeric or double precision',
  boolean: 'boolean',
  timestamptz: 'timestamptz',
  date: 'date',
};

const hostTable = (): string =>
  hostTables
    .map((t) =>
      [
        `### ${t.name}`,
        '',
        `Rights: ${t.rights.join(', ')}. ${t.adapter === null ? 'Read and written directly.' : `Read through \`lh_engine.${t.adapter}\`, whose columns these are, in this order.`}`,
        '',
        table(
          ['column', 'type', 'required'],
          t.columns.map((c) =>
            row(
              `\`${c.name}\``,
              familyWords[c.family],
              c.required ? 'yes' : 'no: null in the view where it is missing or of another type',
            ),
          ),
        ),
      ].join('\n'),
    )
    .join('\n\n');

/** What health says, the values left open, and what to do. */
const reasonTable = (): string =>
  table(
    ['`health` says', 'do'],
    reasons.map(({ says, remedy }) => row(says.replace(/(%s)+/g, '…'), remedy)),
  );

/** The page with the text between `<!-- generated: name -->` and `<!-- end: name -->` replaced. */
const fill = (page: string, path: string, name: string, text: string): string => {
  const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} lacks the markers ${start} and ${end}: put them back`);
  return `${page.slice(0, from + start.length)}\n\n${text}\n\n${page.slice(to)}`;
};

/** Path of each document with generated parts → its text with those parts made anew. */
export const renderDocuments = (modules: readonly SqlModule[]): ReadonlyMap<string, string> => {
  const parts: readonly (readonly [string, string, string])[] = [
    ['docs/functions.md', 'reference', referenceTable(modules)],
    ['docs/functions.md', 'statistics', statisticsTable(modules)],
    ['docs/functions.md', 'errors', errorTable()],
    ['docs/settings.md', 'settings', settingsTables()],
    ['docs/host.md', 'tables', hostTable()],
    ['docs/operations.md', 'reasons', reasonTable()],
  ];
  return parts.reduce((pages, [path, name, text]) => {
    if (!existsSync(path)) throw new Error(`${path} is missing: bring it back from version control`);
    return pages.set(path, fill(pages.get(path) ?? readFileSync(path, 'utf8'), path, name, text));
  }, new Map<string, string>());
};
