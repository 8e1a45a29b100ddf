import { totalOf } from '../budget/amounts.ts';
import { writtenDate } from '../calendar/written.ts';
import { type Block, type Pair, pairs, paragraph } from '../documents/blocks.ts';
import { formatEuros } from '../money/euros.ts';
import { amendedPartsTable, amendedSharesTable } from './amendment-tables.ts';
import { grantedBefore } from './granted.ts';
import { ownWords, type Parts, procedure, type Section } from './notice-blocks.ts';
import { type AmendedFacts, isAllotted, isRefused, type NoticeKind } from './notice-facts.ts';
import { kitasTable } from './notice-tables.ts';
import type { SayNotice } from './notice-texts.ts';

const grantOf = ({ grantedOn, grantNumber }: AmendedFacts) => ({
  grantedOn: writtenDate(grantedOn),
  grantNumber,
});

export const grantPair = (amends: AmendedFacts, say: SayNotice): Pair => ({
  label: say('information.grant'),
  value: say('information.grant.value', grantOf(amends)),
});

export const amendmentOpening = (amends: AmendedFacts, kind: NoticeKind, say: SayNotice): string => {
  if (isAllotted(kind)) return say('opening.amendment.allotment', grantOf(amends));
  return say(amends.exOfficio ? 'opening.amendment.ex-officio' : 'opening.amendment', grantOf(amends));
};

const decided = ({ kind, say }: Parts, { before, from }: AmendedFacts): string => {
  const was = formatEuros(totalOf(before));
  if (kind === 'amendment-refused') return say('decision.amendment-refused', { before: was });
  const change = { before: was, changedFrom: from ? writtenDate(from) : 'unknown' };
  return say(isAllotted(kind) ? 'decision.amendment-allotment' : 'decision.amendment', change);
};

/** What was granted, what is granted now, and the difference with its sign. */
const sums = ({ granted, say }: Parts, { before }: AmendedFacts): Block => {
  const [was, is] = [totalOf(before), granted.total.granted];
  return pairs([
    { label: say('fact.before'), value: formatEuros(was) },
    { label: say('fact.now'), value: formatEuros(is) },
    { label: say('fact.difference'), value: formatEuros(is - was) },
  ]);
};

const decisionSection = (parts: Parts, amends: AmendedFacts): Section => {
  const { facts, kind, say } = parts;
  const left = amends.left.map(({ kita, on }) =>
    paragraph(
      say('decision.amendment.left', { kitaLeft: facts.kitas.get(kita) ?? kita, leftOn: writtenDate(on) }),
    ),
  );
  return {
    heading: 'heading.decision',
    blocks: [
      paragraph(decided(parts, amends), 'strong'),
      ...(isRefused(kind) ? [] : [sums(parts, amends), ...left]),
      ...(facts.decision.kind === 'partial' ? [paragraph(say('decision.amendment.partial'))] : []),
      ...(isRefused(kind) || isAllotted(kind)
        ? []
        : [paragraph(say('decision.amendment.rest', { grantedOn: writtenDate(amends.grantedOn) }))]),
    ],
  };
};

const calculationSection = ({ facts, kind, granted, say }: Parts, amends: AmendedFacts): Section => {
  const before = grantedBefore(amends, facts.county);
  return {
    heading: 'heading.calculation',
    blocks: [
      amendedPartsTable(before, granted, { kind, positions: facts.answers.positions }, say),
      amendedSharesTable(amends.before, granted, say),
      paragraph(say('shares.provisional')),
      ...(granted.voluntary > 0 ? [paragraph(say('shares.voluntary.note'))] : []),
      ...(granted.kitas.length > 1 ? [kitasTable(granted, facts.answers.shares, facts.kitas, say)] : []),
    ],
  };
};

const reasonsSection = (parts: Parts, amends: AmendedFacts): Section => {
  const { facts, granted, kind, say } = parts;
  const isLess = !isRefused(kind) && granted.total.granted < totalOf(amends.before);
  return {
    heading: 'heading.reasons',
    blocks: [
      paragraph(say('reasons.basis')),
      ...procedure(parts),
      ...(isRefused(kind) ? [] : [paragraph(say(`reasons.amendment.${amends.reason}`))]),
      ...(isLess
        ? [paragraph(say('reasons.amendment.less', { grantedOn: writtenDate(amends.grantedOn) }))]
        : []),
      ...(facts.decision.kind === 'grant' ? [] : [paragraph(say('reasons.discretion'))]),
      ...(facts.note.text ? ownWords(facts.note.text) : []),
    ],
  };
};

const paymentSection = ({ granted, say }: Parts, { before }: AmendedFacts): Section => {
  const difference = granted.total.granted - totalOf(before);
  const text = difference > 0 ? 'more' : difference < 0 ? 'less' : 'same';
  return { heading: 'heading.payment', blocks: [paragraph(say(`payment.amendment.${text}`))] };
};

/**
 * The parts of an amending notice (Änderungsbescheid), but for the instruction on remedies: what was granted, what is granted
 * now and from when, by how much that differs, and why.
 */
export const amendmentSections = (
  parts: Parts,
  amends: AmendedFacts,
  conditions: readonly Section[],
): Section[] => {
  const isGiven = !isRefused(parts.kind);
  return [
    decisionSection(parts, amends),
    ...(isGiven ? [calculationSection(parts, amends)] : []),
    ...conditions,
    reasonsSection(parts, amends),
    ...(isGiven && !isAllotted(parts.kind) ? [paymentSection(parts, amends)] : []),
  ];
};
