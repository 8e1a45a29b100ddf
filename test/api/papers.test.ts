import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NAME, namedEverywhere } from '../../domain/forms/budget-application/named-everywhere.test-data.ts';
import { nodesOf, readPdf, spoken } from '../../functions/documents/read-pdf.test-data.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import {
  caseWithCommittee,
  convened,
  largeApplication,
  openItem,
  openYear,
  saveSession,
  TODAY,
  VOTES,
} from './committee-cases.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await openYear(server);
});
afterAll(() => server.close());

type Format = 'pdf' | 'docx';
interface Wanted {
  as?: string;
  format?: string;
  part?: string;
}
const paperOf = (id: string, { as = 'committee', format = 'pdf', part }: Wanted = {}) =>
  server.api('GET', `/api/submissions/${id}/papers/${format}${part ? `?part=${part}` : ''}`, { as });
const statusOf = async (id: string, wanted?: Wanted) => (await paperOf(id, wanted)).status;

const download = async (id: string, wanted?: Wanted) => {
  const { status, body } = await paperOf(id, wanted);
  expect(status).toBe(200);
  const answer = await fetch(body.url);
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};

/** Everything that a file says, also beside its pages; with plain spaces. */
const textOf = async (id: string, format: Format, part: string): Promise<string> => {
  const { bytes } = await download(id, { format, part });
  if (format === 'docx')
    return Object.values(unzipSync(bytes))
      .map((one) => strFromU8(one))
      .join('\n');
  const { pages, info, xmp, raw } = await readPdf(bytes);
  const said = pages.flatMap(({ text, structure }) => [text, spoken(structure)]);
  return [...said, JSON.stringify(info), xmp, raw].join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');
};

const hidden = (of: string) => ({ case: of, public: false, reason: 'personal-interest' });
const numberOf = (id: string) => id.slice(-6).toUpperCase();
const withCommittee = (change?: object) => caseWithCommittee(server, change);
const logOf = async (id: string): Promise<string[]> =>
  (await server.api('GET', `/api/submissions/${id}/log`, { as: 'auditor' })).body.items.map(
    ({ what }: { what: string }) => what,
  );

