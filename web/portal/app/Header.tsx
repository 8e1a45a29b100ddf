import { useState } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { ConfirmDialog } from '../../fields/ConfirmDialog.tsx';
import { t, word } from '../texts.ts';
import type { Entry } from './area.ts';
import { usePortal } from './context.ts';
import { hashTo, type Place } from './place.ts';

const Brand = ({ county }: { county: string }) => (
  <p class="portal-brand">
    <span class="portal-mark" aria-hidden="true">
      <span />
      <span />
    </span>
    <span>
      <strong>{t('app.name')}</strong>
      <span class="portal-brand-sub">
        {t('app.portal')} · {county}
      </span>
    </span>
  </p>
);

const first = (address: string) => address.split('/')[0];

const Nav = ({ place, entries }: { place: Place; entries: readonly Entry[] }) => {
  if (entries.length === 0) return null;
  return (
    <nav class="portal-nav" aria-label={t('app.nav')}>
      <ul>
        {entries.map(({ address, label }) => (
          <li key={address}>
            <a
              href={hashTo(address)}
              aria-current={first(place.path) === first(address) ? 'page' : undefined}
            >
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Skip link, where one is, the way to the other views, and who is logged in. */
export const Header = ({ place, entries }: { place: Place; entries: readonly Entry[] }) => {
  const { me, county, logout } = usePortal();
  const [leaving, setLeaving] = useState(false);
  const [unsafe, setUnsafe] = useState(false);
  const leave = async (anyway: boolean) => {
    setLeaving(true);
    const hasLeft = await logout(anyway);
    setLeaving(hasLeft);
    setUnsafe(!hasLeft);
  };
  return (
    <>
      <a class="portal-skip" href="#inhalt">
        {t('app.skip')}
      </a>
      <header class="portal-header">
        {county.demonstration && <p class="portal-demonstration">{t('app.demonstration')}</p>}
        <div class="portal-header-inner">
          <Brand county={county.name} />
          <div class="portal-person">
            <p>
              <span class="kern-sr-only">{t('login.person', { name: '' })}</span>
              <strong>{me.name}</strong>
              <span class="portal-brand-sub">{me.roles.map((role) => word('role', role)).join(', ')}</span>
            </p>
            <Button variant="tertiary" busy={leaving} onClick={() => void leave(false)}>
              {leaving ? t('login.logout.busy') : t('login.logout')}
            </Button>
          </div>
        </div>
        <Nav place={place} entries={entries} />
      </header>
      {unsafe && (
        <ConfirmDialog
          open
          title={t('login.unsaved.title')}
          confirm={t('login.unsaved.confirm')}
          cancel={t('app.cancel')}
          onConfirm={() => void leave(true)}
          onCancel={() => setUnsafe(false)}
        >
          <p class="kern-body">{t('login.unsaved.text')}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
