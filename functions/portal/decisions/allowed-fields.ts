import type { Decision } from '../../../domain/api/portal.ts';
import { ownEntry } from '../../../domain/process/process.ts';
import { FieldsError } from '../../runtime/errors.ts';

type Field = Exclude<keyof Decision, 'step' | 'action' | 'version'>;

/** What must come with an action, and what may. */
export type FieldsByAction = Readonly<Record<string, { must?: readonly Field[]; may?: readonly Field[] }>>;

const ALWAYS: readonly string[] = ['step', 'action', 'version', 'for'];

/** Nothing is taken that the action has no use for: it would be lost without a word. @throws FieldsError */
export const requireFields = (decision: Decision, byAction: FieldsByAction): void => {
  const { must = [], may = [] } = ownEntry(byAction, decision.action) ?? {};
  const known = [...ALWAYS, ...must, ...may];
  const issues = [
    ...must
      .filter((field) => decision[field] === undefined)
      .map((field) => ({ path: [field], message: 'required' })),
    ...Object.keys(decision)
      .filter((field) => decision[field as Field] !== undefined && !known.includes(field))
      .map((field) => ({ path: [field], message: 'unknown-field' })),
  ];
  if (issues.length > 0) throw new FieldsError(issues);
};
