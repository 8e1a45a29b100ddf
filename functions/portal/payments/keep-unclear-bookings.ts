import type { BookingAnswer } from '../../../domain/api/payments.ts';
import { transact } from '../../store/transact.ts';
import { keepUnclear, putClarified, readUnclear, unclearId } from '../../store/unclear-bookings.ts';
import type { PortalDeps } from '../deps.ts';

/** What was entered, or counted before; everything else is for a person. */
const DONE: readonly string[] = ['booked', 'returned', 'repaid', 'counted'];

/**
 * Keeps what of a file changed nothing until somebody clarifies it. What was to be clarified and is entered by now is clarified by that.
 * @param file the import that it came in, @param person who entered it
 */
export const keepUnclearBookings = async (
  { store, clock }: Pick<PortalDeps, 'store' | 'clock'>,
  items: BookingAnswer['items'],
  { file, person }: { file: string; person: string },
): Promise<void> => {
  const at = clock.now();
  const [done, unclear] = [true, false].map((isDone) =>
    items.filter(({ result }) => DONE.includes(result) === isDone),
  ) as [typeof items, typeof items];
  for (const { n: _row, result, ...booking } of unclear) {
    const of = { id: unclearId(booking), result, import: file, at, by: { person }, state: 'open' as const };
    await keepUnclear(store, { ...booking, ...of });
  }
  // Each is looked up by itself: a list of all that is to be clarified grows with the file.
  const before = await Promise.all(done.map((one) => readUnclear(store, unclearId(one))));
  for (const one of before)
    if (one?.state === 'open') {
      const answered = { at, by: { system: true as const } };
      await transact(store, [putClarified(store, { ...one, state: 'clarified', answered })]);
    }
};
