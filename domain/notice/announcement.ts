import * as Day from 'temporal-polyfill/fns/PlainDate';
import * as z from 'zod/mini';
import { dayOf } from '../calendar/day-of.ts';
import type { CalendarDate } from '../calendar/period.ts';

const days = z.int().check(z.nonnegative());

/** After how many days a notice counts as announced, for what is sent from a day on until the next rule begins. */
export const announcementRule = z.strictObject({
  from: z.iso.date(),
  /** After the day of posting. */
  postDays: days,
  /** After the day of the notification to a recipient who consented to the portal's mailbox. */
  electronicDays: days,
});
export type AnnouncementRule = z.infer<typeof announcementRule>;

const inOrder = (rules: readonly AnnouncementRule[]) =>
  rules.every((rule, n) => n === 0 || (rules[n - 1]?.from ?? '') < rule.from);

/** The county's configuration: rules with validity dates, the earliest first. */
export const announcementRules = z.array(announcementRule).check(z.minLength(1), z.refine(inOrder));

/**
 * § 37 Abs. 2 SGB X: the third day after posting, since 01.01.2025 the fourth (Postrechtsmodernisierungsgesetz). For what
 * the portal makes available, the third day after the notification.
 */
export const ANNOUNCEMENT_RULES: readonly AnnouncementRule[] = [
  { from: '1981-01-01', postDays: 3, electronicDays: 3 },
  { from: '2025-01-01', postDays: 4, electronicDays: 3 },
];

/** How and when a notice left the house: posted, or announced by a notification that was sent. */
export interface Sending {
  by: 'post' | 'electronic';
  on: CalendarDate;
}

/**
 * The day on which a notice counts as announced. It is no period: it does not move when it is a Saturday, Sunday or
 * holiday.
 * @throws RangeError for what was sent before the first rule
 */
export const announcedOn = (
  { by, on }: Sending,
  rules: readonly AnnouncementRule[] = ANNOUNCEMENT_RULES,
): CalendarDate => {
  const rule = rules.findLast(({ from }) => from <= on);
  if (!rule) throw new RangeError('no rule says when this counts as announced');
  return Day.toString(Day.addDays(dayOf(on), by === 'post' ? rule.postDays : rule.electronicDays));
};
