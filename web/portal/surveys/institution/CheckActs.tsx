import { useState } from 'preact/hooks';
import { useFieldArray } from 'react-hook-form';
import type { SubmissionAnswer } from '../../../../domain/api/portal.ts';
import type { Questionnaire } from '../../../../domain/survey/questionnaire.ts';
import { Button } from '../../../fields/Button.tsx';
import { Select } from '../../../fields/Select.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { usePortal } from '../../app/context.ts';
import { draftField } from '../../drafts/use-draft-form.ts';
import { ActForm } from '../../office/act/ActForm.tsx';
import { type ActBase, type InName, useAct } from '../../office/act/use-act.ts';
import { Failure } from '../../parts/Failure.tsx';
import { leftText } from '../../parts/left-text.ts';
import { t, word } from '../../texts.ts';
import { questionText } from '../questions/question-words.ts';
import { say } from '../texts.ts';
import type { InstitutionState } from './use-institution.ts';

interface Values extends InName {
  fields: { path: string; reason: string }[];
}

const LONGEST = 3_000;
const blank = { path: '', reason: '' };

/** Questions that are returned, each with its reason. Only these can be corrected. */
const ReturnAct = ({ questionnaire, ...props }: ActBase & { questionnaire: Questionnaire }) => {
  const act = useAct<Values>(props, {
    empty: { fields: [blank], for: '' },
    read: ({ fields }) => ({
      more: { fields: fields.map(({ path, reason }) => ({ path, reason: reason.trim() })) },
    }),
    order: ({ fields }) =>
      fields.flatMap((_, n) => {
        const row = say('check.question', { number: n + 1 });
        return [[`fields.${n}.path`, row] as const, [`fields.${n}.reason`, row] as const];
      }),
  });
  const rows = useFieldArray({ control: act.form.control, name: 'fields' });
  const options = questionnaire.questions.map(({ code }) => ({ value: code, label: questionText(code) }));
  return (
    <ActForm {...props} act={act} text={say('check.return.text')} send={say('check.send')}>
      {rows.fields.map((row, n) => (
        <fieldset key={row.id} class="act-row">
          <legend class="portal-h4">{say('check.question', { number: n + 1 })}</legend>
          <Select
            label={say('check.question', { number: n + 1 })}
            empty={say('check.choose')}
            options={options}
            {...draftField(act.form, `fields.${n}.path`)}
          />
          <TextArea
            label={say('check.reason')}
            max={LONGEST}
            left={leftText}
            rows={3}
            {...draftField(act.form, `fields.${n}.reason`)}
          />
        </fieldset>
      ))}
      <div>
        <Button variant="secondary" onClick={() => rows.append(blank)}>
          {say('check.add')}
        </Button>
      </div>
    </ActForm>
  );
};

interface Props {
  of: SubmissionAnswer;
  questionnaire: Questionnaire;
  state: InstitutionState;
}

/** Is it plausible? Accepted with one button, or returned question by question. */
export const CheckActs = ({ of, questionnaire, state }: Props) => {
  const { call } = usePortal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const accept = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const body = { step: of.at, action: 'accept-answers', version: of.version };
      const answer = await call('POST /api/submissions/{id}/decisions', { id: of.id, body });
      state.did(word('done', 'accept-answers'), 'actions' in answer ? answer : undefined);
    } catch (failure) {
      if (!state.overtaken(failure)) setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const isReturning = state.open === 'return';
  return (
    <>
      <Failure error={error} onRetry={() => void accept()} />
      <div class="actions">
        <Button busy={busy} onClick={() => void accept()}>
          {busy ? t('app.sending') : say('check.accept')}
        </Button>
        <Button
          id="act-return"
          variant="secondary"
          aria-expanded={isReturning}
          onClick={() => state.setOpen(isReturning ? undefined : 'return')}
        >
          {say('check.return')}
        </Button>
      </div>
      {isReturning && (
        <ReturnAct
          key={of.version}
          of={of}
          state={{
            ...state,
            did: (_title, answer) => state.did(say('check.returned'), answer),
          }}
          action="return"
          questionnaire={questionnaire}
        />
      )}
    </>
  );
};
