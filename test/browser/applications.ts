import type { BudgetSubmission } from '../../domain/api/portal.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { until } from './machine.ts';

const headOf = (person: string, id: string) =>
  callAs<BudgetSubmission>(person, 'GET', `/api/submissions/${id}`);

/** Waits until an application lies in a step. */
export const untilAt = (id: string, step: string): Promise<boolean> =>
  until(async () => (await headOf('auditor', id)).at === step);

const frameOf = (year: number) => callAs<{ version: number }>('treasurer', 'GET', `/api/budgets/${year}`);

/** Enters the frame of a year and puts it in force, if nobody has yet; another file may be faster. */
export const openBudget = async (year: number): Promise<void> => {
  const { version } = await frameOf(year);
  if (version > 0) return;
  const body = { state: 'in-force', figure: 133_920_900, voluntary: 11_798_500 };
  await callAs('treasurer', 'PUT', `/api/budgets/${year}`, { body, ifMatch: version }).catch(
    async (error) => {
      if ((await frameOf(year)).version === 0) throw error;
    },
  );
};

/** Sends an application past the pages, and waits until it lies with the office. */
export const apply = async (answers: object = {}): Promise<string> => {
  const id = newId();
  const path = `/api/budget-applications/${id}`;
  await callAs('provider', 'PUT', path, { body: { ...budgetApplicationExample, ...answers } });
  await callAs('provider', 'POST', `${path}/submission`, { body: { saved: 1 } });
  await untilAt(id, 'completeness');
  return id;
};

/** Brings an application past the pages to a notice that nobody objects to any more, with the document that was drawn up. */
export const grantTo = async (id: string): Promise<void> => {
  await decideAs('clerk', id, 'complete', { then: 'opinion' });
  await decideAs('coordinator', id, 'recommend', { then: 'decision', comment: 'Der Bedarf ist belegt.' });
  await decideAs('clerk', id, 'grant', { then: 'approval' });
  const path = `/api/submissions/${id}/notice`;
  const { sha256: document } = await callAs<{ sha256: string }>('head', 'POST', path);
  await decideAs('head', id, 'approve', { then: 'announce', document });
  const { since } = await headOf('auditor', id);
  const day = since.slice(0, 10);
  await decideAs('clerk', id, 'post', { then: 'objection-period', sentOn: day });
  await decideAs('clerk', id, 'waive', { then: 'final', receivedOn: day });
};

/** Decides the open step past the pages, and waits for the step that follows. */
export const decideAs = async (
  person: string,
  id: string,
  action: string,
  { then, ...more }: { then: string } & Record<string, unknown>,
): Promise<void> => {
  const { at: step, version } = await headOf(person, id);
  const body = { step, action, version, ...more };
  await callAs(person, 'POST', `/api/submissions/${id}/decisions`, { body });
  await untilAt(id, then);
};
