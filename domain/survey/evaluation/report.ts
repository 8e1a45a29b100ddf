import { writtenDate } from '../../calendar/written.ts';
import { type Block, type Column, chart, heading, paragraph, table } from '../../documents/blocks.ts';
import { type OfficeDocument, officeDocument } from '../../documents/document.ts';
import type { Question } from '../question.ts';
import { COUNTY } from './area.ts';
import { type ShownVariable, shownOf } from './compare.ts';
import type { Turnout } from './evaluate.ts';
import { type RoundResults, resultsIn } from './group-results.ts';
import { type RankedTopic, rankTopics } from './rank.ts';
import { cellText, percent, pointsText, questionText, sayResults } from './words.ts';

type Group = RoundResults['groups'][number];
type Area = Group['now']['areas'][number];

const text = (label: string): Column => ({ label, align: 'start' });
const number = (label: string): Column => ({ label, align: 'end' });

const HIDDEN = '·';
const NOTHING = '–';

const rateText = ({ n, of }: Turnout) => (n !== undefined && of ? percent(n / of) : NOTHING);

const turnoutTable = (group: Group, areas: readonly Area[], caption: string): Block =>
  table(
    [
      text(sayResults('column.area')),
      number(sayResults('turnout.n')),
      number(sayResults('turnout.of')),
      number(sayResults('turnout.rate')),
      number(sayResults('before')),
    ],
    areas.map(({ key, name, n, of }) => [
      name,
      n === undefined ? HIDDEN : String(n),
      of === undefined ? NOTHING : String(of),
      rateText({ n, of }),
      rateText(group.before?.areas.find((one) => one.key === key) ?? {}),
    ]),
    { caption },
  );

const changeText = (share: number, before: number | undefined) =>
  before === undefined ? NOTHING : pointsText(share, before);

const topicsBlocks = (
  topics: readonly RankedTopic[],
  questions: readonly Question[],
  title: string,
): Block[] => {
  const nameOf = ({ question }: RankedTopic) => {
    const found = questions.find(({ code }) => code === question);
    return found ? questionText(found) : question;
  };
  if (topics.length === 0) return [paragraph(sayResults('topics.none'))];
  const values = topics.map((topic) => `${nameOf(topic)} ${percent(topic.share)}`).join(', ');
  return [
    paragraph(sayResults('topics.text')),
    chart(
      sayResults('chart.alt', { title, values }),
      topics.map((topic) => ({ label: nameOf(topic), share: topic.share, value: percent(topic.share) })),
    ),
    table(
      [
        text(sayResults('topic')),
        number(sayResults('count')),
        number(sayResults('share')),
        number(sayResults('difference')),
      ],
      topics.map((topic) => [
        nameOf(topic),
        String(topic.count),
        percent(topic.share),
        changeText(topic.share, topic.before),
      ]),
      { caption: title },
    ),
  ];
};

/** The rows of a question: each cell that is shown, or that it is hidden. */
const questionRows = (question: Question, shown: readonly ShownVariable[]): string[][] =>
  shown
    .filter((one) => one.question === question.code)
    .flatMap(({ key, cells }) => {
      const options = key === question.code ? undefined : key.slice(question.code.length + 1);
      // Of several options the others are no answer: only what was chosen is a row.
      const rows = options === undefined ? cells : cells.filter((cell) => cell.options.includes(options));
      if (rows.length === 0)
        return [
          [
            options === undefined ? sayResults('hidden') : cellText(question, [options]),
            HIDDEN,
            HIDDEN,
            NOTHING,
          ],
        ];
      return rows.map((cell) => [
        cellText(question, cell.options),
        String(cell.count),
        percent(cell.share),
        changeText(cell.share, cell.before),
      ]);
    });

const questionTable = (question: Question, shown: readonly ShownVariable[]): Block =>
  table(
    [
      text(sayResults('answer')),
      number(sayResults('count')),
      number(sayResults('share')),
      number(sayResults('difference')),
    ],
    questionRows(question, shown),
    { caption: questionText(question) },
  );

const areasWithin = ({ now }: Group) =>
  now.areas.filter(({ kind }) => kind === 'municipality' || kind === 'social-area');

/** What is needed most in each area: the first three topics. */
const firstTopics = (group: Group): Block[] => {
  const rows = areasWithin(group).flatMap((area) => {
    const results = resultsIn(group.now, area.key);
    if (!results) return [];
    const ranked = rankTopics(results.questionnaire, shownOf(results)).slice(0, 3);
    const names = ranked.map(({ question, share }) => {
      const found = results.questionnaire.questions.find(({ code }) => code === question);
      return `${found ? questionText(found) : question} (${percent(share)})`;
    });
    return [[area.name, names.join(', ') || sayResults('hidden')]];
  });
  if (rows.length === 0) return [];
  return [
    heading(3, sayResults('report.topics.areas')),
    table([text(sayResults('column.area')), text(sayResults('report.topics.first'))], rows, {
      caption: sayResults('report.topics.areas'),
    }),
  ];
};

const groupBlocks = (group: Group): Block[] => {
  const name = sayResults(`group.${group.now.group}`);
  const county = resultsIn(group.now, COUNTY);
  const areas = group.now.areas.filter(({ key }) => key === COUNTY);
  if (!county || county.n === undefined) return [heading(2, name), paragraph(sayResults('hidden.title'))];
  const shown = shownOf(county, group.before && resultsIn(group.before, COUNTY));
  const { questions } = county.questionnaire;
  const needs = questions.filter(({ part }) => part === 'needs');
  const others = questions.filter(({ part, kind }) => part !== 'needs' && kind !== 'text');
  const within = areasWithin(group);
  return [
    heading(2, name),
    turnoutTable(group, areas, sayResults('turnout')),
    ...(needs.length > 0
      ? [
          heading(3, sayResults('topics')),
          ...topicsBlocks(
            rankTopics(county.questionnaire, shown),
            questions,
            `${name}: ${sayResults('topics')}`,
          ),
        ]
      : []),
    ...(within.length > 0
      ? [
          heading(3, sayResults('report.areas')),
          turnoutTable(group, within, sayResults('report.areas')),
          ...(needs.length > 0 ? firstTopics(group) : []),
        ]
      : []),
    heading(3, sayResults('questions')),
    ...others.map((question) => questionTable(question, shown)),
  ];
};

/**
 * The results of a round as a report: for each group the turnout, the topics by need, and every question in the whole county. Own
 * words are not in it, and nothing that the pages hide. The same results make the same report.
 * @param on the day on which they were frozen
 */
export const resultsReport = (
  results: RoundResults,
  { authority, on, before }: { authority: string; on: string; before?: number | undefined },
): OfficeDocument => {
  const title = sayResults('report.title', { year: String(results.year) });
  const [from, to] = [writtenDate(results.from), writtenDate(results.to)];
  return officeDocument({
    title,
    author: authority,
    date: on,
    blocks: [
      heading(1, title),
      paragraph(sayResults('report.period', { from, to })),
      ...(before ? [paragraph(sayResults('report.compared', { year: String(before) }))] : []),
      paragraph(sayResults('about.hidden')),
      paragraph(sayResults('report.signs', { hidden: HIDDEN, nothing: NOTHING }), 'small'),
      ...results.groups.flatMap(groupBlocks),
    ],
  });
};
