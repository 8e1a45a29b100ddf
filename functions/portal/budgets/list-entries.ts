import type { Entry } from '../../../domain/budget/entry.ts';
import type { Actor } from '../../../domain/submission/log.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { listEntries } from '../../store/ledger.ts';
import type { PortalDeps } from '../deps.ts';
import { withCursor } from '../list-tasks.ts';
import { askerForBudget, yearOf } from './show-budget.ts';

const personsOf = (by: Actor | undefined) =>
  by && 'person' in by ? [by.person, ...(by.for ? [by.for] : [])] : [];

/** Who acted and whose money it is, by name: an entry itself keeps ids only. */
const namesIn = async (
  { registers }: PortalDeps,
  entries: readonly Entry[],
): Promise<Record<string, string>> => {
  const [people, providers] = await Promise.all([registers.people(), registers.providerNames()]);
  const persons = new Set(
    entries.flatMap(({ by, proposedBy }) => [...personsOf(by), ...personsOf(proposedBy)]),
  );
  const applicants = new Set(entries.flatMap(({ provider }) => provider ?? []));
  return Object.fromEntries([
    ...people.filter(({ id }) => persons.has(id)).map(({ id, name }) => [id, name]),
    ...[...providers].filter(([id]) => applicants.has(id)),
  ]);
};

/**
 * `GET /api/budgets/{year}/entries?cursor=&account=&purpose=&provider=&submission=`: the ledger of a year, newest first. A page may
 * hold fewer than it could; the cursor goes on.
 */
export const listBudgetEntries =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    await askerForBudget(deps, request);
    const year = yearOf(request);
    const page = await withCursor(() => listEntries(deps.store, year, request.query));
    return { body: { ...page, names: await namesIn(deps, page.items) } };
  };
