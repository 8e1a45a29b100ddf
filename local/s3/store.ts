import { mkdir } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildAppOptions } from 'fauxqs';

export type Stores = NonNullable<BuildAppOptions['stores']>;
export type ObjectStore = Stores['s3Store'];
type Persistence = NonNullable<ObjectStore['persistence']>;

/** fauxqs keeps these to itself: its own start, which would use them, listens on all addresses. */
const part = async <T>(file: string): Promise<T> => {
  const main = findPackageJSON('fauxqs', import.meta.url);
  if (!main) throw new Error('fauxqs is not installed');
  return (await import(pathToFileURL(join(dirname(main), 'dist', file)).href)) as T;
};

/** Buckets and objects in one SQLite file in `dir`; what was put is on the disk when the call returns. */
export async function openObjects(dir: string): Promise<{ store: ObjectStore; close(): void }> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const { S3Store } = await part<{ S3Store: new () => ObjectStore }>('s3/s3Store.js');
  const { PersistenceManager } = await part<{ PersistenceManager: new (dir: string) => Persistence }>(
    'persistence.js',
  );
  const persistence = new PersistenceManager(dir);
  const store = new S3Store();
  persistence.loadS3(store);
  // Only now: what is read at the start must not be written again.
  store.persistence = persistence;
  return { store, close: () => persistence.close() };
}
