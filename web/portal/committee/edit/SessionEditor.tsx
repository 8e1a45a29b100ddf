import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import type { SessionFile } from '../../../../domain/api/committee.ts';
import { sessionKinds } from '../../../../domain/forms/committee-session/reasons.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { TextField } from '../../../fields/TextField.tsx';
import { draftField } from '../../drafts/use-draft-form.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { itemName } from '../session/Agenda.tsx';
import { type Facts, nameOf } from '../session/ItemFacts.tsx';
import type { SessionState } from '../session/use-session.ts';
import { say } from '../texts.ts';
import { ItemRow } from './ItemRow.tsx';
import type { SessionFields } from './session-fields.ts';
import { agendaSentence, useSessionForm } from './use-session-form.ts';

type Form = UseFormReturn<SessionFields, unknown, never>;

/** Where the focus goes and what is said after the list has changed: what had the focus may be gone. */
interface After {
  focus: string;
  text: string;
}

const kinds = () =>
  sessionKinds.map((value) => ({
    value,
    label: say(`kind.${value}`),
    ...(value === 'urgent' && { hint: say('kind.urgent.hint') }),
  }));

/** Every case that may be on the agenda, by its id. */
const factsOf = ({ items, waiting }: SessionFile): Map<string, Facts> =>
  new Map([
    ...items.flatMap(({ case: of, facts }): [string, Facts][] => (facts ? [[of, facts]] : [])),
    ...waiting.map((facts): [string, Facts] => [facts.case, facts]),
  ]);

