/** Twips of Word, twentieths of a point, for millimetres of paper. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** A4, with the margins of DIN 5008. */
export const sheet = {
  size: { width: twips(210), height: twips(297) },
  margin: {
    top: twips(30),
    right: twips(20),
    bottom: twips(25),
    left: twips(25),
    header: twips(12),
    footer: twips(10),
  },
  text: twips(165),
} as const;

/** Word's names of the styles that are not built in. */
export const STRONG = 'Hervorgehoben';
export const SMALL = 'Klein';
export const CELL = 'Tabellentext';
/** The name of the two kinds of lists. */
export const NUMBERED = 'nummeriert';
export const DOTTED = 'gepunktet';
