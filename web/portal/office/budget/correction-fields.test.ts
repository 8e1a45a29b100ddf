import { expect, it } from 'vitest';
import type { Entry } from '../../../../domain/budget/entry.ts';
import { correctionResolver, emptyCorrection } from './correction-fields.ts';

const entry = {
  id: 'frame.2027.1.1',
  amounts: { state: 1_200_00, county: 800_00, voluntary: 0 },
} as Entry;
const empty = emptyCorrection(entry);
const read = async (amounts: object, reason = 'Zahlendreher') =>
  correctionResolver(entry)({ ...empty, reason, amounts: { ...empty.amounts, ...amounts } }, {}, {} as never);

it('a correction begins with the whole entry, and is sent in cents', async () => {
  expect((await read({})).values).toMatchObject({ corrects: entry.id, amounts: entry.amounts });
  expect((await read({ county: '0', state: '1,50' })).values).toMatchObject({
    amounts: { state: 150, county: 0, voluntary: 0 },
  });
});

it('a correction says which amount is unreadable, more than the entry, or nothing at all, and wants a reason', async () => {
  expect((await read({ state: '1.200', county: '800,01', voluntary: '' })).errors).toMatchObject({
    amounts: {
      state: { message: 'amount' },
      county: { message: 'more-than-entry' },
      voluntary: { message: 'required' },
    },
  });
  expect((await read({ state: '0', county: '0' }, ' ')).errors).toMatchObject({
    amounts: { state: { message: 'correction-nothing' } },
    reason: { message: 'required' },
  });
});
