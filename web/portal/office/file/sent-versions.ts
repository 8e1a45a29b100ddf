import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { SentVersion } from '../../application/Versions.tsx';

/** When each version was sent, and by whom; the first is the application, the others are corrections. */
export const sentVersions = ({ acted }: Pick<ApplicationFile, 'acted'>): SentVersion[] =>
  acted
    .filter(({ action }) => action === 'submit' || action === 'correct')
    .map(({ at, person }, n) => ({ n: n + 1, at, by: person.name }));
