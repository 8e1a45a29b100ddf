import type { ChoiceGroup } from '../../fields/Select.tsx';
import { fieldName, type Named, positionName } from './field-name.ts';
import { type FormKey, formText } from './texts.ts';

const POSITION_FIELDS = [
  'function',
  'qualification',
  'payGroup',
  'hours',
  'from',
  'to',
  'filled',
  'annualCost',
] as const;

/**
 * What a query may open, by the sections of the form. The year is not among it: it names the ledger that the money stands in.
 * Nor are declarations and the signature: whoever sends corrections signs them.
 */
const SECTIONS: readonly { title: FormKey; paths: readonly string[] }[] = [
  {
    title: 'section.provider',
    paths: [
      'provider.name',
      'provider.legalForm',
      'provider.kind',
      'provider.street',
      'provider.postcode',
      'provider.town',
      'provider.ags',
      'provider.contact',
    ],
  },
  { title: 'section.account', paths: ['accountHolder', 'iban'] },
  { title: 'section.scope', paths: ['kitas', 'period'] },
  {
    title: 'section.purpose',
    paths: ['purpose', 'concept', 'reasons', 'goals', 'countyGoals', 'surveyResults'],
  },
  { title: 'section.shares', paths: ['shares'] },
  { title: 'section.costs', paths: ['training', 'thirdParty'] },
  { title: 'section.attachments', paths: ['attachments'] },
];

/** The choices of a query: fields by their labels, positions one by one and all together. */
export const queryChoices = (of: Named): ChoiceGroup[] => {
  const choice = (value: string) => ({ value, label: fieldName(value, of) });
  const positions = {
    label: formText('section.positions'),
    options: [
      { value: 'positions', label: formText('positions.all') },
      ...(of.answers.positions ?? []).flatMap(({ id }) => [
        { value: `positions.${id}`, label: formText('positions.whole', { row: positionName(id, of) }) },
        ...POSITION_FIELDS.map((field) => choice(`positions.${id}.${field}`)),
      ]),
    ],
  };
  const groups = SECTIONS.map(({ title, paths }) => ({ label: formText(title), options: paths.map(choice) }));
  // In the order of the form: after the purpose.
  return groups.toSpliced(4, 0, positions);
};
