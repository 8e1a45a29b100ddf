import { useState } from 'preact/hooks';
import type { Attachment } from '../../../../domain/files/attachment.ts';
import { Button } from '../../../fields/Button.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { say } from '../texts.ts';

/** Saves a file that was found clean: the link lives for a minute, so it is asked for when somebody wants it. */
export const OpenFile = ({ id, file }: { id: string; file: Pick<Attachment, 'id' | 'name'> }) => {
  const { call } = usePortal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const open = () => {
    setBusy(true);
    setError(undefined);
    call('GET /api/budget-applications/{id}/attachments/{file}', { id, params: { file: file.id } })
      .then(({ url }) => location.assign(url), setError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button variant="tertiary" busy={busy} onClick={open}>
        {say('files.open', { name: file.name })}
      </Button>
      <Failure error={error} />
    </>
  );
};
