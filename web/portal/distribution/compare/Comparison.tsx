import { useState } from 'preact/hooks';
import type { DistributionAnswer, ScenarioShown } from '../../../../domain/api/distribution.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { CheckboxGroup } from '../../../fields/Choices.tsx';
import { BarChart } from '../../parts/BarChart.tsx';
import { say } from '../texts.ts';
import { AmountsTable } from './AmountsTable.tsx';
import { Explained } from './Explained.tsx';
import { LeftOut, Rules } from './Rules.tsx';
import { comparedKitas } from './rows.ts';

/** Side by side, more than three are none. */
const MOST = 3;
/** As many as are seen at a glance. */
const FIRST = 15;

const euros = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });

const labelOf = ({ id, name, deviates }: ScenarioShown, resolved: string | undefined) => {
  const notes = [id === resolved && say('compare.resolved'), deviates && say('compare.deviates')].filter(
    Boolean,
  );
  return notes.length > 0 ? `${name} (${notes.join(', ')})` : name;
};

/** What is looked at first: what was resolved, then those that came last. */
const firstOf = ({ scenarios, resolution }: DistributionAnswer): string[] => {
  const latest = scenarios.map(({ id }) => id).toReversed();
  const resolved = latest.filter((id) => id === resolution?.scenario);
  return [...new Set([...resolved, ...latest])].slice(0, MOST);
};

const Shares = ({ of, scenarios }: { of: DistributionAnswer; scenarios: readonly ScenarioShown[] }) => {
  const [all, setAll] = useState(false);
  const rows = comparedKitas(scenarios, of.kitas);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <section class="panel" aria-labelledby="shares">
      <h2 class="portal-h2" id="shares">
        {say('compare.chart')}
      </h2>
      <p class="kern-body">{say('compare.chart.text')}</p>
      <BarChart
        caption={say('compare.chart')}
        series={scenarios.map(({ name }) => name)}
        rows={shown.map(({ kita, name, amounts }) => ({ key: kita, name, values: amounts }))}
        format={formatEuros}
        formatTick={(tick) => euros.format(tick / 100)}
      />
      {rows.length > FIRST && (
        <div>
          <Button variant="tertiary" onClick={() => setAll(!all)}>
            {all ? say('compare.few', { count: FIRST }) : say('compare.all', { count: rows.length })}
          </Button>
        </div>
      )}
      <AmountsTable scenarios={scenarios} rows={rows} />
    </section>
  );
};

/** The scenarios of a year side by side: what they go by, what each Kita gets, and why. */
export const Comparison = ({ of }: { of: DistributionAnswer }) => {
  const [chosen, setChosen] = useState<string[]>();
  const ids = chosen ?? firstOf(of);
  const scenarios = of.scenarios.filter(({ id }) => ids.includes(id));
  const toggle = (id: string, on: boolean) =>
    setChosen(on ? [...ids, id].slice(-MOST) : ids.filter((one) => one !== id));
  return (
    <>
      <section class="panel" aria-labelledby="compare">
        <h2 class="portal-h2" id="compare">
          {say('compare.title')}
        </h2>
        {of.scenarios.length === 0 && (
          <p class="kern-body">{say('compare.none', { year: String(of.year) })}</p>
        )}
        {of.scenarios.length > 1 && (
          <CheckboxGroup
            name="compared"
            label={say('compare.choose')}
            hint={say('compare.choose.hint')}
            options={of.scenarios.map((one) => ({
              value: one.id,
              label: labelOf(one, of.resolution?.scenario),
            }))}
            chosen={ids}
            onChange={({ currentTarget }) => toggle(currentTarget.value, currentTarget.checked)}
          />
        )}
        {scenarios.length > 0 && <Rules scenarios={scenarios} />}
        <LeftOut of={of} scenarios={scenarios} />
      </section>
      {scenarios.length > 0 && (
        <>
          <Shares of={of} scenarios={scenarios} />
          <Explained of={of} scenarios={scenarios} />
        </>
      )}
    </>
  );
};
