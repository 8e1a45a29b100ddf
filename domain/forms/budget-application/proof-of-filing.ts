import { dateOf } from '../../calendar/due.ts';
import type { Instant } from '../../calendar/period.ts';
import { writtenMoment } from '../../calendar/written.ts';
import { type Block, heading, type Pair, pairs, paragraph } from '../../documents/blocks.ts';
import { type OfficeDocument, officeDocument } from '../../documents/document.ts';
import words from '../../languages/de/budget-application.json' with { type: 'json' };
import { type FieldsShown, fieldsShown, type ProofAnswers, totalsShown } from './proof-fields.ts';

/** What an application was when it came in; the same facts always make the same document. */
export interface ProofFacts extends ProofAnswers {
  authority: string;
  department: string;
  fileNumber: string;
  /** Counts the versions that were sent, from 1. */
  version: number;
  receivedAt: Instant;
  /** Name of the person who sent it. */
  sentBy: string;
  /** SHA-256 (hex) of the canonical text of the answers. */
  sha256: string;
}

/** The form's sections, each with its fields; a field that is in none of them would be missing in the proof. */
const SECTIONS: readonly (readonly [title: keyof typeof words, fields: readonly (keyof FieldsShown)[]])[] = [
  ['section.provider', ['provider']],
  ['section.account', ['accountHolder', 'iban']],
  ['section.scope', ['kitas', 'year', 'period']],
  ['section.purpose', ['purpose', 'concept', 'reasons', 'goals', 'countyGoals', 'surveyResults']],
  ['section.positions', ['positions']],
  ['section.shares', ['shares']],
  ['section.costs', ['training', 'thirdParty']],
  ['section.attachments', ['attachments']],
  ['section.declarations', ['declarations', 'electronicNotice', 'signature']],
];

const isPair = (one: Pair | Block): one is Pair => 'label' in one;

/** Pairs that follow each other are one list. */
const joined = (all: readonly (Pair | Block)[]): Block[] => {
  const blocks: Block[] = [];
  for (const one of all) {
    const last = blocks.at(-1);
    if (!isPair(one)) blocks.push(one);
    else if (last?.kind === 'pairs') last.pairs.push(one);
    else blocks.push(pairs([one]));
  }
  return blocks;
};

/** Proves to the provider, and to the office, what came in when: every answer of a version, and what is calculated of it. */
export const proofOfFiling = (facts: ProofFacts): OfficeDocument => {
  const { authority, department, fileNumber, version, receivedAt, sentBy, sha256 } = facts;
  const shown = fieldsShown(facts);
  const title = `${words['proof.title']}: ${words['form.title']}`;
  return officeDocument({
    title: `${title}, ${fileNumber}, ${words['proof.version']} ${version}`,
    author: authority,
    date: dateOf(receivedAt),
    letterhead: [authority, department],
    runningHead: `${words['proof.title']} · ${fileNumber} · ${words['proof.version']} ${version}`,
    blocks: [
      heading(1, title),
      paragraph(words['proof.lead']),
      pairs([
        { label: words['proof.fileNumber'], value: fileNumber },
        { label: words['proof.receivedAt'], value: writtenMoment(receivedAt) },
        { label: words['proof.version'], value: String(version) },
        { label: words['proof.sentBy'], value: sentBy },
        { label: words['proof.sha256'], value: `${sha256.slice(0, 32)}\n${sha256.slice(32)}` },
      ]),
      paragraph(words['proof.sha256.hint'], 'small'),
      ...SECTIONS.flatMap(([section, fields]) => [
        heading(2, words[section]),
        ...joined(fields.flatMap((field) => shown[field])),
      ]),
      heading(2, words['proof.totals']),
      pairs(totalsShown(facts)),
      paragraph(words['totals.provisional'], 'small'),
    ],
  });
};
