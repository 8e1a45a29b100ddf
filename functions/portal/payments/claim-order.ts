import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { PaymentHead } from '../../../domain/forms/payment-order/particulars.ts';
import { cellsOf } from '../../../domain/payments/export-file.ts';
import type { County } from '../../../domain/places/county.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { decided } from '../../cases/decide.ts';
import { ConflictError, ForbiddenError } from '../../runtime/errors.ts';
import {
  type Exported,
  handOver,
  isExportWrite,
  isNumberWrite,
  readLastNumber,
} from '../../store/exports.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { HEAD } from '../../store/table.ts';
import { pause, TransactionConflictError } from '../../store/transact.ts';
import { applicationOf, requirePaymentEyes, requireStillSo } from '../decisions/payment-order.ts';
import type { PortalDeps } from '../deps.ts';

/** What became of an order: it is in this export, it stays for another, or the export was ended meanwhile. */
export type Claimed = 'exported' | 'left' | 'four-eyes' | 'not-committed' | 'payee-changed' | 'ended';

interface Claiming {
  batch: Exported;
  asker: KnownAsker;
}

/** Who did a step last, by name, for the file. */
const nameOf = async ({ registers }: PortalDeps, { about }: PaymentHead, action: string): Promise<string> => {
  const deed = about.acted.findLast((one) => one.action === action);
  return (await registers.people()).find(({ id }) => id === deed?.person)?.name ?? '';
};

const cellsFor = async (
  deps: PortalDeps,
  head: PaymentHead,
  number: number,
  { format, prefix }: Exported,
) => {
  const { certified, year, n, due, amount, amounts, fileNumber } = head.about;
  if (!certified) throw new Error('what was not certified is not handed over');
  const { holder: payee, iban, account } = certified;
  const [certifiedBy, orderedBy] = await Promise.all([
    nameOf(deps, head, 'certify'),
    nameOf(deps, head, 'order'),
  ]);
  const facts = {
    number,
    account,
    year,
    n,
    payee,
    iban,
    due,
    amount,
    amounts,
    fileNumber,
    certifiedBy,
    orderedBy,
  };
  return cellsOf(facts, format, prefix);
};

/** Why an order is not handed over now; undefined when it may be. */
const hindrance = (
  now: PaymentHead,
  application: BudgetHead,
  asker: KnownAsker,
  county: County,
): 'four-eyes' | 'not-committed' | 'payee-changed' | undefined => {
  try {
    requirePaymentEyes(now, application, asker, county);
    requireStillSo(now, application);
    return undefined;
  } catch (error) {
    if (error instanceof ForbiddenError) return 'four-eyes';
    if (error instanceof ConflictError) return error.problem as 'not-committed' | 'payee-changed';
    throw error;
  }
};

/** What was certified is another account by now: it is certified anew. */
const sentBack = (deps: PortalDeps, now: PaymentHead, county: County) =>
  decided(deps.store, now, {
    act: { kind: 'result', step: now.at, outcome: 'payee-changed' },
    by: { system: true },
    at: deps.clock.now(),
    county,
  });

const tryOnce = async (deps: PortalDeps, id: string, { batch, asker }: Claiming): Promise<Claimed> => {
  const { store } = deps;
  const county = await deps.registers.county();
  let claimed: Claimed = 'left';
  await changeHeadOf(store, 'payment-order', id, async (now) => {
    claimed = now.about.export === batch.id ? 'exported' : 'left';
    if (now.at !== 'export') return undefined;
    // Read once: what is looked at here is what the write is conditional on.
    const application = await applicationOf(store, now);
    const hindered = hindrance(now, application, asker, county);
    claimed = hindered ?? 'exported';
    if (hindered === 'payee-changed') return sentBack(deps, now, county);
    if (hindered) return undefined;
    const number = (await readLastNumber(store)) + 1;
    const change = decided(store, now, {
      act: { kind: 'result', step: now.at, outcome: 'exported' },
      by: { person: asker.id },
      at: deps.clock.now(),
      county,
      particulars: { exported: { number, export: batch.id }, application },
      ref: batch.id,
    });
    const row = {
      number,
      order: id,
      amount: now.about.amount,
      cells: await cellsFor(deps, now, number, batch),
    };
    return {
      ...change,
      with: [...change.with, ...handOver(store, batch.id, row), hasRole(store, asker.id, 'treasurer')],
    };
  });
  return claimed;
};

const ATTEMPTS = 12;

/**
 * Hands one order over: its number, its row in the file and its new step are one transaction. Whoever else got the number, or
 * changed the grant, makes it look again; a repeat finds it handed over.
 */
export const claimOrder = async (deps: PortalDeps, id: string, claiming: Claiming): Promise<Claimed> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await tryOnce(deps, id, claiming);
    } catch (error) {
      if (!(error instanceof ConditionFailedError)) throw error;
      if (isExportWrite(error.write)) return 'ended';
      const isGrant = error.write.Put?.Item?.sk === HEAD;
      if (!isNumberWrite(error.write) && !isGrant) throw new ForbiddenError('other-role');
      await pause(attempt);
    }
  }
  throw new TransactionConflictError('the numbers of payment orders kept being given to others');
};
