import type { InstitutionFile } from '../../../../domain/api/survey-rounds.ts';
import { comparedOf } from '../../../../domain/forms/institution-survey/answers.ts';
import type { Question } from '../../../../domain/survey/question.ts';
import type { Questionnaire } from '../../../../domain/survey/questionnaire.ts';
import { Button } from '../../../fields/Button.tsx';
import { Checkbox } from '../../../fields/Checkbox.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { type AnswerForm, QuestionFields } from '../questions/QuestionFields.tsx';
import { answerText } from '../questions/question-words.ts';
import { SavedMeanwhile } from '../SavedMeanwhile.tsx';
import { say } from '../texts.ts';
import type { InstitutionState } from './use-institution.ts';
import { givenIn, useInstitutionForm } from './use-institution-form.ts';

interface Props {
  file: InstitutionFile;
  questionnaire: Questionnaire;
  state: InstitutionState;
}

interface EarlierProps {
  question: Question;
  year: number;
  /** The earlier answer in words. */
  earlier: string;
  isChanged: boolean;
  isConfirmed: boolean;
  onConfirm: (holds: boolean) => void;
}

/** What was answered in the round before: it still holds, or was changed. */
const Earlier = ({ question, year, earlier, isChanged, isConfirmed, onConfirm }: EarlierProps) => {
  const values = { year: String(year), earlier };
  if (isChanged) return <p class="question-earlier">{say('inst.changed', values)}</p>;
  return (
    <div class="question-earlier">
      <Checkbox
        name={`unchanged-${question.code}`}
        label={say('inst.unchanged')}
        hint={say('inst.unchanged.hint', values)}
        checked={isConfirmed}
        onChange={(event) => onConfirm((event.currentTarget as HTMLInputElement).checked)}
      />
    </div>
  );
};

/** Answers that are being written, or corrected where they were returned. */
export const InstitutionEditor = ({ file, questionnaire, state }: Props) => {
  const editing = useInstitutionForm(file, questionnaire, state);
  const { form, overtaken, busy, errors, before } = editing;
  const isReturn = file.at === 'corrections';
  const isOpen = (code: string) => !isReturn || (file.reopened ?? []).includes(code);
  const values = form.watch();
  const given = givenIn(questionnaire, values, before);
  const confirm = (codes: readonly string[], holds: boolean) => {
    const others = values.unchanged.filter((code) => !codes.includes(code));
    form.setValue('unchanged', holds ? [...others, ...codes] : others, {
      shouldDirty: true,
      shouldValidate: editing.attempt > 0,
    });
  };
  const left = questionnaire.questions
    .map(({ code }) => code)
    .filter((code) => comparedOf(code, given, before) === 'open');
  const below = (question: Question) => {
    const earlier = answerText(question, before[question.code]);
    if (!earlier || !file.earlier) return null;
    const compared = comparedOf(question.code, given, before);
    return (
      <Earlier
        question={question}
        year={file.earlier.year}
        earlier={earlier}
        isChanged={compared === 'changed'}
        isConfirmed={compared === 'unchanged'}
        onConfirm={(holds) => confirm([question.code], holds)}
      />
    );
  };
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
        {say('inst.edit.title')}
      </h2>
      <p class="kern-body">{say(isReturn ? 'inst.edit.return' : 'inst.edit.lead')}</p>
      {file.earlier && !isReturn && (
        <p class="kern-body">{say('inst.edit.earlier', { year: String(file.earlier.year) })}</p>
      )}
      <ErrorSummary
        title={t('app.errors', { count: errors.length })}
        errors={errors}
        attempt={editing.attempt}
      />
      <QuestionFields
        questionnaire={questionnaire}
        form={form as unknown as AnswerForm}
        isOpen={isOpen}
        below={below}
      />
      {left.length > 0 && !isReturn && (
        <div>
          <Button variant="secondary" onClick={() => confirm(left, true)}>
            {say('inst.allUnchanged')}
          </Button>
        </div>
      )}
      <Failure error={editing.error} />
      {overtaken && (
        <SavedMeanwhile onTheirs={editing.dropOwn} onMine={() => editing.send('save', overtaken.saved)} />
      )}
      <div class="actions">
        <Button type="submit" variant="secondary" busy={busy}>
          {busy ? t('app.sending') : say('inst.save')}
        </Button>
        <Button busy={busy} onClick={() => editing.send('send')}>
          {busy ? t('app.sending') : say(isReturn ? 'inst.sendReturn' : 'inst.send')}
        </Button>
      </div>
    </form>
  );
};
