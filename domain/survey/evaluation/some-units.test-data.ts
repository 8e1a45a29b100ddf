import type { Counts } from '../counts.ts';
import { type Choice, scale } from '../question.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { AskedUnit } from './area.ts';

export const nord = { id: 'nord', name: 'Nord' };
export const sued = { id: 'sued', name: 'Süd' };
export const tal = { id: 'tal', name: 'Tal' };
export const berg = { id: 'berg', name: 'Berg' };

export const kitaIn = (
  id: string,
  municipality: AskedUnit['municipality'],
  socialArea: AskedUnit['socialArea'],
) => ({
  kind: 'kita' as const,
  id,
  name: `Kita ${id}`,
  municipality,
  socialArea,
  places: 50,
  provider: { id: 'traeger', name: 'Träger' },
});

export const need = (topic: string): Choice => scale(`need-${topic}`, 'needs', 'need');

export const asked: Questionnaire = {
  group: 'parents',
  version: 1,
  questions: [
    need('language'),
    need('money'),
    { code: 'offers', part: 'offers', kind: 'choices', options: ['cafe', 'advice'] },
    { code: 'more', part: 'own-words', kind: 'text' },
  ],
};

/** 20 answers: how many need language and money, and how many want a café. */
export const twenty = (language: number, money: number, cafe: number): Counts => ({
  n: 20,
  'need-language.4': language,
  'need-language.1': 20 - language,
  'need-money.3': money,
  'need-money.2': 20 - money,
  'offers.cafe': cafe,
});
