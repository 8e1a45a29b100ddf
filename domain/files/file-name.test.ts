import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDownload, LONGEST_NAME, safeFileName } from './file-name.ts';

const parts = ['.', ' ', '.pdf', '.PDF', '/', '\\', 'con', 'aux.', 'x', 'e\u0301', '😀', '\u202E', '\t'];
/** Any code points, unpaired halves included. */
const anything = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 200 })
  .map((points) => String.fromCodePoint(...points));
/** Put together from what such a name trips over. */
const awkward = fc.string({ unit: fc.constantFrom(...parts), maxLength: 140 });

describe('a file’s name', () => {
  test.each([
    ['Stellenplan 2026.pdf', 'Stellenplan 2026.pdf'],
    ['STELLENPLAN.PDF', 'STELLENPLAN.pdf'],
    ['Übersicht – Träger „Arche“.pdf', 'Übersicht – Träger „Arche“.pdf'],
    ['C:\\Daten\\Haushalt\\plan.pdf', 'plan.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['rechnung.pdf.exe', 'rechnung.pdf.exe.pdf'],
    ['rechnung.pdf.pdf', 'rechnung.pdf'],
    ['gehalt\u202Efdp.exe', 'gehaltfdp.exe.pdf'],
    ['a\r\nSet-Cookie: b.pdf', 'a Set-Cookie- b.pdf'],
    ['  .versteckt.pdf ', 'versteckt.pdf'],
    ['wer? "ich" <du>.pdf', 'wer- -ich- -du-.pdf'],
    ['con.pdf', '_con.pdf'],
    ['\u0000..', 'Anlage.pdf'],
    ['', 'Anlage.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  test('cut to length keeps its ending and no half of a character', () => {
    const name = safeFileName(`${'ä'.repeat(115)}😀😀😀.pdf`);
    expect(name).toBe(`${'ä'.repeat(115)}.pdf`);
    expect(safeFileName('x'.repeat(100_000))).toHaveLength(LONGEST_NAME);
  });

  test('is safe whatever it was, and stays what it is', () => {
    fc.assert(
      fc.property(fc.oneof(anything, awkward), (given) => {
        const name = safeFileName(given);
        expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
        expect(name).toMatch(/^[^. /\\].*\.pdf$/u);
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}]/u);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});

describe('what a browser is told of a download', () => {
  test('is to save it, under its name and a plain one', () => {
    expect(asDownload('Träger (neu).pdf')).toBe(
      `attachment; filename="Trager (neu).pdf"; filename*=UTF-8''Tr%C3%A4ger%20%28neu%29.pdf`,
    );
  });

  test('is one line of plain characters, with nothing that ends the name early', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const name = safeFileName(given);
        const [, plain = '', rest = ''] = /^attachment; filename="([^"]*)"; filename\*=UTF-8''(.*)$/.exec(
          asDownload(name),
        ) as RegExpExecArray;
        expect(plain).toMatch(/^[\x20-\x7E]+$/);
        expect(rest).toMatch(/^[\w.!#$&+^`|~%-]+$/);
        expect(decodeURIComponent(rest)).toBe(name);
      }),
    );
  });
});
