import type * as z from 'zod/mini';
import type { SavedCounts } from '../../../domain/activities/counts.ts';
import type { countsSent } from '../../../domain/api/activities.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { putCounts, readCounts, yearIsOpen } from '../../store/activities.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';
import { seenState } from '../seen-state.ts';
import { owedIn } from './owed.ts';

const ID = /^(20[2-9]\d-(?:0[1-9]|1[0-2]))\.([a-z0-9-]{1,60})$/;

/** Month and Kita of an id, if the person was responsible there on a day of that month. @throws NotFoundError */
const ownPlace = async (deps: PortalDeps, person: string, id: string | undefined) => {
  const [, month = '', kitaId = ''] = ID.exec(id ?? '') ?? [];
  const kita = await deps.registers.kita(kitaId);
  const owed = kita && month ? await owedIn(deps, Number(month.slice(0, 4))) : [];
  const isOwn = owed.some((one) => one.kita === kitaId && one.month === month && one.people.includes(person));
  // A Kita that is not there and one that is somebody else's look alike.
  if (!kita || !isOwn) throw new NotFoundError('not an own Kita in that month');
  return { month, kita: kita.id, municipality: kita.municipality };
};

/**
 * `PUT /api/activity-counts/{id}`: a social worker counts a month in an own Kita. It may be corrected until the coordinator closes the
 * year. Sending the same twice is harmless.
 */
export const saveCounts =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { store, clock } = deps;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('social-worker')) throw new ForbiddenError('other-role');
    const place = await ownPlace(deps, asker.id, request.params.id);
    const at = clock.now();
    if (place.month > dateOf(at).slice(0, 7))
      throw new FieldsError([{ path: ['id'], message: 'date-future' }]);
    const { counts } = request.body as z.infer<typeof countsSent>;
    const now = await readCounts(store, { ...place, person: asker.id });
    const answer = ({ version, at: savedAt }: SavedCounts) => ({
      body: { id: request.params.id, version, at: savedAt },
      headers: { etag: `"${version}"` },
    });
    const seen = seenState(request.ifMatch) ?? 0;
    const isKept = now !== undefined && canonicalText(now.counts) === canonicalText(counts);
    if (isKept && seen !== now.version) return answer(now);
    const stale = new ConflictError('changed-meanwhile', { version: now?.version ?? 0, at: now?.at ?? '' });
    if (seen !== (now?.version ?? 0)) throw stale;
    const one: SavedCounts = { ...place, person: asker.id, version: seen + 1, counts, at };
    const failed = await transact(store, [
      hasRole(store, asker.id, 'social-worker'),
      yearIsOpen(store, place.month),
      putCounts(store, one),
    ]);
    if (failed?.index === 0) throw new ForbiddenError('other-role');
    if (failed?.index === 1) throw new ConflictError('activities-closed');
    if (failed) throw stale;
    return answer(one);
  };
