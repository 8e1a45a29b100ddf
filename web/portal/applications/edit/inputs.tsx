import type { ComponentChildren } from 'preact';
import { Checkbox } from '../../../fields/Checkbox.tsx';
import { type Choice, RadioGroup } from '../../../fields/Choices.tsx';
import { fieldId, type InputProps } from '../../../fields/field.ts';
import { Select } from '../../../fields/Select.tsx';
import { TextArea } from '../../../fields/TextArea.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { plainPath } from '../../application/field-name.ts';
import { valueText } from '../../application/field-value.ts';
import { type FormKey, formText, isFormKey } from '../../application/texts.ts';
import { leftText } from '../../parts/left-text.ts';
import { pathOf } from '../form/issues.ts';
import { readTyped, type Typed, tidied } from '../form/kinds.ts';
import { say } from '../texts.ts';
import { type Editing, useEditing } from './editing.ts';

interface Props {
  /** The input's name, which is the path of its field with marked rows. */
  name: string;
  label?: string;
  hint?: string | undefined;
  optional?: boolean;
}

const hintOf = (key: string) => (isFormKey(`${key}.hint`) ? formText(`${key}.hint` as FormKey) : undefined);

const typedAt = ({ form }: Editing, name: string): unknown => form.getValues(name as never);

/** What every input shows: its words, what is wrong, and that of a field that is not open, only its value. */
const useInput = ({ name, label, hint, optional }: Props) => {
  const editing = useEditing();
  const path = pathOf(name);
  const key = plainPath(path);
  const opening = editing.openingAt(path);
  const error = editing.errorAt(name);
  const query = editing.queryAt(path);
  const words = [hint ?? hintOf(key), opening === 'less' && say('field.less')].filter(Boolean).join(' ');
  return {
    editing,
    path,
    key,
    query,
    isOpen: opening !== undefined,
    shared: {
      name,
      label: label ?? formText(key as FormKey),
      ...(words && { hint: words }),
      ...(error && { error }),
      ...(optional && { optional: formText('form.optional') }),
      ...(query && { describedBy: queryId(name) }),
    },
    typed: typedAt(editing, name) as Typed,
    change: (typed: Typed) => editing.form.setValue(name as string, typed),
  };
};

export const queryId = (name: string): string => `${fieldId(name)}-query`;

/** What the office asks, beside the field that it opened. */
export const Query = ({ name, text }: { name: string; text: string | undefined }) =>
  text ? (
    <p class="query" id={queryId(name)}>
      <strong>{say('field.query')}:</strong> {text}
    </p>
  ) : null;

const Queried = ({
  name,
  text,
  children,
}: {
  name: string;
  text: string | undefined;
  children: ComponentChildren;
}) =>
  text ? (
    <div class="queried">
      <Query name={name} text={text} />
      {children}
    </div>
  ) : (
    children
  );

/** A value that cannot be changed now. */
const Locked = ({ label, name }: { label: string; name: string }) => {
  const editing = useEditing();
  const path = pathOf(name);
  const value = readTyped(plainPath(path), typedAt(editing, name) as never);
  const text = valueText(path, value, { answers: editing.draft, kitas: editing.file.kitas });
  return (
    <dl class="locked">
      <dt>{label}</dt>
      <dd>{text || '–'}</dd>
    </dl>
  );
};

type Input = ReturnType<typeof useInput>;

const Slot = ({ input, children }: { input: Input; children: ComponentChildren }) =>
  input.isOpen ? (
    <Queried name={input.shared.name} text={input.query}>
      {children}
    </Queried>
  ) : (
    <Locked label={input.shared.label} name={input.shared.name} />
  );

type Line = Props &
  Pick<InputProps<HTMLInputElement>, 'type' | 'autocomplete' | 'inputMode' | 'spellcheck' | 'autocapitalize'>;

/** One line of text. A number, an amount or a date is written the one way when somebody leaves it. */
export const Line = ({ type, autocomplete, inputMode, spellcheck, autocapitalize, ...props }: Line) => {
  const input = useInput(props);
  const { form } = input.editing;
  const { ref, onChange, onBlur } = form.register(props.name as string);
  const tidy = () => {
    const typed = String(typedAt(input.editing, props.name) ?? '');
    const tidy = tidied(input.key, typed);
    if (tidy !== typed) form.setValue(props.name as never, tidy as never);
  };
  return (
    <Slot input={input}>
      <TextField
        {...input.shared}
        ref={ref}
        onChange={onChange as never}
        {...(type && { type })}
        {...(autocomplete && { autocomplete })}
        {...(inputMode && { inputMode })}
        {...(spellcheck !== undefined && { spellcheck })}
        {...(autocapitalize && { autocapitalize })}
        onBlur={(event) => {
          tidy();
          void onBlur(event as never);
        }}
      />
    </Slot>
  );
};

const LONGEST = 3_000;

/** A text of at most 3,000 characters. */
export const Long = ({ rows = 8, ...props }: Props & { rows?: number }) => {
  const input = useInput(props);
  const { name: _name, ...registered } = input.editing.form.register(props.name as string);
  return (
    <Slot input={input}>
      <TextArea {...input.shared} {...registered} rows={rows} max={LONGEST} left={leftText} />
    </Slot>
  );
};

/** One of many. */
export const OneOf = ({ options, ...props }: Props & { options: readonly Choice[] }) => {
  const input = useInput(props);
  return (
    <Slot input={input}>
      <Select
        {...input.shared}
        options={options}
        empty={say('field.choose')}
        value={input.typed as string}
        onChange={(event) => input.change(event.currentTarget.value)}
      />
    </Slot>
  );
};

/** One of few. */
export const Radios = ({
  options,
  horizontal,
  ...props
}: Props & { options: readonly Choice[]; horizontal?: boolean }) => {
  const input = useInput(props);
  return (
    <Slot input={input}>
      <RadioGroup
        {...input.shared}
        options={options}
        chosen={(input.typed ?? '') as string}
        onChange={(event) => input.change(event.currentTarget.value)}
        {...(horizontal && { horizontal })}
      />
    </Slot>
  );
};

/** A box to tick. */
export const Box = (props: Props) => {
  const input = useInput(props);
  return (
    <Slot input={input}>
      <Checkbox
        {...input.shared}
        checked={input.typed === true}
        onChange={(event) => input.change(event.currentTarget.checked)}
      />
    </Slot>
  );
};

/** The choices of a field that has its words in the form's file. */
export const choicesOf = (group: string, codes: readonly string[]): Choice[] =>
  codes.map((value) => ({ value, label: formText(`${group}.${value}` as FormKey) }));
