import type { RoundAbout } from '../../../domain/forms/survey-round/about.ts';
import type { SurveyRoundAnswers } from '../../../domain/forms/survey-round/answers.ts';
import type { RoundHead } from '../../../domain/forms/survey-round/particulars.ts';
import { begin, touch } from '../../../domain/process/apply-act.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { placed, positionOf } from '../../../domain/submission/next-head.ts';
import { newestProcess, processOf } from '../../../domain/submission/process-of.ts';
import { latestQuestionnaire } from '../../../domain/survey/questionnaires.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { requireId } from '../../runtime/http/require-id.ts';
import { notErased } from '../../store/erase.ts';
import { ConditionFailedError, changeHeadOf, headItem, readHead } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { owing } from '../../store/owe.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';
import { seenState } from '../seen-state.ts';

type Said = Pick<RoundAbout, 'year' | 'from' | 'to' | 'groups' | 'previous'>;

const saidIn = ({ groups, previous, ...rest }: SurveyRoundAnswers): Said => ({
  ...rest,
  groups: Object.fromEntries(groups.map((group) => [group, latestQuestionnaire(group).version])),
  ...(previous && { previous }),
});

const isSaved = ({ year, from, to, groups, previous }: RoundAbout, draft: SurveyRoundAnswers) =>
  canonicalText({ year, from, to, groups, ...(previous && { previous }) }) === canonicalText(saidIn(draft));

/** Compared is with a round that can be read. @throws FieldsError */
const requirePrevious = async ({ store }: PortalDeps, id: string, { previous }: SurveyRoundAnswers) => {
  if (!previous) return;
  const head = previous === id ? undefined : await readHead(store, previous);
  if (head?.form !== 'survey-round' || !head.about.openedAt)
    throw new FieldsError([{ path: ['previous'], message: 'unknown-choice' }]);
};

interface Saving {
  id: string;
  draft: SurveyRoundAnswers;
  asker: KnownAsker;
  at: string;
  seen: number | undefined;
}

const newHead = ({ id, draft, asker, at }: Saving): RoundHead => {
  const process = newestProcess('survey-round');
  return {
    id,
    form: 'survey-round',
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
    about: { ...saidIn(draft), saved: 1, savedBy: asker.id, savedAt: at, units: 0, extensions: {} },
  };
};

/**
 * @returns undefined when there is one under this id already
 * @throws ConflictError for the id of what was deleted
 */
const create = async ({ store }: PortalDeps, saving: Saving): Promise<RoundHead | undefined> => {
  const { id, asker, at } = saving;
  const head = newHead(saving);
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
    hasRole(store, asker.id, 'coordinator'),
    notErased(store, id),
  ];
  const failed = await transact(store, writes);
  if (!failed) return head;
  if (failed.index === writes.length - 1) throw new ConflictError('erased');
  if (failed.index === 0) return undefined;
  throw new ForbiddenError('forbidden');
};

const conflict = async ({ registers }: PortalDeps, { about, at }: RoundHead) => {
  const by = (await registers.people()).find(({ id }) => id === about.savedBy)?.name;
  return new ConflictError('changed-meanwhile', { version: about.saved, at, ...(by && { by }) });
};

const change = async (deps: PortalDeps, { id, draft, asker, at, seen }: Saving) => {
  try {
    return await changeHeadOf(deps.store, 'survey-round', id, async (now) => {
      if (now.at !== 'prepare-round')
        throw new ConflictError('round-opened', { version: now.version, at: now.at });
      if (seen !== now.about.saved) {
        // The same once more, because the answer to the first time was lost: nothing is to be done.
        if (isSaved(now.about, draft)) return undefined;
        throw await conflict(deps, now);
      }
      const { previous: _previous, ...rest } = now.about;
      const about = { ...rest, ...saidIn(draft), saved: rest.saved + 1, savedBy: asker.id, savedAt: at };
      const head = { ...placed(now, touch(processOf(now), positionOf(now), at)), about };
      return { head, with: [hasRole(deps.store, asker.id, 'coordinator')] };
    });
  } catch (error) {
    throw error instanceof ConditionFailedError ? new ForbiddenError('forbidden') : error;
  }
};

/** `PUT /api/survey-rounds/{id}`: the coordinator prepares a round; who saves from an old state gets 409. What is opened stays as it is. */
export const saveRound =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const id = requireId(request.params.id);
    const draft = request.body as SurveyRoundAnswers;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('coordinator')) throw new ForbiddenError('other-role');
    await requirePrevious(deps, id, draft);
    const saving: Saving = { id, draft, asker, at: deps.clock.now(), seen: seenState(request.ifMatch) };
    const isThere = (await readHead(deps.store, id)) !== undefined;
    const made = !isThere && saving.seen === undefined ? await create(deps, saving) : undefined;
    const head = made ?? (await change(deps, saving));
    if (!head) throw new NotFoundError('no such round');
    const { saved, savedAt } = head.about;
    return { status: made ? 201 : 200, body: { id, saved, savedAt }, headers: { etag: `"${saved}"` } };
  };
