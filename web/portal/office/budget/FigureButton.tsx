import type { Stage } from '../../../../domain/budget/account.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { say } from '../texts.ts';

interface Props {
  amount: number;
  stage: Stage;
  /** Of its line. */
  name: string;
  onClick: () => void;
}

/** A figure that leads to what it is made of; nothing is made of nothing. */
export const FigureButton = ({ amount, stage, name, onClick }: Props) => {
  const sum = formatEuros(amount);
  if (amount === 0) return <>{sum}</>;
  const said = say('overview.figure', { sum, stage: say(`account.${stage}`), name });
  return (
    <Button variant="tertiary" aria-label={said} onClick={onClick}>
      {sum}
    </Button>
  );
};
