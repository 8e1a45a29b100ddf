/** An IBAN as people read it: groups of four, which do not break off from each other. */
export const groupedIban = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1\u00a0');
