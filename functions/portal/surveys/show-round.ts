import type { RoundFile } from '../../../domain/api/survey-rounds.ts';
import { dayBefore } from '../../../domain/calendar/due.ts';
import type { RoundHead } from '../../../domain/forms/survey-round/particulars.ts';
import { lastDayOf, stateOfUnit } from '../../../domain/forms/survey-round/unit-end.ts';
import { possibleActions } from '../../../domain/process/apply-act.ts';
import type { Head } from '../../../domain/submission/head.ts';
import { processOf } from '../../../domain/submission/process-of.ts';
import type { RoundUnit } from '../../../domain/survey/round-unit.ts';
import { unitName } from '../../../domain/survey/unit.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { institutionIdOf, isAskedByForm } from '../../cases/institution-form.ts';
import { NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import type { Store } from '../../store/client.ts';
import { readHeads } from '../../store/head-lists.ts';
import { readHead } from '../../store/heads.ts';
import { submissionPk } from '../../store/keys.ts';
import { readUnits } from '../../store/rounds.ts';
import type { PortalDeps } from '../deps.ts';

/** A form as the lists of rounds show it. */
export const formShown = ({ id, at, due }: Head) => ({ id, at, ...(due && { due }) });

/** The forms of units, by their ids. */
export const formsOf = async (store: Store, round: RoundHead, units: readonly RoundUnit[]) => {
  const ids = units
    .filter((unit) => isAskedByForm(round, unit))
    .map((unit) => submissionPk(institutionIdOf(round.id, unit)));
  return new Map((await readHeads(store, ids)).map((head) => [head.id, head]));
};

const unitsShown = async ({ store, clock }: PortalDeps, head: RoundHead): Promise<RoundFile['units']> => {
  const units = (await readUnits(store, head.id)).sort((a, b) => a.name.localeCompare(b.name, 'de'));
  const forms = await formsOf(store, head, units);
  return units.map((unit) => {
    const name = unitName(unit);
    const form = forms.get(institutionIdOf(head.id, unit));
    return {
      ...unit,
      unit: name,
      until: lastDayOf(head.about, name),
      extended: Object.hasOwn(head.about.extensions, name),
      state: stateOfUnit(head, name, clock.now()),
      ...(form && { form: formShown(form) }),
    };
  });
};

/** `GET /api/survey-rounds/{id}`: whom it asks, with links, last days and where the institutions' forms stand. */
export const showRound =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const { head, standing } = await openFor(deps, asker, request.params.id);
    if (head.form !== 'survey-round') throw new NotFoundError('no round');
    const { extensions: _extensions, units: _units, previous, savedBy, ...about } = head.about;
    const before = previous && (await readHead(deps.store, previous));
    const name = (await deps.registers.people()).find(({ id }) => id === savedBy)?.name;
    const body: RoundFile = {
      id: head.id,
      version: head.version,
      at: head.at,
      ...about,
      savedBy: name ?? savedBy,
      ...(before &&
        before.form === 'survey-round' && { previous: { id: before.id, year: before.about.year } }),
      ...(head.at === 'published' && head.due && { eraseOn: dayBefore(head.due) }),
      actions: possibleActions(processOf(head), head.at, standing.roles),
      units: await unitsShown(deps, head),
    };
    return { body, headers: { etag: `"${about.saved}"` } };
  };
