import { marshall } from '@aws-sdk/util-dynamodb';
import { aBudgetHead } from '../../domain/forms/budget-application/a-budget-head.test-data.ts';
import { aHead } from '../../domain/submission/a-head.test-data.ts';
import { headItem } from '../../functions/store/heads.ts';
import type { Item } from '../../local/dynamodb/dynalite.ts';

/** Who the open contact requests wait for, one after another. */
const WORKERS = ['social-worker', 'social-worker-2', 'social-worker-3'];
/** Where the open applications lie, one after another: half of them with the clerks. */
const STEPS = ['completeness', 'opinion', 'decision', 'approval'];

const START = Date.parse('2026-01-02T08:00:00.000Z');
const SECOND = 1000;

const instant = (n: number) => new Date(START + n * SECOND).toISOString();

/** What differs from case to case: each came in another second, and is due or to be deleted in another one. */
const particulars = (n: number) => {
  const time = (START + n * SECOND).toString(16).padStart(12, '0');
  return {
    id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`,
    at: instant(n),
    due: instant(n + 240_000),
    deleteAt: instant(n + 30_000_000),
  };
};

const FIRST = particulars(0);
const { id, at: since, due, deleteAt } = FIRST;
const shared = { id, createdAt: since, since, runSince: since };
const ended = { ...shared, due: undefined, endedAt: since, deleteAt };
const open = { ...shared, due };

const textOf = (head: Parameters<typeof headItem>[0]) =>
  JSON.stringify(marshall(headItem(head), { removeUndefinedValues: true }));

/** Heads as they are written, of both forms, in turn; a third of each has ended. */
const requests = WORKERS.flatMap((responsible) => [
  textOf(aHead({ ...ended, at: 'closed', responsible })),
  ...[1, 2].map(() => textOf(aHead({ ...open, at: 'accept', responsible }))),
]);
const applications = STEPS.flatMap((at) => [
  textOf(aBudgetHead({ ...ended, at: 'final' })),
  ...[1, 2].map(() => textOf(aBudgetHead({ ...open, at }))),
]);

/** Only what the indexes hold of a head. */
const keysOf = (text: string) =>
  JSON.stringify(
    Object.fromEntries(Object.entries(JSON.parse(text)).filter(([name]) => /^(pk|sk)$|(Pk|Sk)$/.test(name))),
  );
const whole = [requests, applications];
const keys = whole.map((kinds) => kinds.map(keysOf));

/** The n-th case as an item: what a head is written like is worked out once, not a million times. */
const itemOf = (n: number, [even, odd]: string[][]): Item => {
  const kinds = (n % 2 === 0 ? even : odd) as string[];
  const text = kinds[Math.floor(n / 2) % kinds.length] as string;
  const now = particulars(n);
  const replaced = (['id', 'at', 'due', 'deleteAt'] as const).reduce(
    (item, name) => item.replaceAll(FIRST[name], now[name]),
    text,
  );
  return JSON.parse(replaced);
};

/** Of so many at the beginning, and of so many at the end, the whole head is written. */
const [FIRST_WHOLE, LAST_WHOLE] = [100_000, 1_000];

/**
 * The cases from one number to another. Lists show the first or the last: of those in between that no list will ever show, a
 * million would take long and change nothing, only the keys are there.
 */
export function* cases(from: number, to: number) {
  for (let n = from; n < to; n += 1) yield itemOf(n, n < FIRST_WHOLE || n >= to - LAST_WHOLE ? whole : keys);
}
