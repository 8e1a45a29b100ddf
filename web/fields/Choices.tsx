import { FieldError, Hint, LabelText } from './FieldParts.tsx';
import { classes, described, type FieldProps, fieldId, type InputProps } from './field.ts';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  /** Where the label is written in another language than the page. */
  lang?: string;
}

type Props = FieldProps &
  Omit<InputProps<HTMLInputElement>, 'type'> & {
    options: readonly Choice[];
    /** Side by side where there is room. */
    horizontal?: boolean;
    /** The chosen value or values, where the page and not a form library keeps them. */
    chosen?: string | readonly string[];
  };

/** One of few: `<RadioGroup label="…" options={[{ value, label }]} {...register('iAm')} />` */
export const RadioGroup = (props: Props) => <Choices kind="radio" {...props} />;

/** Some of few; a form library that gets several boxes of one name keeps an array. */
export const CheckboxGroup = (props: Props) => <Choices kind="checkbox" {...props} />;

const Choices = ({
  kind,
  label,
  hint,
  error,
  describedBy,
  optional,
  id: own,
  options,
  horizontal,
  chosen,
  ...input
}: Props & { kind: 'radio' | 'checkbox' }) => {
  const id = own ?? fieldId(input.name);
  return (
    <fieldset
      class={classes('kern-fieldset', error && 'kern-fieldset--error')}
      {...(kind === 'radio' ? { role: 'radiogroup' } : {})}
      {...described(id, { hint, error, describedBy })}
      aria-invalid={kind === 'radio' && error ? 'true' : undefined}
    >
      <legend class="kern-label">
        <LabelText label={label} optional={optional} />
      </legend>
      <Hint id={id} hint={hint} />
      <div class={classes('kern-fieldset__body', horizontal && 'kern-fieldset__body--horizontal')}>
        {options.map((one, at) => (
          <div class="kern-form-check" key={one.value}>
            <input
              {...input}
              {...(chosen === undefined ? {} : { checked: [chosen].flat().includes(one.value) })}
              type={kind}
              value={one.value}
              id={at === 0 ? id : `${id}-${one.value}`}
              class={classes(
                `kern-form-check__${kind}`,
                error && 'kern-form-check__radio--error kern-form-check__checkbox--error',
              )}
              aria-describedby={one.hint ? `${id}-${one.value}-hint` : undefined}
            />
            <label class="kern-label" for={at === 0 ? id : `${id}-${one.value}`} lang={one.lang}>
              {one.label}
              {one.hint && (
                <span
                  class="choice-hint kern-body kern-body--small kern-body--muted"
                  id={`${id}-${one.value}-hint`}
                >
                  {one.hint}
                </span>
              )}
            </label>
          </div>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
};
