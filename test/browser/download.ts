import { buffer } from 'node:stream/consumers';
import type { Locator } from 'playwright-core';
import type { Person } from './portal.ts';

/** Presses a button, and takes the file that the browser saves then. */
export const save = async (
  { page, keyboard }: Person,
  from: Locator,
): Promise<{ name: string; bytes: Buffer }> => {
  const coming = page.waitForEvent('download');
  await keyboard.enter(from);
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
};
