import { expect, test } from 'vitest';
import type { Counts } from '../counts.ts';
import { latestQuestionnaire } from '../questionnaires.ts';
import { type AskedUnit, partsOf } from './area.ts';
import { shownOf } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { rankTopics } from './rank.ts';
import { asked, berg, kitaIn, need, nord, sued, tal, twenty } from './some-units.test-data.ts';

const units: AskedUnit[] = [
  kitaIn('a', nord, tal),
  kitaIn('b', nord, tal),
  kitaIn('c', nord, berg),
  kitaIn('d', sued, berg),
];

const resultsOf = (counts: Record<string, Counts>, of = asked) =>
  evaluate(of, { units, county: 'Landkreis' }, new Map(Object.entries(counts)));

const all = {
  'kita:a': twenty(12, 7, 10),
  'kita:b': twenty(9, 11, 2),
  'kita:c': twenty(14, 6, 8),
  'kita:d': twenty(6, 6, 6),
};

const of = (results: ReturnType<typeof resultsOf>, key: string, questionnaire = asked) => ({
  questionnaire,
  ...results.areas.find((area) => area.key === key),
  cells: results.figures[key] ?? {},
});

test('every unit, municipality and social area and the county have results, with how many answered of how many', () => {
  const { areas } = resultsOf(all);
  expect(areas.map(({ key, n, of }) => [key, n, of])).toEqual([
    ['county', 80, 200],
    ['municipality:nord', 60, 150],
    ['municipality:sued', 20, 50],
    ['social-area:berg', 40, 100],
    ['social-area:tal', 40, 100],
    ['kita:a', 20, 50],
    ['kita:b', 20, 50],
    ['kita:c', 20, 50],
    ['kita:d', 20, 50],
  ]);
});

test('an area opens what it was counted from', () => {
  const { areas } = resultsOf(all);
  const inside = (key: string) =>
    areas.filter((one) => one.key === key).flatMap((area) => partsOf(areas, area).map((one) => one.key));
  expect(inside('county')).toEqual([
    'municipality:nord',
    'municipality:sued',
    'social-area:berg',
    'social-area:tal',
  ]);
  expect(inside('municipality:nord')).toEqual(['kita:a', 'kita:b', 'kita:c']);
  expect(inside('social-area:berg')).toEqual(['kita:c', 'kita:d']);
  expect(inside('kita:a')).toEqual([]);
});

test('topics are ranked by those who need them, of all who took part', () => {
  const county = of(resultsOf(all), 'county');
  expect(rankTopics(asked, shownOf(county))).toEqual([
    { question: 'need-language', count: 41, share: 41 / 80 },
    { question: 'need-money', count: 30, share: 30 / 80 },
  ]);
});

test('a topic that may not be shown is not ranked: its place would tell its size', () => {
  const few = { ...all, 'kita:a': twenty(12, 2, 10) };
  const results = resultsOf(few);
  const ranked = rankTopics(asked, shownOf(of(results, 'kita:a')));
  expect(ranked.map(({ question }) => question)).toEqual(['need-language']);
  expect(shownOf(of(results, 'kita:a')).find(({ key }) => key === 'need-money')?.cells).toEqual([]);
});

test('a share stands beside that of the round before, where the same was asked', () => {
  const before = of(resultsOf({ ...all, 'kita:a': twenty(5, 9, 10) }), 'kita:a');
  const shown = shownOf(of(resultsOf(all), 'kita:a'), before);
  expect(shown.find(({ key }) => key === 'need-language')?.cells.at(-1)).toEqual({
    options: ['3', '4'],
    count: 12,
    share: 0.6,
    before: 0.25,
  });
});

test('a question that was asked otherwise in the round before is not compared', () => {
  const earlier = { ...asked, questions: [{ ...need('language'), options: ['1', '2', '3', '4', '5'] }] };
  const before = of(resultsOf(all, earlier), 'county', earlier);
  const shown = shownOf(of(resultsOf(all), 'county'), before);
  expect(shown.flatMap(({ cells }) => cells.map((cell) => cell.before))).toEqual(
    shown.flatMap(({ cells }) => cells.map(() => undefined)),
  );
});

test('what one round shows finer than the other is compared where the cells add up', () => {
  const fine: Counts = {
    n: 30,
    'need-language.1': 6,
    'need-language.2': 6,
    'need-language.3': 6,
    'need-language.4': 6,
  };
  const now = of(resultsOf(all), 'county');
  const before = of(resultsOf({ 'kita:a': fine, 'kita:b': fine, 'kita:c': fine, 'kita:d': fine }), 'county');
  const cells = shownOf(now, before).find(({ key }) => key === 'need-language')?.cells;
  expect(cells?.map(({ options, before: share }) => [options, share])).toEqual([
    [['1', '2', ''], 0.6],
    [['3', '4'], 0.4],
  ]);
  const other = shownOf(before, now).find(({ key }) => key === 'need-language')?.cells;
  expect(other?.map((cell) => cell.before)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('institutions are counted of their number, and one of them alone is never shown', () => {
  const questionnaire = latestQuestionnaire('staff');
  const counts = new Map(units.map(({ id }) => [`kita:${id}`, { n: 1 }]));
  const { areas } = evaluate(questionnaire, { units, county: 'Landkreis' }, counts);
  expect(areas.map(({ n, of }) => [n, of])).toEqual(
    [4, 3, 1, 2, 2, 1, 1, 1, 1].map((count) => [undefined, count]),
  );
});
