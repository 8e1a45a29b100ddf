import type * as z from 'zod/mini';
import { assignment } from '../people/assignment.ts';
import { deputyship, person } from '../people/person.ts';
import { kita, municipality, provider, provision } from '../places/place.ts';
import type { ListName, Registers } from './registers.ts';

/** How a cell becomes a value; what cannot be read stays as it is, and the schema refuses it. */
const text = (cell: string): unknown => cell;
const many = (cell: string): unknown => cell.split(/[\s,|]+/).filter(Boolean);
const number = (cell: string): unknown => (/^\d+$/.test(cell) ? Number(cell) : cell);
const YES_NO: Record<string, boolean> = { yes: true, ja: true, no: false, nein: false };
const yesNo = (cell: string): unknown => YES_NO[cell.toLowerCase()] ?? cell;
/** 31.01.2025, as German spreadsheets write it, is 2025-01-31. */
const date = (cell: string): unknown => {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
};

/** A column: its heading, the field it fills and how. `whenEmpty` is what an empty cell means. */
export interface Column {
  field: string;
  read: (cell: string) => unknown;
  whenEmpty?: unknown;
}

const column = (field: string, read: Column['read'] = text): Column => ({ field, read });
const list = (field: string): Column => ({ field, read: many, whenEmpty: [] });
const flag = (field: string): Column => ({ field, read: yesNo, whenEmpty: false });

export interface List<T = unknown> {
  file: string;
  columns: Record<string, Column>;
  schema: z.ZodMiniType<T>;
}

/** The CSV files of a county. Several values in one cell are separated by spaces. */
export const lists: { [L in ListName]: List<Registers[L][number]> } = {
  municipalities: {
    file: 'municipalities.csv',
    columns: { id: column('id'), name: column('name'), ags: column('ags') },
    schema: municipality,
  },
  providers: {
    file: 'providers.csv',
    columns: { id: column('id'), name: column('name'), kind: column('kind'), invented: flag('invented') },
    schema: provider,
  },
  kitas: {
    file: 'kitas.csv',
    columns: {
      id: column('id'),
      name: column('name'),
      place: column('place'),
      municipality: column('municipality'),
      social_area: column('socialArea'),
      places: column('places', number),
      invented: flag('invented'),
    },
    schema: kita,
  },
  provisions: {
    file: 'provisions.csv',
    columns: { kita: column('kita'), provider: column('provider'), from: column('from', date) },
    schema: provision,
  },
  people: {
    file: 'people.csv',
    columns: {
      id: column('id'),
      name: column('name'),
      subject: column('subject'),
      roles: list('roles'),
      email: column('email'),
      language: column('language'),
      phone: column('phone'),
      hours: column('hours'),
      employer: column('employer'),
      agreement: column('agreement', date),
      kitas: list('kitas'),
      provider: column('provider'),
    },
    schema: person,
  },
  assignments: {
    file: 'assignments.csv',
    columns: {
      place: column('place'),
      person: column('person'),
      from: column('from', date),
      to: column('to', date),
    },
    schema: assignment,
  },
  deputyships: {
    file: 'deputyships.csv',
    columns: {
      person: column('person'),
      deputy: column('deputy'),
      from: column('from', date),
      to: column('to', date),
    },
    schema: deputyship,
  },
};
