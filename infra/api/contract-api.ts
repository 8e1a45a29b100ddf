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

/** Calls per second of the whole installation, and how many may come at once; a county sends a few a minute. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };

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
      throttle: THROTTLE,
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
    for (const { method, path, access, function: name } of routes as readonly Route[]) {
      const [route] = this.http.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration: integrationOf(name),
        authorizer: access === 'login' ? verified : open,
      });
      if (access !== 'login' && route)
        acknowledge(route, { APIG4: `${method} ${path}: ${WHY_OPEN[access]}` });
    }
  }
}
