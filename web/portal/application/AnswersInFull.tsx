import { totalsOf } from '../../../domain/forms/budget-application/totals.ts';
import { formatEuros } from '../../../domain/money/euros.ts';
import { NamedGoals } from '../goals/NamedGoals.tsx';
import { NamedResults } from '../goals/NamedResults.tsx';
import { Pairs } from '../parts/Pairs.tsx';
import { fieldName, type Named } from './field-name.ts';
import { valueText } from './field-value.ts';
import { PositionTable } from './PositionTable.tsx';
import { ShareTable } from './ShareTable.tsx';
import { type FormKey, formText } from './texts.ts';

/** What people wrote at length: paragraphs, not values beside a name. */
const LONG = ['concept', 'reasons', 'goals'] as const;

const SECTIONS: readonly { title: FormKey; fields: readonly string[] }[] = [
  {
    title: 'section.provider',
    fields: [
      'provider.name',
      'provider.legalForm',
      'provider.kind',
      'provider.street',
      'provider.postcode',
      'provider.town',
      'provider.ags',
      'provider.contact.name',
      'provider.contact.email',
      'provider.contact.phone',
    ],
  },
  { title: 'section.account', fields: ['accountHolder', 'iban'] },
  { title: 'section.scope', fields: ['kitas', 'year', 'period.from', 'period.to'] },
  { title: 'section.purpose', fields: ['purpose'] },
];

const DECLARED = [
  'electronicNotice',
  'declarations.truthful',
  'declarations.reportsChanges',
  'declarations.earmarked',
  'declarations.notPaidTwice',
  'declarations.provesUse',
  'signature.name',
  'signature.on',
];

const valueAt = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], values);

const Fields = ({ fields, of }: { fields: readonly string[]; of: Named }) => (
  <Pairs
    pairs={fields.map((path) => [fieldName(path, of), valueText(path, valueAt(of.answers, path), of)])}
  />
);

const LongTexts = ({ of }: { of: Named }) =>
  LONG.map((name) => (
    <div key={name} class="answer-long">
      <h4 class="portal-h4">{formText(name)}</h4>
      <p class="answer-text">{of.answers[name]}</p>
    </div>
  ));

const Costs = ({ of }: { of: Named }) => {
  const { personnel, training, trainingCap, thirdParty, total, state, county } = totalsOf(of.answers);
  const amounts: [FormKey, number][] = [
    ['totals.personnel', personnel],
    ['training', training],
    ['totals.trainingCap', trainingCap],
    ['thirdParty', thirdParty],
    ['totals.total', total],
    ['totals.state', state],
    ['totals.county', county],
  ];
  return <Pairs pairs={amounts.map(([key, amount]) => [formText(key), formatEuros(amount)])} />;
};

/** Everything that the provider says, with the form's own labels and what is calculated of it. */
export const AnswersInFull = ({ answers, kitas, fullWeek }: Named & { fullWeek: number }) => {
  const of = { answers, kitas };
  const isSaid = (fields: readonly string[]) => fields.some((path) => valueAt(answers, path) !== undefined);
  return (
    <section class="panel" aria-labelledby="answers">
      <h2 class="portal-h2" id="answers">
        {formText('answers.title')}
      </h2>
      {SECTIONS.filter(({ fields }) => isSaid(fields)).map(({ title, fields }) => (
        <div key={title} class="answer-section">
          <h3 class="portal-h3">{formText(title)}</h3>
          <Fields fields={fields} of={of} />
          {title === 'section.purpose' && (
            <>
              <LongTexts of={of} />
              <NamedGoals answers={answers} level={4} />
              <NamedResults answers={answers} level={4} />
            </>
          )}
        </div>
      ))}
      <div class="answer-section">
        <h3 class="portal-h3">{formText('section.positions')}</h3>
        <PositionTable answers={answers} fullWeek={fullWeek} />
      </div>
      <div class="answer-section">
        <h3 class="portal-h3">{formText('section.shares')}</h3>
        <ShareTable answers={answers} kitas={kitas} />
      </div>
      <div class="answer-section">
        <h3 class="portal-h3">{formText('section.costs')}</h3>
        <Costs of={of} />
      </div>
      {isSaid(DECLARED) && (
        <div class="answer-section">
          <h3 class="portal-h3">{formText('section.declarations')}</h3>
          <Fields fields={DECLARED} of={of} />
        </div>
      )}
    </section>
  );
};
