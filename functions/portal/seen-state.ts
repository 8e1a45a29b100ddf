/** The saved state that somebody began from, as `If-Match` tells it. */
export const seenState = (ifMatch: string | undefined): number | undefined => {
  const [, n] = /^"?(\d{1,9})"?$/.exec(ifMatch ?? '') ?? [];
  return n === undefined ? undefined : Number(n);
};
