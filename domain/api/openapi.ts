import * as z from 'zod/mini';
import { contactRequestAnswers } from '../forms/contact-request/answers.ts';
import { contactRequestReceipt, mailboxAnswer, newMessage } from './families.ts';
import { submissionAnswer, submissionList } from './portal.ts';
import { problem } from './problem.ts';
import { type Access, type Route, routes } from './routes.ts';

type Json = Record<string, unknown>;

/** Schemas that several routes share: stated once. */
const shared: Record<string, z.ZodMiniType> = {
  ContactRequest: contactRequestAnswers,
  ContactRequestReceipt: contactRequestReceipt,
  Mailbox: mailboxAnswer,
  NewMessage: newMessage,
  Problem: problem,
  Submission: submissionAnswer,
  SubmissionList: submissionList,
};

/** OpenAPI 3.1 speaks JSON Schema 2020-12. `io` tells what may be sent from what is answered. */
const written = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return rest;
};

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const name = Object.keys(shared).find((key) => shared[key] === schema);
  return name ? { $ref: `#/components/schemas/${name}` } : written(schema, io);
};

const security: Record<Access, Json[]> = { open: [], receipt: [{ receipt: [] }], login: [{ login: [] }] };

const refused = {
  400: 'The body is no JSON',
  401: 'No login, or one that is over',
  403: 'Not allowed, with the reason',
  404: 'Not there, or not for the one who asks: the two are alike',
  409: 'Somebody was faster, or the id is used for something else',
  413: 'The body is over 100 kB',
  415: 'The body is not application/json',
  422: 'Wrong fields, each with its path and a sentence',
} as const;
type Refusal = keyof typeof refused;

const refusalsOf = (route: Route): Refusal[] => {
  const body: Refusal[] = route.body ? [400, 413, 415, 422] : [];
  const login: Refusal[] = route.access === 'login' ? [401, 403] : [];
  const asksForOne = Boolean(route.query?.length || route.body || route.path.includes('{'));
  const found: Refusal[] = route.access === 'open' && !asksForOne ? [] : [404];
  const query: Refusal[] = route.query && !route.body ? [422] : [];
  const late: Refusal[] = route.method === 'GET' ? [] : [409];
  return [...new Set([...body, ...login, ...found, ...query, ...late, ...(route.refuses ?? [])])].sort();
};

const content = (schema: z.ZodMiniType | undefined) =>
  schema && { content: { 'application/json': { schema: schemaOf(schema, 'output') } } };

const responsesOf = (route: Route): Json => {
  const status = route.status ?? 200;
  const good = { description: status === 204 ? 'Done' : route.summary, ...content(route.answer) };
  const repeat = status === 201 && { 200: { ...good, description: 'Sent before' } };
  const problems = refusalsOf(route).map((code) => [code, { $ref: `#/components/responses/${code}` }]);
  return { ...repeat, [status]: good, ...Object.fromEntries(problems) };
};

const parametersOf = (route: Route): Json[] => [
  ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  ...(route.query ?? []).map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
  ...(route.headers ?? []).map((name) => ({ name, in: 'header', schema: { type: 'string' } })),
  { $ref: '#/components/parameters/language' },
];

/** `PUT /api/contact-requests/{id}` is `putContactRequestsId`. */
const operationId = ({ method, path }: Route): string =>
  method.toLowerCase() +
  path
    .replace('/api', '')
    .replaceAll(/[^a-z]+([a-z])/g, (_, letter: string) => letter.toUpperCase())
    .replaceAll(/[^A-Za-z]/g, '');

const operationOf = (route: Route): Json => ({
  operationId: operationId(route),
  summary: route.summary,
  tags: [route.function],
  security: security[route.access],
  parameters: parametersOf(route),
  ...(route.body && {
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: schemaOf(route.body, 'input'), example: route.example },
      },
    },
  }),
  responses: responsesOf(route),
});

const pathsOf = (all: readonly Route[]): Json => {
  const paths: Record<string, Json> = {};
  for (const route of all) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return paths;
};

const responses = Object.fromEntries(
  Object.entries(refused).map(([code, description]) => [
    code,
    {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);

/** The OpenAPI 3.1 document of all routes, made from the schemas that the handlers parse with. */
export const openApiDocument = (): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Bindeglied',
    version: '1',
    description:
      'Contact requests to the Kita-Sozialarbeit of a county. Errors are problem details (RFC 9457).',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: '/' }],
  paths: pathsOf(routes),
  components: {
    schemas: Object.fromEntries(
      Object.entries(shared).map(([name, schema]) => [name, written(schema, 'output')]),
    ),
    responses,
    parameters: {
      language: {
        name: 'Accept-Language',
        in: 'header',
        description: 'The language of sentences in the answer; German without it',
        schema: { type: 'string' },
      },
    },
    securitySchemes: {
      receipt: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: 'The receipt code that was given at the submission: `Receipt XXXX-XXXX-XXXX-XXXX`',
      },
      login: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: 'OpenID Connect access token',
      },
    },
  },
});
