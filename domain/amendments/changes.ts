import * as z from 'zod/mini';
import type { BudgetApplicationAnswers, Position } from '../forms/budget-application/answers.ts';
import { FULL_WEEK } from '../forms/budget-application/fields.ts';
import { segmentCost } from '../forms/budget-application/position-cost.ts';
import type { Issue } from '../languages/problem.ts';
import { trainingCap } from '../money/caps.ts';
import { addUp, cents } from '../money/cents.ts';
import { partHalfUp, ratio } from '../money/ratio.ts';
import { withoutKita } from './kita-left.ts';
import type { LeavingKita } from './leaving-kitas.ts';
import { risenCost, riseRule, ruleFor } from './rise.ts';
import { dayAfter, onDays, type Span } from './segments.ts';

const day = z.iso.date('date');
const id = z.string('required').check(z.minLength(1, 'required'), z.maxLength(60, 'too-long'));
const hours = z.int('hours').check(z.minimum(1, 'hours'), z.maximum(FULL_WEEK, 'hours'));

const strict = {
  error: (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};

/** What may become otherwise in a grant, by the day. Days are included; hours are hundredths, amounts cents. */
export const change = z.discriminatedUnion(
  'kind',
  [
    /** A position has other hours, costs or another pay group from a day on. Other hours alone change the cost in proportion. */
    z.strictObject(
      {
        kind: z.literal('position'),
        position: id,
        from: day,
        hours: z.optional(hours),
        annualCost: z.optional(cents),
        payGroup: z.optional(
          z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(50, 'too-long')),
        ),
      },
      strict,
    ),
    /** Nobody fills a position on these days: it costs nothing then. */
    z.strictObject({ kind: z.literal('vacancy'), position: id, from: day, to: day }, strict),
    /** A position ends on a day. */
    z.strictObject({ kind: z.literal('end'), position: id, on: day }, strict),
    /** Pay rises from a day on. */
    z.strictObject(
      {
        kind: z.literal('rise'),
        from: day,
        rules: z.array(riseRule).check(z.minLength(1, 'required'), z.maxLength(30, 'too-many')),
      },
      strict,
    ),
    /** A Kita changes its provider: the last day with this one. */
    z.strictObject({ kind: z.literal('kita-left'), kita: id, on: day }, strict),
    /** Training and third-party money of the whole period. */
    z.strictObject(
      { kind: z.literal('costs'), training: z.optional(cents), thirdParty: z.optional(cents) },
      strict,
    ),
  ],
  { error: 'unknown-choice' },
);
export type Change = z.infer<typeof change>;

/** A change that does not fit what was granted; `issue` says where, from the change on. */
export class ChangeError extends Error {
  override name = 'ChangeError';
  readonly issue: Issue;
  constructor(path: Issue['path'], message: string) {
    super(message);
    this.issue = { path, message };
  }
}

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

const requireWithin = ({ period }: BudgetApplicationAnswers, days: Record<string, string>) => {
  for (const [path, one] of Object.entries(days))
    if (one < period.from || one > period.to) throw new ChangeError([path], 'outside-period');
};

const requirePosition = ({ positions }: BudgetApplicationAnswers, position: string) => {
  if (!positions.some((row) => row.id === position)) throw new ChangeError(['position'], 'unknown-choice');
};

const positionFrom = (answers: BudgetApplicationAnswers, to: Of<'position'>): Position[] => {
  requirePosition(answers, to.position);
  requireWithin(answers, { from: to.from });
  const changed = (row: Position): Position => ({
    ...row,
    ...(to.payGroup !== undefined && { payGroup: to.payGroup }),
    ...(to.hours !== undefined && {
      hours: to.hours,
      annualCost: partHalfUp(row.annualCost, ratio(to.hours, row.hours)),
    }),
    ...(to.annualCost !== undefined && { annualCost: to.annualCost }),
  });
  const span = { from: to.from, to: answers.period.to };
  return onDays(answers.positions, span, (row) => row.id === to.position, changed);
};

const vacant = (answers: BudgetApplicationAnswers, { position, from, to }: Of<'vacancy'>): Position[] => {
  requirePosition(answers, position);
  requireWithin(answers, { from, to });
  if (to < from) throw new ChangeError(['to'], 'before-start');
  const empty = (row: Position): Position => ({ ...row, filled: false, annualCost: 0 });
  return onDays(answers.positions, { from, to }, (row) => row.id === position, empty);
};

