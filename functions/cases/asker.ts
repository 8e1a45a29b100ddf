import { dateOf } from '../../domain/calendar/due.ts';
import { standingOf } from '../../domain/forms/behaviours.ts';
import type { Asker, Standing } from '../../domain/people/asker.ts';
import { standsInFor } from '../../domain/people/assignment.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Head } from '../../domain/submission/head.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { ForbiddenError, NotFoundError, UnauthorizedError } from '../runtime/errors.ts';
import type { ApiRequest } from '../runtime/http/request.ts';
import type { Clock } from '../runtime/local-parts.ts';
import type { Store } from '../store/client.ts';
import { readHead } from '../store/heads.ts';
import { readPersonBySubject, readRegister } from '../store/registers-read.ts';

export interface AskerDeps {
  store: Store;
  clock: Clock;
}

export interface KnownAsker extends Asker {
  person: Person;
  /** Deputyships of today, with their last day. */
  deputyships: { person: string; from: string; to: string }[];
}

/**
 * Who asks, fresh from the register: issuer and subject were verified before, roles and deputyships count as of now.
 * @throws UnauthorizedError without a login, ForbiddenError for somebody whom the register does not know.
 */
export const askerOf = async ({ store, clock }: AskerDeps, { login }: ApiRequest): Promise<KnownAsker> => {
  if (!login) throw new UnauthorizedError('no login');
  const person = await readPersonBySubject(store, login.issuer, login.subject);
  if (!person) throw new ForbiddenError('unknown-person');
  const own = await readRegister(store, 'deputyships', `${person.id}#`);
  const today = dateOf(clock.now());
  const persons = standsInFor(person.id, own, today);
  return {
    person,
    id: person.id,
    roles: person.roles,
    standsInFor: persons,
    provider: person.provider,
    kitas: person.kitas,
    deputyships: own.filter((one) => persons.includes(one.person) && one.from <= today && today <= one.to),
  };
};

const IMPOSSIBLE = /^[0-9a-f-]{36}$/;

/**
 * A submission and how the one who asks stands to it. What is not there and what is not theirs look alike.
 * @throws NotFoundError
 */
export const openFor = async (
  { store }: AskerDeps,
  asker: Asker,
  id: string | undefined,
): Promise<{ head: Head; standing: Standing }> => {
  const head = await readHead(store, id && IMPOSSIBLE.test(id) ? id : '-');
  const standing = head && standingOf(asker, head);
  if (!head || !standing) throw new NotFoundError('no such submission for this person');
  return { head, standing };
};

/** The asker as the log names them: "A for B" when they stand in for somebody. */
export const actorOf = (asker: Asker, standing: Standing): Actor => ({
  person: asker.id,
  ...(standing.for && { for: standing.for }),
});
