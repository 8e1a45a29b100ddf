import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDin91379 } from './name.ts';

test.each([
  ['German', 'ÄÖÜäöüßẞ', 'Jörg Weiß-Nußbaumer'],
  ['Polish', 'ĄĆĘŁŃÓŚŹŻąćęłńóśźż', 'Wiesława Żółć'],
  ['Turkish', 'ÂÇĞIİÎÖŞÛÜâçğıiîöşûü', 'İbrahim Çağrı Yıldız'],
  ['Romanian', 'ĂÂÎȘȚăâîșț', 'Ștefăniță Țîrlea'],
  ['Romanian with cedillas, as old keyboards write it', 'ŞŢşţ', 'Ştefan Ţepeş'],
  [
    'Vietnamese',
    'ĂÂĐÊÔƠƯăâđêôơưÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ',
    'Nguyễn Thị Phượng',
  ],
  ['Icelandic', 'ÁÐÉÍÓÚÝÞÆÖáðéíóúýþæö', 'Þórdís Guðmundsdóttir'],
  ['Czech and Slovak', 'ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĹĽŔáčďéěíňóřšťúůýžĺľŕ', 'Ľudmila Dvořáková'],
  ['Hungarian', 'ÁÉÍÓÖŐÚÜŰáéíóöőúüű', 'Győző Űrhajós'],
  ['French', 'ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ', 'Zoé D’Œuvré'],
  ['Croatian and Serbian', 'ČĆĐŠŽčćđšž', 'Đorđe Šučić'],
  ['Azerbaijani', 'ÇƏĞİÖŞÜçəğıöşü', 'Heydər Əliyev'],
  ['Maltese', 'ĊĠĦŻċġħż', 'Ġorġ Ħaż-Żebbuġ'],
  ['Baltic', 'ĀĒĢĪĶĻŅŪĄĘĖĮŲāēģīķļņūąęėįų', 'Žydrūnė Ķēniņa'],
  ['Sámi', 'ǍǤǦǨŊŦǮǥǧǩŋŧǯ', 'Ǥuǧŋe'],
  ['Arabic, transliterated', 'ʿʾḌḤṢṬẒḍḥṣṭẓ', 'ʿAbd ar-Raḥmān Ẓāhir'],
])('%s names can be written', (_language, letters, name) => {
  for (const letter of letters) expect(isDin91379(letter), letter).toBe(true);
  expect(isDin91379(name)).toBe(true);
  expect(isDin91379(name.normalize('NFD'))).toBe(true);
});

test.each([
  ['Arabic letters', 'محمد'],
  ['Cyrillic letters', 'Олена'],
  ['a Cyrillic letter that looks Latin', 'Аnna'],
  ['Greek letters', 'Νίκος'],
  ['Hebrew letters', 'יצחק'],
  ['Chinese characters', '王芳'],
  ['digits', 'Familie 2'],
  ['Arabic digits', 'Familie ٢'],
  ['emoji', 'Anna 😊'],
  ['a heart', 'Anna ❤'],
  ['brackets', 'Anna (Mama)'],
  ['an ampersand', 'Anna & Ben'],
  ['a slash', 'Anna/Ben'],
  ['an at sign', 'anna@example.org'],
  ['markup', '<b>Anna</b>'],
  ['a multiplication sign between letters', 'a×b'],
  ['a line break', 'Anna\nBen'],
  ['a tab', 'Anna\tBen'],
  ['a no-break space', 'Anna\u00a0Ben'],
  ['a zero-width space', 'Anna\u200bBen'],
  ['a mark that changes the direction', 'Anna\u202eBen'],
  ['full-width letters', 'Ａｎｎａ'],
  ['a ligature', 'Saﬁa'],
  ['a mark on a letter that the standard does not name', 'q\u0308'],
  ['a mark on its own', '\u0301'],
  ['more marks than a letter has', 'C\u0328\u0306\u0306'],
  ['no character', ''],
])('a name with %s is not one of the standard', (_what, name) => {
  expect(isDin91379(name)).toBe(false);
});

/** Sequences of the standard's table that have no code point of their own, one for each kind of mark. */
test.each([
  'A\u030b',
  'C\u0328\u0306',
  'c\u0315',
  'd\u0302',
  'F\u0304',
  'H\u0331',
  'j\u0301',
  'J\u030c',
  'K\u035fh',
  'K\u035fH',
  'k\u035fh',
  'l\u0325\u0304',
  'M\u0310',
  'n\u0326',
  'P\u0315',
  'r\u0325',
  'S\u031b\u0304',
  't\u031b',
  'T\u0308',
  'u\u0307',
  'z\u0327',
  'Ç\u0306',
  'û\u0304',
  'ÿ\u0301',
  'Č\u0323',
  'ē\u030d',
  'Ī\u0301',
  'ž\u0326',
  'Ḳ\u0304',
  'ạ\u0308',
  'Ụ\u0304',
])('%s is a letter of the standard though Unicode composes it', (letter) => {
  expect(isDin91379(letter)).toBe(true);
  expect(isDin91379(letter.normalize('NFD'))).toBe(true);
});

test('the standard’s letters, and no others, stand in each block', () => {
  const count = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)).filter(isDin91379).length;
  // Counted in the pattern of data type A in the schema of DIN 91379:2022-08 (din-norm-91379-datatypes.xsd).
  expect({
    ascii: count(0x00, 0x7f),
    latin1: count(0x80, 0xff),
    extendedA: count(0x100, 0x17f),
    extendedB: count(0x180, 0x24f),
    additional: count(0x1e00, 0x1eff),
  }).toEqual({ ascii: 59, latin1: 65, extendedA: 127, extendedB: 73, additional: 183 });
});

test('what is put together of names is a name, however it is normalized', () => {
  const letters = fc.constantFrom(
    'A',
    'ß',
    'Ş',
    'ệ',
    'C\u0328\u0306',
    'K\u035fh',
    'Č\u0323',
    ' ',
    '-',
    '’',
    '.',
  );
  fc.assert(
    fc.property(
      fc.array(letters, { minLength: 1, maxLength: 30 }),
      fc.constantFrom('NFC', 'NFD'),
      (all, form) => {
        expect(isDin91379(all.join('').normalize(form))).toBe(true);
      },
    ),
  );
});
