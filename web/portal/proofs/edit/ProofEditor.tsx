import { useFieldArray } from 'react-hook-form';
import type { ProofFile } from '../../../../domain/api/proof.ts';
import { formatHundredths } from '../../../../domain/forms/budget-application/hundredths.ts';
import { monthsOf } from '../../../../domain/forms/proof-of-use/months.ts';
import { isOpened } from '../../../../domain/forms/proof-of-use/reopened.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { Checkbox } from '../../../fields/Checkbox.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { TextArea } from '../../../fields/TextArea.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { newId } from '../../case/new-id.ts';
import { draftField, fieldSentence } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { leftText } from '../../parts/left-text.ts';
import { t } from '../../texts.ts';
import type { ProofState } from '../file/use-proof.ts';
import { say } from '../texts.ts';
import { GoalsOfApplication } from './GoalsOfApplication.tsx';
import { Sums } from './Sums.tsx';
import { type ProofForm, useProofForm } from './use-proof-form.ts';

interface PartProps {
  file: ProofFile;
  form: ProofForm['form'];
  /** Whether a field may be written now: after a return only what it names. */
  isOpen: (path: string) => boolean;
}

const optional = () => t('app.optional');

const Position = ({ file, form, isOpen, n }: PartProps & { n: number }) => {
  const of = file.basis.positions[n];
  if (!of) return null;
  const closed = (field: string) => ({ readonly: !isOpen(`positions.${of.id}.${field}`) });
  return (
    <fieldset class="act-row">
      <legend class="portal-h4">{of.function}</legend>
      <p class="kern-body kern-body--small portal-muted">
        {say('edit.granted', {
          sum: formatEuros(of.granted),
          hours: formatHundredths(of.hours),
          months: formatHundredths(monthsOf(of)),
        })}
      </p>
      <div class="proof-numbers">
        {(['months', 'hours', 'cost'] as const).map((field) => (
          <TextField
            key={field}
            label={say(`edit.${field}`)}
            inputMode="decimal"
            {...closed(field)}
            {...draftField(form, `positions.${n}.${field}`)}
          />
        ))}
      </div>
      {(['vacancy', 'deviation'] as const).map((field) => (
        <TextArea
          key={field}
          label={say(`edit.${field}`)}
          optional={optional()}
          rows={2}
          max={1_000}
          left={leftText}
          {...closed(field)}
          {...draftField(form, `positions.${n}.${field}`)}
        />
      ))}
    </fieldset>
  );
};

