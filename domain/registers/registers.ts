import type { NoticeTexts } from '../notice/notice-texts.ts';
import type { Assignment } from '../people/assignment.ts';
import type { Deputyship, Person } from '../people/person.ts';
import type { County } from '../places/county.ts';
import type { Kita, Municipality, Provider, Provision } from '../places/place.ts';

/** What a county's files say: counties/<slug>/county.json, its texts, and one CSV file for each of the lists. */
export interface Registers {
  county: County;
  /** The county's own texts of notices, from counties/<slug>/notices.json. */
  notices: NoticeTexts;
  municipalities: Municipality[];
  providers: Provider[];
  kitas: Kita[];
  provisions: Provision[];
  people: Person[];
  assignments: Assignment[];
  deputyships: Deputyship[];
}

export type ListName = Exclude<keyof Registers, 'county' | 'notices'>;

/** One thing wrong in a list: where, as a spreadsheet counts (the heading is row 1), and what to do about it. */
export interface RegisterFault {
  file: string;
  row?: number;
  column?: string;
  sentence: string;
}

const place = ({ file, row, column }: RegisterFault) =>
  [file, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(', ');

/** Nothing was taken over; `faults` has everything that is wrong, so that one round of mending suffices. */
export class RegistersError extends Error {
  override name = 'RegistersError';
  readonly faults: RegisterFault[];
  constructor(faults: RegisterFault[]) {
    super(faults.map((fault) => `${place(fault)}: ${fault.sentence}`).join('\n'));
    this.faults = faults;
  }
}
