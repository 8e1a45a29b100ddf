import { describe, expect, it } from 'vitest';
import { caseHash, casesHash, placeOf } from './routes.ts';

describe('the address in the portal', () => {
  it('leads back to the same choice of cases', () => {
    const filter = { state: 'accept', kita: 'biebelnheim', year: '2026' };
    expect(placeOf(casesHash(filter))).toEqual({ view: 'cases', filter });
  });

  it('leads to a case', () => {
    expect(placeOf(caseHash('019aa7d2'))).toEqual({ view: 'case', id: '019aa7d2' });
  });

  it('with a broken character leads to a case that there is not, instead of nowhere', () => {
    expect(placeOf('#/faelle/%')).toEqual({ view: 'case', id: '%' });
  });

  it('begins with the tasks', () => {
    expect(placeOf('')).toEqual({ view: 'tasks' });
    expect(placeOf('#/aufgaben')).toEqual({ view: 'tasks' });
  });

  it('says that it leads nowhere, and leaves a link to a field alone', () => {
    expect(placeOf('#/nirgends')).toEqual({ view: 'unknown' });
    expect(placeOf('#/faelle/1/2')).toEqual({ view: 'unknown' });
    expect(placeOf('#field-text')).toBeUndefined();
  });
});
