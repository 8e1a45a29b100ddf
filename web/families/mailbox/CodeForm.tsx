import { useState } from 'preact/hooks';
import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { ErrorSummary } from '../../fields/ErrorSummary.tsx';
import { fieldId } from '../../fields/field.ts';
import { TextField } from '../../fields/TextField.tsx';
import { sentence, t } from '../language/texts.ts';
import { codeFrom } from './code.ts';

interface Props {
  closed: boolean;
  unknown: boolean;
  onCode: (code: string) => void;
}

export const CodeForm = ({ closed, unknown, onCode }: Props) => {
  const [typed, type] = useState('');
  const [attempt, setAttempt] = useState(0);
  const code = codeFrom(typed);
  const problem = attempt === 0 || code ? undefined : typed.trim() ? 'wrong-type' : 'required';
  const error = sentence('code', problem);
  return (
    <>
      {closed && <Alert kind="success" title={t('close.done')} role="status" />}
      {unknown && (
        <Alert kind="danger" title={t('mailbox.unknown')} role="alert">
          <p class="kern-body">{t('mailbox.unknown-text')}</p>
        </Alert>
      )}
      <ErrorSummary
        title={t('errors.title', { count: 1 })}
        errors={error ? [{ id: fieldId('code'), message: error }] : []}
        attempt={attempt}
      />
      <form
        class="stack form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (code) onCode(code);
          else setAttempt((n) => n + 1);
        }}
      >
        <p class="kern-body">{t('mailbox.lead')}</p>
        <TextField
          name="code"
          label={t('mailbox.code')}
          hint={t('mailbox.code-hint')}
          error={error}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          dir="ltr"
        />
        <div>
          <Button type="submit">{t('mailbox.open')}</Button>
        </div>
      </form>
      <section class="stack" aria-labelledby="lost">
        <h2 class="kern-heading-small" id="lost">
          {t('mailbox.lost')}
        </h2>
        <p class="kern-body">{t('mailbox.lost-text')}</p>
      </section>
    </>
  );
};
