import type { SubmissionItem } from '../../../domain/api/portal.ts';
import { now } from '../api/now.ts';
import { t } from '../texts.ts';
import { daysBetween, dayText, lastDayOf } from '../time/dates.ts';

export interface DueText {
  /** "bis Mi., 4. Nov. 2026" */
  day: string;
  /** What the date means today, in words. */
  note: string;
  urgency: 'overdue' | 'soon' | 'later' | 'none';
}

/** While an applicant's answer is awaited, `due` may be a reminder before the last day for it. */
export type Dated = Pick<SubmissionItem, 'due' | 'missed' | 'answerBy'>;

/** The due date as people say it: its last day, and how near that is. */
export const dueText = ({ due, missed, answerBy }: Dated): DueText => {
  if (!due) return { day: t('due.none'), note: '', urgency: 'none' };
  const last = answerBy ? new Date(`${answerBy}T12:00:00Z`) : lastDayOf(due);
  const day = t('due.by', { day: dayText(last) });
  const days = daysBetween(now(), last);
  const isOver = answerBy ? days < 0 : now().getTime() >= Date.parse(due);
  if (isOver) return { day, note: t('due.overdue', { days: -days }), urgency: 'overdue' };
  if (missed > 0 && !answerBy) return { day, note: t('due.missed', { count: missed }), urgency: 'overdue' };
  if (days === 0) return { day, note: t('due.today'), urgency: 'soon' };
  if (days === 1) return { day, note: t('due.tomorrow'), urgency: 'soon' };
  return { day, note: t('due.in', { days }), urgency: 'later' };
};
