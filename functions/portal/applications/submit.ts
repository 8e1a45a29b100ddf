import type * as z from 'zod/mini';
import { changedFixed } from '../../../domain/amendments/amendable.ts';
import type { submission } from '../../../domain/api/budget.ts';
import { standingOf } from '../../../domain/forms/behaviours.ts';
import {
  type BudgetApplicationAnswers,
  budgetApplicationAnswers,
} from '../../../domain/forms/budget-application/answers.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { conceptIssues, kitaIssues } from '../../../domain/forms/budget-application/register-rules.ts';
import { changedUnnamed } from '../../../domain/forms/budget-application/reopened.ts';
import { totalsOf } from '../../../domain/forms/budget-application/totals.ts';
import type { Issue } from '../../../domain/languages/problem.ts';
import type { Group } from '../../../domain/survey/group.ts';
import { readResultName } from '../../../domain/survey/result-name.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { decided } from '../../cases/decide.ts';
import { readGranted } from '../../cases/read-granted.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import { issuesOf } from '../../runtime/http/parse-body.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { putVersion, readVersion } from '../../store/applications.ts';
import type { Store } from '../../store/client.ts';
import { listGoals } from '../../store/goals.ts';
import { ConditionFailedError, changeHeadOf, readHead } from '../../store/heads.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { readFrozen } from '../../store/survey-results.ts';
import { frameConflict } from '../decisions/frame-conflict.ts';
import type { PortalDeps } from '../deps.ts';
import { submissionAnswer } from '../submission-answer.ts';
import { readWriting } from './read-writing.ts';

/** Goals of its year that the county still pursues. What was named before stays named, whatever became of the goal. */
const goalIssues = async (
  store: Store,
  { year, countyGoals = [] }: BudgetApplicationAnswers,
  sent: BudgetApplicationAnswers | undefined,
): Promise<Issue[]> => {
  const isNamed = new Set(sent?.countyGoals);
  if (countyGoals.every((id) => isNamed.has(id))) return [];
  const goals = (await listGoals(store, year)).filter(({ goal }) => !goal.dropped);
  const there = new Set(goals.flatMap(({ goal }) => goal.fine.map(({ id }) => id)));
  return countyGoals.flatMap((id, n) =>
    there.has(id) || isNamed.has(id) ? [] : [{ path: ['countyGoals', n], message: 'unknown-choice' }],
  );
};

/** Only what a round asked is a result. What was named before stays named. */
const resultIssues = async (
  store: Store,
  { surveyResults = [] }: BudgetApplicationAnswers,
  sent: BudgetApplicationAnswers | undefined,
): Promise<Issue[]> => {
  const isNamed = new Set(sent?.surveyResults);
  const isThere = async (name: string) => {
    const of = readResultName(name);
    const frozen = of && (await readFrozen(store, of.round));
    return frozen?.groups.includes(of?.group as Group) === true;
  };
  const found = await Promise.all(surveyResults.map((name) => isNamed.has(name) || isThere(name)));
  return found.flatMap((is, n) => (is ? [] : [{ path: ['surveyResults', n], message: 'unknown-choice' }]));
};

/** What the form alone cannot know: whose Kitas they are, whether a concept holds, whether every file was taken. */
const registerIssues = async (
  { registers, store }: PortalDeps,
  answers: BudgetApplicationAnswers,
  { about }: BudgetHead,
  { grant, sent }: { grant: BudgetHead | undefined; sent: BudgetApplicationAnswers | undefined },
): Promise<Issue[]> => {
  const [provisions, { budget }] = await Promise.all([registers.provisions(), registers.county()]);
  const concepts = budget.concepts.map(({ resolvedOn, validFrom: from, validTo: to }) => ({
    resolvedOn,
    from,
    to,
  }));
  const taken = about.attachments.filter(({ state }) => state === 'clean').map(({ id }) => id);
  const files = (answers.attachments ?? []).flatMap((id, n): Issue[] =>
    taken.includes(id) ? [] : [{ path: ['attachments', n], message: 'file-not-taken' }],
  );
  // A Kita that was granted for may have changed its provider since: the grant for it has ended that day.
  const had = grant?.about.kitas ?? [];
  const foreign = kitaIssues(answers, about.provider, provisions).filter(
    ({ path }) => !had.includes(answers.kitas[Number(path[1])] ?? ''),
  );
  return [
    ...foreign,
    ...conceptIssues(answers, concepts),
    ...files,
    ...(await goalIssues(store, answers, sent)),
    ...(await resultIssues(store, answers, sent)),
  ];
};

