// A version whose contract asks for one more column of the host makes the adapter views anew also where it comes as a
// migration, which holds only what differs from the version before.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sha256 } from '../../build/hash.ts';
import { inventoryOf, piecesOf, textsOf } from '../../build/release/inventory.ts';
import { piecesBetween } from '../../build/release/upgrade.ts';
import { type HostTable, hostTables } from '../../src/sql/host/contract.ts';
import { sqlModules } from '../../src/sql/index.ts';
import { contractWith } from '../support/later_contract.ts';

const versionOf = (engineVersion: string, contract: readonly HostTable[]) => {
  const pieces = piecesOf(
    sqlModules({ bundle: '', bundleHash: '0', engineVersion, sha256, hostTables: contract }),
  );
  return { pieces, inventory: inventoryOf(textsOf(pieces)) };
};

const migration = suite('adapter views in a migration');

migration(
  'one more column changes few functions, and the statement that makes the views follows them',
  () => {
    const before = versionOf('1.1.0', hostTables);
    const more = {
      lh_properties: [{ name: 'later_listing', family: 'timestamptz', required: false }],
    } as const;
    const after = versionOf('1.2.0', contractWith(more));
    const changed = piecesBetween(before.inventory, after.inventory, after.pieces);
    assert.equal(
      changed.flatMap(({ texts }) => [...texts.keys()]).filter((id) => id.startsWith('function ')),
      [
        'function lh_engine.version()',
        'function lh_engine.adapter_columns()',
        'function lh_engine.create_adapter_views()',
        'function lh_engine.check_host_for(text)',
      ],
    );
    const at = (start: string): number => changed.findIndex(({ text }) => text.includes(start));
    const made = at('perform lh_engine.create_adapter_views()');
    assert.ok(made > at('create or replace function lh_engine.create_adapter_views()'), `at ${made}`);
  },
);

migration.run();
