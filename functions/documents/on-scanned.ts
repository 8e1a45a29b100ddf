import type { DocumentsDeps } from './deps.ts';
import type { Scan } from './scan-result.ts';

/**
 * What a scan changes. No form has attachments yet, so there is no head that could know the file: the first form that has
 * them looks for it here and lets `checkAttachment` decide. What nobody knows changes nothing.
 */
export const onScanned = async ({ log }: DocumentsDeps, { submission, file }: Scan): Promise<void> => {
  log.warn('scan of an unknown file', { submission, file });
};
