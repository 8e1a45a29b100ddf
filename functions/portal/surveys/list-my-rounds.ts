import type { MyRounds } from '../../../domain/api/survey-rounds.ts';
import { roundStanding } from '../../../domain/forms/survey-round/access.ts';
import type { RoundHead } from '../../../domain/forms/survey-round/particulars.ts';
import { lastDayOf, stateOfUnit } from '../../../domain/forms/survey-round/unit-end.ts';
import type { Asker } from '../../../domain/people/asker.ts';
import type { RoundUnit } from '../../../domain/survey/round-unit.ts';
import { unitName } from '../../../domain/survey/unit.ts';
import { askerOf } from '../../cases/asker.ts';
import { institutionIdOf } from '../../cases/institution-form.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { headsOf } from '../../store/head-lists.ts';
import { readUnit } from '../../store/rounds.ts';
import type { PortalDeps } from '../deps.ts';
import { formShown, formsOf } from './show-round.ts';

type Item = MyRounds['items'][number];

/** For whom somebody answers, in one word each. */
const ownUnits = ({ roles, kitas = [], provider }: Asker): string[] => [
  ...(roles.includes('kita') ? kitas.map((id) => unitName({ kind: 'kita', id })) : []),
  ...(roles.includes('provider') && provider ? [unitName({ kind: 'provider', id: provider })] : []),
];

const unitsShown = async (
  { store, clock }: PortalDeps,
  head: RoundHead,
  names: readonly string[],
): Promise<Item['units']> => {
  const found = await Promise.all(names.map((name) => readUnit(store, head.id, name)));
  const units = found.filter((one): one is RoundUnit => one !== undefined);
  const forms = await formsOf(store, head, units);
  return units.map((unit) => {
    const name = unitName(unit);
    const form = forms.get(institutionIdOf(head.id, unit));
    return {
      unit: name,
      name: unit.name,
      until: lastDayOf(head.about, name),
      state: stateOfUnit(head, name, clock.now()),
      ...(unit.link && { link: unit.link }),
      ...(form && { form: formShown(form) }),
    };
  });
};

const shown = ({ id, at, about }: RoundHead, units: Item['units']): Item => {
  const { year, from, to, groups } = about;
  return { id, year, from, to, at, groups, units };
};

/** A round is prepared in the year before, and read for years: these are the ones that somebody still works with. */
const YEARS = [1, 0, -1, -2, -3];

/** `GET /api/survey-rounds`: for Kitas and providers the opened rounds that ask them; for the office all. */
export const listMyRounds =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const isOffice = roundStanding(asker) !== undefined;
    const names = ownUnits(asker);
    const items: Item[] = [];
    if (isOffice || names.length > 0)
      for (const n of YEARS)
        for await (const head of headsOf(
          deps.store,
          'survey-round',
          String(Number(deps.clock.now().slice(0, 4)) + n),
        )) {
          const units = head.about.openedAt ? await unitsShown(deps, head, names) : [];
          if (isOffice || units.length > 0) items.push(shown(head, units));
        }
    return { body: { items } };
  };
