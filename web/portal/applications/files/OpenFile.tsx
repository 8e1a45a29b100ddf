import type { Attachment } from '../../../../domain/files/attachment.ts';
import { usePortal } from '../../app/context.ts';
import { DocumentButton } from '../../parts/DocumentButton.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';

/** Saves a file that was found clean. */
export const OpenFile = ({ id, file }: { id: string; file: Pick<Attachment, 'id' | 'name'> }) => {
  const { call } = usePortal();
  return (
    <DocumentButton
      label={say('files.open', { name: file.name })}
      busyLabel={t('app.loading')}
      link={() =>
        call('GET /api/budget-applications/{id}/attachments/{file}', { id, params: { file: file.id } })
      }
    />
  );
};
