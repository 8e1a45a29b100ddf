import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DistributionAnswer } from '../../../../domain/api/distribution.ts';
import { Alert } from '../../../fields/Alert.tsx';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { saveText } from '../../parts/csv.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { momentText } from '../../time/dates.ts';
import { say } from '../texts.ts';
import { Faults } from './Faults.tsx';
import { TableField } from './TableField.tsx';
import { templateOf } from './template.ts';
import { type ImportResult, useImport } from './use-import.ts';

/** What became of the file; takes the focus, for it may be far from the field. */
const Result = ({ of }: { of: ImportResult }) => {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), [of]);
  return (
    <div class="import-result" ref={box} tabIndex={-1}>
      {of.state === 'valid' && (
        <Alert kind="success" role="status" title={say('import.valid', { name: of.name, rows: of.rows })} />
      )}
      {of.state === 'refused' && (
        <>
          <Alert
            kind="danger"
            role="alert"
            title={say('import.refused', { name: of.name, count: of.faultCount })}
          >
            <p class="kern-body">{say('import.refused.text')}</p>
          </Alert>
          <Faults faults={of.faults} count={of.faultCount} />
        </>
      )}
    </div>
  );
};

export interface ListedImport {
  id: string;
  name: string;
  rows: number;
  readAt: string;
  byName?: string | undefined;
}

const Listed = ({ of }: { of: readonly ListedImport[] }) => (
  <details class="import-list">
    <summary>{say('import.list')}</summary>
    <DataTable
      caption={say('import.list')}
      rows={of}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', label: say('import.list.name'), names: true, cell: ({ name }) => name },
        { key: 'rows', label: say('import.list.rows'), numeric: true, cell: ({ rows }) => rows },
        {
          key: 'at',
          label: say('import.list.at'),
          cell: ({ readAt, byName }) => [momentText(readAt), byName].filter(Boolean).join(', '),
        },
      ]}
    />
  </details>
);

interface Props {
  of: DistributionAnswer;
  imports: readonly ListedImport[];
  onValid: () => void;
}

/** The coordinator's way in for indicators: a template, a file, and everything that is wrong with it. */
export const ImportPanel = ({ of, imports, onValid }: Props) => {
  const { stage, problem, error, take } = useImport('indicators', onValid);
  const busy = stage.at === 'sending' || stage.at === 'reading' ? stage.at : undefined;
  return (
    <section class="panel" aria-labelledby="import">
      <h2 class="portal-h2" id="import">
        {say('import.title')}
      </h2>
      <p class="kern-body">{say('import.text')}</p>
      <div>
        <Button
          variant="tertiary"
          onClick={() =>
            saveText(
              templateOf(of.kitas, of.indicators),
              say('import.template.name', { year: String(of.year) }),
            )
          }
        >
          {say('import.template')}
        </Button>
      </div>
      <TableField
        id="indicators-file"
        label={say('import.file')}
        hint={say('import.hint')}
        problem={problem}
        disabled={busy !== undefined}
        onFile={take}
      />
      <Progress text={busy && say(`import.${busy}`)} />
      <Failure error={error} />
      {stage.at === 'read' && <Result of={stage.result} />}
      {imports.length > 0 && <Listed of={imports} />}
    </section>
  );
};
