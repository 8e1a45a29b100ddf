import proofs from '../../../domain/languages/de/proofs.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** The words of the pages about proofs of use. */
export const { say, knows } = speakerOf(proofs);