const Waiting = ({ all, onAdd }: { all: readonly Facts[]; onAdd: (of: Facts, n: number) => void }) => (
  <section class="agenda-waiting" aria-labelledby="waiting">
    <h3 class="portal-h3" id="waiting" tabIndex={-1}>
      {say('edit.waiting')}
    </h3>
    {all.length === 0 ? (
      <p class="kern-body portal-muted">{say('edit.waiting.none')}</p>
    ) : (
      <ul class="waiting">
        {all.map((facts, n) => (
          <li key={facts.case}>
            <span>
              {nameOf(facts)}
              <span class="data-note">
                {facts.fileNumber} · {formatEuros(facts.proposed?.amount ?? facts.applied)}
              </span>
            </span>
            <Button
              id={`add-${n}`}
              variant="secondary"
              aria-label={say('edit.add.of', { name: nameOf(facts), number: facts.fileNumber })}
              onClick={() => onAdd(facts, n)}
            >
              {say('edit.add')}
            </Button>
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** The agenda: cases are put on it, moved and taken off, with buttons that everybody can reach. */
const Items = ({ file, form }: { file: SessionFile; form: Form }) => {
  const rows = useFieldArray({ control: form.control, name: 'items', keyName: 'key' });
  const facts = factsOf(file);
  const [after, setAfter] = useState<After>();
  const shown = useRef<After | undefined>(undefined);
  useLayoutEffect(() => {
    if (after && after !== shown.current) document.getElementById(after.focus)?.focus();
    shown.current = after;
  });
  const items = form.watch('items');
  const nameAt = (of: string) =>
    itemName({ facts: facts.get(of) ?? file.items.find((item) => item.case === of)?.facts });
  const waiting = [...facts.values()].filter(
    (one) => !items.some((item) => item.case === one.case) && isFree(file, one.case),
  );
  const move = (n: number, to: number) => {
    const up = to < n;
    rows.move(n, to);
    // At the end of the list the button that was pressed rests, and cannot have the focus.
    const rests = up ? to === 0 : to === items.length - 1;
    const focus = `${up === rests ? 'down' : 'up'}-${to}`;
    setAfter({ focus, text: say('edit.moved', { name: nameAt(items[n]?.case ?? ''), number: to + 1 }) });
  };
  const remove = (n: number) => {
    rows.remove(n);
    setAfter({ focus: 'agenda-title', text: say('edit.removed', { name: nameAt(items[n]?.case ?? '') }) });
  };
  const add = (one: Facts, n: number) => {
    rows.append({ case: one.case, public: 'yes', reason: '' }, { shouldFocus: false });
    const last = n === waiting.length - 1;
    const focus = !last ? `add-${n}` : n > 0 ? `add-${n - 1}` : 'waiting';
    setAfter({ focus, text: say('edit.added', { name: nameOf(one), number: items.length + 1 }) });
  };
  const id = fieldId('items');
  return (
    <>
      <section class="agenda-edit" aria-labelledby="agenda-title" id={id} tabIndex={-1}>
        <h3 class="portal-h3" id="agenda-title" tabIndex={-1}>
          {say('edit.agenda')}
        </h3>
        <p class="kern-hint">{say('edit.agenda.hint')}</p>
        <FieldError id={id} error={agendaSentence(form)} />
        {items.length === 0 ? (
          <p class="kern-body portal-muted">{say('edit.agenda.empty')}</p>
        ) : (
          <ol class="agenda">
            {rows.fields.map((row, n) => (
              <li key={row.key}>
                <ItemRow
                  form={form}
                  n={n}
                  count={rows.fields.length}
                  name={nameAt(row.case)}
                  facts={facts.get(row.case)}
                  here={isFree(file, row.case)}
                  onMove={(to) => move(n, to)}
                  onRemove={() => remove(n)}
                />
              </li>
            ))}
          </ol>
        )}
      </section>
      <Waiting all={waiting} onAdd={add} />
      <p class="kern-sr-only" role="status">
        {after?.text}
      </p>
    </>
  );
};

/** Whether a case lies with the committee, in this session or in none. */
const isFree = ({ items, waiting }: SessionFile, of: string) =>
  waiting.some((one) => one.case === of) || items.some((item) => item.case === of && item.state === 'here');

interface OvertakenProps {
  by: string | undefined;
  onTheirs: () => void;
  onMine: () => void;
}

/** Somebody else has saved: nothing of what was typed is lost, and nobody overwrites without knowing. */
const Overtaken = ({ by, onTheirs, onMine }: OvertakenProps) => (
  <Alert kind="warning" role="alert" title={say('edit.changed.title')} level={3}>
    <p class="kern-body">{by ? say('edit.changed.by', { by }) : say('edit.changed.nobody')}</p>
    <div class="actions">
      <Button variant="secondary" onClick={onTheirs}>
        {say('edit.changed.theirs')}
      </Button>
      <Button variant="secondary" onClick={onMine}>
        {say('edit.changed.mine')}
      </Button>
    </div>
  </Alert>
);

/** A session that is being prepared: its day, what kind it is, and the cases on its agenda. */
export const SessionEditor = ({ file, state }: { file: SessionFile; state: SessionState }) => {
  const editing = useSessionForm(file, state);
  const { form, overtaken, busy, errors } = editing;
  return (
    <form
      class="panel session-edit"
      noValidate
      aria-labelledby="edit"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) editing.send('save');
      }}
    >
      <h2 class="portal-h2" id="edit">
        {say('edit.title')}
      </h2>
      <ErrorSummary
        title={t('app.errors', { count: errors.length })}
        errors={errors}
        attempt={editing.attempt}
      />
      <RadioGroup label={say('edit.kind')} options={kinds()} {...draftField(form, 'kind')} />
      <div class="act-day">
        <TextField
          type="date"
          label={say('edit.on')}
          hint={say('edit.on.hint')}
          {...draftField(form, 'on')}
        />
      </div>
      <Items file={file} form={form as unknown as Form} />
      <Failure error={editing.error} />
      {overtaken && (
        <Overtaken
          by={overtaken.by}
          onTheirs={editing.dropOwn}
          onMine={() => editing.send('save', overtaken.saved)}
        />
      )}
      <p class="kern-body kern-body--small">{say('edit.convene.hint')}</p>
      <div class="actions">
        <Button type="submit" variant="secondary" busy={busy}>
          {busy ? t('app.sending') : say('edit.save')}
        </Button>
        <Button busy={busy} onClick={() => editing.send('convene')}>
          {busy ? t('app.sending') : say('edit.convene')}
        </Button>
      </div>
      <p class="kern-body kern-body--small portal-muted">{say('edit.kept')}</p>
    </form>
  );
};
