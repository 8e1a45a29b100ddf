const PREFIX = 'families.';
/** What begins like this is on the device only until somebody leaves quickly. */
export const BEGUN = 'begun.';
/** What begins like this was sent by somebody and has not arrived yet. */
export const WAITING = 'waiting.';

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
  if (forgotten && (kind === 'tab' || name.startsWith(BEGUN))) return;
  quietly(() => storageOf(kind).setItem(PREFIX + name, JSON.stringify(value)));
};

export const kept = <T>(kind: 'tab' | 'device', name: string): T | undefined =>
  quietly(() => JSON.parse(storageOf(kind).getItem(PREFIX + name) ?? 'null') as T | null) ?? undefined;

export const forget = (kind: 'tab' | 'device', name: string): void =>
  void quietly(() => storageOf(kind).removeItem(PREFIX + name));

/** What the device keeps under names that begin like this, without that beginning. */
export const namesKept = (beginning: string): string[] =>
  quietly(() =>
    Object.keys(localStorage).flatMap((key) =>
      key.startsWith(PREFIX + beginning) ? [key.slice(PREFIX.length + beginning.length)] : [],
    ),
  ) ?? [];

const forgetAll = (storage: Storage, prefix: string, except?: string) => {
  for (const key of Object.keys(storage))
    if (key.startsWith(prefix) && key !== except) storage.removeItem(key);
};

/**
 * Everything that this tab remembers (draft, code and messages begun) and what was begun on this device. Until the next
 * load it remembers nothing new.
 */
export const forgetBegun = (except: string): void => {
  forgotten = true;
  quietly(() => forgetAll(sessionStorage, PREFIX, PREFIX + except));
  quietly(() => forgetAll(localStorage, PREFIX + BEGUN));
};
