const KILO = 1024;
const oneDecimal = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1, roundingMode: 'ceil' });

/** A file's size as people read it: "84 kB", "1,2 MB". Rounded up, so that one above a limit is never shown as the limit. */
export const sizeText = (bytes: number): string =>
  bytes < KILO * KILO
    ? `${Math.max(1, Math.ceil(bytes / KILO))} kB`
    : `${oneDecimal.format(bytes / KILO / KILO)} MB`;
