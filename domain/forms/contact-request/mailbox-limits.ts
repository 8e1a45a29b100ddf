import type { ContactAbout } from './about.ts';

/** Messages of the family in a row to which the office has not reacted: then it is to wait, or to call. */
export const MOST_UNANSWERED = 20;
/** Messages of the family in one case: more than anybody reads, and every one is a key to pay and to destroy. */
export const MOST_WRITTEN = 200;

type Written = Pick<ContactAbout, 'written'>;

/** What keeps a family from one more message, as the problem's name: too much at once, or too much in all. */
export const mailboxLimit = ({ written }: Written): 'wait-for-answer' | 'mailbox-full' | undefined => {
  if (!written) return undefined;
  if (written.all >= MOST_WRITTEN) return 'mailbox-full';
  return written.unanswered >= MOST_UNANSWERED ? 'wait-for-answer' : undefined;
};

/** The count after a message of the family. */
export const afterMessage = ({ written = { all: 0, unanswered: 0 } }: Written): Required<Written> => ({
  written: { all: written.all + 1, unanswered: written.unanswered + 1 },
});

/** The count after the office has reacted: an answer, or a decision of a person. */
export const afterReaction = ({ written }: Written): Written =>
  written ? { written: { ...written, unanswered: 0 } } : {};
