import { describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/people/role.ts';
import { caseHash, casesHash, filterOf } from '../contact-requests/addresses.ts';
import type { Area } from './area.ts';
import { areas } from './areas.ts';
import { entriesFor, hashOfSubmission, hashTo, homeOf, isPlace, placeOf } from './place.ts';

const worker: Role[] = ['social-worker'];
const leadsTo = (hash: string, roles = worker) => placeOf(areas, roles, hash).view?.address;

describe('the address in the portal', () => {
  it('leads back to the same choice of cases', () => {
    const filter = { state: 'accept', kita: 'biebelnheim', year: '2026' };
    expect(filterOf(placeOf(areas, worker, casesHash(filter)))).toEqual(filter);
    expect(leadsTo(casesHash(filter))).toBe('faelle');
  });

  it('leads to a case', () => {
    expect(placeOf(areas, worker, caseHash('019aa7d2')).params).toEqual({ id: '019aa7d2' });
    expect(leadsTo(caseHash('019aa7d2'))).toBe('faelle/{id}');
  });

  it('with a broken character leads to a case that there is not, instead of nowhere', () => {
    expect(placeOf(areas, worker, '#/faelle/%').params).toEqual({ id: '%' });
  });

  it('says that it leads nowhere, and leaves a link to a field alone', () => {
    expect(leadsTo('#/nirgends')).toBeUndefined();
    expect(leadsTo('#/faelle/1/2')).toBeUndefined();
    expect(isPlace('#field-text')).toBe(false);
    expect(isPlace('#/aufgaben')).toBe(true);
  });

  it('may show each role a view of its own, and those for whom there is none that it leads nowhere', () => {
    const load = () => Promise.reject(new Error('not needed here'));
    const office = { address: 'antraege/{id}', roles: ['clerk' as const], load };
    const own = { address: 'antraege/{id}', roles: ['provider' as const], load };
    const area: Area = { entries: [], views: [office, own] };
    expect(placeOf([area], ['provider'], '#/antraege/1').view).toBe(own);
    expect(placeOf([area], ['clerk'], '#/antraege/1').view).toBe(office);
    expect(placeOf([area], ['admin'], '#/antraege/1').view).toBeUndefined();
  });

  it('is found for every form that has a place', () => {
    expect(hashOfSubmission(areas, { form: 'contact-request', id: '7' })).toBe(caseHash('7'));
  });
});

describe('the navigation', () => {
  it.each(areas.flatMap(({ entries }) => entries))(
    'leads at $address to a view that each of its roles has',
    ({ address, roles }) => {
      for (const role of roles) expect(leadsTo(hashTo(address), [role])).toBe(address);
    },
  );

  it('shows somebody what is theirs', () => {
    const labels = (...roles: Role[]) => entriesFor(areas, roles).map(({ label }) => label);
    expect(labels('social-worker')).toEqual([
      'tasks.nav',
      'cases.nav',
      'spoken.nav',
      'goals.nav',
      'activities.nav',
    ]);
    expect(labels('coordinator')).toEqual([
      'tasks.nav',
      'cases.nav',
      'office.applications.nav',
      'office.budget.nav',
      'office.statistics.nav',
      'proofs.nav',
      'distribution.nav',
      'committee.nav',
      'surveys.nav',
      'results.nav',
      'goals.nav',
      'activities.nav',
    ]);
    expect(labels('committee')).toEqual([
      'tasks.nav',
      'distribution.nav',
      'committee.nav',
      'results.nav',
      'goals.nav',
    ]);
  });

  it("shows an application to the committee's office as its paper, and to whoever decides too as the office does", () => {
    const viewFor = (...roles: Role[]) => placeOf(areas, roles, '#/antraege/7').view;
    expect(viewFor('committee')).toBeDefined();
    expect(viewFor('committee')).not.toBe(viewFor('clerk'));
    expect(viewFor('committee', 'clerk')).toBe(viewFor('clerk'));
  });

  it('begins with the tasks, unless a role has a place of its own to begin', () => {
    expect(homeOf(areas, worker)).toBe('#/aufgaben');
    expect(homeOf(areas, ['admin'])).toBe('#/aufgaben');
  });
});
