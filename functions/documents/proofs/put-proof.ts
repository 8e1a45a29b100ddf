import { createHash } from 'node:crypto';
import type { Instant } from '../../../domain/calendar/period.ts';
import type { BudgetApplicationAnswers } from '../../../domain/forms/budget-application/answers.ts';
import { fileNumberOf } from '../../../domain/forms/budget-application/file-number.ts';
import { filingsOf } from '../../../domain/forms/budget-application/filings.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { proofOfFiling } from '../../../domain/forms/budget-application/proof-of-filing.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { NotFoundError } from '../../runtime/errors.ts';
import { readVersion } from '../../store/applications.ts';
import type { Store } from '../../store/client.ts';
import { listGoalsAt } from '../../store/goals.ts';
import type { DocumentsDeps } from '../deps.ts';
import { renderPdf } from '../render-pdf.ts';

/** The goals that a version names, as they read when it came in. */
const goalsThen = async (
  store: Store,
  { year, countyGoals = [] }: BudgetApplicationAnswers,
  at: Instant,
): Promise<Map<string, string>> => {
  const goals = countyGoals.length > 0 ? await listGoalsAt(store, year, at) : [];
  return new Map(goals.flatMap(({ goal }) => goal.fine.map(({ id, text }) => [id, text])));
};

/**
 * Renders the proof of what came in as a version, and puts it beside the application: it follows from what never changes, so
 * doing it again changes nothing.
 * @returns its SHA-256
 */
export const putProof = async (
  { store, registers, files }: DocumentsDeps,
  head: BudgetHead,
  version: number,
): Promise<string> => {
  const [{ budget }, kitas, people, answers] = await Promise.all([
    registers.county(),
    registers.kitas(),
    registers.people(),
    readVersion(store, head.id, version),
  ]);
  const filing = filingsOf(head.about)[version - 1];
  if (!answers || !filing) throw new NotFoundError('no such version');
  const { authority, department } = budget.notice;
  const document = proofOfFiling({
    authority,
    department,
    fileNumber: fileNumberOf(head, budget),
    version,
    receivedAt: filing.at,
    sentBy: people.find(({ id }) => id === filing.person)?.name ?? filing.person,
    sha256: createHash('sha256').update(canonicalText(answers)).digest('hex'),
    answers,
    fullWeek: budget.fullWeek,
    kitas: new Map(kitas.map(({ id, name }) => [id, name])),
    attachments: new Map(head.about.attachments.map(({ id, name }) => [id, name])),
    countyGoals: await goalsThen(store, answers, filing.at),
  });
  const { sha256 } = await files.put(await renderPdf(document), { submission: head.id, kind: 'pdf' });
  return sha256;
};
