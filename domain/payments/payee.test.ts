import { describe, expect, test } from 'vitest';
import {
  confirmationRefusal,
  confirmed,
  type Payee,
  payee,
  payeeChange,
  proposed,
  rejected,
} from './payee.ts';

const at = '2026-03-02T09:00:00.000Z';
const now: Payee = { holder: 'Verein', iban: 'DE89370400440532013000', since: '2026-01-02T09:00:00.000Z' };
const other = { holder: 'Verein e. V.', iban: 'DE02120300000000202051' };
const waiting = proposed(now, other, { by: { person: 'clerk' }, at, waitDays: 7 });

describe('another account', () => {
  test('waits as long as the county wants, while the old one holds', () => {
    expect(payee.parse(waiting)).toEqual({
      ...now,
      entered: [{ iban: other.iban, by: { person: 'clerk' }, at }],
      pending: { ...other, by: { person: 'clerk' }, at, from: '2026-03-09' },
    });
    expect(confirmationRefusal(waiting, '2026-03-08T22:59:59.999Z')).toBe('too-early');
    expect(confirmationRefusal(waiting, '2026-03-08T23:00:00.000Z')).toBeUndefined();
    expect(confirmationRefusal(now, at)).toBe('nothing-pending');
  });

  test('takes the place of the old one when it is confirmed, with the name of who entered it', () => {
    const later = '2026-03-10T09:00:00.000Z';
    expect(confirmed(waiting, { by: { person: 'clerk-2' }, at: later })).toEqual({
      ...other,
      since: later,
      changedBy: { person: 'clerk' },
      confirmedBy: { person: 'clerk-2' },
      entered: [{ iban: other.iban, by: { person: 'clerk' }, at }],
    });
    expect(() => confirmed(now, { by: { person: 'clerk-2' }, at })).toThrow(RangeError);
  });

  test('is gone when it is rejected, but for who it was, and waits anew when it is entered anew', () => {
    expect(rejected(waiting)).toEqual({ ...now, entered: waiting.entered });
    const again = proposed(waiting, other, {
      by: { person: 'head' },
      at: '2026-03-08T09:00:00.000Z',
      waitDays: 7,
    });
    expect(again.pending).toMatchObject({ from: '2026-03-15', by: { person: 'head' } });
  });

  test.each([
    [{ holder: ' Verein ', iban: 'de02 1203 0000 0000 2020 51' }, undefined],
    [{ holder: '', iban: other.iban }, 'required'],
    [{ holder: 'x'.repeat(71), iban: other.iban }, 'too-long'],
    [{ holder: 'Verein', iban: '' }, 'required'],
    [{ holder: 'Verein', iban: 'DE0212030000000020205' }, 'iban-length'],
    [{ holder: 'Verein', iban: 'DE03120300000000202051' }, 'iban'],
    [{ holder: 'Verein', iban: 'x'.repeat(51) }, 'too-long'],
    [{ holder: 'Verein', iban: other.iban, bic: 'X' }, 'unknown-field'],
  ])('is read as it is typed: %j', (typed, code) => {
    const parsed = payeeChange.safeParse(typed);
    expect(parsed.error?.issues[0]?.message).toBe(code);
    if (parsed.success) expect(parsed.data).toEqual({ holder: 'Verein', iban: other.iban });
  });
});
