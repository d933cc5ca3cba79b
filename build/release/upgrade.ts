// What an upgrade from one inventory to another has to drop, and what it has to write. Knows no domain.
import { type Inventory, isReplaceable, type Known, kindOf, nameOf, type Piece } from './inventory.ts';

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

/** What an upgrade takes away, by id; a view that stays is never dropped because of what it stood on. */
export type Drops = {
  /** Before anything is written: what changes its shape, or gives its name to another object. */
  readonly first: readonly string[];
  /** Views that stay and stand on one of those: they show nulls until they are written. */
  readonly hollow: readonly string[];
  /** When everything is written, so that nothing of ours stands on it any more: what is gone. */
  readonly last: readonly string[];
};

const stays = (id: string, before: Inventory, now: Inventory): boolean => {
  const [known, present] = [before.get(id), now.get(id)];
  return known !== undefined && present !== undefined && keepsShape(id, known, present);
};

/** What a star stands for may be other columns when the object under it is. */
const hasStar = (known: Known | undefined): boolean => known?.shape?.includes('*') === true;

/** With everything that stands on what is dropped; a view that stays lets go of it first. */
const withUsers = (
  ids: ReadonlySet<string>,
  before: Inventory,
  isHollow: (id: string) => boolean,
): ReadonlySet<string> => {
  const users = [...before].filter(
    ([id, { uses }]) => !ids.has(id) && !isHollow(id) && uses?.some((used) => ids.has(used)),
  );
  return users.length === 0
    ? ids
    : withUsers(new Set([...ids, ...users.map(([id]) => id)]), before, isHollow);
};

export const dropsBetween = (before: Inventory, now: Inventory): Drops => {
  const names = new Set([...now.keys()].map(nameOf));
  const unfit = [...before.keys()].filter((id) => dropOrder.includes(kindOf(id)) && !stays(id, before, now));
  const canWait = (id: string): boolean => isReplaceable(id) && !now.has(id) && !names.has(nameOf(id));
  const isHollow = (id: string): boolean =>
    kindOf(id) === 'view' && stays(id, before, now) && !hasStar(before.get(id));
  const first = withUsers(new Set(unfit.filter((id) => !canWait(id))), before, isHollow);
  const inOrder = (ids: readonly string[]): readonly string[] =>
    ids.toSorted((a, b) => dropOrder.indexOf(kindOf(a)) - dropOrder.indexOf(kindOf(b)));
  return {
    first: inOrder([...first]),
    hollow: [...before.keys()].filter(
      (id) => isHollow(id) && before.get(id)?.uses?.some((u) => first.has(u)),
    ),
    last: inOrder(unfit.filter((id) => !first.has(id))),
  };
};

/**
 * The pieces that are new, changed or taken away before, and with them every statement: it may grant rights on what is
 * new or call a function that has changed. None when nothing differs.
 */
export const piecesBetween = (
  before: Inventory,
  now: Inventory,
  pieces: readonly Piece[],
): readonly Piece[] => {
  const { first, hollow, last } = dropsBetween(before, now);
  const away = new Set([...first, ...hollow]);
  const differs = (id: string): boolean => away.has(id) || before.get(id)?.hash !== now.get(id)?.hash;
  const anyDiffers = away.size + last.length > 0 || [...now.keys()].some(differs);
  return pieces.filter(({ texts }) =>
    [...texts.keys()].some((id) => differs(id) || (anyDiffers && kindOf(id) === 'statement')),
  );
};

const relationKinds = ['table', 'view', 'index', 'name'];

/**
 * What a site may have called something of its own by now. A routine with a type that is new cannot be there, and
 * Postgres would not read its name.
 */
export const newNames = (
  before: Inventory,
  now: Inventory,
): { readonly relations: readonly string[]; readonly routines: readonly string[] } => {
  const known = new Set([...before.keys()].map(nameOf));
  const added = [...now.keys()].filter((id) => !before.has(id));
  const relations = added
    .filter((id) => relationKinds.includes(kindOf(id)) && !known.has(nameOf(id)))
    .map(nameOf);
  const routines = added
    .filter((id) => ['function', 'procedure'].includes(kindOf(id)))
    .map((id) => id.slice(kindOf(id).length + 1))
    .filter((routine) => !relations.some((name) => routine.includes(name, routine.indexOf('('))));
  return { relations: [...new Set(relations)].map((name) => name.replace('lh_engine.', '')), routines };
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
