/** A cell that counts fewer answers than this is not shown; none at all is fewer too. */
export const FEWEST = 5;

/** Where a unit lies: ids; a provider lies nowhere. */
export interface Place {
  municipality?: string | undefined;
  socialArea?: string | undefined;
}

/**
 * Units that are only ever counted together. Whatever is shown is a sum of whole atoms, so that nothing about a part of one
 * follows from it, however it is added, subtracted or compared.
 */
export interface Atom extends Place {
  /** Indexes of units. */
  units: readonly number[];
  /** What is counted of them, cell by cell. */
  cells: readonly number[];
}

/** What it costs to lose the figures of one: a municipality's are missed more than a social area's, and these more than a unit's. */
const WEIGHT = { unit: 1, socialArea: 3, municipality: 5 } as const;

export const isSafe = ({ cells }: Pick<Atom, 'cells'>): boolean => cells.every((count) => count >= FEWEST);

/** Whether an atom may be shown. */
export type Safe = (atom: Atom) => boolean;

/**
 * While a round is open it is told of which units five have answered (`returns`). So a sum of several units must leave it open
 * how many of the others have: anything from none to four.
 * @param ns how many have answered, by unit
 */
export const keepsOpen =
  (ns: readonly number[]): Safe =>
  ({ units, cells: [sum = 0] }) => {
    const few = units.filter((unit) => (ns[unit] ?? 0) < FEWEST).length;
    const most = FEWEST - 1;
    if (few === 0) return true;
    const over = sum - FEWEST * (units.length - few);
    // With one that has enough, it may have all that is over; without one, the few must have room among each other.
    return few < units.length ? over >= most : sum >= FEWEST && over <= most * (few - 1);
  };

/** Where an atom lies, if all of it lies there. */
const common = (a: string | undefined, b: string | undefined) => (a === b ? a : undefined);

const merge = (a: Atom, b: Atom): Atom => ({
  units: [...a.units, ...b.units],
  cells: a.cells.map((count, n) => count + (b.cells[n] ?? 0)),
  municipality: common(a.municipality, b.municipality),
  socialArea: common(a.socialArea, b.socialArea),
});

type AreaKind = 'municipality' | 'socialArea';

/** Areas that are lost: an atom lies in them and beyond them. */
type Lost = Record<AreaKind, Set<string>>;

/** The areas of one kind that are lost when two atoms become one. */
const loses = (a: Atom, b: Atom, kind: AreaKind, lost: Lost): string[] =>
  a[kind] === b[kind]
    ? []
    : [a[kind], b[kind]].filter((id): id is string => id !== undefined && !lost[kind].has(id));

/** An atom of several units is lost as a unit's own already, and so is one that must be merged anyway. */
const priceOf = (a: Atom, b: Atom, { lost, safe }: { lost: Lost; safe: Safe }): number =>
  loses(a, b, 'municipality', lost).length * WEIGHT.municipality +
  loses(a, b, 'socialArea', lost).length * WEIGHT.socialArea +
  (b.units.length === 1 && safe(b) ? WEIGHT.unit : 0);

/** What an atom lacks to be safe: 0 if it is. */
const lack = ({ cells }: Pick<Atom, 'cells'>): number =>
  cells.reduce((sum, count) => sum + Math.max(0, FEWEST - count), 0);

const sizeOf = ({ cells }: Atom): number => cells.reduce((sum, count) => sum + count, 0);

/** The cheapest partner; of several the one with which least is lacking, then the smallest, then the first. */
const partnerOf = (atom: Atom, others: readonly Atom[], by: { lost: Lost; safe: Safe }): Atom | undefined => {
  let best: { other: Atom; rank: readonly number[] } | undefined;
  for (const other of others) {
    const both = merge(atom, other);
    const rank = [priceOf(atom, other, by), by.safe(both) ? 0 : 1, lack(both), sizeOf(other)];
    const first = best && rank.findIndex((value, n) => value !== best?.rank[n]);
    if (!best || (first !== undefined && first >= 0 && (rank[first] ?? 0) < (best.rank[first] ?? 0)))
      best = { other, rank };
  }
  return best?.other;
};

/** Which areas are lost with these atoms. */
const lostWith = (atoms: readonly Atom[], places: readonly Place[]): Lost => {
  const lost: Lost = { municipality: new Set(), socialArea: new Set() };
  for (const kind of ['municipality', 'socialArea'] as const)
    for (const atom of atoms)
      if (atom[kind] === undefined)
        for (const unit of atom.units) {
          const id = places[unit]?.[kind];
          if (id !== undefined) lost[kind].add(id);
        }
  return lost;
};

/**
 * The coarser atoms of which every cell counts enough: who has too few is merged where least is lost, within the same
 * social area and municipality if possible, beyond them if not.
 * @returns none when even all together are too few
 */
export const safeAtoms = (given: readonly Atom[], places: readonly Place[], safe: Safe = isSafe): Atom[] => {
  const atoms = [...given];
  const lost = lostWith(atoms, places);
  for (;;) {
    const unsafe = atoms
      .filter((atom) => !safe(atom))
      .sort((a, b) => lack(a) - lack(b) || sizeOf(a) - sizeOf(b));
    const [atom] = unsafe;
    if (!atom) return atoms;
    atoms.splice(atoms.indexOf(atom), 1);
    const other = partnerOf(atom, atoms, { lost, safe });
    if (!other) return [];
    for (const kind of ['municipality', 'socialArea'] as const)
      for (const id of loses(atom, other, kind, lost)) lost[kind].add(id);
    atoms.splice(atoms.indexOf(other), 1, merge(atom, other));
  }
};
