import * as z from 'zod/mini';
import { fileSize } from '../files/attachment.ts';
import { fault } from './fault.ts';
import { type ImportKindName, importKindNames } from './registry.ts';

/** Characters that are not seen, and what no system has in a name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}<>:"|?*\\/]/gu;

const kind = z.enum(importKindNames as [ImportKindName, ...ImportKindName[]], 'unknown-choice');
const what = {
  kind,
  /** The file's name, for whoever looks for it later. */
  name: z.string('required').check(
    z.overwrite((name) => name.normalize('NFC').replaceAll(UNSEEN, '').trim()),
    z.minLength(1, 'required'),
    z.maxLength(120, 'too-long'),
  ),
  /** Bytes. */
  size: fileSize,
};

/** What somebody wants to import. */
export const offeredImport = z.strictObject(what);

const by = { id: z.string(), ...what, by: z.string(), at: z.string() };
const count = z.int().check(z.nonnegative());

/**
 * An import. `awaited`: the file may be uploaded, and is not read yet. `valid`: all of its rows are kept. `refused`: none of them,
 * and `faults` says why; `faultCount` tells how many there are, named or not. What was read once stays so.
 */
export const importItem = z.discriminatedUnion('state', [
  z.strictObject({ ...by, state: z.literal('awaited') }),
  z.strictObject({
    ...by,
    state: z.literal('valid'),
    readAt: z.string(),
    /** Of the content (SHA-256, hex). */
    sha256: z.string(),
    rows: count,
    /** How many of them lie in one item: as many in each, but for the last. */
    each: count,
  }),
  z.strictObject({
    ...by,
    state: z.literal('refused'),
    readAt: z.string(),
    sha256: z.string(),
    faults: z.array(fault),
    faultCount: count,
  }),
]);
export type Import = z.infer<typeof importItem>;
export type ValidImport = Extract<Import, { state: 'valid' }>;
