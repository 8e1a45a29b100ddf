import { createHash } from 'node:crypto';
import { HEAD } from './table.ts';

export const submissionPk = (id: string) => `S#${id}`;
export const headKey = (id: string) => ({ pk: submissionPk(id), sk: HEAD });
export const idOfPk = (pk: string) => pk.slice(2);
export const answersKey = (id: string) => ({ pk: submissionPk(id), sk: 'ANSWERS' });
export const mailAddressKey = (id: string) => ({ pk: submissionPk(id), sk: 'MAIL' });
export const tokenKey = (id: string) => ({ pk: submissionPk(id), sk: 'TOKEN' });
/** UUIDv7 ids sort by the time they were made. */
export const messageKey = (id: string, message: string) => ({ pk: submissionPk(id), sk: `MSG#${message}` });
export const logKey = (id: string, n: number) => ({
  pk: submissionPk(id),
  sk: `LOG#${String(n).padStart(8, '0')}`,
});

const numbered = (n: number) => String(n).padStart(6, '0');
/** A budget application: what is being written, what was sent, and what was said about it. */
export const draftKey = (id: string) => ({ pk: submissionPk(id), sk: 'DRAFT' });
export const versionKey = (id: string, n: number) => ({ pk: submissionPk(id), sk: `VERSION#${numbered(n)}` });
export const NOTE = 'NOTE#';
export const noteKey = (id: string, n: number) => ({ pk: submissionPk(id), sk: `${NOTE}${numbered(n)}` });
/** A session of the committee: what it was convened with, each time, and what was resolved. */
export const agendaKey = (id: string, n: number) => ({ pk: submissionPk(id), sk: `AGENDA#${numbered(n)}` });
export const recordKey = (id: string) => ({ pk: submissionPk(id), sk: 'RECORD' });

/** A round of the needs survey: whom it asks, and the round that a link on a wall leads to. */
export const UNIT = 'UNIT#';
export const unitItemKey = (round: string, unit: string) => ({ pk: submissionPk(round), sk: UNIT + unit });
export const linkPk = (link: string) => `LINK#${link}`;
export const linkKey = (link: string) => ({ pk: linkPk(link), sk: 'LINK' });

/** The frozen results of a round: that they are there, those of each group, and of each area of it. */
const RESULTS = 'RESULTS';
export const resultsKey = (round: string) => ({ pk: submissionPk(round), sk: RESULTS });
export const groupResultsKey = (round: string, group: string) => ({
  pk: submissionPk(round),
  sk: `${RESULTS}#${group}`,
});
export const areaResultsPrefix = (group: string) => `${RESULTS}#${group}#`;
export const areaResultsKey = (round: string, group: string, area: string) => ({
  pk: submissionPk(round),
  sk: areaResultsPrefix(group) + area,
});

/** A year's ledger: its frame, entries by the time of their act, and what somebody proposes to correct. */
const budgetPk = (year: number | '*') => `BUDGET#${year}`;
export const frameKey = (year: number | '*') => ({ pk: budgetPk(year), sk: 'FRAME' });
export const ENTRY = 'ENTRY#';
export const entryKey = (year: number, { at, id }: { at: string; id: string }) => ({
  pk: budgetPk(year),
  sk: `${ENTRY}${at}#${id}`,
});
/** What the applications of a provider hold together, kept beside the entries. */
export const SUMS = 'SUMS#';
export const sumsKey = (year: number, provider: string) => ({ pk: budgetPk(year), sk: SUMS + provider });
/** What a year was closed with. */
export const closingKey = (year: number) => ({ pk: budgetPk(year), sk: 'CLOSING' });
export const CORRECTION = 'CORRECTION#';
/** UUIDv7 ids sort by the time they were made. */
export const correctionKey = (year: number, id: string) => ({ pk: budgetPk(year), sk: CORRECTION + id });

