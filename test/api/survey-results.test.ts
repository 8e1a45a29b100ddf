import { randomUUID } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultsAnswer } from '../../domain/api/survey-results.ts';
import { kitaSurveyExample } from '../../domain/forms/kita-survey/example.ts';
import words from '../../domain/languages/de/survey.json' with { type: 'json' };
import { questionnaireOf } from '../../domain/survey/questionnaires.ts';
import { readPdf, spoken } from '../../functions/documents/read-pdf.test-data.ts';
import { submissionPk } from '../../functions/store/keys.ts';
import { keepAnswer } from '../../functions/store/survey-answers.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { evaluatedRound, fillRound } from '../survey/evaluated-round.ts';
import { surveyCases } from '../survey-cases.ts';

let server: TestServer;
let round: string;
let form: string;
beforeAll(async () => {
  server = await startTestServer();
  const surveys = surveyCases(server);
  const previous = await evaluatedRound(server, { year: 2025 }, 100);
  await server.moveClock('2026-06-15T08:00:00.000Z');
  round = await surveys.opened({ from: '2026-06-15', to: '2026-07-31', previous });
  await fillRound(server, round);
  form = surveys.kitaForm(round);
  expect((await surveys.answer(form, kitaSurveyExample)).status).toBe(200);
  expect((await surveys.send(form)).status).toBe(200);
  expect((await surveys.decide('coordinator', form, 'accept-answers')).status).toBe(200);
  for (const [n, text] of ['Das Sommerfest.', 'Die Sprechstunde.'].entries())
    await keepAnswer(server.store, {
      of: { round, group: 'parents', unit: 'kita:biebelnheim' },
      id: randomUUID(),
      questionnaire: questionnaireOf('parents', 1),
      answers: { good: text, more: `Mehr ${n}` },
    });
  await surveys.decide('coordinator', round, 'end-round');
  await surveys.decide('coordinator', round, 'evaluate');
});
afterAll(() => server.close());

const ask = (query = '', as = 'coordinator', of = round) =>
  server.api('GET', `/api/surveys/${of}/results${query && `?${query}`}`, { as });
const results = async (query = '', as = 'coordinator'): Promise<ResultsAnswer> => (await ask(query, as)).body;
const problem = ({ status, body }: { status: number; body: { type: string } }) => [
  status,
  body.type.replace('/problems/', ''),
];

