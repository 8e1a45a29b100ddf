import { ATTACHMENTS, DOCUMENTS, IMPORTS } from '../domain/files/keys.ts';
import { functions } from '../functions/registry.ts';
import type { FileGrants } from './s3/admit.ts';

/** The bucket of one machine. */
export const FILES_BUCKET = 'bindeglied-files';

const rightOf = (by: string) =>
  Object.hasOwn(functions, by) ? functions[by as keyof typeof functions].files : undefined;

const isBesideSubmission = (key: string) => key.startsWith(ATTACHMENTS) || key.startsWith(DOCUMENTS);

/** What IAM says in AWS: what the registry gives a function, and only where its files lie. */
export const fileGrants: FileGrants = ({ by, operation, bucket, key, prefix }) => {
  if (bucket !== FILES_BUCKET) return false;
  if (operation === 'ListObjectsV2') return rightOf(by) === 'delete' && isBesideSubmission(prefix ?? '');
  if (!key) return by === 'admin' && operation === 'CreateBucket';
  if (rightOf(by) === 'all') return isBesideSubmission(key) || key.startsWith(IMPORTS);
  return rightOf(by) === 'delete' && operation === 'DeleteObject' && isBesideSubmission(key);
};
