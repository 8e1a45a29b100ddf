import type { ContactSubmission } from '../../../domain/api/portal.ts';
import { usePortal } from '../app/context.ts';
import { Pairs } from '../parts/Pairs.tsx';
import { t, word } from '../texts.ts';
import { dateText, momentText } from '../time/dates.ts';

/** What will be deleted when. */
const deletionText = (of: ContactSubmission, months: number): string => {
  if (of.held) return t('deletion.held');
  if (of.deleteOn) return t('deletion.on', { day: dateText(of.deleteOn) });
  return t('deletion.later', { months });
};

/** The case at a glance, and when it goes. */
export const Facts = ({ of }: { of: ContactSubmission }) => {
  const { county } = usePortal();
  return (
    <section class="panel" aria-labelledby="facts">
      <h2 class="portal-h2" id="facts">
        {t('facts.title')}
      </h2>
      <Pairs
        pairs={[
          [t('facts.number'), of.number],
          [t('facts.kita'), of.kita?.name],
          [t('facts.municipality'), of.municipality?.name],
          [t('facts.responsible'), of.responsible?.name ?? t('list.nobody')],
          [t('facts.received'), momentText(of.createdAt)],
          [t('facts.language'), word('language', of.language)],
          [t('facts.outcome'), of.outcome && word('outcome', of.outcome)],
        ]}
      />
      <h3 class="portal-h3">{t('deletion.title')}</h3>
      <p class="kern-body kern-body--small">{deletionText(of, county.retentionMonths)}</p>
    </section>
  );
};
