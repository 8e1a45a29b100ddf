import type { IncomingHttpHeaders } from 'node:http';

/** What the functions do with S3; fauxqs knows more, and nothing else is let through. */
export type Operation =
  | 'CreateBucket'
  | 'HeadBucket'
  | 'ListObjectsV2'
  | 'PutObject'
  | 'GetObject'
  | 'GetObjectTagging'
  | 'HeadObject'
  | 'DeleteObject';

export interface Asked {
  method: string;
  headers: IncomingHttpHeaders;
  /** Decoded. */
  bucket: string;
  /** Decoded; empty when the bucket itself is meant. */
  key: string;
  query: URLSearchParams;
}

const OF_BUCKETS: Record<string, Operation> = { PUT: 'CreateBucket', HEAD: 'HeadBucket' };
const OF_OBJECTS: Record<string, Operation> = {
  PUT: 'PutObject',
  GET: 'GetObject',
  HEAD: 'HeadObject',
  DELETE: 'DeleteObject',
};
/** Queries and headers that make another operation of a known one: parts, copies, lists of rights. */
const OTHERS = [
  'acl',
  'attributes',
  'lifecycle',
  'renameObject',
  'uploads',
  'uploadId',
  'partNumber',
  'versionId',
];

/** The operation that a request asks for (REST, path style), or undefined when it is none of these. */
export const operationOf = ({ method, headers, bucket, key, query }: Asked): Operation | undefined => {
  if (!bucket || OTHERS.some((name) => query.has(name)) || headers['x-amz-copy-source']) return undefined;
  if (query.has('list-type')) return !key && method === 'GET' ? 'ListObjectsV2' : undefined;
  if (query.has('tagging')) return key && method === 'GET' ? 'GetObjectTagging' : undefined;
  return (key ? OF_OBJECTS : OF_BUCKETS)[method];
};