/** How a year is distributed over the Kitas: what was compared, and what was resolved, counted from 1. */
export const SCENARIO = 'SCENARIO#';
export const scenarioKey = (year: number, id: string) => ({ pk: budgetPk(year), sk: SCENARIO + id });
export const RESOLVED = 'RESOLVED#';
export const distributedKey = (year: number, n: number) => ({
  pk: budgetPk(year),
  sk: RESOLVED + numbered(n),
});

/** The county's goals: as they stand by their year, and every version of each. */
export const goalsPk = (part: string) => `GOALS#${part}`;
export const goalKey = (year: number, id: string) => ({ pk: goalsPk(String(year)), sk: id });
export const goalVersionKey = (id: string, n: number) => ({
  pk: goalsPk(`OF#${id}`),
  sk: `VERSION#${numbered(n)}`,
});

/** What social workers counted in a year, and, in a partition of its own, whether the year is closed. */
export const activitiesPk = (part: string) => `ACTIVITIES#${part}`;
export const activityKey = ({ month, kita, person }: { month: string; kita: string; person: string }) => ({
  pk: activitiesPk(month.slice(0, 4)),
  sk: `${month}#${kita}#${person}`,
});
export const activityReportKey = (year: number) => ({ pk: activitiesPk(`REPORT#${year}`), sk: 'REPORT' });

/** A file that is imported: what it is and where it stands, its rows in chunks, and the list of what is valid by kind. */
export const importPk = (id: string) => `IMPORT#${id}`;
export const importItemKey = (id: string) => ({ pk: importPk(id), sk: 'IMPORT' });
/** Named by the content too: two contents that were uploaded under one id are never mixed. */
export const importRowsKey = (id: string, sha256: string, n: number) => ({
  pk: importPk(id),
  sk: `ROWS#${sha256}#${numbered(n)}`,
});
/** UUIDv7 ids sort by the time they were made. */
export const validImportKey = (kind: string, id: string) => ({ pk: importPk(`OF#${kind}`), sk: id });

/** What belongs to payments and to no submission. */
export const paymentsPk = (part: string) => `PAY#${part}`;
/** A booking of the finance system, by its own reference. */
export const bookingKey = (reference: string) => ({ pk: paymentsPk(`BOOKING#${reference}`), sk: 'BOOKING' });
/** Bookings that changed nothing, by what the file says of them. */
export const unclearPk = paymentsPk('UNCLEAR');
export const unclearKey = (id: string) => ({ pk: unclearPk, sk: id });
/** The exports to the finance system, by their ids (UUIDv7: by time); the rows of each; the number that was given last. */
export const exportsPk = paymentsPk('EXPORTS');
export const exportKey = (id: string) => ({ pk: exportsPk, sk: id });
export const exportRowsPk = (id: string) => paymentsPk(`EXPORT#${id}`);
export const exportRowKey = (id: string, number: number) => ({
  pk: exportRowsPk(id),
  sk: `ROW#${String(number).padStart(9, '0')}`,
});
/** A file of results that somebody ordered. */
export const exportOrderPk = (id: string) => `EXPORT#${id}`;
export const exportOrderKey = (id: string) => ({ pk: exportOrderPk(id), sk: 'EXPORT' });
/** The order that has a number. */
export const numberedOrderKey = (number: number) => ({ pk: paymentsPk(`NUMBER#${number}`), sk: 'ORDER' });
/** The number of a claim, kept with its proof; the proof whose claim has a number; the one that was given last. */
export const claimNumberKey = (proof: string) => ({ pk: submissionPk(proof), sk: 'CLAIM-NUMBER' });
export const numberedClaimKey = (number: string) => ({ pk: paymentsPk(`CLAIM#${number}`), sk: 'PROOF' });
export const claimNumbersKey = { pk: paymentsPk('CLAIMS'), sk: 'LAST-NUMBER' };
export const orderNumbersKey = { pk: paymentsPk('NUMBERS'), sk: 'LAST-NUMBER' };

/** Only the code's hash is kept: 74 random bits cannot be guessed from it. */
export const receiptPointer = (code: string) => createHash('sha256').update(`receipt:${code}`).digest('hex');
export const receiptKey = (pointer: string) => ({ pk: `R#${pointer}`, sk: 'RECEIPT' });

