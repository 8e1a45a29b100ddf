import type { SessionFile } from '../../../../domain/api/committee.ts';
import { usePortal } from '../../app/context.ts';
import { DocumentButton } from '../../parts/DocumentButton.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';

const parts = ['public', 'non-public'] as const;
const formats = ['pdf', 'docx'] as const;

/** The papers of a convened session, to read (PDF) and to copy from (DOCX); what is not public stands in a second one. */
export const Papers = ({ file }: { file: SessionFile }) => {
  const { call } = usePortal();
  const isThere = (part: string) => part === 'public' || file.items.some((item) => item.public === false);
  return (
    <section class="panel" aria-labelledby="papers">
      <h2 class="portal-h2" id="papers">
        {say('papers.title')}
      </h2>
      {parts.filter(isThere).map((part) => (
        <div key={part} class="paper">
          <h3 class="portal-h3">{say(`papers.${part}`)}</h3>
          <p class="kern-body kern-body--small portal-muted">{say(`papers.${part}.hint`)}</p>
          {formats.map((format) => (
            <DocumentButton
              key={format}
              label={say(`papers.${part}.${format}`)}
              busyLabel={t('app.loading')}
              link={() =>
                call('GET /api/submissions/{id}/papers/{format}', {
                  id: file.id,
                  params: { format },
                  query: { part },
                })
              }
            />
          ))}
        </div>
      ))}
    </section>
  );
};
