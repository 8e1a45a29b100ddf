import { useEffect } from 'preact/hooks';
import { Progress } from '../../../fields/Progress.tsx';
import type { ViewProps } from '../../app/area.ts';
import { useTitle } from '../../app/use-title.ts';
import { applicationsHash } from '../../office/addresses.ts';
import { budgetYear } from '../../office/budget-year.ts';
import { YearNav } from '../../office/YearNav.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { riseHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { RiseForm } from './RiseForm.tsx';
import { RisePreview } from './RisePreview.tsx';
import { useRise } from './use-rise.ts';

const Rise = ({ year }: { year: number }) => {
  const state = useRise();
  const { preview, busy, error } = state;
  useEffect(() => {
    if (preview) document.getElementById('rise-shown')?.focus();
  }, [preview]);
  return (
    <>
      <RiseForm year={year} state={state} />
      <Progress text={busy ? t('app.loading') : undefined} />
      <Failure error={error} />
      <RisePreview year={year} state={state} />
    </>
  );
};

/** A tariff rise in all grants of a year: what rises, what that makes, and the amendments for it. */
export const RiseView = ({ params }: ViewProps) => {
  const year = /^20\d\d$/.test(params.year ?? '') ? Number(params.year) : budgetYear();
  const title = say('rise.title', { year });
  useTitle(title);
  return (
    <>
      <nav class="case-nav" aria-label={t('app.back')}>
        <a class="kern-link kern-link--no-visited-state" href={applicationsHash({ year: String(year) })}>
          ‹ {say('rise.back')}
        </a>
      </nav>
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say('rise.lead')}</p>
      <YearNav year={year} hashOf={riseHash} />
      <Rise key={year} year={year} />
    </>
  );
};
