import type { SharesAnswer } from '../../../../domain/api/distribution.ts';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { budgetYear } from '../../office/budget-year.ts';
import { YearNav } from '../../office/YearNav.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { dateText } from '../../time/dates.ts';
import { distributionHash } from '../addresses.ts';
import { ShareParts } from '../compare/ShareParts.tsx';
import { say } from '../texts.ts';

const Shares = ({ of: { resolution, rule, components, indicators, items, year } }: { of: SharesAnswer }) => {
  if (!resolution || !rule)
    return <p class="kern-body panel">{say('resolved.none', { year: String(year) })}</p>;
  return (
    <>
      <p class="kern-body">
        {say('own.resolved', { day: dateText(resolution.resolvedOn), concept: resolution.concept })}
      </p>
      {items.length === 0 && <p class="kern-body panel">{say('own.none')}</p>}
      {items.map((share) => (
        <section key={share.kita} class="panel" aria-labelledby={`share-${share.kita}`}>
          <h2 class="portal-h2" id={`share-${share.kita}`}>
            {share.name}
          </h2>
          <ShareParts share={share} kita={share.name} by={{ rule, components, indicators }} />
        </section>
      ))}
      {items.length > 0 && <p class="kern-body kern-body--small portal-muted">{say('explain.rounding')}</p>}
    </>
  );
};

/** What the resolved distribution gives to the own Kitas, and why: for providers and Kitas. */
export const OwnSharesView = ({ params }: ViewProps) => {
  const { call } = usePortal();
  const year = Number(params.year ?? budgetYear());
  const title = say('title', { year: String(year) });
  useTitle(title);
  const { data, error, loading, reload } = useLoad(`own shares ${year}`, () =>
    call('GET /api/distributions/{year}/shares', { params: { year: String(year) } }),
  );
  return (
    <>
      <YearNav year={year} hashOf={distributionHash} />
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say('own.lead')}</p>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && <Shares of={data} />}
    </>
  );
};
