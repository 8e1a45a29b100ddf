import type * as z from 'zod/mini';
import type { bookingAnswer, bookingFrom } from '../../../domain/api/payments.ts';
import { booking } from '../../../domain/payments/booking.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { readImport, readSomeRows } from '../../store/imports.ts';
import type { PortalDeps } from '../deps.ts';
import { enterBooking } from './enter-booking.ts';
import { keepUnclearBookings } from './keep-unclear-bookings.ts';

/** As many as one call enters: it has seconds. The page calls again with where it is to go on. */
const AT_ONCE = 50;

const POSSIBLE = /^[0-9a-f-]{36}$/;

/**
 * `POST /api/imports/{id}/booking`: enters the bookings of a file that was read, a part at a time. Each counts once, however often
 * it is asked for; what a person must look at is told, every time, and kept until
 * somebody has clarified it.
 */
export const bookImport =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('treasurer')) throw new ForbiddenError('other-role');
    const { id = '' } = request.params;
    const found = POSSIBLE.test(id) ? await readImport(deps.store, id) : undefined;
    if (found?.kind !== 'bookings') throw new NotFoundError('no such import');
    if (found.state !== 'valid') throw new ConflictError('import-not-valid');
    const { from } = request.body as z.infer<typeof bookingFrom>;
    const part = await readSomeRows(deps.store, found, booking, { from, count: AT_ONCE });
    const items: z.infer<typeof bookingAnswer>['items'] = [];
    for (const [n, one] of part.entries())
      items.push({ ...one, n: from + n + 1, result: await enterBooking(deps, one, asker) });
    await keepUnclearBookings(deps, items, { file: found.id, person: asker.id });
    const next = from + items.length;
    return { body: { items, rows: found.rows, ...(next < found.rows && { next }) } };
  };
