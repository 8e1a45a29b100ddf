import { expect, test } from 'vitest';
import { type Route, routes } from '../../domain/api/routes.ts';
import { readableFrom } from './readable.ts';
import { demonstration, onlyOf, resourcesOf, synthesize } from './synthesized.ts';

interface RouteProperties {
  RouteKey: string;
  AuthorizationType: string;
  AuthorizerId?: unknown;
  Target: unknown;
  AuthorizationScopes?: string[];
}

const routesOf = ({ data, application }: ReturnType<typeof synthesize>) => {
  const readable = readableFrom(data);
  const integrations = new Map(
    resourcesOf(application, 'AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [
      id,
      Properties,
    ]),
  );
  return resourcesOf(application, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
    const { RouteKey, AuthorizationType, AuthorizerId, Target } = Properties as unknown as RouteProperties;
    const [id = ''] =
      JSON.stringify(Target)
        .match(/api\w+[0-9A-F]{8}/g)
        ?.slice(-1) ?? [];
    const { IntegrationUri, PayloadFormatVersion } = integrations.get(id) as Record<string, unknown>;
    return {
      route: RouteKey,
      authorization: AuthorizationType,
      authorizer: AuthorizerId !== undefined,
      function: readable(IntegrationUri).replace(/function$/, ''),
      payload: PayloadFormatVersion,
    };
  });
};

const byRoute = (a: { route: string }, b: { route: string }) => a.route.localeCompare(b.route);

const templates = synthesize();

test('the API has every route of the contract with its function and its authorizer, and nothing else', () => {
  const expected = (routes as readonly Route[]).map(({ method, path, access, function: name }) => ({
    route: `${method} ${path}`,
    authorization: access === 'login' ? 'JWT' : 'NONE',
    authorizer: access === 'login',
    function: name,
    payload: '2.0',
  }));
  expect(routesOf(templates).sort(byRoute)).toEqual(expected.sort(byRoute));
});

test('tokens are those of the user pool and its portal client, unless the settings name an issuer', () => {
  const own = templates;
  const authorizerOf = ({ data, application }: ReturnType<typeof synthesize>) => {
    const authorizer = onlyOf(application, 'AWS::ApiGatewayV2::Authorizer');
    const { JwtConfiguration, IdentitySource } = authorizer.Properties as {
      JwtConfiguration: { Issuer: unknown; Audience: unknown[] };
      IdentitySource: string[];
    };
    const readable = readableFrom(data);
    return [readable(JwtConfiguration.Issuer), ...JwtConfiguration.Audience.map(readable), ...IdentitySource];
  };
  expect(authorizerOf(own)).toEqual(['people', 'portalclient', '$request.header.Authorization']);
  own.data.resourceCountIs('AWS::Cognito::UserPool', 1);

  const given = synthesize({
    ...demonstration,
    issuer: 'https://login.example.org/realm',
    clientId: 'portal',
  });
  expect(authorizerOf(given)).toEqual([
    'https://login.example.org/realm',
    'portal',
    '$request.header.Authorization',
  ]);
  given.data.resourceCountIs('AWS::Cognito::UserPool', 0);
  given.application.resourceCountIs('AWS::Cognito::UserPoolClient', 0);
});

test('every route has a limit of its own, so that a flood of one that is open to all does not close the portal', () => {
  const stage = onlyOf(templates.application, 'AWS::ApiGatewayV2::Stage');
  const limits = stage.Properties.RouteSettings as Record<
    string,
    { ThrottlingRateLimit: number; ThrottlingBurstLimit: number }
  >;
  const keysOf = (all: readonly Route[]) => all.map(({ method, path }) => `${method} ${path}`).sort();
  const all = routes as readonly Route[];
  expect(Object.keys(limits).sort()).toEqual(keysOf(all));
  const slower = Object.keys(limits).filter((key) => limits[key]?.ThrottlingRateLimit === 50);
  expect(slower.sort()).toEqual(keysOf(all.filter(({ access }) => access !== 'login')));
  // The stage refuses limits for a route that is not there yet.
  const made = resourcesOf(templates.application, 'AWS::ApiGatewayV2::Route').map(([id]) => id);
  expect(stage.DependsOn).toEqual(expect.arrayContaining(made));
});

test('the access log says nothing about who called, what was searched, or which case it was', () => {
  const stage = onlyOf(templates.application, 'AWS::ApiGatewayV2::Stage');
  const { Format } = stage.Properties.AccessLogSettings as { Format: string };
  const variables = Format.match(/\$context\.[\w.]+/g) ?? [];
  expect(variables).toContain('$context.routeKey');
  expect(
    variables.filter((name) => /ip|userAgent|path|query|authorizer|identity|caller/i.test(name)),
  ).toEqual([]);
  expect(stage.Properties.DefaultRouteSettings).toMatchObject({
    ThrottlingRateLimit: 100,
    ThrottlingBurstLimit: 200,
  });
});
