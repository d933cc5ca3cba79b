// What an upgrade from one inventory to another has to drop, and what it has to write. Knows no domain.
import { type Inventory, type Known, kindOf, type Piece } from './inventory.ts';

/** Dropped in this order, for a trigger or view may stand on a routine; tables are never dropped. */
const dropOrder = ['trigger', 'view', 'function', 'procedure', 'index'];

/** Another default is no other shape; no default where there was one is. */
const withoutDefaults = ({ shape }: Known): string | undefined =>
  shape?.replace(/\bdefault (?:'[^']*'|[^,)]+)/g, 'default');

const keepsShape = (id: string, before: Known, now: Known): boolean => {
  if (kindOf(id) === 'view' && `${now.shape}`.startsWith(`${before.shape}, `)) return true;
  if (kindOf(id) === 'function') return withoutDefaults(before) === withoutDefaults(now);
  return before.shape === now.shape;
};

/** With everything that stands on what is dropped. */
const withUsers = (ids: ReadonlySet<string>, before: Inventory): ReadonlySet<string> => {
  const users = [...before].filter(([id, { uses }]) => !ids.has(id) && uses?.some((used) => ids.has(used)));
  return users.length === 0 ? ids : withUsers(new Set([...ids, ...users.map(([id]) => id)]), before);
};

/** The ids to drop from `before`: what is gone, what changes its shape, and what stands on either. */
export const dropsBetween = (before: Inventory, now: Inventory): readonly string[] => {
  const unfit = [...before].filter(([id, known]) => {
    const present = now.get(id);
    return dropOrder.includes(kindOf(id)) && (present === undefined || !keepsShape(id, known, present));
  });
  return [...withUsers(new Set(unfit.map(([id]) => id)), before)].toSorted(
    (a, b) => dropOrder.indexOf(kindOf(a)) - dropOrder.indexOf(kindOf(b)),
  );
};

/**
 * The pieces that are new, changed or dropped before, and with them every statement: it may grant rights on what is new
 * or call a function that has changed. None when nothing differs.
 */
export const piecesBetween = (
  before: Inventory,
  now: Inventory,
  pieces: readonly Piece[],
): readonly Piece[] => {
  const dropped = new Set(dropsBetween(before, now));
  const differs = (id: string): boolean => dropped.has(id) || before.get(id)?.hash !== now.get(id)?.hash;
  const anyDiffers = dropped.size > 0 || [...now.keys()].some(differs);
  return pieces.filter(({ texts }) =>
    [...texts.keys()].some((id) => differs(id) || (anyDiffers && kindOf(id) === 'statement')),
  );
};

/** Why a version cannot follow the one before: tables keep what they hold, so their definitions stay. */
export const refusals = (before: Inventory, now: Inventory, pieces: readonly Piece[]): readonly string[] =>
  [...before]
    .filter(([id]) => kindOf(id) === 'table')
    .flatMap(([id, known]) => {
      const [present, name] = [now.get(id), id.slice('table '.length)];
      if (present !== undefined)
        return present.shape === known.shape
          ? []
          : [`${id} was released otherwise: leave its definition and put "alter table ${name} …" behind it`];
      const treats = new RegExp(`(?:alter|drop) table (?:if exists )?${name.replace('.', '\\.')}\\b`);
      const isTreated = pieces.some(({ text }) => treats.test(text));
      return isTreated ? [] : [`${id} was released and is gone: rename or drop it in a statement`];
    });
