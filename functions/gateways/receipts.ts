import { createHmac } from 'node:crypto';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { canonicalText } from '../../domain/submission/canonical.ts';
import { receiptCode } from '../../domain/submission/receipt-code.ts';
import type { LocalParts } from '../runtime/local-parts.ts';

/** The secrets of one submission: all derived from one keyed hash of its id, none of them stored. */
export interface Secrets {
  /** Which key they were derived with: it is kept with the head, so that a repeat derives the same. */
  pepper: string;
  /** The receipt code with this number; the first is 0. */
  code(counter: number): string;
  /** Keyed hash of a body: tells a repeat from another body. */
  bodyHash(body: unknown): string;
}

export interface Receipts {
  /** @param pepper the key recorded in the head; a new submission takes the current one. */
  secretsOf(id: string, pepper?: string): Promise<Secrets>;
}

export const createReceipts = (env: { MAC_KEY_ID: string }, local: LocalParts = {}): Receipts => {
  const kms = new KMSClient({ ...(local.credentials && { credentials: local.credentials }) });
  return {
    async secretsOf(id, pepper = env.MAC_KEY_ID) {
      const { Mac } = await kms.send(
        new GenerateMacCommand({
          KeyId: pepper,
          MacAlgorithm: 'HMAC_SHA_256',
          Message: Buffer.from(`submission:${id}`),
        }),
      );
      if (!Mac) throw new Error('the key service answered without a code');
      const derive = (purpose: string) => createHmac('sha256', Mac).update(purpose).digest();
      return {
        pepper,
        code: (counter) => receiptCode(derive(`receipt:${counter}`)),
        bodyHash: (body) => derive(`body:${canonicalText(body)}`).toString('base64url'),
      };
    },
  };
};
