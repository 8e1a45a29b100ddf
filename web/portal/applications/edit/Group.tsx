import type { ComponentChildren } from 'preact';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { pathOf } from '../form/issues.ts';
import { useEditing } from './editing.ts';
import { Query } from './inputs.tsx';

interface Props {
  /** The name of the group, list or row. */
  name: string;
  /** Without a title the section's heading says what it is. */
  title?: string;
  children: ComponentChildren;
}

/** Inputs that belong together, with what is asked or wrong about all of them. */
export const Group = ({ name, title, children }: Props) => {
  const { errorAt, queryAt } = useEditing();
  const query = queryAt(pathOf(name));
  const error = errorAt(name);
  const id = fieldId(name);
  const inner = (
    <>
      <Query name={name} text={query} />
      <FieldError id={id} error={error} />
      {children}
    </>
  );
  if (!title)
    return (
      <div class="fields" id={id} tabIndex={-1}>
        {inner}
      </div>
    );
  return (
    <fieldset class="fields-group" id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="portal-h3">{title}</legend>
      {inner}
    </fieldset>
  );
};
