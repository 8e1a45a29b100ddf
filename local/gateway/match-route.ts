import { type Route, routes } from '../../domain/api/routes.ts';

export interface Matched {
  route: Route;
  /** Decoded. */
  params: Record<string, string>;
}

const decode = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

/** The values of the path's placeholders, or undefined when the path is another. */
const paramsOf = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const value = decode(given[index] ?? '');
    if (name === undefined ? part !== value : !value) return undefined;
    if (name !== undefined && value) params[name] = value;
  }
  return params;
};

const matching = (path: string): Matched[] =>
  (routes as readonly Route[]).flatMap((route) => {
    const params = paramsOf(route.path, path);
    return params ? [{ route, params }] : [];
  });

/** The route of a method and path; else the methods that the path does have, none for an unknown one. */
export const matchRoute = (method: string, path: string): Matched | { allow: string[] } => {
  const candidates = matching(path);
  return (
    candidates.find(({ route }) => route.method === method) ?? {
      allow: [...new Set(candidates.map(({ route }) => route.method))],
    }
  );
};
