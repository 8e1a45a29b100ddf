import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the running machine, such as `http://127.0.0.1:3000`. */
    site: string;
    /** Where the machine keeps what is durable: the key that tokens are signed with lies there. */
    data: string;
    /** Where the one browser is connected to. */
    browser: string;
  }
}

const root = join(import.meta.dirname, '../..');
/** A Tuesday morning with two ordinary working days behind it. */
const CLOCK = '2026-04-21T08:00:00.000Z';

/** The address that the machine prints when it is ready. */
const addressOf = (machine: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    const read = (text: unknown) => {
      printed += String(text);
      const address = printed.match(/(http:\/\/127\.0\.0\.1:\d+)\/portal\//)?.[1];
      if (address) resolve(address);
    };
    machine.stdout?.on('data', read);
    machine.stderr?.on('data', read);
    machine.once('exit', () => reject(new Error(`the machine did not start:\n${printed}`)));
  });

/** One machine, started as `npm start` does, and one browser for all files of this project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), 'bindeglied-browser-'));
  const machine = spawn(
    process.execPath,
    [join(root, 'local/main.ts'), '--port', '0', '--data', data, '--clock', CLOCK],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stopMachine = async () => {
    if (machine.exitCode === null && machine.kill('SIGTERM')) await once(machine, 'exit');
    await rm(data, { recursive: true, force: true });
  };
  try {
    const [site, browser] = await Promise.all([addressOf(machine), launchBrowserServer()]);
    project.provide('site', site);
    project.provide('data', data);
    project.provide('browser', browser.wsEndpoint());
    return async () => {
      await browser.close();
      await stopMachine();
    };
  } catch (error) {
    await stopMachine();
    throw error;
  }
}
