import { useState } from 'preact/hooks';
import { type Choice, RadioGroup } from '../../fields/Choices.tsx';
import { ConfirmDialog } from '../../fields/ConfirmDialog.tsx';
import { ErrorSummary } from '../../fields/ErrorSummary.tsx';
import { fieldId } from '../../fields/field.ts';
import { Failure } from '../parts/Failure.tsx';
import { problemText, t } from '../texts.ts';

export interface DialogProps {
  busy: boolean;
  error: unknown;
  onCancel: () => void;
}
interface Props extends DialogProps {
  name: string;
  title: string;
  text: string;
  label: string;
  confirm: string;
  options: readonly Choice[];
  onChoose: (value: string) => void;
}

/** A dialog that needs one choice before it goes on. */
export const ChoiceDialog = ({ name, title, text, label, confirm, options, onChoose, ...dialog }: Props) => {
  const [chosen, setChosen] = useState('');
  const [attempt, setAttempt] = useState(0);
  const wrong = attempt > 0 && !chosen ? problemText({ path: [name], message: 'required' }) : undefined;
  const goOn = () => {
    if (chosen) onChoose(chosen);
    else setAttempt(attempt + 1);
  };
  return (
    <ConfirmDialog
      open
      title={title}
      confirm={dialog.busy ? t('app.sending') : confirm}
      cancel={t('app.cancel')}
      busy={dialog.busy}
      onConfirm={goOn}
      onCancel={dialog.onCancel}
    >
      <ErrorSummary
        title={t('app.errors', { count: 1 })}
        errors={wrong ? [{ id: fieldId(name), message: wrong }] : []}
        attempt={attempt}
      />
      <Failure error={dialog.error} />
      <p class="kern-body">{text}</p>
      <RadioGroup
        name={name}
        label={label}
        options={options}
        chosen={chosen}
        error={wrong}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
};
