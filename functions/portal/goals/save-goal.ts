import type { Goal, SavedGoal } from '../../../domain/goals/goal.ts';
import type { Issue } from '../../../domain/languages/problem.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ConflictError, FieldsError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { requireId } from '../../runtime/http/require-id.ts';
import type { Store } from '../../store/client.ts';
import { goalWrites, listGoals, MOST_GOALS, readGoal } from '../../store/goals.ts';
import { readHead } from '../../store/heads.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import type { PortalDeps } from '../deps.ts';
import { namedBy } from '../distributions/readers.ts';
import { seenState } from '../seen-state.ts';
import { goalFor } from './show-goal.ts';

const unknown = (path: string): Issue => ({ path: [path], message: 'unknown-choice' });

/** Only rounds have results. What was pointed to before stays, whatever became of its round. */
const resultIssues = async (
  store: Store,
  { results }: Goal,
  before: SavedGoal | undefined,
): Promise<Issue[]> => {
  const known = new Set(before?.goal.results.map(({ round }) => round));
  const rounds = [...new Set(results.map(({ round }) => round))].filter((round) => !known.has(round));
  const heads = await Promise.all(rounds.map((round) => readHead(store, round)));
  return heads.every((head) => head?.form === 'survey-round') ? [] : [unknown('results')];
};

/** A goal stays in its year: another year has one of its own. */
const changeIssues = async (store: Store, goal: Goal, now: SavedGoal): Promise<Issue[]> => [
  ...(['year', 'carriedFrom'] as const).filter((key) => now.goal[key] !== goal[key]).map(unknown),
  ...(await resultIssues(store, goal, now)),
];

/** What a goal is carried over from is one of an earlier year. */
const newIssues = async (store: Store, goal: Goal): Promise<Issue[]> => {
  const { carriedFrom } = goal;
  const before = carriedFrom === undefined ? undefined : await readGoal(store, carriedFrom);
  if (carriedFrom !== undefined && !(before && before.goal.year < goal.year)) return [unknown('carriedFrom')];
  const all = await listGoals(store, goal.year);
  return [
    ...(await resultIssues(store, goal, before)),
    ...(all.length >= MOST_GOALS ? [{ path: ['text'], message: 'too-many' }] : []),
  ];
};

/** How it stands now and who saved it, for the one whose state is old. */
const savedMeanwhile = async ({ registers }: PortalDeps, now: SavedGoal | undefined) => {
  const { byName } = namedBy(await registers.people(), now?.by ?? '');
  const current = { version: now?.n ?? 0, at: now?.at ?? '', ...(byName && { by: byName }) };
  return new ConflictError('changed-meanwhile', current);
};

const isSame = (now: SavedGoal | undefined, asker: KnownAsker, goal: Goal): now is SavedGoal =>
  now?.by === asker.id && canonicalText(now.goal) === canonicalText(goal);

/**
 * `PUT /api/goals/{id}`: the coordinator saves a goal with all that hangs on it. Each save is a version that stays; who saves from
 * an old one gets 409 and loses nothing. Sending the same twice is harmless.
 */
export const saveGoal =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { store, clock } = deps;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('coordinator')) throw new ForbiddenError('other-role');
    const id = requireId(request.params.id);
    const goal = request.body as Goal;
    const now = await readGoal(store, id);
    const answer = async (one: SavedGoal) => ({
      body: await goalFor(deps, asker, one),
      headers: { etag: `"${one.n}"` },
    });
    const seen = seenState(request.ifMatch) ?? 0;
    if (seen !== (now?.n ?? 0)) {
      // The same once more, because the answer to the first time was lost.
      if (isSame(now, asker, goal)) return answer(now);
      throw await savedMeanwhile(deps, now);
    }
    const issues = now ? await changeIssues(store, goal, now) : await newIssues(store, goal);
    if (issues.length > 0) throw new FieldsError(issues);
    const one: SavedGoal = { id, n: seen + 1, goal, by: asker.id, at: clock.now() };
    const failed = await transact(store, [
      hasRole(store, asker.id, 'coordinator'),
      ...goalWrites(store, one),
    ]);
    if (failed?.index === 0) throw new ForbiddenError('other-role');
    if (failed) throw await savedMeanwhile(deps, await readGoal(store, id));
    return answer(one);
  };
