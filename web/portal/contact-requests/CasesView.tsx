import type { ViewProps } from '../app/area.ts';
import { usePortal } from '../app/context.ts';
import { useTitle } from '../app/use-title.ts';
import { CaseList } from '../lists/CaseList.tsx';
import { usePages } from '../lists/use-pages.ts';
import { t } from '../texts.ts';
import { filterOf } from './addresses.ts';
import { FilterForm } from './FilterForm.tsx';

/** The cases that I may see: own ones, or as coordinator where each of them stands. */
export const CasesView = (props: ViewProps) => {
  const filter = filterOf(props);
  const { me, call } = usePortal();
  useTitle(t('cases.title'));
  const pages = usePages(`cases ${JSON.stringify(filter)}`, (cursor) =>
    call('GET /api/submissions', { query: { form: 'contact-request', ...filter, cursor } }),
  );
  const all = me.roles.includes('coordinator');
  return (
    <>
      <h1 class="portal-h1">{t('cases.title')}</h1>
      <p class="portal-lead">{t(all ? 'cases.intro.all' : 'cases.intro.own')}</p>
      <FilterForm key={JSON.stringify(filter)} filter={filter} />
      <CaseList
        caption={t('cases.title')}
        columns={['case', 'step', 'due', all ? 'responsible' : 'turn', 'received']}
        pages={pages}
        empty={{ title: t('cases.empty.title'), text: t('cases.empty.text') }}
      />
    </>
  );
};
