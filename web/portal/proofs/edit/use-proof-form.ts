import type { Path, Resolver } from 'react-hook-form';
import type { ProofFile } from '../../../../domain/api/proof.ts';
import {
  type ProofOfUseDraft,
  proofAnswersFor,
  proofOfUseDraft,
} from '../../../../domain/forms/proof-of-use/answers.ts';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { summaryOf } from '../../drafts/use-draft-form.ts';
import { useSavedForm } from '../../drafts/use-saved-form.ts';
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

/** The form of a proof. */
export const useProofForm = (file: ProofFile, state: ProofState) => {
  const { call } = usePortal();
  const { id } = file;
  const sendOff = async (saved: number) => {
    const answer = await call('POST /api/proofs-of-use/{id}/submission', { id, body: { saved } });
    state.did(say('edit.sent'), 'actions' in answer ? answer : undefined);
  };
  const editing = useSavedForm<ProofFields, ProofOfUseDraft, 'send'>({
    // What was typed belongs to the positions that were granted then.
    name: ['proof', id, ...file.basis.positions.map((one) => one.id)].join('.'),
    fields: fieldsOf(file),
    resolverOf: (wish) => resolverOf(wish, file.basis),
    state,
    save: (body, ifMatch) => call('PUT /api/proofs-of-use/{id}', { id, body, ifMatch }),
    savedTitle: say('edit.saved'),
    goOn: sendOff,
  });
  const { form, busy } = editing;
  const errors = summaryOf(form, orderOf(form.getValues()), (field, message) =>
    labelled(file, field, message),
  );
  return { ...editing, errors: busy ? [] : errors };
};
export type ProofForm = ReturnType<typeof useProofForm>;
