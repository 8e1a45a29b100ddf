import type { Block } from './blocks.ts';

/** A document that nobody could read in order, or find their way in without seeing it: a mistake of who put it together. */
export class DocumentError extends Error {
  override name = 'DocumentError';
}

const checkHeadings = (blocks: Block[]) => {
  let before = 0;
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    if (block.level > before + 1)
      throw new DocumentError(`a heading of level ${block.level} follows level ${before}`);
    before = block.level;
  }
  if (before === 0) throw new DocumentError('there is no heading');
};

/**
 * Headings start at level 1 and leave out no level (PDF/UA-1, 7.4.2), so that a reader who goes from heading to heading
 * finds everything; every row of a table has a cell for each column.
 * @throws DocumentError naming what is wrong, never quoting a text
 */
export const checkBlocks = (blocks: Block[]): void => {
  checkHeadings(blocks);
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const wide = [...block.rows, ...(block.total ? [block.total] : [])];
    const wrong = wide.findIndex((row) => row.length !== block.columns.length);
    if (wrong >= 0)
      throw new DocumentError(
        `row ${wrong + 1} of a table has ${wide[wrong]?.length} cells for ${block.columns.length} columns`,
      );
  }
};
