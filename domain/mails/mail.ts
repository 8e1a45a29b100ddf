import * as z from 'zod/mini';

/** Every mail there is. None has content: "there is news" and a link. */
export const mailNames = [
  'received',
  'assigned',
  'news',
  'reminder',
  'ending',
  'escalation',
  'unstaffed',
  'cosign',
  'notice',
] as const;
export const mailName = z.enum(mailNames);
export type MailName = z.infer<typeof mailName>;

/** Who gets it, for the words and the link. */
export type MailAudience = 'family' | 'staff';
