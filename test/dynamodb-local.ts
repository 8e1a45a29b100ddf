import { startDynamoDbLocal } from '../local/dynamodb/java.ts';

/**
 * Starts DynamoDB Local once for all files. They find it in DYNAMODB_LOCAL_ENDPOINT (the test processes inherit the
 * environment) and take it instead of the embedded engine, each with tables of its own name.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const engine = await startDynamoDbLocal();
  process.env.DYNAMODB_LOCAL_ENDPOINT = engine.endpoint;
  return engine.close;
}
