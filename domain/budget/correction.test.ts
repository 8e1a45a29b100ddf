import { describe, expect, test } from 'vitest';
import type { Actor } from '../submission/log.ts';
import { balanceOf } from './account.ts';
import { type Amounts, amountsOf, NOTHING } from './amounts.ts';
import { correctionRefusal, counterEntry, isAnother, proposal, stillStanding } from './correction.ts';
import { type Entry, entriesOf, entry } from './entry.ts';
import { emptyFrame } from './frame.ts';
import { holdingAfter, movementsBetween, NO_HOLDING } from './holding.ts';
import { setFrame } from './set-frame.ts';

const at = '2026-05-04T08:00:00.000Z';
const treasurer: Actor = { person: 'treasurer' };
const submission = '01990000-0000-7000-8000-000000000001';

const onlyOne = ([one]: Entry[]): Entry => one ?? expect.unreachable();

/** 100.00 were committed where 80.00 were meant. */
const committed = onlyOne(
  entriesOf(movementsBetween(NO_HOLDING, { ...NO_HOLDING, committed: amountsOf(100_00) }), {
    act: 'application.9',
    at,
    by: { person: 'head' },
    submission,
    provider: 'stadt-alzey',
    purpose: 'social-work',
  }),
);

const takeBack = (of: Entry, amounts: Amounts, id: string): Entry =>
  counterEntry(
    of,
    { by: treasurer, amounts, reason: 'Zahlendreher' },
    { id, at, by: { person: 'treasurer-2' } },
  );

const first = takeBack(committed, amountsOf(20_00), 'correction-1');

describe('a correction', () => {
  test('is an entry of its own, linked to the other, the same money the other way round, by two people', () => {
    expect(first).toEqual({
      id: 'correction-1',
      at,
      by: { person: 'treasurer-2' },
      proposedBy: treasurer,
      kind: 'correct',
      corrects: 'application.9.1',
      submission,
      from: 'committed',
      to: 'outside',
      amounts: amountsOf(20_00),
      provider: 'stadt-alzey',
      purpose: 'social-work',
      reason: 'Zahlendreher',
    });
    expect(entry.parse(first)).toEqual(first);
    expect(holdingAfter(NO_HOLDING, [committed, first]).committed).toEqual(amountsOf(80_00));
  });

  test('takes back no more than still stands', () => {
    const entries = [committed, first];
    const lies = amountsOf(80_00);
    expect(stillStanding(committed, entries)).toEqual(amountsOf(80_00));
    expect(correctionRefusal(committed, amountsOf(80_00), { entries, lies })).toBeUndefined();
    expect(correctionRefusal(committed, amountsOf(80_01), { entries, lies })).toBe('more-than-stands');
    expect(correctionRefusal(committed, { ...NOTHING, voluntary: 1 }, { entries, lies })).toBe(
      'more-than-stands',
    );
    expect(correctionRefusal(committed, NOTHING, { entries, lies })).toBe('nothing');
  });

  test('can be corrected itself, and then the entry stands again', () => {
    const undone = takeBack(first, amountsOf(20_00), 'correction-2');
    const entries = [committed, first, undone];
    expect(undone).toMatchObject({ from: 'outside', to: 'committed', corrects: 'correction-1' });
    expect(stillStanding(first, entries)).toEqual(NOTHING);
    expect(stillStanding(committed, entries)).toEqual(amountsOf(100_00));
    expect(balanceOf(entries).committed).toEqual(amountsOf(100_00));
  });

  test('is not undone when another one took the same back meanwhile', () => {
    const undone = takeBack(first, amountsOf(20_00), 'correction-2');
    const again = takeBack(committed, amountsOf(100_00), 'correction-3');
    const entries = [committed, first, undone, again];
    expect(stillStanding(committed, entries)).toEqual(NOTHING);
    // To undo the undoing would take 20.00 back a second time.
    expect(correctionRefusal(undone, amountsOf(20_00), { entries, lies: amountsOf(500_00) })).toBe(
      'more-than-stands',
    );
    expect(correctionRefusal(again, amountsOf(100_00), { entries, lies: NOTHING })).toBeUndefined();
  });

  test('does not reach money that lies elsewhere by now', () => {
    const entries = [committed];
    expect(correctionRefusal(committed, amountsOf(50_00), { entries, lies: amountsOf(49_99) })).toBe(
      'moved-on',
    );
    // What had left comes back from outside, wherever the rest lies.
    expect(correctionRefusal(first, amountsOf(20_00), { entries: [committed, first], lies: NOTHING })).toBe(
      undefined,
    );
  });
});

