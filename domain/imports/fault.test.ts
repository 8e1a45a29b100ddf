import { expect, test } from 'vitest';
import sentences from '../languages/de/distribution.json' with { type: 'json' };
import { faultCodes } from './fault.ts';

test('every fault has a sentence, and none has been left over', () => {
  const spoken = Object.keys(sentences).flatMap((key) => /^fault\.(.*)$/.exec(key)?.[1] ?? []);
  expect(spoken.sort()).toEqual([...faultCodes].sort());
});
