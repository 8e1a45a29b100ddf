import { useState } from 'preact/hooks';
import { partWords } from '../../../domain/survey/questionnaire.ts';
import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { ErrorSummary } from '../../fields/ErrorSummary.tsx';
import { fieldId } from '../../fields/field.ts';
import { Progress } from '../../fields/Progress.tsx';
import { say } from '../../languages/messages.ts';
import { Page } from '../frame/Page.tsx';
import { t } from '../language/texts.ts';
import { goBackToScreen, goToScreen } from '../navigation/navigate.ts';
import { KeptBox } from './KeptBox.tsx';
import type { Known } from './known.ts';
import { QuestionField } from './QuestionField.tsx';
import type { Screen } from './screens.ts';
import { isTooLong, tidy } from './tidy.ts';

/** Some questions; the last screen sends. Each answer is kept at once. */
export const Questions = ({
  hand,
  link,
  questionnaire,
  screens,
  at,
}: Known & { screens: readonly Screen[]; at: number }) => {
  const [attempt, setAttempt] = useState(0);
  const { answers, sending } = hand;
  const { part, questions } = screens[at - 1] as Screen;
  const isLast = at === screens.length;
  const wrong = (code: string) =>
    isTooLong(answers[code]) ? t('survey.too-long', { question: say(code) }) : undefined;
  const errors = questions.flatMap(({ code }) => {
    const message = wrong(code);
    return message ? [{ id: fieldId(code), message }] : [];
  });
  const isEmpty = Object.keys(tidy(answers)).length === 0;

  const goOn = () => {
    setAttempt((n) => n + 1);
    if (errors.length > 0) return;
    if (!isLast) goToScreen(at + 1);
    else if (!isEmpty) void hand.send();
  };

  return (
    <Page title={say(partWords(questionnaire.group, part))}>
      <p class="kern-body">
        {t('survey.step', { step: at, steps: screens.length })}. {t('survey.optional')}
      </p>
      <ErrorSummary
        title={t('errors.title', { count: errors.length })}
        errors={attempt > 0 ? errors : []}
        attempt={attempt}
      />
      <form
        class="stack form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!sending) goOn();
        }}
      >
        {questions.map((question) => (
          <QuestionField
            key={question.code}
            question={question}
            answer={answers[question.code]}
            onAnswer={(answer) => hand.answer(question.code, answer)}
            error={attempt > 0 ? wrong(question.code) : undefined}
            askedBy="heading"
          />
        ))}
        {isLast && <p class="kern-body">{t('survey.send-text')}</p>}
        {isLast && isEmpty && attempt > 0 && (
          <Alert kind="warning" title={t('survey.empty')} role="alert">
            <p class="kern-body">{t('survey.empty-text')}</p>
          </Alert>
        )}
        <div class="choices">
          <Button type="submit" busy={sending}>
            {t(isLast ? 'survey.send' : 'survey.next')}
          </Button>
          <Button variant="secondary" onClick={() => goBackToScreen(at - 1)}>
            {t('survey.back')}
          </Button>
        </div>
        <Progress text={sending ? t('survey.sending') : undefined} />
      </form>
      <KeptBox hand={hand} link={link} />
    </Page>
  );
};
