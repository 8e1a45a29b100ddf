import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../local/server.ts';

let data: string;
let server: RunningServer;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'bindeglied-'));
  server = await startServer({ port: 0, data, county: 'alzey-worms', quiet: true, pages: false });
});
afterAll(async () => {
  await server.close();
  await rm(data, { recursive: true, force: true });
});

/** A browser as far as logging in needs one: it keeps cookies and follows nothing by itself. */
const browser = () => {
  const cookies = new Map<string, string>();
  return async (to: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const origin: Record<string, string> = init.method === 'POST' ? { origin: server.url } : {};
    const headers = { cookie, ...origin };
    const answer = await fetch(new URL(to, server.url), { redirect: 'manual', ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
};

const locationOf = (answer: Response): string => answer.headers.get('location') ?? '';
const verifier = randomBytes(32).toString('base64url');

const authorization = (more: Record<string, string> = {}) =>
  `/login/auth?${new URLSearchParams({
    client_id: 'bindeglied-portal',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: `${server.url}/portal/`,
    state: 'here',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })}`;

const tokens = async (go: ReturnType<typeof browser>, values: Record<string, string>) => {
  const body = new URLSearchParams({ client_id: 'bindeglied-portal', ...values });
  const answer = await go('/login/token', { method: 'POST', body });
  const given = (await answer.json()) as { access_token?: string; refresh_token?: string; error?: string };
  return { status: answer.status, ...given };
};

/** Logs in with one click and answers the address that the portal is called with. */
const logIn = async (go: ReturnType<typeof browser>, user: string): Promise<URL> => {
  const choice = locationOf(await go(authorization()));
  const chosen = await go(choice, { method: 'POST', body: new URLSearchParams({ user }) });
  return new URL(locationOf(await go(locationOf(chosen))));
};

describe('the login', () => {
  it('shows one person per role, each with a button', async () => {
    const go = browser();
    const page = await (await go(locationOf(await go(authorization())))).text();
    const shown = page.split('<details>')[0] ?? '';
    const users = [...shown.matchAll(/name="user" value="([^"]+)"/g)].map(([, user]) => user);
    expect(users.toSorted()).toEqual([
      'admin',
      'auditor',
      'clerk',
      'committee',
      'coordinator',
      'head',
      'kita',
      'provider',
      'social-worker',
      'treasurer',
    ]);
    expect(page).toContain('value="social-worker-12"');
  });

  it('gives the portal a token that the API accepts, and a new one for it', async () => {
    const go = browser();
    const back = await logIn(go, 'coordinator');
    expect([back.pathname, back.searchParams.get('state')]).toEqual(['/portal/', 'here']);
    const code = back.searchParams.get('code') ?? '';
    const redirect_uri = `${server.url}/portal/`;
    const first = await tokens(go, {
      grant_type: 'authorization_code',
      code,
      redirect_uri,
      code_verifier: verifier,
    });
    const me = await fetch(`${server.url}/api/me`, {
      headers: { authorization: `Bearer ${first.access_token}` },
    });
    expect(await me.json()).toMatchObject({ id: 'coordinator' });
    const refresh_token = first.refresh_token ?? '';
    const second = await tokens(go, { grant_type: 'refresh_token', refresh_token });
    expect(second).toMatchObject({ status: 200, access_token: expect.any(String) });
  });

  it('lets nobody in who is not in the register, or without proof of who asked', async () => {
    const go = browser();
    const choice = locationOf(await go(authorization()));
    const again = await go(choice, { method: 'POST', body: new URLSearchParams({ user: 'nobody' }) });
    expect([again.status, locationOf(again)]).toEqual([200, '']);

    const back = await logIn(browser(), 'admin');
    const stolen = await tokens(browser(), {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: `${server.url}/portal/`,
      code_verifier: randomBytes(32).toString('base64url'),
    });
    expect(stolen).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  it('sends codes to the portal only', async () => {
    const answer = await browser()(authorization({ redirect_uri: 'https://evil.example/' }));
    expect([answer.status, locationOf(answer)]).toEqual([400, '']);
  });

  it('logs out after a question, and back to the portal', async () => {
    const go = browser();
    await logIn(go, 'clerk');
    const query = new URLSearchParams({
      client_id: 'bindeglied-portal',
      post_logout_redirect_uri: `${server.url}/portal/`,
    });
    const page = await (await go(`/login/session/end?${query}`)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ xsrf, logout: 'yes' });
    const out = await go('/login/session/end/confirm', { method: 'POST', body });
    expect(locationOf(out)).toBe(`${server.url}/portal/`);
    expect(locationOf(await go(authorization()))).toMatch(/^\/login\/interaction\//);
  });

  it('tells an abandoned login apart from an error', async () => {
    const answer = await browser()('/login/interaction/unknown');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Diese Anmeldung ist abgelaufen');
  });
});
