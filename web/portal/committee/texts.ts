import committee from '../../../domain/languages/de/committee.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** The words of the committee's pages. */
export const { say } = speakerOf(committee);
