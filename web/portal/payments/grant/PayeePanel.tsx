import { useState } from 'preact/hooks';
import { type GrantAnswer, payeeChange } from '../../../../domain/api/payments.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { ConfirmDialog } from '../../../fields/ConfirmDialog.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import { TextField } from '../../../fields/TextField.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { problemText, t } from '../../texts.ts';
import { dateText, dayText } from '../../time/dates.ts';
import { groupedIban } from '../grouped-iban.ts';
import { say } from '../texts.ts';

interface Props {
  application: string;
  of: GrantAnswer;
  onDone: (said: string, answer: GrantAnswer) => void;
}

/** Enters another account; it is checked here as the server checks it. */
const ChangeForm = ({ application, onDone, onCancel }: Omit<Props, 'of'> & { onCancel: () => void }) => {
  const { call } = usePortal();
  const [holder, setHolder] = useState('');
  const [iban, setIban] = useState('');
  const [errors, setErrors] = useState(new Map<string, string>());
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async () => {
    const parsed = payeeChange.safeParse({ holder, iban });
    setAttempt(attempt + 1);
    setErrors(
      new Map((parsed.error?.issues ?? []).map((issue) => [String(issue.path[0]), problemText(issue)])),
    );
    if (!parsed.success) return;
    setBusy(true);
    setError(undefined);
    try {
      const body = parsed.data;
      onDone(
        say('payee.sent'),
        await call('POST /api/budget-applications/{id}/payee', { id: application, body }),
      );
      onCancel();
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
      aria-labelledby="payee-change"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <h4 class="portal-h4" id="payee-change">
        {say('payee.change')}
      </h4>
      <ErrorSummary
        title={t('app.errors', { count: errors.size })}
        errors={[...errors].map(([name, message]) => ({ id: fieldId(name), message }))}
        attempt={attempt}
      />
      <p class="kern-body">{say('payee.change.text')}</p>
      <TextField
        name="holder"
        label={say('payee.holder')}
        autocomplete="off"
        value={holder}
        error={errors.get('holder')}
        onInput={(event) => setHolder(event.currentTarget.value)}
      />
      <TextField
        name="iban"
        label={say('payee.iban')}
        autocomplete="off"
        value={iban}
        error={errors.get('iban')}
        onInput={(event) => setIban(event.currentTarget.value)}
      />
      <Failure error={error} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          {busy ? t('app.sending') : say('payee.send')}
        </Button>
        <Button variant="tertiary" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
};

type Answer = 'confirm' | 'reject';
const ROUTES = { confirm: 'confirmation', reject: 'rejection' } as const;
const DONE = { confirm: 'payee.confirmed', reject: 'payee.rejected' } as const;

/** The account that waits, and what may be done about it. */
const Pending = ({ application, of, onDone }: Props) => {
  const { call } = usePortal();
  const [open, setOpen] = useState<Answer>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { pending } = of.payee;
  if (!pending) return null;
  const iban = groupedIban(pending.iban);
  const answer = async (how: Answer) => {
    setBusy(true);
    setError(undefined);
    try {
      const body = { iban: pending.iban };
      const now = await call(`POST /api/budget-applications/{id}/payee/${ROUTES[how]}`, {
        id: application,
        body,
      });
      setOpen(undefined);
      onDone(say(DONE[how]), now);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Alert kind="warning" title={say('payee.pending')} level={4}>
      <p class="kern-body">
        {say('payee.pending.text', {
          holder: pending.holder,
          iban,
          day: dayText(pending.at),
          from: dateText(pending.from),
        })}{' '}
        {pending.byName && say('payee.pending.by', { name: pending.byName })}
      </p>
      <div class="actions">
        {(['confirm', 'reject'] as const)
          .filter((how) => of.actions.includes(how))
          .map((how) => (
            <Button
              key={how}
              variant={how === 'confirm' ? 'secondary' : 'tertiary'}
              onClick={() => setOpen(how)}
            >
              {say(`payee.${how}`)}
            </Button>
          ))}
      </div>
      {open && (
        <ConfirmDialog
          open
          title={say(`payee.${open}.title`)}
          confirm={busy ? t('app.sending') : say(`payee.${open}`)}
          cancel={t('app.cancel')}
          busy={busy}
          onConfirm={() => void answer(open)}
          onCancel={() => setOpen(undefined)}
        >
          <Failure error={error} />
          <p class="kern-body">{say(`payee.${open}.text`, { iban })}</p>
        </ConfirmDialog>
      )}
    </Alert>
  );
};

/** The account that a grant is paid to, the one that waits, and the way to change it. */
export const PayeePanel = ({ application, of, onDone }: Props) => {
  const [isChanging, setChanging] = useState(false);
  return (
    <>
      <h3 class="portal-h3">{say('payee.title')}</h3>
      <Pairs
        pairs={[
          [say('payee.holder'), of.payee.holder],
          [say('payee.iban'), groupedIban(of.payee.iban)],
        ]}
      />
      <Pending application={application} of={of} onDone={onDone} />
      {of.actions.includes('change') && !isChanging && (
        <div class="actions">
          <Button variant="secondary" onClick={() => setChanging(true)}>
            {say('payee.change')}
          </Button>
        </div>
      )}
      {isChanging && (
        <ChangeForm application={application} onDone={onDone} onCancel={() => setChanging(false)} />
      )}
    </>
  );
};
