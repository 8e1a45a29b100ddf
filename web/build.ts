import { join } from 'node:path';
import { build } from 'vite';

/** Builds both pages into `dist/web` and answers that folder; about two seconds. */
export const buildWeb = async (): Promise<string> => {
  const root = join(import.meta.dirname, '..');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  return join(root, 'dist/web');
};

if (import.meta.main) await buildWeb();
