import { hashTo } from '../app/place.ts';

export const SURVEYS = 'erhebung';
export const ROUND = 'erhebung/{id}';
export const KITA_SURVEY = 'erhebung/kita/{id}';
export const PROVIDER_SURVEY = 'erhebung/traeger/{id}';
export const PAPER_ANSWERS = 'erhebung/{id}/papier';
export const CHILDREN = 'erhebung/{id}/kinder/{kita}';

export const surveysHash = (): string => hashTo(SURVEYS);
export const roundHash = (id: string): string => hashTo(ROUND, { id });
/** The form of an institution: of a Kita, or of a provider. */
export const formHash = (kind: 'kita' | 'provider', id: string): string =>
  hashTo(kind === 'kita' ? KITA_SURVEY : PROVIDER_SURVEY, { id });
export const paperHash = (id: string): string => hashTo(PAPER_ANSWERS, { id });
export const childrenHash = (id: string, kita: string): string => hashTo(CHILDREN, { id, kita });
/** The address that a link on a wall leads to: what stands behind # never reaches a server. */
export const linkAddress = (link: string): string => `${window.location.origin}/umfrage#${link}`;
