import type { Head } from '../../../domain/submission/head.ts';
import { ConflictError } from '../../runtime/errors.ts';
import type { ConditionFailedError } from '../../store/heads.ts';
import { isFrameWrite } from '../../store/ledger.ts';

/** A closed year takes neither an acceptance nor money that comes back. Undefined when it was not the frame. */
export const proofConflict = (
  { form, version, at }: Head,
  { write }: ConditionFailedError,
): ConflictError | undefined =>
  form === 'proof-of-use' && isFrameWrite(write)
    ? new ConflictError('frame-closed', { version, at })
    : undefined;
