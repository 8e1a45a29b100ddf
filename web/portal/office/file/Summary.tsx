import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { say as sayOfShares } from '../../distribution/texts.ts';
import { NamedGoals } from '../../goals/NamedGoals.tsx';
import { NamedResults } from '../../goals/NamedResults.tsx';
import { say } from '../texts.ts';
import { BudgetLeft } from './BudgetLeft.tsx';
import { Deeds } from './Deeds.tsx';
import { KitaShares } from './KitaShares.tsx';
import { Sums } from './Sums.tsx';
import { Times } from './Times.tsx';
import { Voices } from './Voices.tsx';

/** What must be known to decide, on one screen: what and how much, what is left of the year's money, who said what, how long it took. */
export const Summary = ({ of, file }: { of: BudgetSubmission; file: ApplicationFile }) => (
  <section class="panel" aria-labelledby="summary">
    <h2 class="portal-h2" id="summary">
      {say('summary.title')}
    </h2>
    <div class="summary">
      <div class="summary-part">
        <h3 class="portal-h3">{say('summary.what')}</h3>
        <Sums of={of} file={file} />
        {file.answers && <NamedGoals answers={file.answers} level={4} />}
        {file.answers && <NamedResults answers={file.answers} level={4} />}
      </div>
      <div class="summary-part">
        <h3 class="portal-h3">{say('summary.who')}</h3>
        <Voices file={file} />
      </div>
      <div class="summary-part">
        <h3 class="portal-h3">{say('summary.left', { year: file.year })}</h3>
        <BudgetLeft of={of} file={file} />
      </div>
      <div class="summary-part">
        <h3 class="portal-h3">{say('summary.time')}</h3>
        <Times of={of} />
        <Deeds file={file} />
      </div>
      <div class="summary-part summary-part--wide">
        <h3 class="portal-h3">{sayOfShares('shares.title', { year: String(file.year) })}</h3>
        <KitaShares file={file} />
      </div>
    </div>
  </section>
);
