import { PortTakenError } from './http-server.ts';
import { KeyFileError, KeyFileMissingError } from './kms/key-file.ts';
import { LockedError } from './lock.ts';
import { OptionsError, readOptions } from './options.ts';
import { PagesBuildError } from './pages/build.ts';
import { UnknownCountyError } from './read-county.ts';
import { startServer } from './server.ts';
import { welcome } from './welcome.ts';

/** What somebody at the command line can mend: the message is enough. */
const expected = [
  OptionsError,
  LockedError,
  PortTakenError,
  UnknownCountyError,
  PagesBuildError,
  KeyFileError,
  KeyFileMissingError,
];

const fail = (error: unknown): void => {
  const isExpected =
    expected.some((kind) => error instanceof kind) || (error as Error).name === 'RegistersError';
  console.error(isExpected ? (error as Error).message : error);
  process.exitCode = 1;
};

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2), ['port', 'data', 'county', 'clock']);
  const server = await startServer(options);
  const stop = () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    server.close().catch(fail);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  console.log(welcome(server, options));
  if (options.clock && options.clock < server.clock.now()) {
    console.log(
      `The clock of ${options.data} stood further than --clock; it goes on from ${server.clock.now()}.`,
    );
  }
};

await main().catch(fail);
