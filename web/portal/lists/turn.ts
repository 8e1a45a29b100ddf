import type { MeAnswer, SubmissionItem } from '../../../domain/api/portal.ts';
import { t, word } from '../texts.ts';

export interface Turn {
  who: string;
  mine: boolean;
  /** Whom I stand in for. */
  standsFor?: string;
}

/** Whose turn it is, from the view of somebody who is logged in: you, you for somebody, a colleague, an office. */
export const turnOf = (item: SubmissionItem, me: MeAnswer): Turn => {
  if (item.ended) return { who: t('turn.nobody'), mine: false };
  if (!item.turn) return { who: t('turn.system'), mine: false };
  const person = item.turn === 'social-worker' ? item.responsible : undefined;
  if (!person) {
    const mine = me.roles.includes(item.turn);
    return { who: mine ? t('turn.you') : word('role', item.turn), mine };
  }
  if (person.id === me.id) return { who: t('turn.you'), mine: true };
  const standsIn = me.deputyFor.some((one) => one.id === person.id);
  return standsIn
    ? { who: t('turn.you-for', { name: person.name }), mine: true, standsFor: person.name }
    : { who: person.name, mine: false };
};
