import { Button } from '../../fields/Button.tsx';
import { t } from '../texts.ts';
import { LoginPage } from './LoginPage.tsx';

/** Logged in, but in nobody's register. */
export const Stranger = ({ onLogout }: { onLogout: () => void }) => (
  <LoginPage title={t('login.stranger.title')}>
    <p class="kern-body">{t('login.stranger.text')}</p>
    <Button variant="secondary" onClick={onLogout}>
      {t('login.logout')}
    </Button>
  </LoginPage>
);
