import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedFiles } from './generated-files.ts';

const folder = join(import.meta.dirname, 'generated');
const wanted = generatedFiles();

const leftOver = async (): Promise<string[]> => (await readdir(folder)).filter((name) => !(name in wanted));

/** Names of the files that are not what the code says, or that nothing makes any more. */
const stale = async (): Promise<string[]> => {
  const names: string[] = await leftOver();
  for (const [name, text] of Object.entries(wanted)) {
    const found = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (found !== text) names.push(name);
  }
  return names;
};

await mkdir(folder, { recursive: true });
if (process.argv.includes('--check')) {
  const names = await stale();
  if (names.length > 0) {
    console.error(`Not up to date in docs/generated: ${names.join(', ')}. Run "npm run generate".`);
    process.exitCode = 1;
  }
} else {
  for (const name of await leftOver()) await rm(join(folder, name));
  for (const [name, text] of Object.entries(wanted)) await writeFile(join(folder, name), text);
}
