import { randomUUID } from 'node:crypto';
import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { SIGNING } from './key.ts';

export const CLIENT = 'bindeglied-portal';
/** Whom access tokens are for: the API. */
export const AUDIENCE = 'urn:bindeglied:api';

export const issuerOf = (site: string): string => `${site}/login`;

/** An access token as the login issues it, for those who call the API by hand; it lives eight hours of real time. */
export async function signToken(key: JWK, issuer: string, user: string): Promise<string> {
  return new SignJWT({ client_id: CLIENT, scope: 'openid' })
    .setProtectedHeader({ alg: SIGNING, typ: 'at+jwt', ...(key.kid && { kid: key.kid }) })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(user)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('8h')
    .sign(await importJWK(key, SIGNING));
}

export interface Claims {
  iss: string;
  sub: string;
  [claim: string]: unknown;
}

/** Does what the API's authorizer does: undefined for a token that is missing, foreign, changed or expired. */
export async function createVerifier(key: JWK, issuer: string) {
  const { kty, n, e } = key;
  const publicKey = await importJWK({ kty, n, e } as JWK, SIGNING);
  return async (authorization: string | undefined): Promise<Claims | undefined> => {
    const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) return undefined;
    const options = { issuer, audience: AUDIENCE, algorithms: [SIGNING], requiredClaims: ['sub', 'exp'] };
    const verified = await jwtVerify(token, publicKey, options).catch(() => undefined);
    return verified?.payload as Claims | undefined;
  };
}
