import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';

interface Props {
  open: boolean;
  title: string;
  confirm: string;
  cancel: string;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  children?: ComponentChildren;
}

/** Asks before something that cannot be taken back. The focus begins at "cancel" and returns to where it was. */
export const ConfirmDialog = ({
  open,
  title,
  confirm,
  cancel,
  busy,
  onConfirm,
  onCancel,
  children,
}: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  useEffect(() => {
    const element = dialog.current;
    // Only a dialog that is closed, not one that is taken away, gives the focus back to where it came from.
    return () => element?.close();
  }, []);
  return (
    <dialog
      class="kern-dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <div class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id={id}>
          {title}
        </h2>
      </div>
      <div class="kern-dialog__body">{children}</div>
      <div class="kern-dialog__footer">
        <Button variant="secondary" onClick={onCancel}>
          {cancel}
        </Button>
        <Button busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
};
