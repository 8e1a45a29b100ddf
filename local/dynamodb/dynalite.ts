import { createRequire } from 'node:module';
import type { AttributeValue } from 'aws-lambda';
import { mend } from './conditions.ts';

/**
 * The parts of dynalite 4.0.0 that are used, with types, because it has none: its validations (with the expression
 * parsers), its actions (with the expression engine) and its file format. Its HTTP server is not used.
 */
const require = createRequire(import.meta.url);

export type Json = Record<string, unknown>;
/** An item as it goes over the wire: binary values are base64. */
export type Item = Record<string, AttributeValue>;
export type Callback<T = unknown> = (error: unknown, result?: T) => void;

interface KeyElement {
  AttributeName: string;
  KeyType: 'HASH' | 'RANGE';
}

export interface Index {
  IndexName: string;
  KeySchema: KeyElement[];
  Projection: { ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; NonKeyAttributes?: string[] };
}

export interface Table {
  TableName: string;
  TableStatus: 'CREATING' | 'ACTIVE' | 'DELETING';
  KeySchema: KeyElement[];
  GlobalSecondaryIndexes?: Index[];
  LocalSecondaryIndexes?: Index[];
  StreamSpecification?: { StreamEnabled: boolean; StreamViewType?: string };
  LatestStreamArn?: string;
}

export type Range = Partial<Record<'gt' | 'gte' | 'lt' | 'lte', string>> & {
  reverse?: boolean;
  limit?: number;
};
export type Operation = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string };

/** The Level database under dynalite: all tables and indexes are prefixes in one, so that one batch is atomic. */
export interface Level {
  open(): Promise<void>;
  close(): Promise<void>;
  getSync(key: string): unknown;
  batch(operations: Operation[]): Promise<void>;
  clear(range: Range): Promise<void>;
  keys(range: Range): { all(): Promise<string[]> };
  values(range: Range): { nextv(size: number): Promise<Item[]>; close(): Promise<void> };
  iterator(range: Range): { all(): Promise<[string, unknown][]> };
}

interface Store {
  db: Level;
  options: { maxItemSize: number };
  tableDb: { awsRegion: string; awsAccountId: string };
}

type Parsed = { expression: Parameters<typeof mend>[0] };
type Types = Record<string, unknown>;

interface Validations {
  checkTypes(data: Json, types: Types): Json;
  checkValidations(data: Json, types: Types, custom: unknown, store: unknown): void;
}

export const engine = require('dynalite/db/index.js') as {
  create(options: Json): Store;
  createKey(item: Item, table: Table): string;
  createIndexKey(item: Item, table: Table, keySchema: KeyElement[]): string;
  validationError(message: string): AnswerError;
};

const validations = require('dynalite/validations/index.js') as Validations;

const lowerFirst = (operation: string) => `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;

/** An error with the answer that the caller gets. dynalite's own errors have the same shape. */
export class AnswerError extends Error {
  readonly statusCode: number;
  readonly body: Json;
  constructor(type: string, message: string, extra: Json = {}, statusCode = 400) {
    super(message);
    this.statusCode = statusCode;
    this.body = { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message, ...extra };
  }
}

export function isAnswerError(error: unknown): error is AnswerError {
  return error instanceof Error && 'statusCode' in error && 'body' in error;
}

/** Checks a request and parses its expressions; the request itself stays as it is. Throws the answer's error. */
export function validate(operation: string, request: Json): Json {
  const { types, custom } = require(`dynalite/validations/${lowerFirst(operation)}.js`) as {
    types: Types;
    custom: unknown;
  };
  const data = validations.checkTypes(structuredClone(request), types);
  validations.checkValidations(data, types, custom, { options: { maxItemSize: MAX_ITEM_BYTES } });
  for (const parsed of [data._condition, data._filter] as (Parsed | undefined)[]) {
    if (parsed) parsed.expression = mend(parsed.expression);
  }
  return data;
}

export const MAX_ITEM_BYTES = 400 * 1024;

/** Runs one of dynalite's actions against a store, which may be a stand-in that only reads or only takes notes. */
export function act(operation: string, store: unknown, data: Json): Promise<Json> {
  const action = require(`dynalite/actions/${lowerFirst(operation)}.js`) as (
    store: unknown,
    data: Json,
    callback: Callback<Json>,
  ) => void;
  return new Promise((resolve, reject) => {
    action(store, data, (error, result) => (error ? reject(error) : resolve(result ?? {})));
  });
}
