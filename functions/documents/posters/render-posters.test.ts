import jsQrModule from 'jsqr';
import { expect, test } from 'vitest';
import ar from '../../../domain/languages/ar/poster.json' with { type: 'json' };
import { nodesOf, readPdf, spoken } from '../read-pdf.test-data.ts';
import { posterAddress } from './poster.ts';
import { dayOnPoster } from './poster-words.ts';
import { frame, posters, SITE } from './posters.test-data.ts';
import { qrModules } from './qr.ts';
import { renderPosters } from './render-posters.ts';

// A CommonJS module whose types say otherwise.
const readQr = jsQrModule as unknown as typeof jsQrModule.default;

const bytes = await renderPosters(posters, frame);
const { pages, raw, glyphs, info } = await readPdf(bytes);

/** A camera's picture of a code: so many pixels for each module. */
const pictureOf = (modules: boolean[][], pixels: number) => {
  const size = modules.length * pixels;
  const picture = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let at = 0; at < size * size; at += 1) {
    const [row, column] = [Math.floor(at / size / pixels), Math.floor((at % size) / pixels)];
    if (modules[row]?.[column]) picture.fill(0, at * 4, at * 4 + 3);
  }
  return { picture, size };
};
const read = (modules: boolean[][]) => {
  const { picture, size } = pictureOf(modules, 4);
  return readQr(picture, size, size)?.data;
};

test.each(posters)('a camera reads the address off the code of $unit', ({ link }) => {
  const address = posterAddress(SITE, link);
  expect(address).toBe(`${SITE}/umfrage#${link}`);
  expect(read(qrModules(address))).toBe(address);
});

test('a code with a blot on it is still read', () => {
  const address = posterAddress(SITE, 'abcde23456');
  const isBlot = (at: number, length: number) => Math.abs(at - length / 2) < 5;
  const blotted = qrModules(address).map((row, y, { length }) =>
    row.map((dark, x) => dark || (isBlot(x, length) && isBlot(y, length))),
  );
  expect(read(blotted)).toBe(address);
});

test('each poster is a page with its unit as heading, and all of it fits there', () => {
  expect(pages).toHaveLength(posters.length);
  expect(nodesOf(pages, 'H1').map(spoken)).toEqual([
    posters[0]?.unit,
    posters[1]?.unit,
    'Sozialraum Alzey-Süd',
  ]);
  for (const { lowest, farthest } of pages) {
    expect(lowest).toBeGreaterThan(20);
    expect(farthest).toBeLessThan(595);
  }
});

test('it says in words what to type, who asks and until when', () => {
  const [first = { text: '' }] = pages;
  expect(first.text).toContain('kita-sozialarbeit.kreis-alzey-worms.example.org/umfrage');
  expect(first.text).toContain('abcde 23456');
  expect(first.text).toContain('Kreisjugendamt Alzey-Worms');
  expect(first.text).toContain('30. April 2026');
  expect(first.text).toContain('30 April 2026');
});

const ESCAPED: Record<string, string> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };

/** A text as a dictionary of a PDF has it. */
const inPdf = (text: string) =>
  Buffer.concat([Buffer.from('feff', 'hex'), Buffer.from(text, 'utf16le').swap16()])
    .toString('latin1')
    .replace(/[\n\r\t\b\f()\\]/g, (char) => `\\${ESCAPED[char] ?? char}`);

test('who listens hears Arabic as it is written, not the shapes of its letters, and what the code is', () => {
  const date = dayOnPoster('ar', '2026-04-30');
  for (const text of [ar.parents, ar.until.replace('{date}', date)])
    expect(raw.includes(`/ActualText (${inPdf(text)})`), text).toBe(true);
  expect(raw).toContain('/Lang (ar)');
  expect(nodesOf(pages, 'Figure')).toHaveLength(posters.length);
  expect(raw).toContain(`/Alt (QR-Code mit der Adresse ${SITE}/umfrage#abcde23456)`);
  expect(pages.flatMap(({ unmarked }) => unmarked)).toEqual([]);
});

test('every letter has its glyph, and the fonts are in the file', () => {
  expect(glyphs).not.toContain(0);
  expect(raw.match(/\/FontFile2/g)).toHaveLength(3);
  expect(info.Language).toBe('de');
});

test('the same posters are the same bytes', async () => {
  expect(Buffer.from(await renderPosters(posters, frame)).equals(Buffer.from(bytes))).toBe(true);
});