describe('a figure that was mistyped', () => {
  const setting = { state: 'in-force', figure: 1_339_290_00, voluntary: 0 } as const;
  const mistyped = setFrame(emptyFrame(2026), setting);
  const set = mistyped.ok ? mistyped : expect.unreachable();
  const facts = { act: 'frame-2026.1', at, by: treasurer };
  const figure = onlyOne(entriesOf(set.movements, facts));
  const context = { entries: [figure], lies: set.frame.figures };

  test('is taken back with the county’s share beside it', () => {
    expect(correctionRefusal(figure, figure.amounts, context)).toBeUndefined();
    expect(correctionRefusal(figure, { state: 81_00, county: 54_00, voluntary: 0 }, context)).toBeUndefined();
    const counter = takeBack(figure, { state: 81_00, county: 54_00, voluntary: 0 }, 'correction-3');
    expect(counter).toMatchObject({ kind: 'correct', from: 'frame', to: 'outside' });
    expect(balanceOf([figure, counter]).frame).toEqual(amountsOf(2_232_015_00));
  });

  test('is not taken back without it', () => {
    expect(correctionRefusal(figure, { state: 81_00, county: 0, voluntary: 0 }, context)).toBe('no-budget');
  });
});

describe('who confirms a correction', () => {
  const stranger: Actor = { person: 'treasurer-2' };
  const nobody = { proposing: [], confirming: [] };

  test('is another person than who proposed it', () => {
    expect(isAnother(treasurer, stranger, nobody)).toBe(true);
    expect(isAnother(treasurer, treasurer, nobody)).toBe(false);
  });

  test('stands in for nobody who proposed it, nor acts for them, nor for whom it was proposed', () => {
    expect(isAnother(treasurer, stranger, { ...nobody, confirming: ['treasurer'] })).toBe(false);
    expect(isAnother(treasurer, { person: 'clerk', for: 'treasurer' }, nobody)).toBe(false);
    const forAnother: Actor = { person: 'clerk', for: 'treasurer-2' };
    expect(isAnother(forAnother, stranger, nobody)).toBe(false);
    expect(isAnother(forAnother, treasurer, nobody)).toBe(true);
    expect(isAnother(forAnother, treasurer, { ...nobody, confirming: ['clerk'] })).toBe(false);
  });

  test('is nobody for whom the one who proposed it stands in, and no other deputy of theirs', () => {
    expect(isAnother(treasurer, stranger, { ...nobody, proposing: ['treasurer-2'] })).toBe(false);
    expect(isAnother(treasurer, stranger, { proposing: ['head'], confirming: ['head'] })).toBe(false);
    expect(isAnother(treasurer, stranger, { proposing: ['head'], confirming: ['clerk'] })).toBe(true);
  });

  test('is a person', () => {
    expect(isAnother(treasurer, { system: true }, nobody)).toBe(false);
  });
});

test.each([
  ['without a reason', { reason: ' ' }, 'required'],
  ['with an endless one', { reason: 'x'.repeat(501) }, 'too-long'],
  ['of no entry', { corrects: '' }, 'required'],
  ['of less than nothing', { amounts: { ...NOTHING, state: -1 } }, 'negative'],
])('a proposal %s is refused', (_what, change, code) => {
  const good = { corrects: committed.id, amounts: amountsOf(20_00), reason: 'Zahlendreher' };
  expect(proposal.safeParse(good).success).toBe(true);
  const issues = proposal.safeParse({ ...good, ...change }).error?.issues ?? [];
  expect(issues.map(({ message }) => message)).toEqual([code]);
});
