import { useState } from 'preact/hooks';
import type { ContactRequestReceipt } from '../../../domain/api/families.ts';
import type { ContactRequestAnswers } from '../../../domain/forms/contact-request/answers.ts';
import { Button } from '../../fields/Button.tsx';
import { ErrorSummary } from '../../fields/ErrorSummary.tsx';
import { Progress } from '../../fields/Progress.tsx';
import { ProblemError } from '../api/failures.ts';
import { usePortal } from '../app/context.ts';
import { caseHash } from '../contact-requests/addresses.ts';
import { summaryOf, takeFieldErrors, useDraftForm } from '../drafts/use-draft-form.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { SpokenQuestions } from './SpokenQuestions.tsx';
import { emptyFields, type SpokenFields, spokenResolver } from './spoken-form.ts';

/** The questions in the order of the page. */
const order = [
  'iAm',
  'kita',
  'municipality',
  'topics',
  'message',
  'replyBy',
  'phone',
  'mayLeaveMessage',
  'email',
  'reachableOn',
  'reachableAt',
  'language',
  'interpreter',
] as const;

/** What the sheet needs: the case, its code and the language of the family. */
export type Recorded = ContactRequestReceipt & { language: string };

const AlreadyRecorded = ({ id }: { id: string }) => (
  <p class="kern-body">
    {t('spoken.recorded')}{' '}
    <a class="kern-link" href={caseHash(id)}>
      {t('spoken.open')}
    </a>
  </p>
);

/** The form of a spoken request: no name, and what is typed stays until it is sent or thrown away. */
export const SpokenForm = ({ onDone }: { onDone: (recorded: Recorded) => void }) => {
  const { call } = usePortal();
  const { form, discard } = useDraftForm<SpokenFields, ContactRequestAnswers>(
    'spoken',
    spokenResolver,
    emptyFields(),
  );
  const [error, setError] = useState<unknown>();
  const [recorded, setRecorded] = useState<string>();
  const send = form.handleSubmit(async (body) => {
    setError(undefined);
    const id = form.getValues('id');
    try {
      const receipt = await call('PUT /api/spoken-requests/{id}', { id, body });
      discard(emptyFields());
      onDone({ ...receipt, language: body.language });
    } catch (failure) {
      if (failure instanceof ProblemError && failure.status === 409) setRecorded(id);
      else if (!takeFieldErrors(form, failure)) setError(failure);
    }
  });
  const { isSubmitting, submitCount } = form.formState;
  const errors = summaryOf(form, order);
  return (
    <form noValidate class="spoken panel" onSubmit={(event) => void send(event as never)}>
      <ErrorSummary
        title={t('app.errors', { count: errors.length })}
        errors={isSubmitting ? [] : errors}
        attempt={submitCount}
      />
      <SpokenQuestions form={form} />
      <Failure error={error} title={t('spoken.failed')} onRetry={() => void send()} />
      {recorded && <AlreadyRecorded id={recorded} />}
      <Progress text={isSubmitting ? t('app.sending') : undefined} />
      <div class="actions">
        <Button type="submit" busy={isSubmitting}>
          {t('spoken.send')}
        </Button>
        <Button variant="tertiary" onClick={() => discard(emptyFields())}>
          {t('spoken.discard')}
        </Button>
      </div>
      <p class="kern-body kern-body--small portal-muted">{t('spoken.kept')}</p>
    </form>
  );
};
