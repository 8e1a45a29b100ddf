import type { DistributionAnswer, ScenarioShown } from '../../../../domain/api/distribution.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';
import { weightText } from '../value-text.ts';

interface Row {
  key: string;
  name: string;
  of: (scenario: ScenarioShown) => string | number;
}

const weightRows = (scenarios: readonly ScenarioShown[]): Row[] => {
  const names = new Map(
    scenarios.flatMap(({ rule }) => rule.components.map(({ code, name }) => [code, name])),
  );
  return [...names].map(([code, name]) => ({
    key: `weight ${code}`,
    name: say('compare.rule.weight', { name }),
    of: ({ rule }) => weightText(rule.components.find((one) => one.code === code)?.weight ?? 0),
  }));
};

/** What the scenarios go by, side by side. */
export const Rules = ({ scenarios }: { scenarios: readonly ScenarioShown[] }) => (
  <DataTable
    caption={say('compare.rules')}
    rows={[
      { key: 'sum', name: say('compare.rule.sum'), of: ({ sum }) => formatEuros(sum) },
      { key: 'basic', name: say('compare.rule.basic'), of: ({ rule }) => formatEuros(rule.basic) },
      ...weightRows(scenarios),
      { key: 'kitas', name: say('compare.rule.kitas'), of: ({ shares }) => shares.length },
      { key: 'import', name: say('compare.rule.import'), of: ({ importName }) => importName },
    ]}
    keyOf={({ key }: Row) => key}
    columns={[
      { key: 'name', label: say('compare.rule'), names: true, cell: ({ name }: Row) => name },
      ...scenarios.map((one) => ({ key: one.id, label: one.name, cell: ({ of }: Row) => of(one) })),
    ]}
  />
);

/** Kitas that get nothing because a file leaves them out. */
export const LeftOut = ({
  of: { kitas },
  scenarios,
}: {
  of: DistributionAnswer;
  scenarios: readonly ScenarioShown[];
}) => (
  <>
    {scenarios
      .filter(({ leftOut }) => leftOut.length > 0)
      .map(({ id, name, leftOut }) => (
        <p key={id} class="kern-body">
          {say('compare.left-out', {
            count: leftOut.length,
            name,
            kitas: leftOut.map((kita) => kitas[kita] ?? kita).join(', '),
          })}
        </p>
      ))}
  </>
);
