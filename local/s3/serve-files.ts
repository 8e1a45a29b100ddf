import type { IncomingMessage } from 'node:http';
import { LARGEST_FILE } from '../../domain/files/attachment.ts';
import { ATTACHMENTS } from '../../domain/files/keys.ts';
import { NO_THREATS } from '../../domain/files/scan-status.ts';
import type { Handle } from '../answer.ts';
import { AwsServiceError } from '../aws-server.ts';
import { credentialsOf } from '../credentials.ts';
import { BodyTooLargeError, readBody } from '../read-body.ts';
import { type Answer, errorAnswer } from './answer.ts';
import { checkForm } from './post-policy.ts';
import { checkLink, denied } from './signature.ts';
import type { RunningS3 } from './start.ts';

/** Where browsers reach the bucket, at the one address. */
export const FILES_PATH = '/files';

/** What a form may hold beside its file, in bytes. */
const FIELDS = 100_000;
const SECRET = credentialsOf('').secretAccessKey;

/** The engine asks who calls: it is whoever signed the link or the form. */
const as = (by: string) => ({ authorization: `AWS4-HMAC-SHA256 Credential=${by}/of-the-browser` });

const partsOf = (url: URL): { bucket: string; key: string; path: string } => {
  const path = url.pathname.slice(FILES_PATH.length);
  try {
    const [, bucket = '', ...key] = path.split('/').map(decodeURIComponent);
    return { bucket, key: key.join('/'), path };
  } catch {
    throw new AwsServiceError('InvalidURI', 'The address cannot be read', 400);
  }
};

const tooLarge = (error: unknown): never => {
  throw error instanceof BodyTooLargeError ? new AwsServiceError('EntityTooLarge', 'Too many bytes') : error;
};

const formDataOf = async (request: IncomingMessage): Promise<FormData> => {
  const body = new Uint8Array(await readBody(request, LARGEST_FILE + FIELDS).catch(tooLarge));
  const type = request.headers['content-type'] ?? '';
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new AwsServiceError('MalformedPOSTRequest', 'The body is no form', 400);
  }
};

const readForm = async (request: IncomingMessage): Promise<{ fields: Map<string, string>; file: Blob }> => {
  const form = await formDataOf(request);
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    // What comes after the file is not looked at.
    if (typeof value !== 'string') return { fields, file: value };
    fields.set(name.toLowerCase(), value);
  }
  throw new AwsServiceError('InvalidArgument', 'A form for uploading needs a file', 400);
};

const forward = async (answer: Response, headers: Record<string, string> = {}): Promise<Answer> => {
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  return {
    status: answer.status,
    headers: { 'content-type': type, ...(answer.ok && headers) },
    body: Buffer.from(await answer.arrayBuffer()),
  };
};

/**
 * What S3 does for browsers, and fauxqs does not: forms and links that a function signed are checked, with their sizes, types
 * and ages, and a link gives no attachment that was not found clean. Everything is at the one address, because the pages may
 * talk to no other.
 */
export const serveFiles = ({ endpoint, scanStatus }: RunningS3): Handle => {
  const upload = async (request: IncomingMessage, url: URL): Promise<Answer> => {
    const { bucket } = partsOf(url);
    const { fields, file } = await readForm(request);
    const by = checkForm(SECRET, fields.set('bucket', bucket), file.size, Date.now());
    const path = [bucket, ...(fields.get('key') ?? '').split('/')].map(encodeURIComponent).join('/');
    const type = fields.get('content-type') ?? 'binary/octet-stream';
    const stored = await fetch(`${endpoint}/${path}`, {
      method: 'PUT',
      headers: { ...as(by), 'content-type': type },
      body: await file.arrayBuffer(),
    });
    return stored.ok ? { status: 204, headers: {}, body: Buffer.alloc(0) } : forward(stored);
  };

  const download = async (url: URL): Promise<Answer> => {
    const by = checkLink(SECRET, 'GET', url, Date.now());
    const { bucket, key, path } = partsOf(url);
    if (key.startsWith(ATTACHMENTS) && scanStatus(bucket, key) !== NO_THREATS)
      throw denied('The virus check has not found it clean');
    const wanted = ['content-type', 'content-disposition'].flatMap((name) => {
      const value = url.searchParams.get(`response-${name}`);
      return value === null ? [] : [[name, value] as const];
    });
    return forward(await fetch(endpoint + path, { headers: as(by) }), Object.fromEntries(wanted));
  };

  const answer = async (request: IncomingMessage, url: URL): Promise<Answer> => {
    if (request.method === 'POST') return upload(request, url);
    if (request.method === 'GET') return download(url);
    throw new AwsServiceError('MethodNotAllowed', 'Only forms and links', 405);
  };

  return async (request, response, url) => {
    const { status, headers, body } = await answer(request, url).catch(errorAnswer);
    response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(body);
  };
};
