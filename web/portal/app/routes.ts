/** Where in the portal one is: kept in the hash, so that the pages are plain files and need no server. */
export type Place =
  | { view: 'tasks' }
  | { view: 'cases'; filter: CaseFilter }
  | { view: 'case'; id: string }
  | { view: 'spoken' }
  | { view: 'unknown' };

export interface CaseFilter {
  state?: string | undefined;
  kita?: string | undefined;
  year?: string | undefined;
}

export const TASKS = '#/aufgaben';
export const SPOKEN = '#/gespraech';
export const caseHash = (id: string): string => `#/faelle/${id}`;

export const casesHash = ({ state, kita, year }: CaseFilter = {}): string => {
  const set = Object.entries({ zustand: state, kita, jahr: year }).filter(
    (entry): entry is [string, string] => Boolean(entry[1]),
  );
  const search = new URLSearchParams(set).toString();
  return `#/faelle${search && `?${search}`}`;
};

/** The place that a hash names; other hashes (a link to a field) name none and leave the view alone. */
export const placeOf = (hash: string): Place | undefined => {
  if (hash === '' || hash === '#') return { view: 'tasks' };
  if (!hash.startsWith('#/')) return undefined;
  const [path = '', search = ''] = hash.slice(2).split('?');
  const [first, second, ...more] = path.replace(/\/$/, '').split('/');
  if (more.length > 0) return { view: 'unknown' };
  if (first === 'faelle' && second) return { view: 'case', id: second };
  if (second) return { view: 'unknown' };
  const query = new URLSearchParams(search);
  const get = (name: string) => query.get(name) ?? undefined;
  if (first === 'faelle')
    return { view: 'cases', filter: { state: get('zustand'), kita: get('kita'), year: get('jahr') } };
  if (first === 'aufgaben' || first === '') return { view: 'tasks' };
  if (first === 'gespraech') return { view: 'spoken' };
  return { view: 'unknown' };
};
