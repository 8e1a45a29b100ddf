const isUtf16 = (a: number | undefined, b: number | undefined) =>
  (a === 0xff && b === 0xfe && 'utf-16le') || (a === 0xfe && b === 0xff && 'utf-16be');

/**
 * The text of a CSV file in the encodings that spreadsheets write: UTF-8 with or without BOM, UTF-16 with BOM, and what the German
 * Excel calls ANSI, Windows-1252. No text of the latter with an umlaut happens to be right UTF-8, but for a few pairs
 * of letters that no word has.
 */
export const decode = (content: Uint8Array): string => {
  const wide = isUtf16(content[0], content[1]);
  if (wide) return new TextDecoder(wide).decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
};
