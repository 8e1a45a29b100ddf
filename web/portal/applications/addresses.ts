import type { ViewProps } from '../app/area.ts';
import { hashTo } from '../app/place.ts';

export const APPLICATIONS = 'antraege';
export const NEW = 'antraege/neu';
export const APPLICATION = 'antraege/{id}';
export const QUERIES = 'antraege/{id}/rueckfragen';
export const SENT = 'antraege/{id}/eingang';

/** Where each part of the editor is found. */
export const SECTIONS = {
  provider: 'traeger',
  account: 'konto',
  scope: 'kitas',
  purpose: 'zweck',
  positions: 'stellen',
  shares: 'anteile',
  costs: 'kosten',
  attachments: 'anlagen',
  declarations: 'erklaerungen',
  review: 'absenden',
} as const;
export type Part = keyof typeof SECTIONS;

export const listHash = (year?: string): string => hashTo(APPLICATIONS, {}, { jahr: year });
export const yearOf = ({ query }: ViewProps): string | undefined => query.jahr;

export const applicationHash = (id: string): string => hashTo(APPLICATION, { id });
export const queriesHash = (id: string): string => hashTo(QUERIES, { id });
export const sentHash = (id: string): string => hashTo(SENT, { id });
export const partHash = (id: string, part: Part): string =>
  hashTo(APPLICATION, { id }, { abschnitt: SECTIONS[part] });

/** The part that an address names; the first one where it names none. */
export const partOf = ({ abschnitt }: ViewProps['query']): Part => {
  const parts = Object.keys(SECTIONS) as Part[];
  return parts.find((part) => SECTIONS[part] === abschnitt) ?? 'provider';
};
