import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { amountsOf, plus } from '../../../../domain/budget/amounts.ts';
import type { Cents } from '../../../../domain/money/cents.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { say } from '../texts.ts';

/** A granted sum in its shares; money reserved from the voluntary line is used first, as the server does. */
const sharesIn = (sum: Cents, { money }: ApplicationFile) => {
  const reserved = money ? plus(money.reserved, money.committed).voluntary : 0;
  const voluntary = Math.min(reserved, sum);
  return amountsOf(sum - voluntary, voluntary);
};

/** What is granted in all and who bears it; spoken when it changes. */
export const GrantedSum = ({ sum, file }: { sum: Cents; file: ApplicationFile }) => {
  const { state, county, voluntary } = sharesIn(sum, file);
  return (
    <p class="act-sum" role="status">
      <strong>{say('grant.sum', { sum: formatEuros(sum) })}</strong>{' '}
      <span>
        {say('grant.shares', { state: formatEuros(state), county: formatEuros(county) })}
        {voluntary > 0 && ` ${say('grant.voluntary', { voluntary: formatEuros(voluntary) })}`}
      </span>
    </p>
  );
};
