import { createHash } from 'node:crypto';
import { addUnits, type Capacity, itemSize, readUnits, writeCapacity } from './capacity.ts';
import { type Disk, under } from './disk.ts';
import { AnswerError, engine, type Item, type Json, type Operation, validate } from './dynalite.ts';
import type { Outcome, Surroundings } from './operations.ts';
import { type Plan, planWrite } from './plan-write.ts';
import { attempted, hasDuplicates, isConditionFailure } from './write.ts';

const MAX_ITEMS = 100;
/** How long a repeat of a transaction with the same ClientRequestToken is answered and not applied. */
const TOKEN_MILLISECONDS = 10 * 60 * 1000;
const TOKEN_PREFIX = 'layer~token~';

type Kind = 'Put' | 'Update' | 'Delete' | 'ConditionCheck';
/** A condition check is a deletion that is never carried out. */
const OPERATION = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'DeleteItem',
} as const;

interface Part {
  kind: Kind;
  request: Json;
  data: Json;
}

/**
 * TransactWriteItems. All conditions are evaluated against one state, because no other write runs meanwhile, and all
 * items with their index entries and the token go into one batch, which LevelDB applies as a whole or, after a kill,
 * not at all. There is never a TransactionConflict: transactions wait for each other.
 */
export async function transactWriteItems(surroundings: Surroundings, request: Json): Promise<Outcome> {
  const { disk, changed, applying } = surroundings;
  const parts = partsOf(request.TransactItems);
  return disk.alone(async () => {
    const plans: Plan[] = [];
    for (const part of parts) plans.push(await planPart(disk, part));
    if (hasDuplicates(plans.flatMap((plan) => plan.changes))) {
      throw engine.validationError('Transaction request cannot include multiple operations on one item');
    }
    const token = tokenOf(disk, request);
    if (token === 'known') return { answer: {}, capacity: repeated(plans) };
    if (plans.some((plan) => plan.failure)) return cancel(parts, plans);

    const changes = plans.flatMap((plan) => plan.changes);
    for (const item of request.TransactItems as unknown[]) await applying('before', item);
    await disk.commit([...plans.flatMap((plan) => plan.operations), ...token]);
    changed(changes);
    for (const item of request.TransactItems as unknown[]) await applying('after', item);
    return { answer: {}, capacity: written(writeCapacity(changes, 2)) };
  });
}

function partsOf(items: unknown): Part[] {
  if (!Array.isArray(items) || items.length < 1 || items.length > MAX_ITEMS) {
    throw engine.validationError(
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to ${MAX_ITEMS}, and at least 1`,
    );
  }
  return items.map((item: Partial<Record<Kind, Json>>) => {
    const [kind, ...others] = (Object.keys(OPERATION) as Kind[]).filter((name) => item[name]);
    const request = kind && item[kind];
    if (!kind || !request || others.length > 0) {
      throw engine.validationError(
        'TransactItems can only contain one of Check, Put, Update or Delete in each of its items',
      );
    }
    if (kind === 'ConditionCheck' && !request.ConditionExpression) {
      throw engine.validationError('The ConditionExpression of a ConditionCheck must not be null');
    }
    if (kind === 'Update' && !request.UpdateExpression) {
      throw engine.validationError('The UpdateExpression of an Update must not be null');
    }
    return { kind, request, data: validate(OPERATION[kind], request) };
  });
}

async function planPart(disk: Disk, { kind, data }: Part): Promise<Plan> {
  const plan = await planWrite(disk, OPERATION[kind], data);
  if (kind !== 'ConditionCheck') return plan;
  return { ...plan, operations: [], changes: plan.changes.map((change) => ({ ...change, now: change.old })) };
}

function cancel(parts: Part[], plans: Plan[]): Outcome {
  const reasons = plans.map(({ failure, changes }, at): Json => {
    if (!failure) return { Code: 'None' };
    const failedCondition = isConditionFailure(failure.body);
    const wantsItem = parts[at]?.request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
    return {
      Code: failedCondition ? 'ConditionalCheckFailed' : 'ValidationError',
      Message: failure.message,
      ...(failedCondition && wantsItem && changes[0]?.old ? { Item: changes[0].old } : {}),
    };
  });
  const codes = reasons.map((reason) => reason.Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  const tried = plans.flatMap((plan, at) => attempted(plan.changes, parts[at]?.request.Item as Item));
  return {
    answer: {},
    failure: new AnswerError('TransactionCanceledException', message, {
      Message: message,
      CancellationReasons: reasons,
    }),
    capacity: written(writeCapacity(tried, 2)),
  };
}

/** A repeat only reads what it finds done. */
function repeated(plans: Plan[]): Capacity[] {
  const capacities = new Map<string, Capacity>();
  for (const { table, old } of plans.flatMap((plan) => plan.changes)) {
    addUnits(capacities, table.TableName, 2 * readUnits(old ? itemSize(old) : 0, true));
  }
  return [...capacities.values()].map((one) => ({ ...one, ReadCapacityUnits: one.CapacityUnits }));
}

const written = (capacities: Capacity[]) =>
  capacities.map((capacity) => ({ ...capacity, WriteCapacityUnits: capacity.CapacityUnits }));

/** What to write so that a repeat is known; 'known' when this is one. Tokens that are too old go with it. */
function tokenOf(disk: Disk, request: Json): Operation[] | 'known' {
  if (typeof request.ClientRequestToken !== 'string') return [];
  const key = TOKEN_PREFIX + request.ClientRequestToken;
  const hash = createHash('sha256').update(JSON.stringify(request.TransactItems)).digest('base64');
  const seen = disk.level.getSync(key) as { hash: string; at: number } | undefined;
  const now = Date.now();
  if (seen && now - seen.at < TOKEN_MILLISECONDS) {
    if (seen.hash === hash) return 'known';
    throw new AnswerError('IdempotentParameterMismatchException', 'The token was used for other items');
  }
  return [{ type: 'put', key, value: { hash, at: now } }];
}

/** Forgets the tokens of transactions that nobody will repeat any more. */
export async function forgetOldTokens(disk: Disk): Promise<void> {
  const tokens = await disk.level.iterator(under(TOKEN_PREFIX)).all();
  const old = tokens.filter(([, value]) => Date.now() - (value as { at: number }).at >= TOKEN_MILLISECONDS);
  await disk.commit(old.map(([key]) => ({ type: 'del', key })));
}
