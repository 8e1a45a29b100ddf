import type { ResponsibleAnswer } from '../../domain/api/families.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import { responsibleFor } from '../../domain/people/assignment.ts';
import { placesOf } from '../cases/places-of.ts';
import { FieldsError, NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { FamiliesDeps } from './deps.ts';

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);

/** `GET /api/responsible?kita=ID&on=DATE`, or `?municipality=ID` when the Kita is not known. */
export const findResponsible =
  ({ registers, clock }: FamiliesDeps): RouteHandler =>
  async ({ query }) => {
    const on = query.on ?? dateOf(clock.now());
    if (!isDate(on)) throw new FieldsError([{ path: ['on'], message: 'wrong-type' }]);
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
