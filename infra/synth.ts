import { parseArgs } from 'node:util';
import { cdk, run } from './cdk.ts';

/** `npm run synth -- --county SLUG`: the templates and the functions' code into cdk.out, without network or credentials. */
const { values, positionals } = parseArgs({
  options: { county: { type: 'string', default: 'alzey-worms' } },
  allowPositionals: true,
});
run('web/build.ts', []);
cdk('synth', '--quiet', '-c', `county=${values.county}`, ...positionals);
