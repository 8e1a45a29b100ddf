import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { installationName } from './names.ts';
import { readSettings, SettingsError } from './settings.ts';

/** Runs a program of this project and ends with its exit code if it fails. */
const run = (program: string, args: string[]): void => {
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, CDK_DISABLE_VERSION_CHECK: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
};

/** `npm run deploy -- --county SLUG` and `npm run synth -- --county SLUG`; what follows a further `--` is for cdk. */
const main = (): void => {
  const { values, positionals } = parseArgs({
    options: { county: { type: 'string' } },
    allowPositionals: true,
  });
  const [task, ...more] = positionals;
  if (!values.county || (task !== 'deploy' && task !== 'synth'))
    throw new SettingsError('npm run deploy -- --county SLUG, where SLUG is a folder in counties/');
  readSettings(values.county);
  console.log(`${task} ${installationName(values.county)}`);
  run('npm', ['run', '-s', 'build:web']);
  const stacks = ['--all', '--no-lookups', '--context', `county=${values.county}`];
  run('cdk', [task, ...stacks, ...(task === 'synth' ? ['--quiet'] : []), ...more]);
};

try {
  main();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
