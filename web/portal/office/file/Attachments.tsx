import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { usePortal } from '../../app/context.ts';
import { DocumentButton } from '../../parts/DocumentButton.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';

type Attachment = ApplicationFile['attachments'][number];

/** A file that was found clean can be saved; of every other it is said why not. */
const File = ({ of, application: id }: { of: Attachment; application: string }) => {
  const { call } = usePortal();
  const { name, size, state } = of;
  return (
    <li>
      {state === 'clean' ? (
        <DocumentButton
          label={say('attachments.open', { name })}
          busyLabel={t('app.loading')}
          link={() =>
            call('GET /api/budget-applications/{id}/attachments/{file}', { id, params: { file: of.id } })
          }
        />
      ) : (
        <span>{name}</span>
      )}
      <span class="data-note">
        {sizeText(size)}
        {state !== 'clean' && ` · ${say(`attachments.${state}`)}`}
      </span>
    </li>
  );
};

/** The files beside the application, and the proof of what came in. */
export const Attachments = ({ file }: { file: ApplicationFile }) => {
  const { call } = usePortal();
  return (
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
      <DocumentButton
        label={say('attachments.proof')}
        busyLabel={t('app.loading')}
        link={() =>
          call('GET /api/submissions/{id}/documents/{kind}', {
            id: file.id,
            params: { kind: 'proof-of-filing' },
          })
        }
      />
    </section>
  );
};