const Receipts = ({ form, isOpen }: PartProps) => {
  const rows = useFieldArray({ control: form.control, name: 'receipts', keyName: 'key' });
  const id = fieldId('receipts');
  const isWritable = isOpen('receipts');
  const sentence = Array.isArray(form.formState.errors.receipts)
    ? undefined
    : fieldSentence(form, 'receipts');
  return (
    <section class="act-rows" aria-labelledby="receipts-title" id={id} tabIndex={-1}>
      <h3 class="portal-h3" id="receipts-title">
        {say('edit.receipts')}
      </h3>
      <p class="kern-hint">{say('edit.receipts.hint')}</p>
      <FieldError id={id} error={sentence} />
      {rows.fields.map((row, n) => (
        <fieldset key={row.key} class="act-row">
          <legend class="portal-h4">{say('edit.receipt', { number: n + 1 })}</legend>
          <div class="proof-numbers">
            <TextField
              type="date"
              label={say('receipts.on')}
              readonly={!isWritable}
              {...draftField(form, `receipts.${n}.on`)}
            />
            <TextField
              label={say('receipts.amount')}
              inputMode="decimal"
              readonly={!isWritable}
              {...draftField(form, `receipts.${n}.amount`)}
            />
          </div>
          <TextField
            label={say('receipts.purpose')}
            readonly={!isWritable}
            {...draftField(form, `receipts.${n}.purpose`)}
          />
          {isWritable && (
            <Button variant="tertiary" onClick={() => rows.remove(n)}>
              {say('edit.receipt.remove', { number: n + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {isWritable && (
        <div>
          <Button
            variant="secondary"
            onClick={() => rows.append({ id: newId(), on: '', amount: '', purpose: '' })}
          >
            {say('edit.receipt.add')}
          </Button>
        </div>
      )}
    </section>
  );
};

const Report = ({ file, form, isOpen }: PartProps) => (
  <section aria-labelledby="report-title" class="act-rows">
    <h3 class="portal-h3" id="report-title">
      {say('edit.report')}
    </h3>
    <p class="kern-hint">{say('edit.report.hint')}</p>
    <div class="proof-numbers">
      {(['caseSpecific', 'acrossCases', 'unrelated'] as const).map((field) => (
        <TextField
          key={field}
          label={say(`report.${field}`)}
          inputMode="numeric"
          readonly={!isOpen(`report.${field}`)}
          {...draftField(form, `report.${field}`)}
        />
      ))}
    </div>
    <GoalsOfApplication application={file.application} />
    {(['goals', 'deviations'] as const).map((field) => (
      <TextArea
        key={field}
        label={say(`report.${field}`)}
        {...(field === 'deviations' && { optional: optional() })}
        rows={4}
        max={3_000}
        left={leftText}
        readonly={!isOpen(`report.${field}`)}
        {...draftField(form, `report.${field}`)}
      />
    ))}
  </section>
);

const Declared = ({ form, isOpen }: PartProps) => (
  <section aria-labelledby="declared-title" class="act-rows">
    <h3 class="portal-h3" id="declared-title">
      {say('edit.declarations')}
    </h3>
    {isOpen('declarations') &&
      (['truthful', 'earmarked', 'receiptsKept'] as const).map((field) => (
        <Checkbox key={field} label={say(`edit.${field}`)} {...draftField(form, `declarations.${field}`)} />
      ))}
    <Checkbox
      label={say('edit.electronicNotice')}
      hint={say('edit.electronicNotice.hint')}
      {...draftField(form, 'electronicNotice')}
    />
    <TextField label={say('edit.signature')} {...draftField(form, 'signature.name')} />
    <div class="act-day">
      <TextField type="date" label={say('edit.on')} {...draftField(form, 'signature.on')} />
    </div>
  </section>
);

/** A proof that is being filled in, or corrected after a return. */
export const ProofEditor = ({ file, state }: { file: ProofFile; state: ProofState }) => {
  const editing = useProofForm(file, state);
  const { form, overtaken, busy, errors } = editing;
  const { reopened } = file;
  const isReturn = file.at === 'queries';
  const isOpen = (path: string) => !isReturn || isOpened(path, reopened ?? []);
  const part = { file, form, isOpen };
  return (
    <form
      class="panel proof-edit"
      noValidate
      aria-labelledby="edit"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) editing.send('save');
      }}
    >
      <h2 class="portal-h2" id="edit">
        {say('edit.title')}
      </h2>
      <p class="kern-body">{say(isReturn ? 'edit.return' : 'edit.lead')}</p>
      <ErrorSummary
        title={t('app.errors', { count: errors.length })}
        errors={errors}
        attempt={editing.attempt}
      />
      {file.basis.positions.map(({ id }, n) => (
        <Position key={id} {...part} n={n} />
      ))}
      <div class="proof-numbers">
        {(['training', 'thirdParty'] as const).map((field) => (
          <TextField
            key={field}
            label={say(`edit.${field}`)}
            inputMode="decimal"
            readonly={!isOpen(field)}
            {...draftField(form, field)}
          />
        ))}
      </div>
      <Receipts {...part} />
      <Report {...part} />
      <Declared {...part} />
      <Sums form={form} paid={file.paid} />
      <Failure error={editing.error} />
      {overtaken && (
        <Alert kind="warning" role="alert" title={say('edit.changed.title')} level={3}>
          <p class="kern-body">{say('edit.changed.text')}</p>
          <div class="actions">
            <Button variant="secondary" onClick={editing.dropOwn}>
              {say('edit.changed.theirs')}
            </Button>
            <Button variant="secondary" onClick={() => editing.send('save', overtaken.saved)}>
              {say('edit.changed.mine')}
            </Button>
          </div>
        </Alert>
      )}
      <div class="actions">
        <Button type="submit" variant="secondary" busy={busy}>
          {busy ? t('app.sending') : say('edit.save')}
        </Button>
        <Button busy={busy} onClick={() => editing.send('send')}>
          {busy ? t('app.sending') : say(isReturn ? 'edit.sendReturn' : 'edit.send')}
        </Button>
      </div>
    </form>
  );
};
