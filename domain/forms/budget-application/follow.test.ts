import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOf } from '../../calendar/due.ts';
import { addWorkingDays } from '../../calendar/working-day.ts';
import type { Act } from '../../process/apply-act.ts';
import { isPersonStep, type Process } from '../../process/process.ts';
import { aBudgetHead, followAct } from './a-budget-head.test-data.ts';
import { anyWalk, type Step } from './any-walk.test-data.ts';
import type { BudgetHead } from './particulars.ts';
import { budgetApplicationV1 } from './process.ts';

const process: Process = budgetApplicationV1;
const turnOf = ({ at }: BudgetHead) => {
  const step = process.steps[at];
  if (!step || at === process.first) return undefined;
  return isPersonStep(step) && step.by === 'provider' ? 'applicant' : 'office';
};

/** How often the walks were where it matters. */
const reached = new Map<string, number>();

const expectSound = ({ before, act, at, by, head }: Step) => {
  const { about } = head;
  const moved = head.visit > before.visit;
  reached.set(head.at, (reached.get(head.at) ?? 0) + 1);

  // Who acted is remembered for ever, and for whom; the system and the calendar are nobody.
  const deed =
    'person' in by && act.kind === 'action' ? [{ ...by, step: before.at, action: act.action, at }] : [];
  expect(about.acted).toEqual([...before.about.acted, ...deed]);

  // Fields are open, and a day is named, only while the applicant is asked.
  expect(about.reopened !== undefined).toBe(head.at === 'queries');
  expect(about.answerBy !== undefined).toBe(head.at === 'queries' || head.at === 'hearing');
  expect(head.due !== undefined).toBe(
    process.steps[head.at] !== undefined && isPersonStep(process.steps[head.at] as never),
  );
  if (head.due && moved && head.at !== 'objection-period') expect(head.due > at).toBe(true);

  // Turns follow one another without a gap, and only the last one is open.
  const turns = about.turns;
  for (const [n, turn] of turns.entries()) {
    const next = turns[n + 1];
    expect(turn.to).toBe(next ? next.from : turnOf(head) ? undefined : turn.to);
    if (next) expect(next.side).not.toBe(turn.side);
  }
  const open = turns.at(-1)?.to === undefined ? turns.at(-1)?.side : undefined;
  expect(open).toBe(turnOf(head));

  // A decision is drafted on a reservation, and what was approved is announced and kept.
  if (['reserve', 'release', 'completeness', 'opinion'].includes(head.at))
    expect(about.decision).toBeUndefined();
  if (['approval', 'announce', 'notifying', 'objection-period'].includes(head.at))
    expect(about.decision).toBeDefined();
  if (['announce', 'notifying', 'objection-period', 'objection', 'appeal'].includes(head.at))
    expect(about.approved).toBeDefined();
  if (['objection-period', 'objection', 'appeal'].includes(head.at)) expect(about.announced).toBeDefined();
  if (head.at === 'objection-period' && moved)
    expect((head.due ?? '') >= endOf(addWorkingDays(about.announced?.objectionEnds ?? '', 3))).toBe(true);
  if (before.about.announced && !about.announced)
    expect(about.earlier).toHaveLength((before.about.earlier?.length ?? 0) + 1);
  expect(about.notes - before.about.notes).toBeLessThanOrEqual(1);
  if (head.endedAt) expect(process.ends).toContain(head.at);
};

test('wherever an application goes, its head says only what is true there', () => {
  fc.assert(
    fc.property(anyWalk, (steps) => {
      for (const step of steps) expectSound(step);
    }),
    { numRuns: 500 },
  );
  const everywhere = [...Object.keys(process.steps), ...process.ends].filter((at) => at !== 'draft');
  expect(everywhere.filter((at) => !reached.has(at))).toEqual([]);
});

const office = (step: string, action: string, as: 'clerk' | 'head' | 'coordinator' = 'clerk'): Act => ({
  kind: 'action',
  step,
  action,
  as,
});
const result = (step: string, outcome: string): Act => ({ kind: 'result', step, outcome });
const SHA = 'a'.repeat(64);
const announced = {
  by: 'electronic',
  sentOn: '2026-01-30',
  announcedOn: '2026-02-02',
  objectionEnds: '2026-03-02',
} as const;
const granted = { kind: 'grant', amount: 1_000_00, voluntary: 0, note: 1 } as const;

describe('corrections', () => {
  const correct: Act = { kind: 'action', step: 'queries', action: 'correct', as: 'provider' };
  const sent = {
    kitas: ['kita-2', 'kita-3'] as string[],
    purpose: 'family-centre',
    applied: 5,
    electronicNotice: true,
  } as const;

  test('change what the head says of Kitas, purpose, sum and consent, but neither the year nor whose it is', () => {
    const asked = aBudgetHead({ at: 'queries', about: { reopened: ['kitas', 'purpose'] } });
    const { about } = followAct(asked, correct, { by: { person: 'viktor' }, particulars: { sent } }).head;
    expect(about).toMatchObject({ ...sent, sent: 2, sentBy: 'viktor', year: 2026, provider: 'verein' });
  });

  test('make an application that only went on from last year one of its own', () => {
    const screening = { at: 'screen', due: undefined };
    const continues = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6c';
    const goesOn = followAct(aBudgetHead(screening), result('screen', 'unchanged'), {
      particulars: { unstaffed: [], continues },
    }).head;
    expect(goesOn.about.continues).toBe(continues);
    const corrected = { ...goesOn, at: 'screen', due: undefined };
    const full = followAct(corrected, result('screen', 'full'), { particulars: { unstaffed: [] } }).head;
    expect(full.about.continues).toBeUndefined();
  });
});

