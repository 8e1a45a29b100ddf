import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import type { DataStack } from '../data-stack.ts';
import { mailIdentityOf, type Settings } from '../settings.ts';
import {
  eraseFileRights,
  fileRights,
  keysTableRights,
  machineRights,
  mailRights,
  streamRights,
  tableRights,
} from './rights.ts';
import { statesArns } from './states-arns.ts';
import { surveyRights } from './survey-rights.ts';

const identityArn = (stack: Stack, settings: Settings) =>
  stack.formatArn({
    service: 'ses',
    resource: 'identity',
    resourceName: mailIdentityOf(settings),
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });

/** The registry's words for what a function may do, as policy statements on named resources. */
export const rightsOf = (
  name: FunctionName,
  { stack, settings, data }: { stack: Stack; settings: Settings; data: DataStack },
): PolicyStatement[] => {
  const definition = functions[name];
  const { slug, mailFrom } = settings.county;
  const { machines, executions } = statesArns(stack, slug);
  return [
    ...tableRights(definition, data.table, data.tableKey),
    ...keysTableRights(definition, data.keysTable, data.keysTableKey),
    ...surveyRights(definition, {
      answers: data.answersTable,
      tokens: data.tokensTable,
      key: data.answersTableKey,
    }),
    ...(name === 'dispatch' ? [streamRights(data.table)] : []),
    ...(definition.files === 'all' ? fileRights(data.files, data.tableKey) : []),
    ...(definition.files === 'delete' ? eraseFileRights(data.files) : []),
    ...(definition.states ? machineRights(machines, executions) : []),
    ...(definition.mail ? [mailRights({ identityArn: identityArn(stack, settings), from: mailFrom })] : []),
  ];
};
