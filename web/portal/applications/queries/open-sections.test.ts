import { expect, it } from 'vitest';
import { budgetApplicationExample as answers } from '../../../../domain/forms/budget-application/example.ts';
import { openSections } from './open-sections.ts';

it.each([
  [['reasons'], ['purpose']],
  [['positions.elterncafe.hours'], ['positions', 'costs']],
  [['kitas'], ['scope', 'shares']],
  [['period'], ['scope', 'positions', 'costs']],
  [['attachments'], ['attachments']],
  [['countyGoals'], ['purpose']],
])('a query about %s opens %s', (named, sections) => {
  expect(openSections(answers, named)).toEqual(sections);
});
