import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ContractApi } from './api/contract-api.ts';
import { createIssuer } from './api/login.ts';
import { createOriginSecret } from './api/origin-secret.ts';
import type { DataStack } from './data-stack.ts';
import { VirusCheck } from './files/virus-check.ts';
import { createFunctions } from './functions/boundary-functions.ts';
import { installationName } from './names.ts';
import { PageFiles } from './pages/page-files.ts';
import { Site } from './pages/site.ts';
import type { Settings } from './settings.ts';
import { Watching } from './watching/watching.ts';
import { createCalendar } from './workflows/calendar.ts';
import { followWrites } from './workflows/follow-writes.ts';
import { createStateMachines } from './workflows/state-machines.ts';

export interface ApplicationProps extends StackProps {
  settings: Settings;
  data: DataStack;
  /** The built pages. */
  pages: string;
}

/** Everything that a deployment may replace: it holds no data. */
export class ApplicationStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, pages, ...props }: ApplicationProps) {
    super(scope, id, props);
    const { slug } = settings.county;

    const originSecret = createOriginSecret(this);
    const api = new ContractApi(this, { name: installationName(slug) });
    const issuer = createIssuer(this, settings, data.people);
    const filesOrigin = `https://${data.files.bucketRegionalDomainName}`;
    const site = new Site(this, {
      settings,
      api: api.http,
      originSecret,
      sources: [...issuer.sources, filesOrigin],
    });
    const login = issuer.loginFrom(site.url);

    const functions = createFunctions(this, { settings, data, originSecret, siteUrl: site.url });
    api.serve({ functions, login });
    const machines = createStateMachines(this, { slug, workflow: functions.workflow.function });
    followWrites(this, { table: data.table, dispatch: functions.dispatch.function });
    const virusCheck = new VirusCheck(this, {
      bucket: data.files,
      key: data.tableKey,
      documents: functions.documents.function,
    });
    createCalendar(this, { schedule: functions.schedule.function, machines });

    const { issuer: from, clientId, scope: wanted } = login;
    new PageFiles(this, {
      folder: pages,
      bucket: site.pages,
      config: { issuer: from, clientId, scope: wanted },
    });
    new Watching(this, { settings, data, functions, machines, api, virusCheck });

    const outputs = {
      siteUrl: site.url,
      loginIssuer: login.issuer,
      tableName: data.table.tableName,
      keysTableName: data.keysTable.tableName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
