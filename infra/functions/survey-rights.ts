import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { FunctionDefinition } from '../../functions/registry.ts';
import { ANSWERS, COUNTS } from '../../functions/store/keys.ts';
import { STORAGE_ACTIONS } from '../data/storage-key.ts';
import { statement } from './rights.ts';

/** Only partitions of this kind. */
const only = (leading: string) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${leading}*`] },
});

/** A write is told nothing of what stood there before. */
const UNTOLD = { StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' } };

/** Of an item its keys alone. */
const KEYS_ALONE = {
  'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk'] },
  StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
};

const READ = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];

/**
 * What a function does with answers of the needs survey. Who puts them cannot read them: whether one that is there is the
 * same is asked by a condition. Who deletes them finds them by their keys.
 */
export const surveyRights = (
  { survey }: FunctionDefinition,
  { answers, tokens, key }: { answers: ITable; tokens: ITable; key: IKey },
): PolicyStatement[] => {
  if (!survey) return [];
  const [all, used] = [[answers.tableArn], [tokens.tableArn]];
  const put = [
    statement('putAnswers', ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem'], all, {
      ...only(ANSWERS),
      ...UNTOLD,
    }),
    statement('count', ['dynamodb:UpdateItem'], all, { ...only(COUNTS), ...UNTOLD }),
  ];
  const rights = {
    put: [...put, statement('useTokens', ['dynamodb:PutItem'], used, UNTOLD)],
    read: [...put, statement('readAnswers', READ, all)],
    delete: [
      statement('findAnswers', ['dynamodb:Query'], all, KEYS_ALONE),
      statement('findTokens', ['dynamodb:Query'], used, KEYS_ALONE),
      statement('readCounts', READ, all, only(COUNTS)),
      statement('deleteAnswers', ['dynamodb:DeleteItem'], [...all, ...used], UNTOLD),
    ],
  };
  return [...rights[survey], statement('answersAtRest', STORAGE_ACTIONS, [key.keyArn])];
};
