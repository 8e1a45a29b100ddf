import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { UseFormReturn } from 'react-hook-form';
import type { Decision } from '../../../../domain/api/portal.ts';
import { Button } from '../../../fields/Button.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { Select } from '../../../fields/Select.tsx';
import { usePortal } from '../../app/context.ts';
import { draftField } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t, word } from '../../texts.ts';
import { say } from '../texts.ts';
import type { ActBase, InName } from './use-act.ts';

interface Props extends ActBase {
  act: {
    form: unknown;
    error: unknown;
    busy: boolean;
    attempt: number;
    errors: readonly { id: string; message: string }[];
    submit: () => void;
  };
  /** What the action does and what follows from it. */
  text?: string | undefined;
  send: string;
  /** Whether anything is typed here that could be lost. */
  typed?: boolean;
  children?: ComponentChildren;
}

/** Where somebody stands in for a person with the step's role: in whose name is it done? */
const InWhoseName = ({ of, form }: { of: ActBase['of']; form: unknown }) => {
  const { me } = usePortal();
  const others = me.deputyFor.filter(({ roles }) => of.turn && roles.includes(of.turn));
  if (others.length === 0) return null;
  return (
    <Select
      label={say('act.for')}
      hint={say('act.for.hint')}
      empty={say('act.for.own')}
      options={others.map(({ id, name }) => ({ value: id, label: say('act.for.other', { name }) }))}
      {...draftField(form as UseFormReturn<InName, unknown, Decision>, 'for')}
    />
  );
};

/** The frame of an action's form: what it does, what is wrong, in whose name, and the way back without losing a word. */
export const ActForm = ({ of, state, action, act, text, send, typed = true, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useLayoutEffect(() => heading.current?.focus(), []);
  const cancel = () => {
    state.setOpen(undefined);
    document.getElementById(`act-${action}`)?.focus();
  };
  return (
    <form
      class="act"
      noValidate
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (!act.busy) act.submit();
      }}
    >
      <h3 class="portal-h3" id={id} tabIndex={-1} ref={heading}>
        {word('action', action)}
      </h3>
      <ErrorSummary
        title={t('app.errors', { count: act.errors.length })}
        errors={act.errors}
        attempt={act.attempt}
      />
      {text && <p class="kern-body">{text}</p>}
      {children}
      <InWhoseName of={of} form={act.form} />
      <Failure error={act.error} onRetry={act.submit} />
      <div class="actions">
        <Button type="submit" busy={act.busy}>
          {act.busy ? t('app.sending') : send}
        </Button>
        <Button variant="tertiary" onClick={cancel}>
          {t('app.cancel')}
        </Button>
      </div>
      {typed && <p class="kern-body kern-body--small portal-muted">{say('act.kept')}</p>}
    </form>
  );
};
