import type { CfnStage, HttpRoute, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Access, Route } from '../../domain/api/routes.ts';

/** Calls per second, and how many may come at once; a county sends a few a minute. */
interface Throttle {
  rateLimit: number;
  burstLimit: number;
}

/** What the stage allows where a route has no limit of its own. */
export const DEFAULT_THROTTLE: Throttle = { rateLimit: 100, burstLimit: 200 };

/** Each route has such a limit of its own: whoever floods one that is open to everybody closes no other, least of all the portal. */
const THROTTLES: Record<Access, Throttle> = {
  open: { rateLimit: 50, burstLimit: 100 },
  receipt: { rateLimit: 50, burstLimit: 100 },
  login: { rateLimit: 100, burstLimit: 200 },
};

export interface ServedRoute {
  of: Route;
  route: HttpRoute;
}

/** Gives every route its limit. The stage waits for the routes: it refuses settings for one that is not there yet. */
export const throttleRoutes = (stage: HttpStage, served: readonly ServedRoute[]): void => {
  const settings = served.map(({ of: { method, path, access } }) => {
    const { rateLimit, burstLimit } = THROTTLES[access];
    return [`${method} ${path}`, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }];
  });
  // CDK's own stage knows only the default.
  (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(settings);
  for (const { route } of served) stage.node.addDependency(route);
};
