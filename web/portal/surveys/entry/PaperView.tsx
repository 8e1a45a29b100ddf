import { useRef, useState } from 'preact/hooks';
import type { Resolver } from 'react-hook-form';
import type { RoundFile } from '../../../../domain/api/survey-rounds.ts';
import { answersOf, type SurveyAnswers } from '../../../../domain/survey/answers.ts';
import { type Group, linkedGroups } from '../../../../domain/survey/group.ts';
import type { Questionnaire } from '../../../../domain/survey/questionnaire.ts';
import { questionnaireOf } from '../../../../domain/survey/questionnaires.ts';
import { unitKindOf } from '../../../../domain/survey/unit.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { Select } from '../../../fields/Select.tsx';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { summaryOf, takeFieldErrors, useDraftForm } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Said } from '../../parts/Said.tsx';
import { t } from '../../texts.ts';
import { roundHash } from '../addresses.ts';
import { type AnswerFields, answersIn, fieldsOf } from '../questions/answer-fields.ts';
import { type AnswerForm, QuestionFields } from '../questions/QuestionFields.tsx';
import { groupText, questionText } from '../questions/question-words.ts';
import { say } from '../texts.ts';

interface Fields {
  answers: AnswerFields;
}

const resolverOf =
  (questionnaire: Questionnaire): Resolver<Fields, unknown, SurveyAnswers> =>
  async ({ answers }) => {
    const given = answersIn(questionnaire, answers);
    const checked = answersOf(questionnaire).safeParse(given);
    if (checked.success) return { values: checked.data, errors: {} };
    const issues = checked.error.issues.map(({ path, message }) => ({ path: ['answers', ...path], message }));
    return { values: {}, errors: errorsOf(issues) } as never;
  };

interface SheetProps {
  round: string;
  unit: string;
  group: 'parents' | 'social-area';
  questionnaire: Questionnaire;
}

/** One sheet of paper after the other. What was saved cannot be seen again: nobody should look for whose it was. */
const PaperSheet = ({ round, unit, group, questionnaire }: SheetProps) => {
  const { call } = usePortal();
  // The same until it is saved, so that a second try counts once; random, so that it tells no time.
  const id = useRef(crypto.randomUUID());
  const [count, setCount] = useState(0);
  const [error, setError] = useState<unknown>();
  const [isEmpty, setEmpty] = useState(false);
  const empty = { answers: fieldsOf(questionnaire) };
  const { form, discard } = useDraftForm<Fields, SurveyAnswers>(
    `paper.${round}.${unit}`,
    resolverOf(questionnaire),
    empty as never,
  );
  const send = form.handleSubmit(async (answers) => {
    setError(undefined);
    setEmpty(Object.keys(answers).length === 0);
    if (Object.keys(answers).length === 0) return;
    try {
      await call('PUT /api/survey-rounds/{id}/answers/{answer}', {
        id: round,
        params: { answer: id.current },
        body: { group, unit, answers: answers as Record<string, string | string[]> },
      });
      id.current = crypto.randomUUID();
      discard(empty as never);
      setCount((n) => n + 1);
    } catch (failure) {
      if (!takeFieldErrors(form as never, failure)) setError(failure);
    }
  });
  const { isSubmitting, submitCount } = form.formState;
  const order = questionnaire.questions.map(({ code }) => `answers.${code}` as const);
  const errors = summaryOf(form, order, (name, message) => `${questionText(name.slice(8))}: ${message}`);
  return (
    <>
      <Said text={count > 0 ? say('paper.saved', { count }) : undefined} />
      <form
        class="panel survey-form"
        noValidate
        aria-label={say('paper.title')}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSubmitting) void send();
        }}
      >
        <ErrorSummary
          title={t('app.errors', { count: errors.length })}
          errors={isSubmitting ? [] : errors}
          attempt={submitCount}
        />
        <QuestionFields questionnaire={questionnaire} form={form as unknown as AnswerForm} />
        {isEmpty && Object.keys(answersIn(questionnaire, form.watch('answers'))).length === 0 && (
          <Alert kind="warning" role="alert" title={say('paper.empty')} />
        )}
        <Failure error={error} />
        <div class="actions">
          <Button type="submit" busy={isSubmitting}>
            {isSubmitting ? t('app.sending') : say('paper.save')}
          </Button>
        </div>
      </form>
    </>
  );
};

/** The groups that answer on paper, with the units of each. */
const choicesOf = ({ units, groups }: RoundFile) =>
  linkedGroups
    .filter((group) => groups[group] !== undefined)
    .map((group) => ({
      group,
      label: groupText(group),
      options: units
        .filter(({ kind }) => kind === unitKindOf[group])
        .map(({ unit, name }) => ({ value: `${group} ${unit}`, label: name })),
    }));

const Loaded = ({ file }: { file: RoundFile }) => {
  const [chosen, setChosen] = useState('');
  const [group, unit] = chosen.split(' ') as [Group | '', string | undefined];
  const version = group ? file.groups[group] : undefined;
  return (
    <>
      <Select
        name="paper-unit"
        label={say('paper.unit')}
        empty={say('paper.unit.choose')}
        groups={choicesOf(file)}
        onChange={(event) => setChosen((event.currentTarget as HTMLSelectElement).value)}
      />
      {(group === 'parents' || group === 'social-area') && unit && version !== undefined && (
        <PaperSheet
          key={chosen}
          round={file.id}
          unit={unit}
          group={group}
          questionnaire={questionnaireOf(group, version)}
        />
      )}
    </>
  );
};

/** What came in on paper, entered by the coordinator. */
export const PaperView = ({ params: { id = '' } }: ViewProps) => {
  const { call } = usePortal();
  useTitle(say('paper.title'));
  const file = useLoad(`round ${id}`, () => call('GET /api/survey-rounds/{id}', { id }));
  return (
    <>
      <nav class="case-nav" aria-label={t('app.back')}>
        <a class="kern-link kern-link--no-visited-state" href={roundHash(id)}>
          ‹ {say('paper.back')}
        </a>
      </nav>
      <h1 class="portal-h1">{say('paper.title')}</h1>
      <p class="portal-lead">{say('paper.lead')}</p>
      <Progress text={file.loading && !file.data ? t('app.loading') : undefined} />
      <Failure error={file.error} onRetry={file.reload} />
      {file.data && <Loaded file={file.data} />}
    </>
  );
};
