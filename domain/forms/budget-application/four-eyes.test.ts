import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPersonStep, type Process } from '../../process/process.ts';
import type { DeedDone } from './about.ts';
import { type Eligible, excludingDeeds, isExcluded, unstaffedStep } from './four-eyes.ts';
import { budgetApplicationV1 } from './process.ts';

const process: Process = budgetApplicationV1;
const personSteps = Object.entries(process.steps).flatMap(([name, step]) =>
  isPersonStep(step) ? [name] : [],
);
/** Fixed by the law, both ways: who drafts or checks does not approve. */
const CHECKING = ['completeness', 'continuation', 'decision'];
/** And one way: who acted for the applicant does not decide. */
const APPLYING = ['draft', 'queries', 'hearing'];
const isFixed = (done: string, next: string) =>
  (done === 'approval' && CHECKING.includes(next)) ||
  (next === 'approval' && CHECKING.includes(done)) ||
  (APPLYING.includes(done) && !APPLYING.includes(next));

type Pairs = [string, string][];
const did = (person: string, step: string, inFor?: string) => ({
  person,
  step,
  ...(inFor && { for: inFor }),
});
const anna = { id: 'anna', standsInFor: [] as string[] };

describe('every pair of steps', () => {
  const all = personSteps.flatMap((done) => personSteps.map((next): [string, string] => [done, next]));

  test.each(all)('%s, then %s', (done, next) => {
    const fixed = isFixed(done, next);
    // Oneself, who did it for another, for whom it was done, and who stands in today for one of these.
    const berta = { id: 'berta', standsInFor: [] };
    const deputy = { id: 'dora', standsInFor: ['anna'] };
    const byAnna = [did('anna', done)];
    const forBerta = [did('anna', done, 'berta')];
    for (const separate of [[], [[done, next]], [[next, done]]] as Pairs[]) {
      const apart = fixed || separate.length > 0;
      const barred = (who: typeof anna, acted: typeof byAnna) => isExcluded(who, next, acted, separate);
      expect(barred(anna, byAnna)).toBe(apart);
      expect(barred(anna, forBerta)).toBe(apart);
      expect(barred(berta, forBerta)).toBe(apart);
      expect(barred(deputy, byAnna)).toBe(apart);
      expect(barred({ id: 'dora', standsInFor: ['berta'] }, forBerta)).toBe(apart);
      // Whoever has nothing to do with it; also the one for whom anna would stand in.
      expect(barred(berta, byAnna)).toBe(false);
      expect(barred({ id: 'dora', standsInFor: ['berta'] }, byAnna)).toBe(false);
    }
  });

  test('a pair that a county configures leaves the fixed ones as they are', () => {
    const acted = CHECKING.map((step, n) => did(`p${n}`, step));
    for (const separate of [[], [['opinion', 'announce']], [['approval', 'approval']]] as Pairs[])
      for (const id of ['p0', 'p1', 'p2'])
        expect(isExcluded({ id, standsInFor: [] }, 'approval', acted, separate)).toBe(true);
  });

  test('it goes by person, however many roles somebody has', () => {
    const acted = [did('anna', 'completeness'), did('anna', 'opinion'), did('anna', 'decision')];
    expect(isExcluded(anna, 'approval', acted, [])).toBe(true);
    expect(isExcluded(anna, 'announce', acted, [])).toBe(false);
  });
});

const people = ['anna', 'berta', 'cora', 'dora'];
const anyPerson = fc.constantFrom(...people);
const anyDeed = fc.record(
  { person: anyPerson, step: fc.constantFrom(...personSteps), for: anyPerson },
  { requiredKeys: ['person', 'step'] },
);
const anyPair = fc.tuple(fc.constantFrom(...personSteps), fc.constantFrom(...personSteps));
const anyPairs: fc.Arbitrary<Pairs> = fc.array(anyPair, { maxLength: 3 });

