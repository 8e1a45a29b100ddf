import { dateOf } from '../../domain/calendar/due.ts';
import { standingOf } from '../../domain/forms/behaviours.ts';
import type { MailName } from '../../domain/mails/mail.ts';
import type { Recipient } from '../../domain/mails/owed-mail.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Head, Owed } from '../../domain/submission/head.ts';
import type { DispatchDeps } from './deps.ts';

type OwedMail = Owed & { do: 'mail' };

/** Who of the register is meant by a recipient that is several people; undefined for a single one. */
const membersOf = (to: Recipient): ((person: Person) => boolean) | undefined => {
  if ('role' in to) return ({ roles }) => roles.includes(to.role);
  if ('provider' in to)
    return ({ roles, provider }) => roles.includes('provider') && provider === to.provider;
  return 'kita' in to ? ({ roles, kitas }) => roles.includes('kita') && kitas.includes(to.kita) : undefined;
};

const each = (
  { log }: DispatchDeps,
  head: Head,
  mail: MailName,
  isOneOf: (person: Person) => boolean,
  people: readonly Person[],
) => {
  const able = people.filter((person) => isOneOf(person) && !head.excluded.includes(person.id));
  if (able.length === 0) log.warn('nobody to write to', { id: head.id, mail });
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
 * A mail to a role, to a provider or a Kita, or to somebody and their deputies, becomes one to each of these people, so that each is sent and
 * marked by itself. What became so once stays so: a second look adds nobody.
 */
export const toEach = async (deps: DispatchDeps, head: Head): Promise<Head> => {
  const people = await deps.registers.people();
  const owed: Record<string, Owed> = {};
  for (const [name, one] of Object.entries(head.owed)) {
    const only = (person: string): Owed => ({ ...one, to: { person } }) as OwedMail;
    const isOneOf = one.do === 'mail' ? membersOf(one.to) : undefined;
    if (one.do === 'mail' && isOneOf) {
      for (const { id } of each(deps, head, one.mail, isOneOf, people)) owed[`${name}-${id}`] = only(id);
    } else if (one.do === 'mail' && 'person' in one.to && one.to.withDeputies) {
      const { person } = one.to;
      owed[name] = only(person);
      for (const { id } of await standingInFor(deps, head, person, people)) owed[`${name}-${id}`] = only(id);
    } else owed[name] = one;
  }
  return { ...head, owed };
};
