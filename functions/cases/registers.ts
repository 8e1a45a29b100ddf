import type { CalendarDate } from '../../domain/calendar/period.ts';
import { type Assignment, deputiesOf } from '../../domain/people/assignment.ts';
import type { Deputyship, Person } from '../../domain/people/person.ts';
import type { County } from '../../domain/places/county.ts';
import type { Kita, Municipality, Provision } from '../../domain/places/place.ts';
import type { Store } from '../store/client.ts';
import { readCounty, readRegister } from '../store/registers-read.ts';
import { remember } from '../store/remember.ts';

/** The county's registers, as every function reads them. They change by the week and are remembered for a minute. */
export interface Registers {
  county(): Promise<County>;
  kitas(): Promise<Kita[]>;
  kita(id: string): Promise<Kita | undefined>;
  municipalities(): Promise<Municipality[]>;
  municipality(id: string): Promise<Municipality | undefined>;
  provisions(): Promise<Provision[]>;
  providerNames(): Promise<Map<string, string>>;
  people(): Promise<Person[]>;
  responsibility(): Promise<{ assignments: Assignment[]; deputyships: Deputyship[] }>;
  /** Who stands in for a person on a day. */
  deputiesOf(person: string, on: CalendarDate): Promise<string[]>;
}

const SECONDS = 60;

export const createRegisters = (store: Store): Registers => {
  const kitas = remember(SECONDS, () => readRegister(store, 'kitas'));
  const municipalities = remember(SECONDS, () => readRegister(store, 'municipalities'));
  const providers = remember(SECONDS, () => readRegister(store, 'providers'));
  const responsibility = remember(SECONDS, async () => {
    const [assignments, deputyships] = await Promise.all([
      readRegister(store, 'assignments'),
      readRegister(store, 'deputyships'),
    ]);
    return { assignments, deputyships };
  });
  return {
    county: remember(SECONDS, () => readCounty(store)),
    kitas,
    kita: async (id) => (await kitas()).find((kita) => kita.id === id),
    municipalities,
    municipality: async (id) => (await municipalities()).find((one) => one.id === id),
    provisions: remember(SECONDS, () => readRegister(store, 'provisions')),
    providerNames: async () => new Map((await providers()).map(({ id, name }) => [id, name])),
    people: remember(SECONDS, () => readRegister(store, 'people')),
    responsibility,
    deputiesOf: async (person, on) => deputiesOf(person, (await responsibility()).deputyships, on),
  };
};
