import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { LoginConfig } from './config.ts';

/** Nobody is logged in any more: what was typed stays in the tab until the next login. */
export class SessionEndedError extends Error {
  override name = 'SessionEndedError';
}

export interface Session {
  loggedIn(): Promise<boolean>;
  /** An access token that still lives. @throws SessionEndedError */
  token(): Promise<string>;
  /** Asks for a new token although the old one looked alive. @throws SessionEndedError */
  renew(): Promise<void>;
  /** Leaves the page; `to` is the hash to come back to. */
  login(to: string): Promise<void>;
  /** Leaves the page, or returns when the issuer has no page for it. */
  logout(): Promise<void>;
}

const HOME = '/portal/';
const SPARE_SECONDS = 15;

const managerOf = (config: LoginConfig) => {
  const home = new URL(HOME, location.origin).href;
  const store = new WebStorageStateStore({ store: sessionStorage, prefix: 'bindeglied.login.' });
  return new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    scope: config.scope,
    redirect_uri: home,
    post_logout_redirect_uri: home,
    userStore: store,
    stateStore: store,
    automaticSilentRenew: false,
  });
};

/** OpenID Connect, authorization code with PKCE; tokens live in this tab only and end with it. */
export const createSession = (config: LoginConfig): Session & { finishLogin(): Promise<void> } => {
  const manager = managerOf(config);
  let renewing: Promise<void> | undefined;

  const signInSilently = async () => {
    const user = await manager.getUser();
    const renewed = user?.refresh_token ? await manager.signinSilent().catch(() => null) : null;
    if (!renewed) throw new SessionEndedError('the session ended');
  };
  /** Several requests that find the token dead ask for one new token together. */
  const renew = () => {
    renewing ??= signInSilently().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  return {
    renew,
    loggedIn: async () => {
      const user = await manager.getUser();
      return user !== null && (!user.expired || user.refresh_token !== undefined);
    },
    token: async () => {
      const user = await manager.getUser();
      if (!user) throw new SessionEndedError('nobody is logged in');
      if ((user.expires_in ?? 0) > SPARE_SECONDS) return user.access_token;
      await renew();
      return (await manager.getUser())?.access_token ?? '';
    },
    login: (to) => manager.signinRedirect({ state: { to } }),
    logout: async () => {
      await manager.signoutRedirect().catch(() => manager.removeUser());
    },
    /** Coming back from the issuer with a code: takes it out of the address and goes where the person wanted to. */
    finishLogin: async () => {
      const query = new URLSearchParams(location.search);
      if (!query.has('state')) return;
      history.replaceState(null, '', `${HOME}${location.hash}`);
      const user = await manager.signinRedirectCallback(`${location.origin}${HOME}?${query}`);
      const to = (user.state as { to?: unknown } | undefined)?.to;
      if (typeof to === 'string' && to.startsWith('#/')) history.replaceState(null, '', `${HOME}${to}`);
    },
  };
};