const ended = (answers: BudgetApplicationAnswers, { position, on }: Of<'end'>): Position[] => {
  requirePosition(answers, position);
  requireWithin(answers, { on });
  const rest = { from: dayAfter(on), to: answers.period.to };
  return onDays(
    answers.positions,
    rest,
    (row) => row.id === position,
    () => undefined,
  );
};

const risen = (answers: BudgetApplicationAnswers, rise: Of<'rise'>, fullWeek: number): Position[] => {
  const span: Span = { from: rise.from, to: answers.period.to };
  // What costs nothing, because nobody fills it, does not cost more by a rise.
  const isMeant = (row: Position) => row.annualCost > 0 && ruleFor(row, rise.rules) !== undefined;
  return onDays(answers.positions, span, isMeant, (row) => {
    const rule = ruleFor(row, rise.rules);
    return rule ? { ...row, annualCost: risenCost(row, rule, fullWeek) } : row;
  });
};

const left = (
  answers: BudgetApplicationAnswers,
  { kita, on }: Of<'kita-left'>,
  gone: readonly LeavingKita[],
) => {
  const isThere = answers.kitas.includes(kita) && !gone.some((one) => one.kita === kita);
  if (!isThere) throw new ChangeError(['kita'], 'unknown-choice');
  requireWithin(answers, { on });
  // Their shares say what was spent for them, not any more how it was shared before they left.
  if (gone.some((one) => one.on > on)) throw new ChangeError(['on'], 'date-too-early');
  return withoutKita(answers, { kita, on, gone });
};

const withCosts = (answers: BudgetApplicationAnswers, { training, thirdParty }: Of<'costs'>) => ({
  ...answers,
  ...(training !== undefined && { training }),
  ...(thirdParty !== undefined && { thirdParty }),
});

interface Given {
  /** Hundredths of weekly hours of a full-time equivalent. */
  fullWeek?: number;
  /** The Kitas that left the grant before. */
  gone?: readonly LeavingKita[];
}

const afterOne = (
  answers: BudgetApplicationAnswers,
  one: Change,
  { fullWeek = FULL_WEEK, gone = [] }: Given,
): BudgetApplicationAnswers => {
  switch (one.kind) {
    case 'position':
      return { ...answers, positions: positionFrom(answers, one) };
    case 'vacancy':
      return { ...answers, positions: vacant(answers, one) };
    case 'end':
      return { ...answers, positions: ended(answers, one) };
    case 'rise':
      return { ...answers, positions: risen(answers, one, fullWeek) };
    case 'kita-left':
      return left(answers, one, gone);
    case 'costs':
      return withCosts(answers, one);
  }
};

/** Lower costs allow less training (1 % of them) and less third-party money to be deducted: both go down with them. */
const withinCaps = (answers: BudgetApplicationAnswers): BudgetApplicationAnswers => {
  const personnel = addUp(answers.positions.map((row) => segmentCost(row) ?? 0));
  const training = Math.min(answers.training, trainingCap(personnel));
  return { ...answers, training, thirdParty: Math.min(answers.thirdParty, addUp([personnel, training])) };
};

/** The Kitas for which a grant ends by some changes, in their order. */
export const leftBy = (changes: readonly Change[]): LeavingKita[] =>
  changes.flatMap((one) => (one.kind === 'kita-left' ? [{ kita: one.kita, on: one.on }] : []));

/**
 * What was granted, as it becomes by some changes, one after the other. Without a change it stays what it is.
 * @param granted as `asGranted` has it
 * @throws ChangeError, with a path that begins with the change's number, for one that does not fit
 */
export const amended = (
  granted: BudgetApplicationAnswers,
  changes: readonly Change[],
  { fullWeek, gone = [] }: Given = {},
): BudgetApplicationAnswers =>
  changes.length === 0
    ? granted
    : withinCaps(
        changes.reduce((answers, one, n) => {
          try {
            return afterOne(answers, one, { fullWeek, gone: [...gone, ...leftBy(changes.slice(0, n))] });
          } catch (error) {
            if (!(error instanceof ChangeError)) throw error;
            throw new ChangeError(['changes', n, ...error.issue.path], error.issue.message);
          }
        }, granted),
      );
