import type { Call } from '../local/observe.ts';

interface Read {
  ScannedCount?: number;
  Item?: unknown;
  Responses?: Record<string, unknown[]>;
  ConsumedCapacity?: { CapacityUnits: number } | { CapacityUnits: number }[];
}

/** How many items a read looked at, shown or not. */
export const itemsRead = ({ response }: Call): number => {
  const { ScannedCount, Item, Responses } = response as Read;
  return ScannedCount ?? (Item ? 1 : Object.values(Responses ?? {}).flat().length);
};

/** What it cost, in read units. */
export const unitsRead = ({ response }: Call): number =>
  [(response as Read).ConsumedCapacity ?? []]
    .flat()
    .reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
