import type * as z from 'zod/mini';
import type { extension } from '../../../domain/api/survey-rounds.ts';
import { endOf } from '../../../domain/calendar/due.ts';
import { fillDates } from '../../../domain/forms/institution-survey/follow-dates.ts';
import { isInstitution } from '../../../domain/forms/institution-survey/particulars.ts';
import type { RoundHead } from '../../../domain/forms/survey-round/particulars.ts';
import { isLater, lastDayOfAll, stateOfUnit } from '../../../domain/forms/survey-round/unit-end.ts';
import { readUnit as unitIn } from '../../../domain/survey/unit.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { institutionIdOf } from '../../cases/institution-form.ts';
import { whileOthersWrite } from '../../cases/while-others-write.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import type { Store } from '../../store/client.ts';
import { ConditionFailedError, changeHeadOf, putHead, readHead } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { readUnit } from '../../store/rounds.ts';
import type { Write } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';

type Extension = z.infer<typeof extension>;

/** The form of the unit gets the same day, and a new reminder before it, if nobody has sent it. */
const formWrites = async (
  store: Store,
  round: string,
  { unit, to }: Extension,
  { at, person }: { at: string; person: string },
): Promise<Write[]> => {
  const of = unitIn(unit);
  const head = of && (await readHead(store, institutionIdOf(round, of)));
  if (!head || !isInstitution(head) || head.endedAt) return [];
  const dates = head.at === 'fill' ? fillDates(to, at) : {};
  const moved = { ...head, ...dates, about: { ...head.about, until: to } };
  const entry = logged(store, moved, { at, by: { person }, what: 'extended', ref: round });
  return [putHead(store, entry.head, head.rev), ...entry.with];
};

/** More time is given while there is some left, and into the future. @throws ConflictError, FieldsError */
const requireExtendable = (now: RoundHead, { unit, to }: Extension, at: string): void => {
  const isOver = now.at !== 'open' || stateOfUnit(now, unit, at) === 'ended';
  if (isOver) throw new ConflictError('survey-ended', { version: now.version, at: now.at });
  if (!isLater(now.about, unit, to, at)) throw new FieldsError([{ path: ['to'], message: 'not-later' }]);
};

/** `POST /api/survey-rounds/{id}/extensions`: more time for one unit, its link and its form; the round ends with the last of them. */
export const extendUnit =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const given = request.body as Extension;
    const { store, clock } = deps;
    const asker = await askerOf(deps, request);
    const { head: seen, standing } = await openFor(deps, asker, request.params.id);
    if (seen.form !== 'survey-round') throw new NotFoundError('no round');
    if (!standing.roles.includes('coordinator')) throw new ForbiddenError('other-role');
    if (!(await readUnit(store, seen.id, given.unit)))
      throw new FieldsError([{ path: ['unit'], message: 'unknown-choice' }]);
    const at = clock.now();
    try {
      await whileOthersWrite(() =>
        changeHeadOf(store, 'survey-round', seen.id, async (now) => {
          if (now.about.extensions[given.unit] === given.to) return undefined;
          requireExtendable(now, given, at);
          const about = { ...now.about, extensions: { ...now.about.extensions, [given.unit]: given.to } };
          const done = { at, by: { person: asker.id }, what: 'extended', ref: given.unit };
          const entry = logged(store, { ...now, due: endOf(lastDayOfAll(about)), about }, done);
          return {
            head: entry.head,
            with: [
              ...entry.with,
              hasRole(store, asker.id, 'coordinator'),
              ...(await formWrites(store, seen.id, given, { at, person: asker.id })),
            ],
          };
        }),
      );
    } catch (error) {
      throw error instanceof ConditionFailedError ? new ForbiddenError('forbidden') : error;
    }
    return { status: 204 };
  };
