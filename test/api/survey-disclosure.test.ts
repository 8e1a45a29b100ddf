import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultsAnswer } from '../../domain/api/survey-results.ts';
import type { Counts } from '../../domain/survey/counts.ts';
import { areasOf, unitsOf } from '../../domain/survey/evaluation/area.ts';
import { follows } from '../../domain/survey/hiding/solve.test-data.ts';
import { cellsOf, REST, type Variable, variablesOf } from '../../domain/survey/hiding/variable.ts';
import { questionnaireOf } from '../../domain/survey/questionnaires.ts';
import { unitName } from '../../domain/survey/unit.ts';
import { readUnits } from '../../functions/store/rounds.ts';
import { readCounts } from '../../functions/store/survey-counts.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { evaluatedRound } from '../survey/evaluated-round.ts';

/** What all routes together tell of a round, held against what was really answered. */
const FEWEST = 5;
const { questions } = questionnaireOf('parents', 1);
const variables = questions.flatMap(variablesOf);
const finest = ({ options }: Variable) => [REST, ...options];
const first = variables[0] as Variable;

/** A number that somebody was told: how many in these units are in one of these cells of a variable. */
interface Told {
  members: readonly number[];
  variable: Variable;
  cell: readonly string[];
  count: number;
  by: string;
}

let server: TestServer;
let told: Told[];
/** What was counted of each Kita, in the order of the unknowns. */
let counts: Counts[];
let membersOf: ReadonlyMap<string, readonly number[]>;

const countIn = ({ members, variable, cell }: Pick<Told, 'members' | 'variable' | 'cell'>) =>
  members.reduce((sum, unit) => sum + (cellsOf(variable, [cell], counts[unit] ?? {})[0] ?? 0), 0);

const inArea = (
  key: string,
  by: string,
  { n, variables: shown }: Pick<ResultsAnswer['parts'][number], 'n' | 'variables'>,
): Told[] => {
  const members = membersOf.get(key) ?? [];
  return [
    ...(n === undefined ? [] : [{ members, variable: first, cell: finest(first), count: n, by }]),
    ...(shown ?? []).flatMap(({ key: of, cells }) => {
      const variable = variables.find((one) => one.key === of) as Variable;
      return cells.map(({ options, count }) => ({ members, variable, cell: options, count, by }));
    }),
  ];
};

const askAll = async (round: string, as: string): Promise<Told[]> => {
  const ask = async (query: string): Promise<ResultsAnswer> =>
    (await server.api('GET', `/api/surveys/${round}/results?group=parents${query}`, { as })).body;
  const { areas } = await ask('');
  const found: Told[] = [];
  for (const { key } of areas) {
    const one = await ask(`&unit=${key}`);
    found.push(...inArea(key, `${as} ${key}`, { n: one.area.n, variables: one.variables }));
    if (one.parts.length === 0) continue;
    for (const question of ['need-mobility', 'offers']) {
      const { parts } = await ask(`&unit=${key}&question=${question}`);
      for (const part of parts) found.push(...inArea(part.key, `${as} ${key} ${question}`, part));
    }
  }
  return found;
};

/** The rows of the table for spreadsheets: what they say in words is found again in what the pages may say. */
const inTable = async (round: string): Promise<number[]> => {
  const as = 'coordinator';
  const order = { id: newId(), kind: 'survey-results', round, format: 'csv' };
  await server.api('POST', '/api/exports', { as, body: order });
  const { url } = (await server.api('GET', `/api/exports/${order.id}`, { as })).body;
  const file = Buffer.from(await (await fetch(url)).arrayBuffer());
  const rows = parse(file, { bom: true }) as string[][];
  return rows
    .slice(1)
    .flatMap(([group, , , n, , , , count]) =>
      group === 'Eltern' ? [n, count].filter((one) => one !== undefined && one !== '').map(Number) : [],
    );
};

const isNumber = ({ variable, cell }: Told) => variable === first && cell.length === finest(first).length;

/**
 * Which cells of few answers somebody finds out about a variable who adds and subtracts all that was told. The unknowns: of each
 * Kita how many are in each of the finest cells; how many answered is their sum.
 */
const foundOut = (variable: Variable, all: readonly Told[]): { few: number; found: string[] } => {
  const cells = finest(variable);
  const rowOf = (members: readonly number[], cell: readonly string[]) =>
    counts.flatMap((_unit, unit) =>
      cells.map((option) => (members.includes(unit) && cell.includes(option) ? 1n : 0n)),
    );
  const rows = new Map<string, bigint[]>();
  for (const one of all) {
    if (one.variable === variable) rows.set(`${one.members} ${one.cell}`, rowOf(one.members, one.cell));
    else if (isNumber(one)) rows.set(`${one.members}`, rowOf(one.members, cells));
  }
  const known = follows([...rows.values()]);
  const few = [...membersOf].flatMap(([key, members]) =>
    [cells, ...variable.levels.flat()]
      .filter((cell) => countIn({ members, variable, cell }) < FEWEST)
      .map((cell) => ({ key, cell, row: rowOf(members, cell) })),
  );
  const found = few.filter(({ row }) => known(row)).map(({ key, cell }) => `${key} ${cell}`);
  return { few: few.length, found };
};

beforeAll(async () => {
  server = await startTestServer();
  const round = await evaluatedRound(server);
  const units = unitsOf('parents', await readUnits(server.store, round));
  counts = [];
  for (const unit of units)
    counts.push(await readCounts(server.store, { round, group: 'parents', unit: unitName(unit) }));
  membersOf = new Map(areasOf(units, 'County').map(({ key, members }) => [key, members]));
  told = [
    ...(await askAll(round, 'coordinator')),
    ...(await askAll(round, 'kita')),
    ...(await askAll(round, 'provider')),
  ];
  const table = await inTable(round);
  expect(table.length).toBeGreaterThan(1_000);
  expect(table.filter((count) => count < FEWEST)).toEqual([]);
}, 120_000);
afterAll(() => server.close());

describe('all that anybody is told of a round', () => {
  test('is what was answered, and counts five or more', () => {
    expect(told.length).toBeGreaterThan(2_000);
    expect(counts.filter(({ n = 0 }) => n < FEWEST).length).toBeGreaterThan(1);
    for (const one of told) {
      expect(one.count, one.by).toBe(countIn(one));
      expect(one.count, one.by).toBeGreaterThanOrEqual(FEWEST);
    }
  });

  test.each(variables.map((variable) => [variable.key, variable] as const))(
    'taken together gives away no cell under five of %s',
    (_, variable) => {
      const { few, found } = foundOut(variable, told);
      expect(few).toBeGreaterThan(0);
      expect(found).toEqual([]);
    },
  );

  test('would give one away if the number of every other Kita were told too', () => {
    const hidden = counts.findIndex(({ n = 0 }) => n < FEWEST);
    const more = counts.flatMap((_unit, unit): Told[] =>
      unit === hidden
        ? []
        : [{ members: [unit], variable: first, cell: finest(first), count: 0, by: 'a mistake' }],
    );
    expect(foundOut(first, [...told, ...more]).found.length).toBeGreaterThan(0);
  });
});
