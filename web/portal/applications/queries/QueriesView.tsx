import { Progress } from '../../../fields/Progress.tsx';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { dateText } from '../../time/dates.ts';
import { applicationHash, sentHash } from '../addresses.ts';
import { queriesOf } from '../edit/queries.ts';
import { say } from '../texts.ts';
import { type Opened, useFile } from '../use-file.ts';
import { QueriesEditor } from './QueriesEditor.tsx';

const Lead = ({ of, file }: Opened) => {
  const comment = file.notes.findLast(({ action }) => action === 'query')?.text;
  return (
    <>
      <p class="portal-lead">
        {say('queries.lead', { count: queriesOf(file).size })}{' '}
        {of.answerBy && say('queries.until', { day: dateText(of.answerBy) })} {say('clock.stands')}
      </p>
      {comment && (
        <div class="query">
          <strong>{say('queries.comment')}:</strong> {comment}
        </div>
      )}
    </>
  );
};

/** Where a provider answers what the office has asked. */
export const QueriesView = ({ params: { id = '' } }: ViewProps) => {
  const { go } = usePortal();
  const { data, error, loading, reload } = useFile(id);
  useTitle(say('queries.title'));
  const isOpen = data?.of.at === 'queries';
  return (
    <>
      <nav class="case-nav" aria-label={t('app.back')}>
        <a class="kern-link kern-link--no-visited-state" href={applicationHash(id)}>
          ‹ {say('sent.file')}
        </a>
      </nav>
      <h1 class="portal-h1">{say('queries.title')}</h1>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && !isOpen && <p class="kern-body panel">{say('queries.closed')}</p>}
      {data && isOpen && (
        <>
          <Lead of={data.of} file={data.file} />
          <QueriesEditor file={data.file} onSent={() => go(sentHash(id))} />
        </>
      )}
    </>
  );
};
