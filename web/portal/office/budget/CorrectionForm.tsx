import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { totalOf } from '../../../../domain/budget/amounts.ts';
import type { Entry } from '../../../../domain/budget/entry.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { usePortal } from '../../app/context.ts';
import { draftField, summaryOf, takeFieldErrors, useDraftForm } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { leftText } from '../../parts/left-text.ts';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';
import {
  correctionResolver,
  emptyCorrection,
  type NewCorrection,
  SHARES,
  type TypedCorrection,
} from './correction-fields.ts';

const LONGEST = 500;

interface Props {
  year: number;
  of: Entry;
  onDone: () => void;
  onCancel: () => void;
}

/** Proposes to take an entry back, wholly or in part. It moves nothing until another person confirms it. */
export const CorrectionForm = ({ year, of, onDone, onCancel }: Props) => {
  const { call } = usePortal();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { form, discard } = useDraftForm<TypedCorrection, NewCorrection>(
    `correction.${of.id}`,
    correctionResolver(of),
    emptyCorrection(of),
  );
  const [error, setError] = useState<unknown>();
  const send = form.handleSubmit(async (body) => {
    setError(undefined);
    try {
      await call('POST /api/budgets/{year}/corrections', { params: { year: String(year) }, body });
      discard(emptyCorrection(of));
      onDone();
    } catch (failure) {
      if (!takeFieldErrors(form, failure)) setError(failure);
    }
  });
  const { isSubmitting, submitCount } = form.formState;
  const errors = summaryOf(form, [...SHARES.map((share) => `amounts.${share}` as const), 'reason']);
  return (
    <section class="panel" aria-labelledby="correcting">
      <h2 class="portal-h2" id="correcting" tabIndex={-1} ref={heading}>
        {say('correction.title')}
      </h2>
      <p class="kern-body">
        {say('correction.of', {
          kind: say(`entries.kind.${of.kind}`),
          sum: formatEuros(totalOf(of.amounts)),
        })}
      </p>
      <form
        class="act"
        noValidate
        aria-labelledby="correcting"
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
        <p class="kern-body">{say('correction.text')}</p>
        <fieldset class="act-parts">
          <legend class="portal-h4">{say('correction.amounts')}</legend>
          {SHARES.map((share) => (
            <TextField
              key={share}
              label={say(`sums.${share}`)}
              hint={say('correction.most', { sum: formatEuros(of.amounts[share]) })}
              inputMode="decimal"
              autocomplete="off"
              {...draftField(form, `amounts.${share}`)}
            />
          ))}
        </fieldset>
        <TextArea
          label={say('correction.reason')}
          max={LONGEST}
          left={leftText}
          rows={3}
          {...draftField(form, 'reason')}
        />
        <Failure error={error} onRetry={() => void send()} />
        <div class="actions">
          <Button type="submit" busy={isSubmitting}>
            {isSubmitting ? t('app.sending') : say('correction.send')}
          </Button>
          <Button variant="tertiary" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
    </section>
  );
};
