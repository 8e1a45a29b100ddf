import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Questionnaire } from '../../../../domain/survey/questionnaire.ts';
import { questionnaireOf } from '../../../../domain/survey/questionnaires.ts';
import { unitName } from '../../../../domain/survey/unit.ts';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Said } from '../../parts/Said.tsx';
import { t } from '../../texts.ts';
import { surveysHash } from '../addresses.ts';
import { optionText, questionText } from '../questions/question-words.ts';
import { say } from '../texts.ts';
import { Face } from './Face.tsx';

interface Asking {
  /** The answer's id: random, so that it tells no time; kept until it is saved, so that a second try counts once. */
  id: string;
  n: number;
  answers: Record<string, string>;
}

const begin = (): Asking => ({ id: crypto.randomUUID(), n: 0, answers: {} });

interface QuestionProps {
  questionnaire: Questionnaire;
  asking: Asking;
  onChange: (next: Asking) => void;
}

/** One question: three faces, and the way on without one. */
const FaceQuestion = ({ questionnaire, asking, onChange }: QuestionProps) => {
  const { questions } = questionnaire;
  const question = questions[asking.n];
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [asking.n, asking.id]);
  if (question?.kind !== 'choice') return null;
  const { code, options } = question;
  const go = (n: number, answers = asking.answers) => onChange({ ...asking, n, answers });
  const skip = () => {
    const { [code]: _, ...others } = asking.answers;
    go(asking.n + 1, others);
  };
  return (
    <>
      <p class="kern-body portal-muted">
        {say('children.progress', { n: asking.n + 1, count: questions.length })}
      </p>
      <h2 class="portal-h2 face-question" tabIndex={-1} ref={heading}>
        {questionText(code)}
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out otherwise by browsers */}
      <div class="faces" role="group" aria-label={questionText(code)}>
        {options.map((option) => (
          <button
            key={option}
            type="button"
            class="face"
            aria-label={optionText(question, option)}
            aria-pressed={asking.answers[code] === option}
            onClick={() => go(asking.n + 1, { ...asking.answers, [code]: option })}
          >
            <Face kind={option} />
          </button>
        ))}
      </div>
      <div class="actions">
        <Button variant="secondary" onClick={skip}>
          {say('children.skip')}
        </Button>
        {asking.n > 0 && (
          <Button variant="tertiary" onClick={() => go(asking.n - 1)}>
            {say('children.back')}
          </Button>
        )}
      </div>
    </>
  );
};

interface DoneProps {
  asking: Asking;
  busy: boolean;
  error: unknown;
  onSave: () => void;
  onAgain: () => void;
}

/** Nothing is saved before somebody has seen that the child is done. */
const Done = ({ asking, busy, error, onSave, onAgain }: DoneProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const isEmpty = Object.keys(asking.answers).length === 0;
  return (
    <>
      <h2 class="portal-h2" tabIndex={-1} ref={heading}>
        {say('children.done.title')}
      </h2>
      <p class="kern-body">{say(isEmpty ? 'children.none' : 'children.done.text')}</p>
      <Failure error={error} onRetry={onSave} />
      <div class="actions">
        {!isEmpty && (
          <Button busy={busy} onClick={onSave}>
            {busy ? t('app.sending') : say('children.save')}
          </Button>
        )}
        <Button variant="secondary" onClick={onAgain}>
          {say('children.again')}
        </Button>
      </div>
    </>
  );
};

/** The children of a Kita, one after the other on a tablet. */
const Children = ({
  round,
  kita,
  questionnaire,
}: {
  round: string;
  kita: string;
  questionnaire: Questionnaire;
}) => {
  const { call } = usePortal();
  const [asking, setAsking] = useState(begin);
  const [count, setCount] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await call('PUT /api/survey-rounds/{id}/answers/{answer}', {
        id: round,
        params: { answer: asking.id },
        body: {
          group: 'children',
          unit: unitName({ kind: 'kita', id: kita }),
          answers: asking.answers,
        },
      });
      setCount((n) => n + 1);
      setAsking(begin());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Said text={count > 0 && asking.n === 0 ? say('children.saved', { count }) : undefined} />
      <section class="panel survey-form">
        {asking.n < questionnaire.questions.length ? (
          <FaceQuestion questionnaire={questionnaire} asking={asking} onChange={setAsking} />
        ) : (
          <Done
            asking={asking}
            busy={busy}
            error={error}
            onSave={() => void save()}
            onAgain={() => {
              setError(undefined);
              setAsking(begin());
            }}
          />
        )}
      </section>
    </>
  );
};

/** Children are asked with pictures: a grown-up reads the question, the child points at a face. */
export const ChildrenView = ({ params: { id = '', kita = '' } }: ViewProps) => {
  const { call } = usePortal();
  useTitle(say('children.title'));
  const rounds = useLoad('rounds', () => call('GET /api/survey-rounds'));
  const round = rounds.data?.items.find((one) => one.id === id);
  const unit = round?.units.find((one) => one.unit === unitName({ kind: 'kita', id: kita }));
  const version = unit?.state === 'open' ? round?.groups.children : undefined;
  return (
    <>
      <nav class="case-nav" aria-label={t('app.back')}>
        <a class="kern-link kern-link--no-visited-state" href={surveysHash()}>
          ‹ {say('round.back')}
        </a>
      </nav>
      <h1 class="portal-h1">{unit ? `${say('children.title')} · ${unit.name}` : say('children.title')}</h1>
      <p class="portal-lead">{say('children.lead')}</p>
      <Progress text={rounds.loading && !rounds.data ? t('app.loading') : undefined} />
      <Failure error={rounds.error} onRetry={rounds.reload} />
      {rounds.data && version === undefined && <p class="kern-body panel">{say('children.over')}</p>}
      {version !== undefined && (
        <Children round={id} kita={kita} questionnaire={questionnaireOf('children', version)} />
      )}
    </>
  );
};
