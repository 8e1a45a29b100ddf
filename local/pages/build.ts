import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LockedError, takeLock } from '../lock.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
/** Of which sources the pages in dist/web were built. */
const stamp = join(dist, 'web-built-from');

/** The build did not work; what it printed says why. */
export class PagesBuildError extends Error {
  override name = 'PagesBuildError';
}

/** One hash over everything that the pages are made of. */
const hashSources = async (): Promise<string> => {
  const patterns = ['web/**/*', 'domain/**/*.{ts,json}', 'vite.config.ts', 'package-lock.json'];
  const found: string[] = [];
  for await (const entry of glob(patterns, { cwd: root, withFileTypes: true }))
    if (entry.isFile() && !entry.name.endsWith('.test.ts')) found.push(join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of found.sort()) hash.update(`${file}\0`).update(await readFile(file));
  return hash.digest('hex');
};

const isFresh = async (hash: string) => (await readFile(stamp, 'utf8').catch(() => '')) === hash;

const build = async (): Promise<void> => {
  await rm(stamp, { force: true });
  const child = spawn(process.execPath, [join(root, 'web/build.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Alike whoever builds: tests would else leave pages behind that carry the lines of their sources.
    env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production' },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += String(text)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new PagesBuildError(`The pages could not be built (npm run build:web):\n${printed}`);
};

/** Takes the lock of the build, waiting for another process that builds now. */
const takeTurn = async (): Promise<() => void> => {
  for (;;) {
    try {
      return await takeLock(join(dist, 'web-build.lock'));
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      await sleep(200);
    }
  }
};

/**
 * Builds the pages when they are missing or older than their sources, and answers their folder.
 * @throws PagesBuildError
 */
export async function readyPages(say: (line: string) => void): Promise<string> {
  await mkdir(dist, { recursive: true });
  const hash = await hashSources();
  if (!(await isFresh(hash))) {
    const release = await takeTurn();
    try {
      if (!(await isFresh(hash))) {
        say('Building the pages (some seconds, only after they changed) …');
        await build();
        await writeFile(stamp, hash);
      }
    } finally {
      release();
    }
  }
  return join(dist, 'web');
}
