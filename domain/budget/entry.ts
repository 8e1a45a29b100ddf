import * as z from 'zod/mini';
import type { Instant } from '../calendar/period.ts';
import { type Actor, actor } from '../submission/log.ts';
import { type Account, account, type Movement } from './account.ts';
import { amounts, isNothing } from './amounts.ts';

/**
 * What an entry means. `withdraw` is whatever leaves: taken back, refused, not granted of what was asked for, or not to be
 * paid any more. `unpay`: a payment that did not arrive; `unaccept`: a proof that is looked at anew; `unreturn`: a repayment
 * that did not arrive.
 */
export const entryKind = z.enum([
  'frame-set',
  'request',
  'reserve',
  'release',
  'commit',
  'uncommit',
  'pay',
  'unpay',
  'accept',
  'unaccept',
  'return',
  'unreturn',
  'withdraw',
  'correct',
]);
export type EntryKind = z.infer<typeof entryKind>;

type Going = Partial<Record<Account, Partial<Record<Account, EntryKind>>>>;
/** The ways of money that was paid: nothing is paid that was not committed, and nothing paid leaves the ledger. */
const PAID: Going = {
  committed: { paid: 'pay' },
  paid: { committed: 'unpay', accepted: 'accept', returned: 'return' },
  accepted: { paid: 'unaccept', returned: 'return' },
  returned: { paid: 'unreturn', accepted: 'unreturn' },
};
const isPaid = (of: Account) => of === 'paid' || of === 'accepted' || of === 'returned';

/** What a movement from one account to another means; undefined where money never goes. */
export const kindOf = (from: Account, to: Account): EntryKind | undefined => {
  if (from === to) return undefined;
  if (isPaid(from) || isPaid(to)) return PAID[from]?.[to];
  if (from === 'frame' || to === 'frame')
    return from === 'outside' || to === 'outside' ? 'frame-set' : undefined;
  if (to === 'outside') return 'withdraw';
  if (to === 'committed') return 'commit';
  if (from === 'committed') return 'uncommit';
  if (to === 'reserved') return 'reserve';
  return from === 'reserved' ? 'release' : 'request';
};

const id = z.string().check(z.regex(/^[A-Za-z0-9.:_-]{1,100}$/));

const fields = z.strictObject({
  id,
  at: z.iso.datetime({ precision: 3 }),
  /** Who decided it; of a correction, who confirmed it. */
  by: actor,
  kind: entryKind,
  /** Whose money moves; the frame's own figures are nobody's. */
  submission: z.optional(z.uuid()),
  from: account,
  to: account,
  amounts,
  provider: z.optional(z.string()),
  purpose: z.optional(z.string()),
  /** A code of what happened; of a correction the words of who proposed it. */
  reason: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  /** The entry that a correction takes back, wholly or in part, and who proposed it. */
  corrects: z.optional(id),
  proposedBy: z.optional(actor),
});

type Fields = z.infer<typeof fields>;

const kindFits = ({ kind, from, to }: Fields) => {
  const usual = kindOf(from, to);
  return usual !== undefined && (kind === usual || kind === 'correct');
};

const isLinked = ({ kind, corrects, proposedBy, reason }: Fields) =>
  kind === 'correct'
    ? corrects !== undefined && proposedBy !== undefined && reason !== undefined
    : corrects === undefined && proposedBy === undefined;

const belongs = ({ from, to, submission }: Fields) =>
  [from, to].includes('frame') === (submission === undefined);

/** One entry of a year's ledger. Entries are only ever added; a mistake is taken back by another entry. */
export const entry = fields.check(
  z.refine(kindFits),
  z.refine(isLinked),
  z.refine(belongs),
  z.refine(({ amounts }) => !isNothing(amounts)),
);
export type Entry = z.infer<typeof entry>;

/**
 * A new entry; what is not given is not there, rather than there without a value.
 * @throws ZodError for money that goes where none can go
 */
export const newEntry = (of: { [Field in keyof Fields]?: Fields[Field] | undefined }): Entry =>
  entry.parse(Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)));

/** What all entries of one act share. */
export interface EntryFacts {
  /** Names the act: the same act, done twice, has the same entries. */
  act: string;
  at: Instant;
  by: Actor;
  submission?: string | undefined;
  provider?: string | undefined;
  purpose?: string | undefined;
  reason?: string | undefined;
}

/** The entries of an act that moves money, numbered from 1 in the act's name. @throws ZodError like `newEntry` */
export const entriesOf = (movements: readonly Movement[], { act, ...facts }: EntryFacts): Entry[] =>
  movements.map((movement, n) =>
    newEntry({ ...facts, ...movement, id: `${act}.${n + 1}`, kind: kindOf(movement.from, movement.to) }),
  );
