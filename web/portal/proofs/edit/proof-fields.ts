import type { ProofFile } from '../../../../domain/api/proof.ts';
import { formatHundredths, readHundredths } from '../../../../domain/forms/budget-application/hundredths.ts';
import type { ProofOfUseDraft } from '../../../../domain/forms/proof-of-use/answers.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';
import { formatAmount, readEuros } from '../../../../domain/money/euros.ts';

/** What the form's fields hold: numbers as they are typed. */
export interface ProofFields {
  /** The saved state that it began from. */
  saved: number;
  positions: {
    id: string;
    months: string;
    hours: string;
    cost: string;
    vacancy: string;
    deviation: string;
  }[];
  training: string;
  thirdParty: string;
  receipts: { id: string; on: string; amount: string; purpose: string }[];
  report: { caseSpecific: string; acrossCases: string; unrelated: string; goals: string; deviations: string };
  declarations: { truthful: boolean; earmarked: boolean; receiptsKept: boolean };
  electronicNotice: boolean;
  signature: { name: string; on: string };
}

const typed = (n: number | undefined, format: (n: number) => string) => (n === undefined ? '' : format(n));

export const fieldsOf = ({ saved, answers = {} }: Pick<ProofFile, 'saved' | 'answers'>): ProofFields => ({
  saved,
  positions: (answers.positions ?? []).map(({ id, months, hours, cost, vacancy = '', deviation = '' }) => ({
    id,
    months: typed(months, formatHundredths),
    hours: typed(hours, formatHundredths),
    cost: typed(cost, formatAmount),
    vacancy,
    deviation,
  })),
  training: typed(answers.training, formatAmount),
  thirdParty: typed(answers.thirdParty, formatAmount),
  receipts: (answers.receipts ?? []).map(({ id, on = '', amount, purpose = '' }) => ({
    id,
    on,
    amount: typed(amount, formatAmount),
    purpose,
  })),
  report: {
    caseSpecific: typed(answers.report?.caseSpecific, String),
    acrossCases: typed(answers.report?.acrossCases, String),
    unrelated: typed(answers.report?.unrelated, String),
    goals: answers.report?.goals ?? '',
    deviations: answers.report?.deviations ?? '',
  },
  declarations: {
    truthful: answers.declarations?.truthful ?? false,
    earmarked: answers.declarations?.earmarked ?? false,
    receiptsKept: answers.declarations?.receiptsKept ?? false,
  },
  electronicNotice: answers.electronicNotice ?? false,
  signature: { name: answers.signature?.name ?? '', on: answers.signature?.on ?? '' },
});

type Path = Issue['path'];
type Read = (typed: string) => number | undefined;
const readCount: Read = (typed) => (/^\d{1,7}$/.test(typed.trim()) ? Number(typed) : undefined);

/** The fields as the API takes them; nothing is sent that is empty. What cannot be read is named. */
export const draftOf = (fields: ProofFields): { draft: ProofOfUseDraft; issues: Issue[] } => {
  const issues: Issue[] = [];
  const number = <K extends string>(path: Path, key: K, value: string, read: Read, message: string) => {
    if (value.trim() === '') return {};
    const n = read(value);
    if (n === undefined) issues.push({ path: [...path, key], message });
    return n === undefined ? {} : ({ [key]: n } as Record<K, number>);
  };
  const text = <K extends string>(key: K, value: string) =>
    value.trim() === '' ? {} : ({ [key]: value } as Record<K, string>);
  const { report, signature } = fields;
  const draft: ProofOfUseDraft = {
    positions: fields.positions.map(({ id, months, hours, cost, vacancy, deviation }, n) => ({
      id,
      ...number(['positions', n], 'months', months, readHundredths, 'months'),
      ...number(['positions', n], 'hours', hours, readHundredths, 'hours-worked'),
      ...number(['positions', n], 'cost', cost, readEuros, 'amount'),
      ...text('vacancy', vacancy),
      ...text('deviation', deviation),
    })),
    ...number([], 'training', fields.training, readEuros, 'amount'),
    ...number([], 'thirdParty', fields.thirdParty, readEuros, 'amount'),
    receipts: fields.receipts.map(({ id, on, amount, purpose }, n) => ({
      id,
      ...text('on', on),
      ...number(['receipts', n], 'amount', amount, readEuros, 'amount'),
      ...text('purpose', purpose),
    })),
    report: {
      ...number(['report'], 'caseSpecific', report.caseSpecific, readCount, 'whole-number'),
      ...number(['report'], 'acrossCases', report.acrossCases, readCount, 'whole-number'),
      ...number(['report'], 'unrelated', report.unrelated, readCount, 'whole-number'),
      ...text('goals', report.goals),
      ...text('deviations', report.deviations),
    },
    declarations: fields.declarations,
    ...(fields.electronicNotice && { electronicNotice: true }),
    signature: { ...text('name', signature.name), ...text('on', signature.on) },
  };
  // A list without rows is left out: whoever spent nothing has no receipts.
  const { receipts, ...rest } = draft;
  return { draft: receipts?.length ? draft : rest, issues };
};
