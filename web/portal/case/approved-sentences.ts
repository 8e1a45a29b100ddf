import ar from '../../../domain/languages/ar/approved-sentences.json' with { type: 'json' };
import de from '../../../domain/languages/de/approved-sentences.json' with { type: 'json' };
import en from '../../../domain/languages/en/approved-sentences.json' with { type: 'json' };
import type { Language } from '../../../domain/languages/language.ts';

export type SentenceKey = keyof typeof de;
/** Every language has the same sentences: a worker knows what is inserted without knowing the language. */
export const approvedSentences: Record<Language, Record<SentenceKey, string>> = { de, en, ar };
