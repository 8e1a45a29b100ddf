import { Duration } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  OAuthScope,
  type UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';

/** A public client of the user pool: authorization code with PKCE, no secret, a working day until the next login. */
export const createPortalClient = (
  scope: Construct,
  { people, siteUrl }: { people: UserPool; siteUrl: string },
): UserPoolClient => {
  const portal = `${siteUrl}/portal/`;
  const client = new UserPoolClient(scope, 'portal-client', {
    userPool: people,
    generateSecret: false,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID],
      callbackUrls: [portal],
      logoutUrls: [portal],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    refreshTokenValidity: Duration.hours(10),
  });
  // Without a style the managed login page does not appear at all.
  new CfnManagedLoginBranding(scope, 'login-style', {
    userPoolId: people.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  return client;
};
