import { useState } from 'preact/hooks';
import type { PaymentSubmission } from '../../../../domain/api/portal.ts';
import { decision } from '../../../../domain/api/portal.ts';
import { paymentAsks } from '../../../../domain/forms/payment-order/asks.ts';
import { mayCome, mustCome } from '../../../../domain/process/asked-fields.ts';
import { Button } from '../../../fields/Button.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import { Select } from '../../../fields/Select.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { ProblemError, problemKind } from '../../api/failures.ts';
import { now } from '../../api/now.ts';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { leftText } from '../../parts/left-text.ts';
import { problemText, t } from '../../texts.ts';
import { dateOf } from '../../time/dates.ts';
import { knows, say } from '../texts.ts';
import { actionText, doneText } from './action-text.ts';
import type { OrderState } from './use-order.ts';

const LONGEST = 3_000;
type FieldName = 'reference' | 'bookedOn' | 'comment';
type Values = Record<FieldName | 'for', string>;

/** What an action asks for beside being confirmed. */
const askedBy = (action: string): readonly FieldName[] => [
  ...mustCome<FieldName>(paymentAsks, action),
  ...mayCome<FieldName>(paymentAsks, action),
];
const isOptional = (action: string, field: FieldName) =>
  mayCome<FieldName>(paymentAsks, action).includes(field);

interface Props {
  of: PaymentSubmission;
  state: OrderState;
  action: string;
  onClose: () => void;
}

/** What is wrong with what was typed, by the API's own schema; nothing typed is missed first. */
const wrongOf = (of: PaymentSubmission, action: string, values: Values) => {
  const asked = askedBy(action);
  const missing = asked.filter((field) => values[field].trim() === '' && !isOptional(action, field));
  const given = asked.flatMap((field) =>
    values[field].trim() ? [[field, values[field].trim()] as const] : [],
  );
  const body = {
    step: of.at,
    action,
    version: of.version,
    ...Object.fromEntries(given),
    ...(values.for && { for: values.for }),
  };
  const parsed = decision.safeParse(body);
  const issues = [
    ...missing.map((field) => ({ path: [field], message: 'required' })),
    ...(parsed.success ? [] : parsed.error.issues),
  ];
  const errors = new Map(issues.map((issue) => [String(issue.path[0]), problemText(issue)]));
  return { body: parsed.success && missing.length === 0 ? parsed.data : undefined, errors };
};

/** One action on a payment order: what it does, what must come with it, and in whose name. */
export const OrderAct = ({ of, state, action, onClose }: Props) => {
  const { me, call } = usePortal();
  const [values, setValues] = useState<Values>({
    reference: '',
    bookedOn: dateOf(now()),
    comment: '',
    for: '',
  });
  const [errors, setErrors] = useState(new Map<string, string>());
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const asked = askedBy(action);
  const others = me.deputyFor.filter(({ roles }) => of.turn && roles.includes(of.turn));
  const set = (name: keyof Values) => (event: { currentTarget: { value: string } }) =>
    setValues({ ...values, [name]: event.currentTarget.value });
  const send = async () => {
    const { body, errors: wrong } = wrongOf(of, action, values);
    setAttempt(attempt + 1);
    setErrors(wrong);
    setError(undefined);
    if (!body) return;
    setBusy(true);
    try {
      const answer = await call('POST /api/submissions/{id}/decisions', { id: of.id, body });
      onClose();
      state.did(doneText(action), 'actions' in answer ? answer : undefined);
    } catch (failure) {
      const found = failure instanceof ProblemError ? (failure.problem.errors ?? []) : [];
      if (found.length > 0) setErrors(new Map(found.map(({ path, message }) => [path, message])));
      else if (problemKind(failure) === 'faster') {
        state.overtaken(failure);
        onClose();
      } else setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const wrong = [...errors].map(([name, message]) => ({ id: fieldId(name), message }));
  const key = `act.${action}`;
  return (
    <form
      class="act"
      noValidate
      aria-labelledby="acting"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <h3 class="portal-h3" id="acting">
        {actionText(action)}
      </h3>
      <ErrorSummary title={t('app.errors', { count: wrong.length })} errors={wrong} attempt={attempt} />
      {knows(key) && <p class="kern-body">{say(key)}</p>}
      {asked.includes('reference') && (
        <TextField
          name="reference"
          label={say('act.reference')}
          autocomplete="off"
          value={values.reference}
          error={errors.get('reference')}
          onInput={set('reference')}
        />
      )}
      {asked.includes('bookedOn') && (
        <div class="act-day">
          <TextField
            type="date"
            name="bookedOn"
            label={say('act.bookedOn')}
            value={values.bookedOn}
            error={errors.get('bookedOn')}
            onInput={set('bookedOn')}
          />
        </div>
      )}
      {asked.includes('comment') && (
        <TextArea
          name="comment"
          label={say('act.comment')}
          {...(isOptional(action, 'comment') && { optional: t('app.optional') })}
          max={LONGEST}
          left={leftText}
          rows={3}
          value={values.comment}
          error={errors.get('comment')}
          onInput={set('comment')}
        />
      )}
      {others.length > 0 && (
        <Select
          name="for"
          label={say('act.for')}
          empty={say('act.for.own')}
          options={others.map(({ id, name }) => ({ value: id, label: say('act.for.other', { name }) }))}
          defaultValue=""
          onChange={set('for')}
        />
      )}
      <Failure error={error} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          {busy ? t('app.sending') : say('act.send')}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
};
