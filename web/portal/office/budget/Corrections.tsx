import { useState } from 'preact/hooks';
import type { CorrectionItem } from '../../../../domain/api/budget.ts';
import { totalOf } from '../../../../domain/budget/amounts.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { momentText } from '../../time/dates.ts';
import { say } from '../texts.ts';
import { CorrectionAnswer } from './CorrectionAnswer.tsx';

interface ItemProps {
  year: number;
  of: CorrectionItem;
  onAnswered: () => void;
}

const Correction = ({ year, of, onAnswered }: ItemProps) => (
  <li class="note">
    <p>
      <strong>{say(`correction.state.${of.state}`)}:</strong>{' '}
      {say('correction.back', {
        sum: formatEuros(totalOf(of.amounts)),
        kind: say(`entries.kind.${of.of.kind}`),
        all: formatEuros(totalOf(of.of.amounts)),
        moment: momentText(of.of.at),
      })}
    </p>
    <p class="answer-text">{of.reason}</p>
    <p class="note-who">{say('correction.by', { name: of.byName ?? '', moment: momentText(of.at) })}</p>
    {of.answered && (
      <p class="note-who">
        {say(`correction.${of.state === 'confirmed' ? 'confirmed' : 'rejected'}-by`, {
          name: of.answeredByName ?? '',
          moment: momentText(of.answered.at),
        })}
        {of.answered.reason && ` ${of.answered.reason}`}
      </p>
    )}
    {of.barred.length > 0 && <p class="kern-body">{say('correction.barred')}</p>}
    {of.actions.length > 0 && <CorrectionAnswer year={year} of={of} onAnswered={onAnswered} />}
  </li>
);

/** What was proposed to be corrected, last first: by whom, why, and what another person said to it. */
export const Corrections = ({ year, onAnswered }: { year: number; onAnswered: () => void }) => {
  const { call } = usePortal();
  const [said, setSaid] = useState('');
  const list = useLoad(`corrections ${year}`, () =>
    call('GET /api/budgets/{year}/corrections', { params: { year: String(year) } }),
  );
  const items = list.data?.items ?? [];
  if (list.data && items.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="corrections">
      <h2 class="portal-h2" id="corrections" tabIndex={-1}>
        {say('correction.list')}
      </h2>
      <Progress text={list.loading && !list.data ? t('app.loading') : undefined} />
      <Failure error={list.error} onRetry={list.reload} />
      <p class="reply-said" role="status">
        {said}
      </p>
      <ol class="notes">
        {items.map((one) => (
          <Correction
            key={one.id}
            year={year}
            of={one}
            onAnswered={() => {
              setSaid(say('correction.answered'));
              list.reload();
              onAnswered();
            }}
          />
        ))}
      </ol>
    </section>
  );
};
