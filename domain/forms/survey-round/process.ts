import { months, workingDays } from '../../calendar/period.ts';
import { defineProcess } from '../../process/define-process.ts';

/**
 * A round of the needs survey: prepared, opened with its units and links, answered until its last day, checked, evaluated,
 * and rid of what people answered a year after its end. Its days follow its own period (follow.ts).
 */
export const surveyRoundV1 = defineProcess({
  name: 'survey-round',
  version: 1,
  first: 'prepare-round',
  steps: {
    'prepare-round': {
      by: 'coordinator',
      within: months(3),
      idle: true,
      actions: { open: 'open-round', discard: 'discarded' },
      overdue: ['remind'],
    },
    /** Units, links and the institutions' forms. What was opened cannot be discarded: links hang on walls. */
    'open-round': { run: 'open-round', then: { 'round-opened': 'open' } },
    /** Its date is the end of the round, or of the latest extension. */
    open: {
      by: 'coordinator',
      within: months(12),
      actions: { 'end-round': 'close-round' },
      overdue: ['close-round'],
    },
    /** Whoever has not answered by now is asked no more. */
    'close-round': { run: 'close-round', then: { closed: 'evaluation' } },
    /** Late paper is entered and the last forms are checked. A round that everybody forgot is evaluated all the same: raw answers may not wait. */
    evaluation: {
      by: 'coordinator',
      within: workingDays(20),
      grace: workingDays(20),
      actions: { evaluate: 'evaluate-round' },
      overdue: ['remind', 'remind', 'evaluate-round'],
    },
    'evaluate-round': { run: 'evaluate-round', then: { evaluated: 'published' } },
    /** Nobody's task. Its date is that of deleting what was answered. */
    published: {
      by: 'coordinator',
      within: months(12),
      actions: { erase: 'erase-answers' },
      overdue: ['erase-answers'],
    },
    'erase-answers': { run: 'erase-answers', then: { erased: 'closed' } },
  },
  ends: ['closed', 'discarded'],
});
