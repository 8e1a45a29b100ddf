import type { DocumentsDeps } from './deps.ts';
import { onScanned } from './on-scanned.ts';
import { scanOf, scanResult } from './scan-result.ts';

/** What the virus check tells. */
export const create =
  (deps: DocumentsDeps) =>
  async (event: unknown): Promise<void> => {
    const scan = scanOf(scanResult.parse(event));
    if (!scan) {
      deps.log.warn('scan of what is no attachment');
      return;
    }
    const { submission, file, verdict } = scan;
    if (verdict !== 'clean') deps.log.warn('a file was not found clean', { submission, file, verdict });
    await onScanned(deps, scan);
  };
