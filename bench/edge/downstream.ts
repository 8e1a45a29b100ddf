import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import type { ContactRequestReceipt } from '../../domain/api/families.ts';
import type { ContactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';
import { canonicalText } from '../../domain/submission/canonical.ts';
import { receiptCode } from '../../domain/submission/receipt-code.ts';
import { type SubmissionDeps, submitContactRequest } from '../../functions/cases/submit-contact-request.ts';

/** What a validated request is handed to: the same function for ours and for each peer. */
export type Downstream = (id: string, answers: ContactRequestAnswers) => Promise<ContactRequestReceipt>;

const now = () => new Date().toISOString();

/** Does nothing: what is left is the edge alone. */
const nothing: Downstream = async (id) => {
  const receivedAt = now();
  return { id, receipt: 'ABCD-EFGH-JKMN-PQRT', receivedAt, answerBy: receivedAt.slice(0, 10) };
};

/** Seals under a key made here instead of by the key service. */
const sealer: SubmissionDeps['sealer'] = {
  async seal(context, part, text) {
    const key = randomBytes(32);
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(
      Buffer.from(JSON.stringify({ ...context, part })),
    );
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
    const tag = cipher.getAuthTag().toString('base64');
    return {
      sealed: { alg: 'A256GCM', key: part, iv: iv.toString('base64'), data, tag },
      wrapped: key.toString('base64'),
    };
  },
  open: () => Promise.reject(new Error('nothing is opened here')),
};

const pepper = randomBytes(32);
const receipts: SubmissionDeps['receipts'] = {
  async secretsOf(id) {
    const secret = createHmac('sha256', pepper).update(id).digest();
    const derive = (purpose: string) => createHmac('sha256', secret).update(purpose).digest();
    return {
      pepper: 'mac',
      code: (counter) => receiptCode(derive(`receipt:${counter}`)),
      bodyHash: (body) => derive(`body:${canonicalText(body)}`).toString('base64url'),
    };
  },
};

const kita = { id: 'biebelnheim', name: 'Kita Biebelnheim', municipality: 'alzey-land' };

/** The whole of a submission but for the network: places checked, sealed, hashed, the transaction built and thrown away. */
const submission = (): Downstream => {
  const deps = {
    store: { db: { send: async () => ({}) }, table: 'table', keysTable: 'keys-table' },
    sealer,
    receipts,
    registers: { kita: async () => kita, municipality: async () => undefined },
    clock: { now },
  } as unknown as SubmissionDeps;
  return async (id, answers) =>
    (await submitContactRequest(deps, id, answers, { by: { family: true } })).receipt;
};

export const downstreams: Record<string, () => Downstream> = { edge: () => nothing, whole: submission };
export type Depth = 'edge' | 'whole';
