import type { BudgetApplicationAnswers } from './answers.ts';

/**
 * An invented application: the example of the API's document, of the tests, and of the demonstration. It asks for
 * 71,234.56 €, of which the second position costs 292 days of 365.
 */
export const budgetApplicationExample: BudgetApplicationAnswers = {
  provider: {
    name: 'Verbandsgemeinde Alzey-Land',
    legalForm: 'public-body',
    kind: 'municipal',
    street: 'Musterstraße 29',
    postcode: '55232',
    town: 'Alzey',
    contact: {
      name: 'Samir Trägermuster',
      email: 'provider@alzey-worms.example.org',
      phone: '06731 000140',
    },
  },
  accountHolder: 'Verbandsgemeindekasse Alzey-Land',
  iban: 'DE89370400440532013000',
  kitas: ['biebelnheim', 'albig-muster'],
  year: 2027,
  period: { from: '2027-01-01', to: '2027-12-31' },
  purpose: 'kita-social-work',
  concept:
    'Beide Kitas liegen in Sozialräumen, für die das Konzept des Landkreises Kita-Sozialarbeit vorsieht. Die Stellen setzen die Bausteine „Beratung in der Kita“ und „Brücke in den Sozialraum“ um.',
  reasons:
    'In beiden Kitas hat fast jede dritte Familie Fragen zu Anträgen, Trennung oder Erziehung, die das pädagogische Team nicht auffangen kann. Der nächste Beratungsdienst ist mit dem Bus eine Stunde entfernt.',
  goals:
    'Bis Ende 2027 gibt es in jeder Kita zwei feste Sprechstunden in der Woche und ein Elterncafé im Monat. Mindestens 60 Familien werden beraten.',
  positions: [
    {
      id: 'kita-sozialarbeit',
      function: 'Kita-Sozialarbeit in beiden Kitas',
      qualification: 'Sozialarbeit (B. A.), staatlich anerkannt',
      payGroup: 'S 12',
      hours: 3_000,
      from: '2027-01-01',
      to: '2027-12-31',
      filled: true,
      annualCost: 50_388_00,
    },
    {
      id: 'elterncafe',
      function: 'Elterncafé und Gruppen',
      qualification: 'Erzieherin oder Erzieher mit Zusatzausbildung',
      payGroup: 'S 8b',
      hours: 1_950,
      from: '2027-03-15',
      to: '2027-12-31',
      filled: false,
      annualCost: 28_300_00,
    },
  ],
  shares: [
    { kita: 'biebelnheim', percent: 6_250 },
    { kita: 'albig-muster', percent: 3_750 },
  ],
  training: 706_56,
  thirdParty: 2_500_00,
  declarations: {
    truthful: true,
    reportsChanges: true,
    earmarked: true,
    notPaidTwice: true,
    provesUse: true,
  },
  signature: { name: 'Samir Trägermuster', on: '2026-10-12' },
};