test('nobody who did, or for whom somebody did, or who stands in for one who did an apart step is ever allowed', () => {
  fc.assert(
    fc.property(
      fc.array(anyDeed, { maxLength: 6 }),
      fc.record({ id: anyPerson, standsInFor: fc.subarray(people) }),
      fc.constantFrom(...personSteps),
      anyPairs,
      (acted, who, step, separate) => {
        const isApart = (other: string) =>
          isFixed(other, step) ||
          separate.some(([a, b]) => (a === step && b === other) || (b === step && a === other));
        const names = [who.id, ...who.standsInFor];
        const hasPart = acted.some(
          (deed) => isApart(deed.step) && (names.includes(deed.person) || names.includes(deed.for ?? '')),
        );
        expect(isExcluded(who, step, acted, separate)).toBe(hasPart);
        for (const deed of excludingDeeds(who, step, acted, separate)) expect(isApart(deed.step)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

/** Every way to distribute the steps among those who may do them, tried one by one: how far does the best one get? */
const bruteForce = (
  steps: readonly string[],
  acted: readonly { person: string; step: string; for?: string }[],
  office: readonly Eligible[],
  separate: Pairs,
): string | undefined => {
  const named = steps.filter((step) => personSteps.includes(step));
  let ways: { person: string; step: string; for?: string }[][] = [[...acted]];
  for (const step of named) {
    const { by } = process.steps[step] as { by: string };
    ways = ways.flatMap((way) =>
      office
        .filter((one) => one.roles.includes(by) && !isExcluded(one, step, way, separate))
        .map((one) => [...way, { person: one.id, step }]),
    );
    if (ways.length === 0) return step;
  }
  return undefined;
};

const WAY = ['completeness', 'opinion', 'reserve', 'decision', 'route', 'committee', 'approval', 'announce'];
const anyOffice = fc.uniqueArray(anyPerson, { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        roles: fc.subarray(['clerk', 'coordinator', 'head', 'committee'], { minLength: 1 }),
        standsInFor: fc.subarray(
          people.filter((one) => one !== id),
          { maxLength: 1 },
        ),
      }),
    ),
  ),
);

test('the step for which nobody would remain is the one that no distribution of those before it reaches', () => {
  let lacking = 0;
  fc.assert(
    fc.property(
      fc.subarray(WAY, { minLength: 3 }),
      fc.array(anyDeed, { maxLength: 2 }),
      anyOffice,
      anyPairs,
      (steps, acted, office, separate) => {
        const found = unstaffedStep(steps, acted as DeedDone[], { process, people: office, separate });
        lacking += Number(found !== undefined);
        expect(found).toBe(bruteForce(steps, acted, office, separate));
      },
    ),
    { numRuns: 1_000 },
  );
  expect(lacking).toBeGreaterThan(100);
});

test.each<[string, Eligible[], string | undefined]>([
  [
    'an office with a clerk, a coordinator and a head',
    [
      { id: 'anna', roles: ['clerk'], standsInFor: [] },
      { id: 'berta', roles: ['coordinator'], standsInFor: [] },
      { id: 'cora', roles: ['head'], standsInFor: [] },
    ],
    undefined,
  ],
  [
    'an only clerk who is the only head too',
    [
      { id: 'anna', roles: ['clerk', 'head'], standsInFor: [] },
      { id: 'berta', roles: ['coordinator'], standsInFor: [] },
    ],
    'approval',
  ],
  [
    'a second head who checks, so that the first may approve',
    [
      { id: 'anna', roles: ['clerk', 'head'], standsInFor: [] },
      { id: 'cora', roles: ['head'], standsInFor: [] },
      { id: 'berta', roles: ['coordinator'], standsInFor: [] },
    ],
    undefined,
  ],
  [
    'a head who stands in for the only clerk today',
    [
      { id: 'anna', roles: ['clerk'], standsInFor: [] },
      { id: 'berta', roles: ['coordinator'], standsInFor: [] },
      { id: 'cora', roles: ['head'], standsInFor: ['anna'] },
    ],
    'approval',
  ],
  [
    'no coordinator at all',
    [
      { id: 'anna', roles: ['clerk'], standsInFor: [] },
      { id: 'cora', roles: ['head'], standsInFor: [] },
    ],
    'opinion',
  ],
])('%s', (_office, office, expected) => {
  const steps = ['completeness', 'opinion', 'decision', 'approval', 'announce'];
  expect(unstaffedStep(steps, [], { process, people: office, separate: [['opinion', 'approval']] })).toBe(
    expected,
  );
});
