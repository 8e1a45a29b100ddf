import { ProblemError, UnreachableError } from '../api/failures.ts';
import { t } from '../texts.ts';

export interface FailureText {
  title: string;
  text: string;
  /** Trying the same again can help. */
  again: boolean;
}

/** What went wrong in plain words; the server's own sentence where it has one that people can read. */
export const failureText = (error: unknown): FailureText => {
  if (error instanceof UnreachableError)
    return { title: t('failure.network.title'), text: t('failure.network.text'), again: true };
  if (!(error instanceof ProblemError) || error.status >= 500)
    return { title: t('failure.server.title'), text: t('failure.server.text'), again: true };
  const { status, problem } = error;
  if (status === 404)
    return { title: t('failure.missing.title'), text: t('failure.missing.text'), again: false };
  if (status === 403)
    return {
      title: t('failure.refused.title'),
      text: problem.detail || t('failure.refused.text'),
      again: false,
    };
  const fields = problem.errors?.map((one) => one.message).join(' ');
  return {
    title: t('failure.rejected.title'),
    text: fields || problem.detail || problem.title,
    again: status === 429,
  };
};
