import * as z from 'zod/mini';
import { totalOf } from '../../budget/amounts.ts';
import type { BudgetSettings } from '../../budget/settings.ts';
import { cents } from '../../money/cents.ts';
import type { BudgetApplicationAnswers } from '../budget-application/answers.ts';
import { providerKinds } from '../budget-application/fields.ts';
import type { BudgetHead } from '../budget-application/particulars.ts';
import { purposes } from '../budget-application/purposes.ts';
import { totalsOf } from '../budget-application/totals.ts';

const count = z.int().check(z.nonnegative());

/**
 * What a session learns of a case: the institution, the purpose, the Kitas and the sums. Sessions are public, so nothing
 * that anybody wrote in own words stands here (a name may be in it), no person, no account, and of the positions only
 * how many they are: what one costs may be what one person earns.
 */
export const caseFacts = z.strictObject({
  case: z.uuid(),
  fileNumber: z.string(),
  provider: z.strictObject({ name: z.string(), kind: z.enum(providerKinds) }),
  kitas: z.array(z.strictObject({ name: z.string(), percent: count, amount: cents })),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  purpose: z.enum(purposes),
  positions: count,
  /** Hundredths of a full-time equivalent. */
  fte: count,
  personnel: cents,
  training: cents,
  thirdParty: cents,
  /** What is applied for; `state` and `county` add up to it. */
  applied: cents,
  state: cents,
  county: cents,
  /** Of an amendment: what is granted by now, in all. */
  granted: z.optional(cents),
  /** What the office would decide: for a grant or a partial one, how much, and how much of it from the voluntary line. */
  proposed: z.optional(
    z.strictObject({ kind: z.enum(['grant', 'partial', 'refuse']), amount: cents, voluntary: cents }),
  ),
  /** How the expert opinion ends; its words are not for sessions. */
  opinion: z.optional(z.enum(['recommend', 'advise-against'])),
  /** The version of the county's concept that holds when the period begins. */
  concept: z.optional(z.strictObject({ version: z.string(), resolvedOn: z.iso.date() })),
});
export type CaseFacts = z.infer<typeof caseFacts>;

const opinionOf = ({ about }: BudgetHead): CaseFacts['opinion'] => {
  const last = about.acted.findLast(({ step }) => step === 'opinion')?.action;
  return last === 'recommend' || last === 'advise-against' ? last : undefined;
};

const conceptOf = (on: string, { concepts }: BudgetSettings): CaseFacts['concept'] => {
  const found = concepts.find(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo),
  );
  return found && { version: found.version, resolvedOn: found.resolvedOn };
};

/** What the registers and the county's settings add to a case. */
export interface Surroundings {
  budget: BudgetSettings;
  fileNumber: string;
  providerName: string;
  /** @returns undefined for a Kita that is no longer in the register */
  kitaName: (id: string) => string | undefined;
}

/** @param answers the version of the application that was sent last */
export const factsOf = (
  head: BudgetHead,
  answers: BudgetApplicationAnswers,
  { budget, fileNumber, providerName, kitaName }: Surroundings,
): CaseFacts => {
  const totals = totalsOf(answers, budget.fullWeek);
  const amounts = new Map(totals.kitas.map(({ kita, amount }) => [kita, amount]));
  const { decision } = head.about;
  const opinion = opinionOf(head);
  const concept = conceptOf(answers.period.from, budget);
  return {
    case: head.id,
    fileNumber,
    provider: { name: providerName, kind: answers.provider.kind },
    kitas: answers.shares.map(({ kita, percent }) => ({
      name: kitaName(kita) ?? kita,
      percent,
      amount: amounts.get(kita) ?? 0,
    })),
    period: answers.period,
    purpose: answers.purpose,
    positions: answers.positions.length,
    fte: totals.fte,
    personnel: totals.personnel,
    training: totals.training,
    thirdParty: totals.thirdParty,
    applied: totals.total,
    state: totals.state,
    county: totals.county,
    ...(head.about.amends && { granted: totalOf(head.about.amends.before) }),
    ...(decision && {
      proposed: { kind: decision.kind, amount: decision.amount, voluntary: decision.voluntary },
    }),
    ...(opinion && { opinion }),
    ...(concept && { concept }),
  };
};
