import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  title: string;
  /** In the order of the page; `id` is the field's (`fieldId(name)`). */
  errors: readonly { id: string; message: string }[];
  /** Changes with every failed try: the focus then moves to the summary. */
  attempt: number;
  /** Where the field is not on the page yet: shows it and puts the focus there. */
  onFollow?: (id: string) => void;
}

const focusField = (id: string): void => document.getElementById(id)?.focus();

/** What is wrong, with a link to each field; takes the focus after a failed try. Renders nothing without errors. */
export const ErrorSummary = ({ title, errors, attempt, onFollow = focusField }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  // Only with a try: what turns wrong while somebody types must not take them out of the field.
  useLayoutEffect(() => {
    if (attempt > 0 && shown) box.current?.focus();
  }, [attempt]);
  if (!shown) return null;
  return (
    <div class="kern-alert kern-alert--danger error-summary" tabIndex={-1} ref={box} role="alert">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--danger" aria-hidden="true" />
        <h2 class="kern-title">{title}</h2>
      </div>
      <div class="kern-alert__body">
        <ul class="kern-list kern-list--bullet">
          {errors.map(({ id, message }) => (
            <li key={id}>
              <a
                class="kern-link kern-link--no-visited-state"
                href={`#${id}`}
                onClick={(event) => {
                  // The address stays as it is: the way back must not lead through errors.
                  event.preventDefault();
                  onFollow(id);
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
