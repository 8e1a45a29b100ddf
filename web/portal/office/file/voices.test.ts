import { describe, expect, it } from 'vitest';
import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { sentVersions } from './sent-versions.ts';
import { voicesOf } from './voices.ts';

const olga = { id: 'olga', name: 'Olga' };
const deed = (action: string, at: string, more: object = {}) => ({
  person: olga,
  step: 'completeness',
  action,
  at,
  ...more,
});
const note = (action: string, at: string, more: object = {}) => ({
  n: 1,
  step: 'completeness',
  action,
  at,
  ...more,
});
const voices = (file: object) =>
  voicesOf({
    at: 'completeness',
    acted: [],
    notes: [],
    cosigned: [],
    kitas: [
      { id: 'a', name: 'Kita A' },
      { id: 'b', name: 'Kita B' },
    ],
    ...file,
  } as unknown as ApplicationFile);
const said = (file: object) => voices(file).map(({ key, tone, statement }) => `${key} ${tone}: ${statement}`);

describe('who said what to an application', () => {
  it('begins with what nobody has said yet, and leaves out what does not belong to it', () => {
    expect(said({})).toEqual([
      'completeness open: noch nicht geprüft',
      'opinion open: steht noch aus',
      'kitas open: 0 von 2 haben mitgezeichnet',
    ]);
  });

  it('shows with a deed the words that came with it, and no others', () => {
    const file = {
      acted: [
        deed('complete', '2'),
        deed('recommend', '3', { step: 'opinion', for: { id: 'p', name: 'Paul' } }),
      ],
      notes: [
        note('complete', '1', { text: 'von früher' }),
        note('recommend', '3', { step: 'opinion', text: 'Ja.' }),
      ],
    };
    expect(voices(file).map(({ who, text }) => [who, text])).toEqual([
      ['Olga', undefined],
      ['Olga (in Vertretung für Paul)', 'Ja.'],
      [undefined, 'Noch nicht geäußert: Kita A, Kita B.'],
    ]);
  });

  it('says of a Kita that does not agree that it does not', () => {
    const cosigned = [
      { kita: { id: 'a', name: 'Kita A' }, agrees: false, at: '1' },
      { kita: { id: 'b', name: 'Kita B' }, agrees: true, at: '1' },
    ];
    expect(voices({ cosigned }).at(-1)).toMatchObject({
      tone: 'against',
      text: 'Nicht einverstanden: Kita A.',
    });
  });

  it('tells queries that wait from those that were answered, or not in time', () => {
    const notes = [note('query', '2', { fields: [{}, {}] })];
    const last = (file: object) => said({ notes, ...file }).at(-1);
    expect(last({ at: 'queries' })).toBe('queries open: 2 Rückfragen warten auf Antwort');
    expect(last({ acted: [deed('correct', '3')] })).toBe('queries for: 2 Rückfragen, beantwortet');
    expect(last({ acted: [deed('correct', '1')] })).toBe(
      'queries open: 2 Rückfragen, die letzten ohne Antwort',
    );
  });

  it('expects the committee above the sum from which on it resolves', () => {
    const decision = { kind: 'grant', amount: 200, voluntary: 0, note: 1 };
    const committee = (committeeAbove: number) => said({ decision, rules: { committeeAbove } }).at(-1);
    expect(committee(100)).toBe('committee open: Der Beschluss steht noch aus');
    expect(committee(200)).toMatch(/^kitas/);
  });
});

it('the versions of an application are what was sent, in order', () => {
  const acted = [deed('submit', '1'), deed('query', '2'), deed('correct', '3')];
  expect(sentVersions({ acted } as never)).toEqual([
    { n: 1, at: '1', by: 'Olga' },
    { n: 2, at: '3', by: 'Olga' },
  ]);
});
