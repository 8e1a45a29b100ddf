import * as z from 'zod/mini';
import { budgetSettings } from '../budget/settings.ts';
import { language } from '../languages/language-schema.ts';
import { surveySettings } from '../survey/settings.ts';

/** A text that a county writes in its own words; German is required, the others fall back to it. */
const localText = z.object({ de: z.string(), en: z.optional(z.string()), ar: z.optional(z.string()) });
const number = z.strictObject({ name: localText, number: z.string() });

/** counties/<slug>/county.json: what differs from county to county. Every legal period is configuration. */
export const county = z.strictObject({
  slug: z.string().check(z.regex(/^[a-z-]+$/)),
  name: z.string(),
  office: z.strictObject({
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    email: z.email(),
    /** Named on the privacy page (Art. 13 GDPR). */
    dataProtectionOfficer: z.string(),
  }),
  /** The mails' neutral sender: no word of the youth office in a family's inbox. */
  mailFrom: z.email(),
  languages: z.array(language),
  /** Answered now, day and night: shown when a child is in danger. */
  emergency: z.array(number),
  /** Independent advice and complaints (§ 9a SGB VIII), shown with "not to this person". */
  ombuds: z.strictObject({ name: z.string(), phone: z.string(), website: z.string() }),
  workingHours: localText,
  /** When the working hours end (HH:MM in Germany): what arrives later is read on the next day. */
  readsUntil: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  /** Days on which nobody reads, besides Saturdays, Sundays and public holidays; both included. */
  closures: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })),
  /** The county's own pages that every public website must have (§ 5 DDG, § 12a BGG and the state's law). */
  pages: z.strictObject({ imprint: z.url(), accessibility: z.url() }),
  /** Where "leave quickly" leads: a harmless page of everyday life. */
  leaveTo: z.url(),
  welcome: localText,
  /** Calendar months after closing until a contact request is deleted. */
  contactRetentionMonths: z.int().check(z.positive()),
  /** How long raw answers of needs surveys are kept. */
  survey: surveySettings,
  /** How the county decides about the Sozialraumbudget. */
  budget: budgetSettings,
  /** Shown on every page of a demonstration: persons, numbers and most of the Kitas are invented. */
  demonstration: z.boolean(),
});
export type County = z.infer<typeof county>;
