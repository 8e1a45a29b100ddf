import { set } from 'react-hook-form';
import type { Issue } from '../../../domain/languages/problem.ts';

/** What is wrong, as a form keeps it: by path, rows by their number. Of several things wrong with a field the first counts. */
export const errorsOf = (issues: readonly Issue[]): Record<string, unknown> => {
  const errors = {};
  for (const { path, message } of issues.toReversed()) set(errors, path.join('.'), { type: 'rule', message });
  return errors;
};
