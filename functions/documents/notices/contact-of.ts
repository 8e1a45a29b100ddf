import type { Note } from '../../../domain/forms/budget-application/note.ts';
import type { NoticeContact } from '../../../domain/notice/notice-facts.ts';
import type { Person } from '../../../domain/people/person.ts';

/** Whom a notice names for questions: who wrote its reasons. */
export const contactOf = ({ by }: Note, people: readonly Person[]): NoticeContact | undefined => {
  const person = 'person' in by ? people.find(({ id }) => id === by.person) : undefined;
  return person && { name: person.name, phone: person.phone, email: person.email };
};
