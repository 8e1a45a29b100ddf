import words from '../../../domain/languages/de/applications.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** What the pages of providers and Kitas say beside the words of the form. */
export type ApplicationsKey = keyof typeof words;

export const { say, knows } = speakerOf(words);
