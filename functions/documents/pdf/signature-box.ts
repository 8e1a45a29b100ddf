import type { Signature } from '../../../domain/documents/blocks.ts';
import type { Box } from './box.ts';
import { artifact, ensure, open, placeLines } from './flow.ts';
import { linesOf } from './lines.ts';
import type { Pdf } from './pdfkit.ts';
import { mm, sheet } from './sheet.ts';
import { RULE, type Style, styles } from './styles.ts';

/** Who answers for the document, kept together on one page. */
export const signatureBox = (pdf: Pdf, { closing, line, name, role, note }: Signature): Box => {
  const part = (text: string | undefined, style: Style, before: number) =>
    text ? [{ lines: linesOf(pdf, style, text, sheet.text), style, before }] : [];
  const room = line ? mm(17) : mm(4);
  const parts = [
    ...part(closing, styles.normal, 0),
    ...part(name, styles.normal, room),
    ...part(role, styles.normal, 0),
    ...part(note, styles.small, 8),
  ];
  const height = parts.reduce(
    (sum, { lines, style, before }) => sum + before + lines.length * style.leading,
    0,
  );
  return {
    before: 18,
    least: height,
    withPrevious: true,
    place: (flow, parent) => {
      ensure(flow, height);
      for (const { lines, style, before } of parts) {
        flow.y += before;
        if (line && before === room)
          artifact(pdf, 'Layout', () => {
            const y = flow.y - 2;
            pdf
              .lineWidth(0.6)
              .strokeColor(RULE)
              .moveTo(sheet.left, y)
              .lineTo(sheet.left + mm(75), y)
              .stroke();
          });
        const element = open(flow, parent, 'P');
        placeLines(flow, { element, kind: 'P', lines, style, x: sheet.left });
        element.end();
      }
    },
  };
};
