import { endOf, retentionEnds } from '../../calendar/due.ts';
import type { Instant } from '../../calendar/period.ts';
import { owedMail } from '../../mails/owed-mail.ts';
import type { County } from '../../places/county.ts';
import type { Act } from '../../process/apply-act.ts';
import type { Followed } from '../circumstances.ts';
import type { RoundAbout } from './about.ts';
import type { RoundCircumstances, RoundHead } from './particulars.ts';
import { lastDayOfAll } from './unit-end.ts';

const said = (
  before: RoundHead,
  placed: RoundHead,
  { at, particulars = {} }: RoundCircumstances,
): RoundAbout => {
  const { about } = before;
  if (placed.visit === before.visit) return about;
  return {
    ...about,
    ...particulars.opened,
    ...(placed.at === 'open' && { openedAt: at }),
    ...(placed.at === 'close-round' && { endedAt: at }),
    ...(placed.at === 'published' && { publishedAt: at }),
  };
};

/** When a step is over that the round's own days set: its end, and the deletion of what was answered. */
const dueByRound = (
  step: string,
  about: RoundAbout,
  at: Instant,
  { survey }: County,
): Instant | undefined => {
  if (step === 'open') return endOf(lastDayOfAll(about));
  return step === 'published' ? retentionEnds(about.endedAt ?? at, survey.rawMonths) : undefined;
};

/**
 * What an act on a round brings with it: when it was opened, ended and published, and when the next thing is due. Those who are asked
 * learn it from their own forms; the coordinators are told when there is something to evaluate, and reminded.
 * @param placed the head in its new position
 */
export const followSurveyRound = (
  before: RoundHead,
  placed: RoundHead,
  _act: Act,
  circumstances: RoundCircumstances,
): Followed<RoundHead> => {
  const { at, county } = circumstances;
  const moved = placed.visit !== before.visit;
  const about = said(before, placed, circumstances);
  const due = moved ? dueByRound(placed.at, about, at, county) : undefined;
  const head: RoundHead = { ...placed, ...(due && { due }), about };
  const mail = moved ? (head.at === 'evaluation' ? 'assigned' : undefined) : 'reminder';
  return { head, owed: mail ? owedMail(head, mail, { role: 'coordinator' }, at) : {} };
};
