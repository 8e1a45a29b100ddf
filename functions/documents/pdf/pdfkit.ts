export type Pdf = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;

/** What pdfkit has and its types do not name. A test reads back every trace that these leave in a file. */
interface Inside {
  _id: Uint8Array;
  _addInfo(): void;
  _root: { data: Record<string, unknown> };
  _font: {
    font: { hasGlyphForCodePoint(codePoint: number): boolean };
    layoutRun(text: string, features?: Record<string, boolean>): unknown;
  };
  appendXML(xml: string): void;
}

const inside = (pdf: Pdf) => pdf as unknown as Inside;

/** The file's identifier, which pdfkit makes of the moment, and its XMP metadata, in which pdfkit escapes nothing. */
export const identify = (pdf: Pdf, id: Uint8Array, xmp: string): void => {
  inside(pdf)._id = id;
  inside(pdf)._addInfo = () => inside(pdf).appendXML(xmp);
};

/** Bookmarks are there for whoever looks for them; a letter need not open with a list of them. */
export const openWithoutBookmarks = (pdf: Pdf): void => {
  inside(pdf)._root.data.PageMode = 'UseNone';
};

/**
 * Ligatures off for the font set last: German parts its words between their letters (Auf-lage), and an f keeps a mark of
 * its own. In pdfkit's options the same would turn off its cache of words.
 */
export const withoutLigatures = (pdf: Pdf): void => {
  const font = inside(pdf)._font;
  const layout = font.layoutRun.bind(font);
  font.layoutRun = (text) => layout(text, { liga: false });
};

/** Whether the font set last has a glyph. */
export const hasGlyph = (pdf: Pdf, codePoint: number): boolean =>
  inside(pdf)._font.font.hasGlyphForCodePoint(codePoint);

/** What a structure element says beside its kind: the scope of a heading cell, the numbering of a list. */
export const setAttributes = (
  element: Element,
  attributes: Record<string, string | number | readonly number[]>,
): void => {
  (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = attributes;
};

/** A bookmark that leads to a height of the current page. */
export const addBookmark = (
  parent: PDFKit.PDFOutline,
  title: string,
  y: number,
  page: PDFKit.PDFPage,
): PDFKit.PDFOutline =>
  // pdfkit measures `left` from the right edge.
  parent.addItem(title, { fit: false, top: y, left: page.width } as { expanded?: boolean });
