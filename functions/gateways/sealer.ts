import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import type { SealingContext } from '../../domain/sealed/rights.ts';
import type { Sealed } from '../../domain/sealed/sealed.ts';
import type { LocalParts } from '../runtime/local-parts.ts';

/** What the key service wraps and the keys' table holds, base64. */
export type WrappedKey = string;

export interface Sealer {
  /** Seals a text under a key of its own; the wrapped key goes into the keys' table under `part`. */
  seal(context: SealingContext, part: string, text: string): Promise<{ sealed: Sealed; wrapped: WrappedKey }>;
  /**
   * @param part where the text was found: one that was moved there from another place does not open.
   * @throws the key service's refusal when this function may not open it, or when it belongs to another context.
   */
  open(context: SealingContext, part: string, sealed: Sealed, wrapped: WrappedKey): Promise<string>;
}

/** Bytes. */
const TAG_LENGTH = 16;

const aad = (context: SealingContext, part: string) =>
  Buffer.from(JSON.stringify({ case: context.case, part, to: context.to }));

/** AES-256-GCM under a data key per message; case, audience and place are bound in, so that no text can be moved. */
export const createSealer = (env: { SEALING_KEY_ID: string }, local: LocalParts = {}): Sealer => {
  const kms = new KMSClient({ ...(local.credentials && { credentials: local.credentials }) });
  const KeyId = env.SEALING_KEY_ID;
  return {
    async seal(context, part, text) {
      const made = await kms.send(
        new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext: context }),
      );
      if (!made.Plaintext || !made.CiphertextBlob) throw new Error('the key service answered without a key');
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', made.Plaintext, iv).setAAD(aad(context, part));
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      made.Plaintext.fill(0);
      return {
        sealed: {
          alg: 'A256GCM',
          key: part,
          iv: iv.toString('base64'),
          data: data.toString('base64'),
          tag: cipher.getAuthTag().toString('base64'),
        },
        wrapped: Buffer.from(made.CiphertextBlob).toString('base64'),
      };
    },
    async open(context, part, sealed, wrapped) {
      const { Plaintext } = await kms.send(
        new DecryptCommand({
          KeyId,
          CiphertextBlob: Buffer.from(wrapped, 'base64'),
          EncryptionContext: context,
        }),
      );
      if (!Plaintext) throw new Error('the key service answered without a key');
      // Without its length, a tag of four bytes would do, and one of those is guessed in the end.
      const decipher = createDecipheriv('aes-256-gcm', Plaintext, Buffer.from(sealed.iv, 'base64'), {
        authTagLength: TAG_LENGTH,
      })
        .setAAD(aad(context, part))
        .setAuthTag(Buffer.from(sealed.tag, 'base64'));
      const text = Buffer.concat([decipher.update(Buffer.from(sealed.data, 'base64')), decipher.final()]);
      Plaintext.fill(0);
      return text.toString('utf8');
    },
  };
};
