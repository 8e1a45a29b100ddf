import { useState } from 'preact/hooks';
import type { Fault } from '../../../../domain/imports/fault.ts';
import { Button } from '../../../fields/Button.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';

/** As many as somebody mends before looking again. */
const FIRST = 50;

/** Everything that is wrong with a file, by row and column. */
export const Faults = ({ faults, count }: { faults: readonly Fault[]; count: number }) => {
  const [all, setAll] = useState(false);
  const shown = all ? faults : faults.slice(0, FIRST);
  return (
    <>
      <DataTable
        caption={say('import.faults')}
        rows={shown.map((fault, n) => ({ ...fault, n }))}
        keyOf={({ n }) => String(n)}
        columns={[
          { key: 'row', label: say('import.fault.row'), numeric: true, cell: ({ row }) => row ?? '–' },
          { key: 'column', label: say('import.fault.column'), cell: ({ column }) => column ?? '–' },
          {
            key: 'what',
            label: say('import.fault.what'),
            cell: ({ code, of }) => say(`fault.${code}`, { of }),
          },
        ]}
      />
      {shown.length < count && (
        <p class="kern-body kern-body--small portal-muted">
          {say('import.refused.first', { shown: shown.length, count })}
        </p>
      )}
      {shown.length < faults.length && (
        <div>
          <Button variant="tertiary" onClick={() => setAll(true)}>
            {say('import.all-faults', { count: faults.length })}
          </Button>
        </div>
      )}
    </>
  );
};
