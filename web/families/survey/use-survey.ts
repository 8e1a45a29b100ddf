import { useEffect, useState } from 'preact/hooks';
import type { SurveyAnswer } from '../../../domain/api/survey.ts';
import type { SurveyAnswers } from '../../../domain/survey/answers.ts';
import { ProblemError } from '../api/call.ts';
import { survey as fetchSurvey } from '../api/families.ts';
import { useChances } from '../device/use-chances.ts';
import { goToScreen } from '../navigation/navigate.ts';
import { deliver, type Outcome } from './deliver.ts';
import {
  draftOf,
  dropDraft,
  dropWaiting,
  keepDraft,
  keepWaiting,
  replaceTicket,
  ticketOf,
  waitingOf,
} from './kept.ts';
import { tidy } from './tidy.ts';

/** Where somebody is with a survey. */
export type Stage = Outcome | 'loading' | 'open' | 'failed';

/** A link's survey, what was filled in, and what can be done. */
export const useSurvey = (link: string) => {
  const [stage, setStage] = useState<Stage>('loading');
  const [survey, setSurvey] = useState<SurveyAnswer>();
  const [answers, setAnswers] = useState<SurveyAnswers>(() => draftOf(link) ?? {});
  const [sending, setSending] = useState(false);
  const [dropped, setDropped] = useState(false);

  const tryToSend = async () => {
    setSending(true);
    const outcome = await deliver(link);
    setSending(false);
    if (!outcome) return;
    setAnswers(draftOf(link) ?? {});
    try {
      // Opened without a network, with nothing but what waits: the words after sending need to know whose survey it is.
      if (outcome !== 'waiting' && !survey) setSurvey(await fetchSurvey(link));
      setStage(outcome);
    } catch {
      setStage('failed');
    }
  };

  const open = async () => {
    try {
      const found = await fetchSurvey(link);
      setSurvey(found);
      const ticket = ticketOf(link, found.token);
      if (waitingOf(link)) await tryToSend();
      else if ('sent' in ticket) setStage('already');
      else setStage(found.state);
    } catch (error) {
      if (waitingOf(link)) setStage('waiting');
      else setStage(error instanceof ProblemError && error.status === 404 ? 'unknown' : 'failed');
    }
  };

  useEffect(() => void open(), []);
  useChances(stage === 'waiting', () => void tryToSend());

  return {
    stage,
    survey,
    answers,
    sending,
    /** The answers were thrown away just now. */
    dropped,
    again: () => {
      setStage('loading');
      void open();
    },
    answer: (code: string, answer: string | readonly string[] | undefined) => {
      const { [code]: _, ...others } = answers;
      const next = answer === undefined ? others : { ...others, [code]: answer };
      keepDraft(link, next);
      setAnswers(next);
      setDropped(false);
    },
    drop: () => {
      dropDraft(link);
      dropWaiting(link);
      setAnswers({});
      setDropped(true);
    },
    send: async () => {
      if (!survey) return;
      const ticket = ticketOf(link, survey.token);
      // Another tab was faster.
      if ('sent' in ticket) return setStage('already');
      keepWaiting(link, { ...ticket, answers: tidy(answers), until: survey.until, why: 'network' });
      await tryToSend();
    },
    sendNow: tryToSend,
    /** Back into the questions with what waits. */
    change: () => {
      const waiting = waitingOf(link);
      if (waiting) keepDraft(link, waiting.answers);
      dropWaiting(link);
      setAnswers(draftOf(link) ?? {});
      goToScreen(1);
      setStage('loading');
      void open();
    },
    /** A new ticket, with the answers that lie here or with none. */
    asSomebodyElse: async () => {
      const found = await fetchSurvey(link);
      replaceTicket(link, found.token);
      setSurvey(found);
      goToScreen(Object.keys(answers).length > 0 ? 1 : 0, { replace: true });
      setStage(found.state);
    },
  };
};

export type SurveyInHand = ReturnType<typeof useSurvey>;
