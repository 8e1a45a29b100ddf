import type * as z from 'zod/mini';
import type { UnclearItem } from '../../../domain/api/payments.ts';
import type { clarification, UnclearBooking } from '../../../domain/payments/unclear-booking.ts';
import type { Person } from '../../../domain/people/person.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import { listUnclear, putClarified, readUnclear } from '../../store/unclear-bookings.ts';
import type { PortalDeps } from '../deps.ts';

/** So many that are clarified are shown, the last first. */
const CLARIFIED = 50;

const itemOf = ({ by, answered, ...one }: UnclearBooking, people: readonly Person[]): UnclearItem => {
  const nameOf = (who: UnclearBooking['by']) =>
    'person' in who ? people.find(({ id }) => id === who.person)?.name : undefined;
  const [byName, answeredBy] = [nameOf(by), answered && nameOf(answered.by)];
  return {
    ...one,
    ...(byName && { byName }),
    ...(answered && {
      answered: {
        at: answered.at,
        ...(answered.reason && { reason: answered.reason }),
        ...(answeredBy && { byName: answeredBy }),
      },
    }),
  };
};

/** `GET /api/payment-clarifications`: what is to be clarified, the oldest first, and what was clarified lately. */
export const listClarifications =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    if (!asker.roles.some((role) => role === 'treasurer' || role === 'auditor'))
      throw new ForbiddenError('other-role');
    const [all, people] = await Promise.all([listUnclear(deps.store), deps.registers.people()]);
    const open = all.filter(({ state }) => state === 'open').sort((a, b) => (a.at < b.at ? -1 : 1));
    const clarified = all
      .filter(({ state }) => state === 'clarified')
      .sort((a, b) => ((a.answered?.at ?? '') < (b.answered?.at ?? '') ? 1 : -1))
      .slice(0, CLARIFIED);
    return { body: { items: [...open, ...clarified].map((one) => itemOf(one, people)) } };
  };

const POSSIBLE = /^[0-9a-f]{64}$/;

/** `POST /api/payment-clarifications/{id}/answer`: the treasurer says what became of it. It moves nothing, and nothing overwrites it. */
export const clarify =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { reason } = request.body as z.infer<typeof clarification>;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('treasurer')) throw new ForbiddenError('other-role');
    const { id = '' } = request.params;
    const found = POSSIBLE.test(id) ? await readUnclear(deps.store, id) : undefined;
    if (!found) throw new NotFoundError('no such booking');
    const answered = { at: deps.clock.now(), by: { person: asker.id }, reason };
    const clarified: UnclearBooking = { ...found, state: 'clarified', answered };
    const failed = await transact(deps.store, [
      putClarified(deps.store, clarified),
      hasRole(deps.store, asker.id, 'treasurer'),
    ]);
    if (failed?.index === 1) throw new ForbiddenError('other-role');
    if (failed) {
      const now = await readUnclear(deps.store, id);
      const isSame =
        now?.answered?.reason === reason &&
        'person' in now.answered.by &&
        now.answered.by.person === asker.id;
      if (!now || !isSame) throw new ConflictError('clarified-already');
      return { body: itemOf(now, await deps.registers.people()) };
    }
    return { body: itemOf(clarified, await deps.registers.people()) };
  };
