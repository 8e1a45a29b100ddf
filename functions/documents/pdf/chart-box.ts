import type { Bar, Chart } from '../../../domain/documents/blocks.ts';
import type { Box } from './box.ts';
import { baselineOf, ensure, type Flow, tagged } from './flow.ts';
import { drawLine, type Line, linesOf, widthOf } from './lines.ts';
import { type Pdf, setAttributes } from './pdfkit.ts';
import { mm, sheet } from './sheet.ts';
import { FAINT_RULE, styles } from './styles.ts';

const { cell: style } = styles;
const LABEL = mm(62);
const VALUE = mm(22);
const GAP = mm(3);
const BAR = mm(3.2);
const BETWEEN = 3;
/** Dark enough for 4.5 : 1 on white, so that the bar is seen where colours are not. */
const INK = '#1d4b99';

const place = { x: sheet.left + LABEL + GAP, width: sheet.text - LABEL - VALUE - 2 * GAP };

interface Row {
  label: Line[];
  bar: Bar;
}

const heightOf = ({ label }: Row) => label.length * style.leading + BETWEEN;

/** A bar in its frame: the name before it, the number behind it. */
const drawBar = ({ pdf, y }: Flow, { label, bar }: Row) => {
  label.forEach(({ text }, n) => {
    drawLine(pdf, style, text, sheet.left, y + n * style.leading + baselineOf(style));
  });
  const top = y + (style.leading - BAR) / 2;
  const share = Math.min(1, Math.max(0, bar.share));
  pdf.lineWidth(0.5).strokeColor(FAINT_RULE).rect(place.x, top, place.width, BAR).stroke();
  if (share > 0) pdf.rect(place.x, top, place.width * share, BAR).fill(INK);
  const [value] = linesOf(pdf, style, bar.value, VALUE);
  if (value)
    drawLine(pdf, style, value.text, sheet.right - widthOf(pdf, style, value.text), y + baselineOf(style));
};

/**
 * Bars as one figure with its alternative text. It stays on one page, with the table that follows it as close as it can be:
 * part of a chart is no chart.
 */
export const chartBox = (pdf: Pdf, { alternative, bars }: Chart): Box => {
  const rows = bars.map((bar): Row => ({ label: linesOf(pdf, style, bar.label, LABEL), bar }));
  const height = rows.reduce((sum, row) => sum + heightOf(row), 0);
  return {
    before: 10,
    least: height,
    whole: true,
    place: (flow, parent) => {
      if (rows.length === 0) return;
      ensure(flow, height);
      const figure = pdf.struct('Figure', { alt: alternative });
      parent.add(figure);
      const bottom = sheet.height - flow.y - height;
      setAttributes(figure, {
        O: 'Layout',
        Placement: 'Block',
        BBox: [sheet.left, bottom, sheet.right, bottom + height],
      });
      tagged(pdf, figure, 'Figure', () => {
        for (const row of rows) {
          drawBar(flow, row);
          flow.y += heightOf(row);
        }
      });
      figure.end();
    },
  };
};
