import { useState } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { Failure } from './Failure.tsx';

interface Props {
  label: string;
  busyLabel: string;
  /** Asks for the link when somebody wants the file: it lives for a minute. */
  link: () => Promise<{ url: string }>;
  variant?: 'secondary' | 'tertiary';
  /** The browser has begun to save it. */
  onOpened?: () => void;
  id?: string;
  describedBy?: string | undefined;
}

/** Saves a file that lies behind a short-lived link; the page stays where it is. */
export const DocumentButton = ({
  label,
  busyLabel,
  link,
  variant = 'tertiary',
  onOpened,
  id,
  describedBy,
}: Props) => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const open = () => {
    setBusy(true);
    setError(undefined);
    link()
      .then(({ url }) => {
        location.assign(url);
        onOpened?.();
      }, setError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <div>
        <Button variant={variant} busy={busy} onClick={open} id={id} aria-describedby={describedBy}>
          {busy ? busyLabel : label}
        </Button>
      </div>
      <Failure error={error} onRetry={open} />
    </>
  );
};