describe('results', () => {
  test('of the county are there for every group, with the round before beside them', async () => {
    const county = await results('group=parents');
    expect(county).toMatchObject({
      year: 2026,
      before: { year: 2025 },
      groups: ['children', 'parents', 'staff', 'providers', 'social-area'],
      area: { key: 'county', kind: 'county' },
      texts: true,
    });
    expect(county.area.n).toBeGreaterThan(500);
    expect(county.topics).toHaveLength(10);
    for (const { share, before } of county.topics) {
      expect(share).toBeGreaterThan(0);
      expect(before).toBeGreaterThan(0);
    }
    expect(county.topics.map(({ count }) => count)).toEqual(
      county.topics.map(({ count }) => count).toSorted((a, b) => b - a),
    );
    expect(county.variables.every(({ cells }) => cells.length > 0)).toBe(true);
  });

  test('show no cell under five, in no area of any group', async () => {
    for (const group of (await results()).groups) {
      const { areas } = await results(`group=${group}`);
      for (const { key, n } of areas) {
        if (n !== undefined) expect(n).toBeGreaterThanOrEqual(5);
        const { variables } = await results(`group=${group}&unit=${key}`);
        for (const { cells } of variables)
          for (const { count } of cells) expect(count).toBeGreaterThanOrEqual(5);
      }
    }
  });

  test('open what they were counted from, down to the Kita, and a single question too', async () => {
    const county = await results('group=parents');
    expect(new Set(county.parts.map(({ kind }) => kind))).toEqual(new Set(['municipality', 'social-area']));
    const municipality = county.parts.find(({ kind }) => kind === 'municipality')?.key ?? '';
    const within = await results(`group=parents&unit=${municipality}&question=need-mobility`);
    expect(within.variables.map(({ question }) => question)).toEqual(['need-mobility']);
    expect(within.parts.every(({ kind }) => kind === 'kita')).toBe(true);
    const shown = within.parts.filter(({ variables }) => variables?.some(({ cells }) => cells.length > 0));
    expect(shown.length).toBeGreaterThan(1);
    const kita = await results(`group=parents&unit=${within.parts[0]?.key}`);
    expect(kita.parts).toEqual([]);
  });

  test('of an institution lead to its form, for who may open it', async () => {
    const at = 'group=staff&unit=kita:biebelnheim';
    expect((await results(at)).form).toBe(form);
    expect((await results(at, 'kita')).form).toBe(form);
    expect((await results(at, 'auditor')).form).toBeUndefined();
    expect((await results('group=staff&unit=kita:wahlheim')).form).toBeUndefined();
    expect((await results(at)).area).toMatchObject({ of: 1 });
    expect((await results(at)).area.n).toBeUndefined();
  });

  test.each(['coordinator', 'head', 'auditor', 'committee'])('%s sees every area', async (as) => {
    expect(await results('group=parents', as)).toEqual({
      ...(await results('group=parents')),
      texts: as === 'coordinator',
    });
  });

  test('a Kita sees its own and the county’s, a provider those of its Kitas', async () => {
    const own = await results('group=parents', 'kita');
    expect(own.areas.map(({ key }) => key)).toEqual(['county', 'kita:biebelnheim']);
    expect(own.parts).toEqual([]);
    expect((await ask('group=parents&unit=kita:biebelnheim', 'kita')).status).toBe(200);
    expect(problem(await ask('group=parents&unit=kita:wahlheim', 'kita'))).toEqual([404, 'not-found']);
    const provider = await results('group=parents', 'provider');
    expect(provider.areas.length).toBeGreaterThan(1);
    expect(provider.areas.every(({ kind }) => kind === 'county' || kind === 'kita')).toBe(true);
  });

  test.each(['clerk', 'treasurer', 'social-worker', 'admin'])('%s sees none', async (as) => {
    expect(problem(await ask('', as))).toEqual([403, 'other-role']);
    expect((await server.api('GET', '/api/surveys', { as })).status).toBe(403);
  });

  test('are refused for what is not there', async () => {
    expect(problem(await ask('group=nobody'))).toEqual([422, 'fields']);
    expect(problem(await ask('unit=kita:nowhere'))).toEqual([404, 'not-found']);
    expect(problem(await ask('question=need-nothing'))).toEqual([422, 'fields']);
    expect(problem(await ask('', 'coordinator', newId()))).toEqual([404, 'not-found']);
    expect(problem(await ask('', 'coordinator', 'x'))).toEqual([404, 'not-found']);
  });

  test('are not there before a round is evaluated, and listed after it', async () => {
    const open = await surveyCases(server).opened({ from: '2026-06-15', to: '2026-07-31' });
    expect(problem(await ask('', 'coordinator', open))).toEqual([404, 'not-found']);
    const { body } = await server.api('GET', '/api/surveys', { as: 'kita' });
    expect(body.items.map(({ year }: { year: number }) => year)).toEqual([2026, 2025]);
  });

  test('lie in a few hundred kilobytes', async () => {
    let size = 0;
    let from: Record<string, unknown> | undefined;
    do {
      const page = await server.store.db.send(
        new QueryCommand({
          TableName: server.store.table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :results)',
          ExpressionAttributeValues: { ':pk': submissionPk(round), ':results': 'RESULTS' },
          ExclusiveStartKey: from,
        }),
      );
      size += JSON.stringify(page.Items).length;
      from = page.LastEvaluatedKey;
    } while (from);
    expect(size).toBeLessThan(400_000);
  });
});

describe('own words', () => {
  const texts = (query: string, as = 'coordinator') =>
    server.api('GET', `/api/surveys/${round}/texts?${query}`, { as });

  test('are read by the coordinator, by question, of areas of which the number of answers is shown', async () => {
    for (const unit of ['kita:biebelnheim', 'county']) {
      const { items } = (await texts(`group=parents&unit=${unit}`)).body;
      expect(items.map(({ text }: { text: string }) => text).toSorted()).toEqual([
        'Das Sommerfest.',
        'Die Sprechstunde.',
        'Mehr 0',
        'Mehr 1',
      ]);
      expect(items.map(({ question }: { question: string }) => question)).toEqual([
        'good',
        'good',
        'more',
        'more',
      ]);
    }
  });

  test('are nobody else’s to read', async () => {
    for (const as of ['head', 'auditor', 'committee', 'kita', 'provider'])
      expect(problem(await texts('group=parents', as)), as).toEqual([403, 'other-role']);
  });

  test('are not shown of too few, nor of institutions', async () => {
    const hidden = (await results('group=parents')).areas.find(({ n }) => n === undefined)?.key;
    expect(problem(await texts(`group=parents&unit=${hidden}`))).toEqual([404, 'not-found']);
    expect(problem(await texts('group=staff'))).toEqual([404, 'not-found']);
    expect(problem(await texts('group=parents&cursor=x'))).toEqual([422, 'fields']);
  });
});

