import { useState } from 'preact/hooks';
import type { Resolver } from 'react-hook-form';
import type { DistributionAnswer } from '../../../../domain/api/distribution.ts';
import { readDate } from '../../../../domain/calendar/typed-date.ts';
import { type NewResolution, newResolution } from '../../../../domain/distribution/scenario.ts';
import { Button } from '../../../fields/Button.tsx';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { draftField, summaryOf, takeFieldErrors, useDraftForm } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';

interface TypedResolution {
  scenario: string;
  resolvedOn: string;
}

const resolver: Resolver<TypedResolution, unknown, NewResolution> = async ({ scenario, resolvedOn }) => {
  const checked = newResolution.safeParse({ scenario, resolvedOn: readDate(resolvedOn) ?? '' });
  return checked.success
    ? { values: checked.data, errors: {} }
    : ({ values: {}, errors: errorsOf(checked.error.issues) } as never);
};

interface Props {
  of: DistributionAnswer;
  onRecorded: (now: DistributionAnswer) => void;
  onReload: () => void;
}

/** The committee's office records which scenario was resolved, and when. */
export const ResolutionForm = ({ of, onRecorded, onReload }: Props) => {
  const { call } = usePortal();
  const { form, discard } = useDraftForm<TypedResolution, NewResolution>(`resolution.${of.year}`, resolver, {
    scenario: '',
    resolvedOn: '',
  });
  const [error, setError] = useState<unknown>();
  const [said, setSaid] = useState('');
  const send = form.handleSubmit(async (body) => {
    setError(undefined);
    setSaid('');
    try {
      const now = await call('POST /api/distributions/{year}/resolution', {
        params: { year: String(of.year) },
        body,
        ifMatch: of.resolved,
      });
      discard();
      setSaid(say('resolve.done'));
      onRecorded(now);
    } catch (failure) {
      if (!takeFieldErrors(form, failure)) setError(failure);
    }
  });
  const { isSubmitting, submitCount } = form.formState;
  const errors = summaryOf(form, ['scenario', 'resolvedOn']);
  const possible = of.scenarios.filter(({ deviates }) => !deviates);
  return (
    <section class="panel" aria-labelledby="resolve">
      <h2 class="portal-h2" id="resolve">
        {say('resolve.title')}
      </h2>
      <p class="kern-body">{say('resolve.text')}</p>
      {possible.length === 0 ? (
        <p class="kern-body">{say('resolve.none')}</p>
      ) : (
        <form
          class="act"
          noValidate
          aria-labelledby="resolve"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <ErrorSummary
            title={t('app.errors', { count: errors.length })}
            errors={isSubmitting ? [] : errors}
            attempt={submitCount}
          />
          <RadioGroup
            label={say('resolve.scenario')}
            options={possible.map(({ id, name }) => ({ value: id, label: name }))}
            {...draftField(form, 'scenario')}
          />
          <TextField
            label={say('resolve.on')}
            hint={say('resolve.on.hint')}
            autocomplete="off"
            {...draftField(form, 'resolvedOn')}
          />
          <Failure error={error} onRetry={onReload} />
          <div class="actions">
            <Button type="submit" busy={isSubmitting}>
              {isSubmitting ? t('app.sending') : say('resolve.send')}
            </Button>
            <p class="reply-said" role="status">
              {said}
            </p>
          </div>
        </form>
      )}
    </section>
  );
};
