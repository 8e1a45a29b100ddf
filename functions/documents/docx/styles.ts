import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';
import { CELL, DOTTED, NUMBERED, SMALL, STRONG, twips } from './sheet.ts';

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: '000000', font: 'Arial' },
  paragraph: {
    spacing: { before, after: 120, line: 276, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
});

/** Word's own styles, so that its outline, its navigation and a table of contents find the headings. Sizes are half points. */
export const stylesFor = (language: string): IStylesOptions => ({
  default: {
    document: {
      // Every office has it; a font that is missing would be replaced by who knows what.
      run: { font: 'Arial', size: 21, language: { value: language } },
      paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(28, 0),
    heading2: heading(23, 280),
    heading3: heading(21, 240),
    caption: {
      run: { size: 19, bold: true, italics: false, color: '000000' },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    { id: STRONG, name: STRONG, basedOn: 'Normal', quickFormat: true, run: { bold: true } },
    { id: SMALL, name: SMALL, basedOn: 'Normal', quickFormat: true, run: { size: 17 } },
    {
      id: CELL,
      name: CELL,
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19 },
      paragraph: { spacing: { before: 40, after: 40, line: 252, lineRule: LineRuleType.AUTO } },
    },
  ],
});

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, left: number) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left, hanging: left } } },
});

export const numbering: INumberingOptions = {
  config: [
    { reference: NUMBERED, levels: [level(LevelFormat.DECIMAL, '%1.', twips(8))] },
    { reference: DOTTED, levels: [level(LevelFormat.BULLET, '•', twips(5))] },
  ],
};
