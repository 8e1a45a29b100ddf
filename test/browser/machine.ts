import { inject } from 'vitest';
import type { MailboxAnswer } from '../../domain/api/families.ts';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import { newId } from '../../web/portal/case/new-id.ts';

interface Mail {
  to: string[];
  subject: string;
  text: string;
  language?: string;
}

/** How often something that has no signal of its own is looked at. */
const PAUSE = 100;

/** Looks again and again until there is something; the test's own time-out ends it. */
export const until = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
};

/** The mails to an address, oldest first. */
export const mailsTo = async (address: string): Promise<Mail[]> => {
  const answer = await fetch(`${inject('site')}/mails`, { headers: { accept: 'application/json' } });
  const { items } = (await answer.json()) as { items: Mail[] };
  return items.filter(({ to }) => to.includes(address));
};

const mailOf = (person: string) => `${person}@alzey-worms.example.org`;

/** How many mails a person of the demonstration has. */
export const countMails = async (person: string): Promise<number> => (await mailsTo(mailOf(person))).length;

/** Waits until a person has more mails than before: then their case lies with them. */
export const untilTold = (person: string, before: number): Promise<boolean> =>
  until(async () => (await countMails(person)) > before);

/** Writes to a mailbox past the pages. */
export const writeTo = async (receipt: string, text: string): Promise<void> => {
  const answer = await fetch(`${inject('site')}/api/mailbox/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Receipt ${receipt}` },
    body: JSON.stringify({ id: newId(), text }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
};

/** Waits until a case lies with somebody. */
const untilAssigned = (receipt: string): Promise<boolean> =>
  until(async () => {
    const headers = { authorization: `Receipt ${receipt}` };
    const answer = await fetch(`${inject('site')}/api/mailbox`, { headers });
    const { responsible } = (await answer.json()) as Partial<MailboxAnswer>;
    return responsible !== undefined;
  });

/** Sends a request past the pages, and waits until it lies with the person who is responsible. */
export const submit = async (answers: object): Promise<{ id: string; receipt: string }> => {
  const id = newId();
  const answer = await fetch(`${inject('site')}/api/contact-requests/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...contactRequestExample, ...answers }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  const { receipt } = (await answer.json()) as { receipt: string };
  await untilAssigned(receipt);
  return { id, receipt };
};
