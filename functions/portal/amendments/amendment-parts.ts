import { leavingKitas } from '../../../domain/amendments/leaving-kitas.ts';
import { amendmentRefusal } from '../../../domain/amendments/may-amend.ts';
import type { ApplicationFile } from '../../../domain/api/budget.ts';
import type { Amounts } from '../../../domain/budget/amounts.ts';
import { differenceOf, targetOf } from '../../../domain/budget/difference.ts';
import { writtenDate } from '../../../domain/calendar/written.ts';
import type { View } from '../../../domain/forms/budget-application/access.ts';
import { fileNumberOf } from '../../../domain/forms/budget-application/file-number.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { knowsDecision } from '../../../domain/forms/budget-application/told.ts';
import { totalsOf } from '../../../domain/forms/budget-application/totals.ts';
import { readGranted } from '../../cases/read-granted.ts';
import { readDraft } from '../../store/applications.ts';
import { readHead } from '../../store/heads.ts';
import type { PortalDeps } from '../deps.ts';

type Parts = Pick<ApplicationFile, 'amends' | 'amendments'>;

const grantOf = async ({ store }: PortalDeps, id: string): Promise<BudgetHead | undefined> => {
  const head = await readHead(store, id);
  return head?.form === 'budget-application' ? head : undefined;
};

const kitaNames = async ({ registers }: PortalDeps) => {
  const kitas = await registers.kitas();
  return (id: string) => ({ id, name: kitas.find((kita) => kita.id === id)?.name ?? id });
};

/** What it comes to: as it was decided, if one may know that; else as it was applied for, or is being written. */
const sumOf = async ({ store, registers }: PortalDeps, head: BudgetHead, view: View): Promise<Amounts> => {
  const { decision, applied, fromVoluntary = 0, sent, amends } = head.about;
  if (decision && (view === 'office' || knowsDecision(head)))
    // A change that was refused leaves everything as it was.
    return decision.kind === 'refuse' && amends
      ? amends.before
      : targetOf(decision.amount, decision.voluntary);
  const { budget } = await registers.county();
  const draft = sent === 0 ? await readDraft(store, head.id) : undefined;
  const amount = draft ? totalsOf(draft, budget.fullWeek).total : (applied ?? 0);
  return targetOf(amount, fromVoluntary);
};

const amendsPart = async (deps: PortalDeps, head: BudgetHead, view: View): Promise<Parts> => {
  const { amends } = head.about;
  const grant = amends && (await grantOf(deps, amends.application));
  if (!amends || !grant) return {};
  const [{ budget }, nameOf, after] = await Promise.all([
    deps.registers.county(),
    kitaNames(deps),
    sumOf(deps, head, view),
  ]);
  const isWhole = view === 'own' || view === 'office';
  const granted = isWhole ? await readGranted(deps.store, grant, head.id) : undefined;
  return {
    amends: {
      application: grant.id,
      fileNumber: fileNumberOf(grant, budget),
      reason: amends.reason,
      ...(amends.from && { from: amends.from }),
      exOfficio: amends.exOfficio ?? false,
      effective: amends.effective ?? false,
      ...(amends.left && { left: amends.left.map(({ kita, on }) => ({ kita: nameOf(kita), on })) }),
      before: amends.before,
      difference: differenceOf(amends.before, after),
      ...(granted && { granted }),
    },
  };
};

/** The amendments that hold, oldest first. */
const holdingOf = ({ about }: BudgetHead) =>
  (about.amended ?? []).map(({ id, reason, from, at, total }) => ({
    id,
    reason,
    ...(from && { from }),
    at,
    total,
  }));

const amendmentsPart = async (deps: PortalDeps, head: BudgetHead, view: View): Promise<Parts> => {
  const { about } = head;
  if (head.at !== 'final' || (view !== 'own' && view !== 'office')) return {};
  const named = about.amendment ? await grantOf(deps, about.amendment) : undefined;
  const refusal = amendmentRefusal(head, named);
  // What amended a grant is read as long as its file is there, also when nothing of it can become otherwise any more.
  if (refusal === 'not-granted')
    return about.amended
      ? { amendments: { holding: holdingOf(head), leaving: [], positions: [], possible: false } }
      : {};
  const [granted, provisions, nameOf] = await Promise.all([
    readGranted(deps.store, head),
    deps.registers.provisions(),
    kitaNames(deps),
  ]);
  const leaving = granted ? leavingKitas(granted, about.provider, provisions) : [];
  const done = (about.amended ?? []).flatMap(({ left = [] }) => left.map(({ kita }) => kita));
  // A draft is its provider's alone.
  const isShown = named && !named.endedAt && (view === 'own' || named.about.sent > 0);
  return {
    amendments: {
      ...(isShown && { open: named.id }),
      holding: holdingOf(head),
      leaving: leaving
        .filter(({ kita }) => !done.includes(kita))
        .map(({ kita, on }) => ({ kita: nameOf(kita), on })),
      positions: (granted?.positions ?? []).map(({ id, function: what, from, to }) => ({
        id,
        name: `${what} (${writtenDate(from)} – ${writtenDate(to)})`,
      })),
      possible: refusal === undefined,
    },
  };
};

/** What the file says of amendments: of the grant that it amends, or of those of this grant. */
export const amendmentParts = async (deps: PortalDeps, head: BudgetHead, view: View): Promise<Parts> =>
  head.about.amends ? amendsPart(deps, head, view) : amendmentsPart(deps, head, view);
