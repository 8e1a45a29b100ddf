import { describe, expect, it } from 'vitest';
import type { SessionFile } from '../../../../domain/api/committee.ts';
import { emptyRecord, type RecordFields, readRecord, type TypedResolution } from './record-fields.ts';

const fileOf = (kind: 'session' | 'urgent' = 'session') =>
  ({
    kind,
    items: [
      { case: 'gone', state: 'left', facts: { applied: 200_000_00 } },
      { case: 'one', state: 'here', facts: { applied: 150_000_00 } },
    ],
  }) as SessionFile;

const typed = (change: Partial<TypedResolution>, decidedBy = ''): RecordFields => {
  const { resolutions } = emptyRecord(fileOf());
  const votes = { yes: '9', no: '2', abstained: '0', biased: '0' };
  return {
    decidedBy,
    resolutions: resolutions.map((row) => (row.case === 'one' ? { ...row, votes, ...change } : row)),
  };
};
const codes = (fields: RecordFields, kind?: 'urgent') => {
  const { issues, atField } = readRecord(fields, fileOf(kind));
  return issues.map(atField).map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('what is typed of resolutions', () => {
  it('is sent for the cases that are still here, and for no other', () => {
    const { more, issues } = readRecord(typed({ outcome: 'approved', text: ' Einstimmig. ' }), fileOf());
    expect(issues).toEqual([]);
    expect(more).toEqual({
      resolutions: [
        {
          case: 'one',
          outcome: 'approved',
          votes: { yes: 9, no: 2, abstained: 0, biased: 0 },
          text: 'Einstimmig.',
        },
      ],
    });
  });

  it('has amounts as they are written in German, and one condition a line', () => {
    const { more } = readRecord(
      typed({ outcome: 'changed', amount: '120.000,00 €', conditions: 'Befristet.\n\n Bericht im Mai.\n' }),
      fileOf(),
    );
    expect(more.resolutions).toMatchObject([
      { amount: 120_000_00, conditions: ['Befristet.', 'Bericht im Mai.'] },
    ]);
  });

  it('leaves out what belonged to another outcome', () => {
    const { more } = readRecord(
      typed({ outcome: 'approved', amount: '120.000', conditions: 'Befristet.' }),
      fileOf(),
    );
    expect(more.resolutions?.[0]).not.toHaveProperty('amount');
    expect(more.resolutions?.[0]).not.toHaveProperty('conditions');
  });

  it('is judged by the rules of the server, each fault at the field where it is mended', () => {
    expect(codes(typed({ outcome: 'changed', amount: '1.5.0' }))).toContain('resolutions.1.amount amount');
    expect(codes(typed({ outcome: 'changed', amount: '150.000,01' }))).toEqual([
      'resolutions.1.amount more-than-asked',
    ]);
    const votes = { yes: '5', no: '5', abstained: '', biased: '0' };
    expect(codes(typed({ outcome: 'approved', votes }))).toEqual(['resolutions.1.votes.yes no-majority']);
  });

  it('needs no votes for a deferral, and a name instead of votes for an urgent decision', () => {
    const none = { yes: '', no: '', abstained: '0', biased: '0' };
    expect(codes(typed({ outcome: 'deferred', votes: none }))).toEqual([]);
    expect(codes(typed({ outcome: 'approved' }), 'urgent')).toEqual(['decidedBy required']);
    expect(codes(typed({ outcome: 'approved' }, 'Landrätin Muster'), 'urgent')).toEqual([]);
  });
});
