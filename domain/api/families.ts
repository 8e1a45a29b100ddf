import * as z from 'zod/mini';
import { language } from '../languages/language-schema.ts';

const number = z.object({ name: z.string(), number: z.string() });

/** `GET /api/county`: texts in the asked language. */
export const countyAnswer = z.object({
  slug: z.string(),
  name: z.string(),
  welcome: z.string(),
  office: z.object({
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    email: z.string(),
    dataProtectionOfficer: z.string(),
  }),
  languages: z.array(language),
  municipalities: z.array(z.object({ id: z.string(), name: z.string() })),
  emergency: z.array(number),
  ombuds: z.object({ name: z.string(), phone: z.string(), website: z.string() }),
  workingHours: z.string(),
  /** The next day on which somebody reads: today while its working hours last. */
  nextReadingDay: z.iso.date(),
  pages: z.object({ imprint: z.string(), accessibility: z.string() }),
  leaveTo: z.string(),
  retentionMonths: z.int(),
  demonstration: z.boolean(),
});
export type CountyAnswer = z.infer<typeof countyAnswer>;

/** `GET /api/kitas?q=&municipality=&cursor=` */
export const kitaItem = z.object({
  id: z.string(),
  name: z.string(),
  place: z.optional(z.string()),
  municipality: z.object({ id: z.string(), name: z.string() }),
  provider: z.optional(z.string()),
});
export type KitaItem = z.infer<typeof kitaItem>;
export const kitasAnswer = z.object({ items: z.array(kitaItem), cursor: z.optional(z.string()) });

/** `GET /api/responsible?kita=ID&on=DATE` (or `municipality=ID`): nobody named when the coordinator decides. */
export const responsibleAnswer = z.object({
  person: z.optional(
    z.object({
      id: z.string(),
      name: z.string(),
      phone: z.optional(z.string()),
      hours: z.optional(z.string()),
    }),
  ),
  deputyFor: z.optional(z.string()),
  office: number,
  on: z.iso.date(),
});
export type ResponsibleAnswer = z.infer<typeof responsibleAnswer>;

/** `PUT /api/contact-requests/{id}`: 201, or 200 on a repeat with the same body. */
export const contactRequestReceipt = z.object({
  id: z.string(),
  /** 16 characters in four groups, no look-alikes; opens the mailbox. */
  receipt: z.string(),
  receivedAt: z.string(),
  /** By when somebody accepts it. */
  answerBy: z.iso.date(),
});
export type ContactRequestReceipt = z.infer<typeof contactRequestReceipt>;

/** What a family sees of its case. */
export const familyStates = ['received', 'accepted', 'in-contact', 'closed', 'withdrawn'] as const;

export const mailboxMessage = z.object({
  id: z.string(),
  from: z.enum(['family', 'worker']),
  at: z.string(),
  /** Own messages are sealed for the social worker and cannot be shown again: a phone may be watched. */
  text: z.optional(z.string()),
});
export type MailboxMessage = z.infer<typeof mailboxMessage>;

/** `GET /api/mailbox` with `Authorization: Receipt CODE` */
export const mailboxAnswer = z.object({
  state: z.enum(familyStates),
  receivedAt: z.string(),
  since: z.string(),
  /** By when the other side should act, if it is their turn. */
  answerBy: z.optional(z.iso.date()),
  kita: z.optional(z.string()),
  /** Who is responsible now. */
  responsible: z.optional(
    z.object({ name: z.string(), phone: z.optional(z.string()), hours: z.optional(z.string()) }),
  ),
  messages: z.array(mailboxMessage),
  /** A new responsible person asks to read what was written before. */
  consentAskedBy: z.optional(z.string()),
  mayWrite: z.boolean(),
  mayWithdraw: z.boolean(),
  /** The last day on which the code opens an ended case: the same whether or not a child's protection makes the deletion wait. */
  deletedOn: z.optional(z.iso.date()),
});
export type MailboxAnswer = z.infer<typeof mailboxAnswer>;

/** `POST /api/mailbox/messages`: the id is made in the browser (UUIDv7), so that sending twice is harmless. */
export const newMessage = z.strictObject(
  {
    id: z.uuid('wrong-type'),
    text: z.string('required').check(z.trim(), z.minLength(1, 'required'), z.maxLength(1_000, 'too-long')),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);
export type NewMessage = z.infer<typeof newMessage>;

/** `POST /api/mailbox/consent`: whether the new responsible person may read earlier messages. */
export const consentAnswer = z.strictObject(
  {
    allow: z.boolean('required'),
    /** `consentAskedBy` as the page showed it: when somebody else asks by now, nobody is answered. */
    person: z.optional(z.string('wrong-type')),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);

/** `POST /api/mailbox/receipt`: the id is made in the browser, so that a lost answer can be asked for again. */
export const replacement = z.strictObject({ id: z.uuid('wrong-type') }, { error: 'unknown-field' });

/** `POST /api/mailbox/receipt` and `POST /api/submissions/{id}/receipt`: the new code; the old one opens nothing. */
export const replacedReceipt = z.object({ receipt: z.string() });
