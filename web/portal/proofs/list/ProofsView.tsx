import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { now } from '../../api/now.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { usePages } from '../../lists/use-pages.ts';
import { YearNav } from '../../office/YearNav.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t, word } from '../../texts.ts';
import { dateOf, dayText } from '../../time/dates.ts';
import { proofsHash } from '../addresses.ts';
import { say } from '../texts.ts';

/** Proofs of use: a provider's own of all years, the office's of the grants of one year. */
export const ProofsView = ({ query }: ViewProps) => {
  const { me, call, hashOf } = usePortal();
  const isOwn = me.roles.includes('provider');
  // What is proven this year was granted for the last one.
  const year = Number(query.jahr ?? Number(dateOf(now()).slice(0, 4)) - 1);
  useTitle(say('list.title'));
  const pages = usePages(`proofs ${isOwn ? 'own' : year}`, (cursor) =>
    call('GET /api/submissions', {
      query: { form: 'proof-of-use', cursor, ...(!isOwn && { year: String(year) }) },
    }),
  );
  return (
    <>
      {!isOwn && <YearNav year={year} hashOf={proofsHash} />}
      <h1 class="portal-h1">{isOwn ? say('list.title') : `${say('list.title')} ${year}`}</h1>
      <p class="portal-lead">{say(isOwn ? 'list.lead.own' : 'list.lead.office')}</p>
      <Progress text={pages.loading && !pages.items ? t('app.loading') : undefined} />
      <Failure error={pages.error} onRetry={pages.reload} />
      {pages.items?.length === 0 && <p class="kern-body panel portal-muted">{say('list.none')}</p>}
      {pages.items && pages.items.length > 0 && (
        <DataTable
          caption={say('list.title')}
          rows={pages.items}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: say('list.name'),
              names: true,
              cell: (item) => (
                <a class="kern-link kern-link--no-visited-state" href={hashOf(item)}>
                  {[item.provider?.name, item.purpose && purposeText(item.purpose)]
                    .filter(Boolean)
                    .join(' · ')}
                </a>
              ),
            },
            { key: 'year', label: say('list.for'), numeric: true, cell: (item) => item.year ?? '' },
            { key: 'state', label: say('list.state'), cell: (item) => word('step', item.at) },
            {
              key: 'due',
              label: say('list.due'),
              cell: (item) => (item.due ? dayText(item.due) : '–'),
            },
          ]}
        />
      )}
      {pages.more && (
        <Button variant="secondary" busy={pages.loading} onClick={pages.more}>
          {t('list.more')}
        </Button>
      )}
    </>
  );
};
