import { say } from './texts.ts';

/** The Sozialraumbudget exists since 2021. */
const FIRST = 2021;

/** The way to the year before and the year after. */
export const YearNav = ({ year, hashOf }: { year: number; hashOf: (year: number) => string }) => (
  <nav class="case-nav" aria-label={say('years')}>
    {year > FIRST ? (
      <a class="kern-link kern-link--no-visited-state" href={hashOf(year - 1)}>
        ‹ {year - 1}
      </a>
    ) : (
      <span />
    )}
    <a class="kern-link kern-link--no-visited-state" href={hashOf(year + 1)}>
      {year + 1} ›
    </a>
  </nav>
);
