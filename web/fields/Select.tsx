import type { Choice } from './Choices.tsx';
import { FieldError, Hint, LabelText } from './FieldParts.tsx';
import { classes, described, type FieldProps, fieldId, type InputProps } from './field.ts';

export interface ChoiceGroup {
  label: string;
  options: readonly Choice[];
}

const Option = ({ value, label, lang, selected }: Choice & { selected: boolean | undefined }) => (
  <option value={value} lang={lang} selected={selected}>
    {label}
  </option>
);

type Props = FieldProps &
  InputProps<HTMLSelectElement> & {
    options?: readonly Choice[];
    /** Choices under headings, after those without one. */
    groups?: readonly ChoiceGroup[];
    /** Words of the empty choice, if there is one. */
    empty?: string;
  };

/** One of many: `<Select label="…" options={[{ value, label }]} {...register('language')} />` */
export const Select = ({
  label,
  hint,
  error,
  describedBy,
  optional,
  id: own,
  options = [],
  groups = [],
  empty,
  defaultValue,
  ...input
}: Props) => {
  const id = own ?? fieldId(input.name);
  // A select has no default of its own in the DOM: its option says so.
  const isFirst = (value: string) => (defaultValue === undefined ? undefined : value === defaultValue);
  return (
    <div class={classes('kern-form-input', error && 'kern-form-input--error')}>
      <label class="kern-label" for={id}>
        <LabelText label={label} optional={optional} />
      </label>
      <Hint id={id} hint={hint} />
      <div class="kern-form-input__select-wrapper">
        <select
          {...input}
          id={id}
          class={classes('kern-form-input__select', error && 'kern-form-input__select--error')}
          {...described(id, { hint, error, describedBy })}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((one) => (
            <Option key={one.value} {...one} selected={isFirst(one.value)} />
          ))}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map((one) => (
                <Option key={one.value} {...one} selected={isFirst(one.value)} />
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <FieldError id={id} error={error} />
    </div>
  );
};
