import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadRequestException, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Call } from '../../local/observe.ts';
import { MailFileError } from '../../local/ses/mail-file.ts';
import { type RunningSes, startSes } from '../../local/ses/start.ts';

const now = () => new Date('2026-03-02T08:00:00Z');

let folder: string;
let dir: string;
let ses: RunningSes;
let client: SESv2Client;
let calls: Call[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ses-'));
  dir = join(folder, 'mails');
  calls = [];
  await start();
});

afterEach(async () => {
  client.destroy();
  await ses.close();
  await rm(folder, { recursive: true });
});

test('a mail is listed as it was sent', async () => {
  const { MessageId } = await send('رسالة جديدة', {
    ReplyToAddresses: ['antwort@example.org'],
    EmailTags: [{ Name: 'kind', Value: 'news' }],
  });
  expect(ses.list()).toEqual([
    {
      id: MessageId,
      at: '2026-03-02T08:00:00.000Z',
      from: 'Kita-Sozialarbeit <kita@example.org>',
      to: ['familie@example.org'],
      replyTo: ['antwort@example.org'],
      subject: 'رسالة جديدة',
      text: 'Text',
      html: '<p>Text</p>',
      language: 'ar',
      headers: { 'Content-Language': 'ar' },
      tags: { kind: 'news' },
    },
  ]);
});

test('mails are on the disk before the answer, readable for their owner only', async () => {
  await send('eins');
  const file = join(dir, 'mails.jsonl');
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ subject: 'eins' });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('mails sent at once are all kept, and after a restart in the same order', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => send(`Nr. ${index}`)));
  const before = ses.list();
  expect(before).toHaveLength(20);
  await restart();
  await send('danach');
  expect(ses.list().slice(0, 20)).toEqual(before);
  expect(subjects().at(-1)).toBe('danach');
});

test('a last line that a crash cut off is dropped, and the next mail stands whole', async () => {
  await send('eins');
  await restart(() => appendFile(join(dir, 'mails.jsonl'), '{"id":"2","subject":"Grü'));
  expect(subjects()).toEqual(['eins']);
  await send('zwei');
  await restart();
  expect(subjects()).toEqual(['eins', 'zwei']);
});

test('a broken line within the file is named and not passed over', async () => {
  await ses.close();
  await writeFile(join(dir, 'mails.jsonl'), '{"id"\n{}\n');
  await expect(startSes({ dir })).rejects.toThrow(MailFileError);
  await expect(startSes({ dir })).rejects.toThrow(/mails\.jsonl:1 /);
  await rm(join(dir, 'mails.jsonl'));
  await start();
});

test.each([
  ['an address that is none', 'FromEmailAddress', { FromEmailAddress: 'nobody' }],
  ['nobody to send it to', 'Destination.ToAddresses', { Destination: { ToAddresses: [] } }],
  [
    'a copy, which it would lose',
    'Destination',
    { Destination: { ToAddresses: ['a@b'], CcAddresses: ['c@d'] } },
  ],
  ['a raw message', 'Content', { Content: { Raw: { Data: new Uint8Array(1) } } }],
])('a mail with %s is refused by the name of the field', async (_, field, change) => {
  const refused = send('eins', change);
  await expect(refused).rejects.toThrow(BadRequestException);
  await expect(refused).rejects.toThrow(field);
  expect(ses.list()).toEqual([]);
});

test('a subject of two lines is refused', async () => {
  await expect(send('eins\nBcc: x@example.org')).rejects.toThrow('Content.Simple.Subject.Data: one line');
});

test('who watches sees the mail kept after the call and not before', async () => {
  const kept: number[] = [];
  await restart(undefined, () => void kept.push(ses.list().length));
  await send('eins');
  expect(kept).toEqual([0, 1]);
  expect(calls).toEqual([
    expect.objectContaining({ service: 'ses', operation: 'SendEmail', by: 'dispatch', phase: 'before' }),
    expect.objectContaining({ phase: 'after', response: { MessageId: expect.any(String) } }),
  ]);
});

test('a call that nobody signed is refused', async () => {
  const response = await fetch(`${ses.endpoint}/v2/email/outbound-emails`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(403);
});

async function start(watch: () => void = () => undefined): Promise<void> {
  const observe = (call: Call) => {
    calls.push(call);
    watch();
  };
  ses = await startSes({ dir, now, observe });
  client = new SESv2Client({
    endpoint: ses.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'dispatch', secretAccessKey: 'local' },
  });
}

async function restart(between?: () => Promise<void>, watch?: () => void): Promise<void> {
  await ses.close();
  await between?.();
  await start(watch);
}

const subjects = () => ses.list().map(({ subject }) => subject);

function send(subject: string, change: object = {}) {
  return client.send(
    new SendEmailCommand({
      FromEmailAddress: 'Kita-Sozialarbeit <kita@example.org>',
      Destination: { ToAddresses: ['familie@example.org'] },
      Content: {
        Simple: {
          Subject: { Data: subject, Charset: 'UTF-8' },
          Body: { Text: { Data: 'Text', Charset: 'UTF-8' }, Html: { Data: '<p>Text</p>', Charset: 'UTF-8' } },
          Headers: [{ Name: 'Content-Language', Value: 'ar' }],
        },
      },
      ...change,
    }),
  );
}
