import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cdk, run } from './cdk.ts';
import { installationName } from './names.ts';
import { readSettings, SettingsError } from './settings.ts';

/**
 * `npm run deploy -- --county SLUG`: builds the pages, deploys both stacks with the credentials and the region of the
 * environment, and imports the county's registers. Each part may be repeated without harm.
 */
const { values } = parseArgs({ options: { county: { type: 'string' } } });
if (!values.county) throw new SettingsError('--county SLUG is missing: the folder in counties/');
const { county, operatorMail } = readSettings(values.county);
if (!operatorMail)
  throw new SettingsError(
    `counties/${county.slug}/installation.json: operatorMail is missing, nobody would be told of alarms`,
  );

const OUTPUTS = join(import.meta.dirname, '../cdk.out/outputs.json');

run('web/build.ts', []);
cdk('deploy', '--all', '-c', `county=${county.slug}`, '--outputs-file', OUTPUTS);

const outputs = JSON.parse(readFileSync(OUTPUTS, 'utf8')) as Record<string, Record<string, string>>;
const { tableName, keysTableName, loginIssuer, siteUrl } =
  outputs[`${installationName(county.slug)}-application`] ?? {};
run('local/import.ts', ['--county', county.slug], {
  TABLE_NAME: tableName,
  KEYS_TABLE_NAME: keysTableName,
  ISSUER: loginIssuer,
});
console.log(`${county.name}: ${siteUrl}`);
