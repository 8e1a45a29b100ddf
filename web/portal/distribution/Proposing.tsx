import type { DistributionAnswer } from '../../../domain/api/distribution.ts';
import { linesOf } from '../../../domain/budget/amounts.ts';
import { Progress } from '../../fields/Progress.tsx';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { ImportPanel } from './import/ImportPanel.tsx';
import { ScenarioForm } from './scenario/ScenarioForm.tsx';
import { say } from './texts.ts';

/** What the coordinator does before the resolution: import indicators, and make scenarios of them. */
export const Proposing = ({ of, onSaved }: { of: DistributionAnswer; onSaved: () => void }) => {
  const { call } = usePortal();
  const year = String(of.year);
  const { data, error, loading, reload } = useLoad(`proposing ${year}`, async () => {
    const [{ items }, frame] = await Promise.all([
      call('GET /api/imports', { query: { kind: 'indicators' } }),
      call('GET /api/budgets/{year}', { params: { year } }),
    ]);
    return { imports: items, frame: linesOf(frame.figures).regular };
  });
  return (
    <>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && <ImportPanel of={of} imports={data.imports} onValid={reload} />}
      {data && (
        <section class="panel" aria-labelledby="scenario">
          <h2 class="portal-h2" id="scenario">
            {say('scenario.title')}
          </h2>
          {of.concepts.length === 0 && <p class="kern-body">{say('scenario.no-concept', { year })}</p>}
          {of.concepts.length > 0 && data.imports.length === 0 && (
            <p class="kern-body">{say('scenario.no-import')}</p>
          )}
          {of.concepts.length > 0 && data.imports.length > 0 && (
            <>
              <p class="kern-body">{say('scenario.text')}</p>
              <ScenarioForm key={year} of={of} imports={data.imports} frame={data.frame} onSaved={onSaved} />
            </>
          )}
        </section>
      )}
    </>
  );
};
