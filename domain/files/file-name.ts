/** UTF-16 units, the ending included. */
export const LONGEST_NAME = 120;

const ENDING = '.pdf';
/** Paths are cut off, so that no name leads into another folder. */
const FOLDERS = /^.*[/\\]/;
/** Control characters, and those that are not seen: a reversed direction makes `fdp.exe` look like `exe.pdf`. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
/** What some system does not take in a name. */
const FORBIDDEN = /[<>:"|?*]/g;
/** An ending that is there already, and what Windows cuts off. */
const END = /(\.pdf|[. ])+$/i;
/** Names that are devices in Windows, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');

/**
 * A name under which every system can keep the file, ending in `.pdf`, since attachments are nothing else; `Anlage.pdf` when
 * nothing is left of it. Made safe twice it stays the same.
 */
export const safeFileName = (given: string): string => {
  const stem = cut(given, 10 * LONGEST_NAME)
    .replace(/\s/gu, ' ')
    .replace(UNSEEN, '')
    .replace(/ +/g, ' ')
    .normalize('NFC')
    .replace(FOLDERS, '')
    .replace(FORBIDDEN, '-')
    .replace(/^[. ]+/, '')
    .replace(END, '')
    .replace(DEVICE, '_$1');
  const kept = cut(stem, LONGEST_NAME - ENDING.length).replace(END, '');
  return `${kept || 'Anlage'}${ENDING}`;
};

/** RFC 8187: percent-encoded, with what encodeURIComponent leaves and a header does not take. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The header Content-Disposition (RFC 6266) under which a browser saves a file and never opens it in the page; the first name
 * is for those that read no other.
 */
export const asDownload = (name: string): string => {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]|["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
};
