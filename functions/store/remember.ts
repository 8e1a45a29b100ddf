/**
 * Keeps what `read` answered for some seconds of real time: registers and settings that change by the week are read by
 * every request. What decides about access is never remembered.
 */
export const remember = <T>(seconds: number, read: () => Promise<T>): (() => Promise<T>) => {
  let until = 0;
  let value: Promise<T> | undefined;
  return () => {
    if (!value || performance.now() > until) {
      until = performance.now() + seconds * 1000;
      value = read().catch((error: unknown) => {
        value = undefined;
        throw error;
      });
    }
    return value;
  };
};
