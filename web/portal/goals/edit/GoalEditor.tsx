import { useState } from 'preact/hooks';
import { useFieldArray } from 'react-hook-form';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { Checkbox } from '../../../fields/Checkbox.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { newId } from '../../case/new-id.ts';
import { draftField } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { leftText } from '../../parts/left-text.ts';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';
import { FineRow } from './FineRow.tsx';
import { type GoalFields, newFine } from './goal-fields.ts';
import { Results } from './Results.tsx';
import { type GoalEditing, useGoalForm } from './use-goal-form.ts';

const FineRows = ({ form }: Pick<GoalEditing, 'form'>) => {
  const rows = useFieldArray({ control: form.control, name: 'fine', keyName: 'key' });
  const [said, setSaid] = useState('');
  const remove = (n: number) => {
    rows.remove(n);
    setSaid(say('edit.fine.removed', { number: n + 1 }));
    document.getElementById('fine-title')?.focus();
  };
  const add = () => {
    rows.append(newFine(newId()), { focusName: `fine.${rows.fields.length}.text` });
    setSaid('');
  };
  return (
    <section class="goal-rows" aria-labelledby="fine-title">
      <h2 class="portal-h2" id="fine-title" tabIndex={-1}>
        {say('edit.fine')}
      </h2>
      <p class="kern-hint">{say('edit.fine.hint')}</p>
      {rows.fields.map((row, n) => (
        <FineRow key={row.key} form={form} n={n} onRemove={() => remove(n)} />
      ))}
      <div>
        <Button variant="secondary" onClick={add}>
          {say('edit.fine.add')}
        </Button>
      </div>
      <p class="kern-sr-only" role="status">
        {said}
      </p>
    </section>
  );
};

interface OvertakenProps {
  by: string | undefined;
  onTheirs: () => void;
  onMine: () => void;
}

/** Somebody else has saved: nothing of what was typed is lost, and nobody overwrites without knowing. */
const Overtaken = ({ by, onTheirs, onMine }: OvertakenProps) => (
  <Alert kind="warning" role="alert" title={say('edit.changed.title')} level={2}>
    <p class="kern-body">{by ? say('edit.changed.by', { by }) : say('edit.changed.nobody')}</p>
    <div class="actions">
      <Button variant="secondary" onClick={onTheirs}>
        {say('edit.changed.theirs')}
      </Button>
      <Button variant="secondary" onClick={onMine}>
        {say('edit.changed.mine')}
      </Button>
    </div>
  </Alert>
);

interface Props {
  /** What it is called among the drafts of this tab. */
  name: string;
  fields: GoalFields;
  /** Loads what stands now, after somebody else has saved. */
  reload: () => void;
  cancelHash: string;
}

/** A goal that is being written, with fine goals, measures and what came of them. */
export const GoalEditor = ({ name, fields, reload, cancelHash }: Props) => {
  const editing = useGoalForm(name, fields, reload);
  const { form, overtaken, busy, errors } = editing;
  return (
    <form
      class="goal-edit"
      noValidate
      aria-label={say('goal')}
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
      <section class="panel">
        <TextArea
          label={say('edit.text')}
          hint={say('edit.text.hint')}
          rows={2}
          max={500}
          left={leftText}
          {...draftField(form, 'text')}
        />
        <Results form={form} />
      </section>
      <FineRows form={form} />
      {fields.saved > 0 && (
        <div class="panel">
          <Checkbox
            label={say('edit.dropped')}
            hint={say('edit.dropped.hint')}
            {...draftField(form, 'dropped')}
          />
        </div>
      )}
      <Failure error={editing.error} />
      {overtaken && (
        <Overtaken
          by={overtaken.by}
          onTheirs={editing.dropOwn}
          onMine={() => editing.send('leave', overtaken.saved)}
        />
      )}
      <div class="actions">
        <Button type="submit" busy={busy}>
          {busy ? t('app.sending') : say('edit.save')}
        </Button>
        <a class="kern-btn kern-btn--tertiary" href={cancelHash}>
          <span class="kern-label">{say('edit.later')}</span>
        </a>
      </div>
      <p class="kern-body kern-body--small portal-muted">{say('edit.kept')}</p>
    </form>
  );
};
