import type { SubmissionItem } from '../../../domain/api/portal.ts';
import { MissingNote } from '../activities/MissingNote.tsx';
import { usePortal } from '../app/context.ts';
import { useTitle } from '../app/use-title.ts';
import { CaseList } from '../lists/CaseList.tsx';
import type { Column } from '../lists/CaseTable.tsx';
import { usePages } from '../lists/use-pages.ts';
import { t } from '../texts.ts';
import { dateText } from '../time/dates.ts';

const Deputyships = () => {
  const { me } = usePortal();
  if (me.deputyFor.length === 0) return null;
  return (
    <ul class="deputyships" aria-label={t('tasks.deputies')}>
      {me.deputyFor.map((one) => (
        <li key={one.id}>{t('tasks.deputy', { name: one.name, day: dateText(one.to) })}</li>
      ))}
    </ul>
  );
};

/** Sums have a column where there are some. */
const columnsFor = (items: readonly SubmissionItem[] = []): readonly Column[] =>
  items.some(({ applied }) => applied !== undefined)
    ? ['due', 'case', 'sum', 'step', 'turn', 'received']
    : ['due', 'case', 'step', 'turn', 'received'];

/** What I must do now, soonest due first. */
export const TasksView = () => {
  const { me, call } = usePortal();
  useTitle(t('tasks.title'));
  const pages = usePages('tasks', (cursor) => call('GET /api/tasks', { query: { cursor } }));
  return (
    <>
      <h1 class="portal-h1">{t('tasks.title')}</h1>
      <p class="portal-lead">{t('tasks.intro')}</p>
      <Deputyships />
      {me.roles.includes('social-worker') && <MissingNote />}
      <CaseList
        caption={t('tasks.title')}
        columns={columnsFor(pages.items)}
        pages={pages}
        empty={{ title: t('tasks.empty.title'), text: t('tasks.empty.text') }}
      />
    </>
  );
};
