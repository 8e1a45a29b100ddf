import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import { apiHeaders } from '../../domain/pages/security-headers.ts';
import { createStore } from '../../functions/store/client.ts';
import { importRegisters, OtherCountyError } from '../../functions/store/registers.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { KeyFileMissingError } from '../../local/kms/key-file.ts';
import type { Call } from '../../local/observe.ts';
import { readCounty } from '../../local/read-county.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../local/server.ts';
import { KEYS_TABLE, TABLE } from '../../local/tables.ts';

const root = join(import.meta.dirname, '../..');
const ID = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a';
/** A Thursday. */
const THURSDAY = '2026-03-05T08:00:00.000Z';

let data: string;
let server: RunningServer | undefined;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'bindeglied-'));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(data, { recursive: true, force: true });
});

const start = async (options: Partial<ServerOptions> = {}): Promise<RunningServer> => {
  server = await startServer({
    port: 0,
    data,
    county: 'alzey-worms',
    clock: THURSDAY,
    quiet: true,
    pages: false,
    ...options,
  });
  return server;
};

const stop = async (): Promise<void> => {
  await server?.close();
  server = undefined;
};

const send = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const submit = (url: string, id = ID): Promise<Response> =>
  fetch(`${url}/api/contact-requests/${id}`, send('PUT', contactRequestExample));

const as = async (token: string): Promise<RequestInit> => ({ headers: { authorization: `Bearer ${token}` } });

const tasksOf = async (of: RunningServer, user: string): Promise<{ id: string; at: string }[]> => {
  const answer = await fetch(`${of.url}/api/tasks`, await as(await of.token(user)));
  return ((await answer.json()) as { items: { id: string; at: string }[] }).items;
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

/** A server in a process of its own, so that it can be killed. */
const startElsewhere = async (port: number): Promise<ChildProcess> => {
  const options = JSON.stringify({
    port,
    data,
    county: 'alzey-worms',
    clock: THURSDAY,
    quiet: true,
    pages: false,
  });
  const script = `
    import { startServer } from '${join(root, 'local/server.ts')}';
    await startServer(${options});
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  return child;
};

const runCommand = async (
  script: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> => {
  const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (err += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
};

describe('the server of one machine', () => {
  it('goes on with what it had after a restart: cases, mails, the clock and tokens', async () => {
    const port = await freePort();
    const first = await start({ port });
    expect((await submit(first.url)).status).toBe(201);
    await first.idle();
    const token = await first.token('social-worker');
    await first.advance('2026-03-06T08:00:00.000Z');
    await stop();

    const second = await start({ port });
    expect(second.clock.now() >= '2026-03-06T08:00:00.000Z').toBe(true);
    expect(second.mails()).toHaveLength(1);
    const { items } = await (await fetch(`${second.url}/api/tasks`, await as(token))).json();
    expect(items).toMatchObject([{ id: ID, at: 'accept' }]);
  });

  it('goes on after a kill, over the lock that was left behind', async () => {
    const port = await freePort();
    const child = await startElsewhere(port);
    expect((await submit(`http://127.0.0.1:${port}`)).status).toBe(201);
    child.kill('SIGKILL');
    await once(child, 'exit');

    const next = await start({ port });
    await next.idle();
    expect(await tasksOf(next, 'social-worker')).toMatchObject([{ id: ID, at: 'accept' }]);
    expect(next.mails().length).toBeGreaterThan(0);
  });

  it('shares its data with no other server', async () => {
    const child = await startElsewhere(0);
    await expect(start()).rejects.toThrow(`Process ${child.pid} already works here`);
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('refuses an unknown county, and to mix another one into this one', async () => {
    await expect(start({ county: 'nowhere' })).rejects.toThrow('There is no county "nowhere"');
    await start();
    const lists = await readCounty('alzey-worms');
    const other = { ...lists, county: { ...lists.county, slug: 'elsewhere' } };
    const store = createStore(
      { TABLE_NAME: TABLE, KEYS_TABLE_NAME: KEYS_TABLE },
      { credentials: credentialsOf('admin') },
    );
    await expect(importRegisters(store, other, 'https://issuer.example')).rejects.toThrow(OtherCountyError);
  });

  it('imports the same lists once', async () => {
    const written: Call[] = [];
    const observe = (call: Call) => {
      if (call.operation === 'BatchWriteItem' && call.phase === 'after') written.push(call);
    };
    const port = await freePort();
    await start({ port, observe });
    expect(written.length).toBeGreaterThan(0);
    await stop();
    written.length = 0;
    await start({ port, observe });
    expect(written).toEqual([]);
  });

  it('tells a taken port, and leaves nothing behind', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(start({ port })).rejects.toThrow(`Port ${port} is taken`);
    other.close();
    await start();
  });
});

