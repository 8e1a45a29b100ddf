import { api } from '../runtime/http/api.ts';
import { saveCounts } from './activities/save-counts.ts';
import { setReport } from './activities/set-report.ts';
import { showActivities } from './activities/show-counts.ts';
import { beginAmendment } from './amendments/begin-amendment.ts';
import { cosign } from './applications/cosign.ts';
import { saveDraft } from './applications/save-draft.ts';
import { showFile } from './applications/show-file.ts';
import { submit } from './applications/submit.ts';
import { listBudgetEntries } from './budgets/list-entries.ts';
import { setBudget } from './budgets/set-budget.ts';
import { showBehind } from './budgets/show-behind.ts';
import { showBudget } from './budgets/show-budget.ts';
import { showClosing } from './budgets/show-closing.ts';
import { showOverview } from './budgets/show-overview.ts';
import { confirmCorrection } from './corrections/confirm-correction.ts';
import { listBudgetCorrections } from './corrections/list-corrections.ts';
import { proposeCorrection } from './corrections/propose-correction.ts';
import { rejectCorrection } from './corrections/reject-correction.ts';
import { decide } from './decide.ts';
import type { PortalDeps } from './deps.ts';
import { recordResolution } from './distributions/record-resolution.ts';
import { saveScenario } from './distributions/save-scenario.ts';
import { showDistribution } from './distributions/show-distribution.ts';
import { showShares } from './distributions/show-shares.ts';
import { withdrawOne } from './distributions/withdraw-scenario.ts';
import { listYearsGoals } from './goals/list-goals.ts';
import { saveGoal } from './goals/save-goal.ts';
import { showGoal } from './goals/show-goal.ts';
import { listImports } from './imports/list-imports.ts';
import { listCandidates } from './list-candidates.ts';
import { listSubmissions } from './list-submissions.ts';
import { listTasks } from './list-tasks.ts';
import { bookImport } from './payments/book-import.ts';
import { changePayee, confirmPayee, rejectPayee } from './payments/change-payee.ts';
import { exportOrders } from './payments/export-orders.ts';
import { listExports } from './payments/list-exports.ts';
import { planAdvances } from './payments/plan-advances.ts';
import { showGrant } from './payments/show-grant.ts';
import { showOrder } from './payments/show-order.ts';
import { clarify, listClarifications } from './payments/unclear-bookings.ts';
import { saveProof } from './proofs/save-proof.ts';
import { showProof } from './proofs/show-proof.ts';
import { submitProof } from './proofs/submit-proof.ts';
import { saveSession } from './sessions/save-session.ts';
import { showSession } from './sessions/show-session.ts';
import { showLog } from './show-log.ts';
import { showMe } from './show-me.ts';
import { showSubmission } from './show-submission.ts';
import { showStatistics } from './statistics/show-statistics.ts';
import { extendUnit } from './surveys/extend-unit.ts';
import { listMyRounds } from './surveys/list-my-rounds.ts';
import { saveInstitution } from './surveys/save-institution.ts';
import { saveRound } from './surveys/save-round.ts';
import { showInstitution } from './surveys/show-institution.ts';
import { showRound } from './surveys/show-round.ts';
import { submitInstitution } from './surveys/submit-institution.ts';
import { makeRiseAmendments } from './tariff-rises/make-amendments.ts';
import { previewRise } from './tariff-rises/preview-rise.ts';

