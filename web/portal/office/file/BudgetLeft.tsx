import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { isNothing, linesOf, totalOf } from '../../../../domain/budget/amounts.ts';
import type { Frame } from '../../../../domain/budget/frame.ts';
import { boundOf } from '../../../../domain/budget/holding.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { t } from '../../texts.ts';
import { budgetHash } from '../addresses.ts';
import { say } from '../texts.ts';

/** Whether the year's money suffices for what is applied for, in a sentence. */
const sentenceOf = ({ applied = 0, ended }: BudgetSubmission, { money }: ApplicationFile, frame: Frame) => {
  if (!money || ended) return undefined;
  if (!isNothing(money.committed))
    return say('left.committed', { sum: formatEuros(totalOf(money.committed)) });
  if (!isNothing(money.reserved)) return say('left.reserved', { sum: formatEuros(totalOf(money.reserved)) });
  const { regular } = frame.available;
  return regular >= applied
    ? say('left.enough')
    : say('left.short', { missing: formatEuros(applied - Math.max(0, regular)) });
};

const Figures = ({ of, file, frame }: { of: BudgetSubmission; file: ApplicationFile; frame: Frame }) => {
  const sentence = sentenceOf(of, file, frame);
  return (
    <>
      <Pairs
        pairs={[
          [say('left.state'), say(`frame.${frame.state}`)],
          [say('left.figures'), formatEuros(linesOf(frame.figures).regular)],
          [say('left.committed-sum'), formatEuros(linesOf(boundOf(frame.sums)).regular)],
          [say('left.reserved-sum'), formatEuros(linesOf(frame.sums.reserved).regular)],
          [say('left.available'), <strong>{formatEuros(frame.available.regular)}</strong>],
          [say('left.voluntary'), frame.figures.voluntary > 0 && formatEuros(frame.available.voluntary)],
        ]}
      />
      {sentence && <p class="kern-body">{sentence}</p>}
    </>
  );
};

/** What is left of the year's money. It moves with every decision, so it is asked for again with each. */
export const BudgetLeft = ({ of, file }: { of: BudgetSubmission; file: ApplicationFile }) => {
  const { call } = usePortal();
  const year = String(file.year);
  const { data, error, loading, reload } = useLoad(`budget ${year} ${of.version}`, () =>
    call('GET /api/budgets/{year}', { params: { year } }),
  );
  return (
    <>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && <Figures of={of} file={file} frame={data} />}
      <p class="kern-body kern-body--small">
        <a class="kern-link kern-link--no-visited-state" href={budgetHash(year)}>
          {say('left.open', { year })}
        </a>
      </p>
    </>
  );
};
