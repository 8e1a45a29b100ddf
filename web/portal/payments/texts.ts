import words from '../../../domain/languages/de/payments.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** The words of the payments' pages. */
export const { say, knows } = speakerOf(words);
