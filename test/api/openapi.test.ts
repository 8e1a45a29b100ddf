import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Route, routes } from '../../domain/api/routes.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { committeeSessionExample } from '../../domain/forms/committee-session/example.ts';
import { kitaSurveyExample } from '../../domain/forms/kita-survey/example.ts';
import { proofOfUseExample } from '../../domain/forms/proof-of-use/example.ts';
import { providerSurveyExample } from '../../domain/forms/provider-survey/example.ts';
import { amendmentCases } from '../amendment-cases.ts';
import { budgetCases } from '../budget-cases.ts';
import { breachOf } from '../conforms.ts';
import { importIndicators } from '../indicator-files.ts';
import { paymentCases } from '../payment-cases.ts';
import { proofCases } from '../proof-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { evaluatedRound } from '../survey/evaluated-round.ts';
import { surveyCases } from '../survey-cases.ts';
import { uploadFile } from '../upload-file.ts';
import { caseWithCommittee, convened, saveSession } from './committee-cases.ts';

// Every call of this harness, in every file, holds each answer against the document; here each route is called once
// with the document's own example, and what the document promises is checked to be checked.

const WORKER = 'social-worker';
const CORRECTIONS = '/api/budgets/{year}/corrections';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const all: readonly Route[] = routes;
const keyOf = ({ method, path }: Route) => `${method} ${path}`;

/** What the examples of a distribution speak of: an import, and a scenario made of it. */
const SCENARIO = 'PUT /api/distributions/{year}/scenarios/{id}';
const exampleAt = (key: string) =>
  all.find((route) => keyOf(route) === key)?.example as Record<string, unknown>;
let imported: Promise<string> | undefined;
const anImport = async () => {
  imported ??= importIndicators(server, undefined, String(exampleAt(SCENARIO).import));
  return imported;
};
const aScenario = async (id?: string) => {
  await anImport();
  const scenario = id ?? exampleAt('POST /api/distributions/{year}/resolution').scenario;
  await server.api('PUT', `/api/distributions/2027/scenarios/${scenario}`, {
    as: 'coordinator',
    body: exampleAt(SCENARIO),
  });
};

/** What must have happened before a route's example fits: whose turn it is, what was asked. */
const prepare: Record<string, (of: { id: string; receipt: string }) => Promise<unknown>> = {
  [`POST ${CORRECTIONS}`]: () => aFrame(),
  [SCENARIO]: () => anImport(),
  'POST /api/distributions/{year}/resolution': () => aScenario(),
  [`POST ${SCENARIO.slice(4)}/withdrawal`]: ({ id }) => aScenario(id),
  'POST /api/mailbox/consent': async ({ id }) => {
    await server.decide(WORKER, id, 'accept');
    await server.decide(WORKER, id, 'pass', { reason: 'absent' });
    await server.decide('coordinator', id, 'assign', { assignTo: 'social-worker-2' });
    await server.api('POST', `/api/submissions/${id}/consent-requests`, { as: 'social-worker-2' });
  },
  'PUT /api/committee-sessions/{id}': async () => {
    await aFrame();
    for (const item of committeeSessionExample.items) await caseWithCommittee(server, {}, item.case);
  },
};
const callerOf = ({ method, path }: Route) => {
  if (/^\/api\/payment-|\/booking$/.test(path)) return 'treasurer';
  if (/\/payee\/confirmation$/.test(path)) return 'head';
  if (/\/payee|\/payments$|\/advances$/.test(path)) return 'clerk';
  if (path.startsWith(`${CORRECTIONS}/`) || path === '/api/statistics') return 'head';
  if (path.startsWith('/api/budgets')) return method === 'GET' ? 'auditor' : 'treasurer';
  if (path.endsWith('/resolution')) return 'committee';
  if (/^\/api\/(imports|distributions)/.test(path)) return 'coordinator';
  if (path.endsWith('/cosignatures')) return 'kita';
  if (path.endsWith('/notice')) return 'clerk';
  if (path.endsWith('/{kind}')) return 'provider';
  if (path.endsWith('/{format}')) return 'committee';
  if (path.startsWith('/api/budget-applications')) return 'provider';
  if (path.startsWith('/api/tariff-rises')) return 'clerk';
  if (path.startsWith('/api/committee-sessions')) return 'committee';
  if (/^\/api\/(goals|activity-reports)/.test(path)) return 'coordinator';
  if (path.startsWith('/api/proofs-of-use') || path.startsWith('/api/provider-surveys')) return 'provider';
  if (/^\/api\/(survey-rounds|surveys|exports)/.test(path)) return 'coordinator';
  if (path.startsWith('/api/kita-surveys')) return 'kita';
  return path.endsWith('/candidates') ? 'coordinator' : WORKER;
};

