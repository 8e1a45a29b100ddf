import { Hint } from '../../../fields/FieldParts.tsx';
import { classes, described } from '../../../fields/field.ts';

interface Props {
  id: string;
  label: string;
  hint: string;
  /** What is wrong with the file that was chosen, before anybody has read it. */
  problem: string | undefined;
  disabled: boolean;
  onFile: (file: File) => void;
}

/** Where a table is chosen that is imported at once: what is wrong with it is said at once, too. */
export const TableField = ({ id, label, hint, problem, disabled, onFile }: Props) => (
  <div class={classes('kern-form-input', problem && 'kern-form-input--error')}>
    <label class="kern-label" for={id}>
      {label}
    </label>
    <Hint id={id} hint={hint} />
    <input
      id={id}
      class="file-input"
      type="file"
      accept=".xlsx,.csv,.txt"
      disabled={disabled}
      {...described(id, { hint, ...(problem && { error: problem }) })}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        if (file) onFile(file);
        // The same file again is a new choice.
        event.currentTarget.value = '';
      }}
    />
    {problem && (
      <p class="kern-error" id={`${id}-error`} role="alert">
        <span class="kern-icon kern-icon--danger" aria-hidden="true" />
        <span class="kern-body">{problem}</span>
      </p>
    )}
  </div>
);
