import { writtenDate } from '../../calendar/written.ts';
import { type Block, heading, paragraph, table } from '../../documents/blocks.ts';
import { type OfficeDocument, officeDocument } from '../../documents/document.ts';
import words from '../../languages/de/committee.json' with { type: 'json' };
import type { Agenda, AgendaItem } from './agenda.ts';
import { paperItem, subjectOf } from './paper-item.ts';
import { sayPaper } from './paper-words.ts';

/** A session has a paper with its public items and, where there are others, a second one that stays inside. */
export const paperParts = ['public', 'non-public'] as const;
export type PaperPart = (typeof paperParts)[number];

const consultationOf = ({ public: isPublic, reason }: AgendaItem): string =>
  isPublic || !reason
    ? sayPaper('agenda.public')
    : sayPaper('agenda.non-public', { reason: words[`reason.${reason}`] });

/** All items; of one that is not public the public learns that it is there, and why it is not public. */
const agendaTable = ({ items }: Agenda, part: PaperPart): Block =>
  table(
    [
      { label: sayPaper('agenda.number'), align: 'start' },
      { label: sayPaper('agenda.subject'), align: 'start' },
      { label: sayPaper('agenda.consultation'), align: 'start' },
    ],
    items.map((item, n) => [
      String(n + 1),
      part === 'public' && !item.public ? sayPaper('agenda.hidden') : subjectOf(item),
      consultationOf(item),
    ]),
    { caption: sayPaper('agenda.caption') },
  );

/** Whether a part has any item. The public one is there always: the agenda itself is public. */
export const hasPart = ({ items }: Pick<Agenda, 'items'>, part: PaperPart): boolean =>
  part === 'public' || items.some((item) => !item.public);

/**
 * The paper (Vorlage) of a session, made of nothing but the agenda that it was convened with, so that it stays the same.
 * Of a case there stands what a session may learn of it (case-facts.ts): institutions and sums, nobody's name and nobody's
 * own words, for what anybody wrote may name a child or a parent.
 */
export const sessionPaper = (agenda: Agenda, part: PaperPart): OfficeDocument => {
  const { authority, department, kind, convenedOn, items } = agenda;
  const title = sayPaper(`title.${kind}`, { on: writtenDate(agenda.on) });
  const partName = sayPaper(`part.${part}`);
  const isPublic = part === 'public';
  return officeDocument({
    title: `${title}, ${partName}`,
    author: authority,
    date: convenedOn,
    letterhead: [authority, department],
    runningHead: `${authority} · ${title}, ${partName}`,
    blocks: [
      heading(1, `${title}, ${partName}`),
      paragraph(sayPaper('stands', { convenedOn: writtenDate(convenedOn) }), 'small'),
      ...(isPublic ? [] : [paragraph(sayPaper('confidential'), 'strong')]),
      heading(2, sayPaper('agenda')),
      agendaTable(agenda, part),
      ...items.flatMap((item, n) => (item.public === isPublic ? paperItem(item, n + 1, isPublic) : [])),
    ],
  });
};
