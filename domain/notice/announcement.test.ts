import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { days } from '../calendar/any-day.test-data.ts';
import { isWorkingDay } from '../calendar/working-day.ts';
import { ANNOUNCEMENT_RULES, announcedOn, announcementRules, type Sending } from './announcement.ts';
import { objectionEnds } from './objection-period.ts';

const instructed = { instructed: true };

describe('a notice', () => {
  test.each([
    // The examples of domain.md, "Time".
    ['posted on a Friday', 'post', '2026-01-30', '2026-02-03', '2026-03-03'],
    ['that counts as announced on a Sunday', 'post', '2026-04-29', '2026-05-03', '2026-06-03'],
    ['notified to a consenting recipient', 'electronic', '2026-01-30', '2026-02-02', '2026-03-02'],
    // Not moved: not off a Saturday, not off a holiday.
    ['that counts as announced on a Saturday', 'post', '2026-02-03', '2026-02-07', '2026-03-09'],
    ['that counts as announced on Good Friday', 'post', '2026-03-30', '2026-04-03', '2026-05-04'],
    ['that counts as announced on a holiday', 'electronic', '2026-04-28', '2026-05-01', '2026-06-01'],
    // The last and the first day of a rule.
    ['posted on the last day of the old rule', 'post', '2024-12-31', '2025-01-03', '2025-02-03'],
    ['posted on the first day of the new rule', 'post', '2025-01-01', '2025-01-05', '2025-02-05'],
    ['notified on the last day of the old rule', 'electronic', '2024-12-31', '2025-01-03', '2025-02-03'],
    ['notified on the first day of the new rule', 'electronic', '2025-01-01', '2025-01-04', '2025-02-04'],
    // A month without that day ends on its last one (§ 188 Abs. 3 BGB), in a leap year too.
    ['announced on the 31st', 'post', '2026-03-27', '2026-03-31', '2026-04-30'],
    ['announced at the end of January', 'electronic', '2028-01-28', '2028-01-31', '2028-02-29'],
  ] as const)('%s (%s, %s) is announced on %s; objections end on %s', (_what, by, on, announced, ends) => {
    expect(announcedOn({ by, on })).toBe(announced);
    expect(objectionEnds(announced, instructed)).toBe(ends);
  });

  test('without the instruction on remedies can be objected to for a year', () => {
    expect(objectionEnds('2026-02-03', { instructed: false })).toBe('2027-02-03');
    // 03.05.2027 is a Monday, 03.10.2027 a Sunday.
    expect(objectionEnds('2026-05-03', { instructed: false })).toBe('2027-05-03');
    expect(objectionEnds('2026-10-03', { instructed: false })).toBe('2027-10-04');
    expect(objectionEnds('2028-02-29', { instructed: false })).toBe('2029-02-28');
  });

  test('that was sent before any rule is refused', () => {
    expect(() => announcedOn({ by: 'post', on: '1980-12-31' })).toThrow(RangeError);
  });
});

const sendings = (on: string): Sending[] => [
  { by: 'post', on },
  { by: 'electronic', on },
];

test('who sends later announces later, and an objection never ends earlier for it', () => {
  const around2025 = fc.integer({ min: 1, max: 31 }).map((n) => `2024-12-${String(n).padStart(2, '0')}`);
  const sent = fc.oneof(days, around2025);
  fc.assert(
    fc.property(sent, sent, fc.boolean(), (one, other, isInstructed) => {
      const [early, late] = one < other ? [sendings(one), sendings(other)] : [sendings(other), sendings(one)];
      for (const [n, sending] of early.entries()) {
        const [first, second] = [announcedOn(sending), announcedOn(late[n] ?? sending)];
        expect(first > sending.on).toBe(true);
        expect(first <= second).toBe(true);
        const ends = objectionEnds(first, { instructed: isInstructed });
        expect(ends <= objectionEnds(second, { instructed: isInstructed })).toBe(true);
        expect(isWorkingDay(ends)).toBe(true);
        expect(ends <= objectionEnds(first, { instructed: false })).toBe(true);
      }
    }),
  );
});

describe('a county’s own rules', () => {
  test('apply from their dates on', () => {
    const own = [
      ...ANNOUNCEMENT_RULES,
      announcementRules.parse([{ from: '2027-01-01', postDays: 4, electronicDays: 1 }])[0] ??
        expect.unreachable(),
    ];
    expect(announcedOn({ by: 'electronic', on: '2026-12-31' }, own)).toBe('2027-01-03');
    expect(announcedOn({ by: 'electronic', on: '2027-01-01' }, own)).toBe('2027-01-02');
    expect(objectionEnds('2026-02-03', instructed, { instructed: 2, uninstructed: 12 })).toBe('2026-04-07');
  });

  test('are refused when they are missing, out of order or twice from the same day', () => {
    const rule = (from: string) => ({ from, postDays: 4, electronicDays: 3 });
    expect(announcementRules.safeParse([...ANNOUNCEMENT_RULES]).success).toBe(true);
    for (const rules of [
      [],
      [rule('2025-01-01'), rule('2024-01-01')],
      [rule('2025-01-01'), rule('2025-01-01')],
    ])
      expect(announcementRules.safeParse(rules).success).toBe(false);
  });
});
