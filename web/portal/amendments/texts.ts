import words from '../../../domain/languages/de/amendments.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** The words of amendments, for those who apply and for the office. */
export const { say } = speakerOf(words);
