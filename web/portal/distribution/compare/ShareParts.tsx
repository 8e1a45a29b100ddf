import type { ScenarioShown, ShareShown } from '../../../../domain/api/distribution.ts';
import type { Indicator } from '../../../../domain/distribution/rule.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';
import { valueText } from '../value-text.ts';

/** What a share is explained by: the rule, and what each of its components distributes. */
export interface Explaining extends Pick<ScenarioShown, 'rule' | 'components'> {
  indicators: readonly Indicator[];
}

interface Row {
  key: string;
  name: string;
  value?: string | undefined;
  points?: number | undefined;
  way: string;
  amount: number;
}

const rowsOf = (share: ShareShown, { rule, components, indicators }: Explaining): Row[] => [
  { key: 'basic', name: say('explain.basic'), way: say('explain.basic.way'), amount: share.basic },
  ...share.parts.map(({ component: code, value, points, amount }) => {
    const component = rule.components.find((one) => one.code === code);
    const unit = indicators.find((one) => one.code === component?.indicator)?.unit;
    const { amount: sum = 0, total = 0 } = components.find((one) => one.code === code) ?? {};
    const text = (one: number) => valueText(one, points === undefined ? unit : 'count');
    const own = points ?? value;
    return {
      key: code,
      name: component?.name ?? code,
      value: value === undefined ? undefined : valueText(value, unit),
      points,
      way:
        own === undefined
          ? say('explain.way.paper', { sum: formatEuros(sum) })
          : say('explain.way.text', { own: text(own), total: text(total), sum: formatEuros(sum) }),
      amount,
    };
  }),
  { key: 'all', name: say('explain.all'), way: '', amount: share.amount },
];

/** How one Kita's share comes about: indicator, value, points, and what they are a part of. */
export const ShareParts = ({ share, kita, by }: { share: ShareShown; kita: string; by: Explaining }) => {
  const rows = rowsOf(share, by);
  const has = (name: 'value' | 'points') => rows.some((row) => row[name] !== undefined);
  const optional = (['value', 'points'] as const).filter(has).map((name) => ({
    key: name,
    label: say(`explain.${name}`),
    numeric: true,
    cell: (row: Row) => row[name] ?? '–',
  }));
  return (
    <DataTable
      caption={say('explain.caption', { kita })}
      rows={rows}
      keyOf={({ key }) => key}
      isTotal={({ key }) => key === 'all'}
      columns={[
        { key: 'name', label: say('explain.part'), names: true, cell: ({ name }: Row) => name },
        ...optional,
        { key: 'way', label: say('explain.way'), cell: ({ way }: Row) => way },
        {
          key: 'amount',
          label: say('explain.amount'),
          numeric: true,
          cell: ({ amount }: Row) => formatEuros(amount),
        },
      ]}
    />
  );
};
