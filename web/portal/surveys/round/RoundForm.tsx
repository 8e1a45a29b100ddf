import type { RoundFile } from '../../../../domain/api/survey-rounds.ts';
import { groups } from '../../../../domain/survey/group.ts';
import { Button } from '../../../fields/Button.tsx';
import { CheckboxGroup } from '../../../fields/Choices.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { Select } from '../../../fields/Select.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { draftField } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { groupText } from '../questions/question-words.ts';
import { SavedMeanwhile } from '../SavedMeanwhile.tsx';
import { say } from '../texts.ts';
import { AskedAct } from './RoundActs.tsx';
import type { RoundState } from './use-round.ts';
import { useRoundForm } from './use-round-form.ts';

/** A round that is being prepared: its days, whom it asks, and what it is compared with. */
export const RoundForm = ({ file, state }: { file: RoundFile; state: RoundState }) => {
  const { call } = usePortal();
  const rounds = useLoad('rounds', () => call('GET /api/survey-rounds'));
  const editing = useRoundForm(file, state);
  const { form, overtaken, busy, errors, opening, setOpening } = editing;
  const before = (rounds.data?.items ?? []).filter(
    ({ id, at }) => id !== file.id && !['prepare-round', 'open-round', 'discarded'].includes(at),
  );
  return (
    <form
      class="panel survey-form"
      noValidate
      aria-labelledby="edit"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) editing.send('save');
      }}
    >
      <h2 class="portal-h2" id="edit">
        {say('form.title')}
      </h2>
      <ErrorSummary
        title={t('app.errors', { count: errors.length })}
        errors={errors}
        attempt={editing.attempt}
      />
      <div class="survey-days">
        <TextField label={say('form.year')} inputMode="numeric" {...draftField(form, 'year')} />
        <TextField type="date" label={say('form.from')} {...draftField(form, 'from')} />
        <TextField type="date" label={say('form.to')} {...draftField(form, 'to')} />
      </div>
      <CheckboxGroup
        label={say('form.groups')}
        options={groups.map((value) => ({ value, label: groupText(value) }))}
        {...draftField(form, 'groups')}
      />
      <Select
        label={say('form.previous')}
        hint={say('form.previous.hint')}
        empty={say('form.previous.none')}
        options={before.map(({ id, year, from }) => ({
          value: id,
          label: `${say('round.title', { year: String(year) })} (${from.slice(0, 7)})`,
        }))}
        defaultValue={form.getValues('previous')}
        {...draftField(form, 'previous')}
      />
      <Failure error={editing.error} />
      {overtaken && (
        <SavedMeanwhile onTheirs={editing.dropOwn} onMine={() => editing.send('save', overtaken.saved)} />
      )}
      <div class="actions">
        <Button type="submit" variant="secondary" busy={busy}>
          {busy ? t('app.sending') : say('form.save')}
        </Button>
        <Button busy={busy} onClick={() => editing.send('open')}>
          {busy ? t('app.sending') : say('form.open')}
        </Button>
      </div>
      {opening !== undefined && (
        <AskedAct
          file={file}
          state={state}
          action="open"
          saved={opening}
          onClose={() => setOpening(undefined)}
        />
      )}
    </form>
  );
};
