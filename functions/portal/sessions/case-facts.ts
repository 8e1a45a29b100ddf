import { fileNumberOf } from '../../../domain/forms/budget-application/file-number.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { type CaseFacts, factsOf } from '../../../domain/forms/committee-session/case-facts.ts';
import { readVersion } from '../../store/applications.ts';
import { listMine, type Page } from '../../store/head-lists.ts';
import { minePk } from '../../store/keys.ts';
import type { PortalDeps } from '../deps.ts';

/** What a session learns of a case; undefined when its answers are gone. */
export const readFacts = async (
  { store, registers }: PortalDeps,
  head: BudgetHead,
): Promise<CaseFacts | undefined> => {
  const [answers, kitas, providers, { budget }] = await Promise.all([
    readVersion(store, head.id, head.about.sent),
    registers.kitas(),
    registers.providerNames(),
    registers.county(),
  ]);
  if (!answers) return undefined;
  const { provider } = head.about;
  return factsOf(head, answers, {
    budget,
    fileNumber: fileNumberOf(head, budget),
    providerName: providers.get(provider) ?? provider,
    kitaName: (id) => kitas.find((kita) => kita.id === id)?.name,
  });
};

/** More than lie with a committee at any time. */
const PAGES = 8;

/** Cases that lie with the committee and in no session, by the date until which they should be resolved on. */
export const waitingCases = async ({ store }: PortalDeps): Promise<BudgetHead[]> => {
  const found: BudgetHead[] = [];
  let cursor: string | undefined;
  for (let n = 0; n < PAGES; n += 1) {
    const page: Page<unknown> & Awaited<ReturnType<typeof listMine>> = await listMine(
      store,
      [minePk({ role: 'committee' })],
      { all: false, cursor },
    );
    for (const one of page.items)
      if (one.form === 'budget-application' && one.at === 'committee') found.push(one);
    cursor = page.cursor;
    if (!cursor) break;
  }
  return found;
};
