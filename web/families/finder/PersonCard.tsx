import type { ResponsibleAnswer } from '../../../domain/api/families.ts';
import { PhoneLink } from '../frame/PhoneLink.tsx';
import { t } from '../language/texts.ts';

export const PersonCard = ({ answer: { person, deputyFor, office } }: { answer: ResponsibleAnswer }) => (
  <div class="person" role="status">
    {person ? (
      <>
        <p class="kern-body kern-body--small">{t('responsible.person')}</p>
        <p class="kern-heading-small">
          <bdi>{person.name}</bdi>
        </p>
        {deputyFor && <p class="kern-body">{t('responsible.deputy', { name: deputyFor })}</p>}
      </>
    ) : (
      <p class="kern-body">{t('responsible.nobody')}</p>
    )}
    <dl class="facts kern-body">
      {person?.phone && (
        <div>
          <dt>{t('responsible.phone')}</dt>
          <dd>
            <PhoneLink number={person.phone} />
          </dd>
        </div>
      )}
      {person?.hours && (
        <div>
          <dt>{t('responsible.hours')}</dt>
          <dd>
            <bdi lang="de">{person.hours}</bdi>
          </dd>
        </div>
      )}
      <div>
        <dt>
          <bdi>{office.name}</bdi>
        </dt>
        <dd>
          <PhoneLink number={office.number} />
        </dd>
      </div>
    </dl>
  </div>
);
