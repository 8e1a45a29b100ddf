import type { Context } from 'aws-lambda';
import { balanceOf } from '../../domain/budget/account.ts';
import { NO_HOLDING } from '../../domain/budget/holding.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { changeOfSums } from '../../domain/year/sums.ts';
import { create } from '../../functions/portal/app.ts';
import { createDeps } from '../../functions/portal/deps.ts';
import type { Store } from '../../functions/store/client.ts';
import { readEntries } from '../../functions/store/ledger.ts';
import { transact } from '../../functions/store/transact.ts';
import { addToSums } from '../../functions/store/year-sums.ts';
import { credentialsOf } from '../../local/credentials.ts';
import type { Call } from '../../local/observe.ts';
import { environment, ISSUER, startTable } from '../lists/table.ts';
import { interleaved, median, ms } from '../measure.ts';
import { itemsRead, unitsRead } from '../reads.ts';
import type { Section } from '../report.ts';
import { applicationsOf, ENTRIES_EACH, itemsOf } from './year-items.ts';

const SIZES = [1_000, 100_000] as const;
/** A year with the smaller number of entries, and another one with the larger. */
const YEARS = [2027, 2028] as const;

const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

const ask = async (
  handler: ReturnType<typeof create>,
  route: string,
  year: number,
  queryStringParameters: Record<string, string> = {},
): Promise<void> => {
  const { statusCode } = (await handler(
    {
      routeKey: route,
      headers: {},
      pathParameters: { year: String(year) },
      queryStringParameters,
      requestContext: { requestId: '1', authorizer: { jwt: { claims: { iss: ISSUER, sub: 'auditor' } } } },
    } as never,
    context,
  )) as { statusCode: number };
  if (statusCode !== 200) throw new Error(`${route}: answered with ${statusCode}`);
};

/** What an overview costs that keeps no sums: every entry of the year is read and added up. */
const fromEntries = async (store: Store, year: number) => {
  const entries = await readEntries(store, year);
  for (const by of ['purpose', 'provider'] as const)
    for (const those of Map.groupBy(entries, (entry) => entry[by]).values()) balanceOf(those);
};

/** The sums that go with the heads, as they are kept. */
const keepSums = async (store: Store, year: number, applications: readonly BudgetHead[]) => {
  for (const [provider, those] of Map.groupBy(applications, ({ about }) => about.provider)) {
    const changes = those.map(({ about }) => [{ ...about, money: NO_HOLDING }, about] as const);
    await transact(store, addToSums(store, year, provider, changeOfSums(changes)));
  }
};

interface Cost {
  items: number;
  units: number;
}
const text = ({ items, units }: Cost) => `${items.toLocaleString('en')} (${units} units)`;

/** The year's overview at a thousand and a hundred thousand entries, beside adding up the entries. */
export const overviews = async (
  rounds: number,
  sizes: readonly [number, number] = SIZES,
): Promise<Section> => {
  let calls: Call[] = [];
  const table = await startTable((call) => {
    if (call.phase === 'after') calls.push(call);
  });
  const handler = create(
    createDeps({ ...environment } as NodeJS.ProcessEnv, { credentials: credentialsOf('portal') }),
  );
  const rows: Section['rows'] = [];
  const show = (year: number) => ask(handler, 'GET /api/budgets/{year}/overview', year);
  const costOf = async (run: () => Promise<unknown>): Promise<Cost> => {
    // Once before counting, so that the registers are remembered.
    await run();
    calls = [];
    await run();
    return {
      items: calls.reduce((sum, call) => sum + itemsRead(call), 0),
      units: calls.reduce((sum, call) => sum + unitsRead(call), 0),
    };
  };
  const fill = async (year: number, entries: number) => {
    const applications = applicationsOf(year, entries / ENTRIES_EACH);
    await table.write(itemsOf(applications));
    await keepSums(table.store, year, applications);
    return applications;
  };
  const timed = async (run: () => Promise<unknown>) => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
  const measure = async (year: number, entries: number, first?: Cost): Promise<Cost> => {
    const named = `${entries.toLocaleString('en')} entries`;
    const ours = await costOf(() => show(year));
    const peer = await costOf(() => fromEntries(table.store, year));
    const times = await interleaved(['ours', 'peer'] as const, rounds, (name) =>
      timed(() => (name === 'ours' ? show(year) : fromEntries(table.store, year))),
    );
    const [our, their] = [median(times.ours), median(times.peer)];
    rows.push(
      {
        name: `${named}: items read`,
        ours: text(ours),
        peer: `${text(peer)} the entries added up`,
        ratio: ours.items / peer.items,
        ...(first && {
          aim: `${first.items}, as at ${sizes[0].toLocaleString('en')}`,
          met: ours.items <= first.items,
        }),
      },
      {
        name: `${named}: time`,
        ours: ms(our),
        peer: `${ms(their)} the entries added up`,
        ratio: our / their,
      },
    );
    return ours;
  };
  try {
    const [small, large] = sizes;
    await fill(YEARS[0], small);
    const first = await measure(YEARS[0], small);
    const [one] = await fill(YEARS[1], large);
    const again = await costOf(() => show(YEARS[0]));
    rows.push({
      name: `${small.toLocaleString('en')} entries, and ${large.toLocaleString('en')} in another year: items read`,
      ours: text(again),
      peer: `${text(first)} without them`,
      ratio: again.items / first.items,
      aim: 'no more',
      met: again.items <= first.items && again.units <= first.units,
    });
    await measure(YEARS[1], large, first);
    const down = await costOf(() =>
      ask(handler, 'GET /api/budgets/{year}/entries', YEARS[1], { submission: one?.id ?? '' }),
    );
    rows.push({
      name: `${large.toLocaleString('en')} entries: the first page of one application’s`,
      ours: text(down),
    });
  } finally {
    await table.close();
  }
  return {
    about: 'A year’s overview',
    rows,
    notes: [
      `By purpose, social area and provider, on the embedded table; ${ENTRIES_EACH} entries for each application, 40 providers with four Kitas each. Medians of ${rounds} interleaved runs. The peer reads every entry of the year and adds them up by purpose and provider, by social area it cannot: entries know no Kitas. The entries of one application are looked for among the newest five thousand at a call; a cursor goes on.`,
    ],
  };
};
