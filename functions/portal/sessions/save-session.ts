import type { SessionAbout } from '../../../domain/forms/committee-session/about.ts';
import type { CommitteeSessionDraft } from '../../../domain/forms/committee-session/answers.ts';
import { dueBySession } from '../../../domain/forms/committee-session/follow.ts';
import type { SessionHead } from '../../../domain/forms/committee-session/particulars.ts';
import { begin, touch } from '../../../domain/process/apply-act.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { placed, positionOf } from '../../../domain/submission/next-head.ts';
import { newestProcess, processOf } from '../../../domain/submission/process-of.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { requireId } from '../../runtime/http/require-id.ts';
import { notErased } from '../../store/erase.ts';
import { ConditionFailedError, changeHeadOf, headItem, readHead } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { owing } from '../../store/owe.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { isCaseWrite } from '../../store/sessions.ts';
import { pause, TransactionConflictError, transact } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';
import { seenState } from '../seen-state.ts';
import { markCases } from './mark-cases.ts';

/** What the head says of a draft; a public item has no reason why it is not. */
const aboutOf = ({
  kind,
  on,
  items = [],
}: CommitteeSessionDraft): Pick<SessionAbout, 'kind' | 'on' | 'items'> => ({
  ...(kind && { kind }),
  ...(on && { on }),
  items: items.map(({ case: of, public: isPublic, reason }) => ({
    case: of,
    ...(isPublic !== undefined && { public: isPublic }),
    ...(reason && isPublic === false && { reason }),
  })),
});

const isSaved = ({ kind, on, items }: SessionAbout, draft: CommitteeSessionDraft) =>
  canonicalText({ kind, on, items }) === canonicalText(aboutOf(draft));

const dated = (head: SessionHead, at: string): SessionHead => {
  const due = dueBySession(head.at, head.about.on, at);
  return due ? { ...head, due } : head;
};

interface Saving {
  id: string;
  draft: CommitteeSessionDraft;
  asker: KnownAsker;
  at: string;
  seen: number | undefined;
}

const newHead = ({ id, draft, asker, at }: Saving): SessionHead => {
  const process = newestProcess('committee-session');
  return {
    id,
    form: 'committee-session',
    process: { name: process.name, version: process.version },
    version: 1,
    rev: 1,
    createdAt: at,
    ...begin(process, at),
    run: 1,
    runSince: at,
    excluded: [],
    log: { n: 0, hash: '' },
    owed: {},
    about: { ...aboutOf(draft), saved: 1, savedBy: asker.id, savedAt: at, convened: 0 },
  };
};

/**
 * @returns undefined when there is one under this id already
 * @throws ConflictError for the id of what was deleted
 */
const create = async ({ store }: PortalDeps, saving: Saving): Promise<SessionHead | undefined> => {
  const { id, asker, at } = saving;
  const head = dated(newHead(saving), at);
  const first = logged(store, head, { at, by: { person: asker.id }, what: 'drafted', to: head.at });
  const writes = [
    {
      Put: {
        TableName: store.table,
        Item: headItem(owing(first.head, at, { 'start-1': { do: 'start', run: 1 } })),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...first.with,
    hasRole(store, asker.id, 'committee'),
    ...(await markCases(store, id, { before: [], after: head.about.items }, { asker, at })),
    notErased(store, id),
  ];
  const failed = await transact(store, writes);
  if (!failed) return head;
  if (failed.index === writes.length - 1) throw new ConflictError('erased');
  if (failed.index === 0) return undefined;
  throw new ConditionFailedError({ ...failed, index: failed.index - 1 }, writes[failed.index] ?? {});
};

const conflict = async ({ registers }: PortalDeps, { about, at }: SessionHead) => {
  const by = (await registers.people()).find(({ id }) => id === about.savedBy)?.name;
  return new ConflictError('changed-meanwhile', { version: about.saved, at, ...(by && { by }) });
};

const change = (deps: PortalDeps, { id, draft, asker, at, seen }: Saving) =>
  changeHeadOf(deps.store, 'committee-session', id, async (now) => {
    if (now.at !== 'prepare') throw new ConflictError('session-fixed', { version: now.version, at: now.at });
    if (seen !== now.about.saved) {
      // The same once more, because the answer to the first time was lost: nothing is to be done.
      if (isSaved(now.about, draft)) return undefined;
      throw await conflict(deps, now);
    }
    const { kind: _kind, on: _on, items: before, ...rest } = now.about;
    const about = { ...rest, ...aboutOf(draft), saved: rest.saved + 1, savedBy: asker.id, savedAt: at };
    const head = { ...placed(now, touch(processOf(now), positionOf(now), at)), about };
    const marks = await markCases(deps.store, id, { before, after: about.items }, { asker, at });
    return { head: dated(head, at), with: [hasRole(deps.store, asker.id, 'committee'), ...marks] };
  });

const ATTEMPTS = 8;

/** Whoever wrote one of the cases meanwhile made the condition of its mark fail: look again, what became of it. */
const whileCasesChange = async <T>(save: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await save();
    } catch (error) {
      if (!(error instanceof ConditionFailedError)) throw error;
      if (!isCaseWrite(error.write)) throw new ForbiddenError('other-role');
      await pause(attempt);
    }
  }
  throw new TransactionConflictError('the cases of a session kept being written by others');
};

/**
 * `PUT /api/committee-sessions/{id}`: the committee's office prepares a session. The cases on its agenda are marked in the
 * same transaction, so that none can be on two; who saves from an old state gets 409.
 */
export const saveSession =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const id = requireId(request.params.id);
    const draft = request.body as CommitteeSessionDraft;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('committee')) throw new ForbiddenError('other-role');
    const saving: Saving = { id, draft, asker, at: deps.clock.now(), seen: seenState(request.ifMatch) };
    const { head, created } = await whileCasesChange(async () => {
      const isThere = (await readHead(deps.store, id)) !== undefined;
      const made = !isThere && saving.seen === undefined ? await create(deps, saving) : undefined;
      return { head: made ?? (await change(deps, saving)), created: made !== undefined };
    });
    if (!head) throw new NotFoundError('no such session');
    const { saved, savedAt } = head.about;
    return {
      status: created ? 201 : 200,
      body: { id, saved, savedAt },
      headers: { etag: `"${saved}"` },
    };
  };
