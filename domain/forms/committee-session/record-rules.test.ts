import { describe, expect, it } from 'vitest';
import { recordIssues } from './record-rules.ts';
import type { Resolution } from './resolution.ts';

const votes = { yes: 9, no: 2, abstained: 1, biased: 0 };
const [one, two] = ['019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a', '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b'];
const item = { case: one, here: true, applied: 150_000_00 };

const issues = (
  change: Partial<Resolution>,
  { kind = 'session', decidedBy }: { kind?: 'session' | 'urgent'; decidedBy?: string } = {},
) =>
  recordIssues(
    {
      resolutions: [{ case: one, outcome: 'approved', ...(kind === 'session' && { votes }), ...change }],
      decidedBy,
    },
    kind,
    [item],
  ).map(({ path, message }) => `${path.join('.')} ${message}`);

describe('what is recorded of a session', () => {
  it('has votes for all that was resolved, with more for it than against it', () => {
    expect(issues({})).toEqual([]);
    expect(issues({ votes: undefined })).toEqual(['resolutions.0.votes required']);
    expect(issues({ votes: { ...votes, no: 9 } })).toEqual(['resolutions.0.votes no-majority']);
    expect(issues({ outcome: 'rejected', votes: { ...votes, no: 9 } })).toEqual([]);
    expect(issues({ outcome: 'deferred', votes: undefined })).toEqual([]);
  });

  it('says what was changed: a sum up to what was applied for, or conditions', () => {
    expect(issues({ outcome: 'changed' })).toEqual(['resolutions.0.amount required']);
    expect(issues({ outcome: 'changed', amount: 0 })).toEqual(['resolutions.0.amount required']);
    expect(issues({ outcome: 'changed', amount: 150_000_00 })).toEqual([]);
    expect(issues({ outcome: 'changed', amount: 150_000_01 })).toEqual([
      'resolutions.0.amount more-than-asked',
    ]);
    expect(issues({ outcome: 'changed', conditions: ['Befristet.'] })).toEqual([]);
    expect(issues({ amount: 1, conditions: ['Befristet.'] })).toEqual([
      'resolutions.0.amount unknown-field',
      'resolutions.0.conditions unknown-field',
    ]);
  });

  it('names who decided urgently instead of votes, and nobody otherwise', () => {
    expect(issues({}, { kind: 'urgent', decidedBy: 'Landrätin Muster' })).toEqual([]);
    expect(issues({ votes }, { kind: 'urgent' })).toEqual([
      'resolutions.0.votes unknown-field',
      'decidedBy required',
    ]);
    expect(issues({}, { decidedBy: 'Landrätin Muster' })).toEqual(['decidedBy unknown-field']);
  });

  it('says something of every case that is still there, once, and of no other', () => {
    const approved = (of: string): Resolution => ({ case: of, outcome: 'approved', votes });
    const codes = (resolutions: Resolution[], here: boolean) =>
      recordIssues({ resolutions }, 'session', [{ ...item, here }]).map(({ message }) => message);
    expect(codes([], true)).toEqual(['resolution-missing']);
    expect(codes([], false)).toEqual([]);
    expect(codes([approved(one), approved(one)], true)).toEqual(['repeated']);
    expect(codes([approved(one), approved(two)], true)).toEqual(['unknown-choice']);
  });
});
