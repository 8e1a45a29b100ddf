import { ATTACHMENTS, DOCUMENTS } from '../domain/files/keys.ts';
import { functions } from '../functions/registry.ts';
import type { FileGrants } from './s3/admit.ts';

/** The bucket of one machine. */
export const FILES_BUCKET = 'bindeglied-files';

const rightOf = (by: string) =>
  Object.hasOwn(functions, by) ? functions[by as keyof typeof functions].files : undefined;

const isPlace = (key: string) => key.startsWith(ATTACHMENTS) || key.startsWith(DOCUMENTS);

/** What IAM says in AWS: what the registry gives a function, and only where attachments and documents lie. */
export const fileGrants: FileGrants = ({ by, operation, bucket, key, prefix }) => {
  if (bucket !== FILES_BUCKET) return false;
  if (operation === 'ListObjectsV2') return rightOf(by) === 'delete' && isPlace(prefix ?? '');
  if (!key) return by === 'admin' && operation === 'CreateBucket';
  return (
    isPlace(key) && (rightOf(by) === 'all' || (rightOf(by) === 'delete' && operation === 'DeleteObject'))
  );
};
