import { describe, expect, it } from 'vitest';
import { budgetApplicationV1 } from '../../../../domain/forms/budget-application/process.ts';
import { knows } from '../texts.ts';
import { type Phase, phaseStates } from './phases.ts';

const steps = [...Object.keys(budgetApplicationV1.steps), ...budgetApplicationV1.ends];
const shown = (step: string, reached: Phase = 'notice') =>
  phaseStates(step, reached).map(({ phase, state }) => `${phase} ${state}`);

describe('the phases of an application', () => {
  it('are gone through one after the other', () => {
    expect(shown('queries')).toEqual([
      'draft done',
      'check now',
      'decision later',
      'notice later',
      'end later',
    ]);
    expect(shown('final')).toEqual(['draft done', 'check done', 'decision done', 'notice done', 'end now']);
  });

  it('end where an application ended that never came to a decision', () => {
    expect(shown('withdrawn', 'check')).toEqual(['draft done', 'check done', 'end now']);
    expect(shown('expired', 'draft')).toEqual(['draft done', 'end now']);
  });

  it.each(steps)('say of %s where it belongs, and in plain words what it is', (step) => {
    expect(phaseStates(step, 'notice').filter(({ state }) => state === 'now')).toHaveLength(1);
    expect(knows(`state.${step}`)).toBe(true);
  });
});
