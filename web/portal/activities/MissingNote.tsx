import { now } from '../api/now.ts';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { dateOf } from '../time/dates.ts';
import { activitiesHash } from './addresses.ts';
import { say } from './texts.ts';

/** In January the months that are over are those of the year before. */
const yearOfLastMonth = (today: string): string => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return String(month === 1 ? year - 1 : year);
};

/** Reminds a social worker of months that are over and not counted. It is no task: where it cannot be learnt, nothing is said. */
export const MissingNote = () => {
  const { call } = usePortal();
  const year = yearOfLastMonth(dateOf(now()));
  const { data } = useLoad(`missing ${year}`, () => call('GET /api/activity-counts', { query: { year } }));
  const months = data?.report.closed ? [] : (data?.own ?? []).flatMap((kita) => kita.months);
  const count = months.filter(({ missing }) => missing).length;
  if (count === 0) return null;
  return (
    <p class="kern-body panel">
      <a class="kern-link kern-link--no-visited-state" href={activitiesHash(year)}>
        {say('missing.note', { count })}
      </a>
    </p>
  );
};
