import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { LoadFailure } from '../../parts/LoadFailure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { goalHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { GoalEditor } from './GoalEditor.tsx';
import { fieldsOf } from './goal-fields.ts';

/** A saved goal that is changed, or evaluated. */
export const EditGoalView = ({ params: { id = '' } }: ViewProps) => {
  const { call } = usePortal();
  const title = say('edit.title');
  useTitle(title);
  const { data, error, reload } = useLoad(`edit goal ${id}`, () => call('GET /api/goals/{id}', { id }));
  return (
    <>
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say('edit.lead')}</p>
      {!data && !error && <Loading />}
      <LoadFailure error={error} onRetry={reload} />
      {data && (
        <GoalEditor
          name={`goal.${id}`}
          fields={fieldsOf(data, { id, saved: data.version })}
          reload={reload}
          cancelHash={goalHash(id)}
        />
      )}
    </>
  );
};
