import type { ProofFile } from '../../../../domain/api/proof.ts';
import { formatHundredths } from '../../../../domain/forms/budget-application/hundredths.ts';
import type { ProofOfUseDraft } from '../../../../domain/forms/proof-of-use/answers.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { dateText } from '../../time/dates.ts';
import { say } from '../texts.ts';

const hundredths = (n: number | undefined) => (n === undefined ? '–' : formatHundredths(n));
const euros = (n: number | undefined) => (n === undefined ? '–' : formatEuros(n));

const Report = ({ report = {} }: Pick<ProofOfUseDraft, 'report'>) => (
  <>
    <h3 class="portal-h3">{say('report.title')}</h3>
    <Pairs
      pairs={(['caseSpecific', 'acrossCases', 'unrelated', 'goals', 'deviations'] as const).map((name) => [
        say(`report.${name}`),
        report[name] === undefined ? undefined : String(report[name]),
      ])}
    />
  </>
);

/** Everything that the provider stated, in full. */
export const Answers = ({ file, answers }: { file: ProofFile; answers: ProofOfUseDraft }) => (
  <section class="panel" aria-labelledby="answers">
    <h2 class="portal-h2" id="answers">
      {say('answers.title')}
    </h2>
    <DataTable
      caption={say('answers.title')}
      rows={answers.positions ?? []}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'part',
          label: say('recon.part'),
          names: true,
          cell: ({ id }) => file.basis.positions.find((one) => one.id === id)?.function ?? id,
        },
        {
          key: 'months',
          label: say('answers.months'),
          numeric: true,
          cell: ({ months }) => hundredths(months),
        },
        { key: 'hours', label: say('answers.hours'), numeric: true, cell: ({ hours }) => hundredths(hours) },
        { key: 'cost', label: say('answers.cost'), numeric: true, cell: ({ cost }) => euros(cost) },
        {
          key: 'reasons',
          label: say('answers.reasons'),
          cell: ({ vacancy, deviation }) => [vacancy, deviation].filter(Boolean).join(' · ') || '–',
        },
      ]}
    />
    <h3 class="portal-h3">{say('receipts.title')}</h3>
    {answers.receipts?.length ? (
      <DataTable
        caption={say('receipts.title')}
        rows={answers.receipts}
        keyOf={({ id }) => id}
        columns={[
          { key: 'on', label: say('receipts.on'), cell: ({ on }) => (on ? dateText(on) : '–') },
          {
            key: 'amount',
            label: say('receipts.amount'),
            numeric: true,
            cell: ({ amount }) => euros(amount),
          },
          { key: 'purpose', label: say('receipts.purpose'), cell: ({ purpose }) => purpose ?? '–' },
        ]}
      />
    ) : (
      <p class="kern-body portal-muted">{say('receipts.none')}</p>
    )}
    <Report report={answers.report} />
  </section>
);
