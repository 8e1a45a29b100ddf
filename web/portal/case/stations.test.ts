import { describe, expect, it } from 'vitest';
import { contactRequestV1 } from '../../../domain/forms/contact-request/process.ts';
import { stationsOf } from './stations.ts';

const createdAt = '2026-11-02T08:00:00.000Z';
const move = (n: number, from: string, to: string, at: string) => ({
  n,
  at,
  by: { system: true as const },
  what: 'moved',
  from,
  to,
});
const line = (at: string, ...log: ReturnType<typeof move>[]) =>
  stationsOf(contactRequestV1, { at, since: log.at(-1)?.at ?? createdAt, createdAt }, log).map(
    ({ step, state, visits }) => `${step} ${state} ${visits}`,
  );

describe('the stations of a case', () => {
  it('begin with the first step and show what usually follows', () => {
    expect(line('accept', move(1, 'route', 'accept', createdAt))).toEqual([
      'route done 1',
      'accept now 1',
      'contact later 0',
      'advise later 0',
      'closed later 0',
    ]);
  });

  it('count a step that is done again instead of repeating it', () => {
    expect(
      line(
        'accept',
        move(1, 'route', 'accept', createdAt),
        move(2, 'accept', 'reassign', '2026-11-03T08:00:00.000Z'),
        move(3, 'reassign', 'accept', '2026-11-03T09:00:00.000Z'),
      ),
    ).toEqual([
      'route done 1',
      'reassign done 1',
      'accept now 2',
      'contact later 0',
      'advise later 0',
      'closed later 0',
    ]);
  });

  it('end where the case ended', () => {
    expect(
      line(
        'withdrawn',
        move(1, 'route', 'accept', createdAt),
        move(2, 'accept', 'withdrawn', '2026-11-03T08:00:00.000Z'),
      ),
    ).toEqual(['route done 1', 'accept done 1', 'withdrawn now 1']);
  });

  it('do not take a reminder for a step', () => {
    expect(line('accept', move(1, 'accept', 'accept', createdAt))).toContain('accept now 1');
  });
});
