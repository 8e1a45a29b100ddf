import { Aws } from 'aws-cdk-lib';
import { ManagedLoginVersion, type UserPool, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { installationName } from '../names.ts';
import type { Settings } from '../settings.ts';
import { createPortalClient } from './portal-client.ts';

/** Whose people log in: what the authorizer checks, and what the portal is told. */
export interface Login {
  issuer: string;
  clientId: string;
  /** Expected in an access token's `aud`, or its `client_id` where it has none, as Cognito's. */
  audience: string;
  scope: string;
}

export interface Issuer {
  /** Where the portal's browser fetches from the issuer, as sources of a content security policy. */
  sources: string[];
  /** The portal's client there, as soon as the pages' address is known. */
  loginFrom(siteUrl: string): Login;
}

const SCOPE = 'openid';

/** The issuer of the settings; else the installation's own user pool. */
export const createIssuer = (scope: Construct, settings: Settings, people: UserPool | undefined): Issuer => {
  const { issuer, clientId, audience = clientId, county } = settings;
  if (issuer && clientId && audience) {
    const login = { issuer, clientId, audience, scope: SCOPE };
    return { sources: [new URL(issuer).origin], loginFrom: () => login };
  }
  if (!people) throw new Error('a user pool is missing where no issuer is set');
  const domain = new UserPoolDomain(scope, 'login-domain', {
    userPool: people,
    cognitoDomain: { domainPrefix: `${installationName(county.slug)}-${Aws.ACCOUNT_ID}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  return {
    // The slash lets the path stand for everything below it.
    sources: [`${people.userPoolProviderUrl}/`, domain.baseUrl()],
    loginFrom: (siteUrl) => {
      const { userPoolClientId } = createPortalClient(scope, { people, siteUrl });
      return {
        issuer: people.userPoolProviderUrl,
        clientId: userPoolClientId,
        audience: userPoolClientId,
        scope: SCOPE,
      };
    },
  };
};
