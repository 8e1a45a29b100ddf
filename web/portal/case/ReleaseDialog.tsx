import { useState } from 'preact/hooks';
import type { CaseMessage } from '../../../domain/api/portal.ts';
import { releaseReasons } from '../../../domain/forms/contact-request/reasons.ts';
import { Checkbox } from '../../fields/Checkbox.tsx';
import { CheckboxGroup, RadioGroup } from '../../fields/Choices.tsx';
import { ConfirmDialog } from '../../fields/ConfirmDialog.tsx';
import { ErrorSummary } from '../../fields/ErrorSummary.tsx';
import { fieldId } from '../../fields/field.ts';
import { Failure } from '../parts/Failure.tsx';
import { problemText, t, word } from '../texts.ts';
import { momentText } from '../time/dates.ts';
import type { DialogProps } from './ChoiceDialog.tsx';
import type { ReleaseBody } from './Release.tsx';

/** The value of the box for the answers, among the messages' ids. */
const ANSWERS = 'answers';
const START = 80;

const toggled = (list: readonly string[], value: string, on: boolean) =>
  on ? [...list, value] : list.filter((one) => one !== value);

const messageLabel = ({ from, at, text = '' }: CaseMessage) =>
  t('release.message', {
    who: t(`mailbox.${from}`),
    moment: momentText(at),
    start: text.length > START ? `${text.slice(0, START)} …` : text,
  });

interface Props extends DialogProps {
  /** Whether the answers may be read, and so released. */
  answers: boolean;
  messages: readonly CaseMessage[];
  onRelease: (body: ReleaseBody) => void;
}

/** The serious dialog: a reason, what exactly, and that the danger was weighed, before anything leaves. */
export const ReleaseDialog = ({ answers, messages, onRelease, busy, error, onCancel }: Props) => {
  const [reason, setReason] = useState('');
  const [what, setWhat] = useState<readonly string[]>([]);
  const [sure, setSure] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const wrong: Record<string, string | undefined> =
    attempt === 0
      ? {}
      : {
          reason: reason ? undefined : problemText({ path: ['reason'], message: 'required' }),
          what: what.length > 0 ? undefined : t('release.nothing'),
          sure: sure ? undefined : t('release.sure.missing'),
        };
  const errors = Object.entries(wrong).flatMap(([name, message]) =>
    message ? [{ id: fieldId(name), message }] : [],
  );
  const goOn = () => {
    if (!reason || what.length === 0 || !sure) return setAttempt(attempt + 1);
    onRelease({
      answers: what.includes(ANSWERS),
      messages: what.filter((one) => one !== ANSWERS),
      reason: reason as ReleaseBody['reason'],
    });
  };
  return (
    <ConfirmDialog
      open
      title={t('release.title')}
      confirm={busy ? t('app.sending') : t('release.confirm')}
      cancel={t('app.cancel')}
      busy={busy}
      onConfirm={goOn}
      onCancel={onCancel}
    >
      <ErrorSummary title={t('app.errors', { count: errors.length })} errors={errors} attempt={attempt} />
      <Failure error={error} />
      <p class="kern-body">{t('release.text')}</p>
      <RadioGroup
        name="reason"
        label={t('release.reason')}
        options={releaseReasons.map((value) => ({ value, label: word('release-reason', value) }))}
        chosen={reason}
        error={wrong.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <CheckboxGroup
        name="what"
        label={t('release.what')}
        options={[
          ...(answers ? [{ value: ANSWERS, label: t('release.answers') }] : []),
          ...messages.map((one) => ({ value: one.id, label: messageLabel(one) })),
        ]}
        chosen={what}
        error={wrong.what}
        onChange={({ currentTarget: box }) => setWhat(toggled(what, box.value, box.checked))}
      />
      <Checkbox
        name="sure"
        label={t('release.sure')}
        checked={sure}
        error={wrong.sure}
        onChange={({ currentTarget: box }) => setSure(box.checked)}
      />
    </ConfirmDialog>
  );
};
