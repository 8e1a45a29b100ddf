import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dateOf } from '../../domain/calendar/due.ts';
import { writtenMoment } from '../../domain/calendar/written.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { goalExample } from '../../domain/goals/example.ts';
import { canonicalText } from '../../domain/submission/canonical.ts';
import { nodesOf, readPdf, spoken } from '../../functions/documents/read-pdf.test-data.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const GRANTED = {
  positions: [
    { id: 'kita-sozialarbeit', amount: 50_388_00 },
    { id: 'elterncafe', amount: 11_500_00 },
  ],
  training: 612_00,
  thirdParty: 2_500_00,
};

let server: TestServer;
let office: BudgetCases;
beforeAll(async () => {
  server = await startTestServer();
  office = budgetCases(server);
  await office.frame();
});
afterAll(() => server.close());

const drawUp = (id: string, as: string) => server.api('POST', `/api/submissions/${id}/notice`, { as });
const linkOf = (id: string, as: string, kind = 'notice', query = '') =>
  server.api('GET', `/api/submissions/${id}/documents/${kind}${query}`, { as });
const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const approve = (id: string, document: string, as = 'head') => server.decide(as, id, 'approve', { document });
const granted = async () => {
  const id = await office.goTo(await office.submitted(), 'decision');
  await server.decide('clerk-2', id, 'grant');
  return id;
};
const approved = async () => {
  const id = await granted();
  const { body } = await drawUp(id, 'head');
  expect((await approve(id, body.sha256)).status).toBe(200);
  return { id, sha256: body.sha256 as string };
};
const logOf = async (id: string) =>
  (await server.api('GET', `/api/submissions/${id}/log`, { as: 'auditor' })).body.items as {
    what: string;
    by: { person?: string };
  }[];

