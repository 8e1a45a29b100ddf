import { useState } from 'preact/hooks';
import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { t } from '../texts.ts';
import { LoginPage } from './LoginPage.tsx';

interface Props {
  onLogin: () => Promise<void>;
  notice?: 'logged-out' | 'failed' | undefined;
}

/** The page of somebody who is not logged in: one button that leads to the county's own login. */
export const Login = ({ onLogin, notice }: Props) => {
  const [busy, setBusy] = useState(false);
  const [unreachable, setUnreachable] = useState(false);
  const login = () => {
    setBusy(true);
    setUnreachable(false);
    onLogin().catch(() => {
      setBusy(false);
      setUnreachable(true);
    });
  };
  return (
    <LoginPage title={t('login.title')}>
      {notice === 'logged-out' && <Alert kind="success" role="status" title={t('login.out')} />}
      {notice === 'failed' && !unreachable && (
        <Alert kind="danger" role="alert" title={t('login.failed.title')}>
          <p class="kern-body">{t('login.failed.text')}</p>
        </Alert>
      )}
      {unreachable && (
        <Alert kind="danger" role="alert" title={t('login.config.title')}>
          <p class="kern-body">{t('login.config.text')}</p>
        </Alert>
      )}
      <p class="kern-body">{t('login.text')}</p>
      <Button block busy={busy} onClick={login}>
        {busy ? t('login.busy') : t('login.button')}
      </Button>
      <p class="kern-body kern-body--small login-families">
        <a class="kern-link kern-link--small" href="/">
          {t('login.families')}
        </a>
      </p>
    </LoginPage>
  );
};
