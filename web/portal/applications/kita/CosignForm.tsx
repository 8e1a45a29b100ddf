import { useState } from 'preact/hooks';
import { Button } from '../../../fields/Button.tsx';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import { TextArea } from '../../../fields/TextArea.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { leftText } from '../../parts/left-text.ts';
import { problemText, t } from '../../texts.ts';
import { say } from '../texts.ts';
import { useStatement } from './use-statement.ts';

const LONGEST = 3_000;

interface Props {
  id: string;
  kita: { id: string; name: string };
  onDone: () => void;
}

/** Whether a Kita agrees with its provider's application, with a comment if it likes. */
export const CosignForm = ({ id, kita, onDone }: Props) => {
  const { call } = usePortal();
  const { said, change, discard } = useStatement(`cosign ${id} ${kita.id}`);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { agrees, comment } = said;
  const names = { agrees: `agrees-${kita.id}`, comment: `comment-${kita.id}` };
  const wrong = {
    agrees: agrees ? undefined : say('kita.required'),
    comment:
      comment.trim().length > LONGEST ? problemText({ path: ['comment'], message: 'too-long' }) : undefined,
  };
  const shown = attempt > 0 ? wrong : { agrees: undefined, comment: undefined };
  const send = async () => {
    if (busy) return;
    if (wrong.agrees || wrong.comment) return setAttempt(attempt + 1);
    setBusy(true);
    setError(undefined);
    const body = {
      kita: kita.id,
      agrees: agrees === 'yes',
      ...(comment.trim() && { comment: comment.trim() }),
    };
    try {
      await call('POST /api/budget-applications/{id}/cosignatures', { id, body });
      discard();
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="act"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary
        title={t('app.errors', { count: Object.values(shown).filter(Boolean).length })}
        errors={(['agrees', 'comment'] as const).flatMap((name) =>
          shown[name] ? [{ id: fieldId(names[name]), message: shown[name] }] : [],
        )}
        attempt={attempt}
      />
      <RadioGroup
        name={names.agrees}
        label={say('kita.question', { kita: kita.name })}
        options={[
          { value: 'yes', label: say('kita.yes') },
          { value: 'no', label: say('kita.no') },
        ]}
        chosen={agrees}
        {...(shown.agrees && { error: shown.agrees })}
        onChange={(event) => change({ agrees: event.currentTarget.value })}
      />
      <TextArea
        name={names.comment}
        label={say('kita.comment')}
        optional={t('app.optional')}
        hint={say('kita.comment.hint')}
        rows={4}
        max={LONGEST}
        left={leftText}
        value={comment}
        {...(shown.comment && { error: shown.comment })}
        onInput={(event) => change({ comment: event.currentTarget.value })}
      />
      <Failure error={error} title={say('kita.failed')} onRetry={() => void send()} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          {busy ? t('app.sending') : say('kita.send')}
        </Button>
      </div>
    </form>
  );
};
