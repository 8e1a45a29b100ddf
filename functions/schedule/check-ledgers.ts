import { agrees, differing, holdingsOf } from '../../domain/budget/agreement.ts';
import type { Entry } from '../../domain/budget/entry.ts';
import type { Holding } from '../../domain/budget/holding.ts';
import type { BudgetAbout } from '../../domain/forms/budget-application/about.ts';
import { canonicalText } from '../../domain/submission/canonical.ts';
import { differingSums } from '../../domain/year/sums.ts';
import type { Store } from '../store/client.ts';
import { wasErased } from '../store/erase.ts';
import { headsOf } from '../store/head-lists.ts';
import { isOf, readHead } from '../store/heads.ts';
import { readEntries, readFrame, readOpenFrames } from '../store/ledger.ts';
import { pause } from '../store/transact.ts';
import { readSums } from '../store/year-sums.ts';
import type { ScheduleDeps } from './deps.ts';

/** What was found wrong in a year: nothing, as a rule. */
interface Found {
  frame: boolean;
  /** Ids of applications whose head says something else than the entries. */
  applications: string[];
  /** Ids of providers whose sums are not those of their applications. */
  providers: string[];
}

const FORM = 'budget-application';

/** What the heads of a year say that they hold; of those that were deleted only the ledger knows it. */
interface Stated {
  heads: Map<string, BudgetAbout>;
  erased: Map<string, Holding>;
}

/** The heads, and of those whom the index does not know (yet) the head itself, or that it was deleted. */
const statedIn = async (store: Store, year: number, held: Map<string, Holding>): Promise<Stated> => {
  const heads = new Map<string, BudgetAbout>();
  const erased = new Map<string, Holding>();
  for await (const { id, about } of headsOf(store, FORM, String(year))) heads.set(id, about);
  for (const [id, holding] of held) {
    if (heads.has(id)) continue;
    const head = await readHead(store, id);
    if (head && isOf(FORM, head)) heads.set(id, head.about);
    else if (await wasErased(store, id)) erased.set(id, holding);
  }
  return { heads, erased };
};

/** Whose share was what went with a deleted application: sums of its provider cannot be worked out anew. */
const unknowable = (entries: readonly Entry[], { erased }: Stated): string[] =>
  entries.flatMap(({ submission, provider }) =>
    submission && provider && erased.has(submission) ? [provider] : [],
  );

/** One look at a year; undefined when money moved meanwhile, so that what was read is of two moments. */
const look = async (store: Store, year: number): Promise<Found | undefined> => {
  const frame = await readFrame(store, year);
  const entries = await readEntries(store, year);
  const sums = await readSums(store, year);
  const held = holdingsOf(entries);
  const stated = await statedIn(store, year, held);
  if (canonicalText(await readFrame(store, year)) !== canonicalText(frame)) return undefined;
  const moneyOf = [...stated.heads].map(([id, { money }]): [string, Holding] => [id, money]);
  const unknown = unknowable(entries, stated);
  return {
    frame: !agrees(frame, entries),
    applications: differing(held, new Map([...moneyOf, ...stated.erased])),
    providers: differingSums(sums, [...stated.heads.values()]).filter((id) => !unknown.includes(id)),
  };
};

const isWrong = (found: Found | undefined) =>
  !found || found.frame || found.applications.length > 0 || found.providers.length > 0;

const LOOKS = 5;

/** Lists and heads may lag behind by a moment: only what stays wrong is wrong. */
const lookAgain = async (store: Store, year: number): Promise<Found> => {
  let found = await look(store, year);
  for (let attempt = 1; attempt < LOOKS && isWrong(found); attempt += 1) {
    await pause(attempt);
    found = await look(store, year);
  }
  // Where money never stops moving nothing can be said: that is told too.
  return found ?? { frame: true, applications: [], providers: [] };
};

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

/** @returns whether the year is as it should be; what is not is told. */
const isSound = async ({ store, log }: ScheduleDeps, year: number): Promise<boolean> => {
  try {
    const found = await lookAgain(store, year);
    if (!isWrong(found)) return true;
    log.error('ledger differs', { year, ...found });
  } catch (error) {
    log.error('ledger check failed', { year, error: nameOf(error) });
  }
  return false;
};

/**
 * Daily: recomputes the balance of every year that is not closed from its entries, what each application of it holds, and
 * the sums of each provider. What
 * differs is told by id; `differing` counts the years in which something does, or that could not be looked at.
 */
export const checkLedgers = async (deps: ScheduleDeps): Promise<void> => {
  const frames = await readOpenFrames(deps.store);
  let wrong = 0;
  for (const { year } of frames) if (!(await isSound(deps, year))) wrong += 1;
  deps.log.info('ledgers checked', { years: frames.length, differing: wrong });
};
