import office from '../../../domain/languages/de/office.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** The words of the office's pages. */
export const { say, knows } = speakerOf(office);
