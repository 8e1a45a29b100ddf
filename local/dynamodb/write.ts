import { writeCapacity } from './capacity.ts';
import { engine, type Item, type Json, validate } from './dynalite.ts';
import type { Outcome, Surroundings } from './operations.ts';
import { type Change, type Plan, planWrite } from './plan-write.ts';

/** PutItem, UpdateItem or DeleteItem. A failed condition costs capacity too, as in AWS. */
export async function writeOne(
  { disk, changed }: Surroundings,
  operation: 'PutItem' | 'UpdateItem' | 'DeleteItem',
  request: Json,
): Promise<Outcome> {
  const data = validate(operation, { ...request, ReturnConsumedCapacity: undefined });
  return disk.alone(async () => {
    const plan = await planWrite(disk, operation, data);
    if (plan.failure) return refuse(plan, request);
    await disk.commit(plan.operations);
    changed(plan.changes);
    const { Attributes } = plan.answer as { Attributes?: Item };
    const answer = Attributes && Object.keys(Attributes).length > 0 ? { Attributes } : {};
    return { answer, capacity: writeCapacity(plan.changes, 1)[0] };
  });
}

function refuse({ failure, changes }: Plan, request: Json): Outcome {
  if (!failure?.body.__type || !isConditionFailure(failure.body)) return { answer: {}, failure };
  const [change] = changes;
  if (request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && change?.old) {
    failure.body.Item = change.old;
  }
  return { answer: {}, failure, capacity: writeCapacity(attempted(changes, request.Item), 1)[0] };
}

/** A put that was refused costs what it would have cost the item, and its indexes nothing. */
export function attempted(changes: Change[], put: unknown): Change[] {
  return changes.map(({ table, key, old }) => ({
    table: { ...table, GlobalSecondaryIndexes: [], LocalSecondaryIndexes: [] },
    key,
    old,
    now: (put as Item | undefined) ?? old,
  }));
}

export function isConditionFailure(body: Json): boolean {
  return String(body.__type).endsWith('#ConditionalCheckFailedException');
}

type BatchRequest = { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } };

/** BatchWriteItem. All of it is applied at once, and nothing is ever left unprocessed: both may be worse in AWS. */
export async function batchWriteItem({ disk, changed }: Surroundings, request: Json): Promise<Outcome> {
  const data = validate('BatchWriteItem', request);
  return disk.alone(async () => {
    const plans: Plan[] = [];
    for (const [TableName, requests] of Object.entries(data.RequestItems as Record<string, BatchRequest[]>)) {
      for (const { PutRequest, DeleteRequest } of requests) {
        plans.push(
          PutRequest
            ? await planWrite(disk, 'PutItem', { TableName, Item: PutRequest.Item })
            : await planWrite(disk, 'DeleteItem', { TableName, Key: DeleteRequest?.Key }),
        );
      }
    }
    const failure = plans.find((plan) => plan.failure)?.failure;
    if (failure) return { answer: {}, failure };
    const changes = plans.flatMap((plan) => plan.changes);
    if (hasDuplicates(changes)) {
      throw engine.validationError('Provided list of item keys contains duplicates');
    }
    await disk.commit(plans.flatMap((plan) => plan.operations));
    changed(changes);
    return { answer: { UnprocessedItems: {} }, capacity: writeCapacity(changes, 1) };
  });
}

/** Whether two changes have the same item as their target. */
export function hasDuplicates(changes: Change[]): boolean {
  return new Set(changes.map(({ table, key }) => `${table.TableName}~${key}`)).size < changes.length;
}
