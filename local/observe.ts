/**
 * What an embedded service tells of each call: tests kill the process here, benchmarks count here.
 * `before`: the request has arrived and nothing has happened. `after`: the effect is durable and the answer is
 * not yet sent.
 */
export interface Call {
  service: 'dynamodb' | 'states' | 'kms' | 'ses' | 's3' | 'lambda';
  operation: string;
  /** Who calls: the access key's id, which on one machine is the function's name. */
  by: string;
  phase: 'before' | 'after';
  request: unknown;
  response?: unknown;
}

export type Observe = (call: Call) => void | Promise<void>;
