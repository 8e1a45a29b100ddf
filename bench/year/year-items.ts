import { marshall } from '@aws-sdk/util-dynamodb';
import type { Movement } from '../../domain/budget/account.ts';
import { amountsOf } from '../../domain/budget/amounts.ts';
import { entriesOf } from '../../domain/budget/entry.ts';
import { NO_HOLDING } from '../../domain/budget/holding.ts';
import { aBudgetHead } from '../../domain/forms/budget-application/a-budget-head.test-data.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { purposes } from '../../domain/forms/budget-application/purposes.ts';
import { headItem } from '../../functions/store/heads.ts';
import { entryKey } from '../../functions/store/keys.ts';
import type { Item } from '../../local/dynamodb/dynalite.ts';

/** Entries of each application: from the wish to the proof, with one look back and four instalments. */
export const ENTRIES_EACH = 10;
const PROVIDERS = 40;
const INSTALMENTS = 4;
const PART = 17_808_64;
const START = Date.UTC(2026, 9, 1, 8);

const way = (from: Movement['from'], to: Movement['to'], parts = INSTALMENTS): Movement => ({
  from,
  to,
  amounts: amountsOf(PART * parts),
});
const MOVEMENTS: readonly Movement[] = [
  way('outside', 'requested'),
  way('requested', 'reserved'),
  way('reserved', 'requested'),
  way('requested', 'reserved'),
  way('reserved', 'committed'),
  ...Array.from({ length: INSTALMENTS }, () => way('committed', 'paid', 1)),
  way('paid', 'accepted'),
];

/** The n-th application of a year: everything of it was paid and proven. */
const applicationOf = (year: number, n: number): BudgetHead => {
  const provider = `provider-${n % PROVIDERS}`;
  const kitas = [0, 1, 2, 3].map((k) => `${provider}-kita-${k}`);
  const at = new Date(START + n * 1000).toISOString();
  return aBudgetHead({
    id: `${(year * 65_536).toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
    createdAt: at,
    at: 'final',
    since: at,
    due: undefined,
    endedAt: at,
    deleteAt: at,
    about: {
      provider,
      year,
      purpose: purposes[n % purposes.length],
      kitas,
      shares: kitas.map((kita, k) => ({ kita, percent: [3_333, 3_333, 3_333, 1][k] ?? 0 })),
      money: { ...NO_HOLDING, accepted: amountsOf(PART * INSTALMENTS) },
    },
  });
};

/** So many applications of a year. */
export const applicationsOf = (year: number, count: number): BudgetHead[] =>
  Array.from({ length: count }, (_, n) => applicationOf(year, n));

const asItem = (of: Record<string, unknown>): Item =>
  marshall(of, { removeUndefinedValues: true }) as unknown as Item;

/** What is written of them: heads and entries. */
export function* itemsOf(applications: readonly BudgetHead[]): Generator<Item> {
  for (const head of applications) {
    const { provider, purpose, year } = head.about;
    yield asItem(headItem(head));
    const facts = { at: head.createdAt, by: { person: 'clerk' }, submission: head.id, provider, purpose };
    for (const entry of entriesOf(MOVEMENTS, { act: `${head.id}.1`, ...facts, reason: 'benchmark' }))
      yield asItem({ ...entryKey(year, entry), ...entry });
  }
}
