import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { DocumentsDeps } from '../deps.ts';

type Attachments = BudgetHead['about']['attachments'];

/** Files come and go while the provider writes; after a query, when it opened them. @throws ConflictError, FieldsError */
const requireOpen = ({ at, version, about }: BudgetHead): void => {
  if (at !== 'draft' && at !== 'queries') throw new ConflictError('sent-already', { version, at });
  if (at === 'queries' && !about.reopened?.includes('attachments'))
    throw new FieldsError([{ path: ['attachments'], message: 'not-reopened' }]);
};

/**
 * Changes the list of an application's files as somebody of its provider, while the provider may write.
 * @param change what becomes of the list; undefined when nothing is to be done
 * @throws ForbiddenError to everybody else who may see it
 */
export const changeAsProvider = async (
  { store }: DocumentsDeps,
  asker: KnownAsker,
  id: string,
  change: (now: BudgetHead) => Attachments | undefined | Promise<Attachments | undefined>,
): Promise<BudgetHead> => {
  try {
    const head = await changeHeadOf(store, 'budget-application', id, async (now) => {
      if (!asker.roles.includes('provider') || now.about.provider !== asker.provider)
        throw new ForbiddenError('other-role');
      requireOpen(now);
      const attachments = await change(now);
      return (
        attachments && {
          head: { ...now, about: { ...now.about, attachments } },
          with: [hasRole(store, asker.id, 'provider')],
        }
      );
    });
    if (!head) throw new NotFoundError('the application is gone');
    return head;
  } catch (error) {
    throw error instanceof ConditionFailedError ? new ForbiddenError('forbidden') : error;
  }
};
