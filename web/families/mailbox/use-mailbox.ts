import { useEffect, useRef, useState } from 'preact/hooks';
import type { MailboxAnswer } from '../../../domain/api/families.ts';
import { ProblemError } from '../api/call.ts';
import { mailbox } from '../api/families.ts';

/** The case behind a code, and one thing at a time that is done with it. */
export const useMailbox = (code: string, onUnknown: () => void) => {
  const [answer, setAnswer] = useState<MailboxAnswer>();
  const [failure, setFailure] = useState<{ error: unknown; again: () => void }>();
  const [working, setWorking] = useState(false);
  const [said, say] = useState('');
  const busy = useRef(false);

  /** Does it, shows what follows and says `done`. Answers whether it worked; a lost mailbox closes itself. */
  const act = async (work: () => Promise<MailboxAnswer | undefined>, done = ''): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    setWorking(true);
    setFailure(undefined);
    say('');
    try {
      const next = await work();
      if (next) setAnswer(next);
      say(done);
      return true;
    } catch (error) {
      if (error instanceof ProblemError && (error.status === 404 || error.status === 401)) onUnknown();
      else setFailure({ error, again: () => void act(work, done) });
      // Somebody or something was faster: the page shows how it stands now.
      if (error instanceof ProblemError && error.status === 409)
        await mailbox(code).then(setAnswer, () => undefined);
      return false;
    } finally {
      busy.current = false;
      setWorking(false);
    }
  };

  // A new code is the reason to read again.
  useEffect(() => {
    void act(() => mailbox(code));
  }, [code]);

  return { answer, failure, working, said, act };
};
export type Act = ReturnType<typeof useMailbox>['act'];
