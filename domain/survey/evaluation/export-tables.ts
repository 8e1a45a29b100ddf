import type { Question } from '../question.ts';
import { shownOf } from './compare.ts';
import { type RoundResults, resultsIn } from './group-results.ts';
import { cellText, questionText, sayResults } from './words.ts';

/** Text, a number, or nothing. */
export type ExportCell = string | number | undefined;

export interface ExportTable {
  name: string;
  columns: readonly string[];
  rows: readonly (readonly ExportCell[])[];
}

/** One place after the point: of so few answers more would say nothing. */
const inPercent = (share: number | undefined): number | undefined =>
  share === undefined ? undefined : Math.round(share * 1000) / 10;

type Group = RoundResults['groups'][number];
type Area = Group['now']['areas'][number];

const placeOf = ({ now }: Group, { kind, name, n, of }: Area): ExportCell[] => [
  sayResults(`group.${now.group}`),
  sayResults(`kind.${kind}`),
  name,
  n,
  of,
];

const turnoutRow = (group: Group, area: Area): ExportCell[] => {
  const { n, of, key } = area;
  const before = group.before?.areas.find((one) => one.key === key);
  const rate = (turnout: Pick<Area, 'n' | 'of'> | undefined) =>
    turnout?.n !== undefined && turnout.of ? inPercent(turnout.n / turnout.of) : undefined;
  return [...placeOf(group, area), rate({ n, of }), rate(before)];
};

/** What may not be shown has a row too: nobody shall take it for nothing. */
const hiddenRow = (place: readonly ExportCell[], question?: Question): ExportCell[] => [
  ...place,
  question && questionText(question),
  sayResults('hidden'),
  undefined,
  undefined,
  undefined,
];

const resultRows = (group: Group, area: Area): ExportCell[][] => {
  const now = resultsIn(group.now, area.key);
  const place = placeOf(group, area);
  if (!now || area.n === undefined) return [hiddenRow(place)];
  const shown = shownOf(now, group.before && resultsIn(group.before, area.key));
  return now.questionnaire.questions.flatMap((question) =>
    shown
      .filter((one) => one.question === question.code)
      .flatMap(({ cells }) =>
        cells.length === 0
          ? [hiddenRow(place, question)]
          : cells.map(({ options, count, share, before }): ExportCell[] => [
              ...place,
              questionText(question),
              cellText(question, options),
              count,
              inPercent(share),
              inPercent(before),
            ]),
      ),
  );
};

/** All results of a round, one row for each figure; nothing that the pages hide. */
export const exportTables = ({ groups }: RoundResults): [ExportTable, ExportTable] => {
  const place = ['column.group', 'column.kind', 'column.area', 'column.n', 'column.of'] as const;
  const named = (keys: readonly Parameters<typeof sayResults>[0][]) => keys.map((key) => sayResults(key));
  const rowsOf = (of: (group: Group, area: Area) => ExportCell[][]) =>
    groups.flatMap((group) => group.now.areas.flatMap((area) => of(group, area)));
  return [
    {
      name: sayResults('sheet.turnout'),
      columns: named([...place, 'column.rate', 'before.percent']),
      rows: rowsOf((group, area) => [turnoutRow(group, area)]),
    },
    {
      name: sayResults('sheet.results'),
      columns: named([...place, 'question', 'answer', 'count', 'share.percent', 'before.percent']),
      rows: rowsOf(resultRows),
    },
  ];
};
