import type { ComponentChildren } from 'preact';
import { useCounty } from '../frame/county.ts';
import { Page } from '../frame/Page.tsx';
import { PhoneLink } from '../frame/PhoneLink.tsx';
import { t } from '../language/texts.ts';

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="stack">
    <h2 class="kern-heading-small">{title}</h2>
    <p class="kern-body">{children}</p>
  </section>
);

/** Art. 13 GDPR, in the order in which families ask. */
export const Privacy = () => {
  const county = useCounty();
  const months = county?.retentionMonths ?? 6;
  return (
    <Page title={t('privacy.title')}>
      <p class="kern-body">{t('privacy.lead')}</p>
      {county && (
        <>
          <Part title={t('privacy.who')}>
            <bdi>{county.office.name}</bdi>
            <br />
            <bdi>{county.office.address}</bdi>
            <br />
            <PhoneLink number={county.office.phone} />
            <br />
            <bdi>{county.office.email}</bdi>
          </Part>
          <Part title={t('privacy.officer')}>
            <bdi>{county.office.dataProtectionOfficer}</bdi>
          </Part>
        </>
      )}
      <Part title={t('privacy.why')}>{t('privacy.why-text')}</Part>
      <Part title={t('privacy.readers')}>{t('privacy.readers-text')}</Part>
      <Part title={t('privacy.long')}>{t('privacy.long-text', { months })}</Part>
      <Part title={t('privacy.rights')}>{t('privacy.rights-text')}</Part>
      <Part title={t('privacy.device')}>{t('privacy.device-text')}</Part>
      <Part title={t('privacy.survey')}>{t('privacy.survey-text')}</Part>
    </Page>
  );
};
