import type { SubmissionAnswer, SubmissionItem } from '../../domain/api/portal.ts';
import { dayBefore } from '../../domain/calendar/due.ts';
import { mayReadAll } from '../../domain/forms/contact-request/access.ts';
import type { Standing } from '../../domain/people/asker.ts';
import { possibleActions } from '../../domain/process/apply-act.ts';
import { isPersonStep } from '../../domain/process/process.ts';
import type { Head } from '../../domain/submission/head.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import type { Registers } from '../cases/registers.ts';

const placesOf = async (registers: Registers, { about }: Head) => {
  const kita = about.kita && (await registers.kita(about.kita));
  const municipality = await registers.municipality((kita ? kita.municipality : about.municipality) ?? '');
  return {
    ...(kita && { kita: { id: kita.id, name: kita.name } }),
    ...(municipality && { municipality: { id: municipality.id, name: municipality.name } }),
  };
};

const responsibleOf = async (registers: Registers, { responsible }: Head) => {
  if (!responsible) return {};
  const person = (await registers.people()).find(({ id }) => id === responsible);
  return { responsible: { id: responsible, name: person?.name ?? responsible } };
};

/** A submission as a line of a list: where it stands, never what is in it. */
export const submissionItem = async (registers: Registers, head: Head): Promise<SubmissionItem> => {
  const step = processOf(head).steps[head.at];
  return {
    id: head.id,
    form: head.form,
    number: head.id.slice(-6).toUpperCase(),
    at: head.at,
    ended: head.endedAt !== undefined,
    ...(step && isPersonStep(step) && { turn: step.by }),
    ...(await responsibleOf(registers, head)),
    ...(await placesOf(registers, head)),
    createdAt: head.createdAt,
    since: head.since,
    ...(head.due && { due: head.due }),
    missed: head.missed,
  };
};

const contentFor = (person: string, head: Head, standing: Standing): SubmissionAnswer['content'] => {
  if (!standing.roles.includes('social-worker')) return 'none';
  if (head.at === 'withdrawn' && !head.about.held) return 'none';
  return mayReadAll(person, head) ? 'all' : 'own';
};

/** A submission with what the one who asks may do and read. */
export const submissionAnswer = async (
  registers: Registers,
  head: Head,
  person: string,
  standing: Standing,
): Promise<SubmissionAnswer> => {
  const { about } = head;
  return {
    ...(await submissionItem(registers, head)),
    processVersion: head.process.version,
    version: head.version,
    actions: possibleActions(processOf(head), head.at, standing.roles),
    content: contentFor(person, head, standing),
    language: about.language,
    consentAsked: about.consentAskedBy !== undefined,
    blocked: about.blocked,
    held: about.held,
    ...(about.outcome && { outcome: about.outcome }),
    ...(head.deleteAt && !about.held && { deleteOn: dayBefore(head.deleteAt) }),
  };
};
