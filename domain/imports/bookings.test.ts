import { describe, expect, test } from 'vitest';
import county from '../../counties/alzey-worms/county.json' with { type: 'json' };
import { budgetSettings } from '../budget/settings.ts';
import type { BookingsFormat } from '../payments/settings.ts';
import { bookings } from './bookings.ts';
import { readCsv } from './read-csv.ts';
import { readImport } from './read-import.ts';

const { negative: _, ...unsigned } = budgetSettings.parse(county.budget).payments.bookings;

const read = (lines: readonly string[], change: Partial<BookingsFormat> = {}) => {
  const budget = budgetSettings.parse(county.budget);
  budget.payments = { ...budget.payments, bookings: { ...unsigned, ...change } };
  const text = ['Buchungsnummer;Anordnungsnummer;Betrag;Buchungsdatum;Art', ...lines].join('\n');
  return readImport(readCsv(new TextEncoder().encode(text)), bookings, { budget, kitas: [] });
};
const kinds = (...of: Parameters<typeof read>) => {
  const found = read(...of);
  return found.ok ? found.rows.map(({ kind }) => kind) : found.faults;
};
const sign = (row: number) => ({ code: 'amount-sign', row, column: 'Betrag' });

describe('a file of bookings', () => {
  test('is read as finance systems write it', () => {
    expect(
      read(['A-1;SRB000001;17808.64;20270215;Zahlung', 'A-2;SRB000002;"17.808,64";2027-02-15;Rücklauf']),
    ).toEqual({
      ok: true,
      rows: [
        { reference: 'A-1', number: 'SRB000001', amount: 17_808_64, on: '2027-02-15', kind: 'paid' },
        { reference: 'A-2', number: 'SRB000002', amount: 17_808_64, on: '2027-02-15', kind: 'returned' },
      ],
    });
  });

  const SIGNED = [
    'A-1;SRB000001;5,00;15.02.2027;Zahlung',
    'A-2;SRB000001;-5,00;15.02.2027;',
    'A-3;SRB000001;5,00-;15.02.2027;Rückgabe',
    'A-4;RF000001;5,00;15.02.2027;',
    'A-5;SRB000001;5,00;15.02.2027;Rückgabe',
  ];

  test('has no minus where nobody agreed what it means', () => {
    expect(kinds(SIGNED)).toEqual([sign(3), sign(4)]);
  });

  test('has returns with a minus where that is agreed', () => {
    expect(kinds(SIGNED, { negative: 'return' })).toEqual([
      'paid',
      'returned',
      'returned',
      'paid',
      'returned',
    ]);
  });

  test('has payments with a minus where that is agreed: what comes in under an order’s number came back', () => {
    expect(kinds(SIGNED, { negative: 'payment' })).toEqual([sign(4)]);
    const without = SIGNED.filter((line) => !line.startsWith('A-3'));
    expect(kinds(without, { negative: 'payment' })).toEqual(['returned', 'paid', 'paid', 'returned']);
  });
});
