import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { budgetHash } from '../addresses.ts';
import { budgetYear } from '../budget-year.ts';
import { say } from '../texts.ts';
import { Entries } from './Entries.tsx';
import { type Budget, Figures } from './Figures.tsx';
import { FrameForm } from './FrameForm.tsx';

const FIRST = 2021;

/** Whether the running sums are those of all entries, reckoned anew for this page. */
const Agreement = ({ of }: { of: Budget }) =>
  of.agrees ? (
    <p class="kern-body kern-body--small portal-muted">{say('budget.agrees', { count: of.entries })}</p>
  ) : (
    <Alert kind="danger" role="alert" title={say('budget.differs.title')} level={2}>
      <p class="kern-body">{say('budget.differs.text')}</p>
    </Alert>
  );

const Years = ({ year }: { year: number }) => (
  <nav class="case-nav" aria-label={say('budget.years')}>
    {year > FIRST ? (
      <a class="kern-link kern-link--no-visited-state" href={budgetHash(year - 1)}>
        ‹ {year - 1}
      </a>
    ) : (
      <span />
    )}
    <a class="kern-link kern-link--no-visited-state" href={budgetHash(year + 1)}>
      {year + 1} ›
    </a>
  </nav>
);

/** The money of a year: what there is, where it went, and for the treasurer the figures it begins with. */
export const BudgetView = ({ params }: ViewProps) => {
  const { me, call } = usePortal();
  const year = Number(params.year ?? budgetYear());
  const title = say('budget.title', { year: String(year) });
  useTitle(title);
  const { data, error, loading, reload, put } = useLoad(`budget ${year}`, () =>
    call('GET /api/budgets/{year}', { params: { year: String(year) } }),
  );
  const mayEnter = me.roles.includes('treasurer');
  return (
    <>
      <Years year={year} />
      <div class="budget-head">
        <h1 class="portal-h1">{title}</h1>
        {data && (
          <Button variant="tertiary" busy={loading} onClick={reload}>
            {t('case.reload')}
          </Button>
        )}
      </div>
      <p class="portal-lead">{say('budget.lead')}</p>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && (
        <>
          <section class="panel" aria-labelledby="figures">
            <h2 class="portal-h2" id="figures">
              {say('budget.figures', { state: say(`frame.${data.state}`) })}
            </h2>
            <Figures of={data} />
            <Agreement of={data} />
          </section>
          {mayEnter && data.state !== 'closed' && (
            <FrameForm key={data.version} of={data} onSet={put} onReload={reload} />
          )}
          <Entries key={`${year} ${data.entries}`} year={year} />
        </>
      )}
    </>
  );
};
