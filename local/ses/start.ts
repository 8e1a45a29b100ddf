import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { operation, type RunningAwsServer, startAwsServer } from '../aws-server.ts';
import type { Observe } from '../observe.ts';
import { type Mail, openMailFile } from './mail-file.ts';

export type { Mail } from './mail-file.ts';

const oneLine = z.string().regex(/^[^\r\n]*$/, 'one line');
const address = oneLine.regex(/[^\s@]@[^\s@]/, 'a mail address');
const content = z.object({ Data: z.string() });
const pairs = z.array(z.object({ Name: oneLine, Value: oneLine })).default([]);

/** Strict: what this service cannot send (copies, attachments, templates) is refused, not lost. */
const sendEmail = z.strictObject({
  FromEmailAddress: address,
  Destination: z.strictObject({ ToAddresses: z.array(address).min(1).max(50) }),
  ReplyToAddresses: z.array(address).optional(),
  EmailTags: pairs,
  ConfigurationSetName: z.string().optional(),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: z.object({ Data: oneLine }),
      Body: z
        .strictObject({ Text: content.optional(), Html: content.optional() })
        .refine(({ Text, Html }) => Text ?? Html, 'Text or Html'),
      Headers: pairs,
    }),
  }),
});

export interface RunningSes extends RunningAwsServer {
  /** All mails ever accepted, newest last. */
  list(): Mail[];
}

/**
 * The mail service (SESv2, SendEmail with simple content) for one machine: it delivers to nobody but keeps every mail
 * in `dir`, on the disk before it answers. `now` dates the mails, for a clock that is moved.
 */
export async function startSes(options: {
  dir: string;
  observe?: Observe;
  now?: () => Date;
}): Promise<RunningSes> {
  const { now = () => new Date() } = options;
  const file = await openMailFile(options.dir);
  const server = await startAwsServer({
    service: 'ses',
    observe: options.observe,
    routes: { 'POST /v2/email/outbound-emails': 'SendEmail' },
    operations: {
      SendEmail: operation(sendEmail, async (request) => {
        const id = randomUUID();
        await file.append({ id, at: now().toISOString(), ...mailOf(request) });
        return { MessageId: id };
      }),
    },
    invalid: 'BadRequestException',
  });
  return {
    endpoint: server.endpoint,
    list: file.list,
    close: async () => {
      await server.close();
      await file.close();
    },
  };
}

function mailOf({
  Content,
  Destination,
  EmailTags,
  ...request
}: z.output<typeof sendEmail>): Omit<Mail, 'id' | 'at'> {
  const { Subject, Body, Headers } = Content.Simple;
  const tags = recordOf(EmailTags);
  const language =
    Headers.find(({ Name }) => Name.toLowerCase() === 'content-language')?.Value ?? tags.language;
  return {
    from: request.FromEmailAddress,
    to: Destination.ToAddresses,
    ...(request.ReplyToAddresses ? { replyTo: request.ReplyToAddresses } : {}),
    subject: Subject.Data,
    ...(Body.Text ? { text: Body.Text.Data } : {}),
    ...(Body.Html ? { html: Body.Html.Data } : {}),
    ...(language ? { language } : {}),
    ...(Headers.length > 0 ? { headers: recordOf(Headers) } : {}),
    ...(EmailTags.length > 0 ? { tags } : {}),
  };
}

function recordOf(pairs: { Name: string; Value: string }[]): Record<string, string> {
  return Object.fromEntries(pairs.map(({ Name, Value }) => [Name, Value]));
}
