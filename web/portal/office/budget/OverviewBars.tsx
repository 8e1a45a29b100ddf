import { type Stage, stages } from '../../../../domain/budget/account.ts';
import type { Line } from '../../../../domain/year/sums.ts';
import { say } from '../texts.ts';

const sumOf = ({ money }: Pick<Line, 'money'>) => stages.reduce((sum, stage) => sum + money[stage], 0);

interface Props {
  rows: readonly (Pick<Line, 'money'> & { key: string; name: string })[];
}

/** Far behind first: what was proven, then what is on its way there, and what was only asked for last. */
const ORDER: readonly Stage[] = ['accepted', 'paid', 'committed', 'reserved', 'requested', 'returned'];

/**
 * How much money each line has and how far it has come, as bars of one measure. All of it stands in the table below: this is for the
 * eye, and is told apart by pattern as well as by colour.
 */
export const OverviewBars = ({ rows }: Props) => {
  const most = Math.max(1, ...rows.map(sumOf));
  const shown = ORDER.filter((stage) => rows.some(({ money }) => money[stage] > 0));
  return (
    <figure class="bar">
      <figcaption class="kern-body kern-body--small">{say('overview.picture')}</figcaption>
      <ul class="bar-legend" aria-label={say('overview.legend')}>
        {shown.map((stage) => (
          <li key={stage}>
            <span class={`bar-key bar-part bar-part--${stage}`} aria-hidden="true" />
            <span>{say(`account.${stage}`)}</span>
          </li>
        ))}
      </ul>
      <div class="bar-rows" aria-hidden="true">
        {rows.map(({ key, name, money }) => (
          <div key={key} class="bar-row">
            <span class="bar-name">{name}</span>
            <span class="bar-track">
              <span class="bar-drawing" style={{ width: `${(sumOf({ money }) / most) * 100}%` }}>
                {shown.map((stage) => (
                  <span
                    key={stage}
                    class={`bar-part bar-part--${stage}`}
                    style={{ flexGrow: (money[stage] / sumOf({ money })) * 100 }}
                  />
                ))}
              </span>
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
};
