import words from '../../../domain/languages/de/budget-application.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** Every word of the application's form: its labels, hints and choices. */
export type FormKey = keyof typeof words;

export const { say: formText, knows: isFormKey } = speakerOf(words);
