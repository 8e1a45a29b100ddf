import { formatHundredths } from '../../../domain/forms/budget-application/hundredths.ts';
import { formatEuros } from '../../../domain/money/euros.ts';
import { dateText } from '../time/dates.ts';
import { kitaName, type Named, plainPath } from './field-name.ts';
import { type FormKey, formText, isFormKey } from './texts.ts';

const euros = (value: unknown) => formatEuros(Number(value));
const kitas = (value: unknown, of: Named) =>
  [value]
    .flat()
    .map((id) => kitaName(String(id), of))
    .join(', ');

/** Fields whose values are not to be read as they stand: cents, hundredths, ids, groups of four. */
const SPECIAL: Record<string, (value: unknown, of: Named) => string> = {
  iban: (value) => String(value).replace(/(.{4})(?=.)/g, '$1 '),
  kitas,
  training: euros,
  thirdParty: euros,
  countyGoals: (value) => formText('countyGoals.count', { count: [value].flat().length }),
  surveyResults: (value) => formText('surveyResults.count', { count: [value].flat().length }),
  'positions.annualCost': euros,
  'positions.hours': (value) => formatHundredths(Number(value)),
  'positions.filled': (value) => formText(value ? 'positions.filled.yes' : 'positions.filled.no'),
  'shares.kita': kitas,
  'shares.percent': (value) => `${formatHundredths(Number(value))} %`,
};

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A whole row, where one version has it and the other has not. */
const rowText = (list: string, row: object, of: Named): string =>
  Object.entries(row)
    .filter(([name]) => name !== 'id')
    .map(([name, value]) => valueText(`${list}.-.${name}`, value, of))
    .join(' · ');

/** The value of a field in words; `undefined` where it was left empty. */
export const valueText = (path: string, value: unknown, of: Named): string => {
  const key = plainPath(path);
  const special = SPECIAL[key];
  if (value === undefined) return '';
  if (special) return special(value, of);
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return rowText(key, value, of);
  if (typeof value === 'boolean') return formText(value ? 'value.yes' : 'value.no');
  if (isDate(value)) return dateText(value);
  if (isFormKey(`${key}.${value}`)) return formText(`${key}.${value}` as FormKey);
  return [value].flat().join(', ');
};