describe('the notice of a decision', () => {
  test('is a tagged PDF in German with all its parts, and every figure in it is right to the cent', async () => {
    const id = await office.goTo(await office.submitted(), 'decision');
    const words = 'Das Elterncafé braucht 13 Stunden.';
    await server.decide('clerk-2', id, 'partial', { comment: words, granted: GRANTED });
    const { status, body } = await drawUp(id, 'head');
    expect([status, body.draft]).toEqual([200, false]);
    const bytes = await bytesOf(body.url);
    expect([hashOf(bytes), bytes.length]).toEqual([body.sha256, body.size]);

    const { pages, info, marked, glyphs } = await readPdf(bytes);
    const number = `51.3-SRB-2027-${id.slice(-6).toUpperCase()}`;
    expect(info).toMatchObject({
      Language: 'de-DE',
      Title: `Teilbewilligungsbescheid, Aktenzeichen ${number}`,
      Author: 'Kreisverwaltung Alzey-Worms (Vorführung)',
      CreationDate: 'D:20260428000000Z',
    });
    expect([marked.get('Marked'), glyphs.has(0)]).toEqual([true, false]);
    expect(nodesOf(pages, 'H1')).toHaveLength(1);
    expect(nodesOf(pages, 'H2').map(spoken)).toEqual([
      '1. Entscheidung',
      '2. Berechnung',
      '3. Nebenbestimmungen',
      '4. Begründung',
      '5. Auszahlung',
      '6. Rechtsbehelfsbelehrung',
    ]);
    const rows = nodesOf(pages, 'TR').map(({ children }) => children.map((cell) => spoken(cell).trim()));
    const amounts = rows.map((row) =>
      row.filter((cell) => cell.endsWith('€')).map((cell) => cell.replace(/\s/g, ' ')),
    );
    expect(amounts.filter((cells) => cells.length > 0)).toEqual([
      ['50.388,00 €', '50.388,00 €'],
      ['22.640,00 €', '11.500,00 €'],
      ['706,56 €', '612,00 €'],
      ['-2.500,00 €', '-2.500,00 €'],
      ['71.234,56 €', '60.000,00 €'],
      ['36.000,00 €'],
      ['24.000,00 €'],
      ['60.000,00 €'],
      ['37.500,00 €'],
      ['22.500,00 €'],
      ['60.000,00 €'],
    ]);
    const all = pages.map(({ structure }) => spoken(structure)).join(' ');
    for (const text of [
      number,
      'Paul Fiktion',
      'Verbandsgemeinde Alzey-Land',
      'Im Übrigen lehnen wir den Antrag ab.',
      words,
      'Der Verwendungsnachweis ist bis zum 31. März des Folgejahres vorzulegen.',
      'in vier gleichen Teilbeträgen zum 15. Februar',
      'Widerspruch',
      'Rosa Leitbild',
      'Leitung des Kreisjugendamts',
    ])
      expect(all.replace(/\s+/g, ' '), text).toContain(text);
  });

  test('is a draft for whoever may not approve it, and takes no approver’s document away', async () => {
    const id = await granted();
    const final = await drawUp(id, 'head');
    for (const as of ['clerk', 'clerk-2', 'coordinator']) {
      const draft = await drawUp(id, as);
      expect([draft.status, draft.body.draft]).toEqual([200, true]);
      const { pages, info } = await readPdf(await bytesOf(draft.body.url));
      expect(info.Title).toMatch(/^Entwurf: Bewilligungsbescheid/);
      expect(pages.every(({ text }) => text.includes('Entwurf'))).toBe(true);
      expect(pages.map(({ text }) => text).join()).not.toContain('Rosa Leitbild');
      expect((await approve(id, draft.body.sha256)).body.type).toBe('/problems/other-document');
    }
    expect((await approve(id, final.body.sha256)).status).toBe(200);
  });

  test('is the same bytes for the same person on the same day, and noted once', async () => {
    const id = await granted();
    const [first, second] = [await drawUp(id, 'head'), await drawUp(id, 'head')];
    expect(second.body.sha256).toBe(first.body.sha256);
    expect(await bytesOf(second.body.url)).toEqual(await bytesOf(first.body.url));
    const shown = (await logOf(id)).filter(({ what }) => what === 'notice-rendered');
    expect(shown).toHaveLength(1);
  });

  test('is approved by nobody for whom it was not rendered, and by no hash but its own', async () => {
    const id = await granted();
    const none = 'a'.repeat(64);
    expect((await approve(id, none)).body.type).toBe('/problems/other-document');
    const { body } = await drawUp(id, 'head');
    expect((await approve(id, none)).body.type).toBe('/problems/other-document');
    expect((await approve(id, body.sha256, 'clerk')).status).toBe(403);
    expect(await office.at(id)).toBe('approval');
  });

  test('of a decision that was changed since is refused', async () => {
    const id = await granted();
    const { body: old } = await drawUp(id, 'head');
    await server.decide('head', id, 'return', { comment: 'Bitte kürzen.' });
    await server.decide('clerk-2', id, 'partial', { comment: 'Gekürzt.', granted: GRANTED });
    expect((await approve(id, old.sha256)).body.type).toBe('/problems/other-document');
    const { body } = await drawUp(id, 'head');
    expect(body.sha256).not.toBe(old.sha256);
    expect((await approve(id, body.sha256)).status).toBe(200);
  });

  test('is shown again before the approval of a decision that came back, though it says the same', async () => {
    const id = await granted();
    const { body: first } = await drawUp(id, 'head');
    await server.decide('head', id, 'return', { comment: 'Bitte prüfen.' });
    await server.decide('clerk-2', id, 'grant');
    expect((await approve(id, first.sha256)).body.type).toBe('/problems/other-document');
    const { body: second } = await drawUp(id, 'head');
    expect(second.sha256).toBe(first.sha256);
    expect((await approve(id, second.sha256)).status).toBe(200);
  });

  test('is a draft for a head of office whom four eyes exclude, and for who stands in for such a one', async () => {
    await office.person('two-roles', { roles: ['clerk', 'head'] });
    await office.person('deputy-head', { roles: ['head'] });
    const today = dateOf(server.clock.now());
    await office.deputy({ person: 'two-roles', deputy: 'deputy-head', from: today, to: today });
    const id = await office.goTo(await office.submitted(), 'decision');
    await server.decide('two-roles', id, 'grant');
    for (const as of ['two-roles', 'deputy-head']) {
      const { body } = await drawUp(id, as);
      expect([as, body.draft]).toEqual([as, true]);
      expect((await approve(id, body.sha256, as)).body.type).toBe('/problems/four-eyes');
    }
    expect((await drawUp(id, 'head')).body.draft).toBe(false);
  });

  test('that was approved is what everybody gets from then on, whoever asks for a new one', async () => {
    const { id, sha256 } = await approved();
    for (const as of ['clerk', 'head']) {
      const { body } = await drawUp(id, as);
      expect(body).toMatchObject({ sha256, draft: false });
      expect(hashOf(await bytesOf(body.url))).toBe(sha256);
    }
  });

  test('there is none before a decision is drafted, and none once the application ended', async () => {
    const id = await office.submitted();
    expect((await drawUp(id, 'clerk')).body.type).toBe('/problems/no-decision');
    const withdrawn = await granted();
    await server.decide('provider', withdrawn, 'withdraw');
    expect((await drawUp(withdrawn, 'clerk')).body.type).toBe('/problems/ended');
  });

  test('is drawn up by those who work on decisions and nobody else', async () => {
    const id = await granted();
    for (const as of ['treasurer', 'auditor', 'provider', 'kita'])
      expect((await drawUp(id, as)).status, as).toBe(403);
    for (const as of ['provider-2', 'committee', 'admin', 'social-worker'])
      expect((await drawUp(id, as)).status, as).toBe(404);
  });
});

