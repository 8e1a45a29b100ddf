import { dateOf } from '../../../domain/calendar/due.ts';
import type { CalendarDate } from '../../../domain/calendar/period.ts';
import type { DecisionDraft } from '../../../domain/forms/budget-application/about.ts';
import { fileNumberOf } from '../../../domain/forms/budget-application/file-number.ts';
import { filingsOf } from '../../../domain/forms/budget-application/filings.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { AmendedFacts, NoticeFacts } from '../../../domain/notice/notice-facts.ts';
import type { County } from '../../../domain/places/county.ts';
import { readGranted } from '../../cases/read-granted.ts';
import { NotFoundError } from '../../runtime/errors.ts';
import { readNotes, readVersion } from '../../store/applications.ts';
import { readHead } from '../../store/heads.ts';
import type { DocumentsDeps } from '../deps.ts';
import { contactOf } from './contact-of.ts';

/** What happened to the application, as far as the notice names it. */
const historyOf = ({ about }: BudgetHead) => {
  const [first, ...later] = filingsOf(about).map(({ at }) => dateOf(at));
  const responded = about.acted.findLast(({ step, action }) => step === 'hearing' && action === 'respond');
  return {
    appliedOn: first ?? '',
    correctedOn: later.at(-1),
    heard: about.heard ?? false,
    respondedOn: responded && dateOf(responded.at),
    earlierSentOn: about.earlier?.at(-1)?.announced.sentOn,
  };
};

/** What the committee resolved, if that still holds, with the day of its session. */
const resolutionOf = async ({ store }: DocumentsDeps, { about }: BudgetHead) => {
  const { resolution } = about;
  if (!resolution || resolution.overtaken) return undefined;
  const session = await readHead(store, resolution.session);
  const on = session?.form === 'committee-session' ? session.about.on : undefined;
  return { outcome: resolution.outcome, on };
};

/** The grant that an amendment is about, as it was before it. */
const amendedFacts = async (
  { store }: DocumentsDeps,
  { id, about }: BudgetHead,
  { budget }: County,
): Promise<AmendedFacts | undefined> => {
  const { amends } = about;
  if (!amends) return undefined;
  const grant = await readHead(store, amends.application);
  // Never a notice of a grant in the place of one of an amendment.
  if (grant?.form !== 'budget-application') throw new NotFoundError('the grant is gone');
  const answers = await readGranted(store, grant, id);
  if (!answers) throw new NotFoundError('the grant is gone');
  const { announced, approved } = grant.about;
  return {
    grantNumber: fileNumberOf(grant, budget),
    grantedOn: announced?.sentOn ?? dateOf(approved?.at ?? grant.since),
    reason: amends.reason,
    from: amends.from,
    exOfficio: amends.exOfficio ?? false,
    left: amends.left ?? [],
    answers,
    before: amends.before,
  };
};

/**
 * Everything that the notice on a drafted decision says: answers, decision, its note, the registers.
 * @param of.signatory who issues it; without, it is a draft
 */
export const noticeFactsOf = async (
  deps: DocumentsDeps,
  head: BudgetHead,
  { decision, ...of }: { decision: DecisionDraft; date: CalendarDate; signatory: string | undefined },
): Promise<NoticeFacts> => {
  const { store, registers, noticeTexts } = deps;
  const [county, texts, kitas, people, answers, notes, resolution] = await Promise.all([
    registers.county(),
    noticeTexts(),
    registers.kitas(),
    registers.people(),
    readVersion(store, head.id, head.about.sent),
    readNotes(store, head.id),
    resolutionOf(deps, head),
  ]);
  const amended = await amendedFacts(deps, head, county);
  const note = notes.find(({ n }) => n === decision.note);
  if (!answers || !note) throw new NotFoundError('the application is gone');
  return {
    ...of,
    ...historyOf(head),
    resolution,
    ...(amended && { amends: amended }),
    county,
    texts,
    fileNumber: fileNumberOf(head, county.budget),
    answers,
    decision,
    note,
    kitas: new Map(kitas.map(({ id, name }) => [id, name])),
    contact: contactOf(note, people),
  };
};
