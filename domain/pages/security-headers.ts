/**
 * Nothing is fetched from anybody else, but from the issuer where people log in and the house's own place for files. No inline
 * script, no inline style.
 * @param sources origins of these two, where they are not the pages' own
 */
export const contentSecurityPolicy = (sources: readonly string[] = []): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ${["'self'", ...sources].join(' ')}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What the pages are never given, and whom they never share a process with. */
export const pageHeaders = {
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** What every answer of the API says, also where the gateway itself refuses: it is data for one reader, and is kept nowhere. */
export const apiHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** A path that names no file belongs to one of the two pages, which reads the rest of it itself. */
export const pageOfPath = (path: string): string => {
  if (/\.[a-z0-9]+$/i.test(path)) return path;
  return path === '/portal' || path.startsWith('/portal/') ? '/portal/index.html' : '/index.html';
};
