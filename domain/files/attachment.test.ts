import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  type Attachment,
  afterLook,
  attachment,
  type FoundFile,
  LARGEST_FILE,
  offeredFile,
  refusals,
  verdicts,
} from './attachment.ts';
import { isPdf } from './pdf.ts';

const id = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a';
const awaited: Attachment = { id, name: 'Stellenplan.pdf', size: 1000, state: 'awaited' };
const found: FoundFile = { size: 1200, etag: '"1"', isPdf: true, verdict: undefined };
const checking: Attachment = { ...awaited, size: 1200, state: 'checking', etag: '"1"' };

describe('what somebody wants to attach', () => {
  const codesOf = (value: unknown) => z.safeParse(offeredFile, value).error?.issues.map((one) => one.message);

  test('has its name made safe', () => {
    expect(z.parse(offeredFile, { name: ' C:\\Daten\\plan.PDF ', size: 1 })).toEqual({
      name: 'plan.pdf',
      size: 1,
    });
  });

  test('may be 10 MB, and not a byte more', () => {
    expect(codesOf({ name: 'a.pdf', size: LARGEST_FILE })).toBeUndefined();
    expect(codesOf({ name: 'a.pdf', size: LARGEST_FILE + 1 })).toEqual(['file-too-large']);
    expect(codesOf({ name: 'a.pdf', size: 0 })).toEqual(['file-empty']);
  });

  test('needs a name that is not too long', () => {
    expect(codesOf({ name: ' ', size: 1 })).toEqual(['required']);
    expect(codesOf({ name: `${'x'.repeat(117)}.pdf`, size: 1 })).toEqual(['too-long']);
  });
});

describe('an attachment', () => {
  test('is checked when it has arrived, and taken when nothing was found in it', () => {
    const arrived = afterLook(awaited, found);
    expect(arrived).toEqual(checking);
    expect(afterLook(arrived, found)).toEqual(checking);
    expect(afterLook(arrived, { ...found, verdict: 'clean' })).toEqual({ ...checking, state: 'clean' });
  });

  test('is taken at once when the virus check was faster than the page', () => {
    expect(afterLook(awaited, { ...found, verdict: 'clean' }).state).toBe('clean');
  });

  test.each([
    ['missing', undefined],
    ['missing', { ...found, size: 0 }],
    ['too-large', { ...found, size: LARGEST_FILE + 1 }],
    ['not-pdf', { ...found, isPdf: false }],
    ['not-pdf', { ...found, isPdf: false, verdict: 'clean' as const }],
    ['infected', { ...found, verdict: 'infected' as const }],
    ['infected', { ...found, isPdf: false, verdict: 'infected' as const }],
    ['unscannable', { ...found, verdict: 'unscannable' as const }],
  ])('is refused as %s', (reason, of) => {
    const refused = { ...awaited, state: 'refused', reason };
    expect(afterLook(awaited, of)).toEqual(refused);
    expect(afterLook(checking, of)).toMatchObject({ state: 'refused', reason });
  });

  const anyFound = fc.option(
    fc.record({
      size: fc.integer({ min: 0, max: 2 * LARGEST_FILE }),
      etag: fc.string(),
      isPdf: fc.boolean(),
      verdict: fc.constantFrom(undefined, ...verdicts),
    }),
    { nil: undefined },
  );

  test('that was taken or refused stays so whatever is found later', () => {
    const reasons = refusals.map((reason): Attachment => ({ ...awaited, state: 'refused', reason }));
    const settled: Attachment[] = [{ ...checking, state: 'clean', etag: '"1"' }, ...reasons];
    fc.assert(
      fc.property(fc.constantFrom(...settled), anyFound, (now, later) => {
        expect(afterLook(now, later)).toEqual(now);
      }),
    );
  });

  test('is never taken unless it is a small enough PDF that was found clean', () => {
    fc.assert(
      fc.property(fc.constantFrom(awaited, checking), anyFound, (now, of) => {
        const next = afterLook(now, of);
        expect(z.parse(attachment, next)).toEqual(next);
        const good = of?.isPdf === true && of.verdict === 'clean' && of.size > 0 && of.size <= LARGEST_FILE;
        expect(next.state === 'clean').toBe(good);
      }),
    );
  });
});

test.each([
  ['a PDF', '%PDF-1.7\n', true],
  ['a newer PDF', '%PDF-2.0\r', true],
  ['a program for Windows', 'MZ\x90\x00\x03\x00\x00', false],
  ['a page of the web', '<!DOCTYPE html>', false],
  ['a PDF behind something else', '\n%PDF-1.7', false],
  ['what only begins like one', '%PDF-', false],
  ['nothing', '', false],
])('by its first bytes, %s is told from all others', (_, text, expected) => {
  expect(isPdf(Buffer.from(text, 'latin1'))).toBe(expected);
});
