import { writtenDate } from '../calendar/written.ts';
import { type Block, heading, numbered, type Pair, pairs, paragraph } from '../documents/blocks.ts';
import { formatEuros } from '../money/euros.ts';
import type { Granted } from './granted.ts';
import { isAllotted, type NoticeFacts, type NoticeKind } from './notice-facts.ts';
import { kitasTable, partsTable, sharesTable } from './notice-tables.ts';
import type { NoticeKey, SayNotice } from './notice-texts.ts';

/** What the parts of a notice are made of. */
export interface Parts {
  facts: NoticeFacts;
  kind: NoticeKind;
  granted: Granted;
  say: SayNotice;
}

/** A part of the notice: its heading, which gets its number, and what stands below it. */
export interface Section {
  heading: NoticeKey;
  blocks: Block[];
}

/** Own words as they were written: an empty line begins a paragraph. */
export const ownWords = (text: string): Block[] => text.split(/\n{2,}/).map((part) => paragraph(part));

const factPairs = ({ facts, granted, say }: Parts, kitas: string, purpose: string): Pair[] => [
  { label: say('fact.purpose'), value: purpose },
  { label: say('fact.kitas'), value: kitas },
  { label: say('fact.period'), value: say('period') },
  ...(facts.decision.kind === 'partial'
    ? [{ label: say('fact.applied'), value: formatEuros(granted.total.applied) }]
    : []),
];

/** An amendment says its decision otherwise. */
type Plain = 'grant' | 'partial' | 'refuse' | 'allotment';

export const decisionSection = (parts: Parts, of: { kitas: string; purpose: string }): Section => ({
  heading: 'heading.decision',
  blocks: [
    paragraph(parts.say(`decision.${parts.kind as Plain}`), 'strong'),
    pairs(factPairs(parts, of.kitas, of.purpose)),
  ],
});

export const calculationSection = ({ facts, kind, granted, say }: Parts): Section => ({
  heading: 'heading.calculation',
  blocks: [
    partsTable(granted, kind, say),
    sharesTable(granted, say),
    paragraph(say('shares.provisional')),
    ...(granted.voluntary > 0 ? [paragraph(say('shares.voluntary.note'))] : []),
    ...(granted.kitas.length > 1 ? [kitasTable(granted, facts.answers.shares, facts.kitas, say)] : []),
  ],
});

export const conditionsSection = ({ facts, kind, say }: Parts): Section => {
  const isAllotment = isAllotted(kind);
  return {
    heading: isAllotment ? 'heading.conditions.allotment' : 'heading.conditions',
    blocks: [
      paragraph(say(isAllotment ? 'conditions.intro.allotment' : 'conditions.intro')),
      numbered(facts.note.conditions ?? []),
    ],
  };
};

/** A hearing and a session, where there were any. */
export const procedure = ({ facts, say }: Parts): Block[] => {
  const { resolution, heard, respondedOn } = facts;
  const resolvedOn = resolution?.on ? writtenDate(resolution.on) : 'unknown';
  const responded = respondedOn && say('reasons.responded', { respondedOn: writtenDate(respondedOn) });
  return [
    ...(resolution ? [paragraph(say(`reasons.committee.${resolution.outcome}`, { resolvedOn }))] : []),
    ...(heard ? [paragraph(responded ?? say('reasons.heard'))] : []),
  ];
};

/** Always there: a grant needs few words, whatever falls behind what was applied for needs the office's own. */
export const reasonsSection = (parts: Parts): Section => {
  const { facts, say } = parts;
  const isWhole = facts.decision.kind === 'grant';
  return {
    heading: 'heading.reasons',
    blocks: [
      paragraph(say('reasons.basis')),
      ...procedure(parts),
      paragraph(say(isWhole ? 'reasons.grant' : 'reasons.discretion')),
      ...(facts.note.text ? ownWords(facts.note.text) : []),
    ],
  };
};

export const paymentSection = ({ say }: Parts): Section => ({
  heading: 'heading.payment',
  blocks: [paragraph(say('payment'))],
});

/** § 58 VwGO: authority, seat and period, and in which form (§ 70 VwGO): a button or a plain e-mail is none. */
export const remediesSection = ({ say }: Parts): Section => ({
  heading: 'heading.remedies',
  blocks: [
    paragraph(`${say('remedies.objection')} ${say('remedies.address')}`),
    paragraph(`${say('remedies.forms')} ${say('remedies.board')}`),
  ],
});

/** Sections below each other, each with its number. */
export const numberedSections = (sections: readonly Section[], say: SayNotice): Block[] =>
  sections.flatMap((section, n) => [
    heading(2, `${n + 1}. ${say(section.heading as 'heading.decision')}`),
    ...section.blocks,
  ]);
