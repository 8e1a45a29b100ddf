import { useState } from 'preact/hooks';
import type { ApplicationFile } from '../../../domain/api/budget.ts';
import { Button } from '../../fields/Button.tsx';
import { ErrorSummary } from '../../fields/ErrorSummary.tsx';
import { fieldId } from '../../fields/field.ts';
import { Select } from '../../fields/Select.tsx';
import { TextField } from '../../fields/TextField.tsx';
import { usePortal } from '../app/context.ts';
import { newId } from '../case/new-id.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { asks, type Begun, changesIn, EMPTY, isReason, missingIn, reasons } from './begin-fields.ts';
import { say } from './texts.ts';

interface Props {
  file: ApplicationFile;
  hashOf: (id: string) => string;
}

/** Why a grant changes and from when; the provider then writes a draft, the office decides at once. */
export const BeginForm = ({ file, hashOf }: Props) => {
  const { call, go } = usePortal();
  const { leaving = [] } = file.amendments ?? {};
  const isOffice = file.view === 'office';
  const [id] = useState(newId);
  const [typed, setTyped] = useState<Begun>(EMPTY);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const missing = missingIn(typed);
  const wrong = attempt > 0 ? new Map(missing.map(([field, text]) => [field as string, text])) : new Map();
  const field = (name: keyof Begun) => ({
    name: `amend.${name}`,
    value: typed[name],
    error: wrong.get(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const begin = async () => {
    const { reason, from } = typed;
    if (!isReason(reason)) return;
    setBusy(true);
    setError(undefined);
    try {
      const changes = changesIn(typed, leaving);
      await call('POST /api/budget-applications/{id}/amendments', {
        id: file.id,
        body: { id, reason, ...(from && { from }), ...(changes.length > 0 && { changes }) },
      });
      go(hashOf(id));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const offered = reasons.filter(
    (one) =>
      (one !== 'provider-changed' || leaving.length > 0) &&
      (!isOffice || one === 'vacancy' || one === 'provider-changed'),
  );
  return (
    <form
      class="act"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (missing.length === 0 && !busy) void begin();
      }}
    >
      <ErrorSummary
        title={t('app.errors', { count: wrong.size })}
        errors={[...wrong].map(([name, message]) => ({ id: fieldId(`amend.${name}`), message }))}
        attempt={attempt}
      />
      <Select
        label={say('begin.reason')}
        empty={say('begin.reason.empty')}
        options={offered.map((value) => ({ value, label: say(`reason.${value}`) }))}
        {...field('reason')}
      />
      {asks(typed.reason, 'kita') && (
        <Select
          label={say('begin.kita')}
          options={leaving.map(({ kita }) => ({ value: kita.id, label: kita.name }))}
          {...field('kita')}
        />
      )}
      {asks(typed.reason, 'position') && (
        <Select
          label={say('begin.position')}
          empty={say('begin.reason.empty')}
          options={(file.amendments?.positions ?? []).map(({ id: value, name }) => ({ value, label: name }))}
          {...field('position')}
        />
      )}
      {asks(typed.reason, 'from') && (
        <TextField type="date" label={say('begin.from')} hint={say('begin.from.hint')} {...field('from')} />
      )}
      {asks(typed.reason, 'to') && <TextField type="date" label={say('begin.to')} {...field('to')} />}
      {isOffice && <p class="kern-body portal-muted">{say('begin.office.hint')}</p>}
      <Failure error={error} title={say('begin.failed')} onRetry={begin} />
      <div class="actions">
        <Button type="submit" variant="secondary" busy={busy}>
          {busy ? t('app.sending') : say(isOffice ? 'begin.send.office' : 'begin.send')}
        </Button>
      </div>
    </form>
  );
};
