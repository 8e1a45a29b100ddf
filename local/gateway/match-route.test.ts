import { expect, it } from 'vitest';
import { routes } from '../../domain/api/routes.ts';
import { matchRoute } from './match-route.ts';

it('every route is found by its own method and path, with its values decoded', () => {
  for (const { method, path } of routes) {
    const found = matchRoute(method, path.replace('{id}', 'a%20b'));
    expect(found).toMatchObject({
      route: { method, path },
      params: path.includes('{id}') ? { id: 'a b' } : {},
    });
  }
});

it('another method tells which there are; another path has none', () => {
  expect(matchRoute('DELETE', '/api/submissions/1/messages')).toEqual({ allow: ['GET', 'POST'] });
  for (const path of ['/api', '/api/', '/api/county/', '/api/submissions/', '/api/submissions/%E0%A4%A/log'])
    expect(matchRoute('GET', path)).toEqual({ allow: [] });
});
