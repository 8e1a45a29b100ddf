import type { GenericEventHandler, KeyboardEventHandler, Ref } from 'preact';

/** What every field takes. Texts come from outside: the fields speak no language of their own. */
export interface FieldProps {
  name: string;
  label: string;
  /** Shown under the label and read with it. */
  hint?: string;
  /** The sentence at the field; its presence makes the field invalid. */
  error?: string;
  /** The word that marks a field nobody must fill in, such as "freiwillig". */
  optional?: string;
  /** The id of something else on the page that is read with it. */
  describedBy?: string;
  /** Only where two fields of a page have the same name. */
  id?: string;
}

/** The element that an error summary's link focuses: the input, or the first choice of a group. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** Ids for `aria-describedby`, in reading order, and the attributes that say whether a field is wrong. */
export const described = (
  id: string,
  { hint, error, describedBy }: Pick<FieldProps, 'hint' | 'error' | 'describedBy'>,
  more?: string,
) => ({
  'aria-describedby':
    [describedBy, hint && `${id}-hint`, more, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? ('true' as const) : undefined,
});

/** Joins class names, leaving out what does not apply. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ');

/** What a field hands on to its input: all that `register` of react-hook-form gives, and a little more. */
export interface InputProps<Element extends HTMLElement> {
  ref?: Ref<Element>;
  value?: string;
  defaultValue?: string;
  type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'number';
  autocomplete?: string;
  inputMode?: 'text' | 'email' | 'tel' | 'numeric' | 'decimal';
  spellcheck?: boolean;
  autocapitalize?: 'off' | 'none' | 'characters';
  disabled?: boolean;
  readonly?: boolean;
  rows?: number;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  onInput?: GenericEventHandler<Element>;
  onChange?: GenericEventHandler<Element>;
  onBlur?: GenericEventHandler<Element>;
  onKeyDown?: KeyboardEventHandler<Element>;
}

/** `onChange` of a text field is called with every letter, as form libraries made for React expect. */
export const typed =
  <Element extends HTMLElement>({ onInput, onChange }: InputProps<Element>): GenericEventHandler<Element> =>
  (event) => {
    onInput?.(event);
    onChange?.(event);
  };
