import { inflateSync } from 'node:zlib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Loaded = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Loaded['getPage']>>;
interface Glyph {
  unicode: string;
  /** Thousandths of the size. */
  width: number;
}
interface StructNode {
  role?: string;
  type?: string;
  id?: string;
  children?: StructNode[];
}

/** A node of the structure as a screen reader gets it. */
export interface Tagged {
  role: string;
  text: string;
  children: Tagged[];
}

export interface ReadPage {
  /** The lines in the order in which they were written. */
  text: string;
  structure: Tagged;
  /** What is drawn outside of every mark: neither content with a place in the structure nor an artifact. */
  unmarked: string[];
  /** The lowest baseline of what has a place in the structure, and its right end but for spaces, in points. */
  lowest: number;
  farthest: number;
}

const names = new Map(Object.entries(OPS).map(([name, number]) => [number, name]));
const DRAWING = /^(showText|constructPath|stroke|fill|paint)/;

/** Goes through a page as it is drawn. Texts are by their marked content's number; artifacts have none. */
const watch = async (page: Page) => {
  const { fnArray, argsArray } = await page.getOperatorList();
  const marks: (number | undefined)[] = [];
  const texts = new Map<number, string>();
  const unmarked: string[] = [];
  const place = { x: 0, y: 0, size: 0, lowest: Number.POSITIVE_INFINITY, farthest: 0 };
  fnArray.forEach((number, index) => {
    const name = names.get(number) ?? '';
    if (name === 'beginMarkedContentProps') marks.push(argsArray[index][1] ?? undefined);
    else if (name === 'beginMarkedContent') marks.push(undefined);
    else if (name === 'endMarkedContent') marks.pop();
    if (marks.length === 0 && DRAWING.test(name)) unmarked.push(name);
    if (name === 'setFont') place.size = argsArray[index][1];
    if (name === 'setTextMatrix') [place.x, place.y] = [argsArray[index][0][4], argsArray[index][0][5]];
    if (name !== 'showText') return;
    const shown = argsArray[index][0] as (Glyph | number)[];
    const glyphs = shown.filter((one) => typeof one === 'object');
    const mark = marks.at(-1);
    if (mark === undefined) return;
    texts.set(mark, (texts.get(mark) ?? '') + glyphs.map(({ unicode }) => unicode).join(''));
    const end = shown.findLastIndex((one) => typeof one === 'object' && one.unicode !== ' ') + 1;
    const widths = shown.slice(0, end).map((one) => (typeof one === 'object' ? one.width : -one));
    const width = widths.reduce((sum, one) => sum + one, 0) * (place.size / 1000);
    place.lowest = Math.min(place.lowest, place.y);
    place.farthest = Math.max(place.farthest, place.x + width);
  });
  const { lowest, farthest } = place;
  return { texts, unmarked, lowest, farthest };
};

/** Whether a node has something on the page; the tree of each page names those of all pages. */
const isHere = ({ type, children = [] }: StructNode): boolean => type === 'content' || children.some(isHere);

const asTagged = (node: StructNode, texts: Map<number, string>): Tagged => {
  const children = (node.children ?? []).filter((child) => node.role === 'TR' || isHere(child));
  const own = children.filter(({ type }) => type === 'content');
  const textOf = ({ id = '' }: StructNode) => texts.get(Number(/_mc(\d+)$/.exec(id)?.[1])) ?? '';
  return {
    role: node.role ?? '',
    text: own.map(textOf).join('').normalize('NFC'),
    children: children.filter(({ type }) => type !== 'content').map((child) => asTagged(child, texts)),
  };
};

const readPage = async (page: Page): Promise<ReadPage> => {
  const { items } = await page.getTextContent({ disableNormalization: true });
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  const { texts, ...watched } = await watch(page);
  const structure = asTagged((await page.getStructTree()) as StructNode, texts);
  return { text: text.normalize('NFC'), structure, ...watched };
};

/** The numbers of the glyphs that the pages show, four digits each; 0 stands for characters that a font does not have. */
const glyphsShown = (bytes: Uint8Array): Set<number> => {
  const file = Buffer.from(bytes);
  const shown = new Set<number>();
  for (const found of file
    .toString('latin1')
    .matchAll(/\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g)) {
    const from = found.index + found[0].length;
    const content = inflateSync(file.subarray(from, from + Number(found[1]))).toString('latin1');
    for (const [, digits = ''] of content.matchAll(/<((?:[\da-f]{4})+)> -?[\d.]+(?= |\])/g))
      for (const glyph of digits.match(/.{4}/g) ?? []) shown.add(Number.parseInt(glyph, 16));
  }
  return shown;
};

/** Reads a file back with another program than the one that wrote it. */
export const readPdf = async (bytes: Uint8Array) => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++)
    pages.push(await readPage(await pdf.getPage(number)));
  const { info, metadata } = await pdf.getMetadata();
  const read = {
    pages,
    info: info as Record<string, unknown>,
    xmp: metadata?.getRaw() as string,
    // Maps at run time, whatever the types say.
    marked: (await pdf.getMarkInfo()) as unknown as Map<string, boolean>,
    preferences: (await pdf.getViewerPreferences()) as unknown as Map<string, unknown>,
    outline: await pdf.getOutline(),
    glyphs: glyphsShown(bytes),
    /** Dictionaries are not compressed: what no reader tells can be looked up. */
    raw: Buffer.from(bytes).toString('latin1'),
  };
  await task.destroy();
  return read;
};

/** All nodes of one kind, from all pages in order; what goes on over a page is one node on each. */
export const nodesOf = (pages: ReadPage[], role: string): Tagged[] => {
  const found: Tagged[] = [];
  const walk = (node: Tagged) => {
    if (node.role === role) found.push(node);
    node.children.forEach(walk);
  };
  for (const { structure } of pages) walk(structure);
  return found;
};

/** Everything that a screen reader says of a node. */
export const spoken = (node: Tagged): string => node.text + node.children.map(spoken).join('');
