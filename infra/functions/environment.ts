import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { routes } from '../../domain/api/routes.ts';
import { type FunctionName, sealingRights } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import type { DataStack } from '../data-stack.ts';

export interface Surroundings {
  data: DataStack;
  siteUrl: string;
  /** ARN of the state machines up to the name of a process. */
  machines: string;
  originSecret: ISecret;
}

/**
 * What a function is told: names, and only those that its rights go with. The one secret is the word by which the
 * API knows CloudFront; it opens nothing.
 */
export const environmentOf = (
  name: FunctionName,
  { data, siteUrl, machines, originSecret }: Surroundings,
): Record<string, string> => {
  const { pepper, states, mail, addresses, files, survey } = functions[name];
  const { seal, open } = sealingRights[name];
  const answersCalls = routes.some((route) => route.function === name);
  return {
    TABLE_NAME: data.table.tableName,
    // Every store knows both tables by name; only some may touch the second.
    KEYS_TABLE_NAME: data.keysTable.tableName,
    ...(survey && {
      ANSWERS_TABLE_NAME: data.answersTable.tableName,
      TOKENS_TABLE_NAME: data.tokensTable.tableName,
    }),
    ...(seal.length + open.length > 0 && { SEALING_KEY_ID: data.sealingKey.keyArn }),
    ...(pepper && { MAC_KEY_ID: data.macKey.keyArn }),
    ...(states && { STATE_MACHINES: machines }),
    ...((mail || addresses) && { SITE_URL: siteUrl }),
    ...(files && { FILES_BUCKET: data.files.bucketName }),
    ...(answersCalls && { ORIGIN_SECRET: originSecret.secretValue.unsafeUnwrap() }),
  };
};
