import { describe, expect, it } from 'vitest';
import { logLines as linesOf } from './log-line.ts';

const logLines = (items: Parameters<typeof linesOf>[0], form = 'contact-request') => linesOf(items, form);

const worker = { person: 'social-worker' };
const entry = (n: number, what: string, more: object = {}) => ({
  n,
  at: `2026-11-0${n}T08:00:00.000Z`,
  by: worker,
  byName: 'Miriam Beispiel',
  what,
  ...more,
});

describe('the log in words', () => {
  it('names who did what, newest first, with the move and the reason', () => {
    const lines = logLines([
      entry(1, 'received', { by: { family: true }, byName: undefined }),
      entry(2, 'pass', { from: 'accept', to: 'reassign', reason: 'biased' }),
    ]);
    expect(lines.map(({ who, what, notes }) => [who, what, ...notes])).toEqual([
      [
        'Miriam Beispiel',
        'hat den Fall weitergegeben',
        'Annahme → Neue Zuständigkeit',
        'Grund: Ich bin befangen',
      ],
      ['Familie', 'hat die Anfrage aufgegeben'],
    ]);
  });

  it('says to whom a case was given', () => {
    const [line] = logLines([entry(1, 'assign', { ref: 'social-worker-2', refName: 'Jonas Muster' })]);
    expect(line?.what).toBe('hat den Fall Jonas Muster zugeteilt');
  });

  it('joins looks at the content in a row by one person, and only those', () => {
    const lines = logLines([
      entry(1, 'answers-read'),
      entry(2, 'messages-read'),
      entry(3, 'answers-read', { by: { person: 'social-worker-2' }, byName: 'Jonas Muster' }),
      entry(4, 'answers-read'),
    ]);
    expect(lines.map(({ who, what }) => `${who} ${what}`)).toEqual([
      'Miriam Beispiel hat die Anfrage gelesen',
      'Jonas Muster hat die Anfrage gelesen',
      'Miriam Beispiel hat gelesen, was die Familie geschrieben hat',
    ]);
  });

  it('shows an event that it has no word for rather than hiding it', () => {
    expect(logLines([entry(1, 'something-new')])[0]?.what).toBe('Eintrag „something-new“');
  });

  it('says of an application what the same code means there, and what the system found', () => {
    const system = { by: { system: true as const }, byName: undefined };
    const lines = logLines(
      [
        entry(1, 'answers-read'),
        entry(2, 'released', system),
        entry(3, 'refuse', system),
        entry(4, 'refuse'),
      ],
      'budget-application',
    );
    const [moved] = logLines([entry(1, 'grant', { from: 'decision', to: 'route' })], 'budget-application');
    expect(moved?.notes).toEqual(['Entscheidungsentwurf → Weiterleitung']);
    expect(lines.map(({ who, what }) => `${who} ${what}`)).toEqual([
      'Miriam Beispiel hat eine Ablehnung entworfen',
      'System: Das Budget reicht nicht, der Antrag ist abzulehnen',
      'System: Die Vormerkung ist aufgehoben',
      'Miriam Beispiel hat den Antrag gelesen',
    ]);
  });
});
