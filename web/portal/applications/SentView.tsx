import { formatEuros } from '../../../domain/money/euros.ts';
import { Progress } from '../../fields/Progress.tsx';
import type { ViewProps } from '../app/area.ts';
import { useTitle } from '../app/use-title.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { applicationHash, listHash } from './addresses.ts';
import { OwnDocument } from './files/OwnDocument.tsx';
import { say } from './texts.ts';
import { type Opened, useFile } from './use-file.ts';

const Next = () => (
  <section class="panel" aria-labelledby="next">
    <h2 class="portal-h2" id="next">
      {say('sent.next')}
    </h2>
    <ul class="kern-list kern-list--bullet">
      <li>{say('sent.next.check')}</li>
      <li>{say('sent.next.kitas')}</li>
      <li>{say('sent.next.notice')}</li>
    </ul>
  </section>
);

const textOf = ({ of, file }: Opened): string =>
  say(file.sent > 1 ? 'sent.correct.text' : 'sent.text', { amount: formatEuros(of.applied ?? 0) });

/** What somebody sees who has just sent an application, or answers to queries. */
export const SentView = ({ params: { id = '' } }: ViewProps) => {
  const { data, error, loading, reload } = useFile(id);
  const title = say((data?.file.sent ?? 1) > 1 ? 'sent.correct.title' : 'sent.title');
  useTitle(title);
  return (
    <div class="portal-narrow">
      <h1 class="portal-h1">{title}</h1>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && (
        <>
          <p class="portal-lead">
            {say('sent.lead', { year: data.file.year, number: data.file.fileNumber })}
          </p>
          <div class="portal-said">
            <p>{textOf(data)}</p>
          </div>
          <OwnDocument id={id} kind="proof-of-filing" />
          {data.file.sent === 1 && <Next />}
          <div class="actions">
            <a class="kern-btn kern-btn--primary" href={applicationHash(id)}>
              <span class="kern-label">{say('sent.file')}</span>
            </a>
            <a class="kern-btn kern-btn--tertiary" href={listHash()}>
              <span class="kern-label">{say('sent.list')}</span>
            </a>
          </div>
        </>
      )}
    </div>
  );
};
