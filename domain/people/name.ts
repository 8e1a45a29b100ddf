/**
 * Characters of names by DIN 91379, data type A: the Latin letters of the standard, its combining sequences, space,
 * apostrophes, comma, hyphen and full stop. Letters that the standard names singly stand singly.
 */
const LETTER =
  "[ ',-.A-Za-z`~¨´·À-ÖØ-öø-žƇƈƏƗƠơƯưƷǍ-ǜǞǟǢ-ǰǴǵǸ-ǿȒȓȘ-țȞȟȧ-ȳəɨʒʹʺʾʿˈˌḂḃḆḇḊ-ḑḗḜ-ḫḯ-ḷḺḻṀ-ṉṒ-ṛṜṝṞ-ṣṪ-ṯẀ-ẇẌ-ẗẞẠ-ỹ’‡]";
const MARK = '[\u0300-\u0304\u0306-\u0308\u030A-\u030C\u0310\u0315\u031B\u0323-\u0328\u0331\u035F]';
const NAME = new RegExp(`^(?:${LETTER}${MARK}{0,2})+$`, 'u');

/** Whether a name can be written in the register's characters (DIN 91379); it is compared in normal form C. */
export const isDin91379 = (name: string): boolean => NAME.test(name.normalize('NFC'));
