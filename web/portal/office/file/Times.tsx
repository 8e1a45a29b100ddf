import type { BudgetSubmission, MeAnswer } from '../../../../domain/api/portal.ts';
import { usePortal } from '../../app/context.ts';
import { dueText } from '../../lists/due.ts';
import { turnOf } from '../../lists/turn.ts';
import { Pairs } from '../../parts/Pairs.tsx';
import { word } from '../../texts.ts';
import { dayText } from '../../time/dates.ts';
import { say } from '../texts.ts';

const DAY_MS = 86_400_000;

/** Milliseconds as whole days: what people ask is how long it took, not to the minute. */
const daysText = (ms: number): string => say('times.days', { days: Math.floor(ms / DAY_MS) });

/** You only where there is something that you may do: four eyes may be in the way. */
const whoseTurn = (of: BudgetSubmission, me: MeAnswer): string => {
  if (of.ended) return word('step', of.at);
  if (of.turn && of.actions.length === 0) return word('role', of.turn);
  return turnOf(of, me).who;
};

/** Whose turn it is since when, and how long each side has had it: while it is the applicant's, the office's clock stands still. */
export const Times = ({ of }: { of: BudgetSubmission }) => {
  const { me } = usePortal();
  const { day, note } = dueText(of);
  return (
    <Pairs
      pairs={[
        [say('times.turn'), whoseTurn(of, me)],
        [say('times.since'), dayText(of.since)],
        [say('times.due'), !of.ended && [day, note].filter(Boolean).join(', ')],
        [say('times.office'), daysText(of.used.office)],
        [say('times.applicant'), daysText(of.used.applicant)],
      ]}
    />
  );
};