/** A file that was attached to an application, uploaded and found clean. */
const aFile = async (id: string): Promise<string> => {
  const { body } = await server.api('POST', `/api/budget-applications/${id}/attachments`, {
    as: 'provider',
    body: { name: 'Stellenplan.pdf', size: 15 },
  });
  await uploadFile(server, body, '%PDF-1.7\n%%EOF\n', 'Stellenplan.pdf');
  return body.id;
};

/** A saved draft of the example, and for those who only see what was submitted, submitted. */
const anApplication = async ({ path }: Route): Promise<string> => {
  const id = newId();
  const body = budgetApplicationExample;
  await server.api('PUT', `/api/budget-applications/${id}`, { as: 'provider', body });
  if (!path.endsWith('/submission') && !path.includes('/attachments'))
    await server.api('POST', `/api/budget-applications/${id}/submission`, {
      as: 'provider',
      body: { saved: 1 },
    });
  await server.idle();
  return id;
};
const aSession = async (): Promise<string> => {
  const id = newId();
  await saveSession(server, id, { kind: 'session' });
  return id;
};

/** The frame of the routes' example, of which theirs of a correction takes a part back. */
const aFrame = async () => {
  const { body } = await server.api('GET', '/api/budgets/2027', { as: 'treasurer' });
  const example = all.find((route) => keyOf(route) === 'PUT /api/budgets/{year}')?.example;
  if (body.version === 0) await server.api('PUT', '/api/budgets/2027', { as: 'treasurer', body: example });
};
/** A proposal that waits for its answer. */
const aProposal = async (): Promise<string> => {
  await aFrame();
  const example = all.find((route) => keyOf(route) === `POST ${CORRECTIONS}`)?.example as object;
  const id = newId();
  await server.api('POST', '/api/budgets/2027/corrections', { as: 'treasurer', body: { ...example, id } });
  return id;
};
/** An application whose decision waits for its approval. */
const aDecision = async (): Promise<string> => {
  await aFrame();
  const cases = budgetCases(server);
  return cases.goTo(await cases.submitted(), 'approval');
};
/** A grant that nobody objects to any more. */
const aGrant = async (): Promise<string> => {
  await aFrame();
  return amendmentCases(server, budgetCases(server)).granted();
};
/** A table that was uploaded and not read yet. */
const aTable = async (): Promise<string> => {
  const id = newId();
  const example = all.find((route) => keyOf(route) === 'POST /api/imports/{id}')?.example;
  const { body } = await server.api('POST', `/api/imports/${id}`, { as: 'coordinator', body: example });
  await uploadFile(server, body, 'Kita;children\nbiebelnheim;75\n', 'Indikatoren.csv');
  return id;
};
/** The goal of the routes' example. */
const aGoal = async (): Promise<string> => {
  const id = newId();
  const body = all.find((route) => keyOf(route) === 'PUT /api/goals/{id}')?.example;
  await server.api('PUT', `/api/goals/${id}`, { as: 'coordinator', body });
  return id;
};
/** A session that has papers. */
const aConvenedSession = async (): Promise<string> => {
  await aFrame();
  return convened(server, [await caseWithCommittee(server)]);
};
/** A proof that is awaited; to be filed, it was saved. */
const aProof = async ({ path }: Route): Promise<string> => {
  await aFrame();
  const proofs = proofCases(server, budgetCases(server));
  const id = await proofs.awaited(await proofs.granted());
  if (path.endsWith('/submission')) await proofs.save(id, proofOfUseExample);
  return id;
};
/** Somewhere in the office an order has been ordered; what was handed over before takes none along again. */
const anOrder = async () => {
  await aFrame();
  const cases = budgetCases(server);
  const payments = paymentCases(server, cases);
  const [order = ''] = await payments.ordersOf(await payments.granted());
  await payments.goTo(order, 'export');
};
const anExport = async ({ method }: Route): Promise<string> => {
  const id = newId();
  await anOrder();
  if (method === 'GET') await server.api('POST', `/api/payment-exports/${id}`, { as: 'treasurer' });
  return id;
};
/** What goes on from last year, in a year whose frame is provisional. */
const aGoingOn = async (): Promise<string> => {
  const cases = budgetCases(server);
  await cases.frame({ year: 2037 });
  await cases.frame({ year: 2038, state: 'provisional' });
  return paymentCases(server, cases).goingOn(2037);
};
/** A grant; where an account is answered, one that waits and is ripe. */
const aGrantToPay = async ({ path }: Route): Promise<string> => {
  await aFrame();
  const cases = budgetCases(server);
  const id = await paymentCases(server, cases).granted();
  if (!/\/payee\/./.test(path)) return id;
  const example = all.find((route) => keyOf(route) === `POST /api/budget-applications/{id}/payee`)?.example;
  await server.api('POST', `/api/budget-applications/${id}/payee`, { as: 'clerk', body: example });
  await server.moveClock(new Date(Date.parse(server.clock.now()) + 7 * 86_400_000).toISOString());
  return id;
};
/** The first payment order of a grant. */
const aPlannedOrder = async (route: Route): Promise<string> => {
  const id = await aGrantToPay(route);
  const [order = ''] = await paymentCases(server, budgetCases(server)).ordersOf(id);
  return order;
};
/** A file of bookings that was read. */
const bookingsRead = async (): Promise<string> => {
  const id = newId();
  const body = { kind: 'bookings', name: 'Buchungen.csv', size: 100 };
  const { body: form } = await server.api('POST', `/api/imports/${id}`, { as: 'treasurer', body });
  const lines = 'Buchungsnummer;Anordnungsnummer;Betrag;Buchungsdatum;Art\nFS-1;1;1,00;01.04.2026;Zahlung\n';
  await uploadFile(server, form, lines, 'Buchungen.csv');
  await server.api('POST', `/api/imports/${id}/reading`, { as: 'treasurer' });
  return id;
};
/** An opened round, or the form of one; to be sent, it was saved. */
const aRound = async ({ path }: Route): Promise<string> => {
  const surveys = surveyCases(server);
  const round = await surveys.opened();
  if (path.startsWith('/api/survey-rounds')) return round;
  const isProviders = path.startsWith('/api/provider-surveys');
  const id = isProviders ? surveys.providerForm(round) : surveys.kitaForm(round);
  if (!path.endsWith('/submission')) return id;
  const body = isProviders ? providerSurveyExample : kitaSurveyExample;
  await surveys.answer(id, body, { as: isProviders ? 'provider' : 'kita' });
  return id;
};
/** A round whose results can be read: one for all routes that do. */
let evaluated: Promise<string> | undefined;
const anEvaluatedRound = (): Promise<string> => {
  evaluated ??= evaluatedRound(server);
  return evaluated;
};
/** What stands for `{survey}`: a link for families, and the round for those who log in. */
const aSurvey = async ({ access }: Route): Promise<string> => {
  if (access === 'login') return anEvaluatedRound();
  const surveys = surveyCases(server);
  const { units } = await surveys.file(await surveys.opened());
  return units.find(({ unit }: { unit: string }) => unit === 'kita:biebelnheim').link;
};
/** A booking of that file, which fits nothing. */
const anUnclearBooking = async (): Promise<string> => {
  const id = await bookingsRead();
  await server.api('POST', `/api/imports/${id}/booking`, { as: 'treasurer', body: { from: 0 } });
  const { body } = await server.api('GET', '/api/payment-clarifications', { as: 'treasurer' });
  return body.items[0].id;
};
const anOrderedFile = async (): Promise<string> => {
  const body = { id: newId(), kind: 'survey-results', round: await anEvaluatedRound(), format: 'csv' };
  await server.api('POST', '/api/exports', { as: 'coordinator', body });
  return body.id;
};
const subjectOf = async (route: Route, id: string) => {
  if (route.path === '/api/exports/{id}') return anOrderedFile();
  if (route.path.startsWith('/api/activity-counts/')) return '2026-03.wahlheim';
  if (route.path.startsWith('/api/goals/')) return aGoal();
  if (route.path.endsWith('/booking')) return bookingsRead();
  if (route.path.startsWith('/api/payment-clarifications/')) return anUnclearBooking();
  if (route.path.startsWith('/api/payment-orders/')) return aPlannedOrder(route);
  if (route.path.endsWith('/advances')) return aGoingOn();
  if (/\/payee|\/payments$/.test(route.path)) return aGrantToPay(route);
  if (route.path.startsWith('/api/payment-exports/')) return anExport(route);
  if (route.path === '/api/imports/{id}') return newId();
  if (route.path.startsWith('/api/imports/')) return aTable();
  if (route.path.startsWith('/api/proofs-of-use/')) return aProof(route);
  if (route.path.startsWith('/api/tariff-rises/')) return newId();
  if (route.path.startsWith(`${CORRECTIONS}/`)) return aProposal();
  if (route.path.startsWith('/api/committee-sessions/')) return aSession();
  if (/^\/api\/(survey-rounds|kita-surveys|provider-surveys)\//.test(route.path)) return aRound(route);
  if (route.path.endsWith('/notice')) return aDecision();
  if (route.path.endsWith('}/amendments')) return aGrant();
  if (route.path.endsWith('/{format}')) return aConvenedSession();
  const isOfApplication = /^\/api\/budget-applications\/|\/\{kind\}$/.test(route.path);
  return isOfApplication ? anApplication(route) : id;
};
const exampleOf = async (route: Route) => {
  if (route.path === '/api/exports') return { ...(route.example as object), round: await anEvaluatedRound() };
  if (!route.path.startsWith('/api/spoken-requests')) return route.example;
  const { name: _, ...spoken } = route.example as Record<string, unknown>;
  return spoken;
};
const queries: Record<string, string> = {
  '/api/activity-counts': '?year=2026',
  '/api/goals': '?year=2027',
  '/api/imports': '?kind=indicators',
  '/api/distributions/{year}/shares': '?kitas=biebelnheim,wahlheim',
  '/api/budgets/{year}/overview/applications': '?by=area&key=none',
  '/api/statistics': '?form=budget-application&year=2027',
  '/api/kitas': '?q=alzey&municipality=alzey&cursor=0',
  '/api/responsible': '?kita=biebelnheim&on=2026-05-04',
  '/api/submissions': '?form=contact-request&state=open&kita=biebelnheim&year=2026',
};

describe('the OpenAPI document', () => {
  test('is served as it was generated', async () => {
    const { body } = await server.api('GET', '/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths).sort()).toEqual([...new Set(all.map(({ path }) => path))].sort());
  });

  test.each(all.map((route) => [keyOf(route), route] as const))(
    '%s is answered as it promises, its example taken',
    async (key, route) => {
      const of = await server.submit();
      await prepare[key]?.(of);
      const isNew =
        route.method === 'PUT' &&
        !route.path.endsWith('/answers/{answer}') &&
        !/^\/api\/(proofs-of-use|activity-counts|kita-surveys|provider-surveys)\//.test(route.path);
      const id = isNew ? newId() : await subjectOf(route, of.id);
      const file = route.path.includes('{file}') ? await aFile(id) : '';
      const path = route.path
        .replace('{id}', id)
        // A frame that other examples were made in stands already.
        .replace('{year}', key === 'PUT /api/budgets/{year}' ? '2028' : '2027')
        .replace('{survey}', route.path.includes('{survey}') ? await aSurvey(route) : '')
        .replace('{answer}', crypto.randomUUID())
        .replace('{unit}', 'kita:biebelnheim')
        .replace('{file}', file)
        .replace('{kind}', 'proof-of-filing')
        .replace('{format}', 'pdf');
      const sent = await server.api(route.method, path + (queries[route.path] ?? ''), {
        ...(route.access === 'login' && { as: callerOf(route) }),
        ...(route.access === 'receipt' && { receipt: of.receipt }),
        body: await exampleOf(route),
      });
      expect(sent.text.slice(0, 500)).not.toContain('/problems/');
      expect(sent.status).toBe(route.status ?? 200);
    },
  );

  test('would not pass an answer with another status, type or body', () => {
    const exchange = { method: 'GET', path: '/api/me', status: 200, contentType: 'application/json' };
    const me = { id: 'a', name: 'A', roles: ['head'], kitas: [], deputyFor: [] };
    expect(breachOf({ ...exchange, body: me })).toBeUndefined();
    expect(breachOf({ ...exchange, body: { ...me, email: 'a@example.org' } })).toContain(
      'additional properties',
    );
    expect(breachOf({ ...exchange, body: { ...me, roles: ['nobody'] } })).toContain('roles/0');
    expect(breachOf({ ...exchange, body: me, status: 201 })).toContain('not promised');
    expect(breachOf({ ...exchange, body: me, contentType: 'text/html' })).toContain('not promised');
    const problem = { ...exchange, status: 403, contentType: 'application/problem+json' };
    expect(breachOf({ ...problem, body: { title: 'x' } })).toContain('required');
  });
});