describe('what leaves the house', () => {
  test('is the approved document and no other, for the provider once it is announced', async () => {
    const { id, sha256 } = await approved();
    expect((await linkOf(id, 'provider')).status).toBe(404);
    const early = await linkOf(id, 'clerk');
    expect(hashOf(await bytesOf(early.body.url))).toBe(sha256);
    expect((await server.decide('clerk', id, 'post', { sentOn: '2026-04-28' })).status).toBe(200);
    for (const as of ['provider', 'clerk', 'head', 'auditor', 'treasurer']) {
      const { body } = await linkOf(id, as);
      expect(hashOf(await bytesOf(body.url)), as).toBe(sha256);
      expect(body.url).not.toMatch(/Alzey|Tr%C3%A4ger|Samir/);
    }
    const reads = (await logOf(id)).filter(({ what }) => what === 'notice-read');
    expect(reads.map(({ by }) => by.person)).toEqual(['clerk', 'clerk', 'head', 'auditor', 'treasurer']);
  });

  test('cannot be posted before it was approved', async () => {
    const id = await granted();
    const posted = await server.decide('clerk', id, 'post', { sentOn: '2026-04-28' });
    expect(posted.status).toBe(403);
    expect((await linkOf(id, 'clerk')).status).toBe(404);
  });

  test('is not for a Kita, a session or another provider', async () => {
    const { id } = await approved();
    await server.decide('clerk', id, 'post', { sentOn: '2026-04-28' });
    expect((await linkOf(id, 'kita')).status).toBe(403);
    for (const as of ['provider-2', 'committee', 'admin', 'kita-2'])
      expect((await linkOf(id, as)).status, as).toBe(404);
    expect((await linkOf(id, 'clerk', 'paper')).status).toBe(404);
  });

  test('stays to be read when an objection has led to another notice, which names it', async () => {
    const { id, sha256: first } = await approved();
    await server.decide('clerk', id, 'post', { sentOn: '2026-04-28' });
    await server.decide('clerk', id, 'object', { receivedOn: '2026-04-28' });
    await server.decide('clerk', id, 'remedy', { comment: 'Wir helfen ab.' });
    const { body } = await linkOf(id, 'provider');
    expect(hashOf(await bytesOf(body.url))).toBe(first);
    await server.decide('clerk-2', id, 'grant');
    const { body: second } = await drawUp(id, 'head');
    await approve(id, second.sha256);
    const { pages } = await readPdf(await bytesOf(second.url));
    expect(pages.map(({ text }) => text).join('\n')).toMatch(
      /den\s+wir\s+am\s+28\.04\.2026\s+abgesandt\s+haben/,
    );
    await server.decide('clerk', id, 'post', { sentOn: '2026-04-28' });
    for (const [query, sha256] of [
      ['', second.sha256],
      ['?version=1', first],
      ['?version=2', second.sha256],
    ])
      expect(hashOf(await bytesOf((await linkOf(id, 'provider', 'notice', query)).body.url))).toBe(sha256);
    expect((await linkOf(id, 'provider', 'notice', '?version=3')).status).toBe(422);
  });
});

