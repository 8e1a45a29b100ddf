import type { IncomingMessage } from 'node:http';
import { AwsServiceError, callerOf } from '../aws-server.ts';
import { type Operation, operationOf } from './operation.ts';

export interface FileUse {
  /** The access key's id of who calls. */
  by: string;
  operation: Operation;
  bucket: string;
  /** Empty when the bucket itself is meant. */
  key: string;
  /** With which beginning keys are listed. */
  prefix?: string;
}

/** Whether the policies allow this use. */
export type FileGrants = (use: FileUse) => boolean;

/** Who wants to do what with which object. @throws AwsServiceError when that is nobody's, or nobody's any more */
export const admit = (request: IncomingMessage, grants: FileGrants): FileUse => {
  const { method = '', headers, url = '/' } = request;
  const by = callerOf(request);
  const { pathname, searchParams: query } = new URL(url, 'http://s3');
  const [, bucket = '', ...parts] = pathname.split('/').map(decodeURIComponent);
  const key = parts.join('/');
  const operation = operationOf({ method, headers, bucket, key, query });
  if (!operation)
    throw new AwsServiceError('NotImplemented', 'This is not part of the embedded service', 501);
  const prefix = operation === 'ListObjectsV2' ? (query.get('prefix') ?? '') : undefined;
  const use = { by, operation, bucket, key, ...(prefix !== undefined && { prefix }) };
  if (!grants(use)) throw new AwsServiceError('AccessDenied', `${by} may not do this`, 403);
  return use;
};
