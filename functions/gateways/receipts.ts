import { createHmac } from 'node:crypto';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { canonicalText } from '../../domain/submission/canonical.ts';
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

/** No look-alikes: of 0/O, 1/I/L, 2/Z, 5/S and 8/B neither stands here. 25^16 codes are 74 bits. */
const ALPHABET = '34679ACDEFGHJKMNPQRTUVWXY';
const LENGTH = 16;

const codeFrom = (bytes: Buffer): string => {
  let number = BigInt(`0x${bytes.toString('hex')}`);
  let code = '';
  for (let n = 0; n < LENGTH; n += 1) {
    code += ALPHABET[Number(number % 25n)];
    number /= 25n;
  }
  return code;
};

/** A code as people read it: four groups of four. */
export const grouped = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-');

/** What somebody typed as a code, or undefined: case, blanks and dashes do not matter. */
export const normalizedCode = (typed: string): string | undefined => {
  const code = typed.toUpperCase().replace(/[\s\-‐–]/g, '');
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined;
};

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
        code: (counter) => codeFrom(derive(`receipt:${counter}`)),
        bodyHash: (body) => derive(`body:${canonicalText(body)}`).toString('base64url'),
      };
    },
  };
};
