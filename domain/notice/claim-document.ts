import { writtenDate } from '../calendar/written.ts';
import { type Block, heading, paragraph, table } from '../documents/blocks.ts';
import type { OfficeDocument } from '../documents/document.ts';
import { formatHundredths } from '../forms/budget-application/hundredths.ts';
import { type Reconciled, reconcile } from '../forms/proof-of-use/proven.ts';
import { formatEuros } from '../money/euros.ts';
import { sharesOf } from '../money/shares.ts';
import type { ClaimFacts } from './claim-facts.ts';
import { numberedSections, ownWords, type Section } from './notice-blocks.ts';
import { letterValues, noticeLetter, signed } from './notice-letter.ts';
import { type ClaimValues, type NoticeValues, type SayNotice, sayNotice } from './notice-texts.ts';

interface Parts {
  facts: ClaimFacts;
  say: SayNotice;
  values: ClaimValues;
}

const namesOf = (facts: ClaimFacts): NoticeValues => {
  const { answers, basis } = facts;
  const { state, county: own } = sharesOf(basis.granted);
  return {
    ...letterValues(facts),
    kitas: answers.kitas.join('; '),
    from: writtenDate(basis.period.from),
    to: writtenDate(basis.period.to),
    concept: '–',
    conceptOn: '–',
    appliedOn: '–',
    applied: formatEuros(basis.granted),
    amount: formatEuros(basis.granted),
    state: formatEuros(state),
    county: formatEuros(own),
    voluntary: '–',
  };
};

const claimed = ({ claim, grantedOn, county, fileNumber }: ClaimFacts): ClaimValues => ({
  grantedOn: writtenDate(grantedOn),
  paid: formatEuros(claim.paid),
  recognised: formatEuros(claim.recognised),
  repayment: formatEuros(claim.repayment),
  payable: formatEuros(claim.payable),
  interest: formatEuros(claim.interest?.amount ?? 0),
  interestFrom: claim.interest ? writtenDate(claim.interest.from) : '–',
  interestTo: claim.interest ? writtenDate(claim.interest.to) : '–',
  setOff: formatEuros(claim.setOff?.amount ?? 0),
  payDays: county.budget.proof.repaymentDays,
  claimNumber: claim.number ?? fileNumber,
  setOffAgainst: claim.setOff?.fileNumber ?? '–',
  // Hundredths of a per cent, as a percentage.
  interestPoints: formatHundredths(county.budget.proof.interest?.points ?? 0),
});

const end = (label: string) => ({ label, align: 'end' }) as const;

const nameOf = ({ facts, say }: Parts, { part, id }: Reconciled): string =>
  part === 'position'
    ? (facts.basis.positions.find((one) => one.id === id)?.function ?? '')
    : say(`claim.calculation.${part}`);

const calculation = (parts: Parts): Block[] => {
  const { facts, say } = parts;
  const { basis, claim, stated, recognised } = facts;
  const rows = reconcile(basis, { paid: claim.paid, stated, recognised }).map((row) => [
    nameOf(parts, row),
    ...[row.granted, row.paid, row.stated, row.recognised ?? 0].map(formatEuros),
  ]);
  return [
    table(
      [
        { label: say('claim.calculation.part'), align: 'start' },
        end(say('claim.calculation.granted')),
        end(say('claim.calculation.paid')),
        end(say('claim.calculation.stated')),
        end(say('claim.calculation.recognised')),
      ],
      rows.slice(0, -1),
      { caption: say('claim.calculation.caption'), total: rows.at(-1) ?? [] },
    ),
    paragraph(say('claim.calculation.note'), 'small'),
  ];
};

const sums = ({ facts, say, values }: Parts): Block => {
  const { repayment, interest, setOff, payable } = facts.claim;
  return table(
    [{ label: say('claim.sum.what'), align: 'start' }, end(say('claim.sum.amount'))],
    [
      [say('claim.sum.repayment'), formatEuros(repayment)],
      ...(interest ? [[say('claim.sum.interest', values), formatEuros(interest.amount)]] : []),
      ...(setOff ? [[say('claim.sum.setOff'), formatEuros(0 - setOff.amount)]] : []),
    ],
    { caption: say('claim.sum.caption'), total: [say('claim.sum.payable'), formatEuros(payable)] },
  );
};

const payment = ({ facts, say, values }: Parts): Block[] => {
  const { interest, setOff, payable } = facts.claim;
  return [
    paragraph(payable > 0 ? say('claim.payment', values) : say('claim.payment.nothing')),
    ...(interest ? [paragraph(say('claim.payment.interest', values))] : []),
    ...(setOff ? [paragraph(say('claim.payment.setOff', values))] : []),
  ];
};

const reasons = ({ facts, say }: Parts): Block[] => {
  const { respondedOn, note, claim } = facts;
  const heard = respondedOn
    ? say('reasons.responded', { respondedOn: writtenDate(respondedOn) })
    : say('reasons.heard');
  return [paragraph(say(`claim.reasons.${claim.kind}`)), paragraph(heard), ...ownWords(note.text ?? '')];
};

/**
 * The notice that claims money back (§ 50 SGB X), or withdraws the grant's notice and claims it back (§ 47 Abs. 2 SGB X): what
 * was granted, paid, stated and recognised, what is to be paid until when, the reasons, the hearing, and the remedies.
 * Without a signatory it is a draft, which says so on every page.
 */
export const claimDocument = (facts: ClaimFacts): OfficeDocument => {
  const say = sayNotice(facts.texts, namesOf(facts));
  const parts: Parts = { facts, say, values: claimed(facts) };
  const { kind } = facts.claim;
  // A notice that is withdrawn where nothing was paid claims nothing.
  const isUnpaid = kind === 'withdrawal' && facts.claim.repayment === 0;
  const of = isUnpaid ? 'unpaid' : kind;
  const decision = paragraph(say(`claim.decision.${of}`, parts.values), 'strong');
  const remedies = [
    paragraph(say('remedies.objection')),
    paragraph(say('remedies.address')),
    paragraph(say('remedies.board')),
    paragraph(say('remedies.forms')),
  ];
  const sections: Section[] = [
    { heading: 'heading.decision', blocks: isUnpaid ? [decision] : [decision, sums(parts)] },
    { heading: 'heading.calculation', blocks: calculation(parts) },
    ...(isUnpaid ? [] : [{ heading: 'claim.heading.payment' as const, blocks: payment(parts) }]),
    { heading: 'heading.reasons', blocks: reasons(parts) },
    { heading: 'heading.remedies', blocks: remedies },
  ];
  return noticeLetter(facts, say, {
    name: say(`claim.name.${of}`),
    blocks: [
      heading(1, say(`claim.subject.${of}`)),
      ...(facts.signatory ? [] : [paragraph(say('draft.note'), 'strong')]),
      paragraph(say('greeting')),
      paragraph(say('claim.opening', parts.values)),
      ...numberedSections(sections, say),
      signed(facts, say),
    ],
  });
};
