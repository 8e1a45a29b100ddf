import { entriesOf } from '../domain/budget/entry.ts';
import { setFrame } from '../domain/budget/set-frame.ts';
import { ledgerWrites, readFrame } from '../functions/store/ledger.ts';
import { transact } from '../functions/store/transact.ts';
import type { TestServer } from './server.ts';

/** Closes a year past the route, which does so when the year is over. */
export const closeFrame = async (
  { store, clock }: TestServer,
  year: number,
  { figure = 133_920_900 } = {},
): Promise<void> => {
  const now = await readFrame(store, year);
  const set = setFrame(now, { state: 'closed', figure, voluntary: 0 });
  if (!set.ok) throw new Error(set.refusal);
  const by = { person: 'treasurer' };
  const entries = entriesOf(set.movements, {
    act: `frame.${year}.${set.frame.version}`,
    at: clock.now(),
    by,
  });
  const rules = { policy: { commitProvisional: false }, state: 'closed' as const, from: now.version };
  const failed = await transact(store, ledgerWrites(store, year, { effect: set.effect, entries }, rules));
  if (failed) throw new Error('somebody was faster');
};
