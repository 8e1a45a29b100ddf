import { standingOf } from '../../../domain/forms/behaviours.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { SessionAbout } from '../../../domain/forms/committee-session/about.ts';
import type { Actor } from '../../../domain/submission/log.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { marked, unmarked } from '../../cases/session-mark.ts';
import { ConflictError, FieldsError } from '../../runtime/errors.ts';
import type { Store } from '../../store/client.ts';
import { type HeadChange, putHead, readHead } from '../../store/heads.ts';
import type { Write } from '../../store/transact.ts';

type Items = SessionAbout['items'];

const readCase = async (store: Store, id: string): Promise<BudgetHead | undefined> => {
  const head = await readHead(store, id);
  return head?.form === 'budget-application' ? head : undefined;
};

const written = (store: Store, before: BudgetHead, change: Required<HeadChange<BudgetHead>>): Write[] => [
  putHead(store, change.head, before.rev),
  ...change.with,
];

/**
 * Whether a case that is wanted in a session must be marked for it. One that lies in another session is refused: with that one
 * it is resolved on. One that has left the committee stays on the agenda, where somebody sees it and takes it off.
 * @throws ConflictError, FieldsError
 */
const isToMark = (
  now: BudgetHead | undefined,
  { session, isNew, asker, n }: { session: string; isNew: boolean; asker: KnownAsker; n: number },
): now is BudgetHead => {
  if (now?.about.session === session) return false;
  const isHere = now?.at === 'committee' && standingOf(asker, now)?.roles.includes('committee');
  if (isHere && !now.about.session) return true;
  if (!isNew) return false;
  if (isHere) throw new ConflictError('in-other-session', { version: now.version, at: now.at });
  throw new FieldsError([{ path: ['items', n, 'case'], message: 'not-with-committee' }]);
};

/**
 * The writes that belong to a session's new items: cases that come are marked, those that go are free again, each under the
 * condition that nobody wrote it meanwhile.
 */
export const markCases = async (
  store: Store,
  session: string,
  { before, after }: { before: Items; after: Items },
  { asker, at }: { asker: KnownAsker; at: string },
): Promise<Write[]> => {
  const by: Actor = { person: asker.id };
  const known = new Set(before.map((item) => item.case));
  const wanted = new Set(after.map((item) => item.case));
  const heads = new Map(
    await Promise.all(
      [...new Set([...known, ...wanted])].map(async (id) => [id, await readCase(store, id)] as const),
    ),
  );
  const coming = after.flatMap((item, n) => {
    const now = heads.get(item.case);
    const isNew = !known.has(item.case);
    return isToMark(now, { session, isNew, asker, n })
      ? written(store, now, marked(store, now, { session, at, by }))
      : [];
  });
  const going = before.flatMap((item) => {
    const now = wanted.has(item.case) ? undefined : heads.get(item.case);
    return now?.about.session === session
      ? written(store, now, unmarked(store, now, { session, at, by, what: 'unscheduled' }))
      : [];
  });
  return [...coming, ...going];
};
