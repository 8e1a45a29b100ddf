import type { FunctionName } from '../domain/sealed/rights.ts';

/** What a function may do beside its log; sealing rights stand in domain/sealed/rights.ts. */
export interface FunctionDefinition {
  entry: string;
  memory: number;
  /** Seconds. */
  timeout: number;
  table: 'read' | 'write';
  /** The table of wrapped keys: put and get, or only delete (retention). */
  keys?: readonly ('put' | 'get' | 'delete')[];
  /** Step Functions: start, describe and answer tokens. */
  states?: boolean;
  mail?: boolean;
  /** Writes addresses of the pages where no mail is: onto posters. */
  addresses?: boolean;
  /** The bucket, attachments and rendered documents: all of it, or only find and delete (retention). */
  files?: 'all' | 'delete';
  /** Moves money in the ledger of a year. */
  ledger?: boolean;
  /** Keeps what was imported, and what is to be exported. */
  imports?: boolean;
  /** Writes what belongs to payments and to no submission: marks of bookings, exports and their numbers. */
  payments?: boolean;
  /** Writes the county's goals and what was counted of activities. */
  planning?: boolean;
  /** Makes the links by which families answer a round of the needs survey. */
  links?: boolean;
  /**
   * Answers of the needs survey: put (with the token that is then used, and the counters), read (and put, for paper and
   * children), or only find by key and delete. Who deletes may read the counters too: they are frozen before.
   */
  survey?: 'put' | 'read' | 'delete';
  /** Needs the pepper of receipt codes and body hashes. */
  pepper?: boolean;
  reason: string;
}

/** One function per trust boundary, each with the rights it needs: infra grants them, one machine runs the same list. */
export const functions: Record<FunctionName, FunctionDefinition> = {
  families: {
    entry: 'functions/families/handler.ts',
    memory: 512,
    timeout: 10,
    table: 'write',
    keys: ['put', 'get'],
    survey: 'put',
    pepper: true,
    reason: 'the public API: families without login',
  },
  portal: {
    entry: 'functions/portal/handler.ts',
    memory: 512,
    timeout: 10,
    table: 'write',
    ledger: true,
    payments: true,
    planning: true,
    reason: 'the API for everyone who logs in, without sealed content',
  },
  casework: {
    entry: 'functions/casework/handler.ts',
    memory: 512,
    timeout: 10,
    table: 'write',
    keys: ['put', 'get'],
    pepper: true,
    reason: 'the few routes that show or write sealed content',
  },
  survey: {
    entry: 'functions/survey/handler.ts',
    memory: 512,
    timeout: 30,
    table: 'read',
    survey: 'read',
    reason: 'the few routes that read answers of the needs survey',
  },
  documents: {
    entry: 'functions/documents/handler.ts',
    memory: 1024,
    timeout: 30,
    table: 'write',
    files: 'all',
    imports: true,
    addresses: true,
    reason: 'files: attachments are checked, documents rendered, tables imported',
  },
  workflow: {
    entry: 'functions/workflow/handler.ts',
    memory: 256,
    timeout: 30,
    table: 'write',
    ledger: true,
    states: true,
    links: true,
    survey: 'delete',
    reason: 'tasks of the state machines',
  },
  dispatch: {
    entry: 'functions/dispatch/handler.ts',
    memory: 256,
    timeout: 30,
    table: 'write',
    ledger: true,
    keys: ['get'],
    states: true,
    mail: true,
    reason: 'what follows a write: executions, tokens, mail',
  },
  schedule: {
    entry: 'functions/schedule/handler.ts',
    memory: 256,
    timeout: 300,
    table: 'write',
    ledger: true,
    keys: ['delete'],
    files: 'delete',
    states: true,
    reason: 'what the calendar starts: due dates, retention, what stayed owed',
  },
};
