import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestQuestionnaire } from '../../survey/questionnaires.ts';
import { kitaSurveyExample } from '../kita-survey/example.ts';
import { changedUnnamed, comparedOf, institutionAnswers, institutionIssues, stillAsked } from './answers.ts';

const staff = latestQuestionnaire('staff');
const codes = staff.questions.map(({ code }) => code);
const { answers: earlier } = kitaSurveyExample;

const issues = (
  answers: Record<string, string | string[]>,
  {
    unchanged,
    whole = true,
    before = {},
  }: { unchanged?: string[]; whole?: boolean; before?: typeof earlier } = {},
) =>
  institutionIssues(staff, { answers, ...(unchanged && { unchanged }) }, { earlier: before, whole }).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );

describe('what an institution answers', () => {
  it('fits its questionnaire, every question voluntary, but something is answered when it is sent', () => {
    expect(issues(earlier)).toEqual([]);
    expect(issues({}, { whole: false })).toEqual([]);
    expect(issues({})).toEqual(['answers nothing-answered']);
    expect(issues({ strain: '9' })).toEqual(['answers.strain unknown-choice']);
    expect(issues({ nothing: 'x' }, { whole: false })).toEqual(['answers unknown-field']);
  });

  it('is sent when everything that comes from the round before was looked at', () => {
    expect(issues(earlier, { before: earlier })).toHaveLength(Object.keys(earlier).length);
    expect(issues(earlier, { before: earlier, unchanged: Object.keys(earlier) })).toEqual([]);
    const others = Object.keys(earlier).filter((code) => code !== 'strain');
    expect(issues({ ...earlier, strain: '1' }, { before: earlier, unchanged: others })).toEqual([]);
  });

  it('is not called unchanged when it is, nor where nothing was answered before', () => {
    expect(
      issues({ ...earlier, strain: '1' }, { before: earlier, unchanged: ['strain'], whole: false }),
    ).toEqual(['unchanged.0 not-unchanged']);
    expect(issues({ strain: '1' }, { unchanged: ['strain'], whole: false })).toEqual([
      'unchanged.0 not-unchanged',
    ]);
  });

  it('says nothing by the order in which somebody chose', () => {
    const turned = { 'strain-by': ['talks', 'languages'] };
    expect(comparedOf('strain-by', { answers: turned, unchanged: ['strain-by'] }, earlier)).toBe('unchanged');
    expect(changedUnnamed(earlier, { ...earlier, ...turned }, [])).toEqual([]);
  });

  it('keeps of the round before what is still asked', () => {
    expect(stillAsked(staff, { ...earlier, gone: 'x', strain: 'very' })).toEqual(
      Object.fromEntries(Object.entries(earlier).filter(([code]) => code !== 'strain')),
    );
  });

  it('differs after a return in the named questions only', () => {
    const some = fc.uniqueArray(fc.constantFrom(...codes));
    fc.assert(
      fc.property(some, some, (named, changed) => {
        const after = { ...earlier, ...Object.fromEntries(changed.map((code) => [code, 'anders'])) };
        const found = changedUnnamed(earlier, after, named);
        expect(new Set(found)).toEqual(new Set(changed.filter((code) => !named.includes(code))));
      }),
    );
  });

  it('has an end: no body is larger than a questionnaire can be', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`q-${n}`, 'x']));
    expect(institutionAnswers.safeParse({ answers: many }).success).toBe(false);
    expect(institutionAnswers.safeParse({ answers: { good: 'x'.repeat(2_001) } }).success).toBe(false);
    expect(institutionAnswers.safeParse({ answers: {}, more: 1 }).success).toBe(false);
  });
});
