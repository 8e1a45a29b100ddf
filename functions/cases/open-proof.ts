import { endOf } from '../../domain/calendar/due.ts';
import type { CalendarDate, Instant } from '../../domain/calendar/period.ts';
import { fileNumberOf } from '../../domain/forms/budget-application/file-number.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { fileByOf } from '../../domain/forms/proof-of-use/follow-dates.ts';
import type { ProofHead } from '../../domain/forms/proof-of-use/particulars.ts';
import type { County } from '../../domain/places/county.ts';
import { begin } from '../../domain/process/apply-act.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { newestProcess } from '../../domain/submission/process-of.ts';
import type { Store } from '../store/client.ts';
import { notErased } from '../store/erase.ts';
import { headItem } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import type { Write } from '../store/transact.ts';
import { derivedId } from './derived-id.ts';

interface Opened {
  at: Instant;
  by: Actor;
  county: County;
  /** Another day by which it must be filed than the county's: where nothing was granted and money was paid ahead. */
  fileBy?: CalendarDate;
}

/** The proof of use of a grant: one each. */
export const proofIdOf = ({ id }: Pick<BudgetHead, 'id'>): string => derivedId(id, 'proof-of-use');

const headOf = (application: BudgetHead, { at, county, fileBy: told }: Opened): ProofHead => {
  const process = newestProcess('proof-of-use');
  const { provider, year, purpose } = application.about;
  const fileBy = told ?? fileByOf(year, county.budget.proof);
  const position = begin(process, at);
  return {
    id: proofIdOf(application),
    form: 'proof-of-use',
    process: { name: process.name, version: process.version },
    version: 1,
    rev: 1,
    createdAt: at,
    ...position,
    due: endOf(fileBy) > at ? endOf(fileBy) : position.due,
    run: 1,
    runSince: at,
    excluded: [],
    log: { n: 0, hash: '' },
    owed: {},
    about: {
      application: application.id,
      provider,
      year,
      ...(purpose && { purpose }),
      fileNumber: fileNumberOf(application, county.budget),
      fileBy,
      saved: 0,
      sent: 0,
      notes: 0,
      acted: [],
      turns: [{ side: 'applicant', from: at }],
    },
  };
};

/**
 * What makes the proof of use of a grant, in the transaction of what opens the grant: its id follows from the application's, so
 * that a repeat makes none twice.
 */
export const openProof = (store: Store, application: BudgetHead, opened: Opened): Write[] => {
  const { at, by } = opened;
  const head = headOf(application, opened);
  const first = logged(store, head, { at, by, what: 'awaited', to: head.at, ref: application.id });
  return [
    {
      Put: {
        TableName: store.table,
        Item: headItem(owing(first.head, at, { 'start-1': { do: 'start', run: 1 } })),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...first.with,
    notErased(store, head.id),
  ];
};
