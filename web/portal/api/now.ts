let ahead = 0;

/** Takes the server's time from its answers: an office computer's clock may be wrong. */
export const learnNow = (dateHeader: string | null): void => {
  const at = Date.parse(dateHeader ?? '');
  if (!Number.isNaN(at)) ahead = at - Date.now();
};

/** The server's time, to the second. */
export const now = (): Date => new Date(Date.now() + ahead);
