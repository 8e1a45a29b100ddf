import type { Role } from '../../../domain/people/role.ts';
import type { Area, View, ViewProps } from './area.ts';

/** Where in the portal one is: kept in the hash, so that the pages are plain files and need no server. */
export interface Place extends ViewProps {
  /** Names what is shown: another one is a new view, the same one with another choice is not. */
  path: string;
  /** Absent where the address leads nowhere. */
  view?: View;
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** What an address's `{…}` stand for in a path; nothing where the path is another one. */
const paramsIn = (address: string, path: string): Record<string, string> | undefined => {
  const wanted = partsOf(address);
  const given = partsOf(path);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = decoded(given[at] ?? '');
    const name = part.match(/^\{(\w+)\}$/)?.[1];
    if (name) params[name] = value;
    else if (part !== value) return undefined;
  }
  return params;
};

const isFor = (roles: readonly Role[], wanted: readonly Role[] | undefined) =>
  !wanted || wanted.some((role) => roles.includes(role));

/** Whether an address says something about the view; a link to a field does not. */
export const isPlace = (hash: string): boolean => hash.startsWith('#/');

/** The place that a hash names, for somebody with these roles. */
export const placeOf = (areas: readonly Area[], roles: readonly Role[], hash: string): Place => {
  const [path = '', search = ''] = hash.slice(2).split('?');
  const query = Object.fromEntries(new URLSearchParams(search));
  for (const area of areas) {
    for (const view of area.views) {
      const params = isFor(roles, view.roles) ? paramsIn(view.address, path) : undefined;
      if (params) return { path, params, query, view };
    }
  }
  return { path, params: {}, query };
};

/** An address with its `{…}` filled in and a choice behind it; what is not chosen is left out. */
export const hashTo = (
  address: string,
  params: Record<string, string> = {},
  query: Record<string, string | undefined> = {},
): string => {
  const path = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(set).toString();
  return `#/${path}${search && `?${search}`}`;
};

/** The entries of the navigation that somebody with these roles has. */
export const entriesFor = (areas: readonly Area[], roles: readonly Role[]) =>
  areas.flatMap((area) => area.entries).filter((entry) => isFor(roles, entry.roles));

/** Where the portal begins for somebody: where their own work is. */
export const homeOf = (areas: readonly Area[], roles: readonly Role[]): string => {
  const entries = entriesFor(areas, roles);
  const own = entries.find(({ startFor = [] }) => startFor.some((role) => roles.includes(role)));
  return hashTo((own ?? entries[0])?.address ?? 'aufgaben');
};

/** Where a submission is found: its form's place in the area that it belongs to. */
export const hashOfSubmission = (
  areas: readonly Area[],
  { id, form }: { id: string; form: string },
): string => {
  const addresses: Record<string, string> = Object.assign({}, ...areas.map((area) => area.submissions));
  return hashTo(addresses[form] ?? '{id}', { id });
};
