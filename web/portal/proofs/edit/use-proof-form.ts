import { useEffect, useRef, useState } from 'preact/hooks';
import type { Path, Resolver } from 'react-hook-form';
import type { ProofFile } from '../../../../domain/api/proof.ts';
import {
  type ProofOfUseDraft,
  proofAnswersFor,
  proofOfUseDraft,
} from '../../../../domain/forms/proof-of-use/answers.ts';
import { ProblemError, problemKind } from '../../api/failures.ts';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { summaryOf, takeFieldErrors, useDraftForm } from '../../drafts/use-draft-form.ts';
import { fieldName } from '../field-name.ts';
import type { ProofState } from '../file/use-proof.ts';
import { say } from '../texts.ts';
import { draftOf, fieldsOf, type ProofFields } from './proof-fields.ts';

/** What is wanted of what was typed: to keep it, or to send the proof. */
type Wish = 'save' | 'send';

const resolverOf =
  (wish: { current: Wish }, basis: ProofFile['basis']): Resolver<ProofFields, unknown, ProofOfUseDraft> =>
  async (fields) => {
    const { draft, issues } = draftOf(fields);
    const schema = wish.current === 'send' ? proofAnswersFor(basis) : proofOfUseDraft;
    const checked = schema.safeParse(draft);
    const all = [...issues, ...(checked.success ? [] : checked.error.issues)];
    if (all.length === 0) return { values: draft, errors: {} };
    return { values: {}, errors: errorsOf(all) } as never;
  };

const orderOf = ({ positions, receipts }: ProofFields): Path<ProofFields>[] => [
  ...positions.flatMap((_, n) =>
    (['months', 'hours', 'cost', 'vacancy', 'deviation'] as const).map(
      (field): Path<ProofFields> => `positions.${n}.${field}`,
    ),
  ),
  'training',
  'thirdParty',
  'receipts',
  ...receipts.flatMap((_, n) =>
    (['on', 'amount', 'purpose'] as const).map((field): Path<ProofFields> => `receipts.${n}.${field}`),
  ),
  ...(['caseSpecific', 'acrossCases', 'unrelated', 'goals', 'deviations'] as const).map(
    (field): Path<ProofFields> => `report.${field}`,
  ),
  ...(['truthful', 'earmarked', 'receiptsKept'] as const).map(
    (field): Path<ProofFields> => `declarations.${field}`,
  ),
  'signature.name',
  'signature.on',
];

/** A line of the summary names the field that it is about: most sentences are the same. */
const labelled = (file: ProofFile, field: string, message: string): string => {
  const [list, n, part] = field.split('.');
  if (list === 'receipts' && n !== undefined)
    return `${say('field.receipt', { number: Number(n) + 1 })}: ${message}`;
  const id = list === 'positions' ? file.basis.positions[Number(n)]?.id : undefined;
  const path = id ? `positions.${id}.${part}` : field;
  const name = fieldName(path, file);
  return name === path ? message : `${name}: ${message}`;
};

/**
 * The form of a proof. What is typed belongs to the saved state that it began from and stays in this tab until it is saved, also
 * when somebody else has saved meanwhile.
 */
export const useProofForm = (file: ProofFile, state: ProofState) => {
  const { call, drafts } = usePortal();
  const wish = useRef<Wish>('save');
  const name = `proof.${file.id}`;
  const { form, discard } = useDraftForm(name, resolverOf(wish, file.basis), fieldsOf(file));
  // What somebody else has saved is shown where nothing was typed; what was typed stays.
  useEffect(() => {
    if (drafts.read(name) === undefined) discard(fieldsOf(file));
  }, [file.saved]);
  const [error, setError] = useState<unknown>();
  const [overtaken, setOvertaken] = useState<number>();

  const fail = (failure: unknown) => {
    const current = failure instanceof ProblemError ? failure.problem.current : undefined;
    if (problemKind(failure) === 'changed-meanwhile' && current) setOvertaken(current.version);
    else if (!takeFieldErrors(form, failure)) setError(failure);
  };
  const sendOff = async (saved: number) => {
    const answer = await call('POST /api/proofs-of-use/{id}/submission', { id: file.id, body: { saved } });
    state.did(say('edit.sent'), 'actions' in answer ? answer : undefined);
  };
  /** @param over the saved state that this replaces, where it is not the one that it began from */
  const send = (wanted: Wish, over?: number) => {
    wish.current = wanted;
    void form.handleSubmit(async (body) => {
      const ifMatch = over ?? form.getValues('saved');
      setError(undefined);
      setOvertaken(undefined);
      state.setNotice(undefined);
      try {
        const { saved } = await call('PUT /api/proofs-of-use/{id}', { id: file.id, body, ifMatch });
        discard({ ...form.getValues(), saved });
        if (wanted === 'send') await sendOff(saved);
        else state.setNotice({ kind: 'success', title: say('edit.saved') });
        state.file.reload();
      } catch (failure) {
        fail(failure);
      }
    })();
  };
  const dropOwn = () => {
    discard(fieldsOf(file));
    setOvertaken(undefined);
    state.reload();
  };
  const { isSubmitting, submitCount } = form.formState;
  const errors = orderOf(form.getValues()).flatMap((field) =>
    summaryOf(form, [field]).map(({ id, message }) => ({ id, message: labelled(file, field, message) })),
  );
  return {
    form,
    error,
    overtaken,
    dropOwn,
    send,
    busy: isSubmitting,
    attempt: submitCount,
    errors: isSubmitting ? [] : errors,
  };
};
export type ProofForm = ReturnType<typeof useProofForm>;
