import { institutionIdOf } from '../functions/cases/institution-form.ts';
import { readHead } from '../functions/store/heads.ts';
import { newId, type TestServer } from './server.ts';

/** Two weeks from the day on which a test's clock starts. */
export const ROUND = {
  year: 2026,
  from: '2026-04-28',
  to: '2026-05-29',
  groups: ['children', 'parents', 'staff', 'providers', 'social-area'],
};

/** Rounds of the needs survey on a test's server: prepared, opened, and with forms of the institutions. */
export const surveyCases = (server: TestServer) => {
  const save = (
    id: string,
    body: unknown,
    { as = 'coordinator', seen }: { as?: string; seen?: number } = {},
  ) =>
    server.api('PUT', `/api/survey-rounds/${id}`, {
      as,
      body,
      ...(seen !== undefined && { headers: { 'if-match': `"${seen}"` } }),
    });

  const decide = async (as: string, id: string, action: string, more: object = {}) => {
    const sent = await server.decide(as, id, action, more);
    await server.idle();
    return sent;
  };

  /** A round that asks everybody, opened. */
  const opened = async (more: object = {}) => {
    const id = newId();
    const saved = await save(id, { ...ROUND, ...more });
    if (saved.status !== 201) throw new Error(`the round was answered with ${saved.text}`);
    await server.idle();
    const sent = await decide('coordinator', id, 'open', { saved: 1 });
    if (sent.status !== 200) throw new Error(`the round was answered with ${sent.text}`);
    return id;
  };

  const file = async (id: string, as = 'coordinator') =>
    (await server.api('GET', `/api/survey-rounds/${id}`, { as })).body;

  const kitaForm = (round: string, kita = 'biebelnheim') =>
    institutionIdOf(round, { kind: 'kita', id: kita });
  const providerForm = (round: string, provider = 'vg-alzey-land') =>
    institutionIdOf(round, { kind: 'provider', id: provider });

  const answer = (id: string, body: unknown, { as = 'kita', seen = 0 } = {}) =>
    server.api('PUT', `/api/${as === 'provider' ? 'provider' : 'kita'}-surveys/${id}`, {
      as,
      body,
      headers: { 'if-match': `"${seen}"` },
    });

  const send = async (id: string, saved = 1, as = 'kita') => {
    const sent = await server.api(
      'POST',
      `/api/${as === 'provider' ? 'provider' : 'kita'}-surveys/${id}/submission`,
      { as, body: { saved } },
    );
    await server.idle();
    return sent;
  };

  const form = async (id: string, as = 'kita') =>
    (await server.api('GET', `/api/${as === 'provider' ? 'provider' : 'kita'}-surveys/${id}`, { as })).body;

  return {
    save,
    decide,
    opened,
    file,
    kitaForm,
    providerForm,
    answer,
    send,
    form,
    at: async (id: string) => (await readHead(server.store, id))?.at,
    extend: (id: string, unit: string, to: string, as = 'coordinator') =>
      server.api('POST', `/api/survey-rounds/${id}/extensions`, { as, body: { unit, to } }),
    rounds: async (as: string) => (await server.api('GET', '/api/survey-rounds', { as })).body.items,
  };
};
export type SurveyCases = ReturnType<typeof surveyCases>;
