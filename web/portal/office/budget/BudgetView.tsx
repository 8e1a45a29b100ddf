import { useState } from 'preact/hooks';
import type { Entry } from '../../../../domain/budget/entry.ts';
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
import { YearNav } from '../YearNav.tsx';
import { Closing } from './Closing.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import { Corrections } from './Corrections.tsx';
import { Entries, type Only } from './Entries.tsx';
import { type Budget, Figures } from './Figures.tsx';
import { FrameForm } from './FrameForm.tsx';
import { Overview } from './Overview.tsx';

/** Whether the running sums are those of all entries, reckoned anew for this page. */
const Agreement = ({ of }: { of: Budget }) =>
  of.agrees ? (
    <p class="kern-body kern-body--small portal-muted">{say('budget.agrees', { count: of.entries })}</p>
  ) : (
    <Alert kind="danger" role="alert" title={say('budget.differs.title')} level={2}>
      <p class="kern-body">{say('budget.differs.text')}</p>
    </Alert>
  );

/** The entries of a year and what is to be corrected of them. */
const Ledger = ({
  of,
  mayPropose,
  only,
  show,
  onChanged,
}: {
  of: Budget;
  mayPropose: boolean;
  only: Only | undefined;
  show: (only: Only | undefined) => void;
  onChanged: () => void;
}) => {
  const [correcting, setCorrecting] = useState<Entry>();
  const [proposed, setProposed] = useState(0);
  const leave = (to: string) => {
    setCorrecting(undefined);
    // The form is gone with the next drawing; only then is there somewhere to go.
    setTimeout(() => document.getElementById(to)?.focus());
  };
  return (
    <>
      <Overview key={`overview ${of.year} ${of.entries}`} year={of.year} onOnly={show} />
      <Closing year={of.year} entries={of.entries} onClosed={onChanged} />
      {correcting && (
        <CorrectionForm
          key={correcting.id}
          year={of.year}
          of={correcting}
          onDone={() => {
            setProposed(proposed + 1);
            leave('corrections');
          }}
          onCancel={() => leave(`correct-${correcting.id}`)}
        />
      )}
      <Corrections key={`corrections ${of.year} ${proposed}`} year={of.year} onAnswered={onChanged} />
      <Entries
        key={`entries ${of.year} ${of.entries}`}
        year={of.year}
        only={only}
        onAll={() => show(undefined)}
        onCorrect={mayPropose ? setCorrecting : undefined}
      />
    </>
  );
};

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
  const [only, setOnly] = useState<Only>();
  /** The entries behind a figure, or all again. */
  const show = (wanted: Only | undefined) => {
    setOnly(wanted);
    document.getElementById('entries')?.focus();
  };
  return (
    <>
      <YearNav year={year} hashOf={budgetHash} />
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
            <Figures of={data} onOnly={show} />
            <Agreement of={data} />
          </section>
          {mayEnter && data.state !== 'closed' && (
            <FrameForm key={data.year} of={data} onSet={put} onReload={reload} />
          )}
          <Ledger
            of={data}
            mayPropose={mayEnter && data.state !== 'closed'}
            only={only}
            show={show}
            onChanged={reload}
          />
        </>
      )}
    </>
  );
};
