import { usePortal } from '../app/context.ts';
import type { CaseFilter } from '../app/routes.ts';
import { useTitle } from '../app/use-title.ts';
import { t } from '../texts.ts';
import { CaseList } from './CaseList.tsx';
import { FilterForm } from './FilterForm.tsx';
import { usePages } from './use-pages.ts';

/** The cases that I may see: own ones, or as coordinator where each of them stands. */
export const CasesView = ({ filter }: { filter: CaseFilter }) => {
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
