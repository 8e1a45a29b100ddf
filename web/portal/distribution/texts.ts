import distribution from '../../../domain/languages/de/distribution.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** The words of the pages of the distribution. */
export const { say } = speakerOf(distribution);
