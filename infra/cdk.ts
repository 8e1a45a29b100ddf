import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** A program that was started here ended with an error, which it has told itself. */
export class CommandFailedError extends Error {
  override name = 'CommandFailedError';
}

/** Runs a program of the project on this very Node and shows what it says. @throws CommandFailedError */
export const run = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void => {
  const { status, error } = spawnSync(process.execPath, [join(ROOT, file), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new CommandFailedError(`${file} ended with ${error?.message ?? status}`);
};

/** The CDK's command, without its look for newer versions and without asking an account anything at synthesis. */
export const cdk = (...args: string[]): void =>
  run('node_modules/aws-cdk/bin/cdk', [...args, '--no-lookups'], { CDK_DISABLE_VERSION_CHECK: '1' });
