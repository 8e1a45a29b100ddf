import { t } from '../texts.ts';
import { usePortal } from './context.ts';
import { useTitle } from './use-title.ts';

export const UnknownView = () => {
  const { home } = usePortal();
  useTitle(t('app.unknown.title'));
  return (
    <>
      <h1 class="portal-h1">{t('app.unknown.title')}</h1>
      <p class="kern-body">
        {t('app.unknown.text')}{' '}
        <a class="kern-link" href={home}>
          {t('app.unknown.home')}
        </a>
      </p>
    </>
  );
};
