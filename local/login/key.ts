import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import * as z from 'zod/mini';
import { writeWhole } from '../write-file.ts';

/** The algorithm that API Gateway's authorizer knows. */
export const SIGNING = 'RS256';

const keyFile = z.object({ signing: z.looseObject({ kty: z.literal('RSA') }), cookies: z.string() });

export interface LoginKey {
  /** Private JWK. */
  signing: JWK;
  /** Signs the login's cookies. */
  cookies: string;
}

/** The login's key is missing: no server was ever started with this data. */
export class LoginKeyMissingError extends Error {
  override name = 'LoginKeyMissingError';
}

/** @throws LoginKeyMissingError */
export async function readLoginKey(file: string): Promise<LoginKey> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new LoginKeyMissingError(`${file} is missing`) : error;
  });
  return keyFile.parse(JSON.parse(text)) as LoginKey;
}

/**
 * Reads the key, or makes it at the first start: tokens outlive a restart. One that was lost is made anew, for it has
 * sealed nothing: everybody logs in once more.
 */
export async function openLoginKey(file: string): Promise<LoginKey> {
  try {
    return await readLoginKey(file);
  } catch (error) {
    if (!(error instanceof LoginKeyMissingError)) throw error;
  }
  const { privateKey } = await generateKeyPair(SIGNING, { extractable: true });
  const signing = {
    ...(await exportJWK(privateKey)),
    alg: SIGNING,
    use: 'sig',
    kid: randomBytes(8).toString('hex'),
  };
  const key = { signing, cookies: randomBytes(32).toString('base64url') };
  await writeWhole(file, `${JSON.stringify(key)}\n`);
  return key;
}
