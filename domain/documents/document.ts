import type { CalendarDate } from '../calendar/period.ts';
import type { AddressField, Block, Pair } from './blocks.ts';
import { checkBlocks } from './check-blocks.ts';

/** What makes a document a letter: an address window and an information block, placed after DIN 5008 (form B). */
export interface Letter {
  address: AddressField;
  /** The information block on the right: file number, who works on it, telephone, date. */
  information: Pair[];
}

/**
 * A document of the office as data, before anybody knows whether it becomes PDF or DOCX. It says what is there, not how
 * it looks; the same document always becomes the same file.
 */
export interface OfficeDocument {
  /** BCP 47, for example `de-DE`: screen readers choose their voice by it. */
  language: string;
  /** Names the document in windows and lists of files; the reader does not see it on the page. */
  title: string;
  /** The issuing authority. */
  author: string;
  /** The document's own date, which is also the file's: no file carries the time at which it was rendered. */
  date: CalendarDate;
  /** Above the first page: the authority, then its parts and what else belongs to its name. */
  letterhead: string[];
  /** Above every later page, in one line: what the loose sheet belongs to. */
  runningHead: string;
  /** Below the first page, side by side; each column is a few short lines. */
  footer: string[][];
  /** Across every page, such as `Entwurf`. It is only for the eye: the text must say it too. */
  watermark?: string;
  /** With `{page}` and `{pages}` for the numbers. */
  pageLabel: string;
  /** Without it the document is a paper: its first heading is its visible title. */
  letter?: Letter;
  blocks: Block[];
}

export type DocumentParts = Pick<OfficeDocument, 'title' | 'author' | 'date' | 'blocks'> &
  Partial<OfficeDocument>;

/**
 * A document with what nearly all of them share filled in; German unless it says otherwise.
 * @throws DocumentError when the blocks cannot be read in order: no heading first, a level left out, rows of unequal length
 */
export const officeDocument = (parts: DocumentParts): OfficeDocument => {
  checkBlocks(parts.blocks);
  return {
    language: 'de-DE',
    letterhead: [parts.author],
    runningHead: `${parts.author} · ${parts.title}`,
    footer: [],
    pageLabel: 'Seite {page} von {pages}',
    ...parts,
  };
};
