import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  KMSClient,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audiences, type FunctionName, sealingRights } from '../../domain/sealed/rights.ts';
import { createSealer } from '../../functions/gateways/sealer.ts';
import { functions } from '../../functions/registry.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { MAC_KEY, SEALING_KEY } from '../../local/key-grants.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const id = newId();
const names = Object.keys(sealingRights) as FunctionName[];
/** Those who are no function at all: the tables' own administrator, nobody, and what every object inherits. */
const strangers = ['admin', 'infra', 'constructor', 'toString'];

type Command =
  | GenerateDataKeyCommand
  | DecryptCommand
  | GenerateMacCommand
  | EncryptCommand
  | VerifyMacCommand;

const asked = async (
  by: string,
  command: Command,
): Promise<{ allowed: boolean; answer?: Record<string, Uint8Array> }> => {
  const kms = new KMSClient({ credentials: credentialsOf(by), maxAttempts: 1 });
  try {
    return {
      allowed: true,
      answer: (await kms.send(command as DecryptCommand)) as unknown as Record<string, Uint8Array>,
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'AccessDeniedException') return { allowed: false };
    throw error;
  } finally {
    kms.destroy();
  }
};

const contextOf = (to: string, more: object = {}) => ({ case: id, to, ...more });
const dataKey = (EncryptionContext: Record<string, string>, KeyId = SEALING_KEY) =>
  new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext });

/** A wrapped key for an audience, by a function that may make one. */
const wrappedFor = async (to: string): Promise<Uint8Array> => {
  const { answer } = await asked(to === 'mail' ? 'families' : 'casework', dataKey(contextOf(to)));
  return answer?.CiphertextBlob ?? new Uint8Array();
};
const opening = (CiphertextBlob: Uint8Array, EncryptionContext: Record<string, string>) =>
  new DecryptCommand({ CiphertextBlob, EncryptionContext });

describe('the key service', () => {
  test('lets each function seal and open for whom its rights say, and for nobody else', async () => {
    for (const to of audiences) {
      const wrapped = await wrappedFor(to);
      for (const name of names) {
        const { seal, open } = sealingRights[name];
        const may = [seal.includes(to), open.includes(to)];
        const did = [
          await asked(name, dataKey(contextOf(to))),
          await asked(name, opening(wrapped, contextOf(to))),
        ];
        expect([name, to, ...did.map(({ allowed }) => allowed)]).toEqual([name, to, ...may]);
      }
    }
  });

  test('lets only the functions that serve the mailbox open replies, and only casework open what families wrote', () => {
    const whoOpens = (to: (typeof audiences)[number]) =>
      names.filter((name) => sealingRights[name].open.includes(to));
    expect(whoOpens('worker')).toEqual(['casework']);
    expect(whoOpens('family').sort()).toEqual(['casework', 'families']);
    expect(whoOpens('mail')).toEqual(['dispatch']);
  });

  test('refuses whoever is no function', async () => {
    const wrapped = await wrappedFor('worker');
    for (const stranger of strangers) {
      for (const command of [
        dataKey(contextOf('worker')),
        opening(wrapped, contextOf('worker')),
        new GenerateMacCommand({ KeyId: MAC_KEY, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from('x') }),
      ])
        expect([stranger, (await asked(stranger, command)).allowed]).toEqual([stranger, false]);
    }
  });

  test('refuses contexts that are not of one case and one audience', async () => {
    for (const context of [
      {},
      { case: id },
      { to: 'worker' },
      contextOf('everybody'),
      contextOf('worker', { more: 'x' }),
      { case: '', to: 'worker' },
    ])
      expect((await asked('casework', dataKey(context as Record<string, string>))).allowed).toBe(false);
    expect((await asked('casework', dataKey(contextOf('worker'), 'alias/another'))).allowed).toBe(false);
    expect((await asked('casework', dataKey(contextOf('worker'), MAC_KEY))).allowed).toBe(false);
  });

  test('opens nothing under another case or for another audience', async () => {
    const wrapped = await wrappedFor('worker');
    for (const context of [contextOf('family'), { case: newId(), to: 'worker' }]) {
      const kms = new KMSClient({ credentials: credentialsOf('casework'), maxAttempts: 1 });
      await expect(kms.send(opening(wrapped, context))).rejects.toMatchObject({
        name: 'InvalidCiphertextException',
      });
      kms.destroy();
    }
  });

  test('makes codes only for the functions that need them, and does nothing else for anybody', async () => {
    const Message = Buffer.from(`submission:${id}`);
    for (const name of names) {
      const mac = new GenerateMacCommand({ KeyId: MAC_KEY, MacAlgorithm: 'HMAC_SHA_256', Message });
      expect([name, (await asked(name, mac)).allowed]).toEqual([name, functions[name].pepper === true]);
      for (const other of [
        new EncryptCommand({
          KeyId: SEALING_KEY,
          Plaintext: Message,
          EncryptionContext: contextOf('worker'),
        }),
        new VerifyMacCommand({ KeyId: MAC_KEY, MacAlgorithm: 'HMAC_SHA_256', Message, Mac: Message }),
        new GenerateMacCommand({ KeyId: SEALING_KEY, MacAlgorithm: 'HMAC_SHA_256', Message }),
      ])
        expect([name, (await asked(name, other)).allowed]).toEqual([name, false]);
    }
  });
});

