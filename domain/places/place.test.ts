import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesSearch } from './place.ts';

const woerrstadt = 'Kath. Kita St. Laurentius Wörrstadt Verbandsgemeinde Wörrstadt';

test.each([
  ['a part of a name', woerrstadt, 'laurent'],
  ['capital letters', woerrstadt, 'LAURENTIUS'],
  ['words in another order', woerrstadt, 'wörrstadt laurentius'],
  ['an umlaut', woerrstadt, 'Wörrstadt'],
  ['an umlaut written as two letters', woerrstadt, 'Woerrstadt'],
  ['an umlaut left away', woerrstadt, 'Worrstadt'],
  ['an umlaut as a Mac composes it', woerrstadt, 'Wörrstadt'.normalize('NFD')],
  ['an umlaut in a register from a Mac', woerrstadt.normalize('NFD'), 'Wörrstadt'],
  ['two letters for an umlaut in a register from a Mac', woerrstadt.normalize('NFD'), 'Woerrstadt'],
  ['an abbreviation with its dot', woerrstadt, 'St. Laurentius'],
  ['a dot that the register does not have', 'Kita St Martin', 'St. Martin'],
  ['quotation marks', 'Kita Abenteuerland', '„Abenteuerland“'],
  ['commas between words', woerrstadt, 'Laurentius, Wörrstadt'],
  ['spaces around and between', woerrstadt, '  laurentius   wörrstadt '],
  ['ß as ss', 'Kita Gau-Weinheim Schloßstraße', 'schlossstrasse'],
  ['ss as ß', 'Kita Schlossgeister', 'Schloßgeister'],
  ['capital ß', 'Kita Schloßgeister', 'SCHLOẞGEISTER'],
  ['a hyphen as a space', 'Kita Gau-Odernheim', 'gau odernheim'],
  ['a hyphen', 'Kita Gau-Odernheim', 'Gau-Odernheim'],
  ['an accent', 'Kita Café Kunterbunt', 'cafe'],
  ['an accent that is not there', 'Kita Cafe Kunterbunt', 'café'],
  ['an umlaut left away beside two other vowels', 'Kita Mauerhäuser', 'mauerhauser'],
  ['nothing', woerrstadt, ''],
  ['only a sign', woerrstadt, ' - '],
])('a search by %s finds', (_how, text, typed) => {
  expect(matchesSearch(text, typed)).toBe(true);
});

test.each([
  ['a word that stands nowhere', woerrstadt, 'Alzey'],
  ['one word of two that stands nowhere', woerrstadt, 'Laurentius Alzey'],
  ['words run together', 'Kita Gau-Odernheim', 'gauodernheim'],
  ['an umlaut for another', 'Kita Bären', 'Büren'],
])('a search by %s does not find', (_how, text, typed) => {
  expect(matchesSearch(text, typed)).toBe(false);
});

test('any words of a name find it, in any order, case and normal form', () => {
  const words = ['Kath.', 'Kita', 'Bärenhöhle', 'Gau-Bickelheim', 'Straße', 'Mäuseburg', 'Café', 'Neue'];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(words),
      fc.constantFrom('NFC', 'NFD'),
      fc.constantFrom('NFC', 'NFD'),
      fc.boolean(),
      (typed, form, registered, loud) => {
        const text = typed.join(' ').normalize(form);
        expect(matchesSearch(words.join(' ').normalize(registered), loud ? text.toUpperCase() : text)).toBe(
          true,
        );
      },
    ),
  );
});

test('of a search longer than anybody types, only the beginning counts', () => {
  expect(matchesSearch(woerrstadt, `laurentius ${' '.repeat(200)} alzey`)).toBe(true);
});
