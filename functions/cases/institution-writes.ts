import type {
  InstitutionHead,
  InstitutionParticulars,
} from '../../domain/forms/institution-survey/particulars.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { putNote } from '../store/applications.ts';
import type { Store } from '../store/client.ts';
import type { Write } from '../store/transact.ts';

/** What is written together with the head of an institution's answers: why which fields are returned. */
export const institutionWrites = (
  store: Store,
  after: InstitutionHead,
  { at, by, what, particulars }: { at: string; by: Actor; what: string; particulars?: unknown },
): Write[] => {
  const { note } = (particulars ?? {}) as InstitutionParticulars;
  return note
    ? [
        putNote(store, after.id, {
          ...note,
          n: after.about.notes,
          at,
          by,
          step: 'plausibility',
          action: what,
        }),
      ]
    : [];
};
