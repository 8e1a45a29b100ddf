import type { Change } from '../../../domain/amendments/changes.ts';
import { say } from './texts.ts';

export const reasons = ['positions', 'vacancy', 'provider-changed', 'other'] as const;
export type Reason = (typeof reasons)[number];

/** What stands in the form, as it is typed. */
export interface Begun {
  reason: string;
  from: string;
  to: string;
  position: string;
  kita: string;
}

export const EMPTY: Begun = { reason: '', from: '', to: '', position: '', kita: '' };

/** A Kita that leaves by the register, and its last day. */
export interface Leaving {
  kita: { id: string; name: string };
  on: string;
}

export const isReason = (reason: string): reason is Reason => reasons.some((one) => one === reason);

/** What is asked for each reason: a vacancy names its position and days, a Kita that leaves follows from the register. */
export const asks = (reason: string, field: keyof Begun): boolean => {
  if (field === 'reason') return true;
  if (field === 'kita') return reason === 'provider-changed';
  if (field === 'from') return reason !== 'provider-changed' && reason !== '';
  return reason === 'vacancy';
};

const MISSING = {
  reason: 'begin.reason.required',
  from: 'begin.from.required',
  to: 'begin.to.required',
  position: 'begin.position.required',
} as const;

/** What is missing, by field, in the order of the form. */
export const missingIn = (typed: Begun): [keyof typeof MISSING, string][] =>
  (Object.keys(MISSING) as (keyof typeof MISSING)[])
    .filter((field) => asks(typed.reason, field) && typed[field] === '')
    .map((field) => [field, say(MISSING[field])]);

/** The changes that follow from what was asked; what else becomes otherwise is written in the draft itself. */
export const changesIn = (
  { reason, from, to, position, kita }: Begun,
  leaving: readonly Leaving[],
): Change[] => {
  if (reason === 'vacancy') return [{ kind: 'vacancy', position, from, to }];
  const left = leaving.find((one) => one.kita.id === kita) ?? leaving[0];
  return reason === 'provider-changed' && left
    ? [{ kind: 'kita-left', kita: left.kita.id, on: left.on }]
    : [];
};
