import { Progress } from '../../../fields/Progress.tsx';
import { useTitle } from '../../app/use-title.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { listHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { NewForm } from './NewForm.tsx';
import { useOwnApplications } from './own-applications.ts';

/** Where an application begins. */
export const NewView = () => {
  const { data, error, loading, reload } = useOwnApplications();
  useTitle(say('new.title'));
  return (
    <div class="portal-narrow">
      <nav class="case-nav" aria-label={t('app.back')}>
        <a class="kern-link kern-link--no-visited-state" href={listHash()}>
          ‹ {say('back')}
        </a>
      </nav>
      <h1 class="portal-h1">{say('new.title')}</h1>
      <p class="portal-lead">{say('new.lead')}</p>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && <NewForm items={data} />}
    </div>
  );
};
