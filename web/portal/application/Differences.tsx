import type { Difference } from '../../../domain/forms/budget-application/differences.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { fieldName, type Named } from './field-name.ts';
import { valueText } from './field-value.ts';
import { formText } from './texts.ts';

interface Props {
  differences: readonly Difference[];
  /** For the names of rows that the older version has. */
  before: Named;
  after: Named;
  caption: string;
}

const shown = (text: string) => text || <span class="portal-muted">{formText('difference.none')}</span>;

/** What two versions say differently, field by field, in the form's own words. */
export const Differences = ({ differences, before, after, caption }: Props) => (
  <DataTable
    caption={caption}
    rows={differences}
    keyOf={({ path }) => path}
    columns={[
      {
        key: 'field',
        label: formText('difference.field'),
        names: true,
        cell: ({ path, after: is }) => fieldName(path, is === undefined ? before : after),
      },
      {
        key: 'before',
        label: formText('difference.before'),
        cell: ({ path, before: was }) => shown(valueText(path, was, before)),
      },
      {
        key: 'after',
        label: formText('difference.after'),
        cell: ({ path, after: is }) => shown(valueText(path, is, after)),
      },
    ]}
  />
);
