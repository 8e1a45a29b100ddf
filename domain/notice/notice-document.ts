import { writtenDate } from '../calendar/written.ts';
import { type Block, heading, type Pair, paragraph } from '../documents/blocks.ts';
import type { OfficeDocument } from '../documents/document.ts';
import { formatEuros } from '../money/euros.ts';
import { amendmentOpening, amendmentSections, grantPair } from './amendment-blocks.ts';
import { type Granted, grantedOf } from './granted.ts';
import {
  calculationSection,
  conditionsSection,
  decisionSection,
  numberedSections,
  type Parts,
  paymentSection,
  reasonsSection,
  remediesSection,
  type Section,
} from './notice-blocks.ts';
import { isAllotted, isRefused, type NoticeFacts, noticeKindOf } from './notice-facts.ts';
import { letterValues, noticeLetter, signed } from './notice-letter.ts';
import { type NoticeValues, type SayNotice, sayNotice } from './notice-texts.ts';

const kitasOf = ({ answers, kitas }: NoticeFacts): string =>
  answers.kitas.map((id) => kitas.get(id) ?? id).join('; ');

const valuesOf = (facts: NoticeFacts, granted: Granted): NoticeValues => {
  const { answers, county, appliedOn } = facts;
  const { concepts } = county.budget;
  const { from, to } = answers.period;
  const concept = concepts.findLast((one) => one.validFrom <= from && from <= (one.validTo ?? from));
  return {
    ...letterValues(facts),
    kitas: kitasOf(facts),
    from: writtenDate(from),
    to: writtenDate(to),
    concept: concept?.version ?? '–',
    conceptOn: concept ? writtenDate(concept.resolvedOn) : '–',
    appliedOn: writtenDate(appliedOn),
    applied: formatEuros(granted.total.applied),
    amount: formatEuros(granted.total.granted),
    state: formatEuros(granted.state),
    county: formatEuros(granted.county),
    voluntary: formatEuros(granted.voluntary),
  };
};

const opening = ({ facts, kind, say }: Parts): Block[] => {
  const { correctedOn, earlierSentOn, signatory } = facts;
  return [
    ...(signatory ? [] : [paragraph(say('draft.note'), 'strong')]),
    paragraph(say('greeting')),
    paragraph(
      facts.amends
        ? amendmentOpening(facts.amends, kind, say)
        : say(kind === 'allotment' ? 'opening.allotment' : 'opening.notice'),
    ),
    ...(correctedOn ? [paragraph(say('opening.corrected', { correctedOn: writtenDate(correctedOn) }))] : []),
    ...(earlierSentOn
      ? [paragraph(say('opening.replaces', { earlierSentOn: writtenDate(earlierSentOn) }))]
      : []),
  ];
};

/** What belongs to each kind, in its order: an allotment inside the county has no instruction on remedies. */
const sectionsOf = (parts: Parts): Section[] => {
  const { facts, kind } = parts;
  const isGiven = !isRefused(kind);
  const hasConditions = isGiven && (facts.note.conditions ?? []).length > 0;
  const conditions = hasConditions ? [conditionsSection(parts)] : [];
  const remedies = isAllotted(kind) ? [] : [remediesSection(parts)];
  if (facts.amends) return [...amendmentSections(parts, facts.amends, conditions), ...remedies];
  return [
    decisionSection(parts, { kitas: kitasOf(facts), purpose: letterValues(facts).purpose }),
    ...(isGiven ? [calculationSection(parts)] : []),
    ...conditions,
    reasonsSection(parts),
    ...(isGiven && !isAllotted(kind) ? [paymentSection(parts)] : []),
    ...remedies,
  ];
};

/** Which application it is about, and which grant it amends: what is begun ex officio was never applied for. */
const aboutPairs = ({ appliedOn, amends }: NoticeFacts, say: SayNotice): Pair[] => [
  ...(amends?.exOfficio ? [] : [{ label: say('information.application'), value: writtenDate(appliedOn) }]),
  ...(amends ? [grantPair(amends, say)] : []),
];

/**
 * The notice (Bescheid) on a budget application, or the allotment where the county has no notice: issuing authority, file
 * number, date and name of who issues it (§ 33 SGB X), what is granted and for what, conditions (§ 32), reasons (§ 35), the
 * instruction on remedies (§ 36). Without a signatory it is a draft, which says so on every page.
 * @throws NoticeError when the decision's parts do not add up to its sum
 */
export const noticeDocument = (facts: NoticeFacts): OfficeDocument => {
  const granted = grantedOf(facts);
  const say = sayNotice(facts.texts, valuesOf(facts, granted));
  const kind = noticeKindOf(facts);
  const parts = { facts, kind, granted, say };
  return noticeLetter(facts, say, {
    name: say(`name.${kind}`),
    about: aboutPairs(facts, say),
    blocks: [
      heading(1, say(`subject.${kind}`)),
      ...opening(parts),
      ...numberedSections(sectionsOf(parts), say),
      signed(facts, say, isAllotted(kind) ? 'signature.note.allotment' : 'signature.note'),
    ],
  });
};
