import type { Instant } from '../../calendar/period.ts';
import type { Asker, Standing } from '../../people/asker.ts';
import type { ContactHead } from '../../submission/head.ts';

const WORKER: Standing = { roles: ['social-worker'] };
const COORDINATOR: Standing = { roles: ['coordinator'] };

/**
 * The responsible social worker and their deputy today; the coordinator, who never sees content; nobody else: no head of
 * office, no administrator, no auditor. Whoever the family does not want is nobody here, whatever their roles; a deputy
 * inherits that from the one they stand in for.
 */
export const contactStanding = (asker: Asker, head: ContactHead): Standing | undefined => {
  if (head.excluded.includes(asker.id)) return undefined;
  const isWorker = asker.roles.includes('social-worker');
  if (isWorker && head.responsible === asker.id) return WORKER;
  const { responsible } = head;
  if (
    isWorker &&
    responsible &&
    !head.excluded.includes(responsible) &&
    asker.standsInFor.includes(responsible)
  )
    return { ...WORKER, for: responsible };
  return asker.roles.includes('coordinator') ? COORDINATOR : undefined;
};

/**
 * § 65 SGB VIII: before an acceptance whoever is responsible may read; afterwards only the one to whom it was entrusted,
 * and whom the family has allowed. Nothing is read of what was withdrawn, unless a child's protection keeps it.
 */
export const mayReadAll = (person: string, { at, about }: Pick<ContactHead, 'at' | 'about'>): boolean => {
  if (at === 'withdrawn' && !about.held) return false;
  return !about.entrustedTo || about.entrustedTo === person || about.consents.includes(person);
};

/**
 * One message: whoever it was written to, and who stood in for them that day. One that was written to nobody, before an
 * acceptance, is entrusted to who accepts the case next, and until then whoever is responsible may read it.
 */
export const mayReadMessage = (
  person: string,
  head: Pick<ContactHead, 'at' | 'about'>,
  message: { at: string; entrustedTo?: string | undefined; deputy?: string | undefined },
): boolean => {
  const { about, at } = head;
  if (at === 'withdrawn' && !about.held) return false;
  const accepted = about.acceptances?.find((one) => one.at >= message.at);
  const entrustedTo = message.entrustedTo ?? accepted?.person;
  return !entrustedTo || [entrustedTo, message.deputy, ...about.consents].includes(person);
};

/** Whether somebody has accepted it and it is with that person still: what is written now is written to them. */
export const isAccepted = ({ at }: Pick<ContactHead, 'at'>): boolean =>
  !['route', 'accept', 'reassign'].includes(at);

/**
 * For the family a case is gone from its deletion date on, also when a child's protection makes the deletion wait (§ 8a
 * SGB VIII): whoever holds the code, or watches the phone, must not be able to tell the two apart.
 */
export const isGone = ({ deleteAt }: Pick<ContactHead, 'deleteAt'>, now: Instant): boolean =>
  deleteAt !== undefined && deleteAt <= now;
