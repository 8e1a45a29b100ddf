import type { Face } from './faces.ts';

export interface Style {
  face: Face;
  /** Points. */
  size: number;
  /** From baseline to baseline, in points. */
  leading: number;
  color: string;
}

const BLACK = '#000000';
/** 7 : 1 on white, which WCAG 2.2 asks of small text at level AAA. */
const GREY = '#555555';
export const RULE = '#767676';
export const FAINT_RULE = '#c8c8c8';
export const SHADE = '#eef0f2';

const style = (face: Face, size: number, leading: number, color = BLACK): Style => ({
  face,
  size,
  leading,
  color,
});

export const styles = {
  normal: style('regular', 10, 14),
  strong: style('bold', 10, 14),
  small: style('regular', 8, 11),
  /** The first heading of a letter is its subject, that of a paper its title. */
  subject: style('bold', 11, 15),
  title: style('bold', 17, 22),
  heading2: style('bold', 11, 15),
  heading3: style('bold', 10, 14),
  cell: style('regular', 9, 12.5),
  cellStrong: style('bold', 9, 12.5),
  authority: style('bold', 15, 19),
  unit: style('regular', 10, 13.5, GREY),
  sender: style('regular', 6.5, 9, GREY),
  recipient: style('regular', 10, 12.9),
  informationLabel: style('regular', 8, 12.5, GREY),
  information: style('regular', 9, 12.5),
  running: style('regular', 8, 11, GREY),
  footer: style('regular', 7, 9.5, GREY),
  watermark: style('bold', 120, 144),
} as const satisfies Record<string, Style>;
