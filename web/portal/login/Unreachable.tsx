import { Button } from '../../fields/Button.tsx';
import { t } from '../texts.ts';
import { LoginPage } from './LoginPage.tsx';

/** Without its settings the portal cannot even begin. */
export const Unreachable = ({ onRetry }: { onRetry: () => void }) => (
  <LoginPage title={t('login.config.title')}>
    <p class="kern-body">{t('login.config.text')}</p>
    <Button onClick={onRetry}>{t('app.retry')}</Button>
  </LoginPage>
);
