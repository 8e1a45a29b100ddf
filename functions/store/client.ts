import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { LocalParts } from '../runtime/local-parts.ts';

/** Where the two tables are and how to talk to them: every function of the store takes it first. */
export interface Store {
  db: DynamoDBDocumentClient;
  table: string;
  keysTable: string;
}

/** A store that also knows where answers of the needs survey lie. */
export interface SurveyStore extends Store {
  answersTable: string;
  tokensTable: string;
}

export const createStore = (
  env: { TABLE_NAME: string; KEYS_TABLE_NAME: string },
  local: LocalParts = {},
): Store => ({
  db: DynamoDBDocumentClient.from(
    new DynamoDBClient({ maxAttempts: 5, ...(local.credentials && { credentials: local.credentials }) }),
    { marshallOptions: { removeUndefinedValues: true } },
  ),
  table: env.TABLE_NAME,
  keysTable: env.KEYS_TABLE_NAME,
});

export const createSurveyStore = (
  env: {
    TABLE_NAME: string;
    KEYS_TABLE_NAME: string;
    ANSWERS_TABLE_NAME: string;
    TOKENS_TABLE_NAME: string;
  },
  local: LocalParts = {},
): SurveyStore => ({
  ...createStore(env, local),
  answersTable: env.ANSWERS_TABLE_NAME,
  tokensTable: env.TOKENS_TABLE_NAME,
});
