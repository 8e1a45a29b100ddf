import { dateOf } from '../../domain/calendar/due.ts';
import { standingOf } from '../../domain/forms/behaviours.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Head, Owed } from '../../domain/submission/head.ts';
import type { DispatchDeps } from './deps.ts';

type OwedMail = Owed & { do: 'mail' };

const ofRole = ({ log }: DispatchDeps, head: Head, { to, mail }: OwedMail, people: readonly Person[]) => {
  if (!('role' in to)) return [];
  const able = people.filter(({ id, roles }) => roles.includes(to.role) && !head.excluded.includes(id));
  if (able.length === 0) log.warn('nobody has this role', { id: head.id, role: to.role, mail });
  return able;
};

/** Who stands in for somebody today and sees the case in their name: nobody whom the family has excluded. */
const standingInFor = async (deps: DispatchDeps, head: Head, person: string, people: readonly Person[]) => {
  const deputies = await deps.registers.deputiesOf(person, dateOf(deps.clock.now()));
  return people.filter(
    (one) => deputies.includes(one.id) && standingOf({ ...one, standsInFor: [person] }, head)?.for === person,
  );
};

/**
 * A mail to a role, or to somebody and their deputies, becomes one to each of these people, so that each is sent and
 * marked by itself. What became so once stays so: a second look adds nobody.
 */
export const toEach = async (deps: DispatchDeps, head: Head): Promise<Head> => {
  const people = await deps.registers.people();
  const owed: Record<string, Owed> = {};
  for (const [name, one] of Object.entries(head.owed)) {
    const only = (person: string): Owed => ({ ...one, to: { person } }) as OwedMail;
    if (one.do === 'mail' && 'role' in one.to) {
      for (const { id } of ofRole(deps, head, one, people)) owed[`${name}-${id}`] = only(id);
    } else if (one.do === 'mail' && 'person' in one.to && one.to.withDeputies) {
      const { person } = one.to;
      owed[name] = only(person);
      for (const { id } of await standingInFor(deps, head, person, people)) owed[`${name}-${id}`] = only(id);
    } else owed[name] = one;
  }
  return { ...head, owed };
};
