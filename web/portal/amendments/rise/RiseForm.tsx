import { useState } from 'preact/hooks';
import { Button } from '../../../fields/Button.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import { TextField } from '../../../fields/TextField.tsx';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';
import { RuleFields } from './RuleFields.tsx';
import { NO_RULE, readRise, type TypedRise, type TypedRule } from './rise-fields.ts';
import type { RiseState } from './use-rise.ts';

const MOST_RULES = 30;

/** From which day on what rises by how much. */
export const RiseForm = ({ year, state }: { year: number; state: RiseState }) => {
  const [typed, setTyped] = useState<TypedRise>({ from: '', rules: [NO_RULE] });
  const [attempt, setAttempt] = useState(0);
  const { rise, wrong } = readRise(year, typed);
  const shown = attempt > 0 ? wrong : new Map<string, string>();
  const setRules = (rules: readonly TypedRule[]) => setTyped({ ...typed, rules });
  return (
    <form
      class="panel act"
      noValidate
      aria-labelledby="rise-rules"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (wrong.size === 0 && !state.busy) void state.show(rise);
      }}
    >
      <h2 class="portal-h2" id="rise-rules">
        {say('rise.rules')}
      </h2>
      <ErrorSummary
        title={t('app.errors', { count: shown.size })}
        errors={[...shown].map(([name, message]) => ({ id: fieldId(name), message }))}
        attempt={attempt}
      />
      <TextField
        type="date"
        label={say('rise.from')}
        name="rise.from"
        value={typed.from}
        error={shown.get('rise.from')}
        onChange={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
      />
      {typed.rules.map((rule, n) => (
        <RuleFields
          key={n}
          n={n}
          rule={rule}
          wrong={shown}
          onChange={(changed) => setRules(typed.rules.map((one, at) => (at === n ? changed : one)))}
          onRemove={
            typed.rules.length > 1 ? () => setRules(typed.rules.filter((_, at) => at !== n)) : undefined
          }
        />
      ))}
      <div class="actions">
        <Button type="submit" busy={state.busy === 'preview'}>
          {say('rise.preview')}
        </Button>
        {typed.rules.length < MOST_RULES && (
          <Button variant="secondary" onClick={() => setRules([...typed.rules, NO_RULE])}>
            {say('rise.more')}
          </Button>
        )}
      </div>
    </form>
  );
};
