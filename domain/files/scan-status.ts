import type { Verdict } from './attachment.ts';

/** The tag under which the virus check leaves its result beside a file, and two of its values (GuardDuty's words). */
export const SCAN_TAG = 'GuardDutyMalwareScanStatus';
export const NO_THREATS = 'NO_THREATS_FOUND';
export const THREATS = 'THREATS_FOUND';

/** What a result means. Only one is good: what could not be looked into, for whatever reason, is not taken either. */
export const verdictOf = (status: string): Verdict => {
  if (status === NO_THREATS) return 'clean';
  return status === THREATS ? 'infected' : 'unscannable';
};
