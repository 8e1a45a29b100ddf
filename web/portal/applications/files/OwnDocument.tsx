import { usePortal } from '../../app/context.ts';
import { DocumentButton } from '../../parts/DocumentButton.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';

interface Props {
  id: string;
  kind: 'notice' | 'proof-of-filing';
}

/** Saves the last document of a kind that the house has made: the notice as it was approved, the proof that something came in. */
export const OwnDocument = ({ id, kind }: Props) => {
  const { call } = usePortal();
  return (
    <DocumentButton
      variant="secondary"
      label={say(`document.${kind}`)}
      busyLabel={t('app.loading')}
      link={() => call('GET /api/submissions/{id}/documents/{kind}', { id, params: { kind } })}
    />
  );
};
