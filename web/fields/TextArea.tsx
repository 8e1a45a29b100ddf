import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { FieldError, Hint, LabelText } from './FieldParts.tsx';
import { classes, described, type FieldProps, fieldId, type InputProps, typed } from './field.ts';

type Props = FieldProps &
  InputProps<HTMLTextAreaElement> & {
    /** Characters allowed. More may be typed or pasted: nothing is cut off, the counter says so. */
    max?: number;
    /** The sentence for the characters that are left (negative: too many). */
    left?: (characters: number) => string;
  };

/** Several lines of text with a counter, which a screen reader hears when typing pauses near the end. */
export const TextArea = ({
  label,
  hint,
  error,
  describedBy,
  optional,
  id: own,
  max,
  left,
  ...input
}: Props) => {
  const id = own ?? fieldId(input.name);
  const [length, setLength] = useState(0);
  // Without dependencies: a draft may be put in at any render, and the count must follow it.
  useLayoutEffect(() => {
    const element = document.getElementById(id) as HTMLTextAreaElement | null;
    setLength(element?.value.length ?? 0);
  });
  const counted = max !== undefined && left ? left(max - length) : undefined;
  return (
    <div class={classes('kern-form-input', error && 'kern-form-input--error')}>
      <label class="kern-label" for={id}>
        <LabelText label={label} optional={optional} />
      </label>
      <Hint id={id} hint={hint} />
      <textarea
        rows={6}
        {...input}
        id={id}
        class={classes('kern-form-input__input', error && 'kern-form-input__input--error')}
        onInput={(event) => {
          setLength(event.currentTarget.value.length);
          typed(input)(event);
        }}
        onChange={undefined}
        {...described(id, { hint, error, describedBy }, counted && `${id}-left`)}
      />
      {counted && (
        <p class="kern-body kern-body--small kern-body--muted" id={`${id}-left`}>
          {counted}
        </p>
      )}
      {counted && <Announced text={max !== undefined && max - length <= 100 ? counted : ''} />}
      <FieldError id={id} error={error} />
    </div>
  );
};

const Announced = ({ text }: { text: string }) => {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(text), 1_000);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span class="kern-sr-only" role="status">
      {said}
    </span>
  );
};
