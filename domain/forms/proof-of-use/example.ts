import type { ProofOfUseAnswers } from './answers.ts';
import type { ProofBasis } from './basis.ts';

/** What was granted of the invented application: 71,234.56 € for two positions and training. */
export const proofBasisExample: ProofBasis = {
  period: { from: '2027-01-01', to: '2027-12-31' },
  positions: [
    {
      id: 'kita-sozialarbeit',
      function: 'Kita-Sozialarbeit in beiden Kitas',
      hours: 3_000,
      from: '2027-01-01',
      to: '2027-12-31',
      granted: 50_388_00,
    },
    {
      id: 'elterncafe',
      function: 'Elterncafé und Gruppen',
      hours: 1_950,
      from: '2027-03-15',
      to: '2027-12-31',
      granted: 22_640_00,
    },
  ],
  training: 706_56,
  thirdParty: 2_500_00,
  granted: 71_234_56,
};

/**
 * An invented proof: the second position was vacant until September, so that of 71,234.56 € only 47,489.71 € are proven.
 */
export const proofOfUseExample: ProofOfUseAnswers = {
  positions: [
    {
      id: 'kita-sozialarbeit',
      months: 1_200,
      hours: 3_000,
      cost: 45_120_35,
      deviation: 'Berufsanfängerin, Stufe 2 statt 4.',
    },
    {
      id: 'elterncafe',
      months: 350,
      hours: 1_950,
      cost: 4_310_86,
      vacancy:
        'Die Stelle konnte erst Mitte September besetzt werden, drei Ausschreibungen blieben ohne Bewerbung.',
      deviation: 'Die Stelle war nur dreieinhalb Monate besetzt.',
    },
  ],
  training: 558_50,
  thirdParty: 2_500_00,
  receipts: [
    {
      id: 'b1',
      on: '2027-12-15',
      amount: 45_120_35,
      purpose: 'Personalkosten Kita-Sozialarbeit, Jahreslohnkonto',
    },
    {
      id: 'b2',
      on: '2027-12-15',
      amount: 4_310_86,
      purpose: 'Personalkosten Elterncafé, Lohnkonto September bis Dezember',
    },
    { id: 'b3', on: '2027-06-03', amount: 558_50, purpose: 'Fachberatung, Rechnung 2027-118' },
  ],
  report: {
    caseSpecific: 148,
    acrossCases: 61,
    unrelated: 37,
    goals:
      'In beiden Kitas gab es zwei feste Sprechstunden in der Woche; 64 Familien wurden beraten. Das Elterncafé begann im Oktober.',
    deviations: 'Das Elterncafé begann später, weil die Stelle lange unbesetzt war.',
  },
  declarations: { truthful: true, earmarked: true, receiptsKept: true },
  signature: { name: 'Samir Trägermuster', on: '2028-03-14' },
};
