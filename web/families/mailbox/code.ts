import { forget, keep, kept } from '../device/storage.ts';

const NAME = 'code';
const LENGTH = 16;

/** The open mailbox's code: in this tab only, never in an address. */
export const keepCode = (code: string): void => keep('tab', NAME, code);
export const keptCode = (): string | undefined => kept<string>('tab', NAME);
export const forgetCode = (): void => forget('tab', NAME);

/**
 * A code as it is sent, from what somebody typed: case, blanks and dashes of any kind do not matter, and digits of an
 * Arabic keyboard count as digits. Which letters a code can have, the server decides.
 * @returns undefined when it cannot be one
 */
export const codeFrom = (typed: string): string | undefined => {
  const plain = typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u200e\u200f\u2066-\u2069]/gu, '');
  return new RegExp(`^[A-Z0-9]{${LENGTH}}$`).test(plain) ? plain : undefined;
};
