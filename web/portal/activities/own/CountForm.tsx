import { useMemo } from 'preact/hooks';
import type { FieldErrors, Path, Resolver } from 'react-hook-form';
import type { ActivityKind } from '../../../../domain/activities/kinds.ts';
import { activityKinds, allKinds } from '../../../../domain/activities/kinds.ts';
import { dimensions } from '../../../../domain/goals/goal.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { draftField, summaryOf } from '../../drafts/use-draft-form.ts';
import { useSavedForm } from '../../drafts/use-saved-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { activitiesHash } from '../addresses.ts';
import { monthYearText, say } from '../texts.ts';
import { type CountFields, countsOf } from './count-fields.ts';

type Sent = ReturnType<typeof countsOf>['counts'];

const resolver: Resolver<CountFields, unknown, Sent> = async (fields) => {
  const { counts, issues } = countsOf(fields);
  if (issues.length === 0) return { values: counts, errors: {} };
  return { values: {}, errors: errorsOf(issues) as FieldErrors<CountFields> };
};

const fieldOf = (kind: ActivityKind): Path<CountFields> => `counts.${kind}`;
const kindOf = (name: string) => name.slice('counts.'.length) as ActivityKind;

interface Props {
  /** Month and Kita, such as `2026-03.biebelnheim`. */
  id: string;
  name: string;
  fields: CountFields;
  reload: () => void;
}

/** A month of a Kita, being counted: numbers, and no place for a word. */
export const CountForm = ({ id, name, fields, reload }: Props) => {
  const { call, go } = usePortal();
  const month = id.slice(0, 7);
  const back = activitiesHash(month.slice(0, 4));
  const state = useMemo(
    () => ({ setNotice: () => undefined, reload, file: { reload: () => undefined } }),
    [reload],
  );
  const editing = useSavedForm<CountFields, Sent, 'leave'>({
    name: `counts.${id}`,
    fields,
    resolverOf: () => resolver,
    state,
    save: async (counts, ifMatch) => {
      const { version } = await call('PUT /api/activity-counts/{id}', { id, body: { counts }, ifMatch });
      return { saved: version };
    },
    savedTitle: '',
    goOn: async () => go(back, say('count.saved', { month: monthYearText(month), kita: name })),
  });
  const { form, busy, overtaken } = editing;
  const errors = busy
    ? []
    : summaryOf(
        form,
        allKinds.map(fieldOf),
        (field, message) => `${say(`kind.${kindOf(field)}`)}: ${message}`,
      );
  return (
    <form
      class="goal-edit"
      noValidate
      aria-label={say('count.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) editing.send('leave');
      }}
    >
      <ErrorSummary
        title={t('app.errors', { count: errors.length })}
        errors={errors}
        attempt={editing.attempt}
      />
      {dimensions.map((dimension) => (
        <fieldset key={dimension} class="panel goal-edit-fine">
          <legend class="portal-h3">{say(`dimension.${dimension}`)}</legend>
          <p class="kern-hint">{say(`dimension.${dimension}.hint`)}</p>
          <div class="count-kinds">
            {activityKinds[dimension].map((kind) => (
              <TextField
                key={kind}
                label={say(`kind.${kind}`)}
                inputMode="numeric"
                {...draftField(form, fieldOf(kind))}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Failure error={editing.error} />
      {overtaken && (
        <Alert kind="warning" role="alert" title={say('count.changed')} level={2}>
          <p class="kern-body">{say('count.changed.text')}</p>
          <div class="actions">
            <Button variant="secondary" onClick={editing.dropOwn}>
              {say('count.changed.theirs')}
            </Button>
            <Button variant="secondary" onClick={() => editing.send('leave', overtaken.saved)}>
              {say('count.changed.mine')}
            </Button>
          </div>
        </Alert>
      )}
      <div class="actions">
        <Button type="submit" busy={busy}>
          {busy ? t('app.sending') : say('count.save')}
        </Button>
        <a class="kern-btn kern-btn--tertiary" href={back}>
          <span class="kern-label">{say('count.later')}</span>
        </a>
      </div>
    </form>
  );
};
