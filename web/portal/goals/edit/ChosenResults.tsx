import type { ResultOf } from '../../../../domain/survey/result-name.ts';
import { Button } from '../../../fields/Button.tsx';
import { groupText, questionText, say } from '../texts.ts';

interface Props {
  results: readonly ResultOf[];
  onRemove: (n: number) => void;
}

/** The results that were chosen, each with the way to take it out again. */
export const ChosenResults = ({ results, onRemove }: Props) =>
  results.length === 0 ? null : (
    <ul class="goal-carry">
      {results.map(({ round, group, question }, n) => (
        <li key={`${round} ${group} ${question}`}>
          <span>{say('source.result', { group: groupText(group), question: questionText(question) })}</span>
          <Button
            variant="tertiary"
            aria-label={say('edit.result.remove.of', { question: questionText(question) })}
            onClick={() => onRemove(n)}
          >
            {say('edit.result.remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
