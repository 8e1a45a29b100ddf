import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applications } from './any-application.test-data.ts';
import { type Difference, differencesOf } from './differences.ts';
import type { BudgetApplicationDraft } from './draft.ts';
import { budgetApplicationExample } from './example.ts';

const example = budgetApplicationExample;
const [first, second] = example.positions;
if (!first || !second) throw new Error('the example has two positions');

describe('two versions differ', () => {
  test.each<[string, BudgetApplicationDraft, Difference[]]>([
    ['in nothing', {}, []],
    [
      'in a field',
      { iban: 'LU280019400644750000' },
      [{ path: 'iban', before: example.iban, after: 'LU280019400644750000' }],
    ],
    [
      'in a field of a group inside a group',
      {
        provider: { ...example.provider, contact: { ...example.provider.contact, email: 'neu@example.org' } },
      },
      [
        {
          path: 'provider.contact.email',
          before: 'provider@alzey-worms.example.org',
          after: 'neu@example.org',
        },
      ],
    ],
    [
      'in two fields of a row, in the order of the form',
      { positions: [first, { ...second, annualCost: 1, hours: 2_000 }] },
      [
        { path: 'positions.elterncafe.hours', before: 1_950, after: 2_000 },
        { path: 'positions.elterncafe.annualCost', before: 28_300_00, after: 1 },
      ],
    ],
    [
      'by a row that is new and one that is gone',
      { positions: [second, { id: 'neu', hours: 1 }] },
      [
        { path: 'positions.kita-sozialarbeit', before: first },
        { path: 'positions.neu', after: { id: 'neu', hours: 1 } },
      ],
    ],
    [
      'by a row that has another id now',
      {
        shares: [
          { kita: 'wahlheim', percent: 6_250 },
          { kita: 'albig-muster', percent: 3_750 },
        ],
      },
      [
        { path: 'shares.biebelnheim', before: { kita: 'biebelnheim', percent: 6_250 } },
        { path: 'shares.wahlheim', after: { kita: 'wahlheim', percent: 6_250 } },
      ],
    ],
    [
      'in a list of ids',
      { kitas: ['biebelnheim'] },
      [{ path: 'kitas', before: ['biebelnheim', 'albig-muster'], after: ['biebelnheim'] }],
    ],
    ['by what was taken away', { goals: '' }, [{ path: 'goals', before: example.goals }]],
    ['by what was added', { attachments: ['f-1'] }, [{ path: 'attachments', after: ['f-1'] }]],
    ['by nought, which is not nothing', { training: 0 }, [{ path: 'training', before: 706_56, after: 0 }]],
    [
      'not by the order of rows and of ids',
      {
        positions: [second, first],
        kitas: ['albig-muster', 'biebelnheim'],
        shares: example.shares.toReversed(),
      },
      [],
    ],
    [
      'not by the order of fields in a row',
      { positions: [Object.fromEntries(Object.entries(first).reverse()) as never, second] },
      [],
    ],
    [
      'not by what was emptied again',
      { countyGoals: [], attachments: [], provider: { ...example.provider, ags: '' } },
      [],
    ],
  ])('%s', (_how, change, expected) => {
    expect(differencesOf(example, { ...example, ...change })).toEqual(expected);
  });

  test('of which one is empty, by everything', () => {
    expect(differencesOf({}, example).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['provider.name', 'positions.elterncafe', 'shares.biebelnheim', 'signature.on']),
    );
    expect(differencesOf(example, {}).every(({ after }) => after === undefined)).toBe(true);
  });
});

type Loose = Record<string, unknown>;
const keyOf = { positions: 'id', shares: 'kita' } as const;

/** Writes one difference into a version: what reads the list must be able to make the later version of the earlier. */
const write = (into: Loose, [name = '', ...rest]: readonly string[], after: unknown): Loose => {
  if (rest.length === 0) return { ...into, [name]: after };
  const key = keyOf[name as keyof typeof keyOf];
  if (!key) return { ...into, [name]: write((into[name] ?? {}) as Loose, rest, after) };
  const rows = new Map(((into[name] ?? []) as Loose[]).map((row) => [row[key] as string, row]));
  const [id = '', ...inRow] = rest;
  const row = inRow.length === 0 ? (after as Loose | undefined) : write(rows.get(id) ?? {}, inRow, after);
  if (row) rows.set(id, row);
  else rows.delete(id);
  return { ...into, [name]: [...rows.values()] };
};

const inOrder = (version: BudgetApplicationDraft) => ({
  ...version,
  kitas: version.kitas?.toSorted(),
  positions: version.positions?.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  shares: version.shares?.toSorted((a, b) => (a.kita < b.kita ? -1 : 1)),
});

test('the differences written into the earlier version make the later one', () => {
  fc.assert(
    fc.property(applications, applications, (before, after) => {
      const made = differencesOf(before, after).reduce<Loose>(
        (version, one) => write(version, one.path.split('.'), one.after),
        before,
      );
      expect(inOrder(made as BudgetApplicationDraft)).toEqual(inOrder(after));
    }),
  );
});

test('turned round, they are the same with before and after exchanged', () => {
  fc.assert(
    fc.property(applications, applications, (before, after) => {
      const there = differencesOf(before, after);
      const back = differencesOf(after, before).map(({ path, before: was, after: is }) => ({
        path,
        ...(is !== undefined && { before: is }),
        ...(was !== undefined && { after: was }),
      }));
      const byPath = (all: Difference[]) => all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
      expect(byPath(back)).toEqual(byPath(there));
    }),
  );
});

test('an untouched field is never reported: a version does not differ from itself, nor after a round trip', () => {
  fc.assert(
    fc.property(applications, (answers) => {
      expect(differencesOf(answers, answers)).toEqual([]);
      expect(differencesOf(answers, JSON.parse(JSON.stringify(answers)))).toEqual([]);
    }),
  );
});
