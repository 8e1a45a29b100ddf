import { writtenDate } from '../../calendar/written.ts';
import { type Block, heading, list, type Pair, table } from '../../documents/blocks.ts';
import words from '../../languages/de/budget-application.json' with { type: 'json' };
import { formatEuros } from '../../money/euros.ts';
import { questionText, sayResults } from '../../survey/evaluation/words.ts';
import { readResultName } from '../../survey/result-name.ts';
import type { BudgetApplicationAnswers, Position } from './answers.ts';
import { formatHundredths } from './hundredths.ts';
import { type Totals, totalsOf } from './totals.ts';

type Key = keyof typeof words;

/** The answers of a version, with the names of what they name by id. */
export interface ProofAnswers {
  answers: BudgetApplicationAnswers;
  /** Hundredths of weekly hours that are one full-time equivalent. */
  fullWeek: number;
  kitas: ReadonlyMap<string, string>;
  attachments: ReadonlyMap<string, string>;
  /** The county's goals as they read when the version came in. */
  countyGoals: ReadonlyMap<string, string>;
}

/** What stands there for each field: the compiler asks for a new one. */
export type FieldsShown = Record<keyof BudgetApplicationAnswers, (Pair | Block)[]>;

const pair = (key: Key, value: string | undefined): Pair => ({
  label: words[key],
  value: value || words['proof.none'],
});
const yesNo = (is: boolean | undefined) => words[is ? 'proof.yes' : 'proof.no'];
const named = (ids: readonly string[] = [], names: ReadonlyMap<string, string>) =>
  ids.map((id) => names.get(id) ?? id).join('\n');

/** Who was asked what. A round has no name of its own. */
const resultText = (name: string): string => {
  const of = readResultName(name);
  return of ? `${sayResults(`group.${of.group}`)}: ${questionText({ code: of.question })}` : name;
};

const providerShown = ({ provider }: BudgetApplicationAnswers): Pair[] => [
  pair('provider.name', provider.name),
  pair('provider.legalForm', words[`provider.legalForm.${provider.legalForm}`]),
  pair('provider.kind', words[`provider.kind.${provider.kind}`]),
  pair('provider.street', provider.street),
  pair('provider.postcode', provider.postcode),
  pair('provider.town', provider.town),
  pair('provider.ags', provider.ags),
  pair('provider.contact.name', provider.contact.name),
  pair('provider.contact.email', provider.contact.email),
  pair('provider.contact.phone', provider.contact.phone),
];

const positionShown = (one: Position, n: number, total: Totals['positions'][number] | undefined) => [
  heading(3, words['positions.row'].replace('{number}', String(n + 1))),
  pair('positions.function', one.function),
  pair('positions.qualification', one.qualification),
  pair('positions.payGroup', one.payGroup),
  pair('positions.hours', formatHundredths(one.hours)),
  pair('positions.fte', formatHundredths(total?.fte ?? 0)),
  pair('positions.from', writtenDate(one.from)),
  pair('positions.to', writtenDate(one.to)),
  pair('positions.filled', words[one.filled ? 'positions.filled.yes' : 'positions.filled.no']),
  pair('positions.annualCost', formatEuros(one.annualCost)),
  pair('positions.cost', formatEuros(total?.cost ?? 0)),
];

const sharesShown = ({ answers, kitas }: ProofAnswers, totals: Totals): Block =>
  table(
    [
      { label: words['shares.kita'], align: 'start' },
      { label: words['shares.percent'], align: 'end' },
      { label: words['shares.amount'], align: 'end' },
    ],
    answers.shares.map(({ kita, percent }, n) => [
      kitas.get(kita) ?? kita,
      `${formatHundredths(percent)} %`,
      formatEuros(totals.kitas[n]?.amount ?? 0),
    ]),
  );

/** An IBAN in groups of four, as people compare it. */
const grouped = (iban: string) => iban.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** Every answer under the words that the form asks it with. */
export const fieldsShown = (of: ProofAnswers): FieldsShown => {
  const { answers, kitas, attachments, countyGoals, fullWeek } = of;
  const totals = totalsOf(answers, fullWeek);
  const { period, declarations, signature } = answers;
  const files = (answers.attachments ?? []).map((id) => attachments.get(id) ?? id);
  const declared = Object.entries(declarations).filter(([, is]) => is);
  return {
    provider: providerShown(answers),
    accountHolder: [pair('accountHolder', answers.accountHolder)],
    iban: [pair('iban', grouped(answers.iban))],
    kitas: [pair('kitas', named(answers.kitas, kitas))],
    year: [pair('year', String(answers.year))],
    period: [pair('period.from', writtenDate(period.from)), pair('period.to', writtenDate(period.to))],
    purpose: [pair('purpose', words[`purpose.${answers.purpose}`])],
    concept: [pair('concept', answers.concept)],
    reasons: [pair('reasons', answers.reasons)],
    goals: [pair('goals', answers.goals)],
    countyGoals: [pair('countyGoals', named(answers.countyGoals, countyGoals))],
    surveyResults: [pair('surveyResults', (answers.surveyResults ?? []).map(resultText).join('\n'))],
    positions: answers.positions.flatMap((one, n) => positionShown(one, n, totals.positions[n])),
    shares: [sharesShown(of, totals)],
    training: [pair('training', formatEuros(answers.training))],
    thirdParty: [pair('thirdParty', formatEuros(answers.thirdParty))],
    attachments: files.length > 0 ? [list(files)] : [pair('attachments', undefined)],
    electronicNotice: [pair('electronicNotice', yesNo(answers.electronicNotice))],
    declarations: [list(declared.map(([name]) => words[`declarations.${name}` as Key]))],
    signature: [pair('signature.name', signature.name), pair('signature.on', writtenDate(signature.on))],
  };
};

/** What the server calculated of the answers. */
export const totalsShown = ({ answers, fullWeek }: ProofAnswers): Pair[] => {
  const totals = totalsOf(answers, fullWeek);
  return [
    pair('totals.hours', formatHundredths(totals.hours)),
    pair('totals.fte', formatHundredths(totals.fte)),
    pair('totals.personnel', formatEuros(totals.personnel)),
    pair('training', formatEuros(totals.training)),
    pair('thirdParty', formatEuros(totals.thirdParty)),
    pair('totals.total', formatEuros(totals.total)),
    pair('totals.state', formatEuros(totals.state)),
    pair('totals.county', formatEuros(totals.county)),
  ];
};