/** The grant that an amendment is about, as it stands; undefined for an application of its own. */
const grantOf = async ({ store }: PortalDeps, { about }: BudgetHead): Promise<BudgetHead | undefined> => {
  if (!about.amends) return undefined;
  const grant = await readHead(store, about.amends.application);
  if (grant?.form !== 'budget-application') throw new NotFoundError('the grant is gone');
  return grant;
};

/** An amendment leaves alone whose grant of which year it is, and whom it is paid to. */
const fixedIssues = (
  granted: BudgetApplicationAnswers | undefined,
  answers: BudgetApplicationAnswers,
): Issue[] => {
  if (!granted) return [];
  return changedFixed(granted, answers).map((path) => ({ path: path.split('.'), message: 'not-amendable' }));
};

/** Whoever applies, applies for something; an amendment may come down to nothing. */
const sumIssues = (answers: BudgetApplicationAnswers, { about }: BudgetHead, fullWeek: number): Issue[] =>
  about.amends || totalsOf(answers, fullWeek).total > 0
    ? []
    : [{ path: ['positions'], message: 'nothing-applied-for' }];

/** The saved draft as it may be sent. @throws FieldsError with everything that is wrong, by path */
const checked = async (
  deps: PortalDeps,
  head: BudgetHead,
  grant: BudgetHead | undefined,
): Promise<BudgetApplicationAnswers> => {
  const draft = await readWriting(deps.store, head);
  const parsed = budgetApplicationAnswers.safeParse(draft ?? {});
  if (!parsed.success) throw new FieldsError(issuesOf(parsed.error));
  const { budget } = await deps.registers.county();
  const sent = head.about.sent > 0 ? await readVersion(deps.store, head.id, head.about.sent) : undefined;
  const granted = grant && (await readGranted(deps.store, grant));
  const issues = [
    ...sumIssues(parsed.data, head, budget.fullWeek),
    ...(await registerIssues(deps, parsed.data, head, { grant, sent: sent ?? granted })),
    ...fixedIssues(granted, parsed.data),
  ];
  if (head.at === 'queries') {
    const wrong = changedUnnamed(sent ?? {}, parsed.data, head.about.reopened ?? []);
    issues.push(...wrong.map((path) => ({ path: path.split('.'), message: 'not-reopened' })));
  }
  if (issues.length > 0) throw new FieldsError(issues);
  return parsed.data;
};

const ACTIONS: Record<string, 'submit' | 'correct'> = { draft: 'submit', queries: 'correct' };

/**
 * `POST /api/budget-applications/{id}/submission`: the saved state becomes a version that never changes; the sum is requested
 * in the ledger of its year in the same transaction.
 */
export const submit =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { saved } = request.body as z.infer<typeof submission>;
    const asker = await askerOf(deps, request);
    const { head: seen, standing } = await openFor(deps, asker, request.params.id);
    if (seen.form !== 'budget-application') throw new NotFoundError('no application');
    if (!standing.roles.includes('provider')) throw new ForbiddenError('other-role');
    const county = await deps.registers.county();
    const at = deps.clock.now();
    try {
      const head = await changeHeadOf(deps.store, 'budget-application', seen.id, async (now) => {
        const action = ACTIONS[now.at];
        if (!action) throw new ConflictError('sent-already', { version: now.version, at: now.at });
        if (now.about.saved !== saved)
          throw new ConflictError('changed-meanwhile', { version: now.about.saved, at: now.at });
        const grant = await grantOf(deps, now);
        const answers = await checked(deps, now, grant);
        const { kitas, shares, purpose, electronicNotice = false } = answers;
        const { total: applied } = totalsOf(answers, county.budget.fullWeek);
        const change = decided(deps.store, now, {
          act: { kind: 'action', step: now.at, action, as: 'provider' },
          by: { person: asker.id },
          at,
          county,
          particulars: { sent: { kitas, shares, purpose, applied, electronicNotice }, amended: grant },
        });
        return {
          ...change,
          with: [
            ...change.with,
            putVersion(deps.store, now.id, now.about.sent + 1, answers),
            hasRole(deps.store, asker.id, 'provider'),
          ],
        };
      });
      if (!head) throw new NotFoundError('the application is gone');
      return { body: await submissionAnswer(deps, head, asker, standingOf(asker, head) ?? standing) };
    } catch (error) {
      if (error instanceof ConditionFailedError)
        throw (await frameConflict(deps, seen, error)) ?? new ForbiddenError('forbidden');
      throw error;
    }
  };
