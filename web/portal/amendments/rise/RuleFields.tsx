import { Button } from '../../../fields/Button.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { say } from '../texts.ts';
import type { TypedRule, Wrong } from './rise-fields.ts';

interface Props {
  n: number;
  rule: TypedRule;
  wrong: Wrong;
  onChange: (rule: TypedRule) => void;
  onRemove: (() => void) | undefined;
}

/** One pay group, or all the others, and what it rises by. */
export const RuleFields = ({ n, rule, wrong, onChange, onRemove }: Props) => {
  const field = (name: keyof TypedRule) => ({
    name: `rise.${n}.${name}`,
    value: rule[name],
    error: wrong.get(`rise.${n}.${name}`),
    autocomplete: 'off' as const,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...rule, [name]: event.currentTarget.value }),
  });
  return (
    <fieldset class="kern-fieldset rise-rule">
      <legend class="kern-label">{say('rise.rule', { n: n + 1 })}</legend>
      <div class="frame-fields">
        <TextField label={say('rise.group')} hint={say('rise.group.hint')} {...field('payGroup')} />
        <TextField
          label={say('rise.percent')}
          hint={say('rise.percent.hint')}
          inputMode="decimal"
          {...field('percent')}
        />
        <TextField
          label={say('rise.amount')}
          hint={say('rise.amount.hint')}
          inputMode="decimal"
          {...field('amount')}
        />
      </div>
      {onRemove && (
        <div class="actions">
          <Button variant="tertiary" onClick={onRemove}>
            {say('rise.less', { n: n + 1 })}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
