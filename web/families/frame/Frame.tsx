import type { ComponentChildren } from 'preact';
import type { CountyAnswer } from '../../../domain/api/families.ts';
import { type Language, languages } from '../../../domain/languages/language.ts';
import { t } from '../language/texts.ts';
import { Link } from '../navigation/Link.tsx';
import type { View } from '../navigation/views.ts';
import { useCounty } from './county.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LeaveQuickly } from './LeaveQuickly.tsx';
import { PhoneLink } from './PhoneLink.tsx';

interface Props {
  view: View | undefined;
  onLanguage: (language: Language) => void;
  children: ComponentChildren;
}

/** What every public website must have, on the county's own pages. */
const CountyLinks = ({ pages }: Pick<CountyAnswer, 'pages'>) => (
  <>
    <li>
      <a class="kern-link" href={pages.imprint} rel="noreferrer">
        {t('site.imprint')}
      </a>
    </li>
    <li>
      <a class="kern-link" href={pages.accessibility} rel="noreferrer">
        {t('site.accessibility')}
      </a>
    </li>
  </>
);

/** What stands around every view. */
export const Frame = ({ view, onLanguage, children }: Props) => {
  const county = useCounty();
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a link by its nature; only the address stays without a hash */}
      <a
        class="skip kern-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {t('site.skip')}
      </a>
      <header>
        <div class="leave-bar no-print">
          <div class="inner">
            <span class="site-name">
              <strong>{t('site.name')}</strong> {county && <bdi>{county.name}</bdi>}
            </span>
            <LeaveQuickly />
          </div>
        </div>
        <div class="inner head-row no-print">
          <nav aria-label={t('site.menu')}>
            <ul class="row">
              <li>
                <Link to="start" current={view === 'start'}>
                  {t('site.home')}
                </Link>
              </li>
              <li>
                <Link to="mailbox" current={view === 'mailbox'}>
                  {t('site.mailbox')}
                </Link>
              </li>
            </ul>
          </nav>
          <LanguageSwitch languages={county?.languages ?? languages} onChoose={onLanguage} />
        </div>
        {county?.demonstration && <p class="demonstration kern-body">{t('site.demonstration')}</p>}
      </header>
      <main id="content" tabIndex={-1}>
        <div class="inner stack">{children}</div>
      </main>
      <footer class="no-print">
        <div class="inner row">
          {county && (
            <address class="kern-body kern-body--small">
              <bdi>{county.office.name}</bdi>
              <br />
              <bdi>{county.office.address}</bdi>
              <br />
              <PhoneLink number={county.office.phone} />
            </address>
          )}
          <ul class="row">
            <li>
              <Link to="privacy" current={view === 'privacy'}>
                {t('site.privacy')}
              </Link>
            </li>
            {county && <CountyLinks pages={county.pages} />}
          </ul>
        </div>
      </footer>
    </>
  );
};
