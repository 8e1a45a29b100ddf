import { afterEach, describe, expect, test } from 'vitest';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { AwsServiceError } from '../../local/aws-server.ts';
import type { Call } from '../../local/observe.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
/** Whether the mail service refuses what is for the provider. */
let isRefused = false;
afterEach(() => {
  isRefused = false;
  return server.close();
});

const refuse = ({ service, phase, request }: Call) => {
  if (service === 'ses' && phase === 'before' && isRefused && JSON.stringify(request).includes('provider@'))
    throw new AwsServiceError('MessageRejected', 'Address is on the suppression list');
};

const startAt = async (clock: string) => {
  server = await startTestServer({ clock, observe: refuse });
  cases = budgetCases(server);
  await cases.frame();
};
const HOUR = 3_600_000;
const shown = async (id: string, as = 'clerk') =>
  (await server.api('GET', `/api/submissions/${id}`, { as })).body;
/** What happened to a case, each with its minute. */
const logOf = async (id: string, as = 'auditor'): Promise<string[]> => {
  const { body } = await server.api('GET', `/api/submissions/${id}/log`, { as });
  expect(body.whole).toBe(true);
  return body.items.map(({ at, what }: { at: string; what: string }) => `${at.slice(0, 16)} ${what}`);
};
/** The mails since, each with its minute, to whom, and its subject. */
const mailsSince = (count: number, to = '') =>
  server
    .mails()
    .slice(count)
    .map(({ at, to: [address = ''], subject }) => `${at.slice(0, 16)} ${address.split('@')[0]} ${subject}`)
    .filter((mail) => mail.includes(` ${to}`));

describe('the office', () => {
  test('is reminded after two working weeks, and then every working week, while the clock runs for it', async () => {
    await startAt('2026-04-28T08:00:00.000Z');
    const id = await cases.submitted();
    const before = server.mails().length;
    // Ten working days from the Tuesday, over the first of May; five more, from Ascension Day on.
    await server.moveClock('2026-05-22T08:00:00.000Z');
    expect((await logOf(id)).slice(-2)).toEqual(['2026-05-13T22:00 reminded', '2026-05-21T22:00 reminded']);
    const reminders = mailsSince(before, 'clerk');
    expect(reminders).toHaveLength(4);
    expect(reminders[0]).toMatch(/^2026-05-13T22:00 clerk(-2)? Erinnerung: eine Frist ist abgelaufen$/);
    expect(await shown(id)).toMatchObject({ at: 'completeness', missed: 2 });
  });
});

describe('a query', () => {
  test('stops the clock of the office: the days left of the step are there again when it comes back', async () => {
    await startAt('2026-04-28T08:00:00.000Z');
    const [answered, lapsed] = [await cases.submitted(), await cases.submitted()];
    expect((await shown(answered)).due).toBe('2026-05-13T22:00:00.000Z');
    // Thursday: two working days are used.
    await server.moveClock('2026-04-30T10:00:00.000Z');
    const before = server.mails().length;
    const fields = [{ path: 'goals', reason: 'Bitte genauer.' }];
    for (const id of [answered, lapsed]) await cases.decide('clerk', id, 'query', { fields });
    // Twenty-eight days end on Thursday 28 May; the reminder comes a week before.
    expect(await shown(lapsed, 'provider')).toMatchObject({
      answerBy: '2026-05-28',
      due: '2026-05-20T22:00:00.000Z',
    });

    await server.moveClock('2026-05-11T10:00:00.000Z');
    await cases.save(answered, { ...example, goals: 'Genauere Ziele' }, { seen: 1 });
    await cases.send(answered, 2);
    // Eight working days are left, from Monday 11 May over Ascension Day: to Friday 22 May.
    expect(await shown(answered)).toMatchObject({ at: 'completeness', due: '2026-05-22T22:00:00.000Z' });
    const { used } = await shown(answered);
    // Moments pass between a move of the clock and what is done then: before the one, and after the other.
    expect(used.applicant).toBeGreaterThan(11 * 24 * HOUR - HOUR);
    expect(used.applicant).toBeLessThan(11 * 24 * HOUR + HOUR);
    expect(used.office).toBeGreaterThan(49 * HOUR);
    expect(used.office).toBeLessThan(51 * HOUR);

    await server.moveClock('2026-05-28T21:59:00.000Z');
    expect(mailsSince(before, 'provider ').slice(2)).toEqual([
      '2026-05-20T22:00 provider Erinnerung: eine Frist endet bald',
    ]);
    expect(await cases.at(lapsed)).toBe('queries');
    await server.moveClock('2026-05-28T22:00:00.000Z');
    expect((await logOf(lapsed)).slice(-2)).toEqual([
      '2026-05-20T22:00 reminded',
      '2026-05-28T22:00 date-missed',
    ]);
    expect(await shown(lapsed)).toMatchObject({ at: 'completeness', due: '2026-06-11T22:00:00.000Z' });
    expect((await cases.headOf(lapsed)).about).toMatchObject({ sent: 1 });
    const late = await cases.save(lapsed, { ...example, goals: 'Zu spät' }, { seen: 1 });
    expect([late.status, late.body.type]).toEqual([409, '/problems/sent-already']);
  });
});

