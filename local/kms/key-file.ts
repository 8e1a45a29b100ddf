import { randomBytes, randomUUID } from 'node:crypto';
import { access, chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { syncFolder } from '../sync-folder.ts';

const keyFile = z.strictObject({ version: z.literal(1), secret: z.base64().length(44) });

/**
 * The 32 secret bytes that every key of this machine is derived from. The first start makes them, readable for the
 * owner only; a file that is there is never overwritten, because what it sealed could not be read again.
 */
export async function readKeyFile(file: string): Promise<Buffer> {
  await create(file);
  await chmod(file, 0o600);
  try {
    const { secret } = keyFile.parse(JSON.parse(await readFile(file, 'utf8')));
    return Buffer.from(secret, 'base64');
  } catch (cause) {
    throw new KeyFileError(file, cause);
  }
}

/** The key of a folder is gone while what it sealed is there: a new one would open nothing of it. */
export class KeyFileMissingError extends Error {
  override name = 'KeyFileMissingError';
  constructor(file: string) {
    super(
      `${file} is missing: without it nothing that was written in this folder can be read. Put the file back from a backup, ` +
        'then start again. If there is none and nothing is needed any more, delete the folder or start with another --data.',
    );
  }
}

/**
 * Before a start that would make a new key.
 * @param isUsed whether anything is sealed with the key
 * @throws KeyFileMissingError
 */
export async function expectKeyFile(file: string, isUsed: () => Promise<boolean>): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (!exists && (await isUsed())) throw new KeyFileMissingError(file);
}

export class KeyFileError extends Error {
  constructor(file: string, cause: unknown) {
    super(`${file} is not a key file. Restore it from a backup: without it nothing sealed can be read.`, {
      cause,
    });
    this.name = 'KeyFileError';
  }
}

/** Appears whole or not at all, and only if nobody else was first. */
async function create(file: string): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify({ version: 1, secret: randomBytes(32).toString('base64') })}\n`);
    await handle.sync();
    await link(draft, file);
    await syncFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await handle.close();
    await rm(draft);
  }
}
