import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { differencesOf } from '../../../../domain/forms/budget-application/differences.ts';
import { Button } from '../../../fields/Button.tsx';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import { fieldName } from '../../application/field-name.ts';
import { valueText } from '../../application/field-value.ts';
import { say } from '../texts.ts';
import type { Conflict, Side } from './merge.ts';
import { sidesOf } from './merge.ts';
import { useKitaNames } from './use-kita-names.ts';

interface Props {
  conflict: Conflict;
  /** @param taken the paths in which the other state is to hold */
  onSettle: (taken: readonly string[]) => void;
}

/** A path as a name of an input: dots would be taken for places in the form. */
const nameOfChoice = (path: string) => `side-${path.replaceAll('.', '-')}`;

/** Two states of one application, field by field, in words: what only one side changed is chosen already. */
export const ConflictView = ({ conflict, onSettle }: Props) => {
  const { base, mine, theirs, by } = conflict;
  const kitas = useKitaNames();
  const differences = differencesOf(mine, theirs);
  const [sides, setSides] = useState<Record<string, Side>>(() => sidesOf(base, mine, theirs));
  const [attempt, setAttempt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const named = (path: string) =>
    fieldName(path, {
      answers:
        differencesOf(mine, theirs).find((one) => one.path === path)?.before === undefined ? theirs : mine,
      kitas,
    });
  const text = (path: string, value: unknown, answers: typeof mine) =>
    valueText(path, value, { answers, kitas }) || say('conflict.empty');
  const open = differences.filter(({ path }) => !sides[path]);
  const errors =
    attempt === 0
      ? []
      : open.map(({ path }) => ({
          id: fieldId(nameOfChoice(path)),
          message: say('conflict.required', { field: named(path) }),
        }));
  const all = (side: Side) => setSides(Object.fromEntries(differences.map(({ path }) => [path, side])));
  const settle = () => {
    if (open.length > 0) return setAttempt(attempt + 1);
    onSettle(differences.map(({ path }) => path).filter((path) => sides[path] === 'theirs'));
  };
  return (
    <section class="panel conflict" aria-labelledby="conflict">
      <h2 class="portal-h2" id="conflict" tabIndex={-1} ref={heading}>
        {say('conflict.title')}
      </h2>
      <ErrorSummary title={say('errors.title', { count: errors.length })} errors={errors} attempt={attempt} />
      <p class="kern-body">{by ? say('conflict.by', { by }) : say('conflict.nobody')}</p>
      <div class="actions">
        <Button variant="tertiary" onClick={() => all('mine')}>
          {say('conflict.all.mine')}
        </Button>
        <Button variant="tertiary" onClick={() => all('theirs')}>
          {say('conflict.all.theirs')}
        </Button>
      </div>
      {differences.map(({ path, before, after }) => {
        const wrong =
          attempt > 0 && !sides[path] ? say('conflict.required', { field: named(path) }) : undefined;
        return (
          <RadioGroup
            key={path}
            name={nameOfChoice(path)}
            label={named(path)}
            options={[
              { value: 'mine', label: say('conflict.mine'), hint: text(path, before, mine) },
              {
                value: 'theirs',
                label: by ? say('conflict.theirs', { by }) : say('conflict.theirs.nobody'),
                hint: text(path, after, theirs),
              },
            ]}
            chosen={sides[path] ?? ''}
            {...(wrong && { error: wrong })}
            onChange={(event) => {
              const side = event.currentTarget.value as Side;
              setSides((now) => ({ ...now, [path]: side }));
            }}
          />
        );
      })}
      <div class="actions">
        <Button onClick={settle}>{say('conflict.take')}</Button>
      </div>
    </section>
  );
};