describe('the one address', () => {
  it('answers on the loopback interface only', async () => {
    const { url } = await start();
    const { port } = new URL(url);
    const outer = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4');
    if (!outer) return;
    const socket = connect(Number(port), outer.address);
    const outcome = await Promise.race([
      once(socket, 'connect').then(() => 'connected'),
      once(socket, 'error').then(() => 'refused'),
    ]).catch(() => 'refused');
    expect(outcome).toBe('refused');
  });

  it('answers to its own name only, and no page of another site may act', async () => {
    const { url } = await start();
    const ask = (headers: Record<string, string>, method = 'GET') =>
      new Promise<number | undefined>((resolve, reject) => {
        httpRequest(`${url}/clock`, { method, headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await ask({ host: 'evil.example' })).toBe(403);
    expect(await ask({ origin: 'https://evil.example' }, 'POST')).toBe(403);
    expect(await ask({ 'sec-fetch-site': 'cross-site' }, 'POST')).toBe(403);
    expect(await ask({ host: url.slice(7).replace('127.0.0.1', 'localhost'), accept: 'text/html' })).toBe(
      307,
    );
  });

  it('tells as problems what reaches no function: 401, 404, 405, 413', async () => {
    const { url } = await start();
    const problemOf = async (path: string, init?: RequestInit) => {
      const answer = await fetch(url + path, init);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      const problem = (await answer.json()) as { status: number };
      expect(problem).toEqual({
        type: expect.stringMatching(/^\/problems\//),
        title: expect.any(String),
        status: answer.status,
        detail: expect.any(String),
      });
      return [answer.status, answer.headers.get('allow') ?? answer.headers.get('www-authenticate')];
    };
    expect(await problemOf('/api/me')).toEqual([401, 'Bearer']);
    expect(await problemOf('/api/me', { headers: { authorization: 'Bearer x.y.z' } })).toEqual([
      401,
      'Bearer',
    ]);
    expect(await problemOf('/api/nothing')).toEqual([404, null]);
    expect(await problemOf('/api/me', { method: 'DELETE' })).toEqual([405, 'GET']);
    expect(await problemOf(`/api/contact-requests/${ID}`)).toEqual([405, 'PUT']);
    const huge = send('PUT', { message: 'x'.repeat(2_000_000) });
    expect(await problemOf(`/api/contact-requests/${ID}`, huge)).toEqual([413, null]);
  });

  it('sends its security headers with everything', async () => {
    const { url } = await start();
    for (const path of ['/clock', '/mails', '/api/county', '/nothing.js', '/login/x']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
    for (const path of ['/api/county', '/api/me', '/api/nothing']) {
      const { headers } = await fetch(url + path);
      expect(Object.fromEntries(headers), path).toMatchObject(apiHeaders);
    }
  });

  it('tells the portal whose people log in', async () => {
    const { url } = await start();
    expect(await (await fetch(`${url}/portal/config.json`)).json()).toEqual({
      issuer: `${url}/login`,
      clientId: 'bindeglied-portal',
      scope: 'openid',
    });
  });
});

describe('the clock', () => {
  it('never goes back, and says so', async () => {
    const { url, clock } = await start();
    const before = clock.now();
    const answer = await fetch(`${url}/clock`, send('POST', { now: '2026-03-01T08:00:00Z' }));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ status: 422, detail: expect.stringContaining('nie zurück') });
    expect(clock.now() >= before).toBe(true);
    expect((await fetch(`${url}/clock`, send('POST', { now: 'soon' }))).status).toBe(422);
  });

  it('answers when everything that fell due on the way is done, each at its own time', async () => {
    const { url, mails } = await start();
    await submit(url);
    const answer = await fetch(`${url}/clock`, send('POST', { now: '2026-03-12T08:00:00Z' }));
    expect(((await answer.json()) as { now: string }).now).toMatch(/^2026-03-12T08:00:0/);
    const sent = mails().map(({ to, at }) => [to[0]?.split('@')[0], at.slice(0, 16)]);
    expect(sent.slice(0, 2)).toEqual([
      ['social-worker', '2026-03-05T08:00'],
      ['social-worker', '2026-03-09T23:00'],
    ]);
    expect(sent.slice(2).toSorted()).toEqual([
      ['coordinator', '2026-03-11T23:00'],
      ['coordinator-2', '2026-03-11T23:00'],
    ]);
  });

  it('is moved by a form too', async () => {
    const { url, clock } = await start();
    const page = await (await fetch(`${url}/clock`, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('Donnerstag, 5. März 2026');
    const answer = await fetch(`${url}/clock`, {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams({ now: '2026-03-06T09:00' }),
      redirect: 'manual',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/clock']);
    expect(clock.now()).toMatch(/^2026-03-06T08:00:0/);
  });
});

describe('the commands', () => {
  it('token prints what the API accepts, and names the users', async () => {
    const { url } = await start();
    const { port } = new URL(url);
    const { out } = await runCommand('local/token.ts', 'coordinator', '--port', port, '--data', data);
    const me = await fetch(`${url}/api/me`, await as(out.trim()));
    expect(await me.json()).toMatchObject({ id: 'coordinator', roles: ['coordinator'] });
    const unknown = await runCommand('local/token.ts', 'nobody', '--port', port, '--data', data);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('social-worker-12');
  });

  it('token says when there is no data yet', async () => {
    const { code, err } = await runCommand('local/token.ts', 'coordinator', '--data', data);
    expect([code, err.trim()]).toEqual([
      1,
      `${data}/login-key.json is missing: run npm start with this --data first.`,
    ]);
  });

  it('import takes the lists over, and a second time finds nothing to do', async () => {
    const first = await runCommand('local/import.ts', '--county', 'alzey-worms', '--data', data);
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringMatching(/: [1-9]\d+ entries written, 0 removed/),
    });
    const second = await runCommand('local/import.ts', '--county', 'alzey-worms', '--data', data);
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining(': 0 entries written, 0 removed') });
  });

  it('start refuses options that it does not know', async () => {
    const { code, err } = await runCommand('local/main.ts', '--prot', '3000');
    expect(code).toBe(1);
    expect(err).toContain("Unknown option '--prot'");
    expect(err).toContain('--port 3000');
  });
});

describe('the data folder', () => {
  it('without its key, beside what the key has sealed, lets nothing start and stays as it is', async () => {
    const { url } = await start();
    const { receipt } = (await (await submit(url)).json()) as { receipt: string };
    await stop();
    await rename(join(data, 'keys.json'), join(data, 'backup.json'));
    const { code, err } = await runCommand('local/main.ts', '--data', data, '--port', '0');
    expect(code).toBe(1);
    expect(err).toContain(`${join(data, 'keys.json')} is missing`);
    expect(err).toContain('Put the file back from a backup');
    expect(err).not.toContain('    at ');
    await expect(start()).rejects.toThrow(KeyFileMissingError);
    expect(await readdir(data)).not.toContain('keys.json');

    await rename(join(data, 'backup.json'), join(data, 'keys.json'));
    const next = await start();
    const mailbox = await fetch(`${next.url}/api/mailbox`, {
      headers: { authorization: `Receipt ${receipt}` },
    });
    expect(mailbox.status).toBe(200);
    const login = await as(await next.token('social-worker'));
    const answers = await fetch(`${next.url}/api/submissions/${ID}/answers`, login);
    expect(await answers.json()).toMatchObject({ message: contactRequestExample.message });
  });

  it('without any key gets new ones as long as nothing is sealed; a lost login key is made anew', async () => {
    await start();
    await stop();
    for (const file of ['login-key.json', 'keys.json']) await rm(join(data, file));
    const { url } = await start();
    expect((await submit(url)).status).toBe(201);
    await stop();
    await rm(join(data, 'login-key.json'));
    const next = await start();
    expect(await tasksOf(next, 'social-worker')).toMatchObject([{ id: ID, at: 'accept' }]);
  });

  it('holds keys that only its owner can read', async () => {
    await start();
    for (const file of ['login-key.json', 'keys.json']) {
      const { mode } = await stat(join(data, file));
      expect((mode & 0o777).toString(8), file).toBe('600');
    }
  });
});
