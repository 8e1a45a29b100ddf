import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ClockBackwardsError, openClock } from './moved-clock.ts';

const newFile = async () => join(await mkdtemp(join(tmpdir(), 'clock-')), 'clock.json');

it('a clock begins where it is told, runs, and stays moved after a restart', async () => {
  const file = await newFile();
  const first = await openClock(file, '2030-01-01T00:00:00.000Z');
  expect(first.now()).toMatch(/^2030-01-01T00:00:0/);
  await first.set('2031-01-01T00:00:00.000Z');
  const second = await openClock(file, '2020-01-01T00:00:00.000Z');
  expect(second.now()).toMatch(/^2031-01-01T00:00:0/);
});

it('a clock may begin in the past, but never goes back', async () => {
  const clock = await openClock(await newFile(), '2020-01-01T00:00:00.000Z');
  await expect(clock.set('2019-12-31T23:59:59.000Z')).rejects.toThrow(ClockBackwardsError);
  expect(clock.now()).toMatch(/^2020-01-01T00:00:0/);
});

it('a broken clock file is an error, not another time', async () => {
  const file = await newFile();
  await writeFile(file, '{}');
  await expect(openClock(file)).rejects.toThrow();
});
