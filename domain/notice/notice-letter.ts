import { writtenDate } from '../calendar/written.ts';
import { type Block, type Pair, signature } from '../documents/blocks.ts';
import { type Letter, type OfficeDocument, officeDocument } from '../documents/document.ts';
import words from '../languages/de/budget-application.json' with { type: 'json' };
import type { NoticeFacts } from './notice-facts.ts';
import type { NoticeValues, SayNotice } from './notice-texts.ts';

/** What every letter of the office is made of, whatever it says. */
type LetterFacts = Pick<NoticeFacts, 'county' | 'answers' | 'fileNumber' | 'contact' | 'date' | 'signatory'>;

/** Who writes to whom about which file: what all texts may name. */
export const letterValues = ({ answers, county, fileNumber, date }: LetterFacts) => {
  const { notice, objectionMonths } = county.budget;
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
    purpose: words[`purpose.${answers.purpose}`],
    months: objectionMonths.instructed,
  } satisfies Partial<NoticeValues>;
};

const letterOf = (facts: LetterFacts, say: SayNotice, about: readonly Pair[]): Letter => {
  const { answers, county, contact, fileNumber, date } = facts;
  const { name, street, postcode, town, contact: person } = answers.provider;
  const { notice } = county.budget;
  return {
    address: {
      sender: `${notice.authority} · ${notice.street} · ${notice.town}`,
      recipient: [name, say('recipient.attention', { contact: person.name }), street, `${postcode} ${town}`],
    },
    information: [
      { label: say('information.file'), value: fileNumber },
      ...about,
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

/** Who issues it; a draft says that nobody has yet. */
export const signed = (
  { signatory }: LetterFacts,
  say: SayNotice,
  note: 'signature.note' | 'signature.note.allotment' = 'signature.note',
): Block =>
  signature(signatory ?? say('draft.signatory'), {
    closing: say('signature.closing'),
    role: say('signature.role'),
    ...(signatory && { note: say(note) }),
  });

interface Content {
  /** What it is, in one or a few words. */
  name: string;
  /** What is to be known beside the file number. */
  about?: readonly Pair[];
  blocks: Block[];
}

/** A letter of the office with its head, its address and its foot. Without a signatory it is a draft, which every page says. */
export const noticeLetter = (facts: LetterFacts, say: SayNotice, content: Content): OfficeDocument => {
  const { notice } = facts.county.budget;
  const { office } = facts.county;
  const mark = facts.signatory ? undefined : say('draft.mark');
  const name = [mark, content.name].filter(Boolean).join(': ');
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
    letter: letterOf(facts, say, content.about ?? []),
    blocks: content.blocks,
  });
};
