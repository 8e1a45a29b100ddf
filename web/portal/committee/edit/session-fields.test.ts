import { describe, expect, it } from 'vitest';
import type { SessionFile } from '../../../../domain/api/committee.ts';
import { committeeSessionExample } from '../../../../domain/forms/committee-session/example.ts';
import { draftOf, fieldsOf } from './session-fields.ts';

const fileOf = ({ kind, on, items }: Partial<Pick<SessionFile, 'kind' | 'on'>> & { items: object[] }) =>
  ({ saved: 3, kind, on, items }) as SessionFile;

describe('the fields of a session', () => {
  it('are sent as they were saved, whoever touches nothing', () => {
    const { saved, ...fields } = fieldsOf(fileOf(committeeSessionExample));
    expect(saved).toBe(3);
    expect(draftOf(fields)).toEqual(committeeSessionExample);
  });

  it('send no day that was not typed, and no reason that was not chosen', () => {
    expect(draftOf(fieldsOf(fileOf({ items: [{ case: 'a', public: false }] })))).toEqual({
      kind: 'session',
      items: [{ case: 'a', public: false }],
    });
  });

  it('forget the reason of an item that is public after all', () => {
    const fields = fieldsOf(fileOf({ items: [{ case: 'a', public: false, reason: 'public-good' }] }));
    const [item = { case: '', public: '', reason: '' }] = fields.items;
    expect(draftOf({ ...fields, items: [{ ...item, public: 'yes' }] }).items).toEqual([
      { case: 'a', public: true },
    ]);
  });
});
