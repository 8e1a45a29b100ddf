import type { Flow } from './flow.ts';
import type { Element } from './pdfkit.ts';

/** A block that is measured and waits for its place. */
export interface Box {
  /** Space before it, in points; none at the top of a page. */
  before: number;
  /** The height that it must find on a page to begin there. */
  least: number;
  /** A heading never stands alone at the foot of a page. */
  withNext?: boolean;
  /** A signature never stands alone at the head of a page. */
  withPrevious?: boolean;
  /** Whether `least` is all of it. */
  whole?: boolean;
  /** `below` is what must fit on the page where it ends. */
  place(flow: Flow, parent: Element, below: number): void;
}

/** The height of those of so many lines that must stand together: two, or all three of three. */
export const leastOf = (lines: number, leading: number): number =>
  Math.min(lines, lines === 3 ? 3 : 2) * leading;
