import { expect, test } from 'vitest';
import { askedQuestions, evaluatedRounds, readQuestion } from './asked-questions.ts';

const round = { id: 'r', year: 2026, from: '2026-03-01', to: '2026-03-31', at: 'published', units: [] };

test('a goal can follow from rounds that were evaluated, the latest first', () => {
  const earlier = { ...round, id: 'e', to: '2025-03-31', at: 'closed' };
  const running = { ...round, id: 'o', at: 'open' };
  const all = [earlier, running, round].map((one) => ({ ...one, groups: {} }));
  expect(evaluatedRounds(all).map(({ id }) => id)).toEqual(['r', 'e']);
});

test('each question that was asked can be pointed to in its own words, but no own words', () => {
  const asked = askedQuestions({ ...round, groups: { parents: 1, children: 1, providers: 1, staff: 1 } });
  expect(asked.map(({ label }) => label)).toHaveLength(4);
  const options = asked.flatMap((group) => group.options);
  for (const { value, label } of options) {
    expect(label).not.toBe(readQuestion(value)?.question);
    expect(readQuestion(value)?.question).not.toBe('more');
  }
  expect(readQuestion('')).toBeUndefined();
});
