import type { ComponentChildren } from 'preact';
import type { SubmissionAnswer } from '../../../domain/api/portal.ts';
import { Button } from '../../fields/Button.tsx';
import { Progress } from '../../fields/Progress.tsx';
import { isMissing } from '../api/failures.ts';
import { useTitle } from '../app/use-title.ts';
import { LoadFailure } from '../parts/LoadFailure.tsx';
import { SaidNotice } from '../parts/Said.tsx';
import { t } from '../texts.ts';
import type { CaseState } from './use-case.ts';

interface Props {
  /** The case, once it is known. */
  of: SubmissionAnswer | undefined;
  state: Pick<CaseState, 'head' | 'notice' | 'reload'>;
  /** What the case is called, if it is there. */
  title: string;
  back: { href: string; text: string };
  error: unknown;
  /** That something is still to come. */
  isWaiting: boolean;
  children: ComponentChildren;
}

/** The page of a case around what it shows: the way back, what was just done or refused, the title, what is awaited or failed. */
export const CaseFrame = ({ of, state, title, back, error, isWaiting, children }: Props) => {
  const gone = isMissing(error);
  const heading = gone ? t('failure.missing.title') : title;
  useTitle(heading);
  return (
    <>
      <nav class="case-nav" aria-label={t('app.back')}>
        <a class="kern-link kern-link--no-visited-state" href={back.href}>
          ‹ {back.text}
        </a>
        {of && (
          <Button variant="tertiary" busy={state.head.loading} onClick={state.reload}>
            {t('case.reload')}
          </Button>
        )}
      </nav>
      <SaidNotice notice={state.notice} />
      <h1 class="portal-h1">{heading}</h1>
      <Progress text={!error && isWaiting ? t('app.loading') : undefined} />
      <LoadFailure error={error} onRetry={state.reload} />
      {!gone && children}
    </>
  );
};
