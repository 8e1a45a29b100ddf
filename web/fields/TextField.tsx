import { FieldError, Hint, LabelText } from './FieldParts.tsx';
import { classes, described, type FieldProps, fieldId, type InputProps, typed } from './field.ts';

type Props = FieldProps & InputProps<HTMLInputElement>;

/** One line of text: `<TextField label="Name" hint="…" error={…} {...register('name')} />` */
export const TextField = ({
  label,
  hint,
  error,
  describedBy,
  optional,
  id: own,
  type = 'text',
  ...input
}: Props) => {
  const id = own ?? fieldId(input.name);
  return (
    <div class={classes('kern-form-input', error && 'kern-form-input--error')}>
      <label class="kern-label" for={id}>
        <LabelText label={label} optional={optional} />
      </label>
      <Hint id={id} hint={hint} />
      <input
        {...input}
        // Preact's types tell each kind of input apart; which one it is, is known only here.
        type={type as 'text'}
        id={id}
        onInput={typed(input)}
        onChange={undefined}
        class={classes('kern-form-input__input', error && 'kern-form-input__input--error')}
        {...described(id, { hint, error, describedBy })}
      />
      <FieldError id={id} error={error} />
    </div>
  );
};
