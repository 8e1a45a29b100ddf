import { expect, test } from 'vitest';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import { readableFrom } from './readable.ts';
import { resourcesOf, synthesize } from './synthesized.ts';

const { data, application } = synthesize();
const readable = readableFrom(data);

const environmentOf = (name: FunctionName): Record<string, string> => {
  const found = resourcesOf(application, 'AWS::Lambda::Function').find(([id]) =>
    id.startsWith(`${name}function`),
  );
  if (!found) throw new Error(`no function ${name}`);
  const { Variables } = found[1].Properties.Environment as { Variables: Record<string, unknown> };
  return Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, readable(value)]));
};

const names = Object.keys(functions) as FunctionName[];

test.each(names)('%s starts with the environment that the template gives it', async (name) => {
  const { createDeps } = (await import(`../../functions/${name}/deps.ts`)) as {
    createDeps(env: NodeJS.ProcessEnv): object;
  };
  process.env.AWS_REGION = 'local';
  expect(createDeps({ AWS_REGION: 'local', ...environmentOf(name) })).toBeTypeOf('object');
});

test.each(names)('%s is told names only; the one secret is resolved at deployment', (name) => {
  expect(environmentOf(name)).toMatchSnapshot();
});

test('a state machine’s ARN is the setting STATE_MACHINES and the machine’s name', () => {
  const [[, machine] = []] = resourcesOf(application, 'AWS::StepFunctions::StateMachine');
  expect(`${environmentOf('dispatch').STATE_MACHINES}contact-request-v1`).toMatch(
    new RegExp(`:stateMachine:${machine?.Properties.StateMachineName}$`),
  );
});
