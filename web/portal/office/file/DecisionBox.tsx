import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { totalsOf } from '../../../../domain/forms/budget-application/totals.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { usePortal } from '../../app/context.ts';
import { formText } from '../../application/texts.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { DocumentButton } from '../../parts/DocumentButton.tsx';
import { Pairs } from '../../parts/Pairs.tsx';
import { t } from '../../texts.ts';
import { dateText, momentText } from '../../time/dates.ts';
import { say } from '../texts.ts';

interface Part {
  key: string;
  name: string;
  asked: number;
  granted: number;
}

/** Part by part what was asked for and what is granted, where a decision says so. */
const partsOf = ({ answers = {}, notes, decision }: ApplicationFile): Part[] => {
  const granted = notes.find(({ n }) => n === decision?.note)?.granted;
  if (!granted) return [];
  const asked = totalsOf(answers);
  const costs = new Map(asked.positions.map(({ id, cost = 0 }) => [id, cost]));
  const names = new Map((answers.positions ?? []).map((row) => [row.id, row.function]));
  return [
    ...granted.positions.map(({ id, amount }) => ({
      key: id,
      name: names.get(id) ?? id,
      asked: costs.get(id) ?? 0,
      granted: amount,
    })),
    { key: 'training', name: formText('training'), asked: asked.training, granted: granted.training },
    { key: 'thirdParty', name: formText('thirdParty'), asked: asked.thirdParty, granted: granted.thirdParty },
  ];
};

const Parts = ({ parts }: { parts: readonly Part[] }) => (
  <DataTable
    caption={say('decision.parts')}
    rows={parts}
    keyOf={({ key }) => key}
    columns={[
      { key: 'name', label: say('decision.part'), names: true, cell: ({ name }) => name },
      {
        key: 'asked',
        label: say('decision.asked'),
        numeric: true,
        cell: ({ asked }) => formatEuros(asked),
      },
      {
        key: 'granted',
        label: say('decision.granted'),
        numeric: true,
        cell: ({ granted }) => formatEuros(granted),
      },
    ]}
  />
);

const Announced = ({ file }: { file: ApplicationFile }) => {
  const { announced, approved, objectedOn, waivedOn } = file;
  return (
    <Pairs
      pairs={[
        [
          say('decision.approved'),
          approved && say('decision.by', { name: approved.by, moment: momentText(approved.at) }),
        ],
        [
          say('decision.announced'),
          announced &&
            say(`decision.announced.${announced.by}`, {
              sent: dateText(announced.sentOn),
              day: dateText(announced.announcedOn),
            }),
        ],
        [say('decision.objection-ends'), announced && dateText(announced.objectionEnds)],
        [say('decision.objected'), objectedOn && dateText(objectedOn)],
        [say('decision.waived'), waivedOn && dateText(waivedOn)],
      ]}
    />
  );
};

/** Who works on decisions may see what the notice would say; once it is approved, everybody of the office reads that one. */
const NoticeLink = ({ of, file }: { of: BudgetSubmission; file: ApplicationFile }) => {
  const { me, call } = usePortal();
  const { id } = of;
  if (file.approved)
    return (
      <DocumentButton
        label={say('decision.notice')}
        busyLabel={t('app.loading')}
        link={() => call('GET /api/submissions/{id}/documents/{kind}', { id, params: { kind: 'notice' } })}
      />
    );
  const drawsUp = me.roles.some((role) => ['clerk', 'coordinator', 'head'].includes(role));
  if (of.ended || !drawsUp) return null;
  return (
    <DocumentButton
      label={say('decision.preview')}
      busyLabel={say('approve.drawing')}
      link={() => call('POST /api/submissions/{id}/notice', { id })}
    />
  );
};

/** The decision as it is drafted or made: how much, why, on which conditions, and what became of it. */
export const DecisionBox = ({ of, file }: { of: BudgetSubmission; file: ApplicationFile }) => {
  const { decision, notes, approved } = file;
  if (!decision) return null;
  const note = notes.find(({ n }) => n === decision.note);
  const parts = partsOf(file);
  return (
    <section class="panel" aria-labelledby="decision">
      <h2 class="portal-h2" id="decision">
        {say(approved || of.ended ? 'decision.title' : 'decision.draft')}
      </h2>
      <p class="kern-body">
        <strong>{say(`decision.${decision.kind}`)}</strong>
        {decision.amount > 0 && `: ${formatEuros(decision.amount)}`}
      </p>
      {parts.length > 0 && <Parts parts={parts} />}
      {note?.text && (
        <>
          <h3 class="portal-h3">{say('decision.reasons')}</h3>
          <p class="answer-text">{note.text}</p>
        </>
      )}
      {note?.conditions && note.conditions.length > 0 && (
        <>
          <h3 class="portal-h3">{say('conditions.title')}</h3>
          <ol class="conditions">
            {note.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </>
      )}
      <Announced file={file} />
      <NoticeLink of={of} file={file} />
    </section>
  );
};
