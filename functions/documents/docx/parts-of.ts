import { BorderStyle, HeadingLevel, PageBreak, Paragraph, type Table } from 'docx';
import type { Block, Pair, Signature } from '../../../domain/documents/blocks.ts';
import { runsOf, tab, textParagraph } from './runs.ts';
import { DOTTED, NUMBERED, SMALL, STRONG, sheet, twips } from './sheet.ts';
import { tableParts } from './table.ts';

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const STYLES = { normal: 'Normal', strong: STRONG, small: SMALL } as const;

/** Names with their values, the values below each other. */
export const pairParagraphs = (pairs: Pair[], left: number): Paragraph[] =>
  pairs.map(
    ({ label, value }) =>
      new Paragraph({
        indent: { left, hanging: left },
        tabStops: [{ type: 'left', position: left }],
        spacing: { after: 60 },
        children: [...runsOf(label, { bold: true }), tab(), ...runsOf(value)],
      }),
  );

const signatureParagraphs = ({ closing, line, name, role, note }: Signature): Paragraph[] => {
  const kept = { keepNext: true, keepLines: true };
  const border = line && {
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '767676', space: 4 } },
    indent: { right: sheet.text - twips(75) },
  };
  const before = line ? twips(17) : 120;
  return [
    ...(closing ? [textParagraph(closing, { ...kept, spacing: { before: 300, after: 0 } })] : []),
    textParagraph(name, { ...kept, ...border, spacing: { before, after: 0 } }),
    ...(role ? [textParagraph(role, kept)] : []),
    ...(note ? [textParagraph(note, { style: SMALL })] : []),
  ];
};

/** A block as what Word calls paragraphs and tables; `instance` tells numbered lists apart, so that each begins at 1. */
export const partsOf = (block: Block, instance: number): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [textParagraph(block.text, { heading: LEVELS[block.level] })];
    case 'paragraph':
      return [textParagraph(block.text, { style: STYLES[block.style], keepNext: block.text.endsWith(':') })];
    case 'list': {
      const list = { reference: block.ordered ? NUMBERED : DOTTED, level: 0, instance };
      return block.items.map((item) => textParagraph(item, { numbering: list, spacing: { after: 80 } }));
    }
    case 'pairs':
      return pairParagraphs(block.pairs, twips(55));
    case 'table':
      return tableParts(block);
    case 'chart':
      // Word gets the words: the numbers stand in the table beside it, from which who writes on can make a chart.
      return [textParagraph(block.alternative, { style: SMALL })];
    case 'signature':
      return signatureParagraphs(block);
    case 'space':
      return [new Paragraph({ spacing: { before: twips(block.millimetres), after: 0 } })];
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
};
