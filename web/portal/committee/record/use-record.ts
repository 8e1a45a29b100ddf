import { useState } from 'preact/hooks';
import type { Path, Resolver } from 'react-hook-form';
import type { SessionFile } from '../../../../domain/api/committee.ts';
import { type Decision, decision } from '../../../../domain/api/portal.ts';
import { problemKind } from '../../api/failures.ts';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { summaryOf, takeFieldErrors, useDraftForm } from '../../drafts/use-draft-form.ts';
import { word } from '../../texts.ts';
import { itemWrong } from '../item-wrong.ts';
import type { SessionState } from '../session/use-session.ts';
import { emptyRecord, type RecordFields, readRecord, voteNames } from './record-fields.ts';

const resolverOf =
  (file: SessionFile): Resolver<RecordFields, unknown, Decision> =>
  async (fields) => {
    const { more, issues, atField } = readRecord(fields, file);
    const base = { step: file.at, action: 'record', version: file.version };
    const checked = decision.safeParse({ ...base, ...more });
    const all = [...issues, ...(checked.success ? [] : checked.error.issues)];
    if (all.length === 0 && checked.success) return { values: checked.data, errors: {} };
    return { values: {}, errors: errorsOf(all.map(atField)) } as never;
  };

const orderOf = ({ resolutions }: RecordFields): Path<RecordFields>[] => [
  'decidedBy',
  ...resolutions.flatMap((_, n): Path<RecordFields>[] => [
    `resolutions.${n}.outcome`,
    `resolutions.${n}.amount`,
    `resolutions.${n}.conditions`,
    ...voteNames.map((name) => `resolutions.${n}.votes.${name}` as const),
    `resolutions.${n}.text`,
  ]),
];

/** The session has not been held yet: nobody was faster, and what was typed is still right. */
const isAhead = (error: unknown) => problemKind(error) === 'session-ahead';

/** The form of what was resolved: what is typed stays in this tab until it is sent, also when somebody was faster. */
export const useRecord = (file: SessionFile, state: SessionState) => {
  const { call } = usePortal();
  const { form, discard } = useDraftForm(
    `record.${file.id}.${file.version}`,
    resolverOf(file),
    emptyRecord(file),
  );
  const [error, setError] = useState<unknown>();
  const send = form.handleSubmit(async (body) => {
    const { atField } = readRecord(form.getValues(), file);
    setError(undefined);
    state.setNotice(undefined);
    try {
      const answer = await call('POST /api/submissions/{id}/decisions', { id: file.id, body });
      discard();
      state.setRecording(false);
      state.did(word('done', 'record'), 'actions' in answer ? answer : undefined);
    } catch (failure) {
      if (isAhead(failure)) setError(failure);
      else if (state.overtaken(failure)) state.setRecording(false);
      else if (!takeFieldErrors(form, failure, atField)) setError(failure);
    }
  });
  const { isSubmitting, submitCount } = form.formState;
  const errors = summaryOf(form, orderOf(form.getValues()), itemWrong);
  return {
    form,
    error,
    busy: isSubmitting,
    attempt: submitCount,
    errors: isSubmitting ? [] : errors,
    send: () => void send(),
  };
};
