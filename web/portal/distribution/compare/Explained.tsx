import { useState } from 'preact/hooks';
import type { DistributionAnswer, ScenarioShown } from '../../../../domain/api/distribution.ts';
import { Select } from '../../../fields/Select.tsx';
import { say } from '../texts.ts';
import { ShareParts } from './ShareParts.tsx';

/** One Kita's share in one scenario, explained. */
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
      <ShareParts
        share={share}
        kita={nameOf(share.kita)}
        by={{ rule: scenario.rule, components: scenario.components, indicators: of.indicators }}
      />
      <p class="kern-body kern-body--small portal-muted">{say('explain.rounding')}</p>
    </section>
  );
};