describe('a new round', () => {
  const resolution = {
    session: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b',
    outcome: 'changed',
    amount: 50_000_00,
    note: 1,
  } as const;

  test('after an objection keeps the notice as an earlier one, and nothing of it counts for the next', () => {
    const approved = { sha256: SHA, by: 'cora', at: '2026-01-29T09:00:00.000Z' };
    const objected = aBudgetHead({
      at: 'objection',
      about: { approved, announced, notified: '2026-01-30', decision: granted, resolution },
    });
    const remedied = followAct(objected, office('objection', 'remedy')).head;
    expect(remedied.about.earlier).toEqual([{ sha256: SHA, announced }]);
    for (const gone of ['approved', 'announced', 'notified', 'decision'] as const)
      expect(remedied.about[gone]).toBeUndefined();
    expect(remedied.about.resolution).toEqual({ ...resolution, overtaken: true });
    // The next one may be posted, although the first one was not.
    const again = { ...remedied, at: 'announce', about: { ...remedied.about, approved } };
    const posted = followAct(again, office('announce', 'post'), {
      particulars: { sentOn: '2026-03-03' },
    }).head;
    expect(posted.about.announced?.by).toBe('post');
  });

  test('of checking forgets the hearing, and the resolution counts no longer: they were about something else', () => {
    const refused = aBudgetHead({ at: 'decision', about: { decision: granted, resolution, heard: true } });
    const anew = followAct(refused, office('decision', 'reexamine'), {
      particulars: { note: { text: 'Neu.' } },
    });
    for (const gone of ['decision', 'heard'] as const) expect(anew.head.about[gone]).toBeUndefined();
    expect(anew.head.about.resolution).toEqual({ ...resolution, overtaken: true });
  });

  test('of drafting keeps both', () => {
    const returned = aBudgetHead({ at: 'approval', about: { decision: granted, resolution, heard: true } });
    const drafted = followAct(returned, office('approval', 'return', 'head')).head;
    expect(drafted.about).toMatchObject({ decision: granted, resolution, heard: true });
  });

  test('of waiting forgets the draft, for the money may be another sum by then', () => {
    const waiting = aBudgetHead({ at: 'waiting', about: { decision: granted, resolution } });
    const retried = followAct(waiting, office('waiting', 'retry')).head;
    expect(retried.about).toMatchObject({ resolution });
    expect(retried.about.decision).toBeUndefined();
  });
});

test('whoever recorded what the committee resolved is remembered as one who acted, and for whom', () => {
  const waiting = aBudgetHead({ at: 'committee', about: { decision: granted } });
  const resolution = {
    session: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b',
    outcome: 'approved',
    amount: 1_000_00,
  } as const;
  const { about } = followAct(waiting, result('committee', 'approved'), {
    by: { person: 'walter', for: 'wanda' },
    particulars: { note: {}, resolution },
  }).head;
  expect(about.acted.at(-1)).toMatchObject({
    person: 'walter',
    for: 'wanda',
    step: 'committee',
    action: 'record',
  });
});

test('a document is good for the draft that it says, and not for the next', () => {
  const notice = { sha256: SHA, for: 'cora', on: '2026-03-03' };
  const shown = aBudgetHead({ at: 'approval', about: { decision: granted, notice } });
  for (const act of [office('approval', 'return', 'head'), result('approval', 'refuse')])
    expect(followAct(shown, act).head.about.notice).toBeUndefined();
  const approved = followAct(shown, office('approval', 'approve', 'head'), {
    by: { person: 'cora' },
    particulars: { sha256: SHA },
  }).head;
  expect(approved.about).toMatchObject({ notice, approved: { sha256: SHA, by: 'cora' } });
});

test('a notice that is posted after all is not announced by a mail as well', () => {
  const mail = {
    do: 'mail',
    mail: 'notice',
    to: { person: 'vera' },
    at: '2026-03-02T09:00:00.000Z',
  } as const;
  const owed = { 'mail-notice-3-vera': mail, 'answer-3': { do: 'answer' } as const };
  const notifying = aBudgetHead({
    at: 'notifying',
    owed,
    pendingSince: mail.at,
    about: { decision: granted },
  });
  const posted = followAct(notifying, office('notifying', 'post'), { particulars: { sentOn: '2026-03-03' } });
  expect(posted.head.owed).toEqual({ 'answer-3': { do: 'answer' } });
  const notified = followAct(notifying, result('notifying', 'notified'), {
    particulars: { sentOn: '2026-03-03' },
  });
  expect(notified.head.owed).toEqual(owed);
});
