import { resolve } from 'node:path';
import type { Instant } from '../domain/calendar/period.ts';
import type { Person } from '../domain/people/person.ts';
import { startBackend } from './backend.ts';
import { createClockPage } from './clock/clock-page.ts';
import { type MovedClock, openClock } from './clock/moved-clock.ts';
import { keepClosers } from './closers.ts';
import { filesOf } from './data-files.ts';
import type { StartTable } from './engines.ts';
import type { Invoke } from './functions.ts';
import { createGateway } from './gateway/gateway.ts';
import { startHttpServer } from './http-server.ts';
import { takeLock } from './lock.ts';
import { openLoginKey } from './login/key.ts';
import { loginLater } from './login/login-later.ts';
import { createVerifier, issuerOf, signToken } from './login/tokens.ts';
import { createMailsPage } from './mails/mails-page.ts';
import type { Observe } from './observe.ts';
import { readyPages } from './pages/build.ts';
import { servePages } from './pages/serve.ts';
import { readCounty } from './read-county.ts';
import { createRoutes } from './routes.ts';
import { serveFiles } from './s3/serve-files.ts';
import type { Mail } from './ses/start.ts';

export interface ServerOptions {
  /** 0 for any free port. */
  port: number;
  /** The folder that everything durable is in. */
  data: string;
  /** A folder in counties/. */
  county: string;
  /** Where the clock stands at the first start; a later start goes there too if it lies ahead, and never back. */
  clock?: Instant | undefined;
  /** Is told of every call of a service and of every invocation of a function. */
  observe?: Observe | undefined;
  /** Takes the place of the embedded DynamoDB. */
  startTable?: StartTable | undefined;
  /** Prints no progress. */
  quiet?: boolean;
  /** Without the pages: for tests that only need the API. */
  pages?: boolean;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:3000`. */
  url: string;
  people: readonly Person[];
  clock: MovedClock;
  /** An access token for a person of the register. */
  token(user: string): Promise<string>;
  /** What was sent, oldest first. */
  mails(): Mail[];
  /** Calls a function as whoever `by` names. */
  invoke: Invoke;
  /** Moves the clock from due date to due date. @throws ClockBackwardsError */
  advance(target: Instant): Promise<void>;
  /** Resolves when nothing is going on any more. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts everything at one address of 127.0.0.1, on the files of an earlier start if there are any. One at a time in a
 * process, and one at a time on a data folder.
 * @throws LockedError PortTakenError UnknownCountyError RegistersError OtherCountyError TableDiffersError PagesBuildError
 *   KeyFileError KeyFileMissingError
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const data = resolve(options.data);
  const say = options.quiet ? () => undefined : (line: string) => console.log(line);
  // What functions log at INFO would bury what this server has to say; POWERTOOLS_LOG_LEVEL=INFO shows it.
  process.env.POWERTOOLS_LOG_LEVEL ??= 'WARN';
  const closers = keepClosers();
  try {
    const registers = await readCounty(options.county);
    const files = filesOf(data);
    closers.add(await takeLock(files.lock));
    const key = await openLoginKey(files.loginKey);
    const clock = await openClock(files.clock, options.clock);
    const http = await startHttpServer(options.port);
    closers.add(http.close);
    const { url } = http;
    const folder = options.pages === false ? '/nowhere' : await readyPages(say);
    const backend = await startBackend({ ...options, data, site: url, registers, clock });
    closers.add(backend.close);
    // At the end the address goes first, so that nobody is answered by half a machine.
    closers.add(http.close);
    if (options.clock && options.clock > clock.now()) await backend.advance(options.clock);
    const verify = await createVerifier(key.signing, issuerOf(url));
    http.serve(
      createRoutes({
        site: url,
        api: createGateway({
          invoke: (name, event) => backend.invoke(name, event, 'gateway'),
          verify,
          now: () => clock.now(),
        }),
        login: loginLater(url, key, registers.people),
        mails: createMailsPage(backend.mails, url),
        clock: createClockPage({ clock, nextWake: backend.nextWake, advance: backend.advance }),
        files: backend.files && serveFiles(backend.files),
        pages: servePages(folder),
      }),
    );
    return {
      url,
      people: registers.people,
      clock,
      token: (user) => signToken(key.signing, issuerOf(url), user),
      mails: () => backend.mails?.() ?? [],
      invoke: backend.invoke,
      advance: backend.advance,
      idle: backend.idle,
      close: closers.closeAll,
    };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}
