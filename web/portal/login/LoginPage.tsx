import type { ComponentChildren } from 'preact';
import { useTitle } from '../app/use-title.ts';
import { t } from '../texts.ts';

/** The quiet page around everything that happens before somebody is in. */
export const LoginPage = ({ title, children }: { title: string; children: ComponentChildren }) => {
  useTitle(title);
  return (
    <main class="login-page">
      <div class="login-card">
        <p class="portal-brand">
          <span class="portal-mark" aria-hidden="true">
            <span />
            <span />
          </span>
          <span>
            <strong>{t('app.name')}</strong>
            <span class="portal-brand-sub">{t('app.portal')}</span>
          </span>
        </p>
        <h1 class="portal-h1">{title}</h1>
        {children}
      </div>
    </main>
  );
};
