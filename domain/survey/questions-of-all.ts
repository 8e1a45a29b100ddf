import { type Choice, type Choices, type OwnWords, scale } from './question.ts';

/** What families may need somebody for: the topics of a contact request, and what the counties' concepts add. */
const topics = [
  'upbringing',
  'development',
  'separation',
  'money',
  'authorities',
  'health',
  'media',
  'language',
  'mobility',
  'contacts',
] as const;

/**
 * What every group of adults is asked in the same codes, so that their answers can be laid side by side. The words differ
 * where one is asked about oneself and the other about families.
 */
export const needs: readonly Choice[] = topics.map((topic) => scale(`need-${topic}`, 'needs', 'need'));

export const wishes: readonly Choices[] = [
  {
    code: 'offers',
    part: 'offers',
    kind: 'choices',
    options: ['advice', 'home', 'company', 'cafe', 'group', 'evening', 'outing', 'online'],
  },
  {
    code: 'days',
    part: 'offers',
    kind: 'choices',
    options: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  },
  { code: 'times', part: 'offers', kind: 'choices', options: ['morning', 'noon', 'afternoon', 'evening'] },
];

export const access: readonly (Choice | Choices)[] = [
  { code: 'way', part: 'access', kind: 'choice', options: ['car', 'bus', 'bike', 'foot'] },
  {
    code: 'way-time',
    part: 'access',
    kind: 'choice',
    options: ['under-10', '10-30', 'over-30'],
    coarse: [['under-10'], ['10-30', 'over-30']],
  },
  {
    code: 'obstacles',
    part: 'access',
    kind: 'choices',
    options: ['time', 'way', 'childcare', 'language', 'trust', 'unknown', 'cost', 'none'],
  },
];

export const good: OwnWords = { code: 'good', part: 'own-words', kind: 'text' };
export const more: OwnWords = { code: 'more', part: 'own-words', kind: 'text' };
