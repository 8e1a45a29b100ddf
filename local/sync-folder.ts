import { open } from 'node:fs/promises';

/** Puts a folder's entries on the disk: a new file's name is not there yet when its content is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
