import type { Asker, Standing } from '../../people/asker.ts';
import type { Role } from '../../people/role.ts';
import type { HeadOf } from '../../submission/head.ts';

type BudgetHead = HeadOf<'budget-application'>;

/** The roles of the office that see every application that was submitted. */
const OFFICE: readonly Role[] = ['clerk', 'coordinator', 'head', 'treasurer', 'auditor'];

/** Whether it lies with the committee, or the committee has resolved on it: before that, sessions know nothing of it. */
const wasWithCommittee = ({ at, about }: BudgetHead) => at === 'committee' || about.resolution !== undefined;

/**
 * How somebody stands to an application: its own provider, a Kita that it names, the office, the committee's office. A draft is
 * its provider's alone. Whoever acts for the provider has no part in deciding, whatever roles they have beside (§ 16 SGB X).
 */
export const budgetStanding = (asker: Asker, head: BudgetHead): Standing | undefined => {
  const { about } = head;
  if (asker.roles.includes('provider') && asker.provider === about.provider) return { roles: ['provider'] };
  if (about.sent === 0) return undefined;
  const isKitas = asker.kitas?.some((kita) => about.kitas.includes(kita)) ?? false;
  const roles = asker.roles.filter(
    (role) =>
      OFFICE.includes(role) ||
      (role === 'committee' && wasWithCommittee(head)) ||
      (role === 'kita' && isKitas),
  );
  return roles.length > 0 ? { roles } : undefined;
};

/** What of an application somebody may see. `paper`: what a session gets, without personal data. */
export type View = 'own' | 'kita' | 'office' | 'paper';

export const viewOf = ({ roles }: Standing): View => {
  if (roles.includes('provider')) return 'own';
  if (roles.some((role) => OFFICE.includes(role))) return 'office';
  return roles.includes('kita') ? 'kita' : 'paper';
};
