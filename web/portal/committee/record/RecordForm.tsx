import { useLayoutEffect, useRef } from 'preact/hooks';
import type { UseFormReturn } from 'react-hook-form';
import type { SessionFile, SessionItem } from '../../../../domain/api/committee.ts';
import type { Decision } from '../../../../domain/api/portal.ts';
import { outcomes } from '../../../../domain/forms/committee-session/resolution.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { draftField } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { leftText } from '../../parts/left-text.ts';
import { t } from '../../texts.ts';
import { itemName } from '../session/Agenda.tsx';
import type { SessionState } from '../session/use-session.ts';
import { say } from '../texts.ts';
import { isOpen, type RecordFields, voteNames } from './record-fields.ts';
import { useRecord } from './use-record.ts';

type Form = UseFormReturn<RecordFields, unknown, Decision>;

/** As long as a note may be. */
const LONGEST = 3_000;

const Votes = ({ form, n }: { form: Form; n: number }) => (
  <fieldset class="votes">
    <legend class="kern-label">{say('record.votes')}</legend>
    {voteNames.map((name) => (
      <TextField
        key={name}
        label={say(`votes.${name}`)}
        inputMode="numeric"
        autocomplete="off"
        {...draftField(form, `resolutions.${n}.votes.${name}`)}
      />
    ))}
  </fieldset>
);

const Change = ({ form, n, item }: { form: Form; n: number; item: SessionItem }) => (
  <>
    <div class="act-day">
      <TextField
        label={say('record.amount')}
        hint={say('record.amount.hint', { sum: formatEuros(item.facts?.applied ?? 0) })}
        inputMode="decimal"
        autocomplete="off"
        {...draftField(form, `resolutions.${n}.amount`)}
      />
    </div>
    <TextArea
      label={say('record.conditions')}
      hint={say('record.conditions.hint')}
      optional={t('app.optional')}
      rows={3}
      {...draftField(form, `resolutions.${n}.conditions`)}
    />
  </>
);

interface ItemProps {
  form: Form;
  n: number;
  item: SessionItem;
  isUrgent: boolean;
}

/** What was resolved on one item. */
const ItemRecord = ({ form, n, item, isUrgent }: ItemProps) => {
  const outcome = form.watch(`resolutions.${n}.outcome`);
  const { facts } = item;
  return (
    <fieldset class="agenda-row">
      <legend class="portal-h4">{say('record.item', { number: n + 1, name: itemName(item) })}</legend>
      {facts && (
        <p class="kern-body kern-body--small portal-muted">
          {say('record.proposed', {
            number: facts.fileNumber,
            sum: formatEuros(facts.proposed?.amount ?? facts.applied),
            applied: formatEuros(facts.applied),
          })}
        </p>
      )}
      <RadioGroup
        horizontal
        label={say('record.outcome')}
        options={outcomes.map((value) => ({ value, label: say(`outcome.${value}`) }))}
        {...draftField(form, `resolutions.${n}.outcome`)}
      />
      {outcome === 'changed' && <Change form={form} n={n} item={item} />}
      {!isUrgent && outcome && <Votes form={form} n={n} />}
      <TextArea
        label={say('record.note')}
        hint={say('record.note.hint')}
        optional={t('app.optional')}
        max={LONGEST}
        left={leftText}
        rows={2}
        {...draftField(form, `resolutions.${n}.text`)}
      />
    </fieldset>
  );
};

/** Records what was resolved, item by item; it is carried out at once. */
export const RecordForm = ({ file, state }: { file: SessionFile; state: SessionState }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { form, error, busy, attempt, errors, send } = useRecord(file, state);
  const isUrgent = file.kind === 'urgent';
  const cancel = () => {
    state.setRecording(false);
    document.getElementById('act-record')?.focus();
  };
  return (
    <form
      class="act"
      noValidate
      aria-labelledby="record"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) send();
      }}
    >
      <h3 class="portal-h3" id="record" tabIndex={-1} ref={heading}>
        {say('record.title')}
      </h3>
      <ErrorSummary title={t('app.errors', { count: errors.length })} errors={errors} attempt={attempt} />
      <p class="kern-body">{say('record.text')}</p>
      {isUrgent && (
        <div class="act-day">
          <TextField
            label={say('record.decidedBy')}
            hint={say('record.decidedBy.hint')}
            autocomplete="off"
            {...draftField(form, 'decidedBy')}
          />
        </div>
      )}
      {file.items.map((item, n) =>
        isOpen(item) ? (
          <ItemRecord key={item.case} form={form} n={n} item={item} isUrgent={isUrgent} />
        ) : null,
      )}
      <Failure error={error} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          {busy ? t('app.sending') : say('record.send')}
        </Button>
        <Button variant="tertiary" onClick={cancel}>
          {t('app.cancel')}
        </Button>
      </div>
      <p class="kern-body kern-body--small portal-muted">{say('record.kept')}</p>
    </form>
  );
};
