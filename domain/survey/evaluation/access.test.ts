import { expect, test } from 'vitest';
import type { Role } from '../../people/role.ts';
import { maySeeResults } from './access.ts';
import type { Area } from './area.ts';

const county: Area = { key: 'county', kind: 'county', name: 'Landkreis' };
const kita: Area = { key: 'kita:a', kind: 'kita', name: 'A', provider: 'traeger' };
const municipality: Area = { key: 'municipality:nord', kind: 'municipality', name: 'Nord' };

const sees = (role: Role, own: { kitas?: string[]; provider?: string } = {}) =>
  [county, municipality, kita].map((area) =>
    maySeeResults({ id: 'x', roles: [role], standsInFor: [], ...own }, area),
  );

test.each<[Role, { kitas?: string[]; provider?: string }, boolean[]]>([
  ['coordinator', {}, [true, true, true]],
  ['head', {}, [true, true, true]],
  ['auditor', {}, [true, true, true]],
  ['committee', {}, [true, true, true]],
  ['kita', { kitas: ['a'] }, [true, false, true]],
  ['kita', { kitas: ['b'] }, [true, false, false]],
  ['provider', { provider: 'traeger' }, [true, false, true]],
  ['provider', { provider: 'other' }, [true, false, false]],
  ['social-worker', { kitas: ['a'] }, [false, false, false]],
  ['clerk', {}, [false, false, false]],
  ['admin', {}, [false, false, false]],
])('%s with %j sees the county, another area, the Kita: %j', (role, own, expected) => {
  expect(sees(role, own)).toEqual(expected);
});
