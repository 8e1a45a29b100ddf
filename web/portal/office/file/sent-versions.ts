import type { ApplicationFile } from '../../../../domain/api/budget.ts';

export interface SentVersion {
  n: number;
  at: string;
  by: string;
}

/** When each version was sent, and by whom; the first is the application, the others are corrections. */
export const sentVersions = ({ acted }: Pick<ApplicationFile, 'acted'>): SentVersion[] =>
  acted
    .filter(({ action }) => action === 'submit' || action === 'correct')
    .map(({ at, person }, n) => ({ n: n + 1, at, by: person.name }));
