/** What a column asks for, in points. */
export interface Wish {
  /** Its widest word: narrower cuts one. */
  least: number;
  /** Its widest cell in one line. */
  most: number;
  /** Columns of numbers get what they ask for first; texts share the rest. */
  fixed: boolean;
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Shares out a width: in full where all fits, else from what the texts can spare, else by force. */
export const columnWidths = (wishes: Wish[], width: number): number[] => {
  const wanted = sum(wishes.map(({ most }) => most));
  const least = wishes.map((wish) => (wish.fixed ? wish.most : wish.least));
  const spare = width - sum(least);
  if (wanted <= width) {
    const texts = wishes.some(({ fixed }) => !fixed);
    const takers = sum(wishes.map(({ fixed, most }) => (texts && fixed ? 0 : most))) || 1;
    return wishes.map(({ fixed, most }) =>
      texts && fixed ? most : most + ((width - wanted) * most) / takers,
    );
  }
  if (spare < 0) return least.map((one) => (one * width) / sum(least));
  const extra = wishes.map(({ most }, index) => most - (least[index] ?? 0));
  return least.map((one, index) => one + (spare * (extra[index] ?? 0)) / sum(extra));
};
