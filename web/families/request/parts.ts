import type { UseFormReturn } from 'react-hook-form';
import type { Choice } from '../../fields/Choices.tsx';
import { type TextKey, t } from '../language/texts.ts';
import type { Values } from './values.ts';

/** What each part of the form is handed. */
export interface Parts {
  form: UseFormReturn<Values>;
  /** The sentence at a field that is wrong. */
  wrong: (field: string) => string | undefined;
}

/** The choices of a field: their words stand under `<field>.<value>`, with a hint under `….hint` where there is one. */
export const choices = <Field extends string, const Value extends string>(
  field: Field,
  values: readonly (`${Field}.${Value}` extends TextKey ? Value : never)[],
  hinted: readonly NoInfer<Value>[] = [],
): Choice[] =>
  values.map((value) => ({
    value,
    label: t(`${field}.${value}` as TextKey),
    ...(hinted.includes(value) && { hint: t(`${field}.${value}.hint` as TextKey) }),
  }));
