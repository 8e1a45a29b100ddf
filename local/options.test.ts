import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

const names = ['port', 'data', 'county', 'clock'] as const;

it('options have defaults', () => {
  expect(readOptions([], names)).toEqual({
    port: 3000,
    data: '.data',
    county: 'alzey-worms',
    clock: undefined,
    rest: [],
  });
});

it('options are read', () => {
  expect(readOptions(['--port', '0', '--data=/x', '--clock', '2026-01-05T08:00'], names)).toMatchObject({
    port: 0,
    data: '/x',
    clock: '2026-01-05T07:00:00.000Z',
  });
});

it.each([
  [['--prot', '1'], "Unknown option '--prot'"],
  [['--port'], "Option '--port <value>' argument missing"],
  [['--port', '70000'], '--port 70000 is no port'],
  [['--port', 'x'], '--port x is no port'],
  [['--clock', 'noon'], '--clock noon is no time'],
  [['word'], "Unexpected argument 'word'"],
])('%j is refused with what is wrong and how it is right', (args, why) => {
  expect(() => readOptions(args, names)).toThrow(why);
  expect(() => readOptions(args, names)).toThrow('--county alzey-worms');
});
