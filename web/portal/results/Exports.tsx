import { type ExportFormat, exportFormats } from '../../../domain/api/survey-results.ts';
import { sayResults } from '../../../domain/survey/evaluation/words.ts';
import { usePortal } from '../app/context.ts';
import { newId } from '../case/new-id.ts';
import { DocumentButton } from '../parts/DocumentButton.tsx';

/** All results as a file: ordered, made, saved. */
export const Exports = ({ round }: { round: string }) => {
  const { call } = usePortal();
  const order = async (format: ExportFormat) => {
    const { id } = await call('POST /api/exports', {
      body: { id: newId(), kind: 'survey-results', round, format },
    });
    return call('GET /api/exports/{id}', { id });
  };
  return (
    <section class="panel" aria-labelledby="export">
      <h2 class="portal-h2" id="export">
        {sayResults('export')}
      </h2>
      <p class="kern-body">{sayResults('export.text')}</p>
      <div class="results-exports">
        {exportFormats.map((format) => (
          <DocumentButton
            key={format}
            variant="secondary"
            label={sayResults(`export.${format}`)}
            busyLabel={sayResults('export.wait')}
            link={() => order(format)}
          />
        ))}
      </div>
    </section>
  );
};
