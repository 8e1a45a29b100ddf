import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Asker } from '../../people/asker.ts';
import { type Role, role } from '../../people/role.ts';
import { aHead } from '../../submission/a-head.test-data.ts';
import type { ContactAbout } from './about.ts';
import { contactStanding, mayReadAll, mayReadMessage } from './access.ts';

const asker = (id: string, roles: Role[], standsInFor: string[] = []): Asker => ({
  id,
  roles,
  standsInFor,
});
const anna = asker('anna', ['social-worker']);
const berta = asker('berta', ['social-worker']);
const bertaForAnna = asker('berta', ['social-worker'], ['anna']);
const cora = asker('cora', ['coordinator']);

const worker = { roles: ['social-worker'] };
const forAnna = { roles: ['social-worker'], for: 'anna' };
const coordinator = { roles: ['coordinator'] };

describe('how somebody stands to a case', () => {
  test.each([
    ['the responsible social worker', anna, aHead(), worker],
    ['their deputy today', bertaForAnna, aHead(), forAnna],
    ['another social worker', berta, aHead(), undefined],
    ['somebody who stands in for another', asker('berta', ['social-worker'], ['dora']), aHead(), undefined],
    ['the one who was responsible before', anna, aHead({ responsible: 'berta' }), undefined],
    ['the deputy of the one who was before', bertaForAnna, aHead({ responsible: 'clara' }), undefined],
    ['a social worker while nobody is responsible', anna, aHead({ responsible: undefined }), undefined],
    ['a deputy while nobody is responsible', bertaForAnna, aHead({ responsible: undefined }), undefined],
    ['the responsible person who is no social worker any more', asker('anna', ['clerk']), aHead(), undefined],
    ['a deputy without the role', asker('berta', ['clerk'], ['anna']), aHead(), undefined],
    ['the coordinator', cora, aHead(), coordinator],
    ['the coordinator while nobody is responsible', cora, aHead({ responsible: undefined }), coordinator],
    [
      'the coordinator who stands in for a social worker',
      asker('cora', ['coordinator'], ['anna']),
      aHead(),
      coordinator,
    ],
    [
      'a coordinator who is responsible as a social worker',
      asker('cora', ['coordinator', 'social-worker']),
      aHead({ responsible: 'cora' }),
      worker,
    ],
    [
      'somebody whom the family does not want',
      anna,
      aHead({ excluded: ['anna'], responsible: 'berta' }),
      undefined,
    ],
    ['the same, though they were made responsible', anna, aHead({ excluded: ['anna'] }), undefined],
    ['a deputy whom the family does not want', bertaForAnna, aHead({ excluded: ['berta'] }), undefined],
    [
      'a deputy of somebody whom the family does not want',
      bertaForAnna,
      aHead({ excluded: ['anna'] }),
      undefined,
    ],
    ['a coordinator whom the family does not want', cora, aHead({ excluded: ['cora'] }), undefined],
    ['the responsible person of a closed case', anna, aHead({ at: 'closed' }), worker],
  ] as const)('as %s', (_who, who, head, expected) => {
    expect(contactStanding(who, head)).toEqual(expected);
  });

  test.each(role.options.filter((one) => !['social-worker', 'coordinator'].includes(one)))(
    'as %s it does not exist, even for the responsible person and for deputies',
    (one) => {
      expect(contactStanding(asker('anna', [one]), aHead())).toBeUndefined();
      expect(contactStanding(asker('berta', [one], ['anna']), aHead())).toBeUndefined();
    },
  );
});

const accepted = { entrustedTo: 'anna', acceptances: [{ person: 'anna', at: '2026-02-03T10:00:00.000Z' }] };

describe('what was written before an acceptance', () => {
  test.each<[string, string, Partial<ContactAbout>, string, boolean]>([
    ['whoever is responsible while nobody has accepted', 'berta', {}, 'accept', true],
    ['the one who accepted', 'anna', accepted, 'contact', true],
    ['the one who accepted, who has it again', 'anna', accepted, 'accept', true],
    ['no deputy or successor', 'berta', accepted, 'contact', false],
    ['a successor with the family’s consent', 'berta', { ...accepted, consents: ['berta'] }, 'contact', true],
    ['no other successor with that consent', 'clara', { ...accepted, consents: ['berta'] }, 'contact', false],
    ['no successor who has only asked', 'berta', { ...accepted, consentAskedBy: 'berta' }, 'contact', false],
    ['the one who accepted after the closing', 'anna', accepted, 'closed', true],
    ['nobody after the withdrawal', 'anna', accepted, 'withdrawn', false],
    ['nobody after a withdrawal before any acceptance', 'anna', {}, 'withdrawn', false],
    [
      'nobody after the withdrawal, consent or not',
      'berta',
      { ...accepted, consents: ['berta'] },
      'withdrawn',
      false,
    ],
    [
      'the one who accepted, when a child’s protection keeps it',
      'anna',
      { ...accepted, held: true },
      'withdrawn',
      true,
    ],
    ['no successor, not even then', 'berta', { ...accepted, held: true }, 'withdrawn', false],
  ])('may be read by %s', (_who, person, about, at, expected) => {
    expect(mayReadAll(person, aHead({ at, about }))).toBe(expected);
  });
});

