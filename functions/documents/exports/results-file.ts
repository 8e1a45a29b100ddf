import { dateOf } from '../../../domain/calendar/due.ts';
import type { Asker } from '../../../domain/people/asker.ts';
import { maySeeResults } from '../../../domain/survey/evaluation/access.ts';
import { csvOf } from '../../../domain/survey/evaluation/csv.ts';
import type { GroupResults } from '../../../domain/survey/evaluation/evaluate.ts';
import { exportTables } from '../../../domain/survey/evaluation/export-tables.ts';
import type { RoundResults } from '../../../domain/survey/evaluation/group-results.ts';
import { resultsReport } from '../../../domain/survey/evaluation/report.ts';
import type { Group } from '../../../domain/survey/group.ts';
import type { OrderedExport } from '../../store/export-orders.ts';
import { type Frozen, readFrozen, readGroupResults } from '../../store/survey-results.ts';
import type { DocumentsDeps } from '../deps.ts';
import { renderPdf } from '../render-pdf.ts';
import { workbookOf } from './workbook.ts';

/** Only areas that the one who asks may see. */
const seenBy = (asker: Asker, results: GroupResults): GroupResults => ({
  ...results,
  areas: results.areas.filter((area) => maySeeResults(asker, area)),
});

const readGroups = async (
  { store }: DocumentsDeps,
  round: string,
  { groups, previous }: Frozen,
): Promise<RoundResults['groups']> => {
  const read = (of: Group) =>
    Promise.all([
      readGroupResults(store, round, of),
      previous ? readGroupResults(store, previous, of) : undefined,
    ]);
  const found = await Promise.all(groups.map(read));
  return found.flatMap(([now, before]) => (now ? [{ now, before }] : []));
};

/** The results of a round as a file, as far as the one who asks may see them: the same bytes whenever they ask. */
export const resultsFile = async (
  deps: DocumentsDeps,
  asker: Asker,
  { order, frozen }: { order: OrderedExport; frozen: Frozen },
): Promise<Uint8Array> => {
  const groups = await readGroups(deps, order.round, frozen);
  const { year, from, to, previous, at } = frozen;
  const results: RoundResults = {
    year,
    from,
    to,
    groups: groups.map((one) => ({ ...one, now: seenBy(asker, one.now) })),
  };
  if (order.format !== 'pdf') {
    const [turnout, figures] = exportTables(results);
    return order.format === 'csv' ? csvOf(figures) : workbookOf([turnout, figures]);
  }
  const { office } = await deps.registers.county();
  const before = previous ? await readFrozen(deps.store, previous) : undefined;
  return renderPdf(resultsReport(results, { authority: office.name, on: dateOf(at), before: before?.year }));
};
