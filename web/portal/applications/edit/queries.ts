import type { ApplicationFile } from '../../../../domain/api/budget.ts';

/** What the office asks now, by the path that it names: the last query, for the ones before are answered. */
export const queriesOf = ({
  notes,
  reopened,
}: Pick<ApplicationFile, 'notes' | 'reopened'>): Map<string, string> => {
  const asked = notes.findLast(({ action, fields }) => action === 'query' && fields);
  return new Map(
    (asked?.fields ?? [])
      .filter(({ path }) => reopened?.includes(path))
      .map(({ path, reason }) => [path, reason]),
  );
};