describe('an export', () => {
  const order = (format: string, { as = 'coordinator', id = newId(), of = round } = {}) =>
    server.api('POST', '/api/exports', { as, body: { id, kind: 'survey-results', round: of, format } });
  const fetched = async (format: string, as = 'coordinator') => {
    const { body, status } = await order(format, { as });
    expect(status).toBe(202);
    const { url, state } = (await server.api('GET', `/api/exports/${body.id}`, { as })).body;
    expect(state).toBe('ready');
    return Buffer.from(await (await fetch(url)).arrayBuffer());
  };

  test('as CSV has a row for each figure that the pages show', async () => {
    const rows = parse(await fetched('csv'), { bom: true }) as string[][];
    const county = await results('group=parents');
    const of = rows.filter((row) => row[0] === 'Eltern' && row[1] === 'Landkreis');
    expect(of).toHaveLength(county.variables.flatMap(({ cells }) => cells).length);
    expect(of[0]?.[3]).toBe(String(county.area.n));
    for (const row of rows.slice(1)) if (row[7]) expect(Number(row[7])).toBeGreaterThanOrEqual(5);
  });

  test('as XLSX has the same rows and the turnout', async () => {
    const sheets = await readExcelFile(await fetched('xlsx'));
    const rows = parse(await fetched('csv'), { bom: true }) as string[][];
    expect(sheets.map(({ sheet, data }) => [sheet, data.length > 40])).toEqual([
      ['Rücklauf', true],
      ['Ergebnisse', true],
    ]);
    // A table for people has commas in its numbers, a spreadsheet has numbers.
    const plain = (cell: unknown) => (cell === null ? '' : String(cell).replace('.', ','));
    expect(sheets[1]?.data.map((row) => row.map(plain))).toEqual(
      rows.map((row) => row.map((cell) => cell.replace('.', ','))),
    );
  });

  test('as PDF is a report, and the same file again', async () => {
    const content = await fetched('pdf');
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.compare(content, await fetched('pdf'))).toBe(0);
    const { pages } = await readPdf(content);
    const text = pages
      .map(({ structure }) => spoken(structure))
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    const county = await results('group=parents');
    expect(text).toContain('Bedarfserhebung 2026');
    expect(text).toContain(`Landkreis Alzey-Worms${county.area.n}`);
    for (const question of county.topics.slice(0, 3).map((topic) => topic.question))
      expect(text).toContain(words[question as keyof typeof words]);
  });

  test('holds what the one may see who fetches it, whoever has ordered it', async () => {
    const { body } = await order('csv');
    const { url } = (await server.api('GET', `/api/exports/${body.id}`, { as: 'kita' })).body;
    const file = Buffer.from(await (await fetch(url)).arrayBuffer());
    const rows = (parse(file, { bom: true }) as string[][]).slice(1);
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['Landkreis', 'Kita']));
    const clerk = await server.api('GET', `/api/exports/${body.id}`, { as: 'clerk' });
    expect(problem(clerk)).toEqual([403, 'other-role']);
  });

  test('holds for a Kita what a Kita may see', async () => {
    const rows = parse(await fetched('csv', 'kita'), { bom: true }) as string[][];
    expect(new Set(rows.slice(1).map((row) => row[1]))).toEqual(new Set(['Landkreis', 'Kita']));
    const kitas = rows.filter((row) => row[1] === 'Kita').map((row) => row[2]);
    expect(new Set(kitas)).toEqual(new Set(['Kita Biebelnheim']));
  });

  test('is ordered twice without harm, and its id stands for nothing else', async () => {
    const id = newId();
    expect((await order('csv', { id })).status).toBe(202);
    expect((await order('csv', { id })).status).toBe(202);
    expect(problem(await order('pdf', { id }))).toEqual([409, 'other-body']);
    expect(problem(await order('csv', { as: 'clerk' }))).toEqual([403, 'other-role']);
    expect(problem(await order('csv', { of: newId() }))).toEqual([404, 'not-found']);
    expect(problem(await server.api('GET', `/api/exports/${newId()}`, { as: 'coordinator' }))).toEqual([
      404,
      'not-found',
    ]);
  });
});
