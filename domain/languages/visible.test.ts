import { expect, test } from 'vitest';
import { decision } from '../api/portal.ts';
import { isVisible } from './ink.ts';

const invisible = [
  ['blanks', ' \t\n\u00a0\u2003'],
  ['spaces without width', '\u200b\u2060\ufeff'],
  ['soft hyphens and joiners', '\u00ad\u200d\u034f'],
  ['directions alone', '\u202e\u202c'],
  ['control characters', '\u0000\u0007'],
  ['fillers', '\u3164\u115f'],
  ['half a character', '\ud800'],
] as const;

test.each(invisible)('nobody sees %s', (_, text) => {
  expect(isVisible(text)).toBe(false);
});

test.each(['a', '\u200bä', '1', '–', '😀', '\u202eمرحبا', '=', '\u0301'])('somebody sees %j', (text) => {
  expect(isVisible(text)).toBe(true);
});

test.each(invisible)('a decision is not given reasons by %s', (_, comment) => {
  const refusal = { step: 'decision', action: 'refuse', version: 7 };
  const parsed = decision.safeParse({ ...refusal, comment });
  expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toContainEqual([
    'comment',
    'required',
  ]);
  expect(decision.safeParse({ ...refusal, comment: `${comment}Darum.` }).success).toBe(true);
});
