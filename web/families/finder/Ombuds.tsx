import { useCounty } from '../frame/county.ts';
import { PhoneLink } from '../frame/PhoneLink.tsx';
import { t } from '../language/texts.ts';

/** § 9a SGB VIII: independent advice, shown to who does not want to write to the responsible person. */
export const Ombuds = () => {
  const ombuds = useCounty()?.ombuds;
  if (!ombuds) return null;
  return (
    <div class="panel stack">
      <p class="kern-label">{t('ombuds.title')}</p>
      <p class="kern-body">{t('ombuds.text')}</p>
      <p class="kern-body">
        <bdi>{ombuds.name}</bdi>
        <br />
        <PhoneLink number={ombuds.phone} />
        <br />
        <a class="kern-link kern-link--no-visited-state" href={ombuds.website} rel="noreferrer" dir="ltr">
          {t('ombuds.website')}
        </a>
      </p>
    </div>
  );
};
