/** What has to be closed again, the last first: at the end, or when a later step of the start fails. */
export function keepClosers() {
  const closers: (() => unknown)[] = [];
  return {
    add: (close: () => unknown): void => void closers.push(close),
    /** Closes everything once, even if some of it fails; throws the first failure at the end. */
    async closeAll(): Promise<void> {
      const failures: unknown[] = [];
      for (let close = closers.pop(); close; close = closers.pop()) {
        try {
          await close();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
