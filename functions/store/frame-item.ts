import * as z from 'zod/mini';
import { eachStage } from '../../domain/budget/account.ts';
import type { Effect } from '../../domain/budget/effect.ts';
import { type Frame, frame } from '../../domain/budget/frame.ts';

/** The parts of a frame that are sums, each with its lines: in the item every line is a number attribute of its own. */
type Sums = Pick<Effect, 'figures' | 'sums' | 'available' | 'uncommitted'>;

const attribute = (part: string, line: string) => `${part}_${line}`;

/** Every sum of a frame as attribute and number: DynamoDB adds to attributes, not to what lies inside of one. */
export const numbersOf = ({ figures, sums, available, uncommitted }: Sums): [string, number][] =>
  Object.entries({ figures, ...sums, available, uncommitted }).flatMap(([part, lines]) =>
    Object.entries(lines).map(([line, n]): [string, number] => [attribute(part, line), n]),
  );

/** What an effect needs to be there, as attribute and number. */
export const needsOf = ({ needs }: Effect): [string, number][] =>
  Object.entries(needs).flatMap(([part, lines]) =>
    Object.entries(lines).flatMap(([line, n]): [string, number][] =>
      n > 0 ? [[attribute(part, line), n]] : [],
    ),
  );

const stored = z.looseObject({ year: z.int(), state: z.string(), version: z.int() });

/** The frame out of its item; one that does not fit its schema fails loudly. A sum that nothing was added to is 0. */
export const parseFrame = (item: Record<string, unknown>): Frame => {
  const { year, state, version } = stored.parse(item);
  const of = (part: string, ...lines: string[]) =>
    Object.fromEntries(lines.map((line) => [line, item[attribute(part, line)] ?? 0]));
  const shares = (part: string) => of(part, 'state', 'county', 'voluntary');
  const lines = (part: string) => of(part, 'regular', 'voluntary');
  return frame.parse({
    year,
    state,
    version,
    figures: shares('figures'),
    sums: eachStage(shares),
    available: lines('available'),
    uncommitted: lines('uncommitted'),
  });
};
