import { say } from './texts.ts';

/** A line of the summary names the item of the agenda that it is about: most sentences are the same. */
export const itemWrong = (field: string, sentence: string): string => {
  const [, n] = /^(?:items|resolutions)\.(\d+)\./.exec(field) ?? [];
  return n === undefined ? sentence : say('item.wrong', { number: Number(n) + 1, sentence });
};
