import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import type { FunctionName } from '../domain/sealed/rights.ts';
import { create as casework } from '../functions/casework/app.ts';
import { createDeps as caseworkDeps } from '../functions/casework/deps.ts';
import { create as dispatch } from '../functions/dispatch/app.ts';
import { createDeps as dispatchDeps } from '../functions/dispatch/deps.ts';
import { type DocumentsDeps, createDeps as documentsDeps } from '../functions/documents/deps.ts';
import { create as families } from '../functions/families/app.ts';
import { createDeps as familiesDeps } from '../functions/families/deps.ts';
import { create as portal } from '../functions/portal/app.ts';
import { createDeps as portalDeps } from '../functions/portal/deps.ts';
import { functions } from '../functions/registry.ts';
import type { Clock, LocalParts } from '../functions/runtime/local-parts.ts';
import { create as schedule } from '../functions/schedule/app.ts';
import { createDeps as scheduleDeps } from '../functions/schedule/deps.ts';
import { create as survey } from '../functions/survey/app.ts';
import { createDeps as surveyDeps } from '../functions/survey/deps.ts';
import { create as workflow } from '../functions/workflow/app.ts';
import { createDeps as workflowDeps } from '../functions/workflow/deps.ts';
import { credentialsOf } from './credentials.ts';
import type { Observe } from './observe.ts';

type Handler = (event: unknown, context: Context) => Promise<unknown>;
type Create = (env: NodeJS.ProcessEnv, local: LocalParts) => unknown;

/** What renders takes long to load, and most machines of the tests never render. */
const documents = (deps: DocumentsDeps): Handler => {
  let loaded: Promise<Handler> | undefined;
  return async (event, context) => {
    loaded ??= import('../functions/documents/app.ts').then(({ create }) => create(deps) as Handler);
    return (await loaded)(event, context);
  };
};

const creators: Record<FunctionName, Create> = {
  families: (env, local) => families(familiesDeps(env, local)),
  portal: (env, local) => portal(portalDeps(env, local)),
  casework: (env, local) => casework(caseworkDeps(env, local)),
  survey: (env, local) => survey(surveyDeps(env, local)),
  documents: (env, local) => documents(documentsDeps(env, local)),
  workflow: (env, local) => workflow(workflowDeps(env, local)),
  dispatch: (env, local) => dispatch(dispatchDeps(env, local)),
  schedule: (env, local) => schedule(scheduleDeps(env, local)),
};

const contextOf = (name: FunctionName): Context => {
  const ends = performance.now() + functions[name].timeout * 1000;
  return {
    awsRequestId: randomUUID(),
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
    memoryLimitInMB: String(functions[name].memory),
    logGroupName: `/local/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, ends - performance.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
};

/** What goes in and out of Lambda is JSON: nothing else may get through here either. */
const asJson = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

/** Calls a function by name; `by` says who calls: `gateway`, `states`, `stream`, `events` or `timer`. */
export type Invoke = (name: FunctionName, event: unknown, by: string) => Promise<unknown>;

/** Every function of the registry, each with credentials of its own, ready to be called. */
export const createFunctions = (env: NodeJS.ProcessEnv, clock: Clock, observe?: Observe): Invoke => {
  const handlers = new Map<string, Handler>();
  // Tables, streams and executions live in this process: no other was at work on them since it began.
  const aloneSince = Date.now();
  for (const name of Object.keys(functions) as FunctionName[])
    handlers.set(
      name,
      creators[name](env, { credentials: credentialsOf(name), clock, aloneSince }) as Handler,
    );
  return async (name, event, by) => {
    const handler = handlers.get(name);
    if (!handler) throw new TypeError(`there is no function ${name}`);
    const request = { function: name, event: asJson(event) };
    const call = { service: 'lambda', operation: 'Invoke', by, request } as const;
    await observe?.({ ...call, phase: 'before' });
    const response = asJson(await handler(request.event, contextOf(name)));
    await observe?.({ ...call, phase: 'after', response });
    return response;
  };
};
