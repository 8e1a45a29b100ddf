import type { ResponsibleAnswer } from '../../domain/api/families.ts';
import { dateOf, daysLater } from '../../domain/calendar/due.ts';
import type { CalendarDate } from '../../domain/calendar/period.ts';
import { responsibleFor } from '../../domain/people/assignment.ts';
import { placesOf } from '../cases/places-of.ts';
import { FieldsError, NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { FamiliesDeps } from './deps.ts';

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);

/** Days from today. Who looked further would learn of every worker when they are away, and of whom they see. */
const AHEAD = 14;

/** @throws FieldsError at `on` */
const checkDay = (on: string, today: CalendarDate): void => {
  const wrong = (message: string) => new FieldsError([{ path: ['on'], message }]);
  if (!isDate(on)) throw wrong('wrong-type');
  if (on < today || on > daysLater(today, AHEAD)) throw wrong('out-of-range');
};

/** `GET /api/responsible?kita=ID&on=DATE`, or `?municipality=ID` when the Kita is not known. */
export const findResponsible =
  ({ registers, clock }: FamiliesDeps): RouteHandler =>
  async ({ query }) => {
    const today = dateOf(clock.now());
    const on = query.on ?? today;
    checkDay(on, today);
    if (!query.kita && !query.municipality) throw new FieldsError([{ path: ['kita'], message: 'required' }]);
    const known = query.kita
      ? await registers.kita(query.kita)
      : await registers.municipality(query.municipality ?? '');
    if (!known) throw new NotFoundError('no such place');
    const [county, people, register] = await Promise.all([
      registers.county(),
      registers.people(),
      registers.responsibility(),
    ]);
    const responsible = responsibleFor(await placesOf(registers, query), on, register);
    const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.name;
    const person = people.find(({ id }) => id === responsible?.person);
    const deputyFor = nameOf(responsible?.deputyFor);
    const body: ResponsibleAnswer = {
      ...(person && {
        person: {
          id: person.id,
          name: person.name,
          ...(person.phone && { phone: person.phone }),
          ...(person.hours && { hours: person.hours }),
        },
      }),
      ...(deputyFor && { deputyFor }),
      office: { name: county.office.name, number: county.office.phone },
      on,
    };
    return { body };
  };
