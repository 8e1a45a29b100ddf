import { expect, test } from 'vitest';
import { heading, paragraph } from '../../domain/documents/blocks.ts';
import { officeDocument } from '../../domain/documents/document.ts';
import { isDin91379 } from '../../domain/people/name.ts';
import { nodesOf, readPdf } from './read-pdf.test-data.ts';
import { renderPdf } from './render-pdf.ts';

const render = async (texts: string[], style: 'normal' | 'strong' = 'normal') => {
  const blocks = [heading(1, 'Zeichen'), ...texts.map((text) => paragraph(text, style))];
  const read = await readPdf(
    await renderPdf(officeDocument({ title: 'Zeichen', author: 'Amt', date: '2026-01-30', blocks })),
  );
  return {
    glyphs: read.glyphs,
    texts: nodesOf(read.pages, 'P')
      .slice(1)
      .map(({ text }) => text),
  };
};

/** All single characters of the standard's letters and of what may stand in names. */
const LETTERS = Array.from({ length: 0x2100 }, (_, n) => String.fromCodePoint(n)).filter(
  (char) => char.trim() !== '' && isDin91379(char),
);

/** The standard's letters that Unicode composes only of a base and marks. */
const SEQUENCES =
  'A̋ C̀ C̄ C̆ C̈ C̕ C̣ C̦ C̨̆ D̂ F̀ F̄ G̀ H̄ H̦ H̱ J́ J̌ K̀ K̂ K̄ K̇ K̕ K̛ K̦ K͟H K͟h L̂ L̥ L̥̄ L̦ M̀ M̂ M̆ M̐ N̂ N̄ N̆ N̦ P̀ P̄ P̕ P̣ R̆ R̥ R̥̄ S̀ S̄ S̛̄ S̱ T̀ T̄ T̈ T̕ T̛ U̇ Z̀ Z̄ Z̆ Z̈ Z̧ a̋ c̀ c̄ c̆ c̈ c̕ c̣ c̦ c̨̆ d̂ f̀ f̄ g̀ h̄ h̦ j́ k̀ k̂ k̄ k̇ k̕ k̛ k̦ k͟h l̂ l̥ l̥̄ l̦ m̀ m̂ m̆ m̐ n̂ n̄ n̆ n̦ p̀ p̄ p̕ p̣ r̆ r̥ r̥̄ s̀ s̄ s̛̄ s̱ t̀ t̄ t̕ t̛ u̇ z̀ z̄ z̆ z̈ z̧ Ç̆ Û̄ ç̆ û̄ ÿ́ Č̕ Č̣ č̕ č̣ ē̍ Ī́ ī́ ō̍ Ž̦ Ž̧ ž̦ ž̧ Ḳ̄ ḳ̄ Ṣ̄ ṣ̄ Ṭ̄ ṭ̄ Ạ̈ ạ̈ Ọ̈ ọ̈ Ụ̄ Ụ̈ ụ̄ ụ̈'.split(
    ' ',
  );

/** Its other groups: non-letters N2, N3 and E1, Greek and Cyrillic letters. */
const OTHERS = [
  ...'!"#$%&()*+/0123456789:;<=>?@[\\]^_{|}¡¢£¥§©ª«¬®¯°±²³µ¶¹º»¿×÷€¤¦¸¼½¾',
  ...'ƒʰʳˆ˜ˢᵈᵗ‘‚“”„†…‰′″‹›⁰⁴⁵⁶⁷⁸⁹ⁿ₀₁₂₃₄₅₆₇₈₉™∞≤≥',
  ...'ΆΈΉΊΌΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ',
  ...'ЍАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюяѝ',
];

const ALL = [...LETTERS, ...SEQUENCES, ...OTHERS].map((char) => char.normalize('NFC'));

test.each(['normal', 'strong'] as const)(
  'every character of DIN 91379 is drawn and read back as itself in the %s face, whatever was drawn before',
  async (style) => {
    expect(SEQUENCES.every(isDin91379)).toBe(true);
    // Between letters, as in a name: a mark must neither leave its letter nor change its neighbours.
    const words = [...ALL, ...ALL.toReversed()].map((char) => `im${char}in`);
    const { texts, glyphs } = await render([words.join(' ')], style);
    expect(texts.join('').split(' ')).toEqual(words);
    expect(glyphs.has(0)).toBe(false);
  },
);

test('a name is the same however its letters were composed', async () => {
  const name = 'Nguyễn Thị Phượng, Győző C̨̆ẹl';
  const { texts } = await render([name.normalize('NFC'), name.normalize('NFD')]);
  expect(texts).toEqual([name.normalize('NFC'), name.normalize('NFC')]);
});

test.each([
  ['emoji', 'Danke 😊!', 'Danke \ufffd!'],
  ['letters of scripts that the fonts do not have', 'von محمد', 'von \ufffd\ufffd\ufffd\ufffd'],
  ['an emoji of several parts', 'a👩‍👧b', 'a\ufffd\ufffdb'],
  ['a lone half of a character', 'a\ud83db', 'a\ufffdb'],
])('%s become replacement characters, never a missing glyph', async (_what, text, read) => {
  const { texts, glyphs } = await render([text]);
  expect(texts).toEqual([read]);
  expect(glyphs.has(0)).toBe(false);
});

test('what cannot be seen is not there, and every kind of line end is one', async () => {
  const { texts } = await render([
    'Zu\u00adwen\u200bdung\ufeff \u202eab\u0007\u0000',
    'eins\r\nzwei\u2028drei\rvier\nfünf',
    'Spalte\tSpalte',
  ]);
  expect(texts).toEqual(['Zuwendung ab', 'eins zwei drei vier fünf', 'Spalte Spalte']);
});
