import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Language } from '../../domain/languages/language.ts';
import type { LocalParts } from '../runtime/local-parts.ts';

export interface Letter {
  from: string;
  to: string;
  language: Language;
  subject: string;
  text: string;
}

/** The mail service. It has accepted the letter when this returns. */
export type Postman = (letter: Letter) => Promise<void>;

/** Below the time for which a mail is claimed, so that nobody else sends while we still try (ms). */
const TIMEOUT = 4_000;

export const createPostman = (local: LocalParts = {}): Postman => {
  const ses = new SESv2Client({
    maxAttempts: 2,
    requestHandler: { requestTimeout: TIMEOUT, connectionTimeout: 1_000, throwOnRequestTimeout: true },
    ...(local.credentials && { credentials: local.credentials }),
  });
  return async ({ from, to, language, subject, text }) => {
    const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: {
            Subject: utf8(subject),
            Body: { Text: utf8(text) },
            Headers: [
              { Name: 'Content-Language', Value: language },
              { Name: 'Auto-Submitted', Value: 'auto-generated' },
            ],
          },
        },
      }),
    );
  };
};
