import { t } from '../texts.ts';
import { TASKS } from './routes.ts';
import { useTitle } from './use-title.ts';

export const UnknownView = () => {
  useTitle(t('app.unknown.title'));
  return (
    <>
      <h1 class="portal-h1">{t('app.unknown.title')}</h1>
      <p class="kern-body">
        {t('app.unknown.text')}{' '}
        <a class="kern-link" href={TASKS}>
          {t('tasks.title')}
        </a>
      </p>
    </>
  );
};
