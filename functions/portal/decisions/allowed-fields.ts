import type { Decision } from '../../../domain/api/portal.ts';
import { type AskedFields, mayCome, mustCome } from '../../../domain/process/asked-fields.ts';
import { FieldsError } from '../../runtime/errors.ts';

type Field = Exclude<keyof Decision, 'step' | 'action' | 'version'>;

const ALWAYS: readonly string[] = ['step', 'action', 'version', 'for'];

/** Nothing is taken that the action has no use for: it would be lost without a word. @throws FieldsError */
export const requireFields = (decision: Decision, asked: AskedFields<Field>): void => {
  const must = mustCome(asked, decision.action);
  const may = mayCome(asked, decision.action);
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
