import { randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { AwsServiceError, operation, type RunningAwsServer, startAwsServer } from '../aws-server.ts';
import type { Observe } from '../observe.ts';
import { readKeyFile } from './key-file.ts';
import { CannotOpenError, keyIdOf, mac, seal, unseal } from './seal.ts';

export interface KeyUse {
  /** The access key's id of who calls. */
  by: string;
  operation: 'GenerateDataKey' | 'Encrypt' | 'Decrypt' | 'GenerateMac' | 'VerifyMac';
  /** As the caller names it, without what makes it an ARN: `alias/sealed`, or the bare id. */
  keyId: string;
  context: Record<string, string>;
}

/** Whether the key's policy allows this use. Every name is a key: the grants say which ones there are. */
export type Grants = (use: KeyUse) => boolean;

const base64 = (longest: number) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine(({ length }) => length >= 1 && length <= longest, `1 to ${longest} bytes`);

const KeyId = z.string().min(1).max(2048);
const EncryptionContext = z.record(z.string(), z.string()).default({});
const MacAlgorithm = z.literal('HMAC_SHA_256');

/**
 * KMS for one machine: symmetric keys and HMAC keys, all derived from the secret in `file`, which is made on the first
 * start (mode 0600). Lose the file and nothing that was sealed can be read again.
 */
export async function startKms(options: {
  file: string;
  grants: Grants;
  observe?: Observe;
}): Promise<RunningAwsServer> {
  const secret = await readKeyFile(options.file);

  function allow(use: KeyUse): void {
    if (options.grants(use)) return;
    const message = `${use.by} is not authorized to perform: kms:${use.operation} on ${use.keyId}`;
    throw new AwsServiceError('AccessDeniedException', message);
  }

  const operations = {
    GenerateDataKey: operation(
      z.object({ KeyId, EncryptionContext, KeySpec: z.literal('AES_256') }),
      ({ KeyId, EncryptionContext: context }, by) => {
        const keyId = bareId(KeyId);
        allow({ by, operation: 'GenerateDataKey', keyId, context });
        const key = randomBytes(32);
        const CiphertextBlob = seal(secret, keyId, key, context).toString('base64');
        return { KeyId: arnOf(keyId), Plaintext: key.toString('base64'), CiphertextBlob };
      },
    ),

    Encrypt: operation(
      z.object({ KeyId, EncryptionContext, Plaintext: base64(4096) }),
      ({ KeyId, EncryptionContext: context, Plaintext }, by) => {
        const keyId = bareId(KeyId);
        allow({ by, operation: 'Encrypt', keyId, context });
        const CiphertextBlob = seal(secret, keyId, Plaintext, context).toString('base64');
        return { KeyId: arnOf(keyId), CiphertextBlob, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
      },
    ),

    Decrypt: operation(
      z.object({ KeyId: KeyId.optional(), EncryptionContext, CiphertextBlob: base64(6144) }),
      ({ KeyId, EncryptionContext: context, CiphertextBlob }, by) =>
        opening(() => {
          const keyId = keyIdOf(CiphertextBlob);
          if (KeyId !== undefined && bareId(KeyId) !== keyId) {
            throw new AwsServiceError('IncorrectKeyException', 'The ciphertext was sealed with another key');
          }
          allow({ by, operation: 'Decrypt', keyId, context });
          const Plaintext = unseal(secret, CiphertextBlob, context).toString('base64');
          return { KeyId: arnOf(keyId), Plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
        }),
    ),

    GenerateMac: operation(
      z.object({ KeyId, MacAlgorithm, Message: base64(4096) }),
      ({ KeyId, Message }, by) => {
        const keyId = bareId(KeyId);
        allow({ by, operation: 'GenerateMac', keyId, context: {} });
        const Mac = mac(secret, keyId, Message).toString('base64');
        return { KeyId: arnOf(keyId), Mac, MacAlgorithm: 'HMAC_SHA_256' };
      },
    ),

    VerifyMac: operation(
      z.object({ KeyId, MacAlgorithm, Message: base64(4096), Mac: base64(6144) }),
      ({ KeyId, Message, Mac }, by) => {
        const keyId = bareId(KeyId);
        allow({ by, operation: 'VerifyMac', keyId, context: {} });
        const expected = mac(secret, keyId, Message);
        if (Mac.length !== expected.length || !timingSafeEqual(Mac, expected)) {
          throw new AwsServiceError('KMSInvalidMacException', 'The MAC is not that of the message');
        }
        return { KeyId: arnOf(keyId), MacValid: true, MacAlgorithm: 'HMAC_SHA_256' };
      },
    ),
  };

  return startAwsServer({
    service: 'kms',
    observe: options.observe,
    operations,
    invalid: 'ValidationException',
  });
}

function opening<Result>(open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    if (error instanceof CannotOpenError)
      throw new AwsServiceError('InvalidCiphertextException', error.message);
    throw error;
  }
}

/** `arn:aws:kms:…:alias/sealed` and `alias/sealed` → `alias/sealed`; `arn:aws:kms:…:key/1` and `1` → `1`. */
function bareId(keyId: string): string {
  return keyId.replace(/^arn:.*:/, '').replace(/^key\//, '');
}

function arnOf(keyId: string): string {
  return `arn:aws:kms:local:000000000000:${keyId.startsWith('alias/') ? keyId : `key/${keyId}`}`;
}
