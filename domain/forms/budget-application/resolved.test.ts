import { describe, expect, it } from 'vitest';
import { bindingResolution, isForCommittee, resolvedConditions } from './resolved.ts';

const session = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a';
const resolved = (outcome: 'approved' | 'changed' | 'rejected', amount: number) => ({
  session,
  outcome,
  amount,
  note: 3,
});
const changed = resolved('changed', 120_000_00);
const overtaken = { ...changed, overtaken: true as const };
const ABOVE = 100_000_00;

describe("the committee's resolution", () => {
  it('binds who decides, unless it was a refusal or the application was examined anew since', () => {
    expect(bindingResolution(undefined)).toBeUndefined();
    expect(bindingResolution(changed)).toBe(changed);
    expect(bindingResolution(resolved('approved', 168_734_56))?.amount).toBe(168_734_56);
    expect(bindingResolution(resolved('rejected', 0))).toBeUndefined();
    expect(bindingResolution(overtaken)).toBeUndefined();
  });

  it('ties a grant to the conditions of its note while it binds', () => {
    const notes = [
      { n: 2, conditions: ['Der Entwurf.'] },
      { n: 3, conditions: ['Befristet.'] },
    ];
    expect(resolvedConditions(changed, notes)).toEqual(['Befristet.']);
    expect(resolvedConditions(overtaken, notes)).toEqual([]);
    expect(resolvedConditions(undefined, notes)).toEqual([]);
    expect(resolvedConditions(changed, [{ n: 3 }])).toEqual([]);
  });

  it('is asked for above the sum of the county, and again, however small the sum, where there is none that binds', () => {
    expect(isForCommittee(undefined, ABOVE, ABOVE)).toBe(false);
    expect(isForCommittee(undefined, ABOVE + 1, ABOVE)).toBe(true);
    expect(isForCommittee(changed, ABOVE + 1, ABOVE)).toBe(false);
    expect(isForCommittee(resolved('rejected', 0), 1, ABOVE)).toBe(true);
    expect(isForCommittee(overtaken, 1, ABOVE)).toBe(true);
  });
});
