import type { GoalItem } from '../../../domain/api/goals.ts';
import type { FineGoal, Measure } from '../../../domain/goals/goal.ts';
import { fineStanding, type GoalStanding, goalStanding } from '../../../domain/goals/standing.ts';
import type { Role } from '../../../domain/people/role.ts';
import type { ResultOf } from '../../../domain/survey/result-name.ts';
import { now } from '../api/now.ts';
import { usePortal } from '../app/context.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { Pairs } from '../parts/Pairs.tsx';
import { resultsHash } from '../results/addresses.ts';
import { dateOf, dateText } from '../time/dates.ts';
import { goalHash } from './addresses.ts';
import { groupText, questionText, say } from './texts.ts';

export const today = () => dateOf(now());

/** Where a goal stands; the words say what the colour says. */
export const Standing = ({ of }: { of: GoalStanding }) => (
  <span class={`goal-standing goal-standing--${of}`}>{say(`standing.${of}`)}</span>
);

const Measures = ({ of, number }: { of: readonly Measure[]; number: string }) =>
  of.length === 0 ? (
    <p class="kern-body portal-muted">{say('measures.none')}</p>
  ) : (
    <DataTable
      caption={say('measures.of', { number })}
      rows={of}
      keyOf={({ id }) => id}
      columns={[
        { key: 'text', label: say('measure.text'), names: true, cell: (one) => one.text },
        {
          key: 'dimension',
          label: say('measure.dimension'),
          cell: (one) => say(`dimension.${one.dimension}`),
        },
        { key: 'responsible', label: say('measure.responsible'), cell: (one) => one.responsible },
        { key: 'state', label: say('measure.state'), cell: (one) => say(`state.${one.state}`) },
      ]}
    />
  );

const Evaluation = ({ of }: { of: NonNullable<FineGoal['evaluation']> }) => (
  <div class="goal-evaluation">
    <p class="kern-body">
      <strong>{say(`reached.${of.reached}`)}</strong>, {dateText(of.on)}
    </p>
    <p class="kern-body goal-words">{of.text}</p>
  </div>
);

const Fine = ({ of, number }: { of: FineGoal; number: string }) => (
  <li class="goal-fine">
    <h3 class="portal-h3">
      {number} {of.text} <Standing of={fineStanding(of, today())} />
    </h3>
    <Pairs
      pairs={[
        [say('fine.targetGroup'), of.targetGroup],
        [say('fine.indicator'), of.indicator],
        [say('fine.date'), dateText(of.date)],
      ]}
    />
    <Measures of={of.measures} number={number} />
    {of.evaluation && <Evaluation of={of.evaluation} />}
  </li>
);

/** Who may look at what was answered; others read what it was about. */
const LOOKS: readonly Role[] = ['coordinator', 'head', 'auditor', 'committee', 'kita', 'provider'];

const Result = ({ of: { round, group, question } }: { of: ResultOf }) => {
  const { me } = usePortal();
  const text = say('source.result', { group: groupText(group), question: questionText(question) });
  return me.roles.some((role) => LOOKS.includes(role)) ? (
    <a class="kern-link kern-link--no-visited-state" href={resultsHash(round, { group, question })}>
      {text}
    </a>
  ) : (
    text
  );
};

const Sources = ({ results, carriedFrom }: Pick<GoalItem, 'results' | 'carriedFrom'>) =>
  results.length === 0 && !carriedFrom ? null : (
    <ul class="goal-sources">
      {results.map(({ round, group, question }) => (
        <li key={`${round} ${group} ${question}`}>
          <Result of={{ round, group, question }} />
        </li>
      ))}
      {carriedFrom && (
        <li>
          <a class="kern-link kern-link--no-visited-state" href={goalHash(carriedFrom)}>
            {say('source.carried')}
          </a>
        </li>
      )}
    </ul>
  );

/** A coarse goal with all that hangs on it; numbers tell where one is. */
export const GoalTree = ({ of, number }: { of: GoalItem; number: number }) => (
  <>
    <h2 class="portal-h2 goal-title" id={`goal-${of.id}`}>
      {number > 0 && `${number} `}
      {of.text} <Standing of={goalStanding(of, today())} />
    </h2>
    <Sources results={of.results} carriedFrom={of.carriedFrom} />
    {of.fine.length === 0 ? (
      <p class="kern-body portal-muted">{say('fine.none')}</p>
    ) : (
      <ol class="goal-fines">
        {of.fine.map((fine, n) => (
          <Fine key={fine.id} of={fine} number={number > 0 ? `${number}.${n + 1}` : `${n + 1}`} />
        ))}
      </ol>
    )}
  </>
);
