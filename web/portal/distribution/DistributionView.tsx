import { Progress } from '../../fields/Progress.tsx';
import { useLoad } from '../api/use-load.ts';
import type { ViewProps } from '../app/area.ts';
import { usePortal } from '../app/context.ts';
import { useTitle } from '../app/use-title.ts';
import { budgetYear } from '../office/budget-year.ts';
import { YearNav } from '../office/YearNav.tsx';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { distributionHash } from './addresses.ts';
import { Comparison } from './compare/Comparison.tsx';
import { Proposing } from './Proposing.tsx';
import { ResolutionForm } from './resolution/ResolutionForm.tsx';
import { Resolved } from './resolution/Resolved.tsx';
import { Withdrawable } from './scenario/Withdrawable.tsx';
import { say } from './texts.ts';

/** How a year's budget is distributed over the Kitas: what was resolved, what is compared, and what each may do about it. */
export const DistributionView = ({ params }: ViewProps) => {
  const { call } = usePortal();
  const year = Number(params.year ?? budgetYear());
  const title = say('title', { year: String(year) });
  useTitle(title);
  const { data, error, loading, reload, put } = useLoad(`distribution ${year}`, () =>
    call('GET /api/distributions/{year}', { params: { year: String(year) } }),
  );
  return (
    <>
      <YearNav year={year} hashOf={distributionHash} />
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say(data?.actions.includes('resolve') ? 'lead.paper' : 'lead')}</p>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && (
        <>
          <Resolved of={data} />
          {data.actions.includes('resolve') && (
            <ResolutionForm key={year} of={data} onRecorded={put} onReload={reload} />
          )}
          {data.actions.includes('propose') && (
            <Proposing key={`proposing ${year}`} of={data} onSaved={reload} />
          )}
          {data.actions.includes('propose') && <Withdrawable of={data} onWithdrawn={put} />}
          <Comparison key={`compared ${year}`} of={data} />
        </>
      )}
    </>
  );
};
