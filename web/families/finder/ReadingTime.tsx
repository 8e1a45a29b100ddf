import { useCounty } from '../frame/county.ts';
import { dayInWords, today } from '../language/dates.ts';
import { t } from '../language/texts.ts';

/** When somebody next reads: the day that the office named, closures and holidays considered. */
export const ReadingTime = () => {
  const county = useCounty();
  if (!county) return null;
  const { nextReadingDay, workingHours: hours } = county;
  return (
    <div>
      <p class="kern-label">{t('responsible.reading')}</p>
      <p class="kern-body">
        {nextReadingDay === today()
          ? t('responsible.reads-today', { hours })
          : t('responsible.reads-on', { date: dayInWords(nextReadingDay), hours })}
      </p>
    </div>
  );
};
