import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../domain/forms/budget-application/differences.ts';
import { budgetApplicationExample } from '../../../domain/forms/budget-application/example.ts';
import { fieldName } from './field-name.ts';
import { valueText } from './field-value.ts';

const answers = budgetApplicationExample;
const of = {
  answers,
  kitas: [
    { id: 'biebelnheim', name: 'Kita Biebelnheim' },
    { id: 'albig-muster', name: 'Kita Albig' },
  ],
};
const value = (path: string, of_: unknown) => valueText(path, of_, of).replaceAll('\u00a0', ' ');

describe('a field of the application in words', () => {
  it('is named as the form names it, a row by what it is about', () => {
    expect(fieldName('provider.contact.email', of)).toBe('E-Mail-Adresse der Ansprechperson');
    expect(fieldName('positions.elterncafe.hours', of)).toBe(
      'Stelle 2 (Elterncafé und Gruppen): Stunden in der Woche',
    );
    expect(fieldName('shares.biebelnheim.percent', of)).toBe('Kita Biebelnheim: Anteil in Prozent');
    expect(fieldName('positions.gone', of)).toBe('Stelle „gone“');
  });

  it('has its value as people write it', () => {
    expect(value('training', 706_56)).toBe('706,56 €');
    expect(value('positions.elterncafe.hours', 1_950)).toBe('19,50');
    expect(value('shares.biebelnheim.percent', 6_250)).toBe('62,50 %');
    expect(value('period.from', '2027-01-01')).toBe('Fr., 1. Jan. 2027');
    expect(value('purpose', 'french')).toBe('französischsprachige Fachkraft');
    expect(value('kitas', ['biebelnheim', 'albig-muster'])).toBe('Kita Biebelnheim, Kita Albig');
    expect(value('positions.elterncafe.filled', false)).toBe('noch nicht');
    expect(value('declarations.truthful', true)).toBe('ja');
    expect(value('iban', 'DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
    expect(value('countyGoals', ['g-1', 'g-2'])).toBe('2 Ziele');
    expect(value('goals', undefined)).toBe('');
  });

  it('has words for everything that an application says', () => {
    for (const { path, after } of differencesOf({}, answers)) {
      expect(fieldName(path, of)).not.toBe(path);
      expect(value(path, after)).not.toMatch(/undefined|\[object/);
      // A number that is read as it stands would be cents or hundredths.
      if (path !== 'year') expect(value(path, after)).not.toBe(typeof after === 'number' && String(after));
    }
  });
});