/** Key of a wrapped key in the keys' table; `part` is ANSWERS, MAIL or a message's id. */
export const wrappedKey = (id: string, part: string) => ({ pk: submissionPk(id), sk: part });

/** What was deleted, without saying what it was: restored copies are deleted again by it. */
export const erasureKey = (id: string) => ({ pk: 'ERASED', sk: id });

/** Of which unit of a round, and which group, answers are. */
export interface AnswersOf {
  round: string;
  group: string;
  /** In one word: `kita:biebelnheim`. */
  unit: string;
}
/** In the answers' table: the answers of one group and unit, by random ids. */
export const ANSWERS = 'ANSWERS#';
export const surveyAnswersPk = ({ round, group, unit }: AnswersOf) => `${ANSWERS}${round}#${group}#${unit}`;
export const surveyAnswerKey = (of: AnswersOf, id: string) => ({ pk: surveyAnswersPk(of), sk: id });
/** What was counted of them, in shards: those who answer at once wait less for each other. */
export const COUNTS = 'COUNTS#';
export const SHARDS = ['0', '1', '2', '3'] as const;
export const surveyCountsPk = ({ round, group, unit }: AnswersOf) => `${COUNTS}${round}#${group}#${unit}`;
export const surveyCountsKey = (of: AnswersOf, shard: string) => ({ pk: surveyCountsPk(of), sk: shard });
/** In the table of used tokens: one item for each, which says nothing else, spread over the first digit. */
export const usedTokensPk = (round: string, digit: string) => `${round}#${digit}`;
export const usedTokenKey = (round: string, token: string) => {
  const hash = createHash('sha256').update(`survey:${round}:${token}`).digest('hex');
  return { pk: usedTokensPk(round, hash.charAt(0)), sk: hash };
};

export const registers = [
  'municipalities',
  'providers',
  'kitas',
  'provisions',
  'people',
  'assignments',
  'deputyships',
] as const;
export type RegisterName = (typeof registers)[number];
export const registerPk = (name: RegisterName) => `REG#${name}`;
export const personKey = (id: string) => ({ pk: registerPk('people'), sk: id });
export const deputyshipKey = (one: { person: string; deputy: string; from: string }) => ({
  pk: registerPk('deputyships'),
  sk: `${one.deputy}#${one.person}#${one.from}`,
});
export const assignmentKey = (one: { place: string; person: string; from: string }) => ({
  pk: registerPk('assignments'),
  sk: `${one.place}#${one.from}#${one.person}`,
});
export const provisionKey = (one: { kita: string; from: string }) => ({
  pk: registerPk('provisions'),
  sk: `${one.kita}#${one.from}`,
});
/** Who logs in, by issuer and subject, is which person of the register: `{ person: id }`. */
export const subjectKey = (issuer: string, subject: string) => ({
  pk: `SUB#${issuer}|${subject}`,
  sk: 'PERSON',
});
/** counties/<slug>/county.json as it was imported last: `{ county: {...} }`. */
export const countyKey = { pk: 'COUNTY', sk: 'SETTINGS' };
/** Its own texts of notices, by key: `{ texts: {...} }`. */
export const noticesKey = { pk: 'COUNTY', sk: 'NOTICES' };

/** Values of the index attributes; every sort key ends in the item's id, so that no two items share a whole key. */
export const PENDING = 'PENDING';
export const WAKE = 'WAKE';
export const minePk = (
  of: { person: string } | { role: string } | { provider: string } | { kita: string },
) => {
  if ('person' in of) return `P#${of.person}`;
  if ('kita' in of) return `K#${of.kita}`;
  return 'role' in of ? `R#${of.role}` : `PR#${of.provider}`;
};
/** Whose submissions they are: a provider's, or a Kita's. */
export type Party = { provider: string } | { kita: string };
export const partyPk = (of: Party) => ('kita' in of ? `K#${of.kita}` : `PR#${of.provider}`);
export const formPk = (form: string, year: string) => `F#${form}#${year}`;
