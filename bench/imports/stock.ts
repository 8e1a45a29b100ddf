import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import middy from '@middy/core';
// As most projects write it; ours imports zod/mini (docs/adr).
import { z } from 'zod';

const db = DynamoDBDocumentClient.from(new DynamoDBClient());
const kms = new KMSClient();
const states = new SFNClient();
const shape = z.object({ id: z.string() });

/** What a function has before it does anything: the same clients, a schema, the middleware. */
export const handler = middy().handler(async (event: unknown) => ({
  ...shape.parse(event),
  clients: [db, kms, states].length,
}));
