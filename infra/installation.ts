import { type App, Tags } from 'aws-cdk-lib';
import { ApplicationStack } from './application-stack.ts';
import { DataStack } from './data-stack.ts';
import { installationName } from './names.ts';
import type { Settings } from './settings.ts';

/** One county: two stacks, in the account and region that the deployment's credentials name. */
export const addInstallation = (app: App, { settings, pages }: { settings: Settings; pages: string }) => {
  const name = installationName(settings.county.slug);
  const data = new DataStack(app, `${name}-data`, { settings, description: `${name}: data, keys and roles` });
  const application = new ApplicationStack(app, `${name}-application`, {
    settings,
    data,
    pages,
    description: `${name}: functions, workflows and pages`,
  });
  Tags.of(app).add('installation', name);
  return { data, application };
};
