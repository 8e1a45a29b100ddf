import type * as z from 'zod/mini';
import type { BudgetSettings } from '../budget/settings.ts';
import type { Role } from '../people/role.ts';
import type { Kita } from '../places/place.ts';
import type { Fault } from './fault.ts';
import type { Column, RowsRead } from './read-rows.ts';

/** What a file is read against. */
export interface ImportContext {
  budget: BudgetSettings;
  kitas: readonly Kita[];
}

/** A kind of file that can be imported. A new one is a file with such a value, and a line in registry.ts. */
export interface ImportKind<Row = unknown> {
  /** Who may import it, and see what was imported. */
  roles: readonly Role[];
  columns(of: ImportContext): Column[];
  /** Whether columns that it does not know are wrong, or passed over: other programs' exports have many. */
  others: 'refuse' | 'ignore';
  /** A row as it is kept. */
  row: z.ZodMiniType<Row>;
  /** What only all rows together, or the registers, can tell; and the rows as they are kept. */
  check(read: RowsRead, of: ImportContext): { rows: Row[]; faults: Fault[] };
}
