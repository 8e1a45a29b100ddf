import { Button } from '../../fields/Button.tsx';
import { Progress } from '../../fields/Progress.tsx';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { CaseTable } from './CaseTable.tsx';
import type { usePages } from './use-pages.ts';

interface Props {
  caption: string;
  columns: Parameters<typeof CaseTable>[0]['columns'];
  pages: ReturnType<typeof usePages>;
  empty: { title: string; text: string };
}

/** A paged list in each of its states: loading, failed, empty, filled. */
export const CaseList = ({ caption, columns, pages, empty }: Props) => {
  const { items, loading, error, reload, more, moreBusy, moreError } = pages;
  const count = items?.length ?? 0;
  return (
    <>
      <Progress text={loading || moreBusy ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {items && count === 0 && !loading && (
        <div class="panel empty">
          <h2 class="portal-h2">{empty.title}</h2>
          <p class="kern-body">{empty.text}</p>
        </div>
      )}
      {items && count > 0 && (
        <div class="panel panel--table">
          <CaseTable caption={caption} items={items} columns={columns} />
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
