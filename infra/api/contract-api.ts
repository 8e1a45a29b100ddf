import { HttpApi, HttpMethod, HttpNoneAuthorizer, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { type Access, type Route, routes } from '../../domain/api/routes.ts';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { acknowledge } from '../acknowledge.ts';
import type { BoundaryFunctions } from '../functions/boundary-functions.ts';
import { createAccessLog } from './access-log.ts';
import type { Login } from './login.ts';
import { DEFAULT_THROTTLE, type ServedRoute, throttleRoutes } from './throttles.ts';

const WHY_OPEN: Record<Exclude<Access, 'login'>, string> = {
  open: 'families need no login; nothing personal is answered, and what is sent can only be stored',
  receipt: 'families need no login; the function compares the receipt code in the Authorization header',
};

/** The API at one stage. It answers nothing until it serves the contract. */
export class ContractApi extends Construct {
  readonly http: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, { name }: { name: string }) {
    super(scope, 'api');
    this.http = new HttpApi(this, 'http', { apiName: name, createDefaultStage: false });
    this.stage = new HttpStage(this, 'stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: DEFAULT_THROTTLE,
      accessLogSettings: createAccessLog(this),
    });
  }

  /** The contract's routes and nothing else; the token of those who log in is verified before a function is called. */
  serve({ functions, login }: { functions: BoundaryFunctions; login: Login }): void {
    const verified = new HttpJwtAuthorizer('login', login.issuer, { jwtAudience: [login.audience] });
    const open = new HttpNoneAuthorizer();
    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    const integrationOf = (name: FunctionName) => {
      const integration = integrations.get(name) ?? new HttpLambdaIntegration(name, functions[name].function);
      integrations.set(name, integration);
      return integration;
    };
    const served: ServedRoute[] = [];
    for (const of of routes as readonly Route[]) {
      const { method, path, access, function: name } = of;
      const [route] = this.http.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration: integrationOf(name),
        authorizer: access === 'login' ? verified : open,
      });
      if (!route) continue;
      served.push({ of, route });
      if (access !== 'login') acknowledge(route, { APIG4: `${method} ${path}: ${WHY_OPEN[access]}` });
    }
    throttleRoutes(this.stage, served);
  }
}
