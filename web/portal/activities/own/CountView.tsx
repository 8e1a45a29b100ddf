import { useLoad } from '../../api/use-load.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { t } from '../../texts.ts';
import { activitiesHash } from '../addresses.ts';
import { monthYearText, say } from '../texts.ts';
import { CountForm } from './CountForm.tsx';
import { fieldsOf } from './count-fields.ts';

const ID = /^(20\d\d-(?:0[1-9]|1[0-2]))\.(.+)$/;

/** One month of one own Kita. */
export const CountView = ({ params: { id = '' } }: ViewProps) => {
  const { call } = usePortal();
  const [, month = '', kitaId = ''] = ID.exec(id) ?? [];
  const year = month.slice(0, 4);
  const title = say('count.title');
  useTitle(title);
  const { data, error, reload } = useLoad(`count ${id}`, () =>
    call('GET /api/activity-counts', { query: { year } }),
  );
  const kita = data?.own?.find((one) => one.kita === kitaId);
  const here = kita?.months.find((one) => one.month === month);
  return (
    <>
      <nav class="case-nav" aria-label={say('count.back')}>
        <a class="kern-link kern-link--no-visited-state" href={activitiesHash(year)}>
          ‹ {say('count.back')}
        </a>
      </nav>
      <h1 class="portal-h1">{title}</h1>
      {!data && !error && <Loading />}
      <Failure error={error} onRetry={reload} />
      {data && (!kita || !here) && <p class="kern-body panel">{t('failure.missing.text')}</p>}
      {data?.report.closed && <p class="kern-body panel">{say('closed')}</p>}
      {data && !data.report.closed && kita && here && (
        <>
          <p class="portal-lead">
            {monthYearText(month)}, {kita.name}. {say('count.lead')}
          </p>
          <CountForm id={id} name={kita.name} fields={fieldsOf(here.counts, here.version)} reload={reload} />
        </>
      )}
    </>
  );
};
