import { describe, expect, test } from 'vitest';
import {
  heldAgainst,
  type ProofOfUseAnswers,
  prefilled,
  proofAnswersFor,
  proofOfUseDraft,
} from './answers.ts';
import { proofBasisExample as basis, proofOfUseExample as proof } from './example.ts';

/** What is wrong, as path and code. */
const faults = (answers: unknown) => {
  const { error } = proofAnswersFor(basis).safeParse(answers);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
};
type Row = ProofOfUseAnswers['positions'][number];
const withRow = (n: number, change: Partial<Row>) => ({
  ...proof,
  positions: proof.positions.map((row, at) => (at === n ? { ...row, ...change } : row)),
});

describe('a proof of use', () => {
  test('as the example has it can be sent', () => {
    expect(faults(proof)).toEqual([]);
  });

  test('begins with the positions as they were granted', () => {
    const draft = prefilled(basis);
    expect(proofOfUseDraft.parse(draft)).toEqual(draft);
    expect(draft.positions).toEqual([
      { id: 'kita-sozialarbeit', months: 1_200, hours: 3_000 },
      { id: 'elterncafe', months: 955, hours: 1_950 },
    ]);
  });

  test('that was saved before the grant was amended asks for the positions of now, and keeps what was said', () => {
    const [first, second] = basis.positions;
    if (!first || !second) throw new Error('the example has two positions');
    const now = { ...basis, positions: [{ ...second, id: 'elterncafe-2' }, second] };
    const held = heldAgainst({ ...proof, positions: [...proof.positions].reverse() }, now);
    expect(held.positions).toEqual([
      { id: 'elterncafe-2', months: 955, hours: 1_950 },
      proof.positions.find(({ id }) => id === 'elterncafe'),
    ]);
    expect(held.receipts).toEqual(proof.receipts);
    expect(heldAgainst({}, basis).positions).toEqual(prefilled(basis).positions);
  });

  test('says something about every position that was granted, and about no other', () => {
    const [first] = proof.positions;
    const only = { ...proof, positions: [first], receipts: proof.receipts?.filter(({ id }) => id !== 'b2') };
    expect(faults(only)).toEqual(['positions position-missing']);
    expect(faults(withRow(1, { id: 'other' }))).toEqual([
      'positions.1.id unknown-choice',
      'positions position-missing',
    ]);
  });

  test('says why a position was vacant, and never claims more months than were granted', () => {
    expect(faults(withRow(1, { vacancy: '' }))).toEqual(['positions.1.vacancy required']);
    expect(faults(withRow(1, { months: 956 }))).toEqual(['positions.1.months more-months']);
  });

  test('says why it went otherwise by more than a tenth, up to the cent', () => {
    expect(faults(withRow(0, { deviation: '' }))).toEqual(['positions.0.deviation required']);
    const within = {
      ...withRow(0, { cost: 45_349_20, deviation: '' }),
      receipts: proof.receipts?.map((one) => (one.id === 'b1' ? { ...one, amount: 45_349_20 } : one)),
    };
    // A tenth of 50,388.00 € less is 45,349.20 €, and no deviation yet.
    expect(faults(within)).toEqual([]);
    const { deviations: _, ...report } = proof.report;
    expect(faults({ ...proof, report })).toEqual(['report.deviations required']);
  });

  test('has receipts for exactly what was spent', () => {
    const [first, ...others] = proof.receipts ?? [];
    expect(faults({ ...proof, receipts: others })).toEqual(['receipts receipts-differ']);
    expect(faults({ ...proof, receipts: [first, ...others, { ...first, id: 'b4', amount: 1 }] })).toEqual([
      'receipts receipts-differ',
    ]);
  });

  test('of which nothing was spent needs no receipt', () => {
    const { receipts: _, ...rest } = proof;
    const nothing = {
      ...rest,
      positions: basis.positions.map(({ id }) => ({
        id,
        months: 0,
        hours: 0,
        cost: 0,
        vacancy: 'unbesetzt',
        deviation: 'unbesetzt',
      })),
      training: 0,
      thirdParty: 0,
    };
    expect(faults(nothing)).toEqual([]);
  });

  test('takes numbers in their bounds only, and no field that it does not have', () => {
    expect(faults(withRow(0, { months: 1_201 }))).toEqual(['positions.0.months months']);
    expect(faults(withRow(0, { hours: 3_901 }))).toEqual(['positions.0.hours hours-worked']);
    expect(faults({ ...proof, report: { ...proof.report, unrelated: 1.5 } })).toEqual([
      'report.unrelated whole-number',
    ]);
    expect(faults({ ...proof, other: 1 })).toEqual([' unknown-field']);
  });
});
