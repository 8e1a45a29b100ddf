import { useState } from 'preact/hooks';
import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { Button } from '../../../fields/Button.tsx';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { say } from '../texts.ts';

type Attachment = ApplicationFile['attachments'][number];

/** A file that was found clean can be saved; of every other it is said why not. The link lives for a minute, so it is asked for then. */
const File = ({ of, application }: { of: Attachment; application: string }) => {
  const { call } = usePortal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const open = () => {
    setBusy(true);
    setError(undefined);
    call('GET /api/budget-applications/{id}/attachments/{file}', {
      id: application,
      params: { file: of.id },
    })
      .then(({ url }) => location.assign(url), setError)
      .finally(() => setBusy(false));
  };
  const { name, size, state } = of;
  return (
    <li>
      {state === 'clean' ? (
        <Button variant="tertiary" busy={busy} onClick={open}>
          {say('attachments.open', { name })}
        </Button>
      ) : (
        <span>{name}</span>
      )}
      <span class="data-note">
        {sizeText(size)}
        {state !== 'clean' && ` · ${say(`attachments.${state}`)}`}
      </span>
      <Failure error={error} onRetry={open} />
    </li>
  );
};

/** The files beside the application. */
export const Attachments = ({ file }: { file: ApplicationFile }) => (
  <section class="panel" aria-labelledby="attachments">
    <h2 class="portal-h2" id="attachments">
      {say('attachments.title')}
    </h2>
    {file.attachments.length === 0 ? (
      <p class="kern-body portal-muted">{say('attachments.none')}</p>
    ) : (
      <ul class="attachments">
        {file.attachments.map((one) => (
          <File key={one.id} of={one} application={file.id} />
        ))}
      </ul>
    )}
  </section>
);
