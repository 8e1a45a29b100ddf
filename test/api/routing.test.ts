import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const idsOf = async (as: string, path = '/api/tasks'): Promise<string[]> =>
  (await server.api('GET', path, { as })).body.items.map(({ id }: { id: string }) => id);
const shown = async (as: string, id: string) =>
  (await server.api('GET', `/api/submissions/${id}`, { as })).body;
const named = async (query: string) => (await server.api('GET', `/api/responsible?${query}`)).body;

/** Everything that somebody could try with a case, and what they are told. */
const triedBy = async (as: string, id: string): Promise<number[]> => {
  const of = `/api/submissions/${id}`;
  const message = { id: newId(), text: 'Hallo' };
  const tries = [
    await server.api('GET', of, { as }),
    await server.api('GET', `${of}/log`, { as }),
    await server.api('GET', `${of}/candidates`, { as }),
    await server.api('GET', `${of}/answers`, { as }),
    await server.api('GET', `${of}/messages`, { as }),
    await server.api('POST', `${of}/messages`, { as, body: message }),
    await server.api('POST', `${of}/consent-requests`, { as }),
    await server.api('POST', `${of}/receipt`, { as }),
    await server.api('POST', `${of}/block`, { as, body: { blocked: true } }),
    await server.api('POST', `${of}/release`, {
      as,
      body: { answers: true, messages: [], reason: 'imminent-danger' },
    }),
    await server.api('POST', `${of}/decisions`, {
      as,
      body: { step: 'accept', action: 'accept', version: 2 },
    }),
    await server.api('POST', `${of}/decisions`, {
      as,
      body: { step: 'accept', action: 'accept', version: 3 },
    }),
  ];
  return tries.map(({ status }) => status);
};
const NOTHING = Array(12).fill(404);

