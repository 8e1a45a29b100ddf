import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds both pages into `dist/web` and answers that folder; some seconds. */
export const buildWeb = async (): Promise<string> => {
  const root = join(import.meta.dirname, '..');
  const out = join(root, 'dist/web');
  await rm(out, { recursive: true, force: true });
  const configFile = join(root, 'vite.config.ts');
  for (const mode of ['families', 'portal']) await build({ configFile, mode, logLevel: 'warn' });
  return out;
};

if (import.meta.main) await buildWeb();
