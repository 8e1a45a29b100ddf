const random = (): Uint8Array => crypto.getRandomValues(new Uint8Array(16));

/** The id of 16 bytes in its usual form, with version and variant set (RFC 9562). Works without a secure context, too. */
const written = (bytes: Uint8Array, version: number): string => {
  bytes[6] = (version << 4) | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

/** A UUID of version 7: 48 bits of time, then chance. */
export const uuidV7 = (now: number = Date.now()): string => {
  const bytes = random();
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) % 256;
  return written(bytes, 7);
};

/** A UUID of version 4: nothing but chance, so that it tells no time. */
export const uuidV4 = (): string => written(random(), 4);
