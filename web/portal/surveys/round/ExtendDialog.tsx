import { useState } from 'preact/hooks';
import type { RoundFile } from '../../../../domain/api/survey-rounds.ts';
import { ConfirmDialog } from '../../../fields/ConfirmDialog.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { ProblemError } from '../../api/failures.ts';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { problemText, t } from '../../texts.ts';
import { dateText } from '../../time/dates.ts';
import { say } from '../texts.ts';
import type { RoundState } from './use-round.ts';

interface Props {
  round: string;
  unit: RoundFile['units'][number];
  state: RoundState;
  onClose: () => void;
}

/** What the server says of the day; undefined when it is about something else. */
const sentenceOf = (error: unknown): string | undefined =>
  error instanceof ProblemError
    ? error.problem.errors?.find(({ path }) => path === 'to')?.message
    : undefined;

/** More time for one unit: a new last day. */
export const ExtendDialog = ({ round, unit, state, onClose }: Props) => {
  const { call } = usePortal();
  const [to, setTo] = useState(unit.until);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const isTyped = /^\d{4}-\d{2}-\d{2}$/.test(to);
  const [isTried, setTried] = useState(false);
  const sentence =
    sentenceOf(error) ?? (isTried && !isTyped ? problemText({ path: ['to'], message: 'date' }) : undefined);
  const extend = async () => {
    setTried(true);
    if (!isTyped) return;
    setBusy(true);
    setError(undefined);
    try {
      await call('POST /api/survey-rounds/{id}/extensions', { id: round, body: { unit: unit.unit, to } });
      onClose();
      state.did(say('extend.done', { name: unit.name, day: dateText(to) }));
      state.file.reload();
    } catch (failure) {
      if (state.overtaken(failure)) onClose();
      else setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open
      title={say('extend.title', { name: unit.name })}
      confirm={busy ? t('app.sending') : say('extend.send')}
      cancel={t('app.cancel')}
      busy={busy}
      onConfirm={() => void extend()}
      onCancel={onClose}
    >
      {!sentence && <Failure error={error} />}
      <p class="kern-body">{say('extend.text')}</p>
      <TextField
        type="date"
        name="extend-to"
        label={say('extend.to')}
        value={to}
        {...(sentence && { error: sentence })}
        onInput={(event) => {
          setTo((event.currentTarget as HTMLInputElement).value);
          setError(undefined);
        }}
      />
    </ConfirmDialog>
  );
};
