const PREFIX = 'bindeglied.draft.';

/** What was typed and not yet sent, in this tab only, for one person: nobody else who logs in here finds it. */
export interface Drafts {
  read<T>(name: string): T | undefined;
  write(name: string, value: unknown): void;
  remove(name: string): void;
}

const keys = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));

export const removeAllDrafts = (): void => {
  for (const key of keys()) sessionStorage.removeItem(key);
};

/** The drafts of a person; those of whoever was logged in here before are removed. */
export const draftsOf = (person: string): Drafts => {
  const own = `${PREFIX}${person}.`;
  for (const key of keys()) if (!key.startsWith(own)) sessionStorage.removeItem(key);
  return {
    read: <T>(name: string) => {
      const text = sessionStorage.getItem(own + name);
      return text === null ? undefined : (JSON.parse(text) as T);
    },
    write: (name, value) => {
      try {
        sessionStorage.setItem(own + name, JSON.stringify(value));
      } catch {
        // The tab's storage is full or forbidden: the text still stands in the field.
      }
    },
    remove: (name) => sessionStorage.removeItem(own + name),
  };
};
