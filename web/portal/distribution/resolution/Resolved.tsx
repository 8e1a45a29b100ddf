import type { DistributionAnswer } from '../../../../domain/api/distribution.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Pairs } from '../../parts/Pairs.tsx';
import { dateText, momentText } from '../../time/dates.ts';
import { say } from '../texts.ts';

/** What the JHA has resolved for the year, and when. */
export const Resolved = ({ of }: { of: DistributionAnswer }) => {
  const { resolution, scenarios, year } = of;
  return (
    <section class="panel" aria-labelledby="resolved">
      <h2 class="portal-h2" id="resolved">
        {say('resolved.title')}
      </h2>
      {resolution ? (
        <Pairs
          pairs={[
            [say('resolved.on'), <strong>{dateText(resolution.resolvedOn)}</strong>],
            [say('resolved.scenario'), scenarios.find(({ id }) => id === resolution.scenario)?.name],
            [say('resolved.concept'), resolution.concept],
            [say('resolved.sum'), formatEuros(resolution.sum)],
            [
              say('resolved.by'),
              resolution.byName &&
                say('resolved.by.text', { name: resolution.byName, moment: momentText(resolution.at) }),
            ],
          ]}
        />
      ) : (
        <p class="kern-body">{say('resolved.none', { year: String(year) })}</p>
      )}
    </section>
  );
};
