import type { FieldProps } from './field.ts';

type Part = Pick<FieldProps, 'label' | 'hint' | 'error' | 'optional'> & { id: string };

/** The words of a label, with the mark of a field that may stay empty. */
export const LabelText = ({ label, optional }: Pick<Part, 'label' | 'optional'>) => (
  <>
    {label}
    {optional && <span class="kern-label__optional"> – {optional}</span>}
  </>
);

export const Hint = ({ id, hint }: Pick<Part, 'id' | 'hint'>) =>
  hint ? (
    <div class="kern-hint" id={`${id}-hint`}>
      {hint}
    </div>
  ) : null;

export const FieldError = ({ id, error }: Pick<Part, 'id' | 'error'>) =>
  error ? (
    <p class="kern-error" id={`${id}-error`}>
      <span class="kern-icon kern-icon--danger" aria-hidden="true" />
      <span class="kern-body">{error}</span>
    </p>
  ) : null;
