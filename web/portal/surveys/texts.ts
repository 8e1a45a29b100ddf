import surveys from '../../../domain/languages/de/surveys.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** The words of the pages of the needs survey; those of its questions are in questions/question-words.ts. */
export const { say } = speakerOf(surveys);
