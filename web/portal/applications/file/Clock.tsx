import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { Pairs } from '../../parts/Pairs.tsx';
import { say } from '../texts.ts';

const DAY_MS = 86_400_000;
const days = (ms: number): string => say('clock.days', { days: Math.floor(ms / DAY_MS) });

/** For how long each side has had the turn: while it is the applicant's, the office's clock stands still. */
export const Clock = ({ of }: { of: BudgetSubmission }) => (
  <section class="panel" aria-labelledby="clock">
    <h2 class="portal-h2" id="clock">
      {say('clock.title')}
    </h2>
    <Pairs
      pairs={[
        [say('clock.office'), days(of.used.office)],
        [say('clock.applicant'), days(of.used.applicant)],
      ]}
    />
    {!of.ended && of.turn === 'provider' && <p class="clock-stands">{say('clock.stands')}</p>}
  </section>
);
