import { useState } from 'preact/hooks';
import type { DistributionAnswer, ScenarioShown } from '../../../../domain/api/distribution.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Select } from '../../../fields/Select.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';
import { valueText } from '../value-text.ts';

type Share = ScenarioShown['shares'][number];

interface Row {
  key: string;
  name: string;
  value?: string | undefined;
  points?: number | undefined;
  way: string;
  amount: number;
}

const rowsOf = (share: Share, { rule, components }: ScenarioShown, of: DistributionAnswer): Row[] => [
  {
    key: 'basic',
    name: say('explain.basic'),
    way: say('explain.basic.way'),
    amount: share.basic,
  },
  ...share.parts.map(({ component: code, value, points, amount }) => {
    const component = rule.components.find((one) => one.code === code);
    const unit = of.indicators.find((one) => one.code === component?.indicator)?.unit;
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

const Parts = ({
  share,
  scenario,
  of,
}: {
  share: Share;
  scenario: ScenarioShown;
  of: DistributionAnswer;
}) => {
  const rows = rowsOf(share, scenario, of);
  const has = (name: 'value' | 'points') => rows.some((row) => row[name] !== undefined);
  const optional = (['value', 'points'] as const).filter(has).map((name) => ({
    key: name,
    label: say(`explain.${name}`),
    numeric: true,
    cell: (row: Row) => row[name] ?? '–',
  }));
  return (
    <DataTable
      caption={say('explain.caption', { kita: of.kitas[share.kita] })}
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

/** How one Kita's share comes about: indicator, value, points, and what they are a part of. */
export const Explained = ({
  of,
  scenarios,
}: {
  of: DistributionAnswer;
  scenarios: readonly ScenarioShown[];
}) => {
  const [scenarioId, setScenario] = useState('');
  const [kita, setKita] = useState('');
  const scenario = scenarios.find(({ id }) => id === scenarioId) ?? scenarios[0];
  const shares = scenario?.shares ?? [];
  const share = shares.find((one) => one.kita === kita) ?? shares[0];
  if (!scenario || !share) return null;
  const nameOf = (id: string) => of.kitas[id] ?? id;
  const kitas = shares
    .map((one) => ({ value: one.kita, label: nameOf(one.kita) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'de'));
  return (
    <section class="panel" aria-labelledby="explained">
      <h2 class="portal-h2" id="explained">
        {say('explain.title')}
      </h2>
      <div class="frame-fields">
        <Select
          name="explain-kita"
          label={say('explain.kita')}
          options={kitas}
          value={share.kita}
          onChange={({ currentTarget }) => setKita(currentTarget.value)}
        />
        {scenarios.length > 1 && (
          <Select
            name="explain-scenario"
            label={say('explain.scenario')}
            options={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
            value={scenario.id}
            onChange={({ currentTarget }) => setScenario(currentTarget.value)}
          />
        )}
      </div>
      <Parts share={share} scenario={scenario} of={of} />
      <p class="kern-body kern-body--small portal-muted">{say('explain.rounding')}</p>
    </section>
  );
};
