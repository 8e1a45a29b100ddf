const PREFIX = 'families.';

/** A browser may forbid its storage: the page then works without, it only remembers less. */
const quietly = <T>(use: () => T): T | undefined => {
  try {
    return use();
  } catch {
    return undefined;
  }
};

const storageOf = (kind: 'tab' | 'device') => (kind === 'tab' ? sessionStorage : localStorage);

let forgotten = false;

export const keep = (kind: 'tab' | 'device', name: string, value: unknown): void => {
  // An answer that arrives while the page is being left must not be remembered after all.
  if (forgotten && kind === 'tab') return;
  quietly(() => storageOf(kind).setItem(PREFIX + name, JSON.stringify(value)));
};

export const kept = <T>(kind: 'tab' | 'device', name: string): T | undefined =>
  quietly(() => JSON.parse(storageOf(kind).getItem(PREFIX + name) ?? 'null') as T | null) ?? undefined;

export const forget = (kind: 'tab' | 'device', name: string): void =>
  void quietly(() => storageOf(kind).removeItem(PREFIX + name));

/** Everything that this tab remembers: draft, code and messages begun. Until the next load it remembers nothing new. */
export const forgetTab = (except: string): void => {
  forgotten = true;
  quietly(() => {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(PREFIX) && key !== PREFIX + except) sessionStorage.removeItem(key);
  });
};
