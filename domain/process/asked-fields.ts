import { ownEntry } from './process.ts';

/** What must come with an action and what may, beside `for`, in whose name it is done: for the server and for the forms of the pages. */
export type AskedFields<Field extends string = string> = Readonly<
  Record<string, { must?: readonly Field[]; may?: readonly Field[] }>
>;

const NOTHING: readonly never[] = [];

/** What must come with an action. */
export const mustCome = <Field extends string>(asked: AskedFields<Field>, action: string): readonly Field[] =>
  ownEntry(asked, action)?.must ?? NOTHING;

/** What may come with an action. */
export const mayCome = <Field extends string>(asked: AskedFields<Field>, action: string): readonly Field[] =>
  ownEntry(asked, action)?.may ?? NOTHING;
