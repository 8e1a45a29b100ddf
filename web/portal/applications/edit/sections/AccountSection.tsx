import { say } from '../../texts.ts';
import { Line } from '../inputs.tsx';

/** Where the money goes. */
export const AccountSection = () => (
  <>
    <p class="kern-body">{say('account.hint')}</p>
    <Line name="accountHolder" />
    <Line name="iban" spellcheck={false} autocapitalize="characters" />
  </>
);
