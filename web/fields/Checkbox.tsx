import { FieldError, Hint } from './FieldParts.tsx';
import { classes, described, type FieldProps, fieldId, type InputProps } from './field.ts';

type Props = Omit<FieldProps, 'optional'> &
  Omit<InputProps<HTMLInputElement>, 'type'> & { checked?: boolean };

/** A single yes: `<Checkbox label="…" {...register('interpreter')} />` */
export const Checkbox = ({ label, hint, error, describedBy, id: own, ...input }: Props) => {
  const id = own ?? fieldId(input.name);
  return (
    <div class={classes('kern-form-check', error && 'kern-form-check--error')}>
      <input
        {...input}
        type="checkbox"
        id={id}
        class={classes('kern-form-check__checkbox', error && 'kern-form-check__checkbox--error')}
        {...described(id, { hint, error, describedBy })}
      />
      <label class="kern-label" for={id}>
        {label}
      </label>
      {hint && (
        <div class="check-hint">
          <Hint id={id} hint={hint} />
        </div>
      )}
      <FieldError id={id} error={error} />
    </div>
  );
};
