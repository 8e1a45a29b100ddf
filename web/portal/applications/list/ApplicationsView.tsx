import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { hashTo } from '../../app/place.ts';
import { useTitle } from '../../app/use-title.ts';
import { usePages } from '../../lists/use-pages.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { NEW, yearOf } from '../addresses.ts';
import { say } from '../texts.ts';
import { ApplicationTable } from './ApplicationTable.tsx';
import { YearForm } from './YearForm.tsx';

type Pages = ReturnType<typeof usePages>;

const List = ({ pages, empty }: { pages: Pages; empty: string }) => {
  const { items, loading, error, reload, more, moreBusy, moreError } = pages;
  const count = items?.length ?? 0;
  return (
    <>
      <Progress text={loading || moreBusy ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {items && count === 0 && !loading && (
        <div class="panel empty">
          <h2 class="portal-h2">{say('list.empty.title')}</h2>
          <p class="kern-body">{empty}</p>
        </div>
      )}
      {items && count > 0 && (
        <div class="panel panel--table">
          <ApplicationTable items={items} />
        </div>
      )}
      <p class="kern-sr-only" role="status">
        {items && !loading && !moreBusy ? t('list.loaded', { count }) : ''}
      </p>
      <Failure error={moreError} onRetry={more} />
      {more && !moreError && (
        <Button variant="secondary" busy={moreBusy} onClick={more}>
          {t('list.more')}
        </Button>
      )}
    </>
  );
};

/** The applications of one's own provider, or those that name one's Kita. */
export const ApplicationsView = (props: ViewProps) => {
  const { me, call } = usePortal();
  const year = yearOf(props);
  const who = me.roles.includes('provider') ? 'provider' : 'kita';
  useTitle(say('list.title'));
  const pages = usePages(`applications ${year}`, (cursor) =>
    call('GET /api/submissions', { query: { form: 'budget-application', year, cursor } }),
  );
  return (
    <>
      <div class="view-head">
        <h1 class="portal-h1">{say('list.title')}</h1>
        {who === 'provider' && (
          <a class="kern-btn kern-btn--primary" href={hashTo(NEW)}>
            <span class="kern-label">{say('list.new')}</span>
          </a>
        )}
      </div>
      <p class="portal-lead">{say(`list.intro.${who}`)}</p>
      <YearForm key={year} year={year} />
      <List pages={pages} empty={say(year ? 'list.empty.year' : `list.empty.${who}`)} />
    </>
  );
};
