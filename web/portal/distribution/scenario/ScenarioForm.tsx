import { useEffect, useState } from 'preact/hooks';
import type { Path } from 'react-hook-form';
import type { DistributionAnswer } from '../../../../domain/api/distribution.ts';
import type { NewScenario } from '../../../../domain/distribution/scenario.ts';
import { formatAmount } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { Select } from '../../../fields/Select.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { usePortal } from '../../app/context.ts';
import { newId } from '../../case/new-id.ts';
import { draftField, summaryOf, takeFieldErrors, useDraftForm } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { dateText, dayText } from '../../time/dates.ts';
import type { ListedImport } from '../import/ImportPanel.tsx';
import { say } from '../texts.ts';
import { asInConcept, scenarioResolver, type TypedScenario } from './scenario-fields.ts';

interface Props {
  of: DistributionAnswer;
  imports: readonly ListedImport[];
  /** What the year's frame has, in cents; 0 where it is not entered yet. */
  frame: number;
  onSaved: () => void;
}

/** A new scenario: the concept's rule, or what is tried beside it. */
export const ScenarioForm = ({ of, imports, frame, onSaved }: Props) => {
  const { call } = usePortal();
  const { concepts, year } = of;
  const version = concepts.at(-1)?.version ?? '';
  const empty: TypedScenario = {
    name: '',
    concept: version,
    sum: frame > 0 ? formatAmount(frame) : '',
    import: imports[0]?.id ?? '',
    ...asInConcept(concepts, version),
  };
  const { form, discard } = useDraftForm<TypedScenario, NewScenario>(
    `scenario.${year}`,
    scenarioResolver(concepts),
    empty,
  );
  const [error, setError] = useState<unknown>();
  const [said, setSaid] = useState('');
  const [id, setId] = useState(newId);
  const concept = form.watch('concept');
  const { rule } = concepts.find((one) => one.version === concept) ?? {};
  const components = rule?.components ?? [];
  // Another version has other components; and a file that was just read is the one that is meant.
  useEffect(() => {
    for (const { code } of components)
      if (form.getValues(`weights.${code}`) === undefined)
        form.reset({ ...form.getValues(), ...asInConcept(concepts, concept) });
  }, [concept]);
  useEffect(() => {
    if (imports[0]) form.setValue('import', imports[0].id);
  }, [imports[0]?.id]);
  const send = form.handleSubmit(async (body) => {
    setError(undefined);
    setSaid('');
    try {
      await call('PUT /api/distributions/{year}/scenarios/{id}', {
        id,
        params: { year: String(year) },
        body,
      });
      discard(empty);
      setId(newId());
      setSaid(say('scenario.done'));
      onSaved();
    } catch (failure) {
      if (!takeFieldErrors(form, failure)) setError(failure);
    }
  });
  const { isSubmitting, submitCount } = form.formState;
  const order: Path<TypedScenario>[] = [
    'name',
    'concept',
    'sum',
    'import',
    'basic',
    ...components.map(({ code }) => `weights.${code}` as const),
  ];
  const errors = summaryOf(form, order);
  return (
    <form
      class="act"
      noValidate
      aria-labelledby="scenario"
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
      <TextField
        label={say('scenario.name')}
        hint={say('scenario.name.hint')}
        autocomplete="off"
        {...draftField(form, 'name')}
      />
      <div class="frame-fields">
        <Select
          label={say('scenario.concept')}
          options={concepts.map((one) => ({
            value: one.version,
            label: say('scenario.concept.text', { version: one.version, day: dateText(one.resolvedOn) }),
          }))}
          defaultValue={form.getValues('concept')}
          {...draftField(form, 'concept')}
        />
        <Select
          label={say('scenario.import')}
          options={imports.map((one) => ({
            value: one.id,
            label: say('scenario.import.text', { name: one.name, day: dayText(one.readAt) }),
          }))}
          value={form.watch('import')}
          {...draftField(form, 'import')}
        />
        <TextField
          label={say('scenario.sum')}
          hint={say('scenario.sum.hint')}
          inputMode="decimal"
          autocomplete="off"
          {...draftField(form, 'sum')}
        />
        <TextField
          label={say('scenario.basic')}
          inputMode="decimal"
          autocomplete="off"
          {...draftField(form, 'basic')}
        />
      </div>
      <fieldset class="act-parts" aria-describedby="weights-hint">
        <legend class="kern-label">{say('scenario.weights')}</legend>
        <p class="kern-hint scenario-hint" id="weights-hint">
          {say('scenario.weights.hint')}
        </p>
        {components.map(({ code, name }) => (
          <TextField
            key={code}
            label={name}
            inputMode="decimal"
            autocomplete="off"
            {...draftField(form, `weights.${code}`)}
          />
        ))}
      </fieldset>
      <Failure error={error} />
      <div class="actions">
        <Button type="submit" busy={isSubmitting}>
          {isSubmitting ? t('app.sending') : say('scenario.send')}
        </Button>
        <p class="reply-said" role="status">
          {said}
        </p>
      </div>
    </form>
  );
};