describe('a hearing', () => {
  test('that nobody answers is over after three weeks, and no second one is held', async () => {
    await startAt('2026-04-28T08:00:00.000Z');
    const id = await cases.goTo(await cases.submitted(), 'decision');
    await cases.decide('clerk', id, 'refuse', { comment: 'Kein Bedarf.' });
    expect(await shown(id, 'provider')).toMatchObject({
      at: 'hearing',
      answerBy: '2026-05-19',
      due: '2026-05-11T22:00:00.000Z',
    });
    await server.moveClock('2026-05-19T22:00:00.000Z');
    expect((await logOf(id)).slice(-2)).toEqual([
      '2026-05-11T22:00 reminded',
      '2026-05-19T22:00 date-missed',
    ]);
    await cases.decide('clerk', id, 'refuse', { comment: 'Kein Bedarf.' });
    expect(await cases.at(id)).toBe('approval');
  });
});

describe('an application that waits for money', () => {
  test('is tried again every month, and goes on when there is some', async () => {
    await startAt('2026-04-28T08:00:00.000Z');
    await cases.frame({ figure: 1 });
    const id = await cases.submitted();
    await cases.goTo(id, 'waiting');
    await server.moveClock('2026-07-01T08:00:00.000Z');
    // A month ends on Thursday 28 May; the next one, from that midnight, on Monday 29 June.
    expect((await logOf(id)).slice(-5).map((line) => line.replace(/^\S+ (wait)$/, '$1'))).toEqual([
      'wait',
      '2026-05-28T22:00 date-missed',
      'wait',
      '2026-06-29T22:00 date-missed',
      'wait',
    ]);
    await cases.frame();
    await server.moveClock('2026-07-31T08:00:00.000Z');
    expect(await cases.headOf(id)).toMatchObject({
      at: 'decision',
      about: { money: { reserved: { state: 42_740_74 } } },
    });
    expect((await server.api('GET', '/api/budgets/2027', { as: 'auditor' })).body.agrees).toBe(true);
  });
});

describe('a draft', () => {
  test('that nobody goes on with is reminded of after six months, expires a month later, and is soon gone', async () => {
    await startAt('2026-01-07T08:00:00.000Z');
    const [idle, written] = [await cases.draft(), await cases.draft()];
    await server.moveClock('2026-07-01T08:00:00.000Z');
    await cases.save(written, { ...example, goals: 'Weiter' }, { seen: 1 });
    const before = server.mails().length;
    await server.moveClock('2026-08-10T22:00:00.000Z');
    expect(mailsSince(before)).toEqual(['2026-07-07T22:00 provider Erinnerung: eine Frist endet bald']);
    expect(await cases.headOf(idle)).toMatchObject({ at: 'expired', deleteAt: '2026-09-11T22:00:00.000Z' });
    expect(await cases.at(written)).toBe('draft');
    const late = await cases.save(idle, example, { seen: 1 });
    expect([late.status, late.body.type]).toEqual([409, '/problems/sent-already']);
    await server.moveClock('2026-09-11T22:00:00.000Z');
    expect((await server.items()).filter(({ pk }) => pk === `S#${idle}`)).toEqual([]);
    expect((await server.api('GET', `/api/budget-applications/${idle}`, { as: 'provider' })).status).toBe(
      404,
    );
  });
});

