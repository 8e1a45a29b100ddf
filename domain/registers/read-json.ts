/** A text as JSON, with or without BOM; undefined when it is none. */
export const readJson = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
};
