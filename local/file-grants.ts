import { ATTACHMENTS, DOCUMENTS } from '../domain/files/keys.ts';
import { functions } from '../functions/registry.ts';
import type { FileGrants } from './s3/admit.ts';

/** The bucket of one machine. */
export const FILES_BUCKET = 'bindeglied-files';

const mayHaveFiles = (by: string): boolean =>
  Object.hasOwn(functions, by) && functions[by as keyof typeof functions].files === true;

/** What IAM says in AWS: only a function that the registry gives the bucket to, and only where attachments and documents lie. */
export const fileGrants: FileGrants = ({ by, operation, bucket, key }) => {
  if (bucket !== FILES_BUCKET) return false;
  if (!key) return by === 'admin' && operation === 'CreateBucket';
  return mayHaveFiles(by) && (key.startsWith(ATTACHMENTS) || key.startsWith(DOCUMENTS));
};
