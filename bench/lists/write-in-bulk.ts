import { openDisk } from '../../local/dynamodb/disk.ts';
import type { Item, Operation } from '../../local/dynamodb/dynalite.ts';
import { planWrite } from '../../local/dynamodb/plan-write.ts';
import { TABLE } from '../../local/tables.ts';

/** Operations on the files that are written at once: some thousand items with their index entries. */
const BATCH = 20_000;

/**
 * Writes items into the embedded table's files as the engine itself would write them, index entries and all, without the way
 * over HTTP: a million take minutes that way. Nobody else may have the files open.
 */
export const writeInBulk = async (
  dir: string,
  items: Iterable<Item>,
  table: string = TABLE,
): Promise<void> => {
  const disk = await openDisk(dir);
  let operations: Operation[] = [];
  try {
    for (const item of items) {
      const plan = await planWrite(disk, 'PutItem', { TableName: table, Item: item });
      if (plan.failure) throw plan.failure;
      operations.push(...plan.operations);
      if (operations.length < BATCH) continue;
      await disk.commit(operations);
      operations = [];
    }
    await disk.commit(operations);
  } finally {
    await disk.level.close();
  }
};
