import { bookings } from './bookings.ts';
import { indicators } from './indicators.ts';
import type { ImportKind } from './kind.ts';

/** Every kind of file that can be imported: a new one is a line here. */
export const importKinds = { indicators, bookings } satisfies Record<string, ImportKind>;

export type ImportKindName = keyof typeof importKinds;
export const importKindNames = Object.keys(importKinds) as ImportKindName[];