describe('the period for objections', () => {
  const announced = async (answers: object = {}) => {
    const id = await cases.submitted(answers);
    return cases.goTo(id, 'announce');
  };

  test('is waited for until what came in on its last day can be entered: posted, and notified of, on 30 January', async () => {
    await startAt('2026-01-30T08:00:00.000Z');
    const posted = await announced();
    const notified = await announced({ electronicNotice: true });
    await cases.decide('clerk', posted, 'post', { sentOn: '2026-01-30' });
    await cases.decide('clerk', notified, 'notify');
    const end = async (id: string, day: string, end: string) => {
      expect((await cases.headOf(id)).about.announced).toMatchObject({
        sentOn: '2026-01-30',
        objectionEnds: day,
      });
      await server.moveClock(new Date(Date.parse(end) - 60_000).toISOString());
      expect(await cases.at(id)).toBe('objection-period');
      await server.moveClock(end);
      const { at, endedAt } = await cases.headOf(id);
      expect([at, endedAt?.slice(0, 16)]).toEqual(['final', end.slice(0, 16)]);
    };
    await end(notified, '2026-03-02', '2026-03-05T23:00:00.000Z');
    await end(posted, '2026-03-03', '2026-03-06T23:00:00.000Z');
    // It is over: nobody objects any more, and the money stays committed.
    const late = await server.decide('clerk', posted, 'object', { receivedOn: '2026-03-03' });
    expect([late.status, late.body.type]).toEqual([409, '/problems/ended']);
    expect((await cases.headOf(posted)).about.money).toMatchObject({ committed: { state: 42_740_74 } });
  });

  test('posted on 29 April it is announced on a Sunday, and ends on 3 June: what came in that day is entered after the holiday', async () => {
    await startAt('2026-04-29T08:00:00.000Z');
    const [quiet, objected] = [await announced(), await announced()];
    for (const id of [quiet, objected]) await cases.decide('clerk', id, 'post', { sentOn: '2026-04-29' });
    expect((await cases.headOf(quiet)).about.announced).toMatchObject({
      announcedOn: '2026-05-03',
      objectionEnds: '2026-06-03',
    });
    await server.moveClock('2026-06-05T08:00:00.000Z');
    await cases.decide('clerk', objected, 'object', { receivedOn: '2026-06-03' });
    await server.moveClock('2026-06-09T22:00:00.000Z');
    expect([await cases.at(quiet), await cases.at(objected)]).toEqual(['final', 'objection']);
    // Both sides see whose turn it is: an objection is the office's.
    expect(await shown(objected, 'provider')).toMatchObject({ turn: 'clerk', actions: ['withdraw'] });
  });

  test('begins with a notification that could be sent at last, or with the letter that was posted instead', async () => {
    await startAt('2026-01-30T08:00:00.000Z');
    const [late, posted] = [
      await announced({ electronicNotice: true }),
      await announced({ electronicNotice: true }),
    ];
    isRefused = true;
    for (const id of [late, posted]) await cases.decide('clerk', id, 'notify');
    // From Friday to Tuesday: the clerks are reminded that nothing was announced yet.
    await server.moveClock('2026-02-03T23:30:00.000Z');
    for (const id of [late, posted])
      expect(await cases.headOf(id)).toMatchObject({ at: 'notifying', missed: 1 });
    const before = server.mails().length;
    await cases.decide('clerk', posted, 'post', { sentOn: '2026-02-04' });
    isRefused = false;
    // What was refused for days is tried once a day.
    await server.moveClock('2026-02-05T08:00:00.000Z');
    expect((await cases.headOf(late)).about).toMatchObject({
      notified: '2026-02-05',
      announced: { by: 'electronic', announcedOn: '2026-02-08', objectionEnds: '2026-03-09' },
    });
    expect((await cases.headOf(posted)).about).toMatchObject({
      announced: { by: 'post', announcedOn: '2026-02-08', objectionEnds: '2026-03-09' },
    });
    // What went by post is not announced by a mail as well.
    expect((await cases.headOf(posted)).about.notified).toBeUndefined();
    expect(mailsSince(before, 'provider ').map((mail) => mail.slice(17))).toEqual([
      'provider Ein Bescheid ist für Sie da',
    ]);
  });
});

describe('ten years after its end', () => {
  test('everything of the file is gone, and nothing of the ledger', async () => {
    await startAt('2026-01-30T08:00:00.000Z');
    const id = await cases.submitted();
    await cases.decide('clerk', id, 'query', { fields: [{ path: 'goals', reason: 'Warum?' }] });
    await cases.save(id, { ...example, goals: 'Darum' }, { seen: 1 });
    await cases.send(id, 2);
    await cases.goTo(id, 'announce');
    await cases.decide('clerk', id, 'post', { sentOn: '2026-01-30' });
    const parts = async () =>
      (await server.items())
        .filter(({ pk }) => pk === `S#${id}`)
        .map(({ sk }) => String(sk).replace(/#.*/, ''));
    expect(new Set(await parts())).toEqual(new Set(['HEAD', 'DRAFT', 'VERSION', 'NOTE', 'LOG', 'TOKEN']));
    const ledger = async () => (await server.items()).filter(({ pk }) => String(pk).startsWith('BUDGET#'));
    await server.moveClock('2026-03-06T23:00:00.000Z');
    const kept = await ledger();
    expect(await cases.headOf(id)).toMatchObject({ at: 'final', deleteAt: '2036-03-07T23:00:00.000Z' });
    expect((await shown(id, 'auditor')).deleteOn).toBe('2036-03-07');
    // Else somebody would be reminded of its payments for ten years.
    for (const { order } of (await cases.headOf(id)).about.grant?.instalments ?? [])
      await cases.decide('clerk', order, 'cancel', { comment: 'Wird nicht ausgezahlt.' });

    await server.moveClock('2036-03-07T22:59:00.000Z');
    expect((await server.api('GET', `/api/budget-applications/${id}`, { as: 'auditor' })).status).toBe(200);
    await server.moveClock('2036-03-07T23:00:00.000Z');
    expect(await parts()).toEqual([]);
    for (const as of ['provider', 'clerk', 'auditor']) {
      for (const path of [
        `/api/submissions/${id}`,
        `/api/submissions/${id}/log`,
        `/api/budget-applications/${id}`,
      ])
        expect((await server.api('GET', path, { as })).status).toBe(404);
    }
    expect(await ledger()).toEqual(kept);
    expect((await server.api('GET', '/api/budgets/2027', { as: 'auditor' })).body).toMatchObject({
      agrees: true,
      sums: { committed: { state: 42_740_74 } },
    });
    // Nothing begins again under its id.
    const again = await cases.save(id, example);
    expect([again.status, again.body.type]).toEqual([409, '/problems/erased']);
  });
});
