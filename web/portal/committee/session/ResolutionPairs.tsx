import type { SessionItem } from '../../../../domain/api/committee.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Pairs } from '../../parts/Pairs.tsx';
import { say } from '../texts.ts';

type Shown = Pick<NonNullable<SessionItem['resolution']>, 'amount' | 'votes' | 'conditions' | 'text'> & {
  decidedBy?: string | undefined;
};

/** What a resolution says: the sum, how the votes went or who decided instead, words, conditions. */
export const ResolutionPairs = ({ amount, votes, decidedBy, text, conditions = [] }: Shown) => (
  <>
    <Pairs
      pairs={[
        [say('resolved.amount'), amount !== undefined && formatEuros(amount)],
        [say('resolved.votes'), votes && say('resolved.votes.text', { ...votes })],
        [say('resolved.decided'), decidedBy],
        [say('resolved.note'), text && <span class="answer-text">{text}</span>],
        [
          say('resolved.conditions'),
          conditions.length > 0 && (
            <ol class="conditions">
              {conditions.map((condition) => (
                <li key={condition}>{condition}</li>
              ))}
            </ol>
          ),
        ],
      ]}
    />
  </>
);
