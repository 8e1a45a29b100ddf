import { useState } from 'preact/hooks';
import { linesOf } from '../../../../domain/budget/amounts.ts';
import type { FrameState } from '../../../../domain/budget/frame.ts';
import type { FrameSetting } from '../../../../domain/budget/set-frame.ts';
import { formatAmount, formatEuros, readEuros } from '../../../../domain/money/euros.ts';
import { budgetOf } from '../../../../domain/money/shares.ts';
import { Button } from '../../../fields/Button.tsx';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { usePortal } from '../../app/context.ts';
import { draftField, summaryOf, takeFieldErrors, useDraftForm } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';
import type { Budget } from './Figures.tsx';
import { frameResolver, type TypedFrame } from './frame-fields.ts';

interface Props {
  of: Budget;
  onSet: (answer: Budget) => void;
  onReload: () => void;
}

/** A frame that is in force is not made provisional again. */
const choices = (now: FrameState) =>
  (['provisional', 'in-force'] as const)
    .filter((state) => now === 'provisional' || state === 'in-force')
    .map((value) => ({ value, label: say(`frame.${value}`), hint: say(`frame.${value}.hint`) }));

/** What follows from the state's figure: the county's share and the whole. */
const Follows = ({ figure }: { figure: string }) => {
  const cents = readEuros(figure);
  const { county, total } = budgetOf(cents ?? 0);
  return (
    <p class="act-sum" role="status">
      {cents === undefined
        ? ''
        : say('frame.follows', { county: formatEuros(county), total: formatEuros(total) })}
    </p>
  );
};

/** The fields of one version of the frame: what is saved is another version, with a form of its own. */
const Fields = ({ of, onSet, onReload, onSend }: Props & { onSend: () => void }) => {
  const { call } = usePortal();
  const empty: TypedFrame = {
    figure: of.version > 0 ? formatAmount(of.figures.state) : '',
    voluntary: formatAmount(linesOf(of.figures).voluntary),
    state: of.state,
  };
  const { form, discard } = useDraftForm<TypedFrame, FrameSetting>(
    `frame.${of.year}.${of.version}`,
    frameResolver,
    empty,
  );
  const [error, setError] = useState<unknown>();
  const send = form.handleSubmit(async (body) => {
    setError(undefined);
    onSend();
    try {
      const answer = await call('PUT /api/budgets/{year}', {
        params: { year: String(of.year) },
        body,
        ifMatch: of.version,
      });
      discard();
      onSet(answer);
    } catch (failure) {
      if (!takeFieldErrors(form, failure)) setError(failure);
    }
  });
  const { isSubmitting, submitCount } = form.formState;
  const errors = summaryOf(form, ['figure', 'voluntary', 'state']);
  return (
    <form
      class="act"
      noValidate
      aria-labelledby="frame"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary
        title={t('app.errors', { count: errors.length })}
        errors={isSubmitting ? [] : errors}
        attempt={submitCount}
      />
      <div class="frame-fields">
        <TextField
          label={say('frame.figure')}
          hint={say('frame.figure.hint')}
          inputMode="decimal"
          autocomplete="off"
          {...draftField(form, 'figure')}
        />
        <TextField
          label={say('frame.voluntary')}
          hint={say('frame.voluntary.hint')}
          inputMode="decimal"
          autocomplete="off"
          {...draftField(form, 'voluntary')}
        />
      </div>
      <Follows figure={form.watch('figure')} />
      <RadioGroup label={say('frame.state')} options={choices(of.state)} {...draftField(form, 'state')} />
      <Failure error={error} onRetry={onReload} />
      <div class="actions">
        <Button type="submit" busy={isSubmitting}>
          {isSubmitting ? t('app.sending') : say('frame.send')}
        </Button>
      </div>
    </form>
  );
};

/** The treasurer's form: the state's figure is entered, never computed; the county's share follows from it. */
export const FrameForm = ({ of, onSet, onReload }: Props) => {
  const [said, setSaid] = useState('');
  const set = (answer: Budget) => {
    onSet(answer);
    setSaid(say('frame.done'));
    // The button that was pressed is gone with the next drawing; only then is there somewhere to go.
    setTimeout(() => document.getElementById('frame')?.focus());
  };
  return (
    <section class="panel" aria-labelledby="frame">
      <h2 class="portal-h2" id="frame" tabIndex={-1}>
        {say('frame.title')}
      </h2>
      <p class="reply-said" role="status">
        {said}
      </p>
      <Fields key={of.version} of={of} onSet={set} onReload={onReload} onSend={() => setSaid('')} />
    </section>
  );
};
