import type { Act } from '../process/apply-act.ts';
import type { Head, Owed } from '../submission/head.ts';

/** A notice that was posted after all is not announced by a mail as well, however late that could be sent. */
export const withoutNotification = <H extends Head>(before: Head, after: H, act: Act): H => {
  const isPosted = before.at === 'notifying' && act.kind === 'action' && act.action === 'post';
  const isLeft = ([, one]: [string, Owed]) => !(isPosted && one.do === 'mail' && one.mail === 'notice');
  return { ...after, owed: Object.fromEntries(Object.entries(after.owed).filter(isLeft)) };
};
