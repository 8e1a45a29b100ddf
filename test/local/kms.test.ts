import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DecryptCommand,
  type DecryptCommandInput,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  IncorrectKeyException,
  InvalidCiphertextException,
  KMSClient,
  KMSInvalidMacException,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningAwsServer } from '../../local/aws-server.ts';
import { KeyFileError } from '../../local/kms/key-file.ts';
import { type Grants, type KeyUse, startKms } from '../../local/kms/start.ts';
import type { Call } from '../../local/observe.ts';

const KeyId = 'alias/sealed';
const EncryptionContext = { case: '0190d1f4', to: 'worker' };

let folder: string;
let file: string;
let kms: RunningAwsServer;
let families: KMSClient;
let uses: KeyUse[];
let calls: Call[];
let grants: Grants;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-'));
  file = join(folder, 'keys', 'kms.json');
  uses = [];
  calls = [];
  grants = () => true;
  await restart();
});

afterEach(async () => {
  families.destroy();
  await kms.close();
  await rm(folder, { recursive: true });
});

test('a data key comes in the clear and sealed, and opens to the same again', async () => {
  const key = await dataKey();
  expect(key.Plaintext).toHaveLength(32);
  expect(await open({ CiphertextBlob: key.CiphertextBlob })).toEqual(key.Plaintext);
  expect((await dataKey()).Plaintext).not.toEqual(key.Plaintext);
});

test('the order of the context does not matter', async () => {
  const { CiphertextBlob, Plaintext } = await dataKey();
  const EncryptionContext = { to: 'worker', case: '0190d1f4' };
  expect(await open({ CiphertextBlob, EncryptionContext })).toEqual(Plaintext);
});

test.each([
  ['another value', { case: '0190d1f4', to: 'family' }],
  ['an entry less', { case: '0190d1f4' }],
  ['an entry more', { ...EncryptionContext, more: '' }],
  ['no entries', undefined],
])('with %s in the context nothing opens', async (_, EncryptionContext) => {
  const { CiphertextBlob } = await dataKey();
  await expect(open({ CiphertextBlob, EncryptionContext })).rejects.toThrow(InvalidCiphertextException);
});

test('a changed or foreign blob does not open, at whatever byte', async () => {
  const { CiphertextBlob = new Uint8Array() } = await dataKey();
  for (const at of CiphertextBlob.keys()) {
    const changed = CiphertextBlob.map((byte, index) => (index === at ? byte ^ 1 : byte));
    await expect(open({ CiphertextBlob: changed })).rejects.toThrow(InvalidCiphertextException);
  }
  await expect(open({ CiphertextBlob: Buffer.from('x') })).rejects.toThrow(InvalidCiphertextException);
});

test('what is encrypted can be decrypted, also after a restart', async () => {
  const Plaintext = Buffer.from('nur für Sie');
  const { CiphertextBlob } = await families.send(new EncryptCommand({ KeyId, EncryptionContext, Plaintext }));
  await restart();
  expect(Buffer.from((await open({ CiphertextBlob })) ?? []).toString()).toBe('nur für Sie');
});

test('more than 4096 bytes are refused by the name of the field', async () => {
  const encrypt = new EncryptCommand({ KeyId, Plaintext: new Uint8Array(4097) });
  await expect(families.send(encrypt)).rejects.toThrow(/^Plaintext: 1 to 4096 bytes$/);
});

test('a blob opens only with its own key', async () => {
  const { CiphertextBlob } = await dataKey();
  await open({ CiphertextBlob, KeyId });
  await expect(open({ CiphertextBlob, KeyId: 'alias/other' })).rejects.toThrow(IncorrectKeyException);
});

test('the policy decides by who calls, the operation, the key and the context', async () => {
  grants = ({ by, operation }) => by === 'families' && operation === 'GenerateDataKey';
  const { CiphertextBlob } = await dataKey();
  await expect(open({ CiphertextBlob })).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect(uses).toEqual([
    { by: 'families', operation: 'GenerateDataKey', keyId: KeyId, context: EncryptionContext },
    { by: 'families', operation: 'Decrypt', keyId: KeyId, context: EncryptionContext },
  ]);
});

test('a MAC is the same each time, holds for its message and key, and for nothing else', async () => {
  const MacAlgorithm = 'HMAC_SHA_256' as const;
  const Message = Buffer.from('receipt 1');
  const { Mac } = await families.send(new GenerateMacCommand({ KeyId, MacAlgorithm, Message }));
  await restart();
  const again = await families.send(new GenerateMacCommand({ KeyId, MacAlgorithm, Message }));
  expect(again.Mac).toEqual(Mac);
  const verify = (change: object) =>
    families.send(new VerifyMacCommand({ KeyId, MacAlgorithm, Message, Mac, ...change }));
  expect(await verify({})).toMatchObject({ MacValid: true });
  await expect(verify({ Message: Buffer.from('receipt 2') })).rejects.toThrow(KMSInvalidMacException);
  await expect(verify({ KeyId: 'alias/other' })).rejects.toThrow(KMSInvalidMacException);
});

test('the key file is for its owner only, and nothing is left beside it', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'keys'))).toEqual(['kms.json']);
});

test('two that start at once share one key file', async () => {
  await kms.close();
  await rm(file);
  const [one, two] = await Promise.all([startKms({ file, grants }), startKms({ file, grants })]);
  const { CiphertextBlob, Plaintext } = await client(one).send(
    new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }),
  );
  const opened = await client(two).send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
  expect(opened.Plaintext).toEqual(Plaintext);
  await Promise.all([one.close(), two.close()]);
});

test('a broken key file stops the start and stays as it is', async () => {
  await writeFile(file, '{"version":1,"sec');
  await expect(startKms({ file, grants })).rejects.toThrow(KeyFileError);
  expect(await readFile(file, 'utf8')).toBe('{"version":1,"sec');
});

test('who watches sees each call before and after', async () => {
  await dataKey();
  expect(calls.map(({ service, operation, by, phase }) => [service, operation, by, phase])).toEqual([
    ['kms', 'GenerateDataKey', 'families', 'before'],
    ['kms', 'GenerateDataKey', 'families', 'after'],
  ]);
});

async function restart(): Promise<void> {
  await kms?.close();
  kms = await startKms({
    file,
    grants: (use) => {
      uses.push(use);
      return grants(use);
    },
    observe: (call) => void calls.push(call),
  });
  families = client(kms);
}

function client({ endpoint }: RunningAwsServer): KMSClient {
  const credentials = { accessKeyId: 'families', secretAccessKey: 'local' };
  return new KMSClient({ endpoint, region: 'eu-central-1', credentials });
}

const dataKey = () =>
  families.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }));

async function open(input: DecryptCommandInput): Promise<Uint8Array | undefined> {
  const { Plaintext } = await families.send(new DecryptCommand({ EncryptionContext, ...input }));
  return Plaintext;
}
