import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** The blob is not one of ours, was changed, or is opened with another context or secret than it was sealed with. */
export class CannotOpenError extends Error {
  constructor() {
    super('The ciphertext cannot be opened');
    this.name = 'CannotOpenError';
  }
}

const version = 1;
const ivLength = 12;
const tagLength = 16;

type Context = Record<string, string>;

/** AES-256-GCM. The blob is: version, length of the key's id (2 bytes), the id, nonce, ciphertext, tag. */
export function seal(secret: Buffer, keyId: string, plaintext: Buffer, context: Context): Buffer {
  const header = headerFor(keyId);
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', derive(secret, 'seal', keyId), iv);
  cipher.setAAD(boundData(header, context));
  return Buffer.concat([header, iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** The id of the key that the blob says it was sealed with. Throws CannotOpenError. */
export function keyIdOf(blob: Buffer): string {
  if (blob.length < 3 || blob[0] !== version) throw new CannotOpenError();
  const end = 3 + blob.readUInt16BE(1);
  if (blob.length < end + ivLength + tagLength) throw new CannotOpenError();
  return blob.toString('utf8', 3, end);
}

/** Throws CannotOpenError. */
export function unseal(secret: Buffer, blob: Buffer, context: Context): Buffer {
  const keyId = keyIdOf(blob);
  const header = headerFor(keyId);
  const body = blob.subarray(header.length + ivLength, -tagLength);
  const iv = blob.subarray(header.length, header.length + ivLength);
  const decipher = createDecipheriv('aes-256-gcm', derive(secret, 'seal', keyId), iv, {
    authTagLength: tagLength,
  });
  decipher.setAAD(boundData(header, context));
  decipher.setAuthTag(blob.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new CannotOpenError();
  }
}

export function mac(secret: Buffer, keyId: string, message: Buffer): Buffer {
  return createHmac('sha256', derive(secret, 'mac', keyId))
    .update(message)
    .digest();
}

function derive(secret: Buffer, purpose: 'seal' | 'mac', keyId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `bindeglied local kms:${purpose}:${keyId}`, 32));
}

function headerFor(keyId: string): Buffer {
  const id = Buffer.from(keyId, 'utf8');
  const header = Buffer.from([version, 0, 0]);
  header.writeUInt16BE(id.length, 1);
  return Buffer.concat([header, id]);
}

/** One form per context, whatever order its entries are in and whatever characters they hold. */
function boundData(header: Buffer, context: Context): Buffer {
  const entries = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat([header, Buffer.from(JSON.stringify(entries), 'utf8')]);
}