describe('a message', () => {
  const early = { at: '2026-02-02T12:00:00.000Z' };
  const between = { at: '2026-02-05T12:00:00.000Z' };
  const handedOn = {
    entrustedTo: 'anna',
    acceptances: [
      { person: 'anna', at: '2026-02-03T10:00:00.000Z' },
      { person: 'berta', at: '2026-02-06T10:00:00.000Z' },
    ],
  };
  const may = (
    person: string,
    about: object,
    message: { at: string; entrustedTo?: string },
    at = 'contact',
  ) => mayReadMessage(person, aHead({ at, about }), message);

  test('is for the one to whom it was written, deputy or successor, and for nobody else', () => {
    const toBerta = { ...between, entrustedTo: 'berta' };
    expect(may('berta', accepted, toBerta)).toBe(true);
    expect(may('anna', accepted, toBerta)).toBe(false);
    expect(may('clara', accepted, toBerta)).toBe(false);
    expect(may('clara', { ...accepted, consents: ['clara'] }, toBerta)).toBe(true);
  });

  test('that was written before the routing belongs to who accepts the case', () => {
    expect(may('berta', {}, early, 'accept')).toBe(true);
    expect(may('anna', accepted, early)).toBe(true);
    expect(may('berta', accepted, early)).toBe(false);
  });

  test('that was written while nobody was responsible is read by the next one, and after their acceptance by no later one', () => {
    expect(may('berta', accepted, between, 'accept')).toBe(true);
    expect(may('berta', handedOn, between)).toBe(true);
    expect(may('anna', handedOn, between)).toBe(false);
    expect(may('clara', handedOn, between)).toBe(false);
    expect(may('clara', { ...handedOn, consents: ['clara'] }, between)).toBe(true);
  });

  test('is read by nobody after the withdrawal, unless a child’s protection keeps it', () => {
    for (const message of [early, between, { ...between, entrustedTo: 'anna' }])
      expect(may('anna', accepted, message, 'withdrawn')).toBe(false);
    expect(may('anna', { ...accepted, held: true }, early, 'withdrawn')).toBe(true);
    expect(may('berta', { ...accepted, held: true }, early, 'withdrawn')).toBe(false);
  });
});

const person = fc.constantFrom('anna', 'berta', 'clara', 'cora');
const instant = fc
  .integer({ min: 1, max: 28 })
  .map((n) => `2026-02-${String(n).padStart(2, '0')}T10:00:00.000Z`);
const askers = fc.record({
  id: person,
  roles: fc.subarray([...role.options]),
  standsInFor: fc.subarray(['anna', 'berta', 'clara', 'cora']),
});
const heads = fc
  .record({
    at: fc.constantFrom('route', 'accept', 'reassign', 'contact', 'advise', 'closed', 'withdrawn'),
    responsible: fc.option(person, { nil: undefined }),
    excluded: fc.subarray(['anna', 'berta', 'clara', 'cora']),
    about: fc.record({
      consents: fc.subarray(['anna', 'berta', 'clara', 'cora']),
      held: fc.boolean(),
      acceptances: fc.array(fc.record({ person, at: instant }), { maxLength: 3 }),
    }),
  })
  .map(({ about, ...rest }) => {
    const acceptances = about.acceptances.sort((a, b) => a.at.localeCompare(b.at));
    const entrustedTo = acceptances[0]?.person;
    return aHead({ ...rest, about: { ...about, acceptances, ...(entrustedTo && { entrustedTo }) } });
  });
const messages = fc.record({ at: instant, entrustedTo: fc.option(person, { nil: undefined }) });

test('nobody gets content but the responsible social worker and their deputy, and neither unless it is entrusted to them', () => {
  fc.assert(
    fc.property(askers, heads, messages, (who, head, message) => {
      const standing = contactStanding(who, head);
      const reads =
        standing?.roles.includes('social-worker') &&
        (mayReadAll(who.id, head) || mayReadMessage(who.id, head, message));
      if (!reads) return;
      expect(who.roles).toContain('social-worker');
      expect(head.excluded).not.toContain(who.id);
      expect(head.excluded).not.toContain(head.responsible);
      expect([who.id, ...who.standsInFor]).toContain(head.responsible);
      expect(head.at === 'withdrawn' && !head.about.held).toBe(false);
    }),
    { numRuns: 5000 },
  );
});

test('what was accepted by one and not entrusted to another nor consented to is read by that one alone', () => {
  fc.assert(
    fc.property(person, heads, messages, (reader, head, message) => {
      const { acceptances = [], consents } = head.about;
      const owner = message.entrustedTo ?? acceptances.find(({ at }) => at >= message.at)?.person;
      if (!owner || owner === reader || consents.includes(reader)) return;
      expect(mayReadMessage(reader, head, message)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('the coordinator stands to a case as coordinator alone, whatever they are beside, unless it is theirs', () => {
  fc.assert(
    fc.property(askers, heads, (who, head) => {
      const standing = contactStanding({ ...who, roles: [...who.roles, 'coordinator'] }, head);
      if (who.id !== head.responsible && !who.standsInFor.includes(head.responsible ?? ''))
        expect(standing?.roles ?? []).not.toContain('social-worker');
    }),
  );
});
