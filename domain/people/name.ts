/**
 * What a natural person's name is written in by DIN 91379:2022-08, data type A: the Latin letters of the standard, each
 * singly named, and its non-letters of group N1 (space, apostrophes, comma, hyphen, full stop and signs of
 * transliteration). Checked against the pattern of its schema (din-norm-91379-datatypes.xsd, KoSIT).
 */
const SINGLE =
  "[ ',-.A-Z`a-z~¨´·À-ÖØ-öø-žƇƈƏƗƠơƯưƷǍ-ǜǞǟǢ-ǰǴǵǸ-ǿȒȓȘ-țȞȟȧ-ȳəɨʒʹʺʾʿˈˌḂḃḆḇḊ-ḑḗḜ-ḫḯ-ḷḺḻṀ-ṉṒ-ṛṞ-ṣṪ-ṯẀ-ẇẌ-ẗẞẠ-ỹ’‡]";

/** Letters that Unicode composes only of a base and marks, in normal form C: base letters, then what may follow them. */
const SEQUENCES: readonly [string, ...string[]][] = [
  ['Aa', '\u030B'],
  ['Cc', '\u0300', '\u0304', '\u0306', '\u0308', '\u0315', '\u0323', '\u0326', '\u0328\u0306'],
  ['Dd', '\u0302'],
  ['Ff', '\u0300', '\u0304'],
  ['Gg', '\u0300'],
  ['Hh', '\u0304', '\u0326'],
  ['H', '\u0331'],
  ['Jj', '\u0301'],
  ['J', '\u030C'],
  ['Kk', '\u0300', '\u0302', '\u0304', '\u0307', '\u0315', '\u031B', '\u0326', '\u035Fh'],
  ['K', '\u035FH'],
  ['Ll', '\u0302', '\u0325', '\u0325\u0304', '\u0326'],
  ['Mm', '\u0300', '\u0302', '\u0306', '\u0310'],
  ['Nn', '\u0302', '\u0304', '\u0306', '\u0326'],
  ['Pp', '\u0300', '\u0304', '\u0315', '\u0323'],
  ['Rr', '\u0306', '\u0325', '\u0325\u0304'],
  ['Ss', '\u0300', '\u0304', '\u031B\u0304', '\u0331'],
  ['Tt', '\u0300', '\u0304', '\u0315', '\u031B'],
  ['T', '\u0308'],
  ['Uu', '\u0307'],
  ['Zz', '\u0300', '\u0304', '\u0306', '\u0308', '\u0327'],
  ['Çç', '\u0306'],
  ['ÛûḲḳṢṣṬṭỤụ', '\u0304'],
  ['ÿĪī', '\u0301'],
  ['Čč', '\u0315', '\u0323'],
  ['ēō', '\u030D'],
  ['Žž', '\u0326', '\u0327'],
  ['ẠạỌọỤụ', '\u0308'],
];

const sequences = SEQUENCES.map(([bases, ...marks]) => `[${bases}](?:${marks.join('|')})`);
const NAME = new RegExp(`^(?:${[...sequences, SINGLE].join('|')})+$`, 'u');

/** Whether a name can be written in the register's characters (DIN 91379); it is compared in normal form C. */
export const isDin91379 = (name: string): boolean => NAME.test(name.normalize('NFC'));
