import Provider, { type Configuration } from 'oidc-provider';
import type { LoginKey } from './key.ts';
import { SIGNING } from './key.ts';
import { createMemory } from './memory.ts';
import { AUDIENCE, CLIENT } from './tokens.ts';
import { logoutPage, messagePage } from './users-page.ts';

const HOUR = 3600;

/** Where somebody says who they are. */
export const INTERACTION = '/login/interaction/';

const configuration = (site: string, key: LoginKey, isKnown: (user: string) => boolean): Configuration => ({
  clients: [
    {
      client_id: CLIENT,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [`${site}/portal/`],
      post_logout_redirect_uris: [`${site}/portal/`],
    },
  ],
  adapter: createMemory(),
  jwks: { keys: [key.signing as never] },
  cookies: { keys: [key.cookies] },
  scopes: ['openid'],
  responseTypes: ['code'],
  pkce: { required: () => true },
  // Who may log in stands in the register; a token carries nothing of it but the id.
  findAccount: (_, id) => (isKnown(id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined),
  // The portal's own page tells its origin too, where it asks for tokens.
  clientBasedCORS: (_, origin) => origin === site,
  issueRefreshToken: () => true,
  interactions: { url: (_, { uid }) => `${INTERACTION}${uid}` },
  ttl: {
    AccessToken: HOUR,
    IdToken: HOUR,
    RefreshToken: 12 * HOUR,
    Session: 12 * HOUR,
    Grant: 12 * HOUR,
    Interaction: HOUR,
  },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => AUDIENCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'openid',
        audience: AUDIENCE,
        accessTokenTTL: HOUR,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: SIGNING } },
      }),
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = logoutPage(form);
      },
      postLogoutSuccessSource: (ctx) => {
        ctx.body = messagePage('Abgemeldet', 'Sie sind abgemeldet.');
      },
    },
  },
  // The portal belongs to the house: nobody is asked whether it may know who they are.
  loadExistingGrant: async (ctx) => {
    const accountId = ctx.oidc.session?.accountId;
    if (!accountId) return undefined;
    const grant = new ctx.oidc.provider.Grant({ clientId: CLIENT, accountId });
    grant.addOIDCScope('openid');
    grant.addResourceScope(AUDIENCE, 'openid');
    await grant.save();
    return grant;
  },
  renderError: (ctx, { error, error_description: detail }) => {
    ctx.type = 'html';
    ctx.body = messagePage('Anmeldung nicht möglich', `${error}${detail ? `: ${detail}` : ''}`);
  },
});

/** The login of one machine: OpenID Connect with code and PKCE for the portal, access tokens for the API as JWT. */
export const createProvider = (
  site: string,
  issuer: string,
  key: LoginKey,
  isKnown: (user: string) => boolean,
) => new Provider(issuer, configuration(site, key, isKnown));