/** Everything that somebody has written or chosen, as it is said: leaves of the answers that are texts. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe('the proof of filing', () => {
  const sentAt = async (id: string) => (await office.headOf(id)).about.acted[0]?.at ?? '';
  const textOf = async (url: string) => {
    const { pages, info } = await readPdf(await bytesOf(url));
    const text = pages.map(({ structure }) => spoken(structure)).join(' ');
    return { text: text.replace(/\s+/g, ' '), info };
  };

  test('has every answer of the version, the sums, when it came in, and the hash of the answers', async () => {
    const answers = { ...budgetApplicationExample, electronicNotice: true };
    const id = await office.submitted({ electronicNotice: true });
    const { body } = await linkOf(id, 'provider', 'proof-of-filing');
    const { text, info } = await textOf(body.url);
    expect(info).toMatchObject({ Language: 'de-DE', CreationDate: 'D:20260428000000Z' });
    const said = [
      ...textsIn([answers.provider.name, answers.provider.street, answers.provider.contact]),
      ...textsIn([answers.accountHolder, answers.concept, answers.reasons, answers.goals]),
      ...answers.positions.flatMap((one) => [one.function, one.qualification, one.payGroup]),
      'Körperschaft des öffentlichen Rechts',
      'kommunaler Träger',
      'DE89 3704 0044 0532 0130 00',
      'Kita Biebelnheim',
      'Kita-Sozialarbeit',
      ...['01.01.2027', '31.12.2027', '15.03.2027', '12.10.2026', '30,00', '19,50', '62,50 %', '37,50 %'],
      ...['50.388,00 €', '28.300,00 €', '22.640,00 €', '706,56 €', '2.500,00 €', '71.234,56 €'],
      ...['42.740,74 €', '28.493,82 €', '49,50', '1,27', 'noch nicht'],
      'Alle Angaben sind richtig und vollständig.',
      'Wir heben die Belege auf',
      writtenMoment(await sentAt(id)),
      'Samir Trägermuster',
    ];
    for (const one of said) expect(text).toContain(one);
    const stored = (await server.items()).find(({ pk, sk }) => pk === `S#${id}` && sk === 'VERSION#000001');
    const sha256 = hashOf(Buffer.from(canonicalText(stored?.answers)));
    expect(text.replaceAll(' ', '')).toContain(sha256);
  });

  test('is one of each version, the same bytes whenever it is asked for', async () => {
    const id = await office.submitted();
    const first = await bytesOf((await linkOf(id, 'provider', 'proof-of-filing')).body.url);
    await server.decide('clerk', id, 'query', { fields: [{ path: 'reasons', reason: 'Bitte genauer.' }] });
    await office.save(id, { ...budgetApplicationExample, reasons: 'Viel genauer.' }, { seen: 1 });
    await office.send(id, 2);
    const again = await linkOf(id, 'clerk', 'proof-of-filing', '?version=1');
    expect(await bytesOf(again.body.url)).toEqual(first);
    const { text } = await textOf((await linkOf(id, 'clerk', 'proof-of-filing')).body.url);
    expect(text).toContain('Viel genauer.');
    expect(text).not.toContain(budgetApplicationExample.reasons);
    expect((await logOf(id)).filter(({ what }) => what === 'proof-read')).toHaveLength(2);
  });

  test('names the county’s goals as they read when it came in, whatever becomes of them', async () => {
    const goal = newId();
    const save = (text: string, seen: number) =>
      server.api('PUT', `/api/goals/${goal}`, {
        as: 'coordinator',
        body: { ...goalExample, fine: goalExample.fine.map((one) => ({ ...one, text })) },
        headers: { 'if-match': `"${seen}"` },
      });
    await save('Sprechstunden überall.', 0);
    const id = await office.submitted({ countyGoals: [goalExample.fine[0]?.id ?? ''] });
    const first = await bytesOf((await linkOf(id, 'provider', 'proof-of-filing')).body.url);
    await server.moveClock(new Date(Date.parse(server.clock.now()) + 60_000).toISOString());
    await save('Etwas ganz anderes.', 1);
    const { body } = await linkOf(id, 'clerk', 'proof-of-filing');
    expect(await bytesOf(body.url)).toEqual(first);
    expect((await textOf(body.url)).text).toContain('Sprechstunden überall.');
  });

  test('is for the provider and the office, of what was sent', async () => {
    const draft = newId();
    await office.save(draft, budgetApplicationExample);
    expect((await linkOf(draft, 'provider', 'proof-of-filing')).status).toBe(404);
    const id = await office.submitted();
    expect((await linkOf(id, 'kita', 'proof-of-filing')).status).toBe(403);
    expect((await linkOf(id, 'provider-2', 'proof-of-filing')).status).toBe(404);
    expect((await linkOf(id, 'clerk', 'proof-of-filing', '?version=2')).status).toBe(422);
  });
});

// Last: the clock of all these tests moves on.
test('a notice of yesterday is not approved today: it bears the day on which it is issued', async () => {
  const id = await granted();
  const { body: yesterday } = await drawUp(id, 'head');
  await server.moveClock(new Date(Date.parse(server.clock.now()) + 24 * 3_600_000).toISOString());
  expect((await approve(id, yesterday.sha256)).body.type).toBe('/problems/other-document');
  const { body: today } = await drawUp(id, 'head');
  expect(today.sha256).not.toBe(yesterday.sha256);
  expect((await approve(id, today.sha256)).status).toBe(200);
});
