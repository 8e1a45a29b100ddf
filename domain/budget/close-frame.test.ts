import { expect, test } from 'vitest';
import { closingRefusal } from './close-frame.ts';
import { emptyFrame } from './frame.ts';
import { setFrame } from './set-frame.ts';

const setting = { figure: 600_00, voluntary: 100_00 };
const set = (state: 'provisional' | 'in-force') => {
  const done = setFrame(emptyFrame(2027), { ...setting, state });
  if (!done.ok) throw new Error(done.refusal);
  return done.frame;
};
const closing = { ...setting, state: 'closed' } as const;

test.each([
  ['that is over and in force is closed', set('in-force'), closing, '2028-01-01', undefined],
  ['is not closed on its last day', set('in-force'), closing, '2027-12-31', 'year-runs'],
  ['that was never in force is not closed', set('provisional'), closing, '2028-01-01', 'not-in-force'],
  [
    'is not closed with another figure',
    set('in-force'),
    { ...closing, figure: 600_01 },
    '2028-01-01',
    'other-figures',
  ],
  [
    'nor with other voluntary money',
    set('in-force'),
    { ...closing, voluntary: 0 },
    '2028-01-01',
    'other-figures',
  ],
])('a year %s', (_, frame, given, today, refusal) => {
  expect(closingRefusal(frame, given, today)).toBe(refusal);
});
