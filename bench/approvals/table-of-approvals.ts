import { amountsOf } from '../../domain/budget/amounts.ts';
import { effectOf } from '../../domain/budget/effect.ts';
import { entriesOf } from '../../domain/budget/entry.ts';
import { emptyFrame } from '../../domain/budget/frame.ts';
import { movementsBetween, NO_HOLDING } from '../../domain/budget/holding.ts';
import { setFrame } from '../../domain/budget/set-frame.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import { aBudgetHead } from '../../domain/forms/budget-application/a-budget-head.test-data.ts';
import type { BudgetAbout } from '../../domain/forms/budget-application/about.ts';
import type { Store } from '../../functions/store/client.ts';
import { headItem } from '../../functions/store/heads.ts';
import { ledgerWrites } from '../../functions/store/ledger.ts';
import { transact } from '../../functions/store/transact.ts';
import { newId } from '../new-id.ts';

const YEAR = 2027;
const SUM = 71_234_56;
const at = new Date().toISOString();
const policy = { commitProvisional: false };

/** The document that the head of office has looked at. */
export const DOCUMENT = 'd'.repeat(64);

const must = (failed: unknown) => {
  if (failed) throw new Error('a write of the preparation was refused');
};

/** A frame in force that has enough for a good many applications. */
export const fillFrame = async (store: Store): Promise<void> => {
  const set = setFrame(emptyFrame(YEAR), { state: 'in-force', figure: 4_000_000_000_00, voluntary: 0 });
  if (!set.ok) throw new Error(set.refusal);
  const entries = entriesOf(set.movements, { act: `frame.${YEAR}.1`, at, by: { person: 'treasurer' } });
  const rules = { policy, state: set.frame.state, from: 0 };
  must(await transact(store, ledgerWrites(store, YEAR, { effect: set.effect, entries }, rules)));
};

/** An application that waits for its approval, with its sum reserved. @returns its id */
export const awaitApproval = async (store: Store): Promise<string> => {
  const id = newId();
  const reserved = { ...NO_HOLDING, reserved: amountsOf(SUM) };
  const movements = movementsBetween(NO_HOLDING, reserved);
  const entries = entriesOf(movements, { act: `${id}.3`, at, by: { person: 'clerk' }, submission: id });
  const notice: BudgetAbout['notice'] = { sha256: DOCUMENT, for: 'head', on: dateOf(at) };
  const decision = { kind: 'grant', amount: SUM, voluntary: 0, note: 1 } as const;
  const about = { year: YEAR, applied: SUM, money: reserved, notes: 1, notice, decision };
  const head = aBudgetHead({ id, at: 'approval', version: 3, since: at, due: at, about });
  must(
    await transact(store, [
      { Put: { TableName: store.table, Item: headItem(head) } },
      ...ledgerWrites(store, YEAR, { effect: effectOf(movements), entries }, { policy }),
    ]),
  );
  return id;
};
