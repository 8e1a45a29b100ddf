import { addUpCounts, type SavedCounts } from '../../../domain/activities/counts.ts';
import { missingMonths, monthsOfYear, type OwedMonth } from '../../../domain/activities/owed.ts';
import type { ActivityAnswer, ActivitySumsShown, OwnKita } from '../../../domain/api/activities.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import type { Kita } from '../../../domain/places/place.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { listCounts, readReport } from '../../store/activities.ts';
import type { PortalDeps } from '../deps.ts';
import { namedBy } from '../distributions/readers.ts';
import { yearAsked } from '../goals/list-goals.ts';
import { askerForActivities } from './asker.ts';
import { owedIn } from './owed.ts';

interface Year {
  year: number;
  counted: SavedCounts[];
  owed: OwedMonth[];
  missing: OwedMonth[];
  kitas: Kita[];
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'de');
const sumOf = (all: readonly SavedCounts[]) => addUpCounts(all.map(({ counts }) => counts));
const hasPerson = (person: string) => (one: OwedMonth) => one.people.includes(person);

const ownKitas = ({ counted, owed, missing, kitas }: Year, person: string): OwnKita[] => {
  const own = owed.filter(hasPerson(person));
  const late = missing.filter(hasPerson(person));
  const ids = [...new Set(own.map(({ kita }) => kita))];
  return ids
    .map((kita) => {
      const months = [...new Set(own.filter((one) => one.kita === kita).map(({ month }) => month))].sort();
      return {
        kita,
        name: kitas.find(({ id }) => id === kita)?.name ?? kita,
        months: months.map((month) => {
          const isHere = (one: { kita: string; month: string }) => one.kita === kita && one.month === month;
          const mine = counted.find((one) => one.person === person && isHere(one));
          return {
            month,
            version: mine?.version ?? 0,
            ...(mine && { counts: mine.counts }),
            missing: late.some(isHere),
          };
        }),
      };
    })
    .sort(byName);
};

/** Sums by place, of every Kita that somebody counted in or should have. */
const byPlace = async ({ registers }: PortalDeps, { counted, owed, missing, kitas }: Year) => {
  const municipalities = await registers.municipalities();
  const nameOf = (id: string) => municipalities.find((one) => one.id === id)?.name ?? id;
  const placeOf = (id: string) => kitas.find((one) => one.id === id);
  const ids = [...new Set([...owed, ...counted].map(({ kita }) => kita))];
  return {
    municipalities: [...Map.groupBy(counted, ({ municipality }) => municipality)]
      .map(([id, all]) => ({ id, name: nameOf(id), counts: sumOf(all) }))
      .sort(byName),
    kitas: ids
      .map((id) => {
        const here = counted.filter(({ kita }) => kita === id);
        const late = missing.filter(({ kita }) => kita === id).map(({ month }) => month);
        return {
          id,
          name: placeOf(id)?.name ?? id,
          municipality: nameOf(placeOf(id)?.municipality ?? here[0]?.municipality ?? ''),
          counts: sumOf(here),
          missing: [...new Set(late)].sort(),
        };
      })
      .sort(byName),
  };
};

const sumsFor = async (
  deps: PortalDeps,
  { roles }: KnownAsker,
  of: Year,
): Promise<ActivitySumsShown | undefined> => {
  if (!roles.some((role) => role === 'coordinator' || role === 'head' || role === 'auditor'))
    return undefined;
  return {
    counts: sumOf(of.counted),
    months: monthsOfYear(of.year).map((month) => ({
      month,
      counts: sumOf(of.counted.filter((one) => one.month === month)),
    })),
    // What a Kita's one worker did in a month is nobody's business who does not steer.
    ...(roles.includes('coordinator') && (await byPlace(deps, of))),
  };
};

/** What a year's counts answer to somebody who may see them. */
export const activitiesFor = async (
  deps: PortalDeps,
  asker: KnownAsker,
  year: number,
): Promise<ActivityAnswer> => {
  const { store, registers, clock } = deps;
  const [counted, report, owed, kitas, people] = await Promise.all([
    listCounts(store, year),
    readReport(store, year),
    owedIn(deps, year),
    registers.kitas(),
    registers.people(),
  ]);
  const missing = missingMonths(owed, counted, dateOf(clock.now()));
  const of: Year = { year, counted, owed, missing, kitas };
  const sums = await sumsFor(deps, asker, of);
  const isWorker = asker.roles.includes('social-worker');
  return {
    year,
    report: {
      closed: report.closed,
      version: report.version,
      changes: report.changes.map(({ closed, at, by }) => ({ closed, at, ...namedBy(people, by) })),
    },
    ...(isWorker && { own: ownKitas(of, asker.id) }),
    ...(sums && { sums }),
    actions: [
      ...(isWorker ? ['count' as const] : []),
      ...(asker.roles.includes('coordinator') ? ['close' as const] : []),
    ],
  };
};

/** `GET /api/activity-counts?year=`: own months, or sums, as far as the one who asks may see them. */
export const showActivities =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerForActivities(deps, request);
    const body = await activitiesFor(deps, asker, yearAsked(request, deps.clock.now()));
    return { body, headers: { etag: `"${body.report.version}"` } };
  };
