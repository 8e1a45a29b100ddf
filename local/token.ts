import { resolve } from 'node:path';
import { filesOf } from './data-files.ts';
import { LoginKeyMissingError, readLoginKey } from './login/key.ts';
import { issuerOf, signToken } from './login/tokens.ts';
import { OptionsError, readOptions } from './options.ts';
import { readCounty, UnknownCountyError } from './read-county.ts';

const USAGE = 'npm run -s token -- USER [--port 3000] [--data .data] [--county alzey-worms]';

/** Prints an access token of a user for curl; the server of the same `--port` and `--data` accepts it. */
const main = async (): Promise<void> => {
  const { rest, port, data, county } = readOptions(process.argv.slice(2), ['port', 'data', 'county'], true);
  const { people } = await readCounty(county);
  const [user = ''] = rest;
  if (rest.length !== 1 || !people.some(({ id }) => id === user))
    throw new OptionsError(`${USAGE}\nThe users are: ${people.map(({ id }) => id).join(', ')}`);
  const key = await readLoginKey(filesOf(resolve(data)).loginKey);
  console.log(await signToken(key.signing, issuerOf(`http://127.0.0.1:${port}`), user));
};

await main().catch((error: unknown) => {
  if (error instanceof LoginKeyMissingError)
    console.error(`${error.message}: run npm start with this --data first.`);
  else
    console.error(
      error instanceof OptionsError || error instanceof UnknownCountyError ? error.message : error,
    );
  process.exitCode = 1;
});
