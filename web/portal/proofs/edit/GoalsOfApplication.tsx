import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { NamedGoals } from '../../goals/NamedGoals.tsx';

/** The county's goals that the application named, for whoever reports which of them were reached; without them, nothing. */
export const GoalsOfApplication = ({ application }: { application: string }) => {
  const { call } = usePortal();
  const { data } = useLoad(`goals of ${application}`, () =>
    call('GET /api/budget-applications/{id}', { id: application }),
  );
  return data?.answers ? <NamedGoals answers={data.answers} level={4} /> : null;
};
