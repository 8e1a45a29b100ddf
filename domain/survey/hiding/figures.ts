import type { Counts } from '../counts.ts';
import type { Question } from '../question.ts';
import { type Atom, keepsOpen, type Place, type Safe, safeAtoms } from './atoms.ts';
import { cellsOf, type Variable, variablesOf } from './variable.ts';

/** A unit that answers, with what was counted of it. */
export interface Counted extends Place {
  counts: Counts;
}

/** Of whom figures are asked for: some of the units, by their indexes. */
export type Members = readonly number[];

/** What may be shown of some units together. */
export interface Figures {
  /** How many answered; absent: too few, or somebody else's few would follow from it. */
  n?: number;
  /** By the variable's key: the finest level that may be shown, and how many are in each of its cells. */
  cells: Readonly<Record<string, { level: number; counts: readonly number[] }>>;
}

/** Units that are counted together: by unit the number of its atom, -1 where nothing may be shown; by atom how many units. */
interface Parted {
  atomOf: readonly number[];
  sizes: readonly number[];
}

const parted = (atoms: readonly Atom[], units: number): Parted => {
  const atomOf = new Array<number>(units).fill(-1);
  atoms.forEach((atom, n) => {
    for (const unit of atom.units) atomOf[unit] = n;
  });
  return { atomOf, sizes: atoms.map((atom) => atom.units.length) };
};

/** Whether these units are whole atoms. */
const isWhole = ({ atomOf, sizes }: Parted, members: Members): boolean => {
  const inside = new Map<number, number>();
  for (const unit of members) {
    const atom = atomOf[unit] ?? -1;
    if (atom < 0) return false;
    inside.set(atom, (inside.get(atom) ?? 0) + 1);
  }
  return members.length > 0 && [...inside].every(([atom, count]) => sizes[atom] === count);
};

const sumOver = (cells: readonly (readonly number[])[], members: Members): number[] =>
  (cells[0] ?? []).map((_, n) => members.reduce((sum, unit) => sum + (cells[unit]?.[n] ?? 0), 0));

/** Cells by unit, and the atoms in which they may be shown. */
export interface Shown extends Parted {
  cells: readonly (readonly number[])[];
}

/** The answers of a group, parted: how many answered, and of each variable the levels, each made of the one before. */
export interface PartedAnswers {
  answered: Shown;
  variables: readonly { variable: Variable; levels: readonly Shown[] }[];
}

/**
 * Parts the units of a group so that no cell of fewer than FEWEST answers follows from all that is shown of them, see
 * docs/adr/0064. Each level's atoms are made of whole atoms of the level before, the first of those in which answers are counted.
 */
export const partAnswers = (questions: readonly Question[], units: readonly Counted[]): PartedAnswers => {
  const make = (before: readonly Atom[], cells: Shown['cells'], safe?: Safe) =>
    safeAtoms(
      before.map((atom) => ({ ...atom, cells: sumOver(cells, atom.units) })),
      units,
      safe,
    );
  const shown = (atoms: readonly Atom[], cells: Shown['cells']): Shown => ({
    ...parted(atoms, units.length),
    cells,
  });
  const ns = units.map(({ counts }) => [counts.n ?? 0]);
  const single = units.map(({ municipality, socialArea }, unit): Atom => {
    return { municipality, socialArea, units: [unit], cells: [] };
  });
  const whole = make(single, ns, keepsOpen(ns.map(([n = 0]) => n)));
  const levelsOf = (variable: Variable): Shown[] => {
    let atoms: readonly Atom[] = whole;
    return variable.levels.map((level) => {
      const cells = units.map(({ counts }) => cellsOf(variable, level, counts));
      atoms = make(atoms, cells);
      return shown(atoms, cells);
    });
  };
  const variables = questions.flatMap(variablesOf);
  return {
    answered: shown(whole, ns),
    variables: variables.map((variable) => ({ variable, levels: levelsOf(variable) })),
  };
};

/** What may be shown of some of the units together: each variable at the finest level of which they are whole atoms. */
export const figuresOf = ({ answered, variables }: PartedAnswers, members: Members): Figures => {
  const [n] = isWhole(answered, members) ? sumOver(answered.cells, members) : [];
  const cells = variables.flatMap(({ variable, levels }) => {
    const level = levels.findLastIndex((one) => isWhole(one, members));
    const found = levels[level];
    return found ? [[variable.key, { level, counts: sumOver(found.cells, members) }] as const] : [];
  });
  return { ...(n !== undefined && { n }), cells: Object.fromEntries(cells) };
};
