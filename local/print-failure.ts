import { placesOf } from '../functions/runtime/places-of.ts';

/**
 * Tells on the terminal that something failed, and where. Not with which words: an error's message may quote what
 * somebody wrote.
 */
export const printFailure = (what: string, error: unknown): void => {
  const { name = typeof error, code } = error as Partial<NodeJS.ErrnoException>;
  console.error([`${what}: ${name}${code ? ` (${code})` : ''}`, ...placesOf(error)].join('\n'));
};
