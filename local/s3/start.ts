import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildApp } from 'fauxqs';
import { LARGEST_FILE } from '../../domain/files/attachment.ts';
import { ATTACHMENTS } from '../../domain/files/keys.ts';
import { SCAN_TAG } from '../../domain/files/scan-status.ts';
import type { RunningAwsServer } from '../aws-server.ts';
import type { Observe } from '../observe.ts';
import { readBody } from '../read-body.ts';
import { admit, type FileGrants, type FileUse } from './admit.ts';
import { type Answer, errorAnswer, tagsAnswer } from './answer.ts';
import { createScanner, type OnScanned } from './scanner.ts';
import { openObjects, type Stores } from './store.ts';

export interface RunningS3 extends RunningAwsServer {
  /** What the virus check says of a file; undefined while it looks, or when nothing is there. */
  scanStatus(bucket: string, key: string): string | undefined;
  /** Resolves when every uploaded attachment was looked at and its result told. */
  idle(): Promise<void>;
}

/** Bytes; more than anybody may put. */
const MOST = LARGEST_FILE + 100_000;

/**
 * S3 for one machine: fauxqs with its files in `dir`, behind a free port of 127.0.0.1, and in front of it what it does not
 * ask: who calls, and whether that one may. It keeps no versions: what is overwritten or deleted is gone. A new attachment is
 * looked at by the stand-in of the virus check; the result is the object's only tag, and `onScanned` gets EventBridge's
 * event. `observe` is told as by the other services; what it throws reaches the caller as a 500.
 */
export async function startS3(options: {
  dir: string;
  grants?: FileGrants;
  observe?: Observe;
  onScanned?: OnScanned;
}): Promise<RunningS3> {
  const { dir, grants = () => true, observe, onScanned } = options;
  const { store, close } = await openObjects(dir);
  const contentOf = (bucket: string, key: string) => store.getObject(bucket, key).body;
  const scanner = createScanner({ contentOf, observe, onScanned });
  // It does not listen itself: queues and topics come with it, and its hooks cannot wait for who observes.
  const fauxqs = buildApp({ logger: false, stores: { s3Store: store } as Stores });

  const run = async (request: IncomingMessage, { operation, bucket, key }: FileUse): Promise<Answer> => {
    if (operation === 'GetObjectTagging') {
      const status = scanner.statusOf(bucket, key);
      return tagsAnswer(status ? { [SCAN_TAG]: status } : {});
    }
    const { method, url, headers } = request as { method: 'GET'; url: string } & IncomingMessage;
    const payload = await readBody(request, MOST);
    const answer = await fauxqs.inject({ method, url, headers, payload });
    if (operation === 'PutObject' && key.startsWith(ATTACHMENTS) && answer.statusCode < 300)
      scanner.start({ bucket, key, etag: String(answer.headers.etag).replaceAll('"', '') });
    return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    try {
      const use = admit(request, grants);
      const { by, operation, bucket: Bucket, key: Key } = use;
      const call = { service: 's3', operation, by, request: { Bucket, Key } } as const;
      await observe?.({ ...call, phase: 'before' });
      const done = await run(request, use);
      if (done.status < 400) await observe?.({ ...call, phase: 'after', response: { status: done.status } });
      return done;
    } catch (error) {
      return errorAnswer(error);
    }
  };

  const server = createServer(async (request, response) => {
    const { status, headers, body } = await answer(request);
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  });
  // The SDK keeps connections open; were the server to close an idle one, a call sent at that moment would be lost.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scanStatus(bucket, key) {
      try {
        return scanner.statusOf(bucket, key);
      } catch {
        return undefined;
      }
    },
    idle: scanner.idle,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await scanner.idle();
      await fauxqs.close();
      close();
    },
  };
}
