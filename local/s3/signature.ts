import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AwsServiceError } from '../aws-server.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';

export const denied = (why: string) => new AwsServiceError('AccessDenied', why, 403);

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * Whether somebody with this secret signed the text (Signature Version 4).
 * @param credential `key id/date/region/service/aws4_request`
 * @returns the key's id
 * @throws AwsServiceError
 */
export const checkSignature = (
  secret: string,
  credential: string,
  text: string,
  signature: string,
): string => {
  const [by = '', ...scope] = credential.split('/');
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const wanted = hmac(key, text);
  const given = Buffer.from(signature, 'hex');
  if (!by || given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new AwsServiceError('SignatureDoesNotMatch', 'The signature is not that of the request', 403);
  return by;
};

const encoded = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const canonicalQuery = (params: URLSearchParams): string =>
  [...params]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');

/** `20260130T080000Z` as milliseconds since 1970. */
const instantOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/**
 * Checks a presigned link as S3 does: signed as it stands, for this host, and not too old.
 * @param now milliseconds since 1970
 * @returns the access key's id of who signed it
 * @throws AwsServiceError
 */
export const checkLink = (secret: string, method: string, url: URL, now: number): string => {
  const params = url.searchParams;
  const param = (name: string): string => params.get(`X-Amz-${name}`) ?? '';
  if (param('Algorithm') !== ALGORITHM || param('SignedHeaders') !== 'host') throw denied('Not signed');
  const request = [
    method,
    url.pathname,
    canonicalQuery(params),
    `host:${url.host}\n`,
    'host',
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const [, ...scope] = param('Credential').split('/');
  const hash = createHash('sha256').update(request).digest('hex');
  const text = [ALGORITHM, param('Date'), scope.join('/'), hash].join('\n');
  const by = checkSignature(secret, param('Credential'), text, param('Signature'));
  if (!(now <= instantOf(param('Date')) + Number(param('Expires')) * 1000))
    throw denied('Request has expired');
  return by;
};
