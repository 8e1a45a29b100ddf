import type { Instant } from '../calendar/period.ts';
import type { County } from '../places/county.ts';
import type { Head, Owed } from '../submission/head.ts';
import type { Actor } from '../submission/log.ts';

/** When, by whom and under which rules an act is done, and what comes with it. */
export interface Circumstances<Particulars = unknown> {
  at: Instant;
  by: Actor;
  county: County;
  particulars?: Particulars;
}

/** What an act brings with it beside the new position: the head in full, and what is owed after it. */
export interface Followed<H extends Head = Head> {
  head: H;
  owed: Record<string, Owed>;
}
