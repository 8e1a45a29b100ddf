import type { Amends } from '../../domain/amendments/amends.ts';
import type { SubmissionItem } from '../../domain/api/portal.ts';
import { endOf } from '../../domain/calendar/due.ts';
import { type InstitutionHead, isInstitution } from '../../domain/forms/institution-survey/particulars.ts';
import { lastDayOfAll } from '../../domain/forms/survey-round/unit-end.ts';
import { isPersonStep } from '../../domain/process/process.ts';
import type { ContactHead, Head, HeadOf } from '../../domain/submission/head.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import { spokenNumber } from '../../domain/submission/spoken-number.ts';
import type { Registers } from '../cases/registers.ts';

const placesOf = async (registers: Registers, { about }: ContactHead) => {
  const kita = about.kita && (await registers.kita(about.kita));
  const municipality = await registers.municipality((kita ? kita.municipality : about.municipality) ?? '');
  return {
    ...(kita && { kita: { id: kita.id, name: kita.name } }),
    ...(municipality && { municipality: { id: municipality.id, name: municipality.name } }),
  };
};

const amendsShown = ({ application, reason, exOfficio }: Amends) => ({
  application,
  reason,
  exOfficio: exOfficio ?? false,
});

const moneyOf = async (registers: Registers, { about }: HeadOf<'budget-application'>) => {
  const { provider, year, purpose, applied, announced, decision, answerBy, amends } = about;
  const name = (await registers.providerNames()).get(provider) ?? provider;
  return {
    provider: { id: provider, name },
    year,
    ...(purpose && { purpose }),
    ...(applied && { applied }),
    ...(announced && decision && { granted: decision.amount }),
    ...(answerBy && { answerBy }),
    ...(amends && { amends: amendsShown(amends) }),
  };
};

const paymentOf = async (registers: Registers, { about }: HeadOf<'payment-order'>) => {
  const { provider, year, purpose, n, due, amount, number } = about;
  const name = (await registers.providerNames()).get(provider) ?? provider;
  return {
    provider: { id: provider, name },
    year,
    ...(purpose && { purpose }),
    payment: { n, due, amount, ...(number && { number }) },
  };
};

const proofOf = async (registers: Registers, { about }: HeadOf<'proof-of-use'>) => {
  const { provider, year, purpose, answerBy, application } = about;
  const name = (await registers.providerNames()).get(provider) ?? provider;
  return {
    provider: { id: provider, name },
    year,
    application,
    ...(purpose && { purpose }),
    ...(answerBy && { answerBy }),
  };
};

const sessionOf = ({ about }: HeadOf<'committee-session'>) => {
  const { on, kind, items } = about;
  return { session: { items: items.length, ...(on && { on }), ...(kind && { kind }) } };
};

const roundOf = ({ id, about }: HeadOf<'survey-round'>) => ({
  year: about.year,
  survey: { round: id, from: about.from, until: lastDayOfAll(about) },
});

const institutionOf = async (registers: Registers, { form, about }: InstitutionHead) => {
  const { unit, year, round, until } = about;
  const name =
    form === 'kita-survey' ? (await registers.kita(unit))?.name : (await registers.providerNames()).get(unit);
  return {
    year,
    survey: { round, until },
    [form === 'kita-survey' ? 'kita' : 'provider']: { id: unit, name: name ?? unit },
  };
};

/** What a list says of each form's submissions, beside where they stand. */
const factsOf = (registers: Registers, head: Head) => {
  if (head.form === 'contact-request') return placesOf(registers, head);
  if (head.form === 'payment-order') return paymentOf(registers, head);
  if (head.form === 'proof-of-use') return proofOf(registers, head);
  if (head.form === 'survey-round') return roundOf(head);
  if (isInstitution(head)) return institutionOf(registers, head);
  return head.form === 'budget-application' ? moneyOf(registers, head) : sessionOf(head);
};

const responsibleOf = async (registers: Registers, { responsible }: Head) => {
  if (!responsible) return {};
  const person = (await registers.people()).find(({ id }) => id === responsible);
  return { responsible: { id: responsible, name: person?.name ?? responsible } };
};

/** Until when something is to be done. A form that is being filled in is looked at before, to remind; what counts is its last day. */
const dueOf = (head: Head) => {
  if (isInstitution(head) && head.at === 'fill') return { due: endOf(head.about.until) };
  return head.due ? { due: head.due } : {};
};

/** A submission as a line of a list: where it stands, never what is in it. */
export const submissionItem = async (registers: Registers, head: Head): Promise<SubmissionItem> => {
  const step = processOf(head).steps[head.at];
  return {
    id: head.id,
    form: head.form,
    number: spokenNumber(head),
    at: head.at,
    ended: head.endedAt !== undefined,
    ...(step && isPersonStep(step) && { turn: step.by }),
    ...(await responsibleOf(registers, head)),
    ...(await factsOf(registers, head)),
    createdAt: head.createdAt,
    since: head.since,
    ...dueOf(head),
    missed: head.missed,
  };
};