/** The API for everyone who logs in. It holds no right to open sealed content. */
export const create = (deps: PortalDeps) =>
  api('portal', deps, {
    'GET /api/me': showMe(deps),
    'GET /api/tasks': listTasks(deps),
    'GET /api/submissions': listSubmissions(deps),
    'GET /api/submissions/{id}': showSubmission(deps),
    'GET /api/submissions/{id}/log': showLog(deps),
    'GET /api/submissions/{id}/candidates': listCandidates(deps),
    'POST /api/submissions/{id}/decisions': decide(deps),
    'GET /api/budgets/{year}': showBudget(deps),
    'PUT /api/budgets/{year}': setBudget(deps),
    'GET /api/budgets/{year}/overview': showOverview(deps),
    'GET /api/budgets/{year}/overview/applications': showBehind(deps),
    'GET /api/budgets/{year}/closing': showClosing(deps),
    'GET /api/budgets/{year}/entries': listBudgetEntries(deps),
    'GET /api/budgets/{year}/corrections': listBudgetCorrections(deps),
    'POST /api/budgets/{year}/corrections': proposeCorrection(deps),
    'POST /api/budgets/{year}/corrections/{id}/confirmation': confirmCorrection(deps),
    'POST /api/budgets/{year}/corrections/{id}/rejection': rejectCorrection(deps),
    'GET /api/distributions/{year}': showDistribution(deps),
    'POST /api/distributions/{year}/scenarios/{id}/withdrawal': withdrawOne(deps),
    'PUT /api/distributions/{year}/scenarios/{id}': saveScenario(deps),
    'POST /api/distributions/{year}/resolution': recordResolution(deps),
    'GET /api/distributions/{year}/shares': showShares(deps),
    'GET /api/goals': listYearsGoals(deps),
    'PUT /api/goals/{id}': saveGoal(deps),
    'GET /api/goals/{id}': showGoal(deps),
    'GET /api/activity-counts': showActivities(deps),
    'PUT /api/activity-counts/{id}': saveCounts(deps),
    'PUT /api/activity-reports/{year}': setReport(deps),
    'GET /api/imports': listImports(deps),
    'GET /api/budget-applications/{id}/payments': showGrant(deps),
    'POST /api/budget-applications/{id}/advances': planAdvances(deps),
    'POST /api/budget-applications/{id}/payee': changePayee(deps),
    'POST /api/budget-applications/{id}/payee/confirmation': confirmPayee(deps),
    'POST /api/budget-applications/{id}/payee/rejection': rejectPayee(deps),
    'POST /api/imports/{id}/booking': bookImport(deps),
    'GET /api/payment-orders/{id}': showOrder(deps),
    'GET /api/payment-clarifications': listClarifications(deps),
    'POST /api/payment-clarifications/{id}/answer': clarify(deps),
    'GET /api/payment-exports': listExports(deps),
    'POST /api/payment-exports/{id}': exportOrders(deps),
    'GET /api/statistics': showStatistics(deps),
    'PUT /api/committee-sessions/{id}': saveSession(deps),
    'GET /api/committee-sessions/{id}': showSession(deps),
    'PUT /api/proofs-of-use/{id}': saveProof(deps),
    'GET /api/proofs-of-use/{id}': showProof(deps),
    'POST /api/proofs-of-use/{id}/submission': submitProof(deps),
    'GET /api/survey-rounds': listMyRounds(deps),
    'PUT /api/survey-rounds/{id}': saveRound(deps),
    'GET /api/survey-rounds/{id}': showRound(deps),
    'POST /api/survey-rounds/{id}/extensions': extendUnit(deps),
    'PUT /api/kita-surveys/{id}': saveInstitution(deps, 'kita-survey'),
    'GET /api/kita-surveys/{id}': showInstitution(deps, 'kita-survey'),
    'POST /api/kita-surveys/{id}/submission': submitInstitution(deps, 'kita-survey'),
    'PUT /api/provider-surveys/{id}': saveInstitution(deps, 'provider-survey'),
    'GET /api/provider-surveys/{id}': showInstitution(deps, 'provider-survey'),
    'POST /api/provider-surveys/{id}/submission': submitInstitution(deps, 'provider-survey'),
    'PUT /api/budget-applications/{id}': saveDraft(deps),
    'GET /api/budget-applications/{id}': showFile(deps),
    'POST /api/budget-applications/{id}/submission': submit(deps),
    'POST /api/budget-applications/{id}/cosignatures': cosign(deps),
    'POST /api/budget-applications/{id}/amendments': beginAmendment(deps),
    'POST /api/tariff-rises/{id}/preview': previewRise(deps),
    'POST /api/tariff-rises/{id}/amendments': makeRiseAmendments(deps),
  });
