import { forget, keep, kept } from '../device/storage.ts';
import { keepCode } from '../mailbox/code.ts';
import type { Sent } from '../request/send.ts';

const NAME = 'receipt';

/** For this tab only, so that a reload of the receipt page does not lose the code. */
export const keepReceipt = (sent: Sent): void => {
  keep('tab', NAME, sent);
  keepCode(sent.receipt);
};

export const keptReceipt = (): Sent | undefined => kept<Sent>('tab', NAME);
export const forgetReceipt = (): void => forget('tab', NAME);
