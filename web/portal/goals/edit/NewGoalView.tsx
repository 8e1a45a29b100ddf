import { useState } from 'preact/hooks';
import { carriedOver } from '../../../../domain/goals/carried-over.ts';
import { type Goal, goal } from '../../../../domain/goals/goal.ts';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { newId } from '../../case/new-id.ts';
import { LoadFailure } from '../../parts/LoadFailure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { goalsHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { GoalEditor } from './GoalEditor.tsx';
import { fieldsOf, type GoalFields } from './goal-fields.ts';

/** A result that the page was opened with: `?runde=…&gruppe=…&frage=…`. */
const resultsIn = ({ runde: round, gruppe: group, frage: question }: ViewProps['query']) => {
  const one = goal.shape.results.safeParse([{ round, group, question }]);
  return one.success ? one.data : [];
};

/** A new goal has its id before anything is typed, and keeps it with what is typed: sent twice it is one. */
const Begun = ({ name, begin, year }: { name: string; begin: () => Goal; year: number }) => {
  const { drafts } = usePortal();
  const [fields] = useState(() => {
    const typed = drafts.read<GoalFields>(name);
    return typed ?? fieldsOf(begin(), { id: newId(), saved: 0 });
  });
  return <GoalEditor name={name} fields={fields} reload={() => undefined} cancelHash={goalsHash(year)} />;
};

/** A new coarse goal of a year, empty, from a result, or carried over from a year before. */
export const NewGoalView = ({ params, query }: ViewProps) => {
  const { call } = usePortal();
  const year = Number(params.year);
  const { von: from = '' } = query;
  const title = say('new.title', { year: String(year) });
  useTitle(title);
  const { data, error, reload } = useLoad(`carry ${from}`, async () =>
    from ? await call('GET /api/goals/{id}', { id: from }) : undefined,
  );
  const begin = (): Goal =>
    data ? carriedOver(data, { year, newId }) : { year, text: '', results: resultsIn(query), fine: [] };
  return (
    <>
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say(from ? 'carry.lead' : 'edit.lead')}</p>
      {from && !data && !error && <Loading />}
      <LoadFailure error={error} onRetry={reload} />
      {(!from || data) && <Begun key={from} name={`goal.new.${year}.${from}`} begin={begin} year={year} />}
    </>
  );
};
