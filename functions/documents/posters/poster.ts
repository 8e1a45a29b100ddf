import type { Language } from '../../../domain/languages/language.ts';
import type { LinkedGroup } from '../../../domain/survey/group.ts';

/** What hangs in a Kita, or goes to the institutions of a social area. */
export interface Poster {
  group: LinkedGroup;
  /** The unit's name, as people know it. */
  unit: string;
  link: string;
  /** Last day. */
  until: string;
}

/** What all posters of a file have in common. */
export interface PosterFrame {
  /** Who asks. */
  office: string;
  /** The county's languages, in its order. */
  languages: readonly Language[];
  /** Where the pages are, without a slash at its end. */
  site: string;
  /** The file's date: the same posters are the same bytes. */
  date: string;
}

/** Where a poster's code leads: the link stands behind a #, which no server gets, no log keeps and no third party sees. */
export const posterAddress = (site: string, link: string): string => `${site}/umfrage#${link}`;
