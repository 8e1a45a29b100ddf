import { useState } from 'preact/hooks';
import type { SubmissionItem } from '../../../../domain/api/portal.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import { usePortal } from '../../app/context.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { newId } from '../../case/new-id.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { applicationHash } from '../addresses.ts';
import { thisYear } from '../list/years.ts';
import { say } from '../texts.ts';
import { continued, draftAfter } from './first-draft.ts';
import { grantedAnswers } from './granted-answers.ts';
import { grantsBefore, lastSent } from './own-applications.ts';

const EMPTY = 'empty';

const grantChoice = ({ id, number, purpose, granted = 0 }: SubmissionItem) => ({
  value: id,
  label: say('new.from.last', { purpose: purpose ? purposeText(purpose) : '' }),
  hint: say('new.from.last.hint', { number, amount: formatEuros(granted) }),
});

/** Which year, and what to begin with: nothing, or last year's grant. The draft then stands on the server. */
export const NewForm = ({ items }: { items: readonly SubmissionItem[] }) => {
  const { me, call, go } = usePortal();
  const [id] = useState(newId);
  const [year, setYear] = useState(thisYear() + 1);
  const grants = grantsBefore(items, year);
  const [from, setFrom] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const chosen = grants.length === 0 ? EMPTY : from;
  const wrong = attempt > 0 && !chosen ? say('new.required') : undefined;

  const answersOf = async (of: SubmissionItem | undefined) => of && grantedAnswers(call, of);
  const create = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const grant = grants.find((one) => one.id === chosen);
      const answers = await answersOf(grant ?? lastSent(items));
      const body = grant && answers ? continued(answers) : draftAfter(year, me, answers);
      await call('PUT /api/budget-applications/{id}', { id, body });
      go(applicationHash(id));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (chosen) void create();
    else setAttempt(attempt + 1);
  };
  const years = [thisYear() + 1, thisYear()].map((one) => ({ value: String(one), label: String(one) }));
  return (
    <form class="panel" noValidate onSubmit={submit}>
      <ErrorSummary
        title={say('errors.title', { count: 1 })}
        errors={wrong ? [{ id: fieldId('from'), message: wrong }] : []}
        attempt={attempt}
      />
      <RadioGroup
        name="year"
        label={say('new.year')}
        horizontal
        options={years}
        chosen={String(year)}
        onChange={(event) => {
          setYear(Number(event.currentTarget.value));
          setFrom('');
        }}
      />
      {grants.length > 0 ? (
        <RadioGroup
          key={year}
          name="from"
          label={say('new.from')}
          options={[
            ...grants.map(grantChoice),
            { value: EMPTY, label: say('new.from.empty'), hint: say('new.from.empty.hint') },
          ]}
          chosen={from}
          error={wrong}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      ) : (
        <p class="kern-body portal-muted">{say('new.none', { year: year - 1 })}</p>
      )}
      <Failure error={error} title={say('new.failed')} onRetry={create} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          {busy ? t('app.sending') : say('new.create')}
        </Button>
      </div>
    </form>
  );
};
