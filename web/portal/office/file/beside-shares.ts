/** A Kita of an application: its share, what the application is about for it, and what that leaves of the share (cents). */
export interface KitaBeside {
  kita: string;
  name: string;
  share: number;
  applied: number;
  /** Negative when more is applied for than the share. */
  left: number;
}

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);

/** What is applied for beside the shares, Kita by Kita and together; `without` are those that have no share. */
export const besideShares = (
  kitas: readonly { id: string; name: string }[],
  applied: readonly { kita: string; amount: number }[],
  shares: readonly { kita: string; amount: number }[],
): { rows: KitaBeside[]; total: KitaBeside; without: string[] } => {
  const amountIn = (list: readonly { kita: string; amount: number }[], id: string) =>
    list.find(({ kita }) => kita === id)?.amount;
  const rows = kitas.map(({ id, name }) => {
    const [share = 0, asked = 0] = [amountIn(shares, id), amountIn(applied, id)];
    return { kita: id, name, share, applied: asked, left: share - asked };
  });
  const [share, asked] = [sum(rows.map((row) => row.share)), sum(rows.map((row) => row.applied))];
  return {
    rows,
    total: { kita: 'total', name: '', share, applied: asked, left: share - asked },
    without: kitas.filter(({ id }) => amountIn(shares, id) === undefined).map(({ name }) => name),
  };
};
