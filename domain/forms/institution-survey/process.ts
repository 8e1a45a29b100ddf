import { days, months, workingDays } from '../../calendar/period.ts';
import type { Role } from '../../people/role.ts';
import { defineProcess } from '../../process/define-process.ts';

/**
 * What an institution answers in a round of the needs survey. Who has not answered is reminded once, a week before the end
 * (follow.ts); who has answered is not. What is not accepted when the round is evaluated counts as not answered.
 * @param by whose answer it is
 */
export const institutionSurveyV1 = <const Name extends string, const By extends Role>(name: Name, by: By) =>
  defineProcess({
    name,
    version: 1,
    first: 'fill',
    steps: {
      fill: {
        by,
        within: months(12),
        actions: { submit: 'plausibility' },
        overdue: ['remind', 'missed'],
        then: { ended: 'missed' },
      },
      /** Is it plausible? */
      plausibility: {
        by: 'coordinator',
        within: workingDays(10),
        grace: workingDays(5),
        actions: { 'accept-answers': 'accepted', return: 'corrections' },
        overdue: ['remind'],
        then: { ended: 'missed' },
      },
      /** Only the named fields are open. What is not corrected is looked at as it was. */
      corrections: {
        by,
        within: days(14),
        actions: { correct: 'plausibility' },
        overdue: ['plausibility'],
        then: { ended: 'missed' },
      },
    },
    ends: ['accepted', 'missed'],
  });