describe('the finder', () => {
  test('finds a Kita by its name, its place and its municipality, however it is written', async () => {
    const found = async (q: string) =>
      (await server.api('GET', `/api/kitas?q=${encodeURIComponent(q)}`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await found('biebelnheim')).toEqual(['biebelnheim']);
    expect(await found('MÜHLBACH')).toEqual(['muehlbachindianer']);
    expect(await found('muehlbach')).toEqual(['muehlbachindianer']);
    expect(await found('krötenkönig')).toEqual(['mettenheim-muster']);
    expect(await found('Eich Kita')).toContain('hamm-muster');
    expect(await found('gibt es nicht')).toEqual([]);
    expect((await found('')).length).toBe(40);
  });

  test('names the person of the day with telephone and hours, and the deputy for whom', async () => {
    expect(await named('kita=biebelnheim')).toMatchObject({
      person: {
        id: 'social-worker',
        name: 'Amira Beispiel',
        phone: '06731 000101',
        hours: 'Mo–Do 9–12 Uhr, Di 14–16 Uhr',
      },
      on: '2026-04-28',
    });
    expect(await named('kita=rappelkiste&on=2026-05-12')).toMatchObject({
      person: { id: 'social-worker-11' },
      on: '2026-05-12',
    });
    expect(await named('kita=alsheim-muster')).toMatchObject({
      person: { id: 'social-worker-6' },
      deputyFor: 'Gülsen Skizze',
    });
    expect(await named('municipality=woellstein')).toMatchObject({ person: { id: 'social-worker-9' } });
  });

  test('names the office where nobody is assigned', async () => {
    for (const query of ['kita=dittelsheim-muster', 'municipality=wonnegau']) {
      const answer = await named(query);
      expect(answer).not.toHaveProperty('person');
      expect(answer.office.number).toBe('06731 000100');
    }
  });

  test('refuses a wrong place, date or cursor by its field', async () => {
    const refused = async (path: string) => {
      const { status, body } = await server.api('GET', path);
      return [status, body.errors?.[0].path];
    };
    expect(await refused('/api/responsible')).toEqual([422, 'kita']);
    expect(await refused('/api/responsible?kita=atlantis')).toEqual([404, undefined]);
    for (const on of ['gestern', '2026-02-30', '2026-13-01', '28.04.2026', ''])
      expect(await refused(`/api/responsible?kita=biebelnheim&on=${on}`)).toEqual([422, 'on']);
    // Nobody learns when a worker was away, or will be in summer.
    for (const on of ['2026-04-27', '2026-05-13', '2026-07-10', '9999-12-31']) {
      const { body } = await server.api('GET', `/api/responsible?kita=spatzennest&on=${on}`);
      expect(body.errors).toEqual([
        { path: 'on', message: 'Wer zuständig ist, sagen wir nur für heute und die nächsten 14 Tage.' },
      ]);
    }
    for (const cursor of ['x', '-1', '1.5'])
      expect(await refused(`/api/kitas?cursor=${cursor}`)).toEqual([422, 'cursor']);
  });
});

describe('a request is routed', () => {
  test('to the deputy while the assigned person is away', async () => {
    const { id } = await server.submit({ kita: 'alsheim-muster' });
    expect(await idsOf('social-worker-6')).toContain(id);
    expect(await idsOf('social-worker-7')).not.toContain(id);
  });

  test('by the place of residence where the Kita is not known', async () => {
    const { id } = await server.submit({ kita: undefined, municipality: 'woellstein' });
    expect(await shown('social-worker-9', id)).toMatchObject({
      at: 'accept',
      municipality: { name: 'VG Wöllstein' },
    });
  });

  test('to the coordinator where nobody is assigned, with a mail to each, and without content', async () => {
    const before = server.mails().length;
    const { id } = await server.submit({ kita: 'dittelsheim-muster' });
    expect(await idsOf('coordinator')).toContain(id);
    expect(await shown('coordinator', id)).toMatchObject({
      at: 'reassign',
      actions: ['assign'],
      content: 'none',
    });
    const sent = server
      .mails()
      .slice(before)
      .flatMap(({ to }) => to);
    expect(sent.sort()).toEqual([
      'coordinator-2@alzey-worms.example.org',
      'coordinator@alzey-worms.example.org',
    ]);
  });
});

describe('"not to this person"', () => {
  test('goes to somebody else; the one who is meant sees nothing of it anywhere', async () => {
    expect((await named('kita=dorfgrabenbande')).person.id).toBe('social-worker-2');
    const { id, receipt } = await server.submit({ kita: 'dorfgrabenbande', notToResponsible: true });
    expect((await server.api('GET', '/api/mailbox', { receipt })).body.responsible.name).toBe(
      'Amira Beispiel',
    );
    expect(await idsOf('social-worker')).toContain(id);
    expect(await triedBy('social-worker-2', id)).toEqual(NOTHING);
    for (const path of ['/api/tasks', '/api/submissions'])
      expect(await idsOf('social-worker-2', path)).not.toContain(id);
    expect(server.mails().filter(({ to }) => to.includes('social-worker-2@alzey-worms.example.org'))).toEqual(
      [],
    );
  });

  test('goes to the coordinator where there is nobody else, who cannot give it to the one who is meant', async () => {
    const { id } = await server.submit({ kita: 'biebelnheim', notToResponsible: true });
    expect(await idsOf('coordinator')).toContain(id);
    expect(await triedBy('social-worker', id)).toEqual(NOTHING);
    const { body } = await server.api('GET', `/api/submissions/${id}/candidates`, { as: 'coordinator' });
    const candidates = body.items.map((one: { id: string }) => one.id);
    expect(candidates).toHaveLength(11);
    expect(candidates).not.toContain('social-worker');
    const forbidden = await server.decide('coordinator', id, 'assign', { assignTo: 'social-worker' });
    expect([forbidden.status, forbidden.body.errors?.[0].path]).toEqual([422, 'assignTo']);
  });

  test('holds for the one who is meant as a deputy too', async () => {
    const { id, receipt } = await server.submit({ kita: 'eich-muster', notToResponsible: true });
    expect((await server.api('GET', '/api/me', { as: 'social-worker-6' })).body.deputyFor).toMatchObject([
      { id: 'social-worker-7' },
    ]);
    await server.decide('coordinator', id, 'assign', { assignTo: 'social-worker-7' });
    expect(await idsOf('social-worker-7')).toContain(id);
    expect(await triedBy('social-worker-6', id)).toEqual(NOTHING);
    expect(await idsOf('social-worker-6')).not.toContain(id);
    // What the family writes now is for the one who is responsible, not for the absent one's deputy.
    await server.api('POST', '/api/mailbox/messages', {
      receipt,
      body: { id: newId(), text: 'Nur für Sie' },
    });
    const { body } = await server.api('GET', `/api/submissions/${id}/messages`, { as: 'social-worker-7' });
    expect(body.items).toMatchObject([{ text: 'Nur für Sie' }]);
  });

  test('holds for somebody who coordinates as well', async () => {
    const { store } = server;
    const { PutCommand } = await import('@aws-sdk/lib-dynamodb');
    const person = {
      id: 'both',
      name: 'Beide Rollen',
      roles: ['social-worker', 'coordinator'],
      email: 'both@alzey-worms.example.org',
      language: 'de',
      kitas: [],
    };
    const put = (Item: object) => store.db.send(new PutCommand({ TableName: store.table, Item }));
    await put({ pk: 'REG#people', sk: 'both', ...person });
    await put({ pk: `SUB#${server.url}/login|both`, sk: 'PERSON', person: 'both' });
    const { id } = await server.submit({ kita: 'dittelsheim-muster' });
    expect((await shown('both', id)).at).toBe('reassign');
    const { UpdateCommand } = await import('@aws-sdk/lib-dynamodb');
    await store.db.send(
      new UpdateCommand({
        TableName: store.table,
        Key: { pk: `S#${id}`, sk: 'HEAD' },
        UpdateExpression: 'SET excluded = :who',
        ExpressionAttributeValues: { ':who': ['both'] },
      }),
    );
    expect(await triedBy('both', id)).toEqual(NOTHING);
    for (const path of ['/api/tasks', '/api/submissions'])
      expect(await idsOf('both', path)).not.toContain(id);
  });

  test('means the one whom the page showed, and the one who is responsible by now', async () => {
    const wish = { kita: 'rappelkiste', notToResponsible: true };
    const now = (await named('kita=rappelkiste')).person.id;
    expect(now).toBe('social-worker-11');
    const candidatesOf = async (id: string) => {
      const { body } = await server.api('GET', `/api/submissions/${id}/candidates`, { as: 'coordinator' });
      return body.items.map((one: { id: string }) => one.id);
    };
    // Shown by a draft of the summer before, when another was responsible.
    const { id } = await server.submit({ ...wish, notToPerson: 'social-worker-10' });
    for (const as of ['social-worker-10', now]) {
      expect(await triedBy(as, id)).toEqual(NOTHING);
      expect(await candidatesOf(id)).not.toContain(as);
    }
    expect(await candidatesOf(id)).toHaveLength(10);
    // A page that sends no person excludes whoever is responsible now.
    const { id: old } = await server.submit(wish);
    expect(await idsOf('social-worker-10')).toContain(old);
    expect(await triedBy(now, old)).toEqual(NOTHING);
  });

  test('is refused for somebody who never was responsible there', async () => {
    for (const notToPerson of ['social-worker-3', 'coordinator', 'nobody', 'constructor']) {
      const body = { ...contactRequestExample, notToResponsible: true, notToPerson };
      const sent = await server.api('PUT', `/api/contact-requests/${newId()}`, { body });
      expect([sent.status, sent.body.errors[0].path]).toEqual([422, 'notToPerson']);
    }
  });

  test('is a wrong place for nobody: a request without an assigned person excludes nobody', async () => {
    const sent = await server.api('PUT', `/api/contact-requests/${newId()}`, {
      body: { ...contactRequestExample, kita: 'dittelsheim-muster', notToResponsible: true },
    });
    expect(sent.status).toBe(201);
  });
});

describe('passing a case on', () => {
  test('the coordinator gives it to somebody else and sees no content', async () => {
    const { id } = await server.submit({ message: 'Streng vertraulich' });
    const passed = await server.decide('social-worker', id, 'pass', { reason: 'overloaded' });
    // Who gave it away is told once where it went, and nothing more.
    expect(passed.body).toEqual({ id, at: 'reassign', version: expect.any(Number) });
    expect(await idsOf('coordinator')).toContain(id);
    expect(await idsOf('social-worker')).not.toContain(id);
    for (const part of ['answers', 'messages']) {
      const answer = await server.api('GET', `/api/submissions/${id}/${part}`, { as: 'coordinator' });
      expect(answer.status).toBe(404);
    }
    const { body: log } = await server.api('GET', `/api/submissions/${id}/log`, { as: 'coordinator' });
    expect(log.items.at(-1)).toMatchObject({ what: 'pass', reason: 'overloaded', byName: 'Amira Beispiel' });
    const { body } = await server.api('GET', `/api/submissions/${id}/candidates`, { as: 'coordinator' });
    expect(body.items).toHaveLength(12);
    const assigned = await server.decide('coordinator', id, 'assign', { assignTo: 'social-worker-3' });
    expect(assigned.body).toMatchObject({
      at: 'accept',
      responsible: { id: 'social-worker-3' },
      content: 'none',
      actions: ['reassign'],
    });
    expect(await idsOf('social-worker-3')).toContain(id);
    expect(await triedBy('social-worker', id)).toEqual(NOTHING);
    expect(await idsOf('coordinator')).not.toContain(id);
    // Nobody had accepted it: whoever does now may read it.
    expect((await server.decide('social-worker-3', id, 'accept')).body.content).toBe('all');
    const answers = await server.api('GET', `/api/submissions/${id}/answers`, { as: 'social-worker-3' });
    expect(answers.body.message).toBe('Streng vertraulich');
  });

  test('the coordinator takes a case back from somebody who is gone, whatever its step', async () => {
    const { id } = await server.submit({ message: 'Streng vertraulich' });
    await server.decide('social-worker', id, 'accept');
    await server.decide('social-worker', id, 'reached');
    const refused = await server.decide('social-worker', id, 'reassign');
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/other-role']);
    const taken = await server.decide('coordinator', id, 'reassign');
    expect(taken.body).toMatchObject({ at: 'reassign', actions: ['assign'], content: 'none' });
    expect(await triedBy('social-worker', id)).toEqual(NOTHING);
    await server.decide('coordinator', id, 'assign', { assignTo: 'social-worker-3' });
    // What was entrusted to the one who is gone stays closed until the family agrees (§ 65 SGB VIII).
    expect((await server.decide('social-worker-3', id, 'accept')).body.content).toBe('own');
  });

  test('candidates come with the number of their open cases, the least busy first', async () => {
    const { id } = await server.submit({ kita: 'dittelsheim-muster' });
    const { body } = await server.api('GET', `/api/submissions/${id}/candidates`, { as: 'coordinator' });
    const counts = body.items.map(({ openCases }: { openCases: number }) => openCases);
    expect(counts).toEqual(counts.toSorted((a: number, b: number) => a - b));
  });
});
