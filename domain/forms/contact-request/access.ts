import type { Head } from '../../submission/head.ts';

/** Somebody who asks to see a case: the person, their roles, and those for whom they stand in today. */
export interface Asker {
  id: string;
  roles: readonly string[];
  standsInFor: readonly string[];
}

/** How somebody stands to a contact request; undefined: for them it does not exist. */
export type Standing = { as: 'social-worker'; for?: string } | { as: 'coordinator' };

/**
 * The responsible social worker and their deputy today; the coordinator, who never sees content; nobody else: no head of
 * office, no administrator, no auditor. Whoever the family does not want is nobody here, whatever their roles.
 */
export const standingOf = (asker: Asker, head: Head): Standing | undefined => {
  if (head.excluded.includes(asker.id)) return undefined;
  const isWorker = asker.roles.includes('social-worker');
  if (isWorker && head.responsible === asker.id) return { as: 'social-worker' };
  if (isWorker && head.responsible && asker.standsInFor.includes(head.responsible)) {
    return { as: 'social-worker', for: head.responsible };
  }
  return asker.roles.includes('coordinator') ? { as: 'coordinator' } : undefined;
};

/**
 * § 65 SGB VIII: before an acceptance whoever is responsible may read; afterwards only the one to whom it was entrusted,
 * and whom the family has allowed. Nothing is read of what was withdrawn, unless a child's protection keeps it.
 */
export const mayReadAll = (person: string, { at, about }: Pick<Head, 'at' | 'about'>): boolean => {
  if (at === 'withdrawn' && !about.held) return false;
  return !about.entrustedTo || about.entrustedTo === person || about.consents.includes(person);
};

/** One message: also whoever it was written to, and whoever is responsible now for one that was written to nobody. */
export const mayReadMessage = (
  person: string,
  head: Pick<Head, 'at' | 'about'>,
  message: { at: string; entrustedTo?: string | undefined },
): boolean => {
  const { about, at } = head;
  if (at === 'withdrawn' && !about.held) return false;
  if (message.entrustedTo) return message.entrustedTo === person || about.consents.includes(person);
  return (
    mayReadAll(person, head) || (about.entrustedUntil !== undefined && message.at >= about.entrustedUntil)
  );
};
