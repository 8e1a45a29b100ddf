import { NO_HOLDING } from '../../../domain/budget/holding.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import type { BudgetApplicationDraft } from '../../../domain/forms/budget-application/draft.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { changedUnnamed } from '../../../domain/forms/budget-application/reopened.ts';
import { begin, touch } from '../../../domain/process/apply-act.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { placed, positionOf } from '../../../domain/submission/next-head.ts';
import { newestProcess, processOf } from '../../../domain/submission/process-of.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { requireId } from '../../runtime/http/require-id.ts';
import { putDraft, readVersion } from '../../store/applications.ts';
import { notErased } from '../../store/erase.ts';
import { changeHeadOf, headItem, readHead } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { owing } from '../../store/owe.ts';
import { transact } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';
import { seenState } from '../seen-state.ts';
import { readWriting } from './read-writing.ts';

/** What the head says of a draft: no year is next year's, the year that most apply for. */
const aboutOf = (draft: BudgetApplicationDraft, today: string) => ({
  kitas: draft.kitas ?? [],
  year: draft.year ?? Number(today.slice(0, 4)) + 1,
  ...(draft.purpose && { purpose: draft.purpose }),
});

const newHead = (id: string, draft: BudgetApplicationDraft, asker: KnownAsker, now: string): BudgetHead => {
  const process = newestProcess('budget-application');
  return {
    id,
    form: 'budget-application',
    process: { name: process.name, version: process.version },
    version: 1,
    rev: 1,
    createdAt: now,
    ...begin(process, now),
    run: 1,
    runSince: now,
    excluded: [],
    log: { n: 0, hash: '' },
    owed: {},
    about: {
      ...aboutOf(draft, dateOf(now)),
      provider: asker.provider ?? '',
      saved: 1,
      savedBy: asker.id,
      savedAt: now,
      sent: 0,
      electronicNotice: false,
      notes: 0,
      acted: [],
      money: NO_HOLDING,
      turns: [],
      cosigned: [],
      attachments: [],
      unstaffed: [],
    },
  };
};

/**
 * @returns undefined when there is one under this id already
 * @throws ConflictError for the id of what was deleted
 */
const create = async (
  { store, clock }: PortalDeps,
  id: string,
  draft: BudgetApplicationDraft,
  asker: KnownAsker,
): Promise<BudgetHead | undefined> => {
  const now = clock.now();
  const head = newHead(id, draft, asker, now);
  const first = logged(store, head, { at: now, by: { person: asker.id }, what: 'drafted', to: head.at });
  const writes = [
    {
      Put: {
        TableName: store.table,
        Item: headItem(owing(first.head, now, { 'start-1': { do: 'start', run: 1 } })),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...first.with,
    putDraft(store, id, draft),
    notErased(store, id),
  ];
  const failed = await transact(store, writes);
  if (failed?.index === writes.length - 1) throw new ConflictError('erased');
  return failed ? undefined : head;
};

/** Steps in which the provider writes. */
const isOpen = ({ at }: BudgetHead) => at === 'draft' || at === 'queries';

const conflict = async ({ registers }: PortalDeps, { about, at }: BudgetHead) => {
  const by = (await registers.people()).find(({ id }) => id === about.savedBy)?.name;
  return new ConflictError('changed-meanwhile', { version: about.saved, at, ...(by && { by }) });
};

/** While queries are open, nothing but the named fields may differ from what was sent. @throws FieldsError */
const requireReopened = async ({ store }: PortalDeps, head: BudgetHead, draft: BudgetApplicationDraft) => {
  if (head.at !== 'queries') return;
  const sent = await readVersion(store, head.id, head.about.sent);
  const wrong = changedUnnamed(sent ?? {}, draft, head.about.reopened ?? []);
  if (wrong.length > 0)
    throw new FieldsError(wrong.map((path) => ({ path: path.split('.'), message: 'not-reopened' })));
};

const isSaved = async ({ store }: PortalDeps, head: BudgetHead, draft: BudgetApplicationDraft) =>
  canonicalText(await readWriting(store, head)) === canonicalText(draft);

const save = (
  deps: PortalDeps,
  id: string,
  draft: BudgetApplicationDraft,
  { asker, seen }: { asker: KnownAsker; seen: number | undefined },
) => {
  const at = deps.clock.now();
  return changeHeadOf(deps.store, 'budget-application', id, async (now) => {
    if (now.about.provider !== asker.provider) throw new NotFoundError('not theirs');
    if (!isOpen(now)) throw new ConflictError('sent-already', { version: now.version, at: now.at });
    if (seen !== now.about.saved) {
      // The same once more, because the answer to the first time was lost: nothing is to be done.
      if (await isSaved(deps, now, draft)) return undefined;
      throw await conflict(deps, now);
    }
    await requireReopened(deps, now, draft);
    // The year names the ledger that the money stands in: it stays once the application was sent.
    // So do year and purpose of an amendment: they are its grant's.
    const { amends, year, purpose, ...rest } = now.about;
    const named = amends
      ? { amends, year, ...(purpose && { purpose }), kitas: draft.kitas ?? [] }
      : aboutOf(draft, dateOf(at));
    const about = now.at === 'draft' ? named : {};
    const touched = placed(now, touch(processOf(now), positionOf(now), at));
    return {
      head: {
        ...touched,
        about: {
          ...(now.at === 'draft' ? { ...rest, year } : now.about),
          ...about,
          saved: now.about.saved + 1,
          savedBy: asker.id,
          savedAt: at,
        },
      },
      with: [putDraft(deps.store, id, draft)],
    };
  });
};

/**
 * `PUT /api/budget-applications/{id}`: several people of one provider write on one draft; who saves from an old state gets
 * 409 and loses nothing, for the page shows the difference. Drafts are not logged: the log speaks of what was sent.
 */
export const saveDraft =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const id = requireId(request.params.id);
    const draft = request.body as BudgetApplicationDraft;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('provider') || !asker.provider) throw new ForbiddenError('other-role');
    const seen = seenState(request.ifMatch);
    const isThere = (await readHead(deps.store, id)) !== undefined;
    const created = !isThere && seen === undefined ? await create(deps, id, draft, asker) : undefined;
    const head = created ?? (await save(deps, id, draft, { asker, seen }));
    if (!head) throw new NotFoundError('no such application');
    const { saved, savedAt } = head.about;
    return {
      status: created ? 201 : 200,
      body: { id, saved, savedAt },
      headers: { etag: `"${saved}"` },
    };
  };
