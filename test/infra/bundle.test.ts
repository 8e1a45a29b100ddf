import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import arabic from '../../domain/languages/ar/api.json' with { type: 'json' };
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import { createApp, demonstration } from './synthesized.ts';

const { app } = createApp(demonstration, { bundled: true });
const assembly = app.synth();
const { template } = assembly.getStackByName('bindeglied-alzey-worms-application') as {
  template: {
    Resources: Record<string, { Properties: { FunctionName?: string; Code?: { S3Key: string } } }>;
  };
};

/** The file that Lambda would run. */
const bundleOf = (name: FunctionName): string => {
  const found = Object.values(template.Resources).find(
    ({ Properties }) => Properties.FunctionName === `bindeglied-alzey-worms-${name}`,
  );
  const key = found?.Properties.Code?.S3Key ?? '';
  return join(assembly.directory, `asset.${key.replace(/\.zip$/, '')}`, 'index.js');
};

const ENVIRONMENT = {
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'ROLEOFTHEFUNCTION',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'session-of-the-role',
  TABLE_NAME: 'table',
  KEYS_TABLE_NAME: 'keys-table',
  ANSWERS_TABLE_NAME: 'answers-table',
  TOKENS_TABLE_NAME: 'tokens-table',
  SEALING_KEY_ID: 'sealing',
  MAC_KEY_ID: 'mac',
  STATE_MACHINES: 'machines-',
  SITE_URL: 'https://kita.example.org',
  FILES_BUCKET: 'files',
};

const runNode = async (program: string, more: Record<string, string> = {}) =>
  (await promisify(execFile)(process.execPath, ['-e', program], { env: { ...ENVIRONMENT, ...more } })).stdout;

test.each(Object.keys(functions) as FunctionName[])(
  '%s starts as the one file that is deployed',
  async (name) => {
    const program = `console.log(typeof require(${JSON.stringify(bundleOf(name))}).handler)`;
    expect(await runNode(program)).toBe('function\n');
  },
);

test('in the bundle the SDK signs with the credentials of the function’s role', async () => {
  const seen: (string | string[] | undefined)[][] = [];
  const server = createServer(({ headers }, answer) => {
    seen.push([headers.authorization, headers['x-amz-security-token']]);
    answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    answer.end('{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException"}');
  }).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const event = { routeKey: 'GET /api/county', headers: {}, requestContext: { requestId: '1' } };
    const program = `require(${JSON.stringify(bundleOf('families'))}).handler(${JSON.stringify(event)}, { getRemainingTimeInMillis: () => 1000 })`;
    await runNode(program, { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}` });
  } finally {
    server.close();
  }
  expect(seen[0]?.[0]).toContain('Credential=ROLEOFTHEFUNCTION/');
  expect(seen[0]?.[1]).toBe('session-of-the-role');
});

test('in the bundle the API has its document and its sentences, though both are put in another way', async () => {
  const headers = { 'content-type': 'application/json', 'accept-language': 'ar' };
  const events = ['GET /api/openapi.json', 'PUT /api/contact-requests/{id}'].map((routeKey) => ({
    routeKey,
    headers,
    body: '{}',
    requestContext: { requestId: '1' },
  }));
  const program = `
    const { handler } = require(${JSON.stringify(bundleOf('families'))});
    const context = { getRemainingTimeInMillis: () => 10000 };
    const answers = ${JSON.stringify(events)}.map((event) => handler(event, context));
    Promise.all(answers).then((all) => console.log(JSON.stringify(all.map(({ body }) => JSON.parse(body)))));`;
  const printed = await runNode(program, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
  const [document, problem] = JSON.parse(printed);
  expect(document.openapi).toBe('3.1.0');
  expect(problem.title).toBe(arabic['fields.title']);
});
