import { expect, it } from 'vitest';
import { LARGEST_FILE } from '../../../domain/files/attachment.ts';
import { sizeText } from './size-text.ts';

it('the size of a file is told in round numbers, and one byte too many is seen', () => {
  expect([3, 84 * 1024, 1_258_291, LARGEST_FILE, LARGEST_FILE + 1].map(sizeText)).toEqual([
    '1 kB',
    '84 kB',
    '1,2 MB',
    '10 MB',
    '10,1 MB',
  ]);
});