describe('the paper of a session', () => {
  test('is a tagged PDF in German with its agenda and its items, and the same as DOCX', async () => {
    const id = await convened(server, [await withCommittee()]);
    const { answer, bytes } = await download(id);
    expect(answer.headers.get('content-disposition')).toContain(`Vorlage-${TODAY}.pdf`);
    const { pages, info, marked, glyphs } = await readPdf(bytes);
    expect(info).toMatchObject({
      Language: 'de-DE',
      Title: 'Vorlage für die Sitzung des Jugendhilfeausschusses am 28.04.2026, öffentlicher Teil',
      Author: 'Kreisverwaltung Alzey-Worms (Vorführung)',
    });
    expect([marked.get('Marked'), glyphs.has(0)]).toEqual([true, false]);
    expect(nodesOf(pages, 'H1')).toHaveLength(1);
    expect(nodesOf(pages, 'H2').map(spoken)).toEqual([
      'Tagesordnung',
      'TOP 1: Verbandsgemeinde Alzey-Land: Kita-Sozialarbeit',
    ]);
    const word = await download(id, { format: 'docx' });
    expect(word.answer.headers.get('content-type')).toContain('wordprocessingml');
    expect(strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array())).toContain('168.734,56');
  });

  test('holds no name, no account and nothing that anybody wrote, before and after the session', async () => {
    const positions = namedEverywhere.positions.map((row, n) => ({
      ...row,
      annualCost: largeApplication.positions[n]?.annualCost ?? row.annualCost,
    }));
    const application = { ...namedEverywhere, positions };
    const cases = [
      await caseWithCommittee(server, application),
      await caseWithCommittee(server, { ...application, purpose: 'french' }),
    ];
    const [open = '', closed = ''] = cases;
    // What the office and the provider write later is no matter for a paper either.
    await server.decide('committee', open, 'give-back', { comment: NAME });
    await server.decide('clerk-2', open, 'grant', { comment: NAME, conditions: [NAME] });
    await server.idle();
    const items = [openItem(open), hidden(closed)];
    const id = await convened(server, cases, { items });
    const check = async () => {
      for (const part of ['public', 'non-public'])
        for (const format of ['pdf', 'docx'] as const) {
          const text = await textOf(id, format, part);
          expect(text, 'the paper itself').toContain('Verbandsgemeinde Alzey-Land');
          expect(text.toLowerCase(), `${part} ${format}`).not.toContain(NAME.toLowerCase());
          expect(text, `${part} ${format}`).not.toMatch(
            /DE89|06731 000140|S 12|Annahme|Fiktion|Erfunden|Trägermuster|Ausschussmuster/,
          );
        }
    };
    await check();
    const resolution = { outcome: 'approved', votes: VOTES, text: NAME };
    const resolutions = cases.map((of) => ({ ...resolution, case: of }));
    expect((await server.decide('committee', id, 'record', { resolutions })).status).toBe(200);
    await server.idle();
    await check();
  });

  test('says to the public of an item that is not public only that it is there', async () => {
    const [open, closed] = [await withCommittee(), await withCommittee({ purpose: 'french' })];
    const id = await convened(server, [], { items: [hidden(closed), openItem(open)] });
    for (const format of ['pdf', 'docx'] as const) {
      const text = await textOf(id, format, 'public');
      expect(text).toContain('TOP 2: ');
      expect(text).not.toContain('TOP 1: ');
      expect(text).toContain(numberOf(open));
      expect(text).not.toContain(numberOf(closed));
      expect(text).not.toContain('französisch');
      expect(await textOf(id, format, 'non-public')).toContain(numberOf(closed));
      expect(await textOf(id, format, 'non-public')).not.toContain(numberOf(open));
    }
  });

  test('is the same byte for byte whenever it is asked for, whatever becomes of the cases', async () => {
    const cases = [await withCommittee(), await withCommittee()];
    const id = await convened(server, cases);
    const before = [await download(id), await download(id, { format: 'docx' })];
    await server.decide('committee', cases[0] ?? '', 'give-back', { comment: 'Noch einmal.' });
    const resolutions = [{ case: cases[1], outcome: 'rejected', votes: VOTES }];
    expect((await server.decide('committee', id, 'record', { resolutions })).status).toBe(200);
    await server.idle();
    const after = [await download(id, { as: 'auditor' }), await download(id, { format: 'docx' })];
    expect(after.map(({ bytes }) => bytes)).toEqual(before.map(({ bytes }) => bytes));
  });

  test('is there while the agenda holds: not before it is convened, nor when it is opened again or cancelled', async () => {
    const id = newId();
    const of = await withCommittee();
    await saveSession(server, id, { kind: 'session', on: TODAY, items: [openItem(of)] });
    expect(await statusOf(id)).toBe(404);
    await server.decide('committee', id, 'convene', { saved: 1 });
    expect(await statusOf(id)).toBe(200);
    await server.decide('committee', id, 'reopen');
    expect(await statusOf(id)).toBe(404);
    await server.decide('committee', id, 'convene', { saved: 1 });
    expect(await statusOf(id)).toBe(200);
    await server.decide('committee', id, 'cancel');
    await server.idle();
    expect(await statusOf(id)).toBe(404);
  });

  test('is for those who see sessions; who read what is not public stands in the log', async () => {
    const id = await convened(server, [], { items: [hidden(await withCommittee())] });
    for (const as of ['provider', 'provider-2', 'kita', 'kita-2', 'treasurer', 'admin', 'social-worker'])
      expect([as, await statusOf(id, { as }), await statusOf(id, { as, part: 'non-public' })]).toEqual([
        as,
        404,
        404,
      ]);
    for (const as of ['committee', 'clerk', 'coordinator', 'head', 'auditor'])
      expect([as, await statusOf(id, { as })]).toEqual([as, 200]);
    expect(await logOf(id)).not.toContain('papers-read');
    expect(await statusOf(id, { as: 'head', part: 'non-public' })).toBe(200);
    expect((await logOf(id)).filter((what) => what === 'papers-read')).toHaveLength(1);
  });

  test('does not exist in other formats or parts, where nothing is closed to the public, or of other submissions', async () => {
    const of = await withCommittee();
    const id = await convened(server, [of]);
    expect(await statusOf(id, { format: 'odt' })).toBe(404);
    expect(await statusOf(id, { format: 'toString' })).toBe(404);
    expect(await statusOf(id, { part: 'secret' })).toBe(422);
    expect(await statusOf(id, { part: 'non-public' })).toBe(404);
    expect(await statusOf(of)).toBe(404);
    expect(await statusOf(newId())).toBe(404);
  });
});
