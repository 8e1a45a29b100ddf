import * as z from 'zod/mini';
import type { Issue } from '../languages/problem.ts';

/** What a rule finds in the answers, however wrong the rest of them is. */
export type Rule = (answers: unknown) => Issue[];

/**
 * A rule that joins fields.
 * @param needs the fields that it reads; while they cannot be read, it says nothing, because they are named themselves
 */
export const rule =
  <T>(needs: z.ZodMiniType<T>, issuesOf: (read: T) => Issue[]): Rule =>
  (answers) => {
    const read = needs.safeParse(answers);
    return read.success ? issuesOf(read.data) : [];
  };

/** Rows of which each is read by itself: null in the place of one that cannot be read. */
export const eachRow = <T>(row: z.ZodMiniType<T>) => z.array(z.catch(z.nullable(row), null));

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rules that join fields are checked even when a single field is wrong: all errors at once, not one after another. */
export const joined = <T>(rules: readonly Rule[]) =>
  z.superRefine<T>(
    (answers, context) => {
      for (const { path, message } of rules.flatMap((one) => one(answers)))
        context.addIssue({ code: 'custom', path: [...path], message });
    },
    { when: ({ value }) => isObject(value) },
  );
