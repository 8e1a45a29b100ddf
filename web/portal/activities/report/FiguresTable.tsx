import { type ActivitySums, perDimension } from '../../../../domain/activities/counts.ts';
import { dimensions } from '../../../../domain/goals/goal.ts';
import { Button } from '../../../fields/Button.tsx';
import { csvOf, saveText } from '../../parts/csv.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';

export interface FiguresRow {
  key: string;
  name: string;
  counts: Partial<ActivitySums>;
  isTotal?: boolean;
}

interface Props {
  caption: string;
  /** What the rows are. */
  first: string;
  rows: readonly FiguresRow[];
  fileName: string;
}

const figuresOf = ({ counts }: FiguresRow): number[] => {
  const all = perDimension(counts);
  const each = dimensions.map((dimension) => all[dimension]);
  return [...each, each.reduce((sum, n) => sum + n, 0)];
};

/** Counts by dimension as a table, and the same table as a file. */
export const FiguresTable = ({ caption, first, rows, fileName }: Props) => {
  const heads = [...dimensions.map((dimension) => say(`dimension.${dimension}`)), say('total')];
  const save = () =>
    saveText(
      csvOf(
        [first, ...heads],
        rows.map((row) => [row.name, ...figuresOf(row)]),
      ),
      fileName,
    );
  return (
    <>
      <DataTable
        caption={caption}
        rows={rows}
        keyOf={({ key }) => key}
        isTotal={({ isTotal = false }) => isTotal}
        columns={[
          { key: 'first', label: first, names: true, cell: ({ name }) => name },
          ...heads.map((label, n) => ({
            key: label,
            label,
            numeric: true,
            cell: (row: FiguresRow) => figuresOf(row)[n],
          })),
        ]}
      />
      <div class="goal-tools">
        <Button variant="tertiary" onClick={save} aria-label={say('csv.of', { caption })}>
          {say('csv')}
        </Button>
      </div>
    </>
  );
};