describe('a sealed text', () => {
  const context = { case: id, to: 'family' } as const;
  const sealer = () =>
    createSealer({ SEALING_KEY_ID: SEALING_KEY }, { credentials: credentialsOf('casework') });

  test('opens where it was put, and nowhere else: it cannot be moved to another message or another case', async () => {
    const { sealed, wrapped } = await sealer().seal(context, 'one', 'Bis Montag.');
    expect(await sealer().open(context, 'one', sealed, wrapped)).toBe('Bis Montag.');
    await expect(sealer().open(context, 'other', sealed, wrapped)).rejects.toThrow();
    await expect(sealer().open(context, 'other', { ...sealed, key: 'other' }, wrapped)).rejects.toThrow();
    await expect(sealer().open({ ...context, case: newId() }, 'one', sealed, wrapped)).rejects.toThrow();
    await expect(sealer().open({ ...context, to: 'worker' }, 'one', sealed, wrapped)).rejects.toThrow();
  });

  test('does not open when a single bit of it has changed', async () => {
    const { sealed, wrapped } = await sealer().seal(context, 'one', 'Bis Montag.');
    for (const field of ['iv', 'data', 'tag'] as const) {
      const bytes = Buffer.from(sealed[field], 'base64');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      const changed = { ...sealed, [field]: bytes.toString('base64') };
      await expect(sealer().open(context, 'one', changed, wrapped)).rejects.toThrow();
    }
  });

  test('is not opened with a shorter tag, of which somebody could guess one that fits', async () => {
    const { sealed, wrapped } = await sealer().seal(context, 'one', 'Bis Montag.');
    const tag = Buffer.from(sealed.tag, 'base64').subarray(0, 4).toString('base64');
    await expect(sealer().open(context, 'one', { ...sealed, tag }, wrapped)).rejects.toThrow();
  });
});

test('what the functions do with a case stays within these rights', async () => {
  const used = new Set<string>();
  const calls = await server.callsWhile(async () => {
    const { id: of, receipt } = await server.submit({ replyBy: 'e-mail', email: 'familie@example.org' });
    await server.decide('social-worker', of, 'accept');
    await server.api('GET', `/api/submissions/${of}/answers`, { as: 'social-worker' });
    const body = { id: newId(), text: 'Hallo' };
    await server.api('POST', `/api/submissions/${of}/messages`, { as: 'social-worker', body });
    await server.api('GET', '/api/mailbox', { receipt });
    await server.idle();
  });
  for (const { service, operation, by, request } of calls) {
    if (service !== 'kms' || operation === 'GenerateMac') continue;
    const { EncryptionContext } = request as { EncryptionContext: Record<string, string> };
    expect(Object.keys(EncryptionContext).sort()).toEqual(['case', 'to']);
    used.add(`${by} ${operation} ${EncryptionContext.to}`);
  }
  expect([...used].sort()).toEqual([
    'casework Decrypt worker',
    'casework GenerateDataKey family',
    'dispatch Decrypt mail',
    'families Decrypt family',
    'families GenerateDataKey mail',
    'families GenerateDataKey worker',
  ]);
});
