import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundle } from './bundle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that a machine of these tests is started with. */
    machineProgram: string;
  }
}

const cache = join(import.meta.dirname, '../../.cache');

/** Bundles the machine once for all files of this project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await mkdir(cache, { recursive: true });
  // Within the project: packages are found from there.
  const folder = await mkdtemp(join(cache, 'machine-'));
  project.provide('machineProgram', await bundle(join(import.meta.dirname, 'server.ts'), folder));
  return () => rm(folder, { recursive: true, force: true });
}
