import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRegisters, registerFiles } from '../domain/registers/parse-registers.ts';
import { type RegisterFault, type Registers, RegistersError } from '../domain/registers/registers.ts';

const counties = join(import.meta.dirname, '../counties');

/** There is no folder of this name in counties/. */
export class UnknownCountyError extends Error {
  override name = 'UnknownCountyError';
}

const folderOf = async (slug: string): Promise<string> => {
  const known = await readdir(counties, { withFileTypes: true });
  if (known.some((entry) => entry.isDirectory() && entry.name === slug)) return join(counties, slug);
  const names = known.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  throw new UnknownCountyError(`There is no county "${slug}". There are: ${names.join(', ')}.`);
};

/** Spreadsheets like to save in another encoding: umlauts would be lost without a word. */
const decode = (file: string, bytes: Buffer): string | RegisterFault => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { file, sentence: 'This is not UTF-8. Save it as "CSV UTF-8".' };
  }
};

/**
 * Reads counties/<slug>.
 * @throws UnknownCountyError; RegistersError with everything that is wrong in the lists
 */
export async function readCounty(slug: string): Promise<Registers> {
  const folder = await folderOf(slug);
  const texts: Record<string, string> = {};
  const faults: RegisterFault[] = [];
  for (const file of registerFiles) {
    const bytes = await readFile(join(folder, file)).catch(() => undefined);
    const text = bytes && decode(file, bytes);
    if (typeof text === 'string') texts[file] = text;
    else if (text) faults.push(text);
  }
  if (faults.length > 0) throw new RegistersError(faults);
  return parseRegisters(texts);
}
