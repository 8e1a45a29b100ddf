import type { TariffRise } from '../../../../domain/amendments/bulk-rise.ts';
import { readHundredths } from '../../../../domain/forms/budget-application/hundredths.ts';
import { readEuros } from '../../../../domain/money/euros.ts';
import { say } from '../texts.ts';

/** A rule as it is typed. */
export interface TypedRule {
  payGroup: string;
  percent: string;
  amount: string;
}

export const NO_RULE: TypedRule = { payGroup: '', percent: '', amount: '' };

export interface TypedRise {
  from: string;
  rules: readonly TypedRule[];
}

/** What is wrong, by the field's name. */
export type Wrong = ReadonlyMap<string, string>;

const MOST_PERCENT = 10_000;

const ruleIssues = ({ percent, amount }: TypedRule, n: number): [string, string][] => {
  if (percent.trim() === '' && amount.trim() === '') return [[`rise.${n}.percent`, say('rise.wrong.empty')]];
  const read = percent.trim() === '' ? 0 : readHundredths(percent);
  return [
    ...(read === undefined || read > MOST_PERCENT
      ? [[`rise.${n}.percent`, say('rise.wrong.percent')] as [string, string]]
      : []),
    ...(amount.trim() !== '' && readEuros(amount) === undefined
      ? [[`rise.${n}.amount`, say('rise.wrong.amount')] as [string, string]]
      : []),
  ];
};

const ruleOf = ({ payGroup, percent, amount }: TypedRule): TariffRise['rules'][number] => ({
  ...(payGroup.trim() && { payGroup: payGroup.trim() }),
  ...(percent.trim() && { percent: readHundredths(percent) ?? 0 }),
  ...(amount.trim() && { amount: readEuros(amount) ?? 0 }),
});

/** The rise as it is sent, or what is wrong with it. */
export const readRise = (year: number, { from, rules }: TypedRise): { rise: TariffRise; wrong: Wrong } => {
  const issues = [
    ...(from.startsWith(`${year}-`) ? [] : [['rise.from', say('rise.wrong.from')] as [string, string]]),
    ...rules.flatMap(ruleIssues),
  ];
  return { rise: { year, from, rules: rules.map(ruleOf) }, wrong: new Map(issues) };
};
