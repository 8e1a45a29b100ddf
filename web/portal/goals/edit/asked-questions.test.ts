import { expect, test } from 'vitest';
import { askedQuestions, readQuestion } from './asked-questions.ts';

test('each question that was asked can be pointed to in its own words, but no own words', () => {
  const asked = askedQuestions({ groups: { parents: 1, children: 1, providers: 1, staff: 1 } });
  expect(asked.map(({ label }) => label)).toHaveLength(4);
  const options = asked.flatMap((group) => group.options);
  for (const { value, label } of options) {
    expect(label).not.toBe(readQuestion(value)?.question);
    expect(readQuestion(value)?.question).not.toBe('more');
  }
  expect(readQuestion('')).toBeUndefined();
});
