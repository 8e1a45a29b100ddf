import type { LogAnswer } from '../../../../domain/api/portal.ts';
import type { SentVersion } from '../../application/Versions.tsx';

/** When each version was sent, and by whom: the first is the application, the others are corrections. */
export const sentVersions = (log: LogAnswer['items']): SentVersion[] =>
  log
    .filter(({ what }) => what === 'submit' || what === 'correct')
    .map(({ at, byName }, n) => ({ n: n + 1, at, by: byName ?? '' }));
