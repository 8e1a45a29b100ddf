const canonical = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, inner]) => inner !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, canonical(inner)]),
      )
    : value;

/** The same text for the same content, whatever the order of its fields: what is hashed must not depend on a writer. */
export const canonicalText = (value: unknown) => JSON.stringify(canonical(value));
