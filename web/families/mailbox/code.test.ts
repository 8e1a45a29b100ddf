import { expect, test } from 'vitest';
import { codeFrom } from './code.ts';

test.each(['34679ACDEFGHJKMN', '3467-9ACD-EFGH-JKMN', ' 3467 9acd–efgh‑jkmn ', '٣٤٦٧-٩acd-efgh-jkmn'])(
  '%s is read as one code',
  (typed) => {
    expect(codeFrom(typed)).toBe('34679ACDEFGHJKMN');
  },
);

test.each(['', '3467', '3467-9ACD-EFGH-JKMNP', '3467-9ACD-EFGH-JKMÜ'])('%s is no code', (typed) => {
  expect(codeFrom(typed)).toBeUndefined();
});
