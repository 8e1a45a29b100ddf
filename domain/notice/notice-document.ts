import { writtenDate } from '../calendar/written.ts';
import { type Block, heading, paragraph, signature } from '../documents/blocks.ts';
import { type Letter, type OfficeDocument, officeDocument } from '../documents/document.ts';
import words from '../languages/de/budget-application.json' with { type: 'json' };
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
import { type NoticeValues, sayNotice } from './notice-texts.ts';

const kitasOf = ({ answers, kitas }: NoticeFacts): string =>
  answers.kitas.map((id) => kitas.get(id) ?? id).join('; ');

const purposeOf = ({ answers }: NoticeFacts): string => words[`purpose.${answers.purpose}`];

const valuesOf = (facts: NoticeFacts, granted: Granted): NoticeValues => {
  const { answers, county, fileNumber, date, appliedOn } = facts;
  const { notice, concepts, objectionMonths } = county.budget;
  const { from, to } = answers.period;
  const concept = concepts.findLast((one) => one.validFrom <= from && from <= (one.validTo ?? from));
  return {
    authority: notice.authority,
    department: notice.department,
    street: notice.street,
    town: notice.town,
    objectionTo: notice.objectionTo,
    appealBoard: notice.appealBoard,
    fileNumber,
    date: writtenDate(date),
    provider: answers.provider.name,
    year: String(answers.year),
    purpose: purposeOf(facts),
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
    months: objectionMonths.instructed,
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
    decisionSection(parts, { kitas: kitasOf(facts), purpose: purposeOf(facts) }),
    ...(isGiven ? [calculationSection(parts)] : []),
    ...conditions,
    reasonsSection(parts),
    ...(isGiven && !isAllotted(kind) ? [paymentSection(parts)] : []),
    ...remedies,
  ];
};

const letterOf = ({ facts, say }: Parts): Letter => {
  const { answers, county, contact, fileNumber, appliedOn, date, amends } = facts;
  const { name, street, postcode, town, contact: person } = answers.provider;
  const { notice } = county.budget;
  return {
    address: {
      sender: `${notice.authority} · ${notice.street} · ${notice.town}`,
      recipient: [name, say('recipient.attention', { contact: person.name }), street, `${postcode} ${town}`],
    },
    information: [
      { label: say('information.file'), value: fileNumber },
      ...(amends?.exOfficio
        ? []
        : [{ label: say('information.application'), value: writtenDate(appliedOn) }]),
      ...(amends ? [grantPair(amends, say)] : []),
      ...(contact
        ? [
            { label: say('information.contact'), value: contact.name },
            ...(contact.phone ? [{ label: say('information.phone'), value: contact.phone }] : []),
            { label: say('information.email'), value: contact.email },
          ]
        : []),
      { label: say('information.date'), value: writtenDate(date) },
    ],
  };
};

const signed = ({ facts, kind, say }: Parts): Block =>
  signature(facts.signatory ?? say('draft.signatory'), {
    closing: say('signature.closing'),
    role: say('signature.role'),
    ...(facts.signatory && {
      note: say(isAllotted(kind) ? 'signature.note.allotment' : 'signature.note'),
    }),
  });

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
  const { notice } = facts.county.budget;
  const { office } = facts.county;
  const mark = facts.signatory ? undefined : say('draft.mark');
  const name = [mark, say(`name.${kind}`)].filter(Boolean).join(': ');
  return officeDocument({
    title: `${name}, Aktenzeichen ${facts.fileNumber}`,
    author: notice.authority,
    date: facts.date,
    letterhead: [notice.authority, notice.department],
    runningHead: `${notice.authority} · ${facts.fileNumber} · ${name} vom ${writtenDate(facts.date)}`,
    footer: [
      [notice.authority, notice.department],
      [notice.street, notice.town],
      [office.phone, office.email],
    ],
    ...(mark && { watermark: mark }),
    letter: letterOf(parts),
    blocks: [
      heading(1, say(`subject.${kind}`)),
      ...opening(parts),
      ...numberedSections(sectionsOf(parts), say),
      signed(parts),
    ],
  });
};
