import { expect, test } from 'vitest';
import { proofOfUseExample as example } from '../../../../domain/forms/proof-of-use/example.ts';
import { draftOf, fieldsOf } from './proof-fields.ts';

test('what was saved comes out of the fields as it went in', () => {
  expect(draftOf(fieldsOf({ saved: 1, answers: example }))).toEqual({ draft: example, issues: [] });
});

test('empty fields are not sent, and numbers that cannot be read are named', () => {
  const fields = fieldsOf({ saved: 0, answers: { positions: [{ id: 'a' }] } });
  expect(draftOf(fields).draft).toEqual({
    positions: [{ id: 'a' }],
    report: {},
    declarations: { truthful: false, earmarked: false, receiptsKept: false },
    signature: {},
  });
  const wrong = { ...fields, training: '1.000', report: { ...fields.report, unrelated: 'viele' } };
  expect(draftOf(wrong).issues).toEqual([
    { path: ['training'], message: 'amount' },
    { path: ['report', 'unrelated'], message: 'whole-number' },
  ]);
});
