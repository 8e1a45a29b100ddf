import { eachStage, stages } from '../budget/account.ts';
import type { Grouping } from './overview.ts';
import { type Counted, type Line, NONE, partsByKita, sharesOf, totals } from './sums.ts';

/** What of an application is behind a line of the overview: its share (hundredths of a per cent), and how much that is. */
export interface Behind {
  share: number;
  money: Line['money'];
  part: Line['money'];
}

const ALL = 10_000;

const holdsSomething = (money: Line['money']) => stages.some((stage) => money[stage] > 0);

/** Of a social area it is what the Kitas there have of it. */
const inArea = (of: Counted, isIn: (kita: string) => boolean): Behind => {
  const shares = sharesOf(of);
  const whole = shares.reduce((sum, { percent }) => sum + percent, 0);
  const there = shares.filter(({ kita }) => isIn(kita)).reduce((sum, { percent }) => sum + percent, 0);
  const parts = [...partsByKita(of)].filter(([kita]) => isIn(kita)).map(([, part]) => part);
  return {
    share: Math.round((there / whole) * ALL),
    money: totals(of.money),
    part: eachStage((stage) => parts.reduce((sum, part) => sum + part[stage], 0)),
  };
};

/**
 * What an application adds to a line of the overview; undefined where it is not in it, or holds nothing.
 * @param line.areaOf the social area of a Kita, as the register says it today
 */
export const behindLine = (
  of: Counted & { provider: string },
  { by, key, areaOf }: { by: Grouping; key: string; areaOf: (kita: string) => string | undefined },
): Behind | undefined => {
  const money = totals(of.money);
  if (!holdsSomething(money)) return undefined;
  if (by === 'area') {
    const found = inArea(of, (kita) => (areaOf(kita) ?? NONE) === key);
    return found.share > 0 || holdsSomething(found.part) ? found : undefined;
  }
  const isIn = by === 'provider' ? of.provider === key : (of.purpose ?? NONE) === key;
  return isIn ? { share: ALL, money, part: money } : undefined;
};
