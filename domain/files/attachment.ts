import * as z from 'zod/mini';
import { LONGEST_NAME, safeFileName } from './file-name.ts';

/**
 * Bytes. The rule says 10 MB; counted as 10 × 1,024 × 1,024, so that nobody is refused a file that some system shows as 10 MB.
 */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** How many files a version of an application may name. */
export const MOST_FILES = 30;
/** How many a submission may have beside it in all: those that were refused or replaced count too. */
export const MOST_KEPT = 60;

/** Why a file is not taken. `unscannable`: the virus check could not look into it, because of a password for instance. */
export const refusals = ['missing', 'too-large', 'not-pdf', 'infected', 'unscannable'] as const;
export type Refusal = (typeof refusals)[number];

/** What the virus check says of one content. */
export const verdicts = ['clean', 'infected', 'unscannable'] as const;
export type Verdict = (typeof verdicts)[number];

const fileName = z
  .string('wrong-type')
  .check(
    z.trim(),
    z.minLength(1, 'required'),
    z.maxLength(LONGEST_NAME, 'too-long'),
    z.overwrite(safeFileName),
  );
/** Bytes of a file that may be uploaded. */
export const fileSize = z
  .int('wrong-type')
  .check(z.minimum(1, 'file-empty'), z.maximum(LARGEST_FILE, 'file-too-large'));

/** What somebody wants to attach: the name as the browser tells it, the size in bytes. */
export const offeredFile = z.strictObject({ name: fileName, size: fileSize });

const what = { id: z.uuid(), name: fileName, size: fileSize };
/** Names the content that was looked at: another one under the same key has another. */
const etag = z.string();

/**
 * A file beside a submission, as its head tells of it; the content is in the bucket. `awaited`: the browser may upload it.
 * `checking`: it is there, and nobody may download it yet. `clean`: looked at and taken. `refused`: never taken.
 */
export const attachment = z.discriminatedUnion('state', [
  z.strictObject({ ...what, state: z.literal('awaited') }),
  z.strictObject({ ...what, state: z.literal('checking'), etag }),
  z.strictObject({ ...what, state: z.literal('clean'), etag }),
  z.strictObject({ ...what, state: z.literal('refused'), reason: z.enum(refusals) }),
]);
export type Attachment = z.infer<typeof attachment>;

/** What was once taken or refused stays so: who wants to send something else attaches another file. */
export const isSettled = ({ state }: Attachment): boolean => state === 'clean' || state === 'refused';

/** What lies in the bucket, as far as a decision needs it. */
export interface FoundFile {
  /** Bytes. */
  size: number;
  etag: string;
  isPdf: boolean;
  /** Of this content; undefined until the virus check has looked at it. */
  verdict: Verdict | undefined;
}

const refusalOf = ({ size, isPdf, verdict }: FoundFile): Refusal | undefined => {
  if (size > LARGEST_FILE) return 'too-large';
  if (verdict === 'infected' || verdict === 'unscannable') return verdict;
  return isPdf ? undefined : 'not-pdf';
};

/** What becomes of an attachment after a look at what lies in the bucket (undefined: nothing). */
export const afterLook = (now: Attachment, found: FoundFile | undefined): Attachment => {
  if (isSettled(now)) return now;
  const { id, name, size } = now;
  if (!found || found.size === 0) return { id, name, size, state: 'refused', reason: 'missing' };
  const reason = refusalOf(found);
  if (reason) return { id, name, size, state: 'refused', reason };
  const state = found.verdict === 'clean' ? 'clean' : 'checking';
  return { id, name, size: found.size, state, etag: found.etag };
};
