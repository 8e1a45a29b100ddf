import { dateOf } from '../../domain/calendar/due.ts';
import type { Instant } from '../../domain/calendar/period.ts';
import { contactStanding } from '../../domain/forms/contact-request/access.ts';
import type { ContactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';
import {
  followContactRequest,
  mailToFamily,
  mailToOffice,
  type Particulars,
} from '../../domain/forms/contact-request/follow.ts';
import { wordsOfMail } from '../../domain/mails/words-of-mail.ts';
import type { Standing } from '../../domain/people/asker.ts';
import { responsibleFor, standsInFor } from '../../domain/people/assignment.ts';
import type { Person } from '../../domain/people/person.ts';
import { type Act, applyAct, begin, type Refusal, touch } from '../../domain/process/apply-act.ts';
import type { Process } from '../../domain/process/process.ts';
import type { Registers } from '../../domain/registers/registers.ts';
import type { ContactHead, Owed } from '../../domain/submission/head.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { nextHead, placed, positionOf } from '../../domain/submission/next-head.ts';

/** What a case must look like after an act, and the mails that the act brings: `subject → address`. */
export interface After {
  head: ContactHead;
  mails: string[];
}

type OwedMail = Owed & { do: 'mail' };

/** A case as the pure functions of the domain have it: no table, no execution, no mail service. */
export const modelOf = (process: Process, registers: Registers) => {
  const retentionMonths = registers.county.contactRetentionMonths;

  const gets = (head: ContactHead, { to, at }: OwedMail, { id, roles }: Person): boolean => {
    if ('family' in to) return false;
    if ('role' in to) return roles.includes(to.role) && !head.excluded.includes(id);
    if (!('person' in to)) return false;
    if (id === to.person) return true;
    if (!to.withDeputies) return false;
    const inFor = standsInFor(id, registers.deputyships, dateOf(at));
    return contactStanding({ id, roles, standsInFor: inFor }, head)?.for === to.person;
  };

  const addressesOf = (head: ContactHead, owed: OwedMail, email: string | undefined): string[] => {
    if ('family' in owed.to) return email ? [email] : [];
    return registers.people.filter((one) => gets(head, owed, one)).map((person) => person.email);
  };

  const mailsOf = (head: ContactHead, owed: Record<string, Owed>, email: string | undefined): string[] =>
    Object.values(owed).flatMap((one) => {
      if (one.do !== 'mail') return [];
      const audience = 'family' in one.to ? 'family' : 'staff';
      const { subject } = wordsOfMail(one.mail, audience, 'de', '');
      return addressesOf(head, one, email).map((address) => `${subject} → ${address}`);
    });

  const act = (
    head: ContactHead,
    deed: Act,
    at: Instant,
    by: Actor,
    email: string | undefined,
    particulars: Particulars = {},
  ): After | Refusal => {
    const applied = applyAct(process, positionOf(head), deed, at);
    if (!applied.ok) return applied.refusal;
    const next = nextHead(head, applied, { at, by, retentionMonths });
    const followed = followContactRequest(head, next, deed, { at, by, particulars });
    return { head: followed.head, mails: mailsOf(followed.head, followed.owed, email) };
  };

  return {
    act,

    /** A request that was sent and routed at once. */
    send(
      id: string,
      { kita, municipality, notToResponsible, email }: ContactRequestAnswers,
      at: Instant,
    ): After {
      const near = municipality ?? registers.kitas.find((one) => one.id === kita)?.municipality;
      const places = [kita, near].flatMap((place) => place ?? []);
      const shown = responsibleFor(places, dateOf(at), registers);
      const excluded = notToResponsible && shown ? [shown.person] : [];
      const received: ContactHead = {
        id,
        form: 'contact-request',
        process: { name: process.name, version: process.version },
        version: 1,
        rev: 1,
        createdAt: at,
        ...begin(process, at),
        run: 1,
        runSince: at,
        excluded,
        bodyHash: '',
        receipt: { counter: 0, pepper: '', pointer: '' },
        log: { n: 1, hash: '' },
        owed: {},
        about: {
          language: 'de',
          hasMailAddress: email !== undefined,
          consents: [],
          blocked: false,
          held: false,
        },
      };
      const to = responsibleFor(places, dateOf(at), registers, excluded);
      const result: Act = { kind: 'result', step: process.first, outcome: to ? 'assigned' : 'nobody' };
      const routed = act(received, result, at, { system: true }, email, { assignTo: to?.person });
      if (typeof routed === 'string') throw new Error(`the first step was refused: ${routed}`);
      return {
        head: routed.head,
        mails: [...mailsOf(received, mailToFamily(received, 'received', at), email), ...routed.mails],
      };
    },

    /** How somebody of the register stands to a case on a day. */
    standing(head: ContactHead, user: string, at: Instant): Standing | undefined {
      const roles = registers.people.find(({ id }) => id === user)?.roles ?? [];
      const inFor = standsInFor(user, registers.deputyships, dateOf(at));
      return contactStanding({ id: user, roles, standsInFor: inFor }, head);
    },

    /** A message of the family or of a social worker. */
    write(head: ContactHead, from: 'family' | 'worker', at: Instant, email: string | undefined): After {
      const owed = from === 'family' ? mailToOffice(head, 'news', at) : mailToFamily(head, 'news', at);
      return { head: placed(head, touch(process, positionOf(head), at)), mails: mailsOf(head, owed, email) };
    },

    /** Everything that the calendar does up to an instant; undefined: the case is deleted. */
    wait(head: ContactHead, until: Instant, email: string | undefined): After | undefined {
      const mails: string[] = [];
      let now = head;
      while (!now.endedAt && now.due && now.due <= until) {
        const passed = act(now, { kind: 'overdue', step: now.at }, now.due, { system: true }, email);
        if (typeof passed === 'string') throw new Error(`a date could not pass: ${passed}`);
        now = passed.head;
        mails.push(...passed.mails);
      }
      return now.deleteAt && now.deleteAt <= until ? undefined : { head: now, mails };
    },
  };
};
export type Model = ReturnType<typeof modelOf>;
